//! Door to `rust_xlsxwriter`: the application becomes the bytes of a workbook.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartSolidFill, ChartType,
    ConditionalFormatFormula, DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet,
    XlsxError,
};

use crate::application::Application;
use crate::ruling::{Lines, clipped, column_letters, lines_of};
use crate::sheet::{self, Cell, Part, Sheet, Style, Table, Total};

mod look;
#[cfg(test)]
mod tests;

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
        paper.set_tab_color(look::tab(sheet.part));
        for (column, width) in (0..).zip(&sheet.widths) {
            paper.set_column_width(column, f64::from(*width))?;
        }
        Ok(Self { paper, row: 0 })
    }

    fn fill(mut self, application: &Application<'_>, sheet: &Sheet<'_>) -> Result<(), XlsxError> {
        self.set_up_print(application, sheet);
        self.paper.set_row_height(0, 26)?;
        self.paper
            .write_string_with_format(0, 0, &sheet.heading, &look::heading())?;
        for note in &sheet.notes {
            self.row += 1;
            self.paper
                .write_string_with_format(self.row, 0, note, &look::note())?;
        }
        self.row += 2;
        for (index, table) in sheet.tables.iter().enumerate() {
            let lines = self.table(sheet, table)?;
            if let Some(chart) = sheet.chart.filter(|chart| chart.table == index) {
                self.chart(sheet.name, chart, lines)?;
            }
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
        if table.style == Style::NextPage {
            self.paper.set_page_breaks(&[self.row])?;
        }
        if !table.caption.is_empty() {
            self.paper
                .write_string_with_format(self.row, 0, table.caption, &look::caption())?;
            self.row += 1;
        }
        let sums = u32::try_from(table.totals.len()).unwrap_or(0);
        let lines = match table.style {
            Style::Headline => {
                let lines = Lines::below(self.row, table);
                self.headline(table, lines)?;
                self.row = lines.after();
                lines
            }
            Style::Plain | Style::NextPage => {
                let lines = Lines::below(self.row, table);
                self.header(self.row, table)?;
                self.rows(table, lines)?;
                self.totals(lines.after(), table, lines)?;
                self.row = lines.after() + sums;
                lines
            }
            Style::List => {
                let lines = Lines::below(self.row + sums, table);
                self.header(self.row + sums, table)?;
                self.list(sheet, table, lines)?;
                self.totals(self.row, table, lines)?;
                self.row = lines.after();
                lines
            }
        };
        self.row += 1;
        Ok(lines)
    }

    fn headline(&mut self, table: &Table<'_>, lines: Lines) -> Result<(), XlsxError> {
        self.paper.set_row_height(lines.first, 30)?;
        for (column, heading) in (0..).zip(&table.columns) {
            self.paper.write_string_with_format(
                lines.first - 1,
                column,
                heading.heading,
                &look::note(),
            )?;
        }
        for (row, cells) in (lines.first..).zip(table.rows()) {
            for ((column, cell), heading) in (0..).zip(cells).zip(&table.columns) {
                let format = look::large(heading.format);
                self.dressed(row, column, cell, &format)?;
            }
        }
        Ok(())
    }

    fn header(&mut self, row: u32, table: &Table<'_>) -> Result<(), XlsxError> {
        self.paper.set_row_height(row, 32)?;
        for (column, heading) in (0..).zip(&table.columns) {
            let format = look::header(heading.format, column);
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
            self.paper
                .set_column_format(column, &look::listed(heading.format, column))?;
        }
        for (row, cells) in (lines.first..).zip(table.rows()) {
            for (column, cell) in (0..).zip(cells) {
                self.bare(row, column, cell)?;
            }
            let lines = lines_of(cells, &table.columns, &sheet.widths);
            if lines > 1 {
                self.paper.set_row_height(row, 15 * lines)?;
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
        // A rule under each row: on the columns it would run on to the end of the sheet.
        let ruled = ConditionalFormatFormula::new()
            .set_rule("=TRUE")
            .set_format(look::rule());
        self.paper.add_conditional_format(
            lines.first,
            0,
            lines.last().max(lines.first),
            last_column,
            &ruled,
        )?;
        Ok(())
    }

    fn rows(&mut self, table: &Table<'_>, lines: Lines) -> Result<(), XlsxError> {
        let formats: Vec<Format> = (0..)
            .zip(&table.columns)
            .map(|(index, column)| look::ruled(column.format, index))
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
            self.paper.write_string_with_format(
                lines.first,
                0,
                table.when_empty,
                &look::empty(),
            )?;
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
        let style = look::total(sheet::Format::Text);
        let whole = look::total(sheet::Format::Whole);
        for (row, total) in (row..).zip(&table.totals) {
            for column in 0..=last {
                self.paper.write_blank(row, column, &style)?;
            }
            let (Total::Sum { label }
            | Total::SumAnd { label, .. }
            | Total::Times { label, .. }
            | Total::Given { label, .. }) = total;
            self.paper.write_string_with_format(row, 0, label, &style)?;
            match total {
                Total::Sum { .. } => self.sums(row, table, lines)?,
                Total::SumAnd { last: number, .. } => {
                    self.sums(row, table, lines)?;
                    let number = Cell::Whole(*number);
                    self.dressed(row, last, &number, &whole)?;
                }
                Total::Times { tenths, .. } => {
                    let format = look::total(sheet::Format::Tenths);
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

    fn sums(&mut self, row: u32, table: &Table<'_>, lines: Lines) -> Result<(), XlsxError> {
        for (column, heading) in (0..).zip(&table.columns) {
            if heading.sum {
                let format = look::total(heading.format);
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
                ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(look::ACCENT)),
            )
            .set_data_label(ChartDataLabel::new().show_value());
        bars.title()
            .set_name(chart.title)
            .set_font(ChartFont::new().set_size(12).set_color(look::ACCENT));
        bars.legend().set_hidden();
        bars.y_axis().set_major_gridlines(false).set_hidden(true);
        bars.set_width(1_040).set_height(220);
        self.paper.insert_chart(self.row, 0, &bars)?;
        self.row += 12;
        Ok(())
    }
}
