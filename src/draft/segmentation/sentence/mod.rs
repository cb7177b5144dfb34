//! Cuts the text of a block into sentences. Does not look at what they say, and knows no language but by its abbreviations.
//!
//! A sentence ends at a full stop, question mark, exclamation mark or ellipsis that white space follows, at a line
//! break after which something new begins, and at the border of a table cell. It does not end after an abbreviation or
//! initial, unless one of the small words of the language follows with a capital letter, before a lower-case word after
//! a full stop (unless the word that it follows is too long for an abbreviation: "… in production. containerd is …"), or inside brackets and quotation marks that close soon. A source in brackets after a full stop belongs
//! to the sentence before it.

mod abbreviations;
mod enclosure;

use std::ops::Range;

use crate::draft::markup::CELL;
use crate::text::find_byte;
pub use abbreviations::Abbreviations;
use abbreviations::StopContext;
use enclosure::{Enclosure, closing};

/// Puts the sentences of `text`, as ranges of bytes in order, into `out`, which is emptied first. White space around them
/// belongs to none.
pub fn sentences(text: &str, abbreviations: &Abbreviations, out: &mut Vec<Range<usize>>) {
    out.clear();
    each_sentence(text, abbreviations, |sentence| {
        out.push(sentence);
        true
    });
}

/// Calls `visit` with each sentence of `text`, in order, until it says that it has seen enough.
pub fn each_sentence(text: &str, abbreviations: &Abbreviations, mut visit: impl FnMut(Range<usize>) -> bool) {
    let mut cutter =
        SentenceSplitter { text, abbreviations, done: None, start: 0, enclosure: Enclosure::default() };
    let mut at = 0;
    while let Some(mark) = find_byte(text.as_bytes(), at, matters) {
        at = cutter.mark(mark);
        if cutter.done.take().is_some_and(|sentence| !pieces(text, sentence, &mut visit)) {
            return;
        }
    }
    cutter.cut(text.len());
    cutter.done.map(|sentence| pieces(text, sentence, &mut visit));
}

/// The most bytes of a sentence: what is longer is not prose, and is cut at white space so that reading stays linear.
pub const LONGEST: usize = 4096;

/// Visits a sentence, in pieces if it is too long; gives whether more are wanted.
fn pieces(text: &str, sentence: Range<usize>, visit: &mut impl FnMut(Range<usize>) -> bool) -> bool {
    let mut start = sentence.start;
    while sentence.end - start > LONGEST {
        let limit = text.floor_char_boundary(start + LONGEST);
        let space = text.get(start..limit).and_then(|piece| piece.rfind(' '));
        let end = space.filter(|space| *space > 0).map_or(limit, |space| start + space);
        if !visit(start..end) {
            return false;
        }
        let rest = text.get(end..sentence.end).unwrap_or_default();
        start = end + (rest.len() - rest.trim_start().len());
    }
    start >= sentence.end || visit(start..sentence.end)
}

struct SentenceSplitter<'a> {
    text: &'a str,
    abbreviations: &'a Abbreviations,
    /// The sentence that ended with the last mark.
    done: Option<Range<usize>>,
    /// Where the sentence begins that is being read.
    start: usize,
    enclosure: Enclosure,
}

