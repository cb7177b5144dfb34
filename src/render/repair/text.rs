//! For people: what to do, claim by claim, then what is left to decide, then the counts.

use crate::model::{
    ClaimId, Detail, Fact, Preference, RepairAction, RepairStep, RepairedCluster, Repairs, Site,
    SourceAgreement, SourceEstimate,
};
use crate::render::{Context, Sheet, Style, Tone};
use crate::words::Wording;

/// Of the claims of one cluster, and of possible contradictions, only so many are listed.
const SHOWN: usize = 12;

/// The page.
#[must_use]
pub fn text(repairs: &Repairs, context: &Context<'_>, style: Style) -> String {
    let mut page = Page { context, wording: context.words.general(), sheet: Sheet::new(style) };
    let settled = |wanted: fn(&RepairAction) -> bool| {
        repairs.settled().filter(move |action| wanted(action)).collect::<Vec<_>>()
    };
    page.actions("repair-drop-heading", &settled(|action| action.step == RepairStep::Drop));
    page.actions("repair-close-heading", &settled(|action| action.step != RepairStep::Drop));
    let open: Vec<&RepairedCluster> = repairs.clusters.iter().filter(|cluster| is_open(cluster)).collect();
    page.open(&open);
    for claims in &repairs.too_large {
        page.note(Tone::Bad, "repair-too-large", &[("count", Detail::Count(claims.len()))]);
    }
    page.possible(&repairs.possible);
    repairs.estimate.iter().for_each(|estimate| page.sources(estimate));
    page.counts(repairs);
    page.sheet.finish()
}

fn is_open(cluster: &RepairedCluster) -> bool {
    !cluster.undetermined.is_empty() || !cluster.undecided.is_empty() || !cluster.optimal
}

struct Page<'a> {
    context: &'a Context<'a>,
    wording: Wording<'a>,
    sheet: Sheet,
}

