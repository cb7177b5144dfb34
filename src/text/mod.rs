//! Text on disk as the rest of the crate sees it: files and their paths, byte spans, line positions.
//!
//! Knows nothing of RON, claims or drafts, and never touches the disk: `workspace` hands the bytes in.

mod change;
mod file;
mod find;
mod lines;
mod patterns;
mod plain;
mod root;
mod span;

pub use change::{Change, change_in_place, changed, in_order, undoing};
pub use file::{File, Files};
pub use find::{find_byte, find_pair};
pub use lines::{LineIndex, Position};
pub use patterns::Patterns;
pub use plain::{is_plain, plain_length};
pub use root::{Root, tidy};
pub use span::{FileId, Place, Span};
