//! What a line alone among the rows says of those below it: what they are ("Besøk"), or
//! that they do not count ("Planlagt i 2026", "Avlyste treff:").

use super::about;
use super::grid::{Line, text};
use super::months;
use super::page::Page;
use super::table::{Stretch, Table};
use crate::fault::{Fault, FaultKind};
use crate::fold::folded_name;
use crate::form::FormId;

/// A longer text is no caption, and one with more words a sentence.
const LONGEST: usize = 50;
const MOST_WORDS: usize = 5;

impl Stretch<'_, '_> {
    /// Whether a line is no row, but says something of those below it: a caption, a month.
    pub(super) fn is_about_others(&mut self, line: Line, table: &mut Table) -> bool {
        let notes = self.notes(line);
        if self.is_caption(line) {
            table.captions.push(line.row);
            self.about = None;
            if !notes {
                self.out = None;
            }
            return true;
        }
        if let Some(span) = months::alone(self.cells(line)) {
            self.month = months::of(span).map(|month| month.after(self.month));
            return true;
        }
        notes
    }

    /// Notes what a line alone says of the rows below it; tells whether it said anything.
    fn notes(&mut self, line: Line) -> bool {
        let page = self.page;
        let [cell] = self.cells(line) else {
            return false;
        };
        let Some(typed) = text(cell) else {
            return false;
        };
        if takes_out(typed, page.form.id) {
            self.out = Some((cell.row, cell.column));
            return true;
        }
        // Another caption ends what the one before it said; a list's names are none.
        if page.form.id != FormId::PeerSupporters && months::alone(self.cells(line)).is_none() {
            self.out = None;
        }
        let asked = self.columns.iter().any(|column| {
            about::chosen(page).is_some_and(|(item, _)| item.field == column.item.field)
        });
        let said = about::said(page, cell).filter(|_| !asked && self.crosses.is_none());
        let says = said.is_some();
        if says {
            self.about = said;
        }
        says
    }

    /// Whether a row stands under a caption that takes it out, or a remark beside it says
    /// that it was not held: that is told at the caption or the remark.
    pub(super) fn is_out(&self, line: Line, table: &mut Table) -> bool {
        let Some((row, column)) = self.out.or_else(|| self.called_off(line)) else {
            return false;
        };
        let fault = Fault {
            kind: FaultKind::RowsLeftOut,
            place: Some(self.page.place(row, column)),
            field: None,
        };
        if !table.faults.contains(&fault) {
            table.faults.push(fault);
        }
        true
    }

    /// "Avlyst, ingen kom" in a column that we do not read.
    fn called_off(&self, line: Line) -> Option<(u32, u16)> {
        let mut others = self.cells(line).iter().filter(|cell| {
            let mut columns = self.columns.iter();
            !columns
                .any(|it| (it.from..=it.to).contains(&cell.column) || it.also == Some(cell.column))
        });
        let remark = others.find(|cell| text(cell).is_some_and(is_called_off))?;
        Some((remark.row, remark.column))
    }
}

fn is_called_off(text: &str) -> bool {
    // Most cells need not be folded to know.
    if !text.starts_with(['a', 'A', 'i', 'I']) {
        return false;
    }
    let folded = folded_name(text);
    [
        "avlyst",
        "innstilt",
        "ikke holdt",
        "ikkje halde",
        "ikke gjennomført",
        "ikkje gjennomført",
    ]
    .iter()
    .any(|words| begins(&folded, words))
}

/// Whether a folded text begins with whole words.
fn begins(folded: &str, words: &str) -> bool {
    let rest = folded.strip_prefix(words);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// The caption over a header that takes out what stands below it.
pub(super) fn over(page: &Page<'_>, header: u32) -> Option<(u32, u16)> {
    let mut above = (1..=2).filter_map(|up| header.checked_sub(up));
    above.find_map(|row| {
        let [cell] = page.grid.row(row) else {
            return None;
        };
        // On top of a sheet it is the title.
        let on_top = page.grid.rows.first().is_some_and(|line| line.row == row);
        let out = text(cell).is_some_and(|it| takes_out(it, page.form.id));
        (out && !on_top).then_some((cell.row, cell.column))
    })
}

/// Whether a caption says that what stands below it was not held, or not in this year.
fn takes_out(text: &str, form: FormId) -> bool {
    let folded = folded_name(text);
    if text.len() > LONGEST || folded.split(' ').count() > MOST_WORDS {
        return false;
    }
    let has = |known: &[&str]| folded.split(' ').any(|word| known.contains(&word));
    let held = has(&["gjennomført", "gjennomførte", "holdt", "holdte"]);
    let not = has(&["ikke", "ikkje"]);
    if held {
        return not;
    }
    if has(&["er", "var", "ble", "blei", "vart"]) {
        return false;
    }
    // "Avlyst pga. snø" between two rows is about one evening.
    let leads = text.trim_end().ends_with(':');
    has(&["planlagt", "planlagte", "planlagde"])
        || has(&["avlyste", "utsatte", "utsette", "innstilte"])
        || (leads && has(&["avlyst", "utsatt", "utsett", "innstilt"]))
        || begins(&folded, "i fjor")
        || begins(&folded, "neste aar")
        || (form == FormId::PeerSupporters && has(&["sluttet", "slutta", "tidligere", "tidlegare"]))
}

#[cfg(test)]
mod tests {
    use super::takes_out;
    use crate::form::FormId;

    #[test]
    fn captions_take_out_what_was_not_held() {
        let (activities, people) = (FormId::Activities, FormId::PeerSupporters);
        for (text, form, out) in [
            ("Planlagt i 2026", activities, true),
            ("Planlagt, ikke gjennomført:", activities, true),
            ("Planlagte og gjennomførte turer", activities, false),
            ("Avlyste treff", activities, true),
            ("Avlyst:", activities, true),
            ("Avlyst pga. snø", activities, false),
            ("Ikke gjennomført", activities, true),
            ("I fjor (2024)", activities, true),
            (
                "I fjor sommer var det stille, men så kom høsten med mye nytt",
                activities,
                false,
            ),
            ("Tidligere deltakere", activities, false),
            ("Har sluttet", people, true),
            ("Våren", activities, false),
            ("Neste år fortsetter vi samme sted", activities, false),
            ("Turene er planlagt av styret", activities, false),
        ] {
            assert_eq!(takes_out(text, form), out, "{text}");
        }
    }
}
