//! Edited files onto the disk: all or, as far as that is possible, none, and only over what was read.
//!
//! Each new text is first written completely under one name beside its file, which only one run at a time can take. Then what
//! is on disk is compared with what was read, and at last all are renamed. Links are followed and stay; other hard links to
//! a file keep the old text.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use crate::cli::replaced::{FileReplacement, alone_beside, final_path, replace};
use crate::load::edit::Rewritten;
use crate::text::{self, Change, changed};
use crate::workspace::{Gathered, uncommitted};

/// Why edits are not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// It is in a file that comes with the program.
    #[error("nothing was written: `{0}` comes with the program")]
    Embedded(String),
    /// A file that is not to be written.
    #[error("nothing was written: `{0}` is read-only")]
    ReadOnly(String),
    /// What is in it would be lost.
    #[error(
        "nothing was written: {} uncommitted changes, and git could not undo the edit; commit first, or use --allow-dirty",
        have(.0)
    )]
    Dirty(Vec<String>),
    /// It changed since it was read.
    #[error("nothing was written: `{0}` has changed since it was read; run the command again")]
    Changed(String),
    /// Another run is at it.
    #[error(
        "nothing was written: another run is writing `{path}`; if there is none, one was interrupted: remove `{}`",
        .beside.display()
    )]
    Busy {
        /// The file.
        path: String,
        /// What the other run has put beside it.
        beside: PathBuf,
    },
    /// It cannot be written.
    #[error("nothing was written: `{path}`: {error}")]
    Failed {
        /// The file.
        path: String,
        /// Why.
        error: io::Error,
    },
    /// Some are written, and could not be put back when another one failed.
    #[error("`{path}` could not be written: {error}; the edits are already in {}", listed(.written))]
    Halfway {
        /// The file.
        path: String,
        /// Why.
        error: io::Error,
        /// Those that are written.
        written: Vec<String>,
    },
}

fn listed(paths: &[String]) -> String {
    paths.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", ")
}

fn have(paths: &[String]) -> String {
    format!("{} {}", listed(paths), if paths.len() == 1 { "has" } else { "have" })
}

/// A file to be written.
pub struct Target<'r> {
    file: &'r text::File,
    changes: &'r [Change],
    path: PathBuf,
}

impl Target<'_> {
    fn shown(&self) -> String {
        self.file.path().to_owned()
    }

    fn failed(&self, error: io::Error) -> WriteError {
        WriteError::Failed { path: self.shown(), error }
    }

    /// Whether what is on the disk is still what was read; gives its bytes where they were not read as they are. They are
    /// compared piece by piece: a large file is not in memory once more.
    fn bytes(&self) -> Result<Option<Vec<u8>>, WriteError> {
        let failed = |error| self.failed(error);
        let mut reader = BufReader::with_capacity(1 << 16, File::open(&self.path).map_err(failed)?);
        let mut rest = self.file.text().as_bytes();
        let mut is_verbatim = true;
        loop {
            let piece = reader.fill_buf().map_err(failed)?;
            let length = piece.len();
            match rest.split_at_checked(length) {
                _ if length == 0 && rest.is_empty() => break,
                Some((read, behind)) if length > 0 && is_read_as(piece, read) => {
                    is_verbatim &= piece == read;
                    rest = behind;
                }
                _ => return Err(WriteError::Changed(self.shown())),
            }
            reader.consume(length);
        }
        if is_verbatim { Ok(None) } else { std::fs::read(&self.path).map(Some).map_err(failed) }
    }

    /// Writes its new text; `old` are its bytes where they were not read as they are.
    fn write(&self, old: Option<&[u8]>, file: &mut FileReplacement) -> io::Result<()> {
        if let Some(old) = old {
            file.write_all(&edited(old, self.changes))?;
            return file.sync();
        }
        let text = self.file.text().as_bytes();
        let mut writer = BufWriter::new(&mut *file);
        let mut at = 0;
        for change in self.changes {
            let range = change.span.range();
            writer.write_all(&text[at..range.start])?;
            writer.write_all(change.text.as_bytes())?;
            at = range.end;
        }
        writer.write_all(&text[at..])?;
        writer.flush()?;
        drop(writer);
        file.sync()
    }
}

