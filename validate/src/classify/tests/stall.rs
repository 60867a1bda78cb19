//! A stand without the word, and what only looks like one.

use super::{Home, RowWords, answer, classified};

fn judged(title: &str, sharing: &str, venue: &str) -> String {
    let row = RowWords {
        title,
        kind_word: "samtalegruppe",
        theme: "Håp",
        sharing,
        venue,
        organiser: "vi",
        leader: "Åse Øygard",
        participants: Some((5, 5)),
        ..RowWords::default()
    };
    let mut told = classified(row, &Home::default());
    told.open.retain(|doubt| doubt.evidence.listed.is_some());
    answer(&told)
}

#[test]
fn a_stall_and_what_goes_with_it_are_a_stand() {
    for (title, sharing, venue) in [
        (
            "Lastesykkelen full av flyers, ni nye vervet",
            "ja",
            "Farsund",
        ),
        (
            "Pratekrok",
            "med dem som stanset ved roll-upen og tok en brosjyre",
            "Moss",
        ),
        (
            "Varm saft og foldere fra campingbordet utenfor Rema",
            "ja",
            "Alta",
        ),
        (
            "Plass i boderekka på vårmarkedet, prat over disken",
            "ja",
            "Bryne",
        ),
        ("Gode samtaler", "ja, med folk som gikk forbi", "bod 27"),
        (
            "Elevene plukket brosjyrer, vi hadde bord 6",
            "ja",
            "Arendal",
        ),
        (
            "Partyteltet vårt midt på torget, tre meldte seg inn",
            "ja",
            "Mo i Rana",
        ),
        (
            "Paviljongen på gågata, folk stoppet for en prat",
            "ja",
            "Moss",
        ),
        ("Klappbord og løpesedler på messa", "ja", "Moss"),
    ] {
        assert_eq!(judged(title, sharing, venue), "Stand", "{title}");
    }
}

#[test]
fn a_tent_or_a_counter_alone_is_no_stand() {
    for (title, venue) in [
        ("Partytelt i hagen, prat om håp", "Moss"),
        ("Bak disken på kafeen vår, prat om håp", "Moss"),
        ("Langs boderekka på markedet og prat etterpå", "Moss"),
        ("Samtale ved bord 6", "Moss"),
        ("Campingbord og kaffe ved vannet", "Moss"),
        ("Kveld om håp, to meldte seg inn etterpå", "Moss"),
        ("Lastesykkelen: om å komme i gang igjen", "Moss"),
    ] {
        assert_eq!(judged(title, "ja", venue), "", "{title}");
    }
}
