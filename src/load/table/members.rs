//! Where the members of a JSON object and the elements of a list are. The JSON is not validated here; of
//! broken JSON, what precedes the fault is returned.

use crate::text::Span;

/// A member of an object: the bytes of its name and of its value, both with their quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: Span,
    /// Its value.
    pub value: Span,
}

/// The members of the object that `record` is; of broken JSON, those before the fault.
pub fn members(record: &str) -> impl Iterator<Item = Member> + '_ {
    members_within(record, Span::new(0, record.len()))
}

/// The members of the object at `object`.
pub fn members_within(record: &str, object: Span) -> impl Iterator<Item = Member> + '_ {
    let mut walk = MemberWalk::new(record, object, b'{');
    std::iter::from_fn(move || {
        let name = walk.next_value()?;
        walk.skip(b':')?;
        let value = walk.value()?;
        Some(Member { name, value })
    })
}

/// The elements of the list at `list`.
pub fn elements(record: &str, list: Span) -> impl Iterator<Item = Span> + '_ {
    let mut walk = MemberWalk::new(record, list, b'[');
    std::iter::from_fn(move || walk.next_value())
}

/// Iterates over the values of a list or object without parsing them.
struct MemberWalk<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The bracket, then the comma, that is before the next value.
    before: u8,
}

impl<'a> MemberWalk<'a> {
    fn new(record: &'a str, within: Span, bracket: u8) -> Self {
        let bytes = record.as_bytes().get(..within.end as usize).unwrap_or_default();
        Self { bytes, at: within.start as usize, before: bracket }
    }

    fn next_value(&mut self) -> Option<Span> {
        let before = std::mem::replace(&mut self.before, b',');
        self.skip(before)?;
        self.value()
    }

    fn skip(&mut self, wanted: u8) -> Option<()> {
        (self.peek()? == wanted).then(|| self.at += 1)
    }

    fn peek(&mut self) -> Option<u8> {
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        self.bytes.get(self.at).copied()
    }

    /// The value that begins here: up to the comma or bracket outside it.
    fn value(&mut self) -> Option<Span> {
        let first = self.peek()?;
        let start = self.at;
        let mut depth = 0usize;
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'"' => self.string()?,
                b'{' | b'[' => depth += 1,
                b'}' | b']' | b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' if depth == 0 => break,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 && matches!(first, b'"' | b'{' | b'[') {
                break;
            }
        }
        (self.at > start).then(|| Span::new(start, self.at))
    }

    /// To the closing quote of the string that begins here.
    fn string(&mut self) -> Option<()> {
        loop {
            self.at += 1;
            let rest = self.bytes.get(self.at..)?;
            self.at += memchr::memchr2(b'"', b'\\', rest)?;
            if self.bytes[self.at] == b'"' {
                return Some(());
            }
            self.at += 1;
        }
    }
}
