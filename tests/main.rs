//! What the whole house does: files in, judgements, figures and letters out.

#![expect(
    clippy::print_stdout,
    reason = "some tests print a table for the person who asks"
)]

// A working folder for a story; the other files ask it.
#[cfg(test)]
mod folder;

// Folders of files in; ledger, workbook and letters out, story by story.
#[cfg(test)]
mod route;

// An adviser's decisions come back by spreadsheet.
#[cfg(test)]
mod decisions;

// A run that is killed and started again ends where an undisturbed one ends.
#[cfg(test)]
mod again;

// What the processes of a run hold in memory; the other files ask it.
#[cfg(test)]
mod memory;

// A folder of hostile files, each with the answer that it must get.
#[cfg(test)]
mod hostile;

// Names of files that do harm, through the whole route.
#[cfg(test)]
mod names;

// Folders that people make in the inbox, copies, and files that are still growing.
#[cfg(test)]
mod drop_folders;

// What really comes, and worse: each gets an answer, and the run ends well.
#[cfg(test)]
mod odd_files;

// Forms in messages and archives, with their scanned pages, through the whole route.
#[cfg(test)]
mod containers;

// A scanned page beside a form shows its signature.
#[cfg(test)]
mod scans;

// A digital signature is evidence that nobody has tried.
#[cfg(test)]
mod digital;

// A chapter delivers again, and its letter says what was solved and what is left.
#[cfg(test)]
mod progress;

// The commands as they are typed: what they print, and their exit codes.
#[cfg(test)]
mod commands;

// The house rules: arrows, doors, sizes, first lines.
#[cfg(test)]
mod tidy;

// From a case's text to hearings, through real bytes; the other files ask it.
#[cfg(test)]
mod scene;

// The same form in three formats, odd files, and every file of the demo.
#[cfg(test)]
mod formats;

// Every rule against its cases, the whole catalogue listening.
#[cfg(test)]
mod rules;

// What is personal stands in no output.
#[cfg(test)]
mod privacy;

// The 160 labelled rows through real spreadsheets, with a table of right and wrong.
#[cfg(test)]
mod labelled;

// The demo's organisation, heard chapter by chapter: it looks like a year of real life.
#[cfg(test)]
mod example;

// Another program, in another language, counts the same deliveries.
#[cfg(test)]
mod independent_count;
