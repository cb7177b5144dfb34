//! Where the comments of a piece of RON are.

use super::{Broken, ByteClass, CLASS, Scanner};
use crate::text::Span;

impl Scanner<'_> {
    /// The comments of `text` within `span`, which cuts through no comment and no quoted text; those to the end of a line
    /// without their line break.
    ///
    /// # Errors
    ///
    /// A comment or quoted text that is never closed.
    pub fn comments(text: &str, span: Span) -> Result<Vec<Span>, Broken> {
        let (start, end) = (span.start as usize, span.end as usize);
        let mut scanner = Scanner::starting_at(text, start);
        let mut comments = Vec::new();
        while scanner.at < end.min(text.len()) {
            match CLASS[usize::from(scanner.bytes[scanner.at])] {
                ByteClass::Quote => scanner.skip_text(start)?,
                ByteClass::Apostrophe => scanner.skip_character(),
                ByteClass::Slash if scanner.at_comment() => {
                    let opened = scanner.at;
                    scanner.skip_comment()?;
                    comments.push(Span::new(opened, opened + text[opened..scanner.at].trim_end().len()));
                }
                _ => scanner.at += 1,
            }
        }
        Ok(comments)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_told_from_text() {
        let text =
            "(a: \"// no\", /* one /* two */ */ b: r#\"\" /* no */\"#, // three \r\n c: '\"' /* four\n*/)";
        let all = Scanner::comments(text, Span::new(0, text.len())).expect("comments");
        let all: Vec<&str> = all.iter().map(|span| &text[span.range()]).collect();
        assert_eq!(all, ["/* one /* two */ */", "// three", "/* four\n*/"]);
    }
}
