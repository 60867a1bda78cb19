//! The closed lists: what a word may be a sign of.

/// A set of concepts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Concepts(u64);

/// Something that a word may be a sign of; each has its list in `words/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Concept {
    /// What follows is talked about.
    About,
    /// What only a chapter's business is made of.
    Act,
    /// What follows was over.
    After,
    /// What stands on the list of a business meeting.
    Agenda,
    /// The acts of one who arranges.
    Arranged,
    /// What follows was yet to come.
    Before,
    /// What officers are called to.
    Gathering,
    /// Those who hold office, as guests of a gathering.
    Officer,
    /// Those who hold office, as actors.
    Board,
    /// Councils, committees and the like, and what sounds like one.
    Body,
    /// Other bodies, by their last part or name.
    BodyHead,
    /// Places that lie on both sides of the border, or on it.
    Border,
    /// The other came to us.
    CameToUs,
    /// It was never held.
    Cancelled,
    /// Telephone, chat and video, as names of channels and as what is held on them.
    Channel,
    /// Training.
    Course,
    /// Training of peer supporters.
    CourseOfPeers,
    /// Over the border: ferries, shopping trips, going abroad.
    Ferry,
    /// What a stand is made of.
    Furniture,
    /// Handing out.
    Giveout,
    /// Several together.
    Group,
    /// One who speaks from elsewhere.
    GuestSpeaker,
    /// Somebody else was the host.
    Guests,
    /// What is handed out.
    Handout,
    /// Leading a group.
    Held,
    /// A house that may carry a foreign name.
    House,
    /// In the room and on screen at once.
    Hybrid,
    /// Together in a room.
    InRoom,
    /// What looks like one of the other words, and is not.
    Innocent,
    /// Arranged together.
    Joint,
    /// The leader is among those counted.
    LeaderIn,
    /// Taking turns at a stand.
    Manned,
    /// Business meetings, and gatherings of officers.
    Meeting,
    /// Meetings of the members, business or not.
    Members,
    /// No.
    No,
    /// Words that are no theme.
    NoTheme,
    /// On this side.
    NorwegianSide,
    /// What follows was not.
    Not,
    /// Work in an organisation as a theme: no theme for sharing.
    Official,
    /// A conversation with one.
    OneToOne,
    /// It was over.
    Over,
    /// The chapter's own voice.
    Own,
    /// Only some of them.
    Partly,
    /// People who pass by.
    Passers,
    /// Peer supporters.
    Peer,
    /// Small words that say nothing by themselves.
    Filler,
    /// What is said of sharing when there was none.
    Pleasant,
    /// Where the public passes.
    Public,
    /// Recruiting members.
    Recruit,
    /// What stands in a place field when there was no place.
    ScreenVenue,
    /// The screen as what was talked about.
    ScreensAsTopic,
    /// Selling.
    Sell,
    /// Sharing of experience.
    Sharing,
    /// Pleasure, by itself without theme or sharing.
    Social,
    /// Stands, also without the word.
    Stand,
    /// The part of an evening that is a talk.
    Talk,
    /// It was another's: a guest's own words, and who bore the whole.
    Theirs,
    /// One thing, and then another.
    Then,
    /// Taking part in what somebody holds.
    TookPart,
    /// What people come to talk of; in a title they are a theme.
    Topic,
    /// Going somewhere.
    Trip,
    /// A little.
    Weak,
    /// The work of a board or a committee.
    Work,
    /// Yes.
    Yes,
}

impl Concept {
    const fn bit(self) -> Concepts {
        Concepts(1 << self.number())
    }

    #[expect(clippy::as_conversions, reason = "a unit variant of a byte-sized enum")]
    const fn number(self) -> u8 {
        self as u8
    }
}

impl Concepts {
    /// No concept.
    pub(super) const NONE: Self = Self(0);

    /// The set of these.
    pub(super) const fn of(concepts: &[Concept]) -> Self {
        let mut set = 0;
        let mut rest = concepts;
        while let [first, others @ ..] = rest {
            set |= first.bit().0;
            rest = others;
        }
        Self(set)
    }

    /// Whether this is in the set.
    pub(super) const fn has(self, concept: Concept) -> bool {
        self.0 & concept.bit().0 != 0
    }

