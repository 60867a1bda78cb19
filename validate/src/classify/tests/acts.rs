//! Business told by its acts, under a friendly title.

use super::{Home, RowWords, answer, classified};

const ROW: RowWords<'static> = RowWords {
    form: super::RowForm::Activity,
    title: "",
    kind_word: "møteplass",
    theme: "Fellesskap",
    sharing: "ja, alle sa sitt",
    venue: "Moss",
    organiser: "laget",
    leader: "Åse Øygard",
    participants: Some((6, 6)),
    free_of_substance: false,
    participants_typed: "",
};

/// What the closed lists say.
fn judged(chapter: &str, row: &RowWords<'_>) -> String {
    let mut told = classified(*row, &Home::of(chapter, &[], ""));
    told.open.retain(|doubt| doubt.evidence.listed.is_some());
    answer(&told)
}

#[test]
fn two_acts_of_business_are_a_meeting() {
    for title in [
        "Hyttehelg for dei sju som er valde til å drive laget, fordelte årets oppgåver",
        "Tur der vi i ledelsen tok papirbunken i stedet",
        "Grøtkveld for oss tre som skal finne folk til vervene",
        "Kveldsmat med håndsopprekning om hva det skal koste å være medlem",
        "Gåtur, vi fem med underskriftsrett godkjente tallene for 2024",
        "Kveld med de nyvalgte, trakk lodd om nestlederplassen",
        "Fest: Odd la frå seg klubba, Kari vart røysta inn",
        "Graut der rekneskapen fekk ros og ein ny leiar vart klubba inn",
        "Årets store kveld: sedler i hatten, opptelling og blomster",
        "Kakesmaking for dei fire som er sette til å ordne festen, leigde sal",
        "Vafler, enige om innkallingen og hvem som tar gjenvalg",
        "Vi tre som er pekt ut, flikket på paragrafene til laget",
    ] {
        let told = judged("", &RowWords { title, ..ROW });
        assert_eq!(told, "Meeting", "{title}");
    }
}

#[test]
fn acts_are_told_in_other_fields_too() {
    let row = RowWords {
        title: "Høstsamling med suppe",
        theme: "hva pengene skal gå til i 2026",
        sharing: "ja, mange tok ordet før vi stemte",
        leader: "Turi Fordalen, referent Jon",
        ..ROW
    };
    assert_eq!(judged("", &row), "Meeting");
    let row = RowWords {
        title: "Torsdagskaffe, åpnet posten",
        participants_typed: "leder, nestleder, kasserer og sekretær",
        ..ROW
    };
    for chapter in ["", "Mental Helse Solvik, styret og kasserer"] {
        assert_eq!(judged(chapter, &row), "Meeting", "{chapter}");
    }
}

#[test]
fn one_act_is_an_example() {
    for title in [
        "Kommunens vedtak om støttekontakt",
        "Om vedtaket, opptellinga og alt vi tapte",
        "Klubba i hånda: om å ta ordet",
        "Hva pengene skal gå til når alt er dyrt",
        "Aldri stemt inn på laget: om å bli valgt bort",
        "Stortingsvalget: stemmesedler og opptelling som uroer",
        "Paragrafene vi møter på Nav",
        "Vi stemte over hvilken film vi skulle se",
        "Beretninger fra et langt liv",
        "Enstemmig ja til håp",
    ] {
        let told = judged("", &RowWords { title, ..ROW });
        assert_eq!(told, "", "{title}");
    }
}

#[test]
fn leaders_called_together_by_the_county_are_a_meeting() {
    for (chapter, title, expected) in [
        (
            "Innmarka fylkeslag",
            "Inspirasjonshelg for dem som står i spissen for lagene",
            "Meeting",
        ),
        (
            "Innmarka fylkeslag",
            "Kosedag for studielederne våre",
            "Meeting",
        ),
        (
            "Innmarka fylkeslag",
            "Kveld for pårørende om å stå i det",
            "",
        ),
        (
            "Innmarka fylkeslag",
            "Kurs for likepersoner som leder grupper",
            "",
        ),
    ] {
        let organiser = "fylkeslaget";
        let told = judged(
            chapter,
            &RowWords {
                title,
                organiser,
                ..ROW
            },
        );
        assert_eq!(told, expected, "{title}");
    }
}
