//! Fires when the adviser has not yet seen a signature that must be confirmed once, or
//! one that is weaker than the settings ask; and tells of a digital one, which nobody
//! has tried.
//!
//! A typed name is `signature_typed`'s business.

use samlerapport_ingest::Evidence;

use super::needed;
use super::signed_forms;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "signature_not_confirmed",
    code: "K033",
    title: Words {
        nb: "Underskriften er ikke bekreftet",
        nn: "Underskrifta er ikkje stadfesta",
    },
    why: Words {
        nb: "Rådgiveren ser over hver slik underskrift én gang før skjemaet teller (regel i organisasjonen).",
        nn: "Rådgivaren ser over kvar slik underskrift éin gong før skjemaet tel (regel i organisasjonen).",
    },
    remedy: Words {
        nb: "Laget trenger ikke gjøre noe. Rådgiveren noterer «signatur sett».",
        nn: "Laget treng ikkje gjere noko. Rådgivaren noterer «signatur sett».",
    },
    scope: Scope::Report,
    severity: Severity::Wait,
    mendable: false,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for form in signed_forms(scene) {
        let evidence = form.evidence();
        let Some(needed) = needed(scene, form) else {
            continue;
        };
        let handled = matches!(evidence, Evidence::None | Evidence::Typed);
        let digital = evidence == Evidence::Digital;
        let settled = !needed.confirmed && needed.enough.contains(&evidence);
        if handled || scene.signature_seen(form) || (settled && !digital) {
            continue;
        }
        let severity = if settled {
            Severity::Remark
        } else {
            Severity::Wait
        };
        remarks.of_form_as(
            severity,
            form,
            form.signature_spot(),
            message(digital, settled),
        );
    }
}

fn message(digital: bool, settled: bool) -> Text {
    match (digital, settled) {
        (true, true) => Text::new(
            "Filen har en digital signatur. Vi har ikke prøvd om den er ekte.",
            "Fila har ein digital signatur. Vi har ikkje prøvd om han er ekte.",
        ),
        (true, false) => Text::new(
            "Filen har en digital signatur. Vi har ikke prøvd om den er ekte, så den venter på at rådgiveren har sett den.",
            "Fila har ein digital signatur. Vi har ikkje prøvd om han er ekte, så han ventar på at rådgivaren har sett han.",
        ),
        (false, _) => Text::new(
            "Underskriften venter på at rådgiveren har sett den.",
            "Underskrifta ventar på at rådgivaren har sett henne.",
        ),
    }
}
