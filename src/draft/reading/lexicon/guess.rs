//! Which lexical entry would read words that stand by two names: told by the part of speech of what is between them, else by
//! what is before them; where no head shows, a phrasing of the words as they are.

use super::analysis::Grammar;
use crate::draft::reading::forms::lemmas;
use crate::load::{Lexicon, shipped};
use crate::model::{Category, Frame, GrammarRole, Head, Language, LexicalEntry, Phase};

/// The words by the two ends of a claim, in the order of the sentence.
#[derive(Debug, Clone, Copy)]
pub struct EndContext<'a> {
    /// What precedes the first one.
    pub before: &'a str,
    /// What is between them.
    pub between: &'a str,
    /// What follows the second one.
    pub behind: &'a str,
    /// Whether the subject is the first one.
    pub subject_first: bool,
    /// The place of the other end in phrasings: `{object}` or `{value}`.
    pub far: &'static str,
}

/// Words that may say a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// The words.
    pub words: String,
    /// The entry that would read them.
    pub entry: LexicalEntry,
}

/// More words between two names say something of more than these.
const BETWEEN: usize = 8;

/// So many words may make a noun, or a verb with what belongs to it.
const HEAD: usize = 3;

/// So many words may make a phrasing.
const PHRASING: usize = 5;

/// So many words behind the names are still about both.
const BEHIND: usize = 3;

/// The entry that would read these words; `None` where they hold no word that says anything.
#[must_use]
pub fn guess(pack: &Language, around: &EndContext<'_>) -> Option<Guess> {
    let guesser = Guesser { pack, grammar: Grammar::of(pack), around };
    let between = around.between.trim();
    let is_cut = |sign: char| matches!(sign, '.' | ';' | ':' | '?' | '!' | '"' | '“' | '—' | '–' | '(' | ')');
    let words = words(between);
    // "Nordwerft surprised Ann's friends" says nothing of Ann.
    let is_owner = around.behind.starts_with(['\'', '’']);
    if between.contains(is_cut) || words.len() > BETWEEN || is_broken(between, &words) || is_owner {
        return None;
    }
    if words.iter().any(|word| guesser.says_something(word)) {
        let entry = guesser.between(between, &words)?;
        return Some(Guess { words: words.join(" "), entry });
    }
    if words.iter().any(|word| guesser.is(GrammarRole::Coordinator, word)) {
        return guesser.behind(&words);
    }
    guesser.before()
}

struct Guesser<'a> {
    pack: &'a Language,
    grammar: Grammar<'a>,
    around: &'a EndContext<'a>,
}

