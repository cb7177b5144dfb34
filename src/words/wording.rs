//! Facts and findings in the words of a language.

use fluent_bundle::FluentValue;

use super::calendar::Calendar;
use super::language::{SpokenLanguage, default_language, language};
use super::pattern::{self, Met};
use crate::model::{Attested, Base, Confidence, Detail, Fact, Finding, Severity};
use crate::time::{Bound, Day, Length, Period, elapsed_since};

/// The usual length of a sentence, in bytes.
const USUAL: usize = 192;

/// Which language is spoken.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// This one, whatever the language of a draft.
    pub forced: Option<&'static SpokenLanguage>,
    /// Messages about no draft.
    pub default: &'static SpokenLanguage,
}

impl Default for Choice {
    fn default() -> Self {
        Self { forced: None, default: default_language() }
    }
}

/// The words for everything about a claim base and drafts.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    base: &'a Base,
    choice: Choice,
}

impl<'a> Words<'a> {
    /// Words for messages about `base`.
    #[must_use]
    pub fn new(base: &'a Base, choice: Choice) -> Self {
        Self { base, choice }
    }

    /// The claim base.
    #[must_use]
    pub fn base(&self) -> &'a Base {
        self.base
    }

    /// The words for messages about no draft.
    #[must_use]
    pub fn general(&self) -> Wording<'a> {
        self.for_draft(None)
    }

    /// The words of one language, whichever is spoken otherwise.
    #[must_use]
    pub fn in_language(&self, language: &'static SpokenLanguage) -> Wording<'a> {
        Wording { base: self.base, language, draft_language: language }
    }

    /// The words for messages about a draft in the language with this code.
    #[must_use]
    pub fn for_draft(&self, code: Option<&str>) -> Wording<'a> {
        let draft = code.and_then(language);
        let spoken = self.choice.forced.or(draft).unwrap_or(self.choice.default);
        Wording { base: self.base, language: spoken, draft_language: draft.unwrap_or(spoken) }
    }

    /// Prefetches what the words of some findings are made of. Changes nothing but the time.
    pub fn prefetch(&self, findings: &[Finding]) {
        let mut wanted = Vec::with_capacity(2 * findings.len());
        for finding in findings {
            finding.fact.each(&mut |_, detail| match detail {
                Detail::Claim(claim) | Detail::Attested(Attested { claim, .. }) => wanted.push(claim),
                _ => {}
            });
        }
        self.base.prefetch(&wanted);
    }

    /// The words for a finding.
    #[must_use]
    pub fn of(&self, finding: &Finding) -> Worded {
        self.for_draft(finding.language.as_deref()).finding(finding)
    }
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Worded {
    /// What is wrong, in one sentence for people who do not program.
    pub message: String,
    /// A few words for the primary place.
    pub label: String,
    /// What to do.
    pub help: Option<String>,
    /// What is found at the related places, in their order.
    pub related: Vec<String>,
}

/// One language, for a claim base.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    /// What is spoken of.
    pub base: &'a Base,
    /// What is spoken.
    pub language: &'static SpokenLanguage,
    /// The language of the draft that is spoken of, in which suggestions are made.
    pub draft_language: &'static SpokenLanguage,
}

impl<'a> Wording<'a> {
    /// A finding in words.
    #[must_use]
    pub fn finding(&self, finding: &Finding) -> Worded {
        let fields = fields(&finding.fact);
        let rule = finding.rule.as_deref();
        let help = match rule.and_then(|rule| rule.help.as_ref()) {
            Some(help) => Some(help.in_language(self.language.code).to_owned()),
            None => self.worded(finding.fact.help_key(), &fields),
        };
        let related = finding.related.iter().map(|related| self.message(&related.fact)).collect();
        Worded {
            message: self.headline(finding),
            label: self.worded(finding.fact.label_key(), &fields).unwrap_or_default(),
            help,
            related,
        }
    }

