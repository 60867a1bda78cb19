//! Fires when the file is another kind of file.

use samlerapport_ingest::{FaultKind, LooksLike};

use super::speak_of_file;
use crate::remarks::Remarks;
use crate::rule::{Basis, Rule, Scope, Severity, Words};
use crate::scene::Scene;

pub(crate) static RULE: Rule = Rule {
    name: "file_not_spreadsheet",
    code: "K003",
    title: Words {
        nb: "Filen er ikke et regneark",
        nn: "Fila er ikkje eit rekneark",
    },
    why: Words {
        nb: "Vi leser skjemaene som regneark, så vi trenger radene som tekst og tall.",
        nn: "Vi les skjema som rekneark, så vi treng radene som tekst og tal.",
    },
    remedy: Words {
        nb: "Send skjemaet som regneark (.xlsx, .xls eller .ods). En skannet side kan følge med ved siden av.",
        nn: "Send skjemaet som rekneark (.xlsx, .xls eller .ods). Ei skanna side kan følgje med ved sida av.",
    },
    scope: Scope::Report,
    severity: Severity::Error,
    mendable: true,
    since: 2023,
    trial: false,
    rests_on: Basis::Fact,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    speak_of_file(scene, remarks, |kind| {
        if *kind == FaultKind::TooDeep {
            return Some(TOO_DEEP);
        }
        let FaultKind::NotASpreadsheet(looks) = kind else {
            return None;
        };
        let mut messages = MESSAGES.iter();
        messages.find_map(|(like, words)| (like == looks).then_some(*words))
    });
}

const TOO_DEEP: Words = Words {
    nb: "Filen er pakket i for mange lag. Legg skjemaet rett i e-posten.",
    nn: "Fila er pakka i for mange lag. Legg skjemaet rett i e-posten.",
};

/// An old Excel file has a rule of its own, since its remedy differs.
const MESSAGES: &[(LooksLike, Words)] = &[
    (
        LooksLike::Picture,
        Words {
            nb: "Filen er et bilde.",
            nn: "Fila er eit bilete.",
        },
    ),
    (
        LooksLike::Pdf,
        Words {
            nb: "Filen er en PDF.",
            nn: "Fila er ein PDF.",
        },
    ),
    (
        LooksLike::TextDocument,
        Words {
            nb: "Filen er et tekstdokument.",
            nn: "Fila er eit tekstdokument.",
        },
    ),
    (
        LooksLike::Presentation,
        Words {
            nb: "Filen er en presentasjon.",
            nn: "Fila er ein presentasjon.",
        },
    ),
    (
        LooksLike::WebPage,
        Words {
            nb: "Filen er en nettside.",
            nn: "Fila er ei nettside.",
        },
    ),
    (
        LooksLike::PlainText,
        Words {
            nb: "Filen er ren tekst.",
            nn: "Fila er rein tekst.",
        },
    ),
    (
        LooksLike::Email,
        Words {
            nb: "E-posten har ingen regneark ved seg.",
            nn: "E-posten har ingen rekneark ved seg.",
        },
    ),
    (
        LooksLike::Winmail,
        Words {
            nb: "Filen er en winmail.dat, som Outlook lager når e-posten sendes som rik tekst. Vi får ikke åpnet den.",
            nn: "Fila er ein winmail.dat, som Outlook lagar når e-posten blir send som rik tekst. Vi får ikkje opna henne.",
        },
    ),
    (
        LooksLike::Zip,
        Words {
            nb: "Zip-filen inneholder ingen regneark.",
            nn: "Zip-fila inneheld ingen rekneark.",
        },
    ),
    (
        LooksLike::Archive,
        Words {
            nb: "Filen er et komprimert arkiv (.7z, .rar eller lignende), som vi ikke åpner.",
            nn: "Fila er eit komprimert arkiv (.7z, .rar eller liknande), som vi ikkje opnar.",
        },
    ),
    (
        LooksLike::Numbers,
        Words {
            nb: "Filen er laget i Numbers.",
            nn: "Fila er laga i Numbers.",
        },
    ),
    (
        LooksLike::Unknown,
        Words {
            nb: "Vi kjenner ikke igjen filtypen.",
            nn: "Vi kjenner ikkje att filtypen.",
        },
    ),
];
