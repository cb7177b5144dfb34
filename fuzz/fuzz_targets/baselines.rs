//! Baselines: read or refused; places lie in the file, and what is written is read again as the same findings.

#![no_main]

use erstwhile::engine::Baseline;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = Baseline::parse_to_overwrite(text);
    let Ok(baseline) = Baseline::parse(text) else { return };
    assert!(baseline.entries.iter().all(|entry| text.get(entry.span.range()).is_some()));
    let written = baseline.text();
    let again = Baseline::parse(&written).expect("what is written is a baseline");
    let sorted = |baseline: &Baseline| {
        let mut all = baseline.findings().into_iter().map(|one| format!("{one:?}")).collect::<Vec<_>>();
        all.sort();
        all
    };
    assert_eq!(sorted(&again), sorted(&baseline));
    assert_eq!(again.text(), written);
});
