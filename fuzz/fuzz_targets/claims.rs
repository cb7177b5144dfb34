//! Claims, sources, entities, relations and rules in RON: read or refused, with places.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| erstwhile_fuzz::check("claims/a.ron", text));
