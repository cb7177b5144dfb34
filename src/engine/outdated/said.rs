//! Where drafts still say what is listed: they are linted as of the same day, and each entry gets its sentences.
//!
//! A sentence belongs to an entry if it says what the claim says, or an earlier version of it. What `lint` accepts or
//! leaves out is left out here too; of what is coming up also the sentences are reported that are in order today,
//! because they will not be for long. Sentences that say what is no longer true are reported once more by themselves,
//! each once.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rustc_hash::FxBuildHasher;

use super::candidate::VersionedCandidate;
use crate::engine::drafts::lint_in_turn_seeing;
use crate::engine::options::DraftOptions;
use crate::load::Loaded;
use crate::model::{
    Assertion, ClaimId, Code, DraftCounts, Finding, InDraft, Outdated, Reading, Report, Section, TimeKind,
    ToChange, Verdict,
};
use crate::text::{FileId, Files, Place};

/// What `lint` reports, by place and code.
type Reported<'a> = BTreeMap<(Place, Code), &'a Finding>;

/// A sentence that says what some claims say.
struct SayingSentence {
    place: Place,
    /// The whole sentence.
    sentence: Place,
    /// The one that decided comes first.
    claims: Vec<ClaimId>,
    words: InDraft,
}

/// Adds some drafts to the files; nothing when there are no more. What could not be read becomes a finding.
pub type NextDrafts<'a> = dyn FnMut(&mut Files, &mut Vec<Finding>) -> Option<Vec<FileId>> + 'a;

/// The drafts that are looked at.
pub struct DraftsToRead<'a> {
    /// How they are linted.
    pub options: &'a DraftOptions,
    /// Adds some at a time to the files.
    pub next: &'a mut NextDrafts<'a>,
}

/// What drafts say of what belongs in the list.
pub(super) struct SaidInDrafts {
    said: Vec<SayingSentence>,
    /// What `lint` found in them.
    report: Report,
    /// The claims that they say.
    claims: HashSet<ClaimId, FxBuildHasher>,
    /// How many files there were before them.
    before: usize,
}

impl SaidInDrafts {
    /// Lints drafts, and looks in them for the claims of `heads`.
    pub(super) fn read(
        heads: &[VersionedCandidate],
        files: &mut Files,
        loaded: &Loaded,
        drafts: DraftsToRead<'_>,
    ) -> Self {
        let sought = SoughtClaims::new(heads);
        let before = files.len();
        let mut said = Vec::new();
        let report = lint_in_turn_seeing(files, loaded, drafts.options, drafts.next, |files, readings| {
            readings.iter().for_each(|reading| sought.collect(files, reading, &mut said));
        });
        let reported = reported(&report);
        said.retain(|said| said.words.code.is_none_or(|code| reported.contains_key(&(said.place, code))));
        let claims = said.iter().flat_map(|said| said.claims.iter().copied()).collect();
        Self { said, claims, before, report }
    }

    /// Whether a draft says what a head or one of its earlier versions says.
    pub(super) fn says(&self, head: &VersionedCandidate) -> bool {
        head.all().any(|one| self.claims.contains(&one.claim))
    }

    /// Adds to each entry where drafts say the same. Gives back what could not be read.
    pub(super) fn tell(self, outdated: &mut Outdated, loaded: &Loaded) -> Vec<Finding> {
        let Self { said, report, before, .. } = self;
        let told: BTreeSet<Place> = said.iter().map(|said| said.place).collect();
        let spoilt = report.findings.iter().filter(|finding| finding.code.spoils_run());
        // What is wrong with files of claims is reported elsewhere.
        let unread = spoilt.filter(|finding| finding.site.place.file.index() >= before).cloned().collect();
        let others = report.findings.iter();
        let other =
            others.filter(|finding| !finding.code.spoils_run() && !told.contains(&finding.site.place));
        outdated.drafts =
            Some(DraftCounts { read: report.summary.files, saying: told.len(), other: other.count() });
        outdated.incomplete |= report.incomplete;
        tell(outdated, loaded, said, &reported(&report));
        unread
    }
}

fn reported(report: &Report) -> Reported<'_> {
    report.findings.iter().map(|finding| ((finding.site.place, finding.code), finding)).collect()
}

