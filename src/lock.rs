//! One run at a time in a working folder.

use std::fs::{File, TryLockError};
use std::path::Path;

use anyhow::{Context, bail};

use crate::durable;

/// Held while a run works. The operating system lets go of it when the process
/// ends, however it ends, so a crash leaves no lock behind.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock that lies beside the ledger, or says that another run has it.
    pub(crate) fn take(ledger: &Path) -> anyhow::Result<Self> {
        let path = ledger.with_extension("lock");
        let file = durable::create(&path)
            .with_context(|| format!("cannot open the lock {}", path.display()))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => {
                bail!("another run is at work in this folder; try again when it has ended")
            }
            Err(TryLockError::Error(error)) => {
                Err(error).with_context(|| format!("cannot lock {}", path.display()))
            }
        }
    }
}
