//! Cuts the text of blocks into sentences and tokens. Knows no language but by its abbreviations, and no meaning.

mod hash;
mod sentence;
mod token;
pub mod token_boundary;
mod words;

pub use sentence::{Abbreviations, sentences};
pub use token::{Token, TokenKind, tokenize};

pub(super) use hash::{ascii_hash, word_hash};
pub(super) use sentence::each_sentence;
pub(super) use token::bytes;
pub(super) use words::word_runs;
