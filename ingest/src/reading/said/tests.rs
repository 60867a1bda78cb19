//! Cases of what is said of every row.

use super::*;

#[test]
fn what_holds_for_all_rows_says_so() {
    let cases = [
        (
            "Likeperson hver gang: Kari Nordlys, 900 00 001",
            "leader=Kari Nordlys, 900 00 001",
        ),
        (
            "Arrangør av alt: Mental Helse Skarvøy. Se arkene.",
            "organiser=Mental Helse Skarvøy",
        ),
        (
            "Alle møtene varte fra kl. 18 til kl. 20.",
            "from=fra kl. 18 til kl. 20",
        ),
        (
            "Vi møtes alltid kl. 18.30–20 i Grendehuset.",
            "from=kl. 18.30–20",
        ),
        (
            "Alle møtene varte fra kl. 18 til kl. 20, unntatt det siste.",
            "",
        ),
        ("Alle møtene i høst var kl. 18-20", ""),
        ("Vi møttes stort sett alltid kl. 18-20", ""),
        (
            "Kari Nordlys, Havnegata 1, 5430 Bremnes, ledet alle treffene",
            "leader=Kari Nordlys, Havnegata 1, 5430 Bremnes",
        ),
        (
            "Det er jeg, Kari Nordlys (tlf. 900 00 001), som har ledet alt",
            "leader=Kari Nordlys (tlf. 900 00 001)",
        ),
        (
            "Alle treff ble ledet av Kari Nordlys.",
            "leader=Kari Nordlys",
        ),
        ("Styret har ledet alle møtene", ""),
        ("Takk til alle som kom kl. 18", ""),
        ("Ansvarlig: Kari Nordlys", "leader=Kari Nordlys?"),
        ("Ledende likeperson: Kari Nordlys", "leader=Kari Nordlys"),
        ("Tid: kl. 18-20", "from=kl. 18-20?"),
        ("Tid, alle møter: kl. 18-20", "from=kl. 18-20"),
    ];
    for (text, wanted) in cases {
        let form = FormId::Activities;
        let found = labelled(text, form).map_or_else(|| sentences(text, form), |one| vec![one]);
        let shown: Vec<String> = found
            .iter()
            .map(|said| {
                let doubt = if said.of_all { "" } else { "?" };
                format!(
                    "{}={}{doubt}",
                    said.field.key(),
                    said.value.unwrap_or_default()
                )
            })
            .collect();
        assert_eq!(shown.join("|"), wanted, "{text}");
    }
}
