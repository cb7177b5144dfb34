//! What rules require of claims, reported with each breach: one fact for all findings of a relation.

use super::facts;
use crate::model::RelationId;

facts! {
    /// What a rule asks for.
    LawFact {
        /// Each subject (or object, by `per`) has at most this many objects (or subjects); `when` is `at-a-time` or
        /// `ever`.
        AtMost "law-at-most" { relation: RelationId, per: &'static str, count: usize, when: &'static str }
        /// A relation excludes others; `ends` is which ends they share: `same-subject`, `same-object`, `same-both`,
        /// `other-subject` or `other-object`.
        Excludes "law-excludes" { relation: RelationId, others: Box<[RelationId]>, ends: &'static str }
        /// A claim and its denial exclude each other.
        Denial "law-denial" {}
        /// A claim that another one supersedes is no longer true.
        Supersedes "law-supersedes" {}
    }
}
