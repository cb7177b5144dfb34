//! For people at a terminal: what to do, claim by claim, then what is left to decide, then the counts.

use super::words::{RepairWords, is_open, settled};
use crate::model::{ClaimId, RepairAction, RepairedCluster, Repairs};
use crate::render::{Context, Sheet, Style, Tone};

/// Of the claims of one cluster, of sources and of possible contradictions, only so many are listed.
const SHOWN: usize = 12;

/// The repair as text.
#[must_use]
pub fn text(repairs: &Repairs, context: &Context<'_>, style: Style) -> String {
    let mut page = Page { words: RepairWords::new(context), sheet: Sheet::new(style) };
    for (heading, actions) in settled(repairs) {
        page.actions(heading, &actions);
    }
    let open: Vec<&RepairedCluster> = repairs.clusters.iter().filter(|cluster| is_open(cluster)).collect();
    page.open(&open);
    for claims in &repairs.too_large {
        let told = page.words.heading("repair-too-large", claims.len());
        page.note(Tone::Bad, &told);
    }
    let possible = repairs.possible.iter().map(|pair| page.words.possible(*pair)).collect::<Vec<_>>();
    let heading = page.words.heading("repair-possible-heading", possible.len());
    page.list(&heading, &possible);
    if let Some(estimate) = &repairs.estimate {
        let (heading, sources) = page.words.sources(estimate);
        page.sheet.heading(&heading);
        page.items(&sources);
    }
    page.counts(repairs);
    page.sheet.finish()
}

struct Page<'a> {
    words: RepairWords<'a>,
    sheet: Sheet,
}

impl Page<'_> {
    fn actions(&mut self, heading: &str, actions: &[&RepairAction]) {
        if actions.is_empty() {
            return;
        }
        self.sheet.heading(&self.words.heading(heading, actions.len()));
        for (number, action) in actions.iter().enumerate() {
            self.sheet.gap();
            let statement = self.words.claim(action.claim);
            self.sheet.item(0, &format!("{:>4}", format!("{}.", number + 1)), Tone::Strong, &statement);
            let (width, fields) = self.words.fields(action);
            for (label, tone, text) in fields {
                self.sheet.field(5, width, &label, tone, &text);
            }
        }
    }

    /// Clusters in which several repairs are as good, or of which not all is known.
    fn open(&mut self, clusters: &[&RepairedCluster]) {
        if clusters.is_empty() {
            return;
        }
        self.sheet.heading(&self.words.heading("repair-open-heading", clusters.len()));
        for cluster in clusters {
            self.sheet.gap();
            let (tone, told) = self.words.open(cluster);
            self.note(tone, &told);
            let open: Vec<ClaimId> = cluster.undetermined.iter().chain(&cluster.undecided).copied().collect();
            for claim in open.iter().take(SHOWN) {
                self.sheet.item(5, "-", Tone::Strong, &self.words.claim(*claim));
                self.sheet.paragraph(7, Tone::Faint, &self.words.place(*claim));
            }
            self.left_out(open.len());
            if cluster.optimal {
                let told = self.words.phrase("repair-decide", &[]);
                self.note(Tone::Faint, &told);
            }
        }
    }

    /// A list under its heading, if there is something in it.
    fn list(&mut self, heading: &str, lines: &[String]) {
        if !lines.is_empty() {
            self.sheet.heading(heading);
            self.items(lines);
        }
    }

    fn items(&mut self, lines: &[String]) {
        for line in lines.iter().take(SHOWN) {
            self.sheet.item(2, "-", Tone::Plain, line);
        }
        self.left_out(lines.len());
    }

    fn left_out(&mut self, count: usize) {
        if count > SHOWN {
            let told = self.words.heading("repair-more", count - SHOWN);
            self.note(Tone::Faint, &told);
        }
    }

    fn counts(&mut self, repairs: &Repairs) {
        self.sheet.gap();
        self.sheet.paragraph(0, Tone::Plain, &self.words.counts(repairs));
        if let Some(accepted) = self.words.accepted(repairs) {
            self.note(Tone::Faint, &accepted);
        }
        if let Some(order) = self.words.order(repairs) {
            self.sheet.paragraph(0, Tone::Faint, &order);
        }
    }

    fn note(&mut self, tone: Tone, text: &str) {
        self.sheet.paragraph(5, tone, text);
    }
}
