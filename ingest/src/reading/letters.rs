//! Which letters a label has, so that most labels are soon known to be another.

/// How often each letter stands in a label, some letters counted as one.
pub(super) type Signs = [u8; 32];

/// The letters of a folded label.
pub(super) fn signs(folded: &str) -> Signs {
    let mut signs = Signs::default();
    for sign in folded.chars().filter(|sign| *sign != ' ') {
        let at = usize::try_from(u32::from(sign) % 32).unwrap_or_default();
        if let Some(count) = signs.get_mut(at) {
            *count = count.saturating_add(1);
        }
    }
    signs
}

/// Which letters there are at all, a bit each: most labels are ruled out by that.
pub(super) fn among(signs: &Signs) -> u32 {
    let bits = signs.iter().enumerate().filter(|(_, count)| **count > 0);
    bits.fold(0, |all, (at, _)| all | (1 << at))
}

/// How many letters more or fewer one label has than another.
pub(super) fn unlike(one: &Signs, other: &Signs) -> u32 {
    let pairs = one.iter().zip(other);
    pairs
        .map(|(one, other)| u32::from(one.abs_diff(*other)))
        .sum()
}
