//! A workbook to reports: every form in it, read by its labels, never by addresses.

mod abbreviation;
mod closing;
mod copied;
mod digital;
mod draft;
mod fields;
pub(crate) mod grid;
mod header;
mod hidden;
pub(crate) mod label;
mod labelled_below;
mod marks;
mod merge;
mod page;
mod part;
mod records;
pub(crate) mod scan;
mod sequel;
mod signature;
mod slip;
mod strange;
mod stray;
mod sums;
mod table;
mod twice;
mod wording;

use crate::cell::month::Month;
use crate::fault::{Fault, FaultKind};
use crate::form::FormId;
use crate::recognise::{self, Hidden};
use crate::report::{Reading, Recognised, Report};
use crate::sum::WrittenSum;
use crate::workbook::Workbook;

use page::Page;
use part::{Part, parts};

/// Reads every form in a workbook: at least one reading.
pub(crate) fn read(workbook: &Workbook) -> Vec<Reading> {
    let hidden = recognise::hidden(workbook);
    let mut readings = Vec::new();
    let mut unread: Vec<Fault> = workbook.faults.clone();
    let mut doubt = None;
    let (mut sequels, mut strays) = (Vec::new(), Vec::new());
    for (index, sheet) in workbook.sheets.iter().enumerate() {
        let Ok(index) = u16::try_from(index) else {
            break;
        };
        for mut part in parts(sheet) {
            if !sheet.hidden && sequel::may_be(&sheet.name, &part.labels) {
                sequels.push((index, part));
                continue;
            }
            match part.recognise(&hidden) {
                Ok((form, _)) if sheet.hidden => {
                    let reading = part.read(index, form, None);
                    // A hidden copy of the blank hides nothing from anybody.
                    if !reading.rows.is_empty() || !reading.board.is_empty() {
                        let sheet = sheet.name.clone();
                        unread.push(whole(FaultKind::HiddenSheet { sheet }));
                    }
                }
                Ok((form, recognised)) => {
                    let reading = part.read(index, form, sequel::month(&sheet.name));
                    merge::add(
                        &mut readings,
                        reading.into_reading(recognised, &hidden, workbook),
                    );
                }
                Err(uncertain @ FaultKind::FormUncertain(..)) if !sheet.hidden => {
                    doubt = doubt.or(Some(uncertain));
                }
                Err(_) => strays.extend(stray::table(&part.grid, index, sheet)),
            }
        }
    }
    let begun = sequel::form(&readings);
    for (index, part) in sequels {
        let own = recognise::recognise(&part.labels, &hidden);
        match sequel::goes_on(begun, own, &part.labels) {
            Ok((form, recognised)) => {
                let name = workbook.sheets.get(usize::from(index));
                let month = name.and_then(|sheet| sequel::month(&sheet.name));
                let content = part.read(index, form, month);
                let reading = content.into_reading(recognised, &hidden, workbook);
                merge::add(&mut readings, reading);
            }
            Err(fault) => doubt = doubt.or(Some(fault)),
        }
    }
    // Where no form was found at all, that is what is told.
    if !readings.is_empty() {
        unread.append(&mut strays);
    }
    merge::share_chapter(&mut readings);
    digital::lay(&mut readings, &workbook.signed);
    finish(readings, unread, doubt)
}

/// Puts the workbook's own faults in front of the first reading's.
fn finish(
    mut readings: Vec<Reading>,
    mut unread: Vec<Fault>,
    doubt: Option<FaultKind>,
) -> Vec<Reading> {
    for reading in &mut readings {
        reading.faults.sort_by_key(|fault| fault.place);
    }
    let doubt = doubt.or_else(|| readings.is_empty().then_some(FaultKind::FormNotRecognised));
    let doubt = doubt.map(whole);
    // A sheet in doubt says nothing against the forms beside it.
    if readings.is_empty() {
        unread.extend(doubt);
    } else {
        readings.extend(doubt.map(|fault| Reading {
            faults: vec![fault],
            ..Reading::default()
        }));
    }
    match readings.first_mut() {
        Some(first) => {
            unread.append(&mut first.faults);
            first.faults = unread;
        }
        None => readings.push(Reading {
            faults: unread,
            ..Reading::default()
        }),
    }
    readings
}

/// A fault that no cell can be shown for.
fn whole(kind: FaultKind) -> Fault {
    Fault {
        kind,
        place: None,
        field: None,
    }
}

/// What a part of a sheet told.
struct Content {
    form: FormId,
    fields: fields::Fields,
    rows: Vec<crate::report::Row>,
    board: Vec<crate::report::Row>,
    signatures: signature::Signatures,
    sums: Vec<WrittenSum>,
    faults: Vec<Fault>,
}

impl Part<'_> {
    /// Which form it is; where no label is spelt as ours, by headings in other words.
    fn recognise(&mut self, hidden: &Hidden) -> Result<(FormId, Recognised), FaultKind> {
        let own = recognise::recognise(&self.labels, hidden);
        if matches!(own, Err(FaultKind::FormNotRecognised))
            && wording::add(&self.grid, &mut self.labels)
        {
            return recognise::recognise(&self.labels, hidden);
        }
        own
    }

    fn read(self, sheet: u16, form: FormId, month: Option<Month>) -> Content {
        let mut page = Page {
            sheet,
            grid: self.grid,
            labels: self.labels,
            form: form.form(),
            month,
        };
        let mut table = table::read(&page);
        let headless = table.stretches.is_empty() && page.form.table.is_some();
        if headless && wording::add(&page.grid, &mut page.labels) {
            table = table::read(&page);
        }
        let fields = fields::read(&page, &table);
        let signatures = signature::read(&page, &table, &fields);
        let rows = std::mem::take(&mut table.rows);
        let (rows, board) = match form {
            FormId::AnnualReport => (Vec::new(), rows),
            FormId::MeetingPlace | FormId::Activities | FormId::PeerSupporters | FormId::Visits => {
                (rows, Vec::new())
            }
        };
        Content {
            form,
            fields,
            rows,
            board,
            signatures,
            sums: table.sums,
            faults: table.faults,
        }
    }
}

impl Content {
    fn into_reading(self, recognised: Recognised, hidden: &Hidden, workbook: &Workbook) -> Reading {
        let mut faults = self.faults;
        faults.extend(self.fields.faults);
        faults.extend(self.signatures.faults);
        let marked = matches!(recognised, Recognised::HiddenId { .. });
        let report = Report {
            form: self.form,
            recognised,
            hidden_chapter: hidden.chapter.clone().filter(|_| marked),
            hidden_year: hidden.year.filter(|_| marked),
            sheets: workbook
                .sheets
                .iter()
                .map(|sheet| sheet.name.clone())
                .collect(),
            fields: self.fields.told,
            rows: self.rows,
            board: self.board,
            signatures: self.signatures.blocks,
            sums: self.sums,
            copied_by: copied::by(workbook),
        };
        faults.extend(hidden::told(&report, workbook));
        Reading {
            report: Some(report),
            faults,
            ..Reading::default()
        }
    }
}

#[cfg(test)]
mod tests;
