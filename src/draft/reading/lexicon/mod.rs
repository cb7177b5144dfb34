//! The words of relations, put together as a language does: from their labels and their claims' statements, and from the
//! shipped concepts that these words belong to.
//!
//! Makes phrasings; matching them against sentences is `pattern`'s business.

mod amount;
mod analysis;
mod clue;
mod compound;
mod concept;
mod derived;
mod ends;
mod entry;
mod expansion;
mod guess;
mod label;
mod led;
mod likeness;
mod literal;
mod own_forms;
mod phrase;
mod prepared;
mod shape;
mod template;
mod title;
mod trial;

use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHasher};

use super::{fallback, threads};
use crate::load::{Concept, shipped};
use crate::model::{
    Base, ClaimId, Element, FarEnd, Frame, GrammarRole, Language, LexicalEntry, Phrasing, Relation,
    RelationId, Sequence, Takes,
};

pub use amount::has_both;
pub use analysis::Grammar;
use analysis::KnownHeads;
use concept::Lent;
pub use entry::{SaidBy, WordOrigin};
use expansion::{Expansion, valued};
pub use guess::{EndContext, guess};
pub use literal::choice;
pub use own_forms::as_meant;
use shape::{Shape, named_in_labels};
pub use template::Constructions;
pub use trial::{Trial, TrialNames, trials};

/// More claims of a relation are like those before them.
const CLAIMS: usize = 64;

/// What is known of how relations are said, before any language is asked for.
#[derive(Debug)]
pub struct Lexicalisation<'a> {
    base: &'a Base,
    relations: Vec<Option<Said>>,
    heads: Arc<KnownHeads>,
}

/// What is known of how a relation is said.
#[derive(Debug)]
struct Said {
    shape: Shape,
    lent: Vec<Lent>,
}

impl<'a> Lexicalisation<'a> {
    /// Looks up the concepts of all relations.
    #[must_use]
    pub fn new(base: &'a Base) -> Self {
        let mut claims: Vec<Vec<ClaimId>> = vec![Vec::new(); base.relations.len()];
        for claim in base.claims.iter() {
            let Some(relation) = base.claims.relation(claim) else { continue };
            let row = &mut claims[relation.index()];
            if row.len() < CLAIMS {
                row.push(claim);
            }
        }
        let named = named_in_labels(base);
        let heads: Arc<KnownHeads> = Arc::default();
        let said = |(id, claims): &(RelationId, Vec<ClaimId>)| {
            let (id, claims) = (*id, claims.clone());
            let relation = base.relations.record(id)?;
            let shape = Shape::of(base, relation, claims, named.get(&id).copied(), Arc::clone(&heads));
            let lent = Lent::to(base, id, relation, &shape);
            Some(Said { shape, lent })
        };
        let relations: Vec<(RelationId, Vec<ClaimId>)> = base.relations.iter().zip(claims).collect();
        let relations = threads::in_order(&relations, said);
        Self { base, relations, heads }
    }

    /// The phrasings by which a relation is read in the language of `pack`, which has these constructions, besides its own.
    #[must_use]
    pub fn phrasings(
        &self,
        id: RelationId,
        relation: &Relation,
        pack: &Language,
        constructions: &Constructions<'_>,
    ) -> Vec<Phrasing> {
        let Some(known) = self.relations.get(id.index()).and_then(Option::as_ref) else {
            return Vec::new();
        };
        let found = if self.is_in(relation, pack) {
            let grammar = known.shape.grammar(pack);
            let found = fallback::as_written(self.base, &known.shape.claims, relation, &grammar);
            found.into_iter().map(|(_, phrasing)| phrasing).collect()
        } else {
            Vec::new()
        };
        let mut expansion = Expansion::new(pack, constructions, &known.shape, relation);
        for said in self.entries(known, relation, pack) {
            expansion.add(&said);
        }
        distinct(found, expansion.finish())
    }

    /// A phrasing of a relation's own, with what its claims have as values in the place of the value.
    #[must_use]
    pub fn own(&self, id: RelationId, phrasing: Phrasing) -> Vec<Phrasing> {
        match self.relations.get(id.index()).and_then(Option::as_ref) {
            Some(known) => valued(phrasing, &known.shape),
            None => vec![phrasing],
        }
    }

