//! The runs.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};

use super::{Ledger, instant, stamp};

/// The last run that came to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LastRun {
    /// When it began.
    pub(crate) started: DateTime<Utc>,
    /// What it did, as JSON.
    pub(crate) summary: String,
}

impl Ledger {
    /// Records that a run begins; gives its number.
    pub(crate) fn begin_run(&mut self, now: DateTime<Utc>) -> anyhow::Result<i64> {
        self.connection
            .execute("INSERT INTO run (started) VALUES (?1)", [stamp(now)])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Records that a run has come to its end.
    pub(crate) fn end_run(
        &mut self,
        run: i64,
        now: DateTime<Utc>,
        summary: &str,
    ) -> anyhow::Result<()> {
        self.connection.execute(
            "UPDATE run SET finished = ?2, summary = ?3 WHERE id = ?1",
            params![run, stamp(now), summary],
        )?;
        Ok(())
    }

    /// The last run that came to its end.
    pub(crate) fn last_run(&self) -> anyhow::Result<Option<LastRun>> {
        let found = self.connection.query_row(
            "SELECT started, summary FROM run WHERE finished IS NOT NULL ORDER BY id DESC LIMIT 1",
            [],
            |row| {
                let started: String = row.get(0)?;
                Ok(LastRun {
                    started: instant(0, &started)?,
                    summary: row.get(1)?,
                })
            },
        );
        Ok(found.optional()?)
    }
}
