//! What is found and what is masked, as tables. All numbers are of the synthetic series.

use samlerapport_ingest::{Field, FormId};

use super::{Kind, mask, mask_numbers, numbers};

#[test]
fn numbers_of_persons_and_accounts_are_masked_however_they_are_typed() {
    for (text, expected) in [
        ("01829910140", "[nummer skjult]"),
        ("018299 10140", "[nummer skjult]"),
        ("018299\u{a0}10140", "[nummer skjult]"),
        ("018299-10140", "[nummer skjult]"),
        ("01.82.99 10140", "[nummer skjult]"),
        ("1829910140", "[nummer skjult]"),
        ("18299 10140", "[nummer skjult]"),
        ("Kari (f. 01829910140) kom", "Kari (f. [nummer skjult]) kom"),
        (
            "01829910140, 52829910063",
            "[nummer skjult], [nummer skjult]",
        ),
        // D-number, and the series that add 40 and 65 to the month.
        ("52829910063", "[nummer skjult]"),
        ("04526510084", "[nummer skjult]"),
        ("03679810080", "[nummer skjult]"),
        // A wrong control, a day and a month that are not there.
        ("01829910141", "01829910141"),
        ("00829910140", "00829910140"),
        // Accounts.
        ("konto 9700.00.00128", "konto [nummer skjult]"),
        ("9700 00 00128", "[nummer skjult]"),
        ("97000000128", "[nummer skjult]"),
        ("97000000129", "97000000129"),
        // What has as many digits and is something else.
        ("+47 01829910140", "+47 [nummer skjult]"),
        ("4740000101", "4740000101"),
        ("310200417", "310200417"),
        ("14.01.2025-16.01.2025", "14.01.2025-16.01.2025"),
        ("kl. 18.00-20.30", "kl. 18.00-20.30"),
        ("", ""),
    ] {
        assert_eq!(mask_numbers(text), expected, "{text}");
    }
}

#[test]
fn addresses_and_telephones_are_masked_in_free_text_alone() {
    for (text, expected) in [
        (
            "Meld deg på til ase@post.example.",
            "Meld deg på til [e-post skjult].",
        ),
        ("Åse-Marie.bø@sub.post.example", "[e-post skjult]"),
        ("@gruppa møttes", "@gruppa møttes"),
        ("ring 400 00 101", "ring [telefon skjult]"),
        ("ring +47 400 00 101 nå", "ring +47 [telefon skjult] nå"),
        ("+4740000101", "+[telefon skjult]"),
        ("40 00 01 01", "[telefon skjult]"),
        ("40000101", "[telefon skjult]"),
        ("0047 40000101", "0047 [telefon skjult]"),
        // Dates, years, times and counts.
        ("21032025", "21032025"),
        ("20250321", "20250321"),
        ("2024 2025", "2024 2025"),
        ("2000-2200", "2000-2200"),
        ("12 03 2025 14", "12 03 2025 14"),
        ("10 20 30 40", "10 20 30 40"),
    ] {
        assert_eq!(
            mask(FormId::Activities, Field::Theme, text),
            expected,
            "{text}"
        );
    }
    for (field, text) in [
        (Field::Phone, "400 00 101"),
        (Field::Email, "ase@post.example"),
        (Field::ContactEmail, "lag@post.example"),
        (Field::Leader, "Åse Bråthen, 400 00 101"),
    ] {
        assert_eq!(mask(FormId::Activities, field, text), text, "{field:?}");
    }
    assert_eq!(
        mask(
            FormId::PeerSupporters,
            Field::Phone,
            "400 00 101 / 01829910140"
        ),
        "400 00 101 / [nummer skjult]"
    );
}

#[test]
fn a_name_is_masked_where_the_sentence_tells_a_diagnosis() {
    for (text, expected) in [
        (
            "Kari Lund har bipolar lidelse",
            "[navn skjult] har bipolar lidelse",
        ),
        ("Åse slet med angst", "[navn skjult] slet med angst"),
        (
            "Ole fortalte om sin depresjon",
            "[navn skjult] fortalte om sin depresjon",
        ),
        (
            "Ola fekk ADHD i vaksen alder",
            "[navn skjult] fekk ADHD i vaksen alder",
        ),
        ("Karis angst", "[navn skjult] angst"),
        ("Kari sin angst", "[navn skjult] sin angst"),
        ("Angsten til Kari", "Angsten til [navn skjult]"),
        (
            "Per er alvorlig deprimert",
            "[navn skjult] er alvorlig deprimert",
        ),
        // A theme is nobody's, and a lecturer may be named.
        ("Angst", "Angst"),
        ("Å leve med angst", "Å leve med angst"),
        (
            "Foredrag om angst ved Kari Lund",
            "Foredrag om angst ved Kari Lund",
        ),
        ("Kari Lund fortalte om angst", "Kari Lund fortalte om angst"),
        ("Kari har foredrag om angst", "Kari har foredrag om angst"),
        ("Kari var med, tema angst", "Kari var med, tema angst"),
        (
            "Innleder: Kari Lund. Har du angst?",
            "Innleder: Kari Lund. Har du angst?",
        ),
        ("Lagets kveld om depresjon", "Lagets kveld om depresjon"),
    ] {
        assert_eq!(
            mask(FormId::Activities, Field::Theme, text),
            expected,
            "{text}"
        );
    }
}

#[test]
fn the_names_of_those_visited_are_masked_in_the_log_alone() {
    for (text, expected) in [
        ("Besøk hos Kari", "Besøk hos [navn skjult]"),
        (
            "Kari Lund trengte noen å snakke med",
            "[navn skjult] trengte noen å snakke med",
        ),
        ("Samtale med Ole H.", "Samtale med [navn skjult]."),
        // Places and words.
        ("Olav Tryggvasons gate 5", "Olav Tryggvasons gate 5"),
        ("hos Maria kirke", "hos Maria kirke"),
        ("Hamar", "Hamar"),
        ("Å leve med smerter", "Å leve med smerter"),
        ("Livet etter Kari", "Livet etter Kari"),
    ] {
        assert_eq!(mask(FormId::Visits, Field::Theme, text), expected, "{text}");
        assert_eq!(mask(FormId::Activities, Field::Theme, text), text, "{text}");
    }
}

#[test]
fn from_2032_the_first_control_may_leave_three_over() {
    for (text, expected) in [
        ("01829910140", Kind::Identity),
        ("01825050058", Kind::Identity),
        ("01825050066", Kind::Identity),
        ("01825050074", Kind::Identity),
        // Four over: its last digit is that of an account.
        ("01825050082", Kind::Account),
        ("97000000128", Kind::Account),
    ] {
        let kinds: Vec<_> = numbers(text).iter().map(|found| found.kind).collect();
        assert_eq!(kinds, [expected], "{text}");
    }
}

#[test]
fn a_name_is_found_behind_any_sign() {
    for sign in [" ", "\u{a0}", "–", "…", "«", "/", "\u{2009}", "(", "\n"] {
        let text = format!("hjemme hos{sign}Kari Nordmann");
        let masked = mask(FormId::Visits, Field::Venue, &text);
        assert!(!masked.contains("Nordmann"), "{text:?} became {masked:?}");
    }
}
