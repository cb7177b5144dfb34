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

            /// Its meaning, in one sentence.
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
    PossibleContradiction "possible-contradiction" Warning "Two claims cannot both be true, and their dates are too imprecise to tell whether they overlap.";
    Superseded "superseded" Warning "A claim is still open although a newer one has taken over.";
    Expired "expired" Note "A claim has ended, and your records do not say what has been true since.";
    Stale "stale" Warning "A claim is still open, but its newest source is older than its relation allows.";
    Unsourced "unsourced" Warning "No source supports a claim, or fewer than a rule requires.";
    WeakSource "weak-source" Note "The sources of a claim are weak: undated, only secondary, of one origin, or older than what they support.";
    CircularSource "circular-source" Error "Sources are derived from each other in a circle.";
    SupersessionCycle "supersession-cycle" Error "Claims supersede, correct or repeat each other in a circle.";
    Order "order" Error "Something is dated before another thing that must come first.";
    OutOfRange "out-of-range" Error "An object, amount or date is outside what the rule permits.";
    NotContemporary "not-contemporary" Error "Subject and object did not exist at the same time.";
    MissingCompanion "missing-companion" Warning "A claim requires another one that is not recorded.";
    MissingQualifier "missing-qualifier" Warning "A claim lacks something its rule requires: a start, an end, a quote.";
    Refinement "refinement" Note "Two claims say the same, one with more precise dates.";
    Duplicate "duplicate" Warning "Two claims say the same with the same dates.";
    InvertedPeriod "inverted-period" Error "A period ends before it begins.";
    Outdated "outdated" Error "A draft says that something is true now, but it no longer is.";
    Premature "premature" Error "A draft says that something is true now, but it begins later.";
    Misdated "misdated" Error "A draft gives a date on which something was not true or did not happen.";
    Contradicted "contradicted" Error "A draft says something that your records exclude, or denies something they say.";
    Disputed "disputed" Warning "A draft relies on claims that contradict each other.";
    Unknown "unknown" Note "A draft says something that no claim in your records is about.";
    Misattributed "misattributed" Warning "A draft cites a source that, in your records, supports other claims but not this one.";
    Uncited "uncited" Note "A draft says something that is in your records without citing a source.";
    SelfContradiction "self-contradiction" Warning "Two sentences of a draft cannot both be true.";
    StaleDate "stale-date" Note "A draft speaks as of a date that is long past.";
    VagueTime "vague-time" Note "A draft uses a vague time word such as “recently”.";
    UndatedDraft "undated-draft" Warning "A draft has no date of its own, but is to be judged by it.";
    MalformedAllow "malformed-allow" Warning "A comment in a draft accepts a finding, but does not say which one or why in a readable way.";
    MalformedHead "malformed-head" Warning "The front matter of a draft cannot be read.";
    MalformedDate "malformed-date" Error "A date is expected here, but this is not a date.";
    MalformedValue "malformed-value" Error "A value cannot be read as the type its relation takes.";
    UnknownId "unknown-id" Error "An id is used that no record has.";
    DuplicateId "duplicate-id" Error "Two records have the same id.";
    Unreadable "unreadable" Note "No sentence of a draft can match some claims, so nothing in drafts is checked against them.";
    MisreadExample "misread-example" Warning "An example of a relation or claim is not read as it says.";
    MisreadWords "misread-words" Warning "Words of a relation are read as the opposite where they are denied, ended, planned or supposed.";
    UndeclaredPolarity "undeclared-polarity" Warning "Words of a relation contain a negation or an ending, and do not say what they mean.";
    UnusedSource "unused-source" Note "No claim cites a source, and no other source is derived from it.";
    AmbiguousAlias "ambiguous-alias" Warning "Two entities share a name or alias.";
    UnusedAllow "unused-allow" Warning "An accepted finding does not occur, or its acceptance has expired.";
    UnusedBaseline "unused-baseline" Warning "The baseline lists a finding that no longer occurs.";
    UnknownField "unknown-field" Error "A record has a field that this type of record does not have.";
    MalformedPhrasing "malformed-phrasing" Error "A phrasing of a relation or language pack cannot be read.";
    MalformedRecord "malformed-record" Error "A record cannot be read: a field is missing, given twice, or of the wrong type.";
    UnreadableFile "unreadable-file" Error "A file cannot be read, or is not text.";
    UnparsableFile "unparsable-file" Error "A file cannot be parsed.";
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
