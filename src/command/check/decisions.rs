//! A decision workbook among the files: what it would change, were it dropped in the inbox.

use std::fmt::Write as _;

use anyhow::bail;
use serde::Serialize;

use super::{ReadFile, Terms};
use crate::run::Clerk;

/// What a decision workbook would change.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    /// The file.
    file: String,
    /// The region that it is for.
    region: Option<String>,
    /// The basis year that it is for.
    basis_year: i32,
    /// Decisions that are new.
    taken: usize,
    /// Decisions that were cleared.
    taken_back: usize,
    /// What cannot be used, and why.
    left: Vec<String>,
}

impl Told {
    /// Whether a person has to look at the workbook again.
    pub(super) fn is_wanting(&self) -> bool {
        !self.left.is_empty()
    }

    /// The same for people.
    pub(super) fn to_text(&self) -> String {
        let region = self.region.as_deref().unwrap_or("ukjent område");
        let (file, year) = (&self.file, self.basis_year);
        let mut text = format!("{file} (avklaringsbok, {region}, {year})\n");
        let counts = [
            ("Nye avgjørelser", self.taken),
            ("Trekkes tilbake", self.taken_back),
            ("Kan ikke brukes", self.left.len()),
        ];
        for (what, count) in counts {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "  {what}: {count}");
        }
        for words in &self.left {
            let _ = writeln!(text, "    {words}");
        }
        text.push('\n');
        text
    }
}

/// Takes the decision workbooks out of the files; only a working folder knows what was
/// decided before.
pub(super) fn take_out(files: &mut Vec<ReadFile>, terms: &Terms) -> anyhow::Result<Vec<Told>> {
    let mut told = Vec::new();
    let mut forms = Vec::with_capacity(files.len());
    for file in files.drain(..) {
        let Some(decisions) = file
            .readings
            .iter()
            .find_map(|read| read.decisions.as_ref())
        else {
            forms.push(file);
            continue;
        };
        let (Some(register), Some(ledger)) = (&terms.register, &terms.ledger) else {
            bail!(
                "{} is an adviser's decision workbook; name its working folder with --dir",
                file.name
            );
        };
        let clerk = Clerk {
            ledger,
            register,
            basis_year: terms.basis_year.unwrap_or_default(),
            today: terms.now.today,
        };
        let book = clerk.read(0, &file.name, decisions, &mut clerk.latest()?)?;
        let back = book.decisions.iter().filter(|new| !new.holds).count();
        told.push(Told {
            file: file.name.clone(),
            region: decisions.region.clone(),
            basis_year: decisions.basis_year.unwrap_or(book.basis_year),
            taken: book.decisions.len() - back,
            taken_back: back,
            left: book.complaints,
        });
    }
    *files = forms;
    Ok(told)
}
