//! What a label or statement teaches of how a relation is said: the head of its words and the grammar that they have around it.
//!
//! "is the chief executive of" has a noun, "was supported by" a verb in the passive, "is listed on" an adjective.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use rustc_hash::FxBuildHasher;

use super::amount::has_both;
use super::ends::{between_ends, without_fixed};
use super::entry::{SaidBy, WordOrigin};
use super::shape::Shape;
use crate::draft::reading::forms::{is_verb_form, lemmas};
use crate::model::{Base, ClaimId, FarEnd, Frame, GrammarRole, Head, Language, Relation, VerbVoice};

/// The heads of a relation's label and of the statements of its claims, as far as they are in the language of the pack, and
/// whether the object is left out beside them.
#[must_use]
pub fn heads(base: &Base, shape: &Shape, relation: &Relation, pack: &Language) -> Vec<SaidBy> {
    let grammar = shape.grammar(pack);
    let mut found: Vec<SaidBy> = Vec::new();
    let label = relation.label.as_ref().map(|label| label.in_language(&pack.code));
    let label = label.map(|label| (without_fixed(base, shape, label), WordOrigin::Label, false));
    let elides = shape.only_object.is_some();
    // The amount of "gives 2 percent of its profit to" is none of its words.
    let statements =
        shape.claims.iter().filter(|claim| !has_both(base, **claim)).filter_map(|claim| {
            Some((between_ends(base, *claim, &pack.code)?, WordOrigin::Statements, elides))
        });
    let mut add = |head: Head, origin: WordOrigin, elides: bool| {
        let said = SaidBy::head(head, origin, elides);
        if !found.iter().any(|known| known.entry == said.entry) {
            found.push(said);
        }
    };
    for (words, origin, elides) in label.into_iter().chain(statements) {
        let heads = grammar.heads_of(shape, &words);
        heads.into_iter().for_each(|head| add(head, origin.clone(), elides));
    }
    if let Some(head) = counted(base, shape, relation, pack) {
        add(head, WordOrigin::Label, false);
    }
    for claim in &shape.claims {
        if let Some(head) = before_subject(base, *claim, &grammar) {
            add(head, WordOrigin::Statements, false);
        }
    }
    found
}

/// The noun that the amounts of a relation count, in the language of the pack, where the label says in any that they do: "has
/// beds".
pub fn counted(base: &Base, shape: &Shape, relation: &Relation, pack: &Language) -> Option<Head> {
    let label = relation.label.as_ref()?;
    let is_said = |name: &str| {
        base.languages.iter().any(|other| {
            let words: Vec<String> =
                label.in_language(&other.code).split(' ').map(str::to_lowercase).collect();
            let mut nouns = other.sums.nouns.iter().filter(|noun| noun.name == name);
            nouns.any(|noun| noun.words.iter().any(|word| words.contains(word)))
        })
    };
    let mut nouns = pack.sums.nouns.iter();
    let noun = nouns.find(|noun| shape.units.contains(&noun.name) && is_said(&noun.name))?;
    Some(Head::new(Frame::Noun, noun.words.clone(), Vec::new()))
}

/// The noun that a statement has before its subject and says a value of: "the population of Nordwerft is".
pub fn before_subject(base: &Base, claim: ClaimId, grammar: &Grammar<'_>) -> Option<Head> {
    base.claims.object(claim).value?;
    let text = base.claims.statement_in(claim, &grammar.pack.code);
    let (start, _) = base.entities.record(base.claims.subject(claim)?)?.find_in(text)?;
    let between = between_ends(base, claim, &grammar.pack.code)?;
    let words: Vec<&str> = text.get(..start)?.split_whitespace().collect();
    grammar.is_copula(&between).then(|| grammar.noun(&words)).flatten()
}

/// The words of the longest preposition that is looked for.
const LONGEST_PREPOSITION: usize = 3;

/// The grammar of a language as far as labels ask.
pub struct Grammar<'a> {
    /// The language.
    pub pack: &'a Language,
    known: Option<&'a KnownHeads>,
}

/// The heads of words that were analysed before, by language: labels and statements are asked for again and again.
#[derive(Debug, Default)]
pub struct KnownHeads(Mutex<HashMap<String, Arc<[Head]>, FxBuildHasher>>);

impl<'a> Grammar<'a> {
    /// That of a language.
    #[must_use]
    pub const fn of(pack: &'a Language) -> Self {
        Self { pack, known: None }
    }

    /// The same, with what is known of words already.
    #[must_use]
    pub const fn knowing(pack: &'a Language, known: &'a KnownHeads) -> Self {
        Self { pack, known: Some(known) }
    }

