//! What the notes of a draft cite, and which sentences refer to them.

use std::ops::Range;

use super::SentenceReader;
use crate::draft::markup::{Block, NoteRef};
use crate::model::SourceId;

/// How many bytes of a note are kept: whatever shows a reading repeats them at each reference to it.
const LONGEST_NOTE: usize = 1000;

impl SentenceReader<'_, '_> {
    /// Records what a note cites.
    pub fn note(&mut self, label: &str, sources: &[SourceId], text: &str) {
        let known = self.notes.entry(label.to_owned()).or_default();
        known.0.extend_from_slice(sources);
        let room = LONGEST_NOTE.saturating_sub(known.1.len());
        known.1.push_str(&text[..text.floor_char_boundary(room)]);
    }
}

/// The notes that the sentence at `cut` refers to: a mark after the full stop belongs to the sentence before it.
pub(super) fn within(block: &Block, cut: &Range<usize>) -> Vec<NoteRef> {
    let inside = |note: &&NoteRef| cut.start < note.at && note.at <= cut.end && !note.is_remark;
    block.notes.iter().filter(inside).cloned().collect()
}
