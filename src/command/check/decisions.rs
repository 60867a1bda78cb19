//! A decision workbook among the files: what it would change, were it dropped in the inbox.

use std::fmt::Write as _;

use anyhow::bail;
use serde::Serialize;

use super::{ReadFile, Terms, output, this_program};
use crate::run::{self, Foretold, Request};

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
    /// Decisions that cannot be followed.
    unfollowed: usize,
    /// What cannot be used or followed, and why.
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
            ("Kan ikke følges", self.unfollowed),
            ("Kan ikke brukes", self.left.len() - self.unfollowed),
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
        let Some(dir) = &terms.dir else {
            bail!(
                "{} is an adviser's decision workbook; name its working folder with --dir",
                file.name
            );
        };
        let request = Request {
            dir: dir.clone(),
            now: terms.now,
            dry: true,
            progress: output::watched(),
            program: this_program()?,
        };
        let Foretold {
            basis_year,
            taken,
            taken_back,
            unfollowed,
            left,
        } = run::foretell(&request, &file.name, &file.readings)?;
        told.push(Told {
            region: decisions.region.clone(),
            basis_year: decisions.basis_year.unwrap_or(basis_year),
            file: file.name,
            taken,
            taken_back,
            unfollowed,
            left,
        });
    }
    *files = forms;
    Ok(told)
}
