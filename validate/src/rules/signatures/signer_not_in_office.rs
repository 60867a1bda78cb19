//! Fires when form 1 is signed by someone who did not hold the office on 31 December.

use samlerapport_ingest::{Evidence, Report, Signature, SignatureRole};

use super::office::{is_same, leaders, names_of_board};
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "signer_not_in_office",
    code: "K113",
    title: Words {
        nb: "Den som skrev under, hadde ikke vervet 31. desember",
        nn: "Den som skreiv under, hadde ikkje vervet 31. desember",
    },
    why: Words {
        nb: "Årsrapporten skal være underskrevet av den som var leder 31. desember, eller av to styremedlemmer (forskriften § 9).",
        nn: "Årsrapporten skal vere underskriven av den som var leiar 31. desember, eller av to styremedlemmer (forskrifta § 9).",
    },
    remedy: Words {
        nb: "La den som var leder 31. desember, skrive under, eller to av styremedlemmene. Er registeret eller styrelisten feil, så si fra til rådgiveren.",
        nn: "La den som var leiar 31. desember, skrive under, eller to av styremedlemmene. Er registeret eller styrelista feil, så sei ifrå til rådgivaren.",
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
    let form = scene.annual_report();
    let Some((form, report)) = form.and_then(|form| Some((form, form.report()?))) else {
        return;
    };
    let Some(speaks) = form.signature() else {
        return;
    };
    let in_office = match speaks.role {
        SignatureRole::Leader => leader_signed(scene, report, speaks),
        SignatureRole::BoardMember => board_signed(report),
        SignatureRole::PeerSupporter => true,
    };
    if speaks.evidence != Evidence::None && !in_office {
        remarks.of_form(
            form,
            form.signature_spot(),
            Text::new(
                "Vi finner ikke den som har skrevet under, i vervet per 31. desember.",
                "Vi finn ikkje den som har skrive under, i vervet per 31. desember.",
            ),
        );
    }
}

/// Whether the register or the form's own list of the board has the signer as leader;
/// so too when neither tells who led.
fn leader_signed(scene: &Scene<'_>, report: &Report, signature: &Signature) -> bool {
    let Some(signer) = signature.name.as_deref() else {
        return true;
    };
    let leaders = leaders(scene, Some(report));
    leaders.is_empty() || leaders.iter().any(|leader| is_same(leader, signer))
}

/// Whether every board member who signed with a name stands in the list of the board.
fn board_signed(report: &Report) -> bool {
    let board = names_of_board(Some(report));
    let signed = |signature: &&Signature| {
        signature.role == SignatureRole::BoardMember && signature.evidence != Evidence::None
    };
    let mut signers = report
        .signatures
        .iter()
        .filter(signed)
        .filter_map(|signature| signature.name.as_deref());
    board.is_empty() || signers.all(|signer| board.iter().any(|name| is_same(name, signer)))
}
