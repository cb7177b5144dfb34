//! Findings as text, on all cores: while one batch is written out, the next is put into words. A report of any length
//! needs no more memory than two batches.

use std::io::{self, Write};

use rayon::prelude::*;

/// Findings that are written out at a time, and so half of those that are held as text.
const BATCH: usize = 4096;

/// Findings that one core turns into text at a stretch.
const STRETCH: usize = 128;

/// Writes what `text` makes of each stretch of findings (or of the numbers of some), given the number of its first one,
/// in their order.
pub(super) fn write_all<T: Sync>(
    findings: &[T],
    out: &mut dyn Write,
    text: impl Fn(usize, &[T]) -> io::Result<Vec<u8>> + Sync,
) -> io::Result<()> {
    let batch = |at: usize| -> Vec<io::Result<Vec<u8>>> {
        let start = (at * BATCH).min(findings.len());
        let batch = &findings[start..(start + BATCH).min(findings.len())];
        let stretches = batch.par_chunks(STRETCH).enumerate();
        stretches.map(|(stretch, findings)| text(start + stretch * STRETCH, findings)).collect()
    };
    let mut ready = batch(0);
    for at in 1..=findings.len().div_ceil(BATCH) {
        let mut next = Vec::new();
        let written = rayon::in_place_scope(|scope| {
            scope.spawn(|_| next = batch(at));
            ready.into_iter().try_for_each(|text| out.write_all(&text?))
        });
        written?;
        ready = next;
    }
    Ok(())
}