impl Page<'_> {
    fn actions(&mut self, heading: &str, actions: &[&RepairAction]) {
        if actions.is_empty() {
            return;
        }
        self.sheet.heading(&self.wording.phrase(heading, &[("count", Detail::Count(actions.len()))]));
        for (number, action) in actions.iter().enumerate() {
            self.sheet.gap();
            let claim = Detail::Claim(action.claim);
            let statement = self.wording.phrase("repair-claim", &[("claim", claim)]);
            self.sheet.item(0, &format!("{:>4}", format!("{}.", number + 1)), Tone::Strong, &statement);
            self.reasons(action);
        }
    }

    fn reasons(&mut self, action: &RepairAction) {
        const KEYS: [&str; 5] = ["repair-end", "repair-stays", "repair-why", "repair-law", "repair-where"];
        let mut lines = Vec::new();
        if let RepairStep::Close(end) = action.step {
            lines.push((KEYS[0], Tone::Bad, self.wording.date(end)));
        }
        if let Some(first) = action.because.first() {
            let details =
                [("claim", Detail::Claim(*first)), ("more", Detail::Count(action.because.len() - 1))];
            lines.push((KEYS[1], Tone::Plain, self.wording.phrase("repair-rival", &details)));
        }
        lines.push((KEYS[2], Tone::Plain, self.why(action)));
        if let Some(law) = &action.law {
            lines.push((KEYS[3], Tone::Plain, self.wording.message(&Fact::from(law.clone()))));
        }
        lines.push((KEYS[4], Tone::Faint, self.place(action.claim)));
        let label = |key: &str| self.wording.phrase(key, &[]);
        let width = KEYS.iter().map(|key| label(key).chars().count()).max().unwrap_or(0);
        for (key, tone, text) in lines {
            self.sheet.field(5, width, &self.wording.phrase(key, &[]), tone, &text);
        }
    }

    fn why(&self, action: &RepairAction) -> String {
        let step = match action.step {
            RepairStep::Drop => action.decided_by.as_str(),
            RepairStep::Close(_) => "close",
        };
        self.wording.phrase("repair-reason", &[("by", Detail::Word(step))])
    }

    fn place(&self, claim: ClaimId) -> String {
        let base = self.context.words.base();
        let site = Site::exact(base.claims.place(claim));
        let line = self.context.files.positions(site.place).0.line;
        format!("{}:{line}  {}", self.context.files.get(site.place.file).path(), base.claims.id(claim))
    }

    /// Clusters in which several repairs are as good, or of which not all is known.
    fn open(&mut self, clusters: &[&RepairedCluster]) {
        if clusters.is_empty() {
            return;
        }
        self.sheet.heading(
            &self.wording.phrase("repair-open-heading", &[("count", Detail::Count(clusters.len()))]),
        );
        for cluster in clusters {
            self.sheet.gap();
            if !cluster.optimal {
                let details = [
                    ("claims", Detail::Count(cluster.claims.len())),
                    ("drops", Detail::Count(cluster.changes.0)),
                    ("least", Detail::Count(cluster.least.0)),
                ];
                self.note(Tone::Bad, "repair-unproven", &details);
            } else if cluster.undetermined.is_empty() {
                self.note(
                    Tone::Doubtful,
                    "repair-undecided",
                    &[("count", Detail::Count(cluster.undecided.len()))],
                );
            } else {
                let optima = cluster.optima.filter(|count| *count < 1_000_000);
                let optima = optima.and_then(|count| usize::try_from(count).ok());
                let details = [
                    ("count", Detail::Count(cluster.undetermined.len())),
                    ("repairs", optima.map_or(Detail::Absent, Detail::Count)),
                ];
                self.note(Tone::Plain, "repair-either", &details);
            }
            let open = cluster.undetermined.iter().chain(&cluster.undecided);
            let open: Vec<ClaimId> = open.copied().collect();
            for claim in open.iter().take(SHOWN) {
                let statement = self.wording.phrase("repair-claim", &[("claim", Detail::Claim(*claim))]);
                self.sheet.item(5, "-", Tone::Strong, &statement);
                let place = self.place(*claim);
                self.sheet.paragraph(7, Tone::Faint, &place);
            }
            if open.len() > SHOWN {
                self.note(Tone::Faint, "repair-more", &[("count", Detail::Count(open.len() - SHOWN))]);
            }
            if cluster.optimal {
                self.note(Tone::Faint, "repair-decide", &[]);
            }
        }
    }

    fn possible(&mut self, pairs: &[(ClaimId, ClaimId)]) {
        if pairs.is_empty() {
            return;
        }
        self.sheet.heading(
            &self.wording.phrase("repair-possible-heading", &[("count", Detail::Count(pairs.len()))]),
        );
        for (one, two) in pairs.iter().take(SHOWN) {
            let details = [("one", Detail::Claim(*one)), ("two", Detail::Claim(*two))];
            self.sheet.item(2, "-", Tone::Plain, &self.wording.phrase("repair-possible", &details));
        }
        if pairs.len() > SHOWN {
            self.note(Tone::Faint, "repair-more", &[("count", Detail::Count(pairs.len() - SHOWN))]);
        }
    }

    fn counts(&mut self, repairs: &Repairs) {
        let count = |wanted: fn(&RepairAction) -> bool| {
            Detail::Count(repairs.settled().filter(|one| wanted(one)).count())
        };
        let contradictions = repairs.clusters.iter().map(|cluster| cluster.contradictions).sum();
        let details = [
            ("contradictions", Detail::Count(contradictions)),
            ("clusters", Detail::Count(repairs.clusters.len())),
            ("drops", count(|action| action.step == RepairStep::Drop)),
            ("closes", count(|action| action.step != RepairStep::Drop)),
            ("open", Detail::Count(repairs.clusters.iter().filter(|cluster| is_open(cluster)).count())),
        ];
        self.sheet.gap();
        self.sheet.paragraph(0, Tone::Plain, &self.wording.phrase("repair-counts", &details));
        if repairs.accepted > 0 {
            self.note(Tone::Faint, "repair-accepted", &[("count", Detail::Count(repairs.accepted))]);
        }
        if contradictions > 0 {
            let names = repairs.order.iter().map(|one| self.preference(*one));
            let order = names.collect::<Vec<_>>().join(", ");
            self.sheet.paragraph(
                0,
                Tone::Faint,
                &self.wording.phrase("repair-order", &[("order", Detail::Text(&order))]),
            );
        }
    }

    /// How often sources agree with others, those first that agree least.
    fn sources(&mut self, estimate: &SourceEstimate) {
        let details = [
            ("rounds", Detail::Count(estimate.rounds)),
            ("settled", Detail::Word(if estimate.settled { "yes" } else { "no" })),
        ];
        self.sheet.heading(&self.wording.phrase("repair-sources", &details));
        let mut sources: Vec<&SourceAgreement> =
            estimate.sources.iter().filter(|one| one.excluded > 0).collect();
        sources.sort_by_key(|one| one.millionths);
        for one in sources.iter().take(SHOWN) {
            let details = [
                ("source", Detail::Source(one.source)),
                ("percent", Detail::Count(usize::try_from(one.millionths / 10_000).unwrap_or(0))),
                ("count", Detail::Count(one.claims)),
                ("excluded", Detail::Count(one.excluded)),
            ];
            self.sheet.item(2, "-", Tone::Plain, &self.wording.phrase("repair-source", &details));
        }
        if sources.len() > SHOWN {
            self.note(Tone::Faint, "repair-more", &[("count", Detail::Count(sources.len() - SHOWN))]);
        }
    }

    fn preference(&self, preference: Preference) -> String {
        self.wording.phrase("repair-preference", &[("by", Detail::Word(preference.as_str()))])
    }

    fn note(&mut self, tone: Tone, key: &str, details: &[(&'static str, Detail<'_>)]) {
        self.sheet.paragraph(5, tone, &self.wording.phrase(key, details));
    }
}
