//! The words, numbers and signs of a text, and phrases among them: what drafts and values are read from.
//!
//! Knows no language and no meaning.

mod hash;
mod hash_filter;
mod phrases;
mod token;

pub use hash::{WordHasher, ascii_hash, word_hash, word_hashes};
pub use hash_filter::HashFilter;
pub use phrases::{Phrases, WordSet};
pub use token::{Token, TokenKind, bytes, tokenize};
