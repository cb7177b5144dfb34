//! Tokens of HTML with exact places, by `html5gum`: pieces of text as they are in the file, tags with their attributes.
//!
//! The tokenizer hands over what it decoded and where it is; this file finds which of it is in the file byte for
//! byte, so that nothing is copied. It gives tags no meaning.

use std::convert::Infallible;
use std::ops::Range;

use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

use super::small_tags::with_small_tags;

/// What tokens are handed to.
pub trait HtmlSink {
    /// Text that is in the file at `at`.
    fn text(&mut self, piece: &str, at: usize);
    /// Text that is written differently in the file.
    fn decoded(&mut self, text: &str, from: Range<usize>);
    /// A start tag.
    fn start(&mut self, tag: &Tag);
    /// An end tag, its name in lower case.
    fn end(&mut self, name: &[u8], from: Range<usize>);
}

/// A start tag. Names are in lower case.
#[derive(Debug, Default)]
pub struct Tag {
    /// Its name.
    pub name: Vec<u8>,
    /// Its bytes in the file.
    pub range: Range<usize>,
    attributes: Vec<Attribute>,
    /// How many of `attributes` belong to this tag; the others keep their memory for later ones.
    used: usize,
}

#[derive(Debug, Default)]
struct Attribute {
    name: Vec<u8>,
    value: Vec<u8>,
    range: Range<usize>,
}

impl Tag {
    /// The value of an attribute, and where it is in the file. The first of several with one name counts.
    pub fn get(&self, name: &str) -> Option<(&str, Range<usize>)> {
        let attributes = self.attributes.get(..self.used).unwrap_or_default();
        let found = attributes.iter().find(|attribute| attribute.name == name.as_bytes())?;
        Some((std::str::from_utf8(&found.value).ok()?, found.range.clone()))
    }

    /// The value of an attribute; empty if it has none.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).map_or("", |(value, _)| value)
    }

    fn begin(&mut self) {
        self.name.clear();
        self.used = 0;
    }

    fn add(&mut self) {
        if self.used == self.attributes.len() {
            self.attributes.push(Attribute::default());
        }
        self.used += 1;
        if let Some(attribute) = self.last() {
            attribute.name.clear();
            attribute.value.clear();
            attribute.range = 0..0;
        }
    }

    fn last(&mut self) -> Option<&mut Attribute> {
        self.attributes.get_mut(self.used.checked_sub(1)?)
    }
}

/// Hands the tokens of `text`, which is in the file at `base`, to `sink`.
pub fn run(text: &str, base: usize, sink: &mut impl HtmlSink) {
    let text = &*with_small_tags(text);
    let emitter = Tokens {
        text,
        base,
        sink,
        position: 0,
        taken: 0,
        run: 0..0,
        odd: Vec::new(),
        odd_range: 0..0,
        tag: Tag::default(),
        ending: false,
        last_start: Vec::new(),
        tag_start: 0,
    };
    // Reading from memory does not fail.
    let Ok(()) = Tokenizer::new_with_emitter(text, emitter).finish();
}

struct Tokens<'a, S> {
    text: &'a str,
    base: usize,
    sink: &'a mut S,
    /// Where the tokenizer is.
    position: usize,
    /// The end of what was reported or left out.
    taken: usize,
    /// Text to be reported, in the file as it is.
    run: Range<usize>,
    /// Text to be reported, written differently in the file.
    odd: Vec<u8>,
    odd_range: Range<usize>,
    tag: Tag,
    ending: bool,
    last_start: Vec<u8>,
    tag_start: usize,
}

impl<S: HtmlSink> Tokens<'_, S> {
    /// The bytes from `at` on are `piece`, except for line ends.
    fn is_verbatim(&self, piece: &[u8], at: usize) -> bool {
        let there = self.text.as_bytes().get(at..at + piece.len());
        there.is_some_and(|there| there == piece || (piece == b"\n" && there == b"\r"))
    }

    fn flush(&mut self) {
        self.flush_odd();
        let run = std::mem::replace(&mut self.run, 0..0);
        self.taken = self.taken.max(run.end);
        if let Some(piece) = self.text.get(run.clone()).filter(|piece| !piece.is_empty()) {
            self.sink.text(piece, self.base + run.start);
        }
    }

    fn flush_odd(&mut self) {
        if !self.odd.is_empty() {
            let range = self.base + self.odd_range.start..self.base + self.odd_range.end;
            self.sink.decoded(&String::from_utf8_lossy(&self.odd), range);
            self.odd.clear();
        }
    }

    /// Text that is at `start` as it is.
    fn same(&mut self, start: usize, end: usize) {
        // The tokenizer had looked one letter further than the entity.
        self.odd_range.end = self.odd_range.end.min(start).max(self.odd_range.start);
        let after_return =
            start == self.run.end + 1 && self.text.as_bytes().get(self.run.end..start) == Some(b"\n");
        if self.run.is_empty() {
            self.flush_odd();
            self.run = start..end;
        } else if start == self.run.end || after_return {
            self.run.end = end;
        } else {
            self.flush();
            self.run = start..end;
        }
        self.taken = end;
    }
}

impl<S: HtmlSink> Emitter for Tokens<'_, S> {
    type Token = Infallible;

    fn emit_string(&mut self, piece: &[u8]) {
        let end = self.position;
        let start = end.saturating_sub(piece.len());
        if piece.is_empty() {
            return;
        }
        if start >= self.taken && self.is_verbatim(piece, start) {
            self.same(start, end);
            return;
        }
        let from = self.taken;
        self.flush();
        self.odd.extend_from_slice(piece);
        self.odd_range = from..end.max(from);
        self.taken = end.max(from);
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.flush();
        let range = self.base + self.tag_start..self.base + self.position;
        self.taken = self.position;
        if self.ending {
            self.last_start.clear();
            self.sink.end(&self.tag.name, range);
            return None;
        }
        self.tag.range = range;
        self.last_start.clear();
        self.last_start.extend_from_slice(&self.tag.name);
        self.sink.start(&self.tag);
        naive_next_state(&self.tag.name)
    }

    fn emit_current_comment(&mut self) {
        self.flush();
        self.taken = self.position;
    }

    fn emit_current_doctype(&mut self) {
        self.flush();
        self.taken = self.position;
    }

    fn emit_eof(&mut self) {
        self.flush();
    }

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn start_open_tag(&mut self) {
        self.tag_start = self.position.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.tag.begin();
        self.ending = false;
    }

    fn init_end_tag(&mut self) {
        self.tag.begin();
        self.ending = true;
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag.name.extend_from_slice(name);
    }

    fn init_attribute(&mut self) {
        self.tag.add();
    }

    fn init_attribute_value(&mut self) {
        let at = self.base + self.position;
        if let Some(attribute) = self.tag.last() {
            attribute.range = at..at;
        }
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        if let Some(attribute) = self.tag.last() {
            attribute.name.extend_from_slice(name);
        }
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        let end = self.base + self.position;
        if let Some(attribute) = self.tag.last() {
            attribute.value.extend_from_slice(value);
            attribute.range.end = end.max(attribute.range.start);
        }
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.ending && !self.last_start.is_empty() && self.last_start == self.tag.name
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.extend_from_slice(name.unwrap_or_default());
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    // Comments, doctypes and errors say nothing to readers.
    fn emit_error(&mut self, _: Error) {}
    fn init_comment(&mut self) {}
    fn init_doctype(&mut self) {}
    fn set_self_closing(&mut self) {}
    fn set_force_quirks(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}
