//! Single rows against the classification; the labelled lists pass through the whole
//! program in the root's tests.

mod acts;
mod digital;
mod spoken_of;
mod stall;
mod whose;

use samlerapport_ingest::FormId;

use super::{Classification, Home, RowForm, RowWords, classify};

fn classified(row: RowWords<'_>, home: &Home) -> Classification {
    classify(&[row], home).remove(0)
}

/// What a row is told to be: its grounds, or its kind.
fn told(chapter: &str, row: &RowWords<'_>) -> String {
    let answer = classified(*row, &Home::of(chapter, &[], ""));
    let grounds: Vec<String> = answer
        .excluded
        .iter()
        .map(|exclusion| format!("{:?}", exclusion.ground))
        .collect();
    if grounds.is_empty() {
        answer.kind.key().to_owned()
    } else {
        grounds.join(" ")
    }
}

/// Grounds and questions.
fn answer(told: &Classification) -> String {
    let grounds = told.excluded.iter().map(|it| format!("{:?}", it.ground));
    let open = told.open.iter().map(|it| format!("{:?}", it.question));
    grounds.chain(open).collect::<Vec<String>>().join(" ")
}

#[test]
fn a_day_of_a_meeting_place_is_judged_by_its_theme() {
    for (theme, expected) in [
        ("Søvn i mørketida", "group"),
        ("Styremøte", "Meeting"),
        ("Tur til Strømstad", "Abroad"),
        ("Etter årsmøtet: om sorg", "group"),
    ] {
        let row = RowWords {
            form: RowForm::MeetingPlace,
            theme,
            title: "Torsdagskafeen",
            sharing: "ja",
            venue: "Moss",
            ..RowWords::default()
        };
        assert_eq!(told("", &row), expected, "{theme}");
    }
}

#[test]
fn a_visit_is_judged_by_its_kind_of_contact() {
    for (kind_word, expected) in [
        ("besøk", "outreach"),
        ("en-til-en", "outreach"),
        ("telefon", "Digital"),
        ("samtalegruppe", "group"),
        ("selvhjelpsgruppe", "group"),
    ] {
        let row = RowWords {
            form: RowForm::Visit,
            kind_word,
            theme: "Å leve med smerte",
            venue: "Drammen",
            ..RowWords::default()
        };
        assert_eq!(told("", &row), expected, "{kind_word}");
    }
}

#[test]
fn a_sum_is_no_conversation_between_two() {
    for (title, expected) in [
        ("1+1", "group"),
        ("=1+1", "group"),
        ("1-1", "outreach"),
        ("1 til 1", "outreach"),
    ] {
        let row = RowWords {
            title,
            ..RowWords::default()
        };
        assert_eq!(told("", &row), expected, "{title}");
    }
}

#[test]
fn the_type_alone_tells_of_no_sharing() {
    for (form, title, expected) in [
        (RowForm::Activity, "Torsdagsgjengen", false),
        (RowForm::Activity, "Torsdagsgjengen delte erfaringer", true),
        (RowForm::Visit, "", true),
    ] {
        let row = RowWords {
            form,
            title,
            kind_word: "samtalegruppe",
            theme: "Sorg og savn",
            ..RowWords::default()
        };
        let told = classified(row, &Home::default()).sharing;
        assert_eq!(told, expected, "{title}");
    }
}

#[test]
fn a_row_may_have_several_grounds_in_their_order() {
    let row = RowWords {
        title: "Styremøte på Teams",
        venue: "Teams",
        organiser: "Solvik",
        ..RowWords::default()
    };
    assert_eq!(told("Mental Helse Solvik", &row), "Meeting Digital");
}

#[test]
fn an_explanation_names_the_word_and_its_field() {
    let row = RowWords {
        title: "Møtte i eldrerådet",
        ..RowWords::default()
    };
    let explanations: Vec<String> = classified(row, &Home::default())
        .excluded
        .iter()
        .map(|exclusion| exclusion.explanation(FormId::Activities))
        .collect();
    assert_eq!(
        explanations,
        [
            "Ikke medregnet: årsmøte, styremøte eller møte i råd og utvalg. Vi leste «eldrerådet» i Aktivitet."
        ]
    );
}

#[test]
fn what_a_row_leaves_open_is_asked() {
    for (title, kind_word, venue, expected) in [
        (
            "Foredrag av psykolog i hybridmøte om sorg",
            "",
            "Hamar",
            "InPersonOrScreen",
        ),
        (
            "Psykologen var med på storskjerm, vi satt i salen",
            "",
            "Hamar",
            "",
        ),
        ("Gruppa", "på nett og fysisk", "Hamar", "InPersonOrScreen"),
        ("Gruppa om søvn", "", "Husum i Lærdal", ""),
        ("Gruppa om søvn", "", "Sverige på ski", "WhichSide"),
        (
            "Gruppa om søvn",
            "",
            "Strömstad, i Halden på veien hjem",
            "WhichSide",
        ),
        (
            "Noen leire på norsk side og noen på finsk",
            "",
            "Tana",
            "WhichSide",
        ),
        (
            "Danskebåten ble innstilt, så vi ble i land",
            "",
            "Grimstad",
            "",
        ),
        ("Svenskehandel og kjøpepress", "", "Askim", "WhichSide"),
    ] {
        let row = RowWords {
            title,
            kind_word,
            venue,
            theme: "Sorg og savn",
            sharing: "alle fortalte",
            organiser: "laget",
            leader: "Åse Øygard",
            participants: Some((8, 8)),
            ..RowWords::default()
        };
        let told = answer(&classified(row, &Home::default()));
        assert_eq!(told, expected, "{title}, {venue}");
    }
}

#[test]
fn the_round_of_words_is_sharing_and_a_room() {
    let row = RowWords {
        title: "Temakveld om sorg, ordet gikk rundt",
        ..RowWords::default()
    };
    assert!(classified(row, &Home::default()).sharing);
}

#[test]
fn what_is_chosen_about_oneself_is_no_election() {
    for theme in ["val av behandling", "valg av pumpe", "valg av yrke"] {
        let row = RowWords {
            title: "Kaffi på tomannshand",
            theme,
            sharing: "eg fortalde om mitt",
            participants: Some((1, 1)),
            ..RowWords::default()
        };
        assert_eq!(told("", &row), "outreach", "{theme}");
    }
}

#[test]
fn a_committee_may_be_cut_short() {
    for organiser in ["festkom.", "valgk.", "turkom", "jubkom."] {
        let row = RowWords {
            title: "Planla sommertur",
            theme: "sommertur",
            organiser,
            ..RowWords::default()
        };
        assert_eq!(told("Sundholm lokallag", &row), "Meeting", "{organiser}");
    }
}
