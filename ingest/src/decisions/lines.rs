//! A sheet of lines: heading, who decides, the table, and room to answer in it.

use super::place::Place;
use super::{
    ADVISER_LABEL, ANSWER_LABEL, KEY_LABEL, PLACE_LABEL, REASON_LABEL, REGION_LABEL, STOOD_LABEL,
    TOKEN_LABEL, YEAR_LABEL,
};
use super::{DecisionBook, answer};
use crate::blank::{Check, Entry, LaidCell, Limit, Page, Style};
use crate::form::Kind;

/// The sheet with the chapters that may be chosen.
pub(super) const CHAPTERS: &str = "Lag";

/// A line of a table.
pub(super) struct TableLine {
    /// What stands in the columns before the answer.
    pub(super) cells: Vec<Entry>,
    /// What may be answered.
    pub(super) limit: Limit,
    /// What has been answered before.
    pub(super) answer: Option<String>,
    /// Why.
    pub(super) reason: Option<String>,
    /// The hidden key.
    pub(super) key: String,
    /// The hidden mark of the answer.
    pub(super) mark: Option<String>,
}

/// A sheet as far as it has come.
pub(super) struct Lines {
    pub(super) page: Page,
    row: u32,
    /// How many columns stand before the answer.
    columns: u16,
    /// Their labels.
    labels: Vec<String>,
}

/// The row of the table's header.
const HEADER: u32 = 7;
/// Widths of answer and reason, in characters.
const ANSWER_WIDTH: f64 = 21.0;
const REASON_WIDTH: f64 = 30.0;

impl Lines {
    /// A sheet with its heading and the header of its table.
    pub(super) fn new(
        book: &DecisionBook,
        sheet: &str,
        guidance: &str,
        columns: &[(&str, f64)],
    ) -> Self {
        let mut widths: Vec<f64> = columns.iter().map(|(_, width)| *width).collect();
        // A column without width is hidden.
        widths.extend([ANSWER_WIDTH, REASON_WIDTH, 0.0, 0.0, 0.0]);
        let across = u16::try_from(columns.len()).unwrap_or(1);
        let page = Page {
            sheet: sheet.to_owned(),
            landscape: true,
            row_height: 20.0,
            heights: vec![(1, 30.0), (2, 34.0), (HEADER - 1, 8.0), (HEADER, 30.0)],
            frozen: HEADER,
            repeated: HEADER,
            head: (
                format!("Avklaringer {} {}", book.region, book.basis_year),
                sheet.to_owned(),
            ),
            foot: (
                "Inneholder personopplysninger. Send ikke videre.".to_owned(),
                "Side &P av &N".to_owned(),
            ),
            widths,
            chosen: Some((HEADER + 1, across + 1)),
            ..Page::default()
        };
        let mut lines = Self {
            page,
            row: HEADER + 1,
            columns: across,
            labels: columns
                .iter()
                .map(|(label, _)| (*label).to_owned())
                .collect(),
        };
        let title = format!("{sheet} til avklaring, {}", book.region);
        lines.put((1, 1), across + 2, Some(&title), Style::Title);
        lines.put((2, 1), across + 2, Some(guidance), Style::Guidance);
        lines.who(book);
        let labels = columns.iter().map(|(label, _)| *label);
        let own = [
            ANSWER_LABEL,
            REASON_LABEL,
            KEY_LABEL,
            STOOD_LABEL,
            PLACE_LABEL,
        ];
        for (column, label) in (1..).zip(labels.chain(own)) {
            lines.put((HEADER, column), 1, Some(label), Style::Header);
        }
        lines
    }

    fn who(&mut self, book: &DecisionBook) {
        let year = book.basis_year.to_string();
        let told = [
            (REGION_LABEL, book.region.as_str()),
            (YEAR_LABEL, &year),
            (ADVISER_LABEL, &book.adviser),
        ];
        for (row, (label, value)) in (3..).zip(told) {
            self.put((row, 1), 1, Some(label), Style::Label);
            self.put((row, 2), 1, Some(value), input(row == 5));
        }
        // In the hidden columns, on every sheet.
        let (label, value) = (self.columns + 3, self.columns + 4);
        self.put((3, label), 1, Some(TOKEN_LABEL), Style::Label);
        self.put((3, value), 1, Some(&book.token), input(false));
    }

    /// A heading between the lines.
    pub(super) fn heading(&mut self, words: &str) {
        self.page.heights.push((self.row, 26.0));
        self.put((self.row, 1), 1, Some(words), Style::Section);
        self.row += 1;
    }

