//! Labelled rows against the classification.

use super::{RowWords, classify};

#[test]
fn a_blank_row_has_neither_theme_nor_sharing() {
    let answer = classify(&RowWords::default());
    assert!(!answer.theme && !answer.sharing);
}
