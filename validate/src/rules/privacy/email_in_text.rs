//! Fires when an e-mail address stands in running text.

use super::speak_of;
use crate::personal::Kind;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "email_in_text",
    code: "K098",
    title: Words {
        nb: "En e-postadresse står i teksten",
        nn: "Ei e-postadresse står i teksten",
    },
    why: Words {
        nb: "Teksten om en aktivitet går videre til flere. Adresser hører hjemme i egne felt.",
        nn: "Teksten om ein aktivitet går vidare til fleire. Adresser høyrer heime i eigne felt.",
    },
    remedy: Words {
        nb: "Ta adressen ut av teksten neste gang dere sender skjemaet.",
        nn: "Ta adressa ut av teksten neste gong de sender skjemaet.",
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
    speak_of(Kind::Email, MESSAGE, scene, remarks);
}

const MESSAGE: Words = Words {
    nb: "Det står en e-postadresse i teksten her.",
    nn: "Det står ei e-postadresse i teksten her.",
};
