//! Form 1: the chapter's annual report (§ 9).

use super::{Field, Form, FormId, Item, Kind, Table, heading, signature};

pub(super) static FORM: Form = Form {
    id: FormId::AnnualReport,
    version: 1,
    title: "Årsrapport for lag",
    title_nn: "Årsrapport for lag",
    other_titles: &[
        "Årsrapport for lokallag",
        "Årsrapport for lokal- og fylkeslag",
        "Årsrapport for fylkeslag",
        "Årsrapport lag",
        "Årsrapport lokallag",
        "Årsrapport",
        "Årsrapportering",
    ],
    guidance: &[
        "Fyll ut ett skjema for hvert lag. Opplysningene skal gjelde per 31. desember i grunnlagsåret.",
        "Leder skriver under og daterer. Er leder borte, skriver to styremedlemmer under.",
    ],
    guidance_nn: &[
        "Fyll ut eitt skjema for kvart lag. Opplysningane skal gjelde per 31. desember i grunnlagsåret.",
        "Leiar skriv under og daterer. Er leiar borte, skriv to styremedlemmer under.",
    ],
    fields: &[
        heading::CHAPTER_NAME,
        heading::ORGANISATION_NUMBER,
        heading::COUNTY_REQUIRED,
        heading::MUNICIPALITY_REQUIRED,
        heading::BASIS_YEAR,
        heading::CONTACT_EMAIL,
        MEMBERS,
        ELECTION_DATE,
        BOARD_TERM,
        ANNUAL_MEETING,
        STATUTES,
        ANNUAL_REPORT_MADE,
        MEMBER_ACTIVITY,
        MEMBER_ACTIVITY_EXAMPLE,
        OWN_ECONOMY,
        HAS_MEETING_PLACE,
        MEETING_PLACES,
        HAS_ACTIVITIES,
        HAS_PEER_SUPPORTERS,
        CHANGE_REASON,
    ],
    table: Some(Table {
        title: "Styret per 31.12.",
        title_nn: "Styret per 31.12.",
        columns: &[OFFICE, NAME],
        blank_rows: 10,
    }),
    signatures: &[
        signature::LEADER,
        signature::FIRST_BOARD_MEMBER,
        signature::SECOND_BOARD_MEMBER,
    ],
};

const MEMBERS: Item = Item {
    field: Field::Members,
    label: "Antall medlemmer per 31.12.",
    label_nn: "Tal på medlemmer per 31.12.",
    synonyms: &[
        "Antall medlemmer",
        "Antall medlemmer pr. 31.12",
        "Antall medlemmer pr 31. desember",
        "Ant. medlemmer",
        "Medlemmer",
        "Medlemmer per 31.12.",
        "Medlemstall",
        "Medlemstall per 31.12.",
        "Medlemstal",
        "Medlemstal per 31.12.",
        "Tal medlemmer",
        "Talet på medlemmer",
        "Medlemer",
        "Tal på medlemer",
    ],
    kind: Kind::Count,
    required: true,
    help: "Skriv hvor mange medlemmer laget hadde 31. desember.",
    help_nn: "Skriv kor mange medlemmer laget hadde 31. desember.",
};

const ELECTION_DATE: Item = Item {
    field: Field::ElectionDate,
    label: "Dato for styrevalg",
    label_nn: "Dato for styreval",
    synonyms: &[
        "Styret valgt dato",
        "Dato for valg av styre",
        "Dato for valg av styret",
        "Dato for val av styre",
        "Valgdato",
        "Valdato",
        "Styret ble valgt",
        "Styret vart valt",
        "Styrevalg",
        "Styreval",
        "Siste styrevalg",
    ],
    kind: Kind::Date,
    required: true,
    help: "Skriv datoen da styret ble valgt, for eksempel 14.03.2025.",
    help_nn: "Skriv datoen då styret vart valt, til dømes 14.03.2025.",
};

const BOARD_TERM: Item = Item {
    field: Field::BoardTerm,
    label: "Styrets funksjonstid",
    label_nn: "Funksjonstida til styret",
    synonyms: &[
        "Funksjonstid",
        "Funksjonstid for styret",
        "Styreperiode",
        "Styrets periode",
        "Valgperiode",
        "Valperiode",
        "Valgt for",
    ],
    kind: Kind::Text,
    required: true,
    help: "Skriv hvor lenge styret er valgt, for eksempel 1 år eller 2 år.",
    help_nn: "Skriv kor lenge styret er valt, til dømes 1 år eller 2 år.",
};

