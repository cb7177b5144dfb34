//! `erstwhile` checks whether what is written is still so.

pub mod cli;
pub mod workspace;
pub mod engine;
pub mod check;
pub mod graph;
pub mod load;
pub mod render;
pub mod model;
pub mod time;
pub mod text;
