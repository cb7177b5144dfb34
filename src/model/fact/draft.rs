//! What is wrong with a sentence of a draft, and what decided a verdict on it.

use std::sync::Arc;

use super::{Attested, Fact, Suggestion, facts};
use crate::model::{ClaimId, EntityId, RelationId, SourceId};
use crate::time::{Bound, Day, Length, Period};

facts! {
    /// What our records say of a sentence of a draft, or what is wrong with the draft.
    DraftFact {
        /// A claim says the same and holds at that time.
        Supported "supported" { claim: Attested }
        /// It held before and ended: `held` with what took over taken into account, `then` what came after and has ended
        /// too, `now` what holds now, `from` when the first of those began where that does not follow from the end;
        /// `written` is `held` if it held on the day of the draft, else `unknown`.
        Outdated "outdated" {
            claim: Attested, held: Period, until: Option<Bound>, then: Option<Attested>, then_until: Option<Bound>,
            now: Option<Attested>, from: Option<Bound>, written: &'static str, suggest: Option<Suggestion>,
        }
        /// It begins only later; of what is said to have `ended`, it has not even begun.
        Premature "premature" {
            claim: Attested, said: &'static str, begins: Bound, announced: Option<Bound>, as_of: Day,
        }
        /// It had not begun when that was last confirmed, and perhaps cannot before a day: `agrees` with what is said, or is
        /// said to be so (`holds`) or to have `ended`.
        NotYet "not-yet" {
            claim: Attested, said: &'static str, confirmed: Option<Bound>, not_before: Option<Day>,
        }
        /// It had not begun when that was last confirmed, which is too long ago, or may begin from a day that has come.
        MayHaveBegun "may-have-begun" { claim: Attested, confirmed: Option<Bound>, not_before: Option<Day> }
        /// It happened or holds, but not then: `happened`, `ended`, `open` or `coming`.
        Misdated "misdated" {
            claim: Attested, how: &'static str, from: Option<Bound>, until: Option<Bound>,
            suggest: Option<Suggestion>,
        }
        /// A claim denies it, is denied by it (`opposite`), or cannot be true together with it (`excluded`).
        Contradicted "contradicted" { claim: Attested, how: &'static str }
        /// A claim has somebody or something else on record in the place where the draft has a name that nothing on record has.
        NamedOtherwise "named-otherwise" { claim: Attested, holder: Option<EntityId>, name: String }
        /// Claims contradict each other.
        Disputed "disputed" { claim: Attested, against: Option<Attested> }
        /// It was last confirmed too long ago.
        Presumed "presumed" { claim: Attested, confirmed: Option<Bound>, recheck: Option<Length> }
        /// The claim that says the same has no source (`none`), or none but the draft `itself` or what is `derived` from it.
        Unsourced "unsourced-match" { claim: Attested, circular: &'static str, source: Option<SourceId> }
        /// No claim says this or excludes it.
        Unknown "unknown" {}
        /// It names something on record and was not understood, for this reason.
        Unjudged "unjudged" { reason: Arc<Fact> }
        /// Whether it is said to be so is `unclear`, it is said to be `possible` or planned, or its `date` is not understood.
        Unclear "unclear" { why: &'static str }
        /// A cited source that our records do not list for the claim, but for another one.
        Misattributed "misattributed" { source: SourceId, claim: Attested, other: ClaimId }
        /// No source is cited nearby.
        Uncited "uncited" { claim: Attested }
        /// It gives the state as of a date that is long past.
        StaleDate "stale-date" { date: Bound, as_of: Day, limit: Length }
        /// A word such as "recently" is where a date should.
        VagueTime "vague-time" {}
        /// It `asserts` or `denies` what another sentence says the opposite of; `far` is `nothing` of a subject alone.
        SelfContradiction "self-contradiction" {
            says: &'static str, subject: Option<EntityId>, relation: RelationId, object: Option<EntityId>, far: &'static str,
        }
        /// It is to be judged by its own date and has none.
        UndatedDraft "undated-draft" { day: Day }
        /// Something in its head cannot be read.
        MalformedHead "malformed-head" { reason: Arc<Fact> }
        /// A comment that accepts a finding cannot be read.
        MalformedAllow "malformed-allow" { reason: Arc<Fact> }
        /// An acceptance, of a `draft` or a `claim`, that accepts nothing, or ran out on a day.
        UnusedAllow "unused-allow" {
            of: &'static str, code: String, claim: Option<String>, until: Option<Bound>, reason: String,
        }
        /// A draft accepts what is not a code.
        UnknownCode "unknown-code" { code: String, near: Option<String> }
        /// A draft accepts a finding about a claim that does not exist.
        UnknownClaim "unknown-claim" { claim: String }
        /// A finding of the baseline is no longer there.
        UnusedBaseline "unused-baseline" { code: String, path: String }
    }
}
