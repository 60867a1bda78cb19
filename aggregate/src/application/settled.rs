//! How the questions that the law leaves open were answered for these figures.

use samlerapport_ingest::FormId;
use samlerapport_validate::{EvidenceNeeded, Profile, TwoGroups};

use super::words;
use crate::grant::GrantSettings;
use crate::sheet::{Cell, Column, Format, Style, Table};
use crate::totals::Totals;

/// As many columns as the other tables of the sheet, so that they are as wide.
const COLUMNS: usize = 8;

/// Sets up the table.
pub(super) fn table(settings: &GrantSettings, totals: &Totals) -> Table<'static> {
    let judging = &settings.judging;
    let mut lines: Vec<(String, String)> = vec![
        ("Medlemmer".to_owned(), members(settings, totals)),
        ("Profil".to_owned(), profile(judging.profile).to_owned()),
        (
            "Teller lederen blant de tre deltakerne? (§ 10)".to_owned(),
            words::yes(judging.leader_counts_as_participant).to_owned(),
        ),
        (
            "To grupper samme dag i samme lag".to_owned(),
            two_groups(judging.two_groups_one_day).to_owned(),
        ),
        (
            "Minste antall deltakere på kurs".to_owned(),
            judging
                .course_minimum
                .map_or_else(|| "Ingen grense".to_owned(), |least| least.to_string()),
        ),
        (
            "Telefontjeneste (§ 12)".to_owned(),
            words::yes(settings.telephone_service).to_owned(),
        ),
        (
            "Digitalt tilbud (§ 12)".to_owned(),
            words::yes(settings.digital_exchange).to_owned(),
        ),
    ];
    for (form, needed) in &judging.evidence {
        if judging.profile.forms().contains(form) {
            lines.push((signature(*form), evidence(needed)));
        }
    }
    let mut columns = vec![
        Column::new("Spørsmål", Format::Text),
        Column::new("Svar", Format::Text),
    ];
    columns.resize(COLUMNS, Column::new("", Format::Text));
    Table {
        caption: "Valg som tallene bygger på",
        columns,
        cells: lines
            .into_iter()
            .flat_map(|(question, answer)| {
                // A long answer runs on over the empty cells beside it.
                let mut line = vec![Cell::own(question), Cell::own(answer)];
                line.resize(COLUMNS, Cell::Empty);
                line
            })
            .collect(),
        totals: Vec::new(),
        when_empty: "",
        style: Style::Plain,
    }
}

fn members(settings: &GrantSettings, totals: &Totals) -> String {
    let told = words::number(totals.all.members_reported);
    match &settings.members {
        Some(members) => format!(
            "{}. Kilde: {}. Lagene har selv oppgitt {told}.",
            words::number(u64::from(members.count)),
            members.source.trim_end_matches('.')
        ),
        None => format!("Settes av økonomi. Lagene har selv oppgitt {told}."),
    }
}

fn profile(profile: Profile) -> &'static str {
    match profile {
        Profile::MentalHelse => "Mental Helse: forskriften og egne regler",
        Profile::Pef => "PEF: forskriften og egne regler",
    }
}

fn two_groups(choice: TwoGroups) -> &'static str {
    match choice {
        TwoGroups::TwoIfLeadersDiffer => "To dager når lederne er ulike, ellers til avklaring",
        TwoGroups::Two => "To dager",
        TwoGroups::One => "Én dag",
    }
}

fn signature(form: FormId) -> String {
    format!("Underskrift på skjema {}", words::form(Some(form)))
}

fn evidence(needed: &EvidenceNeeded) -> String {
    let enough: Vec<&str> = needed
        .enough
        .iter()
        .map(|evidence| words::evidence(*evidence))
        .collect();
    let mut text = words::either(&enough);
    if needed.confirmed {
        text.push_str(", sett av rådgiveren");
    }
    if needed.board_member_may_sign {
        text.push_str(", også fra ett styremedlem");
    }
    text.push_str(if needed.returned_without {
        ". Uten: skjemaet sendes tilbake."
    } else {
        ". Uten: radene venter."
    });
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
