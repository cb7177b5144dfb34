//! The frame that the pages for a browser share: one self-contained file, the same look in light, dark and on paper, and
//! text that cannot become markup.
//!
//! Knows nothing of claims or drafts. No page asks anything of any server: its policy forbids it.

use std::borrow::Cow;
use std::io::{self, Write};

use super::escape::entity;

/// The look that all pages share.
const STYLE: &str = include_str!("style.css");

/// A page in the making: what stands around its body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page<'a> {
    /// The title, as text.
    pub title: &'a str,
    /// The language of its words, as in the `lang` of HTML.
    pub language: &'a str,
    /// Rules of its own, behind those that all pages share.
    pub style: &'a str,
    /// Its script; empty for none. The page must be whole without it.
    pub script: &'a str,
}

impl Page<'_> {
    /// Writes the page around what `body` writes.
    pub(super) fn write(
        self,
        out: &mut dyn Write,
        body: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let Self { title, language, style, script } = self;
        let (title, language) = (escaped(title), escaped(language));
        writeln!(out, "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">")?;
        writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
        writeln!(out, "<meta name=\"color-scheme\" content=\"light dark\">")?;
        // Nothing is fetched, whatever a file may have smuggled into the text.
        writeln!(
            out,
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
             script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">"
        )?;
        // An empty icon, or browsers ask for one.
        writeln!(out, "<link rel=\"icon\" href=\"data:,\">")?;
        writeln!(out, "<meta name=\"generator\" content=\"erstwhile {}\">", env!("CARGO_PKG_VERSION"))?;
        writeln!(out, "<title>{title}</title>\n<style>\n{STYLE}{style}</style>\n</head>\n<body>")?;
        body(out)?;
        if !script.is_empty() {
            writeln!(out, "<script>\n{script}</script>")?;
        }
        writeln!(out, "</body>\n</html>")
    }
}

/// `text` as it is written between tags and in quoted attributes. Characters that no browser shows are left out.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    let is_unseen = |character: char| character.is_control() && !matches!(character, '\n' | '\t');
    if !text.chars().any(|character| entity(character).is_some() || is_unseen(character)) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars().filter(|character| !is_unseen(*character)) {
        match entity(character) {
            Some(entity) => safe.push_str(entity),
            None => safe.push(character),
        }
    }
    Cow::Owned(safe)
}

/// Words as findings have them, with what stands between backticks, an id or a command, as code.
pub(super) fn with_code(text: &str) -> Cow<'_, str> {
    let safe = escaped(text);
    if safe.matches('`').count() % 2 == 1 || !safe.contains('`') {
        return safe;
    }
    let parts = safe.split('`').enumerate();
    let parts =
        parts.map(|(at, part)| if at % 2 == 1 { format!("<code>{part}</code>") } else { part.to_owned() });
    Cow::Owned(parts.collect())
}

/// An address that may stand in a link: the web only, so that no file can put a script behind a click.
pub(super) fn link(address: &str) -> Option<Cow<'_, str>> {
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")).then(|| escaped(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_becomes_markup() {
        assert_eq!(escaped("<b title='x'>&\u{1b}</b>"), "&lt;b title=&#39;x&#39;&gt;&amp;&lt;/b&gt;");
        assert!(matches!(escaped("Bücher"), Cow::Borrowed(_)));
        assert_eq!(with_code("run `a <b>` now"), "run <code>a &lt;b&gt;</code> now");
        assert_eq!(with_code("mend `a<b` or `c`"), "mend <code>a&lt;b</code> or <code>c</code>");
        assert_eq!(with_code("one ` alone"), "one ` alone");
        assert_eq!(link("javascript:alert(1)"), None);
        assert_eq!(link("HTTPS://example.org/?a=1&b=2").as_deref(), Some("HTTPS://example.org/?a=1&amp;b=2"));
        assert_eq!(link("é"), None);
    }

    #[test]
    fn a_page_is_whole() {
        let page = Page { title: "A < B", language: "en", style: "p { }\n", script: "" };
        let mut out = Vec::new();
        page.write(&mut out, |out| writeln!(out, "<p>here</p>")).expect("memory");
        let text = String::from_utf8(out).expect("text");
        assert!(text.contains("<title>A &lt; B</title>") && text.contains("<p>here</p>\n</body>"), "{text}");
        assert!(!text.contains("<script"), "{text}");
    }
}
