//! Headings in people's own words, where no declared label is spelt: understood by
//! the words in them, when only one column can be meant.

use super::grid::{Grid, text};
use super::header::Cut;
use super::label::{self, Label, Match};
use super::scan::Found;
use super::vocabulary::{COLUMNS, FIELDS, Vocabulary};
use crate::fold::fold_into;
use crate::form::{Field, FormId};
use crate::workbook::Cell;

/// A longer text is a sentence, and heads nothing.
const LONGEST: usize = 80;
/// So many rows are looked through for a header.
const ROWS: usize = 120;
/// Fewer headings in a row than this are no header.
const FEWEST: usize = 3;

/// The one label that a text means, among those that fit.
pub(crate) fn label(text: &str, fits: impl Fn(&Label) -> bool) -> Option<&'static Label> {
    in_words(text, &COLUMNS, fits)
}

/// The one field outside the table that a text asks for, among those that fit.
pub(crate) fn field(
    text: &str,
    form: FormId,
    fits: impl Fn(Field) -> bool,
) -> Option<&'static Label> {
    in_words(text, &FIELDS, |it| it.field(form).is_some_and(&fits))
}

fn in_words(
    text: &str,
    known: &Vocabulary,
    fits: impl Fn(&Label) -> bool,
) -> Option<&'static Label> {
    // The hint that ends a heading may say anything.
    meant(text, known, &fits).or_else(|| meant(label::head(text)?, known, &fits))
}

/// The one column that a text means, among those that a form lacks.
pub(crate) fn column(text: &str, form: FormId, lacks: impl Fn(Field) -> bool) -> Option<Field> {
    let fits = |it: &Label| it.column(form).is_some_and(&lacks);
    compound(text, form)
        .filter(|it| fits(it))
        .or_else(|| label(text, fits))?
        .column(form)
}

/// The first of several columns in one, whose cells can be taken apart: "Navn og tlf.",
/// "Dato/klokkeslett".
fn compound(text: &str, form: FormId) -> Option<&'static Label> {
    if text.len() > LONGEST {
        return None;
    }
    let head = label::head(text).unwrap_or(text);
    let parts = label::without_number(head).split(['/', ',', '+', '&']);
    let parts: Vec<&str> = parts.flat_map(|part| part.split(" og ")).collect();
    let (first, others) = parts
        .split_first()
        .filter(|(_, others)| !others.is_empty())?;
    let mut buffer = String::new();
    let mut means = |text: &str| {
        let own = label::exact(text, &mut buffer).filter(|it| it.column(form).is_some());
        own.or_else(|| label(text, |it| it.column(form).is_some()))
    };
    let host = means(first)?;
    let guests: Option<Vec<&Label>> = others.iter().map(|other| means(other)).collect();
    let field = host.column(form)?;
    let guests: Vec<Field> = guests?.iter().filter_map(|it| it.column(form)).collect();
    guests
        .into_iter()
        .all(|guest| lodges(field, guest))
        .then_some(host)
}

/// What a heading asks for behind its one mark, if its cells are cut there too:
/// "Sted / arrangør", "Hva (type)".
pub(crate) fn behind_mark(heading: &str, host: Field, form: FormId) -> Option<(Field, Cut)> {
    let bracketed = || heading.trim_end().strip_suffix(')')?.split_once('(');
    let (before, after, cut) = match heading.split_once('/') {
        Some((before, after)) => (before, after, Cut::Stroke),
        None => bracketed().map(|(before, after)| (before, after, Cut::Brackets))?,
    };
    let mut buffer = String::new();
    let mut means = |text: &str| {
        let own = label::exact(text, &mut buffer).and_then(|it| it.column(form));
        own.or_else(|| label(text, |it| it.column(form).is_some())?.column(form))
    };
    let guest = means(after).filter(|guest| lodges(host, *guest))?;
    (means(before) == Some(host)).then_some((guest, cut))
}

/// Whether a column has words that only a mark tells from the words behind it.
pub(crate) fn can_be_cut(host: Field) -> bool {
    matches!(host, Field::Venue | Field::Title | Field::Active)
}

