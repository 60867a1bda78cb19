//! Numbers and addresses that name someone, brought to one form.

use crate::fault::FaultKind;
use crate::value::Value;

const WRONG: FaultKind = FaultKind::NumberNotUnderstood;

fn digits(plain: &str) -> String {
    plain.chars().filter(char::is_ascii_digit).collect()
}

/// An organisation number: nine digits, with or without blanks, "NO" and "MVA".
pub(crate) fn organisation_number(plain: &str) -> Result<Value, FaultKind> {
    let digits = digits(plain);
    let letters: String = plain.chars().filter(|sign| sign.is_alphabetic()).collect();
    let known = matches!(
        letters.as_str(),
        "" | "no"
            | "mva"
            | "nomva"
            | "orgnr"
            | "org"
            | "orgnummer"
            | "nr"
            | "organisasjonsnr"
            | "organisasjonsnummer"
            | "organisasjonsnummeret"
            | "organisasjonsnummereter"
    );
    if digits.len() == 9 && known {
        Ok(Value::Normal(digits))
    } else {
        Err(WRONG)
    }
}

/// A telephone number: eight digits, or a foreign one with its country.
///
/// Of several numbers in one cell the first that is whole is taken: each of them
/// reaches the person.
pub(crate) fn phone(plain: &str) -> Result<Value, FaultKind> {
    // Most cells hold one number and nothing else.
    let bare = |sign: u8| sign.is_ascii_digit() || sign == b' ';
    if let Some(only) = one_phone(plain).filter(|_| plain.bytes().all(bare)) {
        return Ok(Value::Normal(only));
    }
    plain
        .split(['/', ',', ';', '\n'])
        .flat_map(|part| part.split(" og "))
        .flat_map(|part| part.split(" eller "))
        .flat_map(|part| part.split(" el. "))
        .find_map(one_phone)
        .or_else(|| first_of_whole(plain))
        .map(Value::Normal)
        .ok_or(WRONG)
}

/// Of whole numbers with nothing but blanks between them, the first.
fn first_of_whole(plain: &str) -> Option<String> {
    let whole: Option<Vec<String>> = plain.split(' ').map(one_phone).collect();
    whole?.into_iter().next()
}

fn one_phone(part: &str) -> Option<String> {
    let digits = digits(part);
    let foreign = part.contains('+') || digits.starts_with("00");
    let national = digits
        .strip_prefix("0047")
        .or_else(|| digits.strip_prefix("47").filter(|rest| rest.len() == 8));
    match national {
        Some(national) if national.len() == 8 => return Some(national.to_owned()),
        _ => {}
    }
    if digits.len() == 8 && !digits.starts_with("00") {
        return Some(digits);
    }
    let abroad = digits.strip_prefix("00").unwrap_or(&digits);
    (foreign && (8..=15).contains(&abroad.len()) && !abroad.starts_with("47"))
        .then(|| format!("+{abroad}"))
}

/// A postcode: four digits, the zero put back that a spreadsheet ate.
pub(crate) fn postcode(plain: &str) -> Result<Value, FaultKind> {
    let bare = ["n-", "no-", "n "]
        .iter()
        .find_map(|country| plain.strip_prefix(country))
        .unwrap_or(plain);
    // "7 010", as a spreadsheet shows a number.
    let joined = bare.replacen(' ', "", 1);
    let bare = match bare.split_once(' ') {
        Some((one, three)) if one.len() == 1 && three.len() == 3 => joined.as_str(),
        _ => bare,
    };
    let first: String = bare.chars().take_while(char::is_ascii_digit).collect();
    let rest = bare.get(first.len()..).unwrap_or_default();
    if rest.chars().any(|sign| sign.is_ascii_digit()) {
        return Err(WRONG);
    }
    padded(&first, 3, 4).ok_or(WRONG)
}

/// A municipality's number with its zero, or nothing when it is a name.
pub(crate) fn municipality(plain: &str) -> Option<Value> {
    padded(plain, 3, 4)
}

/// A county's number with its zero, or nothing when it is a name.
pub(crate) fn county(plain: &str) -> Option<Value> {
    padded(plain, 1, 2)
}

fn padded(digits: &str, fewest: usize, width: usize) -> Option<Value> {
    let whole = !digits.is_empty() && digits.chars().all(|sign| sign.is_ascii_digit());
    (whole && (fewest..=width).contains(&digits.len()))
        .then(|| Value::Normal(format!("{digits:0>width$}")))
}

/// An e-mail address in lower case, without what a mail program puts round it.
pub(crate) fn email(plain: &str) -> Option<String> {
    let mut found = plain
        .split([' ', ',', ';', '<', '>', '(', ')', '"'])
        .map(|part| part.strip_prefix("mailto:").unwrap_or(part))
        .map(|part| part.trim_matches(['.', ':', '/', '\'']))
        .filter(|part| part.contains('@'));
    let first = found.next()?;
    let (name, domain) = first.split_once('@')?;
    let whole = !name.is_empty()
        && domain.contains('.')
        && !domain.contains('@')
        && !domain.starts_with('.');
    whole.then(|| first.to_owned())
}
