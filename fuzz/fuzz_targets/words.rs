//! Words of relations and a draft that is read with them: constructions are made of any words, and tried.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| erstwhile_fuzz::words(text));
