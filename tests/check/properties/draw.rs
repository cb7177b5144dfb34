//! Draws random small claim bases.
//!
//! Few subjects and objects, few days and relations with random laws, so that claims meet in every way.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::days::{Date, End, Valid};
use super::world::{Cited, Claim, ENTITIES, RELATIONS, Relation, SOURCES, Source, World};

fn date() -> impl Strategy<Value = Date> {
    let year = select(vec![2020, 2021, 2022]);
    let month = select(vec![1, 6, 12]);
    let day = select(vec![1, 15]);
    let about = prop::bool::weighted(0.1);
    (year, option::weighted(0.6, (month, option::weighted(0.5, day))), about).prop_map(
        |(year, rest, about)| Date {
            year,
            month: rest.map(|(month, _)| month),
            day: rest.and_then(|(_, day)| day),
            about,
        },
    )
}

fn valid() -> impl Strategy<Value = Valid> {
    let end = |date: Date| End::Date(date);
    let year = |year: i64| Date { year, month: None, day: None, about: false };
    let month = |year: i64, month: i64| Date { year, month: Some(month), day: None, about: false };
    // A few periods come up again and again: restatements.
    let usual = vec![
        Valid::Between(end(year(2020)), end(year(2021))),
        Valid::Between(end(month(2020, 6)), end(year(2021))),
        Valid::Between(end(year(2021)), End::Open),
        Valid::Between(end(month(2021, 6)), End::Open),
        Valid::On(month(2021, 6)),
    ];
    prop_oneof![
        5 => select(usual),
        1 => Just(Valid::Nothing),
        2 => date().prop_map(Valid::On),
        // In order by their years, mostly; now and then the wrong way round.
        8 => (date(), date(), any::<u8>()).prop_map(move |(one, two, turn)| {
            let (first, last) = if one.year <= two.year || turn < 25 { (one, two) } else { (two, one) };
            Valid::Between(end(first), end(last))
        }),
        5 => date().prop_map(move |date| Valid::Between(end(date), End::Open)),
        2 => date().prop_map(move |date| Valid::Between(end(date), End::Unknown)),
        1 => date().prop_map(move |date| Valid::Between(End::Unknown, end(date))),
        1 => date().prop_map(move |date| Valid::Between(End::Open, end(date))),
        1 => Just(Valid::Between(End::Unknown, End::Open)),
        1 => Just(Valid::Pending(None)),
        // No date that is drawn elsewhere begins on this day: the two ends of a hand-over are never written alike.
        1 => (2020i64..2023).prop_map(|year| {
            Valid::Pending(Some(Date { year, month: Some(6), day: Some(20), about: false }))
        }),
    ]
}

fn claim() -> impl Strategy<Value = Claim> {
    let cited = (0..SOURCES, option::weighted(0.2, date()), prop::bool::weighted(0.1))
        .prop_map(|(source, attests, disputes)| Cited { source, attests, disputes });
    let word = select(vec!["supersedes", "supersedes", "corrects", "repeats"]);
    let links = prop_oneof![4 => Just(Vec::new()), 1 => vec((word, 0..29usize), 1..3)];
    // Few subjects and relations are drawn often, so that timelines have several claims.
    let few = |most: usize| prop_oneof![3 => 0..2.min(most), 1 => 0..most];
    (
        few(ENTITIES),
        few(RELATIONS),
        (few(ENTITIES), option::weighted(0.2, 1..4usize)),
        valid(),
        prop::bool::weighted(0.12),
        vec(cited, 0..3),
        links,
    )
        .prop_map(|(subject, relation, (object, value), valid, denies, cited, links)| Claim {
            subject,
            relation,
            object,
            value,
            valid,
            denies,
            cited,
            links,
        })
}

fn laws() -> impl Strategy<Value = Relation> {
    let flag = |chance: f64| prop::bool::weighted(chance);
    let others = |chance: f64| {
        prop_oneof![
            (100.0 - chance * 100.0) as u32 => Just(Vec::new()),
            (chance * 100.0) as u32 => vec(0..RELATIONS, 1..3).prop_map(|mut ids| { ids.sort_unstable(); ids.dedup(); ids }),
        ]
    };
    let flags = (
        flag(0.4),
        flag(0.25),
        flag(0.25),
        flag(0.12),
        flag(0.2),
        flag(0.1),
        option::weighted(0.1, 0..RELATIONS),
    );
    let lists = (
        others(0.2),
        others(0.2),
        others(0.2),
        others(0.2),
        option::weighted(0.3, select(vec![30, 200, 500])),
    );
    (flags, lists).prop_map(|((functional, exclusive, one_value, once, event, symmetric, inverse), lists)| {
        let (narrower_than, incompatible_with, excludes_others, before, review_days) = lists;
        Relation {
            functional,
            exclusive,
            one_value,
            once,
            event,
            symmetric,
            inverse,
            narrower_than,
            incompatible_with,
            excludes_others,
            before,
            review_days,
        }
    })
}

/// A day to ask about.
fn day() -> impl Strategy<Value = Date> {
    (2019i64..2026).prop_map(|year| Date { year, month: Some(6), day: Some(15), about: false })
}

/// Some claims say what the one before them says, perhaps with the same dates.
fn with_echoes(drawn: Vec<(Claim, Option<bool>)>) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for (claim, echo) in drawn {
        let claim = match (echo, claims.last()) {
            (Some(dates), Some(last)) => Claim {
                subject: last.subject,
                relation: last.relation,
                object: last.object,
                value: last.value,
                valid: if dates { last.valid } else { claim.valid },
                ..claim
            },
            _ => claim,
        };
        claims.push(claim);
    }
    claims
}

/// Any small claim base.
pub fn world() -> impl Strategy<Value = World> {
    let source = (option::weighted(0.8, date()), any::<bool>(), option::weighted(0.3, 0..SOURCES));
    let source = source.prop_map(|(published, primary, from)| Source {
        published,
        primary,
        derived_from: from.into_iter().collect(),
    });
    (
        vec(option::weighted(0.15, 0..ENTITIES), ENTITIES),
        vec(source, SOURCES),
        vec(laws(), RELATIONS),
        vec((claim(), option::weighted(0.2, any::<bool>())), 1..16).prop_map(with_echoes),
        day(),
        option::weighted(0.25, day()),
        option::weighted(0.3, 2..4usize),
    )
        .prop_map(|(parts, sources, relations, claims, as_of, known_by, at_most)| World {
            parts,
            sources,
            relations,
            claims,
            as_of,
            known_by,
            at_most,
        })
}
