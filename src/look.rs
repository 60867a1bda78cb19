//! What the ledger knows of a working folder, for the commands that only look.

use std::collections::BTreeMap;
use std::path::Path;

use samlerapport_ingest::Register;
use samlerapport_validate::Hearing;

use crate::config::Config;
use crate::ledger::{HeardKey, Ledger};
use crate::run;

/// A working folder as its last run left it.
pub(crate) struct Look {
    /// The settings.
    pub(crate) config: Config,
    /// The register as it is now.
    pub(crate) register: Register,
    /// The ledger.
    pub(crate) ledger: Ledger,
    /// Every hearing of the basis year.
    pub(crate) hearings: BTreeMap<HeardKey, Hearing>,
}

impl Look {
    /// Looks into a working folder; changes nothing in it.
    pub(crate) fn into(dir: &Path) -> anyhow::Result<Self> {
        let config = Config::load(dir)?;
        let (register, _) = run::load_register(&config.folders.register)?;
        let ledger = Ledger::look_into(&config.folders.ledger)?;
        let mut hearings = BTreeMap::new();
        for (key, bytes) in ledger.hearings(config.basis_year)? {
            // One that another version wrote is heard again at the next run.
            if let Some(hearing) = Hearing::from_bytes(&bytes) {
                hearings.insert(key, hearing);
            }
        }
        Ok(Self {
            config,
            register,
            ledger,
            hearings,
        })
    }
}
