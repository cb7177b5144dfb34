//! From the places where phrasings fit to what a sentence asserts: places filled, polarity, manner and time told. Which of
//! several say most is `strongest`'s business.

use std::ops::Range;

use super::clause::same_clause;
use super::counted::saying;
use super::dating::is_outside;
use super::doubt::{self, doubt, is_one_of_many};
use super::given_date::{GivenDate, given_date};
use super::happened::{at_last, is_repeated, placed};
use super::modality::{Manner, ability, is_past, manner};
use super::pattern::Hit;
use super::polarity::{Denial, denial};
use super::realization::failure;
use super::reasons::{deciding, reasons};
use super::records::Records;
use super::role::{BindingFailure, BoundArguments, bind_arguments, is_auxiliary, is_owned_noun, is_topic};
use super::sentence_view::SentenceView;
use super::several;
use super::shares::is_share_of_another;
use super::syntax::{
    Limits, Predication, Qualifier, embedding, exit, is_errand, is_restricted, qualifier, recurs,
};
use super::tense::{self, TenseReading};
use crate::model::{
    Amount, AssertedTime, Assertion, Assumed, ClaimId, Confidence, EntityId, Frame, Modality, Phase,
    Phrasing, Polarity, ReadingFact, RelationId, TimeKind, UnrecordedName, Verdict, Why,
};
use crate::text::Span;

/// What a sentence asserts, in tokens of the sentence.
#[derive(Debug, Clone)]
pub struct CandidateAssertion {
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
    /// The far side, where it is an amount, or an amount that is said of both ends: what it means and how it is written.
    pub value: Option<(Amount, String)>,
    /// The name in the place of one of them that nothing on record has.
    pub unrecorded: Option<UnrecordedName>,
    /// The far side, where it is a date or words: as it is written.
    pub text: Option<String>,
    /// The recorded claims that say the same.
    pub claims: Vec<ClaimId>,
    /// Whether it asserts or denies.
    pub polarity: Polarity,
    /// What it denies is said to have been so before.
    pub ceased: bool,
    /// It is said to be possible or planned.
    pub possible: bool,
    /// An event is only named, and not dated.
    pub named: bool,
    /// Polarity pulls both ways.
    pub unclear: bool,
    /// How it is said.
    pub modality: Modality,
    /// When.
    pub time: AssertedTime,
    /// How sure the reading is.
    pub confidence: Confidence,
    /// What decided, and the tokens.
    pub why: Vec<(ReadingFact, Range<usize>)>,
}

impl CandidateAssertion {
    /// The same with places in its file instead of tokens.
    #[must_use]
    pub fn placed(self, place: &dyn Fn(&Range<usize>) -> Span) -> Assertion {
        Assertion {
            span: place(&self.tokens),
            words: self.words.iter().map(place).collect(),
            subject: self.subject,
            relation: self.relation,
            object: self.object,
            value: self.value,
            unrecorded: self.unrecorded,
            text: self.text,
            claims: self.claims,
            polarity: self.polarity,
            ceased: self.ceased,
            possible: self.possible,
            named: self.named,
            modality: self.modality,
            time: self.time,
            confidence: self.confidence,
            verdict: if self.unclear { Verdict::Unclear } else { Verdict::Unknown },
            decided_by: None,
            why: self.why.into_iter().map(|(fact, tokens)| Why { fact, span: place(&tokens) }).collect(),
        }
    }
}

/// What became of a hit.
#[derive(Debug, Clone)]
pub enum PhrasingOutcome {
    /// It asserts something; two things where it says how long something held that holds no longer.
    Asserts(Vec<CandidateAssertion>),
    /// It asserts nothing, for this reason.
    Unread(ReadingFact),
    /// Its construction says something else of the names in its places; what is less sure says nothing besides.
    OfOthers(ReadingFact),
}

/// A phrasing of a relation that fits somewhere.
#[derive(Debug, Clone, Copy)]
pub struct PhrasingHit<'a> {
    /// What it says.
    pub relation: RelationId,
    /// The phrasing, its own or one made of its label.
    pub phrasing: &'a Phrasing,
    /// Where it fits.
    pub hit: &'a Hit,
}

