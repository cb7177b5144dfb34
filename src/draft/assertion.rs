//! From the places where phrasings fit to what a sentence asserts: places filled, polarity, manner and time told, and of
//! assertions that say the same only the one that says most.

use std::ops::Range;

use super::modality::{Manner, manner};
use super::pattern::Hit;
use super::polarity::{Denial, denial};
use super::records::Records;
use super::role::{Filled, fill};
use super::sentence_view::SentenceView;
use super::tense::{self, Told};
use crate::graph::Broader;
use crate::model::{
    Amount, AssertedTime, ClaimId, Confidence, EntityId, Modality, Phrasing, Polarity, RelationId, Role,
};

/// What a sentence asserts, in tokens of the sentence.
#[derive(Debug, Clone)]
pub struct Draught {
    /// All tokens that decided, from the first to the last.
    pub tokens: Range<usize>,
    /// The tokens of the phrasing, of the names in its places and of what denies it.
    pub words: Vec<Range<usize>>,
    /// The words of the phrasing alone.
    pub key: Vec<usize>,
    /// Whom or what it is about.
    pub subject: Option<EntityId>,
    /// What it says.
    pub relation: RelationId,
    /// The far side, where it is an entity.
    pub object: Option<EntityId>,
    /// The far side, where it is an amount: what it means and how it is written.
    pub value: Option<(Amount, String)>,
    /// The claims on record that say the same.
    pub claims: Vec<ClaimId>,
    /// Whether it asserts or denies.
    pub polarity: Polarity,
    /// What it denies is said to have been so before.
    pub ceased: bool,
    /// Polarity or time pull both ways.
    pub unclear: bool,
    /// How it is said.
    pub modality: Modality,
    /// When.
    pub time: AssertedTime,
    /// How sure the reading is.
    pub confidence: Confidence,
    /// What decided: in words, and the tokens.
    pub why: Vec<(String, Range<usize>)>,
}

/// What became of a hit.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// It asserts something; two things where it says how long something held that holds no longer.
    Asserts(Vec<Draught>),
    /// It asserts nothing, for this reason.
    Silent(String),
}

/// A phrasing of a relation that fits somewhere.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// What it says.
    pub relation: RelationId,
    /// The phrasing, its own or one made of its label.
    pub phrasing: &'a Phrasing,
    /// Where it fits.
    pub hit: &'a Hit,
}

/// What a phrasing in a sentence comes to.
#[must_use]
pub fn understand(records: &Records<'_>, sentence: &SentenceView<'_>, said: Said<'_>) -> Outcome {
    let Said { relation, phrasing, hit } = said;
    let filled = match fill(records, relation, sentence, hit) {
        Ok(filled) => filled,
        Err(why) => return Outcome::Silent(format!("“{}” fits, but {}", phrasing.written, why.words())),
    };
    let (modality, by) = match manner(sentence, &hit.words) {
        Manner::Asserted(modality, by) => (modality, by),
        Manner::Silent(reason, _) => {
            return Outcome::Silent(format!("“{}” fits, but {reason}", phrasing.written));
        }
    };
    let denial = denial(sentence, &hit.words);
    let denial = if phrasing.ends { denial.of_end() } else { denial };
    let focus = focus(hit, &denial);
    let told = tense::time(sentence, hit, &focus, denial.ceased);
    let value = filled.value.and_then(|index| sentence.sums.get(index));
    let claims = match (value, filled.object) {
        (Some(sum), _) => records.giving(relation, filled.subject, &sum.amount),
        (None, object) => records.saying(relation, filled.subject, object),
    };
    let why = reasons(sentence, said, &denial, modality, by, &told);
    let words = deciding(hit, &filled, &denial);
    let first = words.iter().map(|range| range.start).min().unwrap_or(hit.tokens.start);
    let last = words.iter().map(|range| range.end).max().unwrap_or(hit.tokens.end);
    let draught = Draught {
        tokens: first..last,
        words,
        key: hit.words.clone(),
        subject: filled.subject,
        relation,
        object: filled.object,
        value: value.map(|sum| (sum.amount.clone(), sentence.words(&sum.tokens).to_owned())),
        claims,
        polarity: denial.polarity(),
        ceased: denial.ceased,
        unclear: denial.unclear || told.time.unplaced,
        modality,
        time: told.time,
        confidence: filled.confidence,
        why,
    };
    let mut draughts = before_and_after(draught.clone());
    draughts.extend(listed(records, sentence, said.relation, &filled.names, &draught));
    Outcome::Asserts(draughts)
}

/// The same of the other names in a list: "uses Oracle, Google Cloud and AWS" says three things.
fn listed(
    records: &Records<'_>,
    sentence: &SentenceView<'_>,
    relation: RelationId,
    names: &[(Role, usize)],
    draught: &Draught,
) -> Vec<Draught> {
    let mut others: Vec<Draught> = Vec::new();
    for &(role, name) in names {
        for other in sentence.listed_with(name).filter(|other| *other != name) {
            let Some(mention) = sentence.mentions.get(other) else { continue };
            let known = mention.entity;
            if Some(known) == draught.subject
                || Some(known) == draught.object
                || !records.fits(relation, role, known)
            {
                continue;
            }
            let mut one = draught.clone();
            match role {
                Role::Subject => one.subject = Some(known),
                Role::Object => one.object = Some(known),
            }
            if others.iter().any(|other| other.subject == one.subject && other.object == one.object) {
                continue;
            }
            one.claims = match &one.value {
                Some((amount, _)) => records.giving(relation, one.subject, amount),
                None => records.saying(relation, one.subject, one.object),
            };
            one.words.push(mention.tokens.clone());
            one.tokens = one.tokens.start.min(mention.tokens.start)..one.tokens.end.max(mention.tokens.end);
            others.push(one);
        }
    }
    others
}

