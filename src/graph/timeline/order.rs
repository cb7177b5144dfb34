//! The order of claims in time, and of claims that begin alike.
//!
//! Whoever is reported first, or is the one of several that is reported, must not depend on how claims are named nor in
//! which file they are. So dates decide, then what the claims say and who supports them; ids only between claims that
//! do not differ.

use std::cmp::Ordering;

use crate::graph::View;
use crate::model::ClaimId;

impl View<'_> {
    /// The order in which claims begin, by the days on which they may have begun.
    #[must_use]
    pub fn by_beginning(&self, one: ClaimId, two: ClaimId) -> Ordering {
        let begins = |claim: ClaimId| (self.period(claim).fe(), self.period(claim).fl());
        begins(one).cmp(&begins(two)).then_with(|| self.by_content(one, two))
    }

    /// The order in which claims begin, by the days on which they certainly have begun.
    #[must_use]
    pub fn by_begun(&self, one: ClaimId, two: ClaimId) -> Ordering {
        let begun = |claim: ClaimId| (self.period(claim).fl(), self.period(claim).fe());
        begun(one).cmp(&begun(two)).then_with(|| self.by_content(one, two))
    }

    /// The order of claims that dates of beginning do not put in order.
    #[must_use]
    pub fn by_content(&self, one: ClaimId, two: ClaimId) -> Ordering {
        let claims = self.claims();
        let ends = |claim: ClaimId| (self.period(claim).ul(), self.period(claim).ue());
        let said = |claim: ClaimId| {
            let base = self.graph.base;
            let relation = claims.relation(claim).map(|relation| base.relations.id(relation));
            let subject = claims.subject(claim).map(|subject| base.entities.id(subject));
            let object = claims.object(claim).entity.map(|object| base.entities.id(object));
            let value = claims.object(claim).value.map(|value| base.values.written(value));
            (relation, subject, object, value, claims.denies(claim), claims.statement(claim))
        };
        let sources = |claim: ClaimId| -> Vec<&str> {
            claims.supports(claim).map(|citation| self.graph.base.sources.id(citation.source)).collect()
        };
        ends(one)
            .cmp(&ends(two))
            .then_with(|| said(one).cmp(&said(two)))
            .then_with(|| sources(one).cmp(&sources(two)))
            .then_with(|| claims.id(one).cmp(claims.id(two)))
    }
}
