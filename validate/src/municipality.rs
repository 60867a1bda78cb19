//! Municipalities that are no more, and what they became.

use samlerapport_ingest::folded_name;

/// The name of the municipality that a former one became part of, with the former
/// one's own name; `None` for one that is not known to be gone.
pub(crate) fn merged(text: &str) -> Option<(&'static str, &'static str)> {
    let wanted = plain(text);
    MERGED
        .iter()
        .flat_map(|(now, former)| former.iter().map(move |former| (*former, *now)))
        .find(|(former, _)| folded_name(former) == wanted)
}

/// Whether two names are one municipality's, over spelling and mergers.
pub(crate) fn same_municipality(one: &str, other: &str) -> bool {
    let today = |text: &str| merged(text).map_or_else(|| plain(text), |(_, now)| folded_name(now));
    let (one, other) = (today(one), today(other));
    // "Porsanger – Porsáŋgu – Porsanki" begins with its Norwegian name.
    let begins = |long: &str, short: &str| {
        long.strip_prefix(short)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let slip = one.chars().count() >= 5 && strsim::osa_distance(&one, &other) <= 1;
    begins(&one, &other) || begins(&other, &one) || slip
}

/// A name as it is compared: "Hamar kommune" is "hamar".
fn plain(text: &str) -> String {
    let folded = folded_name(text);
    let ends = [" kommune", " herad", " herred"];
    let bare = ends.iter().find_map(|end| folded.strip_suffix(end));
    bare.map_or_else(|| folded.clone(), str::to_owned)
}

/// Mergers from 2017 to 2020. Names that live on elsewhere (Os, Bø, Nes) and
/// municipalities that were divided are left out.
const MERGED: &[(&str, &[&str])] = &[
    ("Alver", &["Lindås", "Meland", "Radøy"]),
    ("Asker", &["Røyken", "Hurum"]),
    ("Aurskog-Høland", &["Rømskog"]),
    ("Bjørnafjorden", &["Fusa"]),
    ("Drammen", &["Svelvik", "Nedre Eiker"]),
    ("Fjord", &["Norddal", "Stordal"]),
    ("Færder", &["Nøtterøy", "Tjøme"]),
    ("Hammerfest", &["Kvalsund"]),
    ("Heim", &["Hemne", "Halsa"]),
    ("Holmestrand", &["Hof", "Sande"]),
    ("Hustadvika", &["Eide", "Fræna"]),
    ("Indre Fosen", &["Rissa", "Leksvik"]),
    (
        "Indre Østfold",
        &["Askim", "Eidsberg", "Hobøl", "Spydeberg", "Trøgstad"],
    ),
    ("Kinn", &["Flora", "Vågsøy"]),
    ("Kristiansand", &["Songdalen", "Søgne"]),
    ("Larvik", &["Lardal"]),
    ("Lillestrøm", &["Skedsmo", "Sørum", "Fet"]),
    ("Lindesnes", &["Mandal", "Marnardal"]),
    ("Lyngdal", &["Audnedal"]),
    ("Midt-Telemark", &["Sauherad"]),
    ("Molde", &["Midsund", "Nesset"]),
    ("Moss", &["Rygge"]),
    ("Namsos", &["Fosnes", "Namdalseid"]),
    ("Narvik", &["Ballangen"]),
    ("Nordre Follo", &["Oppegård", "Ski"]),
    ("Nærøysund", &["Vikna", "Nærøy"]),
    ("Orkland", &["Orkdal", "Meldal", "Agdenes"]),
    ("Sandefjord", &["Andebu", "Stokke"]),
    ("Senja", &["Lenvik", "Berg", "Torsken", "Tranøy"]),
    ("Sogndal", &["Balestrand", "Leikanger"]),
    ("Stad", &["Selje", "Eid"]),
    ("Stavanger", &["Finnøy", "Rennesøy"]),
    ("Steinkjer", &["Verran"]),
    ("Sunnfjord", &["Førde", "Gaular", "Jølster", "Naustdal"]),
    ("Tjeldsund", &["Skånland"]),
    ("Trondheim", &["Klæbu"]),
    ("Tønsberg", &["Re"]),
    ("Ullensvang", &["Odda", "Jondal"]),
    ("Volda", &["Hornindal"]),
    ("Voss", &["Granvin"]),
    ("Øygarden", &["Fjell", "Sund"]),
    ("Ørland", &["Bjugn"]),
    ("Ålesund", &["Sandøy", "Skodje", "Ørskog"]),
    ("Åfjord", &["Roan"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn former_and_present_names_meet() {
        for (one, other, same) in [
            ("Hamar", "Hamar kommune", true),
            ("HAMAR", "Hamar", true),
            ("Skedsmo", "Lillestrøm", true),
            ("Skedsmo kommune", "Fet", true),
            ("Porsanger – Porsáŋgu – Porsanki", "Porsanger", true),
            ("Lillestrøm", "Lilestrøm", true),
            ("Hamar", "Bodø", false),
            ("Skedsmo", "Asker", false),
            ("Bø", "Bodø", false),
            ("Nore", "Nord", false),
        ] {
            assert_eq!(same_municipality(one, other), same, "{one} / {other}");
        }
    }
}
