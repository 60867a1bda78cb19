//! Text from outside, made harmless: one line, and nothing that steers a screen.

/// The text on one line; whatever could end a line, turn the direction of reading
/// or steer a terminal becomes a blank.
pub(crate) fn one_line(text: &str) -> String {
    let calm: String = text
        .chars()
        .map(|letter| if steers(letter) { ' ' } else { letter })
        .collect();
    calm.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same, cut to some length so that no name fills a page.
pub(crate) fn short_line(text: &str, longest: usize) -> String {
    let line = one_line(text);
    if line.chars().count() <= longest {
        return line;
    }
    let kept: String = line.chars().take(longest.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

fn steers(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{61c}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}'
                | '\u{feff}'
        )
}
