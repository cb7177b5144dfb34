//! Whether a sentence says that something is so or that it is not.
//!
//! Negations and cessations that govern what is read deny it; a negation of a cessation ("has not ended") annuls it; each
//! frame that says of it that it is false turns it; pseudo-negations were taken out before.

use std::ops::Range;

use super::cue::Cue;
use super::realization::nonoccurrence;
use super::sentence_view::SentenceView;
use super::syntax::{Embedding, Government, Predication, any, ordinal};
use crate::model::{Category, GrammarRole, Phase, Phrasing, Polarity};

/// How something is denied, if it is.
#[derive(Debug, Clone, Default)]
pub struct Denial {
    /// The tokens of what denies it, or turns it.
    pub tokens: Vec<Range<usize>>,
    /// Whether it denies, all in all.
    pub denies: bool,
    /// It is said to have been so before.
    pub ceased: bool,
    /// It is denied of all the past.
    pub ever: bool,
    /// What is meant cannot be determined: negations that have nothing to do with each other, or one whose reach is
    /// open.
    pub unclear: bool,
}

impl Denial {
    /// Whether it denies of all time: "had never won before" leaves open what came after.
    #[must_use]
    pub fn is_ever(&self, sentence: &SentenceView<'_>) -> bool {
        let pluperfect = &sentence.language.classes.pluperfect;
        let is_earlier =
            |never: &Range<usize>| never.start > 0 && sentence.is_of(never.start - 1, pluperfect);
        self.ever && !self.tokens.iter().any(is_earlier)
    }

    /// Whether it denies.
    #[must_use]
    pub fn polarity(&self) -> Polarity {
        if self.denies { Polarity::Denies } else { Polarity::Asserts }
    }

    /// The same of a phrasing that says by itself that something has ended; a negation of that annuls it.
    fn of_end(mut self) -> Self {
        let denied = self.denies && !self.ceased;
        self.denies = !denied;
        self.ceased = !denied;
        self.ever = false;
        self.tokens.clear();
        self
    }

    /// The same of a phrasing that says by itself that something is not so: a negation or an end of that says that it is.
    fn of_denial(mut self) -> Self {
        self.denies = !self.denies;
        self.ceased = false;
        self.ever = false;
        self.tokens.clear();
        self
    }

    /// The same of an event that these words say not to have taken place.
    fn of_nonoccurrence(mut self, tokens: Range<usize>) -> Self {
        self.denies = !self.denies;
        self.ever = self.denies;
        self.ceased = false;
        self.tokens.push(tokens);
        self
    }

    /// The same of what a noun like "former" says to have ended.
    #[must_use]
    pub fn of_former(mut self, former: usize) -> Self {
        self.ceased = !self.denies;
        self.denies = !self.denies;
        self.tokens.push(former..former + 1);
        self
    }

    /// The same within frames that say of it that it is false.
    fn within(mut self, embedding: Embedding) -> Self {
        if (embedding.turns.len() + usize::from(embedding.is_labelled_false)) % 2 == 1 {
            self.denies = !self.denies;
            self.ceased = false;
            self.ever = false;
        }
        self.unclear |= embedding.is_unasserted;
        self.tokens.extend(embedding.turns);
        self
    }
}

/// A negation no farther than this from what it annuls is about it.
const CLOSE: usize = 4;

