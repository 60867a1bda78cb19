//! What comes out of a message or an archive, and how its files belong together.

use super::beside::{FormName, shown_by};
use super::{Allowance, DEEPEST};
use crate::arrival::harmless_name;
use crate::fault::{FaultKind, LooksLike};
use crate::guard::FILE_BYTES;
use crate::report::{Evidence, Reading};

/// A file in a message or an archive.
#[derive(Debug)]
pub(super) struct Part<'a> {
    /// Its name there, with folders.
    pub(super) name: &'a str,
    /// Its bytes; of a page or a picture the beginning is enough.
    pub(super) bytes: &'a [u8],
    /// Whether it is drawn in a message's text: a letterhead, and no handed-in page.
    pub(super) drawn: bool,
}

/// The files of one message or archive.
pub(super) struct Bag<'a> {
    allowance: &'a mut Allowance,
    depth: usize,
    sender: Option<String>,
    spent: bool,
    forms: Vec<Out>,
    pages: Vec<Out>,
    /// What is told only when the bag holds no form: covering letters, calendars.
    asides: Vec<Reading>,
}

/// A reading and where its file lay.
struct Out {
    folder: String,
    file: String,
    reading: Reading,
}

impl<'a> Bag<'a> {
    /// An empty bag.
    pub(super) fn new(allowance: &'a mut Allowance, depth: usize) -> Self {
        Self {
            allowance,
            depth,
            sender: None,
            spent: false,
            forms: Vec::new(),
            pages: Vec::new(),
            asides: Vec::new(),
        }
    }

    /// Notes the address that the message names as its sender.
    pub(super) fn claimed_sender(&mut self, address: &str) {
        let address = address.trim().to_lowercase();
        let plain = |letter: char| letter.is_alphanumeric() || "@.-_+".contains(letter);
        if address.contains('@') && address.len() <= 254 && address.chars().all(plain) {
            self.sender = Some(address);
        }
    }

    /// Bytes that an archive may still unpack: never more than one large file.
    pub(super) fn allowed(&self) -> usize {
        let one = usize::try_from(FILE_BYTES).unwrap_or(usize::MAX);
        self.allowance.bytes.min(one)
    }

    /// Whether the allowance is used up, so that the rest is not opened.
    pub(super) fn spent(&self) -> bool {
        self.spent
    }

    /// Reads a part.
    pub(super) fn take(&mut self, part: &Part<'_>) {
        if self.spent || passing(part.name) {
            return;
        }
        if !self.allowance.spend(part.bytes.len()) {
            self.stop();
            return;
        }
        for reading in self.allowance.read(part.bytes, self.depth + 1) {
            self.add(part.name, reading, part.drawn);
        }
    }

    /// Tells of a part that could not be had.
    pub(super) fn refuse(&mut self, name: &str, kind: FaultKind) {
        if !self.spent && !passing(name) {
            self.add(name, Reading::refused(kind), false);
        }
    }

