//! What `check` finds wrong with claims.

use std::sync::Arc;

use super::{Attested, Fact, facts};
use crate::model::{ClaimId, EntityId, Object, RelationId, SourceId};
use crate::time::{Bound, Day, Length, Period};

facts! {
    /// What is wrong with a claim, or with several together.
    ClaimFact {
        /// Two claims cannot both be true and both are known to hold, on these days.
        Contradiction "contradiction" {
            newer: Attested, older: Attested, days: &'static str, from: Option<Day>, to: Option<Day>, law: Option<Arc<Fact>>,
        }
        /// Two claims cannot both be true, and may both hold, on these days.
        PossibleContradiction "possible-contradiction" {
            newer: Attested, older: Attested, days: &'static str, from: Option<Day>, to: Option<Day>, law: Option<Arc<Fact>>,
        }
        /// Two claims cannot both be true, whatever their dates.
        NeverBoth "never-both" { claim: Attested, other: Attested, law: Option<Arc<Fact>> }
        /// Many claims exclude each other.
        Cluster "conflict-cluster" { first: ClaimId, count: usize, pairs: usize, law: Option<Arc<Fact>> }
        /// More things than may hold at the same time, from this day on.
        TooMany "too-many" { newest: ClaimId, objects: Box<[Object]>, at_most: usize, from: Day, law: Option<Arc<Fact>> }
        /// A claim is denied for all time.
        Denied "denied" { claim: Attested, denial: ClaimId, law: Option<Arc<Fact>> }
        /// A claim is still open although another took over.
        Superseded "superseded" { older: Attested, newer: Attested, closed: Period, law: Option<Arc<Fact>> }
        /// Of two claims the dates do not say which took over; `open` is which of them are: `both` or `one`.
        Undecided "undecided-succession" { older: Attested, newer: Attested, open: &'static str, law: Option<Arc<Fact>> }
        /// Two claims say the same with the same dates.
        Duplicate "duplicate" { claim: Attested, first: ClaimId }
        /// A claim says the same as another with finer dates.
        Refinement "refinement" { fine: ClaimId, coarse: Attested }
        /// Claims refer to each other in a circle, or one to itself.
        CircularClaims "circular-claims" { claims: Box<[ClaimId]> }
        /// Sources are derived from each other, or one from itself.
        CircularSources "circular-sources" { sources: Box<[SourceId]> }
        /// A claim ends before it begins.
        Inverted "inverted-period" { claim: ClaimId, start: Bound, end: Bound }
        /// An open claim was last confirmed too long ago.
        Stale "stale" { claim: Attested, confirmed: Bound, review: Length, due: Day }
        /// A claim had not begun when it was last confirmed, which is too long ago, or may begin from a day that has come.
        Awaited "awaited" {
            claim: Attested, confirmed: Option<Bound>, not_before: Option<Day>, review: Option<Length>, due: Option<Day>,
        }
        /// A claim is still pending although another says that it has begun.
        Realised "realised" { older: Attested, newer: Attested }
        /// A claim ended and nothing says what came next.
        Expired "expired" { claim: ClaimId, ended: Bound }
        /// One thing comes too soon or too late before another; `gap` is which: `none`, `least` or `most`.
        Order "order" {
            first: Attested, day: Bound, second: Attested, next: Bound, gap: &'static str, length: Option<Length>,
        }
        /// A claim requires another one about `entity`, which is missing: at all (`none`) or then (`then`).
        MissingCompanion "missing-companion" {
            claim: ClaimId, entity: EntityId, relations: Box<[RelationId]>, objects: Box<[EntityId]>, when: &'static str,
        }
        /// The claim in the other direction is missing.
        MissingMirror "missing-mirror" { claim: ClaimId, subject: EntityId, relation: RelationId, object: EntityId }
        /// Subject and object never existed together.
        NeverTogether "never-together" {
            claim: ClaimId, earlier: EntityId, ended: Bound, later: EntityId, began: Bound,
        }
        /// A claim begins before its subject or object did.
        TooEarly "begins-too-early" { claim: ClaimId, entity: EntityId, began: Bound }
        /// A claim goes on after its subject or object has ended.
        TooLong "goes-on-too-long" { claim: ClaimId, entity: EntityId, ended: Bound }
        /// Something that a rule requires of each claim is missing, named as rules name it.
        MissingDetail "missing-detail" { claim: ClaimId, detail: &'static str }
        /// A claim has too few sources; `disputed` is whether it has some that dispute it: `yes` or `no`.
        Unsourced "unsourced" { claim: ClaimId, count: usize, wanted: usize, disputed: &'static str }
        /// No source of a claim has a date.
        UndatedSources "undated-sources" { claim: ClaimId, source: SourceId }
        /// All sources of a claim only report what others said.
        OnlySecondary "only-secondary" { claim: Attested }
        /// The sources of a claim have fewer origins than required.
        SharedOrigin "shared-origin" { claim: ClaimId, count: usize, origin: SourceId, origins: usize, wanted: usize }
        /// A claim begins after its newest source was published.
        OldSources "old-sources" { claim: ClaimId, start: Bound, newest: Bound }
        /// A value or object that a rule does not allow; `breach` is why: `forbidden`, `unlisted`, `outside`, or a date
        /// `before` or `after` the limit.
        OutOfRange "out-of-range" {
            claim: ClaimId, object: Object, breach: &'static str, limit: Option<Bound>, list: Option<Arc<[String]>>,
        }
        /// No sentence can match claims of a relation, or `claims` without one, of which this is the first; `reason` is why:
        /// they have a `statement` only, a `date`, `text` or `amount` as their value, no far side (`far-side`), or their
        /// relation has no `words`, or none in these `languages`.
        Unreadable "unreadable" {
            first: ClaimId, count: usize, relation: Option<RelationId>, reason: &'static str, languages: Option<Arc<[String]>>,
        }
        /// A source that no claim cites.
        UnusedSource "unused-source" { source: SourceId }
    }
}
