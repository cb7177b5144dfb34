//! The words that all formats share: what a point is about, what each report says of it, and what is true of all.

use std::collections::BTreeSet;

use crate::model::{
    Assertion, Bearing, Detail, Fact, Finding, Point, PointEntry, PointFact, PointKind, PointPlace, Polarity,
    Reconciled, ReportRead, Verdict,
};
use crate::render::Context;
use crate::text::{Files, Position};
use crate::words::{Wording, Words};

/// Reports against each other, with what words them.
pub(super) struct Telling<'a> {
    pub(super) reconciled: &'a Reconciled,
    pub(super) files: &'a Files,
    pub(super) words: Words<'a>,
    /// The language of the whole: that of the reports, if they have one.
    pub(super) say: Wording<'a>,
}

/// What one report says of a point in one way.
pub(super) struct PointItem<'p> {
    report: usize,
    /// How that bears on the point, and what the records say of it.
    pub(super) stance: String,
    /// Where it says so.
    places: Vec<&'p PointPlace>,
    /// The places whose sentences no item before has quoted.
    pub(super) quotes: Vec<&'p PointPlace>,
}

/// The verdict on an entry, as messages select it.
struct SaidVerdict {
    now: &'static str,
    then: &'static str,
}

impl<'a> Telling<'a> {
    pub(super) fn new(reconciled: &'a Reconciled, context: &Context<'a>) -> Self {
        let words = context.words;
        let mut languages = reconciled.reports.iter().map(|report| report.language.as_str());
        let first = languages.next().filter(|first| !first.is_empty());
        let one = first.filter(|first| languages.all(|language| language == *first));
        Self { reconciled, files: context.files, words, say: words.for_draft(one) }
    }

    /// A message: its key without `reconcile-`.
    pub(super) fn phrase(&self, key: &str, details: &[(&'static str, Detail<'_>)]) -> String {
        self.say.phrase(&format!("reconcile-{key}"), details)
    }

    /// What the whole is.
    pub(super) fn title(&self) -> String {
        self.phrase("title", &[("count", Detail::Count(self.reconciled.reports.len()))])
    }

    /// How reports stand to each other.
    pub(super) fn kind(&self, kind: PointKind) -> String {
        self.phrase("kind", &[("kind", Detail::Word(kind.as_str()))])
    }

