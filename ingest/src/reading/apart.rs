//! What stands together in one cell although the form asks for it apart: a street
//! with its postcode and town, a name with a telephone number or an e-mail address.

use super::draft::Draft;
use super::header::{Cut, Guest};
use super::page::Page;
use super::signer;
use crate::form::{Field, Form, Item, Kind};
use crate::value::Told;
use crate::workbook::Content;

/// What may stand in another column's cell.
const GUESTS: [Field; 5] = [
    Field::Email,
    Field::Phone,
    Field::Postcode,
    Field::City,
    Field::Address,
];
/// Whose cell it may stand in.
const HOSTS: [Field; 6] = [
    Field::Name,
    Field::Leader,
    Field::Address,
    Field::Phone,
    Field::Email,
    Field::Postcode,
];

/// What a form asks for and a table or a record does not.
pub(crate) fn lacking(form: &Form, asks: impl Fn(Field) -> bool) -> Vec<&'static Item> {
    let Some(table) = &form.table else {
        return Vec::new();
    };
    let lacks = |item: &&Item| GUESTS.contains(&item.field) && !asks(item.field);
    table.columns.iter().filter(lacks).collect()
}

/// Takes apart what the cells of a row hold of what nothing else asks for.
pub(crate) fn take(page: &Page<'_>, row: &mut Draft, lacking: &[&'static Item]) {
    let mut hosts: Vec<usize> = (0..row.told.len())
        .filter(|at| {
            row.told
                .get(*at)
                .is_some_and(|(field, _)| HOSTS.contains(field))
        })
        .collect();
    let mut next = 0;
    while let Some(at) = hosts.get(next).copied() {
        next += 1;
        let Some((host, told)) = row.told.get(at).cloned() else {
            continue;
        };
        let mut rest = told.typed.to_string();
        for guest in GUESTS {
            let Some(item) = lacking.iter().find(|item| item.field == guest) else {
                continue;
            };
            let known = row.told.iter().any(|(field, _)| *field == guest);
            let Some((part, left)) = part(host, guest, &rest).filter(|_| !known) else {
                continue;
            };
            let content = Content::Text(part.as_str().into());
            let at = (told.place.row, told.place.column);
            let heard = page.hear_content(&content, at, guest, item.kind);
            if heard.fault.is_none() {
                // A street behind a name leaves its town as well.
                hosts.extend((guest == Field::Address).then_some(row.told.len()));
                row.told.push((guest, heard.told));
                rest = left;
            }
        }
        // A number keeps what was typed around it.
        let words = matches!(host, Field::Name | Field::Leader | Field::Address);
        if words && rest != told.typed && !rest.is_empty() {
            let content = Content::Text(rest.as_str().into());
            let at_cell = (told.place.row, told.place.column);
            let heard = page.hear_content(&content, at_cell, host, Kind::Text);
            if let Some(slot) = row.told.get_mut(at) {
                *slot = (host, Told { ..heard.told });
            }
        }
    }
}

/// Gives another column what stands behind the one mark of the cell read last:
/// "Grendahuset / laget" under "Sted / arrangør", "Skitur (aktivitetsgruppe)" under
/// "Hva (type)".
pub(crate) fn cut(page: &Page<'_>, row: &mut Draft, host: &Item, guest: Guest) {
    let Some((_, told)) = row.told.last_mut() else {
        return;
    };
    let at = (told.place.row, told.place.column);
    let typed = told.typed.clone();
    let (parts, mark) = match guest.cut {
        // A stroke without room around it joins words: "kafé/bibliotek".
        Cut::Stroke => (typed.split_once(" / "), " / "),
        Cut::Brackets => (
            typed.strip_suffix(')').and_then(|it| it.split_once('(')),
            "(",
        ),
    };
    let Some((before, after)) = parts else {
        return;
    };
    if before.trim().is_empty() || after.trim().is_empty() || after.contains(mark) {
        return;
    }
    let hear = |text: &str, item: &Item| {
        let content = Content::Text(text.trim().into());
        page.hear_content(&content, at, item.field, item.kind).told
    };
    *told = hear(before, host);
    let told = hear(after, guest.item);
    row.told.push((guest.item.field, told));
}

