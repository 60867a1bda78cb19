//! Made-up rules, one for each thing that a letter can say.

use samlerapport_validate::{Basis, Rule, Scope, Severity, Words};

/// A rule of the sample catalogue.
macro_rules! rule {
    ($code:literal, $name:literal, $scope:ident, $severity:ident, $mendable:literal,
     $title:expr, $why:expr, $remedy:expr) => {
        Rule {
            name: $name,
            code: $code,
            title: $title,
            why: $why,
            remedy: $remedy,
            scope: Scope::$scope,
            severity: Severity::$severity,
            mendable: $mendable,
            since: 2025,
            trial: false,
            rests_on: Basis::House,
            check: |_, _| {},
        }
    };
}

const fn both(nb: &'static str, nn: &'static str) -> Words {
    Words { nb, nn }
}

/// The form is unsigned: the chapter can sign it.
pub(crate) static UNSIGNED: Rule = rule!(
    "K901",
    "sample_unsigned",
    Report,
    Error,
    true,
    both("Underskrift mangler", "Underskrift manglar"),
    both("Loven krever det (§ 9).", "Lova krev det (§ 9)."),
    both(
        "Skriv under for hånd, skann siden og send den sammen med skjemaet.",
        "Skriv under for hand, skann sida og send ho saman med skjemaet."
    )
);

/// Rows lack their date: the chapter can add it.
pub(crate) static DATE: Rule = rule!(
    "K902",
    "sample_date_missing",
    Row,
    Error,
    true,
    both("Dato mangler", "Dato manglar"),
    both(
        "Dager telles en for en (§ 10).",
        "Dagar blir talde ein for ein (§ 10)."
    ),
    both(
        "Skriv inn datoen for hver gang, med dag, måned og år.",
        "Skriv inn datoen for kvar gong, med dag, månad og år."
    )
);

/// Rows that the adviser must look at.
pub(crate) static ASKED: Rule = rule!(
    "K903",
    "sample_same_day",
    Row,
    Wait,
    false,
    both("To grupper på samme dag", "To grupper på same dag"),
    both(
        "Regelen lar det stå åpent (§ 10).",
        "Regelen lèt det stå ope (§ 10)."
    ),
    both("Rådgiveren avgjør dette.", "Rådgivaren avgjer dette.")
);

/// Rows that never count.
pub(crate) static STAND: Rule = rule!(
    "K904",
    "sample_stand",
    Row,
    Error,
    false,
    both("Stand teller ikke", "Stand tel ikkje"),
    both("Husregel.", "Husregel."),
    both("Dere trenger ikke gjøre noe.", "De treng ikkje gjere noko.")
);

/// Something that is told and counted anyway.
pub(crate) static TYPED: Rule = rule!(
    "K905",
    "sample_typed_name",
    Report,
    Remark,
    true,
    both(
        "Navnet er skrevet på tastatur",
        "Namnet er skrive på tastatur"
    ),
    both("Et navn er et svakt bevis.", "Eit namn er eit svakt bevis."),
    both(
        "Skriv gjerne under for hånd neste gang.",
        "Skriv gjerne under for hand neste gong."
    )
);

/// A form that has not come.
pub(crate) static MISSING: Rule = rule!(
    "K906",
    "sample_form_missing",
    Report,
    Error,
    true,
    both("Skjema mangler", "Skjema manglar"),
    both("Alle skjemaer må med.", "Alle skjema må med."),
    both(
        "Fyll ut skjemaet og send det.",
        "Fyll ut skjemaet og send det."
    )
);
