//! How a draft was read: its sentences, what each asserts, and what the graph says of that.

use std::sync::Arc;

use super::fact::ReadingFact;
use super::{Amount, ClaimId, Coverage, DraftAllow, EntityId, RelationId, Role, SourceId};
use crate::text::{FileId, Span};
use crate::time::{Bound, Day};

/// A draft as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The file.
    pub file: FileId,
    /// Its path.
    pub path: String,
    /// The draft's own date, if it states one.
    pub date: Option<Bound>,
    /// What states it: a key of front matter, a tag, or "path".
    pub date_from: Option<String>,
    /// The language of most of it.
    pub language: String,
    /// Its title, if it states one.
    pub title: Option<String>,
    /// Its first heading.
    pub heading: Option<String>,
    /// Where it is published, if it says so.
    pub url: Option<String>,
    /// The sentences that name known entities or assert something, in order.
    pub sentences: Vec<ReadSentence>,
    /// How many sentences it has; headings are not counted.
    pub length: usize,
    /// How many of them name known entities or assert something, whether they are kept here or not.
    pub naming: usize,
    /// What is wrong with the draft's head.
    pub head_flaws: Vec<Why>,
    /// The findings that it accepts.
    pub allows: Vec<DraftAllow>,
    /// What of that cannot be read.
    pub allow_flaws: Vec<Why>,
    /// The day by which it was judged, if it was.
    pub as_of: Option<Day>,
}

impl Reading {
    /// The number of the sentence in which `span` lies; what has no width belongs to the sentence that it is after.
    #[must_use]
    pub fn sentence_at(&self, span: Span) -> Option<usize> {
        let before = |sentence: &ReadSentence| {
            sentence.span.start < span.start || !span.is_empty() && sentence.span.start == span.start
        };
        let at = self.sentences.partition_point(before).checked_sub(1)?;
        (span.end <= self.sentences.get(at)?.span.end).then_some(at)
    }
}

impl Reading {
    /// How much of it was looked at, headings left out. Sentences got a verdict if the records say something about them.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        let judged =
            self.sentences.iter().filter(|sentence| !sentence.is_heading && sentence.is_judged()).count();
        let naming = self.naming.max(judged);
        Coverage { sentences: self.length.max(naming), naming, judged }
    }

    /// Whether a sentence names both ends of a claim and has no words for its relation.
    #[must_use]
    pub fn lacks_words(&self) -> bool {
        let lacks =
            |sentence: &ReadSentence| matches!(sentence.unread_reason, Some(ReadingFact::NoWords { .. }));
        self.sentences.iter().any(lacks)
    }
}

impl ReadSentence {
    /// Whether the records say something about it.
    #[must_use]
    pub fn is_judged(&self) -> bool {
        self.assertions.iter().any(|one| !matches!(one.verdict, Verdict::Unclear | Verdict::Unknown))
    }
}

/// A sentence that names known entities or asserts something.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadSentence {
    /// Its bytes in the file.
    pub span: Span,
    /// As it reads, without markup.
    pub text: String,
    /// Whether it is in a heading.
    pub is_heading: bool,
    /// The entities that it names.
    pub entities: Vec<EntityId>,
    /// What it asserts.
    pub assertions: Vec<Assertion>,
    /// Why it asserts nothing, if it does not.
    pub unread_reason: Option<ReadingFact>,
    /// The sources that it cites.
    pub citations: Vec<Cited>,
    /// Whether a source is cited in its paragraph.
    pub is_cited_near: bool,
    /// Words that date it without a date ("recently"): their bytes.
    pub vague: Option<Span>,
    /// A date as of which it speaks ("as of March 2023").
    pub as_of: Option<(Bound, Span)>,
}

/// A source that a sentence cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The recorded sources that may be meant; none if it is unknown. All references to a note share them.
    pub sources: Arc<[SourceId]>,
    /// As the draft writes it; of a note that is very long, its beginning.
    pub written: Arc<str>,
    /// Where.
    pub span: Span,
}

/// A claim that a sentence makes.
#[derive(Debug, Clone, PartialEq)]
pub struct Assertion {
    /// The bytes from the first to the last word that decided.
    pub span: Span,
    /// The words that decided, each by its bytes.
    pub words: Vec<Span>,
    /// What it is about.
    pub subject: Option<EntityId>,
    /// What it says of it.
    pub relation: RelationId,
    /// The far side, where it is an entity.
    pub object: Option<EntityId>,
    /// The far side, where it is an amount: what it means and how it is written.
    pub value: Option<(Amount, String)>,
    /// The name in the place of one of them that nothing on record has.
    pub unrecorded: Option<UnrecordedName>,
    /// The far side, where it is a date or words: as it is written.
    pub text: Option<String>,
    /// The recorded claims that say the same, whatever their period.
    pub claims: Vec<ClaimId>,
    /// Whether it asserts or denies.
    pub polarity: Polarity,
    /// Whether what it denies is said to have been so before.
    pub ceased: bool,
    /// Whether it is said to be possible or planned, and not to be so: "can use", "plans to use".
    pub possible: bool,
    /// Whether an event is only named, which may be to come or may never come: "the sale of Nord".
    pub named: bool,
    /// How it is said.
    pub modality: Modality,
    /// When it is said to be so.
    pub time: AssertedTime,
    /// How sure the reading is.
    pub confidence: Confidence,
    /// What the graph says.
    pub verdict: Verdict,
    /// The claim that decided the verdict, which may be another than those that say the same.
    pub decided_by: Option<ClaimId>,
    /// The phrasing and the triggers that decided, each with its place.
    pub why: Vec<Why>,
}

