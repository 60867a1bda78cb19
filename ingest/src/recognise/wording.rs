//! Titles in a chapter's own words: "Ting vi har gjort i 2025 utenom møteplassen".

use crate::fold::fold_into;
use crate::form::FormId;

/// A longer text is a sentence, and no title.
const LONGEST: usize = 90;

/// Words by how they begin, and words beside each other, that speak of one thing.
struct Speaks {
    begin: &'static [&'static str],
    beside: &'static [&'static [&'static str]],
}

const PLACE: Speaks = Speaks {
    begin: &["møteplass", "treffsted", "treffstad"],
    beside: &[],
};
const OUTSIDE: Speaks = Speaks {
    begin: &["utenom", "utanom", "utenfor", "utanfor", "utafor"],
    beside: &[
        &["ved", "siden"],
        &["ved", "sida"],
        &["ved", "sia"],
        &["i", "tillegg"],
    ],
};
/// Words that say of the one behind them that it is not meant.
const NOT: [&str; 4] = ["ikke", "ikkje", "unntatt", "unnateke"];
const OTHER: Speaks = Speaks {
    begin: &["andre", "anna", "annet", "øvrig", "resten"],
    beside: &[],
};
const ACTIVITY: Speaks = Speaks {
    begin: &[
        "aktivitet",
        "arrangement",
        "tur",
        "samling",
        "tilstelning",
        "tilstelling",
        "tiltak",
    ],
    beside: &[
        &["ting", "vi"],
        &["det", "vi"],
        &["hva", "vi"],
        &["kva", "vi"],
        &["ka", "vi"],
    ],
};
const PEERS: Speaks = Speaks {
    begin: &["likeperson", "likemann", "likemenn", "likepers"],
    beside: &[],
};
const LIST: Speaks = Speaks {
    begin: &[
        "oversikt",
        "oversyn",
        "liste",
        "navneliste",
        "namneliste",
        "hvem",
        "kven",
        "register",
        "aktive",
        "vaare",
        "navn",
        "namn",
        "adresse",
        "likepersonene",
        "likepersonane",
    ],
    beside: &[
        &["likepersoner", "i"],
        &["likepersonar", "i"],
        &["likepersoner", "hos"],
        &["likepersonar", "hos"],
    ],
};
const VISITS: Speaks = Speaks {
    begin: &[
        "besøk",
        "vitjing",
        "samtale",
        "logg",
        "dagbok",
        "kontakter",
        "møter",
        "oppsøk",
        "likepersonsbok",
        "likepersonslogg",
        "likepersonbok",
        "likepersonlogg",
    ],
    beside: &[],
};
const OWN: Speaks = Speaks {
    begin: &["mine", "min", "mi", "jeg", "eg", "likepersonens"],
    beside: &[],
};
const ANNUAL: Speaks = Speaks {
    begin: &["aarsrapport", "aarsskjema", "aarsmelding", "lagsrapport"],
    beside: &[
        &["opplysninger", "om", "laget"],
        &["opplysningar", "om", "laget"],
        &["om", "laget", "vaart"],
    ],
};

/// The one form that a title in own words, or a sheet's name, is about.
pub(crate) fn about(text: &str, buffer: &mut String) -> Option<FormId> {
    let text = reported(text.trim());
    if text.len() > LONGEST || text.ends_with(['.', ':', '!']) {
        return None;
    }
    fold_into(text, buffer);
    let words: Vec<&str> = buffer.split(' ').collect();
    let says = |one: &Speaks| {
        let begins = |word: &&str| one.begin.iter().any(|stem| word.starts_with(stem));
        words.iter().any(begins) || one.beside.iter().any(|wanted| has(&words, wanted))
    };
    let (place, outside, activity) = (says(&PLACE), says(&OUTSIDE), says(&ACTIVITY));
    let (peers, visits) = (says(&PEERS), says(&VISITS));
    let found = [
        (says(&ANNUAL), FormId::AnnualReport),
        (place && !outside && !activity, FormId::MeetingPlace),
        (
            outside && place || activity && (says(&OTHER) || outside || denies(&words, &PLACE)),
            FormId::Activities,
        ),
        (
            peers && says(&LIST) && !visits && !activity,
            FormId::PeerSupporters,
        ),
        (visits && (says(&OWN) || peers) && !place, FormId::Visits),
    ];
    let mut found = found.iter().filter(|(fits, _)| *fits);
    match (found.next(), found.next()) {
        (Some((_, form)), None) => Some(*form),
        _ => None,
    }
}

