//! Random bases after their repair: nothing is left that certainly cannot be true together.

use std::collections::BTreeMap;

use erstwhile::engine::{RepairOptions, repairs};
use erstwhile::load;
use erstwhile::model::{Claims, Preference, RepairAction, RepairStep};
use erstwhile::repair::Effort;
use proptest::prelude::*;

use super::world::World;
use super::{as_of, check, files, known, whole};

/// What is done with a claim: the period that is left of it; none if it goes.
type Left = BTreeMap<String, Option<String>>;

/// Repairs a world, and checks what is left of it.
pub fn agrees(world: &World, closes: bool) -> Result<(), TestCaseError> {
    let days = (world.as_of, world.known_by);
    let records = world.claims_as_ron();
    let loaded = load::load(&files(vec![("claims/all.ron", whole(world, &records))]));
    let options = RepairOptions {
        as_of: as_of(days),
        order: Preference::ALL.to_vec(),
        closes,
        possible: false,
        effort: Effort::default(),
    };
    let found = repairs(&loaded, &options);
    let claims = &loaded.base.claims;
    let mut left = Left::new();
    // Closings go with what is settled: what would be so after one of several repairs is not asked.
    let is_settled = found.clusters.iter().all(|cluster| cluster.choice.is_empty());
    let closings = found.closings.iter().filter(|_| is_settled);
    for action in found.clusters.iter().flat_map(|one| one.settled.iter().chain(&one.choice)).chain(closings)
    {
        left.insert(claims.id(action.claim).to_owned(), valid(claims, action));
    }
    prop_assert!(closes || left.values().all(Option::is_none));
    is_done_once(&world.clone().without_links(), &options)?;
    let records: Vec<String> = records.iter().filter_map(|record| rewritten(record, &left)).collect();
    let (report, _) = check(vec![("claims/all.ron", whole(world, &records))], days);
    let broken: Vec<_> = known(&report)
        .into_iter()
        .filter(|(code, _)| ["contradiction", "order"].contains(&code.as_str()))
        .collect();
    prop_assert!(broken.is_empty(), "left after the repair: {broken:?}\nwhich was {left:?}");
    Ok(())
}

/// The period that is left of a claim; none if it goes.
fn valid(claims: &Claims, action: &RepairAction) -> Option<String> {
    match action.step {
        RepairStep::Drop => None,
        RepairStep::Close(end) => Some(claims.period(action.claim).ended_on(end).to_string()),
    }
}

/// What is settled is settled once: when it is done there is nothing more to do.
fn is_done_once(world: &World, options: &RepairOptions) -> Result<(), TestCaseError> {
    let records = world.claims_as_ron();
    let loaded = load::load(&files(vec![("claims/all.ron", whole(world, &records))]));
    let (found, claims) = (repairs(&loaded, options), &loaded.base.claims);
    let left: Left =
        found.settled().map(|action| (claims.id(action.claim).to_owned(), valid(claims, action))).collect();
    let records: Vec<String> = records.iter().filter_map(|record| rewritten(record, &left)).collect();
    let after = load::load(&files(vec![("claims/all.ron", whole(world, &records))]));
    let again = repairs(&after, options);
    let more: Vec<_> =
        again.settled().map(|action| (after.base.claims.id(action.claim).to_owned(), action.step)).collect();
    prop_assert!(more.is_empty(), "after {left:?} there was still {more:?}");
    Ok(())
}

/// A record after the repair.
fn rewritten(record: &str, left: &Left) -> Option<String> {
    let id = record.split('"').nth(1)?;
    let Some(done) = left.get(id) else { return Some(record.to_owned()) };
    let valid = done.as_ref()?;
    let Some(from) = record.find("valid: \"").map(|at| at + "valid: \"".len()) else {
        return Some(record.replacen(", sources", &format!(", valid: \"{valid}\", sources"), 1));
    };
    let to = from + record[from..].find('"')?;
    Some(format!("{}{valid}{}", &record[..from], &record[to..]))
}
