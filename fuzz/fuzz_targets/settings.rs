//! The configuration: read or refused, with places.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| erstwhile_fuzz::check("erstwhile.ron", text));
