//! What advisers have decided: every decision is kept, and the last one holds.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, params};
use samlerapport_validate::Decision;

use super::Ledger;

/// A decision to be recorded.
#[derive(Clone, Debug)]
pub(crate) struct NewDecision {
    /// The hearing that it belongs to: a chapter's number, or [`of_file`].
    pub(crate) key: String,
    /// What it is about: the hidden key of the line.
    pub(crate) subject: String,
    /// The decision.
    pub(crate) decision: Decision,
}

/// A decision workbook that has been read and not taken yet.
#[derive(Clone, Debug)]
pub(crate) struct UntakenBook {
    /// The ledger's number of the file.
    pub(crate) file: i64,
    /// Its readings, encoded.
    pub(crate) readings: Vec<u8>,
}

/// What one decision workbook adds.
#[derive(Clone, Debug)]
pub(crate) struct TakenBook {
    /// The ledger's number of the file.
    pub(crate) file: i64,
    /// The basis year.
    pub(crate) basis_year: i32,
    /// The region that it is for.
    pub(crate) region: String,
    /// Its decisions.
    pub(crate) decisions: Vec<NewDecision>,
    /// What could not be used, in sentences.
    pub(crate) complaints: Vec<String>,
}

/// The key of decisions about a file, whoever's it turns out to be.
pub(crate) fn of_file(sha256: &str) -> String {
    format!("file:{sha256}")
}

impl Ledger {
    /// What has been decided about a chapter's deliveries, the older first.
    pub(crate) fn decisions(&self, key: &str, basis_year: i32) -> anyhow::Result<Vec<Decision>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT decision FROM decision WHERE basis_year = ?2 AND (key = ?1 OR key IN (
                 SELECT 'file:' || file.sha256 FROM delivery JOIN file ON file.id = delivery.file
                 WHERE delivery.chapter = ?1
                    OR (delivery.chapter IS NULL AND '?' || delivery.id = ?1)))
             ORDER BY id",
        )?;
        let rows = statement.query_map(params![key, basis_year], |row| row.get::<_, String>(0))?;
        let mut decisions = Vec::new();
        for row in rows {
            decisions.push(serde_json::from_str(&row?)?);
        }
        Ok(decisions)
    }

    /// The last decision about each subject.
    pub(crate) fn last_decisions(
        &self,
        basis_year: i32,
    ) -> anyhow::Result<BTreeMap<String, Decision>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT subject, decision FROM decision WHERE basis_year = ?1 ORDER BY id",
        )?;
        let rows = statement.query_map([basis_year], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        let mut last = BTreeMap::new();
        for row in rows {
            let (subject, decision) = row?;
            last.insert(subject, serde_json::from_str(&decision)?);
        }
        Ok(last)
    }

    /// Decision workbooks that were read and not taken yet, the older first.
    pub(crate) fn untaken_books(&self) -> anyhow::Result<Vec<UntakenBook>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, readings FROM file WHERE decisions = 0 ORDER BY id")?;
        let books = statement.query_map([], |row| {
            Ok(UntakenBook {
                file: row.get(0)?,
                readings: row.get(1)?,
            })
        })?;
        Ok(books.collect::<Result<_, _>>()?)
    }

    /// Records what a decision workbook says, and that it has been taken, together.
    pub(crate) fn take_book(&mut self, book: &TakenBook) -> anyhow::Result<()> {
        let transaction = self.connection.transaction()?;
        {
            let mut insert = transaction.prepare_cached(
                "INSERT INTO decision (basis_year, key, subject, file, decision)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?;
            for new in &book.decisions {
                let decision = serde_json::to_string(&new.decision)?;
                let subject = &new.subject;
                insert.execute(params![
                    book.basis_year,
                    new.key,
                    subject,
                    book.file,
                    decision
                ])?;
            }
            // What was wrong in the workbook before this one is no longer told.
            transaction
                .prepare_cached("DELETE FROM complaint WHERE basis_year = ?1 AND region = ?2")?
                .execute(params![book.basis_year, book.region])?;
            let mut complain = transaction.prepare_cached(
                "INSERT INTO complaint (basis_year, region, words) VALUES (?1, ?2, ?3)",
            )?;
            for words in &book.complaints {
                complain.execute(params![book.basis_year, book.region, words])?;
            }
            transaction
                .prepare_cached("UPDATE file SET decisions = 1 WHERE id = ?1")?
                .execute([book.file])?;
        }
        transaction.commit()?;
        Ok(())
    }

    /// What could not be used in a region's last decision workbook.
    pub(crate) fn complaints(&self, region: &str, basis_year: i32) -> anyhow::Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT words FROM complaint WHERE region = ?1 AND basis_year = ?2 ORDER BY id",
        )?;
        let words = statement.query_map(params![region, basis_year], |row| row.get(0))?;
        Ok(words.collect::<Result<_, _>>()?)
    }

    /// SHA-256 of the decision workbook that was written last for a region.
    pub(crate) fn written_book(
        &self,
        region: &str,
        basis_year: i32,
    ) -> anyhow::Result<Option<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT sha256 FROM decision_book WHERE region = ?1 AND basis_year = ?2",
        )?;
        let found = statement.query_row(params![region, basis_year], |row| row.get(0));
        Ok(found.optional()?)
    }

    /// Records that a region's decision workbook is going to be written.
    pub(crate) fn record_book(
        &mut self,
        region: &str,
        basis_year: i32,
        sha256: &str,
    ) -> anyhow::Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO decision_book (region, basis_year, sha256) VALUES (?1, ?2, ?3)
                 ON CONFLICT (region, basis_year) DO UPDATE SET sha256 = excluded.sha256",
            )?
            .execute(params![region, basis_year, sha256])?;
        Ok(())
    }
}
