//! Asks memory for text that will be read soon. Changes nothing but the time.

use std::ops::Range;

use prefetch_index::prefetch_index;

/// Bytes that memory gives at a time, on nearly all machines.
const LINE: usize = 64;

/// Asks for the bytes of `text` in `range`, as far as they are there.
#[inline]
pub fn prefetch(text: &[u8], range: Range<usize>) {
    for start in (range.start..range.end.min(text.len())).step_by(LINE) {
        prefetch_index(text, start);
    }
}