/// The guest's part of a host's text, and what is left of it.
fn part(host: Field, guest: Field, text: &str) -> Option<(String, String)> {
    match (host, guest) {
        (Field::Phone | Field::Name | Field::Leader | Field::Address, Field::Email) => email(text),
        (Field::Email | Field::Name | Field::Leader | Field::Address, Field::Phone) => phone(text),
        (Field::Address, Field::Postcode) => town(text).map(|(code, _, _)| (code, text.to_owned())),
        (Field::Address, Field::City) => town(text).map(|(_, town, street)| (town, street)),
        (Field::Postcode, Field::City) => {
            let town = text.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ' ');
            let after = text.len() - town.len();
            (after >= 4 && is_town(town)).then(|| (town.to_owned(), text.to_owned()))
        }
        (Field::Name | Field::Leader, Field::Address) => address(text),
        _ => None,
    }
}

/// The marks that stand between one thing and the next.
const BETWEEN: [char; 7] = [',', ';', '/', '\n', '(', ')', '|'];

fn email(text: &str) -> Option<(String, String)> {
    let mut words = text.split(|sign: char| sign.is_whitespace() || BETWEEN.contains(&sign));
    let address = words.find(|word| word.contains('@'))?;
    Some((address.to_owned(), without(text, address)))
}

/// A piece of eight digits, with its code and the word before it.
fn phone(text: &str) -> Option<(String, String)> {
    let pieces = text.split(BETWEEN).map(str::trim);
    let found = pieces.filter_map(|piece| {
        let word = piece.rfind(char::is_alphabetic);
        let behind = word.and_then(|at| piece.get(at..));
        let number = behind.map_or(piece, |behind| {
            behind.trim_start_matches(|sign: char| !sign.is_ascii_digit() && sign != '+')
        });
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let own = digits.strip_prefix("0047").unwrap_or(&digits);
        let own = own
            .strip_prefix("47")
            .filter(|own| own.len() == 8)
            .unwrap_or(own);
        (own.len() == 8 && own.starts_with(|sign| ('2'..='9').contains(&sign))).then_some(number)
    });
    let mut found = found.collect::<Vec<_>>().into_iter();
    let number = found.next()?;
    // Of two numbers in one cell none is taken away from its name.
    if found.next().is_some() {
        return None;
    }
    let left = without(text, number);
    let left = left.trim_end_matches([':', '.', ' ']);
    let last = left.rsplit([' ', '(', ',', '\n']).next().unwrap_or(left);
    let named = ["tlf", "tel", "telefon", "mob", "mobil"];
    let bare = named
        .contains(&last.to_lowercase().as_str())
        .then(|| left.strip_suffix(last));
    let left = bare.flatten().unwrap_or(left);
    let left = left.trim_end_matches([',', ';', ' ', '-', '–', '(', '\n']);
    Some((number.to_owned(), left.to_owned()))
}

/// Postcode, town and street of an address in one line or two.
fn town(text: &str) -> Option<(String, String, String)> {
    let codes = text.match_indices(|sign: char| sign.is_ascii_digit());
    let mut starts = codes.filter(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default().chars().next_back();
        before.is_none_or(|sign| sign.is_whitespace() || sign == ',')
    });
    let (at, _) = starts.next_back()?;
    let (street, rest) = text.split_at_checked(at)?;
    let (code, town) = rest.split_at_checked(4)?;
    let whole = code.chars().all(|sign| sign.is_ascii_digit());
    let apart = street.trim_end_matches(' ').ends_with([',', '\n']);
    let street = street.trim_end_matches([',', ' ', '\n', ';']);
    // Without a mark before it, only a house's number tells a street from a postcode.
    let numbered = street.contains(|sign: char| sign.is_ascii_digit());
    let sound = whole && is_town(town) && (apart || numbered) && !street.is_empty();
    sound.then(|| (code.to_owned(), town.trim().to_owned(), street.to_owned()))
}

/// Whether a text is a postcode and its town, and no street.
pub(crate) fn is_code_and_town(text: &str) -> bool {
    let text = text.trim();
    let code = text.split(' ').next().unwrap_or_default();
    let digits = code.len() == 4 && code.chars().all(|sign| sign.is_ascii_digit());
    digits && text.get(code.len()..).is_some_and(is_town)
}

/// Whether a text is a street with its postcode and town.
pub(crate) fn is_street_and_town(text: &str) -> bool {
    town(text).is_some()
}

