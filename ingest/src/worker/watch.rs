//! The clock on the wall: counts seconds at a file and ends a child that is stuck.

use std::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::process::Life;

/// A thread that strikes each second, for all children of one parent.
pub(super) struct Watch {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    lives: Mutex<Lives>,
    over: Condvar,
}

#[derive(Default)]
struct Lives {
    watched: Vec<Weak<Life>>,
    over: bool,
}

impl Watch {
    /// Starts the watch.
    pub(super) fn start() -> Self {
        let shared = Arc::new(Shared::default());
        let watching = Arc::clone(&shared);
        Self {
            shared,
            thread: Some(thread::spawn(move || watching.run())),
        }
    }

    /// Takes a child into its care.
    pub(super) fn over(&self, life: &Arc<Life>) {
        let mut lives = self.shared.lock();
        lives.watched.retain(|life| life.strong_count() > 0);
        lives.watched.push(Arc::downgrade(life));
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.shared.lock().over = true;
        self.shared.over.notify_all();
        if let Some(thread) = self.thread.take() {
            // It has nothing to say when it ends.
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn lock(&self) -> std::sync::MutexGuard<'_, Lives> {
        self.lives.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run(&self) {
        let mut lives = self.lock();
        while !lives.over {
            let (woken, pause) = self
                .over
                .wait_timeout(lives, Duration::from_secs(1))
                .unwrap_or_else(PoisonError::into_inner);
            lives = woken;
            if pause.timed_out() {
                for life in lives.watched.iter().filter_map(Weak::upgrade) {
                    life.stroke();
                }
            }
        }
    }
}
