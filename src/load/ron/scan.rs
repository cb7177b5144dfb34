//! Splits RON text into values with their places, without reading what they mean: `ron` does that.
//!
//! It knows strings, raw strings, comments and brackets, works through any depth without recursion, and says where a
//! bracket or a string that is never closed was opened.

mod byte_class;
mod comments;
mod unclosed;

use byte_class::{ByteClass, CLASS};
use unclosed::unclosed_text;

use crate::text::Span;

/// Why text cannot be parsed, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// What is wrong, in plain words.
    pub message: String,
    /// The bytes to look at.
    pub span: Span,
}

/// A field of a record: the bytes of its name and of its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldSpan {
    /// Its name.
    pub name: Span,
    /// Its value.
    pub value: Span,
}

/// A place in text from which values are read.
#[derive(Debug, Clone)]
pub struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scanner<'a> {
    /// Begins at the start of `text`, after a byte order mark.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { bytes: text.as_bytes(), at }
    }

    /// Begins at byte `at`.
    #[must_use]
    pub fn starting_at(text: &'a str, at: usize) -> Self {
        Self { bytes: text.as_bytes(), at: at.min(text.len()) }
    }

    /// How far it has come.
    #[must_use]
    pub fn position(&self) -> usize {
        self.at
    }

    /// The next byte, after white space and comments.
    ///
    /// # Errors
    ///
    /// A comment that is never closed.
    pub fn peek(&mut self) -> Result<Option<u8>, Broken> {
        self.skip_blank()?;
        Ok(self.bytes.get(self.at).copied())
    }

    /// Passes `byte` if it comes next.
    ///
    /// # Errors
    ///
    /// A comment that is never closed.
    pub fn take(&mut self, byte: u8) -> Result<bool, Broken> {
        let found = self.peek()? == Some(byte);
        self.at += usize::from(found);
        Ok(found)
    }

    /// Passes a name (letters, digits, `_`, `-`, or raw `r#name`) and gives its bytes; `None` if there is none.
    ///
    /// # Errors
    ///
    /// A comment that is never closed.
    pub fn name(&mut self) -> Result<Option<Span>, Broken> {
        self.skip_blank()?;
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(|byte| is_word(*byte)) {
            self.at += 1;
        }
        Ok((self.at > start).then(|| Span::new(start, self.at)))
    }

    /// Passes `#![…]` lines at the head of a file.
    ///
    /// # Errors
    ///
    /// An attribute or comment that is never closed.
    pub fn skip_attributes(&mut self) -> Result<(), Broken> {
        while self.peek()? == Some(b'#') && self.bytes.get(self.at + 1) == Some(&b'!') {
            self.at += 2;
            self.elements()?;
        }
        Ok(())
    }

    /// Passes one value, with all that is nested in it, and gives its bytes.
    ///
    /// # Errors
    ///
    /// Brackets that do not match, or something that is never closed.
    pub fn value(&mut self) -> Result<Span, Broken> {
        self.skip_blank()?;
        let start = self.at;
        let mut open: Vec<usize> = Vec::new();
        let mut end = start;
        while let Some(&byte) = self.bytes.get(self.at) {
            match CLASS[usize::from(byte)] {
                ByteClass::Plain => self.at += 1,
                ByteClass::Blank => {
                    self.at += 1;
                    continue;
                }
                ByteClass::Quote => self.skip_text(start)?,
                ByteClass::Apostrophe => self.skip_character(),
                ByteClass::Open => {
                    open.push(self.at);
                    self.at += 1;
                }
                ByteClass::Close => {
                    let Some(opened) = open.pop() else { break };
                    if closing(self.bytes[opened]) != byte {
                        return Err(self.mismatch(opened));
                    }
                    self.at += 1;
                }
                ByteClass::Slash if self.at_comment() => {
                    self.skip_comment()?;
                    continue;
                }
                ByteClass::Slash => self.at += 1,
                ByteClass::Separator if open.is_empty() => break,
                ByteClass::Separator => self.at += 1,
            }
            end = self.at;
        }
        match open.last() {
            Some(opened) => Err(self.never_closed(*opened)),
            None if end == start => Err(Broken {
                message: "expected a value".to_owned(),
                span: Span::new(start, (start + 1).min(self.bytes.len())),
            }),
            None => Ok(Span::new(start, end)),
        }
    }

    /// Passes the fields of a record, from its `(` to its `)`.
    ///
    /// # Errors
    ///
    /// Anything that is not a list of `name: value`, at its place.
    pub fn fields(&mut self) -> Result<Vec<FieldSpan>, Broken> {
        self.each_field(|scanner, name| Ok(FieldSpan { name, value: scanner.value()? }))
    }

    /// Passes the fields of a record, and lets `take` pass each value.
    ///
    /// # Errors
    ///
    /// Anything that is not a list of `name: value`, at its place, and what `take` cannot pass.
    pub fn each_field<T>(
        &mut self,
        mut take: impl FnMut(&mut Self, Span) -> Result<T, Broken>,
    ) -> Result<Vec<T>, Broken> {
        self.peek()?;
        let opened = self.at;
        if !self.take(b'(')? {
            return Err(self.expected("a record in round brackets: `( field: value, … )`"));
        }
        let mut fields = Vec::new();
        loop {
            if self.take(b')')? {
                return Ok(fields);
            }
            if self.peek()?.is_none() {
                return Err(self.never_closed(opened));
            }
            let Some(name) = self.name()? else { return Err(self.expected("the name of a field, or `)`")) };
            if !self.take(b':')? {
                return Err(self.expected("a `:` between the name of a field and its value"));
            }
            fields.push(take(self, name)?);
            if !self.take(b',')? && self.peek()? != Some(b')') {
                return Err(self.separator(opened));
            }
        }
    }

    /// Passes the elements of a list, from its `[` to its `]`, and gives the bytes of each.
    ///
    /// # Errors
    ///
    /// Anything that is not a list, at its place.
    pub fn elements(&mut self) -> Result<Vec<Span>, Broken> {
        self.peek()?;
        let opened = self.at;
        if !self.take(b'[')? {
            return Err(self.expected("a list in square brackets: `[ …, … ]`"));
        }
        let mut elements = Vec::new();
        loop {
            if self.take(b']')? {
                return Ok(elements);
            }
            if self.peek()?.is_none() {
                return Err(self.never_closed(opened));
            }
            elements.push(self.value()?);
            if !self.take(b',')? && self.peek()? != Some(b']') {
                return Err(self.separator(opened));
            }
        }
    }

    fn separator(&mut self, opened: usize) -> Broken {
        if self.at >= self.bytes.len() {
            return self.never_closed(opened);
        }
        self.expected("a comma")
    }

    /// What was expected at the current position.
    #[must_use]
    pub fn expected(&self, what: &str) -> Broken {
        let (message, end) = match self.bytes.get(self.at) {
            None => (format!("expected {what}, but the file ends here"), self.at),
            Some(_) => (format!("expected {what}"), self.at + self.character_length()),
        };
        Broken { message, span: Span::new(self.at, end) }
    }

    /// Bytes of the next character.
    fn character_length(&self) -> usize {
        let following =
            self.bytes[self.at..].iter().skip(1).take_while(|byte| **byte & 0b1100_0000 == 0b1000_0000);
        1 + following.count()
    }

    fn never_closed(&self, opened: usize) -> Broken {
        let bracket = char::from(self.bytes.get(opened).copied().unwrap_or(b'('));
        Broken { message: format!("this `{bracket}` is never closed"), span: Span::new(opened, opened + 1) }
    }

    fn mismatch(&self, opened: usize) -> Broken {
        let (bracket, found) = (char::from(self.bytes[opened]), char::from(self.bytes[self.at]));
        let expected = char::from(closing(self.bytes[opened]));
        let message = format!("this `{bracket}` is never closed: `{found}` comes before its `{expected}`");
        Broken { message, span: Span::new(opened, opened + 1) }
    }

    fn skip_blank(&mut self) -> Result<(), Broken> {
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                byte if byte.is_ascii_whitespace() => self.at += 1,
                b'/' if self.at_comment() => self.skip_comment()?,
                _ => break,
            }
        }
        Ok(())
    }

    fn at_comment(&self) -> bool {
        matches!(self.bytes.get(self.at + 1), Some(b'/' | b'*'))
    }

    fn skip_comment(&mut self) -> Result<(), Broken> {
        let start = self.at;
        if self.bytes[self.at + 1] == b'/' {
            self.at = memchr::memchr(b'\n', &self.bytes[start..])
                .map_or(self.bytes.len(), |found| start + found + 1);
            return Ok(());
        }
        self.at += 2;
        let mut depth = 1usize;
        while depth > 0 {
            match self.bytes.get(self.at..self.at + 2) {
                Some(b"/*") => depth += 1,
                Some(b"*/") => depth -= 1,
                Some(_) => {
                    self.at += 1;
                    continue;
                }
                None => {
                    let span = Span::new(start, start + 2);
                    return Err(Broken { message: "this comment is never closed".to_owned(), span });
                }
            }
            self.at += 2;
        }
        Ok(())
    }

    /// Text from its quotation mark on. What precedes the mark, back to `start`, says whether it is raw: `r"…"`,
    /// `r#"…"#`, with `b` before for bytes.
    fn skip_text(&mut self, start: usize) -> Result<(), Broken> {
        let before = &self.bytes[start..self.at];
        let hashes = before.iter().rev().take_while(|byte| **byte == b'#').count();
        let word = &before[..before.len() - hashes];
        let raw = word.strip_suffix(b"r").map(|rest| rest.strip_suffix(b"b").unwrap_or(rest));
        match raw {
            Some(rest) if !rest.last().is_some_and(|byte| is_word(*byte)) => self.skip_raw_string(hashes),
            _ => self.skip_string(),
        }
    }

    fn skip_raw_string(&mut self, hashes: usize) -> Result<(), Broken> {
        let quote = self.at;
        self.at += 1;
        while let Some(found) = memchr::memchr(b'"', &self.bytes[self.at..]) {
            self.at += found + 1;
            let following =
                self.bytes[self.at..].iter().take(hashes).take_while(|byte| **byte == b'#').count();
            if following == hashes {
                self.at += hashes;
                return Ok(());
            }
        }
        Err(Broken { message: "this text is never closed".to_owned(), span: Span::new(quote, quote + 1) })
    }

    fn skip_string(&mut self) -> Result<(), Broken> {
        let start = self.at;
        self.at += 1;
        while let Some(found) = memchr::memchr2(b'"', b'\\', &self.bytes[self.at..]) {
            self.at += found + 1;
            if self.bytes[self.at - 1] == b'"' {
                return Ok(());
            }
            self.at = (self.at + 1).min(self.bytes.len());
        }
        let opened = unclosed_text(self.bytes).unwrap_or(start);
        Err(Broken {
            message: "this text is never closed; its second quotation mark is missing".to_owned(),
            span: Span::new(opened, opened + 1),
        })
    }

    /// A character in single quotes; an apostrophe that begins none is passed alone.
    fn skip_character(&mut self) {
        let rest = &self.bytes[self.at + 1..];
        let skipped = usize::from(rest.first() == Some(&b'\\')) * 2;
        let window = rest.get(skipped..rest.len().min(skipped + 8)).unwrap_or_default();
        self.at += 1 + memchr::memchr(b'\'', window).map_or(0, |found| skipped + found + 1);
    }
}

