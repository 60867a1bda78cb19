//! A hearing as bytes for the ledger, and back.
//!
//! [`Hearing`] and [`Accepted`](crate::Accepted) cannot be made from just any bytes:
//! only this module knows how they are written.

use std::borrow::Cow;

use samlerapport_ingest::FormId;
use serde::{Deserialize, Serialize};

use crate::accepted::StoredAccepted;
use crate::change::Change;
use crate::finding::Finding;
use crate::hearing::{Hearing, JudgedForm, OnPaper};
use crate::joint::Joint;

/// Goes up when the way a hearing is judged or written changes.
pub(crate) const HEARING_VERSION: u16 = 11;

#[derive(Serialize, Deserialize)]
struct Stored<'a> {
    version: u16,
    chapter: Cow<'a, Option<String>>,
    basis_year: i32,
    forms: Cow<'a, [JudgedForm]>,
    awaited: Cow<'a, [FormId]>,
    on_paper: Cow<'a, [OnPaper]>,
    findings: Cow<'a, [Finding]>,
    joint: Cow<'a, [Joint]>,
    change: Cow<'a, Option<Change>>,
    trials: Cow<'a, [Finding]>,
    accepted: Option<StoredAccepted>,
}

pub(crate) fn to_bytes(hearing: &Hearing) -> Vec<u8> {
    let stored = Stored {
        version: HEARING_VERSION,
        chapter: Cow::Borrowed(&hearing.chapter),
        basis_year: hearing.basis_year,
        forms: Cow::Borrowed(&hearing.forms),
        awaited: Cow::Borrowed(&hearing.awaited),
        on_paper: Cow::Borrowed(&hearing.on_paper),
        findings: Cow::Borrowed(&hearing.findings),
        joint: Cow::Borrowed(&hearing.joint),
        change: Cow::Borrowed(&hearing.change),
        trials: Cow::Borrowed(&hearing.trials),
        accepted: hearing.accepted.as_ref().map(StoredAccepted::of),
    };
    // Plain data always becomes bytes; empty bytes would only mean to hear again.
    postcard::to_stdvec(&stored).unwrap_or_default()
}

pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Hearing> {
    let (version, _) = postcard::take_from_bytes::<u16>(bytes).ok()?;
    if version != HEARING_VERSION {
        return None;
    }
    let stored: Stored<'_> = postcard::from_bytes(bytes).ok()?;
    Some(Hearing {
        chapter: stored.chapter.into_owned(),
        basis_year: stored.basis_year,
        forms: stored.forms.into_owned(),
        awaited: stored.awaited.into_owned(),
        on_paper: stored.on_paper.into_owned(),
        findings: stored.findings.into_owned(),
        joint: stored.joint.into_owned(),
        change: stored.change.into_owned(),
        trials: stored.trials.into_owned(),
        accepted: stored.accepted.map(StoredAccepted::into_accepted),
    })
}
