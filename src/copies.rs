//! Names that programs give to copies of a file: a second download, a conflict between
//! two machines.

/// Words in a bracket at the end of a name, or after its dash, that tell of a copy.
const WORDS: &[&str] = &[
    "kopi",
    "copy",
    "konfliktkopi",
    "konflikt",
    "conflict",
    "conflicted",
    "motstridende",
];

/// The name that a copy is of, without its ending; itself when it is no copy.
///
/// "skjema (1)", "skjema - Kopi (2)", "Kopi av skjema", "skjema (konfliktkopi
/// 2026-05-01)", "skjema.sync-conflict-20260501-101010-ABC", "skjema-BJØRNS-PC".
pub(crate) fn original(name: &str) -> &str {
    let mut stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim();
    loop {
        let shorter = without_front(stem)
            .or_else(|| without_bracket(stem))
            .or_else(|| without_dash(stem))
            .or_else(|| stem.split_once(".sync-conflict-").map(|(stem, _)| stem));
        match shorter.map(str::trim) {
            Some(shorter) if !shorter.is_empty() => stem = shorter,
            Some(_) | None => return stem,
        }
    }
}

fn without_front(stem: &str) -> Option<&str> {
    ["Kopi av ", "kopi av ", "Copy of ", "copy of "]
        .iter()
        .find_map(|front| stem.strip_prefix(front))
}

/// "(1)", "(konfliktkopi …)", "(Karis motstridende kopi …)".
fn without_bracket(stem: &str) -> Option<&str> {
    let (before, inside) = stem.strip_suffix(')')?.rsplit_once('(')?;
    let numbered = inside.len() <= 3 && inside.parse::<u16>().is_ok();
    (numbered || tells_of_a_copy(inside)).then_some(before)
}

/// "- Kopi", "– konfliktkopi", and the machine's name that is put at the end.
fn without_dash(stem: &str) -> Option<&str> {
    let at = stem.rfind(['-', '–'])?;
    let (before, dash) = stem.split_at_checked(at)?;
    let after = dash.trim_start_matches(['-', '–']);
    let machine = after.chars().count() >= 4
        && after.chars().any(char::is_uppercase)
        && after
            .chars()
            .all(|sign| sign.is_uppercase() || sign.is_ascii_digit());
    (machine || tells_of_a_copy(after)).then_some(before)
}

fn tells_of_a_copy(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|sign: char| !sign.is_alphabetic());
    words.any(|word| WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::original;

    #[test]
    fn a_copy_is_known_by_its_name() {
        for name in [
            "Namsos.xlsx",
            "Namsos (1).xlsx",
            "Namsos - Kopi.xlsx",
            "Namsos - Kopi (2).xlsx",
            "Namsos – kopi.xlsx",
            "Kopi av Namsos.xlsx",
            "Copy of Namsos (3).xlsx",
            "Namsos (konfliktkopi 2026-05-01 101010).xlsx",
            "Namsos (Åses motstridende kopi 2026-05-01).xlsx",
            "Namsos (Randi's conflicted copy 2026-05-01).xlsx",
            "Namsos (conflicted copy 2026-05-01 101010).xlsx",
            "Namsos.sync-conflict-20260501-101010-ABCDEF.xlsx",
            "Namsos-BJØRNSPC2.xlsx",
        ] {
            assert_eq!(original(name), "Namsos", "{name}");
        }
        for (name, stem) in [
            ("Namsos 2.xlsx", "Namsos 2"),
            ("Namsos (Nord).xlsx", "Namsos (Nord)"),
            ("Namsos-2025.xlsx", "Namsos-2025"),
            ("(1).xlsx", "(1)"),
            ("Kopi.xlsx", "Kopi"),
        ] {
            assert_eq!(original(name), stem);
        }
    }
}
