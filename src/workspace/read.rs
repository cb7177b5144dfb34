//! Reads files, all cores at once; what is not text becomes a finding at the byte where it stops being text.

use std::io::{self, Read as _, Seek as _};
use std::path::{Path, PathBuf};

use bytes::Bytes;
use bytestring::ByteString;
use memmap2::MmapMut;
use rayon::prelude::*;

use super::Gathered;
use super::discover::Plan;
use crate::model::{Code, FileFact, Finding, Site};
use crate::text::{File, FileId, Place};

/// The largest file of claims, in bytes: its places fit into a span.
pub const LARGEST: u64 = u32::MAX as u64 - 1;
/// The largest draft, in bytes: twenty times the longest novels, and what every machine has the memory to read.
pub const LARGEST_DRAFT: u64 = 64 << 20;

/// Why a pipe or a device is not read.
pub const ODD: &str = "it is not a regular file";
/// Why a link is not read that leads nowhere.
pub const NOWHERE: &str = "it does not exist, or is a broken link";

/// A file's text as far as it is text, and why no further.
struct TextRead {
    text: ByteString,
    failure: Option<String>,
}

/// Reads all files of a plan, none of which may have more than `largest` bytes.
pub fn read_all(current: &Path, plan: &Plan, largest: u64) -> Gathered {
    let paths: Vec<&PathBuf> = plan.files.iter().collect();
    let read: Vec<TextRead> = paths.par_iter().map(|path| read(path, largest)).collect();
    let mut gathered = Gathered::default();
    for (path, read) in paths.into_iter().zip(read) {
        let length = read.text.len();
        // Nothing of a file that is not text is taken for data; its good beginning is kept to show the place.
        let file = match &read.failure {
            Some(_) => File::unread(shown(current, path), read.text),
            None => File::new(shown(current, path), read.text),
        };
        let is_config = plan.config.as_ref() == Some(path);
        let id = gathered.files.add(if is_config { file.as_config() } else { file });
        if plan.wanted.iter().any(|wanted| path.starts_with(wanted)) {
            gathered.wanted.push(id);
        }
        gathered.findings.extend(read.failure.map(|reason| unreadable(id, length, &reason)));
    }
    for (path, reason) in &plan.failures {
        let id = gathered.files.add(File::unread(shown(current, path), ""));
        gathered.findings.push(unreadable(id, 0, reason));
    }
    if !plan.wanted.is_empty() {
        // What could not be read spoils the run wherever it is.
        gathered.wanted.extend(gathered.findings.iter().map(|finding| finding.site.place.file));
    }
    gathered
}

fn read(path: &Path, largest: u64) -> TextRead {
    let failed = |reason: String| TextRead { text: ByteString::new(), failure: Some(reason) };
    match std::fs::metadata(path) {
        Ok(data) if data.len() > largest => {
            return failed(format!("it is larger than {} MiB", largest.div_ceil(1 << 20)));
        }
        Ok(data) if !data.is_file() => return failed(ODD.to_owned()),
        Ok(_) => {}
        Err(error) => return failed(plain(&error)),
    }
    match bytes(path) {
        Ok(bytes) => taken(bytes),
        Err(error) => failed(plain(&error)),
    }
}

/// Reads one file, or says why it cannot be read.
pub fn read_one(current: &Path, path: &Path) -> Result<File, String> {
    let TextRead { text, failure } = read(path, LARGEST);
    failure.map_or_else(|| Ok(File::new(shown(current, path), text)), Err)
}

/// How files that are not text begin (some look like text), what they are, and what to do.
const NO_TEXT: [(&[u8], &str, &str); 10] = [
    (b"PK\x03\x04", "a zip archive, as the documents of Word and LibreOffice are", RESAVE),
    (b"\xd0\xcf\x11\xe0", "an old document of Word or another office program", RESAVE),
    (b"%PDF-", "a PDF", RESAVE),
    (b"{\\rtf", "RTF", RESAVE),
    (b"\xff\xfe", "UTF-16 text", RECODE),
    (b"\xfe\xff", "UTF-16 text", RECODE),
    (b"\x89PNG", "an image", TYPE),
    (b"\xff\xd8\xff", "an image", TYPE),
    (b"GIF87a", "an image", TYPE),
    (b"GIF89a", "an image", TYPE),
];
const RESAVE: &str = "save it as Markdown, HTML or plain text";
const RECODE: &str = "save it as UTF-8";
const TYPE: &str = "write what it says as text";

