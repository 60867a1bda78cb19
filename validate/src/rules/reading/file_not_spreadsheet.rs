//! Fires when the file is another kind of file.

use samlerapport_ingest::{FaultKind, LooksLike};

use super::speak_of_file;
use crate::remarks::Remarks;
use crate::rule::{Rule, Scope, Severity, Words};
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
    law: false,
    check,
};

fn check(scene: &Scene<'_>, remarks: &mut Remarks<'_>) {
    speak_of_file(scene, remarks, |kind| {
        let FaultKind::NotASpreadsheet(looks) = kind else {
            return None;
        };
        let mut messages = MESSAGES.iter();
        messages.find_map(|(like, words)| (like == looks).then_some(*words))
    });
}

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
            nb: "Filen er en e-post.",
            nn: "Fila er ein e-post.",
        },
    ),
    (
        LooksLike::Archive,
        Words {
            nb: "Filen er et komprimert arkiv.",
            nn: "Fila er eit komprimert arkiv.",
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
