//! Laws of time, each against a naive reading that tries every choice of days (tests only).
//!
//! The naive readings follow the definitions word for word and share no code with what they test. Days come from a
//! handful, so that every way of touching turns up often; infinities are among them.

use proptest::prelude::*;

use super::{
    Answer, Bound, Conflict, Contact, Day, Edge, Period, conflict, hands_over, known_shared_days, overlap,
    possible_shared_days, refines,
};

const CONTACTS: [Contact; 2] = [Contact::Strict, Contact::Closed];

fn bound() -> impl Strategy<Value = Bound> {
    (0..9i32, 0..4i32)
        .prop_map(|(first, more)| Bound::new(Day::from_number(first), Day::from_number(first + more)))
}

/// One end: mostly stated, now and then open or unknown.
fn side() -> impl Strategy<Value = (Option<Bound>, Edge)> {
    prop_oneof![
        5 => bound().prop_map(|b| (Some(b), Edge::Stated)),
        1 => Just((None, Edge::Open)),
        1 => Just((None, Edge::Unknown)),
    ]
}

/// Any period, inverted ones included.
fn period() -> impl Strategy<Value = Period> {
    prop_oneof![
        6 => (side(), side()).prop_map(|((s, se), (e, ee))| Period::from_parts(s, se, e, ee)),
        1 => bound().prop_map(Period::on),
    ]
}

/// Every choice of start and end, the start no later than the end. An infinite side may lie anywhere around the
/// days in play, so its days are those from just before the first to just after the last of them.
fn choices(period: Period) -> Vec<(i32, i32)> {
    let days = |b: Bound| b.earliest.number().max(-4)..=b.latest.number().min(16);
    days(period.start())
        .flat_map(|s| days(period.end()).map(move |e| (s, e)))
        .filter(|(s, e)| s <= e)
        .collect()
}

/// Yes if the law is so for every choice, no if for none (and if there is no choice).
fn by_trying<T>(all: &[T], law: impl Fn(&T) -> bool) -> Answer {
    let so = all.iter().filter(|choice| law(choice)).count();
    Answer::between(so == all.len() && so > 0, so > 0)
}

fn pairs(a: Period, b: Period) -> Vec<((i32, i32), (i32, i32))> {
    let seconds = choices(b);
    choices(a).into_iter().flat_map(|x| seconds.iter().map(move |y| (x, *y))).collect()
}

