//! RON files: taken apart by our own scanner, so that every record and field has a place and one bad record spoils
//! nothing else; each record read by `ron`.

mod mend;
mod scan;
mod str;
pub mod wire;

pub use mend::{Flaw, Shape, read};
pub use scan::{Broken, FieldSpan, Scanner};