fn closing(bracket: u8) -> u8 {
    match bracket {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

/// Bytes of names and numbers; bytes above ASCII belong to letters.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+' | b'.') || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn values(text: &str) -> Vec<&str> {
        let elements = Scanner::new(text).elements().expect("a list");
        elements.iter().map(|span| &text[span.range()]).collect()
    }

    #[test]
    fn brackets_in_text_and_comments_do_not_count() {
        let text = "[ (a: \"]\", b: r#\"\"]\"#), /* ] /* ] */ */ ('\\'', ')'), // ]\n x(1), ]";
        assert_eq!(values(text), ["(a: \"]\", b: r#\"\"]\"#)", "('\\'', ')')", "x(1)"]);
    }

    #[test]
    fn an_attribute_ends_with_its_bracket() {
        let text = "#![enable(implicit_some, x)] // why\n#![enable(y)]\n(a: 1)";
        let mut scanner = Scanner::new(text);
        scanner.skip_attributes().expect("attributes");
        assert_eq!(scanner.fields().expect("a record").len(), 1);
    }

    #[test]
    fn an_open_bracket_is_named_at_its_place() {
        let broken = Scanner::new("[ (a: 1), (b: [2 ]").elements().expect_err("broken");
        assert_eq!((broken.span.start, broken.message.as_str()), (10, "this `(` is never closed"));
    }

    #[test]
    fn depth_costs_no_stack() {
        let text = format!("[{}{}]", "(".repeat(100_000), ")".repeat(100_000));
        assert_eq!(values(&text).len(), 1);
        assert!(Scanner::new(&"[".repeat(100_000)).elements().is_err());
    }

    proptest! {
        /// Whatever `ron` reads as a list of values is cut at the same commas.
        #[test]
        fn agrees_with_ron_where_ron_reads(text in r##"\[([0-9]{1,2}|"[a-z\\"\]\[]{0,3}"|\([0-9]?\)|r#"[\]"a]{0,2}"#|'[\]a]'|,|/\*[\]*]?\*/| ){0,12}\]"##) {
            if let Ok(list) = ron::from_str::<Vec<ron::Value>>(&text) {
                let cut = Scanner::new(&text).elements().expect("ron reads it");
                let again: Vec<ron::Value> =
                    cut.iter().map(|span| ron::from_str(&text[span.range()]).expect("a value")).collect();
                prop_assert_eq!(list, again);
            }
        }

        #[test]
        fn never_panics(text in ".{0,60}") {
            let _ = Scanner::new(&text).elements();
            let _ = Scanner::new(&text).fields();
        }
    }
}