    /// All words of a relation on record in the language of `pack`.
    #[must_use]
    pub fn words(&self, id: RelationId, pack: &Language) -> Vec<SaidBy> {
        let Some(relation) = self.base.relations.record(id) else { return Vec::new() };
        let own = relation.phrasings.iter().filter(|(code, _)| *code == pack.code);
        let own = own.map(|(_, phrasing)| SaidBy::phrasing(phrasing.written.clone(), WordOrigin::Phrasings));
        let mut found: Vec<SaidBy> = own.collect();
        let known = self.relations.get(id.index()).and_then(Option::as_ref);
        let Some(known) = known.filter(|_| is_put_together(relation, pack)) else { return found };
        if self.is_in(relation, pack) {
            let (claims, grammar) = (&known.shape.claims, known.shape.grammar(pack));
            for (origin, phrasing) in fallback::as_written(self.base, claims, relation, &grammar) {
                let said = SaidBy::phrasing(phrasing.written, origin);
                if !found.contains(&said) {
                    found.push(said);
                }
            }
        }
        found.extend(self.entries(known, relation, pack));
        found
    }

    /// All words of a shipped relation that is not on record.
    #[must_use]
    pub fn shipped_words(&self, concept: &'static Concept, pack: &Language) -> Vec<SaidBy> {
        let lent = Lent::whole(concept);
        let label = concept.label.get(&pack.code).map_or("", String::as_str);
        let grammar = Grammar::of(pack);
        let in_progress = grammar.in_progress(label).filter(|_| concept.takes == Some(Takes::Nothing));
        let heads = in_progress.map_or_else(|| grammar.heads(label), |head| vec![head]).into_iter();
        let mut found: Vec<SaidBy> = heads.map(|head| SaidBy::head(head, WordOrigin::Label, false)).collect();
        self.lend(lent, pack, &mut found);
        without_mistaken(&mut found);
        found
    }

    /// The words that constructions are made of.
    fn entries(&self, known: &Said, relation: &Relation, pack: &Language) -> Vec<SaidBy> {
        let Said { shape, lent } = known;
        let mut found = analysis::heads(self.base, shape, relation, pack);
        found.extend(amount::words(self.base, shape, &shape.grammar(pack)));
        found.extend(led::words(self.base, shape, &shape.grammar(pack)));
        if shape.far == FarEnd::Entity {
            let derived = derived::words(&found, pack);
            found.extend(derived);
        }
        // "Is a" has no head: its values are all that can be told by.
        let grammar = shape.grammar(pack);
        let label = relation.label.as_ref().map(|label| label.in_language(&pack.code));
        if !shape.texts.is_empty() && label.is_some_and(|label| grammar.is_copula(label)) {
            let copulas = pack.grammar.of(GrammarRole::Copula).join("|");
            let written = format!("{{subject}} {{aside}} {{linking}} ({copulas}) {{linking}} {{value}}");
            found.push(SaidBy::phrasing(written, WordOrigin::Label));
        }
        let elides = shape.far == FarEnd::None;
        let own = relation.words.iter().filter(|(code, _)| *code == pack.code);
        let own = own.flat_map(|(_, entries)| entries);
        found.extend(own.map(|entry| SaidBy { entry: entry.clone(), origin: WordOrigin::Words, elides }));
        for lent in lent {
            self.lend(*lent, pack, &mut found);
        }
        without_mistaken(&mut found);
        // Those that its own record names, besides those of what it is like.
        let lends =
            |id: &str| lent.iter().any(|lent| lent.name() == id || lent.akin().iter().any(|akin| akin == id));
        let akin = relation.akin.iter().filter(|id| !lends(id)).filter_map(|id| shipped().concept(id));
        for concept in akin.filter(|concept| !self.is_taken(concept)) {
            found.extend(Lent::whole(concept).akin_words(&pack.code));
        }
        found.extend(Lent::said_as(relation).into_iter().flat_map(|lent| lent.other_words(&pack.code)));
        found.extend(compound::translated(self.base, shape, relation, pack));
        found.extend(compound::ranked(self.base, shape, relation, pack));
        found.extend(compound::idioms(self.base, shape, relation, pack));
        found.extend(compound::narrowed(self.base, shape, relation, pack));
        title::add(self.base, shape, pack, &mut found);
        // "Is married to" holds in both directions, whether or not its record says so.
        if shape.far == FarEnd::Entity && !relation.symmetric && lent.iter().any(Lent::is_mutual) {
            let turned: Vec<SaidBy> = found.iter().cloned().map(SaidBy::turned).collect();
            found.extend(turned);
        }
        found
    }