/// What a phrasing in a sentence comes to.
#[must_use]
pub fn understand(
    records: &Records<'_>,
    sentence: &SentenceView<'_>,
    said: PhrasingHit<'_>,
) -> PhrasingOutcome {
    let PhrasingHit { relation, phrasing, hit } = said;
    let is_verb = phrasing.frame == Some(Frame::Verb);
    if is_verb && (is_owned_noun(sentence, hit) || is_auxiliary(sentence, hit)) {
        return PhrasingOutcome::Unread(unread_reason(sentence, said, "construction"));
    }
    match bind_arguments(records, relation, sentence, hit, phrasing) {
        Ok(bound) => assert(records, sentence, said, bound),
        Err(why) => {
            let reason = unread_reason(sentence, said, why.as_str());
            let is_sure = phrasing.is_made && phrasing.confidence == Confidence::High;
            if why == BindingFailure::Misplaced && is_sure {
                PhrasingOutcome::OfOthers(reason)
            } else {
                PhrasingOutcome::Unread(reason)
            }
        }
    }
}

/// That a phrasing asserts nothing, for a reason.
fn unread_reason(sentence: &SentenceView<'_>, said: PhrasingHit<'_>, reason: &'static str) -> ReadingFact {
    let PhrasingHit { relation, phrasing, hit } = said;
    let words = sentence.words_at(&hit.words);
    ReadingFact::Unread { pattern: phrasing.written.clone(), relation, words, reason }
}

