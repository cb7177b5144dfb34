//! Finds bare web addresses in running text. Does not check that they lead anywhere.

use std::ops::Range;

use memchr::memmem::Finder;

/// Searches that are prepared once.
pub struct Urls {
    scheme: Finder<'static>,
    www: Finder<'static>,
}

impl Default for Urls {
    fn default() -> Self {
        Self { scheme: Finder::new("://"), www: Finder::new("ww.") }
    }
}

impl Urls {
    /// Calls `found` with each `http://…`, `https://…` and `www.…`, in order for each of the two searches.
    pub fn find(&self, text: &str, mut found: impl FnMut(Range<usize>)) {
        let bytes = text.as_bytes();
        let mut end = 0;
        for at in self.scheme.find_iter(bytes) {
            let start = ["https", "http"].into_iter().find_map(|scheme| begins(bytes, at, scheme));
            if let Some(start) = start.filter(|start| *start >= end)
                && let Some(stop) = stop(text, start, at + 3)
            {
                end = stop;
                found(start..stop);
            }
        }
        end = 0;
        for at in self.www.find_iter(bytes) {
            if let Some(start) = begins(bytes, at + 2, "www").filter(|start| *start >= end)
                && let Some(stop) = stop(text, start, at + 3)
            {
                end = stop;
                found(start..stop);
            }
        }
    }
}

/// The target of a bare address as a browser would take it.
pub fn url_target(written: &str) -> String {
    let bare = written.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    if bare { format!("http://{written}") } else { written.to_owned() }
}

/// Where `word` begins that ends at `end`, if no letter or digit is before it.
fn begins(bytes: &[u8], end: usize, word: &str) -> Option<usize> {
    let start = end.checked_sub(word.len())?;
    let there = bytes.get(start..end)?.eq_ignore_ascii_case(word.as_bytes());
    // Within an address (`?u=https://…`) it is part of that one; the caller knows.
    let free = start
        .checked_sub(1)
        .and_then(|before| bytes.get(before))
        .is_none_or(|before| !before.is_ascii_alphanumeric() && !matches!(before, b'/' | b'.' | b'@' | b'_'));
    (there && free).then_some(start)
}

/// Where the address ends that begins at `start` and whose host begins at `host`; none if there is no host.
fn stop(text: &str, start: usize, host: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let length = rest.find(ends_address).unwrap_or(rest.len());
    let kept = start + without_tail(rest.get(..length)?);
    (kept > host).then_some(kept)
}

/// White space and what no address holds.
fn ends_address(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(
            letter,
            '<' | '>' | '"' | '`' | '|' | '\\' | '^' | '{' | '}' | '\u{2014}' | '\u{2026}' | '\u{fffc}'
        )
}

/// How much of an address is left without the punctuation of the sentence around it.
fn without_tail(address: &str) -> usize {
    let bytes = address.as_bytes();
    let count = |mark: u8| bytes.iter().filter(|byte| **byte == mark).count();
    // Brackets are counted once, and the count kept while closing ones are taken off.
    let mut surplus_round = count(b')').saturating_sub(count(b'('));
    let mut surplus_square = count(b']').saturating_sub(count(b'['));
    let mut length = bytes.len();
    while let Some(last) = length.checked_sub(1).and_then(|at| bytes.get(at)) {
        match last {
            b'.' | b',' | b':' | b';' | b'!' | b'?' | b'\'' | b'*' | b'_' | b'~' => {}
            b')' if surplus_round > 0 => surplus_round -= 1,
            b']' if surplus_square > 0 => surplus_square -= 1,
            _ => break,
        }
        length -= 1;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        Urls::default().find(text, |range| found.push(&text[range]));
        found
    }

    #[test]
    fn an_address_ends_before_the_punctuation_of_its_sentence() {
        let text = "See https://a.org/b_(c). Or (http://d.org/e), \"www.f.org\"; HTTPS://G.ORG!";
        assert_eq!(found(text), ["https://a.org/b_(c)", "http://d.org/e", "HTTPS://G.ORG", "www.f.org"]);
    }

    #[test]
    fn what_is_no_address_stays() {
        assert!(found("http:// and https://. and awww.no and ftp://x.org and xhttp://y.org").is_empty());
        assert_eq!(
            found("https://a.org/?u=https://b.org/www.c.org"),
            ["https://a.org/?u=https://b.org/www.c.org"]
        );
    }
}
