//! Small questions to a text as it was typed.

/// Whether a text says something: a dash, a question mark or dots do not.
pub(crate) fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Eight digits of a Norwegian telephone number, without the country's prefix.
pub(crate) fn phone_digits(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let national = digits
        .strip_prefix("0047")
        .or_else(|| digits.strip_prefix("47").filter(|rest| rest.len() == 8))
        .unwrap_or(&digits);
    (national.len() == 8).then(|| national.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dash_says_nothing() {
        for (text, says) in [("-", false), ("?", false), ("…", false), ("ja", true)] {
            assert_eq!(says_something(text), says, "{text}");
        }
    }

    #[test]
    fn telephones_lose_their_prefix() {
        for (text, digits) in [
            ("+47 900 00 001", Some("90000001")),
            ("0047 90000001", Some("90000001")),
            ("90 00 00 01", Some("90000001")),
            ("47000001", Some("47000001")),
            ("900", None),
        ] {
            assert_eq!(phone_digits(text).as_deref(), digits, "{text}");
        }
    }
}
