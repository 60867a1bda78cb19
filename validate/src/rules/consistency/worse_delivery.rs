//! Fires on a newer delivery that gives less than the one whose place it would take.
//!
//! The older stands until a person has decided.

use samlerapport_ingest::FormId;

use crate::current::Contest;
use crate::finding::Text;
use crate::noun::Noun;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;
use crate::worth::Worse;

pub(crate) static RULE: Rule = Rule {
    name: "worse_delivery",
    code: "K119",
    title: Words {
        nb: "Det nye skjemaet gir mindre enn det som kom før",
        nn: "Det nye skjemaet gir mindre enn det som kom før",
    },
    why: Words {
        nb: "Et nytt skjema erstatter det som kom før. Gir det mindre, kan det være sendt ved en feil, så rådgiveren ser på det først.",
        nn: "Eit nytt skjema erstattar det som kom før. Gir det mindre, kan det vere sendt ved ein feil, så rådgivaren ser på det først.",
    },
    remedy: Words {
        nb: "Skal det nye skjemaet gjelde, så si fra til rådgiveren. Ellers sender dere et nytt skjema med alle radene og signatur.",
        nn: "Skal det nye skjemaet gjelde, så sei ifrå til rådgivaren. Elles sender de eit nytt skjema med alle radene og signatur.",
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
    for form in &scene.forms {
        let Some(Contest::Worse(worse)) = form.contest else {
            continue;
        };
        let message = match worse {
            Worse::Held => HELD.into(),
            Worse::Fewer { before, now } => {
                let noun = if form.form() == Some(FormId::PeerSupporters) {
                    Noun::PEER_SUPPORTER
                } else {
                    Noun::ACTIVITY_DAY
                };
                let told = noun.count(now);
                Text::new(
                    format!(
                        "Skjemaet har {} som kan telle, og det som kom før, har {before}. Det eldre gjelder til rådgiveren har avgjort det.",
                        told.nb
                    ),
                    format!(
                        "Skjemaet har {} som kan telje, og det som kom før, har {before}. Det eldre gjeld til rådgivaren har avgjort det.",
                        told.nn
                    ),
                )
            }
        };
        remarks.of_form(form, None, message);
    }
}

const HELD: Words = Words {
    nb: "Skjemaet som kom før, kan telle, men dette kan ikke telle slik det er. Det eldre gjelder til rådgiveren har avgjort det.",
    nn: "Skjemaet som kom før, kan telje, men dette kan ikkje telje slik det er. Det eldre gjeld til rådgivaren har avgjort det.",
};
