//! What the notes of a draft cite, for the sentences that refer to them.

use super::SentenceReader;
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