/// Whether a column's cells may hold another's values too.
fn lodges(host: Field, guest: Field) -> bool {
    use Field::{Address, City, Date, Email, From, Leader, Name, Phone, Postcode, Theme, Title};
    let person = [Name, Leader, Address, Phone, Email, Postcode];
    let contact = [Address, Phone, Email, Postcode, City];
    (person.contains(&host) && contact.contains(&guest))
        || (host == Date && [From, Field::To].contains(&guest))
        || (host == From && guest == Field::To)
        || (host == Field::Venue && guest == Field::Organiser)
        || (host == Field::Active && guest == Field::Unpaid)
        // The theme may stand in the title.
        || (host == Title && [Theme, Field::Type].contains(&guest))
}

fn meant(text: &str, known: &Vocabulary, fits: &impl Fn(&Label) -> bool) -> Option<&'static Label> {
    if text.len() > LONGEST {
        return None;
    }
    let mut folded = String::new();
    fold_into(label::without_number(text), &mut folded);
    known.meant(&folded, fits)
}

/// Adds the headings in people's own words to the labels, in the rows that can be
/// a header by them and in the columns that can be a record; tells whether there
/// were any.
pub(crate) fn add<'a>(grid: &Grid<'a>, labels: &mut Vec<Found<'a>>) -> bool {
    let before = labels.len();
    let lines = grid.rows.iter().take(ROWS).map(|line| grid.line(*line));
    let texts = |cells: &&[Cell]| cells.iter().all(|cell| text(cell).is_some());
    for cells in lines.filter(texts) {
        let cells: Vec<&Cell> = cells.iter().collect();
        add_headings(&cells, labels);
    }
    // A record's labels lead their rows.
    let leading = grid.rows.iter().take(ROWS).filter_map(|line| {
        let first = grid.line(*line).first()?;
        text(first).map(|_| first)
    });
    let leading: Vec<&Cell> = leading.collect();
    for run in leading.chunk_by(|one, other| one.column == other.column && one.row + 1 == other.row)
    {
        add_headings(run, labels);
    }
    labels.sort_by_key(|found| (found.row, found.column));
    labels.len() > before
}

/// Adds what the cells of a row or a column mean, if they are headings together.
fn add_headings<'a>(cells: &[&Cell], labels: &mut Vec<Found<'a>>) {
    if cells.len() < FEWEST {
        return;
    }
    let is_known = |found: &&Found<'_>| {
        let place = (found.row, found.column);
        cells.iter().any(|cell| (cell.row, cell.column) == place)
    };
    let known: Vec<Found<'a>> = labels.iter().filter(is_known).copied().collect();
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

/// The headings of a row that no label was found for.
fn headings<'a>(cells: &[&Cell], known: &[Found<'a>]) -> Vec<Found<'a>> {
    let mut found: Vec<Found<'a>> = Vec::new();
    let unknown = cells.iter().filter(|cell| {
        let place = (cell.row, cell.column);
        !known.iter().any(|found| (found.row, found.column) == place)
    });
    for cell in unknown {
        let taken = |it: &Label| {
            let mut all = known.iter().chain(&found);
            all.any(|other| std::ptr::eq(other.matched.label, it))
        };
        let heads = |it: &Label| FormId::ALL.iter().any(|form| it.column(*form).is_some());
        let label = text(cell).and_then(|text| {
            let mut forms = FormId::ALL.iter();
            let several = forms.find_map(|form| compound(text, *form));
            several
                .filter(|it| !taken(it))
                .or_else(|| label(text, |it| heads(it) && !taken(it)))
        });
        found.extend(label.map(|label| Found {
            row: cell.row,
            column: cell.column,
            matched: Match {
                label,
                exact: true,
                worded: false,
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
            ("Antall møter", ""),
            ("Hvor mange møter", ""),
            ("Aktivitetsdatoer", ""),
            ("Oppmøtested", ""),
            ("Ledsager", ""),
            ("Telefonsamtaler", ""),
            ("Kor mange va vi", "participants"),
            ("3. Hva handlet det om? (stikkord)", "theme"),
            ("Deltakere fra andre lag", ""),
            ("Hvem betalte", ""),
            ("Kostnad lokale", ""),
            ("Dato betalt", ""),
            ("Deltakere 2024", ""),
            ("Kurs 2021", ""),
            ("Navn på foredragsholder", ""),
        ];
        for (text, wanted) in cases {
            let found = label(text, |it| it.column(FormId::Activities).is_some());
            let key = found.and_then(|it| it.column(FormId::Activities));
            assert_eq!(key.map_or("", |field| field.key()), wanted, "{text}");
        }
    }
}
