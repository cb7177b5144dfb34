//! What reports say, laid side by side: each assertion as a claim of a base of its own, so that the laws by which claims exclude
//! each other hold for reports too. Says nothing of who is right.

use rustc_hash::FxHashMap;

use super::ends::{EndIndex, Ends};
use super::said::takes_date;
use crate::check::Exclusions;
use crate::graph::{Graph, View};
use crate::model::{
    Assertion, Assumed, Base, ClaimId, Claims, Confidence, DraftFact, EntityId, Finding, Modality, NewClaim,
    Object, Polarity, ReadSentence, Reading, RelationId, Role, Value, Verdict,
};
use crate::text::Place;
use crate::time::Period;

/// An assertion of a report, with what the records say of it.
#[derive(Debug, Clone)]
pub struct Voice<'a> {
    /// Which report.
    pub report: usize,
    /// Its reading.
    pub reading: &'a Reading,
    /// The sentence.
    pub sentence: &'a ReadSentence,
    /// What it asserts.
    pub one: &'a Assertion,
    /// What the records say of it.
    pub judged: &'a Judged,
    /// Its ends, names that no record knows among them.
    pub subject: Option<EntityId>,
    /// The other one.
    pub object: Option<EntityId>,
}

/// What the records say of an assertion.
#[derive(Debug, Clone)]
pub struct Judged {
    /// What decided.
    pub fact: DraftFact,
    /// What `lint` says of it.
    pub finding: Option<Finding>,
    /// What has taken over from the claim that decided.
    pub later: Vec<ClaimId>,
    /// The verdict as of the report's own day, if that is known.
    pub then: Option<Verdict>,
}

impl Voice<'_> {
    /// Whether the reading is sure enough to contradict anything.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        let one = self.one;
        one.confidence != Confidence::Low
            && one.verdict != Verdict::Unclear
            && !one.possible
            && one.modality != Modality::Forecast
            && one.time.assumed != Assumed::Perhaps
            && !one.time.unplaced
    }

    /// Whether it denies.
    #[must_use]
    pub fn denies(&self) -> bool {
        self.one.polarity == Polarity::Denies
    }

    /// The ends that another voice must share to meet both: the far side of an amount may be left unsaid.
    #[must_use]
    pub fn both_ends(&self) -> Ends {
        [self.subject, self.object.filter(|_| self.one.value.is_none())]
    }

    /// Where the words are that decided.
    #[must_use]
    pub fn words(&self) -> Place {
        Place { file: self.reading.file, span: self.one.span }
    }
}

/// The assertions of all reports as the claims of a base of their own: the number of a voice is that of its claim.
pub struct SaidBase {
    /// The base: the relations, rules and entities of the records, and no other claims.
    pub base: Base,
    /// Names that no record knows, each with its entity.
    names: Vec<(Vec<String>, EntityId)>,
    /// The names that have a word, in order.
    by_word: FxHashMap<String, Vec<usize>>,
}

impl SaidBase {
    /// A base without claims, with what `records` knows of everything else.
    #[must_use]
    pub fn new(records: &Base) -> Self {
        let base = Base {
            entities: records.entities.clone(),
            relations: records.relations.clone(),
            rules: records.rules.clone(),
            ..Base::default()
        };
        Self { base, names: Vec::new(), by_word: FxHashMap::default() }
    }

    /// The ends of an assertion.
    pub fn ends(&mut self, one: &Assertion) -> (Option<EntityId>, Option<EntityId>) {
        let mut end = |known: Option<EntityId>, role: Role| {
            known.or_else(|| Some(self.named(one.unrecorded_in(role)?)))
        };
        (end(one.subject, Role::Subject), end(one.object, Role::Object))
    }

