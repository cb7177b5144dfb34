//! What is said of a sentence: of each assertion its verdict with the finding of the settled report, and of each other
//! finding what it says.

use super::record::record;
use crate::check::{AboutDraft, Judge, verdict_code};
use crate::engine::accept::Acceptances;
use crate::model::{
    Assertion, Base, ClaimId, Elsewhere, Finding, HowRead, Part, Polarity, ReadingFact, Record, Remark,
    Severity, Verdict,
};
use crate::text::FileId;
use crate::words::{Choice, Wording, Words};

/// Other claims that say the same, of which ids are shown.
const ALSO: usize = 4;

/// Whether `finding` is the one that the verdict on `assertion` came to.
#[must_use]
pub fn is_of(judge: &Judge<'_>, finding: &Finding, assertion: &Assertion) -> bool {
    if finding.site.place.span != assertion.span || Some(finding.code) != verdict_code(assertion.verdict) {
        return false;
    }
    let decided = assertion.decided_by.or_else(|| assertion.claims.first().copied());
    let claim = decided.map(|claim| judge.view().claims().id(claim));
    finding.claims.first().map(String::as_str) == claim
}

/// What is said of an assertion, `finding` being what the report says of it, if anything.
#[must_use]
pub fn of_assertion(
    judge: &Judge<'_>,
    about: AboutDraft<'_>,
    assertion: &Assertion,
    finding: Option<&Finding>,
    acceptances: &Acceptances<'_>,
) -> Remark {
    let base = judge.view().graph.base;
    let told = match finding {
        Some(_) => None,
        None => judge.finding(about, assertion),
    };
    let accepted = told.as_ref().and_then(|told| acceptances.of(told));
    let accepted = accepted.map(|allow| allow.reason.clone());
    let claims = &base.claims;
    let records = records(judge, assertion);
    let shown = |claim: &&ClaimId| records.iter().all(|record| record.claim != claims.id(**claim));
    let also = match assertion.verdict {
        // What excludes a sentence is told; what it might have said is not.
        Verdict::Contradicted => Vec::new(),
        _ => {
            let others = assertion.claims.iter().filter(shown).take(ALSO);
            others.map(|claim| claims.id(*claim).to_owned()).collect()
        }
    };
    let words = Words::new(base, Choice::default());
    let worded = finding.map(|finding| words.of(finding));
    Remark {
        verdict: Some(assertion.verdict),
        found: finding.map(|finding| (finding.code, finding.severity)),
        accepted,
        message: worded
            .as_ref()
            .map(|worded| worded.message.clone())
            .or(told.map(|told| words.of(&told).message)),
        help: worded.and_then(|worded| worded.help),
        read: Some(how_read(base, words.for_draft(Some(&about.reading.language)), assertion)),
        records,
        also,
        sentences: Vec::new(),
    }
}

/// What a finding says that comes from no verdict.
#[must_use]
pub fn of_finding(finding: &Finding, words: Words<'_>) -> Remark {
    let worded = words.of(finding);
    Remark {
        found: Some((finding.code, finding.severity)),
        message: Some(worded.message),
        help: worded.help,
        ..Remark::default()
    }
}

/// The same of a finding in the draft `file`, with the other sentences that it speaks of.
#[must_use]
pub fn of_finding_in(finding: &Finding, file: FileId, words: Words<'_>) -> Remark {
    let here = finding.related.iter().filter(|related| related.site.place.file == file);
    let sentences = here.map(|related| Elsewhere {
        message: words.general().message(&related.fact),
        span: related.site.place.span,
        note: None,
    });
    Remark { sentences: sentences.collect(), ..of_finding(finding, words) }
}

/// The claim that decided and what became of it.
fn records(judge: &Judge<'_>, assertion: &Assertion) -> Vec<Record> {
    let view = judge.view();
    let Some(decided) = assertion.decided_by else {
        return match (assertion.verdict, assertion.claims.first()) {
            (Verdict::Unclear, Some(first)) => vec![record(view, *first, Part::Same)],
            _ => Vec::new(),
        };
    };
    let has_ended = view.period(decided).ul() < view.as_of.day;
    let (part, others) = match assertion.verdict {
        Verdict::Disputed => (Part::Against, judge.others(assertion)),
        Verdict::Outdated => (Part::After, judge.later(decided)),
        Verdict::Supported if has_ended && !view.is_event(decided) => (Part::After, judge.later(decided)),
        _ => (Part::After, Vec::new()),
    };
    let mut records = vec![record(view, decided, Part::Decided)];
    records.extend(others.into_iter().map(|other| record(view, other, part)));
    records
}

fn how_read(base: &Base, words: Wording<'_>, one: &Assertion) -> HowRead {
    let subject = one.subject.map_or("something", |subject| base.entities.name(subject));
    let object = match (one.object, &one.value) {
        (Some(object), _) => base.entities.name(object),
        (None, Some((_, written))) => written,
        (None, None) => "",
    };
    let denies = if one.polarity == Polarity::Denies { "not so that " } else { "" };
    let said = format!("{denies}{subject} {} {object}", base.relations.label(one.relation));
    // The words that matched are marked anyway, and the time is told in words.
    let is_told =
        |fact: &ReadingFact| !matches!(fact, ReadingFact::Pattern { .. } | ReadingFact::Time { .. });
    let why = one.why.iter().filter(|why| is_told(&why.fact));
    let why = why.map(|why| words.message(&why.fact.clone().into()));
    HowRead {
        said: said.trim_end().to_owned(),
        polarity: one.polarity,
        modality: one.modality,
        time: one.time,
        confidence: one.confidence,
        why: why.collect(),
    }
}

/// The order of remarks on one sentence: the gravest first, what the report leaves out behind what it says.
#[must_use]
pub fn gravity(remark: &Remark) -> (u8, u8) {
    let verdict = match remark.verdict {
        Some(Verdict::Contradicted) => 0,
        Some(Verdict::Outdated) => 1,
        Some(Verdict::Misdated) => 2,
        Some(Verdict::Premature) => 3,
        Some(Verdict::Disputed) => 4,
        Some(Verdict::Presumed) => 5,
        Some(Verdict::Unsourced) => 6,
        Some(Verdict::Unclear) => 8,
        Some(Verdict::Unknown) => 9,
        Some(Verdict::Supported) => 10,
        None => 7,
    };
    let first = match remark.found {
        Some((_, Severity::Error)) => 0,
        Some((_, Severity::Warning)) => 1,
        Some((_, Severity::Note)) => 2,
        None => 3,
    };
    (first, verdict)
}
