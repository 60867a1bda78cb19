//! Sheet «Sammendrag»: the headline, the regions, what is outstanding, what is settled.

use super::{criteria, settled, words};
use crate::basis::Basis;
use crate::gaps::{Gap, GapKind, Outstanding, outstanding};
use crate::grant::GrantSettings;
use crate::points::{Score, score};
use crate::sheet::{Cell, Chart, Column, Format, Part, Sheet, Style, Table, Total};
use crate::totals::{Group, Totals};

/// Sets up the sheet.
pub(super) fn sheet<'a>(basis: &Basis<'a>, totals: &'a Totals, gaps: &[Gap]) -> Sheet<'a> {
    let settings = basis.settings;
    let score = score(totals, settings);
    Sheet {
        name: "Sammendrag",
        part: Part::Summary,
        heading: format!(
            "{}: likepersonsarbeid {}",
            settings.organisation, settings.basis_year
        ),
        notes: notes(settings),
        tables: vec![
            headline(settings, totals, &score),
            criteria::table(settings, totals, &score),
            regions(totals),
            gaps_by_kind(totals, gaps),
            settled::table(settings, totals),
        ],
        widths: vec![40, 17, 14, 14, 14, 16, 14, 14],
        chart: Some(Chart {
            title: "Aktivitetsdager etter område",
            table: 2,
            names: 0,
            numbers: 5,
        }),
    }
}

fn notes(settings: &GrantSettings) -> Vec<String> {
    let mut notes = vec![
        format!(
            "Grunnlag for søknaden i {} om tilskudd for {}. Tallene er per {}.",
            settings.application_year(),
            settings.grant_year(),
            words::day(settings.as_of)
        ),
        format!(
            "Frist for lagene: {}. Frist for søknaden: {}.",
            words::day(settings.judging.deadline),
            settings
                .application_deadline
                .map_or_else(|| "ikke satt".to_owned(), words::day)
        ),
    ];
    notes.push(match &settings.frozen {
        Some(frozen) if frozen.note.is_empty() => {
            format!("Tallene ble frosset {}.", words::day(frozen.on))
        }
        Some(frozen) => format!(
            "Tallene ble frosset {}: {}",
            words::day(frozen.on),
            frozen.note
        ),
        None => "Tallene er ikke frosset. De endrer seg når flere skjemaer kommer.".to_owned(),
    });
    notes
}

fn headline(settings: &GrantSettings, totals: &Totals, score: &Score) -> Table<'static> {
    let net = if settings.members.is_some() {
        "Netto poeng"
    } else {
        "Netto poeng uten medlemmer"
    };
    Table {
        caption: "",
        columns: vec![
            Column::new(net, Format::Tenths),
            Column::new("Brutto poeng", Format::Whole),
            Column::new("Lag", Format::Whole),
            Column::new("Likepersoner", Format::Whole),
            Column::new("Aktivitetsdager", Format::Whole),
        ],
        cells: vec![
            Cell::Tenths(score.net_tenths),
            Cell::Whole(score.gross),
            Cell::count(totals.all.chapters_counted),
            Cell::count(totals.all.peer_supporters),
            Cell::count(totals.all.days()),
        ],
        totals: Vec::new(),
        when_empty: "",
        style: Style::Headline,
    }
}

/// The regions that have anything to show.
fn regions(totals: &Totals) -> Table<'_> {
    let line = |region: &Group| {
        let figures = &region.figures;
        [
            Cell::own(region.name.clone()),
            Cell::count(figures.chapters_expected),
            Cell::count(figures.chapters_delivered),
            Cell::count(figures.chapters_counted),
            Cell::count(figures.peer_supporters),
            Cell::count(figures.days()),
            Cell::Whole(figures.participants),
            Cell::Minutes(figures.minutes),
        ]
    };
    Table {
        caption: "Områdene",
        columns: vec![
            Column::new("Område", Format::Text),
            Column::summed("Lag i registeret", Format::Whole),
            Column::summed("Lag som har levert", Format::Whole),
            Column::summed("Lag medregnet", Format::Whole),
            Column::summed("Likepersoner", Format::Whole),
            Column::summed("Aktivitetsdager", Format::Whole),
            Column::summed("Deltakelser", Format::Whole),
            Column::summed("Timer", Format::Tenths),
        ],
        cells: totals
            .regions
            .iter()
            .filter(|region| region.figures.are_worth_telling())
            .flat_map(line)
            .collect(),
        totals: vec![Total::Sum {
            label: "I alt".to_owned(),
        }],
        when_empty: "Registeret har ingen områder.",
        style: Style::Plain,
    }
}

fn gaps_by_kind(totals: &Totals, gaps: &[Gap]) -> Table<'static> {
    let mut cells = Vec::new();
    for (kind, name) in [
        (GapKind::NothingDelivered, "Lag som ikke har levert noe"),
        (GapKind::FormMissing, "Skjemaer som ikke er kommet"),
        (GapKind::FormHeld, "Skjemaer som ikke teller ennå"),
        (GapKind::RowsWaiting, "Rader til avklaring"),
        (GapKind::RowsIncomplete, "Rader som laget kan rette"),
        (GapKind::FileUnplaced, "Filer uten kjent lag eller skjema"),
    ] {
        let of_kind: Vec<Gap> = gaps
            .iter()
            .filter(|gap| gap.kind == kind)
            .cloned()
            .collect();
        if !of_kind.is_empty() {
            let rows = of_kind.iter().map(|gap| gap.rows).sum();
            cells.extend(gap_line(name, rows, outstanding(&of_kind, totals)));
        }
    }
    Table {
        caption: "Det som gjenstår, og hva det minst er verdt med dagens tall",
        columns: vec![
            Column::new("Hva", Format::Text),
            Column::summed("Mangler", Format::Whole),
            Column::summed("Rader", Format::Whole),
            Column::summed("Lag", Format::Whole),
            Column::summed("Likepersoner", Format::Whole),
            Column::summed("Aktivitetsdager", Format::Whole),
            Column::new("", Format::Whole),
            Column::new("Brutto poeng", Format::Whole),
        ],
        cells,
        totals: vec![Total::SumAnd {
            label: "Alt sammen".to_owned(),
            last: outstanding(gaps, totals).points,
        }],
        when_empty: "Ingenting mangler.",
        style: Style::NextPage,
    }
}

fn gap_line(name: &'static str, rows: u32, of_kind: Outstanding) -> [Cell<'static>; 8] {
    [
        Cell::text(name),
        Cell::count(of_kind.gaps),
        Cell::count(rows),
        Cell::count(of_kind.worth.chapters),
        Cell::count(of_kind.worth.peer_supporters),
        Cell::count(of_kind.worth.days),
        Cell::Empty,
        Cell::Whole(of_kind.points),
    ]
}
