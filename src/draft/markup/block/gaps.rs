//! Cuts out of a finished block what is there but not read: bare addresses (each becomes a link) and formulas.
//!
//! Works on the text, not the markup: an address may have been taken for emphasis half-way.

use std::ops::Range;

use memchr::memchr;

use super::map::SourceMap;
use super::urls::{Urls, url_target};
use crate::draft::markup::block::{Block, GAP, TextLink};

/// The longest formula that is looked for between dollar signs, in bytes: beyond it they are money.
const FORMULA: usize = 400;

/// Finds and cuts; its buffers are used again for each block.
#[derive(Default)]
pub struct Gaps {
    urls: Urls,
    found: Vec<Gap>,
    text: String,
    map: SourceMap,
}

struct Gap {
    range: Range<usize>,
    target: Option<String>,
    /// Where its mark stands in the new text.
    new: usize,
}

impl Gaps {
    /// Puts one mark in the place of each address and each formula of the block.
    pub fn cut(&mut self, block: &mut Block) {
        self.found.clear();
        let found = &mut self.found;
        self.urls.find(&block.text, |range| {
            let target = block.text.get(range.clone()).map(url_target);
            found.push(Gap { range, target, new: 0 });
        });
        find_formulas(&block.text, found);
        if self.found.is_empty() {
            return;
        }
        self.found.sort_by_key(|gap| (gap.range.start, gap.range.end));
        // A formula within an address is none.
        self.found.dedup_by(|later, earlier| later.range.start < earlier.range.end);
        self.rewrite(block);
        self.relink(block);
    }

    fn rewrite(&mut self, block: &mut Block) {
        self.text.clear();
        self.map.clear();
        let mut from = 0;
        for gap in &mut self.found {
            self.map.extend(self.text.len(), &block.map, from..gap.range.start);
            self.text.push_str(block.text.get(from..gap.range.start).unwrap_or_default());
            gap.new = self.text.len();
            self.map.whole(gap.new, block.map.span(gap.range.clone()).range());
            self.text.push(GAP);
            from = gap.range.end;
        }
        self.map.extend(self.text.len(), &block.map, from..block.text.len());
        self.text.push_str(block.text.get(from..).unwrap_or_default());
        std::mem::swap(&mut self.text, &mut block.text);
        std::mem::swap(&mut self.map, &mut block.map);
    }

    /// Moves links and notes to their new places, and adds the addresses that stand under no link.
    fn relink(&mut self, block: &mut Block) {
        for link in &mut block.links {
            link.range = self.moved(link.range.start, false)..self.moved(link.range.end, true);
        }
        for note in &mut block.notes {
            note.at = self.moved(note.at, true);
        }
        let written = block.links.len();
        let mut next = 0;
        for gap in &mut self.found {
            let Some(target) = gap.target.take() else { continue };
            let range = gap.new..gap.new + GAP.len_utf8();
            while next < written && block.links.get(next).is_some_and(|link| link.range.end <= range.start) {
                next += 1;
            }
            let under = block.links.get(next).filter(|_| next < written);
            if under.is_none_or(|link| link.range.start >= range.end) {
                block.links.push(TextLink { range, target });
            }
        }
        block.links.sort_by_key(|link| link.range.start);
    }

    /// Where a byte of the old text lies in the new one; within a gap: before its mark, or `behind` it.
    fn moved(&self, at: usize, behind: bool) -> usize {
        let next = self.found.partition_point(|gap| gap.range.start < at);
        match next.checked_sub(1).and_then(|last| self.found.get(last)) {
            None => at,
            Some(gap) if at >= gap.range.end => gap.new + GAP.len_utf8() + (at - gap.range.end),
            Some(gap) if behind => gap.new + GAP.len_utf8(),
            Some(gap) => gap.new,
        }
    }
}

/// Adds the formulas between dollar signs. Dollars are money first: "from $1 billion to $10 billion" is no formula.
fn find_formulas(text: &str, found: &mut Vec<Gap>) {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(at) = bytes.get(from..).and_then(|rest| memchr(b'$', rest)).map(|at| from + at) {
        let double = bytes.get(at + 1) == Some(&b'$');
        match if double { display(bytes, at) } else { inline(text, at) } {
            Some(end) => {
                found.push(Gap { range: at..end, target: None, new: 0 });
                from = end;
            }
            None => from = at + 1 + usize::from(double),
        }
    }
}

/// The end of the formula in two dollar signs each side that begins at `at`.
fn display(bytes: &[u8], at: usize) -> Option<usize> {
    let within = window(bytes, at + 2, 10 * FORMULA)?;
    let end = memchr::memmem::find(within, b"$$")?;
    (end > 0).then_some(at + 2 + end + 2)
}

/// The end of the formula in single dollar signs that begins at `at`.
fn inline(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let word_before = at.checked_sub(1).and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let within = window(bytes, at + 1, FORMULA)?;
    let end = memchr(b'$', within)?;
    let inner = within.get(..end)?;
    let after = bytes.get(at + 1 + end + 1);
    let (first, last) = (inner.first()?, inner.last()?);
    let signs = inner.iter().any(|byte| matches!(byte, b'\\' | b'^' | b'_' | b'{' | b'='));
    let short = inner.len() <= 12 && !inner.contains(&b' ') && !first.is_ascii_digit();
    let ends = first.is_ascii_whitespace() || last.is_ascii_whitespace() || inner.contains(&b'\n');
    let money = word_before || after.is_some_and(u8::is_ascii_digit);
    (!money && !ends && (signs || short)).then_some(at + 1 + end + 1)
}

/// The bytes from `from` on, at most `length`.
fn window(bytes: &[u8], from: usize, length: usize) -> Option<&[u8]> {
    bytes.get(from..bytes.len().min(from + length))
}
