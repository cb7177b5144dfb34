//! Findings as text, on all cores: while one batch is written out, the next is put into words. A report of any length
//! needs no more memory than two batches.

use std::io::{self, Write};

use rayon::prelude::*;
use serde::Serialize;

/// Findings that are written out at a time, and so half of those that are held as text.
const BATCH: usize = 4096;

/// Findings that one core turns into text at a time.
const STRETCH: usize = 128;

/// Writes what `text` makes of each stretch of findings (or of the numbers of some), given the number of its first one,
/// in their order.
pub(super) fn write_all<'a, T: Sync>(
    findings: &'a [T],
    out: &mut dyn Write,
    text: impl Fn(usize, &'a [T]) -> io::Result<Vec<u8>> + Sync,
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

/// Writes what `value` makes of each finding (or of the number of each) as the elements of a JSON array, one a line, and
/// after them `last`, if there is more to say.
pub(super) fn write_elements<'a, T: Sync, V: Serialize>(
    findings: &'a [T],
    last: Option<V>,
    out: &mut dyn Write,
    value: impl Fn(&'a T) -> V + Sync,
) -> io::Result<()> {
    write_all(findings, out, |first, some| {
        let mut text = Vec::new();
        for (at, finding) in (first..).zip(some) {
            text.extend_from_slice(if at > 0 { b",\n" } else { b"\n" });
            serde_json::to_writer(&mut text, &value(finding))?;
        }
        Ok(text)
    })?;
    if let Some(last) = last {
        out.write_all(if findings.is_empty() { b"\n" } else { b",\n" })?;
        serde_json::to_writer(out, &last)?;
    }
    Ok(())
}
