//! The names of months and weekdays, and the words that give no certain date.

use strsim::osa_distance;

const MONTHS: [(&str, u8); 12] = [
    ("januar", 1),
    ("februar", 2),
    ("mars", 3),
    ("april", 4),
    ("mai", 5),
    ("juni", 6),
    ("juli", 7),
    ("august", 8),
    ("september", 9),
    ("oktober", 10),
    ("november", 11),
    ("desember", 12),
];

/// The name of a month.
pub(super) fn month_name(month: u8) -> Option<&'static str> {
    let mut months = MONTHS.iter();
    months.find(|(_, own)| *own == month).map(|(name, _)| *name)
}

const SHORT_MONTHS: [(&str, u8); 18] = [
    ("jan", 1),
    ("feb", 2),
    ("febr", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("okt", 10),
    ("oct", 10),
    ("october", 10),
    ("nov", 11),
    ("des", 12),
    ("dec", 12),
    ("may", 5),
    ("march", 3),
];

const WEEKDAYS: [(&str, u8); 41] = [
    ("mandag", 1),
    ("måndag", 1),
    ("man", 1),
    ("mand", 1),
    ("mån", 1),
    ("ma", 1),
    ("tirsdag", 2),
    ("tysdag", 2),
    ("tir", 2),
    ("tirs", 2),
    ("tys", 2),
    ("ti", 2),
    ("ty", 2),
    ("onsdag", 3),
    ("ons", 3),
    ("onsd", 3),
    ("on", 3),
    ("torsdag", 4),
    ("tors", 4),
    ("tor", 4),
    ("to", 4),
    ("fredag", 5),
    ("fre", 5),
    ("fred", 5),
    ("fr", 5),
    ("lørdag", 6),
    ("laurdag", 6),
    ("lør", 6),
    ("lørd", 6),
    ("lau", 6),
    ("søndag", 7),
    ("sundag", 7),
    ("søn", 7),
    ("tirsd", 2),
    ("tysd", 2),
    ("torsd", 4),
    ("laurd", 6),
    ("lø", 6),
    ("la", 6),
    ("sø", 7),
    ("sønd", 7),
];

/// Words that speak of time without a certain date; a `*` stands for an ending
/// of number or definite form.
const VAGUE: [&str; 66] = [
    "hver",
    "hvert",
    "kvar",
    "kvart",
    "annenhver",
    "annankvar",
    "annakvar",
    "annahver",
    "annethvert",
    "anna",
    "annen",
    "annan",
    "mandag*",
    "måndag*",
    "tirsdag*",
    "tysdag*",
    "onsdag*",
    "torsdag*",
    "fredag*",
    "lørdag*",
    "laurdag*",
    "søndag*",
    "sundag*",
    "uke*",
    "veke*",
    "partallsuke*",
    "oddetallsuke*",
    "vår*",
    "sommar*",
    "sommer*",
    "høst*",
    "haust*",
    "vinter*",
    "vinteren",
    "jul*",
    "juletid*",
    "påske*",
    "pinse*",
    "år*",
    "halvår*",
    "kvartal*",
    "måned*",
    "månad*",
    "mnd",
    "ukentlig",
    "vekentleg",
    "månedlig",
    "månadleg",
    "jevnlig",
    "jamleg",
    "fast",
    "faste",
    "diverse",
    "div",
    "flere",
    "fleire",
    "ulike",
    "forskjellige",
    "datoer",
    "datoar",
    "ca",
    "medio",
    "primo",
    "ultimo",
    "løpende",
    "ukjent",
];

const ENDINGS: [&str; 13] = [
    "", "n", "en", "a", "er", "ar", "ene", "ane", "et", "e", "r", "s", "ens",
];

/// Words that may stand between those.
const FILLERS: [&str; 34] = [
    "løpet",
    "i",
    "på",
    "om",
    "av",
    "og",
    "eller",
    "fra",
    "frå",
    "til",
    "den",
    "det",
    "de",
    "første",
    "siste",
    "sist",
    "andre",
    "tredje",
    "fyrste",
    "midten",
    "begynnelsen",
    "slutten",
    "starten",
    "hele",
    "heile",
    "utover",
    "gjennom",
    "unntatt",
    "ferie",
    "ferien",
    "partall",
    "oddetall",
    "dag",
    "dager",
];

/// The month that a word names, also shortened or slightly misspelt.
pub(crate) fn month(word: &str) -> Option<u8> {
    let known = MONTHS.iter().chain(&SHORT_MONTHS);
    if let Some((_, number)) = known.into_iter().find(|(name, _)| *name == word) {
        return Some(*number);
    }
    // Below five letters one slip turns a month into another, or into a word.
    let letters = word.chars().count();
    let room = match letters {
        0..=4 => return None,
        5..=6 => 1,
        _ => 2,
    };
    let mut near = MONTHS.iter().filter(|(name, _)| {
        name.len().abs_diff(word.len()) <= room + 1
            && name.chars().count() > 4
            && name.chars().next() == word.chars().next()
            && osa_distance(name, word) <= room
    });
    match (near.next(), near.next()) {
        (Some((_, number)), None) => Some(*number),
        _ if word == "marts" => Some(3),
        _ => None,
    }
}

/// The weekday that a word names in the singular, Monday being 1.
pub(crate) fn weekday(word: &str) -> Option<u8> {
    WEEKDAYS
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, number)| *number)
}

/// Whether a word speaks of time without a certain date.
pub(crate) fn is_vague(word: &str) -> bool {
    VAGUE.iter().any(|pattern| match pattern.strip_suffix('*') {
        Some(stem) => word
            .strip_prefix(stem)
            .is_some_and(|ending| ENDINGS.contains(&ending)),
        None => *pattern == word,
    })
}

/// Whether a word says nothing by itself among words about time.
pub(crate) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}
