//! The timelines of pages: which stretch is drawn for a claim, and how a single one and many are laid out.

use super::ShownRecord;
use crate::engine::stated_period;
use crate::model::{ClaimId, Detail};
use crate::render::{Scale, Sheet, Stretch, Tone};
use crate::time::Edge;

/// How many tenths of the page a drawing beside a list of claims takes.
const SHARE: usize = 4;
/// Narrower pages have no room for a drawing beside text.
const ROOM: usize = 76;

impl ShownRecord<'_> {
    /// What is drawn for a claim; nothing where nothing is known of its time.
    fn stretch(&self, claim: ClaimId) -> Option<Stretch> {
        let period = self.view.period(claim);
        let written = self.view.claims().period(claim);
        let told = written.start_edge() == Edge::Stated || written.end_edge() == Edge::Stated;
        let confirmed = self.view.last_attestation(claim).is_some();
        let drawn = self.view.claims().is_datable(claim) && (told || confirmed) && !period.is_pending();
        let taken_over = self.taken_over_by(claim).map(|newer| self.view.claims().period(newer).start());
        drawn.then_some(Stretch { period, event: self.view.is_event(claim), taken_over })
    }

    /// Draws the period of one claim across the page.
    pub(super) fn draw(&self, sheet: &mut Sheet, claim: ClaimId) {
        let Some(stretch) = self.stretch(claim) else { return };
        let columns = sheet.width().saturating_sub(4).min(96);
        let scale = Scale::new(&[stretch], self.view.as_of.day, columns, sheet.style());
        let (dates, rule) = scale.axis(&self.words());
        sheet.gap();
        for line in [dates, rule, scale.bar(stretch)] {
            sheet.line(&format!("  {line}"));
        }
        sheet.line(&format!(
            "  {}",
            Tone::Faint.paint(&scale.legend(&[stretch], &self.words()), sheet.style().color)
        ));
    }

    /// Lists claims by time, the period of each drawn beside it on one scale.
    pub(super) fn draw_all(&self, sheet: &mut Sheet, claims: &[ClaimId]) {
        let mut sorted: Vec<ClaimId> = claims.to_vec();
        sorted.sort_by_key(|claim| {
            let (period, undated) = (self.view.period(*claim), self.stretch(*claim).is_none());
            (undated, period.fe(), period.fl(), period.ul(), self.view.claims().id(*claim))
        });
        let stretches: Vec<Stretch> = sorted.iter().filter_map(|claim| self.stretch(*claim)).collect();
        if stretches.is_empty() {
            sorted.iter().for_each(|claim| self.list(sheet, *claim, None));
            return;
        }
        let beside = sheet.width() >= ROOM;
        let columns = if beside { sheet.width() * SHARE / 10 } else { sheet.width().saturating_sub(4) };
        let scale = Scale::new(&stretches, self.view.as_of.day, columns, sheet.style());
        let (dates, rule) = scale.axis(&self.words());
        sheet.line(&format!("  {dates}"));
        sheet.line(&format!("  {rule}"));
        for claim in sorted {
            let bar = self.stretch(claim).map_or_else(|| " ".repeat(columns), |stretch| scale.bar(stretch));
            if beside {
                self.list(sheet, claim, Some((&bar, columns)));
            } else {
                sheet.line(&format!("  {bar}"));
                self.list(sheet, claim, None);
            }
        }
        sheet.line(&format!(
            "  {}",
            Tone::Faint.paint(&scale.legend(&stretches, &self.words()), sheet.style().color)
        ));
    }

    /// What a claim says, when and its id, after its bar if there is one.
    fn list(&self, sheet: &mut Sheet, claim: ClaimId, bar: Option<(&str, usize)>) {
        let state = match (self.correction(claim), self.taken_over_by(claim)) {
            (Some(_), _) => "corrected",
            (None, Some(_)) => "replaced",
            (None, None) => "none",
        };
        let details = [
            ("valid", Detail::Period(stated_period(self.view, claim))),
            ("state", Detail::Word(state)),
            ("claim", Detail::Claim(claim)),
        ];
        let details = self.words().phrase("show-listed", &details);
        match bar {
            Some((bar, columns)) => {
                sheet.beside(2, bar, columns, Tone::Plain, &self.statement(claim));
                sheet.paragraph(columns + 4, Tone::Faint, &details);
            }
            None => {
                sheet.item(2, "-", Tone::Plain, &self.statement(claim));
                sheet.paragraph(4, Tone::Faint, &details);
            }
        }
    }
}