/// What denies a reading of a phrasing, which may say by itself that something is not so or has ended.
#[must_use]
pub fn denial<'a>(
    sentence: &'a SentenceView<'_>,
    reading: &Predication<'_>,
    embedding: Embedding,
    said: &Phrasing,
) -> Denial {
    // What turns it as a whole does not deny it once more: "that Nord owns Ost is a myth".
    let is_turn = |cue: &Cue| {
        let overlaps = |turn: &Range<usize>| turn.start < cue.tokens.end && cue.tokens.start < turn.end;
        embedding.turns.iter().any(overlaps)
    };
    let counts = |cue: &&Cue| cue.tokens.start >= embedding.frame_end && !is_turn(cue);
    let cues = |category: Category| sentence.cues_of(category).filter(counts);
    let mut unclear = false;
    let mut governs = |cue: &&Cue| match reading.governed_by(cue, sentence) {
        Government::Governs => true,
        Government::Elsewhere => false,
        Government::Open => {
            unclear = true;
            false
        }
    };
    // What a phrasing says of itself, no word of it says again.
    let is_own = |cue: &&Cue| cue.is_within(reading.words) || said.is_declared && cue.is_among(reading.words);
    // "Not extend" ends what is meant, but denies "extend credit to".
    let is_said = |cue: &Cue, part: &Cue| {
        cue.words.iter().any(|word| !part.words.contains(word) && reading.words.contains(word))
    };
    let within = |cue: &&'a Cue| cue.negation.as_deref().filter(|part| is_said(cue, part));
    let is_other = |cue: &&Cue| !said.is_declared || !cue.is_within(reading.words);
    let parts: Vec<&Cue> =
        cues(Category::Cessation).filter_map(|cue| within(&cue)).filter(is_other).collect();
    let ends = |cue: &&'a Cue| !is_own(cue) && within(cue).is_none();
    let cessations: Vec<&Cue> = cues(Category::Cessation).filter(ends).filter(&mut governs).collect();
    let denying = [Category::Negation, Category::Never, Category::NotYet];
    let denies_clause = |cue: &&Cue| !is_of_compound(sentence, reading, cue);
    let negations = denying.into_iter().flat_map(cues).filter(is_other).filter(denies_clause);
    let mut negations: Vec<&Cue> = negations.chain(parts).collect();
    negations.sort_by_key(|cue| cue.tokens.start);
    // "Does not own Nord, which is wrong": what it denies is between.
    let is_spent_before = |negation: &Cue, other: &Cue| {
        reading.words.iter().any(|word| (negation.tokens.end..other.tokens.start).contains(word))
    };
    let annuls =
        |negation: &Cue, other: &Cue| negates(negation, other, sentence) && !is_spent_before(negation, other);
    let is_double = |negation: &Cue, other: &Cue| {
        is_double(negation, other, sentence) && !is_spent_before(negation, other)
    };
    let (annulled, effective): (Vec<&Cue>, Vec<&Cue>) = cessations
        .into_iter()
        .partition(|cessation| negations.iter().any(|negation| annuls(negation, cessation)));
    // What negates a cessation, or another negation ("did not fail to"), is spent on it.
    let spent = |cue: &Cue| {
        let annuls_end = annulled.iter().any(|cessation| annuls(cue, cessation));
        annuls_end || negations.iter().any(|other| is_double(cue, other))
    };
    let annulled_too = |cue: &Cue| negations.iter().any(|other| is_double(other, cue));
    let kept: Vec<&Cue> = negations.iter().copied().filter(|cue| !spent(cue) && !annulled_too(cue)).collect();
    let governing: Vec<&Cue> = kept.into_iter().filter(&mut governs).collect();
    // "Does not own all of Nord", "is not the first head of Nord" deny another thing.
    let is_partial = governing.iter().any(|cue| is_of_whole(sentence, reading, cue));
    unclear |= is_partial
        || !(governing.is_empty() && effective.is_empty()) && ordinal(sentence, reading, true).is_some();
    unclear |= governing.len() > 1 && effective.is_empty() && !nested(&governing);
    let ceased = !effective.is_empty();
    let tokens: Vec<Range<usize>> =
        effective.iter().chain(&governing).map(|cue| cue.tokens.clone()).collect();
    let ever = !ceased && governing.iter().any(|negation| negation.category == Category::Never);
    let denial = Denial { denies: !tokens.is_empty(), tokens, ceased, ever, unclear };
    let denial = match said.phase {
        Phase::Ends => denial.of_end(),
        Phase::Denies => denial.of_denial(),
        Phase::Holds | Phase::Begins | Phase::Plans => denial,
    };
    let denial = match nonoccurrence(sentence, reading, said) {
        Some(tokens) => denial.of_nonoccurrence(tokens),
        None => denial,
    };
    denial.within(embedding)
}

/// Whether a negation is only of the word that it is joined to: "the no-nonsense head of Nord", "a not-for-profit yard". In "a
/// never-ending project" it annuls an end.
fn is_of_compound(sentence: &SentenceView<'_>, reading: &Predication<'_>, negation: &Cue) -> bool {
    let is_joined =
        |at: &usize| sentence.tokens.get(*at).is_some_and(|token| token.hyphenated && token.is_wordy());
    let mut joined = (negation.tokens.end..).take_while(is_joined).peekable();
    let is_of_end = |at: usize| sentence.cues_of(Category::Cessation).any(|cue| cue.tokens.contains(&at));
    joined.peek().is_some() && !joined.any(|at| reading.words.contains(&at) || is_of_end(at))
}

/// Whether a negation is about all of something, or something alone.
fn is_of_whole(sentence: &SentenceView<'_>, reading: &Predication<'_>, negation: &Cue) -> bool {
    let is_whole = |at: usize| {
        let is_word = sentence
            .tokens
            .get(at)
            .is_some_and(|token| sentence.language.classes.wholes.contains(&token.hash));
        is_word && !reading.holds(at)
    };
    (negation.tokens.end..=reading.span.end).any(is_whole)
}

/// Whether a negation is about a word after it.
fn negates(negation: &Cue, other: &Cue, sentence: &SentenceView<'_>) -> bool {
    if negation.tokens.start >= other.tokens.start {
        return false;
    }
    let first = [other.tokens.start];
    negation.reaches(&first, &sentence.around()).is_some_and(|distance| distance < CLOSE)
}

/// Whether one negation is about another, which is a verb or denies only a word: "not fail to", "not a non-exclusive dealer".
fn is_double(negation: &Cue, other: &Cue, sentence: &SentenceView<'_>) -> bool {
    let is_verb = |role: GrammarRole| any(sentence.tags, other.tokens.clone(), role);
    (other.reach <= 1 || is_verb(GrammarRole::Raising) || is_verb(GrammarRole::Counterfactive))
        && negates(negation, other, sentence)
}

/// Whether one negation follows the other as part of it ("not … nor").
fn nested(negations: &[&Cue]) -> bool {
    negations.windows(2).all(|pair| pair[1].tokens.start.saturating_sub(pair[0].tokens.end) < CLOSE)
}
