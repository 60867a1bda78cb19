//! What a form is: fields, labels, types and signature blocks, as data.
//!
//! One declaration a form, in `form/`. From it come the reader by label, the
//! blank, the completeness findings and the page of documentation, so that they
//! cannot contradict each other.

use serde::{Deserialize, Serialize};

mod activities;
mod activity;
mod annual_report;
mod heading;
mod meeting_place;
mod page;
mod peer_supporters;
mod signature;
mod visits;
pub(crate) mod words;

pub use page::forms_page;
pub(crate) use signature::SIGNER_OFFICE;
pub use signature::{SIGNATURE_DATE, SIGNER_NAME};

/// The five forms of peer-support reporting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FormId {
    /// Form 1, *Årsrapport for lag* (regulation § 9).
    AnnualReport,
    /// Form 2, *Likepersonsrapportering for møteplass*: one for each meeting place.
    MeetingPlace,
    /// Form 3, *Rapport for aktiviteter utenom møteplass*.
    Activities,
    /// Form 4, *Oversikt over aktive likepersoner* (regulation § 13).
    PeerSupporters,
    /// Form 5, *Likepersonens oversikt over besøk og møter* (PEF).
    Visits,
}

impl FormId {
    /// Every form, in the order that people know them.
    pub const ALL: [Self; 5] = [
        Self::AnnualReport,
        Self::MeetingPlace,
        Self::Activities,
        Self::PeerSupporters,
        Self::Visits,
    ];

    /// The id that files, JSON and hidden document properties use.
    pub fn key(self) -> &'static str {
        match self {
            Self::AnnualReport => "arsrapport",
            Self::MeetingPlace => "moteplass",
            Self::Activities => "aktiviteter",
            Self::PeerSupporters => "likepersoner",
            Self::Visits => "besok",
        }
    }

    /// The form with this id.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.key() == key)
    }

    /// The form's declaration.
    pub fn form(self) -> &'static Form {
        match self {
            Self::AnnualReport => &annual_report::FORM,
            Self::MeetingPlace => &meeting_place::FORM,
            Self::Activities => &activities::FORM,
            Self::PeerSupporters => &peer_supporters::FORM,
            Self::Visits => &visits::FORM,
        }
    }
}

/// A form's declaration.
#[derive(Debug)]
pub struct Form {
    /// Which form it is.
    pub id: FormId,
    /// Goes up by one whenever the printed form changes.
    pub version: u16,
    /// The title that people know, in bokmål.
    pub title: &'static str,
    /// The title in nynorsk.
    pub title_nn: &'static str,
    /// Other titles that it has been handed in under.
    pub other_titles: &'static [&'static str],
    /// What is printed under the title: how to fill it in.
    pub guidance: &'static [&'static str],
    /// The same in nynorsk.
    pub guidance_nn: &'static [&'static str],
    /// The fields outside the tables, in the order of the blank.
    pub fields: &'static [Item],
    /// The table of rows, with the columns in the order of the blank.
    pub table: Option<Table>,
    /// The signature blocks.
    pub signatures: &'static [SignatureBlock],
}

/// A table of a form.
#[derive(Debug)]
pub struct Table {
    /// The heading above the table.
    pub title: &'static str,
    /// The heading in nynorsk.
    pub title_nn: &'static str,
    /// The columns.
    pub columns: &'static [Item],
    /// How many empty rows the blank offers.
    pub blank_rows: u32,
}

/// A field or a column.
#[derive(Debug)]
pub struct Item {
    /// Which value it holds.
    pub field: Field,
    /// The label that people read, in bokmål, as in DOMAIN.md, part 3.
    pub label: &'static str,
    /// The label in nynorsk.
    pub label_nn: &'static str,
    /// Other labels that chapters use: synonyms, abbreviations, older forms.
    pub synonyms: &'static [&'static str],
    /// What kind of value belongs here.
    pub kind: Kind,
    /// Whether the form is incomplete without it.
    pub required: bool,
    /// The input help, one or two sentences in bokmål.
    pub help: &'static str,
    /// The input help in nynorsk.
    pub help_nn: &'static str,
}

/// A signature block.
#[derive(Debug)]
pub struct SignatureBlock {
    /// Who signs here.
    pub role: SignatureRole,
    /// The label of the signature field.
    pub label: &'static str,
    /// The label in nynorsk.
    pub label_nn: &'static str,
    /// Other labels in use.
    pub synonyms: &'static [&'static str],
    /// Labels that leave open whose signature it is.
    pub open: &'static [&'static str],
    /// Labels of others who sign here in the place of who should.
    pub deputies: &'static [&'static str],
    /// Whether the form needs this block by itself; of form 1's three blocks it
    /// is the leader's or two board members' (§ 9).
    pub required: bool,
}

/// A caption in every signature block, beside the place to write.
#[derive(Debug)]
pub struct Caption {
    /// The caption, in bokmål.
    pub label: &'static str,
    /// The caption in nynorsk.
    pub label_nn: &'static str,
    /// Other captions in use.
    pub synonyms: &'static [&'static str],
}

/// Who signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SignatureRole {
    /// The leader on 31 December.
    Leader,
    /// A board member in the leader's place.
    BoardMember,
    /// The peer supporter whose log it is.
    PeerSupporter,
}

impl SignatureRole {
    /// The word that the JSON output uses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::BoardMember => "board_member",
            Self::PeerSupporter => "peer_supporter",
        }
    }
}