    /// The report of an entry.
    pub(super) fn report(&self, entry: &PointEntry) -> &'a ReportRead {
        &self.reconciled.reports[entry.report]
    }

    /// The date of a report.
    pub(super) fn date(&self, report: &ReportRead) -> String {
        match report.date {
            Some(date) => self.say.date(date),
            None => self.phrase("undated", &[]),
        }
    }

    /// What a point is about.
    pub(super) fn about(&self, point: &Point) -> String {
        let about: Vec<String> = point.about.iter().map(|fact| self.say.message(fact)).collect();
        about.join("; ")
    }

    /// What each report says of a point: in one item what it says in the same way, and each sentence quoted once.
    pub(super) fn items<'p>(&self, point: &'p Point) -> Vec<PointItem<'p>> {
        let mut items: Vec<PointItem<'p>> = Vec::new();
        for entry in &point.entries {
            // Of several things, it is said which one is denied.
            let is_denied = entry.assertion.as_ref().is_some_and(|one| one.polarity == Polarity::Denies);
            let stance = if is_denied { self.stance_in(point, entry) } else { self.stance(entry) };
            let known = items.iter_mut().find(|item| item.report == entry.report && item.stance == stance);
            let Some(known) = known else {
                let places = entry.places.iter().collect();
                items.push(PointItem { report: entry.report, stance, places, quotes: Vec::new() });
                continue;
            };
            for place in &entry.places {
                if !known.places.iter().any(|known| known.sentence == place.sentence) {
                    known.places.push(place);
                }
            }
        }
        let mut quoted = BTreeSet::new();
        for item in &mut items {
            item.places.sort_by_key(|place| place.sentence);
            item.quotes.clone_from(&item.places);
            item.quotes.retain(|place| quoted.insert(place.sentence));
        }
        items
    }

    /// How a report stands to a point, each way once.
    pub(super) fn stances_in(&self, point: &Point, report: usize) -> Vec<String> {
        let mut stances: Vec<String> = Vec::new();
        for entry in point.of_report(report) {
            let stance = self.stance_in(point, entry);
            if !stances.contains(&stance) {
                stances.push(stance);
            }
        }
        stances
    }

    /// What the authors should change, each thing once: the report, and what to do.
    pub(super) fn changes(&self, point: &Point) -> Vec<String> {
        let mut changes: Vec<String> = Vec::new();
        for entry in &point.entries {
            let Some((report, message, help)) = self.advice(entry) else { continue };
            let lead = self.phrase("change", &[("report", Detail::Text(&report.path))]);
            let help = help.map_or_else(String::new, |help| format!("; {help}"));
            let change = format!("{lead}: {message}{help}");
            if !changes.contains(&change) {
                changes.push(change);
            }
        }
        changes
    }

    /// What comes before the account of a point.
    pub(super) fn account_label(&self, point: &Point) -> String {
        let of = match point.kind {
            PointKind::Single => "single",
            PointKind::Conflict => "conflict",
            PointKind::Source => "source",
            _ => "all",
        };
        self.phrase("account", &[("of", Detail::Word(of))])
    }

    /// The line and column of a place.
    pub(super) fn position(&self, place: &PointPlace) -> Position {
        self.files.positions(place.sentence).0
    }

    /// The places of an item: `a.md:3, 7`.
    pub(super) fn lines(&self, item: &PointItem<'_>) -> String {
        let mut lines: Vec<usize> = item.places.iter().map(|place| self.position(place).line).collect();
        lines.dedup();
        let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        format!("{}:{}", self.reconciled.reports[item.report].path, lines.join(", "))
    }

    /// How an entry bears on its point, and what the records say of it.
    pub(super) fn stance(&self, entry: &PointEntry) -> String {
        let verdict = entry.assertion.as_ref().and_then(|one| self.verdict(entry, one));
        let details = [
            ("bearing", Detail::Word(entry.bearing.as_str())),
            ("polarity", Detail::Word(entry.assertion.as_ref().map_or("asserts", polarity))),
            ("sure", Detail::Word(if entry.is_sure || entry.assertion.is_none() { "yes" } else { "no" })),
            ("modality", Detail::Word(entry.assertion.as_ref().map_or("stated", modality))),
            ("verdict", verdict.as_deref().map_or(Detail::Absent, Detail::Text)),
        ];
        self.phrase("entry", &details)
    }

    /// The same with what is said, where reports say different things of the point.
    fn stance_in(&self, point: &Point, entry: &PointEntry) -> String {
        let said = self.say.message(&entry.said);
        match point.about.len() < 2 {
            true => self.stance(entry),
            // What it says tells how.
            false if entry.bearing == Bearing::Direct && entry.is_sure => {
                let verdict = entry.assertion.as_ref().and_then(|one| self.verdict(entry, one));
                verdict.map_or_else(|| said.clone(), |verdict| format!("{said}; {verdict}"))
            }
            false => format!("{said}: {}", self.stance(entry)),
        }
    }

    fn verdict(&self, entry: &PointEntry, one: &Assertion) -> Option<String> {
        if matches!(one.verdict, Verdict::Unknown | Verdict::Unclear) {
            return None;
        }
        let was_so = matches!(entry.verdict_then, Some(Verdict::Supported | Verdict::Presumed));
        let differs = matches!(one.verdict, Verdict::Outdated | Verdict::Contradicted);
        let SaidVerdict { now, then } = SaidVerdict {
            now: one.verdict.as_str(),
            then: if was_so && differs { "supported" } else { "none" },
        };
        Some(self.phrase("verdict", &[("now", Detail::Word(now)), ("then", Detail::Word(then))]))
    }

    /// The sources that a place cites.
    pub(super) fn cites(&self, place: &PointPlace) -> Option<String> {
        let written: Vec<String> = place.citations.iter().map(|cited| cited.written.to_string()).collect();
        if written.is_empty() {
            return None;
        }
        let sources = self.say.list(written.into_iter());
        Some(self.phrase("cites", &[("sources", Detail::Text(&sources))]))
    }

    /// What decided.
    pub(super) fn reasons(&self, point: &Point) -> Vec<String> {
        let mut reasons: Vec<String> = Vec::new();
        for reason in point.decided.iter().map(|fact| self.say.message(fact)) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        reasons
    }

    /// What is true of all reports, in the language of the whole.
    pub(super) fn account(&self, point: &Point) -> Option<String> {
        account(point, self.say)
    }

    /// What the author of a report should change, in the words for that report: the message and what to do.
    pub(super) fn advice(&self, entry: &PointEntry) -> Option<(&'a ReportRead, String, Option<String>)> {
        let finding: &Finding = entry.advice.as_ref()?;
        let report = self.report(entry);
        let worded = self.words.for_draft(Some(&report.language)).finding(finding);
        Some((report, worded.message, worded.help))
    }

    /// How many points there are, and of which kinds.
    pub(super) fn summary(&self) -> String {
        let Reconciled { points, reports, as_of, .. } = self.reconciled;
        if !self.reconciled.has_common() {
            let understood = self.reconciled.reports.iter().map(|report| report.understood).sum();
            return self.phrase("nothing", &[("understood", Detail::Count(understood))]);
        }
        let counts = PointKind::ALL.iter().map(|kind| (*kind, self.reconciled.count(*kind)));
        let counts = counts.filter(|(_, count)| *count > 0).map(|(kind, count)| {
            self.phrase("count", &[("kind", Detail::Word(kind.as_str())), ("count", Detail::Count(count))])
        });
        let kinds = counts.collect::<Vec<_>>().join(", ");
        let details = [
            ("points", Detail::Count(points.len())),
            ("reports", Detail::Count(reports.len())),
            ("day", Detail::Day(*as_of)),
            ("kinds", Detail::Text(&kinds)),
        ];
        self.phrase("summary", &details)
    }

    /// How much of each report was understood.
    pub(super) fn coverage(&self) -> Vec<String> {
        let of = |report: &ReportRead| {
            let details = [
                ("report", Detail::Text(&report.path)),
                ("judged", Detail::Count(report.understood)),
                ("sentences", Detail::Count(report.coverage.sentences)),
            ];
            self.phrase("unread", &details)
        };
        self.reconciled.reports.iter().map(of).collect()
    }
}

