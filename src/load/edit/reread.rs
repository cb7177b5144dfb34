//! What was edited is loaded again and compared with what it should be, so that nothing is written that would be read
//! otherwise. What it should be is kept as prints: the claims before and after need not be in memory together.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::{EditError, Wanted, gone};
use crate::load::Loaded;
use crate::model::{ClaimId, Claims, Finding, Severity};
use crate::text::Files;
use crate::time::Period;

/// What is to be read from the files after the edits.
#[derive(Debug)]
pub struct Expected {
    /// A print of each claim that stays, in order.
    claims: Vec<u64>,
    /// The id of the last of them.
    last: String,
    /// The problems of loading that were there before.
    problems: BTreeSet<u64>,
}

impl Expected {
    pub fn new(loaded: &Loaded, wanted: &Wanted) -> Self {
        let claims = &loaded.base.claims;
        let gone = gone(loaded, wanted);
        let kept: Vec<ClaimId> = claims.iter().filter(|claim| wanted.get(claim) != Some(&None)).collect();
        let print_after = |claim: &ClaimId| {
            let period = wanted.get(claim).copied().flatten().unwrap_or_else(|| claims.period(*claim));
            print(claims, *claim, period, |link| !gone.contains(link))
        };
        Self {
            claims: kept.iter().map(print_after).collect(),
            last: kept.last().map_or_else(String::new, |claim| claims.id(*claim).to_owned()),
            problems: loaded.findings.iter().map(identity).collect(),
        }
    }

    /// Compares it with what is read from the files after the edits.
    pub fn compare(&self, after: &Files, reread: &Loaded) -> Result<(), EditError> {
        let claims = &reread.base.claims;
        let mut expected = self.claims.iter();
        for claim in claims.iter() {
            if expected.next() != Some(&print(claims, claim, claims.period(claim), |_| true)) {
                return Err(EditError::Misread { claim: claims.id(claim).to_owned() });
            }
        }
        if expected.next().is_some() {
            return Err(EditError::Misread { claim: self.last.clone() });
        }
        let is_new = |finding: &&Finding| {
            finding.severity > Severity::Note && !self.problems.contains(&identity(finding))
        };
        match reread.findings.iter().find(is_new) {
            None => Ok(()),
            Some(finding) => Err(EditError::Spoils {
                code: finding.code,
                key: finding.key.clone(),
                path: after.get(finding.site.place.file).path().to_owned(),
            }),
        }
    }
}

/// What a claim says when it has this period, and of its links to others those that are wanted.
fn print(claims: &Claims, claim: ClaimId, period: Period, is_linked: impl Fn(&str) -> bool) -> u64 {
    let mut hasher = DefaultHasher::new();
    (claims.id(claim), period, claims.statement(claim)).hash(&mut hasher);
    (claims.denies(claim), claims.is_preferred(claim), claims.citations(claim).len()).hash(&mut hasher);
    let links = claims.details(claim).into_iter().flat_map(|detail| &detail.links);
    for link in links.filter(|link| is_linked(&link.to)) {
        (link.kind, &link.to).hash(&mut hasher);
    }
    hasher.finish()
}

/// What a problem of loading is known by, wherever it is found first.
fn identity(finding: &Finding) -> u64 {
    let mut hasher = DefaultHasher::new();
    (finding.code, &finding.key).hash(&mut hasher);
    hasher.finish()
}
