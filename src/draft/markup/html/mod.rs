//! HTML: the tokens of a page, one after another, to blocks, and its head to what it says of itself.
//!
//! Builds no tree: tags that are missing, crossed or never closed change which block text belongs to, and nothing else.

mod element;
mod head;
mod notes;
mod page;
mod stack;
mod tokens;

pub use head::head;
pub use page::Page;
pub use tokens::{Sink, Tag, run};

use crate::draft::block::Block;
use crate::draft::writer::{Standing, Writer};

/// Reads the page that begins at byte `body` of `text`.
pub fn read(text: &str, body: usize, visit: &mut dyn FnMut(&Block)) {
    let mut writer = Writer::new(visit);
    Page::default().block(text.get(body..).unwrap_or_default(), body, Standing::default(), &mut writer);
}

#[cfg(test)]
mod tests;
