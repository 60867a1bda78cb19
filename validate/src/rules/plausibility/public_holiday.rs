//! Fires when an activity is dated on a public holiday.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::holiday::holiday;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "public_holiday",
    code: "K108",
    title: Words {
        nb: "Datoen er en helligdag",
        nn: "Datoen er ein heilagdag",
    },
    why: Words {
        nb: "Få lag har aktivitet på en offentlig fridag, så datoen kan være feilskrevet. Raden teller.",
        nn: "Få lag har aktivitet på ein offentleg fridag, så datoen kan vere feilskriven. Rada tel.",
    },
    remedy: Words {
        nb: "Rett datoen hvis den er feil. Ellers trenger dere ikke gjøre noe.",
        nn: "Rett datoen om han er feil. Elles treng de ikkje gjere noko.",
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
        // A trip of several days may well have a holiday among them.
        let [day] = activity.days.as_slice() else {
            continue;
        };
        if let Some(name) = holiday(*day) {
            let date = day.format("%d.%m.%Y");
            remarks.of_row(
                activity.id,
                activity.spot(Field::Date),
                Text::new(
                    format!("Datoen {date} er {}.", name.nb),
                    format!("Datoen {date} er {}.", name.nn),
                ),
            );
        }
    }
}
