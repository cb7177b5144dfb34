//! Whether a sentence says that something is so or that it is not.
//!
//! Negations and cessations that reach the words of a phrasing deny; a negation that reaches a cessation ("has not ended")
//! annuls it; pseudo-negations were taken out before.

use super::cue::Cue;
use super::sentence_view::SentenceView;
use crate::model::{Category, Polarity};

/// How something is denied, if it is.
#[derive(Debug, Clone, Default)]
pub struct Denial<'a> {
    /// The triggers that deny it.
    pub cues: Vec<&'a Cue>,
    /// The phrasing itself says that it has ended.
    pub by_phrasing: bool,
    /// It is said to have been so before.
    pub ceased: bool,
    /// It is denied of all the past.
    pub ever: bool,
    /// Negations of the same rank that have nothing to do with each other: what is meant cannot be told.
    pub unclear: bool,
}

impl Denial<'_> {
    /// Whether it denies.
    #[must_use]
    pub fn polarity(&self) -> Polarity {
        if self.cues.is_empty() && !self.by_phrasing { Polarity::Asserts } else { Polarity::Denies }
    }

    /// The same of a phrasing that says by itself that something has ended; a negation of that annuls it.
    #[must_use]
    pub fn of_end(mut self) -> Self {
        let denied = !self.cues.is_empty() && !self.ceased;
        self.by_phrasing = !denied;
        self.ceased = !denied;
        self.ever = false;
        self.cues.clear();
        self
    }
}

/// A negation no farther than this from a cessation is about it.
const CLOSE: usize = 4;

/// What denies the words of a phrasing.
#[must_use]
pub fn denial<'a>(sentence: &SentenceView<'a>, words: &[usize]) -> Denial<'a> {
    let reaching = |category: Category| {
        sentence
            .cues_of(category)
            .filter(|cue| !cue.is_among(words) && cue.reaches(words, &sentence.around()).is_some())
    };
    let cessations: Vec<&Cue> = reaching(Category::Cessation).collect();
    let denying = [Category::Negation, Category::Never, Category::NotYet];
    let mut negations: Vec<&Cue> =
        denying.into_iter().flat_map(|category| sentence.cues_of(category)).collect();
    let (annulled, effective): (Vec<&Cue>, Vec<&Cue>) = cessations
        .into_iter()
        .partition(|cessation| negations.iter().any(|negation| negates(negation, cessation, sentence)));
    // What negates a cessation is spent on it.
    negations.retain(|negation| {
        !annulled.iter().any(|cessation| negates(negation, cessation, sentence))
            && (is_within(negation, words) || negation.reaches(words, &sentence.around()).is_some())
    });
    let unclear = negations.len() > 1 && effective.is_empty() && !nested(&negations);
    let ceased = !effective.is_empty();
    let ever = !ceased
        && negations
            .iter()
            .any(|negation| negation.category == Category::Never && !is_parted(sentence, negation, words));
    let mut cues = effective;
    cues.extend(negations);
    Denial { cues, by_phrasing: false, ceased, ever, unclear }
}

/// Whether a comma stands between a trigger and the words behind it: "Never quiet, the town is …".
fn is_parted(sentence: &SentenceView<'_>, cue: &Cue, words: &[usize]) -> bool {
    let next = words.iter().copied().find(|word| *word >= cue.tokens.end).unwrap_or(cue.tokens.end);
    let between = sentence.tokens.get(cue.tokens.end..next).unwrap_or_default();
    between.iter().any(|token| token.is_sign(','))
}

/// Whether a word of the phrasing denies by itself: "nonexclusive".
fn is_within(negation: &Cue, words: &[usize]) -> bool {
    negation.words.iter().all(|token| words.contains(token))
}

fn negates(negation: &Cue, cessation: &Cue, sentence: &SentenceView<'_>) -> bool {
    if negation.tokens.start >= cessation.tokens.start {
        return false;
    }
    let first = [cessation.tokens.start];
    negation.reaches(&first, &sentence.around()).is_some_and(|distance| distance < CLOSE)
}

/// Whether negations stand one behind the other, as parts of one ("not … nor").
fn nested(negations: &[&Cue]) -> bool {
    negations.windows(2).all(|pair| pair[1].tokens.start.saturating_sub(pair[0].tokens.end) < CLOSE)
}
