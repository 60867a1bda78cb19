//! Whose an activity was: the chapter's own, or another body's.

use super::{Home, RowWords, answer, classified};

/// Who arranged it, by the organiser's field of a row that has all else.
fn arranged(chapter: &str, title: &str, organiser: &str) -> String {
    led_and_arranged(chapter, title, ("Åse Øygard", organiser))
}

fn led_and_arranged(chapter: &str, title: &str, (leader, organiser): (&str, &str)) -> String {
    let row = RowWords {
        title,
        theme: "Sorg og savn",
        sharing: "alle fortalte",
        organiser,
        leader,
        participants: Some((8, 8)),
        ..RowWords::default()
    };
    answer(&classified(row, &Home::of(chapter, &[], "")))
}

#[test]
fn a_chapter_is_itself_under_a_general_name() {
    for (chapter, organiser, expected) in [
        ("Cøliakiforeningen Åsmarka", "foreningen", ""),
        ("Cøliakiforeningen Åsmarka", "Foreningen vår", ""),
        ("Parkinsonforeninga Indrefjord", "foreninga", ""),
        ("Parkinsonforeninga Indrefjord", "vår eigen foreining", ""),
        ("Lyngsjø revmatikerforening", "styret i foreningen", ""),
        (
            "Lyngsjø revmatikerforening",
            "Lyngsjø revmatikerforening",
            "",
        ),
        (
            "Kortvokstes forening Skaret",
            "Kortvokstes forening Skaret",
            "",
        ),
        ("Kortvokstes forening Skaret", "Skaret forening", ""),
        ("Epilepsiforeninga Tindlaget", "lokalforeninga", ""),
        ("Klubb Fjellheim", "klubben vår", ""),
        ("LHL Storåsen", "avdelinga", ""),
        ("Losje Håpet", "losjen", ""),
        ("LHL Storåsen", "seksjonen ved leder", ""),
        (
            "Parkinsonforeninga Indrefjord",
            "songgruppa i foreninga",
            "",
        ),
        ("Mental Helse Harafjell fylkeslag", "fylkeslaget", ""),
        (
            "Smerteforeningen Viken fylkesforening",
            "fylkesforeningen",
            "",
        ),
        ("LHL Storåsen", "menigheten, eller oss?", "WhoArranged"),
        ("Cøliakiforeningen Åsmarka", "fylkesforeningen", "Others"),
        ("Cøliakiforeningen Åsmarka", "forbundet", "Others"),
        ("Cøliakiforeningen Åsmarka", "naboforeningen", "Others"),
        (
            "Cøliakiforeningen Åsmarka",
            "Cøliakiforeningen Vestby",
            "Others",
        ),
        ("Cøliakiforeningen Åsmarka", "foreningen i Vestby", "Others"),
        (
            "Kortvokstes forening Skaret",
            "Kortvokstes forening Vestby",
            "Others",
        ),
        (
            "Cøliakiforeningen Åsmarka",
            "koret i sanitetsforeningen",
            "Others",
        ),
        ("LHL Storåsen", "fotballklubben", "Others"),
    ] {
        let told = arranged(chapter, "Kveld om sorg", organiser);
        assert_eq!(told, expected, "{organiser} of {chapter}");
    }
}

#[test]
fn a_chapter_may_invite_under_a_general_name() {
    for (title, expected) in [
        ("Foreningen inviterte til kveld om sorg", ""),
        ("Foreninga inviterte til kveld om sorg", ""),
        ("Klubben arrangerte kveld om sorg", ""),
        ("Parkinsonforeningen inviterte til kveld om sorg", ""),
        ("Kreftforeningen inviterte til kveld om sorg", "Others"),
    ] {
        let told = arranged("Parkinsonforeninga Indrefjord", title, "");
        assert_eq!(told, expected, "{title}");
    }
}