    /// A line of plain words.
    pub(super) fn words(&mut self, words: &str) {
        let lines = wrapped(words, self.page.widths.iter().sum());
        self.page.heights.push((self.row, 6.0 + 15.0 * lines));
        self.put(
            (self.row, 1),
            self.columns + 2,
            Some(words),
            Style::Guidance,
        );
        self.row += 1;
    }

    /// A line to be answered.
    pub(super) fn line(&mut self, line: TableLine) {
        let row = self.row;
        self.page.heights.push((row, self.height(&line)));
        let place = self.place(&line).mark(&line.key);
        for (column, entry) in (1..).zip(line.cells) {
            self.page.cells.push(LaidCell {
                row,
                column,
                across: 1,
                entry: Some(entry),
                style: input(false),
            });
        }
        let answer = self.columns + 1;
        self.put((row, answer), 1, line.answer.as_deref(), input(true));
        self.put((row, answer + 1), 1, line.reason.as_deref(), input(true));
        self.put((row, answer + 2), 1, Some(&line.key), input(false));
        self.put((row, answer + 3), 1, line.mark.as_deref(), input(false));
        self.put((row, answer + 4), 1, Some(&place), input(false));
        self.page.checks.push(Check {
            area: ((row, answer), (row, answer)),
            title: ANSWER_LABEL.to_owned(),
            help: "Velg i listen. La cellen stå tom hvis du ikke vil avgjøre dette nå.".to_owned(),
            limit: line.limit,
            refused_title: "Velg i listen".to_owned(),
            refused: "Bare ordene i listen kan leses.".to_owned(),
        });
        self.page.checks.push(Check {
            area: ((row, answer + 1), (row, answer + 1)),
            title: REASON_LABEL.to_owned(),
            help: "Skriv kort hvorfor. En avgjørelse uten begrunnelse blir ikke brukt.".to_owned(),
            limit: Limit::Anything,
            refused_title: String::new(),
            refused: String::new(),
        });
        self.row += 1;
    }

    /// Where the line's row stands, as it will be read back.
    fn place(&self, line: &TableLine) -> Place {
        Place::of(|label| {
            let at = self.labels.iter().position(|known| known == label)?;
            match line.cells.get(at)? {
                Entry::Text(text) => Some(text.clone()),
                Entry::Number(number) => Some(number.to_string()),
                Entry::Date(_) | Entry::Time(_) => None,
            }
        })
    }

    /// As many lines as the longest cell needs.
    fn height(&self, line: &TableLine) -> f64 {
        let reason = line.reason.as_deref().unwrap_or("");
        let needed = line
            .cells
            .iter()
            .map(|entry| match entry {
                Entry::Text(text) => text.as_str(),
                Entry::Number(_) | Entry::Date(_) | Entry::Time(_) => "",
            })
            .zip(&self.page.widths)
            .chain([(reason, &REASON_WIDTH)])
            .map(|(text, width)| wrapped(text, *width))
            .fold(1.0, f64::max);
        (6.0 + 15.0 * needed).clamp(24.0, 400.0)
    }

    fn put(&mut self, (row, column): (u32, u16), across: u16, text: Option<&str>, style: Style) {
        self.page.cells.push(LaidCell {
            row,
            column,
            across,
            entry: text.map(Entry::text),
            style,
        });
    }
}

/// How many lines a text takes, with a little room for broken words.
fn wrapped(text: &str, width: f64) -> f64 {
    let lines = text.lines().map(|line| {
        let letters = u32::try_from(line.chars().count()).unwrap_or(u32::MAX);
        (f64::from(letters) * 1.12 / width.max(1.0)).ceil().max(1.0)
    });
    lines.sum()
}

fn input(required: bool) -> Style {
    Style::Input {
        kind: Kind::Text,
        required,
        column: true,
    }
}

/// The chapters that a form may be placed with.
pub(super) fn chapters(book: &DecisionBook) -> Page {
    let mut page = Page {
        sheet: CHAPTERS.to_owned(),
        widths: vec![60.0],
        row_height: 20.0,
        frozen: 1,
        repeated: 1,
        ..Page::default()
    };
    let names = book.chapters.iter().map(answer::choice);
    let lines = std::iter::once(("Lag i registeret".to_owned(), Style::Header))
        .chain(names.map(|name| (name, input(false))));
    for (row, (text, style)) in (1..).zip(lines) {
        page.cells.push(LaidCell {
            row,
            column: 1,
            across: 1,
            entry: Some(Entry::Text(text)),
            style,
        });
    }
    page
}
