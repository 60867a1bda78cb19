//! Headings and labels that we do not know, where what the form still lacks says
//! what they can mean; and what the chapter added for itself.

use strsim::osa_distance;

use super::label::{self, denies};
use crate::fold::fold_into;
use crate::form::{Field, Item};

/// A shorter word with a slip in it is another word.
const FEWEST_LETTERS: usize = 4;
/// A longer text is a sentence, and heads nothing.
const LONGEST: usize = 60;

/// The one thing still missing that a text is nearly the label of: with so few
/// to choose among, a slip in a short word still leaves one of them.
pub(crate) fn nearest(
    text: &str,
    missing: impl Iterator<Item = &'static Item>,
) -> Option<&'static Item> {
    let (mut typed, mut label) = (String::new(), String::new());
    fold_into(head(text), &mut typed);
    let letters = typed.chars().count();
    if text.len() > LONGEST || letters < FEWEST_LETTERS {
        return None;
    }
    let mut best: Option<&'static Item> = None;
    for item in missing {
        let labels = [item.label, item.label_nn];
        let near = labels.iter().chain(item.synonyms).any(|known| {
            fold_into(head(known), &mut label);
            let long = label.chars().count().min(letters);
            let room = if long > 9 { 2 } else { 1 };
            long >= FEWEST_LETTERS
                && osa_distance(&label, &typed) <= room
                && !denies(&label, &typed)
        });
        if near && best.is_some_and(|known| known.field != item.field) {
            return None;
        }
        best = if near { Some(item) } else { best };
    }
    best
}

/// What chapters add for themselves: the number of the row, a remark, what it cost.
const THEIR_OWN: &[&str] = &[
    "nr",
    "nummer",
    "no",
    "lnr",
    "id",
    "antall",
    "tal",
    "merknad",
    "merknader",
    "merknadar",
    "merk",
    "kommentar",
    "kommentarer",
    "kommentarar",
    "notat",
    "notater",
    "notatar",
    "anmerkning",
    "anmerkninger",
    "annet",
    "anna",
    "uke",
    "veke",
    "ukedag",
    "vekedag",
    "maaned",
    "maanad",
    "mnd",
    "kvartal",
    "kontroll",
    "kontrollert",
    "status",
    "sum",
    "pris",
    "kostnad",
    "kostnader",
    "kostnadar",
    "utgift",
    "utgifter",
    "beloep",
    "beløp",
    "bilag",
    "km",
    "budsjett",
    "regnskap",
    "rekneskap",
    "inntekt",
    "inntekter",
    "ok",
    "eksempel",
    "svar",
    "spørsmaal",
    // What a web form adds to its answers.
    "tidsmerke",
    "tidsstempel",
    "fullføringstidspunkt",
];

/// Whether a text can be a heading or a label at all, and none that chapters add
/// for themselves: the number of the row, a remark, what it cost.
pub(crate) fn may_head(text: &str, buffer: &mut String) -> bool {
    fold_into(head(text), buffer);
    // "Kostnad kr"
    let bare = buffer.strip_suffix(" kr").unwrap_or(buffer);
    let bare = bare.strip_suffix(" i").unwrap_or(bare);
    text.len() <= LONGEST && buffer.chars().any(char::is_alphabetic) && !THEIR_OWN.contains(&bare)
}

/// A label without the hint in brackets or the second line that ends it.
fn head(text: &str) -> &str {
    label::head(text).unwrap_or(text)
}

/// What of a form's items was not found.
pub(crate) fn missing<'a>(
    items: &'static [Item],
    found: impl Fn(Field) -> bool + 'a,
) -> impl Iterator<Item = &'static Item> + 'a {
    items.iter().filter(move |item| !found(item.field))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::FormId;

    #[test]
    fn a_slip_in_a_short_heading_is_read_where_one_thing_is_missing() {
        let columns = FormId::MeetingPlace.form().table.as_ref().unwrap().columns;
        let cases: &[(&str, &[Field], Option<Field>)] = &[
            (
                "Legd (timar)",
                &[Field::Hours, Field::Theme],
                Some(Field::Hours),
            ),
            ("Legd (timar)", &[Field::Theme], None),
            ("Tma", &[Field::Theme], None),
            ("Tme", &[Field::Theme], None),
            ("Teema", &[Field::Theme, Field::Hours], Some(Field::Theme)),
            ("Været", &[Field::Theme, Field::Hours], None),
            (
                "Hva vi snakket om i fellesskap da vi møttes den kvelden i huset",
                &[Field::Theme],
                None,
            ),
        ];
        for (text, lacking, wanted) in cases {
            let lacks = columns.iter().filter(|item| lacking.contains(&item.field));
            let found = nearest(text, lacks).map(|item| item.field);
            assert_eq!(found, *wanted, "{text}");
        }
    }

    #[test]
    fn what_chapters_add_for_themselves_is_not_asked_about() {
        let mut buffer = String::new();
        for own in [
            "Nr.",
            "Merknad:",
            "Beløp",
            "2",
            "---",
            "Kommentar (valgfri)",
        ] {
            assert!(!may_head(own, &mut buffer), "{own}");
        }
        assert!(may_head("Hva vi lærte", &mut buffer));
    }
}