fn is_town(text: &str) -> bool {
    let town = text.trim().trim_end_matches('.');
    !town.is_empty()
        && town
            .chars()
            .all(|sign| sign.is_alphabetic() || matches!(sign, ' ' | '-' | '.'))
}

/// A name and the address behind it.
fn address(text: &str) -> Option<(String, String)> {
    let (name, address) = match text.split_once('(') {
        // In brackets only what has a town: "Kari (55 år)" has none.
        Some((name, inner)) if !name.contains([',', '\n']) => {
            let inner = inner.trim_end().trim_end_matches(')');
            town(inner).map(|_| (name, inner))?
        }
        _ => text.split_once([',', '\n'])?,
    };
    let address = address.trim();
    let numbered = address.contains(|sign: char| sign.is_ascii_digit()) && !is_office(address);
    let named = !name.contains(|sign: char| sign.is_ascii_digit());
    (numbered && named).then(|| (address.to_owned(), name.trim().to_owned()))
}

/// "leder siden 2019", "Gruppe 2": what somebody is or belongs to, and no address.
fn is_office(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or(text);
    let first = first.trim_end_matches('.').to_lowercase();
    signer::role(&first).is_some()
        || matches!(
            first.as_str(),
            "gruppe"
                | "gr"
                | "avd"
                | "avdeling"
                | "lag"
                | "siden"
                | "sidan"
                | "fra"
                | "frå"
                | "ny"
                | "født"
                | "ca"
                | "tlf"
                | "tel"
                | "telefon"
                | "mob"
                | "mobil"
        )
}

/// A text without a part of it and the marks that stood before the part.
fn without(text: &str, part: &str) -> String {
    let Some((before, after)) = text.split_once(part) else {
        return text.to_owned();
    };
    let before = before.trim_end_matches([' ', ',', ';', '/', '\n', '(', '<', '-', '–']);
    let after = after.trim_start_matches([')', '>']);
    format!("{before}{after}").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{address, email, phone, town};

    #[test]
    fn a_street_leaves_its_town() {
        let cases = [
            ("Bakkeveien 7 C, 0480 Oslo", "0480|Oslo|Bakkeveien 7 C"),
            ("Nordsida 3\n6823 Sandane", "6823|Sandane|Nordsida 3"),
            ("Myrvegen 12 2870 Dokka", "2870|Dokka|Myrvegen 12"),
            ("Postboks 1200, 0107 Oslo", "0107|Oslo|Postboks 1200"),
            ("Vidda, 9730 Karasjok/Kárášjohka", ""),
            ("Storveien 1200 Oslo", ""),
            ("Storgata 4", ""),
            ("Vik, 2. etasje", ""),
        ];
        for (text, wanted) in cases {
            let told = town(text).map(|(code, town, street)| format!("{code}|{town}|{street}"));
            assert_eq!(told.unwrap_or_default(), wanted, "{text}");
        }
    }

    #[test]
    fn a_name_leaves_its_number_and_address() {
        for (text, wanted) in [
            ("Liv Aasen, 910 00 111", "910 00 111|Liv Aasen"),
            ("Liv Aasen (tlf. 91000111)", "91000111|Liv Aasen"),
            ("Liv Aasen +47 910 00 111", "+47 910 00 111|Liv Aasen"),
            ("Liv Aasen 91000111, Per By 91000112", ""),
            ("Liv Aasen", ""),
            ("Myrvegen 12", ""),
        ] {
            let told = phone(text).map(|(number, left)| format!("{number}|{left}"));
            assert_eq!(told.unwrap_or_default(), wanted, "{text}");
        }
        assert_eq!(
            email("Liv Aasen, liv@post.example"),
            Some(("liv@post.example".to_owned(), "Liv Aasen".to_owned()))
        );
        assert_eq!(
            address("Liv Aasen, Myra 2, 2870 Dokka"),
            Some(("Myra 2, 2870 Dokka".to_owned(), "Liv Aasen".to_owned()))
        );
        assert_eq!(
            address("Liv Aasen (Myra 2, 2870 Dokka)"),
            Some(("Myra 2, 2870 Dokka".to_owned(), "Liv Aasen".to_owned()))
        );
        assert_eq!(address("Liv Aasen (55 år)"), None);
        assert_eq!(address("Liv Aasen, Per By"), None);
    }
}
