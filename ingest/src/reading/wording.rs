//! Headings in people's own words, where no declared label is spelt: understood by
//! the words in them, when only one column can be meant.

use super::grid::{Grid, text};
use super::label::{self, Label, Match};
use super::scan::Found;
use crate::fold::fold_into;
use crate::form::words::{FILLERS, WORDINGS, Wording};
use crate::form::{Field, FormId};
use crate::workbook::Cell;

/// A longer text is a sentence, and heads nothing.
const LONGEST: usize = 80;
const MOST_WORDS: usize = 9;
/// So many rows are looked through for a header.
const ROWS: usize = 120;
/// Fewer headings in a row than this are no header.
const FEWEST: usize = 3;

/// The one label that a text means, among those that fit.
pub(crate) fn label(text: &str, fits: impl Fn(&Label) -> bool) -> Option<&'static Label> {
    let whole = meant(text, &fits);
    // The hint that ends a heading may say anything.
    let head = text.split(['(', '\n', ':']).next().unwrap_or(text);
    whole.or_else(|| meant(head, &fits))
}

/// The one column that a text means, among those that a form lacks.
pub(crate) fn column(text: &str, form: FormId, lacks: impl Fn(Field) -> bool) -> Option<Field> {
    let fits = |it: &Label| it.column(form).is_some_and(&lacks);
    compound(text, form, &lacks).or_else(|| label(text, fits)?.column(form))
}

/// The first of several columns in one, whose cells can be taken apart: "Navn og tlf.",
/// "Dato/klokkeslett".
fn compound(text: &str, form: FormId, lacks: &impl Fn(Field) -> bool) -> Option<Field> {
    let head = text.split(['(', '\n', ':']).next().unwrap_or(text);
    let parts = head.split(['/', ',', '+', '&']);
    let parts: Vec<&str> = parts.flat_map(|part| part.split(" og ")).collect();
    let (first, others) = parts.split_first()?;
    if others.is_empty() || text.len() > LONGEST {
        return None;
    }
    let mut buffer = String::new();
    let mut means = |text: &str| {
        let column = label::exact(text, &mut buffer).and_then(|it| it.column(form));
        column.or_else(|| label(text, |it| it.column(form).is_some())?.column(form))
    };
    let host = means(first).filter(|field| lacks(*field))?;
    let guests: Option<Vec<Field>> = others.iter().map(|other| means(other)).collect();
    let together = guests?.into_iter().all(|guest| match host {
        Field::Name
        | Field::Leader
        | Field::Address
        | Field::Phone
        | Field::Email
        | Field::Postcode => [
            Field::Address,
            Field::Phone,
            Field::Email,
            Field::Postcode,
            Field::City,
        ]
        .contains(&guest),
        Field::Date => matches!(guest, Field::From | Field::To),
        Field::From => guest == Field::To,
        Field::Title => matches!(guest, Field::Theme | Field::Type),
        _ => false,
    });
    together.then_some(host)
}

fn meant(text: &str, fits: &impl Fn(&Label) -> bool) -> Option<&'static Label> {
    if text.len() > LONGEST {
        return None;
    }
    let mut folded = String::new();
    fold_into(text, &mut folded);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let mut best: Option<(usize, &'static Label)> = None;
    let mut tied = false;
    let mut spelling = String::new();
    for wording in WORDINGS {
        let Some(weight) = wording.weight(&words) else {
            continue;
        };
        let Some(label) = label::exact(wording.label, &mut spelling).filter(|it| fits(it)) else {
            continue;
        };
        match best {
            Some((heaviest, _)) if heaviest > weight => {}
            Some((heaviest, _)) if heaviest == weight => tied = true,
            _ => {
                best = Some((weight, label));
                tied = false;
            }
        }
    }
    best.filter(|_| !tied).map(|(_, label)| label)
}

