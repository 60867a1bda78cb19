//! What comes out of messages and archives, told in one line for each reading.

mod made;

use made::{Attached, base64, form, msg, python, thunderbird, zip};

use crate::fault::FaultKind;
use crate::form::FormId;
use crate::report::{Evidence, Reading};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj";
const PICTURE: &[u8] = b"\x89PNG\r\n\x1A\n....";
const CHAPTER: &str = "laget@lag.example";

/// Each reading as `part: form evidence` or `part: fault`.
fn told(bytes: &[u8]) -> Vec<String> {
    let tell = |reading: &Reading| {
        let part = reading.part.as_deref().unwrap_or("filen");
        match &reading.report {
            Some(report) => {
                let evidence = report.signatures.iter().map(|signature| signature.evidence);
                let evidence = evidence.max().unwrap_or(Evidence::None).key();
                format!("{part}: {} {evidence}", report.form.key())
            }
            None => format!("{part}: {:?}", reading.faults[0].kind),
        }
    };
    super::read(bytes).iter().map(tell).collect()
}

/// Who is said to have sent the forms.
fn senders(bytes: &[u8]) -> Vec<Option<String>> {
    let readings = super::read(bytes).into_iter();
    readings.map(|reading| reading.claimed_sender).collect()
}

#[test]
fn a_message_gives_its_attached_forms() {
    let activities = form(FormId::Activities);
    let places = form(FormId::MeetingPlace);
    let attached = [
        ("Møteplass på Røst.xlsx", &*places),
        ("b.xlsx", &activities),
    ];
    for bytes in [
        python(CHAPTER, &attached),
        thunderbird(CHAPTER, &attached),
        msg(
            CHAPTER,
            &attached.map(|(name, bytes)| Attached::File(name, bytes)),
        ),
    ] {
        assert_eq!(
            told(&bytes),
            [
                "Møteplass på Røst.xlsx: moteplass none",
                "b.xlsx: aktiviteter none"
            ]
        );
        assert_eq!(senders(&bytes), vec![Some(CHAPTER.to_owned()); 2]);
    }
}

#[test]
fn a_message_that_was_passed_on_keeps_its_first_sender() {
    let visits = form(FormId::Visits);
    let inner = python(CHAPTER, &[("besøk.xlsx", &visits)]);
    let in_outlook = msg(
        "randi@samtalen.example",
        &[Attached::Message(
            "Skjema",
            CHAPTER,
            &[Attached::File("besøk.xlsx", &visits)],
        )],
    );
    for (bytes, message) in [
        (
            made::forwarded("randi@samtalen.example", &inner),
            "Skjema.eml",
        ),
        (
            python("randi@samtalen.example", &[("Skjema.eml", &inner)]),
            "Skjema.eml",
        ),
        (in_outlook, "Skjema"),
    ] {
        assert_eq!(
            told(&bytes),
            [format!("besøk.xlsx i {message}: besok none")]
        );
        assert_eq!(senders(&bytes), [Some(CHAPTER.to_owned())]);
    }
}

#[test]
fn a_page_speaks_for_the_form_of_its_name_or_for_all_beside_it() {
    let activities = &*form(FormId::Activities);
    let places = &*form(FormId::MeetingPlace);
    assert_eq!(
        told(&zip(&[
            ("Røst/a.xlsx", activities),
            ("Røst/m.xlsx", places),
            ("Røst/A.pdf", PDF),
            ("Værøy/m.xlsx", places),
        ])),
        [
            "a.xlsx i Røst: aktiviteter scan",
            "m.xlsx i Røst: moteplass none",
            "m.xlsx i Værøy: moteplass none",
        ]
    );
    assert_eq!(
        told(&python(
            CHAPTER,
            &[
                ("a.xlsx", activities),
                ("m.xlsx", places),
                ("IMG_2041.jpg", PICTURE)
            ]
        )),
        ["a.xlsx: aktiviteter scan", "m.xlsx: moteplass scan"]
    );
    assert_eq!(
        told(&zip(&[("a.xlsx", activities), ("Skann/side.pdf", PDF)])),
        [
            "a.xlsx: aktiviteter none",
            "side.pdf i Skann: NotASpreadsheet(Pdf)"
        ]
    );
}

#[test]
fn a_letterhead_is_no_page() {
    let activities = &*form(FormId::Activities);
    let drawn = made::with_letterhead(CHAPTER, PICTURE, ("a.xlsx", activities));
    assert_eq!(told(&drawn), ["a.xlsx: aktiviteter none"]);
    let in_outlook = msg(
        CHAPTER,
        &[
            Attached::Drawn("logo.png", PICTURE),
            Attached::File("image001.png", PICTURE),
            Attached::File("a.xlsx", activities),
        ],
    );
    assert_eq!(told(&in_outlook), ["a.xlsx: aktiviteter none"]);
}

