//! Form 4: the chapter's active peer supporters (§ 13).

use super::{Field, Form, FormId, Item, Kind, Table, heading, signature};

pub(super) static FORM: Form = Form {
    id: FormId::PeerSupporters,
    version: 1,
    title: "Oversikt over aktive likepersoner",
    title_nn: "Oversikt over aktive likepersonar",
    other_titles: &[
        "Oversikt over likepersoner",
        "Oversikt over likepersonar",
        "Oversikt likepersoner",
        "Oversikt aktive likepersoner",
        "Liste over aktive likepersoner",
        "Liste over likepersoner",
        "Aktive likepersoner",
        "Likepersonsoversikt",
        "Oversikt over aktive likemenn",
    ],
    guidance: &[
        "Før opp alle som gjorde likepersonsarbeid for laget i grunnlagsåret. Arbeidet skal være ulønnet.",
        "Leder skriver under og daterer. Skriv aldri fødselsnummer.",
    ],
    guidance_nn: &[
        "Før opp alle som gjorde likepersonsarbeid for laget i grunnlagsåret. Arbeidet skal vere ulønt.",
        "Leiar skriv under og daterer. Skriv aldri fødselsnummer.",
    ],
    fields: &[
        heading::CHAPTER_NAME,
        heading::ORGANISATION_NUMBER,
        heading::COUNTY,
        heading::MUNICIPALITY,
        heading::BASIS_YEAR,
        heading::CONTACT_EMAIL_BESIDE_PERSONS,
    ],
    table: Some(Table {
        title: "Aktive likepersoner",
        title_nn: "Aktive likepersonar",
        columns: &[
            NAME,
            ADDRESS,
            POSTCODE,
            CITY,
            PHONE,
            EMAIL,
            APPOINTED,
            ACTIVE,
            UNPAID,
            COURSE_DATE,
            CONFIDENTIALITY_DATE,
        ],
        blank_rows: 30,
    }),
    signatures: &[signature::LEADER_OR_DEPUTY],
};

const NAME: Item = Item {
    field: Field::Name,
    label: "Navn",
    label_nn: "Namn",
    synonyms: &[
        "Fullt navn",
        "Fullt namn",
        "Navn på likeperson",
        "Namn på likeperson",
        "Likepersonens navn",
        "Likeperson",
        "Fornavn og etternavn",
        "Førenamn og etternamn",
        "Etternavn, fornavn",
    ],
    kind: Kind::Text,
    required: true,
    help: "Skriv fornavn og etternavn.",
    help_nn: "Skriv førenamn og etternamn.",
};

const ADDRESS: Item = Item {
    field: Field::Address,
    label: "Adresse",
    label_nn: "Adresse",
    synonyms: &[
        "Adr.",
        "Gateadresse",
        "Postadresse",
        "Privatadresse",
        "Bostedsadresse",
    ],
    kind: Kind::Text,
    required: true,
    help: "Skriv gate eller vei med nummer.",
    help_nn: "Skriv gate eller veg med nummer.",
};

const POSTCODE: Item = Item {
    field: Field::Postcode,
    label: "Postnr.",
    label_nn: "Postnr.",
    synonyms: &["Postnr", "Postnummer", "Post nr", "P.nr.", "Pnr"],
    kind: Kind::Postcode,
    required: false,
    help: "Skriv fire sifre, for eksempel 0115.",
    help_nn: "Skriv fire siffer, til dømes 0115.",
};

const CITY: Item = Item {
    field: Field::City,
    label: "Poststed",
    label_nn: "Poststad",
    synonyms: &["Sted", "Stad", "By", "Postadresse sted", "Bosted"],
    kind: Kind::Text,
    required: false,
    help: "Skriv poststedet.",
    help_nn: "Skriv poststaden.",
};

const PHONE: Item = Item {
    field: Field::Phone,
    label: "Telefon",
    label_nn: "Telefon",
    synonyms: &[
        "Tlf",
        "Tlf.nr.",
        "Tlfnr",
        "Telefonnr.",
        "Telefonnummer",
        "Mobil",
        "Mob.",
        "Mobilnr.",
        "Mobilnummer",
        "Mobiltelefon",
    ],
    kind: Kind::Phone,
    required: true,
    help: "Skriv åtte sifre.",
    help_nn: "Skriv åtte siffer.",
};

