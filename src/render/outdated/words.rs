//! The words that all formats for people share: headings, counts, and the lines about one claim.

use std::collections::BTreeSet;

use super::super::{Context, plain};
use crate::model::{
    Authority, Code, Detail, Finding, Mention, Outdated, OutdatedClaim, Section, Takeover, ToChange,
};
use crate::text::Files;
use crate::time::Edge;
use crate::words::{Wording, Words};

/// A labelled line: the key of its label, and what it says.
pub(super) type LabelledLine = (&'static str, String);

/// Sentences of drafts that have to be changed, or looked at: the key of the messages about them, and the sentences.
pub(super) type Sentences<'a> = (&'static str, &'a [ToChange]);

/// The list, with what words it.
pub(super) struct Listing<'a> {
    pub(super) outdated: &'a Outdated,
    pub(super) files: &'a Files,
    pub(super) words: Words<'a>,
    /// The language of the list.
    pub(super) say: Wording<'a>,
    /// The entries that are under sentences of drafts, by their place in the list.
    pub(super) changed: BTreeSet<usize>,
}

impl<'a> Listing<'a> {
    pub(super) fn new(outdated: &'a Outdated, context: &Context<'a>) -> Self {
        let words = context.words;
        let sentences = outdated.to_change.iter().chain(&outdated.to_check);
        let changed = sentences.flat_map(|change| change.says.iter().copied()).collect();
        Self { outdated, files: context.files, words, say: words.general(), changed }
    }

    /// A message of the list: its key without `report-`.
    pub(super) fn phrase(&self, key: &str, details: &[(&'static str, Detail<'_>)]) -> String {
        self.say.phrase(&format!("report-{key}"), details)
    }

    /// A message without details.
    pub(super) fn plain(&self, key: &str) -> String {
        self.phrase(key, &[])
    }

    /// The label with this key.
    pub(super) fn label(&self, key: &str) -> String {
        self.phrase(&format!("label-{key}"), &[])
    }

