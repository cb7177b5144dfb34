//! What tells which shipped concept a relation is: the heads of its label and its statements, in the order in which they are tried.

use std::cell::LazyCell;

use super::analysis::{Grammar, before_subject, counted};
use super::compound::qualifier;
use super::ends::{between_ends, without_fixed};
use super::likeness::{without_counted, without_kind, without_modifiers};
use super::shape::Shape;
use crate::draft::reading::forms::noun_bases;
use crate::model::{Base, ClaimId, FarEnd, Frame, Head, Language, Relation};

/// Heads, each with the language that it is in.
type Heads<'a> = Vec<(&'a Language, Head)>;

/// A kind of heads, in the order in which they are tried: the first by which a concept is found decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clue {
    /// Those of the label.
    Label,
    /// Others that its words can have.
    Other,
    /// What the label has without its object: "signs with" of "signs a contract with".
    Weak,
    /// Those of statements, without verbs that say little.
    Stated,
    /// Parts of what the label says: a concept that has them says more, and perhaps something else.
    Part,
    /// Nouns of the label.
    Noun,
    /// What is counted, and verbs without it.
    Counted,
    /// Nouns before the subjects of statements.
    BeforeSubject,
    /// The words of the label as they stand.
    Bare,
}

impl Clue {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Label,
        Self::Other,
        Self::Weak,
        Self::Stated,
        Self::Part,
        Self::Noun,
        Self::Counted,
        Self::BeforeSubject,
        Self::Bare,
    ];
}

type Known<'a> = LazyCell<Heads<'a>, Box<dyn FnOnce() -> Heads<'a> + 'a>>;

/// The heads of one relation.
pub struct Clues<'a> {
    base: &'a Base,
    relation: &'a Relation,
    shape: &'a Shape,
    all: Known<'a>,
    stated: Known<'a>,
}

impl<'a> Clues<'a> {
    /// Those of a relation; none is looked for before it is asked for.
    #[must_use]
    pub fn new(base: &'a Base, relation: &'a Relation, shape: &'a Shape) -> Self {
        let all: Known<'a> = LazyCell::new(Box::new(move || label_heads(base, relation, shape)));
        let stated: Known<'a> = LazyCell::new(Box::new(move || statement_heads(base, shape)));
        Self { base, relation, shape, all, stated }
    }

    /// Those of a kind.
    #[must_use]
    pub fn of(&self, clue: Clue) -> Heads<'a> {
        let far = self.shape.far;
        match clue {
            Clue::Label => self.label().collect(),
            Clue::Other => self.told(|grammar, words| grammar.other_heads(far, words)),
            Clue::Weak => self.all.iter().filter(|(_, head)| head.weak).cloned().collect(),
            Clue::Stated => self.said(),
            Clue::Part => self.parts(),
            Clue::Noun => self.told(|grammar, words| grammar.nominal(far, words)),
            Clue::Counted => self.counted(),
            Clue::BeforeSubject => self.before_subjects(),
            Clue::Bare => {
                let (base, relation, shape) = (self.base, self.relation, self.shape);
                heads_in_label(base, relation, shape, false, |grammar, words| grammar.bare(words))
            }
        }
    }

    /// Those of its label.
    pub fn label(&self) -> impl Iterator<Item = (&'a Language, Head)> {
        self.all.iter().filter(|(_, head)| !head.weak).cloned()
    }

    /// Those of the statements of its claims.
    #[must_use]
    pub fn stated(&self) -> &[(&'a Language, Head)] {
        &self.stated
    }

    fn said(&self) -> Heads<'a> {
        let is_light = |pack: &Language, head: &Head| {
            head.heads.iter().all(|lemma| pack.class("light verbs").contains(lemma))
        };
        self.stated.iter().filter(|(pack, head)| !is_light(pack, head)).cloned().collect()
    }

    fn parts(&self) -> Heads<'a> {
        let part: fn(&Language, Head) -> Option<Head> = match self.shape.far {
            FarEnd::Value => without_modifiers,
            FarEnd::Entity => |pack, head| without_kind(pack, &head).or_else(|| qualifier(pack, head)),
            _ => return Vec::new(),
        };
        self.label().filter_map(|(pack, head)| Some((pack, part(pack, head)?))).collect()
    }

    fn counted(&self) -> Heads<'a> {
        let is_said = |pack: &Language, head: &Head| {
            let label = self.relation.label.as_ref().map_or("", |label| label.in_language(&pack.code));
            label.split(' ').any(|word| head.heads.iter().any(|known| known.eq_ignore_ascii_case(word)))
        };
        let of = |pack: &'a Language| Some((pack, counted(self.base, self.shape, self.relation, pack)?));
        let counted = self.base.languages.iter().filter_map(of);
        let mut found: Heads<'a> = counted.filter(|(pack, head)| is_said(pack, head)).collect();
        if !found.is_empty() {
            let verbs = self.label().filter_map(|(pack, head)| Some((pack, without_counted(pack, &head)?)));
            found.extend(verbs);
        }
        found
    }

    fn before_subjects(&self) -> Heads<'a> {
        let (base, shape) = (self.base, self.shape);
        let in_each = |pack: &'a Language| {
            let of_claim = move |claim: &ClaimId| before_subject(base, *claim, &shape.grammar(pack));
            shape.claims.iter().filter_map(of_claim).map(move |head| (pack, head))
        };
        base.languages.iter().flat_map(in_each).collect()
    }

    fn told<Found: IntoIterator<Item = Head>>(
        &self,
        find: impl Fn(&Grammar<'_>, &str) -> Found,
    ) -> Heads<'a> {
        heads_in_label(self.base, self.relation, self.shape, true, find)
    }
}

