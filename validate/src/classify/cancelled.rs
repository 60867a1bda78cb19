//! Called off: a day that stands in the form and was never held.

use super::concept::Concept;
use super::reading::Reading;
use super::sharing::Sharing;
use super::substance::Substance;
use super::weighed::Weighed;

/// Weighs whether it was called off. What was held instead tells who came or what was
/// shared, and a question leaves it open.
pub(super) fn weigh(reading: &Reading<'_>, substance: Substance) -> Weighed {
    let lines = [
        &reading.title,
        &reading.theme,
        &reading.kind,
        &reading.sharing,
    ];
    let called_off = lines.into_iter().find_map(|line| {
        let at = line.find(Concept::Cancelled)?;
        (!line.asks()).then(|| line.evidence(at))
    });
    let came = reading.words.participants.is_some_and(|(_, most)| most > 0);
    match called_off {
        Some(evidence) if !came && substance.sharing != Sharing::Yes => Weighed::Yes(evidence),
        _ => Weighed::No,
    }
}