    /// The sentences that have to be changed now, because they surely say what is no longer true.
    pub(super) fn to_change(&self) -> Sentences<'a> {
        ("change", &self.outdated.to_change)
    }

    /// The sentences that probably do.
    pub(super) fn to_check(&self) -> Sentences<'a> {
        ("check", &self.outdated.to_check)
    }

    /// What needs no change now, but attention.
    pub(super) fn needs_attention(&self) -> bool {
        let is_listed = |section: &Section| self.listed(*section).next().is_some();
        !self.outdated.to_check.is_empty() || Section::OPEN.iter().any(is_listed)
    }

    /// The counts of sentences of drafts, if drafts were read: those to be looked at only where there are some.
    pub(super) fn sentence_counts(&self) -> impl Iterator<Item = Sentences<'a>> {
        let are_read = self.outdated.drafts.is_some();
        let (change, check) = (self.to_change(), self.to_check());
        [(change, are_read), (check, !check.1.is_empty())]
            .into_iter()
            .filter_map(|(sentences, is_counted)| is_counted.then_some(sentences))
    }

    /// The entries listed in a section, each with its place in the list: what has ended and drafts say is under their
    /// sentences.
    pub(super) fn listed(&self, section: Section) -> impl Iterator<Item = (usize, &'a OutdatedClaim)> {
        let entries = self.outdated.entries.iter().enumerate();
        entries.filter(move |(at, entry)| {
            entry.section == section && (section != Section::Ended || !self.changed.contains(at))
        })
    }

    /// How many entries a section has, those that are left out included.
    pub(super) fn count(&self, section: Section) -> usize {
        self.listed(section).count() + self.outdated.left_out.count(section)
    }

    pub(super) fn title(&self) -> String {
        self.phrase("title", &[("day", Detail::Day(self.outdated.as_of))])
    }

    /// What was looked at and how: a sentence each.
    pub(super) fn introduction(&self) -> Vec<String> {
        let outdated = self.outdated;
        let listed: BTreeSet<&str> =
            outdated.entries.iter().map(|entry| entry.mention.claim.as_str()).collect();
        let claims = ("claims", Detail::Count(outdated.claims));
        let mut lines = vec![self.phrase("checked", &[claims, ("listed", Detail::Count(listed.len()))])];
        let left_out = outdated.left_out.total();
        if left_out > 0 {
            lines.push(self.phrase("left-out", &[("count", Detail::Count(left_out))]));
        }
        if let Some(day) = outdated.known_by {
            lines.push(self.phrase("known-by", &[("day", Detail::Day(day))]));
        }
        lines.extend(outdated.drafts.map(|counts| {
            let read = ("read", Detail::Count(counts.read));
            self.phrase("drafts", &[read, ("other", Detail::Count(counts.other))])
        }));
        lines.extend(outdated.trend.as_ref().map(|trend| self.compared(trend)));
        lines
    }

    /// Whether drafts were read, as messages select it.
    pub(super) fn drafts(&self) -> (&'static str, Detail<'static>) {
        ("drafts", Detail::Word(if self.outdated.drafts.is_some() { "read" } else { "none" }))
    }

    /// The name of a section.
    pub(super) fn name(&self, section: Section) -> String {
        match section {
            Section::Ended => self.phrase("ended", &[self.drafts()]),
            other => self.plain(other.as_str()),
        }
    }

    /// The heading of a section: its name and how many claims it lists.
    pub(super) fn heading(&self, section: Section) -> String {
        let listed = self.listed(section).count();
        let count = self.count(section);
        let is_certain = |(_, entry): &(usize, &OutdatedClaim)| entry.code() == Some(Code::Contradiction);
        let certain = self.listed(section).filter(is_certain).count() + self.outdated.left_out.certain;
        let total = match section {
            Section::Contradiction if certain < count => self.phrase(
                "some-possible",
                &[
                    ("count", Detail::Count(count)),
                    ("certain", Detail::Count(certain)),
                    ("possible", Detail::Count(count - certain)),
                ],
            ),
            _ => count.to_string(),
        };
        let some = [("listed", Detail::Count(listed)), ("total", Detail::Text(&total))];
        let counted = if listed < count { self.phrase("some-listed", &some) } else { total };
        format!("{} ({counted})", self.name(section))
    }

    /// What a section is about.
    pub(super) fn about(&self, section: Section) -> String {
        let within = ("within", Detail::Length(self.outdated.within));
        let until = ("until", Detail::Day(self.outdated.until));
        self.phrase(&format!("{}-about", section.as_str()), &[within, until, self.drafts()])
    }

    /// What to do about all claims of a section, where that is the same for all.
    pub(super) fn todo(&self, section: Section) -> Option<String> {
        match section {
            Section::Stale => Some(self.plain("stale-todo")),
            Section::Unsourced => Some(self.plain("unsourced-todo")),
            _ => None,
        }
    }

    /// What to do about one claim.
    pub(super) fn help(&self, entry: &OutdatedClaim) -> Option<String> {
        let found = entry.finding.as_ref().and_then(|finding| self.words.of(finding).help);
        found.or_else(|| self.say.help(&entry.why))
    }

    /// The same unless it was said for the whole section; what a rule of the user's says is always said.
    pub(super) fn own_help(&self, entry: &OutdatedClaim) -> Option<String> {
        let rule = entry.finding.as_ref().and_then(|finding| finding.rule.as_deref());
        let is_said = matches!(entry.section, Section::Stale | Section::Unsourced);
        if is_said && rule.is_none_or(|rule| rule.help.is_none()) { None } else { self.help(entry) }
    }

    /// What a claim says, on one line.
    pub(super) fn statement(&self, mention: &Mention) -> String {
        plain::one_line(&self.say.said(mention.record)).into_owned()
    }

    /// The lines about one claim.
    pub(super) fn lines(&self, entry: &OutdatedClaim) -> Vec<LabelledLine> {
        let mut lines = vec![self.held(entry)];
        lines.extend(self.overdue(entry));
        lines.extend(self.came(entry).map(|came| ("new", came)));
        lines.extend(self.why(entry));
        lines.extend(entry.replaced_by.iter().map(|newer| (takeover(newer.how), self.mention(&newer.by))));
        lines.extend(entry.now.iter().map(|now| ("now", self.mention(now))));
        lines.extend(entry.against.iter().map(|other| ("against", self.mention(other))));
        lines.extend(entry.earlier.iter().map(|earlier| ("earlier", self.mention(&earlier.mention))));
        lines.extend(self.own_help(entry).map(|help| ("todo", plain::one_line(&help).into_owned())));
        lines.extend(self.in_drafts(entry));
        lines.push(("where", self.place(&entry.mention)));
        lines
    }

    /// The lines about a sentence that has to be changed.
    pub(super) fn change_lines(&self, change: &ToChange) -> Vec<LabelledLine> {
        let help = change.findings.iter().filter_map(|finding| self.todo_in_draft(finding));
        let mut lines: Vec<LabelledLine> = help.map(|help| ("write", help)).collect();
        for entry in change.says.iter().filter_map(|at| self.outdated.entries.get(*at)) {
            lines.push(("says", self.mention(&entry.mention)));
            lines.extend(self.after(entry));
            lines.extend(entry.earlier.iter().map(|earlier| ("earlier", self.mention(&earlier.mention))));
        }
        lines
    }

    /// What a sentence could say instead: what holds now, else what came next.
    fn after(&self, entry: &OutdatedClaim) -> Vec<LabelledLine> {
        let now = entry.now.iter().map(|now| ("now", self.mention(now)));
        let next = entry.replaced_by.iter().map(|newer| (takeover(newer.how), self.mention(&newer.by)));
        if entry.now.is_empty() { next.collect() } else { now.collect() }
    }

    /// What to write, in the language of the draft; where that is not known, what is wrong.
    pub(super) fn todo_in_draft(&self, finding: &Finding) -> Option<String> {
        let worded = self.words.of(finding);
        let words = worded.help.unwrap_or(worded.message);
        (!words.is_empty()).then(|| plain::one_line(&words).into_owned())
    }

    /// When it holds or held, and on whose authority, unless that is said as the reason.
    pub(super) fn held(&self, entry: &OutdatedClaim) -> LabelledLine {
        let label = if entry.section == Section::Ended { "held" } else { "valid" };
        let is_said = matches!(entry.section, Section::Stale | Section::Expiring);
        let mention = &entry.mention;
        let period = Detail::Period(mention.period);
        let words = match self.authority(mention) {
            Some(by) if !is_said => {
                self.phrase("held", &[("period", period), ("by", Detail::Text(&by)), end(mention)])
            }
            _ => self.say.period(mention.period),
        };
        (label, words)
    }

    /// Why it is listed, unless the lines about what replaced it say so.
    pub(super) fn why(&self, entry: &OutdatedClaim) -> Option<LabelledLine> {
        let is_possible = entry.code() == Some(Code::PossibleContradiction);
        let label = if is_possible { "perhaps" } else { "why" };
        entry.replaced_by.is_empty().then(|| (label, self.say.message(&entry.why)))
    }

    /// For how long, or how soon.
    pub(super) fn overdue(&self, entry: &OutdatedClaim) -> Option<LabelledLine> {
        let since = entry.since?;
        let length = self.say.distance(since, self.outdated.as_of)?;
        let (label, how) = match entry.section {
            Section::Unsourced => return None,
            Section::Expiring if since.latest <= self.outdated.as_of => ("when", "today"),
            Section::Expiring => ("when", "ahead"),
            Section::Ended => ("ended", "ago"),
            Section::Contradiction => ("since", "since"),
            Section::Superseded | Section::Stale => ("overdue", "over"),
        };
        let details =
            [("how", Detail::Word(how)), ("date", Detail::Date(since)), ("length", Detail::Text(&length))];
        Some((label, self.phrase("distance", &details)))
    }

    /// What another claim says, when, and on whose authority.
    fn mention(&self, mention: &Mention) -> String {
        let statement = self.statement(mention);
        let by = self.authority(mention).unwrap_or_else(|| self.say.phrase("no-source", &[]));
        let details = [
            ("statement", Detail::Text(&statement)),
            ("period", Detail::Period(mention.period)),
            ("by", Detail::Text(&by)),
            ("id", Detail::Text(&mention.claim)),
            end(mention),
        ];
        plain::one_line(&self.phrase("mention", &details)).into_owned()
    }

    /// On whose authority: the newest source, and how many more there are.
    pub(super) fn authority(&self, mention: &Mention) -> Option<String> {
        let newest = self.source(mention.sources.first()?);
        Some(match mention.sources.len() {
            1 => newest,
            count => {
                let more = ("more", Detail::Count(count - 1));
                self.say.phrase("and-more", &[("first", Detail::Text(&newest)), more])
            }
        })
    }

    pub(super) fn source(&self, authority: &Authority) -> String {
        let name = authority.publisher.as_deref().or(authority.title.as_deref()).unwrap_or(&authority.source);
        format!("{}, {}", plain::one_line(name), self.published(authority))
    }

    /// When a source was published, or that it is undated.
    pub(super) fn published(&self, authority: &Authority) -> String {
        authority.published.map_or_else(|| self.plain("undated"), |day| self.say.date(day))
    }

    /// File and line.
    pub(super) fn place(&self, mention: &Mention) -> String {
        let (start, _) = self.files.positions(mention.place);
        format!("{}:{}", self.files.get(mention.place.file).path(), start.line)
    }
}

/// A source cannot confirm an end that came after it: whether all dated sources are older, as messages select it.
pub(super) fn end(mention: &Mention) -> (&'static str, Detail<'static>) {
    ("end", Detail::Word(if has_unsourced_end(mention) { "unsourced" } else { "sourced" }))
}

/// Whether all dated sources are older than the stated end.
pub(super) fn has_unsourced_end(mention: &Mention) -> bool {
    let end = mention.period.end().earliest;
    let mut dated = mention.sources.iter().filter_map(|authority| authority.published).peekable();
    let is_older = dated.peek().is_some() && dated.all(|published| published.latest < end);
    is_older && mention.period.end_edge() != Edge::Open
}

pub(super) fn takeover(how: Takeover) -> &'static str {
    match how {
        Takeover::Declared => "replaced",
        Takeover::Follows => "followed",
        Takeover::Continues => "continued",
    }
}
