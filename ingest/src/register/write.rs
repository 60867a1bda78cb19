//! The register as a workbook: the template for staff, or a register written out.

use super::Register;
use super::sheets::{
    ADVISERS, CHAPTERS, Column, Holds, LAST_YEAR, RECIPIENTS, REGIONS, RegisterSheet,
};
use crate::adviser::Role;
use crate::blank::{self, BlankError, Check, Entry, LaidCell, Limit, Page, Style};
use crate::chapter::{Chapter, Language};
use crate::county::present_counties;
use crate::form::Kind;

/// Writes the register with its five sheets and a page of guidance.
pub(super) fn write(register: &Register) -> Result<Vec<u8>, BlankError> {
    let chapters = register.chapters.iter().map(chapter_row).collect();
    let regions = register.regions.iter().map(|region| {
        vec![
            (Holds::Region, text(&region.name)),
            (Holds::Counties, text(&region.counties.join(", "))),
        ]
    });
    let advisers = register.advisers.iter().map(|adviser| {
        vec![
            (Holds::Name, text(&adviser.name)),
            (Holds::Email, text(&adviser.email)),
            (Holds::Region, text(&adviser.region)),
        ]
    });
    let recipients = register.recipients.iter().map(|recipient| {
        vec![
            (Holds::Name, text(&recipient.name)),
            (Holds::Email, text(&recipient.email)),
            (Holds::Role, text(role(recipient.role))),
        ]
    });
    let last_year = register.last_year.iter().map(|(number, last)| {
        let count = |count: Option<u32>| count.map(|count| Entry::Number(count.into()));
        vec![
            (Holds::Number, text(number)),
            (Holds::Days, count(last.days)),
            (Holds::Participants, count(last.participants)),
            (Holds::PeerSupporters, count(last.peer_supporters)),
        ]
    });
    let pages = [
        page(&CHAPTERS, chapters),
        page(&REGIONS, regions.collect()),
        page(&ADVISERS, advisers.collect()),
        page(&RECIPIENTS, recipients.collect()),
        page(&LAST_YEAR, last_year.collect()),
        guidance(),
    ];
    blank::write_pages("Register", &pages, &[])
}

type Row = Vec<(Holds, Option<Entry>)>;

fn chapter_row(chapter: &Chapter) -> Row {
    let optional = |value: &Option<String>| value.as_deref().and_then(text);
    let language = match chapter.language {
        Language::Bokmal => "nb",
        Language::Nynorsk => "nn",
    };
    let status = if chapter.dissolved.is_some() {
        "nedlagt"
    } else {
        "aktiv"
    };
    let county_chapter = if chapter.county_chapter { "Ja" } else { "Nei" };
    let dissolved_on = chapter.dissolved.and_then(|dissolved| dissolved.on);
    vec![
        (Holds::Number, text(&chapter.number)),
        (Holds::Name, text(&chapter.name)),
        (Holds::FormerNames, text(&chapter.former_names.join("; "))),
        (
            Holds::OrganisationNumber,
            optional(&chapter.organisation_number),
        ),
        (Holds::County, text(&chapter.county)),
        (Holds::Municipality, text(&chapter.municipality)),
        (Holds::Region, text(&chapter.region)),
        (Holds::CountyChapter, text(county_chapter)),
        (Holds::Email, optional(&chapter.email)),
        (Holds::Leader, optional(&chapter.leader)),
        (Holds::LeaderEmail, optional(&chapter.leader_email)),
        (Holds::Language, text(language)),
        (
            Holds::Members,
            chapter.members.map(|members| Entry::Number(members.into())),
        ),
        (Holds::Status, text(status)),
        (Holds::DissolvedOn, dissolved_on.map(Entry::Date)),
    ]
}

fn text(text: &str) -> Option<Entry> {
    (!text.is_empty()).then(|| Entry::text(text))
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Finance => "økonomi",
        Role::Operations => "drift",
        Role::Coordinator => "koordinator",
    }
}

fn page(sheet: &RegisterSheet, rows: Vec<Row>) -> Page {
    let spare = 50;
    let filled = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let last = filled.saturating_add(spare + 1);
    let mut page = Page {
        sheet: sheet.name.to_owned(),
        landscape: true,
        widths: sheet.columns.iter().map(|column| column.width).collect(),
        row_height: 20.0,
        heights: vec![(1, 32.0)],
        frozen: 1,
        repeated: 1,
        head: ("Register".to_owned(), sheet.name.to_owned()),
        foot: (String::new(), "Side &P av &N".to_owned()),
        chosen: Some((2, 1)),
        ..Page::default()
    };
    let columns = || sheet.columns.iter().zip(1_u16..);
    for (column, number) in columns() {
        page.cells
            .push(cell(1, number, text(column.label), Style::Header));
        page.notes.push(((1, number), column.help.to_owned()));
        page.checks
            .push(check(column, ((2, number), (last, number))));
    }
    let empty = vec![Row::new(); usize::try_from(spare).unwrap_or_default()];
    for (row, values) in (2..).zip(rows.into_iter().chain(empty)) {
        for (column, number) in columns() {
            let mut found = values.iter();
            let found = found.find(|(holds, _)| *holds == column.holds);
            let entry = found.and_then(|(_, entry)| entry.clone());
            page.cells.push(cell(row, number, entry, look(column)));
        }
    }
    page
}

