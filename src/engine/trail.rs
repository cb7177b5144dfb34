//! From each finding back to the evidence: the sentence or record, the claims that it is about, the sources of each.
//!
//! Made only where a format shows it: a report of a large base has a hundred thousand findings.

use rayon::prelude::*;

use crate::load::Loaded;
use crate::load::locate::Locator;
use crate::model::{ClaimId, Finding, Ground, PlaceFact, Report, Site, SourceId, Step};
use crate::text::Files;

/// Adds to each finding of a report the way back to its evidence.
pub fn add_trails(report: &mut Report, files: &Files, loaded: &Loaded) {
    let locator = Locator::new(files);
    report.trails = report.findings.par_iter().map(|finding| trail(finding, &locator, loaded)).collect();
}

fn trail(finding: &Finding, locator: &Locator<'_>, loaded: &Loaded) -> Vec<Step> {
    let claims = &loaded.base.claims;
    let mut steps =
        vec![Step { ground: Ground::Found, fact: finding.fact.clone(), place: finding.site.place }];
    for claim in finding.claims.iter().filter_map(|id| loaded.index.find(claims, id)) {
        steps.push(claim_step(claim, locator, loaded));
        let cited = claims.citations(claim).iter().map(|citation| citation.source);
        steps.extend(cited.filter_map(|source| source_step(source, loaded)));
    }
    steps
}

fn claim_step(claim: ClaimId, locator: &Locator<'_>, loaded: &Loaded) -> Step {
    let place = locator.locate(Site::field(loaded.base.claims.place(claim), "valid"));
    Step { ground: Ground::Claim, fact: PlaceFact::ClaimEvidence { claim }.into(), place }
}

/// A source with a record; of one that is only named there is no place.
fn source_step(source: SourceId, loaded: &Loaded) -> Option<Step> {
    let record = loaded.base.sources.record(source)?;
    let fact = PlaceFact::SourceEvidence {
        source,
        publisher: record.publisher.clone(),
        published: record.published,
    };
    Some(Step { ground: Ground::Source, fact: fact.into(), place: record.place })
}
