//! Where the quotation mark is missing in text whose marks do not pair. Only for messages.

/// The text that most likely lacks its second quotation mark, by its first one: it runs over the end of its line to a mark that
/// opens another text, which a letter or digit follows.
pub(super) fn unclosed_text(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(opened) = next_mark(bytes, at) {
        let closed = next_mark(bytes, opened + 1)?;
        let runs_on = bytes[opened..closed].contains(&b'\n');
        if runs_on && bytes.get(closed + 1).is_some_and(|byte| byte.is_ascii_alphanumeric()) {
            return Some(opened);
        }
        at = closed + 1;
    }
    None
}

/// The next quotation mark from `at` on that no backslash precedes.
fn next_mark(bytes: &[u8], at: usize) -> Option<usize> {
    let is_mark =
        |at: &usize| bytes[*at] == b'"' && at.checked_sub(1).is_none_or(|before| bytes[before] != b'\\');
    (at..bytes.len()).find(is_mark)
}

#[cfg(test)]
mod tests {
    use super::unclosed_text;

    #[test]
    fn a_text_that_runs_into_the_next_one_is_found() {
        let found = |text: &str| unclosed_text(text.as_bytes()).map(|at| text[..at].lines().count());
        assert_eq!(found("[\n(a: \"one\"),\n(a: \"two),\n(a: \"three\"),\n]"), Some(3));
        assert_eq!(found("[\n(a: \"one\ntwo\"),\n(a: \"three\\\"),\n]"), None);
        assert_eq!(found("\"one"), None);
    }
}
