//! A workbook to reports: every form in it, read by its labels, never by addresses.

mod abbreviation;
mod about;
mod apart;
mod attendance;
mod board;
mod bounds;
mod caption;
mod chapter_line;
mod choice;
mod closing;
mod columns;
mod copied;
mod crosses;
mod digital;
mod draft;
mod ending;
mod fields;
mod front;
mod greeting;
pub(crate) mod grid;
mod halves;
mod head;
mod head_line;
mod header;
mod headless;
mod hidden;
mod inline;
mod keys;
pub(crate) mod label;
mod labelled_below;
mod letter_end;
mod letter_lines;
mod letter_rows;
mod lines;
mod marks;
mod merge;
mod mirrored;
mod months;
mod of_all;
mod once;
mod own_row;
mod own_words;
mod page;
mod pairs;
mod part;
mod records;
mod region;
mod said;
pub(crate) mod scan;
mod seats;
mod sections;
mod sequel;
mod sheet_title;
mod side;
mod signature;
mod signature_picture;
mod signature_table;
mod signed_line;
mod signer;
mod slip;
mod strange;
mod stray;
mod sums;
mod table;
mod turned;
mod twice;
mod under;
mod unread;
mod vocabulary;
mod wording;
mod years;

use crate::cell::month::Month;
use crate::fault::{Fault, FaultKind};
use crate::form::FormId;
use crate::recognise::{self, Hidden};
use crate::report::{Reading, Recognised, Report};
use crate::sum::WrittenSum;
use crate::workbook::Workbook;

use front::Front;
use header::Column;
use page::Page;
use part::{Part, parts};

/// Reads every form in a workbook: at least one reading.
pub(crate) fn read(workbook: &Workbook) -> Vec<Reading> {
    let hidden = recognise::hidden(workbook);
    let mut readings = Vec::new();
    let (mut unread, mut doubt) = (workbook.faults.clone(), None);
    let (mut sequels, mut strays, mut onces) = (Vec::new(), Vec::new(), Vec::new());
    let (mut fronts, mut signed_for_all) = (Vec::new(), Vec::new());
    for (index, sheet) in workbook.sheets.iter().enumerate() {
        let Ok(index) = u16::try_from(index) else {
            break;
        };
        let mut read = Vec::new();
        for mut part in parts(sheet) {
            signed_for_all.extend(front::all_rows(&part.grid).map(|row| (index, row)));
            if !sheet.hidden && sequel::may_be(&sheet.name, &part.labels) {
                sequels.push((index, part));
                continue;
            }
            match part.recognise(&hidden) {
                Ok((form, _)) if sheet.hidden => unread.extend(part.hides(index, form)),
                Ok((form, recognised)) => {
                    let signed_below = part.leaves_signing(form);
                    let content = part.read(index, form, sequel::month(&sheet.name));
                    read.push((content, recognised, signed_below));
                }
                Err(kind) if !sheet.hidden && front::is(&part) => {
                    fronts.push(Front::new(index, part, kind));
                }
                Err(uncertain @ FaultKind::FormUncertain(..)) if !sheet.hidden => {
                    doubt = doubt.or(Some(uncertain));
                }
                Err(_) => strays.extend(stray::table(&part.grid, index, sheet)),
            }
        }
        sections::sign(&mut read);
        for (mut content, recognised, _) in read {
            // A front sheet may tell what holds for the rows of all sheets.
            if content.rows.is_empty() && content.once.is_for_all() {
                onces.push((content.form, std::mem::take(&mut content.once)));
            }
            merge::add(
                &mut readings,
                content.into_reading(recognised, &hidden, workbook),
            );
        }
    }
    doubt = doubt.or(follow(
        sequels,
        (&hidden, workbook),
        &mut readings,
        &mut strays,
    ));
    // Where no form was found at all, that is what is told.
    if readings.is_empty() {
        doubt = doubt.or_else(|| front::doubt(&fronts));
    } else {
        unread.append(&mut strays);
    }
    front::share(fronts, &mut readings);
    front::sign_all(&signed_for_all, &mut readings);
    merge::share_once(&mut readings, &onces);
    merge::share_chapter(&mut readings);
    digital::lay(&mut readings, &workbook.signed);
    finish(readings, unread, doubt)
}