/// Where the files are.
pub fn targets<'r>(
    gathered: &'r Gathered,
    rewritten: &'r [Rewritten],
    current: &Path,
) -> Result<Vec<Target<'r>>, WriteError> {
    let target = |new: &'r Rewritten| {
        let file = gathered.files.get(new.file);
        if new.file.index() >= gathered.own {
            return Err(WriteError::Embedded(file.path().to_owned()));
        }
        Ok(Target { file, changes: &new.changes, path: final_path(&current.join(file.path())) })
    };
    rewritten.iter().map(target).collect()
}

/// Whether all may be written.
pub fn check(targets: &[Target<'_>], allow_dirty: bool) -> Result<(), WriteError> {
    for target in targets {
        let data = target.path.metadata().map_err(|error| target.failed(error))?;
        // Whoever may write everything is held back too.
        if data.permissions().readonly() {
            return Err(WriteError::ReadOnly(target.shown()));
        }
        target.bytes()?;
    }
    if allow_dirty {
        return Ok(());
    }
    let paths: Vec<PathBuf> = targets.iter().map(|target| target.path.clone()).collect();
    let dirty = uncommitted(&paths);
    let dirty: Vec<String> =
        targets.iter().filter(|target| dirty.contains(&target.path)).map(Target::shown).collect();
    if dirty.is_empty() { Ok(()) } else { Err(WriteError::Dirty(dirty)) }
}

/// Writes all.
pub fn write(targets: &[Target<'_>]) -> Result<(), WriteError> {
    let mut begun = Vec::new();
    for target in targets {
        begun.push((target, begin(target)?));
    }
    let mut ready = Vec::new();
    for (target, mut file) in begun {
        let old = target.bytes()?;
        target.write(old.as_deref(), &mut file).map_err(|error| target.failed(error))?;
        ready.push((target, file, old));
    }
    for target in targets {
        target.bytes()?;
    }
    let mut placed: Vec<(&Target<'_>, Option<Vec<u8>>)> = Vec::new();
    for (target, file, old) in ready {
        if let Err(error) = file.finish() {
            return Err(undone(target, error, &placed));
        }
        placed.push((target, old));
    }
    Ok(())
}

fn begin(target: &Target<'_>) -> Result<FileReplacement, WriteError> {
    FileReplacement::begin_alone(&target.path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            WriteError::Busy { path: target.shown(), beside: alone_beside(&target.path) }
        }
        _ => target.failed(error),
    })
}

/// Puts back what is in its place already, because `failed` could not be written.
fn undone(failed: &Target<'_>, error: io::Error, placed: &[(&Target<'_>, Option<Vec<u8>>)]) -> WriteError {
    let old = |(target, old): &(&Target<'_>, Option<Vec<u8>>)| {
        replace(&target.path, old.as_deref().unwrap_or(target.file.text().as_bytes()))
    };
    let stays = placed.iter().filter(|placed| old(placed).is_err());
    let written: Vec<String> = stays.map(|(target, _)| target.shown()).collect();
    if written.is_empty() {
        return failed.failed(error);
    }
    WriteError::Halfway { path: failed.shown(), error, written }
}

/// Whether these bytes were read as this text: a carriage return that is alone was read as a line feed.
fn is_read_as(bytes: &[u8], text: &[u8]) -> bool {
    let same = |(byte, read): (&u8, &u8)| byte == read || (*byte, *read) == (b'\r', b'\n');
    bytes.len() == text.len() && bytes.iter().zip(text).all(same)
}

/// The bytes of a file with the changes in them; its lines end as they did.
fn edited(old: &[u8], changes: &[Change]) -> Vec<u8> {
    let text = String::from_utf8_lossy(old);
    if text.contains('\n') || !text.contains('\r') {
        return changed(&text, changes).into_bytes();
    }
    let returned = |change: &Change| Change { text: change.text.replace('\n', "\r"), ..change.clone() };
    changed(&text, &changes.iter().map(returned).collect::<Vec<_>>()).into_bytes()
}
