//! What may stand in a label before the words that say the relation: copulas of several words, posts ("holds the post of"), what
//! something is kept as ("has as its head"), verbs that only help, clauses about a noun ("is the company that makes").

use super::analysis::Grammar;
use crate::draft::reading::forms::{is_verb_form, lemmas};
use crate::model::{Frame, GrammarRole, Head, VerbVoice};

/// The words of the longest copula or helping phrase that is looked for.
const LONGEST: usize = 4;

/// The words before a clause about a noun: "one", "company". What narrows it says more: "the only cloud that".
const BEFORE_RELATIVE: usize = 1;

impl Grammar<'_> {
    /// The words behind a copula that they begin with: "serves as" is one.
    pub fn past_copula<'b, 't>(&self, words: &'b [&'t str]) -> Option<&'b [&'t str]> {
        // Of an office that is a value, "serves as" is a verb.
        let behind = self.past(words, |phrase| self.is(GrammarRole::Copula, phrase))?;
        (!behind.is_empty() || words.len() == 1).then_some(behind)
    }

    /// What somebody is taken as: the office of "serves as ambassador to", "is employed as head of" and "was elected head of".
    pub fn taken_as(&self, words: &[&str]) -> Option<Head> {
        let by_as = words.iter().take(LONGEST).position(|word| self.is(GrammarRole::As, word));
        let chosen = words.first().filter(|first| self.is_in_class("choosing", first)).map(|_| 0);
        let behind = words.get(by_as.or(chosen)? + 1..)?;
        self.noun(behind).filter(|head| !head.with.is_empty() || self.pack.dates.modifiers_follow)
    }

    /// The words behind a phrase that says of a verb only that it goes on, went on or has to: "used to".
    pub fn past_going_on<'b, 't>(&self, words: &'b [&'t str]) -> Option<&'b [&'t str]> {
        let behind = self.past(words, |phrase| self.is_in_class("going on", phrase))?;
        behind.first().filter(|word| !self.is(GrammarRole::Preposition, word)).map(|_| behind)
    }

    /// The words behind one that only says when it is so: "currently", "saat ini".
    pub fn past_placing<'b, 't>(&self, words: &'b [&'t str]) -> &'b [&'t str] {
        let is_placing =
            |phrase: &str| ["now", "placing"].iter().any(|class| self.is_in_class(class, phrase));
        self.past(words, is_placing).filter(|behind| !behind.is_empty()).unwrap_or(words)
    }

    /// The stems of verbs in a passive that has a mark of its own, where an agent follows; none otherwise.
    pub fn active_stems(&self, verbs: &[String], with: &[String]) -> Option<Vec<String>> {
        with.first().filter(|with| self.is_in_class("by", with))?;
        let own = self.pack.inflection.verbs.iter().find(|conjugation| conjugation.mark.is_empty())?;
        let marks = || own.affixes.participle.iter().filter(|mark| mark.ends_with('-'));
        let stem =
            |verb: &String| marks().find_map(|mark| verb.strip_prefix(mark.as_str())).map(str::to_owned);
        let stems: Vec<String> = verbs.iter().filter_map(stem).collect();
        (!stems.is_empty()).then_some(stems)
    }

    /// The words behind the longest phrase of this kind that they begin with.
    fn past<'b, 't>(&self, words: &'b [&'t str], is: impl Fn(&str) -> bool) -> Option<&'b [&'t str]> {
        let mut lengths = (1..=words.len().min(LONGEST)).rev();
        lengths.find(|length| is(&words[..*length].join(" ").to_lowercase())).map(|length| &words[length..])
    }

    /// The words without "who" or "which" before them.
    pub fn past_relativizer<'b, 't>(&self, words: &'b [&'t str]) -> &'b [&'t str] {
        match words.split_first() {
            Some((first, behind)) if self.is_in_class("who", first) => behind,
            _ => words,
        }
    }

    /// The words behind "to", "due to" and the like; none if a verb that is no plan begins so: "set up by".
    pub fn past_promised<'b, 't>(&self, words: &'b [&'t str]) -> Option<&'b [&'t str]> {
        let promised = words.iter().take_while(|word| self.is_in_class("promised", word)).count();
        let (plan, behind) = words.split_at(promised);
        plan.last().filter(|last| self.is_in_class("infinitive", last) && !behind.is_empty()).map(|_| behind)
    }

    /// The heads of a clause about the noun that words begin with: "one that makes".
    pub fn relative(&self, words: &[&str]) -> Option<Vec<Head>> {
        let at = words.iter().take(BEFORE_RELATIVE + 1).position(|word| self.is_in_class("who", word))?;
        let heads = self.clause(&words[at + 1..]);
        (!heads.is_empty()).then_some(heads)
    }

    /// The office of who holds a post: "holds the post of chief executive of" has "chief executive".
    pub fn post(&self, words: &[&str]) -> Option<Head> {
        let (first, behind) = words.split_first()?;
        let (_, behind) = self.past_linking(behind);
        let (post, office) = behind.split_first()?;
        if !self.is_in_class("holding", first) || !self.is_in_class("post", post) {
            return None;
        }
        let is_joined = |word: &&str| self.is_in_class("joint", word) || self.is(GrammarRole::As, word);
        let joined = usize::from(office.first().is_some_and(is_joined));
        let is_apart = joined > 0 || self.pack.dates.modifiers_follow;
        self.noun(&office[joined..]).filter(|_| is_apart)
    }

    /// What something has another as: "has as its capital".
    pub fn kept(&self, words: &[&str]) -> Option<Head> {
        let (first, behind) = words.split_first()?;
        let (joining, noun) = behind.split_first()?;
        let is_kept = (self.is_in_class("possessing", first) || self.is_in_class("using", first))
            && self.is(GrammarRole::As, joining);
        let head = self.noun(noun).filter(|head| is_kept && head.with.is_empty())?;
        Some(Head { reversed: true, ..head })
    }

    /// A word with another that narrows it, in the order of the language.
    pub fn joined(&self, lemma: &str, narrowing: &str) -> String {
        if self.pack.dates.modifiers_follow {
            format!("{lemma} {narrowing}")
        } else {
            format!("{narrowing} {lemma}")
        }
    }

    /// The heads of a verb in its base form, behind a word that tells that it is one: "seat" of "can seat".
    pub fn plain(&self, words: &[&str]) -> Vec<Head> {
        let heads = self.verb(words);
        let Some(first) = words.first().filter(|_| heads.is_empty()) else { return heads };
        let is_other =
            [GrammarRole::Preposition, GrammarRole::Determiner, GrammarRole::Adverb, GrammarRole::Auxiliary];
        let is_verb = is_verb_form(self.pack, first, first, VerbVoice::Active)
            && !is_other.iter().any(|role| self.is(*role, first));
        let core = self.core(words).filter(|_| is_verb);
        core.map(|(core, with)| Head::new(Frame::Verb, vec![core], with)).into_iter().collect()
    }

    /// Whether words begin with what is being done: "living in".
    pub fn is_gerund(&self, words: &[&str]) -> bool {
        words
            .first()
            .is_some_and(|word| self.class("gerund endings").iter().any(|end| word.ends_with(end.as_str())))
    }

    /// Whether a word is a form of a verb that says little by itself.
    pub fn is_light(&self, word: &str) -> bool {
        lemmas(self.pack, word).iter().any(|lemma| self.is_in_class("light verbs", lemma))
    }

    /// Whether words are a noun with its preposition, and nothing of a clause: "head of".
    pub fn ends_as_noun(&self, words: &[&str]) -> bool {
        let is_of_clause = |word: &&str| {
            [GrammarRole::Copula, GrammarRole::Auxiliary, GrammarRole::Preposition, GrammarRole::Adverb]
                .iter()
                .any(|role| self.is(*role, word))
        };
        let ends = words.len() > 1 && words.last().is_some_and(|word| self.is_in_class("joint", word));
        ends && !words.first().is_none_or(is_of_clause)
    }
}
