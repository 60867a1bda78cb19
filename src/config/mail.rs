//! The settings of letters and of the mail server.

use std::path::{Path, PathBuf};

use samlerapport_ingest::is_address;
use samlerapport_notify::Security;

use super::sheet::{Problem, Sheet};

/// How letters leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mail {
    /// Whether letters leave at all; until then they are held.
    pub(crate) release: bool,
    /// The sender's address.
    pub(crate) from: String,
    /// How long a chapter's deliveries must have been still before it is written to, in hours.
    pub(crate) quiet_hours: u32,
    /// Whether chapters that delivered nothing are reminded once the date has passed.
    pub(crate) remind: bool,
    /// The mail server; `None` means files in the outbox folder.
    pub(crate) server: Option<Server>,
}

/// A mail server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Server {
    /// The host's name.
    pub(crate) host: String,
    /// The port, when it is not the usual one.
    pub(crate) port: Option<u16>,
    /// How the connection is protected.
    pub(crate) security: Security,
    /// The user name, if the server asks for one.
    pub(crate) username: Option<String>,
    /// The file that holds the password, so that it stands in no settings.
    pub(crate) password_file: Option<PathBuf>,
    /// The name that we greet the server with.
    pub(crate) hello: Option<String>,
}

/// Reads `[mail]`.
pub(super) fn read(root: &mut Sheet<'_>, problems: &mut Vec<Problem>, dir: &Path) -> Mail {
    let mut sheet = root.table("mail");
    let from = sheet.required_text("from", "from = \"likeperson@organisasjonen.example\"");
    if !from.is_empty() && !is_address(&from) {
        sheet.reject(
            "from",
            "should be one e-mail address and nothing else, such as likeperson@organisasjonen.example",
        );
    }
    let mail = Mail {
        release: sheet.flag("release").unwrap_or(false),
        from,
        quiet_hours: sheet.count("quiet_hours", 0..1_000).unwrap_or(24),
        remind: sheet.flag("remind").unwrap_or(true),
        server: read_server(&mut sheet, dir),
    };
    problems.append(&mut sheet.close());
    mail
}

fn read_server(sheet: &mut Sheet<'_>, dir: &Path) -> Option<Server> {
    let host = sheet.text("server");
    let choices = [
        ("starttls", Security::StartTls),
        ("tls", Security::Tls),
        ("none", Security::None),
    ];
    let security = sheet
        .choice("security", &choices)
        .unwrap_or(Security::StartTls);
    let port = sheet.count("port", 1..65_536);
    let username = sheet.text("username");
    let password_file = sheet.text("password_file").map(|path| dir.join(path));
    let hello = sheet.text("hello");
    let Some(host) = host else {
        for key in ["security", "port", "username", "password_file", "hello"] {
            if sheet.has(key) {
                sheet.reject(key, "stands without server");
            }
        }
        return None;
    };
    let local = matches!(host.as_str(), "localhost" | "127.0.0.1" | "::1");
    if security == Security::None && !local {
        sheet.reject(
            "security",
            "may be \"none\" only for a server on this machine; use \"starttls\" or \"tls\"",
        );
    }
    if username.is_some() != password_file.is_some() {
        sheet.reject("username", "and password_file go together");
    }
    Some(Server {
        host,
        port: port.and_then(|port| u16::try_from(port).ok()),
        security,
        username,
        password_file,
        hello,
    })
}
