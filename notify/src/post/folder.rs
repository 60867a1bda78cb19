//! Letters as files: the post of a house without a mail server.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{MessageKey, Post, PostError, Sent, mime};
use crate::letter::Letter;

/// Writes each letter to a folder as an `.eml` file that mail programs open.
///
/// The file is there whole or not at all, and only its owner reads it.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// A post into this folder, which is made when it is missing.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }
}

impl Post for Folder {
    fn send(&self, letter: &Letter, key: &MessageKey) -> Result<Sent, PostError> {
        let parcel = mime::wrap(letter, key)?;
        let name = key.file_name();
        write(&self.path, &name, &parcel.bytes).map_err(|error| PostError::Folder {
            detail: format!("{}: {error}", self.path.join(&name).display()),
        })?;
        Ok(Sent {
            reference: self.path.join(name).display().to_string(),
            refused: Vec::new(),
        })
    }

    /// The same letter written again is the same file.
    fn at_once(&self) -> usize {
        256
    }

    fn settle(&self) -> Result<(), PostError> {
        sync(&self.path).map_err(|error| PostError::Folder {
            detail: format!("{}: {error}", self.path.display()),
        })
    }
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    if !folder.is_dir() {
        make(folder)?;
    }
    let draft = folder.join(format!(".{name}.tmp"));
    let mut file = open(&draft)?;
    file.write_all(bytes)?;
    if cfg!(not(target_os = "linux")) {
        file.sync_all()?;
    }
    drop(file);
    fs::rename(&draft, folder.join(name))
}

/// One sync for many letters: files, names and folder.
#[cfg(target_os = "linux")]
fn sync(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

/// The files were synced one by one; their names are not safe yet.
#[cfg(all(unix, not(target_os = "linux")))]
fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// The files were synced one by one; a folder cannot be synced here.
#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn make(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

#[cfg(not(unix))]
fn make(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    File::create(path)
}
