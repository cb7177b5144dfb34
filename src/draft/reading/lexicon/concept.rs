//! Which shipped concept a relation is, told by its id or by the head of its label, so that its words can be lent.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::clue::{Clue, Clues, label_heads};
use super::compound::NOUN;
use super::ends::without_fixed;
use super::entry::{SaidBy, WordOrigin};
use super::likeness::{fits, has_head, is_same_far, names_head, phase_rank};
use super::shape::Shape;
use crate::load::{Concept, shipped};
use crate::model::{Base, Frame, Head, Language, LexicalEntry, Phase, Relation, RelationId, SaidAs, Takes};

/// The concept whose words a relation borrows.
#[derive(Debug, Clone, Copy)]
pub struct Lent {
    concept: &'static Concept,
    is_reversed: bool,
    /// Only an ambiguous word tells that it is the one.
    is_doubtful: bool,
    /// The words of it that tell so, if they do.
    known: Option<&'static Head>,
    /// Its words say more than the relation does: "limit" for "connection limit".
    is_wider: bool,
    /// The relation is of the first of several: "is the main sponsor of" says more than "sponsors".
    is_foremost: bool,
    /// What of it the relation is: the beginning of a membership for "joined".
    phase: Phase,
}

/// How well a word of a concept is one of a relation's heads: what comes first decides first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct WordRank {
    /// The word means the concept by itself.
    is_sure: bool,
    /// What of the concept it says.
    phase: Reverse<u8>,
    /// It is all that the head is.
    is_whole: bool,
    /// The label of the concept has the head.
    is_named: bool,
    /// It has a preposition where the head has one.
    is_apt: bool,
    /// It has its ends as the head has them.
    is_same: bool,
    /// The number of the head.
    at: usize,
}

/// How well a concept is what a relation means, told by its best word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct ConceptRank {
    is_sure: bool,
    phase: Reverse<u8>,
    /// It has on its far side what the relation has.
    is_likely: bool,
    is_whole: bool,
    at: Reverse<usize>,
    is_named: bool,
    is_apt: bool,
}

impl Lent {
    /// The concept of a relation, and where its object is never named, the one that has none besides.
    #[must_use]
    pub fn to(base: &Base, id: RelationId, relation: &Relation, shape: &Shape) -> Vec<Self> {
        let named = Self::named(base, id, relation, shape);
        let wide = |concept: &Concept| fits(concept, shape);
        let clues = Clues::new(base, relation, shape);
        let best = named.or_else(|| {
            Clue::ALL.into_iter().find_map(|clue| {
                let lent = Self::with_heads(relation, shape, &clues.of(clue), &wide)?;
                let is_part = clue == Clue::Part;
                Some(Self { is_doubtful: lent.is_doubtful || is_part, is_wider: is_part, ..lent })
            })
        });
        let alone = |concept: &Concept| concept.takes == Some(Takes::Nothing);
        let besides = shape
            .only_object
            .as_ref()
            .filter(|_| !best.is_some_and(|lent| lent.is_one_place()))
            .and_then(|_| Self::with_heads(relation, shape, clues.stated(), &alone));
        let marked = best.map(|lent| {
            let first = |(pack, head): &(&Language, Head)| {
                head.heads.iter().any(|lemma| is_foremost(lent.concept, pack, lemma))
            };
            Self { is_foremost: relation.like.is_none() && clues.label().any(|head| first(&head)), ..lent }
        });
        marked.into_iter().chain(besides).collect()
    }

    /// The concept of the relation's own id or label.
    fn named(base: &Base, id: RelationId, relation: &Relation, shape: &Shape) -> Option<Self> {
        let name = base.relations.id(id);
        let concepts = || shipped().concepts.iter().filter(|concept| fits(concept, shape));
        if let Some(like) = &relation.like {
            return shipped().concept(like).map(Self::whole);
        }
        if let Some(concept) = concepts().find(|concept| concept.id == name) {
            // A relation "built" may be labelled "was built by".
            let turns = |(pack, head): &(&Language, Head)| {
                has_head(concept, pack, head).map(|known| known.reversed != head.reversed)
            };
            let found: Vec<bool> = label_heads(base, relation, shape).iter().filter_map(turns).collect();
            let is_reversed = !found.is_empty() && found.iter().all(|turned| *turned);
            return Some(Self { is_reversed, ..Self::whole(concept) });
        }
        let label = without_fixed(base, shape, relation.label.as_deref()?);
        let labelled =
            |concept: &&Concept| concept.label.values().any(|known| known.eq_ignore_ascii_case(label.trim()));
        concepts().find(labelled).map(Self::whole)
    }

