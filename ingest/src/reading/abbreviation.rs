//! Words that people cut short in labels, spelt out.

/// Each with the word that it stands for; one that stands for several is left out.
const WORDS: [(&str, &str); 22] = [
    ("ant", "antall"),
    ("delt", "deltakere"),
    ("deltak", "deltakere"),
    ("akt", "aktivitet"),
    ("aktiv", "aktivitet"),
    ("likep", "likeperson"),
    ("likepers", "likeperson"),
    ("led", "ledende"),
    ("varigh", "varighet"),
    ("var", "varighet"),
    ("arr", "arrangør"),
    ("arrang", "arrangør"),
    ("tlf", "telefon"),
    ("adr", "adresse"),
    ("komm", "kommune"),
    ("org", "organisasjons"),
    ("medl", "medlemmer"),
    ("sign", "signatur"),
    ("underskr", "underskrift"),
    ("oppn", "oppnevnt"),
    ("erf", "erfaringer"),
    ("møtepl", "møteplass"),
];

/// A label with its abbreviated words spelt out; `None` when it has none.
pub(crate) fn spelt_out(text: &str) -> Option<String> {
    if !text.contains('.') {
        return None;
    }
    let mut changed = false;
    let words = text.split_whitespace().map(|word| {
        let bare = word.trim_end_matches([':', '*']);
        let short = bare.strip_suffix('.').map(str::to_lowercase);
        let known = short.and_then(|short| WORDS.iter().find(|(cut, _)| *cut == short));
        changed |= known.is_some();
        known.map_or(bare, |(_, word)| word)
    });
    let words: Vec<&str> = words.collect();
    changed.then(|| words.join(" "))
}
