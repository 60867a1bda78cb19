//! Fires when some of a row's days lie in another year: only the others count.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "partly_outside_basis_year",
    code: "K051",
    title: Words {
        nb: "Noen av dagene er i et annet år",
        nn: "Nokre av dagane er i eit anna år",
    },
    why: Words {
        nb: "Bare dager i grunnlagsåret teller (forskriften § 10).",
        nn: "Berre dagar i grunnlagsåret tel (forskrifta § 10).",
    },
    remedy: Words {
        nb: "Dere trenger ikke gjøre noe. Dagene i det andre året hører til det årets skjema.",
        nn: "De treng ikkje gjere noko. Dagane i det andre året høyrer til skjemaet for det året.",
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
        let (inside, all) = (activity.days_inside().count(), activity.days.len());
        if inside > 0 && inside < all {
            remarks.of_row(
                activity.id,
                activity.spot(Field::Date),
                Text::new(
                    format!("{inside} av {all} dager er i grunnlagsåret."),
                    format!("{inside} av {all} dagar er i grunnlagsåret."),
                ),
            );
        }
    }
}
