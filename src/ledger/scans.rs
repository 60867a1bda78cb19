//! Scanned pages that came beside a form: the same name but for its ending, in the
//! same folder, at the same time.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use samlerapport_ingest::file_stem;

use super::{Ledger, instant};

/// A page may be found by the run after the one that found its form. What comes
/// later under the same name may be another chapter's.
const TOGETHER: TimeDelta = TimeDelta::hours(1);

/// Where a delivery lay, and when it came.
struct Lay {
    delivery: i64,
    /// The folder and the name without its ending.
    beside: (String, String),
    arrived: DateTime<Utc>,
}

impl Ledger {
    /// The pages and pictures of a year that came beside forms, each with the
    /// deliveries that it shows the signatures of.
    pub(crate) fn scans(&self, basis_year: i32) -> anyhow::Result<BTreeMap<i64, Vec<i64>>> {
        let pages = self.laid("page", basis_year)?;
        if pages.is_empty() {
            return Ok(BTreeMap::new());
        }
        let mut forms: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for form in self.laid("form", basis_year)? {
            forms
                .entry(form.beside)
                .or_default()
                .push((form.delivery, form.arrived));
        }
        let mut scans: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
        for page in pages {
            let beside = forms.get(&page.beside).into_iter().flatten();
            let together =
                beside.filter(|(_, arrived)| (*arrived - page.arrived).abs() <= TOGETHER);
            let forms: Vec<i64> = together.map(|(form, _)| *form).collect();
            if !forms.is_empty() {
                scans.entry(page.delivery).or_default().extend(forms);
            }
        }
        Ok(scans)
    }

    fn laid(&self, role: &str, basis_year: i32) -> anyhow::Result<Vec<Lay>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT delivery.id, arrival.name, arrival.arrived FROM delivery
             JOIN file ON file.id = delivery.file JOIN arrival ON arrival.file = delivery.file
             WHERE role = ?1 AND (year = ?2 OR campaign = ?2) ORDER BY delivery.id, arrival.id",
        )?;
        let rows = statement.query_map((role, basis_year), |row| {
            let (name, arrived): (String, String) = (row.get(1)?, row.get(2)?);
            let (folder, file) = name.rsplit_once('/').unwrap_or(("", &name));
            Ok(Lay {
                delivery: row.get(0)?,
                beside: (folder.to_owned(), file_stem(file)),
                arrived: instant(2, &arrived)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