    /// Whether the two have anything in common.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What both sets have.
    pub(super) const fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The set without the other.
    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether nothing is in it.
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Every concept with the text of its list.
pub(super) static LISTS: &[(Concept, &str)] = &[
    (Concept::Filler, include_str!("words/filler.txt")),
    (Concept::Gathering, include_str!("words/gathering.txt")),
    (Concept::Officer, include_str!("words/officer.txt")),
    (Concept::About, include_str!("words/about.txt")),
    (Concept::Act, include_str!("words/act.txt")),
    (Concept::After, include_str!("words/after.txt")),
    (Concept::Agenda, include_str!("words/agenda.txt")),
    (Concept::Arranged, include_str!("words/arranged.txt")),
    (Concept::Before, include_str!("words/before.txt")),
    (Concept::Board, include_str!("words/board.txt")),
    (Concept::Body, include_str!("words/body.txt")),
    (Concept::BodyHead, include_str!("words/body_head.txt")),
    (Concept::Border, include_str!("words/border.txt")),
    (Concept::CameToUs, include_str!("words/came_to_us.txt")),
    (Concept::Cancelled, include_str!("words/cancelled.txt")),
    (Concept::Channel, include_str!("words/channel.txt")),
    (Concept::Course, include_str!("words/course.txt")),
    (
        Concept::CourseOfPeers,
        include_str!("words/course_of_peers.txt"),
    ),
    (Concept::Ferry, include_str!("words/ferry.txt")),
    (Concept::Furniture, include_str!("words/furniture.txt")),
    (Concept::Giveout, include_str!("words/giveout.txt")),
    (Concept::Group, include_str!("words/group.txt")),
    (
        Concept::GuestSpeaker,
        include_str!("words/guest_speaker.txt"),
    ),
    (Concept::Guests, include_str!("words/guests.txt")),
    (Concept::Handout, include_str!("words/handout.txt")),
    (Concept::Held, include_str!("words/held.txt")),
    (Concept::House, include_str!("words/house.txt")),
    (Concept::Hybrid, include_str!("words/hybrid.txt")),
    (Concept::InRoom, include_str!("words/in_room.txt")),
    (Concept::Innocent, include_str!("words/innocent.txt")),
    (Concept::Joint, include_str!("words/joint.txt")),
    (Concept::LeaderIn, include_str!("words/leader_in.txt")),
    (Concept::Manned, include_str!("words/manned.txt")),
    (Concept::Meeting, include_str!("words/meeting.txt")),
    (Concept::Members, include_str!("words/members.txt")),
    (Concept::No, include_str!("words/no.txt")),
    (Concept::NoTheme, include_str!("words/no_theme.txt")),
    (
        Concept::NorwegianSide,
        include_str!("words/norwegian_side.txt"),
    ),
    (Concept::Not, include_str!("words/not.txt")),
    (Concept::Official, include_str!("words/official.txt")),
    (Concept::OneToOne, include_str!("words/one_to_one.txt")),
    (Concept::Over, include_str!("words/over.txt")),
    (Concept::Own, include_str!("words/own.txt")),
    (Concept::Partly, include_str!("words/partly.txt")),
    (Concept::Passers, include_str!("words/passers.txt")),
    (Concept::Peer, include_str!("words/peer.txt")),
    (Concept::Pleasant, include_str!("words/pleasant.txt")),
    (Concept::Public, include_str!("words/public.txt")),
    (Concept::Recruit, include_str!("words/recruit.txt")),
    (Concept::ScreenVenue, include_str!("words/screen_venue.txt")),
    (
        Concept::ScreensAsTopic,
        include_str!("words/screens_as_topic.txt"),
    ),
    (Concept::Sell, include_str!("words/sell.txt")),
    (Concept::Sharing, include_str!("words/sharing.txt")),
    (Concept::Social, include_str!("words/social.txt")),
    (Concept::Stand, include_str!("words/stand.txt")),
    (Concept::Talk, include_str!("words/talk.txt")),
    (Concept::Theirs, include_str!("words/theirs.txt")),
    (Concept::Then, include_str!("words/then.txt")),
    (Concept::TookPart, include_str!("words/took_part.txt")),
    (Concept::Topic, include_str!("words/topic.txt")),
    (Concept::Trip, include_str!("words/trip.txt")),
    (Concept::Weak, include_str!("words/weak.txt")),
    (Concept::Work, include_str!("words/work.txt")),
    (Concept::Yes, include_str!("words/yes.txt")),
];