/// What a phrasing with its places filled comes to.
#[must_use]
pub fn assert(
    records: &Records<'_>,
    sentence: &SentenceView<'_>,
    said: PhrasingHit<'_>,
    bound: BoundArguments,
) -> PhrasingOutcome {
    let PhrasingHit { relation, phrasing, hit } = said;
    let unread = |reason| PhrasingOutcome::Unread(unread_reason(sentence, said, reason));
    let is_bare =
        hit.subject.is_none() && hit.object.is_none() && hit.value.is_none() && hit.given.is_empty();
    if is_bare && phrasing.confidence == Confidence::Low && bound.confidence != Confidence::High {
        return unread("construction");
    }
    let record = records.base().relations.record(relation);
    let is_event = record.is_some_and(|record| record.event);
    // What has happened does not end: a founder who leaves has founded all the same.
    if is_event && phrasing.is_made && phrasing.is_nominal() && phrasing.phase == Phase::Ends {
        return unread("construction");
    }
    // "Fund" of "Orca Fund" is no verb; "gas" of "the Orca gas monopoly" tells what of.
    let is_about = |at: usize| record.is_some_and(|record| is_topic(sentence, record, at));
    let is_name = |word: &usize| sentence.is_named(*word) && !is_about(*word);
    if is_bare
        && (hit.words.iter().any(is_name) || hit.words.iter().all(|word| sentence.is_named(*word)))
        && !phrasing.has_names()
    {
        return unread("construction");
    }
    if phrasing.text.as_deref().is_some_and(|text| is_in_longer_name(sentence, hit, text)) {
        return unread("wrong-kind");
    }
    let Some(departure) = exit(sentence, hit, phrasing, &bound.tokens) else { return unread("construction") };
    let reading = Predication::new(sentence, hit, &bound.tokens, phrasing.is_nominal())
        .changing(sentence, phrasing.phase != Phase::Holds);
    // A word by which the phrasing itself says that it is over says nothing twice: "ousted".
    let qualified = qualifier(sentence, &hit.words)
        .filter(|qualified| phrasing.phase != Phase::Ends || *qualified == Qualifier::OtherRole);
    if qualified == Some(Qualifier::OtherRole) {
        return unread("other-role");
    }
    let (modality, by) = match manner(sentence, &reading) {
        Manner::Asserted(modality, by) => (modality, by),
        Manner::Unread(reason) => return unread(reason),
    };
    if let Some(reason) = doubt(sentence, said, &reading) {
        return unread(reason);
    }
    let frames = embedding(sentence, &reading);
    let (modality, by) = match &frames.said_by {
        Some(verb) if modality == Modality::Stated => (Modality::Reported, Some(verb.clone())),
        _ => (modality, by),
    };
    let denial = denial(sentence, &reading, frames, phrasing);
    let focus = focus(sentence, hit, &denial);
    let (denial, told) = match qualified {
        Some(Qualifier::Former(at)) => {
            let time = TenseReading { time: AssertedTime::PRESENT, tokens: None };
            (denial.of_former(at), time)
        }
        _ => {
            let lasts = !is_event && phrasing.phase == Phase::Holds;
            let told = tense::time(sentence, hit, &reading, &focus, &denial, lasts);
            (denial, told)
        }
    };
    let (denial, told) = at_last(denial, told, is_event);
    // "Never won it again" takes for granted that it happened.
    if is_event && denial.denies && is_repeated(sentence, &reading) {
        return unread("construction");
    }
    let mut polarity = denial.polarity();
    let is_earlier = |index: usize| sentence.amounts.get(index).is_some_and(|written| written.earlier);
    if phrasing.phase != Phase::Ends && bound.value.is_some_and(is_earlier) {
        return unread("construction");
    }
    if is_share_of_another(records, sentence, relation, &bound) {
        return unread("wrong-kind");
    }
    let value = bound.value.and_then(|index| sentence.amounts.get(index)).map(|written| {
        let words = sentence.words(&written.tokens).to_owned();
        let unit = records.counted_as(relation, &written.amount.unit).to_owned();
        let amount = Amount { unit, ..written.amount.clone() };
        let other_side = amount.denied().filter(|_| polarity == Polarity::Denies && !denial.ceased);
        match other_side {
            Some(amount) => {
                polarity = Polarity::Asserts;
                (amount, words)
            }
            None => (amount, words),
        }
    });
    let dated = (value.is_none() && records.takes_date(relation))
        .then(|| given_date(records, sentence, said, &reading, bound.subject));
    let text = phrasing.text.clone().or_else(|| dated.as_ref()?.written(sentence));
    let (claims, told) = match (&value, &phrasing.text, dated) {
        (Some((amount, _)), ..) => (records.giving(relation, bound.subject, bound.object, amount), told),
        (None, Some(text), _) => (records.worded(relation, bound.subject, text), told),
        (None, None, Some(GivenDate::OnRecord(claims, _))) => {
            (claims, tense::undated(sentence, hit, &reading))
        }
        (None, None, Some(GivenDate::AsTime(_))) if is_bare && told.time.kind != TimeKind::Explicit => {
            return unread("date");
        }
        (None, None, Some(GivenDate::AsTime(claims))) => (claims, told),
        (None, None, Some(GivenDate::Other)) => return unread("date"),
        // No claim is about a name that none has.
        (None, None, None) if bound.unrecorded.is_some() => (Vec::new(), told),
        (None, None, None) => (saying(records, sentence, said, &bound), told),
    };
    // A patch release is the latest where its line is on record so; it need not be what its line is not, was or requires.
    let is_patch = bound.is_of_patch(sentence);
    let is_latest = record.is_some_and(|record| record.exclusive) && told.time.kind == TimeKind::Present;
    let is_firm = is_latest && !denial.denies && value.is_none();
    if (phrasing.only_on_record || is_patch) && claims.is_empty() || is_patch && !is_firm {
        return unread("construction");
    }
    let is_never = denial.is_ever(sentence)
        && !is_repeated(sentence, &reading)
        && polarity == Polarity::Denies
        && modality != Modality::Forecast;
    let ability = ability(sentence, &reading).or_else(|| failure(sentence, &reading, phrasing));
    let is_told = is_event && ability.is_none() && modality != Modality::Forecast;
    let told_so = placed(sentence, &reading, &told, is_told.then_some(phrasing));
    let time = if denial.denies { told.time } else { told_so };
    let time = if is_never { told.time.ever() } else { time };
    // "Would be", said of what was then to come, is what somebody expected.
    let is_expected = phrasing.is_made && modality == Modality::Forecast && is_past(sentence, by.as_ref());
    let at_most = match ability.as_ref().filter(|_| sentence.language.is_tenseless()) {
        Some(_) if phrasing.phase == Phase::Ends => Confidence::Low,
        _ if is_expected => Confidence::Medium,
        // "Was named host of the games": what they are to host comes later.
        // "Is an editor of Nord", where one is on record as the editor.
        _ if record.is_some_and(|record| record.exclusive) && is_one_of_many(sentence, said) => {
            Confidence::Medium
        }
        _ if is_event && phrasing.frame == Some(Frame::Noun) && tense::is_choice(sentence, &reading) => {
            Confidence::Medium
        }
        _ => phrasing.confidence,
    };
    let is_of_one = records.is_one_place(relation);
    let at_most = if is_of_one { at_most.min(doubt::of_one(sentence, said, &told)) } else { at_most };
    let at_most = at_most.min(doubt::dated(sentence, hit, &reading, &told));
    let said_how = by.filter(|_| modality != Modality::Stated).map(|tokens| (modality.as_str(), tokens));
    let modalities = [ability.clone().map(|tokens| ("possible", tokens)), said_how];
    let why = reasons(sentence, said, &denial, modalities, &told);
    // The date of a plan is not that of what is planned, unless it is to come: "planned in 2019 to", "plans next year to".
    let is_to_come = || sentence.today.zip(time.from).is_some_and(|(today, from)| from.earliest > today);
    let is_planned = phrasing.phase == Phase::Plans && time.kind == TimeKind::Explicit && !is_to_come();
    let is_guessed = is_bare && phrasing.confidence == Confidence::Low && time.kind == TimeKind::Explicit;
    // "Nord's founder left in 2019" dates what he did then.
    let is_of_another = is_event
        && time.kind == TimeKind::Explicit
        && told
            .tokens
            .as_ref()
            .is_some_and(|date| is_outside(sentence, &reading, phrasing.is_nominal(), date));
    // "May have acquired" is of the past, "may acquire" of what is to come.
    let may_have_been = is_event && ability.is_some() && tense::is_perfect(sentence, hit, &told);
    let time = if may_have_been
        || is_planned
        || is_of_another
        || is_guessed && (is_event || records.takes_date(relation))
    {
        AssertedTime::PAST
    } else {
        time
    };
    // What happens, begins or ends does so whatever else is said of it.
    let is_denied = denial.denies;
    let is_lasting = phrasing.phase == Phase::Holds || is_denied && phrasing.phase == Phase::Begins;
    let is_state = phrasing.is_made && is_lasting && !is_event;
    let is_placed = time.kind == TimeKind::Explicit
        || !is_denied && !sentence.language.is_tenseless() && tense::begins(sentence, hit);
    let has_been = is_lasting && !is_event && !is_denied && tense::is_perfect(sentence, hit, &told);
    let assumed = if has_been { Assumed::Perhaps } else { time.assumed };
    let is_of_successor = phrasing.is_of_predecessor && denial.ceased && time.until.is_some();
    let time = if is_of_successor { AssertedTime::between(time.from.or(time.until), None) } else { time };
    let begins = phrasing.phase == Phase::Begins && time.within && !is_denied;
    let time = AssertedTime { assumed, is_choice: tense::is_choice(sentence, &reading), begins, ..time };
    let (is_present, is_ended) = (time.kind == TimeKind::Present, denial.ceased);
    let is_plain_noun = phrasing.is_nominal() && value.is_none();
    let is_unique = is_of_one || !is_plain_noun || record.is_none_or(|record| record.exclusive);
    let limits = Limits { is_denied: is_denied && !is_ended, is_ended, is_of_one, is_present, is_unique };
    let is_plain = !is_state
        || !several::is_alternative(sentence, hit, &denial)
            && (is_placed || !is_restricted(sentence, &reading, limits));
    let is_sure = is_plain
        && !(denial.ceased && is_errand(sentence, &reading) || is_of_one && recurs(sentence, &reading));
    let sureness = if is_sure { Confidence::High } else { Confidence::Low };
    let confidence = bound.confidence.min(phrasing.confidence).min(at_most).min(sureness).min(departure);
    let words = deciding(hit, &bound, &denial);
    let first = words.iter().map(|range| range.start).min().unwrap_or(hit.tokens.start);
    let last = words.iter().map(|range| range.end).max().unwrap_or(hit.tokens.end);
    let candidate = CandidateAssertion {
        tokens: first..last,
        words,
        key: hit.words.clone(),
        subject: bound.subject,
        relation,
        object: bound.object,
        value,
        unrecorded: bound.unrecorded,
        text,
        claims,
        polarity,
        ceased: denial.ceased,
        possible: ability.is_some() || phrasing.phase == Phase::Plans,
        named: phrasing.is_named && time.kind != TimeKind::Explicit,
        unclear: denial.unclear,
        modality,
        time,
        confidence,
        why,
    };
    PhrasingOutcome::Asserts(several::all(records, sentence, &bound.names, candidate))
}

