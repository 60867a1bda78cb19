//! Whether a text can be an e-mail address.

/// Whether a text is one address that letters can be sent to: a name, an @ and
/// a domain with a full stop, and nothing that a mail header or a mail server would
/// take amiss: letters outside ASCII are not carried everywhere.
pub fn is_address(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else {
        return false;
    };
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.ends_with('.')
            && !part.contains("..")
            && part.chars().all(is_plain)
    };
    let labels = || domain.split('.');
    plain(name)
        && plain(domain)
        && labels().count() >= 2
        && labels().all(|label| !label.starts_with('-') && !label.ends_with('-'))
        && domain
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '.')
}

fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn one_address_is_told_from_everything_else() {
        for (text, sound) in [
            ("post@skarvoy.example", true),
            ("kari.o'nes+lag@lag-1.skarvoy.example", true),
            ("post@skarvøy.example", false),
            ("skarvøy@lag.example", false),
            ("post@skarvoy", false),
            ("post.skarvoy.example", false),
            ("a@b.example, c@d.example", false),
            ("a@b@c.example", false),
            ("Kari <kari@b.example>", false),
            (".a@b.example", false),
            ("a@b..example", false),
            ("a@-b.example", false),
            ("a\n@b.example", false),
            ("", false),
        ] {
            assert_eq!(is_address(text), sound, "{text:?}");
        }
    }
}
