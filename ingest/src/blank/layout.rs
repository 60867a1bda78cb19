//! What stands where in a form: a grid of cells that names no library.

use super::check::{Check, check};
use super::measure::{self, Span};
use super::words::Words;
use super::{Entry, Filling};
use crate::chapter::Language;
use crate::form::{Field, FormId, Item, Kind, SignatureRole, Table};

/// A form as a grid. Rows and columns count from 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Which form it is.
    pub form: FormId,
    /// The title of the form.
    pub title: String,
    /// The name on the tab.
    pub sheet: String,
    /// The written standard.
    pub language: Language,
    /// Whether the page lies on its side.
    pub landscape: bool,
    /// The widths of the columns, in characters.
    pub widths: Vec<f64>,
    /// The height of the other rows, in points.
    pub row_height: f64,
    /// Rows with a height of their own, in points.
    pub heights: Vec<(u32, f64)>,
    /// The cells, row by row.
    pub cells: Vec<LaidCell>,
    /// Where the values outside the table stand.
    pub fields: Vec<(Field, (u32, u16))>,
    /// The row with the table's header.
    pub header_row: u32,
    /// The columns of the table.
    pub columns: Vec<(Field, u16)>,
    /// The first and the last row of the table, filled in or not.
    pub table_rows: (u32, u32),
    /// The signature blocks.
    pub signatures: Vec<SignaturePlace>,
    /// What may be typed where, and the help with it.
    pub checks: Vec<Check>,
    /// Hidden document properties.
    pub properties: Vec<(String, String)>,
    /// The rows after which a new printed page begins.
    pub page_breaks: Vec<u32>,
    /// What is printed at the top left of each page, and at the top right.
    pub page_head: (String, String),
    /// What is printed at the bottom left, and at the bottom right, where `&P`
    /// is the page's number and `&N` the number of pages.
    pub page_foot: (String, String),
}

/// A cell of the grid.
#[derive(Clone, Debug, PartialEq)]
pub struct LaidCell {
    /// Row, from 1.
    pub row: u32,
    /// Column, from 1.
    pub column: u16,
    /// How many columns it is merged over, itself included.
    pub across: u16,
    /// What stands in it.
    pub entry: Option<Entry>,
    /// How it looks.
    pub style: Style,
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The form's title.
    Title,
    /// How to fill it in.
    Guidance,
    /// A heading above fields or a table.
    Section,
    /// A label beside its field.
    Label,
    /// A label above its column.
    Header,
    /// A place to write.
    Input {
        /// What belongs there.
        kind: Kind,
        /// Whether the form is incomplete without it.
        required: bool,
        /// Whether it lies in a table's column.
        column: bool,
    },
    /// A place to sign.
    Signature {
        /// Whether the form is incomplete without it.
        required: bool,
    },
}

/// Where a signature block stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignaturePlace {
    /// Who signs here.
    pub role: SignatureRole,
    /// The signature field.
    pub field: (u32, u16),
    /// How many columns the field is merged over.
    pub across: u16,
    /// Where the name in block letters goes.
    pub name: (u32, u16),
    /// Where the date goes.
    pub date: (u32, u16),
    /// Whether a picture of a signature lies in the field.
    pub picture: bool,
}

/// Lays out a form with what is to stand in it.
pub fn layout(form: FormId, filling: &Filling) -> Layout {
    let declaration = form.form();
    let words = Words::of(filling.language);
    let title = words.pick(declaration.title, declaration.title_nn);
    let mut grid = Grid::new(form, filling, title);
    grid.title(title);
    let guidance = words.pick(declaration.guidance, declaration.guidance_nn);
    grid.guidance(guidance);
    grid.fields(declaration.fields);
    if let Some(table) = &declaration.table {
        grid.table(table);
    }
    grid.signatures(declaration.signatures);
    if let Some(name) = &filling.copied_by {
        let mark = format!("{} {name}", words.copied);
        grid.whole_row(&mark, Style::Guidance, 18.0);
    }
    grid.layout
}

/// The layout as far as it has come, and the row that comes next.
pub(super) struct Grid<'a> {
    pub(super) layout: Layout,
    pub(super) filling: &'a Filling,
    pub(super) words: &'static Words,
    pub(super) row: u32,
}

impl<'a> Grid<'a> {
    fn new(form: FormId, filling: &'a Filling, title: &str) -> Self {
        let words = Words::of(filling.language);
        let declaration = form.form();
        let columns = declaration.table.iter().flat_map(|table| table.columns);
        let widths = columns
            .map(|item| measure::width(form, item.field))
            .collect();
        Self {
            layout: Layout {
                form,
                title: title.to_owned(),
                sheet: words.sheet(form).to_owned(),
                language: filling.language,
                landscape: measure::landscape(form),
                widths,
                row_height: measure::row_height(form),
                heights: Vec::new(),
                page_breaks: Vec::new(),
                cells: Vec::new(),
                fields: Vec::new(),
                header_row: 0,
                columns: Vec::new(),
                table_rows: (0, 0),
                signatures: Vec::new(),
                checks: Vec::new(),
                properties: properties(form, filling),
                page_head: page_head(filling, words),
                page_foot: (
                    title.to_owned(),
                    format!("{} &P {} &N", words.page, words.of),
                ),
            },
            filling,
            words,
            row: 1,
        }
    }

