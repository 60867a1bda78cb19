//! Settings, read and checked whole before the first run.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use samlerapport_aggregate::{GroupFactor, LastRate, Members};
use samlerapport_validate::{Settings, Severity};
use toml::de::DeTable;

mod grant;
mod judging;
mod mail;
mod sheet;

pub(crate) use mail::{Mail, Server};
pub(crate) use sheet::Problem;

use crate::schedule::Schedule;
use sheet::{Sheet, line_at};

/// The name of the file in the working folder.
pub(crate) const FILE: &str = "samlerapport.toml";

/// Everything that an organisation sets.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    /// The organisation's name, as letters and workbook give it.
    pub(crate) organisation: String,
    /// The year whose activities are counted (*grunnlagsår*).
    pub(crate) basis_year: i32,
    /// The chapters' date.
    pub(crate) deadline: NaiveDate,
    /// The day on which the application was submitted: from then on its figures stand.
    pub(crate) submitted: Option<NaiveDate>,
    /// What the rules depend on.
    pub(crate) judging: Settings,
    /// What the grant depends on.
    pub(crate) grant: Grant,
    /// Where things lie.
    pub(crate) folders: Folders,
    /// How long a file in the inbox must have been unchanged, in seconds.
    pub(crate) rest_seconds: u32,
    /// How many reading processes; 0 means one for each core.
    pub(crate) workers: u32,
    /// Letters.
    pub(crate) mail: Mail,
    /// When `serve` runs.
    pub(crate) runs: Schedule,
    /// When finance is told of a new workbook.
    pub(crate) publishing: Schedule,
}

/// What becomes of deliveries after the deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Late {
    /// They count.
    Count,
    /// They count, with a remark.
    Remark,
    /// They wait for the adviser.
    Wait,
}

/// What the organisation itself brings to the application (regulation §§ 12, 17-20).
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Grant {
    /// Counting members, set centrally.
    pub(crate) members: Option<Members>,
    /// Whether a telephone service was made public that year.
    pub(crate) telephone_service: bool,
    /// Whether a digital exchange was made public that year.
    pub(crate) digital_exchange: bool,
    /// The group factor.
    pub(crate) group_factor: GroupFactor,
    /// The last rate that is known, for an estimate in kroner.
    pub(crate) last_rate: Option<LastRate>,
    /// The directorate's date for the application.
    pub(crate) application_deadline: Option<NaiveDate>,
}

/// Paths, each made absolute against the working folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Folders {
    /// Where deliveries are dropped; may be a network share.
    pub(crate) inbox: PathBuf,
    /// Where the received bytes are kept; must be local.
    pub(crate) archive: PathBuf,
    /// Where the workbook goes; may be a network share.
    pub(crate) out: PathBuf,
    /// Where letters go as files when no server is set.
    pub(crate) outbox: PathBuf,
    /// The ledger; must be local.
    pub(crate) ledger: PathBuf,
    /// The register.
    pub(crate) register: PathBuf,
}

impl Config {
    /// Reads `samlerapport.toml` in the working folder.
    pub(crate) fn load(dir: &Path) -> anyhow::Result<Self> {
        let dir = &std::path::absolute(dir)?;
        let path = dir.join(FILE);
        let text = std::fs::read_to_string(&path).map_err(|error| {
            anyhow::anyhow!(
                "cannot read {}: {error}; `samlerapport init` makes a working folder",
                path.display()
            )
        })?;
        Self::read(&text, dir).map_err(|problems| {
            let lines: Vec<String> = problems
                .iter()
                .map(|problem| format!("  {}", said(problem)))
                .collect();
            anyhow::anyhow!("{} has to be mended:\n{}", path.display(), lines.join("\n"))
        })
    }

    /// Reads the settings from text; paths are taken from `dir`. All problems are
    /// told at once.
    pub(crate) fn read(text: &str, dir: &Path) -> Result<Self, Vec<Problem>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        if !errors.is_empty() {
            return Err(errors.iter().map(|error| syntax(text, error)).collect());
        }
        let mut root = Sheet::root(text, table.get_ref());
        let mut problems = Vec::new();
        let (organisation, profile) = read_organisation(&mut root, &mut problems);
        let year = Year::read(&mut root, &mut problems);
        let grant = grant::read(&mut root, &mut problems);
        let folders = read_folders(&mut root, &mut problems, dir);
        let (rest_seconds, workers) = read_reading(&mut root, &mut problems);
        let mail = mail::read(&mut root, &mut problems, dir);
        let (runs, publishing) = read_schedules(&mut root, &mut problems);
        let mut judging = judging::read(&mut root, &mut problems, profile);
        judging.deadline = year.deadline;
        judging.late_after = (year.late != Late::Count).then_some(year.deadline);
        if year.late == Late::Wait {
            judging
                .severities
                .entry("delivered_late".to_owned())
                .or_insert(Severity::Wait);
        }
        problems.append(&mut root.close());
        problems.sort_by_key(|problem| problem.line);
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            organisation,
            basis_year: year.basis,
            deadline: year.deadline,
            submitted: year.submitted,
            judging,
            grant,
            folders,
            rest_seconds,
            workers,
            mail,
            runs,
            publishing,
        })
    }
}