const EMAIL: Item = Item {
    field: Field::Email,
    label: "E-post",
    label_nn: "E-post",
    synonyms: &[
        "Epost",
        "E-postadresse",
        "Epostadresse",
        "E-mail",
        "Mail",
        "Mailadresse",
    ],
    kind: Kind::Email,
    required: false,
    help: "Skriv e-postadressen hvis likepersonen har en.",
    help_nn: "Skriv e-postadressa om likepersonen har ei.",
};

const APPOINTED: Item = Item {
    field: Field::Appointed,
    label: "Oppnevnt dato",
    label_nn: "Oppnemnd dato",
    synonyms: &[
        "Oppnevnt",
        "Oppnemnd",
        "Oppnevningsdato",
        "Dato oppnevnt",
        "Dato for oppnevning",
        "Dato for oppnemning",
        "Utnevnt",
        "Utnevnt dato",
        "Valgt dato",
        "Likeperson fra",
        "Likeperson siden",
        "Likeperson sidan",
    ],
    kind: Kind::Date,
    required: true,
    help: "Skriv datoen da likepersonen ble oppnevnt, for eksempel 12.02.2024.",
    help_nn: "Skriv datoen då likepersonen vart oppnemnd, til dømes 12.02.2024.",
};

const ACTIVE: Item = Item {
    field: Field::Active,
    label: "Gjennomført aktivitet i året",
    label_nn: "Gjennomført aktivitet i året",
    synonyms: &[
        "Gjennomført aktivitet",
        "Gjennomførte aktivitet i året",
        "Aktivitet i året",
        "Hatt aktivitet i året",
        "Aktiv i året",
        "Aktiv",
        "Gjennomført minst én aktivitet",
    ],
    kind: Kind::YesNo,
    required: true,
    help: "Svar Ja hvis likepersonen gjennomførte minst én aktivitet i året.",
    help_nn: "Svar Ja om likepersonen gjennomførte minst éin aktivitet i året.",
};

const UNPAID: Item = Item {
    field: Field::Unpaid,
    label: "Ulønnet",
    label_nn: "Ulønt",
    synonyms: &[
        "Ulønna",
        "Frivillig",
        "Frivillig (ulønnet)",
        "Ulønnet arbeid",
        "Uten lønn",
        "Utan løn",
    ],
    kind: Kind::YesNo,
    required: true,
    help: "Svar Ja hvis arbeidet var ulønnet.",
    help_nn: "Svar Ja om arbeidet var ulønt.",
};

const COURSE_DATE: Item = Item {
    field: Field::CourseDate,
    label: "Likepersonkurs dato",
    label_nn: "Likepersonkurs dato",
    synonyms: &[
        "Likepersonkurs",
        "Likepersonskurs",
        "Likepersonskurs dato",
        "Dato for likepersonkurs",
        "Dato for likepersonskurs",
        "Kursdato",
        "Kurs",
        "Kurs dato",
        "Gjennomført kurs",
    ],
    kind: Kind::Date,
    required: false,
    help: "Skriv datoen for likepersonkurset. La feltet stå tomt hvis kurset ikke er tatt.",
    help_nn: "Skriv datoen for likepersonkurset. Lat feltet stå tomt om kurset ikkje er teke.",
};

const CONFIDENTIALITY_DATE: Item = Item {
    field: Field::ConfidentialityDate,
    label: "Taushetserklæring dato",
    label_nn: "Teieplikt dato",
    synonyms: &[
        "Taushetserklæring",
        "Dato for taushetserklæring",
        "Taushetsløfte",
        "Taushetsløfte dato",
        "Taushetsplikt",
        "Taushetsplikt dato",
        "Teieplikt",
        "Teieløfte",
        "Teieerklæring",
        "Teieerklæring dato",
        "Signert taushetserklæring",
    ],
    kind: Kind::Date,
    required: false,
    help: "Skriv datoen da taushetserklæringen ble underskrevet.",
    help_nn: "Skriv datoen då erklæringa om teieplikt vart underskriven.",
};