/// What a sentence that begins the sheet as a title does is a report of: "Rapport fra
/// møteplassen «Kafé Håp» (org.nr. 123456785), Bømlo kommune."
fn reported(text: &str) -> &str {
    let begins = ["rapport ", "årsrapport ", "oversikt ", "oversyn ", "liste "];
    let begins = |head: &str| {
        let head = head.to_lowercase();
        begins.iter().any(|word| head.starts_with(word))
    };
    match text.split_once(['(', ',', '\n']) {
        Some((head, _)) if begins(head) => head.trim_end(),
        _ => text,
    }
}

/// Whether something is said not to be meant: "alt som ikke er møteplass".
fn denies(words: &[&str], what: &Speaks) -> bool {
    let names = |word: &&str| what.begin.iter().any(|stem| word.starts_with(stem));
    words
        .windows(3)
        .any(|some| matches!(some, [not, rest @ ..] if NOT.contains(not) && rest.iter().any(names)))
        || matches!(words, [.., not, last] if NOT.contains(not) && names(last))
}

/// Whether words stand beside each other in this order.
fn has(words: &[&str], wanted: &[&str]) -> bool {
    words.windows(wanted.len()).any(|some| some == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_in_own_words() {
        use FormId::{Activities, AnnualReport, MeetingPlace, PeerSupporters, Visits};
        let cases: &[(&str, Option<FormId>)] = &[
            (
                "Ting vi har gjort i 2025 utenom møteplassen",
                Some(Activities),
            ),
            ("Andre aktiviteter", Some(Activities)),
            ("Turer og annet utenom treffstedet", Some(Activities)),
            (
                "Det vi gjorde ved siden av møteplassen i fjor",
                Some(Activities),
            ),
            ("Øvrige arrangementer 2025", Some(Activities)),
            ("Kva vi har funne på utanom møteplassen", Some(Activities)),
            (
                "Aktiviteter i 2025 (alt som ikke er møteplass)",
                Some(Activities),
            ),
            ("Turar og slikt, ikkje møteplass", Some(Activities)),
            ("Aktiviteter på møteplassen, ikke alle", None),
            ("Møteplassen vår 2025", Some(MeetingPlace)),
            ("Rapport frå møteplassen Kafé Håp", Some(MeetingPlace)),
            ("Likepersonene våre", Some(PeerSupporters)),
            (
                "Liste over likepersoner i Mental Helse Skarvøy",
                Some(PeerSupporters),
            ),
            ("Kven er likepersonar hos oss?", Some(PeerSupporters)),
            (
                "Likepersoner i Mental Helse Skarvøy 2025",
                Some(PeerSupporters),
            ),
            ("Kurs for likepersoner", None),
            ("Mine besøk og samtaler i 2025", Some(Visits)),
            ("Loggen min som likeperson", Some(Visits)),
            ("Årsrapport 2025 – Mental Helse Skarvøy", Some(AnnualReport)),
            ("Opplysninger om laget", Some(AnnualReport)),
            ("Møteplass og aktiviteter 2025", None),
            (
                "Rapport fra møteplassen «Kafé Håp» i Mental Helse Skarvøy (org.nr. 123456785), \
                 Bømlo kommune.",
                Some(MeetingPlace),
            ),
            ("Likepersonsbok for 2025", Some(Visits)),
            (
                "Vi rapporterer fra møteplassen (Kafé Håp), som vanlig.",
                None,
            ),
            ("Budsjett 2025", None),
            ("Ark1", None),
            ("Likepersoner", None),
            ("Mental Helse Skarvøy", None),
            ("Møteplassen var stengt hele sommeren.", None),
        ];
        let mut buffer = String::new();
        for (text, form) in cases {
            assert_eq!(about(text, &mut buffer), *form, "{text}");
        }
    }
}
