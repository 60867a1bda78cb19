//! What the classification says, and the words that it leans on.

use samlerapport_ingest::{Field, FormId};

use crate::hearing::ActivityKind;
use crate::personal::mask;

/// What took place, as far as the row tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Classification {
    /// The kind of activity.
    pub(crate) kind: ActivityKind,
    /// Why it can never count, the weightiest ground first; empty for most rows.
    pub(crate) excluded: Vec<Exclusion>,
    /// Whether a theme can be had from the row.
    pub(crate) theme: bool,
    /// Whether sharing of experience was part of it.
    pub(crate) sharing: bool,
    /// What a careful adviser would ask the chapter about.
    pub(crate) open: Vec<Doubt>,
    /// Whether the row says that the leader is among the participants.
    pub(crate) leader_among_participants: bool,
}

/// A ground of the house rule, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Ground {
    /// Annual or board meeting, council or committee.
    Meeting,
    /// Standing at a stand.
    Stand,
    /// Outside Norway.
    Abroad,
    /// Arranged by another body.
    Others,
    /// By telephone, chat or video.
    Digital,
    /// Never held.
    Cancelled,
}

impl Ground {
    /// Whether the law leaves it out; the others are rules of the house.
    pub(crate) fn is_law(self) -> bool {
        matches!(self, Self::Abroad | Self::Digital | Self::Cancelled)
    }
}

/// A ground that holds, and why we think so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Exclusion {
    /// The ground.
    pub(crate) ground: Ground,
    /// The words that decided.
    pub(crate) evidence: Evidence,
}

/// Something that the row leaves open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Doubt {
    /// What to ask.
    pub(crate) question: Question,
    /// The words that raised it.
    pub(crate) evidence: Evidence,
}

/// What a careful adviser would ask the chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Question {
    /// Business and a themed talk under one set of hours.
    MeetingOrTalk,
    /// A stand, or a gathering in a public place.
    StandOrTalk,
    /// On which side of the border, or which days abroad.
    WhichSide,
    /// Who arranged it.
    WhoArranged,
    /// How many met in person.
    InPersonOrScreen,
    /// Whether a social gathering had theme and sharing.
    SocialOrTalk,
    /// A conversation with one, or a group.
    OneOrGroup,
}

/// The field that a word was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Seen {
    /// Aktivitet.
    Title,
    /// Type.
    Kind,
    /// Tema.
    Theme,
    /// Hvordan ble erfaringer delt?
    Sharing,
    /// Sted.
    Venue,
    /// Arrangør.
    Organiser,
    /// Antall deltakere.
    Participants,
}

/// The words that decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Evidence {
    /// Where they stand.
    pub(crate) field: Seen,
    /// As typed.
    pub(crate) typed: String,
    /// The entry of the closed list that they were recognised by; only this may be
    /// quoted in a letter.
    pub(crate) listed: Option<&'static str>,
}

impl Seen {
    /// The field's label in the form, in bokmål.
    fn label(self) -> &'static str {
        match self {
            Self::Title => "Aktivitet",
            Self::Kind => "Type",
            Self::Theme => "Tema",
            Self::Sharing => "Hvordan ble erfaringer delt?",
            Self::Venue => "Sted",
            Self::Organiser => "Arrangør",
            Self::Participants => "Antall deltakere",
        }
    }
}

impl Exclusion {
    /// One sentence and the word, in bokmål, for `check` and the decision workbook.
    pub(crate) fn explanation(&self, form: FormId) -> String {
        let what = match self.ground {
            Ground::Meeting => "årsmøte, styremøte eller møte i råd og utvalg",
            Ground::Stand => "stand",
            Ground::Abroad => "aktivitet utenfor Norge",
            Ground::Others => "andre arrangerte aktiviteten",
            Ground::Digital => "telefon, chat eller video",
            Ground::Cancelled => "avlyst",
        };
        self.evidence
            .sentence(&["Ikke medregnet: ", what, ". "], form)
    }
}

impl Doubt {
    /// What a careful adviser would ask, and the word, in bokmål.
    pub(crate) fn explanation(&self, form: FormId) -> String {
        let question = self.question.nb();
        self.evidence
            .sentence(&["Til avklaring: ", question, " "], form)
    }
}

impl Question {
    /// The question in bokmål.
    pub(crate) fn nb(self) -> &'static str {
        match self {
            Self::MeetingOrTalk => {
                "Var dette et møte om lagets saker, eller en samtale om temaet? Hvor lang tid tok hver del?"
            }
            Self::StandOrTalk => "Sto dere på stand, eller var dette en egen samling?",
            Self::WhichSide => "Hvor ble aktiviteten holdt, og hvilke dager var utenfor Norge?",
            Self::WhoArranged => "Hvem arrangerte aktiviteten?",
            Self::InPersonOrScreen => "Hvor mange møtte fysisk, og hvor mange var med på skjerm?",
            Self::SocialOrTalk => {
                "Hadde samlingen et tema, og var deling av erfaringer en del av hensikten?"
            }
            Self::OneOrGroup => "Var dette en samtale med én person, eller en gruppe?",
        }
    }

    /// The question in nynorsk.
    pub(crate) fn nn(self) -> &'static str {
        match self {
            Self::MeetingOrTalk => {
                "Var dette eit møte om sakene til laget, eller ein samtale om temaet? Kor lang tid tok kvar del?"
            }
            Self::StandOrTalk => "Stod de på stand, eller var dette ei eiga samling?",
            Self::WhichSide => "Kvar vart aktiviteten halden, og kva dagar var utanfor Noreg?",
            Self::WhoArranged => "Kven arrangerte aktiviteten?",
            Self::InPersonOrScreen => "Kor mange møtte fysisk, og kor mange var med på skjerm?",
            Self::SocialOrTalk => {
                "Hadde samlinga eit tema, og var deling av erfaringar ein del av føremålet?"
            }
            Self::OneOrGroup => "Var dette ein samtale med éin person, eller ei gruppe?",
        }
    }
}

impl Evidence {
    /// A sentence and which word stood in which field, in bokmål; it may hold a row's own
    /// words, with what is personal in them masked.
    fn sentence(&self, before: &[&str; 3], form: FormId) -> String {
        let [first, second, third] = before;
        let field = self.field.label();
        if self.typed.is_empty() {
            return [first, second, third, "Feltet ", field, " er tomt."].concat();
        }
        let words = mask(form, Field::Theme, &self.typed);
        [
            first,
            second,
            third,
            "Vi leste «",
            &words,
            "» i ",
            field,
            ".",
        ]
        .concat()
    }
}
