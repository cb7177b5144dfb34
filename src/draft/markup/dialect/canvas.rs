//! A copy of a draft that is overwritten in places, made on the first write.

use std::borrow::Cow;
use std::ops::Range;

use super::{BLANK, gap_bytes};

/// The draft, and its copy once there is one.
pub struct Canvas<'t> {
    text: &'t str,
    copy: Option<Vec<u8>>,
    is_markdown: bool,
}

impl<'t> Canvas<'t> {
    /// Nothing is overwritten yet.
    pub fn new(text: &'t str) -> Self {
        Self { text, copy: None, is_markdown: false }
    }

    /// The same of Markdown, in which the address of a link must stay one.
    pub fn markdown(text: &'t str) -> Self {
        Self { is_markdown: true, ..Self::new(text) }
    }

    fn is_in_address(&self, at: usize) -> bool {
        self.is_markdown && is_in_address(self.text, at)
    }

    fn bytes(&mut self, range: Range<usize>) -> &mut [u8] {
        let copy = self.copy.get_or_insert_with(|| self.text.as_bytes().to_vec());
        copy.get_mut(range).unwrap_or_default()
    }

    /// These bytes are not read. Lines stay lines, and what is part of the address of a link stays one.
    pub fn blank(&mut self, range: Range<usize>) {
        let is_in_address = self.is_in_address(range.start);
        for byte in self.bytes(range) {
            match byte {
                b'\n' | b'\r' => {}
                _ if is_in_address && byte.is_ascii() => *byte = b'x',
                _ => *byte = BLANK,
            }
        }
    }

    /// There is something here that is not read.
    pub fn gap(&mut self, range: Range<usize>) {
        self.blank(range.clone());
        let first = self.text.as_bytes().get(range.start..range.start + 3).unwrap_or_default();
        let fits = first.iter().all(|byte| byte.is_ascii() && *byte != b'\n');
        if fits && !self.is_in_address(range.start) {
            self.put(range.start, &gap_bytes());
        }
    }

    /// These bytes replace what was here, in a range that has been blanked.
    pub fn put(&mut self, at: usize, bytes: &[u8]) {
        let there = self.bytes(at..at + bytes.len());
        if there.len() == bytes.len() {
            there.copy_from_slice(bytes);
        }
    }

    /// The draft as it is to be read: lines of which nothing is left are blank.
    pub fn finish(self) -> Cow<'t, str> {
        let Some(mut copy) = self.copy else { return Cow::Borrowed(self.text) };
        for line in copy.split_mut(|byte| *byte == b'\n') {
            if line.contains(&BLANK)
                && line.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'>' | b'\r' | &BLANK))
            {
                line.iter_mut().filter(|byte| **byte == BLANK).for_each(|byte| *byte = b' ');
            }
        }
        // Whole characters were overwritten with whole characters.
        String::from_utf8(copy).map_or(Cow::Borrowed(self.text), Cow::Owned)
    }
}

/// At most `most` bytes from `at` on, up to `end`.
pub fn window(text: &str, at: usize, end: usize, most: usize) -> &str {
    text.get(at..text.floor_char_boundary(end.min(at + most))).unwrap_or_default()
}

/// At most `most` bytes of the line before `at`.
pub fn line_before(text: &str, at: usize, most: usize) -> &str {
    let before = text.get(text.ceil_char_boundary(at.saturating_sub(most))..at).unwrap_or_default();
    before.rsplit('\n').next().unwrap_or_default()
}

/// After the line break that ends the line with byte `at`.
pub fn line_end(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    memchr::memchr(b'\n', rest).map_or(text.len(), |found| at + found + 1)
}

/// Whether byte `at` is in the address of a link: `[words](address)`.
fn is_in_address(text: &str, at: usize) -> bool {
    /// The longest address before something that is not read, in bytes.
    const LONGEST: usize = 300;
    let before = text.as_bytes().get(at.saturating_sub(LONGEST)..at).unwrap_or_default();
    let start = before.iter().rposition(u8::is_ascii_whitespace).map_or(0, |blank| blank + 1);
    let before = before.get(start..).unwrap_or_default();
    memchr::memmem::rfind(before, b"](")
        .is_some_and(|open| !before.get(open..).unwrap_or_default().contains(&b')'))
}
