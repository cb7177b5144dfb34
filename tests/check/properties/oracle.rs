//! What should be found in a small claim base, by comparing everything with everything.
//!
//! Written from the laws in words: DESIGN §3 and the headers of the checks. It shares no code with the crate, groups
//! nothing, sorts nothing ahead, and takes whatever time it takes.

use std::collections::BTreeSet;

use super::days::{Clash, Date, Days, End, Valid, clash};
use super::world::{Cited, Claim, RELATIONS, SOURCES, World, claim_id};

/// A code and the ids that it is about, in order.
pub type Told = (String, Vec<String>);

/// The codes that the oracle knows; what else is found is not its business.
pub const KNOWN: [&str; 13] = [
    "contradiction",
    "possible-contradiction",
    "superseded",
    "expired",
    "stale",
    "unsourced",
    "circular-source",
    "supersession-cycle",
    "order",
    "missing-companion",
    "refinement",
    "duplicate",
    "inverted-period",
];

/// Two claims that cannot both hold on one day, by some law.
pub type Opposed<'a> = Box<dyn Fn(usize, usize) -> bool + 'a>;

/// Subject and object, and whether they are those of the claim turned round.
pub struct Ends {
    pub named: (usize, usize),
    pub turned: bool,
}

pub struct Oracle<'a> {
    pub world: &'a World,
    /// Of each claim its period, as far as it is known.
    pub valid: Vec<Valid>,
    /// The four days of each claim.
    pub days: Vec<Days>,
    /// Whether each takes part in questions of truth.
    pub live: Vec<bool>,
    /// `under[r][s]`: claims of s are claims of r.
    under: Vec<Vec<bool>>,
    /// `within[a][b]`: a is part of b, or is b.
    within: Vec<Vec<bool>>,
    /// `leads[a][b]`: links lead from claim a to claim b.
    leads: Vec<Vec<bool>>,
    pub as_of: i64,
}

/// All that should be found.
pub fn expected(world: &World) -> BTreeSet<Told> {
    let oracle = Oracle::new(world);
    let mut told = BTreeSet::new();
    told.extend(oracle.conflicts());
    told.extend(super::alone::all(&oracle));
    told
}

/// The day for which a citation confirms its claim: its own date, if that may have come by the day up to which things are
/// known, else that of its source.
pub fn attested_on(world: &World, cited: &Cited) -> Option<Date> {
    let come =
        |attests: &Date| world.known_by.is_none_or(|known_by| attests.earliest() <= known_by.earliest());
    cited.attests.filter(come).or(world.sources[cited.source].published)
}

/// What supports a claim and had been published by the day up to which things are known.
pub fn known_supports(world: &World, claim: usize) -> Vec<&Cited> {
    let published = |cited: &Cited| world.sources[cited.source].published.or(cited.attests);
    let by = |published: Date| world.known_by.is_none_or(|by| published.earliest() <= by.earliest());
    let known = |cited: &&Cited| published(cited).is_none_or(by);
    world.claims[claim].cited.iter().filter(|cited| !cited.disputes).filter(known).collect()
}

fn has_all(world: &World, claim: usize) -> bool {
    known_supports(world, claim).len()
        == world.claims[claim].cited.iter().filter(|cited| !cited.disputes).count()
}

/// Whether a claim had been made: some dated source for it was known or, without dated sources, it may have begun.
fn is_made(world: &World, claim: usize) -> bool {
    let Some(known_by) = world.known_by else { return true };
    let supports = world.claims[claim].cited.iter().filter(|cited| !cited.disputes);
    let published = |cited: &Cited| world.sources[cited.source].published.or(cited.attests);
    let dates: Vec<Date> = supports.filter_map(published).collect();
    if !dates.is_empty() {
        return dates.iter().any(|published| published.earliest() <= known_by.earliest());
    }
    let start = world.claims[claim].valid.ends().0.date();
    start.is_none_or(|start| start.earliest() <= known_by.earliest())
}

/// The period without its end, if that was in the future and not all sources had been published.
fn known_period(world: &World, claim: usize) -> Valid {
    let valid = world.claims[claim].valid;
    let days = valid.days(&[], false);
    match world.known_by {
        Some(known_by) if !valid.is_open() && days.ue > known_by.earliest() && !has_all(world, claim) => {
            Valid::Between(valid.ends().0, End::Unknown)
        }
        _ => valid,
    }
}