/// Whether words that are a value are in a longer name: "X" of "X Holdings".
fn is_in_longer_name(sentence: &SentenceView<'_>, hit: &Hit, text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or(text);
    let is_last =
        |at: &&usize| sentence.tokens.get(**at).is_some_and(|token| token.text(sentence.text) == last);
    hit.words.iter().filter(is_last).any(|at| {
        let mut names = sentence.mentions.iter().map(|mention| &mention.tokens);
        names.any(|name| name.contains(at) && name.end > at + 1)
    })
}

/// The tokens whose clause a date must stand in: where something is denied, from what denies it to the nearest word.
fn focus(sentence: &SentenceView<'_>, hit: &Hit, denial: &Denial) -> Range<usize> {
    let Some(cue) = denial.tokens.first() else {
        // "Nord, which was founded in 2005": the name is in another clause than the words.
        let first = hit.words.first().copied().unwrap_or(hit.tokens.start);
        let is_within = same_clause(sentence.clauses, &hit.tokens, &(first..first + 1));
        return if is_within { hit.tokens.clone() } else { first..hit.tokens.end };
    };
    let distance = |word: &usize| word.saturating_sub(cue.end).max(cue.start.saturating_sub(*word));
    let nearest = hit.words.iter().copied().min_by_key(distance).unwrap_or(cue.start);
    cue.start.min(nearest)..cue.end.max(nearest + 1)
}
