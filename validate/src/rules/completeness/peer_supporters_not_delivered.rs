//! Fires on forms 2, 3 and 5 while form 4 has not come: who led cannot be checked yet.
//!
//! The rows keep their own fate; none of them counts until form 4 is here.

use samlerapport_ingest::FormId;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "peer_supporters_not_delivered",
    code: "K028",
    title: Words {
        nb: "Oversikten over likepersoner har ikke kommet",
        nn: "Oversikta over likepersonar har ikkje kome",
    },
    why: Words {
        nb: "Aktivitetene skal ledes av likepersoner med navn, adresse og telefon (forskriften § 13). Det ser vi av oversikten.",
        nn: "Aktivitetane skal leiast av likepersonar med namn, adresse og telefon (forskrifta § 13). Det ser vi av oversikta.",
    },
    remedy: Words {
        nb: "Send «Oversikt over aktive likepersoner». Dere trenger ikke sende dette skjemaet på nytt.",
        nn: "Send «Oversikt over aktive likepersonar». De treng ikkje sende dette skjemaet på nytt.",
    },
    scope: Scope::Report,
    severity: Severity::Wait,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    let unknown = scene.setting.chapter.is_none() && scene.setting.register.is_some();
    let here = scene.standing(FormId::PeerSupporters).next().is_some();
    // Of one that is on paper `paper_not_typed_in` speaks.
    if unknown || here || scene.on_paper(FormId::PeerSupporters).is_some() {
        return;
    }
    for led in [FormId::MeetingPlace, FormId::Activities, FormId::Visits] {
        for form in scene.standing(led) {
            remarks.of_form(
                form,
                None,
                Text::new(
                    "Radene venter på oversikten over aktive likepersoner.",
                    "Radene ventar på oversikta over aktive likepersonar.",
                ),
            );
        }
    }
}
