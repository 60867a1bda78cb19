//! Fires when values were read from rows that a filter hides, or from hidden columns.
//!
//! Rows of a table that were hidden by hand are `rows_hidden`'s business.

use samlerapport_ingest::{FaultKind, Place, Report};

use crate::finding::{Spot, Text};
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "hidden_but_read",
    code: "K122",
    title: Words {
        nb: "Noe i arket er skjult, men lest",
        nn: "Noko i arket er skjult, men lese",
    },
    why: Words {
        nb: "Det som ikke vises på skjermen eller på papiret, regnes likevel med. Det skal dere vite.",
        nn: "Det som ikkje blir vist på skjermen eller på papiret, blir likevel rekna med. Det skal de vite.",
    },
    remedy: Words {
        nb: "Er det rett at det er med, trenger dere ikke gjøre noe. Ellers viser dere det igjen, retter det og sender skjemaet på nytt.",
        nn: "Er det rett at det er med, treng de ikkje gjere noko. Elles viser de det igjen, rettar det og sender skjemaet på nytt.",
    },
    scope: Scope::Report,
    severity: Severity::Remark,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for form in &scene.forms {
        let Some(report) = form.report() else {
            continue;
        };
        for fault in &form.delivery.reading.faults {
            let message = if let FaultKind::HiddenRows { rows, filtered } = &fault.kind {
                // The rows of a table are asked about one by one.
                if !filtered && !beside_the_table(report, fault.place, rows) {
                    continue;
                }
                of_rows(rows, *filtered)
            } else if let FaultKind::HiddenColumns { columns } = &fault.kind {
                let names: Vec<String> = columns.iter().copied().map(stretch_of_columns).collect();
                let names = names.join(", ");
                Text::new(
                    format!("Kolonne {names} er skjult. Det som står der, er lest."),
                    format!("Kolonne {names} er skjult. Det som står der, er lese."),
                )
            } else {
                continue;
            };
            let spot = fault.place.map(|place| Spot { place, field: None });
            remarks.of_form(form, spot, message);
        }
    }
}

/// Whether a value in the head of the form, or an office, stands in such a row.
fn beside_the_table(report: &Report, first: Option<Place>, rows: &[(u32, u32)]) -> bool {
    let heads = report.fields.iter().map(|(_, told)| told.place);
    let board = report.board.iter().map(|row| row.place);
    heads.chain(board).any(|place| {
        first.is_some_and(|first| first.sheet == place.sheet)
            && rows
                .iter()
                .any(|(from, to)| (*from..=*to).contains(&place.row))
    })
}

fn of_rows(rows: &[(u32, u32)], filtered: bool) -> Text {
    let rows: Vec<String> = rows.iter().map(|(from, to)| stretch(from, to)).collect();
    let rows = rows.join(", ");
    if filtered {
        Text::new(
            format!("Et filter skjuler rad {rows}. Det som står der, er lest."),
            format!("Eit filter skjuler rad {rows}. Det som står der, er lese."),
        )
    } else {
        Text::new(
            format!("Rad {rows} er skjult. Det som står der, er lest."),
            format!("Rad {rows} er skjult. Det som står der, er lese."),
        )
    }
}

/// "7" or "7–9".
fn stretch<N: PartialEq + std::fmt::Display>(from: &N, to: &N) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from}–{to}")
    }
}

fn stretch_of_columns((from, to): (u16, u16)) -> String {
    stretch(&letters(from), &letters(to))
}

/// The letters over a column, counted from 1.
fn letters(column: u16) -> String {
    let place = Place {
        sheet: 0,
        row: 1,
        column,
    };
    let address = place.to_string();
    address.trim_end_matches('1').to_owned()
}
