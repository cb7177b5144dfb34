//! Drafts: from the text of a file to blocks of readable text, and from blocks to sentences.
//!
//! Every character of a block can be followed back to its bytes in the file. Knows nothing yet of entities or claims, and
//! never reads the disk: whoever calls it hands the text in.

pub mod block;
pub mod map;
pub mod markup;
pub mod sentence;
mod fold;
mod gaps;
mod urls;
mod writer;

pub use block::{Block, BlockKind, Link, NoteRef};
pub use map::Map;
pub use markup::{Flaw, Format, Meta, Stated, blocks, meta};
pub use sentence::{Abbreviations, sentences};
