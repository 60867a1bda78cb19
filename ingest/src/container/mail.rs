//! Door to mail-parser: a message saved as `.eml`.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::bag::{Bag, Part};
use crate::fault::FaultKind;

/// What stands for the name of an attachment without one.
const NAMELESS: &str = "vedlegg";
/// What stands for the name of a message in a message.
const MESSAGE: &str = "videresendt e-post";

/// Hands every attachment of a message on.
pub(super) fn open(bytes: &[u8], bag: &mut Bag<'_>) -> Result<(), FaultKind> {
    let message = MessageParser::default().parse(bytes);
    fill(&message.ok_or(FaultKind::Damaged)?, bag);
    Ok(())
}

fn fill(message: &Message<'_>, bag: &mut Bag<'_>) {
    let from = message.from().and_then(|from| from.first());
    if let Some(address) = from.and_then(|from| from.address()) {
        bag.claimed_sender(address);
    }
    for part in &message.parts {
        let name = part.attachment_name();
        match &part.body {
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bag.take(&Part {
                name: &flat(name.unwrap_or(NAMELESS)),
                bytes,
                drawn: drawn(message, part),
            }),
            PartType::Text(text) | PartType::Html(text) => {
                // A text without a name is the message's own.
                if let Some(name) = name {
                    bag.take(&Part {
                        name: &flat(name),
                        bytes: text.as_bytes(),
                        drawn: false,
                    });
                }
            }
            PartType::Message(inner) => {
                bag.nest(&flat(name.unwrap_or(MESSAGE)), |bag| fill(inner, bag));
            }
            PartType::Multipart(_) => {}
        }
    }
}

/// Whether the message's text draws the picture.
fn drawn(message: &Message<'_>, part: &MessagePart<'_>) -> bool {
    if super::outlook::numbered(part.attachment_name().unwrap_or_default()) {
        return true;
    }
    let Some(id) = part.content_id().filter(|id| !id.is_empty()) else {
        return false;
    };
    let reference = format!("cid:{id}");
    message.parts.iter().any(|part| match &part.body {
        PartType::Html(text) => text.contains(&reference),
        PartType::Text(_)
        | PartType::Binary(_)
        | PartType::InlineBinary(_)
        | PartType::Message(_)
        | PartType::Multipart(_) => false,
    })
}

/// An attachment lies in no folder, whatever its name says.
fn flat(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next();
    last.unwrap_or_default().to_owned()
}
