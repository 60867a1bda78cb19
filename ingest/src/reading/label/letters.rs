//! Which letters a label has, so that most labels are soon known to be another.

/// How often each letter stands in a label, some letters counted as one.
pub(super) type Signs = [u8; 32];

/// So many labels are compared at once.
const AT_ONCE: usize = 16;

/// Labels by the letters in them.
#[derive(Debug, Default)]
pub(super) struct Alphabet {
    /// Which letters each has. They lie close together: every label is compared by
    /// them, and few by anything else.
    among: Vec<[u32; AT_ONCE]>,
    labels: Vec<(Signs, usize)>,
}

impl Alphabet {
    /// Adds a label, by its number.
    pub(super) fn add(&mut self, signs: Signs, label: usize) {
        let at = self.labels.len() % AT_ONCE;
        if at == 0 {
            self.among.push([0; AT_ONCE]);
        }
        let place = self.among.last_mut().and_then(|group| group.get_mut(at));
        if let Some(place) = place {
            *place = among(&signs);
        }
        self.labels.push((signs, label));
    }

    /// The labels that have at most so many letters more or fewer.
    pub(super) fn near<'a>(
        &'a self,
        signs: &'a Signs,
        most: u32,
    ) -> impl Iterator<Item = usize> + 'a {
        let mine = among(signs);
        let groups = self.among.iter().zip(self.labels.chunks(AT_ONCE));
        groups
            .filter_map(move |(among, labels)| {
                let unlike = among.map(|their| (their ^ mine).count_ones());
                let any = unlike.iter().filter(|one| **one <= most).count() > 0;
                any.then(|| labels.iter().zip(unlike))
            })
            .flatten()
            .filter(move |((others, _), among)| *among <= most && unlike(others, signs) <= most)
            .map(|((_, label), _)| *label)
    }
}

/// The letters of a folded label.
pub(super) fn signs(folded: &str) -> Signs {
    let mut signs = Signs::default();
    for sign in folded.chars().filter(|sign| *sign != ' ') {
        let at = usize::try_from(u32::from(sign) % 32).unwrap_or_default();
        if let Some(count) = signs.get_mut(at) {
            *count = count.saturating_add(1);
        }
    }
    signs
}

/// Which letters there are at all, a bit each: most labels are ruled out by that.
fn among(signs: &Signs) -> u32 {
    let bits = signs.iter().enumerate().filter(|(_, count)| **count > 0);
    bits.fold(0, |all, (at, _)| all | (1 << at))
}

/// How many letters more or fewer one label has than another.
fn unlike(one: &Signs, other: &Signs) -> u32 {
    let pairs = one.iter().zip(other);
    pairs
        .map(|(one, other)| u32::from(one.abs_diff(*other)))
        .sum()
}
