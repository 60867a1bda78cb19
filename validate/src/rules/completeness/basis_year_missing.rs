//! Fires when a form tells no year, and its dates do not tell it either.

use samlerapport_ingest::{Field, FormId, Report};

use crate::finding::Text;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "basis_year_missing",
    code: "K023",
    title: Words {
        nb: "Grunnlagsår mangler",
        nn: "Grunnlagsår manglar",
    },
    why: Words {
        nb: "Bare aktiviteter i grunnlagsåret teller, og datoene i skjemaet viser ikke hvilket år det er.",
        nn: "Berre aktivitetar i grunnlagsåret tel, og datoane i skjemaet viser ikkje kva år det er.",
    },
    remedy: Words {
        nb: "Skriv grunnlagsåret øverst i skjemaet, for eksempel 2025.",
        nn: "Skriv grunnlagsåret øvst i skjemaet, til dømes 2025.",
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
    for form in &scene.forms {
        let Some(report) = form.report() else {
            continue;
        };
        if report.basis_year().is_none() && !dates_tell(report, scene.setting.basis_year) {
            remarks.of_form(
                form,
                form.spot(Field::BasisYear),
                Text::new(
                    "Det står ikke hvilket år skjemaet gjelder.",
                    "Det står ikkje kva år skjemaet gjeld.",
                ),
            );
        }
    }
}

/// Whether years were typed in the dates of the activities, all of them the basis year.
fn dates_tell(report: &Report, basis_year: i32) -> bool {
    if report.form == FormId::PeerSupporters {
        return false;
    }
    let days = report.rows.iter().flat_map(|row| row.days(Field::Date));
    let mut years = days.filter_map(|day| day.year).peekable();
    years.peek().is_some() && years.all(|year| year == basis_year)
}
