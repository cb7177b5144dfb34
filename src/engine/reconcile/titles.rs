//! Titles in lists of references: what a report cites says it, and not the report.
//!
//! *Law.* A sentence is the title of a work that is cited if, on its line, a year in brackets comes before it and an address behind it:
//! "Harbour Times. (2024). Weaver leaves the town hall. https://…".

use super::voices::Judged;
use crate::model::{Confidence, Modality, Reading};
use crate::text::Files;

/// Takes what titles say for what others say, of which the report is not sure, and asks nobody to change them.
pub fn leave_to_others(files: &Files, reading: &mut Reading, judged: &mut [Vec<Judged>]) {
    let text = files.get(reading.file).text();
    for (sentence, judged) in reading.sentences.iter_mut().zip(judged) {
        if !is_title(text, sentence.span.start as usize, sentence.span.end as usize) {
            continue;
        }
        for one in &mut sentence.assertions {
            one.confidence = Confidence::Low;
            if one.modality == Modality::Stated {
                one.modality = Modality::Reported;
            }
        }
        judged.iter_mut().for_each(|judged| judged.finding = None);
    }
}

/// Whether what stands from `start` to `end` is the title of a work that is cited.
fn is_title(text: &str, start: usize, end: usize) -> bool {
    let (Some(before), Some(behind)) = (text.get(..start), text.get(end..)) else { return false };
    let before = before.rsplit('\n').next().unwrap_or_default();
    let behind = behind.split('\n').next().unwrap_or_default();
    let has_year = before.split('(').skip(1).any(|inner| {
        let year = inner.split([')', ',']).next().unwrap_or_default();
        year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())
    });
    has_year && behind.contains("://")
}
