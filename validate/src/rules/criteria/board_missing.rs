//! Fires when form 1 names nobody on the board.

use samlerapport_ingest::Field;

use super::annual_reports;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;
use crate::typed::says_something;

pub(crate) static RULE: Rule = Rule {
    name: "board_missing",
    code: "K076",
    title: Words {
        nb: "Styret mangler",
        nn: "Styret manglar",
    },
    why: Words {
        nb: "Et lag som skal telle, må ha eget styre, valgt av og blant medlemmene (forskriften § 8).",
        nn: "Eit lag som skal telje, må ha eige styre, valt av og blant medlemmene (forskrifta § 8).",
    },
    remedy: Words {
        nb: "Fyll ut tabellen over styret 31. desember, med verv og navn.",
        nn: "Fyll ut tabellen over styret 31. desember, med verv og namn.",
    },
    scope: Scope::Report,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::Law,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for (form, report) in annual_reports(scene) {
        let mut names = report.board.iter().filter_map(|row| row.text(Field::Name));
        if !names.any(says_something) {
            remarks.of_form(
                form,
                None,
                Text::new(
                    "Det står ingen navn i tabellen over styret.",
                    "Det står ingen namn i tabellen over styret.",
                ),
            );
        }
    }
}
