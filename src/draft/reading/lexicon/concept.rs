//! Which shipped concept a relation is, told by its id or by the head of its label, so that its words can be lent.

use super::analysis::{Grammar, between_ends, without_fixed};
use super::entry::{SaidBy, WordOrigin};
use super::expansion::reversed;
use super::shape::Shape;
use crate::load::{Concept, shipped};
use crate::model::{Base, FarEnd, Head, Language, LexicalEntry, Phase, Relation, RelationId, SaidAs, Takes};

/// The concept whose words a relation borrows.
#[derive(Debug, Clone, Copy)]
pub struct Lent {
    concept: &'static Concept,
    is_reversed: bool,
}

impl Lent {
    /// The concept of a relation, and where its object is never named, the one that has none besides.
    #[must_use]
    pub fn to<'a>(base: &'a Base, id: RelationId, relation: &Relation, shape: &Shape) -> Vec<Self> {
        let named = Self::named(base, id, relation, shape);
        let wide = |concept: &Concept| fits(concept, shape);
        let best = named.or_else(|| {
            let label = relation.label.as_ref()?;
            let in_each = |pack: &'a Language| {
                heads_of(pack, &without_fixed(base, shape, label.in_language(&pack.code)))
            };
            let heads: Vec<(&str, Head)> = base.languages.iter().flat_map(in_each).collect();
            Self::with_heads(relation, shape, &heads, &wide)
        });
        let alone = |concept: &Concept| concept.takes == Some(Takes::Nothing);
        let besides = shape
            .only_object
            .as_ref()
            .filter(|_| !best.is_some_and(|lent| lent.is_one_place()))
            .and_then(|_| {
                let statements = shape.claims.iter().flat_map(|claim| {
                    let in_each = |pack: &'a Language| Some((pack, between_ends(base, *claim, &pack.code)?));
                    base.languages.iter().filter_map(in_each).collect::<Vec<_>>()
                });
                let heads: Vec<(&str, Head)> =
                    statements.flat_map(|(pack, words)| heads_of(pack, &words)).collect();
                Self::with_heads(relation, shape, &heads, &alone)
            });
        best.into_iter().chain(besides).collect()
    }

    /// The concept of the relation's own id or label.
    fn named(base: &Base, id: RelationId, relation: &Relation, shape: &Shape) -> Option<Self> {
        let name = base.relations.id(id);
        let concepts = || shipped().concepts.iter().filter(|concept| fits(concept, shape));
        if let Some(like) = &relation.like {
            return shipped().concept(like).map(|concept| Self { concept, is_reversed: false });
        }
        if let Some(concept) = concepts().find(|concept| concept.id == name) {
            return Some(Self { concept, is_reversed: false });
        }
        let label = without_fixed(base, shape, relation.label.as_deref()?);
        let labelled =
            |concept: &&Concept| concept.label.values().any(|known| known.eq_ignore_ascii_case(label.trim()));
        concepts().find(labelled).map(|concept| Self { concept, is_reversed: false })
    }

    /// The most likely concept that has one of these heads.
    fn with_heads(
        relation: &Relation,
        shape: &Shape,
        heads: &[(&str, Head)],
        wanted: &dyn Fn(&Concept) -> bool,
    ) -> Option<Self> {
        let concepts = shipped().concepts.iter().filter(|concept| wanted(concept));
        let matching = concepts.filter_map(|concept| {
            let is_reversed = heads.iter().find_map(|(code, head)| has_head(concept, code, head))?;
            let is_likely = is_same_far(concept, relation, shape);
            Some((is_likely, Self { concept, is_reversed }))
        });
        // Of those that are as likely, the first: the common ones are at the head of the list.
        matching.reduce(|best, next| if next.0 && !best.0 { next } else { best }).map(|(_, lent)| lent)
    }

    /// The concepts that a relation says are words for it.
    #[must_use]
    pub fn said_as(relation: &Relation) -> Vec<Self> {
        let lent =
            |said: &SaidAs| Some(Self { concept: shipped().concept(&said.id)?, is_reversed: said.reversed });
        relation.said_as.iter().filter_map(lent).collect()
    }

    /// Its id.
    #[must_use]
    pub fn name(&self) -> &'static str {
        &self.concept.id
    }

    /// A concept as it is.
    #[must_use]
    pub const fn whole(concept: &'static Concept) -> Self {
        Self { concept, is_reversed: false }
    }

    /// Its words in a language, with the ends as the relation has them.
    pub fn words(self, code: &str) -> impl Iterator<Item = SaidBy> {
        self.words_from(code, WordOrigin::Shipped(&self.concept.id))
    }

    /// The same, for a relation that is said as it.
    pub fn other_words(self, code: &str) -> impl Iterator<Item = SaidBy> {
        self.words_from(code, WordOrigin::SaidAs(&self.concept.id))
    }

    fn words_from(self, code: &str, origin: WordOrigin) -> impl Iterator<Item = SaidBy> {
        self.entries(code).iter().map(move |entry| {
            let entry = match entry {
                LexicalEntry::Head(head) => LexicalEntry::Head(self.turned(head)),
                LexicalEntry::Idiom(phrasings) if self.is_reversed => {
                    LexicalEntry::Idiom(phrasings.iter().map(|written| reversed(written)).collect())
                }
                other => other.clone(),
            };
            SaidBy { entry, origin: origin.clone(), elides: self.is_one_place() }
        })
    }

    /// Its words for a relation that it only often means: none that are ambiguous by themselves, and none is sure.
    pub fn akin_words(self, code: &str) -> impl Iterator<Item = SaidBy> {
        let origin = WordOrigin::Akin(&self.concept.id);
        self.entries(code).iter().filter_map(move |entry| match entry {
            LexicalEntry::Head(head) if !head.weak && head.when == Phase::Holds => {
                let head = Head { weak: true, ..self.turned(head) };
                Some(SaidBy::head(head, origin.clone(), self.is_one_place()))
            }
            _ => None,
        })
    }

    fn entries(self, code: &str) -> &'static [LexicalEntry] {
        shipped().words(self.concept, code)
    }

    /// The concepts whose words often mean the same.
    #[must_use]
    pub fn akin(&self) -> &'static [String] {
        &self.concept.akin
    }

    /// The same of another concept.
    #[must_use]
    pub const fn of(&self, concept: &'static Concept) -> Self {
        Self { concept, is_reversed: self.is_reversed }
    }

    /// Whether the concept has nothing on its far side.
    #[must_use]
    pub fn is_one_place(&self) -> bool {
        self.concept.takes == Some(Takes::Nothing)
    }

    /// A head as the relation has its ends.
    fn turned(&self, head: &Head) -> Head {
        Head { reversed: head.reversed != self.is_reversed, ..head.clone() }
    }
}

