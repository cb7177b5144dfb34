//! Random small claim bases: what is in them, how they are drawn, and how they are written as files.
//!
//! Few subjects and objects, few days and relations with random laws, so that claims meet in every way. What should be
//! found in them is the oracle's business.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::days::{Date, End, Valid};

/// Subjects, objects and wholes are drawn from so many entities.
pub const ENTITIES: usize = 5;
/// So many sources.
pub const SOURCES: usize = 4;
/// So many relations.
pub const RELATIONS: usize = 4;

#[derive(Debug, Clone, Default)]
pub struct Relation {
    pub functional: bool,
    pub exclusive: bool,
    pub once: bool,
    pub event: bool,
    pub symmetric: bool,
    pub inverse: Option<usize>,
    pub narrower_than: Vec<usize>,
    pub incompatible_with: Vec<usize>,
    pub excludes_others: Vec<usize>,
    pub before: Vec<usize>,
    pub review_days: Option<i64>,
}

#[derive(Debug, Clone)]
pub struct Source {
    pub published: Option<Date>,
    pub primary: bool,
    pub derived_from: Vec<usize>,
}

#[derive(Debug, Clone)]
pub struct Cited {
    pub source: usize,
    pub attests: Option<Date>,
    pub disputes: bool,
}

#[derive(Debug, Clone)]
pub struct Claim {
    pub subject: usize,
    pub relation: usize,
    pub object: usize,
    pub valid: Valid,
    pub denies: bool,
    pub cited: Vec<Cited>,
    /// Links to other claims: word of the link, and which claim (taken modulo their number).
    pub links: Vec<(&'static str, usize)>,
}

#[derive(Clone)]
pub struct World {
    /// What each entity is part of.
    pub parts: Vec<Option<usize>>,
    pub sources: Vec<Source>,
    pub relations: Vec<Relation>,
    pub claims: Vec<Claim>,
    pub as_of: Date,
    /// Only what had been published by then counts.
    pub known_by: Option<Date>,
    /// A rule for the first two relations: at most so many objects at a time.
    pub at_most: Option<usize>,
}

impl std::fmt::Debug for World {
    /// As its records are written, which is what a failed case needs.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let known_by = self.known_by.map_or("…".to_owned(), Date::written);
        writeln!(formatter, "as of {}, known by {known_by}", self.as_of.written())?;
        let records = self.frame().into_iter().flatten().chain(self.claims_as_ron());
        records.into_iter().try_for_each(|record| writeln!(formatter, "{record}"))
    }
}

/// The id of a claim; ids do not run in the order of the claims.
pub fn claim_id(at: usize) -> String {
    format!("c{:02}", (at * 7 + 3) % 29)
}

impl World {
    /// The claims that a claim links to by this word.
    pub fn linked(&self, claim: usize, word: &str) -> Vec<usize> {
        let links = self.claims[claim].links.iter().filter(|(kind, _)| *kind == word);
        links.map(|(_, to)| to % self.claims.len()).collect()
    }

    /// Entities, sources, relations and rules, as RON.
    pub fn frame(&self) -> [Vec<String>; 4] {
        let entity = |(at, whole): (usize, &Option<usize>)| {
            let part = whole.map_or(String::new(), |whole| format!(", part_of: [\"e{whole}\"]"));
            format!("(id: \"e{at}\"{part})")
        };
        let source = |(at, source): (usize, &Source)| {
            let published =
                source.published.map_or(String::new(), |date| format!(", published: \"{}\"", date.written()));
            let kind = if source.primary { "primary" } else { "secondary" };
            format!(
                "(id: \"s{at}\", kind: {kind}{published}{})",
                list("derived_from", "s", &source.derived_from)
            )
        };
        let rule = |most: usize| {
            format!(
                "(id: \"most\", kind: single_value(per: subject, at_most: {most}), relations: [\"r0\", \"r1\"])"
            )
        };
        [
            self.parts.iter().enumerate().map(entity).collect(),
            self.sources.iter().enumerate().map(source).collect(),
            self.relations.iter().enumerate().map(relation).collect(),
            self.at_most.map(rule).into_iter().collect(),
        ]
    }

    /// The claims, each as RON.
    pub fn claims_as_ron(&self) -> Vec<String> {
        (0..self.claims.len()).map(|at| self.claim_as_ron(at)).collect()
    }

    fn claim_as_ron(&self, at: usize) -> String {
        let claim = &self.claims[at];
        let valid = claim.valid.written().map_or(String::new(), |valid| format!(", valid: \"{valid}\""));
        let not = if claim.denies { ", not: true" } else { "" };
        let cited: Vec<String> = claim.cited.iter().map(cited_as_ron).collect();
        let link = |word: &str| {
            let to: Vec<String> =
                self.linked(at, word).into_iter().map(|to| format!("\"{}\"", claim_id(to))).collect();
            if to.is_empty() { String::new() } else { format!(", {word}: [{}]", to.join(", ")) }
        };
        format!(
            "(id: \"{}\", subject: \"e{}\", relation: \"r{}\", object: \"e{}\"{valid}{not}, sources: [{}]{}{}{})",
            claim_id(at),
            claim.subject,
            claim.relation,
            claim.object,
            cited.join(", "),
            link("supersedes"),
            link("corrects"),
            link("repeats")
        )
    }

