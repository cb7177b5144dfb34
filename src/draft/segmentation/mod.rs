//! Cuts the text of blocks into sentences and tokens. Knows no language but by its abbreviations, and no meaning.

mod sentence;
pub mod token_boundary;
mod words;

pub use crate::tokens::{Token, TokenKind, tokenize};
pub use sentence::{Abbreviations, sentences};

pub(super) use crate::tokens::{HashFilter, ascii_hash, bytes, word_hash};
pub(super) use sentence::{LONGEST, each_sentence};
pub(super) use words::word_runs;