    fn title(&mut self, title: &str) {
        self.whole_row(title, Style::Title, 27.0);
    }

    /// How to fill the form in: a line each where there is room, else one
    /// paragraph, since all above the header stays on the screen.
    fn guidance(&mut self, lines: &[&str]) {
        let lines = lines.iter().copied().chain([self.words.legend]);
        let lines: Vec<String> = if measure::pairs(&self.layout.widths).len() == 1 {
            lines.map(str::to_owned).collect()
        } else {
            vec![lines.collect::<Vec<&str>>().join(" ")]
        };
        for line in lines {
            let height = measure::height(&line, &self.layout.widths);
            self.whole_row(&line, Style::Guidance, height);
        }
    }

    /// A heading, after a narrow row that keeps it from being taken for the
    /// value of the label above it.
    pub(super) fn section(&mut self, heading: &str) {
        self.layout.heights.push((self.row, 8.0));
        self.row += 1;
        self.whole_row(heading, Style::Section, 22.0);
    }

    pub(super) fn whole_row(&mut self, text: &str, style: Style, height: f64) {
        let across = u16::try_from(self.layout.widths.len()).unwrap_or(1);
        let span = Span { first: 1, across };
        self.cell(span, Some(Entry::text(text)), style);
        self.layout.heights.push((self.row, height));
        self.row += 1;
    }

    pub(super) fn cell(&mut self, span: Span, entry: Option<Entry>, style: Style) {
        self.layout.cells.push(LaidCell {
            row: self.row,
            column: span.first,
            across: span.across,
            entry,
            style,
        });
    }

    fn table(&mut self, table: &Table) {
        if self.layout.form == FormId::AnnualReport {
            // The board and the signatures fill the second page together.
            self.layout.page_breaks.push(self.row - 1);
        }
        self.section(self.words.pick(table.title, table.title_nn));
        self.layout.header_row = self.row;
        let height = measure::header_height(self.layout.form);
        self.layout.heights.push((self.row, height));
        for (item, column) in table.columns.iter().zip(1..) {
            let label = self.words.pick(item.label, item.label_nn);
            self.cell(Span::one(column), Some(Entry::text(label)), Style::Header);
            self.layout.columns.push((item.field, column));
        }
        self.row += 1;
        let rows = match self.layout.form {
            FormId::AnnualReport => &self.filling.board,
            FormId::MeetingPlace | FormId::Activities | FormId::PeerSupporters | FormId::Visits => {
                &self.filling.rows
            }
        };
        let filled = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let first = self.row;
        for index in 0..table.blank_rows.max(filled) {
            let cells = usize::try_from(index).ok().and_then(|at| rows.get(at));
            self.table_row(table, cells.map(Vec::as_slice).unwrap_or_default());
        }
        self.layout.table_rows = (first, self.row - 1);
        for (item, column) in table.columns.iter().zip(1..) {
            let area = ((first, column), (self.row - 1, column));
            self.check(item, area);
        }
    }

    fn table_row(&mut self, table: &Table, cells: &[(Field, Entry)]) {
        let texts = table.columns.iter().zip(&self.layout.widths);
        let texts = texts.filter_map(|(item, width)| match found(cells, item.field)? {
            Entry::Text(text) => Some((text, *width)),
            Entry::Number(_) | Entry::Date(_) | Entry::Time(_) => None,
        });
        let highest = texts.map(|(text, width)| measure::height(&text, &[width - 2.0]));
        let height = highest.fold(0.0, f64::max);
        if height > self.layout.row_height {
            self.layout.heights.push((self.row, height));
        }
        for (item, column) in table.columns.iter().zip(1..) {
            let entry = found(cells, item.field);
            self.cell(Span::one(column), entry, input(item, true));
        }
        self.row += 1;
    }

    pub(super) fn check(&mut self, item: &Item, area: ((u32, u16), (u32, u16))) {
        let year = self.filling.basis_year;
        let check = check(item, self.words, year, area);
        self.layout.checks.push(check);
    }
}

/// How a place to write looks.
pub(super) fn input(item: &Item, column: bool) -> Style {
    Style::Input {
        kind: item.kind,
        required: item.required,
        column,
    }
}

/// What was told for a field.
pub(super) fn found(entries: &[(Field, Entry)], field: Field) -> Option<Entry> {
    let mut entries = entries.iter();
    entries
        .find(|(other, _)| *other == field)
        .map(|(_, entry)| entry.clone())
}

fn properties(form: FormId, filling: &Filling) -> Vec<(String, String)> {
    if !filling.hidden_id {
        return Vec::new();
    }
    let property = |name: &str, value: String| (format!("samlerapport.{name}"), value);
    let mut properties = vec![
        property("form", form.key().to_owned()),
        property("version", form.form().version.to_string()),
    ];
    properties.extend(
        filling
            .chapter
            .clone()
            .map(|number| property("chapter", number)),
    );
    properties.push(property("basis_year", filling.basis_year.to_string()));
    properties
}

fn page_head(filling: &Filling, words: &Words) -> (String, String) {
    let chapter = match found(&filling.fields, Field::ChapterName) {
        Some(Entry::Text(name)) => name,
        Some(Entry::Number(_) | Entry::Date(_) | Entry::Time(_)) | None => String::new(),
    };
    (
        chapter,
        format!("{} {}", words.basis_year, filling.basis_year),
    )
}
