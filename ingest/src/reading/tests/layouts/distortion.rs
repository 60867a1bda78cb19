//! What people do to a form, by name.

use super::model::Lot;
use crate::form::FormId;

/// One thing that is done to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Distortion {
    Moved,
    NoTitle,
    NoHiddenId,
    Synonyms,
    Nynorsk,
    Misspelt,
    Capitals,
    Hints,
    FieldsInTwoColumns,
    LabelsAbove,
    LabelsBelow,
    SameCell,
    RowsInserted,
    ColumnsInserted,
    OptionalDeleted,
    ColumnsMoved,
    MergedHeader,
    SplitHeader,
    NestedHeader,
    HeaderRepeated,
    Sums,
    Comments,
    DittoMarks,
    MonthHeadings,
    MonthSheets,
    Turned,
    Blocks,
    Cards,
}

use Distortion::{
    Blocks, Capitals, Cards, ColumnsInserted, ColumnsMoved, Comments, DittoMarks,
    FieldsInTwoColumns, HeaderRepeated, Hints, LabelsAbove, LabelsBelow, MergedHeader, Misspelt,
    MonthHeadings, MonthSheets, Moved, NestedHeader, NoHiddenId, NoTitle, Nynorsk, OptionalDeleted,
    RowsInserted, SameCell, SplitHeader, Sums, Synonyms, Turned,
};

pub(super) const ALL: [Distortion; 28] = [
    Moved,
    NoTitle,
    NoHiddenId,
    Synonyms,
    Nynorsk,
    Misspelt,
    Capitals,
    Hints,
    FieldsInTwoColumns,
    LabelsAbove,
    LabelsBelow,
    SameCell,
    RowsInserted,
    ColumnsInserted,
    OptionalDeleted,
    ColumnsMoved,
    MergedHeader,
    SplitHeader,
    NestedHeader,
    HeaderRepeated,
    Sums,
    Comments,
    DittoMarks,
    MonthHeadings,
    MonthSheets,
    Turned,
    Blocks,
    Cards,
];

/// Of each group a sheet can have one.
const APART: [&[Distortion]; 5] = [
    // A mark on one sheet cannot mean a row of another.
    &[DittoMarks, MonthSheets],
    &[FieldsInTwoColumns, LabelsAbove, LabelsBelow, SameCell],
    &[Synonyms, Nynorsk],
    &[MonthHeadings, MonthSheets, Turned, Blocks, Cards],
    &[MergedHeader, SplitHeader, NestedHeader],
];

/// What is done to a header or between rows, where there are such.
const OF_TABLES: [Distortion; 8] = [
    ColumnsInserted,
    MergedHeader,
    SplitHeader,
    NestedHeader,
    HeaderRepeated,
    Sums,
    Comments,
    RowsInserted,
];

/// Three to six distortions that go together; the first is given.
pub(super) fn drawn(first: Distortion, form: FormId, lot: &mut Lot) -> Vec<Distortion> {
    let mut drawn = Vec::new();
    let most = 3 + lot.below(4);
    let mut next = first;
    for _ in 0..200 {
        if fits(next, &drawn, form) {
            drawn.push(next);
        }
        if drawn.len() == most {
            break;
        }
        next = lot.of(&ALL);
    }
    drawn.sort_unstable();
    drawn
}

fn fits(next: Distortion, drawn: &[Distortion], form: FormId) -> bool {
    let down = |one: &Distortion| matches!(one, Turned | Blocks | Cards);
    let dated = matches!(
        form,
        FormId::MeetingPlace | FormId::Activities | FormId::Visits
    );
    let apart = |group: &&[Distortion]| {
        group.contains(&next) && drawn.iter().any(|known| group.contains(known))
    };
    let any_down = drawn.iter().any(down);
    let any_table = drawn.iter().any(|known| OF_TABLES.contains(known));
    let apart = drawn.contains(&next)
        || APART.iter().any(apart)
        || (OF_TABLES.contains(&next) && any_down)
        || (down(&next) && any_table);
    let strange = match form {
        FormId::AnnualReport => down(&next) || matches!(next, NestedHeader | DittoMarks),
        FormId::PeerSupporters => next == NestedHeader,
        FormId::MeetingPlace | FormId::Activities | FormId::Visits => false,
    };
    !apart && !strange && (dated || !matches!(next, MonthHeadings | MonthSheets))
}
