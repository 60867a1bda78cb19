//! The service: runs by schedule, one at a time, until it is asked to stop.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::Context;
use chrono::{DateTime, Utc};
use signal_hook::consts::{SIGINT, SIGTERM};

use crate::clock::Now;
use crate::config::Config;
use crate::ledger::Ledger;
use crate::run::{self, Request};

/// How often the service looks at the clock. After the machine has slept, the
/// wall clock is ahead, and what was missed becomes one run.
const LOOK: Duration = Duration::from_millis(500);

/// Serves until SIGTERM or SIGINT. A run that is under way is finished first.
pub(crate) fn serve(dir: &Path, program: &Path, progress: bool) -> anyhow::Result<()> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGTERM, SIGINT] {
        signal_hook::flag::register(signal, Arc::clone(&stop))
            .context("cannot listen for signals")?;
    }
    // What is wrong with the settings shows at the start, not at seven in the morning.
    let config = Config::load(dir)?;
    run::load_register(&config.folders.register)?;
    let mut since = last_run(&config)?;
    let mut schedule = config.runs;
    let mut broken = false;
    tracing::info!(next = ?schedule.next_after(since), "service_started");
    while !stop.load(Ordering::Relaxed) {
        thread::sleep(LOOK);
        let now = Now::by_the_clock();
        // The settings may be mended while the service runs; with a broken file the
        // last good schedule stands, and the run itself says what is wrong.
        match Config::load(dir) {
            Ok(config) => {
                schedule = config.runs;
                broken = false;
            }
            Err(_) if broken => {}
            Err(_) => {
                broken = true;
                tracing::error!("settings_broken");
            }
        }
        if !schedule.due_between(since, now.instant) {
            continue;
        }
        since = now.instant;
        let outcome = run::run(Request {
            dir: dir.to_owned(),
            now,
            dry: false,
            progress,
            program: program.to_owned(),
        });
        if let Err(error) = outcome {
            // The lines below the first quote what stands in the register or the
            // settings; `samlerapport run` shows them to the person who asks.
            let error = error.to_string();
            let error = error.lines().next().unwrap_or_default();
            tracing::error!(error, "run_failed");
        }
    }
    tracing::info!("service_stopped");
    Ok(())
}

/// What was due since the last run is made up for with one run; a new installation
/// begins with what is due from now on.
fn last_run(config: &Config) -> anyhow::Result<DateTime<Utc>> {
    let ledger = Ledger::open(&config.folders.ledger)?;
    let last = ledger.last_run()?.map(|run| run.started);
    Ok(last.unwrap_or_else(|| Now::by_the_clock().instant))
}
