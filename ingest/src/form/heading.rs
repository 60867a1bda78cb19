//! What every form carries: which chapter, where, which year, whom to answer.

use super::{Field, Item, Kind};

pub(super) const CHAPTER_NAME: Item = Item {
    field: Field::ChapterName,
    label: "Lagets navn",
    label_nn: "Namnet på laget",
    synonyms: &[
        "Navn på laget",
        "Navn på lag",
        "Navn på lokallag",
        "Navn på lokallaget",
        "Namn på lag",
        "Namn på lokallag",
        "Namnet på lokallaget",
        "Lokallagets navn",
        "Lagets namn",
        "Lagsnavn",
        "Lagnamn",
        "Lag",
        "Laget",
        "Lokallag",
        "Lokallaget",
        "Lokalforening",
        "Lokalavdeling",
        "Forening",
        "Fylkeslag",
        "Navn på fylkeslag",
    ],
    kind: Kind::Text,
    required: true,
    help: "Skriv lagets fulle navn.",
    help_nn: "Skriv det fulle namnet på laget.",
};

pub(super) const ORGANISATION_NUMBER: Item = Item {
    field: Field::OrganisationNumber,
    label: "Organisasjonsnummer",
    label_nn: "Organisasjonsnummer",
    synonyms: &[
        "Org.nr.",
        "Orgnr",
        "Org.nummer",
        "Organisasjonsnr.",
        "Lagets organisasjonsnummer",
        "Foretaksnummer",
    ],
    kind: Kind::OrganisationNumber,
    required: false,
    help: "Skriv de ni sifrene fra Brønnøysundregistrene. La feltet stå tomt hvis laget ikke har noe nummer.",
    help_nn: "Skriv dei ni sifra frå Brønnøysundregistra. Lat feltet stå tomt om laget ikkje har noko nummer.",
};

pub(super) const COUNTY: Item = Item {
    field: Field::County,
    label: "Fylke",
    label_nn: "Fylke",
    synonyms: &["Fylkesnavn", "Fylkesnamn", "Fylkeskommune", "Lagets fylke"],
    kind: Kind::County,
    required: false,
    help: "Velg fylket i listen.",
    help_nn: "Vel fylket i lista.",
};

pub(super) const MUNICIPALITY: Item = Item {
    field: Field::Municipality,
    label: "Kommune",
    label_nn: "Kommune",
    synonyms: &[
        "Kommunenavn",
        "Kommunenamn",
        "Kommunenr.",
        "Kommunenummer",
        "Kommune(r)",
        "Kommuner",
        "Lagets kommune",
        "Hjemkommune",
    ],
    kind: Kind::Municipality,
    required: false,
    help: "Skriv navnet på kommunen der laget hører hjemme.",
    help_nn: "Skriv namnet på kommunen der laget høyrer heime.",
};

pub(super) const BASIS_YEAR: Item = Item {
    field: Field::BasisYear,
    label: "Grunnlagsår",
    label_nn: "Grunnlagsår",
    synonyms: &[
        "Rapporteringsår",
        "Rapporteringsåret",
        "Rapportår",
        "Rapport for år",
        "Rapport for året",
        "For året",
        "For år",
        "Gjelder år",
        "Gjelder året",
        "Gjeld året",
        "Årstall",
        "Årstal",
        "År",
        "Året",
    ],
    kind: Kind::Year,
    required: true,
    help: "Skriv året rapporten gjelder for, med fire sifre.",
    help_nn: "Skriv året rapporten gjeld for, med fire siffer.",
};

pub(super) const CONTACT_EMAIL: Item = Item {
    field: Field::ContactEmail,
    label: "Kontakt-e-post",
    label_nn: "Kontakt-e-post",
    synonyms: &[
        "E-post",
        "Epost",
        "E-postadresse",
        "Epostadresse",
        "E-mail",
        "Mail",
        "Mailadresse",
        "Lagets e-post",
        "Lagets e-postadresse",
        "E-post til laget",
        "E-posten til laget",
        "E-post kontaktperson",
        "Kontaktadresse e-post",
        "Kontakt e-postadresse",
    ],
    kind: Kind::Email,
    required: false,
    help: "Skriv adressen vi skal svare til.",
    help_nn: "Skriv adressa vi skal svare til.",
};

/// The same where the table has an e-mail column of its own, so that a bare
/// "E-post" is always a person's.
pub(super) const CONTACT_EMAIL_BESIDE_PERSONS: Item = Item {
    synonyms: &[
        "Lagets e-post",
        "Lagets e-postadresse",
        "E-post til laget",
        "E-posten til laget",
        "E-post kontaktperson",
        "Kontaktadresse e-post",
        "Kontakt e-postadresse",
    ],
    ..CONTACT_EMAIL
};

/// County and municipality where the law needs to know them (§ 9).
pub(super) const COUNTY_REQUIRED: Item = Item {
    required: true,
    ..COUNTY
};

pub(super) const MUNICIPALITY_REQUIRED: Item = Item {
    required: true,
    ..MUNICIPALITY
};
