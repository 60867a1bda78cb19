//! Door to `rust_xlsxwriter`: sheets become the bytes of a workbook.

use chrono::NaiveDate;
use rust_xlsxwriter::{
    DocProperties, Format, FormatAlign, FormatBorder, Image, Note, Workbook, Worksheet, XlsxError,
};

use super::check::Check;
use super::layout::{LaidCell, Style};
use super::page::Page;
use super::{Entry, scribble};
use crate::form::Kind;

mod validation;

const INK: u32 = 0x001F_3864;
const GREY: u32 = 0x0080_8080;
const REQUIRED: u32 = 0x00FF_F4CC;

/// Writes the sheets, with the title and the hidden properties of the document.
pub(super) fn write(
    title: &str,
    pages: &[Page],
    properties: &[(String, String)],
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&document(title, properties)?);
    for page in pages {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&page.sheet)?;
        set_up(sheet, page)?;
        for cell in &page.cells {
            put(sheet, cell)?;
        }
        for check in &page.checks {
            help(sheet, check)?;
        }
        for ((row, column), text) in &page.notes {
            let note = Note::new(text).add_author_prefix(false);
            sheet.insert_note(row - 1, column - 1, &note)?;
        }
        for (row, column) in &page.pictures {
            let picture = Image::new_from_buffer(&scribble::png())?.set_alt_text("Underskrift");
            sheet.insert_image_with_offset(row - 1, column - 1, &picture, 6, 1)?;
        }
    }
    workbook.save_to_buffer()
}

/// The same bytes for the same sheets need a creation date that stands still.
fn document(title: &str, properties: &[(String, String)]) -> Result<DocProperties, XlsxError> {
    let made = NaiveDate::from_ymd_opt(2025, 1, 1)
        .and_then(|day| day.and_hms_opt(0, 0, 0))
        .ok_or_else(|| XlsxError::ParameterError("no such day".to_owned()))?;
    let mut document = DocProperties::new()
        .set_title(title)
        .set_creation_datetime(&made.and_utc());
    for (name, value) in properties {
        document = document.set_custom_property(name, value.as_str());
    }
    Ok(document)
}

fn set_up(sheet: &mut Worksheet, page: &Page) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3);
    sheet
        .set_screen_gridlines(false)
        .set_print_center_horizontally(true);
    if page.landscape {
        sheet.set_landscape();
    }
    let corner = |text: &str| text.replace('&', "&&");
    sheet.set_header(format!(
        "&L{}&R{}",
        corner(&page.head.0),
        corner(&page.head.1)
    ));
    sheet.set_footer(format!("&L{}&R{}", corner(&page.foot.0), page.foot.1));
    sheet.set_default_row_height(page.row_height);
    sheet.set_page_breaks(&page.breaks)?;
    for (column, width) in (0..).zip(&page.widths) {
        if *width > 0.0 {
            sheet.set_column_width(column, *width)?;
        } else {
            sheet.set_column_hidden(column)?;
        }
    }
    for (row, height) in &page.heights {
        sheet.set_row_height(row - 1, *height)?;
    }
    if page.frozen > 0 {
        sheet.set_freeze_panes(page.frozen, 0)?;
    }
    if page.repeated > 0 {
        sheet.set_repeat_rows(page.repeated - 1, page.repeated - 1)?;
    }
    if let Some((row, column)) = page.chosen {
        sheet.set_selection(row - 1, column - 1, row - 1, column - 1)?;
    }
    Ok(())
}

fn put(sheet: &mut Worksheet, cell: &LaidCell) -> Result<(), XlsxError> {
    let mut format = format_of(cell.style, cell.entry.as_ref());
    if cell.style == Style::Label && cell.column > 1 {
        format = format.set_indent(1);
    }
    let (row, column) = (cell.row - 1, cell.column - 1);
    if cell.across > 1 {
        let last = column + cell.across - 1;
        sheet.merge_range(row, column, row, last, "", &format)?;
    }
    match &cell.entry {
        None => sheet.write_blank(row, column, &format)?,
        Some(Entry::Text(text)) => sheet.write_string_with_format(row, column, text, &format)?,
        Some(Entry::Number(number)) => {
            sheet.write_number_with_format(row, column, *number, &format)?
        }
        Some(Entry::Date(day)) => sheet.write_datetime_with_format(row, column, day, &format)?,
        Some(Entry::Time(time)) => sheet.write_datetime_with_format(row, column, time, &format)?,
    };
    Ok(())
}

fn help(sheet: &mut Worksheet, check: &Check) -> Result<(), XlsxError> {
    let ((row, column), (last_row, last_column)) = check.area;
    let validation = validation::of(check)?;
    sheet.add_data_validation(
        row - 1,
        column - 1,
        last_row - 1,
        last_column - 1,
        &validation,
    )?;
    Ok(())
}

fn format_of(style: Style, entry: Option<&Entry>) -> Format {
    let plain = Format::new().set_align(FormatAlign::VerticalCenter);
    let framed = || {
        plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(GREY)
    };
    match style {
        Style::Title => plain.set_bold().set_font_size(18).set_font_color(INK),
        Style::Guidance => plain.set_text_wrap(),
        Style::Section => plain
            .set_bold()
            .set_font_size(13)
            .set_font_color(INK)
            .set_align(FormatAlign::Bottom),
        Style::Label => plain.set_text_wrap().set_bold(),
        Style::Header => framed()
            .set_bold()
            .set_text_wrap()
            .set_font_color(0x00FF_FFFF)
            .set_background_color(INK)
            .set_align(FormatAlign::Center),
        Style::Signature { required } => coloured(framed().set_font_size(14), required),
        Style::Input {
            kind,
            required,
            column,
        } => {
            let format = framed()
                .set_text_wrap()
                .set_num_format(number_format(kind, entry));
            let format = if column && is_centred(kind, entry) {
                format.set_align(FormatAlign::Center)
            } else {
                format.set_align(FormatAlign::Left).set_indent(1)
            };
            coloured(format, required)
        }
    }
}

fn coloured(format: Format, required: bool) -> Format {
    if required {
        format.set_background_color(REQUIRED)
    } else {
        format
    }
}

/// The number format: text where a leading zero or a hyphen must live.
fn number_format(kind: Kind, entry: Option<&Entry>) -> &'static str {
    match (entry, kind) {
        (Some(Entry::Date(_)), _) | (None | Some(Entry::Text(_)), Kind::Date) => "dd.mm.yyyy",
        (Some(Entry::Time(_)), _) | (None | Some(Entry::Text(_)), Kind::Time) => "hh:mm",
        (Some(Entry::Number(_)), _)
        | (None | Some(Entry::Text(_)), Kind::Count | Kind::Hours | Kind::Year) => "General",
        (
            None | Some(Entry::Text(_)),
            Kind::Text
            | Kind::YesNo
            | Kind::Choice(_)
            | Kind::OrganisationNumber
            | Kind::County
            | Kind::Municipality
            | Kind::Email
            | Kind::Phone
            | Kind::Postcode
            | Kind::Period,
        ) => "@",
    }
}

/// Whether a column's values stand in its middle; long words read better from
/// the left.
fn is_centred(kind: Kind, entry: Option<&Entry>) -> bool {
    let short = matches!(
        kind,
        Kind::Date | Kind::Time | Kind::Hours | Kind::Count | Kind::YesNo | Kind::Year
    );
    match entry {
        Some(Entry::Text(text)) => short && text.chars().count() <= 10,
        Some(Entry::Number(_) | Entry::Date(_) | Entry::Time(_)) | None => short,
    }
}
