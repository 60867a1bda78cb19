//! A head away from its table: on a front sheet for the forms of a workbook, or in columns
//! of its own beside the table.

use memchr::memmem::Finder;

use super::grid::{Grid, text};
use super::merge::{CHAPTER, in_order, is_stronger};
use super::page::Page;
use super::part::Part;
use super::scan::{FEWEST_COLUMNS, Found, columns};
use super::table::Table;
use super::{Content, fields, letter_end, own_words, signature, years};
use crate::fault::{Fault, FaultKind};
use crate::fold::{fold_into, folded_name};
use crate::form::{Field, FormId};
use crate::report::{Evidence, Reading, Report, Signature};
use crate::value::Told;

/// Fewer labels of the chapter's or of the person's are no front sheet.
const FEWEST_LABELS: usize = 3;
/// A front sheet has no more rows, cells and labels.
const MOST_ROWS: usize = 60;
const MOST_CELLS: usize = 1_000;
const MOST_LABELS: usize = 100;
/// So many front sheets are read, each once for so many forms.
const MOST_FRONTS: usize = 8;
const MOST_FORMS: usize = 100;
/// A shorter text has no room to say of what a signature is, and a longer one says more.
const SHORTEST: usize = 12;
const LONGEST: usize = 120;

/// A front sheet, and its index.
pub(super) struct Front<'a> {
    sheet: u16,
    part: Part<'a>,
    /// Why no form was found in it.
    kind: FaultKind,
}

/// What a head told.
pub(super) struct Head {
    fields: fields::Fields,
    signatures: signature::Signatures,
}

impl<'a> Front<'a> {
    /// A part that is a front sheet.
    pub(super) fn new(sheet: u16, part: Part<'a>, kind: FaultKind) -> Self {
        Self { sheet, part, kind }
    }
}

