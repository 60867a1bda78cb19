//! Fires when forms 2 to 4 are signed by someone who did not hold the office on 31 December,
//! or form 5 by another than the peer supporter whose log it is.
//!
//! Form 1 is `signer_not_in_office`'s business, and a missing signature others'.

use samlerapport_ingest::{Evidence, Field, FormId, Signature, SignatureRole};

use super::office::{is_same, leaders, names_of_board};
use super::{needed, signed_forms};
use crate::finding::Text;
use crate::heard::HeardForm;
use crate::people::several;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "form_signer_not_in_office",
    code: "K128",
    title: Words {
        nb: "En annen enn lederen eller likepersonen skrev under",
        nn: "Ein annan enn leiaren eller likepersonen skreiv under",
    },
    why: Words {
        nb: "Skjemaet skal være underskrevet av den som var leder 31. desember, og en likepersons oversikt av likepersonen selv. Det er organisasjonens egen regel.",
        nn: "Skjemaet skal vere underskrive av den som var leiar 31. desember, og oversikta til ein likeperson av likepersonen sjølv. Det er organisasjonens eigen regel.",
    },
    remedy: Words {
        nb: "La den rette skrive under og send skjemaet på nytt, eller fortell rådgiveren hvorfor en annen skrev under.",
        nn: "La den rette skrive under og send skjemaet på nytt, eller fortel rådgivaren kvifor ein annan skreiv under.",
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
    for form in signed_forms(scene) {
        let Some(signature) = form.signature() else {
            continue;
        };
        let Some(signer) = signature.name.as_deref() else {
            continue;
        };
        if signature.evidence == Evidence::None || scene.signature_seen(form) {
            continue;
        }
        if let Some(message) = objection(scene, form, signature, signer) {
            // Nobody can vouch for another's log.
            let severity = match signature.role {
                SignatureRole::PeerSupporter => Severity::Wait,
                SignatureRole::Leader | SignatureRole::BoardMember => RULE.severity,
            };
            remarks.of_form_as(severity, form, form.signature_spot(), message);
        }
    }
}

fn objection(
    scene: &Scene<'_>,
    form: &HeardForm<'_>,
    signature: &Signature,
    signer: &str,
) -> Option<Text> {
    let report = form.report()?;
    match (report.form, signature.role) {
        (FormId::AnnualReport, _) => None,
        (_, SignatureRole::PeerSupporter) => {
            let person = report.text(Field::PersonName)?;
            (!is_same(person, signer)).then(|| {
                Text::new(
                    "Oversikten er underskrevet av en annen enn likepersonen.",
                    "Oversikta er underskriven av ein annan enn likepersonen.",
                )
            })
        }
        (_, SignatureRole::Leader | SignatureRole::BoardMember) => (!may_sign(scene, form, signer))
            .then(|| {
                Text::new(
                    "Vi finner ikke den som har skrevet under, som leder per 31. desember.",
                    "Vi finn ikkje den som har skrive under, som leiar per 31. desember.",
                )
            }),
    }
}

/// The leader by the register or by form 1, two of the board together, or one of them
/// where the settings allow it; nobody is objected to where nobody knows who led.
fn may_sign(scene: &Scene<'_>, form: &HeardForm<'_>, signer: &str) -> bool {
    let annual_report = scene.annual_report().and_then(HeardForm::report);
    let leaders = leaders(scene, annual_report);
    if leaders.is_empty() || leaders.iter().any(|leader| is_same(leader, signer)) {
        return true;
    }
    let board = names_of_board(annual_report);
    let signers = several(signer);
    let of_board = signers
        .iter()
        .filter(|signer| board.iter().any(|name| is_same(name, signer)))
        .count();
    let one_will_do = needed(scene, form).is_some_and(|needed| needed.board_member_may_sign);
    of_board == signers.len() && (of_board > 1 || one_will_do)
}
