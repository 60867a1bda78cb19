//! Real files, and what holds however they are changed.

use std::sync::LazyLock;

use samlerapport_fixtures::{Content, Format, MAKERS, SOUND, odd_file, sound};

use super::change::Changed;
use super::trial::Holds;
use crate::guard;
use crate::report::{Reading, Report};
use crate::value::Value;
use crate::workbook::Workbook;
use crate::{decode, encode};

type File = (&'static str, &'static [u8]);

/// The sound forms in each format, then the odd files.
static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
    let mut files: Vec<File> = forms(&[Format::Xlsx, Format::Xlsb, Format::Xls, Format::Ods]);
    // A bomb is slow to pack anew, not to read.
    for (name, _) in MAKERS.iter().filter(|(name, _)| *name != "zipbombe") {
        files.push((name, odd_file(name).unwrap().unwrap().leak()));
    }
    files
});

static PACKAGES: LazyLock<Vec<File>> =
    LazyLock::new(|| forms(&[Format::Xlsx, Format::Xlsb, Format::Ods]));

fn forms(formats: &[Format]) -> Vec<File> {
    let mut files = Vec::new();
    for file in sound(SOUND).unwrap().files {
        if let Content::Sheet(sheet, _) = file.content {
            for format in formats {
                let name = format!("{}.{}", sheet.form.key(), format.ending());
                files.push((&*name.leak(), &*format.write(&sheet).unwrap().leak()));
            }
        }
    }
    files
}

/// Forms and other files of every kind that we know.
pub(super) fn all() -> &'static [File] {
    &FILES
}

/// Forms whose parts carry sums over their bytes.
pub(super) fn packages() -> &'static [File] {
    &PACKAGES
}

fn held(holds: bool, why: &str) -> Holds {
    holds.then_some(()).ok_or_else(|| why.to_owned())
}

/// The guard answers, and its copy is no bomb.
pub(super) fn guarded(changed: &Changed) -> Holds {
    const LARGEST_COPY: usize = 32 << 20;
    let Ok(lean) = guard::lean(&changed.bytes()) else {
        return Ok(());
    };
    held(lean.bytes.len() <= LARGEST_COPY, "the copy is a bomb")?;
    let upright = lean.around.iter().all(|around| {
        let rows = &around.out_of_sight.rows;
        around
            .merged
            .iter()
            .all(|area| area.from.0 >= 1 && area.from.1 >= 1)
            && rows.iter().all(|rows| 1 <= rows.from)
            && around
                .pictures
                .iter()
                .all(|(row, column)| *row >= 1 && *column >= 1)
    });
    held(upright, "a row or column is counted from 0")
}

/// A workbook has cells in their order, or it is told why not.
pub(super) fn opened(changed: &Changed) -> Holds {
    let Ok(workbook) = Workbook::open(&changed.bytes()) else {
        return Ok(());
    };
    let filled = workbook.sheets.iter().any(|sheet| !sheet.cells.is_empty());
    held(
        filled || !workbook.faults.is_empty(),
        "nothing and no fault",
    )?;
    for sheet in &workbook.sheets {
        let there = |cell: &crate::workbook::Cell| cell.row >= 1 && cell.column >= 1;
        held(sheet.cells.iter().all(there), "a cell is counted from 0")?;
        let place = |cell: &crate::workbook::Cell| (cell.row, cell.column);
        held(sheet.cells.is_sorted_by_key(place), "cells out of order")?;
    }
    Ok(())
}

/// The readings can be told and stored.
pub(super) fn read(changed: &Changed) -> Holds {
    in_order(&crate::read(&changed.bytes()))
}

/// There is a reading, none is refused without a fault, and all come back from bytes.
pub(super) fn in_order(readings: &[Reading]) -> Holds {
    held(!readings.is_empty(), "no reading")?;
    for reading in readings {
        let said =
            reading.report.is_some() || reading.decisions.is_some() || !reading.faults.is_empty();
        held(said, "refused without a fault")?;
        if let Some(report) = &reading.report {
            let places = places(report);
            let sheets = report.sheets.len();
            let there = places.iter().all(|place| {
                place.row >= 1 && place.column >= 1 && usize::from(place.sheet) < sheets
            });
            held(there, "a place that is not there")?;
            for row in report.rows.iter().chain(&report.board) {
                let mut fields: Vec<_> = row.cells.iter().map(|(field, _)| field).collect();
                fields.sort();
                let all = fields.len();
                fields.dedup();
                held(all == fields.len(), "a field twice in a row")?;
            }
        }
    }
    held(
        decode(&encode(readings)).as_deref() == Ok(readings),
        "stored and brought back otherwise",
    )
}

fn places(report: &Report) -> Vec<crate::place::Place> {
    let rows = report.rows.iter().chain(&report.board);
    let cells = rows.flat_map(|row| row.cells.iter().map(|(_, told)| told.place));
    let fields = report.fields.iter().map(|(_, told)| told.place);
    let signatures = report.signatures.iter().map(|signature| signature.place);
    cells.chain(fields).chain(signatures).collect()
}

/// A form whose bytes were damaged tells the same as before, or says that it is damaged.
pub(super) fn told(changed: &Changed) -> Holds {
    let original = packages()
        .iter()
        .find(|(name, _)| *name == changed.name)
        .map(|(_, bytes)| crate::read(bytes))
        .unwrap();
    let readings = crate::read(&changed.bytes());
    if readings.iter().any(|reading| !reading.faults.is_empty()) {
        return Ok(());
    }
    let (before, after) = (values(&original), values(&readings));
    let other = |(one, other): (&String, &String)| {
        (one != other).then(|| format!("no fault, but {other} for {one}"))
    };
    before
        .iter()
        .zip(&after)
        .find_map(other)
        .map_or(Ok(()), Err)?;
    held(before.len() == after.len(), "no fault, but values lost")
}

/// What fields and rows mean: a day may be shown as the number that it is stored as.
fn values(readings: &[Reading]) -> Vec<String> {
    let reports = readings
        .iter()
        .filter_map(|reading| reading.report.as_ref());
    let told = reports.flat_map(|report| {
        let rows = report.rows.iter().chain(&report.board);
        let cells = rows.flat_map(|row| &row.cells);
        report.fields.iter().chain(cells)
    });
    told.map(|(field, told)| match &told.value {
        Some(Value::Text) | None => format!("{field:?} {:?}", told.typed),
        Some(value) => format!("{field:?} {value:?}"),
    })
    .collect()
}