    /// The claims as JSON Lines; links cannot be written there.
    pub fn claims_as_json(&self) -> Vec<String> {
        let cited = |cited: &Cited| {
            let attests =
                cited.attests.map_or(String::new(), |date| format!(",\"attests\":\"{}\"", date.written()));
            let stance = if cited.disputes { ",\"stance\":\"disputes\"" } else { "" };
            match (&cited.attests, cited.disputes) {
                (None, false) => format!("\"s{}\"", cited.source),
                _ => format!("{{\"source\":\"s{}\"{attests}{stance}}}", cited.source),
            }
        };
        let line = |(at, claim): (usize, &Claim)| {
            let (start, end) = claim.valid.ends();
            let valid = match claim.valid {
                Valid::Nothing => String::new(),
                Valid::On(date) => format!(",\"valid\":\"{}\"", date.written()),
                Valid::Between(..) => format!(",\"from\":{},\"until\":{}", nullable(start), nullable(end)),
            };
            let sources: Vec<String> = claim.cited.iter().map(cited).collect();
            format!(
                "{{\"id\":\"{}\",\"subject\":\"e{}\",\"relation\":\"r{}\",\"object\":\"e{}\",\"not\":{}{valid},\"sources\":[{}]}}",
                claim_id(at),
                claim.subject,
                claim.relation,
                claim.object,
                claim.denies,
                sources.join(",")
            )
        };
        self.claims.iter().enumerate().map(line).collect()
    }

    /// The claims as rows of a table with the header `object;not;id;valid;sources;relation;subject`; neither links nor
    /// what a citation says beyond its source can be written there.
    pub fn claims_as_rows(&self) -> Vec<String> {
        let row = |(at, claim): (usize, &Claim)| {
            let sources: Vec<String> = claim.cited.iter().map(|cited| format!("s{}", cited.source)).collect();
            let valid = claim.valid.written().unwrap_or_default();
            let (not, sources) = (if claim.denies { "yes" } else { "" }, sources.join("; "));
            format!(
                "e{};{not};{};\"{valid}\";\"{sources}\";r{};e{}",
                claim.object,
                claim_id(at),
                claim.relation,
                claim.subject
            )
        };
        self.claims.iter().enumerate().map(row).collect()
    }

    /// Without what only RON can say.
    pub fn without_links(mut self) -> Self {
        for claim in &mut self.claims {
            claim.links.clear();
        }
        self
    }

    /// Without what a table of cells cannot say.
    pub fn without_details(mut self) -> Self {
        for cited in self.claims.iter_mut().flat_map(|claim| &mut claim.cited) {
            (cited.attests, cited.disputes) = (None, false);
        }
        self
    }
}

fn nullable(end: End) -> String {
    match end {
        End::Unknown => "null".to_owned(),
        stated => format!("\"{}\"", stated.written()),
    }
}

fn cited_as_ron(cited: &Cited) -> String {
    let attests = cited.attests.map_or(String::new(), |date| format!(", attests: \"{}\"", date.written()));
    let stance = if cited.disputes { ", stance: disputes" } else { "" };
    match (cited.attests, cited.disputes) {
        (None, false) => format!("\"s{}\"", cited.source),
        _ => format!("(source: \"s{}\"{attests}{stance})", cited.source),
    }
}

fn list(field: &str, letter: &str, ids: &[usize]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| format!("\"{letter}{id}\"")).collect();
    if ids.is_empty() { String::new() } else { format!(", {field}: [{}]", ids.join(", ")) }
}

fn relation((at, relation): (usize, &Relation)) -> String {
    let flags = [
        ("functional", relation.functional),
        ("exclusive", relation.exclusive),
        ("once", relation.once),
        ("event", relation.event),
        ("symmetric", relation.symmetric),
    ];
    let mut text = format!("(id: \"r{at}\"");
    for (word, _) in flags.iter().filter(|(_, set)| *set) {
        text += &format!(", {word}: true");
    }
    text += &relation.inverse.map_or(String::new(), |inverse| format!(", inverse: \"r{inverse}\""));
    text += &list("narrower_than", "r", &relation.narrower_than);
    text += &list("incompatible_with", "r", &relation.incompatible_with);
    text += &list("excludes_others", "r", &relation.excludes_others);
    text += &list("before", "r", &relation.before);
    text += &relation.review_days.map_or(String::new(), |days| format!(", review_every: \"{days}d\""));
    text + ")"
}

fn date() -> impl Strategy<Value = Date> {
    let year = select(vec![2020, 2021, 2022]);
    let month = select(vec![1, 6, 12]);
    let day = select(vec![1, 15]);
    (year, option::weighted(0.6, (month, option::weighted(0.5, day)))).prop_map(|(year, rest)| Date {
        year,
        month: rest.map(|(month, _)| month),
        day: rest.and_then(|(_, day)| day),
    })
}

fn valid() -> impl Strategy<Value = Valid> {
    let end = |date: Date| End::Date(date);
    let year = |year: i64| Date { year, month: None, day: None };
    let month = |year: i64, month: i64| Date { year, month: Some(month), day: None };
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
        few(ENTITIES),
        valid(),
        prop::bool::weighted(0.12),
        vec(cited, 0..3),
        links,
    )
        .prop_map(|(subject, relation, object, valid, denies, cited, links)| Claim {
            subject,
            relation,
            object,
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
    let flags =
        (flag(0.4), flag(0.25), flag(0.12), flag(0.2), flag(0.1), option::weighted(0.1, 0..RELATIONS));
    let lists = (
        others(0.2),
        others(0.2),
        others(0.2),
        others(0.2),
        option::weighted(0.3, select(vec![30, 200, 500])),
    );
    (flags, lists).prop_map(|((functional, exclusive, once, event, symmetric, inverse), lists)| {
        let (narrower_than, incompatible_with, excludes_others, before, review_days) = lists;
        Relation {
            functional,
            exclusive,
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
    (2019i64..2026).prop_map(|year| Date { year, month: Some(6), day: Some(15) })
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
        vec((claim(), option::weighted(0.15, any::<bool>())), 1..16).prop_map(with_echoes),
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
