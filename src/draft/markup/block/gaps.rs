//! Cuts out of a finished block what is there but not read: bare addresses (each becomes a link), formulas, the signs of
//! highlights, and notes of which only the mark is there (`word[3]`).
//!
//! Works on the text, not the markup: an address may have been taken for emphasis half-way.

use std::ops::Range;

use memchr::memchr;

use super::map::SourceMap;
use super::urls::{Urls, url_target};
use crate::draft::markup::block::{Block, GAP, NoteRef, TextLink};

/// The longest formula that is looked for between dollar signs, in bytes: beyond it they are money.
const FORMULA: usize = 400;

/// Finds and cuts; its buffers are reused for each block.
#[derive(Default)]
pub struct Gaps {
    urls: Urls,
    found: Vec<Gap>,
    text: String,
    map: SourceMap,
}

struct Gap {
    range: Range<usize>,
    kind: GapKind,
    /// Where it is in the new text.
    new: usize,
}

enum GapKind {
    Address(String),
    Formula,
    /// The sign of a highlight: nothing replaces it.
    Sign,
    /// The mark of a note, with its label.
    Note(String),
}

impl Gap {
    fn new(range: Range<usize>, kind: GapKind) -> Self {
        Self { range, kind, new: 0 }
    }

    /// How many bytes replace it.
    fn length(&self) -> usize {
        match self.kind {
            GapKind::Address(_) | GapKind::Formula => GAP.len_utf8(),
            GapKind::Sign | GapKind::Note(_) => 0,
        }
    }
}

impl Gaps {
    /// Replaces each address and each formula of the block with one mark, and removes the others.
    pub fn cut(&mut self, block: &mut Block) {
        self.found.clear();
        let found = &mut self.found;
        self.urls.find(&block.text, |range| {
            let target = block.text.get(range.clone()).map(url_target).unwrap_or_default();
            found.push(Gap::new(range, GapKind::Address(target)));
        });
        find_formulas(&block.text, found);
        find_highlights(&block.text, found);
        find_notes(&block.text, found);
        if self.found.is_empty() {
            return;
        }
        self.found.sort_by_key(|gap| (gap.range.start, gap.range.end));
        // There is no formula within an address.
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
            if gap.length() > 0 {
                self.map.whole(gap.new, block.map.span(gap.range.clone()).range());
                self.text.push(GAP);
            }
            from = gap.range.end;
        }
        self.map.extend(self.text.len(), &block.map, from..block.text.len());
        self.text.push_str(block.text.get(from..).unwrap_or_default());
        std::mem::swap(&mut self.text, &mut block.text);
        std::mem::swap(&mut self.map, &mut block.map);
    }

    /// Moves links and notes to their new places, and adds the addresses that are under no link.
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
            let target = match std::mem::replace(&mut gap.kind, GapKind::Formula) {
                GapKind::Address(target) => target,
                GapKind::Note(label) => {
                    let is_remark = !label.bytes().any(|byte| byte.is_ascii_digit()) && label.len() > 1;
                    block.notes.push(NoteRef { at: gap.new, label, is_remark });
                    continue;
                }
                GapKind::Formula | GapKind::Sign => continue,
            };
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
        block.notes.sort_by_key(|note| note.at);
    }

    /// Where a byte of the old text lies in the new one; within a gap: before its mark, or `after` it.
    fn moved(&self, at: usize, behind: bool) -> usize {
        let next = self.found.partition_point(|gap| gap.range.start < at);
        match next.checked_sub(1).and_then(|last| self.found.get(last)) {
            None => at,
            Some(gap) if at >= gap.range.end => gap.new + gap.length() + (at - gap.range.end),
            Some(gap) if behind => gap.new + gap.length(),
            Some(gap) => gap.new,
        }
    }
}

/// Adds the formulas between dollar signs. Dollars are money first: "from $1 billion to $10 billion" is not a formula.
fn find_formulas(text: &str, found: &mut Vec<Gap>) {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(at) = bytes.get(from..).and_then(|rest| memchr(b'$', rest)).map(|at| from + at) {
        let double = bytes.get(at + 1) == Some(&b'$');
        match if double { display(bytes, at) } else { inline(text, at) } {
            Some(end) => {
                found.push(Gap::new(at..end, GapKind::Formula));
                from = end;
            }
            None => from = at + 1 + usize::from(double),
        }
    }
}

/// Adds the signs of highlights: `==words==`. A comparison (`a == b`) has blanks around it.
fn find_highlights(text: &str, found: &mut Vec<Gap>) {
    /// No highlight is longer, in bytes.
    const LONGEST: usize = 1000;
    let bytes = text.as_bytes();
    let is_word = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at)).is_some_and(|byte| !matches!(byte, b' ' | b'\n' | b'='))
    };
    let is_free = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at)).is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'=')
    };
    let mut from = 0;
    while let Some(open) =
        bytes.get(from..).and_then(|rest| memchr::memmem::find(rest, b"==")).map(|at| from + at)
    {
        from = open + 2;
        if !is_free(open.checked_sub(1)) || !is_word(Some(open + 2)) {
            continue;
        }
        let within = window(bytes, open + 2, LONGEST).unwrap_or_default();
        let ends = |at: &usize| is_word((open + 2 + at).checked_sub(1)) && is_free(Some(open + 2 + at + 2));
        if let Some(close) = memchr::memmem::find_iter(within, b"==").find(ends).map(|at| open + 2 + at) {
            found.push(Gap::new(open..open + 2, GapKind::Sign));
            found.push(Gap::new(close..close + 2, GapKind::Sign));
            from = close + 2;
        }
    }
}

/// Adds the marks of notes in square brackets right after a word: `word[3]`, `word.[a][note 2]`, `word[citation
/// needed]`.
fn find_notes(text: &str, found: &mut Vec<Gap>) {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(open) = bytes.get(from..).and_then(|rest| memchr(b'[', rest)).map(|at| from + at) {
        from = open + 1;
        let before = open.checked_sub(1).and_then(|before| bytes.get(before));
        if before.is_none_or(|byte| matches!(byte, b' ' | b'\n' | b'(' | b'[' | b'|')) {
            continue;
        }
        let within = window(bytes, open + 1, LABEL).unwrap_or_default();
        let Some(label) = memchr(b']', within).and_then(|end| text.get(open + 1..open + 1 + end)) else {
            continue;
        };
        let end = open + 1 + label.len() + 1;
        if is_label(label) && bytes.get(end) != Some(&b'(') {
            found.push(Gap::new(open..end, GapKind::Note(label.to_owned())));
            from = end;
        }
    }
}

/// The longest label of a note in brackets, in bytes.
const LABEL: usize = 30;

/// A number, a letter, or words of an editor's: small letters, perhaps with a number.
fn is_label(label: &str) -> bool {
    let letters = label.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let digits = label.len() - letters.len();
    let is_word = |letters: &str| {
        letters.chars().all(|letter| letter.is_lowercase() || matches!(letter, ' ' | '?' | '-'))
    };
    match letters {
        "" => (1..=3).contains(&digits),
        _ if digits > 0 => letters.ends_with(' ') && digits <= 3 && is_word(letters),
        _ => letters.starts_with(char::is_alphabetic) && is_word(letters),
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
