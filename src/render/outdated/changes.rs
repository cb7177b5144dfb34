//! The words about drafts and about what has changed since an earlier day, which all formats for people share.

use super::super::plain;
use super::words::{LabelledLine, Listing};
use crate::model::{Detail, Gone, InDraft, OutdatedClaim, Section, Trend};

/// The longest piece of a sentence of a draft that is listing, in characters.
const LONGEST: usize = 240;

impl Listing<'_> {
    /// The lines about drafts: sentences that have to be changed are elsewhere, and are only counted.
    pub(super) fn in_drafts(&self, entry: &OutdatedClaim) -> Vec<LabelledLine> {
        let others = entry.in_drafts.iter().filter(|said| !said.is_over());
        let lines = others.map(|said| {
            let (place, sentence) = (place(&said.path, said.start.line), cut(&said.sentence));
            let state = said.code.map_or("in-order", |code| code.as_str());
            let details = [
                ("place", Detail::Text(&place)),
                ("sentence", Detail::Text(&sentence)),
                ("state", Detail::Word(state)),
            ];
            ("in-draft", self.phrase("draft", &details))
        });
        lines.chain(self.above(entry).into_iter().map(|(_, above)| ("in-draft", above))).collect()
    }

    /// How many sentences that say this are listed by themselves, and under which heading, by the key of that.
    pub(super) fn above(&self, entry: &OutdatedClaim) -> Vec<(&'static str, String)> {
        let over = || entry.in_drafts.iter().filter(|said| said.is_over());
        let sure = over().filter(|said| said.is_sure()).count();
        let counts = [("change", sure), ("check", over().count() - sure)];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        let words = counts.map(|(key, count)| {
            let under = self.plain(key);
            (key, self.phrase("above", &[("count", Detail::Count(count)), ("under", Detail::Text(&under))]))
        });
        words.collect()
    }

    /// What the count of a section is compared with: not where what drafts say is counted elsewhere.
    pub(super) fn trend_of(&self, section: Section) -> Option<&Trend> {
        let is_whole = section != Section::Ended || self.changed.is_empty();
        self.outdated.trend.as_ref().filter(|_| is_whole)
    }

    /// How a section has changed: `3 on 1 June 2026; 9 new; 1 gone`.
    pub(super) fn change(&self, trend: &Trend, section: Section) -> String {
        let (new, gone) = (trend.new_in(section), trend.gone_from(section));
        let details = [
            ("then", Detail::Count(trend.count(section))),
            ("when", Detail::Text(&self.say.when(crate::time::Bound::day(trend.since)))),
            ("new", Detail::Count(new)),
            ("gone", Detail::Count(gone)),
            ("moved", Detail::Word(if new + gone == 0 { "same" } else { "moved" })),
        ];
        self.phrase("change-count", &details)
    }

    /// What the list is compared with.
    pub(super) fn compared(&self, trend: &Trend) -> String {
        let since = ("since", Detail::Day(trend.since));
        self.phrase("compared", &[since, ("known", Detail::Day(trend.known_by))])
    }

    /// That an entry is new, and where it was before; nothing if it is not new.
    pub(super) fn came(&self, entry: &OutdatedClaim) -> Option<String> {
        let trend = self.outdated.trend.as_ref().filter(|_| entry.is_new() == Some(true))?;
        let before = entry.was_in.as_deref().filter(|sections| !sections.is_empty());
        let before = before.map(|sections| self.named(sections));
        let before = before.as_deref().map_or(Detail::Absent, Detail::Text);
        Some(self.phrase("came", &[("since", Detail::Day(trend.since)), ("before", before)]))
    }

    /// Where an entry that has gone was, and where it is now.
    pub(super) fn went(&self, gone: &Gone) -> String {
        let now = self.named(&gone.now_in);
        let now = match gone.now_in.as_slice() {
            [] => Detail::Absent,
            sections if sections.contains(&gone.section) => Detail::Word("under"),
            _ => Detail::Text(&now),
        };
        let was = self.named(&[gone.section]);
        let since = gone.since.map_or(Detail::Absent, Detail::Date);
        self.phrase("went", &[("was", Detail::Text(&was)), ("since", since), ("now", now)])
    }

    /// The heading over what has gone.
    pub(super) fn gone_heading(&self, trend: &Trend) -> String {
        let count = ("count", Detail::Count(trend.all_gone()));
        self.phrase("gone", &[("since", Detail::Day(trend.since)), count])
    }

    fn named(&self, sections: &[Section]) -> String {
        let word =
            |section: &Section| self.phrase("section-word", &[("section", Detail::Word(section.as_str()))]);
        self.say.list(sections.iter().map(word))
    }
}

/// `drafts/a.md:9`
pub(super) fn place(path: &str, line: usize) -> String {
    format!("{}:{line}", plain::one_line(path))
}

/// Where a sentence that says what a claim says is.
pub(super) fn place_of(said: &InDraft) -> String {
    place(&said.path, said.start.line)
}

/// A sentence on one line; what is very long is cut.
pub(super) fn cut(sentence: &str) -> String {
    let line = plain::one_line(sentence);
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{} …", line[..at].trim_end()),
        None => line.into_owned(),
    }
}
