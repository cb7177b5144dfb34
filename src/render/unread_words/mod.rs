//! Words of sentences that were not read, with the line that would have them read: for people and as JSON. Layout only.

mod entry;
mod json;
mod text;

pub use json::{SCHEMA, json};
pub use text::text;
