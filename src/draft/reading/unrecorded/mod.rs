//! Names that nothing on record has in the one open place of a reading: "Peter Lang is the head of Nordwerft", where our records
//! know only Ann Meyer.
//!
//! Such a name says something only against a claim: it is read where the other end is on record, where only one can be in
//! its place, and where claims say who else is. What may be another form of a name on record, or another post, is left alone:
//! a contradiction that is none is worse than one that is missed.

mod site;

use crate::draft::mentions::{EntityMention, NameScan, ProperName, may_be_same};
use crate::model::{
    AssertedTime, Confidence, EntityId, Modality, Phase, Polarity, RelationId, Role, Slot, Takes, TimeKind,
    UnrecordedName,
};

use super::assertion::{CandidateAssertion, PhrasingHit, PhrasingOutcome, assert};
use super::pattern::Hit;
use super::records::Records;
use super::role::BoundArguments;
use super::sentence_view::SentenceView;
use super::syntax::Predication;
use site::NameSite;
pub use site::is_title_case;

/// The names in a sentence that nothing on record has; none where capitals tell nothing.
#[must_use]
pub fn names(sentence: &SentenceView<'_>) -> Vec<ProperName> {
    let has_capital = |at: usize| sentence.is_named(at) || sentence.is_dated(at);
    if is_title_case(sentence.text, sentence.tokens, sentence.tags, &has_capital) {
        return Vec::new();
    }
    let is_open = |at: usize| sentence.tags.get(at).is_some_and(|tags| tags.is_open());
    let is_taken = |at: usize| has_capital(at) || sentence.is_in_amount(at);
    let scan = NameScan {
        words: &sentence.language.names,
        text: sentence.text,
        tokens: sentence.tokens,
        is_free: &|at| is_open(at) && !is_taken(at),
        is_dated: &|at| sentence.is_dated(at),
        is_alone: false,
    };
    scan.names()
}

/// All names of a sentence, those on record and these, in order.
#[must_use]
pub fn with_names(mentions: &[EntityMention], names: &[ProperName]) -> Vec<EntityMention> {
    let unrecorded = names.iter().map(|name| EntityMention {
        tokens: name.tokens.clone(),
        entity: None,
        certainty: Confidence::High,
        is_patch: false,
    });
    let mut all: Vec<EntityMention> = mentions.iter().cloned().chain(unrecorded).collect();
    all.sort_by_key(|mention| mention.tokens.start);
    all
}

/// Whether a relation may be said of a name that nothing on record has: only one can be in a place, and it is no event. What
/// happens may happen again.
#[must_use]
pub fn may_be_open(records: &Records<'_>, relation: RelationId) -> bool {
    let Some(record) = records.base().relations.record(relation) else { return false };
    let takes_entity = record.takes.is_none_or(|takes| takes == Takes::Entity);
    let is_open = |role: Role| records.has_one(relation, role) && !record.part_or_whole.contains(&role);
    takes_entity && !record.event && (is_open(Role::Subject) || is_open(Role::Object))
}

/// What a hit with such a name in one of its places says; none if it says nothing against our records.
#[must_use]
pub fn understand(
    records: &Records<'_>,
    sentence: &SentenceView<'_>,
    said: PhrasingHit<'_>,
    names: &[ProperName],
) -> Option<CandidateAssertion> {
    let PhrasingHit { relation, phrasing, hit } = said;
    let is_plain = phrasing.confidence == Confidence::High
        && phrasing.phase == Phase::Holds
        && phrasing.text.is_none()
        && hit.value.is_none();
    let open = OpenPlace::of(sentence, hit).filter(|_| is_plain)?;
    let mention = sentence.mentions.get(open.mention)?;
    let name = names.iter().find(|name| name.tokens == mention.tokens)?;
    let rivals = RecordedHolders::of(records, sentence, relation, &open)?;
    if !rivals.may_be_replaced(sentence, name) {
        return None;
    }
    let mut tokens = vec![name.name.clone()];
    tokens.extend(open.other_mention.map(|other| sentence.mentions[other].tokens.clone()));
    let reading = Predication::new(sentence, hit, &tokens, phrasing.is_nominal());
    let site = NameSite { sentence, hit, reading: &reading, name, open: &open };
    if !site.is_sound(rivals.are_persons) {
        return None;
    }
    let is_sure = phrasing.is_made && rivals.are_persons && site.is_plain_clause();
    let bound = BoundArguments {
        subject: (open.role == Role::Object).then_some(open.other),
        object: (open.role == Role::Subject).then_some(open.other),
        value: None,
        tokens,
        names: Vec::new(),
        unrecorded: Some(UnrecordedName {
            role: open.role,
            name: name.text(sentence.text, sentence.tokens).replace('\n', " "),
        }),
        confidence: if is_sure { Confidence::High } else { Confidence::Medium },
    };
    let is_nominal = site.is_nominal();
    let PhrasingOutcome::Asserts(found) = assert(records, sentence, said, bound) else { return None };
    let [mut candidate] = <[CandidateAssertion; 1]>::try_from(found).ok()?;
    if is_nominal && candidate.time == AssertedTime::PAST && site.is_speaker() {
        // Whoever is quoted is what he is called now; what he says may be of the past.
        candidate.time = AssertedTime::PRESENT;
    }
    (says_against(&candidate) && !(is_nominal && site.is_of_past())).then_some(candidate)
}

