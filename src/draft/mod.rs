//! Reads drafts, floor by floor; each floor uses only those before it.
//!
//! 1. `markup`: a file to blocks of text, every character of which can be followed back to its bytes in the file.
//! 2. `segmentation`: blocks to sentences and tokens.
//! 3. `mentions`: the entities, amounts and time expressions that a sentence names.
//! 4. `reading`: what a sentence asserts of them.
//!
//! `allow`, the comments that accept findings, uses `markup` alone and is used by `reading`.
//!
//! Never says whether an assertion is true (verdicts are given in `check::verdict`), and never reads the disk: whoever calls
//! it hands the text in.

mod allow;
mod markup;
mod mentions;
mod reading;
mod segmentation;

pub use markup::{
    AsWritten, Block, BlockKind, CodeBlock, Emphasis, Format, Metadata, NoteRef, SourceMap, StatedText,
    Styles, TextLink, as_written, blocks, code_blocks, meta, styles,
};
pub use mentions::{
    AmountExpression, DateLexicon, EntityMention, MentionIndex, Origin, TimeExpression, TimeReading,
    amount_expressions, time_expressions,
};
pub use reading::{
    DraftDays, DraftReader, Lexicalisation, NamedThing, SaidBy, Scratch, SharedLanguages, Trial, TrialNames,
    UnreadEnds, WordOrigin, lemmas, noun_forms, trials, verb_forms,
};
pub use segmentation::{Abbreviations, Token, TokenKind, sentences, tokenize};
