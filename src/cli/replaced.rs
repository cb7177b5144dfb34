//! A file that is written under a temporary name and renamed when it is complete: stopping the program, or a full disk,
//! leaves what was there before.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file that is being written.
#[derive(Debug)]
pub struct FileReplacement {
    file: File,
    /// Where it is written, and where it belongs then; none if it is written in its place, because that is not a
    /// regular file (a pipe, a device) or nothing may be put beside it.
    beside: Option<(PathBuf, PathBuf)>,
}

impl FileReplacement {
    /// Begins to write the file at `path`.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub fn begin(path: &Path) -> io::Result<Self> {
        let target = final_path(path);
        match target.metadata() {
            Ok(data) if data.is_file() => {
                // A file that must not be written is not replaced either.
                OpenOptions::new().write(true).open(&target)?;
                Self::beside(target, Some(&data))
            }
            Ok(_) => Self::in_place(&target),
            Err(_) => Self::beside(target, None),
        }
    }

    /// Begins to write a file anew, and keeps out others that do the same: until this is finished or dropped, each fails with
    /// [`io::ErrorKind::AlreadyExists`]. What is there is never written to in its place.
    ///
    /// # Errors
    ///
    /// It cannot be written, or another run is writing it.
    pub fn begin_alone(path: &Path) -> io::Result<Self> {
        let target = final_path(path);
        let data = target.metadata()?;
        OpenOptions::new().write(true).open(&target)?;
        let beside = alone_beside(&target);
        let file = File::create_new(&beside)?;
        let new = Self { file, beside: Some((beside, target)) };
        let _ = new.file.set_permissions(data.permissions());
        Ok(new)
    }

    /// Waits until what was written is on the disk.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub fn sync(&mut self) -> io::Result<()> {
        self.file.sync_all()
    }

    fn in_place(target: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().write(true).create(true).truncate(true).open(target)?;
        Ok(Self { file, beside: None })
    }

    fn beside(target: PathBuf, before: Option<&std::fs::Metadata>) -> io::Result<Self> {
        match new_beside(&target) {
            Ok((file, beside)) => {
                if let Some(data) = before {
                    // Its permissions stay as they were, where the system allows that.
                    let _ = file.set_permissions(data.permissions());
                }
                Ok(Self { file, beside: Some((beside, target)) })
            }
            // The folder is not writable, or does not allow a longer name.
            Err(error) if error.kind() != io::ErrorKind::NotFound => Self::in_place(&target),
            Err(error) => Err(error),
        }
    }

    /// Puts it in its place.
    ///
    /// # Errors
    ///
    /// It cannot be put there; what was there before stays.
    pub fn finish(mut self) -> io::Result<()> {
        self.file.flush()?;
        let Some((beside, target)) = self.beside.take() else { return Ok(()) };
        let placed = std::fs::rename(&beside, target);
        if placed.is_err() {
            let _ = std::fs::remove_file(beside);
        }
        placed
    }
}

impl Write for FileReplacement {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for FileReplacement {
    /// An unfinished file is removed.
    fn drop(&mut self) {
        if let Some((beside, _)) = self.beside.take() {
            let _ = std::fs::remove_file(beside);
        }
    }
}

/// A new file next to another, under an unused name.
fn new_beside(target: &Path) -> io::Result<(File, PathBuf)> {
    /// How many files that were left behind, or belong to runs at the same time, are skipped.
    const TRIED: usize = 1000;
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let mut number = 0;
    loop {
        let beside = target.with_file_name(format!(".{name}.{number}.tmp"));
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < TRIED => number += 1,
            opened => return Ok((opened?, beside)),
        }
    }
}

/// The one name under which [`FileReplacement::begin_alone`] writes the file at `target`.
#[must_use]
pub fn alone_beside(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.edit.tmp"))
}

/// Writes a whole file.
///
/// # Errors
///
/// It cannot be written; what was there before stays.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = FileReplacement::begin(path)?;
    file.write_all(bytes)?;
    file.finish()
}

/// Where a path leads, even if nothing is there yet: two paths to one file give the same result.
#[must_use]
pub fn final_path(path: &Path) -> PathBuf {
    /// How many links are followed from one to the next.
    const LINKS: usize = 40;
    let mut path = path.to_path_buf();
    for _ in 0..LINKS {
        if let Ok(real) = path.canonicalize() {
            return real;
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
        path = match std::fs::read_link(&path) {
            Ok(target) => folder.join(target),
            Err(_) => return folder.join(path.file_name().unwrap_or_default()),
        };
    }
    path
}
