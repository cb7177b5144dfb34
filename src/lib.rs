//! `erstwhile` checks whether what is written is still so.

pub mod text;
pub mod time;
pub mod model;
pub mod load;
pub mod graph;
pub mod check;
