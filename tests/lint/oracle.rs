//! The verdict on what a sentence says against every choice of days: of those that the records leave open, and of those that
//! the sentence does. What is held against a sentence must be wrong whatever is chosen, and what is wrong whatever is chosen
//! must be held against it.

use erstwhile::check::{DraftAsSource, Judge};
use erstwhile::graph::{AsOf, Graph, View};
use erstwhile::load::{self, Loaded};
use erstwhile::model::{AssertedTime, Assertion, Confidence, Modality, Polarity, Reading, Verdict};
use erstwhile::text::{File, FileId, Files, Span};
use erstwhile::time::{Bound, Day, parse_date};
use proptest::prelude::*;

const TODAY: &str = "2021-06-15";

/// The days of one holder: from when to when.
type Term = (Day, Day);

/// A date as it is written, and the days that it may mean.
#[derive(Debug, Clone)]
struct Date {
    text: String,
    bound: Bound,
}

fn date() -> impl Strategy<Value = Date> {
    (2012u16..=2020, 1u8..=12, 1u8..=28, 0u8..3).prop_map(|(year, month, day, precision)| {
        let text = match precision {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        let bound = parse_date(&text).expect("a date");
        Date { text, bound }
    })
}

/// Who is on record: Ann, and perhaps Bob after her.
#[derive(Debug, Clone)]
enum Records {
    /// Ann from one date to another.
    Closed(Date, Date),
    /// Ann from a date on; a source says so on another.
    Open(Date, Date),
    /// Ann, then Bob: the end of the one is written as the start of the other.
    HandOver(Date, Date, Date),
    /// Ann from a date on, then Bob without a word about her end.
    TakenOver(Date, Date),
}

fn records() -> impl Strategy<Value = Records> {
    prop_oneof![
        (date(), date()).prop_map(|(from, until)| Records::Closed(from, until)),
        (date(), date()).prop_map(|(from, known)| Records::Open(from, known)),
        (date(), date(), date()).prop_map(|(from, change, until)| Records::HandOver(from, change, until)),
        (date(), date()).prop_map(|(from, change)| Records::TakenOver(from, change)),
    ]
}

/// The time that is stated.
#[derive(Debug, Clone)]
enum Time {
    Present,
    Past,
    Never,
    On(Date),
    Became(Date),
    Since(Date, bool),
    Until(Date, bool),
    Before(Date),
    Range(Date, Date, bool),
}

fn time() -> impl Strategy<Value = Time> {
    let any = any::<bool>;
    prop_oneof![
        Just(Time::Present),
        Just(Time::Past),
        Just(Time::Never),
        date().prop_map(Time::On),
        date().prop_map(Time::Became),
        (date(), any()).prop_map(|(date, ends)| Time::Since(date, ends)),
        (date(), any()).prop_map(|(date, ends)| Time::Until(date, ends)),
        date().prop_map(Time::Before),
        (date(), date(), any()).prop_map(|(from, until, ends)| Time::Range(from, until, ends)),
    ]
}

impl Time {
    fn said(&self) -> AssertedTime {
        let ends = |time: AssertedTime, names_ends: bool| AssertedTime { names_ends, ..time };
        match self {
            Self::Present => AssertedTime::PRESENT,
            Self::Past => AssertedTime::PAST,
            Self::Never => AssertedTime::PRESENT.ever(),
            Self::On(date) => AssertedTime::on(date.bound),
            Self::Became(date) => ends(AssertedTime::on(date.bound), true),
            Self::Since(date, named) => ends(AssertedTime::between(Some(date.bound), None), *named),
            Self::Until(date, named) => ends(AssertedTime::between(None, Some(date.bound)), *named),
            Self::Before(date) => AssertedTime::before(date.bound),
            Self::Range(from, until, named) => {
                ends(AssertedTime::between(Some(from.bound), Some(until.bound)), *named)
            }
        }
    }

    fn dates(&self) -> Vec<Bound> {
        match self {
            Self::Present | Self::Past | Self::Never => vec![],
            Self::On(date) | Self::Became(date) | Self::Before(date) => vec![date.bound],
            Self::Since(date, _) | Self::Until(date, _) => vec![date.bound],
            Self::Range(from, until, _) => vec![from.bound, until.bound],
        }
    }
}

/// The days of a bound at which answers may change, given all dates that matter.
fn days(bound: Bound, turns: &[Day]) -> Vec<Day> {
    let all = turns.iter().copied().filter(|day| bound.earliest <= *day && *day <= bound.latest);
    let mut all: Vec<Day> = all.collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// All choices of terms that the records leave, Ann's first. What is open is presumed to go on; `ended`: or to have ended after
/// a source last confirmed it.
fn worlds(records: &Records, turns: &[Day], ended: bool) -> Vec<Vec<Term>> {
    let mut worlds = Vec::new();
    let mut add = |terms: Vec<Term>| {
        if terms.iter().all(|(from, until)| from <= until) {
            worlds.push(terms);
        }
    };
    match records {
        Records::Closed(from, until) => {
            for first in days(from.bound, turns) {
                for last in days(until.bound, turns) {
                    add(vec![(first, last)]);
                }
            }
        }
        Records::Open(from, known) => {
            for first in days(from.bound, turns) {
                add(vec![(first, Day::MAX)]);
                let after = Bound::new(known.bound.earliest.max(from.bound.earliest), Day::MAX);
                for last in days(after, turns).into_iter().filter(|_| ended) {
                    add(vec![(first, last)]);
                }
            }
        }
        Records::HandOver(from, change, until) => {
            for first in days(from.bound, turns) {
                for turn in days(change.bound, turns) {
                    for last in days(until.bound, turns) {
                        add(vec![(first, turn), (turn, last)]);
                    }
                }
            }
        }
        Records::TakenOver(from, change) => {
            for first in days(from.bound, turns) {
                for turn in days(change.bound, turns) {
                    add(vec![(first, turn), (turn, Day::MAX)]);
                    for last in days(Bound::new(turn, Day::MAX), turns).into_iter().filter(|_| ended) {
                        add(vec![(first, turn), (turn, last)]);
                    }
                }
            }
        }
    }
    worlds
}

fn near(day: Day, said: Bound) -> bool {
    said.earliest.previous() <= day && day <= said.latest.next()
}

/// Whether a sentence that asserts it of who held this term is right.
fn is_right(time: &Time, (from, until): Term, today: Day) -> bool {
    let on = |day: Day| from <= day && day <= until;
    match time {
        Time::Present => on(today),
        Time::Past => from <= today,
        Time::Never => unreachable!("never only denies"),
        Time::On(date) => from <= date.bound.latest && date.bound.earliest <= until,
        Time::Became(date) => {
            near(from, date.bound) && from <= date.bound.latest && date.bound.earliest <= until
        }
        Time::Since(date, true) => near(from, date.bound) && on(today),
        Time::Since(date, false) => from <= date.bound.latest.next() && on(today),
        Time::Until(date, true) => near(until, date.bound) && from <= date.bound.latest,
        Time::Until(date, false) => date.bound.earliest.previous() <= until && from <= date.bound.latest,
        Time::Before(date) => from <= date.bound.latest,
        Time::Range(first, last, true) => {
            near(from, first.bound) && near(until, last.bound) && from <= last.bound.latest
        }
        Time::Range(first, last, false) => {
            from <= first.bound.latest.next()
                && last.bound.earliest.previous() <= until
                && from <= last.bound.latest
        }
    }
}

/// Whether a sentence that denies it of who held this term is right.
fn is_rightly_denied(time: &Time, (from, until): Term, today: Day, turns: &[Day]) -> bool {
    let free = |first: Day, last: Day| first > last || last < from || until < first;
    match time {
        Time::Present => free(today, today),
        // Before it began it was not so.
        Time::Past => true,
        Time::Never => free(Day::MIN, today),
        Time::On(date) | Time::Became(date) => free(date.bound.earliest, date.bound.latest),
        Time::Since(date, _) => free(date.bound.latest.next().min(today), today),
        Time::Until(date, _) => {
            let before = Bound::new(date.bound.earliest.previous(), date.bound.latest.previous());
            days(before, turns).into_iter().any(|day| free(day, day))
        }
        Time::Before(date) => free(Day::MIN, date.bound.latest),
        Time::Range(first, last, _) => free(first.bound.latest.next(), last.bound.earliest.previous()),
    }
}

/// Whether someone else may have held it as the sentence says, while others held these terms.
fn is_possible(time: &Time, terms: &[Term], today: Day, turns: &[Day]) -> bool {
    let free = |first: Day, last: Day| terms.iter().all(|(from, until)| last < *from || *until < first);
    let some = |bound: Bound| days(bound, turns).into_iter().any(|day| free(day, day));
    match time {
        Time::Present => free(today, today),
        Time::Past | Time::Before(_) => true,
        Time::Never => unreachable!("never only denies"),
        Time::On(date) | Time::Became(date) => some(date.bound),
        Time::Since(date, _) => free(date.bound.latest.next().min(today), today),
        Time::Until(date, _) => some(Bound::new(date.bound.earliest.previous(), date.bound.latest)),
        Time::Range(first, last, _) => {
            let (start, end) = (first.bound.latest.next(), last.bound.earliest.previous());
            if start <= end { free(start, end) } else { some(first.bound.hull(last.bound)) }
        }
    }
}

fn loaded(records: &Records) -> Option<(Loaded, FileId)> {
    let claim = |who: &str, valid: String, source: &str| {
        format!(
            r#"(id: "{who}", subject: "{who}", relation: "leads", object: "club", valid: "{valid}", sources: ["{source}"]),"#
        )
    };
    let (claims, known) = match records {
        Records::Closed(from, until) => {
            (claim("ann", format!("{}/{}", from.text, until.text), "old"), &from.text)
        }
        Records::Open(from, known) => (claim("ann", format!("{}/..", from.text), "known"), &known.text),
        Records::HandOver(from, change, until) => (
            claim("ann", format!("{}/{}", from.text, change.text), "old")
                + &claim("bob", format!("{}/{}", change.text, until.text), "old"),
            &from.text,
        ),
        Records::TakenOver(from, change) => (
            claim("ann", format!("{}/..", from.text), "old")
                + &claim("bob", format!("{}/..", change.text), "old"),
            &from.text,
        ),
    };
    let text = format!(
        r#"(
            relations: [(id: "leads", label: "leads", exclusive: true)],
            entities: [(id: "club", name: "Club"), (id: "ann", name: "Ann"), (id: "bob", name: "Bob"), (id: "tom", name: "Tom")],
            sources: [(id: "old", published: "2001"), (id: "known", published: "{known}")],
            claims: [{claims}],
        )"#
    );
    let mut files = Files::default();
    let rules = load::STANDARD_FILES.iter().filter(|(path, _)| path.ends_with("standard.ron"));
    for (path, text) in rules {
        files.add(File::new(*path, *text));
    }
    let file = files.add(File::new("claims/a.ron", text));
    let loaded = load::load(&files);
    loaded.findings.is_empty().then_some((loaded, file))
}

fn assertion(loaded: &Loaded, who: &str, polarity: Polarity, time: AssertedTime) -> Assertion {
    let base = &loaded.base;
    Assertion {
        span: Span::default(),
        words: Vec::new(),
        subject: base.entities.find(who),
        relation: base.relations.find("leads").expect("a relation"),
        object: base.entities.find("club"),
        text: None,
        value: None,
        unrecorded: None,
        claims: base.claims.iter().filter(|claim| base.claims.id(*claim) == who).collect(),
        polarity,
        ceased: false,
        possible: false,
        named: false,
        modality: Modality::Stated,
        time,
        confidence: Confidence::High,
        verdict: Verdict::Unknown,
        decided_by: None,
        why: Vec::new(),
    }
}

fn draft(file: FileId) -> Reading {
    Reading {
        file,
        path: String::new(),
        date: None,
        date_from: None,
        language: String::new(),
        title: None,
        heading: None,
        url: None,
        sentences: Vec::new(),
        naming: 0,
        length: 0,
        head_flaws: Vec::new(),
        allows: Vec::new(),
        allow_flaws: Vec::new(),
        as_of: None,
    }
}

fn is_held_against(verdict: Verdict) -> bool {
    use Verdict::{Contradicted, Misdated, Outdated, Premature};
    matches!(verdict, Contradicted | Misdated | Outdated | Premature)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, max_global_rejects: 65_536, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_no_choice_of_days_makes_right_is_held_against_a_sentence(
        records in records(), time in time(), who in prop::sample::select(vec!["ann", "bob", "tom"]), denies in any::<bool>(),
    ) {
        let today = Day::parse(TODAY).expect("a day");
        let denies = denies || matches!(time, Time::Never);
        let of_record = match &records {
            Records::Closed(a, b) | Records::Open(a, b) | Records::TakenOver(a, b) => vec![a.bound, b.bound],
            Records::HandOver(a, b, c) => vec![a.bound, b.bound, c.bound],
        };
        // A change before the beginning, or an end before the change, is not a record to judge by.
        prop_assume!(of_record.windows(2).all(|pair| pair[0].latest < pair[1].earliest));
        // Nor is "from October to October": whether that is a day, the month or nothing is not said.
        if let Time::Range(from, until, _) = &time {
            prop_assume!(from.bound.latest < until.bound.earliest);
        }
        let dates = of_record.iter().copied().chain(time.dates()).chain([Bound::day(today)]);
        let turns: Vec<Day> = dates
            .flat_map(|bound| [bound.earliest, bound.latest])
            .flat_map(|day| (-2..=2).map(move |by| day.plus_days(by)))
            .collect();
        let (loaded, file) = loaded(&records).expect("records without a fault");
        let graph = Graph::new(&loaded.base, &loaded.index);
        let view = View::new(&graph, AsOf { day: today, known_by: None });
        let judge = Judge::new(&view);
        let polarity = if denies { Polarity::Denies } else { Polarity::Asserts };
        let mut said = assertion(&loaded, who, polarity, time.said());
        judge.judge(&DraftAsSource::of(&draft(file)), &mut said);
        let place = usize::from(who == "bob");
        let is_alone = matches!(records, Records::Closed(..) | Records::Open(..));
        let has_term = who == "ann" || who == "bob" && !is_alone;
        let worlds = worlds(&records, &turns, !denies && has_term);
        let right = worlds.iter().any(|terms| match (denies, has_term) {
            (false, true) => is_right(&time, terms[place], today),
            (true, true) => is_rightly_denied(&time, terms[place], today, &turns),
            (true, false) => true,
            (false, false) => is_possible(&time, terms, today, &turns),
        });
        prop_assert_eq!(!right, is_held_against(said.verdict), "{} {:?}, {} {:?}: {:?}", who, polarity, TODAY, time, said.verdict);
    }
}
