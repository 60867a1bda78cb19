//! A working folder for a story: its settings, its register, what is dropped, what came out.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use mail_parser::MessageParser;
use samlerapport_ingest::blank::{self, Entry, Filling, SignatureEntry};
use samlerapport_ingest::{
    Adviser, Chapter, Field, FormId, Language, Recipient, Region, Register, Role, SignatureRole,
    write_register,
};
use serde_json::Value as Json;
use tempfile::TempDir;

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_samlerapport");

/// A folder that vanishes with the test.
pub(crate) struct Folder {
    home: TempDir,
    today: &'static str,
}

/// The settings of a story, unless it brings its own.
pub(crate) const SETTINGS: &str = r#"
[organisation]
name = "Samtalen"

[year]
basis = 2025
deadline = 2026-05-31

[mail]
from = "likeperson@samtalen.example"
release = true
quiet_hours = 0

[reading]
rest_seconds = 0

[signatures.arsrapport]
confirmed = false
"#;

impl Folder {
    /// A folder with these chapters, by number and name, in the region Midt.
    pub(crate) fn with(chapters: &[(&str, &str)]) -> Self {
        Self::set(SETTINGS, chapters)
    }

    /// The same with other settings.
    pub(crate) fn set(settings: &str, chapters: &[(&str, &str)]) -> Self {
        let folder = Self {
            home: TempDir::new().unwrap(),
            today: "2026-06-01",
        };
        fs::create_dir(folder.dir().join("inbox")).unwrap();
        folder.settings(settings);
        folder.register(chapters);
        folder
    }

    pub(crate) fn dir(&self) -> &Path {
        self.home.path()
    }

    pub(crate) fn today(&mut self, today: &'static str) {
        self.today = today;
    }

    pub(crate) fn settings(&self, settings: &str) {
        fs::write(self.dir().join("samlerapport.toml"), settings).unwrap();
    }

    pub(crate) fn register(&self, chapters: &[(&str, &str)]) {
        let bytes = write_register(&register(chapters)).unwrap();
        fs::write(self.dir().join("register.xlsx"), bytes).unwrap();
    }

    /// Drops a file in the inbox.
    pub(crate) fn drop_file(&self, name: &str, bytes: &[u8]) {
        let path = self.dir().join("inbox").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The four forms of a chapter, with so many rows in forms 2 and 3.
    pub(crate) fn drop_all(&self, chapter: &str, rows: u32) {
        for form in [
            FormId::AnnualReport,
            FormId::MeetingPlace,
            FormId::Activities,
            FormId::PeerSupporters,
        ] {
            let name = format!("{chapter} {}.xlsx", form.key());
            self.drop_file(&name, &form_of(chapter, form, rows));
        }
    }

    /// The command of one run.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .args(["run", "--format", "json", "--today", self.today, "--dir"])
            .arg(self.dir());
        command
    }

