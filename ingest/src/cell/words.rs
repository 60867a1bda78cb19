//! Numbers written in words, in bokmål, nynorsk and speech.

const WORDS: [(&str, u32); 65] = [
    ("null", 0),
    ("ingen", 0),
    ("en", 1),
    ("én", 1),
    ("ein", 1),
    ("éin", 1),
    ("ei", 1),
    ("et", 1),
    ("ett", 1),
    ("eit", 1),
    ("eitt", 1),
    ("to", 2),
    ("tre", 3),
    ("fire", 4),
    ("fem", 5),
    ("seks", 6),
    ("sju", 7),
    ("syv", 7),
    ("åtte", 8),
    ("ni", 9),
    ("ti", 10),
    ("elleve", 11),
    ("tolv", 12),
    ("tretten", 13),
    ("fjorten", 14),
    ("femten", 15),
    ("seksten", 16),
    ("sytten", 17),
    ("atten", 18),
    ("nitten", 19),
    ("tjue", 20),
    ("tyve", 20),
    ("tretti", 30),
    ("tredve", 30),
    ("førti", 40),
    ("femti", 50),
    ("seksti", 60),
    ("sytti", 70),
    ("åtti", 80),
    ("nitti", 90),
    ("hundre", 100),
    ("begge", 2),
    ("dusin", 12),
    ("ingi", 0),
    // As people say them.
    ("tri", 3),
    ("trei", 3),
    ("fir", 4),
    ("fira", 4),
    ("fæm", 5),
    ("fæmm", 5),
    ("sæks", 6),
    ("sjau", 7),
    ("åtta", 8),
    ("nie", 9),
    ("tie", 10),
    ("ellev", 11),
    ("tålv", 12),
    ("tølv", 12),
    ("fjortan", 14),
    ("femtan", 15),
    ("sekstan", 16),
    ("syttan", 17),
    ("attan", 18),
    ("nittan", 19),
    ("tjuge", 20),
];

/// The number that a word names: "tolv", "tjuefem".
pub(crate) fn number(word: &str) -> Option<u32> {
    if let Some(number) = simple(word) {
        return Some(number);
    }
    WORDS
        .iter()
        .filter(|(_, number)| (20..=90).contains(number))
        .find_map(|(tens, number)| {
            let ones = simple(word.strip_prefix(tens)?)?;
            (1..=9).contains(&ones).then_some(number + ones)
        })
}

/// Whether a word says that a number is about right.
pub(crate) fn is_roughly(word: &str) -> bool {
    matches!(
        word,
        "ca" | "cirka" | "omtrent" | "rundt" | "omlag" | "om" | "lag" | "minst"
    )
}

fn simple(word: &str) -> Option<u32> {
    WORDS
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, number)| *number)
}
