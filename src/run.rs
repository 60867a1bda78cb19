//! One run, top to bottom: the natural route.
//!
//! Arrive, open, read, decide, hear, judge, add up, word, record, tell. Every step takes
//! up what an earlier run left undone, so a run that was broken off is finished
//! by the next.

mod books;
mod compile;
mod decide;
mod hear;
mod identify;
mod read;
mod receive;
mod rejudge;
mod summary;
mod tell;
mod word;

use std::cell::Cell;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, ScopedJoinHandle};
use std::time::Instant;

use anyhow::Context;
use samlerapport_aggregate::same_people;
use samlerapport_ingest::Register;
use samlerapport_ingest::decisions::DecisionBook;
use samlerapport_validate::Accepted;

use crate::clock::Now;
use crate::config::Config;
use crate::digest;
use crate::ledger::{Judgement, Ledger};
use crate::lock::Lock;

pub(crate) use books::answer_words;
pub(crate) use decide::{Foretold, foretell};
pub(crate) use hear::expected;
pub(crate) use read::readers;
pub(crate) use rejudge::{Rejudged, rejudge};
pub(crate) use summary::{Headline, Summary};

/// How a run is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// The working folder.
    pub(crate) dir: PathBuf,
    /// What time it is.
    pub(crate) now: Now,
    /// Changes nothing: neither files nor ledger, and tells nobody.
    pub(crate) dry: bool,
    /// Whether a person watches.
    pub(crate) progress: bool,
    /// This program, for the reading processes.
    pub(crate) program: PathBuf,
}

/// Everything that the steps of a run share.
struct Site {
    request: Request,
    config: Config,
    register: Arc<Register>,
    register_digest: String,
    ledger: Ledger,
}

/// Does one run.
pub(crate) fn run(request: Request) -> anyhow::Result<Summary> {
    let config = Config::load(&request.dir)?;
    let (register, register_digest) = load_register(&config.folders.register)?;
    // A dry run works on a copy, and leaves no trace.
    let _lock = (!request.dry)
        .then(|| Lock::take(&config.folders.ledger))
        .transpose()?;
    let ledger = open_ledger(&request, &config)?;
    let mut site = Site {
        request,
        config,
        register: Arc::new(register),
        register_digest,
        ledger,
    };
    site.go()
}

impl Site {
    fn go(&mut self) -> anyhow::Result<Summary> {
        let now = self.request.now;
        let mut summary = Summary::begin(now, self.config.basis_year, self.request.dry);
        let run = self.ledger.begin_run(now.instant)?;
        let span = tracing::info_span!("run", id = run);
        let _entered = span.enter();

        let watch = Stopwatch::start();
        let received = receive::receive(self, &mut summary)?;
        watch.lap("received");
        read::read(self, &received, &mut summary)?;
        watch.lap("read");
        decide::decide(self, &mut summary)?;
        identify::identify(self)?;
        let mut heard = hear::hear(self, &mut summary)?;
        watch.lap("heard");
        let compiled = compile::compile(self, &mut heard, &mut summary)?;
        watch.lap("compiled");
        if let Some(compiled) = &compiled {
            decide::follow(self, &compiled.hearings, &mut summary)?;
        }
        let register = Arc::clone(&self.register);
        thread::scope(|scope| {
            let compiled = compiled.as_ref().map(|compiled| Compiling {
                compiled,
                // The application's workbook is made while its letters are.
                made: (!self.request.dry && !compiled.stands)
                    .then(|| scope.spawn(|| compiled.workbook(&register))),
            });
            self.settle(&mut heard, compiled, &mut summary, &watch)
        })?;
        summary.finish(self)?;
        self.ledger.end_run(run, now.instant, &summary.to_json())?;
        tracing::info!(
            files = summary.files_new,
            hearings = summary.heard,
            letters = summary.letters_queued,
            "run_finished"
        );
        Ok(summary)
    }
}

/// What was compiled, and its workbook in the making; a dry run makes none.
struct Compiling<'a, 'scope> {
    compiled: &'a compile::Compiled,
    made: Option<ScopedJoinHandle<'scope, anyhow::Result<Vec<u8>>>>,
}

