//! Door to SQLite: what we have seen, judged and told.
//!
//! The rows are plain; the promises are in the transactions. A file is recorded
//! when its bytes are safe in the archive; verdicts and the letters that tell
//! them are recorded together; a letter is marked before and after it is sent.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, bail};
use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, OpenFlags};

use crate::durable;

mod decisions;
mod hearings;
mod laid;
mod outbox;
mod runs;
mod submissions;
mod workbooks;

pub(crate) use decisions::{Latest, LatestDecisions, NewDecision, ReadBook, TakenBook, of_file};
pub(crate) use hearings::{Heard, HeardKey, Judgement};
pub(crate) use laid::Lay;
pub(crate) use outbox::{LastLetter, OutboxRow, QueuedLetter, State};
pub(crate) use submissions::{ArchivedFile, NewFile, ReadFile, ReadForm, Role, StoredDelivery};
pub(crate) use workbooks::WrittenWorkbook;

/// The version of `schema.sql`; kept in SQLite's `user_version`.
const SCHEMA: i32 = 1;

/// The ledger of one working folder.
#[derive(Debug)]
pub(crate) struct Ledger {
    connection: Connection,
}

impl Ledger {
    /// Opens the ledger, making it if it is not there.
    pub(crate) fn open(path: &Path) -> anyhow::Result<Self> {
        // Made with our own rights first: SQLite gives its other files the same.
        if !path.exists() {
            durable::create(path)
                .with_context(|| format!("cannot make the ledger {}", path.display()))?;
        }
        let connection = Connection::open(path)
            .with_context(|| format!("cannot open the ledger {}", path.display()))?;
        Self::prepare(connection).with_context(|| format!("the ledger {}", path.display()))
    }

    /// A ledger that nothing is kept of, for a dry run from an empty start.
    pub(crate) fn in_memory() -> anyhow::Result<Self> {
        Self::prepare(Connection::open_in_memory()?)
    }

    /// Opens the ledger to look into it; nothing can be written. One that is not there
    /// is empty.
    pub(crate) fn look_into(path: &Path) -> anyhow::Result<Self> {
        if !path.exists() {
            return Self::in_memory();
        }
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
            .with_context(|| format!("cannot open the ledger {}", path.display()))?;
        connection.busy_timeout(Duration::from_secs(10))?;
        Ok(Self { connection })
    }

    /// A copy in memory of the ledger on disk: a dry run may write into it.
    pub(crate) fn copy_of(path: &Path) -> anyhow::Result<Self> {
        if !path.exists() {
            return Self::in_memory();
        }
        let source = Connection::open(path)?;
        let mut connection = Connection::open_in_memory()?;
        {
            let backup = rusqlite::backup::Backup::new(&source, &mut connection)?;
            backup.run_to_completion(1_000, Duration::ZERO, None)?;
        }
        Self::prepare(connection)
    }

    fn prepare(connection: Connection) -> anyhow::Result<Self> {
        connection.busy_timeout(Duration::from_secs(10))?;
        let mode: String =
            connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        if !matches!(mode.as_str(), "wal" | "memory") {
            bail!(
                "cannot keep a write-ahead log here (journal mode {mode}); the ledger must lie on a local disk, not on a network share"
            );
        }
        // FULL: what a letter tells must not be forgotten by a power cut.
        connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")?;
        let version: i32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        match version {
            0 => {
                let schema = include_str!("ledger/schema.sql");
                connection.execute_batch(&format!(
                    "BEGIN; {schema} PRAGMA user_version = {SCHEMA}; COMMIT;"
                ))?;
            }
            SCHEMA => {}
            other => bail!(
                "was written by another version of samlerapport (schema {other}, this one knows {SCHEMA})"
            ),
        }
        Ok(Self { connection })
    }
}

/// An instant as the ledger keeps it: sorts as text.
fn stamp(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The instant that [`stamp`] wrote.
fn instant(column: usize, text: &str) -> rusqlite::Result<DateTime<Utc>> {
    text.parse().map_err(|error| conversion(column, error))
}

/// A column that does not hold what it should.
fn conversion(
    column: usize,
    error: impl std::error::Error + Send + Sync + 'static,
) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
}