fn said(problem: &Problem) -> String {
    let Problem { line, key, message } = problem;
    match (line, key.is_empty()) {
        (0, _) => format!("{key} {message}"),
        (line, true) => format!("line {line}: {message}"),
        (line, false) => format!("line {line}: {key} {message}"),
    }
}

fn syntax(text: &str, error: &toml::de::Error) -> Problem {
    Problem {
        line: error.span().map_or(0, |span| line_at(text, span.start)),
        key: String::new(),
        message: error.message().to_owned(),
    }
}

fn read_organisation(
    root: &mut Sheet<'_>,
    problems: &mut Vec<Problem>,
) -> (String, samlerapport_validate::Profile) {
    use samlerapport_validate::Profile;
    let mut sheet = root.table("organisation");
    let name = sheet.required_text("name", "name = \"Mental Helse\"");
    let profiles = [
        ("mental-helse", Profile::MentalHelse),
        ("pef", Profile::Pef),
    ];
    let profile = sheet.choice("profile", &profiles);
    problems.append(&mut sheet.close());
    (name, profile.unwrap_or(Profile::MentalHelse))
}

const LATE: [(&str, Late); 3] = [
    ("count", Late::Count),
    ("remark", Late::Remark),
    ("wait", Late::Wait),
];

struct Year {
    basis: i32,
    deadline: NaiveDate,
    late: Late,
    submitted: Option<NaiveDate>,
}

impl Year {
    fn read(root: &mut Sheet<'_>, problems: &mut Vec<Problem>) -> Self {
        let mut sheet = root.table("year");
        let basis = sheet.count("basis", 2020..2100);
        if !sheet.has("basis") {
            sheet.missing("basis", "basis = 2025");
        }
        let deadline = sheet.date("deadline");
        if !sheet.has("deadline") {
            sheet.missing("deadline", "deadline = 2026-05-31");
        }
        let late = sheet.choice("late", &LATE);
        let submitted = sheet.date("submitted");
        if let (Some(deadline), Some(submitted)) = (deadline, submitted)
            && submitted < deadline
        {
            sheet.reject("submitted", "lies before the chapters' date");
        }
        problems.append(&mut sheet.close());
        Self {
            basis: basis.and_then(|year| i32::try_from(year).ok()).unwrap_or(0),
            deadline: deadline.unwrap_or_default(),
            late: late.unwrap_or(Late::Count),
            submitted,
        }
    }
}

fn read_folders(root: &mut Sheet<'_>, problems: &mut Vec<Problem>, dir: &Path) -> Folders {
    let mut sheet = root.table("folders");
    let mut path = |key: &'static str, default: &str| {
        dir.join(sheet.text(key).unwrap_or_else(|| default.to_owned()))
    };
    let folders = Folders {
        inbox: path("inbox", "inbox"),
        archive: path("archive", "archive"),
        out: path("out", "out"),
        outbox: path("outbox", "outbox"),
        ledger: path("ledger", "ledger.sqlite"),
        register: path("register", "register.xlsx"),
    };
    problems.append(&mut sheet.close());
    folders
}

fn read_reading(root: &mut Sheet<'_>, problems: &mut Vec<Problem>) -> (u32, u32) {
    let mut sheet = root.table("reading");
    let rest = sheet.count("rest_seconds", 0..3_600).unwrap_or(2);
    let workers = sheet.count("workers", 0..65).unwrap_or(0);
    problems.append(&mut sheet.close());
    (rest, workers)
}

fn read_schedules(root: &mut Sheet<'_>, problems: &mut Vec<Problem>) -> (Schedule, Schedule) {
    let mut sheet = root.table("schedule");
    let runs = read_schedule(&mut sheet, "runs", "0 0 7,12 * * Mon-Fri");
    let publishing = read_schedule(&mut sheet, "publishing", "0 0 8 * * Mon");
    problems.append(&mut sheet.close());
    (runs, publishing)
}

fn read_schedule(sheet: &mut Sheet<'_>, key: &'static str, default: &str) -> Schedule {
    let expressions = sheet.texts(key).unwrap_or_else(|| vec![default.to_owned()]);
    match Schedule::read(&expressions) {
        Ok(schedule) => schedule,
        Err(message) => {
            sheet.reject(key, format!("cannot be read: {message}"));
            Schedule::never()
        }
    }
}

#[cfg(test)]
mod tests;
