//! Which forms a scanned page belongs to, by the names that people give files.

use crate::fold::folded_name;

/// The name of a form's file, as far as it tells which pages belong to it.
#[derive(Clone, Copy, Debug)]
pub struct FormName<'a> {
    /// The name of the file in its folder.
    pub file: &'a str,
    /// Where in the file it stood, when that is a message or an archive:
    /// [`Reading::part`](crate::Reading::part).
    pub part: Option<&'a str>,
}

/// What people add to the name of a form when they have signed and scanned it.
const ADDED: &[&str] = &[
    "signert",
    "signerte",
    "signatur",
    "signaturer",
    "signaturar",
    "signering",
    "underskrift",
    "underskrifter",
    "underskrifta",
    "underskriften",
    "underskrevet",
    "underskriven",
    "underskrive",
    "undertegnet",
    "signed",
    "skannet",
    "skanna",
    "skann",
    "scannet",
    "scanna",
    "scan",
    "bilde",
    "bilete",
    "foto",
    "med",
    "og",
];

/// The forms of a folder that a page in the same folder shows: those named as it is
/// but for the ending, else those named nearly so. None when no name goes with it.
pub fn shown_by<'a, K>(page: &str, forms: impl IntoIterator<Item = (K, FormName<'a>)>) -> Vec<K> {
    let page = stem(page);
    let near = bare(&page);
    let (mut same, mut nearly) = (Vec::new(), Vec::new());
    for (key, form) in forms {
        let names: Vec<String> = names(form).map(stem).collect();
        if names.contains(&page) {
            same.push(key);
        } else if names.iter().any(|name| bare(name) == near) {
            nearly.push(key);
        }
    }
    if same.is_empty() { nearly } else { same }
}

/// The names that a form goes by: its file's, and that of each file around it.
fn names(form: FormName<'_>) -> impl Iterator<Item = &str> {
    let part = form.part.unwrap_or_default();
    let inner = part
        .match_indices(" i ")
        .filter_map(|(end, _)| part.get(..end))
        .chain((!part.is_empty()).then_some(part));
    inner.chain([form.file])
}

/// A file's name without its ending, to be compared.
fn stem(name: &str) -> String {
    folded_name(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}

/// A stem without what was added when the form was scanned; never empty.
fn bare(stem: &str) -> String {
    let mut words: Vec<&str> = stem.split(' ').collect();
    loop {
        let without = match words.as_slice() {
            [_, .., "side" | "s" | "page", number] if number.parse::<u16>().is_ok() => 2,
            [_, .., last] if ADDED.contains(last) => 1,
            _ => break,
        };
        if words.len() <= without {
            break;
        }
        words.truncate(words.len() - without);
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_goes_with_the_form_of_its_name() {
        let forms = [
            ("Namsos.xlsx", None),
            ("Namsos signert.xlsx", None),
            (
                "Post.eml",
                Some("A\u{30a}fjord i 2025.xlsx i Årets skjemaer"),
            ),
        ];
        for (page, wanted) in [
            ("namsos.PDF", vec![0]),
            ("Namsos_signert.pdf", vec![1]),
            ("Namsos - underskrift (side 2).jpg", vec![0, 1]),
            ("Namsos s. 2.png", vec![0, 1]),
            ("Namsos 2.pdf", vec![]),
            ("signert.pdf", vec![]),
            ("Side 2.pdf", vec![]),
            ("post.pdf", vec![2]),
            ("A\u{30a}fjord i 2025 skannet.pdf", vec![2]),
        ] {
            let forms = forms.iter().enumerate();
            let named = forms.map(|(key, (file, part))| (key, FormName { file, part: *part }));
            assert_eq!(shown_by(page, named), wanted, "{page}");
        }
    }
}
