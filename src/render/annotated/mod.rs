//! The annotated draft: a page with the article as it reads, each judged sentence marked, and beside it what is said
//! about it, the record and the sources. For an author or editor; made of plain HTML that is whole without its script.
//!
//! What needs attention is open; what is in order takes a line, and sources, readings and comments open on a click.

mod body;
mod head;
mod note;
mod record;
mod words;

use std::borrow::Cow;
use std::io::{self, Write};

use maud::{Markup, PreEscaped, html};

use super::plain;
use super::web::{WebPage, coded};
use crate::model::{Annotated, AnnotatedDraft, Detail};
use crate::words::{Wording, Words};

/// Styles for this page only.
const STYLE: &str = include_str!("annotated.css");

/// Places notes beside their sentences and handles keys; the page is complete without it.
const SCRIPT: &str = include_str!("annotated.js");

/// Writes the page, of each draft in the words for it.
///
/// # Errors
///
/// Only what `out` reports.
pub fn render(annotated: &Annotated, words: Words<'_>, out: &mut dyn Write) -> io::Result<()> {
    let frame = match annotated.drafts.as_slice() {
        [one] => words.for_draft(Some(&one.language)),
        _ => words.general(),
    };
    let title = match annotated.drafts.as_slice() {
        [one] => frame.phrase("annotated-page", &[("name", Detail::Text(&name(one)))]),
        drafts => frame.phrase("annotated-pages", &[("count", Detail::Count(drafts.len()))]),
    };
    let skip = frame.phrase("annotated-skip", &[]);
    let page =
        WebPage { title: &title, language: frame.language.code, skip: &skip, style: STYLE, script: SCRIPT };
    let alone = annotated.drafts.len() == 1;
    let drafts = annotated.drafts.iter().zip(1..).map(|(draft, number)| {
        let say = words.for_draft(Some(&draft.language));
        Shown { draft, number, alone, say }
    });
    let body = html! {
        @if !alone { (head::contents(annotated, words, frame)) }
        main #main tabindex="-1" {
            (head::warnings(annotated, frame))
            @for shown in drafts { (article(shown, annotated)) }
        }
        (foot(frame))
    };
    out.write_all(page.around(&body).0.as_bytes())
}

/// A draft on the page.
#[derive(Debug, Clone, Copy)]
struct Shown<'a> {
    draft: &'a AnnotatedDraft,
    /// Which of the page's drafts it is, from 1.
    number: usize,
    /// It is the only one.
    alone: bool,
    /// What words the remarks on it.
    say: Wording<'a>,
}

impl Shown<'_> {
    /// Where the mark of note `at` is.
    fn mark(self, at: usize) -> String {
        format!("m{}-{}", self.number, at + 1)
    }

    /// Where note `at` itself is.
    fn note(self, at: usize) -> String {
        format!("n{}-{}", self.number, at + 1)
    }

    /// The level of its title.
    fn title_level(self) -> u8 {
        if self.alone { 1 } else { 2 }
    }
}

/// The name of a draft: its title, else its path.
fn name(draft: &AnnotatedDraft) -> Cow<'_, str> {
    plain::one_line(draft.title.as_deref().unwrap_or(&draft.path))
}

/// A heading of this level, 1 to 6.
fn heading(level: u8, content: &Markup) -> Markup {
    let level = level.clamp(1, 6);
    html! { (PreEscaped(format!("<h{level}>"))) (content) (PreEscaped(format!("</h{level}>"))) }
}

/// A draft: its title as written there, if it begins with it, what was found, and the rest.
fn article(shown: Shown<'_>, annotated: &Annotated) -> Markup {
    let draft = shown.draft;
    let (before, rest) = draft.blocks.split_at(draft.title_block.map_or(0, |at| at + 1));
    let mut body = body::Body::new(shown);
    html! {
        article #{"d" (shown.number)} lang=(shown.say.language.code) {
            div .text-column {
                @if before.is_empty() { (heading(shown.title_level(), &html! { (name(draft)) })) }
                (body.blocks(before))
                (head::of_draft(shown, annotated))
                (body.blocks(rest))
            }
        }
    }
}

fn foot(words: Wording<'_>) -> Markup {
    let version = env!("CARGO_PKG_VERSION");
    html! {
        footer .faint {
            p { (words.phrase("annotated-foot", &[("version", Detail::Text(version))])) }
            p .keys { (coded(&words.phrase("annotated-keys", &[]))) }
        }
    }
}

#[cfg(test)]
mod tests;
