//! Digital signatures of the file as evidence in the forms' signature fields.

use crate::fold::folded_name;
use crate::report::{Evidence, Reading, Signature};
use crate::workbook::Signed;

/// Lays each signature in one field of each form: that of the signer's name, else the
/// first without evidence. What is written by hand in a field speaks for itself.
pub(crate) fn lay(readings: &mut [Reading], signed: &[Signed]) {
    for report in readings
        .iter_mut()
        .filter_map(|reading| reading.report.as_mut())
    {
        for signed in signed {
            if let Some(block) = field(&mut report.signatures, signed) {
                block.evidence = Evidence::Digital;
                block.name = block.name.take().or_else(|| signed.name.clone());
                block.date = block.date.or(signed.on.map(Into::into));
            }
        }
    }
}

fn field<'a>(blocks: &'a mut [Signature], signed: &Signed) -> Option<&'a mut Signature> {
    let claimed = signed.name.as_deref().map(folded_name);
    let same = |block: &Signature| {
        let name = block.name.as_deref().map(folded_name);
        name.is_some() && name == claimed
    };
    let open = |block: &Signature| block.evidence == Evidence::None && block.name.is_none();
    let place = blocks.iter().position(same);
    let place = place.or_else(|| blocks.iter().position(open))?;
    let block = blocks.get_mut(place)?;
    (block.evidence <= Evidence::Typed).then_some(block)
}
