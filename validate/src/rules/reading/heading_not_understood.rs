//! Fires when values stand at a heading or a label that we do not know: they were
//! left out, and that is said once, at the heading.

use samlerapport_ingest::FaultKind;

use crate::finding::{Spot, Text};
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "heading_not_understood",
    code: "K116",
    title: Words {
        nb: "Vi kjenner ikke overskriften",
        nn: "Vi kjenner ikkje overskrifta",
    },
    why: Words {
        nb: "Vi leser skjemaet etter overskriftene. Det som står ved en overskrift vi ikke kjenner, blir ikke med.",
        nn: "Vi les skjemaet etter overskriftene. Det som står ved ei overskrift vi ikkje kjenner, blir ikkje med.",
    },
    remedy: Words {
        nb: "Bruk overskriften fra blanketten, og send skjemaet på nytt. Er dette noe dere har lagt til selv, trenger dere ikke gjøre noe.",
        nn: "Bruk overskrifta frå blanketten, og send skjemaet på nytt. Er dette noko de har lagt til sjølve, treng de ikkje gjere noko.",
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
            if fault.kind == FaultKind::HeadingNotUnderstood {
                remarks.of_form(
                    form,
                    fault.place.map(|place| Spot { place, field: None }),
                    Text::new(
                        "Det som står her, er ikke lest. Vi kjenner ikke overskriften.",
                        "Det som står her, er ikkje lese. Vi kjenner ikkje overskrifta.",
                    ),
                );
            }
        }
    }
}
