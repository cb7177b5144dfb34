//! The README and the pages of `docs/`.

mod common;
#[path = "cli/docs.rs"]
mod docs;
