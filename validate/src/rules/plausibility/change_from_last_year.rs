//! Fires when a chapter has much more or much less than the year before, and says not why.
//!
//! The reason is for finance, who must be able to answer for the figures. A chapter with
//! forms to come is `form_missing`'s business.

use samlerapport_ingest::Field;

use crate::change::{Changed, Figure, large};
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "change_from_last_year",
    code: "K127",
    title: Words {
        nb: "Stor endring fra i fjor",
        nn: "Stor endring frå i fjor",
    },
    why: Words {
        nb: "Feil tall kan føre til krav om tilbakebetaling (forskriften § 38). Økonomi må kunne svare for en stor endring.",
        nn: "Feil tal kan føre til krav om tilbakebetaling (forskrifta § 38). Økonomi må kunne svare for ei stor endring.",
    },
    remedy: Words {
        nb: "Skriv kort hvorfor i feltet «Forklaring på endring fra i fjor» i årsrapporten, og send den på nytt. Mangler det rader i et skjema, så send det skjemaet på nytt.",
        nn: "Skriv kort kvifor i feltet «Forklaring på endring frå i fjor» i årsrapporten, og send han på nytt. Manglar det rader i eit skjema, så send det skjemaet på nytt.",
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
    let Some(change) = large(scene, remarks) else {
        return;
    };
    let form = scene.annual_report().filter(|_| change.reason.is_none());
    if let Some(form) = form {
        let told: Vec<(String, String)> = change.figures.iter().map(words).collect();
        let nb: Vec<&str> = told.iter().map(|(nb, _)| nb.as_str()).collect();
        let nn: Vec<&str> = told.iter().map(|(_, nn)| nn.as_str()).collect();
        let text = Text::new(
            format!("Laget har {} i fjor.", nb.join(" i fjor, og ")),
            format!("Laget har {} i fjor.", nn.join(" i fjor, og ")),
        );
        remarks.of_form(form, form.spot(Field::ChangeReason), text);
    }
    remarks.tell_finance(change);
}

fn words(changed: &Changed) -> (String, String) {
    let Changed {
        figure,
        before,
        now,
    } = changed;
    let (nb, nn) = match figure {
        Figure::Days => ("aktivitetsdager", "aktivitetsdagar"),
        Figure::Participants => ("deltakere", "deltakarar"),
        Figure::PeerSupporters => ("likepersoner", "likepersonar"),
    };
    (
        format!("{now} {nb} i år, mot {before}"),
        format!("{now} {nn} i år, mot {before}"),
    )
}