impl Guesser<'_> {
    /// "Is the treasurer of", "audits", "'s treasurer", ", treasurer of".
    fn between(&self, text: &str, words: &[&str]) -> Option<LexicalEntry> {
        let links = self.linking(words);
        let (passed, rest) = words.split_at(links);
        let rest = self.without(rest, GrammarRole::Determiner);
        let has = |role: GrammarRole| passed.iter().any(|word| self.is(role, word));
        let is_noun = text.starts_with([',', '\'', '’']) && !has(GrammarRole::Relativizer);
        let head = if has(GrammarRole::Copula) {
            let article = if has(GrammarRole::Determiner) { self.article(passed) } else { "" };
            self.heads(&format!("{} {article} {}", self.copula(), rest.join(" ")))
        } else if is_noun {
            self.noun(rest)
        } else {
            self.heads(&rest.join(" ")).or_else(|| self.noun(rest).filter(|_| self.is_compound(rest)))
        };
        match head {
            // "Moved Ann into the office of Bo" says nothing of the two.
            Some(head) if head.frame == Frame::Noun && !is_noun && !has(GrammarRole::Copula) && links > 0 => {
                None
            }
            Some(head) if head.heads.iter().any(|head| head.split(' ').count() > HEAD) => None,
            Some(head) => Some(LexicalEntry::Head(self.turned(head))),
            // Words without any of the language are a name, or of another one.
            None if words.len() > PHRASING || words.iter().all(|word| self.says_something(word)) => None,
            None => Some(self.idiom(text, "")),
        }
    }

    /// "The treasurer of Nordwerft, Ann": what is before the first name is a noun of its.
    fn before(&self) -> Option<Guess> {
        let text = self.around.before;
        let words = words(text.rfind([',', '.', ';', ':', '(', '—']).map_or(text, |cut| &text[cut..]));
        let (of, words) = match words.split_last() {
            Some((last, before)) if self.pack.class("of").iter().any(|of| of.eq_ignore_ascii_case(last)) => {
                (true, before)
            }
            _ => (false, words.as_slice()),
        };
        if !of && !self.pack.dates.modifiers_follow {
            return None;
        }
        let count = words.iter().rev().take_while(|word| self.says_something(word)).count();
        let (before, noun) = words.split_at(words.len() - count);
        // "With the help of Nordwerft, Ann built it."
        let before = self.without(before, GrammarRole::Determiner);
        let is_placed = before.last().is_some_and(|last| self.is(GrammarRole::Preposition, last));
        if noun.is_empty() || noun.len() > HEAD || is_placed {
            return None;
        }
        let head = self.noun(noun)?;
        let turned = Head { reversed: self.around.subject_first, ..head };
        Some(Guess { words: noun.join(" "), entry: LexicalEntry::Head(turned) })
    }

    /// "Ann and Bo married": what is behind both.
    fn behind(&self, between: &[&str]) -> Option<Guess> {
        let text = self.around.behind.trim_start();
        let end = text.find(['.', ',', ';', ':', '?', '!', '—', '(']).unwrap_or(text.len());
        let words = words(&text[..end]);
        let short = &words[..words.len().min(BEHIND)];
        let last = short.iter().rposition(|word| self.says_something(word))?;
        let said = short[..=last].join(" ");
        Some(Guess { words: said.clone(), entry: self.idiom(&between.join(" "), &said) })
    }

    fn idiom(&self, between: &str, behind: &str) -> LexicalEntry {
        let far = self.around.far;
        let (first, second) = if self.around.subject_first { ("{subject}", far) } else { (far, "{subject}") };
        let between = words(between).join(" ");
        LexicalEntry::Idiom(vec![format!("{first} {between} {second} {behind}").trim().to_owned()])
    }

    /// The first head that words can have.
    fn heads(&self, words: &str) -> Option<Head> {
        let mut head = self.grammar.heads(words).into_iter().next()?;
        // A passive without a copula: "disewa oleh".
        let has_actor = head.with.iter().any(|with| self.pack.class("by").contains(with));
        let passive = if has_actor { self.grammar.participle(words.split(' ').next()?) } else { Vec::new() };
        if head.frame == Frame::Verb && !passive.is_empty() {
            head = Head { heads: passive, with: Vec::new(), reversed: true, ..head };
        }
        // Spelling leaves open whether "rated" is of "rate" or "rat": a word of the lexicon is meant, else the
        // shorter one.
        let known = head.heads.iter().min_by_key(|lemma| (!self.is_known(lemma), lemma.len()))?.clone();
        head.heads = vec![known];
        if head.frame == Frame::Verb && self.is_plan(words) {
            head.when = Phase::Plans;
        }
        Some(self.usual(head))
    }

    /// "Plans to open", "berencana membuka".
    fn is_plan(&self, words: &str) -> bool {
        let mut words = words.split(' ');
        let is_planned =
            |word: &str| self.grammar.is_in_class("infinitive", word) || !lemmas(self.pack, word).is_empty();
        words.next().is_some_and(|first| self.grammar.is_in_class("planning", first))
            && words.next().is_some_and(is_planned)
    }

    /// Whether the words of some shipped relation begin with a verb, or are the same as a noun.
    fn is_known(&self, lemma: &str) -> bool {
        let verb = lemma.split(' ').next().unwrap_or_default();
        let lexica = shipped().lexica().filter(|lexicon| lexicon.language == self.pack.code);
        lexica.flat_map(Lexicon::all).any(|entry| match entry {
            LexicalEntry::Head(head) => head.heads.iter().any(|known| known.split(' ').next() == Some(verb)),
            _ => false,
        })
    }

    fn noun(&self, words: &[&str]) -> Option<Head> {
        let (core, with) = self.grammar.without_preposition(words);
        let is_noun =
            !core.is_empty() && core.len() <= HEAD && core.iter().all(|word| self.says_something(word));
        let head = Head::new(Frame::Noun, vec![core.join(" ")], with);
        is_noun.then(|| self.usual(head))
    }

    /// Without the prepositions that every noun has.
    fn usual(&self, mut head: Head) -> Head {
        if head.frame == Frame::Noun {
            head.with.retain(|with| !self.pack.class("of").contains(with));
        }
        head
    }

    /// With its ends as the relation has them. Of a noun between two names, the one before it is the object unless it is linked to
    /// it: "Nordwerft's treasurer Ann", "Ann, treasurer of Nordwerft".
    fn turned(&self, head: Head) -> Head {
        let words = words(self.around.between);
        let words = self.without(&words, GrammarRole::Determiner);
        let is_linked = words.last().is_some_and(|last| self.is(GrammarRole::Preposition, last))
            || words.iter().any(|word| self.is(GrammarRole::Copula, word));
        let is_owned = head.frame == Frame::Noun && !is_linked && !self.pack.dates.modifiers_follow;
        let reversed = head.reversed != (self.around.subject_first == is_owned);
        Head { reversed, ..head }
    }

    /// Whether all between the names is one noun: "Nordwerft treasurer Ann".
    fn is_compound(&self, words: &[&str]) -> bool {
        !self.pack.dates.modifiers_follow
            && !self.around.subject_first
            && words.iter().all(|word| self.says_something(word))
    }

    /// How many words only link, place or deny.
    fn linking(&self, words: &[&str]) -> usize {
        let mut at = 0;
        while at < words.len() {
            match self.triggers(&words[at..]) {
                0 if self.says_something(words[at]) => break,
                0 => at += 1,
                more => at += more,
            }
        }
        at
    }

    /// How many words the longest trigger has that they begin with.
    fn triggers(&self, words: &[&str]) -> usize {
        let places = [
            Category::Negation,
            Category::Never,
            Category::NotYet,
            Category::Cessation,
            Category::Past,
            Category::Present,
        ];
        let triggers = self.pack.triggers.iter().filter(|trigger| places.contains(&trigger.category));
        let fits = |phrase: &str| {
            let parts: Vec<&str> = phrase.split(' ').collect();
            let same = |(one, two): (&&str, &&str)| one.eq_ignore_ascii_case(two);
            (parts.len() < words.len() && parts.iter().zip(words).all(same)).then_some(parts.len())
        };
        triggers.filter_map(|trigger| fits(&trigger.phrase.written)).max().unwrap_or(0)
    }

    /// Without the words of a role at the end.
    fn without<'b>(&self, mut words: &'b [&'b str], role: GrammarRole) -> &'b [&'b str] {
        while let Some((_, before)) = words.split_last().filter(|(last, _)| self.is(role, last)) {
            words = before;
        }
        words
    }

    /// Whether a word is none of the closed classes.
    fn says_something(&self, word: &str) -> bool {
        use GrammarRole as Role;
        let closed = [
            Role::Determiner,
            Role::Preposition,
            Role::As,
            Role::Coordinator,
            Role::Subordinator,
            Role::Temporal,
            Role::Complementizer,
            Role::Relativizer,
            Role::Auxiliary,
            Role::Copula,
            Role::Pronoun,
            Role::Adverb,
            Role::Former,
        ];
        word.chars().any(char::is_alphabetic)
            && word.len() > 1
            && !closed.iter().any(|role| self.is(*role, word))
    }

    fn is(&self, role: GrammarRole, word: &str) -> bool {
        self.pack.grammar.has(role, word)
    }

    fn copula(&self) -> &str {
        self.pack.grammar.of(GrammarRole::Copula).first().map_or("", String::as_str)
    }

    fn article<'b>(&self, passed: &[&'b str]) -> &'b str {
        passed.iter().copied().find(|word| self.is(GrammarRole::Determiner, word)).unwrap_or_default()
    }
}

/// Whether a clause ends between two names, or a sign joins one to a word that is not theirs: "non-Nordwerft".
fn is_broken(between: &str, words: &[&str]) -> bool {
    let (lead, rest) = between.split_at(between.find(|sign: char| sign != ',').unwrap_or(between.len()));
    let rest = match rest.strip_suffix(',') {
        // "Nordwerft's treasurer, Ann".
        Some(rest) if lead.is_empty() && words.len() <= HEAD => rest,
        _ => rest,
    };
    rest.contains([',', '/', '&']) || rest.ends_with('-')
}

/// Words without signs at their ends; a possessive is none.
fn words(text: &str) -> Vec<&str> {
    let words = text.split_whitespace().map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()));
    words.filter(|word| !word.is_empty() && *word != "s").collect()
}
