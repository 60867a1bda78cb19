//! Where the row of a line stands, as the adviser sees it: chapter, file, form or sheet.

use crate::arrival::sha256;
use crate::cell::plain;

/// Those that every line has.
pub(super) const ALWAYS: [&str; 2] = ["Lag", "Fil"];

/// The columns that say so, in the order in which they are told.
const LABELS: [&str; 5] = ["Lag", "Fil", "Skjema", "Ark", ROW];
const ROW: &str = "Rad";

/// What stands in these columns of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place(Vec<(&'static str, String)>);

impl Place {
    /// The place that stands in the columns with these labels.
    pub(super) fn of(told: impl Fn(&str) -> Option<String>) -> Self {
        let told = LABELS.into_iter().filter_map(|label| {
            let told = told(label)?;
            // As the cell will be read back: letters composed, outer blanks of any kind gone.
            let told = plain::trimmed(&told);
            let words: Vec<&str> = told.split_whitespace().collect();
            (!words.is_empty()).then(|| (label, words.join(" ")))
        });
        Self(told.collect())
    }

    /// What ties the place to the hidden key: visible columns may have been sorted
    /// without the hidden ones.
    pub(super) fn mark(&self, key: &str) -> String {
        let told = format!("{key}\u{1f}{:?}", self.0);
        sha256(told.as_bytes()).chars().take(16).collect()
    }

    /// "Samtalen Åsvær, aktiviteter.xlsx, Aktiviteter, rad 9".
    pub(super) fn words(&self) -> String {
        let words = self.0.iter().map(|(label, told)| match *label {
            ROW => format!("rad {told}"),
            _ => told.clone(),
        });
        words.collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_place_is_one_however_its_letters_are_made() {
        let mark = |sheet: &str| {
            let place = Place::of(|label| (label == "Ark").then(|| sheet.to_owned()));
            place.mark("nøkkel")
        };
        assert_eq!(mark("Årets møter"), mark("A\u{30a}rets møter\u{200b}"));
        assert_ne!(mark("Årets møter"), mark("Årets turer"));
    }
}
