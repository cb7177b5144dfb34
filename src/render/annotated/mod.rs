//! The annotated draft: a page with the article as it reads, each judged sentence marked, and beside it what is said of it,
//! the record and the sources. For an author or editor; made of plain HTML that is whole without its script.

mod body;
mod head;
mod note;
mod words;

use std::io::{self, BufWriter, Write};

use maud::PreEscaped;

use super::web::{Page, escaped};
use crate::model::{Annotated, AnnotatedDraft};

/// The look that only this page has.
const STYLE: &str = include_str!("annotated.css");

/// Puts notes beside their sentences and takes keys; nothing is lost without it.
const SCRIPT: &str = include_str!("annotated.js");

/// Writes the page. Writing is buffered here, so `out` need not be.
///
/// # Errors
///
/// Only what `out` reports.
pub fn render(annotated: &Annotated, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let title = match annotated.drafts.as_slice() {
        [one] => format!("{}: annotated", name(one)),
        drafts => format!("{} annotated drafts", drafts.len()),
    };
    let page = Page { title: &title, language: "en", skip: "Skip to the text", style: STYLE, script: SCRIPT };
    let mut body = Vec::new();
    write_body(annotated, &mut body)?;
    let body = PreEscaped(String::from_utf8_lossy(&body).into_owned());
    out.write_all(page.around(&body).0.as_bytes())?;
    out.flush()
}

fn write_body(annotated: &Annotated, out: &mut dyn Write) -> io::Result<()> {
    head::write(annotated, out)?;
    writeln!(out, "<main id=\"main\" tabindex=\"-1\">")?;
    let alone = annotated.drafts.len() == 1;
    for (at, draft) in annotated.drafts.iter().enumerate() {
        article(Shown { draft, number: at + 1, alone }, annotated, out)?;
    }
    writeln!(out, "</main>")?;
    foot(out)
}

/// A draft on the page.
#[derive(Debug, Clone, Copy)]
struct Shown<'a> {
    draft: &'a AnnotatedDraft,
    /// Which of the page's drafts it is, from 1.
    number: usize,
    /// It is the only one.
    alone: bool,
}

impl Shown<'_> {
    /// Where the mark of note `at` stands.
    fn mark(self, at: usize) -> String {
        format!("m{}-{}", self.number, at + 1)
    }

    /// Where note `at` itself stands.
    fn note(self, at: usize) -> String {
        format!("n{}-{}", self.number, at + 1)
    }
}

/// What a draft is called: its title, else its path.
fn name(draft: &AnnotatedDraft) -> &str {
    draft.title.as_deref().unwrap_or(&draft.path)
}

fn article(shown: Shown<'_>, annotated: &Annotated, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<article id=\"d{}\">", shown.number)?;
    head::draft(shown, annotated, out)?;
    body::write(shown, out)?;
    writeln!(out, "</article>")
}

fn foot(out: &mut dyn Write) -> io::Result<()> {
    let version = escaped(env!("CARGO_PKG_VERSION"));
    writeln!(
        out,
        "<footer class=\"faint\"><p>Made by erstwhile {version} from the draft and a record of dated claims. It knows only \
         what is on record: a sentence without a mark was not judged. <span class=\"keys\">Keys: <kbd>n</kbd> or \
         <kbd>j</kbd> to the next mark, <kbd>p</kbd> or <kbd>k</kbd> to the one before, <kbd>Enter</kbd> to its note \
         and back.</span></p></footer>"
    )
}

#[cfg(test)]
mod tests;
