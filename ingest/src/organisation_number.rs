//! The organisation number and its control digit.

/// Whether a text is a sound organisation number: nine digits, blanks aside, of
/// which the last is the control digit (weights 3 2 7 6 5 4 3 2, modulo 11).
pub fn organisation_number_valid(text: &str) -> bool {
    let Some(digits) = organisation_number_digits(text) else {
        return false;
    };
    let numbers: Vec<u32> = digits
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .collect();
    let weights = [3, 2, 7, 6, 5, 4, 3, 2, 1];
    let sum: u32 = numbers
        .iter()
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum();
    // With weight 1 for the control digit itself, a sound sum leaves nothing over;
    // a control of 10 has no digit and so never fits.
    sum.is_multiple_of(11)
}

/// The nine digits of an organisation number, without the blanks and full stops
/// that people group them by; `None` when something else stands there.
pub fn organisation_number_digits(text: &str) -> Option<String> {
    let grouping = |letter: &char| !letter.is_whitespace() && !matches!(letter, '.' | '\u{a0}');
    let digits: String = text.chars().filter(grouping).collect();
    let sound = digits.len() == 9 && digits.chars().all(|letter| letter.is_ascii_digit());
    sound.then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::organisation_number_valid;

    #[test]
    fn the_control_digit_decides() {
        for (text, sound) in [
            ("123456785", true),
            ("123 456 785", true),
            ("123.456.785", true),
            ("123456784", false),
            ("000000000", true),
            ("100000002", false),
            ("12345678", false),
            ("1234567850", false),
            ("12345678a", false),
            ("", false),
        ] {
            assert_eq!(organisation_number_valid(text), sound, "{text}");
        }
    }

    #[test]
    fn any_single_wrong_digit_is_noticed() {
        let sound = "123456785";
        for at in 0..sound.len() {
            for digit in b'0'..=b'9' {
                let mut wrong = sound.as_bytes().to_vec();
                if wrong[at] == digit {
                    continue;
                }
                wrong[at] = digit;
                let wrong = String::from_utf8(wrong).unwrap();
                assert!(!organisation_number_valid(&wrong), "{wrong}");
            }
        }
    }
}
