//! What stands in a label's own cell: its value behind a colon or a question mark, and
//! further labels behind that.

use super::label::exact;

/// Cuts what stands after a label's colon where a further label begins: the value,
/// and the rest from that label on.
pub(crate) fn cut<'a>(inline: &'a str, buffer: &mut String) -> (Option<&'a str>, Option<&'a str>) {
    let value = |text: &'a str| Some(text.trim()).filter(|text| !text.is_empty());
    for (colon, _) in inline.match_indices(':').take(8) {
        let head = inline.get(..colon).unwrap_or_default();
        let line = head.rfind('\n').map_or(0, |at| at + 1);
        let starts = head
            .match_indices([' ', '\n'])
            .map(|(at, _)| at + 1)
            .chain([0])
            .filter(|at| *at >= line);
        // The longest run of words that is a label, of at most five.
        let mut starts: Vec<usize> = starts.collect();
        starts.sort_unstable();
        for at in starts.iter().rev().take(5).rev() {
            let label = head.get(*at..).unwrap_or_default();
            if exact(label, buffer).is_some() {
                let before = inline.get(..*at).unwrap_or_default();
                return (value(before), inline.get(*at..));
            }
        }
    }
    (value(inline), None)
}

/// A question and its answer in one cell: "Har laget vedtekter? Ja". What goes on with
/// another question or says how to answer is no answer.
pub(crate) fn answered(text: &str) -> Option<(&str, &str)> {
    let (question, answer) = text.split_once('?')?;
    let answer = answer.trim();
    let word = answer.split([' ', ',', '.', '!']).next()?;
    let says = ["ja", "jo", "nei", "ingen"];
    let says = says.iter().any(|known| word.eq_ignore_ascii_case(known));
    let counts = answer.starts_with(|sign: char| sign.is_ascii_digit());
    // "Ja / Nei" is printed, to be ticked.
    let mut words = answer.split(|sign: char| !sign.is_alphabetic());
    let printed = words.clone().any(|word| word.eq_ignore_ascii_case("ja"))
        && words.any(|word| word.eq_ignore_ascii_case("nei"));
    ((says || counts) && !printed && !answer.contains('?')).then_some((question, answer))
}
