//! A verdict as a finding: its code, its severity, its places, and the claims that it is about. What it says is made in `decided`.

use super::Judge;
use super::decided::Decision;
use super::edit::edit;
use super::moment::Moment;
use crate::graph::chain;
use crate::model::{
    Assertion, Assumed, ClaimId, Code, Confidence, DraftFact, Finding, Modality, Polarity, ReadSentence,
    Reading, Severity, Site, Verdict,
};
use crate::text::Place;

/// What a finding needs to know of the draft besides the sentence.
#[derive(Debug, Clone, Copy)]
pub struct AboutDraft<'a> {
    /// The draft.
    pub reading: &'a Reading,
    /// The sentence.
    pub sentence: &'a ReadSentence,
}

impl Judge<'_> {
    /// The findings about a sentence. What it says twice ("all research and all APIs run on Azure") is reported once,
    /// as the surest of its readings has it.
    #[must_use]
    pub fn findings(&self, draft: AboutDraft<'_>) -> Vec<Finding> {
        let found = draft.sentence.assertions.iter().filter_map(|assertion| self.finding(draft, assertion));
        let mut kept: Vec<Finding> = Vec::new();
        for finding in found {
            let same = |other: &&mut Finding| {
                other.code == finding.code && other.fact == finding.fact && other.claims == finding.claims
            };
            match kept.iter_mut().find(same) {
                Some(other) if finding.severity > other.severity => *other = finding,
                Some(_) => {}
                None => kept.push(finding),
            }
        }
        kept
    }

    /// The finding for a verdict, if there is one.
    #[must_use]
    pub fn finding(&self, draft: AboutDraft<'_>, assertion: &Assertion) -> Option<Finding> {
        let code = code(assertion.verdict)?;
        let others = self.others(assertion);
        let decision = Decision { judge: self, draft, assertion, others: &others };
        let place = Place { file: draft.reading.file, span: assertion.span };
        let fact = decision.fact();
        let edit = edit(draft, assertion, &fact);
        let mut finding = Finding::new(code, fact, Site::exact(place)).key(key(&draft.sentence.text));
        finding.edit = edit;
        finding.confidence = Some(assertion.confidence);
        let claims = self.view.claims();
        let is_never = assertion.decided_by.is_some_and(|claim| self.denies_for_all_time(claim));
        let most = match assertion.time.assumed {
            Assumed::Likely if !is_never => Severity::Warning,
            Assumed::Perhaps if !is_never => Severity::Note,
            _ => Severity::Error,
        };
        finding.severity = softened(code.severity(), assertion).min(most);
        finding.claims = about(assertion).into_iter().map(|claim| claims.id(claim).to_owned()).collect();
        for claim in assertion.decided_by.into_iter().chain(others.iter().copied()) {
            finding = finding.related(decision.record(claim), Site::field(claims.place(claim), "valid"));
        }
        Some(finding)
    }

    /// What the verdict on an assertion says, whether or not it is a finding.
    #[must_use]
    pub fn fact(&self, draft: AboutDraft<'_>, assertion: &Assertion) -> DraftFact {
        Decision { judge: self, draft, assertion, others: &self.others(assertion) }.fact()
    }

    /// The claims that matter besides the one that decided: what came after it, or what contradicts it.
    #[must_use]
    pub fn others(&self, assertion: &Assertion) -> Vec<ClaimId> {
        let Some(claim) = assertion.decided_by else { return Vec::new() };
        match assertion.verdict {
            Verdict::Outdated => self.later(claim),
            Verdict::Disputed => {
                let moment = Moment::of(assertion, self.view.as_of.day);
                let moment = match assertion.polarity {
                    Polarity::Asserts => moment,
                    Polarity::Denies => moment.after_cessation(assertion),
                };
                self.rivals.opponent(self.view, claim, moment).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// What has taken over from a claim by the day of the view, and, where that has ended too, what came last: at most two.
    #[must_use]
    pub fn later(&self, claim: ClaimId) -> Vec<ClaimId> {
        let newer = |claim| self.rivals.newer(self.view, claim).filter(|newer| self.view.has_begun(*newer));
        let mut later = chain(claim, newer);
        if later.len() > 2 {
            later.drain(1..later.len() - 1);
        }
        later
    }
}

/// The claims that identify a finding, the one that decided first.
fn about(assertion: &Assertion) -> Vec<ClaimId> {
    let mut about: Vec<ClaimId> = assertion.decided_by.into_iter().collect();
    // What excludes a sentence is reported, not what it might have said instead.
    if assertion.verdict != Verdict::Contradicted {
        let same = assertion.claims.iter().filter(|claim| Some(**claim) != assertion.decided_by);
        about.extend(same.copied());
    }
    about
}

/// The code under which a verdict is reported; none for verdicts with nothing wrong.
#[must_use]
pub fn code(verdict: Verdict) -> Option<Code> {
    match verdict {
        Verdict::Presumed => Some(Code::Stale),
        Verdict::Outdated => Some(Code::Outdated),
        Verdict::Premature => Some(Code::Premature),
        Verdict::Misdated => Some(Code::Misdated),
        Verdict::Contradicted => Some(Code::Contradicted),
        Verdict::Disputed => Some(Code::Disputed),
        Verdict::Unsourced => Some(Code::Unsourced),
        Verdict::Unknown => Some(Code::Unknown),
        Verdict::Supported | Verdict::Unclear => None,
    }
}

/// What is quoted or attributed gets a lower severity, never silence; and what the reading is not sure of is no error.
fn softened(severity: Severity, assertion: &Assertion) -> Severity {
    match (assertion.modality, severity) {
        _ if assertion.confidence == Confidence::Low => Severity::Note,
        (Modality::Stated, Severity::Error) if assertion.confidence != Confidence::High => Severity::Warning,
        (Modality::Stated, severity) => severity,
        (_, Severity::Error) => Severity::Warning,
        (_, Severity::Warning | Severity::Note) => Severity::Note,
    }
}

/// A sentence as it is identified: in lower case, with single spaces.
pub(super) fn key(sentence: &str) -> String {
    sentence.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
