//! Phrasings of records: each is read, and what is wrong with one is reported with its exact bytes.

use super::RecordReader;
use crate::load::phrasing::parse_phrasing;
use crate::load::ron::wire::ByLanguage;
use crate::model::{Code, FileFact, Finding, Phrasing, Site};
use crate::text::{Place, Span};

impl RecordReader<'_> {
    /// All phrasings of a relation, with their languages.
    pub(super) fn phrasings(
        &mut self,
        owner: &str,
        written: ByLanguage,
        place: Place,
    ) -> Vec<(String, Phrasing)> {
        let all = written
            .into_iter()
            .flat_map(|(code, texts)| texts.into_iter().map(move |text| (code.clone(), text)));
        all.filter_map(|(code, text)| Some((code, self.phrasing(owner, &text, "phrasings", place)?)))
            .collect()
    }

    /// Reads one phrasing; what is wrong with it becomes a finding.
    pub(super) fn phrasing(
        &mut self,
        owner: &str,
        text: &str,
        field: &'static str,
        place: Place,
    ) -> Option<Phrasing> {
        match parse_phrasing(text) {
            Ok(phrasing) => Some(phrasing),
            Err(error) => {
                let site = match self.written_at(&format!("\"{text}\""), place) {
                    Some(Place { file, span }) => {
                        let start = span.start as usize + 1;
                        let span = Span::new(start + error.range.start, start + error.range.end);
                        Site::exact(Place { file, span })
                    }
                    None => Site::field(place, field),
                };
                let fact = FileFact::PhrasingInvalid {
                    owner: owner.to_owned(),
                    phrasing: text.to_owned(),
                    reason: error.message,
                };
                let finding = Finding::new(Code::MalformedPhrasing, fact, site).about(owner).key(text);
                self.findings.push(finding);
                None
            }
        }
    }
}