/// Which entity reaches which in one step or more.
pub fn reach(count: usize, steps: impl Fn(usize) -> Vec<usize>) -> Vec<Vec<bool>> {
    let mut reach = vec![vec![false; count]; count];
    for (from, row) in reach.iter_mut().enumerate() {
        for to in steps(from) {
            row[to] = true;
        }
    }
    for through in 0..count {
        for from in 0..count {
            for to in 0..count {
                reach[from][to] |= reach[from][through] && reach[through][to];
            }
        }
    }
    reach
}

pub fn told(code: &str, claims: &[usize]) -> Told {
    let mut ids: Vec<String> = claims.iter().map(|claim| claim_id(*claim)).collect();
    ids.sort();
    (code.to_owned(), ids)
}

impl<'a> Oracle<'a> {
    pub fn new(world: &'a World) -> Self {
        let count = world.claims.len();
        let attested = |claim: usize| -> Vec<(i64, i64)> {
            let dates =
                known_supports(world, claim).into_iter().filter_map(|cited| attested_on(world, cited));
            dates.map(|date| (date.earliest(), date.latest())).collect()
        };
        let is_event = |claim: usize| world.relations[world.claims[claim].relation].event;
        let made = |claim: usize| is_made(world, claim);
        let corrected = |claim: usize| {
            (0..count).any(|by| by != claim && made(by) && world.linked(by, "corrects").contains(&claim))
        };
        let valid: Vec<Valid> = (0..count).map(|claim| known_period(world, claim)).collect();
        let mut under = reach(RELATIONS, |relation| world.wider(relation));
        // So far: which is narrower than which. Turned around, and each under itself.
        under = (0..RELATIONS)
            .map(|wide| (0..RELATIONS).map(|narrow| wide == narrow || under[narrow][wide]).collect())
            .collect();
        let mut within = reach(world.parts.len(), |part| world.parts[part].into_iter().collect());
        for (at, row) in within.iter_mut().enumerate() {
            row[at] = true;
        }
        let all_links = |claim: usize| {
            ["supersedes", "corrects", "repeats"].iter().flat_map(|word| world.linked(claim, word)).collect()
        };
        Self {
            world,
            days: (0..count).map(|claim| valid[claim].days(&attested(claim), is_event(claim))).collect(),
            live: (0..count)
                .map(|claim| made(claim) && !world.claims[claim].valid.is_inverted() && !corrected(claim))
                .collect(),
            valid,
            under,
            within,
            leads: reach(count, all_links),
            as_of: world.as_of.earliest(),
        }
    }