impl Site {
    /// Words, records and tells what was judged.
    fn settle(
        &mut self,
        heard: &mut hear::Hearings,
        compiling: Option<Compiling<'_, '_>>,
        summary: &mut Summary,
        watch: &Stopwatch,
    ) -> anyhow::Result<()> {
        let compiled = compiling.as_ref().map(|compiling| compiling.compiled);
        let worded = word::word(self, heard, compiled, summary)?;
        watch.lap("worded");
        self.ledger.record_judgement(&Judgement {
            basis_year: self.config.basis_year,
            heard: std::mem::take(&mut heard.changed),
            gone: std::mem::take(&mut heard.gone),
            withdrawn: worded.withdrawn,
            letters: worded.letters,
            worded: worded.keys,
        })?;
        watch.lap("recorded");
        if self.request.dry {
            return Ok(());
        }
        let prepared = self.prepare_books(heard, compiled);
        // Letters leave while the advisers' workbooks are made. A workbook that cannot be
        // made or replaced (open in Excel, the share away) keeps nobody's letter back; it
        // is the operator's to hear of, at the end.
        let (post_answers, made) = thread::scope(|scope| {
            let making = scope.spawn(|| prepared?.map(|books| books::make(&books)).transpose());
            let post_answers = tell::tell(self, summary);
            let made = making.join();
            (
                post_answers,
                made.unwrap_or_else(|panic| resume_unwind(panic)),
            )
        });
        let post_answers = post_answers?;
        watch.lap("told");
        let published = self.publish(made, compiling, summary);
        watch.lap("published");
        // Finance is told of a workbook that is in its place.
        if post_answers {
            tell::tell(self, summary)?;
        }
        published
    }

    /// Puts what was made in its place; one that fails does not keep the other back.
    fn publish(
        &mut self,
        made: anyhow::Result<Option<Vec<books::Made>>>,
        compiling: Option<Compiling<'_, '_>>,
        summary: &mut Summary,
    ) -> anyhow::Result<()> {
        let books = made.and_then(|made| {
            let Some(made) = made else { return Ok(()) };
            books::put_all(self, &made, summary)?;
            self.ledger.books_answered()
        });
        if let Some(Compiling {
            compiled,
            made: Some(made),
        }) = compiling
        {
            let bytes = made.join().unwrap_or_else(|panic| resume_unwind(panic))?;
            compile::write(self, compiled, &bytes, summary)?;
        }
        compile::publish(self, summary)?;
        books
    }

    /// The advisers' workbooks change with the outcomes and with what they sent; `None`
    /// when those that lie there still hold.
    fn prepare_books(
        &self,
        heard: &mut hear::Hearings,
        compiled: Option<&compile::Compiled>,
    ) -> anyhow::Result<Option<Vec<DecisionBook>>> {
        if let Some(compiled) = compiled {
            let hearings: Vec<_> = compiled.hearings.iter().collect();
            return books::prepare(self, &hearings, &compiled.totals.people).map(Some);
        }
        if !books::missing(self) {
            return Ok(None);
        }
        heard.load(self)?;
        let hearings: Vec<_> = heard.all.values().collect();
        let accepted: Vec<Accepted> = heard.all.values().filter_map(Accepted::of).collect();
        books::prepare(self, &hearings, &same_people(accepted.iter())).map(Some)
    }
}

/// Logs how long each step took, so that an operator can see where the time goes.
struct Stopwatch {
    lap: Cell<Instant>,
}

impl Stopwatch {
    fn start() -> Self {
        Self {
            lap: Cell::new(Instant::now()),
        }
    }

    fn lap(&self, step: &'static str) {
        let millis = self.lap.replace(Instant::now()).elapsed().as_millis();
        tracing::info!(step, millis, "step_finished");
    }
}

/// Reads the register, or says everything that is wrong in it.
pub(crate) fn load_register(path: &Path) -> anyhow::Result<(Register, String)> {
    let bytes = std::fs::read(path)
        .with_context(|| format!("cannot read the register {}", path.display()))?;
    let register = Register::read(&bytes).map_err(|faults| {
        let lines: Vec<String> = faults
            .iter()
            .map(|fault| {
                let sheet = &fault.sheet;
                let cell = &fault.cell;
                let message = &fault.message;
                if cell.is_empty() {
                    format!("  {sheet}: {message}")
                } else {
                    format!("  {sheet}!{cell}: {message}")
                }
            })
            .collect();
        anyhow::anyhow!(
            "the register {} has to be mended:\n{}",
            path.display(),
            lines.join("\n")
        )
    })?;
    Ok((register, digest::of(&bytes)))
}

fn open_ledger(request: &Request, config: &Config) -> anyhow::Result<Ledger> {
    if request.dry {
        return Ledger::copy_of(&config.folders.ledger);
    }
    Ledger::open(&config.folders.ledger)
}
