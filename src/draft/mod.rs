//! Reads drafts: markup to blocks of text, sentences, mentions of known entities, and the assertions that they make.
//!
//! Every character of a block can be followed back to its bytes in the file. Says what a sentence asserts, never whether
//! that is so: verdicts are given in `check::verdict`. Never reads the disk: whoever calls it hands the text in.

mod allow;
mod assertion;
mod block;
mod clause;
mod cue;
mod fallback;
mod fold;
mod gaps;
mod glue;
mod hash;
mod map;
mod markup;
mod mention;
mod modality;
mod pattern;
mod phrase;
mod polarity;
mod reader;
mod records;
mod role;
mod sentence;
mod sentence_view;
mod shown;
mod sum;
mod tense;
mod token;
mod tongue;
mod urls;
mod when;
mod words;
mod writer;

pub use block::{Block, BlockKind, Link, NoteRef};
pub use map::Map;
pub use markup::{Flaw, Format, Meta, Stated, Withheld, blocks, meta, withheld};
pub use mention::{Mention, MentionIndex};
pub use reader::{DraftReader, Scratch};
pub use sentence::{Abbreviations, sentences};
pub use shown::{AsWritten, as_written};
pub use sum::{Sum, SumLexicon, sums};
pub use token::{Token, TokenKind, tokenize};
pub use when::{DateLexicon, When, WhenReading, whens};
