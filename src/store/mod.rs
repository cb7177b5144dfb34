//! How very many small things are stored for fast reading: packed strings, interned names, registers by row.
//!
//! All of it is about memory: a base of a million claims names things millions of times. What the things mean is `model`'s
//! business, and nothing here knows a claim.

mod index;
mod mentions;
mod names;
mod prefetch;
mod register;
mod strings;

pub use index::StringIndex;
pub use mentions::Mentions;
pub use names::Names;
pub use prefetch::{prefetch, prefetch_text};
pub use register::{Register, RowId};
pub use strings::Strings;
