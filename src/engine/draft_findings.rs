//! All that is wrong with a draft, as its judge finds it: its head, its comments, its sentences. What of that is wanted is
//! settled in `drafts`.

use std::sync::Arc;

use crate::check::{AboutDraft, Judge, draft_findings};
use crate::model::{AsOfPolicy, Code, DraftFact, Finding, Reading, Site, Why};
use crate::text::Place;
use crate::time::Day;

/// All that is wrong with a draft.
pub fn of_draft(judge: &Judge<'_>, reading: &Reading, present: AsOfPolicy, text: &str) -> Vec<Finding> {
    let view = judge.view();
    let mut found: Vec<Finding> = Vec::new();
    for why in &reading.head_flaws {
        let reason = Arc::new(why.fact.clone().into());
        found.push(flaw(Code::MalformedHead, DraftFact::MalformedHead { reason }, reading, why, text));
    }
    for why in &reading.allow_flaws {
        let reason = Arc::new(why.fact.clone().into());
        found.push(flaw(Code::MalformedAllow, DraftFact::MalformedAllow { reason }, reading, why, text));
    }
    if present == AsOfPolicy::Published && reading.date.is_none() && !reading.sentences.is_empty() {
        found.push(undated(reading, view.as_of.day));
    }
    for sentence in &reading.sentences {
        found.extend(judge.findings(AboutDraft { reading, sentence }));
    }
    found.extend(draft_findings(view, reading));
    found
}

/// What is wrong with some words of a draft, by which it is known again: the same mistake elsewhere is another one.
fn flaw(code: Code, fact: DraftFact, reading: &Reading, why: &Why, text: &str) -> Finding {
    let site = Site::exact(Place { file: reading.file, span: why.span });
    let words = text.get(why.span.range()).unwrap_or_default();
    Finding::new(code, fact, site).key(format!("{} {words}", why.fact.key()))
}

fn undated(reading: &Reading, day: Day) -> Finding {
    let site = Site::exact(Place::new(reading.file, 0, 0));
    let first = reading.sentences.first().map_or("", |sentence| &sentence.text);
    Finding::new(Code::UndatedDraft, DraftFact::UndatedDraft { day }, site).key(first)
}