impl Assertion {
    /// The name in a place of its relation that nothing on record has.
    #[must_use]
    pub fn unrecorded_in(&self, role: Role) -> Option<&str> {
        self.unrecorded
            .as_ref()
            .filter(|unrecorded| unrecorded.role == role)
            .map(|unrecorded| unrecorded.name.as_str())
    }

    /// Why it could not be judged, as the word that messages select by, if it could not.
    #[must_use]
    pub fn unclear(&self) -> Option<&'static str> {
        let why = match self {
            one if one.time.unplaced => "date",
            one if one.possible => "possible",
            _ => "unclear",
        };
        (self.verdict == Verdict::Unclear).then_some(why)
    }
}

/// A name in a place of a relation that nothing on record has: "Peter Lang".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnrecordedName {
    /// The place.
    pub role: Role,
    /// The name as it is written, without titles.
    pub name: String,
}

/// Something that decided a reading, or made it impossible.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// What it did.
    pub fact: ReadingFact,
    /// The words that did it.
    pub span: Span,
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// The word for it in output.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }
    };
}

named!(
    /// Whether a sentence says that something is so or that it is not.
    Polarity {
        /// That it is.
        Asserts "asserts",
        /// That it is not.
        Denies "denies",
    }
);

named!(
    /// How something is said. What is asked, supposed or commanded is not an assertion at all.
    Modality {
        /// As a fact.
        Stated "stated",
        /// As what others say or as uncertain.
        Reported "reported",
        /// Quoted or reported.
        Quoted "quoted",
        /// As what is to come.
        Forecast "forecast",
    }
);

named!(
    /// What kind of time a sentence speaks about.
    TimeKind {
        /// The reader's present.
        Present "present",
        /// Some time before.
        Past "past",
        /// A date or period that it names.
        Explicit "explicit",
    }
);

named!(
    /// How sure a reading is.
    Confidence {
        /// Something was taken from surrounding sentences.
        Low "low",
        /// Something was taken from another clause.
        Medium "medium",
        /// Everything is in one clause.
        High "high",
    }
);

named!(
    /// What the graph says of an assertion.
    Verdict {
        /// A claim holds at that time.
        Supported "supported",
        /// Only an old attestation says so.
        Presumed "presumed",
        /// It held, and ended or was superseded before that time.
        Outdated "outdated",
        /// It begins only after that time.
        Premature "premature",
        /// It holds or happened, but not on the date given.
        Misdated "misdated",
        /// A claim that holds then excludes it, or it denies one that holds.
        Contradicted "contradicted",
        /// The claim base contradicts itself there.
        Disputed "disputed",
        /// The claims that support it have no source.
        Unsourced "unsourced",
        /// Nothing in the graph speaks of it.
        Unknown "unknown",
        /// The evidence for polarity or time is contradictory.
        Unclear "unclear",
    }
);

/// How far the present is only assumed, because nothing says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assumed {
    /// It is said.
    No,
    /// Somebody is said to have said something, as news has it: "the mayor, Ann, said".
    Likely,
    /// The sentence tells of the past, or of all holders there ever were: "the mayor, Ann, opened the bridge".
    Perhaps,
}

/// When something is said to be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AssertedTime {
    /// What kind of time.
    pub kind: TimeKind,
    /// From when on, if said.
    pub from: Option<Bound>,
    /// Until when, if said.
    pub until: Option<Bound>,
    /// Whether it is said to be so at some time within, rather than all the time from one end to the other; with an end
    /// alone, at some time up to it.
    pub within: bool,
    /// Whether the dates are said to be those on which it began and ended: "since", "until", "from … to", "became … in";
    /// not "before", "after", "between", "at least since".
    pub names_ends: bool,
    /// Whether it is said to have begun at that time: "acquired" of who owns it.
    pub begins: bool,
    /// Whether all of the past is meant: "never".
    pub ever: bool,
    /// Whether a date was named that nothing places, or that is not understood.
    pub unplaced: bool,
    /// Whether it is when somebody was named or elected, who may take office later.
    pub is_choice: bool,
    /// How far it is only assumed.
    pub assumed: Assumed,
}

impl AssertedTime {
    /// The present.
    pub const PRESENT: Self = Self::of(TimeKind::Present);
    /// Some time before.
    pub const PAST: Self = Self::of(TimeKind::Past);

    const fn of(kind: TimeKind) -> Self {
        Self {
            kind,
            from: None,
            until: None,
            within: false,
            names_ends: false,
            begins: false,
            ever: false,
            unplaced: false,
            is_choice: false,
            assumed: Assumed::No,
        }
    }

    /// The same of all the past.
    #[must_use]
    pub const fn ever(self) -> Self {
        let kind = if matches!(self.kind, TimeKind::Explicit) { TimeKind::Explicit } else { TimeKind::Past };
        Self { kind, ever: true, ..self }
    }

    /// Some time within `bound`.
    #[must_use]
    pub const fn on(bound: Bound) -> Self {
        Self { from: Some(bound), until: Some(bound), within: true, ..Self::of(TimeKind::Explicit) }
    }

    /// At some time up to `bound`.
    #[must_use]
    pub const fn before(bound: Bound) -> Self {
        Self { until: Some(bound), within: true, ..Self::of(TimeKind::Explicit) }
    }

    /// From one date until another, as far as they are said.
    #[must_use]
    pub const fn between(from: Option<Bound>, until: Option<Bound>) -> Self {
        Self { from, until, ..Self::of(TimeKind::Explicit) }
    }
}
