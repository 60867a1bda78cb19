//! Where forms and scanned pages lay, and when they came.

use chrono::{DateTime, Utc};

use super::{Ledger, Role, instant};

/// Where a delivery lay, and when it came: once for each arrival.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lay {
    /// The ledger's number of the delivery.
    pub(crate) delivery: i64,
    /// The folder below the inbox.
    pub(crate) folder: String,
    /// The name in that folder, as it was found.
    pub(crate) name: String,
    /// Where in the file it stood.
    pub(crate) part: Option<String>,
    /// The number of its chapter, if that is known.
    pub(crate) chapter: Option<String>,
    /// When it came.
    pub(crate) arrived: DateTime<Utc>,
}

impl Ledger {
    /// The deliveries of a year that can be this to the files beside them, the older
    /// first.
    pub(crate) fn laid(&self, role: Role, basis_year: i32) -> anyhow::Result<Vec<Lay>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT delivery.id, arrival.name, delivery.part, delivery.chapter, arrival.arrived
             FROM delivery
             JOIN file ON file.id = delivery.file JOIN arrival ON arrival.file = delivery.file
             WHERE role = ?1 AND (year = ?2 OR campaign = ?2) ORDER BY delivery.id, arrival.id",
        )?;
        let rows = statement.query_map((role.key(), basis_year), |row| {
            let (path, arrived): (String, String) = (row.get(1)?, row.get(4)?);
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
            Ok(Lay {
                delivery: row.get(0)?,
                folder: folder.to_owned(),
                name: name.to_owned(),
                part: row.get(2)?,
                chapter: row.get(3)?,
                arrived: instant(4, &arrived)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
