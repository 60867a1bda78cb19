//! Any sheet that is made of the forms' labels, of values, and of anything else.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::files::in_order;
use super::trial::Holds;
use crate::cell;
use crate::form::{FormId, Item, SIGNATURE_DATE, SIGNER_NAME};
use crate::reading;
use crate::report::Reading;
use crate::value::Told;
use crate::workbook::{Area, Cell, Content, Sheet, Workbook};

/// A sheet with its cells as they were drawn.
#[derive(Clone, Debug)]
pub(super) struct Drawn {
    cells: Vec<(u32, u16, Content)>,
    merged: Vec<Area>,
    pictures: Vec<(u32, u16)>,
    hidden_rows: Vec<(u32, u32, bool)>,
    hidden: bool,
    mark: Option<FormId>,
}

/// Values, and what stands in sheets beside them.
const WORDS: &[&str] = &[
    "Mental Helse Skarvøy",
    "12.03.2025",
    "3.-6. juni",
    "hver tirsdag",
    "kl. 18-20",
    "2x45 min",
    "2 timer",
    "ca. 12",
    "Ja",
    "Nei",
    "X",
    "Kari Nordlys",
    "Havnegata 12",
    "90000001",
    "post@lag.example",
    "samtalegruppe",
    "Håp",
    "\"",
    "-\"-",
    "samme",
    "-",
    "Sum",
    "I alt",
    "Januar",
    "1. kvartal",
    "Side 2 av 3",
    "se eget ark",
    ":",
    "Navn: ",
    "Dato: 3. mai",
    "2025",
];

const DITTO: [&str; 3] = ["\"", "-\"-", "samme"];

fn labels() -> Vec<&'static str> {
    let mut labels = Vec::new();
    for form in FormId::ALL {
        let form = form.form();
        labels.extend([form.title, form.title_nn]);
        let columns = form.table.iter().flat_map(|table| table.columns);
        for Item {
            label,
            label_nn,
            synonyms,
            ..
        } in form.fields.iter().chain(columns)
        {
            labels.extend([label, label_nn]);
            labels.extend(*synonyms);
        }
        labels.extend(form.signatures.iter().map(|block| block.label));
    }
    labels.extend([SIGNER_NAME.label, SIGNATURE_DATE.label]);
    labels
}

/// Labels of one form stand in a row or in a column; anything stands anywhere.
pub(super) fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    vec(sheet(), 1..3)
}

fn sheet() -> impl Strategy<Value = Drawn> {
    let at = || (1..30_u32, 1..12_u16);
    let form = (select(&FormId::ALL[..]), at(), any::<bool>(), 0..16_usize);
    let area = (at(), 1..4_u32, 1..4_u16).prop_map(|((row, column), down, across)| Area {
        from: (row, column),
        to: (row + down - 1, column + across - 1),
    });
    (
        vec(form, 0..4),
        vec((at(), content()), 0..60),
        vec(area, 0..3),
        vec(at(), 0..2),
        vec((1..30_u32, 0..9_u32, any::<bool>()), 0..2),
        prop_oneof![6 => Just(false), 1 => Just(true)],
        prop_oneof![3 => Just(None), 1 => select(&FormId::ALL[..]).prop_map(Some)],
    )
        .prop_map(|(forms, loose, merged, pictures, rows, hidden, mark)| {
            let mut cells = Vec::new();
            for (form, (row, column), across, some) in forms {
                lay(&mut cells, form, (row, column), across, some);
            }
            cells.extend(
                loose
                    .into_iter()
                    .map(|((row, column), content)| (row, column, content)),
            );
            Drawn {
                cells,
                merged,
                pictures,
                hidden_rows: rows
                    .into_iter()
                    .map(|(from, more, by)| (from, from + more, by))
                    .collect(),
                hidden,
                mark,
            }
        })
}

