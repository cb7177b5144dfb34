//! The result of a run, and its exit code.

use super::{Coverage, Fact, Finding, Severity, Unseen};
use crate::text::Place;
use crate::time::Day;

/// Counts of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Findings that are errors.
    pub error: usize,
    /// Findings that are warnings.
    pub warning: usize,
    /// Findings that are notes.
    pub note: usize,
    /// Findings that their authors accept: by an `allow`, or in a draft.
    pub suppressed: usize,
    /// Findings that were there before: in the baseline, or at the revision that was compared with.
    pub old: usize,
    /// Findings left out because the reading is less sure than was asked for.
    pub unsure: usize,
    /// Findings left out because none of their places lies in the files that were asked for.
    pub elsewhere: usize,
    /// Files read.
    pub files: usize,
    /// Claims read.
    pub claims: usize,
}

/// Drafts with sentences of which none got a verdict.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unjudged {
    /// How many.
    pub count: usize,
    /// The paths of some of them.
    pub paths: Vec<String>,
}

impl Unjudged {
    /// How many are named.
    const NAMED: usize = 10;

    /// Adds a draft. Which are named does not depend on the order in which they come.
    pub fn note(&mut self, path: &str) {
        self.count += 1;
        self.paths.push(path.to_owned());
        if self.paths.len() > 2 * Self::NAMED {
            self.settle();
        }
    }

    /// Keeps the first of those that are named.
    pub fn settle(&mut self) {
        self.paths.sort();
        self.paths.truncate(Self::NAMED);
    }
}

/// What a step on the way from a finding back to the evidence rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// What the finding is about: a sentence of a draft, or a record.
    Found,
    /// A claim.
    Claim,
    /// A source of the claim before it.
    Source,
}

/// A step on the way from a finding back to the evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What it rests on.
    pub ground: Ground,
    /// What is there.
    pub fact: Fact,
    /// Where.
    pub place: Place,
}

/// All that a run found.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The command that ran.
    pub command: &'static str,
    /// The day whose truth was asked about.
    pub as_of: Day,
    /// How many drafts were judged by the date of their own instead.
    pub by_own_date: usize,
    /// How much of the drafts was looked at.
    pub coverage: Coverage,
    /// The drafts in which nothing got a verdict.
    pub unjudged: Unjudged,
    /// Only what was published by then counted.
    pub known_by: Option<Day>,
    /// The findings, in the order of files and places.
    pub findings: Vec<Finding>,
    /// Counts.
    pub summary: Summary,
    /// From each finding back to the evidence, in the order of the findings; empty unless it was asked for.
    pub trails: Vec<Vec<Step>>,
    /// What was not looked at.
    pub unseen: Vec<Unseen>,
    /// Something could not be read, or there was nothing to check: so the run does not count as clean.
    pub incomplete: bool,
}

/// The outcome of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing at or above the severity that fails a run.
    Clean,
    /// Something.
    Findings,
    /// The result cannot be trusted.
    Incomplete,
}

impl Report {
    /// Counts the findings by severity again, after some were taken out.
    pub fn count_again(&mut self) {
        let (mut error, mut warning, mut note) = (0, 0, 0);
        for finding in &self.findings {
            match finding.severity {
                Severity::Error => error += 1,
                Severity::Warning => warning += 1,
                Severity::Note => note += 1,
            }
        }
        self.summary = Summary { error, warning, note, ..std::mem::take(&mut self.summary) };
    }

    /// The outcome when findings of `fail_on` and above fail a run (`None`: none do).
    ///
    /// The only place that decides this, so that no output format can.
    #[must_use]
    pub fn outcome(&self, fail_on: Option<Severity>) -> Outcome {
        if self.incomplete {
            Outcome::Incomplete
        } else if fail_on.is_some_and(|least| self.findings.iter().any(|found| found.severity >= least)) {
            Outcome::Findings
        } else {
            Outcome::Clean
        }
    }
}

impl Outcome {
    /// The exit code: 0, 1 or 2.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Incomplete => 2,
        }
    }
}
