//! Fires when rows of a table were hidden by hand: whoever signed may not have seen
//! them, so a person decides whether they count.

use samlerapport_ingest::{FaultKind, Place};

use crate::finding::{Spot, Text};
use crate::heard::HeardForm;
use crate::remarks::{Remarks, RowId};
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "rows_hidden",
    code: "K121",
    title: Words {
        nb: "Raden er skjult",
        nn: "Rada er skjult",
    },
    why: Words {
        nb: "En skjult rad kan være noe som ikke ble noe av, og den som skrev under, har kanskje ikke sett den.",
        nn: "Ei skjult rad kan vere noko som ikkje blei noko av, og den som skreiv under, har kanskje ikkje sett ho.",
    },
    remedy: Words {
        nb: "Merk radene rundt, høyreklikk på radnumrene og velg «Vis». Slett det som ikke skal telle, og send skjemaet på nytt, eller fortell rådgiveren hva som gjelder.",
        nn: "Merk radene rundt, høgreklikk på radnummera og vel «Vis». Slett det som ikkje skal telje, og send skjemaet på nytt, eller fortel rådgivaren kva som gjeld.",
    },
    scope: Scope::Row,
    severity: Severity::Wait,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::House,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    let activities = scene.asked_about().map(|row| (row.id, row.row.place));
    let people = scene.people.iter().map(|row| (row.id, row.row.place));
    for (id, place) in activities.chain(people) {
        let form = scene.forms.get(id.form);
        if form.is_some_and(|form| is_hidden(form, place)) {
            speak(remarks, id, place);
        }
    }
}

fn speak(remarks: &mut Remarks<'_>, id: RowId, place: Place) {
    let message = Text::new(
        "Raden er skjult i arket. Skal den telle?",
        "Rada er skjult i arket. Skal ho telje?",
    );
    remarks.of_row(id, Spot { place, field: None }, message);
}

fn is_hidden(form: &HeardForm<'_>, place: Place) -> bool {
    form.delivery.reading.faults.iter().any(|fault| {
        let FaultKind::HiddenRows {
            rows,
            filtered: false,
        } = &fault.kind
        else {
            return false;
        };
        fault.place.is_some_and(|first| first.sheet == place.sheet)
            && rows
                .iter()
                .any(|(from, to)| (*from..=*to).contains(&place.row))
    })
}
