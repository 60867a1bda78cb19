//! Reads one TOML table key by key and remembers everything that is wrong.

use std::ops::Range;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Something wrong in the configuration: which line, which key, what to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The line, from 1; 0 when a key is missing altogether.
    pub(crate) line: usize,
    /// The key with its table, `mail.port`.
    pub(crate) key: String,
    /// What is wrong and what is expected.
    pub(crate) message: String,
}

/// A table of the file that is being read: every key asked for is known, and
/// what nobody asked for is a problem.
pub(super) struct Sheet<'t> {
    name: String,
    text: &'t str,
    table: Option<&'t DeTable<'t>>,
    line: usize,
    asked: Vec<&'static str>,
    problems: Vec<Problem>,
}

impl<'t> Sheet<'t> {
    /// The whole file.
    pub(super) fn root(text: &'t str, table: &'t DeTable<'t>) -> Self {
        Self {
            name: String::new(),
            text,
            table: Some(table),
            line: 1,
            asked: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// A table in this one; an absent table reads as an empty one.
    pub(super) fn table(&mut self, key: &'static str) -> Self {
        let found = self.find(key);
        let mut sheet = Self {
            name: self.full(key),
            text: self.text,
            table: None,
            line: 0,
            asked: Vec::new(),
            problems: Vec::new(),
        };
        if let Some((value, line)) = found {
            sheet.line = line;
            if let DeValue::Table(table) = value {
                sheet.table = Some(table);
            } else {
                self.wrong(
                    key,
                    line,
                    "should be a table, written as [".to_owned() + key + "]",
                );
            }
        }
        sheet
    }

    /// Every key of this table with its line, for tables whose keys are data.
    pub(super) fn entries(&mut self) -> Vec<(String, Option<String>, usize)> {
        let Some(table) = self.table.take() else {
            return Vec::new();
        };
        table
            .iter()
            .map(|(key, value)| {
                let text = text_of(value.get_ref());
                (key.get_ref().to_string(), text, self.line_of(key.span()))
            })
            .collect()
    }

    /// Text.
    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        let (value, line) = self.find(key)?;
        let text = text_of(value);
        if text.is_none() {
            self.wrong(key, line, "should be text in quotes".to_owned());
        }
        text
    }

    /// Text that must be there and not be blank.
    pub(super) fn required_text(&mut self, key: &'static str, example: &str) -> String {
        match self.text(key) {
            Some(text) if !text.trim().is_empty() => text,
            Some(_) | None => {
                if self.find(key).is_none() || self.problems_about(key) == 0 {
                    self.missing(key, example);
                }
                String::new()
            }
        }
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, key: &'static str) -> Option<Vec<String>> {
        let (value, line) = self.find(key)?;
        if let DeValue::Array(values) = value {
            let texts: Option<Vec<String>> = values
                .iter()
                .map(|value| text_of(value.get_ref()))
                .collect();
            if texts.is_some() {
                return texts;
            }
        }
        self.wrong(
            key,
            line,
            "should be a list of texts: [\"…\", \"…\"]".to_owned(),
        );
        None
    }

    /// true or false.
    pub(super) fn flag(&mut self, key: &'static str) -> Option<bool> {
        let (value, line) = self.find(key)?;
        if let DeValue::Boolean(flag) = value {
            return Some(*flag);
        }
        self.wrong(key, line, "should be true or false".to_owned());
        None
    }

    /// A whole number within a range.
    pub(super) fn count(&mut self, key: &'static str, range: Range<u32>) -> Option<u32> {
        let (value, line) = self.find(key)?;
        let read = digits(value)
            .and_then(|digits| digits.parse::<u32>().ok())
            .filter(|number| range.contains(number));
        if read.is_none() {
            let last = range.end.saturating_sub(1);
            let message = format!("should be a whole number from {} to {last}", range.start);
            self.wrong(key, line, message);
        }
        read
    }

    /// A number, not below zero.
    pub(super) fn number(&mut self, key: &'static str) -> Option<f64> {
        let (value, line) = self.find(key)?;
        let read = digits(value)
            .and_then(|digits| digits.parse::<f64>().ok())
            .filter(|number| number.is_finite() && *number >= 0.0);
        if read.is_none() {
            self.wrong(key, line, "should be a number, zero or more".to_owned());
        }
        read
    }

    /// A date, written without quotes: 2026-05-31.
    pub(super) fn date(&mut self, key: &'static str) -> Option<NaiveDate> {
        let (value, line) = self.find(key)?;
        let date = day_of(value);
        if date.is_none() {
            let message = "should be a date without quotes, such as 2026-05-31";
            self.wrong(key, line, message.to_owned());
        }
        date
    }

    /// One of a closed list of words.
    pub(super) fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let text = self.text(key)?;
        let chosen = choices.iter().find(|(word, _)| *word == text);
        if chosen.is_none() {
            let words: Vec<String> = choices
                .iter()
                .map(|(word, _)| format!("\"{word}\""))
                .collect();
            let line = self.find(key).map_or(0, |(_, line)| line);
            self.wrong(key, line, format!("should be one of {}", words.join(", ")));
        }
        chosen.map(|(_, value)| *value)
    }

