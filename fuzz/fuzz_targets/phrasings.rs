//! Phrasings: read, or refused with the bytes that are meant.

#![no_main]

use erstwhile::load::parse_phrasing;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(error) = parse_phrasing(text) {
        assert!(!error.message.is_empty() && text.get(error.range.clone()).is_some(), "{error:?}");
    }
});
