//! The runs, and what advisers have decided.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use samlerapport_validate::Decision;

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

    /// What has been decided about a chapter's deliveries, the older first.
    pub(crate) fn decisions(&self, key: &str, basis_year: i32) -> anyhow::Result<Vec<Decision>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT decision FROM decision WHERE key = ?1 AND basis_year = ?2 ORDER BY id",
        )?;
        let rows = statement.query_map(params![key, basis_year], |row| row.get::<_, String>(0))?;
        let mut decisions = Vec::new();
        for row in rows {
            decisions.push(serde_json::from_str(&row?)?);
        }
        Ok(decisions)
    }
}
