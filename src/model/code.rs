//! The single list of codes: the kebab-case words that name a fault in files, flags, output and `explain`.
//!
//! Each code has a page of its own beside this file, `code/<code>.md`, which is embedded and printed by `explain`, and
//! whose examples the tests run.

use super::Severity;

macro_rules! codes {
    ($($name:ident $word:literal $severity:ident $summary:literal;)*) => {
        /// A kind of problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $summary] $name,)*
        }

        impl Code {
            /// All codes, in the order in which they are explained.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word that names it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// How bad it is unless a rule, the configuration or a flag says otherwise.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// What it means, in one sentence.
            #[must_use]
            pub fn summary(self) -> &'static str {
                match self { $(Self::$name => $summary,)* }
            }

            /// Its page, in Markdown.
            #[must_use]
            pub fn page(self) -> &'static str {
                match self { $(Self::$name => include_str!(concat!("code/", $word, ".md")),)* }
            }
        }
    };
}

codes! {
    Contradiction "contradiction" Error "Two claims cannot both be true, and both are known to hold at the same time.";
    PossibleContradiction "possible-contradiction" Warning "Two claims cannot both be true, and their imprecise dates may overlap.";
    Superseded "superseded" Warning "A claim is still open although a newer one has taken over.";
    Expired "expired" Note "A claim has ended and nothing on record says what holds since.";
    Stale "stale" Warning "A claim is still open, but nothing has vouched for it for longer than its relation allows.";
    Unsourced "unsourced" Warning "No source supports a claim, or fewer than a rule asks for.";
    WeakSource "weak-source" Note "The sources of a claim do not carry it: undated, only secondary, of one origin, or older than what they vouch for.";
    CircularSource "circular-source" Error "Sources are derived from each other in a circle.";
    SupersessionCycle "supersession-cycle" Error "Claims supersede, correct or repeat each other in a circle.";
    Order "order" Error "One thing is dated before another that must come first.";
    OutOfRange "out-of-range" Error "An object, amount or date is not one that the rule permits.";
    NotContemporary "not-contemporary" Error "Subject and object did not exist at the same time.";
    MissingCompanion "missing-companion" Warning "A claim requires another one that is not on record.";
    MissingQualifier "missing-qualifier" Warning "A claim does not say something that its rule requires: a start, an end, a quote.";
    Refinement "refinement" Note "Two claims say the same, one of them with finer dates.";
    Duplicate "duplicate" Warning "Two claims say the same with the same dates.";
    InvertedPeriod "inverted-period" Error "A period ends before it begins.";
    Outdated "outdated" Error "A draft says in the present what held once and holds no longer.";
    Premature "premature" Error "A draft says that something is so which begins only later.";
    Misdated "misdated" Error "A draft gives a date on which something neither held nor happened.";
    Contradicted "contradicted" Error "A draft says what the record excludes, or denies what it holds.";
    Disputed "disputed" Warning "A draft relies on claims that contradict each other.";
    Unknown "unknown" Note "A draft says something of which nothing is on record.";
    Misattributed "misattributed" Warning "A draft cites a source that is on record for something else.";
    Uncited "uncited" Note "A draft says something on record without naming any source.";
    SelfContradiction "self-contradiction" Warning "Two sentences of a draft cannot both be true.";
    StaleDate "stale-date" Note "A draft speaks as of a date that is long past.";
    VagueTime "vague-time" Note "A draft dates something by a word that ages, such as “recently”.";
    UndatedDraft "undated-draft" Warning "A draft has no date of its own, but is to be judged by it.";
    MalformedAllow "malformed-allow" Warning "A draft says that it accepts a finding, but not which or why in a way that can be read.";
    MalformedHead "malformed-head" Warning "The front matter of a draft cannot be read.";
    MalformedDate "malformed-date" Error "What stands in the place of a date is none.";
    MalformedValue "malformed-value" Error "An amount or other value cannot be read as what its relation takes.";
    UnknownId "unknown-id" Error "An id is used that no record has.";
    DuplicateId "duplicate-id" Error "Two records have the same id.";
    UnusedSource "unused-source" Note "A source is on record, but no claim cites it and no source is derived from it.";
    AmbiguousAlias "ambiguous-alias" Warning "Two entities share a name or alias.";
    UnusedAllow "unused-allow" Warning "A finding is accepted that does not occur, or its acceptance has run out.";
    UnusedBaseline "unused-baseline" Warning "The baseline lists a finding that no longer occurs.";
    UnknownField "unknown-field" Error "A record has a field that records of its sort do not have.";
    MalformedPhrasing "malformed-phrasing" Error "A phrasing of a relation or language pack cannot be read.";
    MalformedRecord "malformed-record" Error "A record cannot be read: a field is missing, twice there, or of the wrong type.";
    UnreadableFile "unreadable-file" Error "A file cannot be read, or is no text.";
    UnparsableFile "unparsable-file" Error "A file cannot be taken apart into records.";
}

impl Code {
    /// The code with this name.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == word)
    }

    /// Whether findings with this code are made only where somebody asks for them, by a flag or in the configuration.
    #[must_use]
    pub fn is_on_request(self) -> bool {
        matches!(self, Self::Unknown | Self::Uncited | Self::VagueTime)
    }

    /// Whether it is about drafts rather than about claims.
    #[must_use]
    pub fn is_about_drafts(self) -> bool {
        matches!(
            self,
            Self::Outdated
                | Self::Premature
                | Self::Misdated
                | Self::Contradicted
                | Self::Disputed
                | Self::Unknown
                | Self::Misattributed
                | Self::Uncited
                | Self::SelfContradiction
                | Self::StaleDate
                | Self::VagueTime
                | Self::UndatedDraft
                | Self::MalformedAllow
                | Self::MalformedHead
        )
    }

    /// Whether it means that the result of the run cannot be trusted.
    #[must_use]
    pub fn spoils_run(self) -> bool {
        matches!(self, Self::UnreadableFile | Self::UnparsableFile)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.pad(self.as_str())
    }
}