/// Whether an assertion can be held against a claim: who is not in a place, may be or will be, or was at some time, is no
/// other than our records have.
fn says_against(candidate: &CandidateAssertion) -> bool {
    let AssertedTime { kind, unplaced, ever, .. } = candidate.time;
    candidate.polarity == Polarity::Asserts
        && !candidate.unclear
        && !candidate.possible
        && candidate.modality != Modality::Forecast
        && kind != TimeKind::Past
        && !unplaced
        && !ever
}

/// The place with a name that nothing on record has, and what is in the other one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct OpenPlace {
    role: Role,
    /// The name, by its mention.
    mention: usize,
    /// What is on record at the other end.
    other: EntityId,
    /// Where that is named, if it is.
    other_mention: Option<usize>,
}

impl OpenPlace {
    /// That of a hit, if exactly one of its ends is on record and the other a name that is not.
    fn of(sentence: &SentenceView<'_>, hit: &Hit) -> Option<Self> {
        let known = |slot: Slot, named: Option<usize>| match named {
            Some(index) => {
                sentence.mentions.get(index).filter(|one| one.certainty == Confidence::High)?.entity
            }
            None => hit.given.iter().find(|(given, _)| *given == slot).map(|(_, entity)| *entity),
        };
        let unknown = |named: Option<usize>| {
            named.filter(|index| sentence.mentions.get(*index).is_some_and(|one| one.entity.is_none()))
        };
        let (subject, object) = (known(Slot::Subject, hit.subject), known(Slot::Object, hit.object));
        match (subject, object, unknown(hit.subject), unknown(hit.object)) {
            (Some(other), None, None, Some(mention)) => {
                Some(Self { role: Role::Object, mention, other, other_mention: hit.subject })
            }
            (None, Some(other), Some(mention), None) => {
                Some(Self { role: Role::Subject, mention, other, other_mention: hit.object })
            }
            _ => None,
        }
    }
}

/// Who is in an open place on record, now or at another time.
struct RecordedHolders<'a> {
    /// All their names.
    names: Vec<&'a str>,
    /// The names of the other end.
    other_names: Vec<&'a str>,
    /// By their names, all are persons.
    are_persons: bool,
}

impl<'a> RecordedHolders<'a> {
    /// Those of a place; none if only one cannot be in it, if nobody is on record, or if one of them is named beside.
    fn of(
        records: &Records<'a>,
        sentence: &SentenceView<'_>,
        relation: RelationId,
        open: &OpenPlace,
    ) -> Option<Self> {
        let base = records.base();
        let record = base.relations.record(relation)?;
        let is_open = records.has_one(relation, open.role) && !record.part_or_whole.contains(&open.role);
        let rivals = if is_open { records.others(relation, open.role, open.other) } else { Vec::new() };
        let is_rival = |mention: &EntityMention| {
            mention.entity.is_some_and(|named| rivals.iter().any(|rival| records.is_kin(named, *rival)))
        };
        if rivals.is_empty() || sentence.mentions.iter().any(is_rival) {
            return None;
        }
        let names_of = |entity: EntityId| -> Vec<&'a str> {
            let record = base.entities.record(entity);
            let names = record.into_iter().flat_map(|record| record.names()).map(String::as_str);
            names.chain([base.entities.name(entity)]).collect()
        };
        let words = &sentence.language.names;
        Some(Self {
            names: rivals.iter().flat_map(|rival| names_of(*rival)).collect(),
            other_names: names_of(open.other),
            are_persons: rivals.iter().all(|rival| {
                base.entities.is_person(*rival, || words.may_be_person(base.entities.name(*rival)))
            }),
        })
    }

    /// Whether a name is that of somebody or something else, of the same kind as far as can be told.
    fn may_be_replaced(&self, sentence: &SentenceView<'_>, name: &ProperName) -> bool {
        let written = sentence.language.names.telling(name.text(sentence.text, sentence.tokens));
        let is_like = |known: &&str| may_be_same(&written, &sentence.language.names.telling(known));
        // A version is told by its number.
        let is_numbered = |known: &&str| known.contains(|sign: char| sign.is_ascii_digit());
        (name.may_be_person || !self.are_persons)
            && !self.names.iter().any(is_numbered)
            && !self.names.iter().chain(&self.other_names).any(is_like)
    }
}
