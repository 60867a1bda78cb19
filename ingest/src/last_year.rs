//! What a chapter had the year before, to hold this year's figures against.

/// A chapter's figures of the year before; what nobody knows is not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LastYear {
    /// Activity days.
    pub days: Option<u32>,
    /// Participants, added up over the activity days.
    pub participants: Option<u32>,
    /// Peer supporters.
    pub peer_supporters: Option<u32>,
}