/// "The exclusivity of 2019 to 2025 has ended" says both that it was so then and that it is so no longer.
fn before_and_after(draught: Draught) -> Vec<Draught> {
    let time = draught.time;
    if !draught.ceased || time.until.is_none() {
        return vec![draught];
    }
    let before = Draught { polarity: Polarity::Asserts, ceased: false, ..draught.clone() };
    vec![before, Draught { time: AssertedTime::PRESENT, ..draught }]
}

/// The tokens whose clause a date must stand in: where something is denied, from what denies it to the nearest word.
fn focus(hit: &Hit, denial: &Denial<'_>) -> Range<usize> {
    let Some(cue) = denial.cues.first() else { return hit.tokens.clone() };
    let distance =
        |word: &usize| word.saturating_sub(cue.tokens.end).max(cue.tokens.start.saturating_sub(*word));
    let nearest = hit.words.iter().copied().min_by_key(distance).unwrap_or(cue.tokens.start);
    cue.tokens.start.min(nearest)..cue.tokens.end.max(nearest + 1)
}

fn deciding(hit: &Hit, filled: &Filled, denial: &Denial<'_>) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = hit.words.iter().map(|word| *word..word + 1).collect();
    words.extend(filled.tokens.iter().cloned());
    words.extend(denial.cues.iter().map(|cue| cue.tokens.clone()));
    words.sort_by_key(|range| (range.start, range.end));
    words.dedup();
    words
}

fn reasons(
    sentence: &SentenceView<'_>,
    said: Said<'_>,
    denial: &Denial<'_>,
    modality: Modality,
    by: Option<Range<usize>>,
    told: &Told,
) -> Vec<(String, Range<usize>)> {
    let mut why = vec![(format!("the phrasing “{}”", said.phrasing.written), said.hit.tokens.clone())];
    for cue in &denial.cues {
        let what = if denial.ceased { "says that it is so no longer" } else { "denies it" };
        why.push((format!("“{}” {what}", sentence.words(&cue.tokens)), cue.tokens.clone()));
    }
    if let Some(tokens) = by.filter(|_| modality != Modality::Stated) {
        why.push((format!("“{}” makes it {}", sentence.words(&tokens), modality.as_str()), tokens));
    }
    if let Some(tokens) = &told.tokens {
        let what = format!("“{}” places it in time ({})", sentence.words(tokens), told.time.kind.as_str());
        why.push((what, tokens.clone()));
    }
    why
}

/// Keeps of assertions that share words the one that says most: the narrower relation, then the longer phrasing; and of
/// those that say the same, the first.
pub fn keep_strongest(assertions: &mut Vec<Draught>, broader: &Broader) {
    assertions.sort_by(|one, two| {
        let size = |draught: &Draught| {
            (
                std::cmp::Reverse(draught.confidence),
                std::cmp::Reverse(draught.key.len()),
                draught.tokens.start,
            )
        };
        size(one).cmp(&size(two)).then_with(|| one.key.cmp(&two.key))
    });
    let mut kept: Vec<Draught> = Vec::with_capacity(assertions.len());
    for draught in assertions.drain(..) {
        if !kept.iter().any(|other| outdoes(other, &draught, broader)) {
            kept.retain(|other| !outdoes(&draught, other, broader));
            kept.push(draught);
        }
    }
    kept.sort_by_key(|draught| (draught.tokens.start, draught.tokens.end, draught.relation));
    *assertions = kept;
}

/// Whether `one` makes `other` needless.
fn outdoes(one: &Draught, other: &Draught, broader: &Broader) -> bool {
    // What is left unsaid may be the same.
    let same =
        |one: Option<EntityId>, other: Option<EntityId>| one == other || one.is_none() || other.is_none();
    let same_ends = same(one.subject, other.subject) && same(one.object, other.object);
    let shares_words = one.key.iter().any(|word| other.key.contains(word));
    let says_more = other.claims.is_empty() && !one.claims.is_empty();
    if one.relation == other.relation && !says_more {
        let same_value = match (&one.value, &other.value) {
            (Some(one), Some(two)) => one.0 == two.0,
            (None, None) => true,
            _ => false,
        };
        let same_time = one.time == other.time || one.polarity == other.polarity;
        return same_ends && same_value && (one.polarity == other.polarity || shares_words) && same_time;
    }
    let overlaps = one.tokens.start < other.tokens.end && other.tokens.start < one.tokens.end;
    if overlaps
        && other.claims.is_empty()
        && !one.claims.is_empty()
        && one.value.is_some() == other.value.is_some()
    {
        return true;
    }
    let narrower = broader.broader(one.relation).contains(&other.relation);
    narrower && (shares_words || same_ends && one.polarity == other.polarity)
}
