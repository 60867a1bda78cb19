//! What is only spoken of, beside what took place.

use super::{Home, RowWords, answer, classified};

/// What the closed lists say; of what they do not hold, the second reader may still ask.
fn judged(title: &str, kind_word: &str, venue: &str) -> String {
    let row = RowWords {
        title,
        kind_word,
        theme: "Sorg og skam",
        sharing: "alle fortalte",
        venue,
        organiser: "vi",
        leader: "Åse Øygard",
        participants: Some((6, 6)),
        ..RowWords::default()
    };
    let mut told = classified(row, &Home::default());
    told.open.retain(|doubt| doubt.evidence.listed.is_some());
    answer(&told)
}

#[test]
fn what_one_person_tells_of_was_not_held_here() {
    for title in [
        "Brukarrådet eg slutta i",
        "Årsmøtet i sameiet som jeg aldri turte å gå på",
        "Styremøtet jeg ble kastet ut fra",
        "Gravferda eg såg på skjerm",
        "Bryllupet æ fulgte på skjerm",
        "Da valgkomiteen ringte: kunsten å si nei",
        "Da sjefen ringte: om å få sparken",
        "Når Teams er eneste kollega: om hjemmekontor",
        "Etter åtte timer på Teams",
        "Generalforsamlingen i hodet mitt",
        "Styremøtet i magen",
        "Gamle standvakter minnes: hva holdt oss oppe?",
        "Satt i ring og ringte i bjella når vi ville ha ordet",
        "Ringde med klokka når nokon fekk ordet",
        "Til Kiel og hjem igjen hver for seg: om ferien som tok knekken",
        "Svenskehandel på kredittkortet: om penga som rant ut",
        "Da Teams-timen ble avlyst, prata vi ved bålet",
    ] {
        assert_eq!(judged(title, "samtalegruppe", "Moss"), "", "{title}");
    }
}

#[test]
fn what_we_did_is_not_only_spoken_of() {
    for (title, kind, venue, expected) in [
        (
            "Etter ferien møttes vi på Teams",
            "samtalegruppe",
            "",
            "Digital",
        ),
        (
            "Da vi møttes på Teams: om sorg",
            "samtalegruppe",
            "Moss",
            "Digital",
        ),
        ("Kieltur: om å reise aleine", "tur", "Oslo", "Abroad"),
        ("Til Kiel og hjem igjen: om ferie", "tur", "Kiel", "Abroad"),
        (
            "Møttes på Teams fordi ferja var innstilt",
            "samtalegruppe",
            "",
            "Digital",
        ),
        ("Ringte rundt til alle", "samtalegruppe", "Moss", "Digital"),
        // With theme and sharing told it may have been both, but it was held.
        ("Styremøtet jeg ledet", "møte", "Moss", "MeetingOrTalk"),
    ] {
        assert_eq!(judged(title, kind, venue), expected, "{title}");
    }
}

#[test]
fn a_firing_point_is_no_stand() {
    for (title, venue, expected) in [
        ("Standplass: vi skjøt på blink", "skytebanen i Grimstad", ""),
        ("Standplass på torget", "Grimstad", "Stand"),
    ] {
        assert_eq!(
            judged(title, "aktivitetsgruppe", venue),
            expected,
            "{title}"
        );
    }
}

#[test]
fn a_call_may_only_lead_to_a_visit() {
    for (title, expected) in [
        ("Han ringte, så æ dro hjem tel han og vi satt å prata", ""),
        ("Ho ringde og eg køyrde rett bort til ho", ""),
        ("Han ringte, vi pratet lenge", "Digital"),
    ] {
        let row = RowWords {
            title,
            kind_word: "oppsøkende",
            theme: "Ufrivillig barnløs",
            sharing: "begge fortalte",
            venue: "Hammerfest",
            organiser: "vi",
            leader: "Åse Øygard",
            participants: Some((1, 1)),
            ..RowWords::default()
        };
        let told = answer(&classified(row, &Home::default()));
        assert_eq!(told, expected, "{title}");
    }
}

#[test]
fn a_council_that_one_left_may_be_told_of_under_its_own_theme() {
    let row = RowWords {
        title: "Brukarrådet eg slutta i",
        kind_word: "samtalegruppe",
        theme: "Når brukarmedverknad slit deg ut",
        sharing: "ja, fleire hadde same soga",
        leader: "Åse Øygard",
        ..RowWords::default()
    };
    assert_eq!(answer(&classified(row, &Home::default())), "");
}
