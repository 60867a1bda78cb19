//! By telephone or on a screen, told by its marks.

use super::{Home, RowWords, answer, classified};

fn judged(title: &str, venue: &str) -> String {
    let row = RowWords {
        title,
        kind_word: "samtale",
        theme: "Sorg og skam",
        sharing: "alle fortalte",
        venue,
        organiser: "vi",
        leader: "Åse Øygard",
        ..RowWords::default()
    };
    let mut told = classified(row, &Home::default());
    told.open.retain(|doubt| doubt.evidence.listed.is_some());
    answer(&told)
}

#[test]
fn a_screen_may_be_told_by_its_marks() {
    for (title, venue) in [
        ("Deltakerne satt med hodesett på", ""),
        ("Kveld om savn, bildet frøs hver gang Aslak tok ordet", ""),
        ("Prat om frykt, han fekk ikkje snudd kameraet", ""),
        ("Kveld om sorg, lenken kom i e-posten dagen før", ""),
        ("Talemeldingar fram og attende med ei som syrgjer", ""),
        ("Lydmeldinger hele kvelden", "hjemme"),
        ("Kveld om gjeld, nettet falt ut to ganger", ""),
        ("Hadde ho i øyret medan eg gjekk tur", "Odda"),
        ("Kveld om gjeld", "stua mi og stuene deres"),
        ("Kveld om gjeld", "hjemme i alle stuer"),
        ("Kveld om gjeld", "kjøkkenbenken hos hver og en"),
        ("Kveld om gjeld", "heime hos oss kvar for seg"),
        ("Kveld om gjeld", "hvert sitt kjøkken"),
        ("Nattprat om selvhat", "han i Bergen, jeg i Sandnes"),
        (
            "Ho på hytta i Sirdal, jeg på verandaen i Moelv, god prat",
            "",
        ),
    ] {
        assert_eq!(judged(title, venue), "Digital", "{title}, {venue}");
    }
}

#[test]
fn what_people_met_with_is_no_screen() {
    for (title, venue) in [
        ("Hyttetur med dårlig dekning og god prat", "Sirdal"),
        ("Piping i øret: kveld om tinnitus", "Moss"),
        ("Fotogruppa vendte kameraet mot seg selv", "Moss"),
        ("Kveld om sorg", "stua vår i Alta"),
        ("Kveld om sorg, først hver for seg og så i ring", "Moss"),
        ("Han i sorg, jeg i sjokk: om å miste", "Moss"),
        ("Tur langs lenka av øyer", "Moss"),
    ] {
        assert_eq!(judged(title, venue), "", "{title}, {venue}");
    }
}
