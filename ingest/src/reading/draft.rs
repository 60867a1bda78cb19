//! A row in the making: what its cells told so far.

use super::page::{Heard, Page};
use crate::cell::Beside;
use crate::fault::{Fault, FaultKind};
use crate::form::Field;
use crate::place::Place;
use crate::report::Row;
use crate::value::{Told, Value};
use crate::workbook::Cell;

/// A row before it is known whether it is one.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) told: Vec<(Field, Told)>,
    pub(crate) faults: Vec<Fault>,
    /// Whether somebody typed something of the row's own.
    pub(crate) own: bool,
    /// A time that stood in the cell of another value.
    time: Option<Told>,
}

impl Draft {
    /// A row with room for so many cells.
    pub(crate) fn new(cells: usize) -> Self {
        Self {
            told: Vec::with_capacity(cells.saturating_add(1)),
            ..Self::default()
        }
    }

    /// Adds what a cell told.
    pub(crate) fn take(&mut self, field: Field, heard: Heard) {
        self.own |= !is_carried_along(field, &heard);
        if let Some(Beside::Time(value)) = heard.beside {
            self.time = Some(Told {
                place: heard.told.place,
                typed: heard.told.typed.clone(),
                value: Some(value),
            });
        }
        self.faults.extend(heard.fault);
        self.told.push((field, heard.told));
    }

    /// Adds what the rest of a card told.
    pub(crate) fn add(&mut self, rest: Self) {
        self.told.extend(rest.told);
        self.faults.extend(rest.faults);
        self.own |= rest.own;
        self.time = self.time.take().or(rest.time);
    }

    /// Adds what a ditto mark says again; under nothing it says nothing.
    pub(crate) fn repeat(&mut self, place: Place, field: Field, above: Option<&Row>) {
        let Some(row) = above else { return };
        let Some(above) = row.told(field) else { return };
        // A telephone number behind the leader's name, too: it has no cell of its own.
        let again = row.cells.iter().filter(|(other, told)| {
            *other == field || (field == Field::Leader && told.place == above.place)
        });
        for (field, told) in again {
            let heard = Heard {
                told: Told {
                    place,
                    ..told.clone()
                },
                fault: None,
                beside: None,
            };
            self.take(*field, heard);
        }
    }

    /// Whether a cell told a day.
    pub(crate) fn is_dated(&self) -> bool {
        self.told
            .iter()
            .any(|(_, told)| matches!(told.value, Some(Value::Days(_))))
    }

    /// The row, at the place of its first cell.
    pub(crate) fn into_row(self, page: &Page<'_>, cells: &[Cell]) -> Row {
        let mut told = self.told;
        let has = |told: &[(Field, Told)], wanted| told.iter().any(|(field, _)| *field == wanted);
        // "17. mai kl. 18-20" tells the time as well, if no other cell does.
        if let Some(time) = self.time
            && !has(&told, Field::From)
            && has(&told, Field::Date)
        {
            told.push((Field::From, time));
        }
        let first = told.iter().map(|(_, told)| told.place).min_by_key(|place| {
            let here = cells.first().is_some_and(|cell| cell.row == place.row);
            (!here, place.column)
        });
        Row {
            place: first.unwrap_or_else(|| page.place(1, 1)),
            cells: told,
        }
    }
}

/// What is printed in advance, or filled down to rows that nothing was held on.
fn is_carried_along(field: Field, heard: &Heard) -> bool {
    if matches!(&heard.fault, Some(fault) if fault.kind == FaultKind::FormulaError) {
        return true;
    }
    if field == Field::Hours {
        let value = heard.told.value.as_ref();
        return matches!(value, Some(Value::Duration { minutes: 0, .. }));
    }
    [
        Field::Leader,
        Field::Address,
        Field::Phone,
        Field::Organiser,
        Field::Office,
        Field::Active,
        Field::Unpaid,
    ]
    .contains(&field)
}
