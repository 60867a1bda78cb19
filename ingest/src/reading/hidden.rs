//! What of a form stands in hidden rows and columns of a sheet that is shown.

use crate::fault::{Fault, FaultKind};
use crate::place::Place;
use crate::report::{Report, Row};
use crate::workbook::{HiddenRows, Workbook};

/// Tells of the hidden stretches in which something was read, once for each sheet.
pub(crate) fn told(report: &Report, workbook: &Workbook) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (sheet, index) in workbook.sheets.iter().zip(0..) {
        let hidden = &sheet.out_of_sight;
        if hidden.rows.is_empty() && hidden.columns.is_empty() {
            continue;
        }
        let places: Vec<Place> = places(report)
            .filter(|place| place.sheet == index)
            .collect();
        for filtered in [false, true] {
            let stretch = |rows: &&HiddenRows| rows.filtered == filtered;
            let rows = hidden.rows.iter().filter(stretch);
            let rows = rows.map(|rows| (rows.from, rows.to));
            let rows = with_something(rows, &places, |place| place.row);
            faults.extend(fault(
                &rows,
                &places,
                |rows| FaultKind::HiddenRows { rows, filtered },
                |place| place.row,
            ));
        }
        let columns = hidden.columns.iter().copied();
        let columns = with_something(columns, &places, |place| place.column);
        faults.extend(fault(
            &columns,
            &places,
            |columns| FaultKind::HiddenColumns { columns },
            |place| place.column,
        ));
    }
    faults
}

/// Every cell that told something.
fn places(report: &Report) -> impl Iterator<Item = Place> {
    let rows = report.rows.iter().chain(&report.board);
    let cells = rows.flat_map(|Row { cells, .. }| cells);
    let told = report.fields.iter().chain(cells);
    told.map(|(_, told)| told.place)
}

/// The stretches in which at least one cell lies.
fn with_something<N: Ord + Copy>(
    stretches: impl Iterator<Item = (N, N)>,
    places: &[Place],
    number: impl Fn(&Place) -> N,
) -> Vec<(N, N)> {
    let mut numbers: Vec<N> = places.iter().map(number).collect();
    numbers.sort_unstable();
    stretches
        .filter(|(from, to)| {
            let next = numbers.partition_point(|number| number < from);
            numbers.get(next).is_some_and(|number| number <= to)
        })
        .collect()
}

/// The fault, at the first cell that it holds for.
fn fault<N: PartialOrd + Copy>(
    stretches: &[(N, N)],
    places: &[Place],
    kind: impl Fn(Vec<(N, N)>) -> FaultKind,
    number: impl Fn(&Place) -> N,
) -> Option<Fault> {
    let (from, to) = *stretches.first()?;
    let inside = places
        .iter()
        .filter(|place| (from..=to).contains(&number(place)));
    Some(Fault {
        kind: kind(stretches.to_vec()),
        place: inside.min().copied(),
        field: None,
    })
}
