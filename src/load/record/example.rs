//! Examples of relations and claims, and where a text of a record stands.

use super::RecordReader;
use crate::load::examples::ExamplesWire;
use crate::model::{Example, Site};
use crate::text::{Place, Span};

impl RecordReader<'_> {
    /// The examples of the record at `place`.
    pub(super) fn examples(&self, written: ExamplesWire, place: Place) -> Vec<Example> {
        let all =
            written.into_iter().flat_map(|(code, some)| some.into_iter().map(move |one| (code.clone(), one)));
        all.map(|(language, one)| {
            let (reads, text) = one.into_parts();
            let alike = format!("{}(\"{text}\"", reads.as_str());
            let found =
                self.written_at(&alike, place).or_else(|| self.written_at(&format!("\"{text}\""), place));
            let site = found.map_or_else(|| Site::field(place, "reads"), Site::exact);
            Example { language, text, reads, site }
        })
        .collect()
    }

    /// Where the record at `place` has this first. A text with escapes is written differently in the file, and is not found.
    pub(super) fn written_at(&self, written: &str, place: Place) -> Option<Place> {
        let record = self.text.get(place.span.range()).unwrap_or_default();
        let start = place.span.start as usize + record.find(written)?;
        Some(Place { file: place.file, span: Span::new(start, start + written.len()) })
    }
}
