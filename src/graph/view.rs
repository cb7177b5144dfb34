//! The graph as of a day, and as far as it was known by a day.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

use super::Graph;
use super::row::{ViewRow, ViewRows};
use crate::model::{Attested, Citation, ClaimId, Claims, LinkKind, Object, RelationId, Terminal, Value};
use crate::time::{Bound, Day, Edge, Period};

/// The two days that every question is asked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf {
    /// The day whose truth is asked about.
    pub day: Day,
    /// Only what had been published by then counts.
    pub known_by: Option<Day>,
}

/// Each claim's period, given the days for which its sources confirm it.
#[derive(Debug)]
pub struct View<'a> {
    /// The graph.
    pub graph: &'a Graph<'a>,
    /// When.
    pub as_of: AsOf,
    /// The periods as known: as written, where no source confirms a day.
    periods: Cow<'a, [Period]>,
    /// Whether each claim takes part at all.
    live: Vec<bool>,
    /// The claims that take part, by relation and subject.
    rows: ViewRows,
    /// Whether each pair of claims that exclude each other is wanted, not only what a reader needs to see the problem.
    pub wants_pairs: bool,
    /// The periods of claims that have ended in this view, whatever is written.
    ended: BTreeMap<ClaimId, Period>,
}

impl<'a> View<'a> {
    /// The graph as of `as_of`.
    #[must_use]
    pub fn new(graph: &'a Graph<'a>, as_of: AsOf) -> Self {
        let claims = &graph.base.claims;
        let all = (0..claims.len()).into_par_iter().map(ClaimId::new);
        let counts = |claim| claims.is_datable(claim) && !is_corrected(graph, as_of, claim, &[]);
        let (periods, live): (Cow<'_, [Period]>, Vec<bool>) = if is_as_written(graph, as_of) {
            (Cow::Borrowed(claims.periods()), all.map(counts).collect())
        } else {
            let known = |claim| {
                let period = known_period(graph, as_of, claim);
                (period.unwrap_or(Period::UNKNOWN), period.is_some() && counts(claim))
            };
            let (periods, live): (Vec<Period>, Vec<bool>) = all.map(known).unzip();
            (Cow::Owned(periods), live)
        };
        let rows = ViewRows::new(graph.base, &periods, &live);
        Self { graph, as_of, periods, live, rows, wants_pairs: false, ended: BTreeMap::new() }
    }

    /// The same view, in which checks list each pair of claims that exclude each other.
    #[must_use]
    pub fn with_pairs(self) -> Self {
        Self { wants_pairs: true, ..self }
    }

    /// The same view without these claims, which are in order, and where others have ended on a date. What only those that are
    /// gone correct takes part again.
    #[must_use]
    pub fn after(self, without: &[ClaimId], ended: &[(ClaimId, Bound)]) -> Self {
        let Self { graph, as_of, mut periods, mut live, mut rows, wants_pairs, .. } = self;
        let period =
            |(claim, end): &(ClaimId, Bound)| (*claim, graph.base.claims.period(*claim).ended_on(*end));
        let ended: BTreeMap<ClaimId, Period> = ended.iter().map(period).collect();
        for (claim, period) in &ended {
            let first = attestations(graph, as_of, *claim).0;
            periods.to_mut()[claim.index()] = period.attested(first, None);
        }
        if !without.is_empty() || !ended.is_empty() {
            let links = without.iter().flat_map(|claim| graph.supersession.links_from(*claim));
            for (_, claim) in links.filter(|(kind, _)| *kind == LinkKind::Corrects) {
                live[claim.index()] = graph.base.claims.is_datable(*claim)
                    && known_period(graph, as_of, *claim).is_some()
                    && !is_corrected(graph, as_of, *claim, without);
            }
            without.iter().for_each(|claim| live[claim.index()] = false);
            // Never two of them: of a large base they take as much memory as the claims.
            drop(std::mem::take(&mut rows));
            rows = ViewRows::new(graph.base, &periods, &live);
        }
        Self { graph, as_of, periods, live, rows, wants_pairs, ended }
    }

    /// The same without its claims by relation, once all checks have looked at it.
    #[must_use]
    pub fn looked_at(self) -> Self {
        Self { rows: ViewRows::default(), ..self }
    }

    /// Gives back the memory of a view that is no longer needed, beside what comes next: of a large base that takes a while.
    pub fn give_back(self) {
        let Self { rows, .. } = self;
        rayon::spawn(move || drop(rows));
    }

    /// The claims of exactly this relation that take part, by subject and then in the order in which they were read.
    #[must_use]
    pub fn rows_of(&self, relation: RelationId) -> &[ViewRow] {
        self.rows.of(relation)
    }

