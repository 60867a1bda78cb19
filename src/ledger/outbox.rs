//! The letters: pending, sending, sent, failed, dead.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Transaction, params};
use serde::{Deserialize, Serialize};

use super::{Ledger, instant, stamp};

/// A letter to be queued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct QueuedLetter {
    /// Who is told: `chapter:12`, `adviser:Region`, `finance`.
    pub(crate) addressee: String,
    /// Digest of the content.
    pub(crate) digest: String,
    /// The letter as JSON.
    pub(crate) letter: String,
    /// When it was queued.
    pub(crate) queued: DateTime<Utc>,
}

/// A letter in the outbox.
#[derive(Clone, Debug)]
pub(crate) struct OutboxRow {
    /// The ledger's number; the Message-ID is made from it.
    pub(crate) id: i64,
    /// The letter as JSON.
    pub(crate) letter: String,
    /// When it was queued; the letter's Date.
    pub(crate) queued: DateTime<Utc>,
    /// How often it was tried.
    pub(crate) tries: u32,
}

/// What became of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// It left.
    Sent,
    /// It may leave later.
    Failed {
        /// The error, without addresses.
        problem: String,
    },
    /// It will not leave: a person must look.
    Dead {
        /// The error, without addresses.
        problem: String,
    },
}

/// The wait after the first failed try; it doubles with each.
const FIRST_WAIT_MINUTES: i64 = 10;
/// The longest wait.
const LONGEST_WAIT_MINUTES: i64 = 12 * 60;
/// After so many tries a letter is dead.
const MOST_TRIES: u32 = 12;

impl Ledger {
    /// The digest of the last letter to an addressee.
    pub(crate) fn last_letter(
        &self,
        addressee: &str,
        basis_year: i32,
    ) -> anyhow::Result<Option<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT digest FROM letter WHERE addressee = ?1 AND basis_year = ?2
             ORDER BY id DESC LIMIT 1",
        )?;
        let mut rows = statement.query(params![addressee, basis_year])?;
        Ok(match rows.next()? {
            Some(row) => Some(row.get(0)?),
            None => None,
        })
    }

    /// Letters that may be sent now, the older first. One left at `sending` was cut
    /// off in a try: it goes again under the same Message-ID.
    pub(crate) fn due_letters(&self, now: DateTime<Utc>) -> anyhow::Result<Vec<OutboxRow>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, letter, queued, tries FROM letter
             WHERE state IN ('pending', 'sending', 'failed')
             AND (next_try IS NULL OR next_try <= ?1) ORDER BY id",
        )?;
        let rows = statement.query_map([stamp(now)], |row| {
            let queued: String = row.get(2)?;
            Ok(OutboxRow {
                id: row.get(0)?,
                letter: row.get(1)?,
                queued: instant(2, &queued)?,
                tries: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Marks that a letter is on its way.
    pub(crate) fn sending(&mut self, id: i64) -> anyhow::Result<()> {
        self.connection
            .prepare_cached("UPDATE letter SET state = 'sending', tries = tries + 1 WHERE id = ?1")?
            .execute([id])?;
        Ok(())
    }

    /// Records what became of a try.
    pub(crate) fn tried(
        &mut self,
        row: &OutboxRow,
        state: &State,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let tries = row.tries + 1;
        let (word, next, sent, problem) = match state {
            State::Sent => ("sent", None, Some(stamp(now)), None),
            State::Failed { problem } if tries < MOST_TRIES => {
                let next = stamp(now + wait(tries));
                ("failed", Some(next), None, Some(problem))
            }
            State::Failed { problem } | State::Dead { problem } => {
                ("dead", None, None, Some(problem))
            }
        };
        self.connection
            .prepare_cached(
                "UPDATE letter SET state = ?2, next_try = ?3, sent = ?4, problem = ?5 WHERE id = ?1",
            )?
            .execute(params![row.id, word, next, sent, problem])?;
        Ok(())
    }

    /// How many letters there are in each state.
    pub(crate) fn letter_counts(&self, basis_year: i32) -> anyhow::Result<Vec<(String, u32)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT state, COUNT(*) FROM letter WHERE basis_year = ?1 GROUP BY state ORDER BY state",
        )?;
        let rows = statement.query_map([basis_year], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The state and time of the last letter to each addressee.
    pub(crate) fn letters_by_addressee(
        &self,
        basis_year: i32,
    ) -> anyhow::Result<Vec<(String, String, DateTime<Utc>)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT addressee, state, queued FROM letter WHERE basis_year = ?1 ORDER BY id",
        )?;
        let rows = statement.query_map([basis_year], |row| {
            let queued: String = row.get(2)?;
            Ok((row.get(0)?, row.get(1)?, instant(2, &queued)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Queues a letter in the transaction that records what it tells. A letter to the
/// same addressee that has not been tried yet is replaced: nobody is told what is
/// no longer so.
pub(super) fn queue(
    transaction: &Transaction<'_>,
    basis_year: i32,
    letter: &QueuedLetter,
) -> rusqlite::Result<()> {
    transaction
        .prepare_cached(
            "DELETE FROM letter WHERE addressee = ?1 AND basis_year = ?2
             AND state = 'pending' AND tries = 0",
        )?
        .execute(params![letter.addressee, basis_year])?;
    transaction
        .prepare_cached(
            "INSERT INTO letter (addressee, basis_year, digest, letter, queued, state)
             VALUES (?1, ?2, ?3, ?4, ?5, 'pending')",
        )?
        .execute(params![
            letter.addressee,
            basis_year,
            letter.digest,
            letter.letter,
            stamp(letter.queued)
        ])?;
    Ok(())
}

fn wait(tries: u32) -> TimeDelta {
    let doubled = FIRST_WAIT_MINUTES << tries.saturating_sub(1).min(10);
    TimeDelta::minutes(doubled.min(LONGEST_WAIT_MINUTES))
}