// A date is the usual answer, but an honest "Ja" or "Nei" must not be a fault.
const ANNUAL_MEETING: Item = Item {
    field: Field::AnnualMeeting,
    label: "Årsmøte i året",
    label_nn: "Årsmøte i året",
    synonyms: &[
        "Årsmøte",
        "Årsmøtet",
        "Årsmøte holdt",
        "Årsmøte avholdt",
        "Årsmøte halde",
        "Dato for årsmøte",
        "Dato for årsmøtet",
        "Årsmøtedato",
        "Er det holdt årsmøte i året",
        "Vart det halde årsmøte i året",
    ],
    kind: Kind::Text,
    required: true,
    help: "Skriv datoen for årsmøtet. Skriv Nei hvis det ikke ble holdt årsmøte.",
    help_nn: "Skriv datoen for årsmøtet. Skriv Nei om det ikkje vart halde årsmøte.",
};

const STATUTES: Item = Item {
    field: Field::Statutes,
    label: "Vedtekter",
    label_nn: "Vedtekter",
    synonyms: &[
        "Vedtekter (Ja/Nei)",
        "Har laget vedtekter",
        "Har laget egne vedtekter",
        "Har laget eigne vedtekter",
        "Egne vedtekter",
        "Eigne vedtekter",
        "Følger laget vedtektene",
    ],
    kind: Kind::YesNo,
    required: true,
    help: "Svar Ja hvis laget har vedtekter.",
    help_nn: "Svar Ja om laget har vedtekter.",
};

const ANNUAL_REPORT_MADE: Item = Item {
    field: Field::AnnualReportMade,
    label: "Årsmelding for året",
    label_nn: "Årsmelding for året",
    synonyms: &[
        "Årsmelding",
        "Årsmelding (Ja/Nei)",
        "Årsberetning",
        "Årsberetning for året",
        "Har laget årsmelding",
        "Har laget laget årsmelding",
        "Er det laget årsmelding",
        "Er det laga årsmelding",
    ],
    kind: Kind::YesNo,
    required: true,
    help: "Svar Ja hvis laget har skrevet årsmelding for grunnlagsåret.",
    help_nn: "Svar Ja om laget har skrive årsmelding for grunnlagsåret.",
};

const MEMBER_ACTIVITY: Item = Item {
    field: Field::MemberActivity,
    label: "Medlemsaktivitet utover årsmøtet",
    label_nn: "Medlemsaktivitet utover årsmøtet",
    synonyms: &[
        "Medlemsaktivitet",
        "Medlemsaktiviteter",
        "Medlemsaktivitet ut over årsmøtet",
        "Medlemsaktivitet utanom årsmøtet",
        "Medlemsaktivitet utenom årsmøtet",
        "Aktivitet utover årsmøtet",
        "Aktivitet for medlemmene utover årsmøtet",
        "Har laget hatt medlemsaktivitet utover årsmøtet",
    ],
    kind: Kind::YesNo,
    required: true,
    help: "Svar Ja hvis laget hadde minst én aktivitet for medlemmene i tillegg til årsmøtet.",
    help_nn: "Svar Ja om laget hadde minst éin aktivitet for medlemmene i tillegg til årsmøtet.",
};

const MEMBER_ACTIVITY_EXAMPLE: Item = Item {
    field: Field::MemberActivityExample,
    label: "Eksempel på aktivitet",
    label_nn: "Døme på aktivitet",
    synonyms: &[
        "Eksempel",
        "Døme",
        "Eksempel på medlemsaktivitet",
        "Døme på medlemsaktivitet",
        "Eksempler på aktiviteter",
        "Hvilken aktivitet",
        "Kva aktivitet",
        "Nevn en aktivitet",
    ],
    kind: Kind::Text,
    required: false,
    help: "Nevn én slik aktivitet og når den ble holdt.",
    help_nn: "Nemn éin slik aktivitet og når han vart halden.",
};

const OWN_ECONOMY: Item = Item {
    field: Field::OwnEconomy,
    label: "Egen økonomi",
    label_nn: "Eigen økonomi",
    synonyms: &[
        "Egen økonomi (Ja/Nei)",
        "Har laget egen økonomi",
        "Har laget eigen økonomi",
        "Eget regnskap",
        "Eige rekneskap",
        "Selvstendig økonomi",
        "Sjølvstendig økonomi",
    ],
    kind: Kind::YesNo,
    required: true,
    help: "Svar Ja hvis laget har egen konto og eget regnskap.",
    help_nn: "Svar Ja om laget har eigen konto og eige rekneskap.",
};

const HAS_MEETING_PLACE: Item = Item {
    field: Field::HasMeetingPlace,
    label: "Har laget møteplass",
    label_nn: "Har laget møteplass",
    synonyms: &[
        "Har laget møteplass?",
        "Har laget en møteplass",
        "Har laget ein møteplass",
        "Har laget møteplasser",
        "Har laget møteplassar",
        "Har laget møteplass (Ja/Nei, antall)",
        "Møteplass",
        "Møteplass (Ja/Nei)",
    ],
    kind: Kind::YesNo,
    required: true,
    help: "Svar Ja hvis laget har en åpen, fast møteplass. Svarer dere Nei, venter vi ikke på det skjemaet.",
    help_nn: "Svar Ja om laget har ein open, fast møteplass. Svarar de Nei, ventar vi ikkje på det skjemaet.",
};