fn cell(row: u32, column: u16, entry: Option<Entry>, style: Style) -> LaidCell {
    LaidCell {
        row,
        column,
        across: 1,
        entry,
        style,
    }
}

fn look(column: &Column) -> Style {
    let kind = match column.holds {
        Holds::Members | Holds::Days | Holds::Participants | Holds::PeerSupporters => Kind::Count,
        Holds::DissolvedOn => Kind::Date,
        Holds::CountyChapter => Kind::YesNo,
        Holds::Number
        | Holds::Name
        | Holds::FormerNames
        | Holds::OrganisationNumber
        | Holds::County
        | Holds::Municipality
        | Holds::Region
        | Holds::Email
        | Holds::Leader
        | Holds::LeaderEmail
        | Holds::Language
        | Holds::Status
        | Holds::Counties
        | Holds::Role => Kind::Text,
    };
    Style::Input {
        kind,
        required: column.filled,
        column: true,
    }
}

fn check(column: &Column, area: ((u32, u16), (u32, u16))) -> Check {
    let list =
        |choices: &[&str]| Limit::List(choices.iter().map(|&choice| choice.into()).collect());
    let (limit, refused) = match column.holds {
        Holds::OrganisationNumber => (Limit::Length(9, 11), "Et organisasjonsnummer har ni sifre."),
        Holds::County => {
            let names = present_counties().map(str::to_owned);
            (Limit::List(names.collect()), "Velg fylket i listen.")
        }
        // The sheet of regions itself is where their names are made.
        Holds::Region if column.width < 24.0 => (
            Limit::Range("Områder!$A$2:$A$60".to_owned()),
            "Velg et område fra arket Områder.",
        ),
        Holds::CountyChapter => (list(&["Ja", "Nei"]), "Velg Ja eller Nei."),
        Holds::Email | Holds::LeaderEmail => {
            (Limit::Address, "En e-postadresse har tegnet @ i seg.")
        }
        Holds::Language => (list(&["nb", "nn"]), "Velg nb eller nn."),
        Holds::Members | Holds::Days | Holds::Participants | Holds::PeerSupporters => {
            (Limit::Whole(0, 1_000_000), "Skriv et helt tall.")
        }
        Holds::Status => (list(&["aktiv", "nedlagt"]), "Velg aktiv eller nedlagt."),
        Holds::DissolvedOn => (Limit::Day, "Skriv datoen slik: 31.12.2025."),
        Holds::Role => (
            list(&["økonomi", "drift", "koordinator"]),
            "Velg økonomi, drift eller koordinator.",
        ),
        Holds::Number
        | Holds::Name
        | Holds::FormerNames
        | Holds::Municipality
        | Holds::Region
        | Holds::Leader
        | Holds::Counties => (Limit::Anything, ""),
    };
    Check {
        area,
        title: column.label.to_owned(),
        help: column.help.to_owned(),
        limit,
        refused_title: "Se over cellen".to_owned(),
        refused: refused.to_owned(),
    }
}

fn guidance() -> Page {
    let mut page = Page {
        sheet: "Veiledning".to_owned(),
        widths: vec![24.0, 70.0],
        row_height: 20.0,
        ..Page::default()
    };
    page.cells
        .push(cell(1, 1, text("Slik brukes registeret"), Style::Title));
    page.heights.push((1, 30.0));
    let mut row = 2;
    for sheet in [&CHAPTERS, &REGIONS, &ADVISERS, &RECIPIENTS, &LAST_YEAR] {
        page.cells
            .push(cell(row + 1, 1, text(sheet.name), Style::Section));
        page.cells
            .push(cell(row + 1, 2, text(sheet.purpose), Style::Guidance));
        page.heights.push((row + 1, 32.0));
        row += 2;
        for column in sheet.columns {
            page.cells
                .push(cell(row, 1, text(column.label), Style::Label));
            page.cells
                .push(cell(row, 2, text(column.help), Style::Guidance));
            page.heights.push((row, 32.0));
            row += 1;
        }
    }
    page
}
