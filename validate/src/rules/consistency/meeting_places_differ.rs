//! Fires when more forms 2 have come than form 1 counts meeting places.

use samlerapport_ingest::{Field, FormId};

use crate::finding::Text;
use crate::noun::Noun;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "meeting_places_differ",
    code: "K106",
    title: Words {
        nb: "Antallet møteplasser stemmer ikke",
        nn: "Talet på møteplassar stemmer ikkje",
    },
    why: Words {
        nb: "Hver møteplass har sitt eget skjema. Årsrapporten sier hvor mange det er.",
        nn: "Kvar møteplass har sitt eige skjema. Årsrapporten seier kor mange det er.",
    },
    remedy: Words {
        nb: "Rett antallet i årsrapporten. Gjelder to av skjemaene samme møteplass, så skriv navnet likt.",
        nn: "Rett talet i årsrapporten. Gjeld to av skjema same møteplass, så skriv namnet likt.",
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
    let Some(form) = scene.annual_report() else {
        return;
    };
    let told = form
        .report()
        .and_then(|report| report.count(Field::MeetingPlaces));
    let came = scene.standing(FormId::MeetingPlace).count();
    let (Some(told), Ok(came)) = (told, u32::try_from(came)) else {
        return;
    };
    // Fewer are told of as missing, and none at all as unexpected.
    if told > 0 && came > told {
        let places = Noun::MEETING_PLACE.count(told);
        remarks.of_form(
            form,
            form.spot(Field::MeetingPlaces),
            Text::new(
                format!(
                    "Årsrapporten sier {}. Det har kommet skjema for {came}.",
                    places.nb
                ),
                format!(
                    "Årsrapporten seier {}. Det har kome skjema for {came}.",
                    places.nn
                ),
            ),
        );
    }
}
