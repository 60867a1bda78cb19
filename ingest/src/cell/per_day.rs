//! Words that make a length one of each day, or tell of days without hours.

use super::plain::Token::{self, Mark, Number, Word};
use super::words;

/// Takes away what says that the length is of each day, or how many days there were.
pub(super) fn without_days<'a>(found: &[Token<'a>], per_day: &mut bool) -> Vec<Token<'a>> {
    let mut kept: Vec<Token<'_>> = Vec::with_capacity(found.len());
    let mut rest = found;
    while let [first, after @ ..] = rest {
        rest = after;
        match first {
            Word("om") if matches!(rest, [Word("lag"), ..]) => {
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
            Word("per" | "pr" | "hver" | "kvar" | "begge" | "om" | "i" | "alle") | Mark('/') => {
                if let Some(after) = each_day(rest) {
                    *per_day = true;
                    rest = after;
                    continue;
                }
            }
            Word("daglig" | "dagleg" | "dagen") if !kept.is_empty() => {
                *per_day = true;
                continue;
            }
            Mark('à' | '@') | Word("à" | "a" | "á") => {
                *per_day |= kept.is_empty();
                continue;
            }
            Word(word) if is_day(word) || is_long(word) => {
                drop_count(&mut kept);
                continue;
            }
            Word(
                "ca" | "omtrent" | "omlag" | "rundt" | "minst" | "over" | "cirka" | "hele"
                | "heile",
            ) => {
                if let [Mark('.'), after @ ..] = rest {
                    rest = after;
                }
                continue;
            }
            Mark(',' | '.' | ';' | '(' | ')') if kept.is_empty() || rest.is_empty() => {
                continue;
            }
            Word("og" | "med" | "x") if kept.is_empty() => continue,
            Word(_) | Number(..) | Mark(_) => {}
        }
        kept.push(*first);
    }
    while kept
        .last()
        .is_some_and(|last| matches!(last, Mark(',' | '.' | '(')))
    {
        kept.pop();
    }
    kept
}

/// Whether days or parts of them are named: "to dager", "en helg".
pub(super) fn names_days(found: &[Token<'_>]) -> bool {
    found.iter().any(|token| match token {
        Word(word) => is_day(word) || is_long(word),
        Number(..) | Mark(_) => false,
    })
}

/// What stands after "dag" in "per dag", "pr. gang", "/dag".
fn each_day<'a, 'b>(rest: &'b [Token<'a>]) -> Option<&'b [Token<'a>]> {
    match rest {
        [Mark('.'), Word(word), after @ ..] | [Word(word), after @ ..]
            if is_day(word) || matches!(*word, "gang" | "samling" | "møte" | "kveld") =>
        {
            Some(after)
        }
        _ => None,
    }
}

/// The number of days, "5" in "5 dager à 6 timer", goes with its word.
fn drop_count(kept: &mut Vec<Token<'_>>) {
    kept.pop_if(|last| *last == Word("halv"));
    match kept.last() {
        Some(Number(..)) => {
            kept.pop();
        }
        Some(Word(word)) if words::number(word).is_some() => {
            kept.pop();
        }
        _ => {}
    }
}

fn is_day(word: &str) -> bool {
    matches!(
        word,
        "dag" | "dager" | "dagar" | "daga" | "dagen" | "dagene" | "dagane" | "døgn" | "døger"
    )
}

fn is_long(word: &str) -> bool {
    matches!(
        word,
        "uke"
            | "uker"
            | "uka"
            | "uken"
            | "veke"
            | "veka"
            | "veker"
            | "helg"
            | "helga"
            | "helgen"
            | "helger"
            | "kveld"
            | "kvelden"
            | "kvelder"
            | "kveldar"
            | "natt"
            | "natta"
            | "natten"
            | "netter"
            | "dagstur"
            | "heldag"
            | "dagsmøte"
            | "måned"
            | "måneder"
            | "månad"
            | "ettermiddag"
            | "ettermiddagen"
            | "formiddag"
            | "formiddagen"
    )
}