const MEETING_PLACES: Item = Item {
    field: Field::MeetingPlaces,
    label: "Antall møteplasser",
    label_nn: "Tal på møteplassar",
    synonyms: &[
        "Ant. møteplasser",
        "Tal møteplassar",
        "Talet på møteplassar",
        "Hvor mange møteplasser",
        "Kor mange møteplassar",
        "Møteplasser",
        "Møteplassar",
        "Hvis ja, hvor mange",
        "Om ja, kor mange",
    ],
    kind: Kind::Count,
    required: false,
    help: "Skriv hvor mange møteplasser laget har. Lever ett skjema for hver.",
    help_nn: "Skriv kor mange møteplassar laget har. Lever eitt skjema for kvar.",
};

const HAS_ACTIVITIES: Item = Item {
    field: Field::HasActivities,
    label: "Har laget hatt aktiviteter utenom møteplass",
    label_nn: "Har laget hatt aktivitetar utanom møteplass",
    synonyms: &[
        "Har laget hatt aktiviteter utenom møteplassen",
        "Har laget hatt aktivitetar utanom møteplassen",
        "Aktiviteter utenom møteplass",
        "Aktivitetar utanom møteplass",
        "Andre aktiviteter",
        "Andre aktivitetar",
        "Har laget hatt andre aktiviteter",
    ],
    kind: Kind::YesNo,
    required: true,
    help: "Svar Ja hvis laget hadde likepersonsaktiviteter utenom møteplassen. Svarer dere Nei, venter vi ikke på det skjemaet.",
    help_nn: "Svar Ja om laget hadde likepersonsaktivitetar utanom møteplassen. Svarar de Nei, ventar vi ikkje på det skjemaet.",
};

const HAS_PEER_SUPPORTERS: Item = Item {
    field: Field::HasPeerSupporters,
    label: "Har laget likepersoner",
    label_nn: "Har laget likepersonar",
    synonyms: &[
        "Har laget likepersoner?",
        "Har laget aktive likepersoner",
        "Har laget aktive likepersonar",
        "Likepersoner",
        "Likepersonar",
        "Likepersoner (Ja/Nei)",
        "Likemenn",
        "Har laget likemenn",
    ],
    kind: Kind::YesNo,
    required: true,
    help: "Svar Ja hvis laget hadde aktive likepersoner i året. Svarer dere Nei, venter vi ikke på det skjemaet.",
    help_nn: "Svar Ja om laget hadde aktive likepersonar i året. Svarar de Nei, ventar vi ikkje på det skjemaet.",
};

const CHANGE_REASON: Item = Item {
    field: Field::ChangeReason,
    label: "Forklaring på endring fra i fjor",
    label_nn: "Forklaring på endring frå i fjor",
    synonyms: &[
        "Forklaring på stor endring",
        "Forklaring på stor endring fra i fjor",
        "Forklaring på stor endring frå i fjor",
        "Hvorfor er tallene annerledes enn i fjor",
        "Kvifor er tala annleis enn i fjor",
        "Endring fra i fjor",
        "Endring frå i fjor",
    ],
    kind: Kind::Text,
    required: false,
    help: "Skriv kort hvorfor hvis laget hadde mye mer eller mye mindre aktivitet enn året før.",
    help_nn: "Skriv kort kvifor om laget hadde mykje meir eller mykje mindre aktivitet enn året før.",
};

const OFFICE: Item = Item {
    field: Field::Office,
    label: "Verv",
    label_nn: "Verv",
    synonyms: &[
        "Styreverv",
        "Verv i styret",
        "Rolle",
        "Funksjon",
        "Stilling",
    ],
    kind: Kind::Choice(&[
        "Leder",
        "Nestleder",
        "Kasserer",
        "Sekretær",
        "Styremedlem",
        "Varamedlem",
    ]),
    required: true,
    help: "Velg vervet i listen, eller skriv det selv.",
    help_nn: "Vel vervet i lista, eller skriv det sjølv.",
};

const NAME: Item = Item {
    field: Field::Name,
    label: "Navn",
    label_nn: "Namn",
    synonyms: &[
        "Fullt navn",
        "Fullt namn",
        "Navnet",
        "Namnet",
        "Fornavn og etternavn",
        "Førenamn og etternamn",
    ],
    kind: Kind::Text,
    required: true,
    help: "Skriv fornavn og etternavn.",
    help_nn: "Skriv førenamn og etternamn.",
};
