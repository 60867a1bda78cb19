//! Made-up gaps, totals and points.

use samlerapport_aggregate::{Figures, Gap, GapKind, Group, Score, Totals, Worth};
use samlerapport_ingest::FormId;
use samlerapport_validate::Text;

/// Gaps of every kind: the chapters' own, and a file that nobody could place.
pub(crate) fn gaps() -> Vec<Gap> {
    let (first, second) = (("101", "Bjørkåsen lokallag"), ("102", "Høgfjell lokallag"));
    let (far, nobody) = (("103", "Ytre Skjær lokallag"), ("", ""));
    let rows = Some(FormId::Activities);
    [
        (
            (GapKind::FormMissing, first, Some(FormId::AnnualReport), 50),
            "Årsrapport for lag har ikke kommet.",
            "Årsrapport for lag har ikkje kome.",
        ),
        (
            (GapKind::FormHeld, second, rows, 48),
            "Skjemaet holdes igjen fordi underskriften mangler.",
            "Skjemaet blir halde att fordi underskrifta manglar.",
        ),
        (
            (GapKind::RowsIncomplete, first, rows, 32),
            "2 rader mangler dato.",
            "2 rader manglar dato.",
        ),
        (
            (GapKind::RowsWaiting, first, rows, 16),
            "1 rad venter på avklaring.",
            "1 rad ventar på avklaring.",
        ),
        (
            (GapKind::NothingDelivered, far, None, 50),
            "Laget har ikke levert noe.",
            "Laget har ikkje levert noko.",
        ),
        (
            (GapKind::FileUnplaced, nobody, None, 0),
            "Vi fant ikke ut hvilket lag filen kommer fra.",
            "Vi fann ikkje ut kva lag fila kjem frå.",
        ),
    ]
    .into_iter()
    .map(|(gap, nb, nn)| told(gap, nb, nn))
    .collect()
}

/// What a gap is: its kind, the chapter's number and name, the form and the price.
type Short = (GapKind, (&'static str, &'static str), Option<FormId>, u64);

fn told((kind, (chapter, name), form, price): Short, nb: &str, nn: &str) -> Gap {
    let region = match chapter {
        "" => "",
        "103" => "Område 9",
        _ => "Område 4",
    };
    Gap {
        kind,
        chapter: chapter.to_owned(),
        chapter_name: name.to_owned(),
        region: region.to_owned(),
        form,
        missing: Text::new(nb.to_owned(), nn.to_owned()),
        remedy: Text::new(
            "Se på dette i arbeidsboken og avgjør det.".to_owned(),
            "Sjå på dette i arbeidsboka og avgjer det.".to_owned(),
        ),
        for_adviser: kind == GapKind::RowsWaiting,
        worth: Worth {
            days: u32::try_from(price).unwrap() / 2,
            ..Worth::default()
        },
        price,
        at_least: kind == GapKind::FormMissing,
        rows: 1,
        file: "aktiviteter 2025.xlsx".to_owned(),
        delivery: Some(4),
    }
}

/// Totals with thousands in them, and one region that has delivered.
pub(crate) fn totals() -> Totals {
    let all = Figures {
        chapters_expected: 40,
        chapters_delivered: 36,
        chapters_counted: 31,
        days_group: 1200,
        days_course: 30,
        days_outreach: 4,
        peer_supporters: 212,
        rows_waiting: 9,
        rows_incomplete: 14,
        ..Figures::default()
    };
    let group = |name: &str, figures| Group {
        key: name.to_owned(),
        name: name.to_owned(),
        region: name.to_owned(),
        county: String::new(),
        figures,
    };
    Totals {
        all,
        regions: vec![
            group("Område 4", all),
            group("Område 9", Figures::default()),
        ],
        ..Totals::default()
    }
}

/// A score with a half point and an estimate.
pub(crate) fn score() -> Score {
    Score {
        criteria: Vec::new(),
        gross: 12_345,
        net_tenths: 135_795,
        kroner: Some(1_250_000),
    }
}
