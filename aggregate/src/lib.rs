//! What was accepted becomes totals, points, gaps with prices, and the application.
//!
//! Invariants, as absences:
//! - No report is counted here that `validate` did not accept: days, people and
//!   chapters come from [`samlerapport_validate::Accepted`] alone.
//! - No type of polars or `rust_xlsxwriter` is part of the room's face.
//! - No file is opened or written, and no clock is asked: the workbook is bytes.

mod application;
mod basis;
mod book;
mod facts;
mod frame;
mod gaps;
mod grant;
mod measure;
mod people;
mod points;
mod roll;
mod ruling;
#[cfg(test)]
mod sample;
mod sheet;
mod totals;

pub use application::{Application, application};
pub use basis::Basis;
pub use book::{BookError, write};
pub use frame::AddUpError;
pub use gaps::{Gap, GapKind, Outstanding, Worth, gaps, outstanding};
pub use grant::{Frozen, GrantSettings, GroupFactor, LastRate, Members};
pub use people::{Listing, MergedPerson, same_people};
pub use points::{Band, BandPoints, Criterion, CriterionScore, Score, score};
pub use sheet::{Cell, Chart, Column, Format, Part, Sheet, Style, Table, Total};
pub use totals::{Figures, Group, Totals, add_up};
