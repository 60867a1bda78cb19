//! One form's part of a sheet, with what has been found in it so far.

use super::grid::Grid;
use super::header::Column;
use super::scan::Found;
use super::years::Past;
use crate::cell::month::Month;
use crate::cell::{self, Beside};
use crate::fault::{Fault, FaultKind};
use crate::form::{Field, Form, Kind};
use crate::place::Place;
use crate::value::Told;
use crate::workbook::{Cell, Content};

/// One form's part of a sheet.
pub(crate) struct Page<'a> {
    /// The sheet's index in the workbook.
    pub(crate) sheet: u16,
    /// The sheet's name.
    pub(crate) name: &'a str,
    /// The row where who signed stands without a signature's label before it.
    pub(crate) signed_from: Option<u32>,
    /// The columns of earlier years.
    pub(crate) past: Past,
    /// The filled cells.
    pub(crate) grid: Grid<'a>,
    /// The labels of any form, in the order of the cells.
    pub(crate) labels: Vec<Found<'a>>,
    /// Which form it is.
    pub(crate) form: &'static Form,
    /// The month that the sheet is named after.
    pub(crate) month: Option<Month>,
    /// The columns of the sheets beside it, for a sheet without a header.
    pub(crate) carried: Vec<Column>,
}

/// What a cell told, before it is known whether the report keeps it.
pub(crate) struct Heard {
    pub(crate) told: Told,
    pub(crate) fault: Option<Fault>,
    pub(crate) beside: Option<Beside>,
}

impl<'a> Page<'a> {
    /// The place of a cell.
    pub(crate) fn place(&self, row: u32, column: u16) -> Place {
        Place {
            sheet: self.sheet,
            row,
            column,
        }
    }

    /// The labels in a row.
    pub(crate) fn labels_in(&self, row: u32) -> &[Found<'a>] {
        let start = self.labels.partition_point(|found| found.row < row);
        let end = self.labels.partition_point(|found| found.row <= row);
        self.labels.get(start..end).unwrap_or_default()
    }

    /// The label that a cell is.
    pub(crate) fn label_at(&self, row: u32, column: u16) -> Option<&Found<'a>> {
        self.labels_in(row)
            .iter()
            .find(|found| found.column == column)
    }

    /// Whether a cell is a label of this form, and so no value.
    pub(crate) fn is_label(&self, row: u32, column: u16) -> bool {
        self.label_at(row, column)
            .is_some_and(|found| found.matched.label.roles(self.form.id).next().is_some())
    }

    /// Whether a cell is the label of a signature block of this form.
    pub(crate) fn is_signature_label(&self, row: u32, column: u16) -> bool {
        self.label_at(row, column)
            .is_some_and(|found| found.matched.label.signs(self.form.id))
    }

    /// Whether a signature's label stands left of a table beside another: it signs for both.
    pub(crate) fn signs_before(&self, row: u32, left: u16) -> bool {
        let mut labels = self.labels_in(row).iter();
        let signs =
            labels.any(|found| found.column < left && found.matched.label.signs(self.form.id));
        left > 0 && signs
    }

    /// The fault of a heading or a label that values are lost at.
    pub(crate) fn not_understood(&self, row: u32, column: u16) -> Fault {
        Fault {
            kind: FaultKind::HeadingNotUnderstood,
            place: Some(self.place(row, column)),
            field: None,
        }
    }

    /// What a line between the rows of a table tells for those below it ("Likeperson:
    /// Kari Nordlys") is lost.
    pub(crate) fn passed_over(&self, row: u32) -> Option<Fault> {
        let mut labels = self.labels_in(row).iter();
        let lost = labels.find(|found| {
            found.matched.inline.is_some() && found.matched.label.column(self.form.id).is_some()
        })?;
        Some(self.not_understood(lost.row, lost.column))
    }

    /// Reads a cell as a field's value.
    pub(crate) fn hear(&self, cell: &Cell, field: Field, kind: Kind) -> Heard {
        self.hear_content(&cell.content, (cell.row, cell.column), field, kind)
    }

    /// Reads a part of a cell as a field's value.
    pub(crate) fn hear_content(
        &self,
        content: &Content,
        (row, column): (u32, u16),
        field: Field,
        kind: Kind,
    ) -> Heard {
        let place = self.place(row, column);
        let understood = cell::understand(content, kind);
        Heard {
            told: Told {
                place,
                typed: understood.typed,
                value: understood.value,
            },
            fault: understood.fault.map(|kind| Fault {
                kind,
                place: Some(place),
                field: Some(field),
            }),
            beside: understood.beside,
        }
    }
}

/// Whether a cell stands for an empty one where a value of this kind belongs.
pub(crate) fn is_blank(content: &Content, kind: Kind) -> bool {
    match content {
        Content::Text(text) => {
            let free = matches!(kind, Kind::Text | Kind::Choice(_));
            cell::is_nothing(text) && (!free || text.contains(['_', '.', '…']))
        }
        Content::Number(_)
        | Content::DateTime(_)
        | Content::Duration(_)
        | Content::Bool(_)
        | Content::Error => false,
    }
}
