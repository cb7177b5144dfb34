//! Reports that correct what others say: "Correction: an earlier version of this article said that Ann leads Nord".
//!
//! *Law.* What one report says is corrected if a sentence of the other that is a correction cannot be true beside it, and if nothing shows
//! that it speaks of a later time. Reports that correct each other decide nothing.

use super::standing::{PairStanding, Standings};
use super::statement::date;
use crate::model::{Base, Bearing, GrammarRole, Point, PointEntry, PointFact, PointKind};
use crate::text::Place;
use crate::time::Bound;

/// How many words may be between "Correction" and the colon: "Correction, 3 May 2024:".
const LABEL: usize = 6;

/// The words by which sentences are known as corrections, of all languages, in small letters.
#[derive(Debug, Default)]
pub struct CorrectionWords {
    labels: Vec<String>,
    earlier: Vec<String>,
}

impl CorrectionWords {
    /// Those of the language packs.
    #[must_use]
    pub fn new(base: &Base) -> Self {
        let labels = base.languages.iter().flat_map(|pack| pack.class("corrections")).cloned();
        let rows = base.languages.iter().flat_map(|pack| &pack.grammar.words);
        let earlier = rows.filter(|(role, _)| *role == GrammarRole::EarlierText);
        Self { labels: labels.collect(), earlier: earlier.flat_map(|(_, words)| words).cloned().collect() }
    }

    /// Whether a sentence is a correction: labelled as one, or about an earlier version of its text.
    pub fn are_in(&self, sentence: &str) -> bool {
        let text = sentence.to_lowercase();
        let opening = text.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        let label = opening.split(|sign: char| !sign.is_alphabetic()).next().unwrap_or_default();
        let head = opening.split(':').next().filter(|head| head.len() < opening.len());
        let is_labelled = self.labels.iter().any(|known| known == label)
            && head.is_some_and(|head| head.split_whitespace().count() <= LABEL);
        is_labelled || self.earlier.iter().any(|words| text.contains(words.as_str()))
    }
}

/// Leaves out what corrections deny in other words than those that another report meets: which of several relations "was the director of"
/// says is known then.
pub fn leave_out_other_words(points: &mut Vec<Point>, corrections: &CorrectionWords) {
    let places = |point: &Point| -> Vec<(usize, Place)> {
        let of_entry = |entry: &PointEntry| {
            let report = entry.report;
            entry.places.iter().map(move |place| (report, place.sentence)).collect::<Vec<_>>()
        };
        point.entries.iter().flat_map(of_entry).collect()
    };
    let met: Vec<(usize, Place)> =
        points.iter().filter(|point| point.kind != PointKind::Single).flat_map(places).collect();
    let are_corrections = |point: &Point| {
        let texts = point.entries.iter().flat_map(|entry| &entry.places);
        texts.into_iter().all(|place| corrections.are_in(&place.text))
    };
    points.retain(|point| {
        point.kind != PointKind::Single
            || !are_corrections(point)
            || !places(point).iter().all(|place| met.contains(place))
    });
}

impl Standings<'_, '_> {
    /// Whether an entry is a correction, and surely read.
    pub(super) fn is_correction(&self, entry: &(PointEntry, usize)) -> bool {
        entry.0.bearing == Bearing::Direct
            && entry.0.is_sure
            && entry.0.places.iter().any(|place| self.corrections.are_in(&place.text))
    }

    /// One of the reports corrects what the other says.
    pub(super) fn by_correction(
        &self,
        one: &(PointEntry, usize),
        other: &(PointEntry, usize),
        corrections: &[&(PointEntry, usize)],
    ) -> Option<PairStanding> {
        let corrects = |right, wrong| self.corrects(right, wrong, corrections);
        let (wrong, right, turned) = match (corrects(one, other), corrects(other, one)) {
            (true, false) => (other, one, false),
            (false, true) => (one, other, true),
            _ => return None,
        };
        let fact = PointFact::DecidedBySource {
            report: self.path(right),
            other: self.path(wrong),
            why: "corrects",
            source: None,
            date: None,
        };
        Some((PointKind::Source, vec![fact], turned))
    }

    /// Whether the report of the first corrects what the second says.
    fn corrects(
        &self,
        right: &(PointEntry, usize),
        wrong: &(PointEntry, usize),
        corrections: &[&(PointEntry, usize)],
    ) -> bool {
        let own = |entry: &&&(PointEntry, usize)| entry.0.report == right.0.report;
        corrections.iter().filter(own).any(|entry| self.oppose(wrong, entry))
            && !self.is_of_later(wrong, right)
    }

    /// Whether one entry speaks of a later time than that of the report of another, so that it may have become so.
    fn is_of_later(&self, entry: &(PointEntry, usize), than: &(PointEntry, usize)) -> bool {
        let of_report = |entry: &(PointEntry, usize)| self.reports[entry.0.report].date;
        let said: Option<Bound> = date(self.voice(entry)).or_else(|| of_report(entry));
        let lasts = !self.voices.graph().base.relations.is_event(self.voice(entry).one.relation);
        lasts && matches!((said, of_report(than)), (Some(said), Some(then)) if said.earliest > then.latest)
    }
}
