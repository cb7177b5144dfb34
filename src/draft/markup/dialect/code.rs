//! Code spans: runs of backticks that are closed by a run of the same length in their paragraph.

use std::collections::HashMap;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

/// What is known of the paragraph at hand.
#[derive(Default)]
pub struct CodeSpans {
    paragraph: Range<usize>,
    /// The last run of each length in it.
    last: HashMap<usize, usize, FxBuildHasher>,
}

impl CodeSpans {
    /// After the code that begins with the backtick at `at`; after the backticks if it is never closed.
    pub fn behind(&mut self, text: &str, at: usize) -> usize {
        let length = run(text, at);
        self.close(text, at).map_or(at + length, |close| close + length)
    }

    /// Where the backticks are that close those at `at`.
    pub fn close(&mut self, text: &str, at: usize) -> Option<usize> {
        if !self.paragraph.contains(&at) {
            self.enter(text, at);
        }
        let length = run(text, at);
        let last = *self.last.get(&length)?;
        let mut from = at + length;
        while from <= last {
            let found = from + memchr::memchr(b'`', text.as_bytes().get(from..)?)?;
            let there = run(text, found);
            if there == length {
                return Some(found);
            }
            from = found + there;
        }
        None
    }

    /// Looks over the paragraph in which `at` is, once.
    fn enter(&mut self, text: &str, at: usize) {
        self.last.clear();
        let bytes = text.as_bytes();
        let mut end = at;
        for line in text.get(at..).unwrap_or_default().split_inclusive('\n') {
            if end > at && line.trim().is_empty() {
                break;
            }
            end += line.len();
        }
        self.paragraph = at..end;
        let mut from = at;
        while let Some(found) = bytes.get(from..end).and_then(|rest| memchr::memchr(b'`', rest)) {
            let start = from + found;
            let length = run(text, start);
            self.last.insert(length, start);
            from = start + length;
        }
    }
}

/// How many backticks are at `at`.
fn run(text: &str, at: usize) -> usize {
    text.as_bytes().get(at..).unwrap_or_default().iter().take_while(|byte| **byte == b'`').count()
}
