//! Small claim bases: what is in them, and how they are written as files.
//!
//! How they are drawn is `draw`; what should be found in them is the oracle's business.

use std::collections::BTreeSet;

use super::days::{Date, End, Valid};

/// Subjects, objects and wholes are drawn from this many entities.
pub const ENTITIES: usize = 5;
/// The number of sources.
pub const SOURCES: usize = 4;
/// The number of relations.
pub const RELATIONS: usize = 4;

#[derive(Debug, Clone, Default)]
pub struct Relation {
    pub functional: bool,
    pub exclusive: bool,
    pub one_value: bool,
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
    /// A sum in dollars, about both ends.
    pub value: Option<usize>,
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
    /// A rule for the first two relations: at most this many objects at a time.
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
    /// The relations that one is narrower than, but for those that lead back to it in a circle.
    pub fn wider(&self, relation: usize) -> Vec<usize> {
        let leads_back = |wide: usize| {
            let (mut seen, mut open) = (BTreeSet::new(), vec![wide]);
            while let Some(next) = open.pop() {
                if seen.insert(next) {
                    open.extend(&self.relations[next].narrower_than);
                }
            }
            seen.contains(&relation)
        };
        self.relations[relation].narrower_than.iter().copied().filter(|wide| !leads_back(*wide)).collect()
    }

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
            "(id: \"{}\", subject: \"e{}\", relation: \"r{}\", object: \"e{}\"{}{valid}{not}, sources: [{}]{}{}{})",
            claim_id(at),
            claim.subject,
            claim.relation,
            claim.object,
            claim.value.map_or(String::new(), |value| format!(", value: \"{value} USD\"")),
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
                Valid::Pending(None) => ",\"from\":\"pending\"".to_owned(),
                Valid::Pending(Some(date)) => format!(",\"valid\":\"[{}..]\"", date.written()),
                Valid::Between(..) => format!(",\"from\":{},\"until\":{}", nullable(start), nullable(end)),
            };
            let sources: Vec<String> = claim.cited.iter().map(cited).collect();
            format!(
                "{{\"id\":\"{}\",\"subject\":\"e{}\",\"relation\":\"r{}\",\"object\":\"e{}\"{},\"not\":{}{valid},\"sources\":[{}]}}",
                claim_id(at),
                claim.subject,
                claim.relation,
                claim.object,
                claim.value.map_or(String::new(), |value| format!(",\"value\":\"{value} USD\"")),
                claim.denies,
                sources.join(",")
            )
        };
        self.claims.iter().enumerate().map(line).collect()
    }

    /// The claims as rows of a table with the header `object;value;not;id;valid;sources;relation;subject`; neither links nor
    /// what a citation says beyond its source can be written there.
    pub fn claims_as_rows(&self) -> Vec<String> {
        let row = |(at, claim): (usize, &Claim)| {
            let sources: Vec<String> = claim.cited.iter().map(|cited| format!("s{}", cited.source)).collect();
            let valid = claim.valid.written().unwrap_or_default();
            let value = claim.value.map_or(String::new(), |value| format!("{value} USD"));
            let (not, sources) = (if claim.denies { "yes" } else { "" }, sources.join("; "));
            format!(
                "e{};{value};{not};{};\"{valid}\";\"{sources}\";r{};e{}",
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
        ("one_value", relation.one_value),
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
