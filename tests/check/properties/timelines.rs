//! What came next after each claim of a random base, against what a naive walk over all claims says.

use std::collections::BTreeSet;

use erstwhile::engine;
use erstwhile::graph::{AsOf, Timelines, View};
use erstwhile::load;
use erstwhile::model::{ClaimId, LinkKind, Takeover};
use erstwhile::text::Files;
use proptest::prelude::*;

/// Fails where a timeline of these files does not say what the naive walk does.
pub fn agree(files: &Files, as_of: AsOf) -> Result<(), TestCaseError> {
    let loaded = load::load(files);
    engine::with_view(&loaded, as_of, |view| {
        let timelines = Timelines::new(view);
        for claim in view.claims().iter() {
            after(view, &timelines, claim)?;
            before(view, &timelines, claim)?;
            now(view, &timelines, claim)?;
        }
        declared(view)
    })
}

/// The live claims that have begun and say that they supersede `claim`.
fn declaring<'v>(view: &'v View<'_>, claim: ClaimId) -> impl Iterator<Item = ClaimId> + 'v {
    let says = move |newer: &ClaimId| {
        let links = view.graph.supersession.links_from(*newer);
        links.contains(&(LinkKind::Supersedes, claim)) && view.is_live(*newer)
    };
    view.claims().iter().filter(says).filter(|newer| begun(view, *newer))
}

/// Whether a claim may have begun, and is not pending.
fn begun(view: &View<'_>, claim: ClaimId) -> bool {
    view.period(claim).fe() <= view.as_of.day && !view.period(claim).is_pending()
}

/// What is declared counts alone; what follows from dates follows a state whose end is stated, begins later, and lasts
/// longer.
fn after(view: &View<'_>, timelines: &Timelines<'_>, claim: ClaimId) -> Result<(), TestCaseError> {
    let after = timelines.after(claim);
    let expected: BTreeSet<ClaimId> = declaring(view, claim).filter(|newer| *newer != claim).collect();
    let found: BTreeSet<ClaimId> = after.iter().map(|(newer, _)| *newer).collect();
    if !expected.is_empty() {
        prop_assert_eq!(found, expected);
        prop_assert!(after.iter().all(|(_, how)| *how == Takeover::Declared));
        return Ok(());
    }
    prop_assert!(after.len() <= 1);
    for (newer, how) in after {
        let (one, two) = (view.period(claim), view.period(newer));
        let same = (view.claims().subject(claim), view.claims().object(claim))
            == (view.claims().subject(newer), view.claims().object(newer));
        prop_assert_eq!(how, if same { Takeover::Continues } else { Takeover::Follows });
        prop_assert!(!one.is_open() && one.fl() < two.fl() && one.ul() < two.ul());
        prop_assert!(view.is_live(newer) && two.fe() <= view.as_of.day);
        prop_assert!(!view.is_event(newer) && !view.claims().denies(newer));
    }
    Ok(())
}

/// A claim came before another iff the other came after it.
fn before(view: &View<'_>, timelines: &Timelines<'_>, claim: ClaimId) -> Result<(), TestCaseError> {
    let dated = |how: Takeover| how != Takeover::Declared;
    let found: BTreeSet<(ClaimId, Takeover)> =
        timelines.before(claim).into_iter().filter(|(_, how)| dated(*how)).collect();
    let expected: BTreeSet<(ClaimId, Takeover)> = view
        .claims()
        .iter()
        .flat_map(|older| timelines.after(older).into_iter().map(move |(newer, how)| (older, newer, how)))
        .filter(|(_, newer, how)| *newer == claim && dated(*how))
        .map(|(older, _, how)| (older, how))
        .collect();
    prop_assert_eq!(found, expected);
    Ok(())
}

/// What holds now is all that can be reached, that nothing came after, and that has not ended.
fn now(view: &View<'_>, timelines: &Timelines<'_>, claim: ClaimId) -> Result<(), TestCaseError> {
    let mut reached = BTreeSet::from([claim]);
    while let Some(newer) = reached
        .iter()
        .flat_map(|older| timelines.after(*older))
        .map(|(newer, _)| newer)
        .find(|newer| !reached.contains(newer))
    {
        reached.insert(newer);
    }
    let last = |end: &ClaimId| timelines.after(*end).is_empty() && view.period(*end).ul() >= view.as_of.day;
    let expected: BTreeSet<ClaimId> = reached.into_iter().filter(|end| *end != claim && last(end)).collect();
    let found: BTreeSet<ClaimId> = timelines.now(claim).into_iter().collect();
    prop_assert_eq!(found, expected);
    Ok(())
}

/// Open claims that are declared to be superseded have a successor that has begun before any other.
fn declared(view: &View<'_>) -> Result<(), TestCaseError> {
    for taken in view.superseded() {
        prop_assert!(taken.certain && taken.how == Takeover::Declared);
        prop_assert!(view.period(taken.older).is_open() && view.has_begun(taken.newer));
        prop_assert!(declaring(view, taken.older).any(|newer| newer == taken.newer));
        prop_assert_eq!(view.succession(taken.older, taken.newer), taken);
    }
    Ok(())
}
