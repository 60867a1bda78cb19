//! Which block of a form one who signed sits in, where the form did not say.

use super::grid::text;
use super::page::Page;
use super::signer::{self, Signer};
use crate::form::{FormId, SignatureRole};
use crate::report::{Evidence, Signature};

/// Who else signed stands within so many rows.
const ROWS: u32 = 3;

/// One who signed, and the cell of the name.
#[derive(Clone, Debug)]
pub(crate) struct Signed {
    pub(crate) at: (u32, u16),
    pub(crate) signer: Signer,
}

/// The office of one who signed in a block: the log of a peer supporter is always
/// signed as one, and a deputy in the leader's block stays a deputy.
pub(super) fn office(declared: SignatureRole, told: SignatureRole) -> SignatureRole {
    match (declared, told) {
        (SignatureRole::Leader, SignatureRole::BoardMember) => told,
        (
            SignatureRole::Leader | SignatureRole::BoardMember | SignatureRole::PeerSupporter,
            SignatureRole::Leader | SignatureRole::BoardMember | SignatureRole::PeerSupporter,
        ) => declared,
    }
}

/// A board member who signed form 1 where anybody may have signed, with those who
/// signed beside or below: each goes to a block of board members.
pub(super) fn one_of_board(page: &Page<'_>, block: &mut Signature) -> Vec<Signed> {
    let at = (block.place.row, block.place.column);
    let date = block.date;
    let more = |row: u32, column: u16| {
        let signer = signer::signer(page.grid.cell(row, column).and_then(text)?);
        let known = signer.name.as_deref().is_some_and(signer::is_name) && signer.role.is_some();
        let date = signer.date.or(date);
        known.then_some(Signed {
            at: (row, column),
            signer: Signer { date, ..signer },
        })
    };
    let beside = page.grid.row(at.0).iter().filter(|cell| cell.column > at.1);
    let beside = beside.filter_map(|cell| more(cell.row, cell.column));
    let below = (at.0 + 1..=at.0 + ROWS).map_while(|row| more(row, at.1));
    let mut signed: Vec<Signed> = beside.chain(below).collect();
    if block.role == SignatureRole::BoardMember && block.evidence == Evidence::Typed {
        let first = Signer {
            name: block.name.take(),
            date: block.date.take(),
            role: Some(block.role),
        };
        signed.insert(0, Signed { at, signer: first });
        block.role = SignatureRole::Leader;
        block.evidence = Evidence::None;
    }
    signed
}

/// Gives those who signed outside the blocks a block that nobody signed.
pub(super) fn seat(page: &Page<'_>, blocks: &mut [Signature], signed: Vec<Signed>) {
    let alone = signed.len() == 1;
    for Signed { at, signer } in signed {
        let Some(name) = signer.name else { continue };
        let role = signer.role;
        let annual = page.form.id == FormId::AnnualReport;
        let free = |block: &&mut Signature| {
            let wanted = match role {
                // One signer of another form signs in the only block there is.
                _ if !annual => true,
                Some(role) => block.role == role,
                None => block.role == SignatureRole::Leader && alone,
            };
            wanted && block.evidence == Evidence::None
        };
        let Some(block) = blocks.iter_mut().find(free) else {
            together(blocks, annual, (role, &name));
            continue;
        };
        *block = Signature {
            place: page.place(at.0, at.1),
            role: office(block.role, role.unwrap_or(block.role)),
            name: Some(name),
            date: signer.date.or(block.date),
            evidence: Evidence::Typed,
        };
    }
}

/// Board members who sign another form than the annual report sign it together.
fn together(blocks: &mut [Signature], annual: bool, (role, name): (Option<SignatureRole>, &str)) {
    let [block] = blocks else { return };
    let both = role == Some(SignatureRole::BoardMember) && block.role == SignatureRole::BoardMember;
    if let Some(first) = block.name.as_mut().filter(|_| both && !annual) {
        first.push_str(" og ");
        first.push_str(name);
    }
}
