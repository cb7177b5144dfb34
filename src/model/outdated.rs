//! What is outdated as of a day, for maintainers of texts that rely on the claims. Data only: what belongs here is
//! derived by the engine, and laid out by `render`.

mod in_drafts;
mod left_out;
mod timeline;
mod trend;

pub use in_drafts::{DraftCounts, InDraft, ToChange};
pub use left_out::LeftOut;
pub use timeline::{Bar, Handover, Timeline};
pub use trend::{Gone, Trend};

use super::{ClaimId, Code, Fact, Finding, Severity, SourceKind, Unseen};
use crate::text::Place;
use crate::time::{Bound, Day, Length, Period};

/// Why a claim is in the list. Open ones come before ended ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Still open although a newer claim has taken over.
    Superseded,
    /// Not confirmed for too long.
    Stale,
    /// It ends soon, or is due for a recheck soon.
    Expiring,
    /// It has no source, or too few.
    Unsourced,
    /// Another claim excludes it, certainly or perhaps.
    Contradiction,
    /// Its stated end has passed.
    Ended,
}

impl Section {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 6] =
        [Self::Superseded, Self::Stale, Self::Expiring, Self::Unsourced, Self::Contradiction, Self::Ended];

    /// Those whose claims need attention: all but [`Section::Ended`].
    pub const OPEN: [Self; 5] =
        [Self::Superseded, Self::Stale, Self::Expiring, Self::Unsourced, Self::Contradiction];

    /// The word that names it in data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Superseded => "superseded",
            Self::Stale => "stale",
            Self::Expiring => "expiring",
            Self::Unsourced => "unsourced",
            Self::Contradiction => "contradiction",
            Self::Ended => "ended",
        }
    }

    /// The codes under which `check` reports its claims, by which they can be selected and ignored.
    #[must_use]
    pub fn codes(self) -> &'static [Code] {
        match self {
            Self::Superseded => &[Code::Superseded],
            Self::Ended => &[Code::Expired],
            Self::Stale => &[Code::Stale],
            Self::Expiring => &[Code::Expired, Code::Stale],
            Self::Unsourced => &[Code::Unsourced],
            Self::Contradiction => &[Code::Contradiction, Code::PossibleContradiction],
        }
    }
}

/// A source that supports a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// The id of the source.
    pub source: String,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<Bound>,
    /// Primary or secondary, if said.
    pub kind: Option<SourceKind>,
    /// Where it can be read.
    pub url: Option<String>,
    /// What of it is relied on, where that was written down.
    pub passages: Vec<Passage>,
}

/// A part of a source that a claim relies on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Its words.
    pub quote: Option<String>,
    /// Where in the source.
    pub locator: Option<String>,
}

/// The entity that a claim is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// Its id.
    pub id: String,
    /// Its name, else its id.
    pub name: String,
}

/// A claim, as far as a reader of the list needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The claim.
    pub record: ClaimId,
    /// Its id.
    pub claim: String,
    /// What it is about, if recorded.
    pub subject: Option<Subject>,
    /// When it holds, as far as that was known by the day asked about.
    pub period: Period,
    /// The sources that support it, the newest first.
    pub sources: Vec<Authority>,
    /// Where its record is.
    pub place: Place,
}

/// How it is known that one claim took the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Takeover {
    /// The newer one says `supersedes`.
    Declared,
    /// Both cannot hold at the same time, and this one begins next.
    Follows,
    /// The same statement is recorded again for a later time.
    Continues,
}

impl Takeover {
    /// The word that names it in data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Follows => "follows",
            Self::Continues => "continues",
        }
    }
}

/// A claim that has taken the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The newer claim.
    pub by: Mention,
    /// How that is known.
    pub how: Takeover,
}

/// One claim in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct OutdatedClaim {
    /// Why it is here.
    pub section: Section,
    /// The claim.
    pub mention: Mention,
    /// The finding of `check` that it comes from, if it is one.
    pub finding: Option<Box<Finding>>,
    /// Since when it is outdated; for what is coming up, when.
    pub since: Option<Bound>,
    /// What is wrong, and what to do about it where `finding` does not say so.
    pub why: Fact,
    /// What said the same before and has ended, the newest first.
    pub earlier: Vec<OutdatedClaim>,
    /// What took its place.
    pub replaced_by: Vec<Replacement>,
    /// What holds now, where what took its place has been replaced itself.
    pub now: Vec<Mention>,
    /// The claims that it contradicts.
    pub against: Vec<Mention>,
    /// Where drafts still say so.
    pub in_drafts: Vec<InDraft>,
    /// Where it was listed on the earlier day; `None` if no earlier day was asked about.
    pub was_in: Option<Vec<Section>>,
}

impl OutdatedClaim {
    /// The code of the finding that it comes from.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        self.finding.as_ref().map(|finding| finding.code)
    }

    /// The ids of its claim and of the earlier versions.
    pub fn claims(&self) -> impl Iterator<Item = &str> {
        let earlier = self.earlier.iter().map(|earlier| earlier.mention.claim.as_str());
        std::iter::once(self.mention.claim.as_str()).chain(earlier)
    }

    /// Whether it has come into its section since the earlier day; `None` if no earlier day was asked about.
    #[must_use]
    pub fn is_new(&self) -> Option<bool> {
        self.was_in.as_ref().map(|sections| !sections.contains(&self.section))
    }

    /// The claims that it names besides its own, in the order in which they are reported.
    pub fn others(&self) -> impl Iterator<Item = &Mention> {
        let replaced = self.replaced_by.iter().map(|replacement| &replacement.by);
        replaced.chain(&self.now).chain(&self.against)
    }
}

/// All that is outdated as of a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Outdated {
    /// The day whose truth was asked about.
    pub as_of: Day,
    /// Only what was published by then counted.
    pub known_by: Option<Day>,
    /// How far the list looks ahead.
    pub within: Length,
    /// The last day looked ahead to.
    pub until: Day,
    /// How many claims were looked at.
    pub claims: usize,
    /// The most severe of the findings about them.
    pub worst: Option<Severity>,
    /// The claims, by section, in each the longest overdue first.
    pub entries: Vec<OutdatedClaim>,
    /// How many entries are left out because there are too many.
    pub left_out: LeftOut,
    /// The sentences of drafts that say what is no longer true, by draft and place, each once.
    pub to_change: Vec<ToChange>,
    /// The sentences of drafts that probably say so, because their reading is not sure.
    pub to_check: Vec<ToChange>,
    /// What drafts say of them, if drafts were read.
    pub drafts: Option<DraftCounts>,
    /// What the list was on an earlier day, if one was asked about.
    pub trend: Option<Trend>,
    /// The listed claims and what replaced them over time, by subject; empty unless they were asked for.
    pub timelines: Vec<Timeline>,
    /// What was not looked at.
    pub unseen: Vec<Unseen>,
    /// Something could not be read, so there may be more.
    pub incomplete: bool,
}

impl Outdated {
    /// The claims of a section.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &OutdatedClaim> {
        self.entries.iter().filter(move |entry| entry.section == section)
    }

    /// How many claims of a section there are, those that are left out included.
    #[must_use]
    pub fn count(&self, section: Section) -> usize {
        self.section(section).count() + self.left_out.count(section)
    }
}
