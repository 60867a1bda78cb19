//! The five criteria with counts, bands and points, and what they come to.

use super::words;
use crate::grant::GrantSettings;
use crate::points::{CriterionScore, Score};
use crate::sheet::{Cell, Column, Format, Style, Table, Total};
use crate::totals::Totals;

/// How many bands the criterion with the most has.
const BANDS: usize = 5;

/// Sets up the table.
pub(super) fn table(settings: &GrantSettings, totals: &Totals, score: &Score) -> Table<'static> {
    Table {
        caption: "Poeng etter forskriften §§ 17–20",
        columns: vec![
            Column::new("Kriterium", Format::Text),
            Column::new("Antall", Format::Whole),
            Column::new("1. bånd", Format::Note),
            Column::new("2. bånd", Format::Note),
            Column::new("3. bånd", Format::Note),
            Column::new("4. bånd", Format::Note),
            Column::new("5. bånd", Format::Note),
            Column::summed("Poeng", Format::Whole),
        ],
        cells: score
            .criteria
            .iter()
            .flat_map(|line| cells(line, totals.all.members_reported))
            .collect(),
        totals: results(settings, score),
        when_empty: "",
        style: Style::Plain,
    }
}

fn cells(line: &CriterionScore, members_reported: u64) -> Vec<Cell<'static>> {
    let count = line
        .count
        .map_or(Cell::text("settes av økonomi"), Cell::count);
    let mut cells = vec![Cell::text(line.criterion.name()), count];
    let mut bands: Vec<Cell<'static>> = line
        .bands
        .iter()
        .filter(|part| part.units > 0)
        .map(|part| {
            Cell::own(format!(
                "{} × {}",
                words::number(u64::from(part.units)),
                part.band.rate
            ))
        })
        .collect();
    bands.resize(BANDS, Cell::Empty);
    if line.count.is_none()
        && let Some(beside) = bands.last_mut()
    {
        *beside = Cell::own(format!(
            "Lagene har selv oppgitt {}.",
            words::number(members_reported)
        ));
    }
    cells.extend(bands);
    cells.push(Cell::Whole(line.points));
    cells
}

fn results(settings: &GrantSettings, score: &Score) -> Vec<Total> {
    let without = if settings.members.is_none() {
        " uten medlemmer"
    } else {
        ""
    };
    let factor = settings.group_factor.tenths();
    let mut results = vec![
        Total::Sum {
            label: format!("Brutto poeng{without}"),
        },
        Total::Times {
            label: format!(
                "Netto poeng{without} (gruppefaktor {})",
                words::tenths(factor)
            ),
            tenths: factor,
        },
    ];
    if let (Some(rate), Some(kroner)) = (settings.last_rate, score.kroner) {
        results.push(Total::Given {
            label: format!(
                "Anslag i kroner{without}, med satsen for {} (grunntilskudd {} + {},{:02} kr per poeng)",
                rate.grant_year,
                words::number(rate.base_grant),
                words::number(rate.ore_per_point / 100),
                rate.ore_per_point % 100
            ),
            value: kroner,
        });
    }
    results
}
