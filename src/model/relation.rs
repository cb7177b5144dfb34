//! What a claim says of its subject and object, and the laws that all claims of a relation obey.

use std::borrow::Cow;

use super::named::named_enum;
use super::{EntityId, Example, LexicalEntry, Phrasing, RelationId, Role, SaidAs, Translations, ValueSort};
use crate::store::Register;
use crate::text::Place;
use crate::time::Length;

/// The record of a relation.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// How it reads between subject and object: "is the cloud provider of".
    pub label: Option<Translations>,
    /// A subject has at most one object at a time.
    pub functional: bool,
    /// An object has at most one subject at a time.
    pub exclusive: bool,
    /// A subject and an object have at most one value at a time.
    pub one_value: bool,
    /// Its amounts are figures for the date that a claim gives: two that differ do not follow each other within it.
    pub figure: bool,
    /// A subject has at most one object ever.
    pub once: bool,
    /// It holds in both directions.
    pub symmetric: bool,
    /// It happens on a day and does not last.
    pub event: bool,
    /// The relation that says the same from the object's side.
    pub inverse: Option<RelationId>,
    /// Relations that are true wherever this one is.
    pub narrower_than: Vec<RelationId>,
    /// Relations that never hold between the same subject and object at the same time.
    pub incompatible_with: Vec<RelationId>,
    /// Relations in which no other subject has the object while this one holds.
    pub excludes_others: Vec<RelationId>,
    /// Relations of the same subject that begin only after this one has begun.
    pub before: Vec<RelationId>,
    /// How long a confirmation counts.
    pub review_every: Option<Length>,
    /// What is on the far side of a claim.
    pub takes: Option<Takes>,
    /// The share by which amounts may differ and still be the same.
    pub tolerance: Option<f64>,
    /// What its amounts are counted or measured in, where no claim gives one: names of units and nouns of language packs, `money`
    /// for any currency, and nothing for a bare number.
    pub units: Vec<String>,
    /// How it is said: language code and phrasing.
    pub phrasings: Vec<(String, Phrasing)>,
    /// By language: the words that say it, with their grammar.
    pub words: Vec<(String, Vec<LexicalEntry>)>,
    /// The shipped relation, by its id or Wikidata's property, whose laws and words it has.
    pub like: Option<String>,
    /// Shipped relations whose words say it as well, whatever it is about.
    pub said_as: Vec<SaidAs>,
    /// What it is about: its `words`, and those of shipped relations, count only where one of these is in the clause.
    pub topic: Vec<String>,
    /// Wikidata's property.
    pub property: Option<String>,
    /// Shipped relations whose words often mean it, where claims have no relation for them.
    pub akin: Vec<String>,
    /// The ends at which prose may name a part or the whole instead: "Microsoft" for Azure.
    pub part_or_whole: Vec<Role>,
    /// The ends that prose may leave unsaid where the context names what the relation concerns.
    pub unsaid: Vec<Role>,
    /// Its phrasings count only where one of these is named, in the sentence or its context.
    pub concerns: Vec<EntityId>,
    /// The entities that its phrasings name.
    pub named: Vec<EntityId>,
    /// Sentences with what must be read of them.
    pub reads: Vec<Example>,
    /// Words for whoever keeps the file.
    pub note: Option<String>,
    /// Where its record is.
    pub place: Place,
}

impl Relation {
    /// A relation of which only the label and the far side are known.
    #[must_use]
    pub fn labelled(label: Translations, takes: Takes, place: Place) -> Self {
        Self {
            label: Some(label),
            functional: false,
            exclusive: false,
            one_value: false,
            figure: false,
            once: false,
            symmetric: false,
            event: false,
            inverse: None,
            narrower_than: Vec::new(),
            incompatible_with: Vec::new(),
            excludes_others: Vec::new(),
            before: Vec::new(),
            review_every: None,
            takes: Some(takes),
            tolerance: None,
            units: Vec::new(),
            phrasings: Vec::new(),
            words: Vec::new(),
            like: None,
            property: None,
            said_as: Vec::new(),
            topic: Vec::new(),
            akin: Vec::new(),
            part_or_whole: Vec::new(),
            unsaid: Vec::new(),
            concerns: Vec::new(),
            named: Vec::new(),
            reads: Vec::new(),
            note: None,
            place,
        }
    }

