//! What the whole house does: files in, judgements, figures and letters out.

// From a case's text to hearings, through real bytes; the other files ask it.
#[cfg(test)]
mod scene;

// Every rule against its cases, the whole catalogue listening.
#[cfg(test)]
mod rules;

// The 160 labelled rows through real spreadsheets, with a table of right and wrong.
#[cfg(test)]
mod labelled;
