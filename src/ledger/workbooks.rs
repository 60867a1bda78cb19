//! The workbooks that were written, and which of them finance was told of.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, ToSql, params};

use super::outbox::{QueuedLetter, queue};
use super::{Ledger, conversion, instant, stamp};

/// A workbook that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrittenWorkbook {
    /// The ledger's number.
    pub(crate) id: i64,
    /// When it was written.
    pub(crate) written: DateTime<Utc>,
    /// Digest of all that it was compiled from.
    pub(crate) inputs: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its file name.
    pub(crate) name: String,
    /// The figures in short, as JSON.
    pub(crate) headline: String,
    /// The letter to finance, to be queued when it is published.
    pub(crate) letter: Option<QueuedLetter>,
    /// When finance was told of it.
    pub(crate) published: Option<DateTime<Utc>>,
    /// Whether it is the one that was submitted.
    pub(crate) frozen: bool,
}

impl Ledger {
    /// The last workbook of a basis year, the submitted one left aside.
    pub(crate) fn last_workbook(&self, basis_year: i32) -> anyhow::Result<Option<WrittenWorkbook>> {
        self.workbook_where("frozen = 0 ORDER BY id DESC", params![basis_year])
    }

    /// The first workbook of a basis year.
    pub(crate) fn first_workbook(
        &self,
        basis_year: i32,
    ) -> anyhow::Result<Option<WrittenWorkbook>> {
        self.workbook_where("frozen = 0 ORDER BY id", params![basis_year])
    }

    /// The last workbook that was written before an instant.
    pub(crate) fn last_workbook_before(
        &self,
        basis_year: i32,
        instant: DateTime<Utc>,
    ) -> anyhow::Result<Option<WrittenWorkbook>> {
        self.workbook_where(
            "frozen = 0 AND written < ?2 ORDER BY id DESC",
            params![basis_year, stamp(instant)],
        )
    }

    /// The workbook that was submitted.
    pub(crate) fn submitted_workbook(
        &self,
        basis_year: i32,
    ) -> anyhow::Result<Option<WrittenWorkbook>> {
        self.workbook_where("frozen = 1 ORDER BY id DESC", params![basis_year])
    }

    /// The last workbook that finance was told of.
    pub(crate) fn last_published(
        &self,
        basis_year: i32,
    ) -> anyhow::Result<Option<WrittenWorkbook>> {
        self.workbook_where(
            "published IS NOT NULL ORDER BY published DESC, id DESC",
            params![basis_year],
        )
    }

    fn workbook_where(
        &self,
        condition: &str,
        parameters: &[&dyn ToSql],
    ) -> anyhow::Result<Option<WrittenWorkbook>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT id, written, inputs, sha256, name, headline, published, frozen, letter
             FROM workbook WHERE basis_year = ?1 AND {condition} LIMIT 1"
        ))?;
        let found = statement.query_row(parameters, |row| {
            let written: String = row.get(1)?;
            let published: Option<String> = row.get(6)?;
            let letter: Option<String> = row.get(8)?;
            Ok(WrittenWorkbook {
                id: row.get(0)?,
                written: instant(1, &written)?,
                inputs: row.get(2)?,
                sha256: row.get(3)?,
                name: row.get(4)?,
                headline: row.get(5)?,
                published: published.map(|text| instant(6, &text)).transpose()?,
                frozen: row.get(7)?,
                letter: letter.map(|text| queued(8, &text)).transpose()?,
            })
        });
        Ok(found.optional()?)
    }

    /// Records a workbook that was written.
    pub(crate) fn record_workbook(
        &mut self,
        basis_year: i32,
        workbook: &WrittenWorkbook,
    ) -> anyhow::Result<()> {
        let letter = workbook
            .letter
            .as_ref()
            .map(serde_json::to_string)
            .transpose()?;
        self.connection
            .prepare_cached(
                "INSERT INTO workbook (basis_year, written, inputs, sha256, name, headline, frozen, letter)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                basis_year,
                stamp(workbook.written),
                workbook.inputs,
                workbook.sha256,
                workbook.name,
                workbook.headline,
                workbook.frozen,
                letter
            ])?;
        Ok(())
    }

    /// Queues the letter to finance and marks the workbook as published, together.
    pub(crate) fn publish(
        &mut self,
        basis_year: i32,
        workbook: &WrittenWorkbook,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let transaction = self.connection.transaction()?;
        if let Some(letter) = &workbook.letter {
            let letter = QueuedLetter {
                queued: now,
                ..letter.clone()
            };
            queue(&transaction, basis_year, &letter)?;
        }
        transaction
            .prepare_cached("UPDATE workbook SET published = ?2 WHERE id = ?1")?
            .execute(params![workbook.id, stamp(now)])?;
        transaction.commit()?;
        Ok(())
    }
}

fn queued(column: usize, text: &str) -> rusqlite::Result<QueuedLetter> {
    serde_json::from_str(text).map_err(|error| conversion(column, error))
}
