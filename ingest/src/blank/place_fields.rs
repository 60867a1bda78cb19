//! The fields above the table: beside each other on a wide page, below each
//! other on a narrow one.

use super::layout::{Grid, Style, found, input};
use super::measure::{self, Span};
use crate::blank::Entry;
use crate::form::{Field, Item};

impl Grid<'_> {
    /// Places the fields, with headings where they stand below each other.
    pub(super) fn fields(&mut self, items: &'static [Item]) {
        let pairs = measure::pairs(&self.layout.widths);
        let headed = pairs.len() == 1;
        if headed {
            self.section(self.words.who_reports);
        }
        let (carried, own): (Vec<&Item>, Vec<&Item>) =
            items.iter().partition(|item| is_carried(item.field));
        self.lines(&carried, &pairs);
        if headed {
            self.section(self.words.about_the_year);
        }
        self.lines(&own, &pairs);
    }

    fn lines(&mut self, items: &[&Item], pairs: &[(Span, Span)]) {
        for line in items.chunks(pairs.len()) {
            for (item, (label, value)) in line.iter().zip(pairs) {
                self.field(item, *label, *value);
            }
            if line.iter().any(|item| is_long(item.field)) {
                self.layout.heights.push((self.row, 36.0));
            } else if pairs.len() > 1 {
                self.layout.heights.push((self.row, 20.0));
            }
            self.row += 1;
        }
    }

    fn field(&mut self, item: &Item, label: Span, value: Span) {
        let text = self.words.pick(item.label, item.label_nn);
        self.cell(label, Some(Entry::text(text)), Style::Label);
        self.cell(
            value,
            found(&self.filling.fields, item.field),
            input(item, false),
        );
        let place = (self.row, value.first);
        self.layout.fields.push((item.field, place));
        self.check(item, (place, place));
    }
}

/// Whether every form carries the field.
fn is_carried(field: Field) -> bool {
    matches!(
        field,
        Field::ChapterName
            | Field::OrganisationNumber
            | Field::County
            | Field::Municipality
            | Field::BasisYear
            | Field::ContactEmail
    )
}

/// Whether the answer may need more than one line.
fn is_long(field: Field) -> bool {
    matches!(field, Field::MemberActivityExample | Field::ChangeReason)
}