/// The doubt about a front sheet that no form stands beside.
pub(super) fn doubt(fronts: &[Front<'_>]) -> Option<FaultKind> {
    let mut kinds = fronts.iter().map(|front| &front.kind);
    let uncertain = kinds.find(|kind| matches!(kind, FaultKind::FormUncertain(..)));
    uncertain.cloned()
}

/// Whether a part that no form was found in is a front sheet: labels of the head's
/// fields, and no table.
pub(super) fn is(part: &Part<'_>) -> bool {
    let mut rows = part.labels.chunk_by(|one, other| one.row == other.row);
    let heads = |row: &[Found<'_>]| {
        let mut forms = FormId::ALL.iter();
        forms.any(|form| columns(row, *form) >= FEWEST_COLUMNS)
    };
    let named = part.labels.iter().filter_map(head_field);
    let mut fields: Vec<Field> = named.collect();
    fields.sort_unstable();
    fields.dedup();
    let few = part.grid.rows.len() <= MOST_ROWS
        && part.grid.cells.len() <= MOST_CELLS
        && part.labels.len() <= MOST_LABELS;
    if !few {
        return false;
    }
    fields.len() >= FEWEST_LABELS && !rows.any(heads)
}

/// The field of a head that a label names.
fn head_field(found: &Found<'_>) -> Option<Field> {
    let label = found.matched.label;
    let mut named = FormId::ALL.iter().filter_map(|form| label.field(*form));
    named.find(|field| CHAPTER.contains(field) || *field == Field::PersonName)
}

/// Reads the fields and the signature of a head; it has no table.
pub(super) fn read<'a>(
    (grid, mut labels): (Grid<'a>, Vec<Found<'a>>),
    (sheet, name): (u16, &'a str),
    form: FormId,
) -> Head {
    // "Leder | Kari Nordlys | 3.1.2026" is no board here.
    let report = form == FormId::AnnualReport;
    let ends = if report { FormId::MeetingPlace } else { form };
    let (grid, signed) = match letter_end::find(&grid, &labels, ends) {
        Some(end) => {
            labels.retain(|found| found.row < end.row);
            (grid.above(end.row), end.signed)
        }
        None => (grid, Vec::new()),
    };
    let mut page = Page {
        signed_from: signature::line_over(&grid, &labels, form),
        past: years::Past::of(&grid),
        sheet,
        name,
        grid,
        labels,
        form: form.form(),
        month: None,
        carried: Vec::new(),
    };
    let table = Table::default();
    own_words::add(&mut page, &table);
    let fields = fields::read(&page, &table);
    let signatures = signature::read(&page, &table, &fields, signed);
    Head { fields, signatures }
}

impl Content {
    /// Adds what the head beside the table told.
    pub(super) fn take_head(&mut self, head: Head) {
        for (field, told) in head.fields.told {
            if !self.fields.has(field) {
                self.fields.told.push((field, told));
            }
        }
        let order = self.form.form().fields;
        let place = |field: Field| order.iter().position(|item| item.field == field);
        self.fields.told.sort_by_key(|(field, _)| place(*field));
        self.fields.faults.extend(head.fields.faults);
        strengthen(&mut self.signatures.blocks, head.signatures.blocks);
        self.signatures.faults.extend(head.signatures.faults);
    }
}

fn strengthen(blocks: &mut [Signature], others: Vec<Signature>) {
    for (one, other) in blocks.iter_mut().zip(others) {
        if is_stronger(&other, one) {
            *one = other;
        }
    }
}

/// Gives the forms of a workbook what its front sheets tell. Whose name and address stand
/// there is known where one form asks for it, and who signed where one form was found
/// or where it is said to be for all.
pub(super) fn share(fronts: Vec<Front<'_>>, readings: &mut [Reading]) {
    for Front { sheet, part, .. } in fronts.into_iter().take(MOST_FRONTS) {
        let all = says_all(&part.grid);
        let alone = readings
            .iter()
            .filter(|reading| reading.report.is_some())
            .count()
            == 1;
        let mut first = true;
        let forms: Vec<FormId> = readings
            .iter()
            .filter_map(|reading| reading.report.as_ref().map(|report| report.form))
            .collect();
        for reading in readings.iter_mut().take(MOST_FORMS) {
            let Some(report) = &mut reading.report else {
                continue;
            };
            let copy = || (part.grid.above(u32::MAX), part.labels.clone());
            let mut head = read(copy(), (sheet, part.name), report.form);
            // "E-post" on a sheet without persons is the chapter's.
            let lists_people = report.form == FormId::PeerSupporters && !names_person(&part);
            if lists_people && !head.fields.has(Field::ContactEmail) {
                let other = read(copy(), (sheet, part.name), FormId::Activities);
                take_email(&mut head, other);
            }
            if names_another(report, &head.fields.told) {
                continue;
            }
            let single = forms.iter().filter(|form| **form == report.form).count() == 1;
            let missing: Vec<(Field, Told)> = head
                .fields
                .told
                .into_iter()
                .filter(|(field, _)| single || CHAPTER.contains(field))
                .filter(|(field, _)| report.told(*field).is_none())
                // The first form tells what is wrong with a value; it is said once.
                .filter(|(_, told)| first || sound(told, &head.fields.faults))
                .collect();
            report.fields.extend(missing);
            in_order(report);
            let mut lost = None;
            if alone || all {
                strengthen(&mut report.signatures, head.signatures.blocks);
            } else {
                // Whom it holds for is not said.
                let mut blocks = head.signatures.blocks.into_iter();
                lost = blocks.find(|block| block.evidence != Evidence::None);
            }
            if first {
                let faults = head.fields.faults.into_iter().chain(head.signatures.faults);
                let faults: Vec<Fault> = faults.collect();
                reading.faults.extend(faults);
                reading.faults.extend(lost.map(|block| Fault {
                    kind: FaultKind::HeadingNotUnderstood,
                    place: Some(block.place),
                    field: None,
                }));
            }
            first = false;
        }
    }
}

/// Takes the e-mail address from another reading of a head, with what is wrong with it.
fn take_email(head: &mut Head, other: Head) {
    let mut told = other.fields.told.into_iter();
    let Some(email) = told.find(|(field, _)| *field == Field::ContactEmail) else {
        return;
    };
    let faults = other.fields.faults.into_iter();
    let its = faults.filter(|fault| fault.place == Some(email.1.place));
    head.fields.faults.extend(its);
    head.fields.told.push(email);
}

/// Whether nothing is wrong with a value.
fn sound(told: &Told, faults: &[Fault]) -> bool {
    !faults.iter().any(|fault| fault.place == Some(told.place))
}

/// Whether a front sheet is somebody's own.
fn names_person(part: &Part<'_>) -> bool {
    let mut labels = part.labels.iter();
    labels.any(|found| found.matched.label.field(FormId::Visits) == Some(Field::PersonName))
}

/// Whether a form names another chapter than the front sheet does.
fn names_another(report: &Report, told: &[(Field, Told)]) -> bool {
    let front = told.iter().find(|(field, _)| *field == Field::ChapterName);
    let own = report.told(Field::ChapterName);
    front
        .zip(own)
        .is_some_and(|((_, front), own)| folded_name(&front.typed) != folded_name(&own.typed))
}

/// The rows where a signature is said to hold for all forms of a workbook: "Underskrift
/// for alle skjemaene".
pub(super) fn all_rows<'a>(grid: &'a Grid<'_>) -> impl Iterator<Item = u32> + 'a {
    let mut buffer = String::new();
    let stems = ["nder", "ign"].map(Finder::new);
    let lines = grid.rows.iter();
    let cells = lines.flat_map(|line| grid.line(*line));
    cells.filter_map(move |cell| {
        // Most cells need not be folded to know.
        let text = text(cell).filter(|text| {
            let within = (SHORTEST..=LONGEST).contains(&text.len());
            within && stems.iter().any(|it| it.find(text.as_bytes()).is_some())
        })?;
        signs_all(text, &mut buffer).then_some(cell.row)
    })
}

fn says_all(grid: &Grid<'_>) -> bool {
    all_rows(grid).next().is_some()
}

/// Whether a text says of a signature that it holds for all.
fn signs_all(text: &str, buffer: &mut String) -> bool {
    fold_into(text, buffer);
    let signs = [
        "underskr",
        "signatur",
        "signert",
        "skrevet under",
        "skrive under",
        "skriver under",
        "skriv under",
    ];
    let all = [
        "alle",
        "alt",
        "begge",
        "baae",
        "samtlige",
        "hele",
        "heile",
        "arkene",
        "arka",
        "skjemaene",
        "skjemaa",
    ];
    let denied = ["maa", "husk", "skal", "ikke", "ikkje"];
    let has = |words: &[&str]| buffer.split(' ').any(|word| words.contains(&word));
    signs.iter().any(|stem| buffer.contains(stem)) && has(&all) && !has(&denied)
}

/// Who signed for all forms on the sheet of one of them signed the others too, which
/// nobody signed.
pub(super) fn sign_all(said: &[(u16, u32)], readings: &mut [Reading]) {
    let evident = |block: &&Signature| block.evidence != Evidence::None;
    let reports = readings
        .iter()
        .filter_map(|reading| reading.report.as_ref());
    let mut blocks = reports
        .flat_map(|report| &report.signatures)
        .filter(evident);
    let Some(signed) = blocks.find(|block| {
        said.iter().any(|(sheet, row)| {
            block.place.sheet == *sheet && (*row..=row + MOST_BELOW).contains(&block.place.row)
        })
    }) else {
        return;
    };
    let signed = signed.clone();
    for report in readings.iter_mut().filter_map(|it| it.report.as_mut()) {
        let nobody = report
            .signatures
            .iter()
            .all(|block| block.evidence == Evidence::None);
        let mut free = report.signatures.iter_mut();
        if let Some(block) = free
            .find(|block| block.role == signed.role)
            .filter(|_| nobody)
        {
            *block = signed.clone();
        }
    }
}

/// Who signed stands so close below the words that say for what.
const MOST_BELOW: u32 = 4;
