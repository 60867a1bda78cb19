//! Tell: letters that are queued and released leave through the post.

use std::time::Duration;

use anyhow::Context;
use samlerapport_notify::{Folder, Letter, Login, MessageKey, Password, Post, Smtp, SmtpSettings};

use super::{Site, Summary};
use crate::config::Server;
use crate::durable;
use crate::ledger::{OutboxRow, State};
use crate::progress::Progress;

pub(super) fn tell(site: &mut Site, summary: &mut Summary) -> anyhow::Result<()> {
    if !site.config.mail.release {
        return Ok(());
    }
    let due = site.ledger.due_letters(site.request.now.instant)?;
    if due.is_empty() {
        return Ok(());
    }
    let post = post(site)?;
    let progress = Progress::over(due.len(), "Sender brev", site.request.progress);
    for row in due {
        progress.step();
        site.ledger.sending(row.id)?;
        let state = send(post.as_ref(), &row)?;
        match &state {
            State::Sent => summary.letters_sent += 1,
            State::Failed { .. } | State::Dead { .. } => {
                summary.letters_failed += 1;
                tracing::warn!(letter = row.id, "letter_not_sent");
            }
        }
        site.ledger.tried(&row, &state, site.request.now.instant)?;
    }
    Ok(())
}

fn send(post: &dyn Post, row: &OutboxRow) -> anyhow::Result<State> {
    let letter: Letter = serde_json::from_str(&row.letter)
        .with_context(|| format!("letter {} in the ledger cannot be understood", row.id))?;
    // The same at every try, so that a letter that went out twice can be seen to be one.
    let key = MessageKey::of(row.id, &letter, row.queued);
    Ok(match post.send(&letter, &key) {
        Ok(_) => State::Sent,
        Err(error) if error.is_transient() => State::Failed {
            problem: error.to_string(),
        },
        Err(error) => State::Dead {
            problem: error.to_string(),
        },
    })
}

fn post(site: &Site) -> anyhow::Result<Box<dyn Post>> {
    let Some(server) = &site.config.mail.server else {
        let outbox = &site.config.folders.outbox;
        durable::private_folder(outbox)
            .with_context(|| format!("cannot make {}", outbox.display()))?;
        return Ok(Box::new(Folder::new(outbox)));
    };
    Ok(Box::new(smtp(site, server)?))
}

fn smtp(site: &Site, server: &Server) -> anyhow::Result<Smtp> {
    let login = match (&server.username, &server.password_file) {
        (Some(user), Some(path)) => {
            let password = std::fs::read_to_string(path)
                .with_context(|| format!("cannot read the password file {}", path.display()))?;
            Some(Login {
                user: user.clone(),
                password: Password::new(password.trim_end_matches(['\r', '\n'])),
            })
        }
        (_, _) => None,
    };
    let domain = site.config.mail.from.rsplit_once('@');
    let hello = server
        .hello
        .clone()
        .or_else(|| domain.map(|(_, domain)| domain.to_owned()))
        .unwrap_or_default();
    let settings = SmtpSettings {
        server: server.host.clone(),
        port: server.port,
        security: server.security,
        login,
        hello,
        timeout: Duration::from_mins(1),
    };
    Smtp::new(&settings).context("cannot use the mail server")
}