fn lay(
    cells: &mut Vec<(u32, u16, Content)>,
    form: FormId,
    (row, column): (u32, u16),
    across: bool,
    some: usize,
) {
    let form = form.form();
    let items: Vec<&Item> = if across {
        form.table.iter().flat_map(|table| table.columns).collect()
    } else {
        form.fields.iter().collect()
    };
    for (item, at) in items.into_iter().take(some).zip(0_u16..) {
        let (row, column) = if across {
            (row, column + at)
        } else {
            (row + u32::from(at), column)
        };
        cells.push((row, column, Content::Text(item.label.into())));
    }
}

fn content() -> impl Strategy<Value = Content> {
    prop_oneof![
        4 => select(labels()).prop_map(|label| Content::Text(label.into())),
        8 => select(WORDS).prop_map(|word| Content::Text(word.into())),
        3 => (45_600..46_100_u32).prop_map(|number| Content::Number(number.into())),
        3 => (1..40_u32).prop_map(|number| Content::Number(f64::from(number) / 2.0)),
        1 => Just(Content::Error),
        1 => any::<bool>().prop_map(Content::Bool),
    ]
}

fn workbook(drawn: &[Drawn]) -> Workbook {
    let mut workbook = Workbook::default();
    for (sheet, name) in drawn.iter().zip(["Ark1", "Mars"]) {
        let mut cells: Vec<Cell> = Vec::new();
        for (row, column, content) in &sheet.cells {
            cells.retain(|cell| (cell.row, cell.column) != (*row, *column));
            cells.push(Cell {
                row: *row,
                column: *column,
                content: content.clone(),
            });
        }
        cells.sort_by_key(|cell| (cell.row, cell.column));
        let mut made = Sheet {
            name: name.to_owned(),
            hidden: sheet.hidden,
            cells,
            merged: sheet.merged.clone(),
            pictures: sheet.pictures.clone(),
            ..Sheet::default()
        };
        for (from, to, filtered) in &sheet.hidden_rows {
            made.out_of_sight.hide(*from, *to, *filtered);
        }
        workbook.sheets.push(made);
        if let Some(form) = sheet.mark {
            let name = "samlerapport.form".to_owned();
            workbook.properties = vec![(name, form.key().to_owned())];
        }
    }
    workbook
}

/// What is told stands in the sheet, at the place that is told.
#[expect(clippy::ptr_arg, reason = "the input as it is drawn")]
pub(super) fn recognised(drawn: &Vec<Drawn>) -> Holds {
    let workbook = workbook(drawn);
    let readings = reading::read(&workbook);
    in_order(&readings)?;
    if readings != reading::read(&workbook) {
        return Err("read otherwise the second time".to_owned());
    }
    readings
        .iter()
        .try_for_each(|reading| stands(reading, &readings, &workbook))
}

fn stands(reading: &Reading, all: &[Reading], workbook: &Workbook) -> Holds {
    let Some(report) = &reading.report else {
        return Ok(());
    };
    let rows = report.rows.iter().chain(&report.board);
    let cells = rows.flat_map(|row| &row.cells);
    for (field, told) in report.fields.iter().chain(cells) {
        let Some(there) = typed(told, workbook) else {
            return Err(format!("{field:?}: {told:?} stands nowhere"));
        };
        if DITTO.contains(&there.as_str()) {
            // What stands above is told, and its fault is told there.
            continue;
        }
        if !there.contains(told.typed.as_str()) {
            return Err(format!("{field:?}: {told:?}, but there stands {there:?}"));
        }
        // What one form tells of the chapter for another is told to be wrong once.
        let fault = all
            .iter()
            .flat_map(|reading| &reading.faults)
            .any(|fault| fault.place == Some(told.place));
        let empty = cell::is_nothing(&told.typed);
        if told.value.is_none() && !fault && !empty {
            return Err(format!("{field:?}: {told:?} means nothing, and no fault"));
        }
    }
    Ok(())
}

/// What stands in a cell.
fn typed(told: &Told, workbook: &Workbook) -> Option<String> {
    let sheet = workbook.sheets.get(usize::from(told.place.sheet))?;
    let cell = sheet
        .cells
        .iter()
        .find(|cell| (cell.row, cell.column) == (told.place.row, told.place.column))?;
    Some(cell::typed(&cell.content).to_string())
}
