//! A letter as the bytes of a message: headers, plain text and web page.

use std::time::SystemTime;

use lettre::Message;
use lettre::address::Envelope;
use lettre::message::header::{
    Cc, ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue, ReplyTo, To,
};
use lettre::message::{Body, Mailbox, Mailboxes, MultiPart, SinglePart};
use samlerapport_ingest::sha256;

use super::{MessageKey, PostError};
use crate::calm::one_line;
use crate::letter::{Address, Letter};

/// A message, and the addresses that the server is told.
pub(super) struct Parcel {
    /// Who sends, and everyone who is to get it.
    pub(super) envelope: Envelope,
    /// The message with CRLF line ends.
    pub(super) bytes: Vec<u8>,
}

/// Wraps a letter up. The same letter and key give the same bytes.
pub(super) fn wrap(letter: &Letter, key: &MessageKey) -> Result<Parcel, PostError> {
    let from = mailbox(&letter.from)?;
    let to = mailboxes(&letter.to)?;
    let cc = mailboxes(&letter.cc)?;
    let reply_to = mailboxes(&letter.reply_to)?;
    let receivers = to.iter().chain(cc.iter()).map(|one| one.email.clone());
    let envelope = Envelope::new(Some(from.email.clone()), receivers.collect())
        .map_err(|error| unsendable(format!("the letter has no receiver: {error}")))?;
    let mut message = Message::builder()
        .from(from)
        .subject(one_line(&letter.subject))
        .date(date(key)?)
        .message_id(Some(format!("<{}>", message_id(key)?)))
        .header(AutoSubmitted)
        .envelope(envelope.clone());
    if !letter.to.is_empty() {
        message = message.header(To::from(to));
    }
    if !letter.cc.is_empty() {
        message = message.header(Cc::from(cc));
    }
    if !letter.reply_to.is_empty() {
        message = message.header(ReplyTo::from(reply_to));
    }
    let parts = MultiPart::alternative()
        .boundary(boundary(key))
        .singlepart(part(ContentType::TEXT_PLAIN, &letter.text)?)
        .singlepart(part(ContentType::TEXT_HTML, &letter.html)?);
    let message = message
        .multipart(parts)
        .map_err(|error| unsendable(error.to_string()))?;
    Ok(Parcel {
        envelope,
        bytes: message.formatted(),
    })
}

/// Says that no person wrote the message, so that no absence note answers it.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// A text part, always encoded: a bare line feed before a dot could end the message
/// early at a lenient server, so no line feed but the encoding's own is left.
fn part(kind: ContentType, text: &str) -> Result<SinglePart, PostError> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let body = Body::new_with_encoding(text, ContentTransferEncoding::QuotedPrintable)
        .map_err(|left| unsendable(format!("{} bytes of text cannot be encoded", left.len())))?;
    Ok(SinglePart::builder().content_type(kind).body(body))
}

fn mailboxes(addresses: &[Address]) -> Result<Mailboxes, PostError> {
    let mut all = Mailboxes::new();
    for address in addresses {
        all.push(mailbox(address)?);
    }
    Ok(all)
}

fn mailbox(address: &Address) -> Result<Mailbox, PostError> {
    let email = address.email.as_str();
    if !email.is_ascii() {
        return Err(unsendable(format!(
            "the address {email:?} has letters outside a to z"
        )));
    }
    let parsed = email
        .parse()
        .map_err(|error| unsendable(format!("{email:?} is no address: {error}")))?;
    let name = address.name.as_deref().map(one_line);
    Ok(Mailbox::new(name.filter(|name| !name.is_empty()), parsed))
}

fn date(key: &MessageKey) -> Result<SystemTime, PostError> {
    // The header's date format holds the years 1970 to 9999.
    if (0..253_402_300_800).contains(&key.date.timestamp()) {
        Ok(SystemTime::from(key.date))
    } else {
        Err(unsendable("the date is outside the calendar".to_owned()))
    }
}

fn message_id(key: &MessageKey) -> Result<&str, PostError> {
    let sound = key.id.contains('@')
        && key
            .id
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || ".-_@+=".contains(letter));
    if sound {
        Ok(&key.id)
    } else {
        Err(unsendable("the key is no Message-ID".to_owned()))
    }
}

fn boundary(key: &MessageKey) -> String {
    let tail: String = sha256(key.id.as_bytes()).chars().take(32).collect();
    format!("samlerapport-{tail}")
}

fn unsendable(detail: String) -> PostError {
    PostError::Unsendable { detail }
}
