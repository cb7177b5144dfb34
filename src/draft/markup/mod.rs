//! The markup of drafts: which format a file has, what it says of itself, and its blocks.
//!
//! One file a format. What is read and what is not (code, what is struck out, navigation) is decided there; how text is
//! folded and mapped is the builder's business.

mod block;
mod dated_path;
mod dialect;
mod front_matter;
mod html;
mod markdown;
mod meta;
mod plain;
mod code_blocks;
mod shown;
mod styles;

use block::{BlockBuilder, BlockProperties};

pub use block::{Block, BlockKind, CELL, ComposedPiece, NoteRef, SourceMap, TextLink};
pub use code_blocks::{CodeBlock, closing, code_blocks};
pub use dated_path::dated_path;
pub use dialect::prepared as prepared_markdown;
pub use front_matter::{body, read as front_matter};
pub use markdown::OPTIONS;
pub use meta::{Metadata, StatedText};
pub use shown::{AsWritten, as_written};
pub use styles::{Emphasis, Styles, styles};

/// How a draft is marked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Markdown (CommonMark, with tables, notes, front matter, and the tags of MDX).
    Markdown,
    /// HTML.
    Html,
    /// Plain text.
    Plain,
}

impl Format {
    /// By the extension of a file's name; none for files that are not drafts.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        let name = path.rsplit(['/', '\\']).next()?;
        let extension = name.rsplit_once('.')?.1.to_ascii_lowercase();
        match extension.as_str() {
            "md" | "markdown" | "mdx" | "qmd" | "rmd" | "mkd" | "mdown" | "mdwn" | "mdtext" | "mkdn"
            | "mkdown" | "livemd" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" | "xht" | "shtml" => Some(Self::Html),
            "txt" | "text" => Some(Self::Plain),
            _ => None,
        }
    }
}

/// What a draft says of itself.
#[must_use]
pub fn meta(text: &str, format: Format) -> Metadata {
    let front = front_matter(text);
    let mut meta = Metadata::of(&front.entries, front.flaws);
    if format == Format::Html {
        html::head(text, front.body, &mut meta);
    }
    meta
}

/// Reads a draft block by block: `visit` sees each once, in the order of the file. The block is used again for the next
/// one, so that a large draft costs no memory per block.
pub fn blocks(text: &str, format: Format, visit: &mut dyn FnMut(&Block)) {
    blocks_below(&meta(text, format), text, format, visit);
}

/// The same of a draft whose head has been read.
pub fn blocks_below(head: &Metadata, text: &str, format: Format, visit: &mut dyn FnMut(&Block)) {
    let mut waiting = head.statements.iter().peekable();
    body_blocks(text, format, &mut |block| {
        let start = block.map.span(0..1).start;
        while let Some((kind, stated)) = waiting.next_if(|(_, stated)| stated.span.start < start) {
            head_block(kind, stated, text, visit);
        }
        visit(block);
    });
    for (kind, stated) in waiting {
        head_block(kind, stated, text, visit);
    }
}

/// Shows a title or description as a block.
fn head_block(kind: &BlockKind, stated: &StatedText, text: &str, visit: &mut dyn FnMut(&Block)) {
    let mut builder = BlockBuilder::new(visit);
    let range = stated.span.range();
    match text.get(range.clone()).filter(|written| *written == stated.text) {
        Some(written) => builder.verbatim(written, range.start),
        None => builder.decoded(&stated.text, range),
    }
    builder.finish(|| BlockProperties { kind: kind.clone(), ..BlockProperties::default() });
}

fn body_blocks(text: &str, format: Format, visit: &mut dyn FnMut(&Block)) {
    let body = body(text);
    match format {
        Format::Markdown => markdown::read(text, body, visit),
        Format::Html => html::read(text, body, visit),
        Format::Plain => plain::read(text, body, visit),
    }
}

#[cfg(test)]
mod tests;
