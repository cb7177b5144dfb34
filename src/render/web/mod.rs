//! The frame that the pages for a browser share: one self-contained file, the same look in light, dark and on paper, and
//! text that cannot become markup.
//!
//! Knows nothing of claims or drafts. No page makes requests: its policy forbids them.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::plain;

/// Styles that all pages share.
const STYLE: &str = include_str!("style.css");

/// Nothing is fetched, whatever text a file contains.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; \
                      base-uri 'none'; form-action 'none'";

/// A page being built: what surrounds its body.
#[derive(Debug, Clone, Copy)]
pub(super) struct WebPage<'a> {
    /// The title, as text.
    pub title: &'a str,
    /// The language of its words, as in the `lang` of HTML.
    pub language: &'a str,
    /// The words of the link that skips what is before `#main`, for those who read by keyboard or by ear.
    pub skip: &'a str,
    /// Rules of its own, after those that all pages share.
    pub style: &'a str,
    /// Its script; empty for none. The page must be complete without it.
    pub script: &'a str,
}

impl WebPage<'_> {
    /// The page around a body, in which something is called `main`.
    pub(super) fn around(self, body: &Markup) -> Markup {
        let Self { title, language, skip, style, script } = self;
        html! {
            (DOCTYPE)
            html lang=(language) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    // An empty icon, so that browsers do not request one.
                    link rel="icon" href="data:,";
                    meta name="generator" content={ "erstwhile " (env!("CARGO_PKG_VERSION")) };
                    title { (title) }
                    style { (PreEscaped(STYLE)) (PreEscaped(style)) }
                }
                body {
                    a .skip href="#main" { (skip) }
                    (body)
                    @if !script.is_empty() {
                        script { (PreEscaped(script)) }
                    }
                }
            }
        }
    }
}

/// Words as findings have them, with what is between backticks, an id or a command, as code.
pub(super) fn coded(text: &str) -> Markup {
    let text = &*plain::one_line(text);
    let is_paired = text.matches('`').count().is_multiple_of(2);
    html! {
        @if is_paired {
            @for (at, part) in text.split('`').enumerate() {
                @if at % 2 == 1 { code { (part) } } @else { (part) }
            }
        } @else {
            (text)
        }
    }
}

/// An address that may be in a link: the web only, so that no file can put a script behind a click.
pub(super) fn web_address(address: &str) -> Option<&str> {
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_becomes_markup() {
        assert_eq!(coded("run `a <b>` now").0, "run <code>a &lt;b&gt;</code> now");
        assert_eq!(coded("correct `a<b` or `c`").0, "correct <code>a&lt;b</code> or <code>c</code>");
        assert_eq!(coded("one ` alone").0, "one ` alone");
        assert_eq!(web_address("javascript:alert(1)"), None);
        assert_eq!(web_address("HTTPS://example.org/"), Some("HTTPS://example.org/"));
        assert_eq!(web_address("é"), None);
    }

    #[test]
    fn a_page_is_whole() {
        let page = WebPage { title: "A < B", language: "en", skip: "Skip", style: "p { }\n", script: "" };
        let text = page.around(&html! { p #main { "here" } }).into_string();
        assert!(
            text.contains("<title>A &lt; B</title>") && text.ends_with("here</p></body></html>"),
            "{text}"
        );
        assert!(!text.contains("<script"), "{text}");
    }
}
