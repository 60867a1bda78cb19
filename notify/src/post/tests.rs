//! Letters as messages: read back by another library.

use mail_parser::{Address as Parsed, Message, MessageParser};

use super::*;
use crate::letter::Address;
use crate::samples;

fn wrap(letter: &Letter) -> Vec<u8> {
    mime::wrap(letter, &samples::key()).unwrap().bytes
}

fn parse(bytes: &[u8]) -> Message<'_> {
    MessageParser::default().parse(bytes).unwrap()
}

/// "Name <address>" of each address in a header.
fn people(header: Option<&Parsed<'_>>) -> Vec<String> {
    header.map_or_else(Vec::new, |all| {
        all.iter()
            .map(|one| {
                format!(
                    "{} <{}>",
                    one.name().unwrap_or_default(),
                    one.address().unwrap_or_default()
                )
            })
            .collect()
    })
}

fn written(addresses: &[Address]) -> Vec<String> {
    addresses
        .iter()
        .map(|one| {
            format!(
                "{} <{}>",
                one.name.as_deref().unwrap_or_default(),
                one.email
            )
        })
        .collect()
}

#[test]
fn every_kind_of_letter_reads_back_as_it_was_written() {
    for letter in samples::all_letters() {
        let bytes = wrap(&letter);
        let message = parse(&bytes);
        assert_eq!(
            people(message.from()),
            written(std::slice::from_ref(&letter.from))
        );
        assert_eq!(people(message.to()), written(&letter.to));
        assert_eq!(people(message.cc()), written(&letter.cc));
        assert_eq!(people(message.reply_to()), written(&letter.reply_to));
        assert_eq!(message.subject(), Some(letter.subject.as_str()));
        assert_eq!(
            message.message_id(),
            Some("17.3fa9c2d1@medmenneske.example")
        );
        assert_eq!(message.date().unwrap().to_timestamp(), 1_780_000_000);
        assert_eq!(
            message.header_raw("Auto-Submitted").map(str::trim),
            Some("auto-generated")
        );
        let text = message.body_text(0).unwrap().replace("\r\n", "\n");
        let html = message.body_html(0).unwrap().replace("\r\n", "\n");
        assert_eq!(text, letter.text);
        assert_eq!(html, letter.html);
        assert_eq!(message.attachment_count(), 0);
    }
}

#[test]
fn a_message_has_short_ascii_lines_and_no_bare_line_feed() {
    for letter in samples::all_letters() {
        let bytes = wrap(&letter);
        assert!(bytes.is_ascii());
        for line in bytes.split(|byte| *byte == b'\n') {
            assert!(line.len() <= 100, "{}", String::from_utf8_lossy(line));
            assert!(line.is_empty() || line.ends_with(b"\r"));
            assert!(!line[..line.len().saturating_sub(1)].contains(&b'\r'));
        }
        assert_eq!(bytes, wrap(&letter));
    }
}

#[test]
fn a_name_cannot_write_headers() {
    let mut letter = samples::letter();
    let evil = "Å\r\nBcc: tyv@a.example\r\n\r\n<b>\u{202e}hei\0";
    letter.subject = format!("Emne{evil}");
    letter.to[0].name = Some(evil.to_owned());
    letter.reply_to.push(Address::new(
        "Hansen, \"Kari\" <x@a.example>",
        "kari@a.example",
    ));
    let bytes = wrap(&letter);
    let message = parse(&bytes);
    assert!(message.bcc().is_none());
    assert_eq!(people(message.to()).len(), 1);
    assert_eq!(
        people(message.to()),
        ["Å Bcc: tyv@a.example <b> hei <post101@lag.example>"]
    );
    assert_eq!(message.subject(), Some("EmneÅ Bcc: tyv@a.example <b> hei"));
    assert_eq!(
        people(message.reply_to())[1],
        "Hansen, \"Kari\" <x@a.example> <kari@a.example>"
    );
    assert_eq!(
        message.body_text(0).unwrap().replace("\r\n", "\n"),
        letter.text
    );
}

#[test]
fn what_cannot_be_a_message_is_given_up_at_once() {
    let broken = |change: fn(&mut Letter, &mut MessageKey)| {
        let (mut letter, mut key) = (samples::letter(), samples::key());
        change(&mut letter, &mut key);
        let error = Memory::default().send(&letter, &key).unwrap_err();
        assert!(!error.is_transient(), "{error:?}");
        assert!(matches!(error, PostError::Unsendable { .. }), "{error:?}");
    };
    broken(|letter, _| letter.to[0].email = "ingen".to_owned());
    broken(|letter, _| letter.to[0].email = "a@b.example\r\nBcc: c@d.example".to_owned());
    broken(|letter, _| letter.to[0].email = "post@blåbær.example".to_owned());
    broken(|letter, _| letter.from.email = String::new());
    broken(|letter, _| (letter.to, letter.cc) = (Vec::new(), Vec::new()));
    broken(|_, key| key.id = "17".to_owned());
    broken(|_, key| key.id = "17@a.example>\r\nX: y".to_owned());
    broken(|_, key| key.date = DateTime::<Utc>::MIN_UTC);
}

#[test]
fn the_folder_holds_each_message_once_and_whole() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("outbox");
    let post = Folder::new(&folder);
    let first = post.send(&samples::letter(), &samples::key()).unwrap();
    let again = post.send(&samples::letter(), &samples::key()).unwrap();
    assert_eq!(first, again);
    let names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names, ["17.3fa9c2d1@medmenneske.example.eml"]);
    assert_eq!(
        std::fs::read(first.reference).unwrap(),
        wrap(&samples::letter())
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&folder.join(&names[0])), 0o600);
    }
}

#[test]
fn a_folder_that_cannot_be_written_to_is_tried_again() {
    let parent = tempfile::tempdir().unwrap();
    let file = parent.path().join("outbox");
    std::fs::write(&file, "in the way").unwrap();
    let error = Folder::new(&file)
        .send(&samples::letter(), &samples::key())
        .unwrap_err();
    assert!(error.is_transient(), "{error:?}");
}

#[test]
fn file_names_are_harmless_and_never_shared() {
    let name = |id: &str| {
        MessageKey {
            id: id.to_owned(),
            date: DateTime::<Utc>::UNIX_EPOCH,
        }
        .file_name()
    };
    assert_eq!(name("1.ab@a.example"), "1.ab@a.example.eml");
    let odd = ["../../etc/x@a", "..\\x@a", "A@a", "a@a", "a@a ", "å@a", ""];
    for one in odd {
        let written = name(one);
        assert!(
            !written.contains(['/', '\\', ' ']) && !written.starts_with('.'),
            "{written}"
        );
        assert!(written.is_ascii() && written.len() < 120);
        for other in odd.iter().filter(|other| **other != one) {
            assert_ne!(written.to_lowercase(), name(other).to_lowercase());
        }
    }
}

#[test]
fn a_key_is_made_of_the_row_and_the_news() {
    let letter = samples::letter();
    let key = MessageKey::of(17, &letter, DateTime::<Utc>::UNIX_EPOCH);
    let news: String = letter.content_digest.chars().take(12).collect();
    assert_eq!(key.id, format!("17.{news}@medmenneske.example"));
    let posted = Memory::default();
    posted.send(&letter, &key).unwrap();
    assert_eq!(posted.posted()[0].letter, letter);
}
