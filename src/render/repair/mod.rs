//! The repair of a claim base: for people and as JSON. Layout only; what is said is in `words`.

mod json;
mod text;

pub use json::{SCHEMA, json};
pub use text::text;
