//! The signature blocks below the table: field, name, date.

use super::layout::{Grid, SignaturePlace, Style};
use super::{Entry, SignatureEntry, measure};
use crate::form::{Caption, Kind, SIGNATURE_DATE, SIGNER_NAME, SignatureBlock};

impl Grid<'_> {
    /// Places the blocks; a second entry of a role goes to its second block.
    pub(super) fn signatures(&mut self, blocks: &'static [SignatureBlock]) {
        self.section(self.words.confirmation);
        self.whole_row(self.words.confirming, Style::Guidance, 18.0);
        for (index, block) in blocks.iter().enumerate() {
            let earlier = blocks.iter().take(index);
            let skip = earlier.filter(|other| other.role == block.role).count();
            let entries = self.filling.signatures.iter();
            let entry = entries.filter(|entry| entry.role == block.role).nth(skip);
            self.signature(block, entry);
        }
    }

    fn signature(&mut self, block: &SignatureBlock, entry: Option<&SignatureEntry>) {
        let (label, value) = measure::signature_spans(&self.layout.widths);
        let text = self.words.pick(block.label, block.label_nn);
        let typed = entry.and_then(|entry| entry.typed.clone());
        let field = (self.row, value.first);
        self.layout.heights.push((self.row, 44.0));
        self.cell(label, Some(Entry::text(text)), Style::Label);
        let required = block.required;
        self.cell(value, typed.map(Entry::Text), Style::Signature { required });
        self.row += 1;
        let name = entry.and_then(|entry| entry.name.clone()).map(Entry::Text);
        let name = self.captioned(&SIGNER_NAME, (Kind::Text, required), name);
        let date = entry.and_then(|entry| entry.date.clone());
        let date = self.captioned(&SIGNATURE_DATE, (Kind::Date, required), date);
        self.layout.signatures.push(SignaturePlace {
            role: block.role,
            field,
            across: value.across,
            name,
            date,
            picture: entry.is_some_and(|entry| entry.picture),
        });
        self.row += 1;
    }

    /// One line of a signature block: its caption and the place beside it.
    fn captioned(
        &mut self,
        caption: &Caption,
        (kind, required): (Kind, bool),
        entry: Option<Entry>,
    ) -> (u32, u16) {
        let (label, value) = measure::signature_spans(&self.layout.widths);
        let place = (self.row, value.first);
        let text = self.words.pick(caption.label, caption.label_nn);
        self.cell(label, Some(Entry::text(text)), Style::Label);
        let look = Style::Input {
            kind,
            required,
            column: false,
        };
        self.cell(value, entry, look);
        self.row += 1;
        place
    }
}
