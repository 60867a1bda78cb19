//! Titles in a chapter's own words: "Ting vi har gjort i 2025 utenom møteplassen".

use crate::fold::fold_into;
use crate::form::FormId;

/// A longer text is a sentence, and no title.
const LONGEST: usize = 90;

/// The one form that a title in own words, or a sheet's name, is about.
pub(crate) fn about(text: &str, buffer: &mut String) -> Option<FormId> {
    let text = text.trim();
    if text.len() > LONGEST || text.ends_with(['.', ':', '!']) {
        return None;
    }
    fold_into(text, buffer);
    let words: Vec<&str> = buffer.split(' ').collect();
    let any = |stems: &[&str]| {
        words
            .iter()
            .any(|word| stems.iter().any(|stem| word.starts_with(stem)))
    };
    let place = any(&["møteplass", "motteplass", "treffsted", "treffstad"]);
    let outside = any(&["utenom", "utanom", "utenfor", "utanfor", "utafor"])
        || has(&words, &["ved", "siden"])
        || has(&words, &["ved", "sida"])
        || has(&words, &["i", "tillegg"])
        || has(&words, &["ved", "sia"]);
    let other = any(&["andre", "anna", "annet", "øvrige", "øvrig", "resten"]);
    let activity = any(&[
        "aktivitet",
        "arrangement",
        "tur",
        "samling",
        "tilstelning",
        "tiltak",
    ]) || has(&words, &["ting", "vi"])
        || has(&words, &["det", "vi"])
        || has(&words, &["hva", "vi"])
        || has(&words, &["kva", "vi"])
        || has(&words, &["ka", "vi"]);
    let peers = any(&["likeperson", "likemann", "likemenn", "likepers"]);
    let list = any(&[
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
    ]);
    let visits = any(&[
        "besøk",
        "vitjing",
        "samtale",
        "logg",
        "dagbok",
        "kontakter",
        "møter",
        "oppsøk",
    ]);
    let own = any(&["mine", "min", "mi", "jeg", "eg", "likepersonens"]);
    let annual = any(&["aarsrapport", "aarsskjema", "aarsmelding", "lagsrapport"])
        || has(&words, &["opplysninger", "om", "laget"])
        || has(&words, &["opplysningar", "om", "laget"])
        || has(&words, &["om", "laget", "vaart"]);
    let found = [
        (annual, FormId::AnnualReport),
        (place && !outside && !activity, FormId::MeetingPlace),
        (
            outside && place || activity && (other || outside),
            FormId::Activities,
        ),
        (
            peers && list && !visits && !activity,
            FormId::PeerSupporters,
        ),
        (visits && (own || peers) && !place, FormId::Visits),
    ];
    let mut found = found.iter().filter(|(fits, _)| *fits);
    match (found.next(), found.next()) {
        (Some((_, form)), None) => Some(*form),
        _ => None,
    }
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
            ("Møteplassen vår 2025", Some(MeetingPlace)),
            ("Rapport frå møteplassen Kafé Håp", Some(MeetingPlace)),
            ("Likepersonene våre", Some(PeerSupporters)),
            (
                "Liste over likepersoner i Mental Helse Skarvøy",
                Some(PeerSupporters),
            ),
            ("Kven er likepersonar hos oss?", Some(PeerSupporters)),
            ("Mine besøk og samtaler i 2025", Some(Visits)),
            ("Loggen min som likeperson", Some(Visits)),
            ("Årsrapport 2025 – Mental Helse Skarvøy", Some(AnnualReport)),
            ("Opplysninger om laget", Some(AnnualReport)),
            ("Møteplass og aktiviteter 2025", None),
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