    /// The entity of a name that no record knows. One name that holds all words of another is the same: "Peter Lang", "Lang".
    fn named(&mut self, name: &str) -> EntityId {
        let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
        let holds = |one: &[String], other: &[String]| other.iter().all(|word| one.contains(word));
        let mut near: Vec<usize> =
            words.iter().filter_map(|word| self.by_word.get(word)).flatten().copied().collect();
        near.sort_unstable();
        let is_same = |known: &[String]| holds(known, &words) || holds(&words, known);
        if let Some(known) = near.into_iter().find(|at| is_same(&self.names[*at].0)) {
            return self.names[known].1;
        }
        for word in &words {
            self.by_word.entry(word.clone()).or_default().push(self.names.len());
        }
        // No id of a record begins with a blank.
        let entity = self.base.entities.intern(&format!(" {name}"));
        self.names.push((words, entity));
        entity
    }

    /// Adds an assertion as a claim.
    pub fn add(
        &mut self,
        number: usize,
        one: &Assertion,
        ends: (Option<EntityId>, Option<EntityId>),
        place: Place,
    ) {
        let amount = one.value.as_ref().map(|(amount, written)| (Value::Amount(amount.clone()), written));
        // The words of a date are no text of their own: "1998", "tahun 1998".
        let is_dated = takes_date(&self.base, one) && one.time.from.is_some();
        let text =
            one.text.as_ref().filter(|_| !is_dated).map(|text| (Value::Text(text.to_lowercase()), text));
        let value = amount.or(text).map(|(value, written)| self.base.values.intern(value, written));
        self.base.claims.push(&NewClaim {
            id: &number.to_string(),
            statement: "",
            subject: ends.0,
            relation: Some(one.relation),
            object: Object { entity: ends.1, value },
            period: Some(Period::UNKNOWN),
            denies: one.polarity == Polarity::Denies,
            preferred: false,
            place,
        });
    }

    /// The claims, one for each voice.
    #[must_use]
    pub fn claims(&self) -> &Claims {
        &self.base.claims
    }
}

/// All voices, and what can be asked of two of them.
pub struct Voices<'a> {
    /// The voices, report by report and in the order of their places.
    pub all: Vec<Voice<'a>>,
    /// What they say, as a graph of claims.
    pub said: &'a View<'a>,
    /// Which exclude which.
    excluded: Vec<Vec<usize>>,
    /// Those of each report by their ends.
    by_end: Vec<EndIndex<'a>>,
}

/// How two ends meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meeting {
    /// They are different things.
    Apart,
    /// One is a part of the other.
    Part,
    /// They are the same, or may stand for each other.
    Same,
}

impl<'a> Voices<'a> {
    /// The voices with what they exclude.
    #[must_use]
    pub fn new(all: Vec<Voice<'a>>, said: &'a View<'a>) -> Self {
        let laws = Exclusions::default();
        let of = |(at, voice): (usize, &Voice<'_>)| {
            let mut excluded: Vec<usize> = match voice.denies() {
                true => Vec::new(),
                false => laws.of(said, ClaimId::new(at)).into_iter().map(ClaimId::index).collect(),
            };
            excluded.sort_unstable();
            excluded.dedup();
            excluded
        };
        let excluded = all.iter().enumerate().map(of).collect();
        let mut by_end: Vec<EndIndex<'_>> = Vec::new();
        for (at, voice) in all.iter().enumerate() {
            while by_end.len() <= voice.report {
                by_end.push(EndIndex::new(&said.graph.parts));
            }
            by_end[voice.report].add(at, voice.one.relation, [voice.subject, voice.object]);
        }
        Self { all, said, excluded, by_end }
    }

    /// The reports that say anything, each with its voices by their ends.
    pub fn of_reports(&self) -> impl Iterator<Item = (usize, &EndIndex<'a>)> {
        self.by_end.iter().enumerate()
    }

