//! Drafts, as Markdown, HTML or plain text: every character has its place, and what is found is in the file.

#![no_main]

use erstwhile::draft::Format;
use libfuzzer_sys::fuzz_target;

const FORMATS: [Format; 3] = [Format::Markdown, Format::Html, Format::Plain];

// One format an input, by its length, which the fuzzer changes all the time.
fuzz_target!(|text: &str| erstwhile_fuzz::lint(text, FORMATS[text.len() % FORMATS.len()]));