    /// One run; gives its summary.
    pub(crate) fn run(&self) -> Json {
        let output = self.command().output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Another command on the folder, as JSON.
    pub(crate) fn ask(&self, words: &[&str]) -> Json {
        let output = Command::new(PROGRAM)
            .args(words)
            .args(["--format", "json", "--dir"])
            .arg(self.dir())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", said(&output));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// A figure of the last summary.
    pub(crate) fn figure(&self, name: &str) -> u64 {
        self.run()["headline"][name].as_u64().unwrap()
    }

    /// The letters that left: receivers, subject and text, in the order of the outbox.
    pub(crate) fn letters(&self) -> Vec<Letter> {
        let mut letters = Vec::new();
        for path in files(&self.dir().join("outbox")) {
            let bytes = fs::read(&path).unwrap();
            let message = MessageParser::default().parse(&bytes).unwrap();
            let to = message.to().unwrap().iter();
            letters.push(Letter {
                to: to
                    .map(|address| address.address().unwrap_or_default().to_owned())
                    .collect(),
                subject: message.subject().unwrap_or_default().to_owned(),
                id: message.message_id().unwrap_or_default().to_owned(),
                text: message.body_text(0).unwrap_or_default().into_owned(),
            });
        }
        letters
    }

    /// The letters to one address.
    pub(crate) fn letters_to(&self, address: &str) -> Vec<Letter> {
        let mut letters = self.letters();
        letters.retain(|letter| letter.to.iter().any(|to| to == address));
        letters
    }

    /// Every cell of the workbook as text, by sheet.
    pub(crate) fn workbook(&self, name: &str) -> BTreeMap<String, Vec<Vec<String>>> {
        let path = self.dir().join("out").join(name);
        let mut workbook: Xlsx<_> = calamine::open_workbook(&path).unwrap();
        let sheets = workbook.worksheets();
        sheets
            .into_iter()
            .map(|(name, range)| {
                let rows = range
                    .rows()
                    .map(|row| row.iter().map(Data::to_string).collect())
                    .collect();
                (name, rows)
            })
            .collect()
    }

    /// What lies in the inbox and has not been taken.
    pub(crate) fn inbox(&self) -> Vec<PathBuf> {
        files(&self.dir().join("inbox"))
    }
}

/// A letter that left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    pub(crate) to: Vec<String>,
    pub(crate) subject: String,
    pub(crate) id: String,
    pub(crate) text: String,
}

/// What a process said, for a failing test.
pub(crate) fn said(output: &Output) -> String {
    format!(
        "{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// The files of a folder, by name; none when it is not there.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

/// The address of a chapter of a story.
pub(crate) fn address(number: &str) -> String {
    format!("lag{number}@samtalen.example")
}

/// The register of a story.
pub(crate) fn register(chapters: &[(&str, &str)]) -> Register {
    Register {
        chapters: chapters
            .iter()
            .map(|(number, name)| Chapter {
                number: (*number).to_owned(),
                name: (*name).to_owned(),
                former_names: Vec::new(),
                organisation_number: None,
                county: "Trøndelag".to_owned(),
                municipality: "Namsos".to_owned(),
                region: "Midt".to_owned(),
                county_chapter: false,
                email: Some(address(number)),
                leader: Some(leader(name)),
                leader_email: None,
                language: Language::Bokmal,
                members: Some(30),
                dissolved: None,
            })
            .collect(),
        regions: vec![Region {
            name: "Midt".to_owned(),
            counties: vec!["Trøndelag".to_owned()],
        }],
        advisers: vec![Adviser {
            name: "Randi Ås".to_owned(),
            email: "randi@samtalen.example".to_owned(),
            region: "Midt".to_owned(),
        }],
        recipients: vec![Recipient {
            name: "Økonomi".to_owned(),
            email: "okonomi@samtalen.example".to_owned(),
            role: Role::Finance,
        }],
        last_year: BTreeMap::new(),
    }
}

/// Who leads a chapter of a story.
pub(crate) fn leader(chapter: &str) -> String {
    format!("Åse Øygard {}", chapter.split(' ').next_back().unwrap())
}

/// A form that nobody objects to, as an Excel file.
pub(crate) fn form_of(chapter: &str, form: FormId, rows: u32) -> Vec<u8> {
    blank::write(form, &sound(chapter, form, rows)).unwrap()
}

/// What stands in a form that nobody objects to. The rows of form 2 and form 3 lie
/// on different days.
pub(crate) fn sound(chapter: &str, form: FormId, rows: u32) -> Filling {
    let leader = leader(chapter);
    let mut fields = head(chapter);
    let mut filled = Vec::new();
    let mut board = Vec::new();
    match form {
        FormId::AnnualReport => {
            fields.extend(annual_report());
            for (office, name) in [("Leder", leader.as_str()), ("Nestleder", "Ivar Lønn")] {
                board.push(vec![
                    (Field::Office, Entry::text(office)),
                    (Field::Name, Entry::text(name)),
                ]);
            }
        }
        FormId::MeetingPlace => {
            fields.push((Field::MeetingPlaceName, Entry::text("Huset")));
            fields.push((Field::Venue, Entry::text("Namsos")));
            filled = activities(7, &leader, rows);
        }
        FormId::Activities | FormId::Visits => {
            fields.push((Field::Period, Entry::text("hele året")));
            filled = activities(8, &leader, rows);
        }
        FormId::PeerSupporters => filled.push(peer_supporter(&leader)),
    }
    Filling {
        language: Language::Bokmal,
        chapter: None,
        basis_year: 2025,
        fields,
        rows: filled,
        board,
        signatures: vec![SignatureEntry {
            name: Some(leader),
            date: Some(Entry::text("02.02.2026")),
            picture: true,
            ..SignatureEntry::new(SignatureRole::Leader)
        }],
        copied_by: None,
        hidden_id: true,
    }
}

fn head(chapter: &str) -> Vec<(Field, Entry)> {
    vec![
        (Field::ChapterName, Entry::text(chapter)),
        (Field::OrganisationNumber, Entry::text("910000004")),
        (Field::County, Entry::text("Trøndelag")),
        (Field::Municipality, Entry::text("Namsos")),
        (Field::BasisYear, Entry::Number(2025.0)),
        (Field::ContactEmail, Entry::text("kontakt@samtalen.example")),
    ]
}

fn annual_report() -> Vec<(Field, Entry)> {
    let yes = || Entry::text("Ja");
    vec![
        (Field::Members, Entry::Number(30.0)),
        (Field::ElectionDate, Entry::text("12.03.2025")),
        (Field::BoardTerm, Entry::text("to år")),
        (Field::AnnualMeeting, Entry::text("12.03.2025")),
        (Field::Statutes, yes()),
        (Field::AnnualReportMade, yes()),
        (Field::MemberActivity, yes()),
        (Field::MemberActivityExample, Entry::text("turdag")),
        (Field::OwnEconomy, yes()),
        (Field::HasMeetingPlace, yes()),
        (Field::MeetingPlaces, Entry::Number(1.0)),
        (Field::HasActivities, yes()),
        (Field::HasPeerSupporters, yes()),
    ]
}

fn peer_supporter(name: &str) -> Vec<(Field, Entry)> {
    // Two who share a telephone may be one person.
    let phone = 40_000_000 + name.bytes().map(u32::from).sum::<u32>();
    vec![
        (Field::Name, Entry::text(name)),
        (Field::Address, Entry::text("Storgata 1")),
        (Field::Postcode, Entry::text("7800")),
        (Field::City, Entry::text("Namsos")),
        (Field::Phone, Entry::text(phone.to_string())),
        (Field::Email, Entry::text("leder@samtalen.example")),
        (Field::Appointed, Entry::text("01.02.2024")),
        (Field::Active, Entry::text("Ja")),
        (Field::Unpaid, Entry::text("Ja")),
        (Field::CourseDate, Entry::text("01.03.2024")),
        (Field::ConfidentialityDate, Entry::text("01.03.2024")),
    ]
}

/// One activity a week, the first on a day of January 2025.
fn activities(first: u32, leader: &str, rows: u32) -> Vec<Vec<(Field, Entry)>> {
    let first = NaiveDate::from_ymd_opt(2025, 1, first).unwrap();
    (0..rows)
        .map(|row| {
            let day = first + chrono::Days::new(u64::from(row) * 7);
            activity(Entry::Date(day), leader, row)
        })
        .collect()
}

fn activity(day: Entry, leader: &str, row: u32) -> Vec<(Field, Entry)> {
    vec![
        (Field::Date, day),
        (Field::From, Entry::text("18.00")),
        (Field::To, Entry::text("20.00")),
        (Field::Hours, Entry::Number(2.0)),
        (
            Field::Title,
            Entry::text(format!("Samtalegruppe nummer {row}")),
        ),
        (Field::Type, Entry::text("samtalegruppe")),
        (Field::Theme, Entry::text("å sove godt")),
        (
            Field::Sharing,
            Entry::text("alle fortalte om egne erfaringer"),
        ),
        (Field::Venue, Entry::text("Namsos")),
        (Field::Organiser, Entry::text("laget")),
        (Field::Participants, Entry::Number(8.0)),
        (Field::Leader, Entry::text(leader)),
        (Field::Address, Entry::text("Storgata 1, 7800 Namsos")),
        (Field::Phone, Entry::text("40000000")),
    ]
}
