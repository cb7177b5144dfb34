//! What is written for others: formats for programs, the report and the annotated draft, and both pages in a browser.

#[path = "../common/mod.rs"]
mod common;

mod amounts;
mod annotated;
mod browser;
mod formats;
mod report;
