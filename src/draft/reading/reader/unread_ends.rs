//! Sentences that name both ends of a claim and do not say it as far as was understood, and the words that they have there.

use std::ops::Range;

use super::DraftReader;
use crate::draft::mentions::{AmountExpression, EntityMention, Origin, TimeReading};
use crate::draft::mentions::{amount_expressions, time_expressions};
use crate::draft::reading::clause::distance;
use crate::draft::reading::language::CompiledLanguage;
use crate::draft::reading::lexicon::{EndContext, guess};
use crate::draft::segmentation::{Token, bytes, tokenize};
use crate::model::{
    Assertion, ClaimId, EntityId, Language, LexicalEntry, ReadSentence, Reading, RelationId, Value,
};

/// Words by the ends of a claim in a sentence that does not say it as far as was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadEnds {
    /// The sentence, among those of the reading.
    pub sentence: usize,
    /// The code of its language.
    pub language: String,
    /// A claim with these ends.
    pub claim: ClaimId,
    /// Its relation.
    pub relation: RelationId,
    /// The words.
    pub words: String,
    /// The entry that would read them.
    pub entry: LexicalEntry,
}

/// Words that may say more relations of the same two than these tell nothing of any.
const RIVALS: usize = 2;

/// The two ends of a claim in a sentence, as bytes of its text.
struct ClaimEnds {
    claim: ClaimId,
    relation: RelationId,
    subject: Range<usize>,
    far: Range<usize>,
    slot: &'static str,
}

/// A sentence, cut up again.
struct Cut<'a> {
    sentence: &'a ReadSentence,
    tokens: Vec<Token>,
    mentions: Vec<EntityMention>,
    amounts: Vec<AmountExpression>,
    dates: Vec<(crate::time::Bound, Range<usize>)>,
}

