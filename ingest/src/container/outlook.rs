//! A message saved by Outlook as `.msg`: properties as streams in a compound file.

use super::bag::{Bag, Part};
use crate::fault::FaultKind;
use crate::guard::compound::{Compound, Entry};

/// An attachment's storage begins so.
const ATTACHMENT: &str = "__attach_version1.0_";
/// An attachment's bytes.
const BYTES: &str = "__substg1.0_37010102";
/// A message that is attached, as a storage.
const MESSAGE: &str = "__substg1.0_3701000D";
/// An attachment's long name and its short one, by the number of the property.
const NAMES: [&str; 2] = ["3707", "3704"];
/// The mark by which the message's text draws a picture.
const DRAWN_AS: &str = "3712";
/// The sender's address, and its older home, which holds other things too.
const SENDERS: [&str; 3] = ["5D01", "5D02", "0C1F"];
/// What stands for the name of an attachment without one.
const NAMELESS: &str = "vedlegg";

/// Hands every attachment of a message on.
pub(super) fn open(bytes: &[u8], bag: &mut Bag<'_>) -> Result<(), FaultKind> {
    let compound = Compound::open(bytes).ok_or(FaultKind::Damaged)?;
    let root = compound.root().ok_or(FaultKind::Damaged)?;
    fill(&compound, root, bag);
    Ok(())
}

fn fill(compound: &Compound<'_>, message: &Entry, bag: &mut Bag<'_>) {
    let inside = compound.inside(message);
    let mut senders = SENDERS
        .iter()
        .filter_map(|number| text(compound, &inside, number));
    if let Some(address) = senders.find(|sender| sender.contains('@')) {
        bag.claimed_sender(&address);
    }
    let mut attachments: Vec<_> = inside
        .into_iter()
        .filter(|entry| entry.name.starts_with(ATTACHMENT))
        .collect();
    attachments.sort_by(|one, other| one.name.cmp(&other.name));
    for attachment in attachments {
        let inside = compound.inside(attachment);
        let mut names = NAMES
            .iter()
            .filter_map(|number| text(compound, &inside, number));
        let name = names.next().unwrap_or_else(|| NAMELESS.to_owned());
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
        let called = |wanted: &str| {
            inside
                .iter()
                .find(|entry| entry.name.eq_ignore_ascii_case(wanted))
        };
        if let Some(bytes) = called(BYTES) {
            match compound.stream(bytes) {
                Some(bytes) => bag.take(&Part {
                    name,
                    bytes: &bytes,
                    drawn: text(compound, &inside, DRAWN_AS).is_some() || numbered(name),
                }),
                None => bag.refuse(name, FaultKind::Damaged),
            }
        } else if let Some(message) = called(MESSAGE) {
            bag.nest(name, |bag| fill(compound, message, bag));
        } else {
            // A link to a file that lies elsewhere brings nothing along.
            bag.refuse(name, FaultKind::Empty);
        }
    }
}

/// Whether a name is one that Outlook gives the pictures in a message's text:
/// `image001.png`. A telephone's are called otherwise.
pub(super) fn numbered(name: &str) -> bool {
    let name = name.to_lowercase();
    let Some((stem, _)) = name.rsplit_once('.') else {
        return false;
    };
    let number = stem.strip_prefix("image").unwrap_or_default();
    number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// A property that is text: in two bytes a letter, or in the old way in one.
fn text(compound: &Compound<'_>, inside: &[&Entry], number: &str) -> Option<String> {
    let of = |kind: &str| {
        let name = format!("__substg1.0_{number}{kind}");
        let mut entries = inside.iter();
        let entry = entries.find(|entry| entry.name.eq_ignore_ascii_case(&name))?;
        compound.stream(entry)
    };
    let text = match (of("001F"), of("001E")) {
        (Some(wide), _) => {
            let units = wide.chunks_exact(2);
            let units = units.filter_map(|unit| Some(u16::from_le_bytes(unit.try_into().ok()?)));
            char::decode_utf16(units)
                .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
        (None, Some(narrow)) => narrow.into_iter().map(char::from).collect::<String>(),
        (None, None) => return None,
    };
    let text = text.trim_matches('\0').trim();
    (!text.is_empty()).then(|| text.to_owned())
}
