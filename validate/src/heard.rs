//! One form as the rules hear it: its report, whether it stands, and its faults by cell.

use std::collections::BTreeMap;

use samlerapport_ingest::{
    Evidence, FaultKind, Field, FormId, Place, Report, Row, Signature, SignatureRole, Told, Value,
};
use smol_str::SmolStr;

use crate::current::Contest;
use crate::delivery::Delivery;
use crate::finding::Spot;
use crate::hearing::Standing;
use crate::personal::{Found, found, mask_found, numbers};

/// A delivery in the scene.
#[derive(Debug)]
pub(crate) struct HeardForm<'a> {
    /// Its index in the scene and among the deliveries.
    pub(crate) index: usize,
    /// What was handed in.
    pub(crate) delivery: &'a Delivery,
    /// Whether a newer one has taken its place.
    pub(crate) standing: Standing,
    /// Why a person must decide whether it takes an older one's place.
    pub(crate) contest: Option<Contest>,
    /// Whether it was typed in from paper, and what is known of the paper.
    pub(crate) paper: Paper,
    /// The year that it is for, when that is not the one being compiled.
    pub(crate) other_year: Option<i32>,
    /// What is personal and does not belong there, by cell; a signature has no field.
    pub(crate) personal: BTreeMap<(Place, Option<Field>), Vec<Found>>,
    faults: BTreeMap<Place, &'a FaultKind>,
}

/// What is known of the paper that a form was typed in from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paper {
    /// It came as a spreadsheet.
    None,
    /// It says that it was typed in; no adviser has said that there is such a paper.
    Unseen,
    /// The adviser has the paper, and it is signed.
    Signed,
    /// The adviser has the paper, and it is not signed.
    Unsigned,
}

impl<'a> HeardForm<'a> {
    /// A delivery with its faults sorted by cell.
    pub(crate) fn new(index: usize, delivery: &'a Delivery, basis_year: i32) -> Self {
        let reading = &delivery.reading;
        let year = reading.report.as_ref().and_then(Report::basis_year);
        Self {
            index,
            delivery,
            standing: Standing::Current,
            contest: None,
            paper: Paper::None,
            other_year: year.filter(|year| *year != basis_year),
            personal: reading.report.as_ref().map(personal).unwrap_or_default(),
            faults: reading
                .faults
                .iter()
                .filter_map(|fault| Some((fault.place?, &fault.kind)))
                .collect(),
        }
    }

    /// The report, if there was one.
    pub(crate) fn report(&self) -> Option<&'a Report> {
        self.delivery.reading.report.as_ref()
    }

    /// Which form it is.
    pub(crate) fn form(&self) -> Option<FormId> {
        self.report().map(|report| report.form)
    }

    /// Whether the chapter stands by it: current, and not in doubt.
    pub(crate) fn stands(&self) -> bool {
        matches!(self.standing, Standing::Current) && self.contest.is_none()
    }

    /// Whether it can be compared with the chapter's other forms: it stands, and is
    /// for this year.
    pub(crate) fn speaks_for_the_year(&self) -> bool {
        self.stands() && self.other_year.is_none()
    }

    /// What stands in a cell, with what is personal in it masked.
    pub(crate) fn masked(&self, field: Field, told: Option<&Told>) -> SmolStr {
        told.map(|told| match self.personal.get(&(told.place, Some(field))) {
            Some(found) => mask_found(&told.typed, found).into(),
            None => told.typed.clone(),
        })
        .unwrap_or_default()
    }

    /// A Ja or Nei from its head.
    pub(crate) fn yes(&self, field: Field) -> Option<bool> {
        self.report().and_then(|report| report.yes(field))
    }

    /// A number in its head, brought to one form.
    pub(crate) fn normal(&self, field: Field) -> Option<&'a str> {
        let Value::Normal(normal) = self.report()?.told(field)?.value.as_ref()? else {
            return None;
        };
        Some(normal)
    }

    /// The spot of a field in its head; `None` when the field is not there.
    pub(crate) fn spot(&self, field: Field) -> Option<Spot> {
        self.report()
            .and_then(|report| report.told(field))
            .map(|told| Spot {
                place: told.place,
                field: Some(field),
            })
    }

    /// What is wrong with a cell that was not understood.
    pub(crate) fn fault(&self, told: &Told) -> Option<&'a FaultKind> {
        if told.value.is_some() {
            return None;
        }
        self.faults.get(&told.place).copied()
    }

    /// The signature that speaks for the form: the strongest of its blocks; for
    /// form 1 the leader's or the weaker of two board members' (§ 9).
    pub(crate) fn signature(&self) -> Option<&'a Signature> {
        let report = self.report()?;
        let strongest = |signature: &&Signature| signature.evidence;
        if report.form != FormId::AnnualReport {
            return report.signatures.iter().max_by_key(strongest);
        }
        let leader = report
            .signatures
            .iter()
            .filter(|signature| signature.role == SignatureRole::Leader)
            .max_by_key(strongest);
        let mut members: Vec<_> = report
            .signatures
            .iter()
            .filter(|signature| signature.role == SignatureRole::BoardMember)
            .collect();
        members.sort_by_key(|signature| std::cmp::Reverse(signature.evidence));
        let second = members.get(1).copied();
        match (leader, second) {
            (Some(leader), Some(second)) if second.evidence > leader.evidence => Some(second),
            (Some(leader), _) => Some(leader),
            (None, second) => second,
        }
    }

    /// The evidence that the form is signed: of one that was typed in from paper it is
    /// the paper's.
    pub(crate) fn evidence(&self) -> Evidence {
        match self.paper {
            Paper::Unseen | Paper::Signed => Evidence::Scan,
            Paper::Unsigned => Evidence::None,
            Paper::None => self
                .signature()
                .map_or(Evidence::None, |signature| signature.evidence),
        }
    }

    /// The spot of the signature field.
    pub(crate) fn signature_spot(&self) -> Option<Spot> {
        let place = self.signature().map(|signature| signature.place).or(self
            .report()
            .and_then(|report| report.signatures.first())
            .map(|signature| signature.place))?;
        Some(Spot { place, field: None })
    }
}

/// Looked for once, for the rules that tell of it and for every text that goes on.
fn personal(report: &Report) -> BTreeMap<(Place, Option<Field>), Vec<Found>> {
    let rows = report.rows.iter().chain(&report.board);
    let cells = report
        .fields
        .iter()
        .chain(rows.flat_map(|row: &Row| &row.cells));
    let mut personal = BTreeMap::new();
    for (field, told) in cells {
        let found = found(report.form, *field, &told.typed);
        if !found.is_empty() {
            personal.insert((told.place, Some(*field)), found);
        }
    }
    for signature in &report.signatures {
        let found = numbers(signature.name.as_deref().unwrap_or_default());
        if !found.is_empty() {
            personal.insert((signature.place, None), found);
        }
    }
    personal
}
