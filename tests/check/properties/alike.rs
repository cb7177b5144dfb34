//! Amounts of one and the same date, which do not hand over to each other: of one day they clash, of a year or month they may.

use super::days::Clash;
use super::oracle::Oracle;

/// Whether two claims that some law opposes clash.
pub fn clash(oracle: &Oracle<'_>, one: usize, two: usize) -> Clash {
    let usual = oracle.clash(one, two);
    let dates = date(oracle, one).zip(date(oracle, two)).filter(|(one, two)| one == two);
    match (usual, dates) {
        (Clash::None, Some(((earliest, latest), _))) if have_one_value(oracle, one, two) => {
            if earliest == latest { Clash::Certain } else { Clash::Possible }
        }
        _ => usual,
    }
}

/// The first and the last day of the date that is both the start and the end of a claim with an amount that lasts.
fn date(oracle: &Oracle<'_>, claim: usize) -> Option<(i64, i64)> {
    let (start, end) = oracle.valid[claim].ends();
    let days = |date: super::days::Date| (date.earliest(), date.latest());
    let (start, end) = (days(start.date()?), days(end.date()?));
    let lasts = oracle.world.claims[claim].value.is_some() && !oracle.is_event(claim);
    (start == end && lasts).then_some(start)
}

/// Whether a law lets one of the two amounts stand alone.
fn have_one_value(oracle: &Oracle<'_>, one: usize, two: usize) -> bool {
    let values = oracle.world.claims[one].value.zip(oracle.world.claims[two].value);
    oracle.world.relations.iter().enumerate().any(|(at, relation)| {
        let others = oracle.ends(two, at);
        oracle.ends(one, at).into_iter().any(|own| {
            others.iter().any(|other| {
                let (a, b) = (own.named, other.named);
                relation.one_value && a == b && values.is_some_and(|(one, two)| one != two)
            })
        })
    })
}
