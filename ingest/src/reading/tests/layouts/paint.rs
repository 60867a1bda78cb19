//! A form laid out with some distortions: the top, and what the rows stand in.

use crate::form::FormId;
use crate::workbook::{Content, Workbook};

use super::canvas::Canvas;
use super::distortion::Distortion::{self, *};
use super::model::{Entry, Lot, Model};
use super::tables;

/// Lays a form out; what is left out of it is taken from the model.
pub(super) fn paint(model: &mut Model, distortions: &[Distortion], lot: &mut Lot) -> Workbook {
    reduce(model, distortions, lot);
    let mut canvas = Canvas {
        workbook: Workbook::default(),
        row: 1,
        distortions,
        lot,
    };
    canvas.sheet(if canvas.has(MonthSheets) {
        "Forside"
    } else {
        "Ark1"
    });
    if !canvas.has(NoHiddenId) {
        let property = |name: &str, value: &str| (format!("samlerapport.{name}"), value.to_owned());
        canvas.workbook.properties = vec![
            property("form", model.form.id.key()),
            property("version", "1"),
        ];
    }
    if !canvas.has(NoTitle) {
        let title = if canvas.has(Nynorsk) {
            model.form.title_nn
        } else {
            model.form.title
        };
        canvas.text(canvas.row, 1, title);
        canvas.row += 2;
    }
    fields(&mut canvas, &model.fields);
    canvas.row += 1;
    if !canvas.has(MonthSheets) {
        tables::paint(&mut canvas, model);
        canvas.row += 1;
    }
    let label = model.form.signatures[0].label;
    let row = canvas.row;
    if canvas.has(SameCell) {
        canvas.text(row, 1, &format!("{label}: {}", model.signer));
    } else {
        canvas.text(row, 1, label);
        canvas.text(row, 2, model.signer);
    }
    if canvas.has(MonthSheets) {
        tables::paint(&mut canvas, model);
    }
    canvas.finish()
}

/// Takes away what this volunteer leaves out, or tells once.
fn reduce(model: &mut Model, distortions: &[Distortion], lot: &mut Lot) {
    let has = |distortion| distortions.contains(&distortion);
    if has(OptionalDeleted) && model.form.id != FormId::AnnualReport {
        let away = |entry: &Entry| !entry.item.required;
        for _ in 0..3 {
            let at = lot.below(model.rows[0].len());
            if away(&model.rows[0][at]) {
                model.rows.iter_mut().for_each(|row| drop(row.remove(at)));
            }
        }
        model
            .fields
            .retain(|entry| entry.item.required || lot.below(2) == 0);
    }
    if has(ColumnsMoved) {
        let last = model.rows[0].len() - 1;
        for _ in 0..last {
            let (one, other) = (lot.below(last + 1), lot.below(last + 1));
            model.rows.iter_mut().for_each(|row| row.swap(one, other));
        }
    }
}

fn fields(canvas: &mut Canvas<'_>, fields: &[Entry]) {
    let per_row: usize = match canvas.distortions {
        all if all.contains(&LabelsAbove) || all.contains(&LabelsBelow) => 4,
        all if all.contains(&FieldsInTwoColumns) => 2,
        _ => 1,
    };
    for some in fields.chunks(per_row) {
        let mut column = 1;
        let row = canvas.row;
        for entry in some {
            let label = canvas.label(entry.item);
            if canvas.has(LabelsAbove) {
                canvas.text(row, column, &label);
                canvas.put(row + 1, column, entry.content.clone());
                column += 1;
            } else if canvas.has(LabelsBelow) {
                canvas.put(row, column, entry.content.clone());
                canvas.text(row + 1, column, &label);
                column += 1;
            } else if canvas.has(SameCell) {
                let colon = if label.ends_with(':') { "" } else { ":" };
                canvas.text(
                    row,
                    column,
                    &format!("{label}{colon} {}", shown(&entry.content)),
                );
            } else {
                canvas.text(row, column, &label);
                canvas.put(row, column + 1, entry.content.clone());
                column += 3;
            }
        }
        canvas.row += if canvas.has(LabelsAbove) || canvas.has(LabelsBelow) {
            3
        } else {
            1
        };
    }
}

fn shown(content: &Content) -> String {
    crate::cell::typed(content).to_string()
}
