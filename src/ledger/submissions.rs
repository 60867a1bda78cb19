//! Files, their arrivals, and the forms in them.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};

use super::{Ledger, instant, stamp};

/// A file whose bytes are safe in the archive, to be recorded.
#[derive(Clone, Debug)]
pub(crate) struct NewFile {
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// The name, made harmless.
    pub(crate) name: String,
    /// The path below the inbox as it was found.
    pub(crate) found: String,
    /// Bytes.
    pub(crate) size: u64,
}

/// How many of a batch came for the first time, and how many had come before. One
/// that was only still lying there is neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Arrivals {
    /// For the first time.
    pub(crate) new: usize,
    /// The same bytes as before.
    pub(crate) again: usize,
}

/// A recorded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ArchivedFile {
    /// The ledger's number.
    pub(crate) id: i64,
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// The name, made harmless.
    pub(crate) name: String,
    /// When it first arrived.
    pub(crate) arrived: DateTime<Utc>,
}

/// A form in a file, as the ledger keeps it.
#[derive(Clone, Debug)]
pub(crate) struct StoredDelivery {
    /// The ledger's number.
    pub(crate) id: i64,
    /// The file that it came in.
    pub(crate) file: ArchivedFile,
    /// Which of the forms in the file it is, from 0.
    pub(crate) position: u32,
    /// The readings of all forms in the file, encoded.
    pub(crate) readings: Vec<u8>,
}

/// What was read in one file.
#[derive(Clone, Debug)]
pub(crate) struct ReadFile {
    /// The ledger's number of the file.
    pub(crate) file: i64,
    /// The forms in it.
    pub(crate) forms: Vec<ReadForm>,
    /// Their readings, encoded.
    pub(crate) readings: Vec<u8>,
    /// Whether it is a decision workbook, and so no delivery.
    pub(crate) decisions: bool,
}

/// A form that was read.
#[derive(Clone, Debug)]
pub(crate) struct ReadForm {
    /// The basis year that it tells.
    pub(crate) year: Option<i32>,
    /// The number of its chapter, if that is known.
    pub(crate) chapter: Option<String>,
    /// What it can be to the files beside it.
    pub(crate) role: Option<Role>,
    /// Where in the file it stood, when that is a message or an archive.
    pub(crate) part: Option<String>,
}

/// What a delivery can be to the files beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A form, which a page beside it may show the signatures of.
    Form,
    /// A page or a picture.
    Page,
}

impl Role {
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Page => "page",
        }
    }
}

impl Ledger {
    /// Records a batch of arrivals in one transaction.
    pub(crate) fn record_arrivals(
        &mut self,
        files: &[NewFile],
        campaign: i32,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Arrivals> {
        let transaction = self.connection.transaction()?;
        let mut arrivals = Arrivals::default();
        {
            let mut insert = transaction.prepare_cached(
                "INSERT INTO file (sha256, name, size, arrived, campaign) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (sha256) DO NOTHING",
            )?;
            // The same name and bytes still waiting to be taken is the same arrival,
            // found again after a run that was broken off.
            let mut arrive = transaction.prepare_cached(
                "INSERT INTO arrival (file, name, arrived, taken)
                 SELECT id, ?2, ?3, 0 FROM file WHERE sha256 = ?1
                 AND NOT EXISTS (SELECT 1 FROM arrival WHERE arrival.file = file.id
                                 AND arrival.name = ?2 AND arrival.taken = 0)",
            )?;
            for file in files {
                let size = i64::try_from(file.size)?;
                let now = stamp(now);
                let added = insert.execute(params![file.sha256, file.name, size, now, campaign])?;
                let arrived = arrive.execute(params![file.sha256, file.found, now])?;
                arrivals.new += added;
                arrivals.again += usize::from(added == 0 && arrived == 1);
            }
        }
        transaction.commit()?;
        Ok(arrivals)
    }

    /// Whether a file with these bytes is recorded.
    pub(crate) fn has_file(&self, sha256: &str) -> anyhow::Result<bool> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT 1 FROM file WHERE sha256 = ?1")?;
        Ok(statement.exists([sha256])?)
    }

    /// Marks arrivals as moved out of the inbox.
    pub(crate) fn mark_taken(&mut self, found: &[String]) -> anyhow::Result<()> {
        let transaction = self.connection.transaction()?;
        {
            let mut update = transaction
                .prepare_cached("UPDATE arrival SET taken = 1 WHERE name = ?1 AND taken = 0")?;
            for name in found {
                update.execute([name])?;
            }
        }
        transaction.commit()?;
        Ok(())
    }