/// The heads that the label of a relation has, each with the language that it is in.
pub fn label_heads<'a>(base: &'a Base, relation: &Relation, shape: &Shape) -> Heads<'a> {
    heads_in_label(base, relation, shape, true, |grammar, words| grammar.heads_of(shape, words))
}

/// What is found in the words of the label of a relation, each with the language that it is in. What is not so is no concept: "is not
/// allowed in"; unless not only what `is_told` to be so counts.
fn heads_in_label<'a, Found: IntoIterator<Item = Head>>(
    base: &'a Base,
    relation: &Relation,
    shape: &Shape,
    is_told: bool,
    find: impl Fn(&Grammar<'_>, &str) -> Found,
) -> Heads<'a> {
    let Some(label) = &relation.label else { return Vec::new() };
    let in_each = |pack: &'a Language| {
        let words = without_fixed(base, shape, label.in_language(&pack.code));
        let denies = |word: &str| pack.class("denying").iter().any(|known| known.eq_ignore_ascii_case(word));
        let counts = !is_told || !words.split(' ').any(denies);
        let heads: Vec<Head> =
            counts.then(|| find(&shape.grammar(pack), &words)).into_iter().flatten().collect();
        heads.into_iter().map(move |head| (pack, without_usual(pack, head)))
    };
    base.languages.iter().flat_map(in_each).collect()
}

/// A noun without the prepositions that every noun may have, "minister at" is "minister", and of several things also of one:
/// "has subscribers".
fn without_usual(pack: &Language, mut head: Head) -> Head {
    if head.frame == Frame::Noun {
        head.with.retain(|with| !pack.class("of").contains(with));
        let bases: Vec<String> = head.heads.iter().flat_map(|noun| noun_bases(pack, noun)).collect();
        head.heads.extend(bases);
    }
    head
}

/// The heads that the statements of a relation's claims have, each with the language that it is in.
fn statement_heads<'a>(base: &'a Base, shape: &Shape) -> Heads<'a> {
    let in_each = |pack: &'a Language| {
        let words = shape.claims.iter().filter_map(move |claim| between_ends(base, *claim, &pack.code));
        words.flat_map(move |words| {
            shape.grammar(pack).heads(&words).into_iter().map(move |head| (pack, head)).collect::<Vec<_>>()
        })
    };
    base.languages.iter().flat_map(in_each).collect()
}
