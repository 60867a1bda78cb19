//! Door to indicatif: a progress bar on long work, when a person watches.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar on standard error; nothing where that is no terminal.
#[derive(Clone, Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar over `length` steps.
    pub(crate) fn over(length: usize, what: &'static str, shown: bool) -> Self {
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        // A bar for a handful of steps is only a flicker.
        let bar = if shown && length > 20 {
            ProgressBar::new(length)
        } else {
            ProgressBar::hidden()
        };
        if let Ok(style) = ProgressStyle::with_template("{msg:<22} {bar:30} {pos:>6}/{len}") {
            bar.set_style(style);
        }
        bar.set_message(what);
        Self { bar }
    }

    /// One step more.
    pub(crate) fn step(&self) {
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
