//! JSON that is written by hand: texts, numbers and lists. Nearly all texts can be copied as they are; those with anything to
//! escape go through the JSON library.

use std::io;

use serde::Serialize;

use crate::text::is_plain;

/// A text.
pub(super) fn text(words: &str, out: &mut Vec<u8>) -> io::Result<()> {
    if !is_plain(words.as_bytes()) {
        return Ok(serde_json::to_writer(out, words)?);
    }
    out.push(b'"');
    out.extend_from_slice(words.as_bytes());
    out.push(b'"');
    Ok(())
}

/// A text, or `null`.
pub(super) fn optional(words: Option<&str>, out: &mut Vec<u8>) -> io::Result<()> {
    match words {
        Some(words) => text(words, out),
        None => {
            out.extend_from_slice(b"null");
            Ok(())
        }
    }
}

/// A number.
pub(super) fn number(number: impl Serialize, out: &mut Vec<u8>) -> io::Result<()> {
    Ok(serde_json::to_writer(out, &number)?)
}

/// A list of what `write` makes of each.
pub(super) fn list<T>(
    all: impl IntoIterator<Item = T>,
    out: &mut Vec<u8>,
    write: impl Fn(T, &mut Vec<u8>) -> io::Result<()>,
) -> io::Result<()> {
    out.push(b'[');
    for (at, one) in all.into_iter().enumerate() {
        comma(at, out);
        write(one, out)?;
    }
    out.push(b']');
    Ok(())
}

/// What stands before the element at `at`.
pub(super) fn comma(at: usize, out: &mut Vec<u8>) {
    if at > 0 {
        out.push(b',');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn texts_and_numbers_are_those_of_the_library(words in "[ -~\u{0}-\u{1f}\u{7f}é\\\\\"]{0,40}", value in any::<usize>()) {
            let mut out = Vec::new();
            text(&words, &mut out).unwrap();
            prop_assert_eq!(&out, &serde_json::to_vec(&words).unwrap());
            out.clear();
            number(value, &mut out).unwrap();
            prop_assert_eq!(String::from_utf8(out).unwrap(), value.to_string());
        }
    }
}
