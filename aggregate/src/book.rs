//! Door to `rust_xlsxwriter`: the application becomes the bytes of a workbook.

use rust_xlsxwriter::{
    Chart, ChartType, Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Workbook, Worksheet, XlsxError,
};

use crate::application::Application;
use crate::ruling::{Lines, column_letters};
use crate::sheet::{self, Cell, Part, Sheet, Table, Total};

/// The accent: headings, header rows, bars.
const ACCENT: Color = Color::RGB(0x1F_4E_5F);
const PALE: Color = Color::RGB(0xE9_F0_F2);
const RULE: Color = Color::RGB(0xB9_C7_CC);
const GREY: Color = Color::RGB(0x5F_6B_70);

/// Numbers with a blank before each three digits, whatever the reader's language.
const WHOLE: &str = r"[>=1000000]#\ ###\ ##0;[>=1000]#\ ##0;0";
const TENTHS: &str = r"[>=1000]#\ ##0.0;0.0";
const DAY: &str = "dd.mm.yyyy";

/// More than any honest text, and well below what a cell can hold.
const LONGEST_TEXT: usize = 8_000;

/// That the workbook could not be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write the workbook: {0}")]
pub struct BookError(String);

impl From<XlsxError> for BookError {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}

/// Writes the application as an xlsx file. The same application gives the same bytes.
pub fn write(application: &Application<'_>) -> Result<Vec<u8>, BookError> {
    let mut workbook = Workbook::new();
    // A quarter larger than the usual level 6 makes it, in little more than half the time.
    workbook.set_zip_compression_level(2);
    let day = ExcelDateTime::parse_from_str(&application.as_of.format("%Y-%m-%d").to_string())?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&application.title)
            .set_author(&application.organisation)
            .set_company(&application.organisation)
            .set_creation_datetime(&day),
    );
    for sheet in &application.sheets {
        Page::new(workbook.add_worksheet(), sheet)?.fill(application, sheet)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// A worksheet being filled from the top.
struct Page<'w> {
    paper: &'w mut Worksheet,
    row: u32,
}

impl<'w> Page<'w> {
    fn new(paper: &'w mut Worksheet, sheet: &Sheet<'_>) -> Result<Self, XlsxError> {
        paper.set_name(sheet.name)?;
        paper.set_tab_color(match sheet.part {
            Part::Summary => ACCENT,
            Part::Figures => Color::RGB(0x5B_8A_99),
            Part::Evidence => RULE,
            Part::Action => Color::RGB(0xC7_8B_2B),
        });
        for (column, width) in (0..).zip(&sheet.widths) {
            paper.set_column_width(column, f64::from(*width))?;
        }
        Ok(Self { paper, row: 0 })
    }

    fn fill(mut self, application: &Application<'_>, sheet: &Sheet<'_>) -> Result<(), XlsxError> {
        self.set_up_print(application, sheet);
        let heading = Format::new()
            .set_bold()
            .set_font_size(17)
            .set_font_color(ACCENT);
        self.paper.set_row_height(0, 26)?;
        self.paper
            .write_string_with_format(0, 0, &sheet.heading, &heading)?;
        for note in &sheet.notes {
            self.row += 1;
            self.paper.write_string_with_format(
                self.row,
                0,
                note,
                &plain().set_font_color(GREY),
            )?;
        }
        self.row += 2;
        let mut drawn = None;
        for (index, table) in sheet.tables.iter().enumerate() {
            let lines = self.table(sheet, table)?;
            if sheet.chart.is_some_and(|chart| chart.table == index) {
                drawn = Some(lines);
            }
        }
        if let (Some(chart), Some(lines)) = (sheet.chart, drawn) {
            self.chart(sheet.name, chart, lines)?;
        }
        Ok(())
    }

