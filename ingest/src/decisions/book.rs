//! The decision workbook as sheets.

use super::answer::{Answer, Subject};
use super::lines::{CHAPTERS, Lines, TableLine, chapters};
use super::{DecisionBook, Given, OpenForm, OpenRow, PROPERTY, REGION, RowGroup, TOKEN, YEAR};
use crate::blank::{self, BlankError, Entry, Limit, Page};

const HOW: &str = "Velg en avgjørelse og skriv hvorfor på hver linje du vil avgjøre. Lagre filen, og legg den i innboksen. Linjer du lar stå, venter videre.";

/// The heading over what was decided before.
const DECIDED: &str = "Avgjort før, kan endres";

/// What to do about forms on paper.
const PAPER: &str = "Har du fått et av disse på papir, så svar på linjen. Da blir laget ikke minnet om det. Vil du at tallene skal telle, så fyll ut et tomt skjema, skriv «Ført inn fra papir av» og navnet ditt øverst, og legg det i innboksen.";

/// Writes the workbook.
pub(super) fn write(book: &DecisionBook) -> Result<Vec<u8>, BlankError> {
    let mut pages = vec![forms(book), rows(book)];
    if book
        .forms
        .iter()
        .any(|form| matches!(form.subject, Subject::Chapter(_)))
    {
        pages.push(chapters(book));
    }
    let properties = [
        (PROPERTY, "1".to_owned()),
        (REGION, book.region.clone()),
        (YEAR, book.basis_year.to_string()),
        (TOKEN, book.token.clone()),
    ];
    let properties = properties.map(|(name, value)| (name.to_owned(), value));
    let title = format!("Avklaringer {} {}", book.region, book.basis_year);
    blank::write_pages(&title, &pages, &properties)
}

fn forms(book: &DecisionBook) -> Page {
    let columns = [
        ("Lag", 26.0),
        ("Fil", 30.0),
        ("Skjema", 24.0),
        ("Regel", 28.0),
        ("Hvorfor det venter", 40.0),
    ];
    let mut sheet = Lines::new(book, "Skjemaer", HOW, &columns);
    if !book.complaints.is_empty() {
        sheet.heading("Dette kunne vi ikke bruke i filen du sendte sist");
        for complaint in &book.complaints {
            sheet.words(complaint);
        }
    }
    let group = |wanted: (bool, bool)| {
        let is_of = |form: &&OpenForm| (form.given.is_some(), form.missing) == wanted;
        book.forms.iter().filter(is_of).collect::<Vec<_>>()
    };
    let waiting = group((false, false));
    sheet.heading(&format!("Til avklaring ({})", waiting.len()));
    if waiting.is_empty() {
        sheet.words("Ingen skjemaer venter på deg.");
    }
    for form in waiting {
        sheet.line(form_line(book, form));
    }
    let decided: Vec<_> = book
        .forms
        .iter()
        .filter(|form| form.given.is_some())
        .collect();
    if !decided.is_empty() {
        sheet.heading(&format!("{DECIDED} ({})", decided.len()));
    }
    for form in decided {
        sheet.line(form_line(book, form));
    }
    let missing = group((false, true));
    if !missing.is_empty() {
        sheet.heading(&format!("Ikke kommet ({})", missing.len()));
        sheet.words(PAPER);
    }
    for form in missing {
        sheet.line(form_line(book, form));
    }
    sheet.page
}

fn form_line(book: &DecisionBook, form: &OpenForm) -> TableLine {
    let last = book.chapters.len() + 1;
    let limit = match form.subject {
        Subject::Chapter(_) => Limit::Range(format!("{CHAPTERS}!$A$2:$A${last}")),
        Subject::Signature(_) => list(book, &[Answer::SignatureSeen, Answer::SignatureRefused]),
        Subject::Takeover(_) => list(book, &[Answer::TakesOver, Answer::StaysOut]),
        Subject::OnPaper { .. } => list(book, &[Answer::OnPaper, Answer::OnPaperUnsigned]),
        Subject::Row { .. } => Limit::Anything,
    };
    let cells = [&form.chapter, &form.file, &form.form, &form.rule, &form.why];
    TableLine {
        cells: cells.map(Entry::text).to_vec(),
        limit,
        answer: answer(book, form.given.as_ref()),
        reason: form.given.as_ref().map(|given| given.reason.clone()),
        key: form.subject.key(),
        mark: mark(book, &form.subject, form.given.as_ref()),
    }
}

fn rows(book: &DecisionBook) -> Page {
    let columns = [
        ("Lag", 20.0),
        ("Fil", 22.0),
        ("Ark", 12.0),
        ("Rad", 6.0),
        ("Dette skrev laget", 42.0),
        ("Regel", 22.0),
        ("Hvorfor", 36.0),
    ];
    let mut sheet = Lines::new(book, "Rader", HOW, &columns);
    let groups = [
        (RowGroup::Waiting, "Til avklaring"),
        (RowGroup::Answered, "Endret etter at du spurte"),
        (RowGroup::Decided, DECIDED),
        (RowGroup::Merged, "Regnet som samme person"),
        (RowGroup::Excluded, "Ikke medregnet, kan omgjøres"),
    ];
    for (group, words) in groups {
        let lines: Vec<&OpenRow> = book.rows.iter().filter(|row| row.group == group).collect();
        if lines.is_empty() && group != RowGroup::Waiting {
            continue;
        }
        sheet.heading(&format!("{words} ({})", lines.len()));
        if lines.is_empty() {
            sheet.words("Ingen rader venter på deg.");
        }
        for row in lines {
            sheet.line(row_line(book, row));
        }
    }
    sheet.page
}

fn row_line(book: &DecisionBook, row: &OpenRow) -> TableLine {
    let cells = vec![
        Entry::text(&row.chapter),
        Entry::text(&row.file),
        Entry::text(&row.sheet),
        Entry::Number(row.row.into()),
        Entry::text(&row.text),
        Entry::text(&row.rule),
        Entry::text(&row.why),
    ];
    let answers = [Answer::Counts, Answer::DoesNotCount, Answer::AskChapter];
    TableLine {
        cells,
        limit: list(book, &answers),
        answer: answer(book, row.given.as_ref()),
        reason: row.given.as_ref().map(|given| given.reason.clone()),
        key: row.subject.key(),
        mark: mark(book, &row.subject, row.given.as_ref()),
    }
}

fn list(book: &DecisionBook, answers: &[Answer]) -> Limit {
    let words = answers.iter().map(|answer| answer.words(&book.chapters));
    Limit::List(words.collect())
}

fn answer(book: &DecisionBook, given: Option<&Given>) -> Option<String> {
    given.map(|given| given.answer.words(&book.chapters))
}

/// How the line stands in this workbook.
fn mark(book: &DecisionBook, subject: &Subject, given: Option<&Given>) -> Option<String> {
    let open = || book.taken_back.get(&subject.key()).cloned();
    given.map(Given::mark).or_else(open)
}
