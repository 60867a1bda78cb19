//! The hall: joins the rooms.
//!
//! Only here is state, time and order. A room never calls another one to its
//! right; the hall hands the work from one to the next, and [`run`](crate::run)
//! can be read from top to bottom.

mod archive;
mod clock;
mod command;
mod config;
mod copies;
mod cores;
mod digest;
mod durable;
mod inbox;
mod ledger;
mod lock;
mod log;
mod look;
mod progress;
mod reading;
mod run;
mod scans;
mod schedule;
mod serve;

pub use command::execute;