    /// How bad a finding is, for people; programs are told [`Severity::as_str`].
    #[must_use]
    pub fn severity(&self, severity: Severity) -> String {
        self.phrase("severity", &[("severity", Detail::Word(severity.as_str()))])
    }

    /// What is wrong, in one sentence: the message of a finding, after what its rule says of itself. What was read without
    /// certainty is said to be probable.
    #[must_use]
    pub fn headline(&self, finding: &Finding) -> String {
        let message = self.certain(finding);
        match finding.confidence {
            Some(Confidence::Low | Confidence::Medium) => {
                let of = Detail::Word(finding.fact.key());
                self.phrase("probably", &[("of", of), ("said", Detail::Text(&message))])
            }
            Some(Confidence::High) | None => message,
        }
    }

    /// The same where it is said elsewhere how certain it is.
    #[must_use]
    pub fn certain(&self, finding: &Finding) -> String {
        let message = self.message(&finding.fact);
        match finding.rule.as_deref().and_then(|rule| rule.message.as_ref()) {
            Some(words) => {
                let words = words.in_language(self.language.code);
                format!("{}: {message}", words.trim_end_matches('.'))
            }
            None => message,
        }
    }

    /// What a fact says.
    #[must_use]
    pub fn message(&self, fact: &Fact) -> String {
        self.phrase(fact.key(), &fields(fact))
    }

    /// What to do about what a fact says, where that is known.
    #[must_use]
    pub fn help(&self, fact: &Fact) -> Option<String> {
        self.worded(fact.help_key(), &fields(fact))
    }

    /// A message, where there is one that says something.
    fn worded(&self, key: &str, details: &[(&'static str, Detail<'_>)]) -> Option<String> {
        let mut out = String::with_capacity(USUAL);
        let is_said = self.write(self.language, key, details, &mut out)
            || self.write(default_language(), key, details, &mut out);
        (is_said && !out.is_empty()).then_some(out)
    }

    /// A message that belongs to no fact: a heading, a button, a line of a summary.
    #[must_use]
    pub fn phrase(&self, key: &str, details: &[(&'static str, Detail<'_>)]) -> String {
        let mut out = String::with_capacity(USUAL);
        if !self.write(self.language, key, details, &mut out)
            && !self.write(default_language(), key, details, &mut out)
        {
            out.push_str(key);
        }
        out
    }

    fn write(
        &self,
        language: &'static SpokenLanguage,
        key: &str,
        details: &[(&'static str, Detail<'_>)],
        out: &mut String,
    ) -> bool {
        let start = out.len();
        if let Some(pieces) = language.pieces(key) {
            let mut word = |variable: &str, out: &mut String| {
                if let Some((detail, form)) = find(details, variable) {
                    self.write_form(detail, form, out);
                }
            };
            if pattern::write(pieces, &mut word, &|variable| self.met(details, variable), out) {
                return true;
            }
            out.truncate(start);
        }
        language.write(
            key,
            &mut |variable| match find(details, variable) {
                Some((detail, form)) => self.form(detail, form),
                None => FluentValue::None,
            },
            out,
        )
    }

    /// What a message selects by for a variable.
    fn met<'d>(&self, details: &[(&'static str, Detail<'d>)], variable: &str) -> Met<'d> {
        match find(details, variable) {
            Some((Detail::Absent, _)) => Met::Word("none"),
            Some((Detail::Word(word), _)) => Met::Word(word),
            Some((Detail::Text(text), _)) => Met::Word(text),
            Some((Detail::Attested(attested), "source" | "source-id")) if attested.source.is_none() => {
                Met::Word("none")
            }
            Some((Detail::Relation(relation), "says-when")) => {
                Met::Word(if self.says_when(relation) { "yes" } else { "no" })
            }
            Some((Detail::Claim(claim), "only")) if self.has_label(claim) => Met::Word("none"),
            Some((Detail::Count(_), _) | (_, "count")) => Met::Number,
            Some(_) => Met::Other,
            None => Met::Word(""),
        }
    }

