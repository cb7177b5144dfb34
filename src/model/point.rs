//! What several reports say of one thing, and how they stand to each other. Data only: the engine decides, `render` lays it
//! out, `words` makes the sentences of its facts.

use super::named::named_enum;
use super::{Assertion, Cited, ClaimId, Coverage, EntityId, Fact, Finding, Polarity, RelationId, Verdict};
use crate::text::Place;
use crate::time::{Bound, Day, Period};

/// Reports with the points on which they agree, differ or stand alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Reconciled {
    /// The day whose truth was asked about.
    pub as_of: Day,
    /// Only what was published by then counted.
    pub known_by: Option<Day>,
    /// Something could not be read or used.
    pub incomplete: bool,
    /// The reports, in the order in which they were named.
    pub reports: Vec<ReportRead>,
    /// The points, by their first places in the first report, then in the second, and so on.
    pub points: Vec<Point>,
}

impl Reconciled {
    /// Whether two of the reports speak of one thing at all.
    #[must_use]
    pub fn has_common(&self) -> bool {
        self.points.iter().any(|point| point.kind != PointKind::Single)
    }

    /// Whether nothing was understood in any of them, so that what they have in common is not known.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        self.points.is_empty() && self.reports.iter().all(|report| report.understood == 0)
    }

    /// How many points are of a kind.
    #[must_use]
    pub fn count(&self, kind: PointKind) -> usize {
        self.points.iter().filter(|point| point.kind == kind).count()
    }
}

/// A report as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportRead {
    /// Its path.
    pub path: String,
    /// Its title, if it states one.
    pub title: Option<String>,
    /// Where it is published, if it says so.
    pub url: Option<String>,
    /// Its own date, if one is known.
    pub date: Option<Bound>,
    /// The language of most of it; empty if none is known.
    pub language: String,
    /// How much of it was judged by the records.
    pub coverage: Coverage,
    /// How many of its sentences were understood, whether the records say something of them or not.
    pub understood: usize,
}

named_enum!(
    /// How reports stand to each other on a point.
    PointKind {
        /// They say the same.
        Agree "agree",
        /// They do not contradict each other, and one says more: something narrower, a finer date, a sum within the other's range.
        More "more",
        /// Each is right in its time.
        Time "time",
        /// Each is right of something else: a part, a narrower relation, another place.
        Scope "scope",
        /// They contradict each other, and one has the better source.
        Source "source",
        /// They contradict each other, and nothing decides.
        Conflict "conflict",
        /// Only one of them speaks of it.
        Single "single",
    }
);

impl PointKind {
    /// Whether reports say what cannot be said of the same time, thing and source.
    #[must_use]
    pub fn is_difference(self) -> bool {
        matches!(self, Self::Time | Self::Scope | Self::Source | Self::Conflict)
    }
}

/// One thing that reports speak of.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// How the reports stand to each other.
    pub kind: PointKind,
    /// What it is about: what is said of it outright, each thing once and without its time.
    pub about: Vec<Fact>,
    /// What each report says of it, in the order of the reports.
    pub entries: Vec<PointEntry>,
    /// What the records say of it, by when it began.
    pub claims: Vec<ClaimId>,
    /// What decided its kind.
    pub decided: Vec<Fact>,
    /// What is true of all the reports, part by part, to be read as one sentence.
    pub account: Vec<Fact>,
}

impl Point {
    /// What a report says of it.
    pub fn of_report(&self, report: usize) -> impl Iterator<Item = &PointEntry> {
        self.entries.iter().filter(move |entry| entry.report == report)
    }

    /// What is said of it outright first.
    #[must_use]
    pub fn first(&self) -> Option<&PointEntry> {
        self.entries.iter().find(|entry| !entry.bearing.is_aside())
    }

    /// Whether a report speaks of it.
    #[must_use]
    pub fn has_report(&self, report: usize) -> bool {
        self.of_report(report).next().is_some()
    }
}

named_enum!(
    /// How what a report says bears on a point.
    Bearing {
        /// It says or denies this very thing, or fills the same place otherwise.
        Direct "direct",
        /// It follows from what it says.
        Implies "implies",
        /// It says what came after, according to the records.
        After "after",
        /// It says the like of something else.
        Beside "beside",
        /// It says something else of the same two, which the records know beside it.
        Compatible "compatible",
        /// It only mentions it: supposes it, or asks.
        Mentions "mentions",
    }
);

impl Bearing {
    /// Whether it is not the thing itself that is said.
    #[must_use]
    pub fn is_aside(self) -> bool {
        matches!(self, Self::Implies | Self::After | Self::Beside | Self::Compatible)
    }
}

/// What one report says of a point. Several sentences that say the same are one entry.
#[derive(Debug, Clone, PartialEq)]
pub struct PointEntry {
    /// Which report.
    pub report: usize,
    /// How it bears on the point.
    pub bearing: Bearing,
    /// Whether the reading is sure enough to contradict anything.
    pub is_sure: bool,
    /// What is said, as data.
    pub said: Fact,
    /// The same as it was read; none of what is only mentioned.
    pub assertion: Option<Assertion>,
    /// What the records said of it on the report's own day, if that is known.
    pub verdict_then: Option<Verdict>,
    /// Where it is said, in order.
    pub places: Vec<PointPlace>,
    /// What its author should change, as `lint` has it.
    pub advice: Option<Finding>,
}

impl PointEntry {
    /// What the records say of it.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.assertion.as_ref().map_or(Verdict::Unclear, |one| one.verdict)
    }

    /// Whether it asserts or denies; neither of what is only mentioned.
    #[must_use]
    pub fn polarity(&self) -> Option<Polarity> {
        self.assertion.as_ref().map(|one| one.polarity)
    }
}

/// A sentence that says something of a point.
#[derive(Debug, Clone, PartialEq)]
pub struct PointPlace {
    /// The sentence.
    pub sentence: Place,
    /// The words that decided.
    pub words: Place,
    /// The sentence as it reads.
    pub text: String,
    /// The sources that it cites.
    pub citations: Vec<Cited>,
}

/// A claim for what reports agree on and the records lack, for a person to accept.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedClaim {
    /// An id that no claim has.
    pub id: String,
    /// What it is about.
    pub subject: Option<EntityId>,
    /// What it says of it.
    pub relation: RelationId,
    /// The far side, where it is an entity.
    pub object: Option<EntityId>,
    /// The far side, where it is a value: as it is written.
    pub value: Option<String>,
    /// It denies.
    pub denies: bool,
    /// When it holds, as far as the reports say so.
    pub period: Option<Period>,
    /// The date for which the reports confirm it, where they say no more.
    pub attests: Option<Bound>,
    /// The reports that say it.
    pub reports: Vec<usize>,
}
