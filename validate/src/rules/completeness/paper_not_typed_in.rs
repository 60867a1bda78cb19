//! Fires on forms 2, 3 and 5 while form 4 lies on paper with the adviser: who led cannot
//! be checked before somebody has typed it in.

use samlerapport_ingest::FormId;

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "paper_not_typed_in",
    code: "K135",
    title: Words {
        nb: "Oversikten over likepersoner ligger på papir",
        nn: "Oversikta over likepersonar ligg på papir",
    },
    why: Words {
        nb: "Aktivitetene skal ledes av likepersoner med navn, adresse og telefon (forskriften § 13). Det ser vi når oversikten er ført inn.",
        nn: "Aktivitetane skal leiast av likepersonar med namn, adresse og telefon (forskrifta § 13). Det ser vi når oversikta er ført inn.",
    },
    remedy: Words {
        nb: "Laget trenger ikke gjøre noe. Rådgiveren fører oversikten inn fra papiret.",
        nn: "Laget treng ikkje gjere noko. Rådgivaren fører oversikta inn frå papiret.",
    },
    scope: Scope::Report,
    severity: Severity::Wait,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::Fact,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    let here = scene.standing(FormId::PeerSupporters).next().is_some();
    if here || scene.on_paper(FormId::PeerSupporters).is_none() {
        return;
    }
    for led in [FormId::MeetingPlace, FormId::Activities, FormId::Visits] {
        for form in scene.standing(led) {
            remarks.of_form(
                form,
                None,
                Text::new(
                    "Radene venter på oversikten over likepersoner, som rådgiveren har på papir.",
                    "Radene ventar på oversikta over likepersonar, som rådgivaren har på papir.",
                ),
            );
        }
    }
}
