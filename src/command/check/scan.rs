//! Scanned pages among the files: they show the signatures of the forms beside them.

use std::path::{Path, PathBuf};

use samlerapport_ingest::{FormName, shown_by};

use super::ReadFile;

/// Lays each page beside the forms in its folder that it shows, and takes it away;
/// a page that belongs to no form stays.
pub(super) fn lay(paths: &[PathBuf], mut files: Vec<ReadFile>) -> Vec<ReadFile> {
    let pages: Vec<bool> = files.iter().map(is_page).collect();
    let mut taken = vec![false; files.len()];
    for ((path, page), taken) in paths.iter().zip(&pages).zip(&mut taken) {
        if !page {
            continue;
        }
        for (file, reading) in shown(path, paths, &files) {
            let file = files.get_mut(file);
            if let Some(reading) = file.and_then(|file| file.readings.get_mut(reading)) {
                reading.lay_scan();
                *taken = true;
            }
        }
    }
    let kept = files.into_iter().zip(taken).filter(|(_, taken)| !taken);
    kept.map(|(file, _)| file).collect()
}

/// The readings, by file and place in it, that a page shows the signatures of.
fn shown(page: &Path, paths: &[PathBuf], files: &[ReadFile]) -> Vec<(usize, usize)> {
    let names: Vec<String> = paths.iter().map(|path| name(path)).collect();
    let beside = paths.iter().zip(&names).zip(files).enumerate();
    let forms = beside.filter(|(_, ((path, _), _))| path.parent() == page.parent());
    let forms = forms.flat_map(|(at, ((_, name), file))| {
        let readings = file.readings.iter().enumerate();
        let reports = readings.filter(|(_, reading)| reading.report.is_some());
        reports.map(move |(nth, reading)| {
            let part = reading.part.as_deref();
            ((at, nth), FormName { file: name, part })
        })
    });
    shown_by(&name(page), forms)
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn is_page(file: &ReadFile) -> bool {
    file.readings
        .iter()
        .all(|reading| reading.is_page() && reading.part.is_none())
}
