//! Tell: letters that are queued and released leave through the post.

use std::time::Duration;

use anyhow::Context;
use samlerapport_notify::{
    Folder, Letter, Login, MessageKey, Password, Post, PostError, Smtp, SmtpSettings,
};

use super::{Site, Summary};
use crate::config::Server;
use crate::durable;
use crate::ledger::{OutboxRow, State};
use crate::progress::Progress;

/// Says whether the post can be asked again in this run: one that does not answer is
/// not waited for twice.
pub(super) fn tell(site: &mut Site, summary: &mut Summary) -> anyhow::Result<bool> {
    if !site.config.mail.release {
        return Ok(false);
    }
    let due = site.ledger.due_letters(site.request.now.instant)?;
    if due.is_empty() {
        return Ok(true);
    }
    let post = post(site)?;
    let progress = Progress::over(due.len(), "Sender brev", site.request.progress);
    for batch in due.chunks(post.at_once().max(1)) {
        if !tell_batch(site, post.as_ref(), batch, summary, &progress)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Sends some letters; says whether to go on. They are marked before and after.
fn tell_batch(
    site: &mut Site,
    post: &dyn Post,
    batch: &[OutboxRow],
    summary: &mut Summary,
    progress: &Progress,
) -> anyhow::Result<bool> {
    site.ledger.sending(batch)?;
    let mut tried = Vec::with_capacity(batch.len());
    let mut away = false;
    for row in batch {
        progress.step();
        let Ok(state) = send(post, row) else {
            away = true;
            break;
        };
        tried.push((row, state));
    }
    // What could not be made safe has not left.
    if let Err(error) = post.settle() {
        let problem = format!("{error}: {}", error.detail());
        for (_, state) in &mut tried {
            if matches!(state, State::Sent { .. }) {
                *state = State::Failed {
                    problem: problem.clone(),
                };
            }
        }
    }
    for (row, state) in &tried {
        count(row, state, summary);
    }
    let untried = batch.get(tried.len()..).unwrap_or_default();
    site.ledger
        .tried(&tried, untried, site.request.now.instant)?;
    if away {
        // Nobody answers: the others would wait as long, and this was no try.
        summary.letters_failed += untried.len();
        tracing::warn!("mail_server_away");
    }
    Ok(!away)
}

fn count(row: &OutboxRow, state: &State, summary: &mut Summary) {
    match state {
        State::Sent { problem } => {
            summary.letters_sent += 1;
            if problem.is_some() {
                tracing::warn!(letter = row.id, "letter_refused_by_some");
            }
        }
        State::Failed { .. } => {
            summary.letters_failed += 1;
            tracing::warn!(letter = row.id, "letter_not_sent");
        }
        State::Dead { .. } => {
            summary.letters_dead += 1;
            tracing::error!(letter = row.id, "letter_dead");
        }
    }
}

/// The mail server does not answer at all.
struct Away;

fn send(post: &dyn Post, row: &OutboxRow) -> Result<State, Away> {
    let letter: Letter = match serde_json::from_str(&row.letter) {
        Ok(letter) => letter,
        // One letter from another version keeps the others from nothing.
        Err(error) => {
            return Ok(State::Dead {
                problem: format!("cannot be understood: {error}"),
            });
        }
    };
    // The same at every try, so that a letter that went out twice can be seen to be one.
    let key = MessageKey::of(row.id, &letter, row.queued);
    match post.send(&letter, &key) {
        Ok(sent) => Ok(State::Sent {
            problem: (!sent.refused.is_empty())
                .then(|| format!("refused: {}", sent.refused.join(", "))),
        }),
        Err(PostError::Unavailable { code: None, .. }) => Err(Away),
        Err(error) => {
            let problem = format!("{error}: {}", error.detail());
            Ok(if error.is_transient() {
                State::Failed { problem }
            } else {
                State::Dead { problem }
            })
        }
    }
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
