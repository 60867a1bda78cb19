//! The words that gaps are told in: short, without blame, without free text.

use samlerapport_ingest::FormId;
use samlerapport_validate::{Rule, Text};

use super::GapKind;

/// No words yet.
pub(super) fn none() -> Text {
    Text::new("", "")
}

pub(super) fn nothing_delivered() -> Text {
    Text::new("Ingen skjemaer er kommet.", "Ingen skjema er komne.")
}

pub(super) fn hand_in_all() -> Text {
    Text::new(
        "Send inn alle skjemaene. Årsrapporten er den viktigste.",
        "Send inn alle skjemaa. Årsrapporten er den viktigaste.",
    )
}

pub(super) fn missing(form: FormId) -> Text {
    let form = form.form();
    Text::new(
        format!("«{}» har ikke kommet.", form.title),
        format!("«{}» har ikkje kome.", form.title_nn),
    )
}

/// What to do about a form that has not come.
pub(super) fn hand_in(form: FormId) -> Text {
    match form {
        FormId::AnnualReport => Text::new(
            "Send årsrapporten, datert og underskrevet. Uten den teller ikke laget.",
            "Send årsrapporten, datert og underskriven. Utan han tel ikkje laget.",
        ),
        FormId::PeerSupporters => Text::new(
            "Send oversikten. Har laget ingen likepersoner, så svar Nei på det i årsrapporten.",
            "Send oversikta. Har laget ingen likepersonar, så svar Nei på det i årsrapporten.",
        ),
        FormId::MeetingPlace | FormId::Activities | FormId::Visits => Text::new(
            "Send skjemaet. Har laget ikke noe å føre, så svar Nei på det i årsrapporten.",
            "Send skjemaet. Har laget ikkje noko å føre, så svar Nei på det i årsrapporten.",
        ),
    }
}

pub(super) fn on_paper(form: FormId) -> Text {
    let form = form.form();
    Text::new(
        format!(
            "«{}» er kommet på papir. Tallene er ikke ført inn.",
            form.title
        ),
        format!(
            "«{}» er komen på papir. Tala er ikkje førte inn.",
            form.title_nn
        ),
    )
}

/// What to do about a form on paper.
pub(super) fn type_in() -> Text {
    Text::new(
        "Før tallene inn i et tomt skjema. Skriv «Ført inn fra papir av» og navnet ditt øverst, og legg det i innboksen.",
        "Før tala inn i eit tomt skjema. Skriv «Ført inn frå papir av» og namnet ditt øvst, og legg det i innboksen.",
    )
}

/// Why a form that came does not count.
pub(super) fn held(kind: GapKind, form: Option<FormId>, rule: Option<&Rule>) -> Text {
    let Some(form) = form else {
        return reason(
            "Filen kan ikke telle som den er",
            "Fila kan ikkje telje som ho er",
            rule,
        );
    };
    let form = form.form();
    if kind == GapKind::FileUnplaced {
        return Text::new(
            format!(
                "«{}» er kommet, men vi vet ikke fra hvilket lag.",
                form.title
            ),
            format!(
                "«{}» er komen, men vi veit ikkje frå kva lag.",
                form.title_nn
            ),
        );
    }
    reason(
        &format!("«{}» teller ikke ennå", form.title),
        &format!("«{}» tel ikkje enno", form.title_nn),
        rule,
    )
}

/// What stops rows.
pub(super) fn rows(kind: GapKind, rows: u32, rule: Option<&Rule>) -> Text {
    let noun = if rows == 1 { "rad" } else { "rader" };
    let (nb, nn) = match (kind, rows) {
        (GapKind::RowsWaiting, _) => ("til avklaring", "til avklaring"),
        (_, 1) => ("kan telle når den er rettet", "kan telje når ho er retta"),
        (_, _) => ("kan telle når de er rettet", "kan telje når dei er retta"),
    };
    reason(
        &format!("{rows} {noun} {nb}"),
        &format!("{rows} {noun} {nn}"),
        rule,
    )
}

/// What to do: the rule's own remedy, or a decision.
pub(super) fn remedy(rule: Option<&Rule>) -> Text {
    rule.map_or_else(
        || Text::new("Rådgiveren avgjør.", "Rådgivaren avgjer."),
        |rule| rule.remedy.into(),
    )
}

fn reason(nb: &str, nn: &str, rule: Option<&Rule>) -> Text {
    let stop = |text: &str, title: Option<&str>| {
        title.map_or_else(
            || format!("{text}."),
            |title| format!("{text}: {}.", lower_first(title.trim_end_matches('.'))),
        )
    };
    Text::new(
        stop(nb, rule.map(|rule| rule.title.nb)),
        stop(nn, rule.map(|rule| rule.title.nn)),
    )
}

/// A title in the middle of a sentence.
fn lower_first(title: &str) -> String {
    let mut letters = title.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}
