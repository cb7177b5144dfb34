//! Findings that are accepted, by the `allow` of a claim or in a draft, and acceptances that accept nothing or have run out.

use std::collections::{BTreeMap, BTreeSet};

use super::policy::{Policy, spoils_run};
use crate::load::{Loaded, SUGGESTED, nearest_code};
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
    // Of those of one claim and code, the first that is in force accepts all there is.
    let mut by_name: BTreeMap<(&str, &str), Rank> = BTreeMap::new();
    for (at, (claim, allow)) in allows.iter().enumerate() {
        let rank = (has_run_out(allow, day), at);
        let first = by_name.entry((claims.id(*claim), allow.code.as_str())).or_insert(rank);
        *first = rank.min(*first);
    }
    let mut used = vec![false; allows.len()];
    let before = findings.len();
    findings.retain(|finding| {
        let primary = finding.claims.first().map_or("", String::as_str);
        let best = names(finding).filter_map(|name| by_name.get(&(primary, name)).copied()).min();
        !accepts(best, &mut used) || spoils_run(files, finding)
    });
    let suppressed = before - findings.len();
    for ((claim, allow), used) in allows.iter().zip(&used) {
        let id = claims.id(*claim);
        let owner = Acceptor { claim: Some(id), is_draft: false };
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
    let mut used = vec![false; reading.allows.len()];
    let before = findings.len();
    let acceptances = Acceptances::new(reading, day);
    findings.retain(|finding| !accepts(acceptances.best(finding), &mut used));
    let suppressed = before - findings.len();
    let mut unknown_count = 0;
    for (one, used) in reading.allows.iter().zip(&used) {
        let claim = one.claim.as_deref();
        let owner = Acceptor { claim, is_draft: true };
        let unknown = unknown_names(one, unknown_count < SUGGESTED, loaded);
        unknown_count += unknown.len();
        // That what does not exist accepts nothing needs no second finding.
        if unknown.is_empty() {
            findings.extend(owner.in_vain(&one.allow, *used, files, loaded, policy, day));
        }
        findings.extend(unknown);
    }
    suppressed
}

/// What puts the acceptances that fit a finding in order: those in force before those that have run out, then as they are
/// written.
type Rank = (bool, usize);

/// From a byte on, the best acceptance that reaches there.
type RankFrom = (u32, Option<Rank>);

/// Whether the best of the acceptances that fit accepts, and records that it was needed: one that has run out was
/// needed nevertheless.
fn accepts(best: Option<Rank>, used: &mut [bool]) -> bool {
    let Some((has_run_out, at)) = best else { return false };
    used[at] = true;
    !has_run_out
}

/// What an acceptance may call a finding by.
fn names(finding: &Finding) -> impl Iterator<Item = &str> {
    std::iter::once(finding.code.as_str()).chain(finding.rule.as_deref().map(|rule| rule.id.as_str()))
}

/// The acceptances of a draft by what they accept and where they reach, so that thousands of comments need not all be asked
/// about each finding.
pub struct Acceptances<'a> {
    allows: &'a [DraftAllow],
    /// By code and claim the best acceptance from a byte on, none if none reaches there; in the order of the bytes.
    best: BTreeMap<(&'a str, Option<&'a str>), Vec<RankFrom>>,
}

impl<'a> Acceptances<'a> {
    /// Those of a draft as they are on `day`.
    #[must_use]
    pub fn new(reading: &'a Reading, day: Day) -> Self {
        let mut alike: BTreeMap<_, Vec<(&DraftAllow, Rank)>> = BTreeMap::new();
        for (at, one) in reading.allows.iter().enumerate() {
            let rank = (has_run_out(&one.allow, day), at);
            alike.entry((one.allow.code.as_str(), one.claim.as_deref())).or_default().push((one, rank));
        }
        let best = alike.into_iter().map(|(name, allows)| (name, stretches(&allows))).collect();
        Self { allows: &reading.allows, best }
    }

    /// What accepts a finding: the first that is written of those in force, else of those that have run out.
    #[must_use]
    pub fn of(&self, finding: &Finding) -> Option<&'a Allow> {
        self.best(finding).map(|(_, at)| &self.allows[at].allow)
    }

    fn best(&self, finding: &Finding) -> Option<Rank> {
        let byte = finding.site.place.span.start;
        let claims = || finding.claims.iter().map(|claim| Some(claim.as_str())).chain([None]);
        let keys = names(finding).flat_map(|name| claims().map(move |claim| (name, claim)));
        let at = |stretches: &Vec<RankFrom>| {
            stretches[..stretches.partition_point(|(start, _)| *start <= byte)].last()?.1
        };
        keys.filter_map(|key| self.best.get(&key).and_then(at)).min()
    }
}

/// The best of some acceptances from each byte on at which one begins or ends. One that reaches over nothing accepts what
/// begins there.
fn stretches(allows: &[(&DraftAllow, Rank)]) -> Vec<RankFrom> {
    let mut turns: Vec<(u32, bool, Rank)> = Vec::with_capacity(allows.len() * 2);
    for (one, rank) in allows {
        turns.push((one.scope.start, true, *rank));
        turns.push((one.scope.end.max(one.scope.start + 1), false, *rank));
    }
    turns.sort_unstable();
    let mut reaching: BTreeSet<Rank> = BTreeSet::new();
    let mut found = Vec::new();
    for same in turns.chunk_by(|one, two| one.0 == two.0) {
        for (_, begins, rank) in same {
            match begins {
                true => reaching.insert(*rank),
                false => reaching.remove(rank),
            };
        }
        found.push((same[0].0, reaching.first().copied()));
    }
    found
}

/// Whoever accepts something.
struct Acceptor<'a> {
    /// The claim that accepts, or that the findings accepted by a draft must be about.
    claim: Option<&'a str>,
    is_draft: bool,
}

impl Acceptor<'_> {
    /// The finding for an acceptance that accepts nothing or has run out. A name that is not a code is reported as
    /// such; that it accepts nothing needs no second finding.
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

/// What a draft accepts must be codes or the ids of rules, about claims that exist. `suggests`: what may have been meant is looked
/// for.
fn unknown_names(one: &DraftAllow, suggests: bool, loaded: &Loaded) -> Vec<Finding> {
    let mut found = Vec::new();
    let Allow { code, place, .. } = &one.allow;
    let site = Site::exact(*place);
    if !loaded.base.has_code(code) {
        let near = suggests.then(|| nearest_code(&loaded.base, code)).flatten().map(str::to_owned);
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
