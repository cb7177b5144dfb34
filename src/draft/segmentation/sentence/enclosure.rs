//! Brackets and quotation marks that close soon: inside them no sentence ends.

/// How far, in bytes, the closing mark may be from the opening one.
const SOON: usize = 300;

/// The pair that is open, if its other half was found.
#[derive(Debug, Default)]
pub struct Enclosure {
    start: usize,
    end: usize,
}

impl Enclosure {
    /// A bracket or a quotation mark is at `at`: from here to its other half, no sentence ends.
    pub fn open(&mut self, text: &str, at: usize) {
        if !self.covers(at)
            && let Some(close) = closing(text, at)
        {
            *self = Self { start: at, end: close };
        }
    }

    /// Whether a byte lies inside.
    pub fn covers(&self, at: usize) -> bool {
        self.start < at && at <= self.end
    }

    /// Where the closing half is.
    pub fn end(&self) -> usize {
        self.end
    }
}

/// Where the bracket or quotation mark at `open` is closed, if soon and in the same line.
pub fn closing(text: &str, open: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let within = bytes.get(open + 1..bytes.len().min(open + 1 + SOON))?;
    let line = memchr::memchr(b'\n', within).map_or(within, |end| within.get(..end).unwrap_or(within));
    let found = match bytes.get(open)? {
        b'(' => matching(line, b'(', b')'),
        b'[' => matching(line, b'[', b']'),
        b'"' if opens_quotation(bytes, open) => memchr::memchr(b'"', line),
        _ => None,
    };
    found.map(|found| open + 1 + found)
}

/// The closing bracket that belongs to one just before `line`.
fn matching(line: &[u8], open: u8, close: u8) -> Option<usize> {
    let mut depth = 0usize;
    for at in memchr::memchr2_iter(open, close, line) {
        match (line.get(at) == Some(&open), depth) {
            (true, _) => depth += 1,
            (false, 0) => return Some(at),
            (false, _) => depth -= 1,
        }
    }
    None
}

/// Nothing or white space before it, and a word after it.
fn opens_quotation(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    let free = before.is_none_or(|byte| matches!(byte, b' ' | b'\n' | b'(' | b'[' | b'\'') || *byte >= 0x80);
    free && bytes.get(at + 1).is_some_and(|byte| !byte.is_ascii_whitespace())
}
