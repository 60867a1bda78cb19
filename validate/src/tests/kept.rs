//! A hearing in the ledger comes out as it went in, or not at all.

use samlerapport_ingest::{FaultKind, FormId};

use super::stage::{Stage, row};
use crate::Hearing;

#[test]
fn a_hearing_comes_back_whole() {
    let mut stage = Stage::new();
    stage.deliver(FormId::Activities, "", &[&row(""), &row("deltakere=2")]);
    stage.unreadable(FaultKind::Encrypted);
    let hearing = stage.hear();
    let kept = Hearing::from_bytes(&hearing.to_bytes()).unwrap();
    assert_eq!(kept, hearing);
    assert!(crate::Accepted::of(&kept).is_some());
}

#[test]
fn bytes_of_another_version_or_with_an_unknown_rule_are_heard_again() {
    let mut stage = Stage::new();
    stage.deliver(FormId::Activities, "", &[&row("deltakere=2")]);
    let bytes = stage.hear().to_bytes();
    let mut newer = bytes.clone();
    newer[0] += 1;
    assert_eq!(Hearing::from_bytes(&newer), None);
    let at = bytes.windows(4).position(|four| four == b"K055").unwrap();
    let mut unknown = bytes.clone();
    unknown[at..at + 4].copy_from_slice(b"K999");
    assert_eq!(Hearing::from_bytes(&unknown), None);
    assert_eq!(Hearing::from_bytes(&bytes[..bytes.len() / 2]), None);
    assert_eq!(Hearing::from_bytes(&[]), None);
}
