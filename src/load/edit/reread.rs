//! What was edited is loaded again and compared with what it should be, so that nothing is handed out that would be read
//! otherwise.

use std::collections::BTreeSet;

use super::{EditError, Rewritten, Wanted, files_after, gone};
use crate::load::{Loaded, load};
use crate::model::{Claims, Code, Finding, Link, Severity};
use crate::text::Files;

/// Compares the files after the edits with what was wanted.
pub fn compare(
    files: &Files,
    loaded: &Loaded,
    wanted: &Wanted,
    rewritten: &[Rewritten],
) -> Result<(), EditError> {
    let after = files_after(files, rewritten);
    let reread = load(&after);
    let (old, new) = (&loaded.base.claims, &reread.base.claims);
    let gone = gone(loaded, wanted);
    let kept = old.iter().filter(|claim| wanted.get(claim) != Some(&None));
    let mut found = new.iter();
    for claim in kept {
        let period = wanted.get(&claim).copied().flatten().unwrap_or_else(|| old.period(claim));
        let links = links(old, claim).filter(|link| !gone.contains(link.to.as_str()));
        let is_same = found.next().is_some_and(|other| {
            (new.id(other), new.period(other)) == (old.id(claim), period)
                && new.statement(other) == old.statement(claim)
                && new.denies(other) == old.denies(claim)
                && new.is_preferred(other) == old.is_preferred(claim)
                && new.citations(other).len() == old.citations(claim).len()
                && self::links(new, other).eq(links)
        });
        if !is_same {
            return Err(EditError::Misread { claim: old.id(claim).to_owned() });
        }
    }
    if let Some(more) = found.next() {
        return Err(EditError::Misread { claim: new.id(more).to_owned() });
    }
    let before: BTreeSet<(Code, &str)> = loaded.findings.iter().map(identity).collect();
    let is_new =
        |finding: &&Finding| finding.severity > Severity::Note && !before.contains(&identity(finding));
    match reread.findings.iter().find(is_new) {
        None => Ok(()),
        Some(finding) => Err(EditError::Spoils {
            code: finding.code,
            key: finding.key.clone(),
            path: after.get(finding.site.place.file).path().to_owned(),
        }),
    }
}

fn links(claims: &Claims, claim: crate::model::ClaimId) -> impl Iterator<Item = &Link> {
    claims.details(claim).into_iter().flat_map(|detail| &detail.links)
}

/// What a problem of loading is known by, wherever it is found first.
fn identity(finding: &Finding) -> (Code, &str) {
    (finding.code, &finding.key)
}
