//! What we tell people.
//!
//! Verdicts and gaps become letters; letters leave through a post.
//!
//! Invariants, as absences:
//! - What words a letter has, `compose` decides alone; how it leaves, `post` alone.
//! - No letter quotes a row's free text, lists people, or holds an address or a
//!   telephone number from a form.
//! - No letter has two chapters among its receivers.
//! - Nothing here knows what time it is, or whether a letter was sent before.

mod calm;
mod compose;
mod letter;
mod points;
mod post;
mod recipients;
#[cfg(test)]
mod samples;

pub use compose::{
    BookNews, ComposeError, Composer, Headline, LetterSettings, Occasion, RegionNews, Since,
    WorkbookNews,
};
pub use letter::{Address, Letter, LetterKind};
pub use points::ToldPoint;
pub use post::{
    Folder, Login, Memory, MessageKey, Password, Post, PostError, Posted, Security, Sent, Smtp,
    SmtpSettings,
};
pub use recipients::{Route, chapter_route, finance_route, operations_route, region_route};