impl DraftReader<'_> {
    /// What a reading, which keeps sentences that assert nothing, did not understand of claims whose ends it names.
    #[must_use]
    pub fn unread_ends(&self, reading: &Reading) -> Vec<UnreadEnds> {
        let number = self.languages.named(&reading.language).unwrap_or(0);
        let base = self.records.base();
        let (Some(language), Some(pack)) = (self.languages.get(number), base.languages.get(number)) else {
            return Vec::new();
        };
        let origin = Origin::default();
        let mut found = Vec::new();
        // Headings are names and not clauses.
        let clauses = reading.sentences.iter().enumerate().filter(|(_, sentence)| !sentence.is_heading);
        for (at, sentence) in clauses {
            let cut = self.cut(sentence, (number, language), origin);
            let ends = self.ends(&cut);
            let guessed = ends.iter().filter_map(|ends| {
                let (words, entry) = self.guessed(&cut, ends, pack)?;
                let (claim, relation) = (ends.claim, ends.relation);
                Some(UnreadEnds { sentence: at, language: pack.code.clone(), claim, relation, words, entry })
            });
            let guessed: Vec<UnreadEnds> = guessed.collect();
            let rivals = |one: &UnreadEnds| guessed.iter().filter(|other| other.words == one.words).count();
            found.extend(guessed.iter().filter(|one| rivals(one) <= RIVALS).cloned());
        }
        found
    }

    fn cut<'a>(
        &self,
        sentence: &'a ReadSentence,
        (number, language): (usize, &CompiledLanguage),
        origin: Origin,
    ) -> Cut<'a> {
        let text = sentence.text.as_str();
        let (mut tokens, mut mentions) = (Vec::new(), Vec::new());
        tokenize(text, 0..text.len(), &mut tokens);
        self.index.find(text, &tokens, Some(number), &mut mentions);
        let times = time_expressions(text, &tokens, &language.dates, origin);
        let amounts = amount_expressions(text, &tokens, &language.amounts, &times);
        let dates = times.iter().filter_map(|when| match when.reading {
            TimeReading::On(bound) => Some((bound, when.tokens.clone())),
            _ => None,
        });
        let dates = dates.collect();
        Cut { sentence, tokens, mentions, amounts, dates }
    }

    /// The ends of claims that no assertion of the sentence joins.
    fn ends(&self, cut: &Cut<'_>) -> Vec<ClaimEnds> {
        let base = self.records.base();
        let mut found: Vec<ClaimEnds> = Vec::new();
        for (at, mention) in cut.mentions.iter().enumerate() {
            let Some(entity) = mention.entity else { continue };
            for claim in self.records.of_subject(entity) {
                let Some(relation) = base.claims.relation(claim) else { continue };
                let Some((far, slot)) = self.far_end(cut, claim, at) else { continue };
                let subject = bytes(&cut.tokens, &mention.tokens);
                let is_known = |known: &ClaimEnds| {
                    (known.relation, &known.subject, &known.far) == (relation, &subject, &far)
                };
                let object = base.claims.object(claim).entity;
                let is_read = cut.sentence.assertions.iter().any(|one| joins(one, entity, object, relation));
                if !is_read && !found.iter().any(is_known) {
                    found.push(ClaimEnds { claim, relation, subject, far, slot });
                }
            }
        }
        found
    }

    /// The far end of a claim that is nearest to its subject, which is the mention `at`, and its place in phrasings.
    fn far_end(&self, cut: &Cut<'_>, claim: ClaimId, at: usize) -> Option<(Range<usize>, &'static str)> {
        let base = self.records.base();
        let object = base.claims.object(claim);
        let subject = &cut.mentions[at];
        let near = |tokens: &Range<usize>| distance(tokens, &subject.tokens);
        if let Some(entity) = object.entity {
            let named =
                cut.mentions.iter().filter(|mention| mention.entity == Some(entity) && *mention != subject);
            let nearest = named.min_by_key(|mention| near(&mention.tokens))?;
            return Some((bytes(&cut.tokens, &nearest.tokens), "{object}"));
        }
        let tokens = match base.values.get(object.value?) {
            Value::Amount(_) => {
                let relation = base.claims.relation(claim)?;
                let says = |said: &&AmountExpression| {
                    let claims = self.records.giving(relation, subject.entity, None, &said.amount);
                    claims.contains(&claim)
                };
                let said = cut.amounts.iter().filter(says);
                said.map(|said| &said.tokens).min_by_key(|tokens| near(tokens))?
            }
            Value::Date(known) => {
                let fits = |(said, _): &&(crate::time::Bound, Range<usize>)| {
                    said.earliest <= known.latest && known.earliest <= said.latest
                };
                cut.dates.iter().filter(fits).map(|(_, tokens)| tokens).min_by_key(|tokens| near(tokens))?
            }
            Value::Text(_) => return None,
        };
        Some((bytes(&cut.tokens, tokens), "{value}"))
    }

    /// The words by the ends and the entry that would read them, unless other names are between, or the relation has that entry.
    fn guessed(&self, cut: &Cut<'_>, ends: &ClaimEnds, pack: &Language) -> Option<(String, LexicalEntry)> {
        let text = cut.sentence.text.as_str();
        let subject_first = ends.subject.start < ends.far.start;
        let (first, second) =
            if subject_first { (&ends.subject, &ends.far) } else { (&ends.far, &ends.subject) };
        let between = first.end..second.start;
        let named = || cut.mentions.iter().map(|mention| bytes(&cut.tokens, &mention.tokens));
        if named().any(|name| between.start <= name.start && name.end <= between.end) {
            return None;
        }
        let start = named().map(|name| name.end).filter(|end| *end <= first.start).max().unwrap_or(0);
        let end = named().map(|name| name.start).find(|start| *start >= second.end).unwrap_or(text.len());
        let around = EndContext {
            before: text.get(start..first.start)?,
            between: text.get(between)?,
            behind: text.get(second.end..end)?,
            subject_first,
            far: ends.slot,
        };
        let guessed = guess(pack, &around)?;
        let known = self.languages.lexicalisation().words(ends.relation, pack);
        let is_known = known.iter().any(|said| has_heads(&said.entry, &guessed.entry));
        (!is_known).then_some((guessed.words, guessed.entry))
    }
}

/// Whether an assertion joins two ends, in whichever way; of a claim without an object, whether it says the relation of its
/// subject.
fn joins(one: &Assertion, subject: EntityId, object: Option<EntityId>, relation: RelationId) -> bool {
    match object {
        Some(object) => {
            let ends = [one.subject, one.object];
            ends.contains(&Some(subject)) && ends.contains(&Some(object))
        }
        None => one.relation == relation && one.subject == Some(subject),
    }
}

/// Whether an entry has the head of another: the words were there, and something else kept the sentence from being read.
fn has_heads(known: &LexicalEntry, guessed: &LexicalEntry) -> bool {
    match (known, guessed) {
        (LexicalEntry::Head(known), LexicalEntry::Head(guessed)) => {
            let has = |head: &String| known.heads.iter().any(|lemma| lemma.eq_ignore_ascii_case(head));
            known.frame == guessed.frame && guessed.heads.iter().any(has)
        }
        _ => false,
    }
}
