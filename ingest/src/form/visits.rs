//! Form 5: one peer supporter's own log of visits and meetings (PEF).

use super::{Field, Form, FormId, Item, Kind, Table, activity, heading, signature};

pub(super) static FORM: Form = Form {
    id: FormId::Visits,
    version: 1,
    title: "Likepersonens oversikt over besøk og møter",
    title_nn: "Oversikt frå likepersonen over besøk og møte",
    other_titles: &[
        "Oversikt over besøk og møter",
        "Oversikt over besøk og møte",
        "Likepersonens oversikt over besøk",
        "Besøksoversikt",
        "Besøksliste",
        "Likepersonens logg",
        "Likepersonens rapport",
    ],
    guidance: &[
        "Hver likeperson fyller ut sitt eget skjema, med én rad for hvert besøk eller møte.",
        "Skriv aldri navnet på den du besøkte. Du skriver selv under og daterer.",
    ],
    guidance_nn: &[
        "Kvar likeperson fyller ut sitt eige skjema, med ei rad for kvart besøk eller møte.",
        "Skriv aldri namnet på den du vitja. Du skriv sjølv under og daterer.",
    ],
    fields: &[
        heading::CHAPTER_NAME,
        heading::ORGANISATION_NUMBER,
        heading::COUNTY,
        heading::MUNICIPALITY,
        heading::BASIS_YEAR,
        heading::CONTACT_EMAIL,
        PERSON_NAME,
        ADDRESS,
        PHONE,
    ],
    table: Some(Table {
        title: "Besøk og møter",
        title_nn: "Besøk og møte",
        columns: &[
            activity::DATE,
            CONTACT_KIND,
            VENUE,
            activity::FROM,
            activity::TO,
            activity::HOURS,
            PARTICIPANTS,
            THEME,
        ],
        blank_rows: 45,
    }),
    signatures: &[signature::PEER_SUPPORTER],
};

const PERSON_NAME: Item = Item {
    field: Field::PersonName,
    label: "Likepersonens navn",
    label_nn: "Namnet på likepersonen",
    synonyms: &[
        "Navn på likeperson",
        "Navn på likepersonen",
        "Namn på likeperson",
        "Namn på likepersonen",
        "Likepersonens namn",
        "Likeperson",
        "Likepersonen",
        "Navn",
        "Namn",
        "Mitt navn",
        "Navnet på likepersonen",
        "Navn likeperson",
        "Namn likeperson",
        "Likeperson (navn)",
        "Likeperson (namn)",
        "Likepersonens fulle navn",
        "Likepersonens navn og adresse",
        "Fullt navn",
        "Fullt namn",
        "Navnet mitt",
        "Namnet mitt",
        "Mitt namn",
        "Ditt navn",
        "Ditt namn",
        "Jeg heter",
        "Eg heiter",
        "Fornavn og etternavn",
        "Førenamn og etternamn",
        "For- og etternavn",
        "For- og etternamn",
        "Utfylt av",
        "Utfylt av likeperson",
        "Ført av",
        "Logg for",
        "Logg ført av",
        "Besøker",
        "Besøkerens navn",
        "Besøksvenn",
    ],
    kind: Kind::Text,
    required: true,
    help: "Skriv fornavnet og etternavnet ditt.",
    help_nn: "Skriv førenamnet og etternamnet ditt.",
};

const ADDRESS: Item = Item {
    help: "Skriv adressen din, med postnummer og sted.",
    help_nn: "Skriv adressa di, med postnummer og stad.",
    ..activity::ADDRESS
};

const PHONE: Item = Item {
    help: "Skriv telefonnummeret ditt.",
    help_nn: "Skriv telefonnummeret ditt.",
    ..activity::PHONE
};

const CONTACT_KIND: Item = Item {
    field: Field::ContactKind,
    label: "Form",
    label_nn: "Form",
    synonyms: &[
        "Kontaktform",
        "Form for kontakt",
        "Type",
        "Type kontakt",
        "Type møte",
        "Møteform",
        "Hva slags kontakt",
        "Kva slags kontakt",
        "Besøk/telefon",
    ],
    kind: Kind::Choice(&[
        "besøk",
        "telefon",
        "en-til-en",
        "samtalegruppe",
        "selvhjelpsgruppe",
    ]),
    required: true,
    help: "Velg i listen hva slags kontakt det var.",
    help_nn: "Vel i lista kva slags kontakt det var.",
};

const VENUE: Item = Item {
    field: Field::Venue,
    label: "Sted",
    label_nn: "Stad",
    synonyms: &[
        "Stedet",
        "Staden",
        "Hvor",
        "Kvar",
        "Møtested",
        "Møtestad",
        "Sted for besøket",
        "Lokale",
    ],
    kind: Kind::Text,
    required: false,
    help: "Skriv hvor dere møttes, for eksempel sykehuset. Skriv aldri hjemmeadressen til den du besøkte.",
    help_nn: "Skriv kvar de møttest, til dømes sjukehuset. Skriv aldri heimeadressa til den du vitja.",
};

// A visit has one other, so its number may stay empty.
const PARTICIPANTS: Item = Item {
    required: false,
    help: "Skriv hvor mange som deltok i gruppen, med tall. Feltet kan stå tomt for besøk og samtaler.",
    help_nn: "Skriv kor mange som deltok i gruppa, med tal. Feltet kan stå tomt for besøk og samtalar.",
    ..activity::PARTICIPANTS
};

// The theme is Mental Helse's house rule; the law and PEF do not ask for it.
const THEME: Item = Item {
    required: false,
    help: "Skriv kort hva dere snakket om. Skriv aldri navnet på den du besøkte.",
    help_nn: "Skriv kort kva de snakka om. Skriv aldri namnet på den du vitja.",
    ..activity::THEME
};
