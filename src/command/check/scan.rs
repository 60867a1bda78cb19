//! Scanned pages among the files: they show the signatures of the forms beside them.

use std::path::{Path, PathBuf};

use samlerapport_ingest::file_stem;

use super::ReadFile;

/// Lays each page beside the forms of the same name and folder, and takes it away;
/// a page that belongs to no form stays.
pub(super) fn lay(paths: &[PathBuf], files: Vec<ReadFile>) -> Vec<ReadFile> {
    let mut files: Vec<(&Path, ReadFile)> = paths.iter().map(PathBuf::as_path).zip(files).collect();
    let pages: Vec<PathBuf> = files
        .iter()
        .filter(|(_, file)| is_page(file))
        .map(|(path, _)| path.to_path_buf())
        .collect();
    for page in pages {
        let mut laid = false;
        for (path, file) in &mut files {
            if beside(&page, path) && !is_page(file) {
                for reading in file
                    .readings
                    .iter_mut()
                    .filter(|read| read.report.is_some())
                {
                    reading.lay_scan();
                    laid = true;
                }
            }
        }
        files.retain(|(path, _)| !laid || *path != page);
    }
    files.into_iter().map(|(_, file)| file).collect()
}

fn is_page(file: &ReadFile) -> bool {
    file.readings
        .iter()
        .all(|reading| reading.is_page() && reading.part.is_none())
}

fn beside(page: &Path, form: &Path) -> bool {
    let stem = |path: &Path| {
        path.file_name()
            .map(|name| file_stem(&name.to_string_lossy()))
    };
    page.parent() == form.parent() && stem(page) == stem(form)
}
