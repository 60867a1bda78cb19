//! Fires when an adviser has looked at the row and asks the chapter about it.
//!
//! The question stands until the row has changed: the answer is a new delivery.

use samlerapport_ingest::Field;

use crate::decided_rows::Way;
use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "asked_by_adviser",
    code: "K111",
    title: Words {
        nb: "Rådgiveren spør om raden",
        nn: "Rådgivaren spør om rada",
    },
    why: Words {
        nb: "Rådgiveren har sett på raden og kan ikke avgjøre den uten svar fra laget.",
        nn: "Rådgivaren har sett på rada og kan ikkje avgjere ho utan svar frå laget.",
    },
    remedy: Words {
        nb: "Skriv mer i raden: om en aktivitet hva dere gjorde, hvem som arrangerte, og hvor mange som var med; om en likeperson hva hun eller han gjør, og om det er ulønnet. Send skjemaet på nytt.",
        nn: "Skriv meir i rada: om ein aktivitet kva de gjorde, kven som arrangerte, og kor mange som var med; om ein likeperson kva ho eller han gjer, og om det er ulønt. Send skjemaet på nytt.",
    },
    scope: Scope::Row,
    severity: Severity::Wait,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::Fact,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    for activity in &scene.activities {
        if activity.way() == Some(Way::Asked) {
            remarks.of_row(
                activity.id,
                activity.spot(Field::Date),
                Text::new(
                    "Rådgiveren trenger å vite mer om denne raden før den kan telle.",
                    "Rådgivaren treng å vite meir om denne rada før ho kan telje.",
                ),
            );
        }
    }
    for person in &scene.people {
        if person.way() == Some(Way::Asked) {
            remarks.of_row(
                person.id,
                person.spot(Field::Name),
                Text::new(
                    "Rådgiveren trenger å vite mer om denne personen før raden kan telle.",
                    "Rådgivaren treng å vite meir om denne personen før rada kan telje.",
                ),
            );
        }
    }
}
