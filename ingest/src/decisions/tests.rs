//! A decision workbook that is written, filled in and read again.

use super::*;
use crate::blank::{self, Entry, LaidCell, Page, Style};
use crate::{Piece, read};

fn row(nth: char) -> Subject {
    Subject::Row {
        chapter: "17".to_owned(),
        form: FormId::Activities,
        substance: nth.to_string().repeat(64),
    }
}

fn signature() -> Subject {
    Subject::Signature(Piece {
        sha256: "b".repeat(64),
        form: FormId::AnnualReport,
        part: String::new(),
    })
}

fn whose() -> Subject {
    Subject::Chapter(Piece {
        sha256: "c".repeat(64),
        form: FormId::MeetingPlace,
        part: String::new(),
    })
}

fn given(answer: Answer, reason: &str) -> Given {
    Given {
        answer,
        reason: reason.to_owned(),
    }
}

fn open_form(subject: Subject, given: impl Into<Option<Given>>) -> OpenForm {
    OpenForm {
        subject,
        missing: false,
        chapter: "Samtalen Åsvær".to_owned(),
        file: "årsrapport.xlsx".to_owned(),
        form: "Årsrapport for lag".to_owned(),
        rule: "K033 Underskriften er ikke bekreftet".to_owned(),
        why: "Underskriften venter på at rådgiveren har sett den.".to_owned(),
        given: given.into(),
    }
}

fn open_row(subject: Subject, given: impl Into<Option<Given>>) -> OpenRow {
    OpenRow {
        subject,
        group: RowGroup::Waiting,
        chapter: "Samtalen Åsvær".to_owned(),
        file: "aktiviteter.xlsx".to_owned(),
        sheet: "Aktiviteter".to_owned(),
        row: 9,
        text: "=Tur og prat".to_owned(),
        rule: "K059 Rådgiveren må avgjøre".to_owned(),
        why: "Antall deltakere mangler.".to_owned(),
        given: given.into(),
    }
}

fn book() -> DecisionBook {
    DecisionBook {
        region: "Øst".to_owned(),
        basis_year: 2025,
        adviser: "Jorunn Sæbø".to_owned(),
        forms: vec![
            open_form(
                signature(),
                given(Answer::SignatureSeen, "Sett på papiret."),
            ),
            open_form(
                whose(),
                given(Answer::ChapterIs("17".to_owned()), "Laget har byttet navn."),
            ),
        ],
        rows: vec![
            open_row(row('1'), given(Answer::Counts, "Ringte laget.")),
            open_row(row('2'), given(Answer::AskChapter, "Hvor mange kom?")),
            open_row(row('3'), None),
        ],
        chapters: vec![("17".to_owned(), "Samtalen Åsvær".to_owned())],
        complaints: Vec::new(),
        taken_back: BTreeMap::new(),
        token: "5a5a".to_owned(),
    }
}

fn read_back(bytes: &[u8]) -> Decisions {
    let mut readings = read(bytes);
    assert_eq!(readings.len(), 1);
    readings.remove(0).decisions.unwrap()
}

#[test]
fn what_was_answered_comes_back() {
    let told = read_back(&write_decisions(&book()).unwrap());
    assert_eq!(told.region.as_deref(), Some("Øst"));
    assert_eq!(told.basis_year, Some(2025));
    assert_eq!(told.by.as_deref(), Some("Jorunn Sæbø"));
    assert_eq!(told.token.as_deref(), Some("5a5a"));
    // Each answer knows that it stood there; the line without one is not brought back.
    assert!(told.lines.iter().all(|line| line.stood.is_some()));
    let lines: Vec<_> = told
        .lines
        .into_iter()
        .map(|line| (line.subject.unwrap(), line.answer.unwrap(), line.reason))
        .collect();
    let expected = [
        (signature(), Answer::SignatureSeen, "Sett på papiret."),
        (
            whose(),
            Answer::ChapterIs("17".to_owned()),
            "Laget har byttet navn.",
        ),
        (row('1'), Answer::Counts, "Ringte laget."),
        (row('2'), Answer::AskChapter, "Hvor mange kom?"),
    ];
    let expected = expected.map(|(subject, answer, reason)| (subject, answer, reason.to_owned()));
    assert_eq!(lines, expected);
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    assert_eq!(
        write_decisions(&book()).unwrap(),
        write_decisions(&book()).unwrap()
    );
}

