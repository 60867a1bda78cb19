//! Letters over SMTP, encrypted unless the server is this machine.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use lettre::address::Envelope;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{Error, PoolConfig, SmtpTransportBuilder};
use lettre::{SmtpTransport, Transport};

use super::{MessageKey, Post, PostError, Sent, mime};
use crate::letter::Letter;

#[cfg(test)]
mod tests;

/// The mail server, and how to speak to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmtpSettings {
    /// The server's name, which its certificate must show.
    pub server: String,
    /// The port, when it is not the usual one.
    pub port: Option<u16>,
    /// How the line is protected.
    pub security: Security,
    /// User name and password, when the server asks for them.
    pub login: Option<Login>,
    /// The name that we say hello with; never this machine's own.
    pub hello: String,
    /// How long to wait for each answer.
    pub timeout: Duration,
}

/// How the line to the server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// STARTTLS, and nothing is sent without it: port 587.
    StartTls,
    /// TLS from the first byte: port 465.
    Tls,
    /// None: only to this machine itself.
    None,
}

/// User name and password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login {
    /// The user name.
    pub user: String,
    /// The password.
    pub password: Password,
}

/// A password, which no output shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// Takes a password in.
    pub fn new(password: impl Into<String>) -> Self {
        Self(password.into())
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// A post to a mail server; keeps its line open between letters.
pub struct Smtp {
    transport: SmtpTransport,
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smtp").finish_non_exhaustive()
    }
}

impl Smtp {
    /// A post to this server. Nothing is connected before the first letter.
    pub fn new(settings: &SmtpSettings) -> Result<Self, PostError> {
        let hello = settings.hello.trim();
        if hello.is_empty() || !hello.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(unusable("the hello name must be a domain name"));
        }
        let mut builder = line(settings)?
            .hello_name(ClientId::Domain(hello.to_owned()))
            .timeout(Some(settings.timeout))
            .pool_config(PoolConfig::new().max_size(1));
        if let Some(port) = settings.port {
            builder = builder.port(port);
        }
        if let Some(login) = &settings.login {
            let password = login.password.0.clone();
            builder = builder.credentials(Credentials::new(login.user.clone(), password));
        }
        Ok(Self {
            transport: builder.build(),
        })
    }

    /// What a failure means for the letter.
    ///
    /// A refusal while the server refuses us too, whatever the letter, says nothing
    /// about the letter.
    fn judge(&self, error: &Error) -> PostError {
        let code = error.status().map(u16::from);
        let detail = words(error);
        match code {
            Some(code) if error.is_permanent() && !about_us(code) && self.answers() => {
                PostError::Refused { code, detail }
            }
            _ => PostError::Unavailable { code, detail },
        }
    }

    fn answers(&self) -> bool {
        self.transport.test_connection().unwrap_or(false)
    }

    /// Tries every receiver alone, so that one dead address does not keep the
    /// letter from the others.
    fn send_apart(&self, parcel: &mime::Parcel, first: PostError) -> Result<Sent, PostError> {
        let mut reference = None;
        let mut refused = Vec::new();
        for receiver in parcel.envelope.to() {
            let alone = Envelope::new(parcel.envelope.from().cloned(), vec![receiver.clone()])
                .map_err(|error| PostError::Unsendable {
                    detail: error.to_string(),
                })?;
            match self.transport.send_raw(&alone, &parcel.bytes) {
                Ok(answer) => reference = Some(answer.message().collect::<Vec<_>>().join(" ")),
                Err(error) => {
                    let judged = self.judge(&error);
                    if !matches!(judged, PostError::Refused { .. }) {
                        return Err(judged);
                    }
                    refused.push(receiver.to_string());
                }
            }
        }
        match reference {
            Some(reference) => Ok(Sent { reference, refused }),
            None => Err(first),
        }
    }
}

impl Post for Smtp {
    fn send(&self, letter: &Letter, key: &MessageKey) -> Result<Sent, PostError> {
        let parcel = mime::wrap(letter, key)?;
        match self.transport.send_raw(&parcel.envelope, &parcel.bytes) {
            Ok(answer) => Ok(Sent {
                reference: answer.message().collect::<Vec<_>>().join(" "),
                refused: Vec::new(),
            }),
            Err(error) => {
                let judged = self.judge(&error);
                let several = parcel.envelope.to().len() > 1;
                if several && matches!(judged, PostError::Refused { .. }) {
                    self.send_apart(&parcel, judged)
                } else {
                    Err(judged)
                }
            }
        }
    }
}

fn line(settings: &SmtpSettings) -> Result<SmtpTransportBuilder, PostError> {
    let server = settings.server.as_str();
    let built = match settings.security {
        Security::StartTls => SmtpTransport::starttls_relay(server),
        Security::Tls => SmtpTransport::relay(server),
        Security::None if is_this_machine(server) => Ok(SmtpTransport::builder_dangerous(server)),
        Security::None => {
            return Err(unusable(
                "letters may go without encryption only to this machine itself",
            ));
        }
    };
    built.map_err(|error| unusable(&words(&error)))
}

fn is_this_machine(server: &str) -> bool {
    server.eq_ignore_ascii_case("localhost")
        || server
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

/// Refusals that speak of our login or our line, not of a letter.
fn about_us(code: u16) -> bool {
    matches!(code, 502 | 503 | 523 | 525 | 530 | 534 | 535 | 538)
}

/// The error with all its causes; may hold addresses.
fn words(error: &Error) -> String {
    let mut words = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(next) = cause {
        words = format!("{words}: {next}");
        cause = next.source();
    }
    words
}

fn unusable(detail: &str) -> PostError {
    PostError::Settings {
        detail: detail.to_owned(),
    }
}