#[test]
fn what_holds_no_form_says_what_it_is() {
    let winmail = b"\x78\x9F\x3E\x22\x01\x00\x06\x90";
    let seven = b"7z\xBC\xAF\x27\x1C\x00\x04....";
    for (bytes, expected) in [
        (python(CHAPTER, &[]), "filen: NotASpreadsheet(Email)"),
        (msg(CHAPTER, &[]), "filen: NotASpreadsheet(Email)"),
        (zip(&[]), "filen: NotASpreadsheet(Zip)"),
        (zip(&[("Røst/", b"")]), "filen: NotASpreadsheet(Zip)"),
        (
            python(CHAPTER, &[("winmail.dat", winmail)]),
            "winmail.dat: NotASpreadsheet(Winmail)",
        ),
        (
            zip(&[("alt.7z", seven)]),
            "alt.7z: NotASpreadsheet(Archive)",
        ),
        (
            python(CHAPTER, &[("side.pdf", PDF)]),
            "side.pdf: NotASpreadsheet(Pdf)",
        ),
        (
            zip(&[("brev.txt", b"Hei!")]),
            "brev.txt: NotASpreadsheet(PlainText)",
        ),
        (made::locked(), "filen: EncryptedArchive"),
    ] {
        assert_eq!(told(&bytes), [expected]);
    }
}

#[test]
fn covering_letters_and_what_programs_leave_are_passed_over() {
    let activities = &*form(FormId::Activities);
    assert_eq!(
        told(&zip(&[
            ("__MACOSX/._a.xlsx", b"...."),
            ("Thumbs.db", b"...."),
            ("les meg.txt", b"Her er skjemaet."),
            ("liste.csv", b"Dato;Tema"),
            ("brev.docx", &zip(&[("word/document.xml", b"<w/>")])),
            ("a.xlsx", activities),
        ])),
        [
            "liste.csv: NotASpreadsheet(PlainText)",
            "brev.docx: NotASpreadsheet(TextDocument)",
            "a.xlsx: aktiviteter none",
        ]
    );
}

#[test]
fn names_are_harmless_wherever_they_came_from() {
    let activities = &*form(FormId::Activities);
    for (name, harmless) in [
        ("../../etc/a.xlsx", "a.xlsx i etc"),
        ("/tmp/a.xlsx", "a.xlsx i tmp"),
        ("C:\\Røst\\a.xlsx", "a.xlsx i Røst"),
        ("=cmd|' /C calc'!A0.xlsx", "C calc'!A0.xlsx i _=cmd_'"),
        ("a\u{202e}xslx.xlsx", "axslx.xlsx"),
        ("r\u{2028}st.xlsx", "rst.xlsx"),
        // As Windows writes it, in the code page of western Europe.
        ("m¢teplass.xlsx", "møteplass.xlsx"),
    ] {
        assert_eq!(
            told(&zip(&[(name, activities)])),
            [format!("{harmless}: aktiviteter none")]
        );
    }
}

#[test]
fn what_is_packed_too_deep_or_too_large_is_told_and_the_rest_read() {
    let activities = form(FormId::Activities);
    let mut deep = activities.clone();
    for _ in 0..3 {
        deep = zip(&[("a.zip", &deep)]);
    }
    assert_eq!(told(&deep), ["a.zip i a.zip i a.zip: aktiviteter none"]);
    let deeper = zip(&[("a.zip", &deep), ("b.xlsx", &activities)]);
    assert_eq!(
        told(&deeper),
        ["a.zip i a.zip i a.zip: TooDeep", "b.xlsx: aktiviteter none"]
    );
    let bomb = zip(&[("bombe.zip", &made::bomb()), ("b.xlsx", &activities)]);
    assert_eq!(
        told(&bomb),
        ["bombe.zip: TooLarge", "b.xlsx: aktiviteter none"]
    );
    let name = |nth: usize| format!("{nth}.xlsx");
    let many: Vec<_> = (0..600).map(|nth| (name(nth), PDF)).collect();
    let many: Vec<_> = many.iter().map(|(name, bytes)| (&**name, *bytes)).collect();
    let told = told(&zip(&many));
    assert_eq!(told.last().map(String::as_str), Some("filen: TooLarge"));
}

#[test]
fn a_broken_container_is_answered() {
    let activities = form(FormId::Activities);
    let attached = [("a.xlsx", &*activities)];
    for whole in [
        python(CHAPTER, &attached),
        msg(CHAPTER, &[Attached::File("a.xlsx", &activities)]),
        zip(&attached),
    ] {
        for length in (9..whole.len()).step_by(whole.len() / 40) {
            for reading in super::read(&whole[..length]) {
                assert!(reading.report.is_none() && !reading.faults.is_empty());
            }
            let mut changed = whole.clone();
            changed[length] ^= 0x55;
            assert!(!super::read(&changed).is_empty());
        }
    }
}

#[test]
fn a_message_quotes_its_text_without_harm() {
    // A semicolon list in quoted-printable, as Thunderbird sends it.
    let text = "Dato;Tema\r\n12.06.2025;=C3=85 bli h=C3=B8rt\r\n";
    let bytes = made::quoted(CHAPTER, "liste.csv", text);
    assert_eq!(told(&bytes), ["liste.csv: NotASpreadsheet(PlainText)"]);
    assert_eq!(base64(b"Hei!"), "SGVpIQ==\r\n");
    let refused = Reading::refused(FaultKind::Empty);
    assert_eq!((refused.part, refused.claimed_sender), (None, None));
}
