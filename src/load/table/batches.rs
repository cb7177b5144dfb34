//! Reads the chunks of a table on all cores, in batches. While a batch is read, the names of the batch before get their
//! ids, one after the other in the order of the text: so ids are the same on any number of cores.

use std::ops::Range;

use rayon::prelude::*;

use super::chunk::MergedTable;
use super::reader::ChunkReader;
use crate::amounts::AmountLexicon;
use crate::load::LoadedPart;
use crate::text::FileId;

/// Bytes in a chunk: what is read from it stays in the second-level cache.
pub const CHUNK: usize = 1 << 16;

/// Chunks in a batch for each core: enough to share out evenly.
const CHUNKS_PER_CORE: usize = 8;

/// Reads consecutive chunks of `file`, each by `read`; they hold about `rows` rows.
pub fn read(
    file: FileId,
    words: &AmountLexicon,
    rows: usize,
    chunks: &[Range<usize>],
    read: impl Fn(&mut ChunkReader<'_>, Range<usize>) + Sync,
) -> LoadedPart {
    let together = rayon::current_num_threads() * CHUNKS_PER_CORE;
    let mut whole = MergedTable::default();
    whole.part.base.claims.reserve(rows);
    let (mut done, mut next): (Vec<ChunkReader<'_>>, Vec<ChunkReader<'_>>) = Default::default();
    for batch in chunks.chunks(together) {
        next.resize_with(batch.len(), || ChunkReader::new(file, words));
        rayon::join(
            || whole.take(done.iter_mut().map(ChunkReader::chunk)),
            || {
                let each = next.par_iter_mut().zip(batch).with_max_len(1);
                each.for_each(|(reader, range)| read(reader, range.clone()));
            },
        );
        std::mem::swap(&mut done, &mut next);
    }
    whole.take(done.iter_mut().map(ChunkReader::chunk));
    whole.part
}
