//! What is shown as having come next after a claim, and before it, and what holds now at the end of the chain.
//!
//! A timeline is what may hold one value at a time: the claims of one subject (or object) under a relation of which some
//! rule allows a single value; and, for any relation, the claims that say the same. Which claims are *wrongly* open is
//! not decided here.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::graph::{View, scope};
use crate::model::{ClaimId, EntityId, Kind, LinkKind, Object, Per, RelationId, Takeover};
use crate::time::Edge;

/// How many claims after one are looked at for the one that outlasts it: more than a few lie within it only where most
/// of a timeline is wrong.
const LOOK_AHEAD: usize = 100;

/// What the claims of a timeline share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ShownKey {
    /// What claims share of a relation that allows a single value of the rest: the end of a claim, or both.
    Single(RelationId, Per, [Object; 2]),
    /// All that they say.
    Same(EntityId, RelationId, Object),
}

/// The timelines of a claim base.
#[derive(Debug)]
pub struct Timelines<'v> {
    view: &'v View<'v>,
    single: BTreeSet<(RelationId, Per)>,
    rows: BTreeMap<ShownKey, Vec<ClaimId>>,
    /// The ends of the chains that were followed: a list asks for those of every claim of a chain.
    ends: RefCell<BTreeMap<ClaimId, Rc<[ClaimId]>>>,
}

impl<'v> Timelines<'v> {
    /// Sorts all claims that take part into timelines.
    #[must_use]
    pub fn new(view: &'v View<'v>) -> Self {
        let (rows, ends) = (BTreeMap::new(), RefCell::default());
        let mut timelines = Self { view, single: single_values(view), rows, ends };
        for claim in view.claims().iter().filter(|claim| takes_part(view, *claim)) {
            for key in timelines.keys(claim) {
                timelines.rows.entry(key).or_default().push(claim);
            }
        }
        for row in timelines.rows.values_mut() {
            row.sort_by(|one, two| view.by_begun(*one, *two));
        }
        timelines
    }

    /// What has taken the place of `claim` by the day of the view, nearest first; empty if nothing has.
    ///
    /// What is declared counts alone; otherwise, for a claim whose end is stated, the one that begins next.
    #[must_use]
    pub fn after(&self, claim: ClaimId) -> Vec<(ClaimId, Takeover)> {
        let view = self.view;
        let begun = |newer: &ClaimId| *newer != claim && view.has_begun(*newer);
        let mut declared: Vec<ClaimId> = view.declared(claim).filter(begun).collect();
        declared.sort_by(|one, two| view.by_begun(*one, *two));
        declared.dedup();
        if !declared.is_empty() {
            return declared.into_iter().map(|newer| (newer, Takeover::Declared)).collect();
        }
        if view.period(claim).is_open() || !takes_part(view, claim) {
            return Vec::new();
        }
        let next = self.keys(claim).into_iter().filter_map(|key| self.next(claim, key));
        let nearest = next.min_by(|(one, _), (two, _)| view.by_begun(*one, *two));
        nearest.filter(|(newer, _)| begun(newer)).into_iter().collect()
    }

    /// Whose place `claim` took, nearest first.
    #[must_use]
    pub fn before(&self, claim: ClaimId) -> Vec<(ClaimId, Takeover)> {
        let links = self.view.graph.supersession.links_from(claim).iter();
        let declared = links.filter(|(kind, older)| *kind == LinkKind::Supersedes && *older != claim);
        let mut found: Vec<(ClaimId, Takeover)> =
            declared.map(|(_, older)| (*older, Takeover::Declared)).collect();
        let rows = self.keys(claim).into_iter().filter_map(|key| self.rows.get(&key));
        let older: BTreeSet<ClaimId> = rows.flatten().copied().filter(|older| *older != claim).collect();
        for older in older {
            let taken = self.after(older).into_iter().find(|(newer, _)| *newer == claim);
            found.extend(taken.filter(|(_, how)| *how != Takeover::Declared).map(|(_, how)| (older, how)));
        }
        found.sort_by(|(one, _), (two, _)| self.view.by_begun(*two, *one));
        found
    }

