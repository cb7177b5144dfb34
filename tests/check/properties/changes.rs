//! What must not change, or only one way, when a claim base is written differently: names of claims, and finer dates.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::days::{Date, End, Valid};
use super::oracle::Told;
use super::succession::contents;
use super::world::{Relation, World, claim_id};
use super::{cases, check, check_whole, draw, known, whole};

/// Another name for a claim, such that names sort differently.
fn renamed(id: &str, turn: usize) -> String {
    let at: usize = id.trim_start_matches('c').parse().expect("a number");
    format!("n{:02}", (at * 11 + turn) % 29)
}

/// Whether all claims differ in what decides their order; those that do not are distinguished by their names.
fn all_differ(world: &World) -> bool {
    let said: BTreeSet<_> = contents(world).into_iter().collect();
    said.len() == world.claims.len()
}

/// The base without laws that report one of many, whose choice depends on the dates.
fn of_pairs_only(mut world: World) -> World {
    let relations = world.relations.into_iter();
    world.relations = relations.map(|relation| Relation { once: false, ..relation }).collect();
    (world.at_most, world.known_by) = (None, None);
    world
}

/// A finer date within this one.
fn finer(date: Date) -> Date {
    match (date.month, date.day) {
        (None, _) => Date { month: Some(6), ..date },
        (Some(_), None) => Date { day: Some(15), ..date },
        _ => Date { about: false, ..date },
    }
}

fn with_finer_date(valid: Valid, of_end: bool) -> Valid {
    let finer_end = |end: End| match end {
        End::Date(date) => End::Date(finer(date)),
        other => other,
    };
    match valid {
        Valid::Nothing | Valid::Pending(_) => valid,
        Valid::On(date) => Valid::On(finer(date)),
        Valid::Between(start, end) if of_end => Valid::Between(start, finer_end(end)),
        Valid::Between(start, end) => Valid::Between(finer_end(start), end),
    }
}

fn certain(world: &World) -> BTreeSet<Told> {
    known(&check_whole(world).0).into_iter().filter(|(code, _)| code == "contradiction").collect()
}

proptest! {
    #![proptest_config(cases(300))]

    /// Renaming claims changes nothing but names.
    #[test]
    fn names_decide_nothing(world in draw::world(), turn in 0..29usize) {
        prop_assume!(all_differ(&world));
        let mut text = whole(&world, &world.claims_as_ron());
        for at in 0..world.claims.len() {
            text = text.replace(&format!("\"{}\"", claim_id(at)), &format!("\"{}\"", renamed(&claim_id(at), turn)));
        }
        let told = known(&check(vec![("claims/all.ron", text)], (world.as_of, world.known_by)).0);
        let is_claim = |id: &str| id.starts_with('c');
        let expected: BTreeSet<Told> = known(&check_whole(&world).0)
            .into_iter()
            .map(|(code, ids)| {
                let name = |id: &String| if is_claim(id) { renamed(id, turn) } else { id.clone() };
                let mut ids: Vec<String> = ids.iter().map(name).collect();
                ids.sort();
                (code, ids)
            })
            .collect();
        prop_assert_eq!(told, expected);
    }

    /// A finer date loses no certain contradiction, and so a coarser one adds none.
    #[test]
    fn finer_dates_keep_what_is_certain(
        world in draw::world().prop_map(of_pairs_only), which: usize, of_end: bool,
    ) {
        let mut finer = world.clone();
        let which = which % world.claims.len();
        finer.claims[which].valid = with_finer_date(world.claims[which].valid, of_end);
        prop_assume!(!finer.claims[which].valid.is_inverted());
        let (before, after) = (certain(&world), certain(&finer));
        let lost: Vec<_> = before.difference(&after).collect();
        prop_assert!(lost.is_empty(), "lost by a finer date: {:?}", lost);
    }
}
