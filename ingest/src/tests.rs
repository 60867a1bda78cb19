//! What holds of whatever comes, tried with made-up input: changed files, sheets and cells.
//!
//! Each target is tried with a few inputs, the same every time. With `-- --ignored`
//! each is tried for `TRY_SECONDS` seconds, 15 if nothing is said; another
//! `TRY_SEED` gives other inputs, and what fails is made as small as it can be.

mod cells;
mod change;
mod files;
mod sheets;
mod trial;

use trial::{briefly, for_long};

#[test]
fn the_guard_stands_any_bytes() {
    briefly(300, &change::changed(files::all()), files::guarded);
}

#[test]
fn a_workbook_opens_or_is_refused() {
    briefly(300, &change::changed(files::all()), files::opened);
}

#[test]
fn a_form_damaged_on_the_way_says_so() {
    briefly(200, &change::damaged(files::packages()), files::told);
}

#[test]
fn a_file_is_read_in_good_order() {
    briefly(150, &change::changed(files::all()), files::read);
}

#[test]
fn forms_are_recognised_in_any_sheet() {
    briefly(300, &sheets::drawn(), sheets::recognised);
}

#[test]
fn any_cell_is_understood_or_told() {
    briefly(20_000, &cells::asked(), cells::understood);
}

#[test]
#[ignore = "needs seconds of its own"]
fn the_guard_stands_any_bytes_for_long() {
    for_long("guard", &change::changed(files::all()), files::guarded);
}

#[test]
#[ignore = "needs seconds of its own"]
fn a_workbook_opens_or_is_refused_for_long() {
    for_long("workbook", &change::changed(files::all()), files::opened);
}

#[test]
#[ignore = "needs seconds of its own"]
fn a_form_damaged_on_the_way_says_so_for_long() {
    for_long("damage", &change::damaged(files::packages()), files::told);
}

#[test]
#[ignore = "needs seconds of its own"]
fn a_file_is_read_in_good_order_for_long() {
    for_long("file", &change::changed(files::all()), files::read);
}

#[test]
#[ignore = "needs seconds of its own"]
fn forms_are_recognised_in_any_sheet_for_long() {
    for_long("recognise", &sheets::drawn(), sheets::recognised);
}

#[test]
#[ignore = "needs seconds of its own"]
fn any_cell_is_understood_or_told_for_long() {
    for_long("cell", &cells::asked(), cells::understood);
}
