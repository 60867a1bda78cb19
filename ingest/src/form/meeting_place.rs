//! Form 2: one meeting place, one year.

use super::{Field, Form, FormId, Item, Kind, Table, activity, heading, signature};

pub(super) static FORM: Form = Form {
    id: FormId::MeetingPlace,
    version: 1,
    title: "Likepersonsrapportering for møteplass",
    title_nn: "Likepersonsrapportering for møteplass",
    other_titles: &[
        "Likepersonrapportering for møteplass",
        "Likepersonsrapport for møteplass",
        "Likepersonsrapportering møteplass",
        "Rapport for møteplass",
        "Rapport møteplass",
        "Rapportering for møteplass",
    ],
    guidance: &[
        "Fyll ut ett skjema for hver møteplass, med én rad for hver dag den var åpen med et tema.",
        "Skriv aldri navn på deltakere. Leder skriver under og daterer.",
    ],
    guidance_nn: &[
        "Fyll ut eitt skjema for kvar møteplass, med ei rad for kvar dag han var open med eit tema.",
        "Skriv aldri namn på deltakarar. Leiar skriv under og daterer.",
    ],
    fields: &[
        heading::CHAPTER_NAME,
        heading::ORGANISATION_NUMBER,
        heading::COUNTY,
        heading::MUNICIPALITY,
        heading::BASIS_YEAR,
        heading::CONTACT_EMAIL,
        MEETING_PLACE_NAME,
        VENUE,
        OPENING_HOURS,
    ],
    table: Some(Table {
        title: "Samlinger på møteplassen",
        title_nn: "Samlingar på møteplassen",
        columns: &[
            activity::DATE,
            activity::FROM,
            activity::TO,
            activity::HOURS,
            activity::THEME,
            activity::SHARING,
            activity::PARTICIPANTS,
            activity::LEADER,
            activity::ADDRESS,
            activity::PHONE,
        ],
        blank_rows: 40,
    }),
    signatures: &[signature::LEADER_OR_DEPUTY],
};

const MEETING_PLACE_NAME: Item = Item {
    field: Field::MeetingPlaceName,
    label: "Møteplassens navn",
    label_nn: "Namnet på møteplassen",
    synonyms: &[
        "Navn på møteplass",
        "Navn på møteplassen",
        "Namn på møteplass",
        "Namn på møteplassen",
        "Møteplass",
        "Møteplassen",
        "Møteplassens namn",
    ],
    kind: Kind::Text,
    required: true,
    help: "Skriv det navnet dere bruker på møteplassen.",
    help_nn: "Skriv det namnet de bruker på møteplassen.",
};

const VENUE: Item = Item {
    field: Field::Venue,
    label: "Sted",
    label_nn: "Stad",
    synonyms: &[
        "Møtested",
        "Møtestad",
        "Hvor",
        "Kvar",
        "Lokale",
        "Lokaler",
        "Møteplassens sted",
        "Sted for møteplassen",
        "Møteplassens adresse",
    ],
    kind: Kind::Text,
    required: false,
    help: "Skriv hvor møteplassen holder til, med lokale og sted.",
    help_nn: "Skriv kvar møteplassen held til, med lokale og stad.",
};

const OPENING_HOURS: Item = Item {
    field: Field::OpeningHours,
    label: "Åpningstid",
    label_nn: "Opningstid",
    synonyms: &[
        "Åpningstider",
        "Åpningstida",
        "Opningstider",
        "Åpent",
        "Ope",
        "Åpen",
        "Faste tider",
        "Tider",
    ],
    kind: Kind::Text,
    required: false,
    help: "Skriv når møteplassen er åpen, for eksempel tirsdager kl. 18–20. Datoene skal likevel stå i tabellen.",
    help_nn: "Skriv når møteplassen er open, til dømes tysdagar kl. 18–20. Datoane skal likevel stå i tabellen.",
};
