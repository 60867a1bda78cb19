//! What advisers have decided: every decision is kept, and the last one holds.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};
use samlerapport_validate::Decision;

use super::Ledger;
use crate::digest;

/// A decision to be recorded.
#[derive(Clone, Debug)]
pub(crate) struct NewDecision {
    /// The hearing that it belongs to: a chapter's number, or [`of_file`].
    pub(crate) key: String,
    /// What it is about: the hidden key of the line.
    pub(crate) subject: String,
    /// The decision; one that is taken back is the one that stood, with who took it back,
    /// when and why.
    pub(crate) decision: Decision,
    /// Whether it is taken, not taken back.
    pub(crate) holds: bool,
}

/// What was last said about a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Latest {
    /// The decision; one that was taken back is the one that stood, with who took it
    /// back, when and why.
    pub(crate) decision: Decision,
    /// Whether it holds, and was not taken back.
    pub(crate) holds: bool,
}

/// What was last said about each subject, by its key.
pub(crate) type LatestDecisions = BTreeMap<String, Latest>;

/// A decision workbook that has been read.
#[derive(Clone, Debug)]
pub(crate) struct ReadBook {
    /// The ledger's number of the file.
    pub(crate) file: i64,
    /// Its name, made harmless.
    pub(crate) name: String,
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
    /// The regions whose advisers are told what could not be used.
    pub(crate) regions: Vec<String>,
    /// Whether the workbook is the one that we wrote for the region and the year; the
    /// decisions of another are not taken.
    pub(crate) trusted: bool,
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
            "SELECT decision FROM decision AS this
             WHERE basis_year = ?2 AND holds = 1 AND (key = ?1 OR key IN (
                 SELECT 'file:' || file.sha256 FROM delivery JOIN file ON file.id = delivery.file
                 WHERE delivery.chapter = ?1
                    OR (delivery.chapter IS NULL AND '?' || delivery.id = ?1)))
             AND NOT EXISTS (SELECT 1 FROM decision AS later
                 WHERE later.basis_year = ?2 AND later.subject = this.subject
                   AND later.id > this.id AND later.holds = 0)
             ORDER BY id",
        )?;
        let rows = statement.query_map(params![key, basis_year], |row| row.get::<_, String>(0))?;
        let mut decisions = Vec::new();
        for row in rows {
            decisions.push(serde_json::from_str(&row?)?);
        }
        Ok(decisions)
    }

    /// The last decision about each subject, those that were taken back left out.
    pub(crate) fn last_decisions(
        &self,
        basis_year: i32,
    ) -> anyhow::Result<BTreeMap<String, Decision>> {
        let latest = self.latest_decisions(basis_year)?.into_iter();
        let standing = latest.filter(|(_, latest)| latest.holds);
        Ok(standing
            .map(|(subject, latest)| (subject, latest.decision))
            .collect())
    }

    /// What was last said about each subject, be it that a decision is taken back.
    pub(crate) fn latest_decisions(&self, basis_year: i32) -> anyhow::Result<LatestDecisions> {
        let mut statement = self.connection.prepare_cached(
            "SELECT subject, decision, holds FROM decision WHERE basis_year = ?1 ORDER BY id",
        )?;
        let rows = statement.query_map([basis_year], said)?;
        let mut latest = BTreeMap::new();
        for row in rows {
            let (subject, decision, holds) = row?;
            let decision = serde_json::from_str(&decision)?;
            latest.insert(subject, Latest { decision, holds });
        }
        Ok(latest)
    }

    /// Decision workbooks that were read and not taken yet, the older first.
    pub(crate) fn untaken_books(&self) -> anyhow::Result<Vec<ReadBook>> {
        self.books_that_are(0)
    }

    /// Decision workbooks that were taken and not answered yet, the older first.
    pub(crate) fn unanswered_books(&self) -> anyhow::Result<Vec<ReadBook>> {
        self.books_that_are(1)
    }

    fn books_that_are(&self, state: i32) -> anyhow::Result<Vec<ReadBook>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, name, readings FROM file WHERE decisions = ?1 ORDER BY id",
        )?;
        let books = statement.query_map([state], |row| {
            Ok(ReadBook {
                file: row.get(0)?,
                name: row.get(1)?,
                readings: row.get(2)?,
            })
        })?;
        Ok(books.collect::<Result<_, _>>()?)
    }

    /// Whether a file is a decision workbook.
    pub(crate) fn is_book(&self, file: i64) -> anyhow::Result<bool> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT 1 FROM file WHERE id = ?1 AND decisions IS NOT NULL")?;
        Ok(statement.exists([file])?)
    }

    /// What was taken from a workbook, by subject, in the order of its lines.
    pub(crate) fn decisions_in(&self, file: i64) -> anyhow::Result<Vec<(String, Latest)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT subject, decision, holds FROM decision WHERE file = ?1 ORDER BY id",
        )?;
        let rows = statement.query_map([file], said)?;
        let mut decisions = Vec::new();
        for row in rows {
            let (subject, decision, holds) = row?;
            let decision = serde_json::from_str(&decision)?;
            decisions.push((subject, Latest { decision, holds }));
        }
        Ok(decisions)
    }

    /// Notes what a region's advisers are to be told of their workbook, each once.
    pub(crate) fn complain(
        &mut self,
        basis_year: i32,
        regions: &[String],
        complaints: &[String],
    ) -> anyhow::Result<()> {
        let transaction = self.connection.transaction()?;
        complain(&transaction, basis_year, regions, complaints)?;
        transaction.commit()?;
        Ok(())
    }

    /// Records what decision workbooks say, and that they have been taken, together.
    pub(crate) fn take_books(&mut self, books: &[TakenBook]) -> anyhow::Result<()> {
        // What a run that was broken off took has still to be told.
        let all_told = !self.owes_an_answer()?;
        let transaction = self.connection.transaction()?;
        for book in books.iter().filter(|book| book.trusted && all_told) {
            // What was wrong in the workbook before this one is no longer told.
            let mut forget = transaction
                .prepare_cached("DELETE FROM complaint WHERE basis_year = ?1 AND region = ?2")?;
            for region in &book.regions {
                forget.execute(params![book.basis_year, region])?;
            }
        }
        for book in books {
            record_decisions(&transaction, book)?;
            complain(
                &transaction,
                book.basis_year,
                &book.regions,
                &book.complaints,
            )?;
            transaction
                .prepare_cached("UPDATE file SET decisions = 1 WHERE id = ?1")?
                .execute([book.file])?;
        }
        transaction.commit()?;
        Ok(())
    }

    /// Whether a decision workbook was taken whose adviser has not been answered.
    pub(crate) fn owes_an_answer(&self) -> anyhow::Result<bool> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT 1 FROM file WHERE decisions = 1")?;
        Ok(statement.exists([])?)
    }

    /// Records that every adviser has been answered, by letter and by a new workbook.
    pub(crate) fn books_answered(&mut self) -> anyhow::Result<()> {
        self.connection
            .prepare_cached("UPDATE file SET decisions = 2 WHERE decisions = 1")?
            .execute([])?;
        Ok(())
    }

    /// What shows that a region's decision workbook is this installation's own.
    pub(crate) fn token(&self, region: &str, basis_year: i32) -> anyhow::Result<String> {
        let secret: Vec<u8> = self
            .connection
            .prepare_cached("SELECT bytes FROM secret")?
            .query_row([], |row| row.get(0))?;
        let year = basis_year.to_le_bytes();
        Ok(digest::keyed(&secret, [&year, region.as_bytes()]))
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

/// Subject, decision, and whether it holds.
fn said(row: &rusqlite::Row<'_>) -> rusqlite::Result<(String, String, bool)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn record_decisions(connection: &Connection, book: &TakenBook) -> anyhow::Result<()> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO decision (basis_year, key, subject, file, decision, holds)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for new in &book.decisions {
        let decision = serde_json::to_string(&new.decision)?;
        insert.execute(params![
            book.basis_year,
            new.key,
            new.subject,
            book.file,
            decision,
            new.holds
        ])?;
    }
    Ok(())
}

fn complain(
    connection: &Connection,
    basis_year: i32,
    regions: &[String],
    complaints: &[String],
) -> anyhow::Result<()> {
    let mut complain = connection.prepare_cached(
        "INSERT INTO complaint (basis_year, region, words) SELECT ?1, ?2, ?3
         WHERE NOT EXISTS (SELECT 1 FROM complaint
             WHERE basis_year = ?1 AND region = ?2 AND words = ?3)",
    )?;
    for region in regions {
        for words in complaints {
            complain.execute(params![basis_year, region, words])?;
        }
    }
    Ok(())
}