    /// Files that were not read yet, or by another version of the reader.
    pub(crate) fn unread(&self, reading_version: u16) -> anyhow::Result<Vec<ArchivedFile>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, sha256, name, arrived FROM file
             WHERE read_by IS NULL OR read_by <> ?1 ORDER BY id",
        )?;
        let files = statement.query_map([reading_version], |row| archived(row, 0))?;
        Ok(files.collect::<Result<_, _>>()?)
    }

    /// Records what was read in a batch of files, and whose it is by this register.
    pub(crate) fn record_readings(
        &mut self,
        read: &[ReadFile],
        reading_version: u16,
        register: &str,
    ) -> anyhow::Result<()> {
        let transaction = self.connection.transaction()?;
        {
            let mut mark = transaction.prepare_cached(
                "UPDATE file SET read_by = ?2, readings = ?3,
                     decisions = CASE WHEN ?4 THEN COALESCE(decisions, 0) END
                 WHERE id = ?1",
            )?;
            let mut insert = transaction.prepare_cached(
                "INSERT INTO delivery (file, position, year, register, chapter, role, part)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (file, position) DO UPDATE SET year = excluded.year,
                     register = excluded.register, chapter = excluded.chapter,
                     role = excluded.role, part = excluded.part",
            )?;
            let mut surplus = transaction
                .prepare_cached("DELETE FROM delivery WHERE file = ?1 AND position >= ?2")?;
            for file in read {
                mark.execute(params![
                    file.file,
                    reading_version,
                    file.readings,
                    file.decisions
                ])?;
                for (position, form) in file.forms.iter().enumerate() {
                    let position = i64::try_from(position)?;
                    let ReadForm {
                        year,
                        chapter,
                        role,
                        part,
                    } = form;
                    let role = role.map(Role::key);
                    insert.execute(params![
                        file.file, position, year, register, chapter, role, part
                    ])?;
                }
                surplus.execute(params![file.file, i64::try_from(file.forms.len())?])?;
            }
        }
        transaction.commit()?;
        Ok(())
    }

    /// Some of the deliveries that were not identified with this register.
    pub(crate) fn unidentified(&self, register: &str) -> anyhow::Result<Vec<StoredDelivery>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT delivery.id, delivery.position, file.readings,
                    file.id, file.sha256, file.name, file.arrived
             FROM delivery JOIN file ON file.id = delivery.file
             WHERE register IS NULL OR register <> ?1 ORDER BY delivery.id LIMIT 256",
        )?;
        let rows = statement.query_map([register], delivered)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Records whose deliveries they are.
    pub(crate) fn record_chapters(
        &mut self,
        identified: &[(i64, Option<String>)],
        register: &str,
    ) -> anyhow::Result<()> {
        let transaction = self.connection.transaction()?;
        {
            let mut update = transaction
                .prepare_cached("UPDATE delivery SET chapter = ?2, register = ?3 WHERE id = ?1")?;
            for (id, chapter) in identified {
                update.execute(params![id, chapter, register])?;
            }
        }
        transaction.commit()?;
        Ok(())
    }

    /// The deliveries that concern a basis year, with their chapters, the older first:
    /// those that tell this year, and those that came while it was compiled.
    pub(crate) fn deliveries_of(
        &self,
        basis_year: i32,
    ) -> anyhow::Result<Vec<(i64, Option<String>)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT delivery.id, chapter FROM delivery JOIN file ON file.id = delivery.file
             WHERE year = ?1 OR campaign = ?1 ORDER BY delivery.id",
        )?;
        let rows = statement.query_map([basis_year], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One delivery.
    pub(crate) fn delivery(&self, id: i64) -> anyhow::Result<Option<StoredDelivery>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT delivery.id, delivery.position, file.readings,
                    file.id, file.sha256, file.name, file.arrived
             FROM delivery JOIN file ON file.id = delivery.file WHERE delivery.id = ?1",
        )?;
        Ok(statement.query_row([id], delivered).optional()?)
    }

    /// When each known chapter last handed something in.
    pub(crate) fn last_arrivals(&self) -> anyhow::Result<Vec<(String, DateTime<Utc>)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT delivery.chapter, MAX(arrival.arrived) FROM delivery
             JOIN arrival ON arrival.file = delivery.file
             WHERE delivery.chapter IS NOT NULL GROUP BY delivery.chapter",
        )?;
        let rows = statement.query_map([], |row| {
            let arrived: String = row.get(1)?;
            Ok((row.get(0)?, instant(1, &arrived)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// When each known chapter last handed in a file whose bytes had come before.
    pub(crate) fn last_repeats(&self) -> anyhow::Result<Vec<(String, DateTime<Utc>)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT delivery.chapter, MAX(again.arrived) FROM arrival AS again
             JOIN delivery ON delivery.file = again.file
             WHERE delivery.chapter IS NOT NULL AND EXISTS (
                 SELECT 1 FROM arrival AS first
                 WHERE first.file = again.file AND first.id < again.id)
             GROUP BY delivery.chapter",
        )?;
        let rows = statement.query_map([], |row| {
            let arrived: String = row.get(1)?;
            Ok((row.get(0)?, instant(1, &arrived)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every file, the older first, for tracing.
    pub(crate) fn files(&self) -> anyhow::Result<Vec<ArchivedFile>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, sha256, name, arrived FROM file ORDER BY id")?;
        let files = statement.query_map([], |row| archived(row, 0))?;
        Ok(files.collect::<Result<_, _>>()?)
    }

    /// The names and times under which a file arrived.
    pub(crate) fn arrivals_of(&self, file: i64) -> anyhow::Result<Vec<(String, DateTime<Utc>)>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT name, arrived FROM arrival WHERE file = ?1 ORDER BY id")?;
        let rows = statement.query_map([file], |row| {
            let arrived: String = row.get(1)?;
            Ok((row.get(0)?, instant(1, &arrived)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn delivered(row: &rusqlite::Row<'_>) -> rusqlite::Result<StoredDelivery> {
    Ok(StoredDelivery {
        id: row.get(0)?,
        position: row.get(1)?,
        readings: row.get(2)?,
        file: archived(row, 3)?,
    })
}

fn archived(row: &rusqlite::Row<'_>, first: usize) -> rusqlite::Result<ArchivedFile> {
    let arrived: String = row.get(first + 3)?;
    Ok(ArchivedFile {
        id: row.get(first)?,
        sha256: row.get(first + 1)?,
        name: row.get(first + 2)?,
        arrived: instant(first + 3, &arrived)?,
    })
}
