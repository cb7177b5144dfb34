//! Random bases after their repair: nothing is left that certainly cannot be true together.

use std::collections::BTreeMap;

use erstwhile::engine::{RepairOptions, repairs};
use erstwhile::load;
use erstwhile::model::{Preference, RepairStep};
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
    for action in
        found.clusters.iter().flat_map(|one| one.settled.iter().chain(&one.choice)).chain(&found.closings)
    {
        let valid = match action.step {
            RepairStep::Drop => None,
            RepairStep::Close(end) => Some(claims.period(action.claim).ended_on(end).to_string()),
        };
        left.insert(claims.id(action.claim).to_owned(), valid);
    }
    prop_assert!(closes || left.values().all(Option::is_none));
    let records: Vec<String> = records.iter().filter_map(|record| rewritten(record, &left)).collect();
    let (report, _) = check(vec![("claims/all.ron", whole(world, &records))], days);
    let broken: Vec<_> = known(&report)
        .into_iter()
        .filter(|(code, _)| ["contradiction", "order"].contains(&code.as_str()))
        .collect();
    prop_assert!(broken.is_empty(), "left after the repair: {broken:?}\nwhich was {left:?}");
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
