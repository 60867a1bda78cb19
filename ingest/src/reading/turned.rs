//! What is asked the other way round: "Får betalt?" for "Ulønnet".

use super::draft::Draft;
use super::header::{Column, Guest};
use super::page::{Heard, Page};
use crate::fold::folded_name;
use crate::form::Kind;
use crate::value::Value;
use crate::workbook::{Cell, Content};

/// Whether a heading asks for the pay instead of its absence.
pub(super) fn asks(text: &str) -> bool {
    let folded = folded_name(text);
    let mut words = folded.split(' ');
    let paid = [
        "lønnet", "lønna", "lønt", "lønn", "løn", "betalt", "betaling", "honorar",
    ];
    let not = |word: &str| {
        matches!(
            word,
            "uten" | "utan" | "ikke" | "ikkje" | "ingen" | "frivillig" | "gratis"
        ) || word.starts_with("ul")
            || word.starts_with("ub")
    };
    words.clone().any(|word| paid.contains(&word)) && !words.any(not)
}

/// An answer, turned round where its heading asks so.
pub(super) fn turned(mut heard: Heard, column: &Column) -> Heard {
    if column.turned {
        turn(&mut heard);
    }
    heard
}

/// Turns an answer round.
pub(super) fn turn(heard: &mut Heard) {
    if let Some(Value::YesNo(yes)) = heard.told.value {
        heard.told.value = Some(Value::YesNo(!yes));
    }
}

/// Two answers in one cell, as their headings stand in one: "Ja / Nei" below "Aktiv i
/// året / ulønnet".
pub(super) fn both(page: &Page<'_>, row: &mut Draft, cell: &Cell, column: &Column) -> bool {
    let (host, Some(Guest { item: guest, .. })) = (column.item, column.guest) else {
        return false;
    };
    let Content::Text(typed) = &cell.content else {
        return false;
    };
    let Some((one, other)) = typed.split_once('/') else {
        return false;
    };
    if host.kind != Kind::YesNo || guest.kind != Kind::YesNo || other.contains('/') {
        return false;
    }
    for (text, item) in [(one, host), (other, guest)] {
        let content = Content::Text(text.trim().into());
        row.take(
            item.field,
            page.hear_content(&content, (cell.row, cell.column), item.field, item.kind),
        );
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pay_asked_for_instead_of_its_absence() {
        for (text, wanted) in [
            ("Får betalt?", true),
            ("Lønnet", true),
            ("Får løn?", true),
            ("Ulønnet", false),
            ("Uten lønn", false),
            ("Lønnet/ulønnet", false),
            ("Ikke betalt", false),
            ("Frivillig", false),
        ] {
            assert_eq!(asks(text), wanted, "{text}");
        }
    }
}
