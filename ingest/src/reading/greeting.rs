//! The words of goodbye before a name, as at the end of a letter.

const GREETINGS: [&str; 12] = [
    "hilsen",
    "helsing",
    "mvh",
    "vennlig hilsen",
    "venleg helsing",
    "vennleg helsing",
    "med vennlig hilsen",
    "med venleg helsing",
    "med vennleg helsing",
    "med hilsen",
    "med helsing",
    "beste hilsen",
];

/// Whether a folded line is a greeting and no more.
pub(super) fn is_alone(folded: &str) -> bool {
    GREETINGS.contains(&folded)
}

/// Whether a folded line begins with a greeting.
pub(super) fn begins(folded: &str) -> bool {
    GREETINGS.iter().any(|greeting| {
        let rest = folded.strip_prefix(greeting);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}