    pub(super) fn written<'b>(&self, write: impl FnOnce(&Calendar, &mut String)) -> FluentValue<'b> {
        let mut out = String::new();
        write(&self.language.calendar, &mut out);
        FluentValue::from(out)
    }

    /// `21 January 2025`.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        let mut out = String::new();
        self.language.calendar.write_day(&mut out, day);
        out
    }

    /// `21 January 2025`, `January 2025`, `the 2020s`.
    #[must_use]
    pub fn date(&self, date: Bound) -> String {
        let mut out = String::new();
        self.language.calendar.write_bound(&mut out, date);
        out
    }

    /// `on 21 January 2025`, `in January 2025`.
    #[must_use]
    pub fn when(&self, date: Bound) -> String {
        let mut out = String::new();
        self.language.calendar.write_when(&mut out, date);
        out
    }

    /// `from 23 January 2023 until 21 January 2025`, `since 2023`.
    #[must_use]
    pub fn period(&self, period: Period) -> String {
        let mut out = String::new();
        self.language.calendar.write_period(&mut out, period);
        out
    }

    /// `1 year`, `180 days`.
    #[must_use]
    pub fn length(&self, length: Length) -> String {
        let count = Detail::Count(length.count as usize);
        self.phrase(Calendar::length_key(length), &[("count", count)])
    }

    /// The length between a date and a day, with "about" where the date is imprecise: `12 days`, `about 2 years 1 month`.
    #[must_use]
    pub fn distance(&self, date: Bound, day: Day) -> Option<String> {
        let (first, second) = elapsed_since(date, day)?;
        let first = self.length(first);
        let whole = match second.map(|second| self.length(second)) {
            None => first,
            Some(second) => {
                let details = [("first", Detail::Text(&first)), ("second", Detail::Text(&second))];
                self.phrase("length-two", &details)
            }
        };
        Some(if date.is_point() {
            whole
        } else {
            self.phrase("length-about", &[("length", Detail::Text(&whole))])
        })
    }

    /// `yearly`, `every 180 days`.
    #[must_use]
    pub fn every(&self, length: Length) -> String {
        let count = Detail::Count(length.count as usize);
        self.phrase(Calendar::every_key(length), &[("count", count)])
    }

    /// `a, b and c`; of many only some, and how many more there are.
    #[must_use]
    pub fn list(&self, items: impl ExactSizeIterator<Item = String>) -> String {
        self.joined(items, "list-and")
    }

    /// `a, b or c`.
    #[must_use]
    pub fn alternatives(&self, items: impl ExactSizeIterator<Item = String>) -> String {
        self.joined(items, "list-or")
    }

    fn joined(&self, items: impl ExactSizeIterator<Item = String>, last: &str) -> String {
        /// Items that are named.
        const NAMED: usize = 6;
        let count = items.len();
        let mut named: Vec<String> = items.take(NAMED).collect();
        if count > NAMED {
            let first = named.join(", ");
            let more = Detail::Count(count - NAMED);
            return self.phrase("and-more", &[("first", Detail::Text(&first)), ("more", more)]);
        }
        let Some(end) = named.pop() else { return String::new() };
        if named.is_empty() {
            return end;
        }
        let first = named.join(", ");
        self.phrase(last, &[("first", Detail::Text(&first)), ("last", Detail::Text(&end))])
    }
}

/// The details of a fact with their names.
fn fields(fact: &Fact) -> Vec<(&'static str, Detail<'_>)> {
    let mut fields = Vec::with_capacity(8);
    fact.each(&mut |name, detail| fields.push((name, detail)));
    fields
}

/// The detail that a variable stands for, and in which form: `older-id` is the form `id` of `older`.
fn find<'d, 'v>(details: &[(&'static str, Detail<'d>)], variable: &'v str) -> Option<(Detail<'d>, &'v str)> {
    details.iter().find_map(|(name, detail)| {
        let rest = variable.strip_prefix(name)?;
        let form = if rest.is_empty() { "" } else { rest.strip_prefix('-')? };
        Some((*detail, form))
    })
}
