//! Which full stops belong to a word. The words come from the language packs; initials and numbers are recognised by
//! their shape.

use rustc_hash::FxHashSet;

/// Abbreviations that follow what they qualify, so that a sentence may end with them. All others
/// come before it ("Dr.", "No.", "Jl.") and never end one. By their letters, in lower case.
const MAY_END: [&str; 30] = [
    "inc", "corp", "co", "ltd", "llc", "plc", "jr", "sr", "al", "etc", "a.m", "p.m", "u.s", "u.k", "e.u",
    "mn", "bn", "tn", "tbk", "dll", "dsb", "dst", "dkk", "tsb", "ph.d", "s.kom", "m.kom", "s.t", "m.t",
    "est",
];

/// The abbreviations of a language.
#[derive(Debug, Clone, Default)]
pub struct Abbreviations {
    forms: FxHashSet<Box<str>>,
    longest: usize,
    /// Words with which sentences often begin, and names never.
    openers: FxHashSet<Box<str>>,
}

/// What is before a full stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopContext {
    /// A word: the full stop ends the sentence, unless it goes on in lower case.
    Word,
    /// A title, the number of a list: more belongs to it.
    Name,
    /// One capital letter: an initial of what follows, or a name by itself.
    Initial,
    /// An abbreviation that may be at a sentence's end.
    End,
}

impl Abbreviations {
    /// From forms such as "Dr.".
    #[must_use]
    pub fn new(forms: &[String]) -> Self {
        let forms: FxHashSet<Box<str>> = forms.iter().map(|form| form.trim_end_matches('.').into()).collect();
        let longest = forms.iter().map(|form| form.len()).max().unwrap_or(0);
        Self { forms, longest, openers: FxHashSet::default() }
    }

    /// With words, in lower case, with which sentences often begin.
    #[must_use]
    pub fn with_openers(mut self, words: &[String]) -> Self {
        self.openers = words.iter().map(|word| word.as_str().into()).collect();
        self
    }

    /// Whether `text` begins with one of these words, and a capital letter.
    pub(super) fn opens(&self, text: &str) -> bool {
        let end = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
        let word = text.get(..end).unwrap_or_default();
        word.starts_with(char::is_uppercase) && self.openers.contains(word.to_lowercase().as_str())
    }

    /// What is before the full stop with which `sentence` ends so far.
    pub(super) fn before(&self, sentence: &str) -> StopContext {
        let words = sentence.strip_suffix('.').unwrap_or(sentence);
        let word = last_word(words);
        let first = words.len() == word.len() || words.trim_start().len() == word.len();
        if word.is_empty() {
            return StopContext::Word;
        }
        if first && is_count(word) {
            return StopContext::Name;
        }
        if is_initial(word) {
            return if first { StopContext::Name } else { StopContext::Initial };
        }
        if self.holds(word) {
            let lower = word.to_lowercase();
            return if MAY_END.contains(&lower.as_str()) { StopContext::End } else { StopContext::Name };
        }
        if has_inner_stops(word) { StopContext::End } else { StopContext::Word }
    }

    /// Whether a word is one of them, as it is or, at the start of a sentence, with a small first letter.
    fn holds(&self, word: &str) -> bool {
        if word.len() > self.longest {
            return false;
        }
        let mut letters = word.chars();
        self.forms.contains(word)
            || letters.next().is_some_and(|first| {
                if first.is_lowercase() {
                    return false;
                }
                let small: String = first.to_lowercase().chain(letters).collect();
                self.forms.contains(small.as_str())
            })
    }
}

/// The letters after the last white space or opening mark, looked for no further back than any abbreviation is long.
fn last_word(words: &str) -> &str {
    let bytes = words.as_bytes();
    let from = bytes.len().saturating_sub(40);
    let back = bytes.get(from..).unwrap_or_default().iter().rev();
    let length = back
        .take_while(|byte| !matches!(byte, b' ' | b'\n' | b'(' | b'[' | b'"' | b'\'' | b'/' | b'$'))
        .count();
    words.get(words.len() - length..).unwrap_or_default()
}

/// One capital letter, or several with full stops between ("J.K").
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    capital && (letters.as_str().is_empty() || letters.as_str().starts_with('-') && letters.count() == 2)
}

/// The number of a list item: a few digits.
fn is_count(word: &str) -> bool {
    word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Letters, a full stop, and letters again ("S.Kom", "n.v"), and no figure among them.
fn has_inner_stops(word: &str) -> bool {
    let inner = word.trim_matches('.');
    inner.contains('.')
        && inner.chars().all(|letter| letter == '.' || letter.is_alphabetic())
        && inner.split('.').all(|part| part.chars().count() <= 4)
}