    /// The voices of a report by their ends.
    #[must_use]
    pub fn of_report(&self, report: usize) -> &EndIndex<'a> {
        &self.by_end[report]
    }

    /// The relations that follow from one or that it follows from, itself included.
    #[must_use]
    pub fn akin(&self, relation: RelationId) -> Vec<RelationId> {
        let broader = &self.graph().broader;
        let mut akin = broader.broader(relation);
        akin.extend(broader.narrower(relation));
        akin.sort_unstable();
        akin.dedup();
        akin
    }

    /// The graph of what is said.
    #[must_use]
    pub fn graph(&self) -> &'a Graph<'a> {
        self.said.graph
    }

    /// Whether two voices that assert cannot both be true at one time.
    #[must_use]
    pub fn exclude(&self, one: usize, other: usize) -> bool {
        self.excluded[one].binary_search(&other).is_ok() || self.excluded[other].binary_search(&one).is_ok()
    }

    /// Those that a voice excludes.
    #[must_use]
    pub fn excluded_by(&self, one: usize) -> &[usize] {
        &self.excluded[one]
    }

    /// Whether whatever is in the one relation is in the other.
    #[must_use]
    pub fn implies(&self, one: RelationId, other: RelationId) -> bool {
        self.graph().broader.implies(one, other)
    }

    /// How the ends of two voices meet, the worse of both; `None` if one has an end that the other has not.
    #[must_use]
    pub fn meeting(&self, one: usize, other: usize) -> Meeting {
        let (one, other) = (&self.all[one], &self.all[other]);
        let straight = self.ends(one, (other.subject, other.object), other);
        if straight == Meeting::Same || !self.is_mirrored(one.one.relation, other.one.relation) {
            return straight;
        }
        straight.max(self.ends(one, (other.object, other.subject), other))
    }

    fn ends(
        &self,
        one: &Voice<'_>,
        (subject, object): (Option<EntityId>, Option<EntityId>),
        other: &Voice<'_>,
    ) -> Meeting {
        let relations = [one.one.relation, other.one.relation];
        let subject = self.end(one.subject, subject, Role::Subject, relations);
        let object = match (one.object, object) {
            // The far side of an amount may be left unsaid.
            (None, None) => Meeting::Same,
            (Some(_), None) | (None, Some(_)) if one.one.value.is_some() && other.one.value.is_some() => {
                Meeting::Same
            }
            (one, other) => self.end(one, other, Role::Object, relations),
        };
        subject.min(object)
    }

    /// How two ends meet.
    #[must_use]
    pub fn end(
        &self,
        one: Option<EntityId>,
        other: Option<EntityId>,
        role: Role,
        relations: [RelationId; 2],
    ) -> Meeting {
        let (Some(one), Some(other)) = (one, other) else { return Meeting::Apart };
        let may_stand = |relation: &RelationId| {
            self.graph()
                .base
                .relations
                .record(*relation)
                .is_some_and(|record| record.part_or_whole.contains(&role))
        };
        match self.graph().parts.same_or_part(one, other) {
            _ if one == other => Meeting::Same,
            true if relations.iter().any(may_stand) => Meeting::Same,
            true => Meeting::Part,
            false => Meeting::Apart,
        }
    }

    /// How the two parties of one voice meet those of another, whichever is named first.
    #[must_use]
    pub fn parties(&self, one: usize, other: usize) -> Meeting {
        let ends = |at: usize| [self.all[at].subject, self.all[at].object];
        let (one, [subject, object]) = (ends(one), ends(other));
        let parts = &self.graph().parts;
        let meets = |one: Option<EntityId>, other: Option<EntityId>| match (one, other) {
            (one, other) if one == other => Meeting::Same,
            (Some(one), Some(other)) if parts.same_or_part(one, other) => Meeting::Part,
            _ => Meeting::Apart,
        };
        let straight = meets(one[0], subject).min(meets(one[1], object));
        straight.max(meets(one[0], object).min(meets(one[1], subject)))
    }

    /// Whether one relation says what the other does from the other side.
    fn is_mirrored(&self, one: RelationId, other: RelationId) -> bool {
        let broader = &self.graph().broader;
        broader.mirrored(one).contains(&other) || broader.mirrored(other).contains(&one)
    }

    /// Whether two relations say the same: one is the other, or says it from the other side.
    #[must_use]
    pub fn is_same_relation(&self, one: RelationId, other: RelationId) -> bool {
        one == other || self.is_mirrored(one, other)
    }
}
