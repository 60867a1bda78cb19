//! The figures in a row that adds up the rows above it.

use super::grid::text;
use super::header::Column;
use crate::cell::nearly_whole;
use crate::fold::fold_into;
use crate::form::Field;
use crate::sum::{Summed, WrittenSum};
use crate::workbook::{Cell, Content};

/// More than this is no sum of a chapter's.
const MOST: i64 = 1_000_000;

/// A figure in the cell of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// The cell's column in the sheet.
    pub(crate) column: u16,
    /// What it adds up.
    pub(crate) of: Summed,
    /// The number; of hours the minutes.
    pub(crate) amount: u32,
}

/// Reads a row that says that it is a sum.
///
/// A figure is known by the word beside it in its cell, by the column that it stands in,
/// or by the one thing that the row's words name; any other is passed over, and so is one
/// whose column and words differ.
pub(crate) fn read(cells: &[Cell], columns: &[Column]) -> Vec<Figure> {
    let mut named: Vec<Summed> = Vec::new();
    let mut bare: Vec<(u16, f64)> = Vec::new();
    let mut figures: Vec<Figure> = Vec::new();
    let mut folded = String::new();
    for cell in cells {
        match &cell.content {
            Content::Number(number) => bare.push((cell.column, *number)),
            Content::Duration(length) => {
                let minutes = Some(length.num_minutes());
                figures.extend(Figure::of(cell.column, Summed::Hours, minutes));
            }
            Content::Text(_) => {
                let said = text(cell).unwrap_or_default();
                fold_into(said, &mut folded);
                // Last year's sum is no sum of these rows.
                if ["fjor", "forrige", "førre"]
                    .iter()
                    .any(|word| folded.contains(word))
                {
                    return Vec::new();
                }
                let words = Words::of(&said.to_lowercase());
                bare.extend(words.bare.map(|number| (cell.column, number)));
                named.extend(&words.named);
                let told = words.told.into_iter();
                figures.extend(
                    told.filter_map(|(of, number)| Figure::of(cell.column, of, whole(of, number))),
                );
            }
            Content::DateTime(_) | Content::Bool(_) | Content::Error => {}
        }
    }
    named.dedup();
    let only = match (named.as_slice(), bare.as_slice()) {
        ([of], [_]) => Some(*of),
        _ => None,
    };
    figures.extend(bare.into_iter().filter_map(|(column, number)| {
        let of = match (by_column(columns, column), only) {
            (Some(under), Some(said)) => (under == said).then_some(under),
            (under, said) => under.or(said),
        }?;
        let minutes = columns
            .iter()
            .any(|it| it.minutes && (it.from..=it.to).contains(&column));
        let number = if minutes { number / 60.0 } else { number };
        Figure::of(column, of, whole(of, number))
    }));
    figures
}

impl Figure {
    fn of(column: u16, of: Summed, amount: Option<i64>) -> Option<Self> {
        let amount = amount.filter(|amount| (0..=MOST).contains(amount))?;
        Some(Self {
            column,
            of,
            amount: u32::try_from(amount).ok()?,
        })
    }
}

/// The number in whole minutes, days or people.
fn whole(of: Summed, number: f64) -> Option<i64> {
    match of {
        Summed::Hours => nearly_whole((number * 60.0).round()),
        Summed::Days | Summed::Participants => nearly_whole(number),
    }
}

fn by_column(columns: &[Column], at: u16) -> Option<Summed> {
    let column = columns
        .iter()
        .find(|column| (column.from..=column.to).contains(&at))?;
    let known = [
        (Field::Participants, Summed::Participants),
        (Field::Hours, Summed::Hours),
        (Field::Date, Summed::Days),
    ];
    let of = known.iter().find(|(field, _)| *field == column.item.field);
    of.map(|(_, of)| *of)
}

/// Adds up the sums of two tables beside each other, of which each is below its own rows;
/// one that stands alone says nothing of both.
pub(super) fn join(sums: &mut Vec<WrittenSum>, begun: usize, middle: usize) {
    let second = sums.split_off(middle);
    let first = sums.split_off(begun);
    if second.is_empty() && first.is_empty() {
        return;
    }
    sums.extend(first.into_iter().filter_map(|one| {
        let same = |other: &&WrittenSum| other.of == one.of && other.since == one.since;
        let other = second.iter().find(same)?;
        let amount = one.amount.checked_add(other.amount)?;
        Some(WrittenSum { amount, ..one })
    }));
}

/// What the words of a cell say.
#[derive(Debug, Default)]
struct Words {
    /// Numbers with the word behind them: "34 deltakere".
    told: Vec<(Summed, f64)>,
    /// What is named without a number before it: "Sum deltakere".
    named: Vec<Summed>,
    /// The cell's only number, where nothing is named.
    bare: Option<f64>,
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Self::default();
        let mut before: Option<f64> = None;
        let mut numbers: Vec<f64> = Vec::new();
        let tokens = text.split(|sign: char| sign.is_whitespace() || "():;=/".contains(sign));
        for token in tokens.filter(|token| !token.is_empty()) {
            if let Some(number) = number(token) {
                // "1 200" is one number in two parts.
                let joined = before
                    .filter(|_| token.len() == 3)
                    .map(|thousands| thousands * 1000.0);
                let number = joined.map_or(number, |thousands| thousands + number);
                if joined.is_some() {
                    numbers.pop();
                }
                numbers.push(number);
                before = Some(number);
                continue;
            }
            if let Some(of) = unit(token) {
                match before.take() {
                    Some(number) => words.told.push((of, number)),
                    None => words.named.push(of),
                }
            }
            before = None;
        }
        if let ([number], true) = (numbers.as_slice(), words.told.is_empty()) {
            match words.named.as_slice() {
                // "Deltakere: 34"
                [of] => {
                    words.told.push((*of, *number));
                    words.named.clear();
                }
                _ => words.bare = Some(*number),
            }
        }
        words
    }
}

fn number(token: &str) -> Option<f64> {
    let token = token.trim_end_matches(['.', ',']);
    let digits = token
        .chars()
        .all(|sign| sign.is_ascii_digit() || sign == ',');
    (digits && token.starts_with(|sign: char| sign.is_ascii_digit()))
        .then(|| token.replacen(',', ".", 1).parse().ok())
        .flatten()
}

fn unit(token: &str) -> Option<Summed> {
    let word = token.trim_matches(|sign: char| !sign.is_alphanumeric());
    let begins = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    if begins(&[
        "deltaker", "deltakar", "deltager", "person", "oppmøt", "frammøt", "fremmøt",
    ]) {
        Some(Summed::Participants)
    } else if matches!(
        word,
        "t" | "time" | "timar" | "timer" | "timetall" | "varighet"
    ) {
        Some(Summed::Hours)
    } else if matches!(word, "dag" | "dagar" | "dager" | "ganger" | "gonger")
        || begins(&["aktivitet", "møte", "treff", "samling"]) && !begins(&["møteplass"])
    {
        Some(Summed::Days)
    } else {
        None
    }
}
