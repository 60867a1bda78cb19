//! Fires when the leader's address or telephone stands neither in the row nor in form 4.
//!
//! A leader who is not in form 4 is `leader_not_listed`'s business, and while form 4 has not
//! come, `peer_supporters_not_delivered` holds the form: unless the settings or an adviser
//! let such rows count.

use samlerapport_ingest::Field;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "leader_contact_missing",
    code: "K058",
    title: Words {
        nb: "Adresse eller telefon til likepersonen mangler",
        nn: "Adresse eller telefon til likepersonen manglar",
    },
    why: Words {
        nb: "Adressen og telefonnummeret til likepersonen som ledet, skal oppgis (forskriften § 13).",
        nn: "Adressa og telefonnummeret til likepersonen som leidde, skal oppgjevast (forskrifta § 13).",
    },
    remedy: Words {
        nb: "Skriv adresse og telefon i oversikten over aktive likepersoner. Da slipper dere å gjenta det i hver rad.",
        nn: "Skriv adresse og telefon i oversikta over aktive likepersonar. Då slepp de å gjenta det i kvar rad.",
    },
    scope: Scope::Row,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::Law,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for activity in scene.asked_about() {
        if scene.lacks_contact(activity) {
            remarks.of_row(
                activity.id,
                activity.spot(Field::Leader),
                Text::new(
                    "Vi finner ikke både adresse og telefon til likepersonen som ledet, verken i raden eller i oversikten over likepersoner.",
                    "Vi finn ikkje både adresse og telefon til likepersonen som leidde, verken i rada eller i oversikta over likepersonar.",
                ),
            );
        }
    }
}