    /// What holds now at the ends of all chains of successors that begin at `claim`, in order of its beginning.
    #[must_use]
    pub fn now(&self, claim: ClaimId) -> Vec<ClaimId> {
        let ends = self.ends(claim);
        let holds = |end: &ClaimId| *end != claim && self.view.period(*end).ul() >= self.view.as_of.day;
        let mut now: Vec<ClaimId> = ends.iter().copied().filter(holds).collect();
        now.sort_by(|one, two| self.view.by_begun(*one, *two));
        now
    }

    /// The ends of all chains of successors that begin at `claim`, itself if nothing came after it.
    fn ends(&self, claim: ClaimId) -> Rc<[ClaimId]> {
        let mut passed = BTreeSet::new();
        let mut at = claim;
        let ends = loop {
            if let Some(ends) = self.ends.borrow().get(&at) {
                break Rc::clone(ends);
            }
            if !passed.insert(at) {
                break Rc::from([]);
            }
            match self.after(at).as_slice() {
                [] => break Rc::from([at]),
                [(only, _)] => at = *only,
                _ => break self.ends_of_many(at),
            }
        };
        // What leads to the same place one by one ends where that ends.
        let mut known = self.ends.borrow_mut();
        known.extend(passed.into_iter().map(|claim| (claim, Rc::clone(&ends))));
        ends
    }

    /// The same where several took over.
    fn ends_of_many(&self, claim: ClaimId) -> Rc<[ClaimId]> {
        let mut seen = BTreeSet::from([claim]);
        let mut open = vec![claim];
        let mut last = Vec::new();
        while let Some(at) = open.pop() {
            let newer = self.after(at);
            if newer.is_empty() {
                last.push(at);
            }
            open.extend(newer.into_iter().map(|(newer, _)| newer).filter(|newer| seen.insert(*newer)));
        }
        last.into()
    }

    fn keys(&self, claim: ClaimId) -> Vec<ShownKey> {
        let claims = self.view.claims();
        let Some(relation) = claims.relation(claim) else { return Vec::new() };
        let subject = claims.subject(claim).map_or(Object::NONE, Object::from);
        let object = claims.object(claim);
        let mut keys = Vec::new();
        for relation in &self.view.graph.broader.broader(relation) {
            let end = object.end();
            for (per, ends) in
                [(Per::Subject, [subject; 2]), (Per::Object, [end; 2]), (Per::Pair, [subject, end])]
            {
                if !ends.contains(&Object::NONE) && self.single.contains(&(*relation, per)) {
                    keys.push(ShownKey::Single(*relation, per, ends));
                }
            }
        }
        let says_something = !object.is_none() || self.view.graph.base.relations.is_one_place(relation);
        if let (Some(subject), true) = (subject.entity, says_something) {
            keys.push(ShownKey::Same(subject, relation, object));
        }
        keys
    }

    /// The first claim of a timeline that begins after `claim` and outlasts it.
    fn next(&self, claim: ClaimId, key: ShownKey) -> Option<(ClaimId, Takeover)> {
        let view = self.view;
        let row = self.rows.get(&key)?;
        let period = view.period(claim);
        let at = row.partition_point(|other| view.period(*other).fl() <= period.fl());
        let later = row.get(at..)?.iter().take(LOOK_AHEAD);
        let newer = *later.into_iter().find(|other| view.period(**other).ul() > period.ul())?;
        let same = view.claims().subject(newer) == view.claims().subject(claim)
            && view.claims().object(newer) == view.claims().object(claim);
        Some((newer, if same { Takeover::Continues } else { Takeover::Follows }))
    }
}

/// The relations of which a subject (or object) has a single value at a time, by some rule in force.
fn single_values(view: &View<'_>) -> BTreeSet<(RelationId, Per)> {
    let mut single = BTreeSet::new();
    for rule in view.graph.base.rules.iter().filter(|rule| rule.severity != Some(None)) {
        if let Kind::SingleValue { per, at_most: 1, ever: false, .. } = rule.kind {
            single.extend(scope(view.graph, rule).into_iter().map(|relation| (relation, per)));
        }
    }
    single
}

