//! What is kept of a draft while it is linted, because it is known only then.

use super::record::record;
use crate::check::{AboutDraft, Judge};
use crate::engine::accept::Acceptances;
use crate::model::{
    Assertion, ClaimId, Coverage, ReadSentence, Reading, Record, RecordReason, Remark, Verdict,
};
use crate::time::Day;

/// Other claims that say the same, of which ids are shown.
const ALSO: usize = 4;

/// A draft as it was read and judged.
#[derive(Debug, Clone)]
pub struct JudgedDraft {
    pub(super) reading: Reading,
    pub(super) coverage: Coverage,
    /// What is said about each assertion of each sentence, by their places in the reading. What the report says of it
    /// comes later.
    pub(super) remarks: Vec<Vec<Remark>>,
}

impl JudgedDraft {
    /// What is to be kept of a draft, with what it accepts on `day`.
    #[must_use]
    pub(in crate::engine) fn new(judge: &Judge<'_>, reading: &Reading, day: Day) -> Self {
        let coverage = reading.coverage();
        let acceptances = Acceptances::new(reading, day);
        let of = |sentence: &ReadSentence| {
            let about = AboutDraft { reading, sentence };
            sentence.assertions.iter().map(|one| of_assertion(judge, about, one, &acceptances)).collect()
        };
        Self { coverage, remarks: reading.sentences.iter().map(of).collect(), reading: reading.clone() }
    }
}

/// What is said about an assertion.
fn of_assertion(
    judge: &Judge<'_>,
    about: AboutDraft<'_>,
    assertion: &Assertion,
    acceptances: &Acceptances<'_>,
) -> Remark {
    let records = records(judge, assertion);
    let finding = judge.finding(about, assertion);
    let accepted = finding.as_ref().and_then(|finding| acceptances.of(finding));
    let is_shown = |claim: &&ClaimId| records.iter().any(|record| record.claim == **claim);
    let also = match assertion.verdict {
        // What excludes a sentence is reported, not what it might have said instead.
        Verdict::Contradicted => Vec::new(),
        _ => assertion.claims.iter().filter(|claim| !is_shown(claim)).take(ALSO).copied().collect(),
    };
    let accepted = accepted.map(|allow| allow.reason.clone());
    let fact = finding.map_or_else(|| judge.fact(about, assertion).into(), |finding| finding.fact);
    Remark {
        verdict: Some(assertion.verdict),
        fact: Some(fact),
        accepted,
        assertion: Some(assertion.clone()),
        records,
        also,
        ..Remark::default()
    }
}

/// The claim that decided and what became of it.
fn records(judge: &Judge<'_>, assertion: &Assertion) -> Vec<Record> {
    let view = judge.view();
    let Some(decided) = assertion.decided_by else {
        return match (assertion.verdict, assertion.claims.first()) {
            (Verdict::Unclear, Some(first)) => vec![record(view, *first, RecordReason::Same)],
            _ => Vec::new(),
        };
    };
    let has_ended = view.period(decided).ul() < view.as_of.day;
    let (part, others) = match assertion.verdict {
        Verdict::Disputed => (RecordReason::Against, judge.others(assertion)),
        Verdict::Outdated => (RecordReason::After, judge.later(decided)),
        Verdict::Supported if has_ended && !view.is_event(decided) => {
            (RecordReason::After, judge.later(decided))
        }
        _ => (RecordReason::After, Vec::new()),
    };
    let mut records = vec![record(view, decided, RecordReason::Decided)];
    records.extend(others.into_iter().map(|other| record(view, other, part)));
    records
}
