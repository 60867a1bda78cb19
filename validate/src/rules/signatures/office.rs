//! Who held which office on 31 December, by the register and by form 1.

use samlerapport_ingest::{Field, Report, folded_name};

use crate::people::{same, words};
use crate::personal::without_numbers;
use crate::scene::Scene;

/// The leader by the register, and by the list of the board in form 1.
pub(super) fn leaders<'a>(scene: &Scene<'a>, annual_report: Option<&'a Report>) -> Vec<&'a str> {
    let registered = scene.setting.chapter;
    let registered = registered.and_then(|chapter| chapter.leader.as_deref());
    let board = annual_report.into_iter().flat_map(|report| &report.board);
    let listed = board.filter_map(|row| {
        let office = folded_name(row.text(Field::Office)?);
        LEADS
            .contains(&office.as_str())
            .then(|| row.text(Field::Name))?
    });
    registered.into_iter().chain(listed).collect()
}

/// The names in the list of the board.
pub(super) fn names_of_board(annual_report: Option<&Report>) -> Vec<&str> {
    let board = annual_report.into_iter().flat_map(|report| &report.board);
    board.filter_map(|row| row.text(Field::Name)).collect()
}

/// Whether two ways of writing a name may be one person's.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let bare = |name: &str| {
        let mut words = words(&folded_name(&without_numbers(name)));
        words.retain(|word| !LEADS.contains(&word.as_str()));
        words
    };
    let (one, other) = (bare(one), bare(other));
    // A signature of one word, or none, tells too little to object to.
    one.len() < 2 || other.len() < 2 || same(&one, &other)
}

const LEADS: [&str; 6] = [
    "leder",
    "leiar",
    "styreleder",
    "styreleiar",
    "lagsleder",
    "lagsleiar",
];