/// Whether a claim can take another's place: it asserts a state that begins on a stated date.
fn takes_part(view: &View<'_>, claim: ClaimId) -> bool {
    let claims = view.claims();
    view.is_live(claim)
        && !claims.denies(claim)
        && !view.is_event(claim)
        && view.period(claim).start_edge() == Edge::Stated
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{AsOf, Graph};
    use crate::load;
    use crate::text::{File, Files};
    use crate::time::Day;

    /// What comes after, before and now for the claim `id` of these claims of one club, as of 2026-11-23.
    fn around(claims: &str, id: &str) -> [Vec<String>; 3] {
        let text = format!(
            "(relations: [(id: \"captain\", functional: true), (id: \"plays-in\")], \
             entities: [(id: \"club\"), (id: \"ann\"), (id: \"bob\"), (id: \"cleo\")], claims: [{claims}])"
        );
        let mut files = Files::default();
        files.add(File::new("claims/a.ron", text));
        for (path, text) in load::STANDARD_FILES {
            files.add(File::new(path, text));
        }
        let loaded = load::load(&files);
        assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
        let day = Day::parse("2026-11-23").expect("a day");
        let graph = Graph::new(&loaded.base, &loaded.index);
        let view = View::new(&graph, AsOf { day, known_by: None });
        let claim = loaded.index.find(&loaded.base.claims, id).expect("a claim");
        let timelines = Timelines::new(&view);
        let named = |claim: ClaimId| view.claims().id(claim).to_owned();
        let worded = |(claim, how): (ClaimId, Takeover)| format!("{} {}", named(claim), how.as_str());
        [
            timelines.after(claim).into_iter().map(worded).collect(),
            timelines.before(claim).into_iter().map(worded).collect(),
            timelines.now(claim).into_iter().map(named).collect(),
        ]
    }

    fn captain(id: &str, who: &str, valid: &str, more: &str) -> String {
        format!(
            "(id: \"{id}\", subject: \"club\", relation: \"captain\", object: \"{who}\", valid: \"{valid}\", {more}),"
        )
    }

    #[test]
    fn the_next_one_of_a_timeline_follows() {
        let claims = captain("a", "ann", "2010/2015", "")
            + &captain("stand-in", "cleo", "2012/2013", "")
            + &captain("b", "bob", "2015/2020-05-01", "")
            + &captain("c", "cleo", "2020-05-01/..", "")
            + &captain("later", "ann", "2030/..", "");
        assert_eq!(around(&claims, "a"), [vec!["b follows".to_owned()], vec![], vec!["c".to_owned()]]);
        let around_b = around(&claims, "b");
        assert_eq!(around_b[0], ["c follows"]);
        assert_eq!(around_b[1], ["stand-in follows", "a follows"]);
        assert_eq!(around(&claims, "c")[0], Vec::<String>::new());
    }

    #[test]
    fn what_is_declared_counts_alone_and_circles_end() {
        let claims = captain("a", "ann", "2010/2015", "supersedes: [\"c\"]")
            + &captain("b", "bob", "2015/2016", "")
            + &captain("c", "cleo", "2018/2019", "supersedes: [\"a\"]");
        assert_eq!(
            around(&claims, "a"),
            [vec!["c declared".to_owned()], vec!["c declared".to_owned()], vec![]]
        );
    }

    #[test]
    fn without_a_law_only_the_same_continues() {
        let plays = |id: &str, valid: &str, where_: &str| {
            format!(
                "(id: \"{id}\", subject: \"ann\", relation: \"plays-in\", object: \"{where_}\", valid: \"{valid}\"),"
            )
        };
        let claims =
            plays("a", "2010/2012", "club") + &plays("b", "2013/..", "bob") + &plays("c", "2014/..", "club");
        assert_eq!(around(&claims, "a"), [vec!["c continues".to_owned()], vec![], vec!["c".to_owned()]]);
    }
}
