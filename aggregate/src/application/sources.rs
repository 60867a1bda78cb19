//! Sheet «Kilder»: every file that came and what became of its rows.

use samlerapport_validate::{Fate, JudgedForm, Standing};

use super::source::{Source, Sources};
use super::words;
use crate::sheet::{Cell, Column, Format, Part, Sheet, Style, Table, Total};

const COLUMNS: [Column; 14] = [
    Column::new("Nr.", Format::Whole),
    Column::new("Fil", Format::Text),
    Column::new("SHA-256", Format::Text),
    Column::new("Område", Format::Text),
    Column::new("Lag", Format::Text),
    Column::new("Skjema", Format::Text),
    Column::new("Gjelder for", Format::Text),
    Column::new("Vurdering", Format::Text),
    Column::new("Status", Format::Text),
    Column::summed("Rader medregnet", Format::Whole),
    Column::summed("Holdt tilbake", Format::Whole),
    Column::summed("Til avklaring", Format::Whole),
    Column::summed("Mangelfulle", Format::Whole),
    Column::summed("Ikke medregnet", Format::Whole),
];

/// Sets up the sheet.
pub(super) fn sheet<'a>(sources: &Sources<'a>) -> Sheet<'a> {
    Sheet {
        name: "Kilder",
        part: Part::Evidence,
        heading: "Filene som er kommet".to_owned(),
        notes: vec![
            "I den rekkefølgen de kom. SHA-256 er de tolv første tegnene av filens fingeravtrykk; originalen ligger i arkivet under det. Radene i en fil som er erstattet, regnes ikke med noe sted.".to_owned(),
        ],
        tables: tables(sources),
        widths: vec![6, 30, 14, 16, 24, 15, 18, 19, 17, 11, 9, 10, 12, 10],
        chart: None,
    }
}

fn tables<'a>(sources: &Sources<'a>) -> Vec<Table<'a>> {
    let papers = (!sources.papers().is_empty()).then(|| Table {
        caption: "Kommet på papir, ikke ført inn",
        columns: PAPER_COLUMNS.to_vec(),
        cells: paper_lines(sources).collect(),
        totals: Vec::new(),
        when_empty: "",
        style: Style::Plain,
    });
    let files = Table {
        caption: "",
        columns: COLUMNS.to_vec(),
        cells: sources.all().flat_map(line).collect(),
        totals: vec![Total::Sum {
            label: "Sum".to_owned(),
        }],
        when_empty: "Ingen filer er kommet ennå.",
        style: Style::List,
    };
    std::iter::once(files).chain(papers).collect()
}

/// The columns of forms on paper, under those of the files.
const PAPER_COLUMNS: [Column; 6] = [
    Column::new("Nr.", Format::Whole),
    Column::new("Meldt av", Format::Text),
    Column::new("Dato", Format::Text),
    Column::new("Område", Format::Text),
    Column::new("Lag", Format::Text),
    Column::new("Skjema", Format::Text),
];

fn paper_lines<'s, 'a>(sources: &'s Sources<'a>) -> impl Iterator<Item = Cell<'a>> + use<'s, 'a> {
    let papers = (1_u64..).zip(sources.papers());
    papers.flat_map(|(nth, (number, paper))| {
        let (chapter, region) = sources.chapter(number);
        [
            Cell::Whole(nth),
            Cell::text(&paper.by),
            Cell::own(paper.on.format("%d.%m.%Y").to_string()),
            Cell::text(region),
            Cell::text(chapter),
            Cell::text(words::form(Some(paper.form))),
        ]
    })
}

fn line<'a>(source: &Source<'a>) -> Vec<Cell<'a>> {
    let form = source.form;
    let mut line = vec![
        Cell::Whole(u64::try_from(form.delivery).unwrap_or_default()),
        Cell::text(&form.file),
        Cell::own(form.sha256.chars().take(12).collect()),
        Cell::text(source.region),
        Cell::text(source.chapter),
        Cell::text(words::form(form.form)),
        Cell::text(form.of.as_deref().unwrap_or_default()),
        Cell::text(words::verdict(form.verdict)),
        Cell::own(status(form)),
    ];
    line.extend(rows_by_fate(form));
    line
}

/// Whether it stands, and who typed it in when it came on paper.
fn status(form: &JudgedForm) -> String {
    let standing = words::standing(form.standing);
    match form.copied_by.as_deref() {
        None => standing,
        Some("") => format!("{standing}. Ført inn fra papir"),
        Some(name) => format!("{standing}. Ført inn fra papir av {name}"),
    }
}

/// How many rows fared how; none for a delivery that another has taken the place of.
fn rows_by_fate(form: &JudgedForm) -> [Cell<'static>; 5] {
    let mut counts = [0_u32; 5];
    if !matches!(form.standing, Standing::Current) {
        return counts.map(|_| Cell::Empty);
    }
    let [counted, held, waiting, incomplete, excluded] = &mut counts;
    for row in &form.rows {
        let count = match row.fate {
            Fate::Counted if form.in_totals(row) => &mut *counted,
            Fate::Counted => &mut *held,
            Fate::Waiting => &mut *waiting,
            Fate::Incomplete => &mut *incomplete,
            Fate::Excluded => &mut *excluded,
        };
        *count += 1;
    }
    counts.map(Cell::count)
}