fn taken(bytes: Bytes) -> TextRead {
    if let Some((_, what, remedy)) = NO_TEXT.iter().find(|(start, ..)| bytes.starts_with(start)) {
        return TextRead { text: ByteString::new(), failure: Some(format!("it is {what}; {remedy}")) };
    }
    match ByteString::try_from(bytes.clone()) {
        Ok(text) => TextRead { text: with_line_feeds(text), failure: None },
        Err(error) => {
            let good = bytes.slice(..error.valid_up_to());
            let failure = match windows_1252(&bytes[error.valid_up_to()..]) {
                Some((byte, sign)) => format!(
                    "it is not UTF-8: the byte {byte:02X} is “{sign}” in Windows-1252, as Excel and old programs save text; \
                     {RECODE} (in Excel: CSV UTF-8)"
                ),
                None => "it is not valid UTF-8 from here on".to_owned(),
            };
            TextRead { text: ByteString::try_from(good).unwrap_or_default(), failure: Some(failure) }
        }
    }
}

/// With a line feed in place of each carriage return that is alone, as old programs for the Mac end lines: nobody below
/// has to know of them, and every byte stays where it is.
fn with_line_feeds(text: ByteString) -> ByteString {
    let bytes = text.as_bytes();
    let is_lone = |at: &usize| bytes.get(at + 1) != Some(&b'\n');
    let mut lone = memchr::memchr_iter(b'\r', bytes).filter(is_lone).peekable();
    if lone.peek().is_none() {
        return text;
    }
    let mut changed = bytes.to_vec();
    lone.for_each(|at| changed[at] = b'\n');
    ByteString::try_from(changed).unwrap_or(text)
}

/// The first byte, which is not UTF-8, and the letter or sign that it is in Windows-1252, where that is what is meant.
fn windows_1252(bytes: &[u8]) -> Option<(u8, char)> {
    /// The characters for 80 to 9F; `\0` where there is none.
    const SIGNS: &str = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";
    let byte = *bytes.first()?;
    let sign = match byte {
        0x80..=0x9f => SIGNS.chars().nth(usize::from(byte - 0x80)).filter(|sign| *sign != '\0')?,
        _ => char::from(byte),
    };
    // A letter of several bytes that is broken off is something else.
    bytes.get(1).is_none_or(u8::is_ascii).then_some((byte, sign))
}

/// Bytes that came from elsewhere as a file, and why they are not text, if they are not.
pub fn decoded(path: String, bytes: Vec<u8>) -> (File, Option<String>) {
    let TextRead { text, failure } = taken(bytes.into());
    let file = if failure.is_some() { File::unread(path, text) } else { File::new(path, text) };
    (file, failure)
}

/// All bytes of a file. Large ones are read in pieces on all cores: for those, most of the time goes into memory that is
/// touched for the first time, and the pieces touch it together.
///
/// The file itself is never mapped: whoever changes it meanwhile would change what was read.
fn bytes(path: &Path) -> io::Result<Bytes> {
    const PIECE: usize = 8 << 20;
    let length = usize::try_from(std::fs::metadata(path)?.len()).unwrap_or(usize::MAX);
    if length < 2 * PIECE {
        return std::fs::read(path).map(Bytes::from);
    }
    let mut bytes = room(length)?;
    let pieces = bytes.par_chunks_mut(PIECE).enumerate().with_max_len(1);
    pieces.try_for_each(|(at, piece)| {
        let mut file = std::fs::File::open(path)?;
        file.seek(io::SeekFrom::Start((at * PIECE) as u64))?;
        file.read_exact(piece)
    })?;
    bytes.make_read_only().map(Bytes::from_owner)
}

/// Memory for a large file. In large pages, where the system has them, it is handed out and taken back a few times as fast.
fn room(length: usize) -> io::Result<MmapMut> {
    let room = MmapMut::map_anon(length)?;
    #[cfg(target_os = "linux")]
    // Without them it is only slower.
    let _ = room.advise(memmap2::Advice::HugePage);
    Ok(room)
}

/// The path as people are shown it: relative to where they are, with `/`.
pub fn shown(current: &Path, path: &Path) -> String {
    text(path.strip_prefix(current).unwrap_or(path))
}

/// A path as text, its parts separated by `/` on every system. Where `\` is an ordinary character it stays one.
pub fn text(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

/// An error of the system in plain words.
pub fn plain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::NotFound => NOWHERE.to_owned(),
        _ => error.to_string(),
    }
}

/// The finding for a file that cannot be read beyond the byte `at`.
pub fn unreadable(file: FileId, at: usize, reason: &str) -> Finding {
    let fact = FileFact::Unreadable { reason: reason.to_owned() };
    Finding::new(Code::UnreadableFile, fact, Site::exact(Place::new(file, at, at))).key(reason)
}
