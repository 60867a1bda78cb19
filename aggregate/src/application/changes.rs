//! Sheet «Endringer»: chapters with much more or much less than the year before, and why.

use samlerapport_validate::{Changed, Figure, Hearing};

use crate::basis::Basis;
use crate::roll::order;
use crate::sheet::{Cell, Column, Format, Part, Sheet, Style, Table};

/// Sets up the sheet.
pub(super) fn sheet<'a>(basis: &Basis<'a>) -> Sheet<'a> {
    let mut heard: Vec<&'a Hearing> = basis.heard().collect();
    heard.sort_by_key(|hearing| order(hearing.chapter.as_deref().unwrap_or_default()));
    let cells = heard.into_iter().flat_map(|hearing| lines(basis, hearing));
    Sheet {
        name: "Endringer",
        part: Part::Action,
        heading: "Store endringer fra i fjor".to_owned(),
        notes: vec![
            "Mindre enn halvparten av fjorårets tall, eller mer enn det dobbelte. Ved nedgang er også rader som kan komme til å telle, regnet med. Begrunnelsen er lagets egen.".to_owned(),
        ],
        tables: vec![Table {
            caption: "",
            columns: vec![
                Column::new("Nr.", Format::Text),
                Column::new("Lag", Format::Text),
                Column::new("Område", Format::Text),
                Column::new("Tall", Format::Text),
                Column::new("I fjor", Format::Whole),
                Column::new("I år", Format::Whole),
                Column::new("Begrunnelse", Format::Wrapped),
            ],
            cells: cells.collect(),
            totals: Vec::new(),
            when_empty: "Ingen lag har store endringer som vi kjenner til.",
            style: Style::List,
        }],
        widths: vec![7, 28, 16, 18, 9, 9, 60],
        chart: None,
    }
}

fn lines<'a>(basis: &Basis<'a>, hearing: &'a Hearing) -> Vec<Cell<'a>> {
    let Some(change) = &hearing.change else {
        return Vec::new();
    };
    let number = hearing.chapter.as_deref().unwrap_or_default();
    let chapter = basis.register.chapter(number);
    let reason = change.reason.as_deref();
    let line = |changed: &Changed| {
        [
            Cell::text(number),
            chapter.map_or(Cell::Empty, |chapter| Cell::text(&chapter.name)),
            chapter.map_or(Cell::Empty, |chapter| Cell::text(&chapter.region)),
            Cell::text(figure(changed.figure)),
            Cell::count(changed.before),
            Cell::count(changed.now),
            Cell::text(reason.unwrap_or("Laget er spurt, og har ikke svart ennå.")),
        ]
    };
    change.figures.iter().flat_map(line).collect()
}

fn figure(figure: Figure) -> &'static str {
    match figure {
        Figure::Days => "Aktivitetsdager",
        Figure::Participants => "Deltakere",
        Figure::PeerSupporters => "Likepersoner",
    }
}