    fn lend(&self, lent: Lent, pack: &Language, found: &mut Vec<SaidBy>) {
        if lent.is_doubtful() {
            found.extend(lent.akin_words(&pack.code));
            return;
        }
        found.extend(lent.words(&pack.code).flat_map(|said| lent.parted(pack, said)));
        if !lent.is_whole() {
            return;
        }
        for akin in self.akin(lent) {
            found.extend(akin.akin_words(&pack.code));
        }
    }

    /// Whether the label of a relation may be in the language of `pack`: its words are no words of another one.
    fn is_in(&self, relation: &Relation, pack: &Language) -> bool {
        let Some(label) = &relation.label else { return true };
        let heads =
            |pack: &Language| Grammar::knowing(pack, &self.heads).heads(label.in_language(&pack.code));
        let speaks = |pack: &Language| !heads(pack).is_empty();
        speaks(pack) || !self.base.languages.iter().any(|other| other.code != pack.code && speaks(other))
    }

    /// Concepts akin to one. Those that another relation on record is lend their words only for what is on record.
    fn akin(&self, lent: Lent) -> Vec<Lent> {
        let named = lent.akin().iter().filter_map(|id| shipped().concept(id));
        named.map(|concept| lent.of(concept, self.is_taken(concept))).collect()
    }

    /// Whether a relation on record is this concept.
    fn is_taken(&self, concept: &Concept) -> bool {
        let mut all = self.relations.iter().flatten().flat_map(|said| &said.lent);
        all.any(|other| other.is_whole() && other.name() == concept.id)
    }
}

/// Whether a relation is read by more than its own phrasings in the language of `pack`.
#[must_use]
pub fn is_put_together(relation: &Relation, pack: &Language) -> bool {
    let has_own = relation.phrasings.iter().any(|(code, _)| *code == pack.code);
    !has_own || !relation.words.is_empty() || relation.like.is_some() || !relation.said_as.is_empty()
}

/// Drops the nouns that words of a label may be where the shipped words know them as adjectives only: "mandatory in".
fn without_mistaken(found: &mut Vec<SaidBy>) {
    let shipped = |frame: Frame, lemma: &String| {
        let is_shipped = |said: &&SaidBy| matches!(said.origin, WordOrigin::Shipped(_));
        found.iter().filter(is_shipped).any(|said| {
            matches!(&said.entry, LexicalEntry::Head(head) if head.frame == frame && head.heads.contains(lemma))
        })
    };
    let is_mistaken = |said: &SaidBy| match (&said.entry, &said.origin) {
        (LexicalEntry::Head(head), WordOrigin::Label | WordOrigin::Statements) => {
            let of_adjective =
                |lemma: &String| shipped(Frame::Adjective, lemma) && !shipped(Frame::Noun, lemma);
            head.frame == Frame::Noun && head.heads.iter().all(of_adjective)
        }
        _ => false,
    };
    let keep: Vec<bool> = found.iter().map(|said| !is_mistaken(said)).collect();
    let mut keep = keep.into_iter();
    found.retain(|_| keep.next().unwrap_or(true));
}

/// Phrasings, and those of `more` whose parts none before them has.
fn distinct(mut found: Vec<Phrasing>, more: Vec<Phrasing>) -> Vec<Phrasing> {
    let mut rows: HashMap<u64, Vec<usize>, FxBuildHasher> = HashMap::default();
    for (at, phrasing) in found.iter().enumerate() {
        rows.entry(sketch(&phrasing.parts)).or_default().push(at);
    }
    found.reserve(more.len());
    for phrasing in more {
        let row = rows.entry(sketch(&phrasing.parts)).or_default();
        if row.iter().all(|at| found[*at].parts != phrasing.parts) {
            row.push(found.len());
            found.push(phrasing);
        }
    }
    found
}

/// A hash of what tells most phrasings apart: of a choice, which may be long, only its length and the first of it.
fn sketch(parts: &[Sequence]) -> u64 {
    fn add(sequence: &[Element], hasher: &mut FxHasher) {
        sequence.len().hash(hasher);
        for element in sequence {
            std::mem::discriminant(element).hash(hasher);
            match element {
                Element::Choice(choices) => {
                    choices.len().hash(hasher);
                    choices.first().into_iter().for_each(|choice| add(choice, hasher));
                }
                Element::Optional(inner) => add(inner, hasher),
                other => other.hash(hasher),
            }
        }
    }
    let mut hasher = FxHasher::default();
    parts.iter().for_each(|part| add(part, &mut hasher));
    hasher.finish()
}