/// The heads of words in a language.
fn heads_of<'a>(pack: &'a Language, words: &str) -> Vec<(&'a str, Head)> {
    Grammar { pack }.heads(words).into_iter().map(|head| (pack.code.as_str(), head)).collect()
}

/// Whether a concept has on its far side what a relation has.
fn fits(concept: &Concept, shape: &Shape) -> bool {
    let entity = concept.takes.is_none_or(Takes::entity);
    let value = concept.takes.is_some_and(|takes| takes.value().is_some());
    match shape.far {
        FarEnd::Entity => !value || entity,
        FarEnd::Value => value && !entity,
        FarEnd::Both => value,
        FarEnd::None | FarEnd::Unsaid => concept.takes == Some(Takes::Nothing),
    }
}

/// Whether a concept has exactly the relation's far side, which may be one object that is never named.
fn is_same_far(concept: &Concept, relation: &Relation, shape: &Shape) -> bool {
    concept.takes == relation.takes
        || shape.far == FarEnd::Both && concept.takes == Some(Takes::EntityAndAmount)
}

/// Whether a head is one of a concept's in a language, and not an ambiguous one; and whether its ends are swapped then.
fn has_head(concept: &Concept, code: &str, head: &Head) -> Option<bool> {
    shipped().words(concept, code).iter().find_map(|entry| match entry {
        LexicalEntry::Head(known) if known.when == Phase::Holds && !known.weak && is_same(known, head) => {
            Some(known.reversed != head.reversed)
        }
        _ => None,
    })
}

fn is_same(known: &Head, head: &Head) -> bool {
    let joined = |lemma: &str, with: &[String]| format!("{lemma} {}", with.join(" ")).trim().to_lowercase();
    let pairs = || known.heads.iter().flat_map(|lemma| head.heads.iter().map(move |wanted| (lemma, wanted)));
    known.frame == head.frame
        && pairs().any(|(lemma, wanted)| {
            let same_lemma = lemma.eq_ignore_ascii_case(wanted);
            let same_with = known.with.is_empty()
                || head.with.is_empty()
                || head.with.iter().any(|with| known.with.contains(with));
            same_lemma && same_with || joined(lemma, &[]) == joined(wanted, &head.with)
        })
}
