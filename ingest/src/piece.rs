//! Which form in which received file: what a decision about a form holds on to.

use serde::{Deserialize, Serialize};

use crate::arrival::sha256;
use crate::form::FormId;
use crate::report::Reading;

/// A form in a received file.
///
/// A zip or a message may hold the same form from several chapters: the file's digest
/// and the form alone do not tell them apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Piece {
    /// SHA-256 of the file as it came.
    pub sha256: String,
    /// The form in it.
    pub form: FormId,
    /// Which of several: letters and digits that stand for the name of the attachment
    /// or packed file, and a number for the second and later of one name. Empty for a
    /// file that came by itself.
    pub part: String,
}

/// Letters of a digest that are enough to tell a file's parts apart.
const SHORT: usize = 16;

impl Piece {
    /// The form that was read in the file with this digest; `None` when none was.
    pub fn of(sha256: &str, reading: &Reading) -> Option<Self> {
        Some(Self {
            sha256: sha256.to_owned(),
            form: reading.report.as_ref()?.form,
            part: part(reading),
        })
    }
}

/// A part's name may be anything, so its digest stands for it.
fn part(reading: &Reading) -> String {
    let mut part = match &reading.part {
        Some(name) => sha256(name.as_bytes()).chars().take(SHORT).collect(),
        None => String::new(),
    };
    if reading.twins_before > 0 {
        part = format!("{part}+{}", reading.twins_before);
    }
    part
}

/// Numbers the readings of one file that are alike in form and part.
pub(crate) fn number(readings: &mut [Reading]) {
    for at in 1..readings.len() {
        let (before, rest) = readings.split_at_mut(at);
        if let Some(reading) = rest.first_mut() {
            let form = |reading: &Reading| reading.report.as_ref().map(|report| report.form);
            let twins = before
                .iter()
                .filter(|other| form(other) == form(reading) && other.part == reading.part);
            reading.twins_before = u32::try_from(twins.count()).unwrap_or(u32::MAX);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::FaultKind;
    use crate::report::{Recognised, Report};

    fn reading(form: FormId, part: Option<&str>) -> Reading {
        Reading {
            report: Some(Report {
                sums: Vec::new(),
                form,
                recognised: Recognised::Labels,
                hidden_chapter: None,
                hidden_year: None,
                sheets: Vec::new(),
                fields: Vec::new(),
                rows: Vec::new(),
                board: Vec::new(),
                signatures: Vec::new(),
                copied_by: None,
            }),
            part: part.map(str::to_owned),
            ..Reading::default()
        }
    }

    #[test]
    fn every_form_in_a_file_is_a_piece_of_its_own() {
        let mut readings = vec![
            reading(FormId::Activities, None),
            reading(FormId::Activities, None),
            reading(FormId::MeetingPlace, None),
            reading(FormId::Activities, Some("Bodø|skjema.xlsx")),
            reading(FormId::Activities, Some("Namsos|skjema.xlsx")),
            reading(FormId::Activities, Some("Namsos|skjema.xlsx")),
            Reading::refused(FaultKind::Damaged),
        ];
        number(&mut readings);
        let pieces: Vec<Option<Piece>> = readings
            .iter()
            .map(|reading| Piece::of("a1", reading))
            .collect();
        assert_eq!(pieces[0].as_ref().unwrap().part, "");
        assert_eq!(pieces[6], None);
        for (at, piece) in pieces.iter().enumerate() {
            assert!(!pieces[..at].contains(piece), "{piece:?}");
            // The hidden key of a line has its own dividing marks.
            let part = piece.as_ref().map_or("", |piece| piece.part.as_str());
            assert!(!part.contains('|') && part.len() < 20, "{part}");
        }
    }
}