/// The kind of value that belongs in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Free text.
    Text,
    /// A whole number, possibly with room in it.
    Count,
    /// One day, several days or a range of days.
    Date,
    /// A time of day.
    Time,
    /// A length in hours.
    Hours,
    /// Ja or Nei.
    YesNo,
    /// One of these, offered in a drop-down list; other text is let through.
    Choice(&'static [&'static str]),
    /// A year.
    Year,
    /// Nine digits.
    OrganisationNumber,
    /// A county's name.
    County,
    /// A municipality's name or number.
    Municipality,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// Four digits.
    Postcode,
    /// "hele året", or from one day to another.
    Period,
}

/// Every value that a form can hold, outside its tables or in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    // What every form carries.
    /// The chapter's name.
    ChapterName,
    /// The chapter's organisation number.
    OrganisationNumber,
    /// The county.
    County,
    /// The municipality.
    Municipality,
    /// The basis year.
    BasisYear,
    /// The contact e-mail.
    ContactEmail,
    // Form 1.
    /// Members at 31 December.
    Members,
    /// The date of the board's election.
    ElectionDate,
    /// The board's term.
    BoardTerm,
    /// The annual meeting of the year.
    AnnualMeeting,
    /// Whether the chapter has statutes.
    Statutes,
    /// Whether there is an annual report for the year.
    AnnualReportMade,
    /// Whether there was a member activity beyond the annual meeting.
    MemberActivity,
    /// An example of that activity.
    MemberActivityExample,
    /// Whether the chapter has its own economy.
    OwnEconomy,
    /// Whether the chapter has a meeting place.
    HasMeetingPlace,
    /// How many meeting places.
    MeetingPlaces,
    /// Whether there were activities outside meeting places.
    HasActivities,
    /// Whether the chapter has peer supporters.
    HasPeerSupporters,
    /// Why the figures differ much from last year's.
    ChangeReason,
    /// A board member's office.
    Office,
    // Forms 2, 3 and 5.
    /// The meeting place's name.
    MeetingPlaceName,
    /// The meeting place's opening hours: a pattern, text only.
    OpeningHours,
    /// The period that a form 3 covers.
    Period,
    /// The peer supporter whose log it is.
    PersonName,
    /// The date of an activity.
    Date,
    /// The start.
    From,
    /// The end.
    To,
    /// The length in hours.
    Hours,
    /// The activity's title or description.
    Title,
    /// The chapter's own word for it.
    Type,
    /// The theme.
    Theme,
    /// How experience was shared.
    Sharing,
    /// Where it was held.
    Venue,
    /// Who arranged it.
    Organiser,
    /// How many took part.
    Participants,
    /// The leading peer supporter.
    Leader,
    /// Address: of the leading peer supporter, or of the person.
    Address,
    /// Telephone of the same.
    Phone,
    /// Form 5's kind of contact.
    ContactKind,
    // Form 4.
    /// A person's name.
    Name,
    /// Postcode.
    Postcode,
    /// Postal town.
    City,
    /// E-mail address.
    Email,
    /// Date of appointment.
    Appointed,
    /// Whether the person carried out an activity in the year.
    Active,
    /// Whether the work was unpaid.
    Unpaid,
    /// Date of the peer-support course.
    CourseDate,
    /// Date of the confidentiality statement.
    ConfidentialityDate,
}

impl Field {
    /// The key that the JSON output uses.
    pub fn key(self) -> &'static str {
        match self {
            Self::ChapterName => "chapter_name",
            Self::OrganisationNumber => "organisation_number",
            Self::County => "county",
            Self::Municipality => "municipality",
            Self::BasisYear => "basis_year",
            Self::ContactEmail => "contact_email",
            Self::Members => "members",
            Self::ElectionDate => "election_date",
            Self::BoardTerm => "board_term",
            Self::AnnualMeeting => "annual_meeting",
            Self::Statutes => "statutes",
            Self::AnnualReportMade => "annual_report_made",
            Self::MemberActivity => "member_activity",
            Self::MemberActivityExample => "member_activity_example",
            Self::OwnEconomy => "own_economy",
            Self::HasMeetingPlace => "has_meeting_place",
            Self::MeetingPlaces => "meeting_places",
            Self::HasActivities => "has_activities",
            Self::HasPeerSupporters => "has_peer_supporters",
            Self::ChangeReason => "change_reason",
            Self::Office => "office",
            Self::MeetingPlaceName => "meeting_place_name",
            Self::OpeningHours => "opening_hours",
            Self::Period => "period",
            Self::PersonName => "person_name",
            Self::Date => "dates",
            Self::From => "from",
            Self::To => "to",
            Self::Hours => "hours",
            Self::Title => "title",
            Self::Type => "type",
            Self::Theme => "theme",
            Self::Sharing => "sharing",
            Self::Venue => "place",
            Self::Organiser => "organiser",
            Self::Participants => "participants",
            Self::Leader => "leader",
            Self::Address => "address",
            Self::Phone => "phone",
            Self::ContactKind => "contact_kind",
            Self::Name => "name",
            Self::Postcode => "postcode",
            Self::City => "city",
            Self::Email => "email",
            Self::Appointed => "appointed",
            Self::Active => "active",
            Self::Unpaid => "unpaid",
            Self::CourseDate => "course_date",
            Self::ConfidentialityDate => "confidentiality_date",
        }
    }
}

#[cfg(test)]
mod tests;
