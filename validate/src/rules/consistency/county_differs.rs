//! Fires when the county is another than the register has for the chapter.

use samlerapport_ingest::{County, CountyFound, Field, county};

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "county_differs",
    code: "K104",
    title: Words {
        nb: "Fylket er et annet enn registerets",
        nn: "Fylket er eit anna enn det i registeret",
    },
    why: Words {
        nb: "Tallene settes opp etter fylke og område. Vi bruker det fylket registeret har på laget.",
        nn: "Tala blir sette opp etter fylke og område. Vi bruker det fylket registeret har på laget.",
    },
    remedy: Words {
        nb: "Rett fylket hvis det er feil. Har laget flyttet, så si fra til rådgiveren.",
        nn: "Rett fylket om det er feil. Har laget flytta, så sei ifrå til rådgivaren.",
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
    let Some(chapter) = scene.setting.chapter else {
        return;
    };
    let own = chapter.county.as_str();
    for form in &scene.forms {
        let typed = form.report().and_then(|report| report.text(Field::County));
        // A name that we do not know says nothing against the register's.
        let CountyFound::County(found) = typed.map_or(CountyFound::Unknown, county) else {
            continue;
        };
        // A former county agrees when the chapter's lies in what it was.
        if found.now.contains(&own) || CountyFound::County(found) == county(own) {
            continue;
        }
        remarks.of_form(form, form.spot(Field::County), message(found, own));
    }
}

fn message(found: &County, own: &str) -> Text {
    let name = found.name;
    if found.until.is_none() {
        return Text::new(
            format!("Skjemaet sier {name}. I registeret hører laget til {own}."),
            format!("Skjemaet seier {name}. I registeret høyrer laget til {own}."),
        );
    }
    let now = found.now.join(" / ");
    Text::new(
        format!("Skjemaet sier {name}, som nå er {now}. I registeret hører laget til {own}."),
        format!("Skjemaet seier {name}, som no er {now}. I registeret høyrer laget til {own}."),
    )
}