/// What is true of all reports, as one sentence.
pub(super) fn account(point: &Point, say: Wording<'_>) -> Option<String> {
    let mut whole = String::new();
    let is_one_more = |fact: &Fact| matches!(fact, Fact::PointFact(fact) if matches!(**fact, PointFact::TrueToo { .. } | PointFact::ReportedToo { .. }));
    let and = say.phrase("account-and", &[]);
    for (at, fact) in point.account.iter().enumerate() {
        if !whole.is_empty() {
            let is_last = !point.account.get(at + 1).is_some_and(is_one_more);
            whole.push_str(match (is_one_more(fact), is_last) {
                (false, _) => "; ",
                (true, false) => ", ",
                (true, true) => &and,
            });
        }
        whole.push_str(&say.message(fact));
    }
    (!whole.is_empty()).then(|| sentence(&whole))
}

/// Words as a sentence of their own: with a capital at the beginning and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let Some(first) = letters.next() else { return String::new() };
    let end = if words.ends_with(['.', '?', '!']) { "" } else { "." };
    first.to_uppercase().chain(letters).chain(end.chars()).collect()
}

fn polarity(one: &Assertion) -> &'static str {
    match one.polarity {
        Polarity::Denies if one.ceased => "ended",
        polarity => polarity.as_str(),
    }
}

fn modality(one: &Assertion) -> &'static str {
    if one.possible { "possible" } else { one.modality.as_str() }
}