    /// The record with what only `lent`, the record of the shipped relation that it is like, says.
    #[must_use]
    pub fn over(self, lent: Self) -> Self {
        let all = |own: Vec<RelationId>, lent: Vec<RelationId>| if own.is_empty() { lent } else { own };
        Self {
            label: match (self.label, lent.label) {
                (Some(own), Some(lent)) => Some(own.or_from(&lent)),
                (own, lent) => own.or(lent),
            },
            functional: self.functional || lent.functional,
            exclusive: self.exclusive || lent.exclusive,
            one_value: self.one_value || lent.one_value,
            figure: self.figure || lent.figure,
            once: self.once || lent.once,
            symmetric: self.symmetric || lent.symmetric,
            event: self.event || lent.event,
            inverse: self.inverse.or(lent.inverse),
            narrower_than: all(self.narrower_than, lent.narrower_than),
            incompatible_with: all(self.incompatible_with, lent.incompatible_with),
            excludes_others: all(self.excludes_others, lent.excludes_others),
            before: all(self.before, lent.before),
            review_every: self.review_every.or(lent.review_every),
            takes: self.takes.or(lent.takes),
            tolerance: self.tolerance.or(lent.tolerance),
            units: if self.units.is_empty() { lent.units } else { self.units },
            part_or_whole: if self.part_or_whole.is_empty() {
                lent.part_or_whole
            } else {
                self.part_or_whole
            },
            property: self.property.or(lent.property),
            phrasings: self.phrasings,
            words: self.words,
            like: self.like,
            said_as: self.said_as,
            topic: self.topic,
            akin: self.akin,
            unsaid: self.unsaid,
            concerns: self.concerns,
            named: self.named,
            reads: self.reads,
            note: self.note,
            place: self.place,
        }
    }

    /// Whether the relation declares this law.
    #[must_use]
    pub fn obeys(&self, law: Law) -> bool {
        match law {
            Law::Functional => self.functional,
            Law::Exclusive => self.exclusive,
            Law::OneValue => self.one_value,
            Law::Figure => self.figure,
            Law::Once => self.once,
            Law::Symmetric => self.symmetric,
            Law::Event => self.event,
            Law::Inverse => self.inverse.is_some(),
            Law::IncompatibleWith => !self.incompatible_with.is_empty(),
            Law::ExcludesOthers => !self.excludes_others.is_empty(),
            Law::Before => !self.before.is_empty(),
            Law::ReviewEvery => self.review_every.is_some(),
        }
    }
}

named_enum!(
    /// The laws a relation can declare; a rule can be about all relations that declare one.
    Law {
        /// `functional: true`
        Functional "functional",
        /// `exclusive: true`
        Exclusive "exclusive",
        /// `one_value: true`
        OneValue "one_value",
        /// `figure: true`
        Figure "figure",
        /// `once: true`
        Once "once",
        /// `symmetric: true`
        Symmetric "symmetric",
        /// `event: true`
        Event "event",
        /// `inverse: "…"`
        Inverse "inverse",
        /// `incompatible_with: […]`
        IncompatibleWith "incompatible_with",
        /// `excludes_others: […]`
        ExcludesOthers "excludes_others",
        /// `before: […]`
        Before "before",
        /// `review_every: "…"`
        ReviewEvery "review_every",
    }
);

named_enum!(
    /// What is on the far side of a claim.
    Takes {
        /// An entity.
        Entity "entity",
        /// An amount.
        Amount "amount",
        /// A date.
        Date "date",
        /// Words.
        Text "text",
        /// Nothing: it is about a subject alone.
        Nothing "nothing",
        /// An entity, and perhaps an amount about both ends.
        EntityAndAmount "entity_and_amount",
        /// An entity, and perhaps a date.
        EntityAndDate "entity_and_date",
        /// An entity, and perhaps words.
        EntityAndText "entity_and_text",
    }
);

impl Takes {
    /// Whether an entity is there.
    #[must_use]
    pub fn entity(self) -> bool {
        !matches!(self, Self::Amount | Self::Date | Self::Text | Self::Nothing)
    }

    /// The sort of value that is there.
    #[must_use]
    pub fn value(self) -> Option<ValueSort> {
        match self {
            Self::Entity | Self::Nothing => None,
            Self::Amount | Self::EntityAndAmount => Some(ValueSort::Amount),
            Self::Date | Self::EntityAndDate => Some(ValueSort::Date),
            Self::Text | Self::EntityAndText => Some(ValueSort::Text),
        }
    }
}

/// All relations.
pub type Relations = Register<RelationId, Relation>;

impl Relations {
    /// The relation for people: its label, else its id with spaces.
    #[must_use]
    pub fn label(&self, id: RelationId) -> Cow<'_, str> {
        self.label_by(id, &|label| label)
    }

    /// The same in the language with this code, if it has a label there.
    #[must_use]
    pub fn label_in(&self, id: RelationId, code: &str) -> Cow<'_, str> {
        self.label_by(id, &|label| label.in_language(code))
    }

    fn label_by(&self, id: RelationId, of: &dyn Fn(&Translations) -> &str) -> Cow<'_, str> {
        match self.record(id).and_then(|record| record.label.as_ref()) {
            Some(label) => Cow::Borrowed(of(label)),
            None if self.id(id).contains(['-', '_']) => Cow::Owned(self.id(id).replace(['-', '_'], " ")),
            None => Cow::Borrowed(self.id(id)),
        }
    }

    /// Whether a relation is declared to be about a subject alone.
    #[must_use]
    pub fn is_one_place(&self, id: RelationId) -> bool {
        self.record(id).is_some_and(|record| record.takes == Some(Takes::Nothing))
    }

    /// Whether claims of this relation are events.
    #[must_use]
    pub fn is_event(&self, id: RelationId) -> bool {
        self.record(id).is_some_and(|record| record.event)
    }
}
