//! The repair of a claim base: for people at a terminal, as a page, and as JSON. Layout only; what is said is in `words`.

mod html;
mod json;
mod text;
mod words;

pub use html::{RepairPage, html};
pub use json::{SCHEMA, json};
pub use text::text;
