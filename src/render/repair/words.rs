//! The words that the terminal and the page share: what is to be done with a claim and why, and how sure it is.

use crate::model::{
    ClaimId, Detail, Fact, Preference, RepairAction, RepairStep, RepairedCluster, Repairs, Site,
    SourceAgreement, SourceEstimate,
};
use crate::render::{Context, Tone};
use crate::words::Wording;

/// A repair, with what words it.
pub(super) struct RepairWords<'a> {
    context: &'a Context<'a>,
    pub(super) wording: Wording<'a>,
}

/// Whether several repairs of a cluster are as good, or not all of it is known.
pub(super) fn is_open(cluster: &RepairedCluster) -> bool {
    !cluster.undetermined.is_empty() || !cluster.undecided.is_empty() || !cluster.optimal
}

/// What is settled: the claims to drop, and those to close, each under its heading.
pub(super) fn settled(repairs: &Repairs) -> [(&'static str, Vec<&RepairAction>); 2] {
    let (drops, closes) = repairs.settled().partition(|action| action.step == RepairStep::Drop);
    [("repair-drop-heading", drops), ("repair-close-heading", closes)]
}

impl<'a> RepairWords<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        Self { context, wording: context.words.general() }
    }

    pub(super) fn phrase(&self, key: &str, details: &[(&'static str, Detail<'_>)]) -> String {
        self.wording.phrase(key, details)
    }

    /// A heading with the number of what is under it.
    pub(super) fn heading(&self, key: &str, count: usize) -> String {
        self.phrase(key, &[("count", Detail::Count(count))])
    }

    /// A claim with its dates.
    pub(super) fn claim(&self, claim: ClaimId) -> String {
        self.phrase("repair-claim", &[("claim", Detail::Claim(claim))])
    }

    /// Where a claim is recorded: file, line and id.
    pub(super) fn place(&self, claim: ClaimId) -> String {
        let base = self.context.words.base();
        let site = Site::exact(base.claims.place(claim));
        let line = self.context.files.positions(site.place).0.line;
        format!("{}:{line}  {}", self.context.files.get(site.place.file).path(), base.claims.id(claim))
    }

    /// What is said of an action: label, tone and words; and how wide the widest label is.
    pub(super) fn fields(&self, action: &RepairAction) -> (usize, Vec<(String, Tone, String)>) {
        const KEYS: [&str; 5] = ["repair-end", "repair-stays", "repair-why", "repair-law", "repair-where"];
        let labels = KEYS.map(|key| self.phrase(key, &[]));
        let width = labels.iter().map(|label| label.chars().count()).max().unwrap_or(0);
        let [end, stays, why, law, place] = labels;
        let mut fields = Vec::new();
        if let RepairStep::Close(date) = action.step {
            fields.push((end, Tone::Bad, self.wording.date(date)));
        }
        if let Some(first) = action.because.first() {
            let details =
                [("claim", Detail::Claim(*first)), ("more", Detail::Count(action.because.len() - 1))];
            fields.push((stays, Tone::Plain, self.phrase("repair-rival", &details)));
        }
        fields.push((why, Tone::Plain, self.why(action)));
        if let Some(broken) = &action.law {
            fields.push((law, Tone::Plain, self.wording.message(&Fact::from(broken.clone()))));
        }
        fields.push((place, Tone::Faint, self.place(action.claim)));
        (width, fields)
    }

    fn why(&self, action: &RepairAction) -> String {
        let step = match action.step {
            RepairStep::Drop => action.decided_by.as_str(),
            RepairStep::Close(_) => "close",
        };
        self.phrase("repair-reason", &[("by", Detail::Word(step))])
    }

    /// What is open of a cluster.
    pub(super) fn open(&self, cluster: &RepairedCluster) -> (Tone, String) {
        if !cluster.optimal {
            let details = [
                ("claims", Detail::Count(cluster.claims.len())),
                ("drops", Detail::Count(cluster.changes.0)),
                ("least", Detail::Count(cluster.least.0)),
            ];
            return (Tone::Bad, self.phrase("repair-unproven", &details));
        }
        if cluster.undetermined.is_empty() {
            let count = [("count", Detail::Count(cluster.undecided.len()))];
            return (Tone::Doubtful, self.phrase("repair-undecided", &count));
        }
        let optima = cluster.optima.filter(|count| *count < 1_000_000);
        let optima = optima.and_then(|count| usize::try_from(count).ok());
        let details = [
            ("count", Detail::Count(cluster.undetermined.len())),
            ("repairs", optima.map_or(Detail::Absent, Detail::Count)),
        ];
        (Tone::Plain, self.phrase("repair-either", &details))
    }

    pub(super) fn possible(&self, (one, two): (ClaimId, ClaimId)) -> String {
        self.phrase("repair-possible", &[("one", Detail::Claim(one)), ("two", Detail::Claim(two))])
    }

    /// How many contradictions there are, and what becomes of them.
    pub(super) fn counts(&self, repairs: &Repairs) -> String {
        let [(_, drops), (_, closes)] = settled(repairs);
        let details = [
            ("contradictions", Detail::Count(contradictions(repairs))),
            ("clusters", Detail::Count(repairs.clusters.len())),
            ("drops", Detail::Count(drops.len())),
            ("closes", Detail::Count(closes.len())),
            ("open", Detail::Count(repairs.clusters.iter().filter(|cluster| is_open(cluster)).count())),
        ];
        self.phrase("repair-counts", &details)
    }

    /// What is accepted, if anything is.
    pub(super) fn accepted(&self, repairs: &Repairs) -> Option<String> {
        (repairs.accepted > 0).then(|| self.heading("repair-accepted", repairs.accepted))
    }

    /// The order of preference, where there was something to choose.
    pub(super) fn order(&self, repairs: &Repairs) -> Option<String> {
        let name = |one: &Preference| self.phrase("repair-preference", &[("by", Detail::Word(one.as_str()))]);
        let order = repairs.order.iter().map(name).collect::<Vec<_>>().join(", ");
        (contradictions(repairs) > 0).then(|| self.phrase("repair-order", &[("order", Detail::Text(&order))]))
    }

    /// The sources of which others exclude something, those first that agree least, under a heading.
    pub(super) fn sources(&self, estimate: &SourceEstimate) -> (String, Vec<String>) {
        let details = [
            ("rounds", Detail::Count(estimate.rounds)),
            ("settled", Detail::Word(if estimate.settled { "yes" } else { "no" })),
        ];
        let mut sources: Vec<&SourceAgreement> =
            estimate.sources.iter().filter(|one| one.excluded > 0).collect();
        sources.sort_by_key(|one| one.millionths);
        let line = |one: &SourceAgreement| {
            let details = [
                ("source", Detail::Source(one.source)),
                ("percent", Detail::Count(usize::try_from(one.millionths / 10_000).unwrap_or(0))),
                ("count", Detail::Count(one.claims)),
                ("excluded", Detail::Count(one.excluded)),
            ];
            self.phrase("repair-source", &details)
        };
        (self.phrase("repair-sources", &details), sources.into_iter().map(line).collect())
    }
}

fn contradictions(repairs: &Repairs) -> usize {
    repairs.clusters.iter().map(|cluster| cluster.contradictions).sum()
}
