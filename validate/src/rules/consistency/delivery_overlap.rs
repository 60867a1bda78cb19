//! Fires on a newer delivery that repeats some of an older one's rows, but not all.
//!
//! The older stands until a person has decided.

use crate::current::Contest;
use crate::finding::Text;
use crate::heard::HeardForm;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "delivery_overlap",
    code: "K084",
    title: Words {
        nb: "Skjemaet overlapper et eldre skjema",
        nn: "Skjemaet overlappar eit eldre skjema",
    },
    why: Words {
        nb: "Noen av radene er de samme som i skjemaet som kom før, og noen er borte. Vi vet ikke om det nye skal erstatte det gamle eller komme i tillegg.",
        nn: "Nokre av radene er dei same som i skjemaet som kom før, og nokre er borte. Vi veit ikkje om det nye skal erstatte det gamle eller kome i tillegg.",
    },
    remedy: Words {
        nb: "Send ett skjema med alle radene, eller et nytt med bare de radene som ikke er sendt før.",
        nn: "Send eitt skjema med alle radene, eller eit nytt med berre dei radene som ikkje er sende før.",
    },
    scope: Scope::Report,
    severity: Severity::Wait,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::Fact,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    let overlaps = |form: &&HeardForm<'_>| form.contest == Some(Contest::Overlaps);
    for form in scene.forms.iter().filter(overlaps) {
        remarks.of_form(
            form,
            None,
            Text::new(
                "Noen av radene har kommet før. Det eldre skjemaet gjelder til rådgiveren har avgjort det.",
                "Nokre av radene har kome før. Det eldre skjemaet gjeld til rådgivaren har avgjort det.",
            ),
        );
    }
}
