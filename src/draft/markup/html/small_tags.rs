//! Tags with no more attributes than the tokenizer can take: it calls itself for each attribute in double quotes, and a tag
//! with thousands of them would use up the stack.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter};

/// Attributes in double quotes that a tag keeps; pages have a dozen. Each takes some kilobytes of the stack.
const MOST: usize = 32;

/// The text with blanks in the place of the attributes that are too many in their tag: all else keeps its place.
pub fn with_small_tags(text: &str) -> Cow<'_, str> {
    // Each of them has two quotes.
    if memchr_iter(b'"', text.as_bytes()).nth(2 * MOST).is_none() {
        return Cow::Borrowed(text);
    }
    let mut small = String::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| memchr(b'<', rest.as_bytes())) {
        let tag = TagStart::at(text.as_bytes(), at + open);
        if let Some(start) = tag.too_many {
            small.push_str(text.get(small.len()..start).unwrap_or_default());
            small.extend(std::iter::repeat_n(' ', tag.end - start));
        }
        at = tag.end;
    }
    if small.is_empty() {
        return Cow::Borrowed(text);
    }
    small.push_str(text.get(small.len()..).unwrap_or_default());
    Cow::Owned(small)
}

/// A start tag, as far as its attributes are to be counted.
struct TagStart {
    /// Where it ends, before its `>`; after the sign, if it is none.
    end: usize,
    /// Where the first attribute begins that is too many.
    too_many: Option<usize>,
}

impl TagStart {
    /// The tag whose `<` is at `open`.
    fn at(bytes: &[u8], open: usize) -> Self {
        let blank = |byte: u8| byte.is_ascii_whitespace();
        if !bytes.get(open + 1).is_some_and(u8::is_ascii_alphabetic) {
            return Self { end: open + 1, too_many: None };
        }
        let mut at = skip(bytes, open, |byte| !blank(byte) && !matches!(byte, b'/' | b'>'));
        // The attribute whose name was begun, and how many had a value in double quotes.
        let (mut name, mut quoted, mut too_many) = (None, 0, None);
        while let Some(byte) = bytes.get(at).copied().filter(|byte| *byte != b'>') {
            let next = match (byte, name) {
                (b'=', Some(start)) => {
                    name = None;
                    let value = skip(bytes, at + 1, blank);
                    match bytes.get(value).copied() {
                        Some(quote @ (b'"' | b'\'')) => {
                            quoted += usize::from(quote == b'"');
                            if quoted > MOST && too_many.is_none() {
                                too_many = Some(start);
                            }
                            skip(bytes, value + 1, |byte| byte != quote) + 1
                        }
                        _ => skip(bytes, value, |byte| !blank(byte) && byte != b'>'),
                    }
                }
                (b'/', _) => {
                    name = None;
                    at + 1
                }
                (byte, _) if blank(byte) => {
                    let next = skip(bytes, at, blank);
                    // What follows blanks may be the value of the name before them.
                    name = name.filter(|_| bytes.get(next) == Some(&b'='));
                    next
                }
                _ => {
                    name = name.or(Some(at));
                    at + 1
                }
            };
            at = next;
        }
        Self { end: at.min(bytes.len()), too_many }
    }
}

/// The first place from `at` on whose byte is not to be passed over.
fn skip(bytes: &[u8], at: usize, over: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| !over(*byte)).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tag with so many attributes in quotes.
    fn tag(count: usize) -> String {
        format!("<p {}>", (0..count).map(|at| format!("a{at}=\"é>\" ")).collect::<String>())
    }

    #[test]
    fn only_what_is_too_much_is_left_out() {
        let odd = "<p =\"a>b\" <a b=\"1 < 2\" c = '>' d=e\"f g>\"</a> <";
        for kept in [tag(MOST), format!("{}{odd}", "\"quoted\" ".repeat(2 * MOST))] {
            assert_eq!(with_small_tags(&kept), kept);
        }
        let (many, rest) = (tag(3 * MOST), format!("{odd}text é {}", tag(2)));
        let text = format!("<b>{many}{rest}{many}{rest}");
        let small = with_small_tags(&text);
        assert_eq!(small.len(), text.len());
        assert_eq!(small.matches("=\"é>\"").count(), 2 * (MOST + 2));
        assert_eq!(small.matches(&rest).count(), 2);
    }

    #[test]
    fn an_attribute_counts_where_it_has_double_quotes() {
        for (piece, counts) in
            [("a='\"' ", false), ("a = \n\"b\"", true), ("a/b=\"c\"", true), ("=\"c\" ", true)]
        {
            let text = format!("<p {}>", piece.repeat(2 * MOST + 2));
            assert_eq!(with_small_tags(&text) != text, counts, "{piece}");
        }
    }
}