    /// The same for this relation and all narrower ones, whose claims are claims of this one too.
    #[must_use]
    pub fn rows_under(&self, relation: RelationId) -> Cow<'_, [ViewRow]> {
        if self.graph.broader.is_narrowest(relation) {
            return Cow::Borrowed(self.rows_of(relation));
        }
        let narrower = self.graph.broader.narrower(relation);
        let mut rows: Vec<ViewRow> =
            narrower.into_iter().flat_map(|relation| self.rows_of(relation)).copied().collect();
        rows.sort_by_key(|row| (row.subject, row.claim));
        Cow::Owned(rows)
    }

    /// The same, and all that says it from the object's side (of symmetric and inverse relations), with subject and object
    /// changed round, unless another claim says that for the same period.
    #[must_use]
    pub fn rows_saying(&self, relation: RelationId) -> Cow<'_, [ViewRow]> {
        let mut rows = self.rows_under(relation);
        let from_object = self.graph.broader.mirrored(relation).into_iter();
        let turned = from_object.flat_map(|relation| self.rows_of(relation)).filter_map(ViewRow::turned);
        let mut turned: Vec<ViewRow> = turned.collect();
        if turned.is_empty() {
            return rows;
        }
        let said = |row: &ViewRow| {
            let period = row.period;
            let days = (period.fe(), period.fl(), period.ue(), period.ul());
            (row.subject, row.object, days, period.start_edge(), period.end_edge(), period.is_single_date())
        };
        let told: HashSet<_> = rows.iter().filter(|row| row.asserts()).map(said).collect();
        // Where each pair is wanted, so is each claim that says the same.
        turned.retain(|row| self.wants_pairs || !told.contains(&said(row)));
        rows.to_mut().extend(turned);
        rows.to_mut().sort_by_key(|row| (row.subject, row.claim));
        rows
    }

    /// The claims.
    #[must_use]
    pub fn claims(&self) -> &'a Claims {
        &self.graph.base.claims
    }

    /// The claim's period, its known part stretched to the last attestation where its end is not stated.
    #[must_use]
    pub fn period(&self, claim: ClaimId) -> Period {
        self.periods[claim.index()]
    }

    /// Whether the claim takes part in questions of truth: datable, known by then, and not corrected.
    #[must_use]
    pub fn is_live(&self, claim: ClaimId) -> bool {
        self.live[claim.index()]
    }

    /// The supporting citations that were published by the day up to which things are known.
    pub fn supports(&self, claim: ClaimId) -> impl Iterator<Item = Citation> {
        self.claims().supports(claim).filter(|citation| is_known(self.graph, self.as_of, *citation))
    }

    /// The claim with the newest of these sources.
    #[must_use]
    pub fn attested(&self, claim: ClaimId) -> Attested {
        Attested::new(self.graph.base, claim, self.supports(claim).map(|citation| citation.source))
    }

    /// The day for which a citation confirms its claim, as far as that is known.
    #[must_use]
    pub fn attested_on(&self, citation: Citation) -> Option<Bound> {
        attested_on(self.graph, self.as_of, citation)
    }

    /// The newest day on which a source confirms the claim.
    #[must_use]
    pub fn last_attestation(&self, claim: ClaimId) -> Option<Bound> {
        attestations(self.graph, self.as_of, claim).1
    }

    /// An end of the claim as stated: that date, if its value is one; else that end of its period, which does not
    /// begin later than it ends.
    #[must_use]
    pub fn stated(&self, claim: ClaimId, end: Terminal) -> Option<Bound> {
        if let Some(value) = self.claims().object(claim).value
            && let Value::Date(date) = self.graph.base.values.get(value)
        {
            return Some(*date);
        }
        let period = self.ended.get(&claim).copied().unwrap_or_else(|| self.claims().period(claim));
        match end {
            // That something had not begun when it was last confirmed says when it begins, too.
            Terminal::Start if period.is_pending() => Some(self.period(claim).start()),
            Terminal::Start => {
                (period.start_edge() == Edge::Stated).then(|| Bound::new(period.fe(), period.fl()))
            }
            Terminal::End => {
                (period.end_edge() == Edge::Stated).then(|| Bound::new(period.ue(), period.ul()))
            }
        }
    }

    /// Whether the claim is an event, which happens and does not last.
    #[must_use]
    pub fn is_event(&self, claim: ClaimId) -> bool {
        self.claims().relation(claim).is_some_and(|relation| self.graph.base.relations.is_event(relation))
    }

    /// Whether two ends are rivals: entities that are neither the same nor part and whole, or values that do not agree.
    #[must_use]
    pub fn are_rivals(&self, one: Object, two: Object, tolerance: Option<f64>) -> bool {
        match (one.entity, two.entity, one.value, two.value) {
            (Some(one), Some(two), ..) => !self.graph.parts.same_or_part(one, two),
            (None, None, Some(one), Some(two)) => {
                let values = &self.graph.base.values;
                one != two && !values.get(one).agrees(values.get(two), tolerance)
            }
            _ => false,
        }
    }
}