impl Wording {
    /// How many of the words say what is meant; none where a word says something else.
    fn weight(&self, words: &[&str]) -> Option<usize> {
        let says = self.says.iter();
        let weight = says
            .filter(|phrase| {
                let mut parts = phrase.split(' ');
                parts.all(|part| words.iter().any(|word| is(word, part)))
            })
            .map(|phrase| phrase.split(' ').count())
            .max()?;
        let ours = |word: &str| {
            let mut said = self.says.iter().flat_map(|phrase| phrase.split(' '));
            said.any(|part| is(word, part))
                || self.beside.iter().any(|part| is(word, part))
                || FILLERS.iter().any(|part| is(word, part))
        };
        words.iter().all(|word| ours(word)).then_some(weight)
    }
}

/// Whether a word is a word or begins with a stem.
fn is(word: &str, part: &str) -> bool {
    match part.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == part,
    }
}

/// Adds the headings in people's own words to the labels, in the rows that can be
/// a header by them; tells whether there were any.
pub(crate) fn add<'a>(grid: &Grid<'a>, labels: &mut Vec<Found<'a>>) -> bool {
    let before = labels.len();
    for line in grid.rows.iter().take(ROWS) {
        let cells = grid.line(*line);
        let texts = cells.iter().filter(|cell| text(cell).is_some()).count();
        if texts < FEWEST || texts < cells.len() {
            continue;
        }
        let known: Vec<Found<'a>> = labels
            .iter()
            .copied()
            .filter(|found| found.row == line.row)
            .collect();
        let meant = headings(cells, &known);
        let all: Vec<&Label> = known
            .iter()
            .chain(&meant)
            .map(|it| it.matched.label)
            .collect();
        if FormId::ALL.iter().any(|form| heads(&all, *form) >= FEWEST) {
            labels.extend(meant);
        }
    }
    labels.sort_by_key(|found| (found.row, found.column));
    labels.len() > before
}

/// The headings of a row that no label was found for.
fn headings<'a>(cells: &[Cell], known: &[Found<'a>]) -> Vec<Found<'a>> {
    let mut found: Vec<Found<'a>> = Vec::new();
    let unknown = cells
        .iter()
        .filter(|cell| !known.iter().any(|found| found.column == cell.column));
    for cell in unknown {
        let taken = |label: &Label| {
            let mut all = known.iter().chain(&found);
            all.any(|other| std::ptr::eq(other.matched.label, label))
        };
        let heads = |label: &Label| FormId::ALL.iter().any(|form| label.column(*form).is_some());
        let label = text(cell).and_then(|text| label(text, |it| heads(it) && !taken(it)));
        found.extend(label.map(|label| Found {
            row: cell.row,
            column: cell.column,
            matched: Match {
                label,
                exact: true,
                inline: None,
            },
        }));
    }
    found
}

/// How many different columns of a form the labels head.
fn heads(labels: &[&Label], form: FormId) -> usize {
    let mut fields: Vec<_> = labels.iter().filter_map(|it| it.column(form)).collect();
    fields.sort_unstable();
    fields.dedup();
    fields.len()
}

#[cfg(test)]
mod tests {
    use super::label;
    use crate::form::FormId;

    #[test]
    fn headings_are_understood_by_their_words() {
        let cases = [
            ("Hvem hadde ansvaret", "leader"),
            ("Hvor mange kom på møtet?", "participants"),
            ("Kor mange var med", "participants"),
            ("Kl. slett fra", "from"),
            ("Når var det slutt", "to"),
            ("Varighet i hele og halve timer", "hours"),
            ("Hva pratet vi om?", "theme"),
            ("Kva gjorde vi", "title"),
            ("Hva slags møte", "type"),
            ("Hvor holdt vi til", "place"),
            ("Hvor var det", "place"),
            ("Telefonen til lederen", "phone"),
            ("Mob. nr. likeperson", "phone"),
            ("Antall kaker", ""),
            ("Deltakere fra andre lag", ""),
            ("Hvem betalte", ""),
            ("Kostnad lokale", ""),
            ("Dato betalt", ""),
            ("Navn på foredragsholder", ""),
        ];
        for (text, wanted) in cases {
            let found = label(text, |it| it.column(FormId::Activities).is_some());
            let key = found.and_then(|it| it.column(FormId::Activities));
            assert_eq!(key.map_or("", |field| field.key()), wanted, "{text}");
        }
    }
}