/// The pair logic of `count_classes.py`, on the bounds as written. A start that is written to be open lies before all days.
fn count_classes(a: Period, b: Period) -> Conflict {
    let stated = |p: Period| p.end_edge() == Edge::Stated;
    let begun = |p: Period| p.start_edge() != Edge::Unknown;
    let into = |a: Period, b: Period| stated(a) && b.start_edge() == Edge::Stated && a.end() == b.start();
    let (surely, perhaps) = match (stated(a), stated(b)) {
        (true, true) => (a.fl() < b.ue() && b.fl() < a.ue(), a.fe() < b.ul() && b.fe() < a.ul()),
        (false, false) => {
            let day = |p: Period| (p.start_edge() == Edge::Stated).then_some(p.start());
            (day(a).is_some_and(|a| a.is_point() && Some(a) == day(b)), false)
        }
        _ => {
            let (shut, open) = if stated(a) { (a, b) } else { (b, a) };
            let first_day = open.fl().min(shut.ul().previous());
            let surely = shut.fl() <= open.fe() && open.fl() < shut.ue() && open.start_edge() == Edge::Stated;
            (surely, open.fe().max(shut.fe()) <= first_day)
        }
    };
    if surely {
        Conflict::Certain
    } else if begun(a) && begun(b) && perhaps && !(into(a, b) || into(b, a)) {
        Conflict::Possible
    } else {
        Conflict::None
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn holding_by_trying_all(p in period(), day in -1..14i32) {
        let naive = by_trying(&choices(p), |(s, e)| *s <= day && day <= *e);
        prop_assert_eq!(p.holds_on(Day::from_number(day)), naive);
        prop_assert_eq!(p.known_on(Day::from_number(day)), naive == Answer::Yes);
    }

    #[test]
    fn known_presumed_and_excluded_are_apart(p in period(), day in -1..14i32) {
        let day = Day::from_number(day);
        prop_assert!(!(p.known_on(day) && p.presumed_on(day)));
        prop_assert!(!p.presumed_on(day) || p.holds_on(day) == Answer::Perhaps);
        prop_assert!(!p.presumed_on(day) || !p.both_stated());
    }

    #[test]
    fn overlap_by_trying_all(a in period(), b in period()) {
        let all = pairs(a, b);
        prop_assert_eq!(overlap(a, b, Contact::Strict), by_trying(&all, |((s1, e1), (s2, e2))| s1 < e2 && s2 < e1));
        prop_assert_eq!(overlap(a, b, Contact::Closed), by_trying(&all, |((s1, e1), (s2, e2))| s1 <= e2 && s2 <= e1));
    }

    #[test]
    fn overlap_is_symmetric(a in period(), b in period()) {
        for contact in CONTACTS {
            prop_assert_eq!(overlap(a, b, contact), overlap(b, a, contact));
            prop_assert_eq!(conflict(a, b, contact), conflict(b, a, contact));
        }
        prop_assert_eq!(hands_over(a, b), hands_over(b, a));
        prop_assert_eq!(possible_shared_days(a, b), possible_shared_days(b, a));
    }

    /// What is certain is possible: certain by the formula implies possible by the formula, for periods in order.
    #[test]
    fn certain_is_possible(a in period(), b in period()) {
        prop_assume!(!a.certainly_inverted() && !b.certainly_inverted());
        prop_assert!(!(a.fl() < b.ue() && b.fl() < a.ue()) || (a.fe() < b.ul() && b.fe() < a.ul()));
        prop_assert!(overlap(a, b, Contact::Strict) <= overlap(a, b, Contact::Closed));
    }

    #[test]
    fn conflicts_as_count_classes(a in period(), b in period()) {
        prop_assume!(!a.certainly_inverted() && !b.certainly_inverted());
        prop_assert_eq!(conflict(a, b, Contact::Strict), count_classes(a, b));
    }

    /// Narrower dates keep what is certain; wider ones keep what is possible, except for a hand-over, and where there
    /// is no date to be possible by: without a start, or of two without an end.
    #[test]
    fn narrowing_keeps_what_is_certain(a in period(), b in period(), cut in (0..3i32, 0..3i32, 0..3i32, 0..3i32)) {
        let narrow = |bound: Bound, (first, last): (i32, i32)| {
            let narrow = Bound::new(bound.earliest.plus_days(first), bound.latest.plus_days(-last));
            if bound.is_finite() && narrow.earliest <= narrow.latest { narrow } else { bound }
        };
        let side = |bound: Bound, edge: Edge, by| (edge == Edge::Stated).then(|| narrow(bound, by));
        let start = side(a.start(), a.start_edge(), (cut.0, cut.1));
        let end = side(a.end(), a.end_edge(), (cut.2, cut.3));
        let finer = Period::from_parts(start, a.start_edge(), end, a.end_edge());
        prop_assume!(!a.certainly_inverted() && !b.certainly_inverted() && !finer.certainly_inverted());
        for contact in CONTACTS {
            if conflict(a, b, contact) == Conflict::Certain {
                prop_assert_eq!(conflict(finer, b, contact), Conflict::Certain);
            }
            let dated = a.start_edge() != Edge::Unknown && b.start_edge() != Edge::Unknown;
            let dated = dated && !(a.is_open() && b.is_open()) && !hands_over(a, b);
            if dated && conflict(finer, b, contact) != Conflict::None {
                prop_assert_ne!(conflict(a, b, contact), Conflict::None);
            }
        }
    }

    #[test]
    fn tightening_once_is_enough(p in period()) {
        prop_assume!(!p.certainly_inverted());
        let again = Period::between(Bound::new(p.fe(), p.fl()), Bound::new(p.ue(), p.ul()));
        prop_assert_eq!((p.fe(), p.fl(), p.ue(), p.ul()), (again.fe(), again.fl(), again.ue(), again.ul()));
        prop_assert_eq!(again.start(), Bound::new(p.fe(), p.fl()));
        prop_assert!(p.fe() <= p.fl() && p.ue() <= p.ul() && p.fe() <= p.ue() && p.fl() <= p.ul());
        prop_assert_eq!(choices(p), choices(again));
    }

    #[test]
    fn inverted_means_no_choice(p in period()) {
        prop_assert_eq!(p.certainly_inverted(), choices(p).is_empty());
    }

    #[test]
    fn refinement_is_antisymmetric(a in period(), b in period(), c in period()) {
        prop_assert!(!refines(a, a));
        prop_assert!(!(refines(a, b) && refines(b, a)));
        prop_assert!(!(refines(a, b) && refines(b, c)) || refines(a, c));
    }

    #[test]
    fn shared_days_are_shared(a in period(), b in period()) {
        if let Some((first, last)) = known_shared_days(a, b) {
            prop_assert!(first <= last && overlap(a, b, Contact::Closed) == Answer::Yes);
            for day in [first, last] {
                prop_assert!(a.known_on(day) && b.known_on(day));
            }
        }
        prop_assert_eq!(possible_shared_days(a, b).is_some(), overlap(a, b, Contact::Closed).is_possible());
    }

    /// Attestations only ever make more known, and never move what is stated.
    #[test]
    fn attested_is_known(p in period(), first in proptest::option::of(bound()), last in proptest::option::of(bound())) {
        let more = p.attested(first, last);
        prop_assert!(more.fe() == p.fe() && more.ul() == p.ul() && more.fl() <= p.fl() && more.ue() >= p.ue());
        prop_assert!(!p.both_stated() || more == p);
        prop_assert_eq!((more.start_edge(), more.end_edge()), (p.start_edge(), p.end_edge()));
        if p.start_edge() == Edge::Stated {
            prop_assert_eq!(more.start(), p.start());
        }
        if p.end_edge() == Edge::Stated {
            prop_assert_eq!(more.end(), p.end());
        }
    }

    #[test]
    fn ended_on_ends_only_what_is_open(p in period(), end in bound()) {
        let ended = p.ended_on(end);
        prop_assert!(!ended.is_open());
        prop_assert_eq!(ended.end(), if p.is_open() { end } else { p.end() });
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,20}", shaped in "[0-9X./-]{0,14}") {
        let _ = Period::parse(&text);
        let _ = Period::parse(&shaped);
    }

    /// A period of plain dates is written as it is read.
    #[test]
    fn reads_what_it_writes(
        start in "(|\\.\\.|[0-2][0-9]{3}(-0[1-9](-[01][1-9])?)?)", end in "(\\.\\.|[0-2][0-9]{3}(-1[0-2])?)",
    ) {
        let text = format!("{start}/{end}");
        prop_assert_eq!(Period::parse(&text).map(|p| p.to_string()), Ok(text));
    }

    /// Whatever its bounds are, what is written of a period is read as the same.
    #[test]
    fn written_periods_read_back(p in period()) {
        prop_assert_eq!(Period::parse(&p.to_string()).ok(), (p != Period::UNKNOWN).then_some(p));
    }

    /// A qualified date may be all that it may be without its qualifier, and more.
    #[test]
    fn qualifiers_widen(date in "-?[0-2][0-9]{3}(-0[1-9](-[01][1-9])?)?") {
        let read = |qualifier: &str| super::parse_date(&format!("{date}{qualifier}"));
        let (Ok(exact), Ok(about), Ok(doubtful), Ok(both)) = (read(""), read("~"), read("?"), read("%")) else {
            return Ok(());
        };
        for (wide, narrow) in [(about, exact), (doubtful, about), (both, doubtful)] {
            prop_assert!(wide.earliest < narrow.earliest && narrow.latest < wide.latest);
        }
    }
}
