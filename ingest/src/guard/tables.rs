//! Filters of a sheet's tables: a row that one of them hides was not hidden by hand.

use std::collections::BTreeMap;

use super::Around;
use super::hidden::filtered;
use super::package::Package;
use super::tags::tags;
use crate::workbook::OutOfSight;

/// Looks at the tables of the sheets that hide rows; few have any.
pub(super) fn look(package: &mut Package<'_>, sheets: &mut BTreeMap<String, Around>) {
    for (part, around) in sheets {
        let by_hand = around.out_of_sight.rows.iter().any(|rows| !rows.filtered);
        if !by_hand {
            continue;
        }
        for table in tables(package, part) {
            let stretch = filtered(&table);
            around.out_of_sight = refiltered(&around.out_of_sight, stretch);
        }
    }
}

/// The parts of a sheet's tables. One that cannot be read filters nothing.
fn tables(package: &mut Package<'_>, sheet: &str) -> Vec<Vec<u8>> {
    let (folder, file) = sheet.rsplit_once('/').unwrap_or(("", sheet));
    let relations = package.part(&format!("{folder}/_rels/{file}.rels"));
    let Ok(Some(relations)) = relations else {
        return Vec::new();
    };
    let targets = tags(&relations).filter_map(|tag| tag.attribute("Target"));
    let files = targets.filter_map(|target| Some(target.rsplit_once("tables/")?.1));
    let names: Vec<String> = files
        .filter_map(|file| {
            let end = format!("/tables/{file}").to_ascii_lowercase();
            let mut names = package.names.iter();
            names
                .find(|name| name.to_ascii_lowercase().ends_with(&end))
                .cloned()
        })
        .collect();
    let read = names.iter().filter_map(|name| package.part(name).ok());
    read.flatten().collect()
}

/// The same rows, those that a filter looks at set apart.
fn refiltered(before: &OutOfSight, (first, last): (u32, u32)) -> OutOfSight {
    let mut after = OutOfSight {
        rows: Vec::new(),
        columns: before.columns.clone(),
    };
    for rows in &before.rows {
        let (from, to) = (rows.from.max(first), rows.to.min(last));
        if rows.filtered || from > to {
            after.hide(rows.from, rows.to, rows.filtered);
            continue;
        }
        if rows.from < from {
            after.hide(rows.from, from - 1, false);
        }
        after.hide(from, to, true);
        if to < rows.to {
            after.hide(to + 1, rows.to, false);
        }
    }
    after
}
