//! Tables, as CSV, TSV and JSON Lines: read or refused, with places.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for path in ["claims/a.csv", "claims/a.tsv", "claims/a.jsonl"] {
        erstwhile_fuzz::check(path, text);
    }
});