    /// The most likely concept that has one of these heads.
    fn with_heads(
        relation: &Relation,
        shape: &Shape,
        heads: &[(&Language, Head)],
        wanted: &dyn Fn(&Concept) -> bool,
    ) -> Option<Self> {
        // Heads that are the same begin with the same word.
        let with_first = |(pack, head): &(&Language, Head)| -> BTreeSet<&str> {
            let firsts = head.heads.iter().filter_map(|lemma| lemma.split_whitespace().next());
            firsts.flat_map(|word| shipped().beginning(&pack.code, word)).collect()
        };
        let likely: Vec<BTreeSet<&str>> = heads.iter().map(with_first).collect();
        let concepts = shipped().concepts.iter().filter(|concept| wanted(concept));
        let matching = concepts.filter_map(|concept| {
            // "Buy capacity from" may be what "buy" is; words of its own say so or not.
            let is_doubted = |head: &Head| head.weak && !relation.words.is_empty();
            let likely = heads
                .iter()
                .zip(&likely)
                .enumerate()
                .filter(|(_, ((_, head), ids))| ids.contains(concept.id.as_str()) && !is_doubted(head));
            let found = likely.filter_map(|(at, ((pack, head), _))| {
                let known = has_head(concept, pack, head)?;
                // Who "sold its towers to" another was not bought by it.
                if head.weak && known.reversed {
                    return None;
                }
                let is_named = names_head(concept, pack, shape, head);
                // "Runs for" is not of who "runs" something, where another concept has "run for".
                let is_apt = head.with.is_empty() || !known.with.is_empty();
                let phase = Reverse(phase_rank(known.when));
                let is_same = known.reversed == head.reversed;
                let (is_sure, is_whole) = (!known.weak, !head.weak);
                Some((WordRank { is_sure, phase, is_whole, is_named, is_apt, is_same, at }, known))
            });
            let found: Vec<_> = found.collect();
            // "Is broadcast on" says what is broadcast, whoever "broadcasts" it.
            let is_passive = found.iter().any(|(_, known)| known.frame == Frame::Adjective);
            let found = found.into_iter().filter(|(_, known)| !is_passive || known.frame != Frame::Verb);
            let best = found.reduce(|best, next| if next.0 >= best.0 { next } else { best })?;
            let (WordRank { is_sure, phase: earlier, is_whole, is_named, is_apt, is_same, at }, known) = best;
            let is_reversed = !is_same;
            let is_likely = is_same_far(concept, relation, shape);
            let (known, phase) = (Some(known), known.when);
            let lent = Self { is_reversed, is_doubtful: !is_sure, known, phase, ..Self::whole(concept) };
            // "Is only available in" is first that, and then "available in".
            let at = Reverse(at);
            let rank = ConceptRank { is_sure, phase: earlier, is_likely, is_whole, at, is_named, is_apt };
            Some((rank, lent))
        });
        // Of those that are as likely, the first: the common ones are at the head of the list.
        matching.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, lent)| lent)
    }

    /// Whether only an ambiguous word tells that it is the one.
    #[must_use]
    pub const fn is_doubtful(&self) -> bool {
        self.is_doubtful
    }

    /// The concepts that a relation says are words for it.
    #[must_use]
    pub fn said_as(relation: &Relation) -> Vec<Self> {
        let lent = |said: &SaidAs| {
            let concept = shipped().concept(&said.id)?;
            Some(Self { is_reversed: said.reversed, ..Self::whole(concept) })
        };
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
        Self {
            concept,
            is_reversed: false,
            is_doubtful: false,
            known: None,
            is_wider: false,
            is_foremost: false,
            phase: Phase::Holds,
        }
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
        // Of a relation that is its beginning only the words of that, and they are what holds.
        let is_meant = move |entry: &&LexicalEntry| match entry {
            LexicalEntry::Head(head) => self.is_whole() || head.when == self.phase,
            LexicalEntry::Idiom(_) => self.is_whole(),
            LexicalEntry::Other(_) => true,
        };
        self.entries(code).iter().filter(is_meant).map(move |entry| {
            let entry = match entry {
                LexicalEntry::Head(head) if !self.is_whole() => {
                    LexicalEntry::Head(Head { when: Phase::Holds, ..head.clone() })
                }
                // Those of a compound noun are for relations that have one.
                LexicalEntry::Idiom(phrasings) => {
                    let own = phrasings.iter().filter(|written| !written.contains(NOUN));
                    LexicalEntry::Idiom(own.cloned().collect())
                }
                other => other.clone(),
            };
            self.with_ends(SaidBy { entry, origin: origin.clone(), elides: self.is_one_place() })
        })
    }

    /// Its words for a relation that it only often means: of those that are ambiguous by themselves only what goes with the
    /// relation's own ("boss", where that is "manager"), and none is sure.
    pub fn akin_words(self, code: &str) -> impl Iterator<Item = SaidBy> {
        let id = &self.concept.id;
        let origin = if self.is_wider { WordOrigin::Wider(id) } else { WordOrigin::Akin(id) };
        self.entries(code).iter().filter_map(move |entry| match entry {
            LexicalEntry::Head(head)
                if head.when == Phase::Holds && (!head.weak || self.known == Some(head)) =>
            {
                let head = Head { weak: true, ..head.clone() };
                Some(self.with_ends(SaidBy::head(head, origin.clone(), self.is_one_place())))
            }
            _ => None,
        })
    }

    /// Words of the concept, of which a relation that is of the first of several has those that do not say so for less sure.
    #[must_use]
    pub fn parted(&self, pack: &Language, said: SaidBy) -> Vec<SaidBy> {
        let head = match &said.entry {
            LexicalEntry::Head(head) if self.is_foremost => head,
            _ => return vec![said],
        };
        let says_so = |lemma: &String| is_foremost(self.concept, pack, lemma);
        let (first, others): (Vec<String>, Vec<String>) = head.heads.iter().cloned().partition(says_so);
        let parts =
            [Head { heads: first, ..head.clone() }, Head { heads: others, weak: true, ..head.clone() }];
        let parts = parts.into_iter().filter(|part| !part.heads.is_empty());
        parts.map(|part| SaidBy { entry: LexicalEntry::Head(part), ..said.clone() }).collect()
    }

    fn entries(self, code: &str) -> &'static [LexicalEntry] {
        shipped().words(self.concept, code)
    }

    /// The concepts whose words often mean the same.
    #[must_use]
    pub fn akin(&self) -> &'static [String] {
        &self.concept.akin
    }

    /// The same of another concept, whose words say more than the relation does if it `is_wider`.
    #[must_use]
    pub const fn of(&self, concept: &'static Concept, is_wider: bool) -> Self {
        Self { concept, is_wider, known: None, ..*self }
    }

    /// Whether the relation is all of the concept, not its beginning or end alone.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.phase == Phase::Holds
    }

    /// Whether the concept has nothing on its far side.
    #[must_use]
    pub fn is_one_place(&self) -> bool {
        self.concept.takes == Some(Takes::Nothing)
    }

    /// Whether the relation surely is the concept, and that holds in both directions.
    #[must_use]
    pub fn is_mutual(&self) -> bool {
        self.is_whole() && !self.is_doubtful && self.concept.symmetric
    }

    /// Words of the concept with the ends as the relation has them.
    fn with_ends(&self, said: SaidBy) -> SaidBy {
        if self.is_reversed { said.turned() } else { said }
    }
}

/// Whether a noun says that there are others beside: "main sponsor", where "sponsor" is a word of the concept too.
fn is_foremost(concept: &Concept, pack: &Language, lemma: &str) -> bool {
    let behind = pack.dates.modifiers_follow;
    let split = if behind { lemma.rsplit_once(' ') } else { lemma.split_once(' ') };
    let Some((one, two)) = split else { return false };
    let (word, noun) = if behind { (two, one) } else { (one, two) };
    let is_noun = |entry: &LexicalEntry| matches!(entry, LexicalEntry::Head(head) if head.heads.iter().any(|known| known == noun));
    pack.class("foremost").iter().any(|known| known == word)
        && shipped().words(concept, &pack.code).iter().any(is_noun)
}
