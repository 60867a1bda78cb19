//! Fires when a caption or a remark in the form says that rows were not held, or belong
//! to another year: they are left out, and that is said once, at those words.

use samlerapport_ingest::FaultKind;

use crate::finding::Spot;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "rows_left_out",
    code: "K139",
    title: Words {
        nb: "Rader er holdt utenfor",
        nn: "Rader er haldne utanfor",
    },
    why: Words {
        nb: "Skjemaet sier selv at dette ikke skal telle: det ble ikke holdt, det gjelder et annet år, eller personen har sluttet.",
        nn: "Skjemaet seier sjølv at dette ikkje skal telje: det vart ikkje halde, det gjeld eit anna år, eller personen har slutta.",
    },
    remedy: Words {
        nb: "Stemmer det, trenger dere ikke gjøre noe. Skal radene telle, så ta bort det som står her, og send skjemaet på nytt.",
        nn: "Stemmer det, treng de ikkje gjere noko. Skal radene telje, så ta bort det som står her, og send skjemaet på nytt.",
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
    for form in scene.forms.iter().filter(|form| form.report().is_some()) {
        for fault in &form.delivery.reading.faults {
            if fault.kind == FaultKind::RowsLeftOut {
                let spot = fault.place.map(|place| Spot { place, field: None });
                remarks.of_form(form, spot, MESSAGE.into());
            }
        }
    }
}

const MESSAGE: Words = Words {
    nb: "Det som står her, sier at én eller flere rader ikke skal telle. Vi har holdt dem utenfor.",
    nn: "Det som står her, seier at éi eller fleire rader ikkje skal telje. Vi har halde dei utanfor.",
};
