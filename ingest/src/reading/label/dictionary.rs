//! Every label of every form, looked up as it is spelt or by what it is close to.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use strsim::osa_distance;

use super::letters::{Alphabet, signs};
use super::{Label, Meaning, Role, denies};
use crate::blank;
use crate::fold::{fold_into, folded_name};
use crate::form::{FormId, Item, SIGNATURE_DATE, SIGNER_NAME, SIGNER_OFFICE};

/// The label that a folded text is, spelt as declared.
pub(super) fn exact(folded: &str) -> Option<&'static Label> {
    let at = DICTIONARY.exact.get(folded)?;
    DICTIONARY.labels.get(*at)
}

/// The one label that a misspelt text is close to.
pub(super) fn near(folded: &str) -> Option<&'static Label> {
    if DICTIONARY.no_labels.contains(folded) {
        return None;
    }
    let letters = folded.chars().count();
    // Below six letters one slip makes another word.
    let room = match letters {
        0..=5 => return None,
        6..=8 => 1,
        9..=13 => 2,
        _ => 3,
    };
    let signs = signs(folded);
    // One slip changes the number of at most two letters, and so which there are.
    let most = u32::try_from(2 * room).unwrap_or(0);
    let mut best: Option<(usize, &Label)> = None;
    let mut tied = false;
    let shortest = letters.saturating_sub(room).max(6);
    let near = DICTIONARY
        .by_letters
        .range(shortest..=letters.saturating_add(room))
        .flat_map(|(_, labels)| labels.near(&signs, most))
        .filter_map(|at| DICTIONARY.labels.get(at));
    for label in near {
        let distance = distance(&label.folded, folded);
        if distance > room || denies(&label.folded, folded) {
            continue;
        }
        match best {
            Some((nearest, _)) if nearest < distance => {}
            Some((nearest, other)) if nearest == distance => {
                tied |= other.meanings != label.meanings;
            }
            _ => {
                best = Some((distance, label));
                tied = false;
            }
        }
    }
    best.filter(|_| !tied).map(|(_, label)| label)
}

/// How many slips are between two texts. What they begin and end with alike has none,
/// and need not be compared letter by letter.
fn distance(one: &str, other: &str) -> usize {
    let pairs = one.char_indices().zip(other.chars());
    let begin = pairs.take_while(|((_, one), other)| one == other);
    let begin = begin.map(|((at, one), _)| at + one.len_utf8()).last();
    let (one, other) = (
        one.get(begin.unwrap_or(0)..).unwrap_or_default(),
        other.get(begin.unwrap_or(0)..).unwrap_or_default(),
    );
    let pairs = one.chars().rev().zip(other.chars().rev());
    let alike = pairs.take_while(|(one, other)| one == other);
    let alike: usize = alike.map(|(one, _)| one.len_utf8()).sum();
    let own = |text| <str>::get(text, ..text.len() - alike).unwrap_or_default();
    osa_distance(own(one), own(other))
}

struct Dictionary {
    labels: Vec<Label>,
    exact: HashMap<String, usize>,
    /// What stands in most forms and is another text, however close to a label.
    no_labels: HashSet<String>,
    /// The labels by how many letters they have, and which.
    by_letters: BTreeMap<usize, Alphabet>,
}

static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    let mut dictionary = Dictionary {
        labels: Vec::new(),
        exact: HashMap::new(),
        no_labels: no_labels().collect(),
        by_letters: BTreeMap::new(),
    };
    for id in FormId::ALL {
        let form = id.form();
        let titles = [form.title, form.title_nn];
        let titles = titles.iter().chain(form.other_titles);
        titles.for_each(|title| dictionary.add(title, id, Role::Title));
        if let Some(table) = &form.table {
            dictionary.add(table.title, id, Role::Heading);
            dictionary.add(table.title_nn, id, Role::Heading);
        }
        for item in form.fields {
            dictionary.add_item(item, id, Role::Field(item.field));
        }
        for item in form.table.iter().flat_map(|table| table.columns) {
            dictionary.add_item(item, id, Role::Column(item.field));
        }
        for (at, block) in form.signatures.iter().enumerate() {
            let labels = [block.label, block.label_nn];
            for label in labels
                .iter()
                .chain(block.synonyms)
                .chain(block.open)
                .chain(block.deputies)
            {
                dictionary.add(label, id, Role::Signature(at));
            }
        }
    }
    for (at, label) in dictionary.labels.iter().enumerate() {
        let letters = label.folded.chars().count();
        let alike = dictionary.by_letters.entry(letters).or_default();
        alike.add(signs(&label.folded), at);
    }
    dictionary
});

/// The captions of signatures, the words that a blank says of itself, and a word for
/// remarks: two slips from the word for municipalities.
fn no_labels() -> impl Iterator<Item = String> {
    let captions = [&SIGNATURE_DATE, &SIGNER_NAME, &SIGNER_OFFICE];
    let captions = captions.into_iter().flat_map(|caption| {
        let own = [caption.label, caption.label_nn];
        own.into_iter().chain(caption.synonyms.iter().copied())
    });
    let remarks = ["kommentar", "kommentarer", "kommentarar"];
    let others = remarks.into_iter().chain(blank::standing_texts());
    captions.chain(others).map(folded_name)
}

impl Dictionary {
    fn add_item(&mut self, item: &Item, form: FormId, role: Role) {
        let labels = [item.label, item.label_nn];
        for label in labels.iter().chain(item.synonyms) {
            self.add(label, form, role);
            // "Varighet (timer)" is also "Varighet".
            if let Some((bare, _)) = label.split_once('(') {
                self.add(bare, form, role);
            }
        }
    }

    fn add(&mut self, label: &str, form: FormId, role: Role) {
        let mut folded = String::new();
        fold_into(label, &mut folded);
        let meaning = Meaning { form, role };
        let at = *self.exact.entry(folded.clone()).or_insert_with(|| {
            self.labels.push(Label {
                forms: 0,
                folded,
                meanings: Vec::new(),
            });
            self.labels.len() - 1
        });
        if let Some(label) = self.labels.get_mut(at)
            && !label.meanings.contains(&meaning)
        {
            let known = label.meanings.iter().any(|known| known.form == form);
            label.forms += i32::from(!known);
            label.meanings.push(meaning);
        }
    }
}