    /// Whether a key is there.
    pub(super) fn has(&mut self, key: &'static str) -> bool {
        self.find(key).is_some()
    }

    /// Says that a key's value does not do.
    pub(super) fn reject(&mut self, key: &'static str, message: impl Into<String>) {
        let line = self.find(key).map_or(self.line, |(_, line)| line);
        self.wrong(key, line, message.into());
    }

    /// Says that a key whose name is data does not do.
    pub(super) fn reject_entry(&mut self, key: &str, line: usize, message: String) {
        self.wrong(key, line, message);
    }

    /// Says that a key is missing.
    pub(super) fn missing(&mut self, key: &str, example: &str) {
        self.wrong(key, 0, format!("is missing; write for instance: {example}"));
    }

    /// Ends the reading of this table: what nobody asked for is unknown.
    pub(super) fn close(mut self) -> Vec<Problem> {
        if let Some(table) = self.table {
            for (key, _) in table {
                let name = key.get_ref().as_ref();
                if !self.asked.contains(&name) {
                    let known = self.asked.join(", ");
                    let message = format!("is not a key that is known here (known: {known})");
                    let line = self.line_of(key.span());
                    self.wrong(name, line, message);
                }
            }
        }
        self.problems
    }

    fn find(&mut self, key: &'static str) -> Option<(&'t DeValue<'t>, usize)> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        let (found, value) = self.table?.get_key_value(key)?;
        Some((Spanned::get_ref(value), self.line_of(found.span())))
    }

    fn problems_about(&self, key: &str) -> usize {
        let full = self.full(key);
        self.problems
            .iter()
            .filter(|problem| problem.key == full)
            .count()
    }

    fn wrong(&mut self, key: &str, line: usize, message: String) {
        let key = self.full(key);
        self.problems.push(Problem { line, key, message });
    }

    fn full(&self, key: &str) -> String {
        if self.name.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.name)
        }
    }

    fn line_of(&self, span: Range<usize>) -> usize {
        line_at(self.text, span.start)
    }
}

fn text_of(value: &DeValue<'_>) -> Option<String> {
    let DeValue::String(text) = value else {
        return None;
    };
    Some(text.to_string())
}

/// A number as written, without the underscores that TOML allows in it.
fn digits(value: &DeValue<'_>) -> Option<String> {
    let written = if let DeValue::Integer(number) = value {
        number.as_str()
    } else if let DeValue::Float(number) = value {
        number.as_str()
    } else {
        return None;
    };
    Some(written.replace('_', ""))
}

fn day_of(value: &DeValue<'_>) -> Option<NaiveDate> {
    let DeValue::Datetime(written) = value else {
        return None;
    };
    let date = written.date.filter(|_| written.time.is_none())?;
    NaiveDate::from_ymd_opt(
        i32::from(date.year),
        u32::from(date.month),
        u32::from(date.day),
    )
}

/// The line that a byte of the text lies in, from 1.
pub(super) fn line_at(text: &str, offset: usize) -> usize {
    let newlines = text
        .bytes()
        .take(offset)
        .filter(|byte| *byte == b'\n')
        .count();
    newlines + 1
}
