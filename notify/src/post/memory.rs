//! Letters kept in memory: the post of rehearsals and tests.

use std::sync::{Mutex, PoisonError};

use super::{MessageKey, Post, PostError, Sent, mime};
use crate::letter::Letter;

/// Keeps every letter that was sent.
#[derive(Debug, Default)]
pub struct Memory {
    posted: Mutex<Vec<Posted>>,
}

/// A letter that was sent to [`Memory`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    /// The letter.
    pub letter: Letter,
    /// Its key.
    pub key: MessageKey,
    /// The message, byte for byte as it would have left.
    pub message: Vec<u8>,
}

impl Memory {
    /// What was sent so far, in order.
    pub fn posted(&self) -> Vec<Posted> {
        self.posted
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Post for Memory {
    fn send(&self, letter: &Letter, key: &MessageKey) -> Result<Sent, PostError> {
        let parcel = mime::wrap(letter, key)?;
        self.posted
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(Posted {
                letter: letter.clone(),
                key: key.clone(),
                message: parcel.bytes,
            });
        Ok(Sent {
            reference: format!("<{}>", key.id),
            refused: Vec::new(),
        })
    }
}