    /// The claims that take part.
    pub fn claims(&self) -> impl Iterator<Item = usize> + Clone + '_ {
        (0..self.world.claims.len()).filter(|claim| self.live[*claim])
    }

    /// Whether a claim asserts something of this relation or of a narrower one; what is pending does not.
    pub fn asserts(&self, claim: usize, relation: usize) -> bool {
        self.says(claim, relation) && !self.is_pending(claim)
    }

    /// The same, pending or not.
    pub fn says(&self, claim: usize, relation: usize) -> bool {
        let claim = &self.world.claims[claim];
        !claim.denies && self.under[relation][claim.relation]
    }

    /// Whether it is known when a claim begins, as far as it is known.
    pub fn has_start(&self, claim: usize) -> bool {
        self.valid[claim].has_start()
            || matches!(self.valid[claim], Valid::Pending(_)) && !self.is_pending(claim)
    }

    /// Whether two entities exclude each other: neither is the other, nor part of it.
    pub fn rivals(&self, one: usize, two: usize) -> bool {
        !self.within[one][two] && !self.within[two][one]
    }

    pub fn is_event(&self, claim: usize) -> bool {
        self.world.relations[self.world.claims[claim].relation].event
    }

    pub fn is_linked(&self, one: usize, two: usize) -> bool {
        let links = |from: usize, to: usize| {
            ["supersedes", "corrects", "repeats"]
                .iter()
                .any(|word| self.world.linked(from, word).contains(&to))
        };
        links(one, two) || links(two, one)
    }

    /// Whether links lead from each of the two to the other.
    pub fn in_one_circle(&self, one: usize, two: usize) -> bool {
        self.leads[one][two] && self.leads[two][one]
    }

    /// What must differ, by whatever law, for two claims not to hold on one day.
    fn laws(&self) -> Vec<Opposed<'_>> {
        let claims = &self.world.claims;
        let mut laws: Vec<Opposed<'_>> = Vec::new();
        for (at, relation) in self.world.relations.iter().enumerate() {
            // A claim counts from either side, where its relation says so; from each it has rivals of its own.
            for turned in [false, true] {
                let ends = move |one: usize, two: usize| -> Vec<[(usize, usize); 2]> {
                    let own = self.ends(one, at).into_iter().filter(|ends| ends.turned == turned);
                    let others = self.ends(two, at);
                    own.flat_map(|own| others.iter().map(move |other| [own.named, other.named])).collect()
                };
                if relation.functional {
                    laws.push(Box::new(move |one, two| {
                        ends(one, two).into_iter().any(|[a, b]| a.0 == b.0 && self.rivals(a.1, b.1))
                    }));
                }
                if relation.exclusive {
                    laws.push(Box::new(move |one, two| {
                        ends(one, two).into_iter().any(|[a, b]| a.1 == b.1 && self.rivals(a.0, b.0))
                    }));
                }
                if relation.one_value {
                    laws.push(Box::new(move |one, two| {
                        ends(one, two).into_iter().any(|[a, b]| a == b)
                            && claims[one].value.zip(claims[two].value).is_some_and(|(one, two)| one != two)
                    }));
                }
                // Denials of one value and denials of all are two things that a claim may have to give way to.
                laws.extend([false, true].map(|of_a_value| -> Opposed<'_> {
                    Box::new(move |claim, denial| {
                        (claims[denial].relation, claims[denial].value.is_some()) == (at, of_a_value)
                            && self.denied(claim, denial, &[turned])
                            && !self.denies_for_ever(denial)
                    })
                }));
            }
            let faces = move |one: usize, two: usize, others: &[usize]| {
                let other = |claim: usize| others.iter().any(|other| self.asserts(claim, *other));
                (self.asserts(one, at) && other(two)) || (self.asserts(two, at) && other(one))
            };
            laws.push(Box::new(move |one, two| {
                faces(one, two, &relation.incompatible_with)
                    && claims[one].relation != claims[two].relation
                    && (claims[one].subject, claims[one].object) == (claims[two].subject, claims[two].object)
            }));
            laws.push(Box::new(move |one, two| {
                faces(one, two, &relation.excludes_others)
                    && claims[one].object == claims[two].object
                    && self.rivals(claims[one].subject, claims[two].subject)
            }));
        }
        laws.push(Box::new(move |denial, claim| {
            self.denied(claim, denial, &[false, true]) && !self.denies_for_ever(denial)
        }));
        laws
    }

    /// The ends between which a claim says that a relation holds: as it is written, and turned round where the relation
    /// (or one that it implies) is symmetric or has an inverse, unless a claim says that as it is written, for the same
    /// period.
    pub fn ends(&self, claim: usize, relation: usize) -> Vec<Ends> {
        let Claim { subject, object, value, .. } = self.world.claims[claim];
        let mut ends = Vec::new();
        if self.asserts(claim, relation) {
            ends.push(Ends { named: (subject, object), turned: false });
        }
        let opposite = |narrow: usize, other: usize| {
            let record = &self.world.relations[narrow];
            (record.symmetric && narrow == other)
                || record.inverse == Some(other)
                || self.world.relations[other].inverse == Some(narrow)
        };
        let relations = 0..self.world.relations.len();
        let turned = relations.clone().filter(|narrow| self.under[relation][*narrow]).any(|narrow| {
            relations.clone().any(|other| opposite(narrow, other) && self.asserts(claim, other))
        });
        let said = |other: usize| {
            let same = &self.world.claims[other];
            self.asserts(other, relation)
                && (same.subject, same.object, same.value) == (object, subject, value)
                && (self.valid[other], self.days[other]) == (self.valid[claim], self.days[claim])
        };
        if turned && !self.claims().any(said) {
            ends.push(Ends { named: (object, subject), turned: true });
        }
        ends
    }

    /// Whether `denial` denies what `claim` says, as it is written or turned round.
    fn denied(&self, claim: usize, denial: usize, turned: &[bool]) -> bool {
        let (one, two) = (&self.world.claims[claim], &self.world.claims[denial]);
        let named = |ends: Ends| turned.contains(&ends.turned) && ends.named == (two.subject, two.object);
        two.denies
            && !self.is_pending(denial)
            && self.ends(claim, two.relation).into_iter().any(named)
            && (two.value.is_none() || two.value == one.value)
    }

    fn denies_for_ever(&self, denial: usize) -> bool {
        let valid = self.world.claims[denial].valid;
        !valid.has_start() && valid.is_open() && !matches!(valid, Valid::Pending(_))
    }

    /// A link says how two claims relate to each other: one takes over from the other while it is open, or corrects it.
    pub fn is_settled(&self, one: usize, two: usize) -> bool {
        let by = |newer: usize, older: usize| {
            self.world.linked(newer, "corrects").contains(&older)
                || (self.world.linked(newer, "supersedes").contains(&older) && self.valid[older].is_open())
        };
        by(one, two) || by(two, one)
    }

    fn conflicts(&self) -> Vec<Told> {
        let mut found = Vec::new();
        let laws = self.laws();
        for one in self.claims() {
            for two in self.claims().filter(|two| *two != one && !self.is_settled(one, *two)) {
                let for_ever = self.denied(one, two, &[false, true]) && self.denies_for_ever(two);
                let verdict = match laws.iter().any(|opposed| opposed(one, two)) {
                    true => super::alike::clash(self, one, two),
                    false => Clash::None,
                };
                match verdict {
                    _ if for_ever => found.push(told("contradiction", &[one, two])),
                    Clash::Certain => found.push(told("contradiction", &[one, two])),
                    Clash::Possible => found.push(told("possible-contradiction", &[one, two])),
                    Clash::None => {}
                }
            }
        }
        let newer = |older: usize| self.successor(older, &laws).or_else(|| self.realised(older));
        let after: Vec<Option<usize>> = (0..self.world.claims.len())
            .map(|older| if self.live[older] { newer(older) } else { None })
            .collect();
        let taken = after.iter().enumerate().filter_map(|(older, newer)| Some((older, (*newer)?)));
        found.extend(taken.map(|(older, newer)| told("superseded", &[older, newer])));
        let undecided = self.undecided(&laws);
        let untold = undecided.iter().filter(|(one, two)| after[*one].is_none() || after[*two].is_none());
        found.extend(untold.map(|(one, two)| told("superseded", &[*one, *two])));
        let stands = |claim: &usize| {
            after[*claim].is_none() && undecided.iter().all(|(one, two)| one != claim && two != claim)
        };
        found.extend(
            super::alone::outlived(self).into_iter().filter(|(claim, _)| stands(claim)).map(|(_, told)| told),
        );
        found
    }

    pub fn clash(&self, one: usize, two: usize) -> Clash {
        let period = |claim: usize| (self.valid[claim], self.days[claim]);
        clash(period(one), period(two), self.is_event(one) || self.is_event(two))
    }
}

/// Sources that are derived from each other in a circle, and claims that refer to each other in one.
pub fn circles(oracle: &Oracle<'_>) -> Vec<Told> {
    let sources = reach(SOURCES, |source| oracle.world.sources[source].derived_from.clone());
    let circle = |reach: &[Vec<bool>], at: usize| -> Vec<usize> {
        (0..reach.len()).filter(|other| reach[at][*other] && reach[*other][at]).collect()
    };
    let mut found = Vec::new();
    for at in 0..SOURCES {
        let members = circle(&sources, at);
        if !members.is_empty() {
            found.push((
                "circular-source".to_owned(),
                members.iter().map(|source| format!("s{source}")).collect(),
            ));
        }
    }
    for at in 0..oracle.world.claims.len() {
        let members = circle(&oracle.leads, at);
        if !members.is_empty() {
            found.push(told("supersession-cycle", &members));
        }
    }
    found
}
