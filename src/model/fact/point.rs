//! What is said of a point on which reports agree or differ: what each says, what decided how they stand, and what is true of
//! all of them.

use std::sync::Arc;

use super::{Attested, Fact, SaidValue, facts};
use crate::model::{ClaimId, EntityId, RelationId};
use crate::time::Bound;

facts! {
    /// How reports stand to each other. `report` and `other` are paths.
    PointFact {
        /// What a report says: it `asserts` or `denies` it, or says that it has `ended`; `manner` is `stated`, `reported`, `possible` or
        /// `planned`, these two with `-that` where it is said of more than the present; `record` is a
        /// claim that says the same, for languages in which the relation has no label; `time` is `none`, `past`, `happened`, `on`, `since`,
        /// `until` or `between`; `tense` is `present`, `past`, or `since` then. Of a name that no record knows, the name; `far` is `nothing` of a subject alone.
        Said "point-said" {
            polarity: &'static str, manner: &'static str, subject: Option<EntityId>, subject_name: Option<String>, relation: RelationId,
            object: Option<EntityId>, object_name: Option<String>, value: Option<SaidValue>, far: &'static str,
            time: &'static str, tense: &'static str, from: Option<Bound>, until: Option<Bound>, record: Option<ClaimId>,
        }

        /// A claim that was true until a day.
        TrueUntil "account-until" { claim: Attested, until: Bound }
        /// One more claim of which the same is to be said as of the one before.
        TrueToo "account-too" { claim: Attested, tense: &'static str }
        /// A claim, for as long as it holds: in the `past`, `since` a day, or `present`.
        TrueAt "account-true" { claim: Attested, tense: &'static str }
        /// What held after that, until a day if it has ended too.
        TrueThen "account-then" { claim: Attested, until: Option<Bound> }
        /// What is true since: from a day, where that is another one than that on which the last ended.
        TrueSince "account-since" { claim: Attested, from: Option<Bound> }
        /// What a report says, as of its date.
        AsReported "account-reported" { said: Arc<Fact>, report: String, date: Option<Bound>, cites: Option<String> }
        /// One more thing that the report before says.
        ReportedToo "account-reported-too" { said: Arc<Fact>, cites: Option<String> }
        /// What a report says otherwise, as of its date.
        OtherwiseReported "account-otherwise" {
            said: Arc<Fact>, report: String, date: Option<Bound>, cites: Option<String>,
        }

        /// The records say what held when.
        DecidedByRecords "decided-records" { claim: Attested, report: String, what: &'static str, until: Option<Bound> }
        /// The records say what came after.
        DecidedByNext "decided-next" { claim: Attested, report: String }
        /// One report is older than the other, and speaks of its own time.
        DecidedByDates "decided-dates" { report: String, date: Bound, other: String, later: Bound }
        /// They speak of different times.
        DecidedByTimes "decided-times" { report: String, said: Arc<Fact>, other: String, differs: Arc<Fact> }
        /// One says that it has `ended`, was so in the `past`, or is only `possible` or planned.
        DecidedByTense "decided-tense" { report: String, other: String, says: &'static str }
        /// One report has the better source: it `corrects` the other, `cites` a source, `states` what the other has only heard; its source
        /// is `first-hand`, or `newer`; or it is itself the `later` one.
        DecidedBySource "decided-source" {
            report: String, other: String, why: &'static str, source: Option<String>, date: Option<Bound>,
        }
        /// One says something narrower: `relation` where the other says `wider`.
        SaysNarrower "decided-narrower" { report: String, relation: RelationId, wider: RelationId }
        /// One has a finer `date` or `amount`, or one where the other has none, names `more`, or says for `sure` what the other thinks possible.
        SaysFiner "decided-finer" { report: String, what: &'static str }
        /// One says something else of the same two, which goes with what the other says.
        GoesTogether "decided-together" { report: String, said: Arc<Fact> }
        /// One speaks of a part, the other of the whole.
        OfPart "decided-part" { report: String, part: EntityId, other: String, whole: EntityId }
        /// They speak of relations of which neither follows from the other.
        OfOtherRelation "decided-relation" { report: String, relation: RelationId, other: String, wider: RelationId }
        /// They speak of different things that do not exclude each other.
        OfOther "decided-other" { report: String, said: Arc<Fact>, other: String, differs: Arc<Fact> }
        /// What excludes what.
        Excluded "decided-law" { report: String, said: Arc<Fact>, other: String, differs: Arc<Fact> }
        /// What would decide a conflict: the `dates` of the reports, a `source`, or a `claim` on record.
        Undecided "decided-open" { needs: &'static str }
    }
}
