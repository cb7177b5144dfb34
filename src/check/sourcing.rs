//! How claims must be sourced.
//!
//! *Law.* Of the sources that support a claim: there are `at_least` this many; if there are several, they have
//! `independent` origins; one is `primary` (or of unknown kind); one is `dated`; and one is not older than the claim's
//! start, or than its announcement (`in_time`). A source that disputes a claim does not support it.

use rayon::prelude::*;

use super::{FindingGroups, scope};
use crate::graph::View;
use crate::model::{
    Citation, ClaimFact, ClaimId, Code, Finding, PlaceFact, Rule, RuleScope, Site, SourceKind, Sourcing,
};
use crate::time::{Bound, Edge};

/// All breaches of the rule. A rule about all relations is about claims without a relation too.
pub fn check(view: &View<'_>, rule: &Rule, kind: Sourcing) -> FindingGroups {
    let wanted = scope(view.graph, rule);
    let claims = view.claims();
    let all = rule.scope == RuleScope::All;
    // Sources without a record have nothing that could be judged: of a table that names nothing else, all is said once
    // the sources are counted.
    let judges = kind.dated || kind.primary || kind.in_time || kind.independent > 1;
    let described = view.graph.base.sources.described().next().is_some();
    if kind.at_least == 0 && !(judges && described) {
        return Vec::new();
    }
    let mut in_scope = vec![all; view.graph.base.relations.len()];
    for relation in wanted {
        in_scope[relation.index()] = true;
    }
    let is_asked = |claim: &ClaimId| {
        claims.relation(*claim).map_or(all, |relation| in_scope[relation.index()])
            && (view.as_of.known_by.is_none() || view.is_live(*claim))
    };
    // Of a table whose sources have no records, most claims are done with here.
    let may_be_weak = |claim: &ClaimId| judges || view.supports(*claim).count() < kind.at_least;
    let all_claims = (0..claims.len()).into_par_iter().map(ClaimId::new);
    let asked: Vec<ClaimId> = all_claims.filter(is_asked).filter(may_be_weak).collect();
    asked
        .par_chunks(TOGETHER)
        .map(|some| {
            // Most of those that are judged have no finding.
            let told =
                |claim: &ClaimId, wanted: &mut Vec<ClaimId>| wanted.extend((!judges).then_some(*claim));
            let make = |claim: &ClaimId, found: &mut Vec<Finding>| judge(view, *claim, kind, found);
            view.fetching(some, told, make)
        })
        .collect()
}

/// How many claims are judged by one core at a stretch.
const TOGETHER: usize = 256;

fn judge(view: &View<'_>, claim: ClaimId, kind: Sourcing, found: &mut Vec<Finding>) {
    let count = view.supports(claim).count();
    if count < kind.at_least {
        found.push(unsourced(view, claim, count, kind.at_least));
        return;
    }
    if count == 0
        || !view.supports(claim).any(|citation| view.graph.base.sources.record(citation.source).is_some())
    {
        // Nothing, or only what a table names without a record: there is nothing to judge.
        return;
    }
    let weaknesses = [
        kind.dated.then(|| undated(view, claim)).flatten(),
        kind.primary.then(|| only_secondary(view, claim)).flatten(),
        (kind.independent > 1).then(|| one_origin(view, claim, kind.independent)).flatten(),
        kind.in_time.then(|| too_early(view, claim)).flatten(),
    ];
    found.extend(weaknesses.into_iter().flatten());
}

fn unsourced(view: &View<'_>, claim: ClaimId, count: usize, wanted: usize) -> Finding {
    let claims = view.claims();
    let cited = claims.citations(claim).len();
    let disputed = if cited > claims.supports(claim).count() { "yes" } else { "no" };
    let field = if cited == 0 { "id" } else { "sources" };
    let fact = ClaimFact::Unsourced { claim, count, wanted, disputed };
    Finding::new(Code::Unsourced, fact, Site::field(claims.place(claim), field)).about(claims.id(claim))
}

fn weak(view: &View<'_>, claim: ClaimId, key: &str, fact: ClaimFact) -> Finding {
    let claims = view.claims();
    Finding::new(Code::WeakSource, fact, Site::field(claims.place(claim), "sources"))
        .about(claims.id(claim))
        .key(key)
}

fn undated(view: &View<'_>, claim: ClaimId) -> Option<Finding> {
    let dated = |citation: Citation| view.attested_on(citation).is_some();
    if view.supports(claim).any(dated) {
        return None;
    }
    let source = view.supports(claim).next()?.source;
    let finding = weak(view, claim, "undated", ClaimFact::UndatedSources { claim, source });
    Some(match view.graph.base.sources.record(source) {
        Some(record) => finding.related(PlaceFact::Undated { source }, Site::field(record.place, "id")),
        None => finding,
    })
}

fn only_secondary(view: &View<'_>, claim: ClaimId) -> Option<Finding> {
    let sources = &view.graph.base.sources;
    let secondary = |citation: Citation| {
        sources.record(citation.source).is_some_and(|record| record.kind == Some(SourceKind::Secondary))
    };
    if !view.supports(claim).all(secondary) {
        return None;
    }
    Some(weak(view, claim, "secondary", ClaimFact::OnlySecondary { claim: view.attested(claim) }))
}

fn one_origin(view: &View<'_>, claim: ClaimId, independent: usize) -> Option<Finding> {
    let provenance = &view.graph.provenance;
    let base = view.graph.base;
    let mut cited: Vec<_> = view.supports(claim).map(|citation| citation.source).collect();
    cited.sort_unstable();
    cited.dedup();
    let mut origins: Vec<_> = cited.iter().map(|source| provenance.origin(*source)).collect();
    origins.sort_unstable();
    origins.dedup();
    if cited.len() < 2 || cited.len() < independent || origins.len() >= independent {
        return None;
    }
    let origin = *origins.first()?;
    let (count, origins) = (cited.len(), origins.len());
    let fact = ClaimFact::SharedOrigin { claim, count, origin, origins, wanted: independent };
    let finding = weak(view, claim, "one-origin", fact);
    Some(match base.sources.record(origin) {
        Some(record) => {
            finding.related(PlaceFact::Origin { source: origin }, Site::field(record.place, "id"))
        }
        None => finding,
    })
}

fn too_early(view: &View<'_>, claim: ClaimId) -> Option<Finding> {
    let claims = view.claims();
    let period = claims.period(claim);
    if period.start_edge() != Edge::Stated {
        return None;
    }
    let start = claims.announced(claim).map_or(period.fe(), |announced| announced.earliest.min(period.fe()));
    let attested = |citation: Citation| view.attested_on(citation);
    let early = |bound: Bound| bound.latest < start;
    let newest = view.supports(claim).filter_map(attested).max_by_key(|bound| bound.latest)?;
    let fact = ClaimFact::OldSources { claim, start: period.start(), newest };
    early(newest).then(|| weak(view, claim, "too-early", fact))
}
