//! What was heard, and from what.

use std::collections::BTreeMap;

use rusqlite::{Transaction, params};
use samlerapport_ingest::LastYear;

use super::Ledger;
use super::outbox::{QueuedLetter, queue, withdraw};

/// The key of a hearing: the chapter's number, or `?DELIVERY` when no chapter is known.
pub(crate) type HeardKey = String;

/// A hearing to be recorded.
#[derive(Clone, Debug)]
pub(crate) struct Heard {
    /// Whose it is.
    pub(crate) key: HeardKey,
    /// Digest of all that it was heard from.
    pub(crate) inputs: String,
    /// The hearing, encoded by `validate`.
    pub(crate) outcome: Vec<u8>,
    /// Digest of the outcome.
    pub(crate) digest: String,
    /// What it adds up to, for the year after; `None` without a chapter.
    pub(crate) figures: Option<LastYear>,
}

impl Ledger {
    /// The digest of what each hearing was heard from.
    pub(crate) fn hearing_inputs(
        &self,
        basis_year: i32,
    ) -> anyhow::Result<BTreeMap<HeardKey, String>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT key, inputs FROM hearing WHERE basis_year = ?1")?;
        let rows = statement.query_map([basis_year], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every hearing as it was recorded, by key.
    pub(crate) fn hearings(&self, basis_year: i32) -> anyhow::Result<Vec<(HeardKey, Vec<u8>)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT key, outcome FROM hearing WHERE basis_year = ?1 ORDER BY key",
        )?;
        let rows = statement.query_map([basis_year], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What each chapter that handed something in came to.
    pub(crate) fn figures(&self, basis_year: i32) -> anyhow::Result<BTreeMap<HeardKey, LastYear>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT key, days, participants, people FROM hearing
             WHERE basis_year = ?1 AND days + people > 0 ORDER BY key",
        )?;
        let rows = statement.query_map([basis_year], |row| {
            let figures = LastYear {
                days: row.get(1)?,
                participants: row.get(2)?,
                peer_supporters: row.get(3)?,
            };
            Ok((row.get(0)?, figures))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A digest over the outcomes of all hearings, and those not worded yet.
    pub(crate) fn outcomes(
        &self,
        basis_year: i32,
    ) -> anyhow::Result<Vec<(HeardKey, String, bool)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT key, digest, worded IS NOT NULL AND worded = digest
             FROM hearing WHERE basis_year = ?1 ORDER BY key",
        )?;
        let rows = statement.query_map([basis_year], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Forgets what was heard, in a copy, so that everything is heard anew.
    pub(crate) fn forget_hearings(&mut self, basis_year: i32) -> anyhow::Result<()> {
        self.connection
            .execute("DELETE FROM hearing WHERE basis_year = ?1", [basis_year])?;
        Ok(())
    }

    /// Records everything that a run has judged and is going to tell, in one
    /// transaction: the hearings, those that are no more, the letters, and which
    /// outcomes are thereby worded.
    pub(crate) fn record_judgement(&mut self, judgement: &Judgement) -> anyhow::Result<()> {
        let transaction = self.connection.transaction()?;
        record_hearings(&transaction, judgement)?;
        for letter in &judgement.letters {
            queue(&transaction, judgement.basis_year, letter)?;
        }
        for key in &judgement.worded {
            transaction
                .prepare_cached(
                    "UPDATE hearing SET worded = digest WHERE key = ?1 AND basis_year = ?2",
                )?
                .execute(params![key, judgement.basis_year])?;
        }
        transaction.commit()?;
        Ok(())
    }
}

/// What one run adds to the ledger when it has judged.
#[derive(Clone, Debug, Default)]
pub(crate) struct Judgement {
    /// The basis year.
    pub(crate) basis_year: i32,
    /// Hearings that are new or came out anew.
    pub(crate) heard: Vec<Heard>,
    /// Keys of hearings that have no deliveries and no chapter any more.
    pub(crate) gone: Vec<HeardKey>,
    /// Addressees to whom there is nothing to say any more.
    pub(crate) withdrawn: Vec<String>,
    /// The letters to queue.
    pub(crate) letters: Vec<QueuedLetter>,
    /// Keys whose outcome is told by these letters, or needs none.
    pub(crate) worded: Vec<HeardKey>,
}

fn record_hearings(transaction: &Transaction<'_>, judgement: &Judgement) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO hearing (key, basis_year, inputs, outcome, digest,
             days, participants, people)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (key, basis_year) DO UPDATE SET inputs = excluded.inputs,
             outcome = excluded.outcome, digest = excluded.digest, days = excluded.days,
             participants = excluded.participants, people = excluded.people",
    )?;
    for heard in &judgement.heard {
        let figures = heard.figures.unwrap_or_default();
        insert.execute(params![
            heard.key,
            judgement.basis_year,
            heard.inputs,
            heard.outcome,
            heard.digest,
            figures.days,
            figures.participants,
            figures.peer_supporters
        ])?;
    }
    let mut delete =
        transaction.prepare_cached("DELETE FROM hearing WHERE key = ?1 AND basis_year = ?2")?;
    for key in &judgement.gone {
        delete.execute(params![key, judgement.basis_year])?;
        withdraw(transaction, judgement.basis_year, &format!("chapter:{key}"))?;
    }
    for addressee in &judgement.withdrawn {
        withdraw(transaction, judgement.basis_year, addressee)?;
    }
    Ok(())
}
