//! The words of a row, as typed, and whose they are.

/// Which form the row stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum RowForm {
    /// Form 2: one day of a meeting place; the chapter arranges it.
    MeetingPlace,
    /// Form 3.
    #[default]
    Activity,
    /// Form 5: `kind_word` is the kind of contact; the person arranges it.
    Visit,
}

/// All that the classification looks at; blank text is nothing told.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RowWords<'a> {
    /// Which form the row stands in.
    pub(crate) form: RowForm,
    /// Form 3's title; form 2's name of the meeting place.
    pub(crate) title: &'a str,
    /// The chapter's own word for it (Type; form 5: Form).
    pub(crate) kind_word: &'a str,
    /// The theme.
    pub(crate) theme: &'a str,
    /// How experience was shared.
    pub(crate) sharing: &'a str,
    /// Where.
    pub(crate) venue: &'a str,
    /// Who arranged it.
    pub(crate) organiser: &'a str,
    /// The leading peer supporter.
    pub(crate) leader: &'a str,
    /// How many took part, least and most, if it could be read.
    pub(crate) participants: Option<(u32, u32)>,
    /// Whether it may count without theme and sharing, as the organisation has it.
    pub(crate) free_of_substance: bool,
    /// How many took part, as typed.
    pub(crate) participants_typed: &'a str,
}