/// Whether all periods are used as written: everything is known, and nothing is confirmed for any day.
fn is_as_written(graph: &Graph<'_>, as_of: AsOf) -> bool {
    let base = graph.base;
    as_of.known_by.is_none()
        && base.sources.described().all(|(_, source)| source.published.is_none())
        && base.claims.citation_details().all(|detail| detail.attests.is_none())
}

/// The day for which a citation confirms its claim: its own date, unless that lies after what is known, else that of
/// its source.
fn attested_on(graph: &Graph<'_>, as_of: AsOf, citation: Citation) -> Option<Bound> {
    let known = |own: &Bound| as_of.known_by.is_none_or(|known_by| own.earliest <= known_by);
    attests(graph, citation).filter(known).or_else(|| graph.base.sources.published(citation.source))
}

fn attests(graph: &Graph<'_>, citation: Citation) -> Option<Bound> {
    graph.base.claims.citation_detail(citation).and_then(|detail| detail.attests)
}

fn is_known(graph: &Graph<'_>, as_of: AsOf, citation: Citation) -> bool {
    let Some(known_by) = as_of.known_by else { return true };
    published(graph, citation).is_none_or(|published| published.earliest <= known_by)
}

/// When what is cited was published: by its source, else on the day for which it confirms the claim.
fn published(graph: &Graph<'_>, citation: Citation) -> Option<Bound> {
    graph.base.sources.published(citation.source).or_else(|| attests(graph, citation))
}

/// Whether another claim, made by the day up to which things are known and none of those in `without`, says that this one was
/// never true.
fn is_corrected(graph: &Graph<'_>, as_of: AsOf, claim: ClaimId, without: &[ClaimId]) -> bool {
    let corrects = |(kind, by): &(LinkKind, ClaimId)| {
        *kind == LinkKind::Corrects
            && *by != claim
            && without.binary_search(by).is_err()
            && known_period(graph, as_of, *by).is_some()
    };
    graph.supersession.links_to(claim).iter().any(corrects)
}

/// The first and the last day on which a known citation confirms the claim, as exactly as that can be said.
fn attestations(graph: &Graph<'_>, as_of: AsOf, claim: ClaimId) -> (Option<Bound>, Option<Bound>) {
    let known = graph.base.claims.supports(claim).filter(|citation| is_known(graph, as_of, *citation));
    let mut first: Option<Bound> = None;
    let mut last: Option<Bound> = None;
    for bound in known.filter_map(|citation| attested_on(graph, as_of, citation)) {
        let least = |one: Bound| Bound::new(one.earliest.min(bound.earliest), one.latest.min(bound.latest));
        let most = |one: Bound| Bound::new(one.earliest.max(bound.earliest), one.latest.max(bound.latest));
        first = Some(first.map_or(bound, least));
        last = Some(last.map_or(bound, most));
    }
    (first, last)
}

/// The period as known; `None` if the claim had not been made by the day up to which things are known.
///
/// A claim without dated sources counts as made when it was announced or, failing that, when it began. An end that
/// lies after that day was not known yet, unless all that is cited for the claim had been published.
fn known_period(graph: &Graph<'_>, as_of: AsOf, claim: ClaimId) -> Option<Period> {
    let claims = &graph.base.claims;
    let written = claims.period(claim);
    let (first, last) = attestations(graph, as_of, claim);
    // A source that confirms an event says that it happened by then, not that it went on until then.
    let event = claims.relation(claim).is_some_and(|relation| graph.base.relations.is_event(relation));
    let lasted = last.filter(|_| !event);
    let attested = |period: Period| match period.is_pending() {
        // Its beginning becomes known first, then how long it went on.
        true => period.attested(None, last).attested(first, lasted),
        false => period.attested(first, lasted),
    };
    let Some(known_by) = as_of.known_by else { return Some(attested(written)) };
    let all = claims.supports(claim).count();
    let known = claims.supports(claim).filter(|citation| is_known(graph, as_of, *citation)).count();
    // An undated source says nothing of when it was published; where there are only such, the claim's own dates decide.
    let dated = |citation: &Citation| published(graph, *citation).is_some();
    let made = if claims.supports(claim).any(|citation| dated(&citation)) {
        claims.supports(claim).filter(dated).any(|citation| is_known(graph, as_of, citation))
    } else {
        let made = if written.is_pending() { Day::MIN } else { written.fe() };
        claims.announced(claim).map_or(made, |announced| announced.earliest) <= known_by
    };
    if !made {
        return None;
    }
    let end_known = !written.is_open() && (written.ue() <= known_by || known == all);
    let period = if end_known || written.is_open() { written } else { written.without_end() };
    Some(attested(period))
}
