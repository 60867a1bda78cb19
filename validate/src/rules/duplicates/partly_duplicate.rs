//! Fires when some of a row's days stand in another row too: each day counts once.
//!
//! `duplicate` has found the days; a row that has none left is its business.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "partly_duplicate",
    code: "K118",
    title: Words {
        nb: "Noen av dagene er ført to ganger",
        nn: "Nokre av dagane er førte to gonger",
    },
    why: Words {
        nb: "En dag gir én aktivitetsdag, også når den samme aktiviteten står i flere rader (forskriften § 10).",
        nn: "Ein dag gir éin aktivitetsdag, òg når den same aktiviteten står i fleire rader (forskrifta § 10).",
    },
    remedy: Words {
        nb: "Se etter at hver dag bare står i én rad. Var det to ulike aktiviteter, så skriv forskjellen i klokkeslett, aktivitet eller tema.",
        nn: "Sjå etter at kvar dag berre står i éi rad. Var det to ulike aktivitetar, så skriv skilnaden i klokkeslett, aktivitet eller tema.",
    },
    scope: Scope::Row,
    severity: Severity::Remark,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for activity in scene.asked_about() {
        let shared = remarks.days_elsewhere(activity.id);
        if shared > 0 {
            let all = activity.days_inside().count();
            remarks.of_row(
                activity.id,
                activity.spot(Field::Date),
                Text::new(
                    format!("{shared} av {all} dager er ført i en annen rad også."),
                    format!("{shared} av {all} dagar er førte i ei anna rad òg."),
                ),
            );
        }
    }
}
