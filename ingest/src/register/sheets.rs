//! The sheets and columns of `register.xlsx`, as data: what is read, what the
//! template offers, and the words beside each column.

/// A sheet of the register.
#[derive(Debug)]
pub(super) struct RegisterSheet {
    /// The name on the tab.
    pub(super) name: &'static str,
    /// What the sheet is for, at the head of the template.
    pub(super) purpose: &'static str,
    /// The columns, in the order of the template.
    pub(super) columns: &'static [Column],
}

/// A column of the register.
#[derive(Debug)]
pub(super) struct Column {
    /// What it holds.
    pub(super) holds: Holds,
    /// The label.
    pub(super) label: &'static str,
    /// Other labels that are understood.
    pub(super) synonyms: &'static [&'static str],
    /// Whether the sheet must have the column.
    pub(super) needed: bool,
    /// Whether each row must have something in it.
    pub(super) filled: bool,
    /// The width in the template, in characters.
    pub(super) width: f64,
    /// The help beside a cell.
    pub(super) help: &'static str,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Number,
    Name,
    FormerNames,
    OrganisationNumber,
    County,
    Municipality,
    Region,
    CountyChapter,
    Email,
    Leader,
    LeaderEmail,
    Language,
    Members,
    Status,
    DissolvedOn,
    Counties,
    Role,
    Days,
    Participants,
    PeerSupporters,
}

pub(super) static CHAPTERS: RegisterSheet = RegisterSheet {
    name: "Lag",
    purpose: "Ett lag på hver rad. Nedlagte lag blir stående med status nedlagt.",
    columns: &[
        column(
            Holds::Number,
            "Nummer",
            10.0,
            "Lagets nummer hos dere. Hvert nummer brukes bare én gang.",
        )
        .also(&["Lagsnummer", "Nr.", "Lagnr."])
        .needed()
        .filled(),
        column(
            Holds::Name,
            "Navn",
            30.0,
            "Lagets fulle navn, slik det skal stå i brev.",
        )
        .also(&["Lagets navn", "Lag", "Namn"])
        .needed()
        .filled(),
        column(
            Holds::FormerNames,
            "Tidligere navn",
            30.0,
            "Navn laget har hatt før, eller også er kjent under. Skill flere med semikolon.",
        )
        .also(&["Tidlegare namn", "Andre navn"]),
        column(
            Holds::OrganisationNumber,
            "Organisasjonsnummer",
            20.0,
            "Ni sifre fra Brønnøysundregistrene. La cellen stå tom hvis laget ikke har noe.",
        )
        .also(&["Org.nr.", "Orgnr", "Organisasjonsnr."])
        .needed(),
        column(
            Holds::County,
            "Fylke",
            18.0,
            "Fylket laget ligger i, med dagens navn.",
        )
        .needed()
        .filled(),
        column(
            Holds::Municipality,
            "Kommune",
            18.0,
            "Kommunen laget hører hjemme i.",
        )
        .needed()
        .filled(),
        column(
            Holds::Region,
            "Område",
            16.0,
            "Navnet på området, slik det står på arket Områder.",
        )
        .also(&["Region", "Rådgiverområde"])
        .needed()
        .filled(),
        column(
            Holds::CountyChapter,
            "Fylkeslag",
            11.0,
            "Ja hvis laget er et fylkeslag som driver som lokallag. Tom celle betyr Nei.",
        )
        .also(&["Fylkeslag (Ja/Nei)"]),
        column(
            Holds::Email,
            "E-post",
            30.0,
            "Adressen brev til laget skal gå til.",
        )
        .also(&["Epost", "E-postadresse", "Lagets e-post"])
        .needed(),
        column(
            Holds::Leader,
            "Leder 31.12.",
            24.0,
            "Den som var leder 31. desember i grunnlagsåret.",
        )
        .also(&["Leder", "Leder per 31.12.", "Leder pr. 31.12."]),
        column(
            Holds::LeaderEmail,
            "Leders e-post",
            30.0,
            "Lederens egen adresse. Hun eller han får kopi av brevene.",
        )
        .also(&["Leder e-post", "Lederens e-post"]),
        column(
            Holds::Language,
            "Målform",
            10.0,
            "nb for bokmål, nn for nynorsk. Tom celle betyr nb.",
        )
        .also(&["Målform (nb/nn)", "Språk"]),
        column(
            Holds::Members,
            "Medlemmer",
            12.0,
            "Antall medlemmer etter deres eget medlemsregister.",
        )
        .also(&["Antall medlemmer", "Medlemstall"]),
        column(
            Holds::Status,
            "Status",
            11.0,
            "aktiv eller nedlagt. Tom celle betyr aktiv.",
        )
        .also(&["Status (aktiv/nedlagt)"]),
        column(
            Holds::DissolvedOn,
            "Nedlagt dato",
            14.0,
            "Dagen laget ble nedlagt, hvis dere kjenner den.",
        )
        .also(&["Dato nedlagt", "Nedlagt"]),
    ],
};

