//! A sheet in words and numbers: heading, notes, tables, cells; no Excel.

use std::borrow::Cow;

use chrono::NaiveDate;

/// 30 December 1899.
const DAY_ZERO: NaiveDate = match NaiveDate::from_ymd_opt(1899, 12, 30) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// A sheet of the application.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet<'a> {
    /// The name on the tab.
    pub name: &'static str,
    /// What the sheet is for, which gives the tab its colour.
    pub part: Part,
    /// The heading in the first row.
    pub heading: String,
    /// Lines under the heading.
    pub notes: Vec<String>,
    /// The tables, one under the other.
    pub tables: Vec<Table<'a>>,
    /// The widths of the columns, in characters.
    pub widths: Vec<u16>,
    /// A chart of one of the tables.
    pub chart: Option<Chart>,
}

/// What a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The headline.
    Summary,
    /// Figures that add up.
    Figures,
    /// What the figures are made of.
    Evidence,
    /// What somebody has to act on.
    Action,
}

/// A table with one row of headings.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<'a> {
    /// A caption above the headings; empty for none.
    pub caption: &'static str,
    /// The columns.
    pub columns: Vec<Column>,
    /// The cells, row after row.
    pub cells: Vec<Cell<'a>>,
    /// Rows under the table that are worked out from it.
    pub totals: Vec<Total>,
    /// What stands in the place of rows when there are none.
    pub when_empty: &'static str,
    /// How it is set.
    pub style: Style,
}

/// How a table is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A few large numbers under small headings.
    Headline,
    /// A table to be read as it stands, with its sums below.
    Plain,
    /// The same, first on a page of its own when it is printed.
    NextPage,
    /// A long list, to be filtered, with its sums above.
    List,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The heading.
    pub heading: &'static str,
    /// How its cells are shown.
    pub format: Format,
    /// Whether the column is added up.
    pub sum: bool,
}

/// How the cells of a column are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text on one line.
    Text,
    /// Text on as many lines as it needs.
    Wrapped,
    /// A short remark beside a number: small, grey, set to the right.
    Note,
    /// Whole numbers with a blank before each three digits.
    Whole,
    /// Numbers with one decimal.
    Tenths,
    /// A day.
    Day,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Text; never read as a formula or an address.
    Text(Cow<'a, str>),
    /// A whole number.
    Whole(u64),
    /// A number told in tenths.
    Tenths(u64),
    /// A length of time in minutes, shown in hours.
    Minutes(u64),
    /// A day.
    Day(NaiveDate),
}

/// A row under a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Total {
    /// The sum of every column that is added up.
    Sum {
        /// What stands before it.
        label: String,
    },
    /// The sum of every column that is added up, and a number in the last column
    /// that is no sum.
    SumAnd {
        /// What stands before it.
        label: String,
        /// The number in the last column.
        last: u64,
    },
    /// The last column's sum times a factor in tenths.
    Times {
        /// What stands before it.
        label: String,
        /// The factor.
        tenths: u32,
    },
    /// A number that is given in the last column.
    Given {
        /// What stands before it.
        label: String,
        /// The number.
        value: u64,
    },
}

/// A bar chart of one column of one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The title.
    pub title: &'static str,
    /// The index of the table.
    pub table: usize,
    /// The index of the column with the names.
    pub names: usize,
    /// The index of the column with the numbers.
    pub numbers: usize,
}

impl Column {
    /// A column that is not added up.
    pub(crate) const fn new(heading: &'static str, format: Format) -> Self {
        Self {
            heading,
            format,
            sum: false,
        }
    }

    /// A column that is added up.
    pub(crate) const fn summed(heading: &'static str, format: Format) -> Self {
        Self {
            heading,
            format,
            sum: true,
        }
    }
}

impl Table<'_> {
    /// The rows, each as long as the columns.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[Cell<'_>]> {
        self.cells.chunks(self.columns.len().max(1))
    }
}

impl<'a> Cell<'a> {
    /// A text that the cell borrows.
    pub(crate) fn text(text: &'a str) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(Cow::Borrowed(text))
        }
    }

    /// A text that the cell owns.
    pub(crate) fn own(text: String) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(Cow::Owned(text))
        }
    }

    /// A whole number.
    pub(crate) fn count(count: u32) -> Self {
        Self::Whole(u64::from(count))
    }

    /// A whole number that is left out when there are none.
    pub(crate) fn unless_zero(count: u32) -> Self {
        if count == 0 {
            Self::Empty
        } else {
            Self::count(count)
        }
    }

    /// The number in sixtieths, so that hours, tenths and counts are all whole.
    pub(crate) fn sixtieths(&self) -> u64 {
        match self {
            Self::Empty | Self::Text(_) | Self::Day(_) => 0,
            Self::Whole(number) => number * 60,
            Self::Tenths(tenths) => tenths * 6,
            Self::Minutes(minutes) => *minutes,
        }
    }

    /// The number that a spreadsheet keeps; `None` for text and nothing.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Self::Empty | Self::Text(_) => None,
            Self::Whole(number) => Some(float(*number)),
            Self::Tenths(tenths) => Some(float(*tenths) / 10.0),
            Self::Minutes(minutes) => Some(float(*minutes) / 60.0),
            Self::Day(day) => {
                // Spreadsheets count days so that 1 March 1900 is day 61.
                let days = day.signed_duration_since(DAY_ZERO).num_days();
                Some(float(u64::try_from(days).unwrap_or_default()))
            }
        }
    }
}

/// A whole number as a spreadsheet keeps it: exact up to fifteen digits.
fn float(number: u64) -> f64 {
    let low = u32::try_from(number & 0xFFFF_FFFF).unwrap_or_default();
    let high = u32::try_from(number >> 32).unwrap_or_default();
    f64::from(high) * 4_294_967_296.0 + f64::from(low)
}
