//! Who is told what.
//!
//! One chapter a letter: a chapter's address never stands beside another's.

use samlerapport_ingest::{Adviser, Chapter, Recipient, Register, Role};

use crate::letter::Address;

#[cfg(test)]
mod tests;

/// Where a letter goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Who it is for.
    pub to: Vec<Address>,
    /// Who gets a copy.
    pub cc: Vec<Address>,
    /// Who reads the answers.
    pub reply_to: Vec<Address>,
    /// Whether it goes to someone else than it speaks to, who is to pass it on.
    pub detour: bool,
}

/// A chapter's letter: to the chapter, with a copy to its leader; answers go to the
/// region's adviser. A chapter without an address is reached through its adviser.
pub fn chapter_route(register: &Register, chapter: &Chapter) -> Option<Route> {
    let advisers = staff_of(register, &chapter.region);
    let mut own = Vec::new();
    for email in [&chapter.email, &chapter.leader_email]
        .into_iter()
        .flatten()
    {
        let address = Address::new(&chapter.name, email);
        let known = own
            .iter()
            .any(|known: &Address| known.email.eq_ignore_ascii_case(&address.email));
        if !address.email.is_empty() && !known {
            own.push(address);
        }
    }
    let mut own = own.into_iter();
    match own.next() {
        Some(first) => Some(Route {
            to: vec![first],
            cc: own.collect(),
            reply_to: advisers,
            detour: false,
        }),
        None => to_staff(advisers, true),
    }
}

/// A region's digest: to its advisers, or to operations while it has none.
pub fn region_route(register: &Register, region: &str) -> Option<Route> {
    let detour = register.advisers_of(region).next().is_none();
    to_staff(staff_of(register, region), detour)
}

/// The news of a workbook: to finance.
pub fn finance_route(register: &Register) -> Option<Route> {
    to_staff(with_role(register, Role::Finance), false)
}

/// What no region can be told: to operations.
pub fn operations_route(register: &Register) -> Option<Route> {
    to_staff(with_role(register, Role::Operations), false)
}

/// The names of a region's advisers, for the letters' closing words.
pub(crate) fn adviser_names(register: &Register, region: &str) -> Vec<String> {
    register
        .advisers_of(region)
        .map(|adviser| adviser.name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

fn staff_of(register: &Register, region: &str) -> Vec<Address> {
    let advisers: Vec<Address> = register.advisers_of(region).map(adviser_address).collect();
    if advisers.is_empty() {
        with_role(register, Role::Operations)
    } else {
        advisers
    }
}

fn with_role(register: &Register, role: Role) -> Vec<Address> {
    register
        .recipients_of(role)
        .map(recipient_address)
        .collect()
}

fn adviser_address(adviser: &Adviser) -> Address {
    Address::new(&adviser.name, &adviser.email)
}

fn recipient_address(recipient: &Recipient) -> Address {
    Address::new(&recipient.name, &recipient.email)
}

fn to_staff(staff: Vec<Address>, detour: bool) -> Option<Route> {
    (!staff.is_empty()).then_some(Route {
        to: staff,
        cc: Vec::new(),
        reply_to: Vec::new(),
        detour,
    })
}
