//! HTML: the tokens of a page, one after another, to blocks, and its head to what it says of itself.
//!
//! Builds no tree: tags that are missing, crossed or never closed change which block text belongs to, and nothing else.

mod element;
mod head;
mod notes;
mod page;
mod small_tags;
mod stack;
mod tokens;

pub use head::head;
pub use page::PageReader;
pub use tokens::{HtmlSink, Tag, run};

use super::block::Block;
use super::block::{BlockBuilder, BlockProperties};
use super::dialect;

/// Reads the page that begins at byte `body` of `text`.
pub fn read(text: &str, body: usize, visit: &mut dyn FnMut(&Block)) {
    let mut builder = BlockBuilder::new(visit);
    PageReader::default().block(
        &dialect::page(text.get(body..).unwrap_or_default()),
        body,
        BlockProperties::default(),
        &mut builder,
    );
}

#[cfg(test)]
mod tests;