#[test]
fn who_arranged_may_be_told_in_passing() {
    for (title, expected) in [
        (
            "Vandring, soknepresten hadde ordna rute og samtaleposter, vi hang oss på",
            "Others",
        ),
        (
            "Samtaleringen som teateret holder etter hver forestilling",
            "WhoArranged",
        ),
        (
            "Legekontoret satte i gang ei gruppe, fire av oss takka ja",
            "Others",
        ),
        (
            "Skrivekveld, Studieforbundet eide kvelden, vi satt på bakerste benk",
            "Others",
        ),
        (
            "Takk til Turistforeningen som hadde stelt i stand dagen, ni av oss var med",
            "Others",
        ),
        (
            "Kveld om sorg, bedehusfolket hadde sett opp programmet og bar det heile",
            "Others",
        ),
        (
            "Nav hadde sendt brev til alle på lista si og fem av oss møtte opp",
            "Others",
        ),
        (
            "Kveld om øresus, nabolaget vårt sto for den og fem av oss kjørte bort",
            "Others",
        ),
        (
            "Gruppe på dagsenteret, de ansatte holdt den og lot oss sitte med",
            "Others",
        ),
        (
            "Kom med på lasset da Blå Kors samlet folk til kveld om spill",
            "Others",
        ),
        (
            "Fontenehusets egen fredagsmiddag, der har de alltid en stol til oss",
            "Others",
        ),
        (
            "To av oss fikk timelønn av kommunen for å fortelle på fagdagen dems",
            "Others",
        ),
        (
            "Sanitetskvinnene baud på heile dagen, vi takka med blomar",
            "Others",
        ),
        ("Frivilligsentralen arrangerte kveld om sorg", "WhoArranged"),
        ("Biblioteket sto for kvelden", "WhoArranged"),
    ] {
        let told = arranged("Mental Helse Solvik", title, "");
        assert_eq!(told, expected, "{title}");
    }
}

#[test]
fn who_helped_lent_or_spoke_at_ours_arranged_nothing() {
    for title in [
        "Kommunen lånte oss salen, kveld om sorg",
        "Kommunen sto for maten, åtte av oss snakket om sorg",
        "Psykologen holdt innledning, ti av oss delte erfaringer",
        "Presten holdt foredrag, samtale etterpå",
        "Med kommunen arrangerte vi kveld om sorg",
        "Likepersonene arrangerte kveld på biblioteket",
        "Styret ordnet turen, ni av oss var med",
        "Nav holdt oss på vent: sju av oss fortalte",
        "Om da sykehuset satte i gang behandlingen",
        "Biblioteket holdt åpent for oss, prat om sorg",
        "Vi inviterte Kreftforeningen, alle fortalte",
    ] {
        let told = arranged("Mental Helse Solvik", title, "");
        assert_eq!(told, "", "{title}");
    }
}

#[test]
fn a_leader_who_stands_as_the_organiser_is_one_of_ours() {
    for (leader, organiser, expected) in [
        ("Åse Øygard", "Øygard", ""),
        ("Per Hvidsten", "P. Vidsten", ""),
        ("Åse Øygard", "Hjalmar", "WhoArranged"),
        ("", "Hjalmar", "WhoArranged"),
    ] {
        let told = led_and_arranged("", "Kveld om hjertefrykt", (leader, organiser));
        assert_eq!(told, expected, "{leader} / {organiser}");
    }
}

#[test]
fn guests_may_be_told_of_where_the_participants_are_counted() {
    for (participants_typed, expected) in [
        ("6 av oss, som gjester hos LHL", "Others"),
        ("8 og to gjester", ""),
        ("9, av dem tre gjester hos oss", ""),
    ] {
        let row = RowWords {
            title: "Kveld om hjertefrykt",
            theme: "helseangst",
            sharing: "alle fortalte",
            leader: "Åse Øygard",
            participants_typed,
            ..RowWords::default()
        };
        let told = answer(&classified(row, &Home::default()));
        assert_eq!(told, expected, "{participants_typed}");
    }
}
