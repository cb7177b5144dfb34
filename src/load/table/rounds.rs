//! Reads the stretches of a table on all cores, some of them a round. While a round is read, the names of the round before
//! get their ids, one after the other in the order of the text: so ids are the same on any number of cores.

use std::ops::Range;

use rayon::prelude::*;

use super::reader::Reader;
use super::stretch::Whole;
use crate::load::Part;
use crate::text::FileId;

/// So many bytes are a stretch: what is read from it stays in the nearest cache but one.
pub const STRETCH: usize = 1 << 16;

/// So many stretches a core and round: enough to share out evenly.
const STRETCHES_PER_CORE: usize = 8;

/// Reads stretches of `file` that follow each other, by `read` each; they hold about `rows` rows.
pub fn read(
    file: FileId,
    rows: usize,
    stretches: &[Range<usize>],
    read: impl Fn(&mut Reader, Range<usize>) + Sync,
) -> Part {
    let together = rayon::current_num_threads() * STRETCHES_PER_CORE;
    let mut whole = Whole::default();
    whole.part.base.claims.reserve(rows);
    let (mut done, mut next): (Vec<Reader>, Vec<Reader>) = Default::default();
    for round in stretches.chunks(together) {
        next.resize_with(round.len(), || Reader::new(file));
        rayon::join(
            || whole.take(done.iter_mut().map(Reader::stretch)),
            || {
                let each = next.par_iter_mut().zip(round).with_max_len(1);
                each.for_each(|(reader, range)| read(reader, range.clone()));
            },
        );
        std::mem::swap(&mut done, &mut next);
    }
    whole.take(done.iter_mut().map(Reader::stretch));
    whole.part
}