impl SentenceSplitter<'_> {
    /// Looks at the mark at byte `at`, and says where to go on.
    fn mark(&mut self, at: usize) -> usize {
        let byte = self.text.as_bytes().get(at).copied().unwrap_or_default();
        match byte {
            b'\n' => {
                if self.begins_anew(at + 1) {
                    self.cut(at);
                }
                at + 1
            }
            b'|' => self.border(at),
            b'(' | b'[' | b'"' => {
                self.enclosure.open(self.text, at);
                at + 1
            }
            b'.' | b'!' | b'?' => self.stop(at),
            _ => self.wide(at),
        }
    }

    /// Whether what is after a line break begins as a sentence or an item of a list does.
    fn begins_anew(&self, at: usize) -> bool {
        let words = self.rest(at).trim_start();
        let first = words.trim_start_matches(['"', '\'', '(', '[']).chars().next();
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let is_number = digits > 0 && words.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')']));
        let before = self.text.get(self.start..at).unwrap_or_default().trim_end();
        let ends = without_closers(before).ends_with(|letter: char| is_stop(letter) || letter == ':');
        ends || is_number || !first.is_some_and(|first| first.is_lowercase() || first.is_ascii_digit())
    }

    /// A border between cells ends a sentence; any other bar does not.
    fn border(&mut self, at: usize) -> usize {
        let from = at.saturating_sub(1);
        if self.rest(from).starts_with(CELL) {
            self.cut(from);
            self.start = from + CELL.len();
            return self.start;
        }
        at + 1
    }

    /// A letter of more than one byte, which may be a full stop of another script or an ellipsis.
    fn wide(&mut self, at: usize) -> usize {
        let letter = self.rest(at).chars().next().unwrap_or_default();
        let next = at + letter.len_utf8();
        match letter {
            '\u{2026}' | '\u{61f}' | '\u{6d4}' | '\u{964}' => self.stop(at),
            // These scripts set no space after a full stop.
            '\u{3002}' | '\u{ff01}' | '\u{ff1f}' => {
                let end = after_closers(self.text, next);
                if !self.enclosure.covers(at) {
                    self.cut(end);
                }
                end
            }
            _ => next,
        }
    }

    /// A run of marks that may end the sentence begins at `at`.
    fn stop(&mut self, at: usize) -> usize {
        let marks = self.rest(at);
        let length = marks.find(|letter| !is_stop(letter)).unwrap_or(marks.len());
        let end = after_closers(self.text, at + length);
        if self.enclosure.covers(at) && end <= self.enclosure.end() {
            return at + length;
        }
        if self.ends(at, at + length, end) {
            let end = self.with_sources(end);
            self.cut(end);
            return end;
        }
        at + length
    }

    /// Whether a sentence ends with the marks `at..after` and what closes after them, up to `end`.
    fn ends(&self, at: usize, behind: usize, end: usize) -> bool {
        let rest = self.rest(end);
        if !rest.starts_with([' ', '\n']) && !rest.is_empty() {
            return false;
        }
        let next = rest.trim_start().trim_start_matches(['"', '\'', '(', '[']).chars().next();
        let Some(next) = next else { return true };
        let marks = self.text.get(at..behind).unwrap_or_default();
        if matches!(next, '\u{2013}' | '\u{2014}' | ',' | ';') {
            // "… of OpenAI." — the company: the dash brings what belongs to the sentence.
            return false;
        }
        let goes_on = next.is_lowercase();
        let closed = end > behind;
        match marks {
            "." if closed => !goes_on,
            "." => match self.abbreviations.before(self.text.get(self.start..behind).unwrap_or_default()) {
                StopContext::Word => !goes_on || self.follows_long_word(at),
                StopContext::Name => false,
                StopContext::Initial => self.abbreviations.opens(rest.trim_start()),
                StopContext::End => !goes_on && !next.is_ascii_digit() && !self.is_ticker(end),
            },
            // "What?" he asked. But: Why? because …
            _ if marks.contains(['!', '?']) => !(goes_on && closed),
            _ => !goes_on,
        }
    }

    /// Whether capital letters in brackets follow, with which the name that ends in an abbreviation goes on: "Nord Tbk. (NRDX)".
    fn is_ticker(&self, at: usize) -> bool {
        let inner = self.rest(at).trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
        inner.is_some_and(|(inner, _)| {
            !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_uppercase())
        })
    }

    /// Whether a plain word that is longer than abbreviations are ends at `at`.
    fn follows_long_word(&self, at: usize) -> bool {
        const LETTERS: usize = 7;
        let before = self.text.get(self.start..at).unwrap_or_default();
        let word = before.rsplit(|letter: char| letter.is_whitespace()).next().unwrap_or_default();
        word.chars().count() >= LETTERS && word.chars().all(char::is_lowercase)
    }

    /// The end of the sources in brackets that are after a sentence's end.
    fn with_sources(&self, mut end: usize) -> usize {
        while let Some(behind) = self.source(end) {
            end = behind;
        }
        end
    }

    /// The end of the source in brackets that follows `end`, if one does.
    fn source(&self, end: usize) -> Option<usize> {
        let space = self.rest(end).strip_prefix(' ')?;
        let open = self.text.len() - space.len();
        let close = closing(self.text, open).filter(|_| space.starts_with(['(', '[']))?;
        let inner = self.text.get(open + 1..close)?.trim();
        let behind = close + 1;
        let stop = self.rest(behind).strip_prefix('.').map_or(behind, |_| behind + 1);
        let rest = self.rest(stop);
        // What is a sentence of its own ends as one; what begins the next sentence goes on in it.
        let sentence = inner.ends_with(['.', '!', '?']) && stop == behind;
        let next = rest.trim_start_matches(' ').chars().next();
        let parted = rest.is_empty() || rest.starts_with([' ', '\n']);
        let begins_next =
            stop == behind && next.is_some_and(|next| next.is_lowercase() || ",;:".contains(next));
        (parted && !sentence && !begins_next && !inner.is_empty()).then_some(stop)
    }

    /// The sentence ends at `end`.
    fn cut(&mut self, end: usize) {
        let words = self.text.get(self.start..end).unwrap_or_default().trim_end();
        let length = words.trim_start().len();
        if length > 0 {
            let end = self.start + words.len();
            self.done = Some(end - length..end);
        }
        self.start = end;
        self.enclosure = Enclosure::default();
    }

    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }
}

fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '\u{2026}' | '\u{61f}' | '\u{6d4}' | '\u{964}')
}

/// After the quotation marks and brackets that close at `at`.
fn after_closers(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let closers = |letter| matches!(letter, '"' | '\'' | ')' | ']' | '}' | '\u{300d}' | '\u{300f}');
    at + (rest.len() - rest.trim_start_matches(closers).len())
}

/// The text without the quotation marks and brackets that close at its end.
fn without_closers(text: &str) -> &str {
    text.trim_end_matches(['"', '\'', ')', ']', '}'])
}

/// Whether a byte may matter to sentences. Written without short cuts, for [`find_byte`].
#[inline]
fn matters(byte: u8) -> bool {
    (byte == b'.')
        | (byte == b'!')
        | (byte == b'?')
        | (byte == b'\n')
        | (byte == b'|')
        | (byte == b'(')
        | (byte == b'[')
        | (byte == b'"')
        | (byte == 0xd8)
        | (byte == 0xdb)
        | (byte == 0xe0)
        | (byte == 0xe2)
        | (byte == 0xe3)
        | (byte == 0xef)
}

#[cfg(test)]
mod tests;
