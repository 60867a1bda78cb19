//! The letters: pending, sending, sent, failed, dead.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{OptionalExtension, Transaction, params};
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
    /// Digest of the register that the addresses are from.
    pub(crate) register: String,
    /// When it was queued.
    pub(crate) queued: DateTime<Utc>,
}

/// The last letter to an addressee.
#[derive(Clone, Debug)]
pub(crate) struct LastLetter {
    /// Digest of the content.
    pub(crate) digest: String,
    /// The letter as JSON.
    pub(crate) letter: String,
    /// `pending`, `sending`, `sent`, `failed` or `dead`.
    pub(crate) state: String,
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
    Sent {
        /// Receivers that were refused while others were not, if any.
        problem: Option<String>,
    },
    /// It may leave later.
    Failed {
        /// The error.
        problem: String,
    },
    /// It will not leave as it is: a person must look.
    Dead {
        /// The error.
        problem: String,
    },
}

/// The wait after the first failed try; it doubles with each.
const FIRST_WAIT_MINUTES: i64 = 10;
/// The longest wait.
const LONGEST_WAIT_MINUTES: i64 = 12 * 60;

impl Ledger {
    /// The last letter to an addressee.
    pub(crate) fn last_letter(
        &self,
        addressee: &str,
        basis_year: i32,
    ) -> anyhow::Result<Option<LastLetter>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT digest, letter, state FROM letter WHERE addressee = ?1 AND basis_year = ?2
             ORDER BY id DESC LIMIT 1",
        )?;
        let found = statement.query_row(params![addressee, basis_year], |row| {
            Ok(LastLetter {
                digest: row.get(0)?,
                letter: row.get(1)?,
                state: row.get(2)?,
            })
        });
        Ok(found.optional()?)
    }

    /// The last letter to an addressee that has left, or may have, and when it was queued.
    pub(crate) fn last_sent(
        &self,
        addressee: &str,
        basis_year: i32,
    ) -> anyhow::Result<Option<(String, DateTime<Utc>)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT letter, queued FROM letter WHERE addressee = ?1 AND basis_year = ?2
             AND state IN ('sent', 'sending') ORDER BY id DESC LIMIT 1",
        )?;
        let found = statement.query_row(params![addressee, basis_year], |row| {
            let queued: String = row.get(1)?;
            Ok((row.get(0)?, instant(1, &queued)?))
        });
        Ok(found.optional()?)
    }

    /// Addressees whose letter has not left, and was worded with another register: its
    /// addresses may be old.
    pub(crate) fn unsent_by_another_register(
        &self,
        basis_year: i32,
        register: &str,
    ) -> anyhow::Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT addressee FROM letter WHERE basis_year = ?1 AND register <> ?2
             AND state IN ('pending', 'failed', 'dead')
             AND id = (SELECT MAX(id) FROM letter AS later
                       WHERE later.addressee = letter.addressee
                       AND later.basis_year = letter.basis_year)",
        )?;
        let rows = statement.query_map(params![basis_year, register], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
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

    /// Marks that letters are on their way.
    pub(crate) fn sending(&mut self, rows: &[OutboxRow]) -> anyhow::Result<()> {
        let transaction = self.connection.transaction()?;
        for row in rows {
            transaction
                .prepare_cached("UPDATE letter SET state = 'sending' WHERE id = ?1")?
                .execute([row.id])?;
        }
        transaction.commit()?;
        Ok(())
    }

    /// Records what became of the tries, and puts those back that were not tried.
    pub(crate) fn tried(
        &mut self,
        outcomes: &[(&OutboxRow, State)],
        untried: &[OutboxRow],
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let transaction = self.connection.transaction()?;
        for (row, state) in outcomes {
            let tries = row.tries + 1;
            let (word, next, sent, problem) = match state {
                State::Sent { problem } => ("sent", None, Some(stamp(now)), problem.as_ref()),
                State::Failed { problem } => {
                    let next = stamp(now + wait(tries));
                    ("failed", Some(next), None, Some(problem))
                }
                State::Dead { problem } => ("dead", None, None, Some(problem)),
            };
            transaction
                .prepare_cached(
                    "UPDATE letter SET state = ?2, tries = ?3, next_try = ?4, sent = ?5,
                     problem = ?6 WHERE id = ?1",
                )?
                .execute(params![row.id, word, tries, next, sent, problem])?;
        }
        for row in untried {
            transaction
                .prepare_cached("UPDATE letter SET state = 'pending' WHERE id = ?1")?
                .execute([row.id])?;
        }
        transaction.commit()?;
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

    /// The states of the letters by addressee, the older first.
    pub(crate) fn letters_by_addressee(
        &self,
        basis_year: i32,
    ) -> anyhow::Result<Vec<(String, String)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT addressee, state FROM letter WHERE basis_year = ?1 ORDER BY id",
        )?;
        let rows = statement.query_map([basis_year], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Takes back the letters to an addressee that nobody has received: what they tell
/// is no longer so. One that was cut off in a try stays, since it may have left.
pub(super) fn withdraw(
    transaction: &Transaction<'_>,
    basis_year: i32,
    addressee: &str,
) -> rusqlite::Result<()> {
    transaction
        .prepare_cached(
            "DELETE FROM letter WHERE addressee = ?1 AND basis_year = ?2
             AND state IN ('pending', 'failed')",
        )?
        .execute(params![addressee, basis_year])?;
    Ok(())
}

/// Queues a letter in the transaction that records what it tells; it takes the place
/// of one to the same addressee that has not left.
pub(super) fn queue(
    transaction: &Transaction<'_>,
    basis_year: i32,
    letter: &QueuedLetter,
) -> rusqlite::Result<()> {
    withdraw(transaction, basis_year, &letter.addressee)?;
    transaction
        .prepare_cached(
            "INSERT INTO letter (addressee, basis_year, digest, letter, register, queued, state)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'pending')",
        )?
        .execute(params![
            letter.addressee,
            basis_year,
            letter.digest,
            letter.letter,
            letter.register,
            stamp(letter.queued)
        ])?;
    Ok(())
}

fn wait(tries: u32) -> TimeDelta {
    let doubled = FIRST_WAIT_MINUTES << tries.saturating_sub(1).min(10);
    TimeDelta::minutes(doubled.min(LONGEST_WAIT_MINUTES))
}
