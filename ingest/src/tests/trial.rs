//! A target tried with many inputs: so many, or for so long.

use std::cell::Cell;
use std::fmt::Debug;
use std::str::FromStr;
use std::sync::Once;
use std::time::{Duration, Instant};

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestError, TestRunner};

/// Why an input fails.
pub(super) type Holds = Result<(), String>;

/// Tries so many inputs, the same each time.
pub(super) fn briefly<S: Strategy>(inputs: u32, of: &S, holds: fn(&S::Value) -> Holds)
where
    S::Value: Debug,
{
    round(1, inputs, of, holds);
}

/// Tries inputs until the time is over, and prints how many there were.
#[expect(clippy::print_stdout, reason = "a person looks at the number")]
pub(super) fn for_long<S: Strategy>(name: &str, of: &S, holds: fn(&S::Value) -> Holds)
where
    S::Value: Debug,
{
    const ROUND: u32 = 100;
    let until = Instant::now() + Duration::from_secs(setting("TRY_SECONDS", 15));
    let first: u64 = setting("TRY_SEED", 2);
    let mut rounds = 0;
    while Instant::now() < until {
        round(first + rounds, ROUND, of, holds);
        rounds += 1;
    }
    println!("{name}: {} inputs", rounds * u64::from(ROUND));
}

fn round<S: Strategy>(seed: u64, inputs: u32, of: &S, holds: fn(&S::Value) -> Holds)
where
    S::Value: Debug,
{
    listen();
    let mut runner = TestRunner::new(Config {
        cases: inputs,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed),
        max_shrink_iters: 2_000,
        ..Config::default()
    });
    let outcome = runner.run(of, |input| {
        let before = FALLEN.get();
        holds(&input).map_err(TestCaseError::fail)?;
        // What our own code falls over counts, though the door catches it.
        if FALLEN.get() > before {
            return Err(TestCaseError::fail("a panic was caught"));
        }
        Ok(())
    });
    match outcome {
        Ok(()) => {}
        Err(TestError::Fail(why, input)) => panic!("seed {seed}: {why}\n{input:?}"),
        Err(TestError::Abort(why)) => panic!("seed {seed}: {why}"),
    }
}

thread_local! {
    static FALLEN: Cell<u32> = const { Cell::new(0) };
}

/// Counts the panics of our own code on each thread.
fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let ours = panic
                .location()
                .is_some_and(|place| !place.file().contains("/.cargo/"));
            if ours {
                FALLEN.set(FALLEN.get() + 1);
                usual(panic);
            }
        }));
    });
}

#[expect(
    clippy::disallowed_methods,
    reason = "a person who tries for long says for how long"
)]
fn setting<T: FromStr>(name: &str, usual: T) -> T {
    let said = std::env::var(name).ok();
    said.and_then(|said| said.parse().ok()).unwrap_or(usual)
}
