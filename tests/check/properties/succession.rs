//! The oracle for the order of claims, and for which has taken over from which.

use std::collections::BTreeSet;

use super::days::Clash;
use super::oracle::{Opposed, Oracle};
use super::world::{Claim, World, claim_id};

/// Last days, what is said (relation, subject, object, whether it is denied), sources, id.
pub type Content = ((i64, i64), (String, String, String, Option<String>, bool), Vec<String>, String);

/// What puts each claim in order, but its id.
pub fn contents(world: &World) -> Vec<Content> {
    let oracle = Oracle::new(world);
    let nameless = |claim: usize| {
        let (days, said, sources, _) = oracle.content(claim);
        (days, said, sources, String::new())
    };
    (0..world.claims.len()).map(nameless).collect()
}

impl Oracle<'_> {
    /// What puts claims in order that begin alike: how long they last, what they say, what they rest on.
    pub fn content(&self, claim: usize) -> Content {
        let Claim { subject, relation, object, value, denies, .. } = self.world.claims[claim];
        let said = (
            format!("r{relation}"),
            format!("e{subject}"),
            format!("e{object}"),
            value.map(|value| format!("{value} USD")),
            denies,
        );
        let supports = self.world.claims[claim].cited.iter().filter(|cited| !cited.disputes);
        let sources = supports.map(|cited| format!("s{}", cited.source)).collect();
        ((self.days[claim].ul, self.days[claim].ue), said, sources, claim_id(claim))
    }

    /// What sorts claims by their beginnings.
    pub fn beginning(&self, claim: usize) -> (i64, i64, Content) {
        (self.days[claim].fe, self.days[claim].fl, self.content(claim))
    }

    /// What sorts claims by when they certainly have begun.
    pub fn begun(&self, claim: usize) -> (i64, i64, Content) {
        (self.days[claim].fl, self.days[claim].fe, self.content(claim))
    }

    /// Who certainly has taken over from an open claim: the first that declares it, else the first whose dates say so.
    pub fn successor(&self, older: usize, laws: &[Opposed<'_>]) -> Option<usize> {
        if !self.valid[older].is_open() || self.is_event(older) || self.is_pending(older) {
            return None;
        }
        let begun = |newer: &usize| self.days[*newer].fe <= self.as_of && self.has_start(*newer);
        let declares = |newer: &usize| {
            self.world.linked(*newer, "supersedes").contains(&older)
                && !self.in_one_circle(older, *newer)
                && *newer != older
        };
        let declared = self.claims().filter(|newer| begun(newer) && declares(newer));
        if let Some(newer) = declared.min_by_key(|newer| self.beginning(*newer)) {
            return Some(newer);
        }
        let follows = |newer: &usize| {
            *newer != older
                && !self.is_event(*newer)
                && laws.iter().any(|opposed| opposed(older, *newer))
                && self.days[*newer].fe > self.days[older].fl
                && self.clash(older, *newer) != Clash::Certain
                && begun(newer)
        };
        self.claims().filter(follows).min_by_key(|newer| self.beginning(*newer))
    }

    /// Open states of which nobody can say which began first: by each law, each with the next that may have begun with it.
    pub fn undecided(&self, laws: &[Opposed<'_>]) -> BTreeSet<(usize, usize)> {
        let open_state =
            |claim: &usize| self.valid[*claim].is_open() && self.has_start(*claim) && !self.is_event(*claim);
        let mut pairs = BTreeSet::new();
        for opposed in laws {
            for one in self.claims().filter(open_state) {
                let may_have_begun_first = |two: &usize| {
                    self.beginning(one) < self.beginning(*two)
                        && self.days[*two].fe <= self.days[one].fl
                        && self.days[*two].fe <= self.as_of
                        && opposed(one, *two)
                        && self.clash(one, *two) == Clash::None
                        && !self.is_settled(one, *two)
                };
                let next = self.claims().filter(open_state).filter(may_have_begun_first);
                pairs.extend(next.min_by_key(|two| self.beginning(*two)).map(|two| (one, two)));
            }
        }
        pairs
    }
}