/// Reads the sheets that go on with the form of another; tells what is in doubt.
fn follow(
    mut sequels: Vec<(u16, Part<'_>)>,
    (hidden, workbook): (&Hidden, &Workbook),
    readings: &mut Vec<Reading>,
    strays: &mut Vec<Fault>,
) -> Option<FaultKind> {
    let begun = sequel::form(readings);
    // A sheet without a header has the columns of one that has it.
    sequels.sort_by_key(|(_, part)| part.labels.is_empty());
    let mut columns: Vec<Column> = Vec::new();
    let mut doubt = None;
    for (index, part) in sequels {
        let Some(sheet) = workbook.sheets.get(usize::from(index)) else {
            continue;
        };
        let own = part.recognise_by_labels(hidden);
        let headless = part.labels.is_empty() && !columns.is_empty();
        let goes_on = match begun.filter(|_| headless) {
            Some(form) => Ok((form, Recognised::Labels)),
            None => sequel::goes_on(begun, own, &part.labels),
        };
        let mut stray = None;
        if headless || goes_on.is_err() {
            stray = stray::table(&part.grid, index, sheet);
        }
        match goes_on {
            Ok((form, recognised)) => {
                let carried = if headless {
                    columns.clone()
                } else {
                    Vec::new()
                };
                let content = part.read_on(index, form, sequel::month(&sheet.name), carried);
                if headless && content.rows.is_empty() {
                    strays.extend(stray);
                    continue;
                }
                columns.clone_from(&content.columns);
                merge::add(readings, content.into_reading(recognised, hidden, workbook));
            }
            Err(FaultKind::FormNotRecognised) => strays.extend(stray),
            Err(fault) => doubt = doubt.or(Some(fault)),
        }
    }
    for report in readings.iter_mut().filter_map(|it| it.report.as_mut()) {
        report.rows.sort_by_key(|row| row.place.sheet);
    }
    doubt
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
    /// What it tells once for all rows.
    once: once::Once,
    sums: Vec<WrittenSum>,
    /// The columns of its last table.
    columns: Vec<Column>,
    faults: Vec<Fault>,
}

impl Part<'_> {
    /// Which form it is; where no label is spelt as ours, by headings in other words.
    fn recognise(&mut self, hidden: &Hidden) -> Result<(FormId, Recognised), FaultKind> {
        let mut told = self.recognise_by_labels(hidden);
        if told.is_err() && wording::add(&self.grid, &mut self.labels) {
            told = self.recognise_by_labels(hidden);
        }
        if told.is_err() && lines::add(&self.grid, &mut self.labels) {
            told = self.recognise_by_labels(hidden);
        }
        told
    }

    fn recognise_by_labels(&self, hidden: &Hidden) -> Result<(FormId, Recognised), FaultKind> {
        let Some(side) = &self.side else {
            return recognise::recognise(&self.labels, hidden, (&self.grid, self.name));
        };
        let mut labels = self.labels.clone();
        labels.extend(&side.labels);
        labels.sort_by_key(|found| (found.row, found.column));
        recognise::recognise(&labels, hidden, (&self.grid, self.name))
    }

    /// The fault of a hidden sheet that tells something: a hidden copy of the blank hides
    /// nothing from anybody.
    fn hides(self, sheet: u16, form: FormId) -> Option<Fault> {
        let name = self.name.to_owned();
        let content = self.read(sheet, form, None);
        let told = !content.rows.is_empty() || !content.board.is_empty();
        told.then(|| whole(FaultKind::HiddenSheet { sheet: name }))
    }

    fn read(self, sheet: u16, form: FormId, month: Option<Month>) -> Content {
        self.read_on(sheet, form, month, Vec::new())
    }

    /// Reads a part whose columns, if it has no header, are those of another sheet.
    fn read_on(
        self,
        sheet: u16,
        form: FormId,
        month: Option<Month>,
        carried: Vec<Column>,
    ) -> Content {
        let side = self.side;
        let head = side.map(|side| front::read((side.grid, side.labels), (sheet, self.name), form));
        let mut labels = self.labels;
        let (grid, signed) = match letter_end::find(&self.grid, &labels, form) {
            Some(end) => {
                labels.retain(|found| found.row < end.row);
                (self.grid.above(end.row), end.signed)
            }
            None => (self.grid, Vec::new()),
        };
        let mut page = Page {
            signed_from: signature::line_over(&grid, &labels, form)
                .or_else(|| signature_table::caption_line(&grid)),
            past: years::Past::of(&grid),
            sheet,
            name: self.name,
            grid,
            labels,
            form: form.form(),
            month,
            carried,
        };
        let mut table = table::read(&page);
        let headless = table.stretches.is_empty() && page.form.table.is_some();
        if headless && wording::add(&page.grid, &mut page.labels) {
            table = table::read(&page);
        }
        board::read(&page, &mut table);
        own_words::add(&mut page, &table);
        let mut fields = fields::read(&page, &table);
        of_all::read(&page, &mut table, fields.year());
        let once = once::read(&page, &mut table, &mut fields);
        let signatures = signature::read(&page, &table, &fields, signed);
        let mut rows = std::mem::take(&mut table.rows);
        let (rows, board) = match form {
            FormId::AnnualReport => {
                rows.retain(|row| !signatures.rows.contains(&row.place.row));
                (Vec::new(), rows)
            }
            FormId::MeetingPlace | FormId::Activities | FormId::PeerSupporters | FormId::Visits => {
                (rows, Vec::new())
            }
        };
        let mut content = Content {
            form,
            fields,
            rows,
            board,
            signatures,
            once,
            sums: table.sums,
            columns: table.columns,
            faults: table.faults,
        };
        if let Some(head) = head {
            content.take_head(head);
        }
        content
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
