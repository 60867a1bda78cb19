//! How the workbook looks: one accent, quiet rules, numbers to the right.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::sheet::{self, Part};

/// The accent: headings, header rows, bars.
pub(super) const ACCENT: Color = Color::RGB(0x1F_4E_5F);
const PALE: Color = Color::RGB(0xE9_F0_F2);
const RULE: Color = Color::RGB(0xB9_C7_CC);
const GREY: Color = Color::RGB(0x5F_6B_70);

/// Numbers with a blank before each three digits, whatever the reader's language.
const WHOLE: &str = r"[>=1000000]#\ ###\ ##0;[>=1000]#\ ##0;0";
const TENTHS: &str = r"[>=1000]#\ ##0.0;0.0";
const DAY: &str = "dd.mm.yyyy";

/// The colour of a sheet's tab.
pub(super) fn tab(part: Part) -> Color {
    match part {
        Part::Summary => ACCENT,
        Part::Figures => Color::RGB(0x5B_8A_99),
        Part::Evidence => RULE,
        Part::Action => Color::RGB(0xC7_8B_2B),
    }
}

/// The heading of a sheet.
pub(super) fn heading() -> Format {
    plain().set_bold().set_font_size(17).set_font_color(ACCENT)
}

/// A line under the heading.
pub(super) fn note() -> Format {
    plain().set_font_color(GREY)
}

/// A caption above a table.
pub(super) fn caption() -> Format {
    plain().set_bold().set_font_size(12).set_font_color(ACCENT)
}

/// The number under a small heading.
pub(super) fn large(of: sheet::Format) -> Format {
    let format = plain()
        .set_bold()
        .set_font_size(20)
        .set_font_color(ACCENT)
        .set_align(FormatAlign::Left);
    shown(format, of)
}

/// A heading of a column.
pub(super) fn header(of: sheet::Format, column: u16) -> Format {
    let format = plain()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(ACCENT)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter);
    align(format, of, column)
}

/// A cell of a long list.
pub(super) fn listed(of: sheet::Format, column: u16) -> Format {
    shown(align(plain(), of, column), of)
}

/// A cell of a table to be read as it stands.
pub(super) fn ruled(of: sheet::Format, column: u16) -> Format {
    listed(of, column)
        .set_border_bottom(FormatBorder::Hair)
        .set_border_bottom_color(RULE)
}

/// The rule under a row.
pub(super) fn rule() -> Format {
    Format::new()
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(RULE)
}

/// The words of an empty table.
pub(super) fn empty() -> Format {
    note().set_italic()
}

/// A row of sums.
pub(super) fn total(of: sheet::Format) -> Format {
    let format = plain()
        .set_bold()
        .set_background_color(PALE)
        .set_font_color(ACCENT);
    match of {
        sheet::Format::Text | sheet::Format::Wrapped | sheet::Format::Note => format,
        sheet::Format::Whole | sheet::Format::Tenths | sheet::Format::Day => shown(format, of),
    }
}

fn plain() -> Format {
    Format::new().set_align(FormatAlign::Top)
}

/// Sets numbers to the right and text to the left, a little away from a number.
fn align(format: Format, of: sheet::Format, column: u16) -> Format {
    match of {
        sheet::Format::Text | sheet::Format::Wrapped => format
            .set_align(FormatAlign::Left)
            .set_indent(u8::from(column > 0)),
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
