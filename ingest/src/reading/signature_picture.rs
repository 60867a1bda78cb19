//! Pictures in or over the fields of signature blocks.

use crate::workbook::Area;

/// A picture further right than this from a label belongs to something else.
const REACH: u16 = 12;

/// Whether a picture lies in or over a block's field; each lies in one only.
pub(super) fn takes(label: Area, others: &[Area], pictures: &mut Vec<(u32, u16)>) -> bool {
    let near = |(from, to): ((u32, u16), (u32, u16)), row: u32, column: u16| {
        let rows = from.0.saturating_sub(2)..=to.0.saturating_add(2);
        let columns = from.1.saturating_sub(1)..=to.1.saturating_add(REACH);
        (rows.contains(&row) && columns.contains(&column)).then(|| {
            let down = if row < from.0 {
                from.0 - row
            } else {
                row.saturating_sub(to.0)
            };
            (down, column.abs_diff(to.1.saturating_add(1)))
        })
    };
    let mine = pictures.iter().position(|(row, column)| {
        near((label.from, label.to), *row, *column).is_some_and(|distance| {
            !others.iter().any(|other| {
                near((other.from, other.to), *row, *column).is_some_and(|others| others < distance)
            })
        })
    });
    mine.is_some_and(|at| {
        pictures.remove(at);
        true
    })
}
