//! RON files: parsed by our own scanner, so that every record and field has a place and one bad record spoils
//! nothing else; each record read by `ron`.

mod recover;
mod scan;
mod str;
pub mod wire;

pub use recover::{FieldError, Schema, options, read};
pub use scan::{Broken, FieldSpan, Scanner};