/// Hands the sentences to the entries, and those that say what is over to the list, in the order of drafts and places.
fn tell(outdated: &mut Outdated, loaded: &Loaded, mut said: Vec<SayingSentence>, reported: &Reported<'_>) {
    said.sort_by(|one, two| (&one.words.path, one.place).cmp(&(&two.words.path, two.place)));
    let mut by_claim: BTreeMap<ClaimId, Vec<usize>> = BTreeMap::new();
    for (at, said) in said.iter().enumerate() {
        for claim in &said.claims {
            by_claim.entry(*claim).or_default().push(at);
        }
    }
    let mut entries: BTreeMap<ClaimId, Vec<usize>> = BTreeMap::new();
    for (at, entry) in outdated.entries.iter_mut().enumerate() {
        let mut sentences = BTreeSet::new();
        for claim in entry.claims().filter_map(|id| loaded.index.find(&loaded.base.claims, id)) {
            sentences.extend(by_claim.get(&claim).into_iter().flatten().copied());
            entries.entry(claim).or_default().push(at);
        }
        // What is in order today matters only for what will not be so for long.
        let section = entry.section;
        let words = sentences.into_iter().map(|at| &said[at].words);
        let fits = |words: &&InDraft| words.code.is_some() || section == Section::Expiring;
        entry.in_drafts = words.filter(fits).cloned().collect();
    }
    let over: Vec<&SayingSentence> = said.iter().filter(|said| said.words.is_over()).collect();
    for parts in over.chunk_by(|one, two| one.sentence == two.sentence) {
        let change = to_change(parts, &entries, reported);
        let is_sure = parts.iter().any(|part| part.words.is_sure());
        let list = if is_sure { &mut outdated.to_change } else { &mut outdated.to_check };
        list.push(change);
    }
}

/// A sentence that says what is over, from the parts of it that say so.
fn to_change(
    parts: &[&SayingSentence],
    entries: &BTreeMap<ClaimId, Vec<usize>>,
    reported: &Reported<'_>,
) -> ToChange {
    let words = &parts[0].words;
    let mut change = ToChange {
        path: words.path.clone(),
        start: words.start,
        end: parts.iter().map(|part| part.words.end).max_by_key(|end| end.byte).unwrap_or(words.end),
        sentence: words.sentence.clone(),
        says: Vec::new(),
        findings: Vec::new(),
    };
    let decided = parts.iter().filter_map(|part| part.claims.first());
    let others = parts.iter().flat_map(|part| part.claims.iter().skip(1));
    for at in decided.chain(others).filter_map(|claim| entries.get(claim)).flatten() {
        if !change.says.contains(at) {
            change.says.push(*at);
        }
    }
    for finding in parts.iter().filter_map(|part| reported.get(&(part.place, part.words.code?))) {
        // Two parts of a sentence may say the same, and need the same change.
        let is_same = |known: &Finding| (known.code, &known.claims) == (finding.code, &finding.claims);
        if !change.findings.iter().any(is_same) {
            change.findings.push((*finding).clone());
        }
    }
    change
}

/// The claims that sentences are looked for.
struct SoughtClaims {
    all: HashSet<ClaimId, FxBuildHasher>,
    coming_up: HashSet<ClaimId, FxBuildHasher>,
}

impl SoughtClaims {
    fn new(heads: &[VersionedCandidate]) -> Self {
        let all = heads.iter().flat_map(|head| head.all().map(|one| one.claim)).collect();
        let soon = heads.iter().filter(|head| head.own.section == Section::Expiring);
        Self { all, coming_up: soon.map(|head| head.own.claim).collect() }
    }

    /// Adds the sentences of a draft that say what is listed.
    fn collect(&self, files: &Files, reading: &Reading, said: &mut Vec<SayingSentence>) {
        for sentence in &reading.sentences {
            for assertion in &sentence.assertions {
                let claims = self.meant(assertion);
                if claims.is_empty() {
                    continue;
                }
                let place = Place { file: reading.file, span: assertion.span };
                let (start, end) = files.positions(place);
                let words = InDraft {
                    path: files.get(reading.file).path().to_owned(),
                    start,
                    end,
                    sentence: sentence.text.clone(),
                    verdict: assertion.verdict,
                    confidence: assertion.confidence,
                    code: code(assertion.verdict),
                };
                let sentence = Place { file: reading.file, span: sentence.span };
                said.push(SayingSentence { place, sentence, claims, words });
            }
        }
    }

    /// The listed claims that a sentence repeats: the one that decided, and of what is over all that say the same.
    fn meant(&self, assertion: &Assertion) -> Vec<ClaimId> {
        let Some(by) = assertion.decided_by else { return Vec::new() };
        let wanted = match assertion.verdict {
            Verdict::Supported if assertion.time.kind == TimeKind::Present => &self.coming_up,
            verdict if code(verdict).is_some() => &self.all,
            _ => return Vec::new(),
        };
        let same = assertion.claims.iter().copied().filter(|_| assertion.verdict == Verdict::Outdated);
        let mut meant = vec![by];
        meant.extend(same.filter(|claim| *claim != by));
        meant.retain(|claim| wanted.contains(claim));
        meant
    }
}

/// The code under which `lint` reports a sentence that says what a claim says. What contradicts a claim, or comes too
/// early, does not say it.
fn code(verdict: Verdict) -> Option<Code> {
    match verdict {
        Verdict::Outdated => Some(Code::Outdated),
        Verdict::Presumed => Some(Code::Stale),
        Verdict::Misdated => Some(Code::Misdated),
        Verdict::Disputed => Some(Code::Disputed),
        Verdict::Unsourced => Some(Code::Unsourced),
        _ => None,
    }
}
