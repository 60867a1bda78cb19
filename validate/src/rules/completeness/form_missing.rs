//! Fires when a form of the profile has not come by the chapter's date, and form 1 does not
//! say that there was nothing to tell.

use samlerapport_ingest::{Field, FormId};

use super::awaited;
use crate::finding::Text;
use crate::noun::Noun;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "form_missing",
    code: "K027",
    title: Words {
        nb: "Et skjema mangler",
        nn: "Eit skjema manglar",
    },
    why: Words {
        nb: "Laget kan bare få tilskudd for det som er rapportert, og fristen er ute.",
        nn: "Laget kan berre få tilskot for det som er rapportert, og fristen er ute.",
    },
    remedy: Words {
        nb: "Send skjemaet så snart dere kan. Hadde dere ikke noe å føre, så svar Nei på spørsmålet i årsrapporten.",
        nn: "Send skjemaet så snart de kan. Hadde de ikkje noko å føre, så svar Nei på spørsmålet i årsrapporten.",
    },
    scope: Scope::Report,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    let setting = &scene.setting;
    if setting.chapter.is_none() || setting.today <= setting.settings.deadline {
        return;
    }
    for form in awaited(scene) {
        let (nb, nn) = (form.form().title, form.form().title_nn);
        remarks.of_chapter(Text::new(
            format!("«{nb}» har ikke kommet."),
            format!("«{nn}» har ikkje kome."),
        ));
    }
    if setting
        .settings
        .profile
        .forms()
        .contains(&FormId::MeetingPlace)
    {
        some_missing(scene, remarks);
    }
}

/// One form 2 for each meeting place that form 1 tells of.
fn some_missing(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    if scene.on_paper(FormId::MeetingPlace).is_some() {
        return;
    }
    let come = scene.standing(FormId::MeetingPlace).count();
    let told = scene
        .annual_report()
        .and_then(|form| form.report()?.count(Field::MeetingPlaces))
        .map(u64::from);
    let Ok(come) = u64::try_from(come) else {
        return;
    };
    let Some(told) = told.filter(|told| *told > come && come > 0) else {
        return;
    };
    let places = Noun::MEETING_PLACE.count(told);
    remarks.of_chapter(Text::new(
        format!(
            "Årsrapporten sier {}, og vi har fått skjema for {come}.",
            places.nb
        ),
        format!(
            "Årsrapporten seier {}, og vi har fått skjema for {come}.",
            places.nn
        ),
    ));
}