    /// The heads that words between two ends can have; none if they are not of the language.
    #[must_use]
    pub fn heads(&self, words: &str) -> Vec<Head> {
        let Some(KnownHeads(known)) = self.known else { return self.analysed(words) };
        let key = format!("{} {words}", self.pack.code);
        if let Some(heads) = known.lock().ok().and_then(|known| known.get(&key).cloned()) {
            return heads.to_vec();
        }
        let heads = self.analysed(words);
        let _ = known.lock().map(|mut known| known.insert(key, heads.as_slice().into()));
        heads
    }

    fn analysed(&self, words: &str) -> Vec<Head> {
        let words: Vec<&str> = words
            .split_whitespace()
            .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()))
            .filter(|word| !word.is_empty())
            .collect();
        let heads = self.clause(&words);
        // "Head of".
        if heads.is_empty() && self.ends_as_noun(&words) {
            self.noun(&words).into_iter().collect()
        } else {
            heads
        }
    }

    /// The heads of a clause without its subject.
    pub fn clause(&self, words: &[&str]) -> Vec<Head> {
        let words = self.past_placing(self.past_relativizer(words));
        if let Some(noun) = self.post(words).or_else(|| self.kept(words)) {
            return vec![noun];
        }
        if let Some(behind) = self.past_copula(words) {
            let is_as =
                words[..words.len() - behind.len()].last().is_some_and(|word| self.is(GrammarRole::As, word));
            return if is_as { self.noun(behind).into_iter().collect() } else { self.copular(behind) };
        }
        // "Still gets updates" has the verb of "gets updates".
        let is_auxiliary =
            |word: &&&str| self.is(GrammarRole::Auxiliary, word) || self.is_in_class("still", word);
        let auxiliaries = words.iter().take_while(is_auxiliary).count();
        let (helping, behind) = words.split_at(auxiliaries);
        if helping.last().is_some_and(|word| self.is(GrammarRole::Copula, word)) {
            return self.copular(behind);
        }
        if let Some(behind) = self.past_going_on(behind) {
            return self.past_copula(behind).map_or_else(|| self.plain(behind), |words| self.copular(words));
        }
        let Some(last) = helping.last() else { return self.verb(words) };
        // "Has its headquarters in" and "does business in" have a verb of their own, "can seat" has not.
        if behind.first().is_some_and(|word| self.is(GrammarRole::Determiner, word)) {
            return self.verb(words);
        }
        let is_object = |word: &&str| self.participle(word).is_empty() && !self.is(GrammarRole::Adverb, word);
        if self.is_light(last) && behind.first().is_none_or(is_object) {
            return self.verb(&words[auxiliaries - 1..]);
        }
        let heads = self.verb(behind);
        if heads.is_empty() { self.plain(behind) } else { heads }
    }

    pub fn copular(&self, words: &[&str]) -> Vec<Head> {
        let (passed, mut words) = self.past_linking(words);
        let only = passed.iter().find(|word| self.is_in_class("only", word));
        let has_determiner = passed.iter().any(|word| self.is(GrammarRole::Determiner, word));
        // "Is the company that makes".
        if let Some(heads) = self
            .relative(words)
            .filter(|_| only.is_none() && (has_determiner || self.pack.dates.modifiers_follow))
        {
            return heads;
        }
        // "Is to be supported", "is due to start on".
        if let Some(behind) = self.past_promised(words) {
            if self.past_copula(behind).is_none() {
                return self.plain(behind);
            }
            (_, words) = self.past_linking(behind);
        }
        let Some((core, _)) = self.core(words) else { return Vec::new() };
        // "Is in" has no head: a preposition alone may be anything.
        if self.is(GrammarRole::Preposition, &core) {
            return Vec::new();
        }
        let heads = self.predicate(words, has_determiner);
        // "Is the only supplier of" and "is only available in" say more than the words without "only".
        let told = only.into_iter().flat_map(|only| {
            let narrowed = heads.iter().filter(|head| head.frame != Frame::Verb);
            let with = |lemma: &String| self.joined(lemma, only);
            narrowed.map(move |head| Head { heads: head.heads.iter().map(with).collect(), ..head.clone() })
        });
        let office = self.taken_as(words);
        told.collect::<Vec<_>>().into_iter().chain(heads.clone()).chain(office).collect()
    }

    /// The heads of what something is said to be.
    fn predicate(&self, words: &[&str], has_determiner: bool) -> Vec<Head> {
        let Some((core, with)) = self.core(words) else { return Vec::new() };
        let verbs = if has_determiner { Vec::new() } else { self.late_participle(&core) };
        let goes_on = !has_determiner && verbs.is_empty() && self.is_gerund(words);
        let going_on = if goes_on { self.verb(words) } else { Vec::new() };
        // "Is living in".
        if !going_on.is_empty() {
            return std::iter::once(Head::new(Frame::Adjective, vec![core], with)).chain(going_on).collect();
        }
        let of_noun = with.first().is_none_or(|with| self.is_in_class("of", with));
        match with.first() {
            Some(by) if !verbs.is_empty() && self.is_in_class("by", by) => {
                vec![Head { reversed: true, ..Head::new(Frame::Verb, verbs, Vec::new()) }]
            }
            _ if !verbs.is_empty() => {
                vec![
                    Head::new(Frame::Adjective, vec![core], with.clone()),
                    Head::new(Frame::Verb, verbs, with),
                ]
            }
            _ if has_determiner || of_noun && self.pack.dates.modifiers_follow => {
                vec![Head::new(Frame::Noun, vec![core], with)]
            }
            Some(_) if of_noun => {
                let adjective = Head::new(Frame::Adjective, vec![core.clone()], with.clone());
                vec![Head::new(Frame::Noun, vec![core], with), adjective]
            }
            // Where only nouns need "adalah", "adalah calon dalam" has one.
            _ if self.pack.dates.modifiers_follow => {
                let adjective = Head::new(Frame::Adjective, vec![core.clone()], with.clone());
                vec![Head::new(Frame::Noun, vec![core], with), Head { weak: true, ..adjective }]
            }
            _ => vec![Head::new(Frame::Adjective, vec![core], with)],
        }
    }

    pub fn verb(&self, words: &[&str]) -> Vec<Head> {
        let Some((core, with)) = self.core(words) else { return Vec::new() };
        let (first, rest) = core.split_once(' ').unwrap_or((core.as_str(), ""));
        let is_active = |lemma: &String| is_verb_form(self.pack, lemma, first, VerbVoice::Active);
        let lemmas: Vec<String> = lemmas(self.pack, first).into_iter().filter(is_active).collect();
        if lemmas.is_empty() {
            return Vec::new();
        }
        let verbs: Vec<String> =
            lemmas.iter().map(|lemma| format!("{lemma} {rest}").trim().to_owned()).collect();
        // "Dipimpin oleh" is of who "memimpin".
        if let Some(stems) = self.active_stems(&verbs, &with) {
            return vec![Head { reversed: true, ..Head::new(Frame::Verb, stems, Vec::new()) }];
        }
        let mut heads = vec![Head::new(Frame::Verb, verbs, with.clone())];
        // "Limits posts to" is also "limits tweets to"; "runs only on" and "runs all services of" need what narrows or widens them.
        let is_light = lemmas.iter().any(|lemma| self.is_in_class("light verbs", lemma));
        let is_bound = |word: &str| self.is_adverb(word) || self.is_in_class("wholes", word);
        if !rest.is_empty() && !with.is_empty() && !is_light && !rest.split(' ').any(is_bound) {
            heads.push(Head { weak: true, ..Head::new(Frame::Verb, lemmas, with) });
        }
        heads
    }

    /// The heads that words have in a relation of this shape: of an amount, the noun of what something has.
    pub fn heads_of(&self, shape: &Shape, words: &str) -> Vec<Head> {
        let told = match shape.far {
            FarEnd::Value | FarEnd::Both => self.possessed(words),
            FarEnd::None => self.in_progress(words),
            _ => None,
        };
        told.map_or_else(|| self.heads(words), |head| vec![head])
    }

    /// What is being done to something, as a word of its state: what "is being built" is not built.
    #[must_use]
    pub fn in_progress(&self, words: &str) -> Option<Head> {
        let words: Vec<&str> = words.split_whitespace().collect();
        let at = words.iter().position(|word| self.is_in_class("in progress", word))?;
        let (core, with) = self.core(&words[at..])?;
        let is_done = !self.participle(&words[at + 1..].join(" ")).is_empty();
        is_done.then(|| Head::new(Frame::Adjective, vec![core], with))
    }

    /// The noun of what something has: "has a population of".
    fn possessed(&self, words: &str) -> Option<Head> {
        let words: Vec<&str> = words.split_whitespace().collect();
        let (first, rest) = words.split_first()?;
        // "Holds of the shares of", with the amount before.
        let rest = match rest.split_first() {
            Some((of, behind)) if self.is_in_class("joint", of) && !behind.is_empty() => behind,
            _ => rest,
        };
        if self.is_in_class("possessing", first) { self.noun(rest) } else { None }
    }

    /// A noun with its preposition, without the words before it that only place or qualify.
    pub fn noun(&self, words: &[&str]) -> Option<Head> {
        let (_, words) = self.past_linking(words);
        let (core, with) = self.core(words)?;
        let last = core.rsplit(' ').next()?;
        let is_noun = !self.is(GrammarRole::Preposition, last) && !self.is(GrammarRole::Complementizer, last);
        is_noun.then(|| Head::new(Frame::Noun, vec![core], with))
    }

    /// What words may be that no form of them tells: "singgah di", "penerbit", "endemik di".
    pub fn bare(&self, words: &str) -> Vec<Head> {
        let words: Vec<&str> = words.split_whitespace().collect();
        let Some((core, with)) = self.core(&words) else { return Vec::new() };
        let verbs = self.participle(&core);
        let frames =
            [(Frame::Noun, core.clone()), (Frame::Adjective, core.clone()), (Frame::Verb, core + "°")];
        let mut heads: Vec<Head> =
            frames.into_iter().map(|(frame, core)| Head::new(frame, vec![core], with.clone())).collect();
        // "Digubah oleh".
        if !verbs.is_empty() && with.iter().all(|by| self.is_in_class("by", by)) {
            heads.push(Head { reversed: true, ..Head::new(Frame::Verb, verbs, Vec::new()) });
        }
        heads
    }

    /// Words without the preposition that they end with, as one; and that preposition. Nothing of no words.
    pub fn core(&self, words: &[&str]) -> Option<(String, Vec<String>)> {
        let (core, with) = self.without_preposition(words);
        (!core.is_empty()).then(|| (core.join(" "), with))
    }

    /// Words without the preposition that they end with, and that preposition.
    pub fn without_preposition<'w, 't>(&self, words: &'w [&'t str]) -> (&'w [&'t str], Vec<String>) {
        // "Out of" is one, of several words.
        let lengths = (1..words.len().min(LONGEST_PREPOSITION + 1)).rev();
        let mut split = lengths.map(|length| words.split_at(words.len() - length));
        let found = split.find_map(|(before, last)| {
            let preposition = last.join(" ").to_lowercase();
            self.is(GrammarRole::Preposition, &preposition).then_some((before, vec![preposition]))
        });
        found.unwrap_or((words, Vec::new()))
    }

    /// The same, perhaps behind a word: "first released".
    fn late_participle(&self, core: &str) -> Vec<String> {
        let verbs = self.participle(core);
        match core.split_once(' ') {
            Some((_, behind)) if verbs.is_empty() && !behind.contains(' ') => self.participle(behind),
            _ => verbs,
        }
    }

    /// The lemmas of a participle that words are or begin with: spelling leaves open whether "rated" is of "rate" or "rat".
    pub fn participle(&self, core: &str) -> Vec<String> {
        let (first, rest) = core.split_once(' ').unwrap_or((core, ""));
        let is_of = |lemma: &String| is_verb_form(self.pack, lemma, first, VerbVoice::Passive);
        let lemmas = lemmas(self.pack, first).into_iter().filter(is_of);
        lemmas.map(|lemma| format!("{lemma} {rest}").trim().to_owned()).collect()
    }

    /// The words that only place or qualify, and those behind them.
    pub fn past_linking<'b, 't>(&self, words: &'b [&'t str]) -> (&'b [&'t str], &'b [&'t str]) {
        words.split_at(words.iter().take_while(|word| self.passes(word)).count())
    }

    fn passes(&self, word: &str) -> bool {
        [GrammarRole::Determiner, GrammarRole::Adverb, GrammarRole::Auxiliary]
            .iter()
            .any(|role| self.is(*role, word))
            || self.is_in_class("now", word)
    }

    pub fn is_in_class(&self, name: &str, word: &str) -> bool {
        self.class(name).iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    pub fn is_adverb(&self, word: &str) -> bool {
        let ends = |ending: &String| word.ends_with(ending.as_str());
        self.is(GrammarRole::Adverb, word) || self.pack.adverb_endings.iter().any(ends)
    }

    pub fn class(&self, name: &str) -> &[String] {
        self.pack.class(name)
    }

    /// Whether words are a copula, with a determiner or without, and nothing else: "is a".
    #[must_use]
    pub fn is_copula(&self, words: &str) -> bool {
        let mut words = words.split_whitespace();
        words.next().is_some_and(|first| self.is(GrammarRole::Copula, first))
            && words.all(|word| self.passes(word))
    }

    pub fn is(&self, role: GrammarRole, word: &str) -> bool {
        self.pack.grammar.has(role, word)
    }
}
