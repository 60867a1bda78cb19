//! The region's decision workbook, as the adviser's digest tells of it.

use samlerapport_ingest::Language;
use samlerapport_validate::Noun;
use serde::Serialize;

use super::norwegian;
use crate::calm::one_line;

/// A region's decision workbook, and how much waits in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookNews<'a> {
    /// Where it lies, as the reader will look it up.
    pub path: &'a str,
    /// The folder that the answers are to be dropped in.
    pub inbox: &'a str,
    /// Forms that wait in it.
    pub forms: usize,
    /// Rows that wait in it.
    pub rows: usize,
    /// Whether somebody has written in it and not handed it in: then it is not written
    /// anew, and lacks what is new.
    pub filled: bool,
    /// What could not be used in the one that came in last, a sentence each.
    pub unused: &'a [String],
}

/// So many sentences stand in the letter; the others in the workbook alone.
const MOST_UNUSED: usize = 5;

/// What the templates are given.
#[derive(Serialize)]
pub(super) struct Facts {
    path: String,
    inbox: String,
    /// "3 skjemaer og 12 rader".
    waiting: String,
    filled: bool,
    unused: Vec<String>,
    more_unused: usize,
}

impl BookNews<'_> {
    /// `None` when nothing waits and nothing is left: then nothing is asked for.
    pub(super) fn facts(self, language: Language) -> Option<Facts> {
        let counts = [(self.forms, Noun::FORM), (self.rows, Noun::ROW)];
        let waiting: Vec<String> = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, noun)| {
                let count = u64::try_from(count).unwrap_or(u64::MAX);
                norwegian::counted(count, noun, language)
            })
            .collect();
        let asks = !waiting.is_empty() || !self.unused.is_empty() || self.filled;
        asks.then(|| Facts {
            path: one_line(self.path),
            inbox: one_line(self.inbox),
            waiting: norwegian::list(&waiting, "og"),
            filled: self.filled,
            unused: self
                .unused
                .iter()
                .take(MOST_UNUSED)
                .map(|words| one_line(words))
                .collect(),
            more_unused: self.unused.len().saturating_sub(MOST_UNUSED),
        })
    }
}