    /// Reads a message that lies in this one.
    pub(super) fn nest(&mut self, name: &str, fill: impl FnOnce(&mut Bag<'_>)) {
        if self.spent {
            return;
        }
        if !self.allowance.spend(0) {
            self.stop();
            return;
        }
        if self.depth + 1 >= DEEPEST {
            self.refuse(name, FaultKind::TooDeep);
            return;
        }
        let mut inner = Bag::new(self.allowance, self.depth + 1);
        fill(&mut inner);
        for reading in inner.finish(FaultKind::NotASpreadsheet(LooksLike::Email)) {
            self.add(name, reading, false);
        }
    }

    /// The readings of all parts; without any, the file itself is refused.
    pub(super) fn finish(mut self, empty: FaultKind) -> Vec<Reading> {
        self.lay_pages();
        let has_form = self.forms.iter().any(|out| out.reading.report.is_some());
        let mut readings: Vec<Reading> = self.forms.into_iter().map(|out| out.reading).collect();
        readings.extend(self.pages.into_iter().map(|page| page.reading));
        if !has_form {
            readings.append(&mut self.asides);
        }
        if self.spent {
            readings.push(Reading::refused(FaultKind::TooLarge));
        }
        if readings.is_empty() {
            readings.push(Reading::refused(empty));
        }
        for reading in &mut readings {
            // The innermost message is the chapter's own, the outer ones passed it on.
            reading.claimed_sender = reading.claimed_sender.take().or(self.sender.clone());
        }
        readings
    }

    /// Opens nothing more; the readings so far stand, and the rest is told of.
    pub(super) fn stop(&mut self) {
        self.spent = true;
    }

    fn add(&mut self, name: &str, mut reading: Reading, drawn: bool) {
        let (folder, file) = split(name);
        let own = match folder.rsplit('/').next() {
            Some(folder) if !folder.is_empty() => {
                format!("{} i {}", harmless_name(file), harmless_name(folder))
            }
            Some(_) | None => harmless_name(file),
        };
        reading.part = Some(match reading.part.take() {
            Some(inner) => format!("{inner} i {own}"),
            None => own,
        });
        let packed_here = reading.report.is_none();
        let kind = reading.faults.first().map(|fault| &fault.kind);
        let page = packed_here && kind.is_some_and(is_page);
        let aside = packed_here && kind.is_some_and(|kind| is_aside(kind, file));
        if drawn && page {
            return;
        }
        if aside {
            self.asides.push(reading);
            return;
        }
        let out = Out {
            folder: folder.to_owned(),
            file: file.to_owned(),
            reading,
        };
        if page {
            self.pages.push(out);
        } else {
            self.forms.push(out);
        }
    }

    /// Lays each page and picture beside the form of the same name, else beside all
    /// forms of the same folder; what belongs to no form is told on its own.
    fn lay_pages(&mut self) {
        let forms = &mut self.forms;
        self.pages.retain(|page| {
            let beside = |out: &Out| out.reading.report.is_some() && out.folder == page.folder;
            let here: Vec<usize> = (0..forms.len())
                .filter(|at| forms.get(*at).is_some_and(beside))
                .collect();
            let name = |at: &usize| {
                let file = &forms.get(*at)?.file;
                Some((*at, FormName { file, part: None }))
            };
            let named = shown_by(&page.file, here.iter().filter_map(name));
            let shown = if named.is_empty() { here } else { named };
            for at in &shown {
                if let Some(out) = forms.get_mut(*at) {
                    out.reading.lay_scan();
                }
            }
            shown.is_empty()
        });
    }
}

impl Reading {
    /// Notes that a scanned page was handed in with the form. It shows the whole
    /// page, so it speaks for every signature field on it.
    pub fn lay_scan(&mut self) {
        for signature in self
            .report
            .iter_mut()
            .flat_map(|report| &mut report.signatures)
        {
            signature.evidence = signature.evidence.max(Evidence::Scan);
        }
    }

    /// Whether this is a page or a picture, which may belong to a form beside it.
    pub fn is_page(&self) -> bool {
        let mut kinds = self.faults.iter().map(|fault| &fault.kind);
        self.report.is_none() && kinds.any(is_page)
    }
}

fn is_page(kind: &FaultKind) -> bool {
    matches!(
        kind,
        FaultKind::NotASpreadsheet(LooksLike::Pdf | LooksLike::Picture)
    )
}

/// A covering letter, a calendar entry, a key: unless its name claims a spreadsheet.
fn is_aside(kind: &FaultKind, name: &str) -> bool {
    let nothing = matches!(
        kind,
        FaultKind::Empty
            | FaultKind::NotASpreadsheet(
                LooksLike::PlainText
                    | LooksLike::WebPage
                    | LooksLike::Unknown
                    | LooksLike::Email
                    | LooksLike::Zip
            )
    );
    let name = name.to_lowercase();
    let claims = [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv"];
    nothing && !claims.iter().any(|ending| name.ends_with(ending))
}

fn split(name: &str) -> (&str, &str) {
    name.rsplit_once('/').unwrap_or(("", name))
}

/// What programs lay in an archive beside people's files.
fn passing(name: &str) -> bool {
    let (_, file) = split(name);
    let file = file.to_lowercase();
    name.ends_with('/')
        || name.starts_with("__MACOSX/")
        || file.starts_with('.')
        || file.starts_with("~$")
        || matches!(file.as_str(), "thumbs.db" | "desktop.ini")
}
