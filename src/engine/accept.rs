//! Findings that are accepted, by the `allow` of a claim or in a draft, and acceptances that accept nothing or have run out.

use std::collections::BTreeMap;

use super::options::is_called;
use super::policy::{Policy, spoils_run};
use crate::load::{Loaded, nearest_code};
use crate::model::{Allow, ClaimId, Code, DraftAllow, DraftFact, Finding, Reading, Site};
use crate::text::Files;
use crate::time::Day;

/// Takes out what the claims accept, reports what they accept in vain, and counts what was taken out.
pub fn accept_in_claims(
    findings: &mut Vec<Finding>,
    files: &Files,
    loaded: &Loaded,
    policy: &Policy<'_>,
    day: Day,
) -> usize {
    let claims = &loaded.base.claims;
    let allows: Vec<(ClaimId, &Allow)> = claims
        .detailed()
        .flat_map(|(claim, detail)| detail.allows.iter().map(move |allow| (claim, allow)))
        .collect();
    if allows.is_empty() {
        return 0;
    }
    let mut by_claim: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, (claim, _)) in allows.iter().enumerate() {
        by_claim.entry(claims.id(*claim)).or_default().push(at);
    }
    let mut ledger = Ledger::new(allows.iter().map(|(_, allow)| *allow).collect(), day);
    let before = findings.len();
    findings.retain(|finding| {
        let primary = finding.claims.first().and_then(|claim| by_claim.get(claim.as_str()));
        let fitting = primary.into_iter().flatten().copied();
        !ledger.accepts(fitting.filter(|at| is_called(finding, &allows[*at].1.code)))
            || spoils_run(files, finding)
    });
    let suppressed = before - findings.len();
    for ((claim, allow), used) in allows.iter().zip(&ledger.used) {
        let id = claims.id(*claim);
        let owner = Owner { claim: Some(id), is_draft: false };
        findings.extend(owner.in_vain(allow, *used, files, loaded, policy, day));
    }
    suppressed
}

/// The same for a draft.
pub fn accept_in_draft(
    findings: &mut Vec<Finding>,
    reading: &Reading,
    files: &Files,
    loaded: &Loaded,
    policy: &Policy<'_>,
    day: Day,
) -> usize {
    if reading.allows.is_empty() && reading.allow_flaws.is_empty() {
        return 0;
    }
    let mut ledger = Ledger::new(reading.allows.iter().map(|one| &one.allow).collect(), day);
    let before = findings.len();
    let acceptances = Acceptances::new(reading);
    findings.retain(|finding| !ledger.accepts(acceptances.fitting(finding).into_iter()));
    let suppressed = before - findings.len();
    for (one, used) in reading.allows.iter().zip(&ledger.used) {
        let claim = one.claim.as_deref();
        let owner = Owner { claim, is_draft: true };
        let unknown = unknown_names(one, loaded);
        // That what does not exist accepts nothing needs no second finding.
        if unknown.is_empty() {
            findings.extend(owner.in_vain(&one.allow, *used, files, loaded, policy, day));
        }
        findings.extend(unknown);
    }
    suppressed
}

/// The acceptances of a draft by where they reach, so that thousands of comments need not all be asked about each finding.
pub struct Acceptances<'a> {
    allows: &'a [DraftAllow],
    /// Start, the farthest end of this one and all before it, and which one it is; in the order of starts.
    by_start: Vec<(u32, u32, usize)>,
}

impl<'a> Acceptances<'a> {
    /// Those of a draft.
    #[must_use]
    pub fn new(reading: &'a Reading) -> Self {
        let reach = |(at, one): (usize, &DraftAllow)| (one.scope.start, one.scope.end, at);
        let mut by_start: Vec<(u32, u32, usize)> = reading.allows.iter().enumerate().map(reach).collect();
        by_start.sort_unstable();
        let mut farthest = 0;
        for (_, end, _) in &mut by_start {
            farthest = farthest.max(*end);
            *end = farthest;
        }
        Self { allows: &reading.allows, by_start }
    }

