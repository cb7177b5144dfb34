//! The harness of the readings: tables as they are written, drafts as they are read, and the difference.

pub mod compare;
pub mod draft;
pub mod table;