pub(super) static REGIONS: RegisterSheet = RegisterSheet {
    name: "Områder",
    purpose: "Ett område på hver rad, med fylkene som hører til.",
    columns: &[
        column(
            Holds::Region,
            "Område",
            24.0,
            "Navnet på området. Det samme navnet brukes på de andre arkene.",
        )
        .also(&["Region", "Navn"])
        .needed()
        .filled(),
        column(
            Holds::Counties,
            "Fylker",
            60.0,
            "Fylkene i området, skilt med komma. Hvert fylke hører til ett område.",
        )
        .also(&["Fylke"])
        .needed()
        .filled(),
    ],
};

pub(super) static ADVISERS: RegisterSheet = RegisterSheet {
    name: "Rådgivere",
    purpose: "Én rådgiver på hver rad. Hvert område trenger minst én.",
    columns: &[
        column(Holds::Name, "Navn", 28.0, "Rådgiverens navn.")
            .also(&["Rådgiver", "Namn"])
            .needed()
            .filled(),
        column(
            Holds::Email,
            "E-post",
            34.0,
            "Rådgiverens adresse. Lagene svarer hit.",
        )
        .also(&["Epost", "E-postadresse"])
        .needed()
        .filled(),
        column(
            Holds::Region,
            "Område",
            20.0,
            "Navnet på området, slik det står på arket Områder.",
        )
        .also(&["Region"])
        .needed()
        .filled(),
    ],
};

pub(super) static RECIPIENTS: RegisterSheet = RegisterSheet {
    name: "Mottakere",
    purpose: "Andre som får beskjed: økonomi får tallene, drift får vite at tjenesten går, koordinator får det som gjelder likepersonene.",
    columns: &[
        column(Holds::Name, "Navn", 28.0, "Mottakerens navn.")
            .also(&["Mottaker", "Namn"])
            .needed()
            .filled(),
        column(Holds::Email, "E-post", 34.0, "Mottakerens adresse.")
            .also(&["Epost", "E-postadresse"])
            .needed()
            .filled(),
        column(
            Holds::Role,
            "Rolle",
            16.0,
            "økonomi, drift eller koordinator.",
        )
        .needed()
        .filled(),
    ],
};

pub(super) static LAST_YEAR: RegisterSheet = RegisterSheet {
    name: "Fjoråret",
    purpose: "Tall fra året før, for lag der tjenesten ikke har dem fra før. Er årets tall svært ulike, spør vi laget om grunnen. Arket kan stå tomt.",
    columns: &[
        column(
            Holds::Number,
            "Nummer",
            10.0,
            "Lagets nummer, slik det står på arket Lag.",
        )
        .also(&["Lagsnummer", "Nr.", "Lagnr."])
        .needed()
        .filled(),
        column(
            Holds::Days,
            "Aktivitetsdager",
            17.0,
            "Antall aktivitetsdager året før.",
        )
        .also(&["Dager", "Aktivitetsdagar", "Dagar"])
        .needed(),
        column(
            Holds::Participants,
            "Deltakere",
            14.0,
            "Antall deltakere året før, lagt sammen over alle dagene.",
        )
        .also(&["Deltakarar", "Antall deltakere"]),
        column(
            Holds::PeerSupporters,
            "Likepersoner",
            14.0,
            "Antall likepersoner året før.",
        )
        .also(&["Likepersonar", "Antall likepersoner"])
        .needed(),
    ],
};

const fn column(holds: Holds, label: &'static str, width: f64, help: &'static str) -> Column {
    Column {
        holds,
        label,
        synonyms: &[],
        needed: false,
        filled: false,
        width,
        help,
    }
}

impl Column {
    const fn also(mut self, synonyms: &'static [&'static str]) -> Self {
        self.synonyms = synonyms;
        self
    }

    const fn needed(mut self) -> Self {
        self.needed = true;
        self
    }

    const fn filled(mut self) -> Self {
        self.filled = true;
        self
    }
}