    /// What accepts a finding, whether it has run out or not: the first that is written.
    #[must_use]
    pub fn of(&self, finding: &Finding) -> Option<&'a Allow> {
        self.fitting(finding).first().map(|at| &self.allows[*at].allow)
    }

    /// Those that fit a finding, in the order in which they are written.
    fn fitting(&self, finding: &Finding) -> Vec<usize> {
        let byte = finding.site.place.span.start;
        let behind = self.by_start.partition_point(|(start, ..)| *start <= byte);
        let near =
            self.by_start[..behind].iter().rev().take_while(|(start, end, _)| *end > byte || *start == byte);
        let mut fitting: Vec<usize> =
            near.map(|(.., at)| *at).filter(|at| self.allows[*at].fits(finding)).collect();
        fitting.sort_unstable();
        fitting
    }
}

impl DraftAllow {
    fn fits(&self, finding: &Finding) -> bool {
        let at = finding.site.place.span.range().start;
        is_called(finding, &self.allow.code)
            && self.claim.as_ref().is_none_or(|claim| finding.claims.contains(claim))
            && (self.scope.range().contains(&at) || self.scope.range().start == at)
    }
}

/// Which of some acceptances were needed.
struct Ledger<'a> {
    allows: Vec<&'a Allow>,
    used: Vec<bool>,
    day: Day,
}

impl<'a> Ledger<'a> {
    fn new(allows: Vec<&'a Allow>, day: Day) -> Self {
        Self { used: vec![false; allows.len()], allows, day }
    }

    /// Whether one of those that fit is in force. One that has run out was needed all the same.
    fn accepts(&mut self, fitting: impl Iterator<Item = usize>) -> bool {
        let mut run_out = None;
        for at in fitting {
            if !has_run_out(self.allows[at], self.day) {
                self.used[at] = true;
                return true;
            }
            run_out = run_out.or(Some(at));
        }
        if let Some(at) = run_out {
            self.used[at] = true;
        }
        false
    }
}

/// Whoever accepts something.
struct Owner<'a> {
    /// The claim that accepts, or that the findings accepted by a draft must be about.
    claim: Option<&'a str>,
    is_draft: bool,
}

impl Owner<'_> {
    /// The finding for an acceptance that accepts nothing or has run out. A name that is no code is reported as such; that
    /// it accepts nothing needs no second finding.
    fn in_vain(
        &self,
        allow: &Allow,
        used: bool,
        files: &Files,
        loaded: &Loaded,
        policy: &Policy<'_>,
        day: Day,
    ) -> Option<Finding> {
        let Allow { code, reason, until, place } = allow;
        if !loaded.base.has_code(code) || !policy.is_made(&files.path_from_root(place.file), code) {
            return None;
        }
        let passed = until.filter(|_| used && has_run_out(allow, day));
        if used && passed.is_none() {
            return None;
        }
        let Self { claim, is_draft } = *self;
        let fact = DraftFact::UnusedAllow {
            of: if is_draft { "draft" } else { "claim" },
            code: code.clone(),
            claim: claim.map(str::to_owned),
            until: passed,
            reason: reason.clone(),
        };
        let key = if is_draft { format!("{code} {reason}") } else { code.clone() };
        let mut finding = Finding::new(Code::UnusedAllow, fact, Site::exact(*place)).key(key);
        if let Some(claim) = claim {
            finding = finding.about(claim);
        }
        policy.is_on(files, &mut finding).then_some(finding)
    }
}

/// What a draft accepts must be codes or the ids of rules, about claims that exist.
fn unknown_names(one: &DraftAllow, loaded: &Loaded) -> Vec<Finding> {
    let mut found = Vec::new();
    let Allow { code, place, .. } = &one.allow;
    let site = Site::exact(*place);
    if !loaded.base.has_code(code) {
        let near = nearest_code(&loaded.base, code).map(str::to_owned);
        let fact = DraftFact::UnknownCode { code: code.clone(), near };
        found.push(Finding::new(Code::UnknownId, fact, site).key(code));
    }
    if let Some(claim) = one.claim.as_ref().filter(|id| loaded.index.find(&loaded.base.claims, id).is_none())
    {
        let fact = DraftFact::UnknownClaim { claim: claim.clone() };
        found.push(Finding::new(Code::UnknownId, fact, site).key(claim));
    }
    found
}

fn has_run_out(allow: &Allow, day: Day) -> bool {
    allow.until.is_some_and(|until| until.latest < day)
}
