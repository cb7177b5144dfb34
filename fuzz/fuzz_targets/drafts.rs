//! Drafts, as Markdown, HTML and plain text: every character has its place, and what is found is in the file.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| erstwhile_fuzz::lint(text));