    fn set_up_print(&mut self, application: &Application<'_>, sheet: &Sheet<'_>) {
        // An ampersand begins a field in headers and footers.
        let safe = |text: &str| text.replace('&', "&&");
        self.paper
            .set_paper_size(9)
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3)
            .set_footer(format!(
                "&L&8{}&C&8{}&R&8Side &P av &N",
                safe(&application.title),
                safe(sheet.name)
            ));
        if sheet.part == Part::Summary {
            self.paper.set_screen_gridlines(false);
        }
    }

    /// Writes a table and says where its rows came to stand.
    fn table(&mut self, sheet: &Sheet<'_>, table: &Table<'_>) -> Result<Lines, XlsxError> {
        if !table.caption.is_empty() {
            let caption = plain().set_bold().set_font_size(12).set_font_color(ACCENT);
            self.paper
                .write_string_with_format(self.row, 0, table.caption, &caption)?;
            self.row += 1;
        }
        let above = u32::from(table.list && !table.totals.is_empty());
        let header = self.row + above;
        let lines = Lines::below(header, table);
        self.header(header, table)?;
        if table.list {
            self.list(sheet, table, lines)?;
            self.totals(self.row, table, lines)?;
        } else {
            self.rows(table, lines)?;
            self.totals(lines.after(), table, lines)?;
        }
        self.row = lines.after() + 2;
        if !table.list {
            self.row += u32::try_from(table.totals.len()).unwrap_or(0);
        }
        Ok(lines)
    }

    fn header(&mut self, row: u32, table: &Table<'_>) -> Result<(), XlsxError> {
        let base = plain()
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(ACCENT)
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter);
        self.paper.set_row_height(row, 32)?;
        for (column, heading) in (0..).zip(&table.columns) {
            let format = align(base.clone(), heading.format);
            self.paper
                .write_string_with_format(row, column, heading.heading, &format)?;
        }
        Ok(())
    }

    /// The rows of a long list. Formats stand on the columns, since a format on each
    /// cell would cost more than the cell.
    fn list(
        &mut self,
        sheet: &Sheet<'_>,
        table: &Table<'_>,
        lines: Lines,
    ) -> Result<(), XlsxError> {
        for (column, heading) in (0..).zip(&table.columns) {
            self.paper.set_column_format(
                column,
                &shown(align(plain(), heading.format), heading.format),
            )?;
        }
        for (row, cells) in (lines.first..).zip(table.rows()) {
            for (column, cell) in (0..).zip(cells) {
                self.bare(row, column, cell)?;
            }
        }
        self.when_empty(table, lines)?;
        let header = lines.first - 1;
        let last_column = lines.columns.saturating_sub(1);
        self.paper
            .autofilter(header, 0, lines.last().max(header), last_column)?;
        let named = table.columns.iter().take_while(|column| !column.sum);
        let fixed = if sheet.part == Part::Figures {
            named.count().min(2)
        } else {
            0
        };
        self.paper
            .set_freeze_panes(lines.first, u16::try_from(fixed).unwrap_or(0))?;
        self.paper.set_repeat_rows(header, header)?;
        Ok(())
    }

    fn rows(&mut self, table: &Table<'_>, lines: Lines) -> Result<(), XlsxError> {
        let formats: Vec<Format> = table
            .columns
            .iter()
            .map(|column| {
                let ruled = plain()
                    .set_border_bottom(FormatBorder::Hair)
                    .set_border_bottom_color(RULE);
                shown(align(ruled, column.format), column.format)
            })
            .collect();
        for (row, cells) in (lines.first..).zip(table.rows()) {
            for ((column, cell), format) in (0..).zip(cells).zip(&formats) {
                self.dressed(row, column, cell, format)?;
            }
        }
        self.when_empty(table, lines)
    }

    fn when_empty(&mut self, table: &Table<'_>, lines: Lines) -> Result<(), XlsxError> {
        if lines.rows == 0 {
            let format = plain().set_italic().set_font_color(GREY);
            self.paper
                .write_string_with_format(lines.first, 0, table.when_empty, &format)?;
        }
        Ok(())
    }

    fn bare(&mut self, row: u32, column: u16, cell: &Cell<'_>) -> Result<(), XlsxError> {
        if let Cell::Text(text) = cell {
            self.paper.write_string(row, column, clipped(text))?;
        } else if let Some(number) = cell.number() {
            self.paper.write_number(row, column, number)?;
        }
        Ok(())
    }

    fn dressed(
        &mut self,
        row: u32,
        column: u16,
        cell: &Cell<'_>,
        format: &Format,
    ) -> Result<(), XlsxError> {
        if let Cell::Text(text) = cell {
            self.paper
                .write_string_with_format(row, column, clipped(text), format)?;
        } else if let Some(number) = cell.number() {
            self.paper
                .write_number_with_format(row, column, number, format)?;
        } else {
            self.paper.write_blank(row, column, format)?;
        }
        Ok(())
    }

    fn totals(&mut self, row: u32, table: &Table<'_>, lines: Lines) -> Result<(), XlsxError> {
        let last = lines.columns.saturating_sub(1);
        let style = plain()
            .set_bold()
            .set_background_color(PALE)
            .set_font_color(ACCENT);
        for (row, total) in (row..).zip(&table.totals) {
            for column in 0..=last {
                self.paper.write_blank(row, column, &style)?;
            }
            let (Total::Sum { label }
            | Total::SumAnd { label, .. }
            | Total::Times { label, .. }
            | Total::Given { label, .. }) = total;
            self.paper.write_string_with_format(row, 0, label, &style)?;
            let whole = style.clone().set_num_format(WHOLE);
            match total {
                Total::Sum { .. } => self.sums(row, table, lines, &style)?,
                Total::SumAnd { last: number, .. } => {
                    self.sums(row, table, lines, &style)?;
                    let number = Cell::Whole(*number);
                    self.dressed(row, last, &number, &whole)?;
                }
                Total::Times { tenths, .. } => {
                    let format = style.clone().set_num_format(TENTHS);
                    let product = lines.product(table, *tenths, row);
                    self.formula(row, last, product, &format)?;
                }
                Total::Given { value, .. } => {
                    self.dressed(row, last, &Cell::Whole(*value), &whole)?;
                }
            }
        }
        Ok(())
    }

    fn sums(
        &mut self,
        row: u32,
        table: &Table<'_>,
        lines: Lines,
        style: &Format,
    ) -> Result<(), XlsxError> {
        for (column, heading) in (0..).zip(&table.columns) {
            if heading.sum {
                let format = shown(style.clone(), heading.format);
                self.formula(row, column, lines.sum(table, column), &format)?;
            }
        }
        Ok(())
    }

    /// Every formula stands with its value, since not every reader works it out.
    fn formula(
        &mut self,
        row: u32,
        column: u16,
        (formula, value): (String, String),
        format: &Format,
    ) -> Result<(), XlsxError> {
        let formula = Formula::new(formula).set_result(value);
        self.paper
            .write_formula_with_format(row, column, formula, format)?;
        Ok(())
    }

    fn chart(&mut self, name: &str, chart: sheet::Chart, lines: Lines) -> Result<(), XlsxError> {
        if lines.rows == 0 {
            return Ok(());
        }
        let range = |column: usize| {
            let letters = column_letters(u16::try_from(column).unwrap_or(0));
            let (first, last) = (lines.first + 1, lines.last() + 1);
            format!("='{name}'!${letters}${first}:${letters}${last}")
        };
        let mut bars = Chart::new(ChartType::Column);
        bars.add_series()
            .set_categories(range(chart.names).as_str())
            .set_values(range(chart.numbers).as_str())
            .set_gap(80)
            .set_format(
                rust_xlsxwriter::ChartFormat::new()
                    .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(ACCENT)),
            )
            .set_data_label(rust_xlsxwriter::ChartDataLabel::new().show_value());
        bars.title().set_name(chart.title);
        bars.legend().set_hidden();
        bars.y_axis().set_major_gridlines(false).set_hidden(true);
        bars.set_width(760).set_height(260);
        self.paper.insert_chart(self.row, 0, &bars)?;
        Ok(())
    }
}

fn plain() -> Format {
    Format::new().set_align(FormatAlign::Top)
}

/// Sets numbers to the right and text to the left.
fn align(format: Format, of: sheet::Format) -> Format {
    match of {
        sheet::Format::Text | sheet::Format::Wrapped => format.set_align(FormatAlign::Left),
        sheet::Format::Note | sheet::Format::Whole | sheet::Format::Tenths | sheet::Format::Day => {
            format.set_align(FormatAlign::Right)
        }
    }
}

/// Sets how a cell of a column is shown.
fn shown(format: Format, of: sheet::Format) -> Format {
    match of {
        sheet::Format::Text => format,
        sheet::Format::Wrapped => format.set_text_wrap(),
        sheet::Format::Note => format.set_font_color(GREY),
        sheet::Format::Whole => format.set_num_format(WHOLE),
        sheet::Format::Tenths => format.set_num_format(TENTHS),
        sheet::Format::Day => format.set_num_format(DAY),
    }
}

fn clipped(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST_TEXT);
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}