/// A workbook as another program might save it: no hidden properties, columns moved.
fn by_hand(lines: &[[&str; 3]]) -> Vec<u8> {
    let mut page = Page {
        sheet: "Ark1".to_owned(),
        widths: vec![20.0; 3],
        row_height: 20.0,
        ..Page::default()
    };
    let head = [
        ["Område", "Øst", ""],
        ["NØKKEL", "begrunnelse", "Avgjørelse"],
    ];
    for (row, cells) in (1..).zip(head.iter().chain(lines)) {
        for (column, text) in (1..).zip(cells) {
            page.cells.push(LaidCell {
                row,
                column,
                across: 1,
                entry: (!text.is_empty()).then(|| Entry::text(*text)),
                style: Style::Label,
            });
        }
    }
    blank::write_pages("", &[page], &[]).unwrap()
}

#[test]
fn labels_are_enough_and_nothing_is_guessed() {
    let key = row('4').key();
    let told = read_back(&by_hand(&[
        [&key, "Laget svarte.", "  medregnes IKKE "],
        [&key, "", "Medregnes"],
        [&key, "Usikker.", "kanskje"],
        ["rad|aktiviteter|x|17", "Feil nøkkel.", "Medregnes"],
        [&key, "", ""],
    ]));
    assert_eq!(told.region.as_deref(), Some("Øst"));
    let lines: Vec<_> = told
        .lines
        .iter()
        .map(|line| {
            (
                line.row,
                line.subject.is_some(),
                line.answer.clone(),
                line.answered,
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            (3, true, Some(Answer::DoesNotCount), true),
            (4, true, Some(Answer::Counts), true),
            (5, true, None, true),
            (6, false, None, true),
        ]
    );
    assert_eq!(told.lines[1].reason, "");
}

#[test]
fn an_answer_fits_what_it_is_about() {
    for (subject, typed) in [
        (row('5'), "Signatur sett"),
        (signature(), "Medregnes"),
        (signature(), "17"),
    ] {
        let told = read_back(&by_hand(&[[&subject.key(), "Fordi.", typed]]));
        assert_eq!(told.lines[0].answer, None, "{typed}");
    }
}

#[test]
fn a_form_is_no_decision_workbook() {
    let filling = blank::Filling {
        basis_year: 2025,
        hidden_id: true,
        ..blank::Filling::default()
    };
    for form in FormId::ALL {
        let bytes = blank::write(form, &filling).unwrap();
        let readings = read(&bytes);
        assert!(readings.iter().all(|reading| reading.decisions.is_none()));
    }
}

/// The answer and the reason of a line that showed "Medregnes", as they are read when
/// these stand there instead.
fn read_over(answer: Entry, reason: Entry) -> DecisionLine {
    let entries = [
        Entry::text(row('6').key()),
        answer,
        reason,
        Entry::text(given(Answer::Counts, "Ringte laget.").mark()),
    ];
    let labels = [KEY_LABEL, ANSWER_LABEL, REASON_LABEL, STOOD_LABEL].map(Entry::text);
    let mut page = Page {
        sheet: "Ark1".to_owned(),
        widths: vec![20.0; 4],
        row_height: 20.0,
        ..Page::default()
    };
    for (row, line) in (1..).zip([labels, entries]) {
        for (column, entry) in (1..).zip(line) {
            let style = match entry {
                Entry::Date(_) => Style::Input {
                    kind: crate::form::Kind::Date,
                    required: false,
                    column: true,
                },
                Entry::Text(_) | Entry::Number(_) | Entry::Time(_) => Style::Label,
            };
            page.cells.push(LaidCell {
                row,
                column,
                across: 1,
                entry: Some(entry),
                style,
            });
        }
    }
    let bytes = blank::write_pages("", &[page], &[]).unwrap();
    read_back(&bytes).lines.remove(0)
}

#[test]
fn a_day_over_a_standing_answer_clears_nothing_and_is_a_reason() {
    let day = || Entry::Date(NaiveDate::from_ymd_opt(2026, 5, 1).unwrap());
    let line = read_over(day(), Entry::text("Ringte laget."));
    assert!(line.answered && !line.is_cleared() && !line.is_untouched());
    assert_eq!(line.answer, None);
    let line = read_over(Entry::text("Medregnes ikke"), day());
    assert_eq!(line.answer, Some(Answer::DoesNotCount));
    assert_eq!(line.reason, "01.05.2026");
    let line = read_over(Entry::text("Medregnes ikke"), Entry::Number(45.0));
    assert_eq!(line.reason, "45");
}
