//! Work dealt out to all cores, with the results in the order of the work.

use std::thread;

/// Does some work on each item; a core has a lane of its own, counted from 0.
pub(crate) fn on_all<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(usize, &T) -> R + Sync,
) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = items.len().div_ceil(cores).max(1);
    let work = &work;
    thread::scope(|scope| {
        let lanes: Vec<_> = items
            .chunks(share)
            .enumerate()
            .map(|(lane, items)| {
                scope.spawn(move || {
                    let done = items.iter().map(|item| work(lane, item));
                    done.collect::<Vec<_>>()
                })
            })
            .collect();
        let done = lanes.into_iter().flat_map(|lane| match lane.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        done.collect()
    })
}
