//! A language as drafts are read in it: its pack and the phrasings of all relations, compiled once.

use super::cue::CueSet;
use super::function_words::{linking, nondescribing, planning};
use super::lexicon::{Constructions, Lexicalisation, as_meant, is_put_together};
use super::pattern::{PatternSet, PatternSetBuilder};
use super::threads;
use super::transition::TransitionSet;
use super::word_classes::{VerbBeginnings, WordClasses};
use crate::amounts::AmountLexicon;
use crate::draft::mentions::{DateLexicon, NameWords};
use crate::draft::segmentation::Abbreviations;
use crate::draft::segmentation::word_hash;
use crate::load::parse_phrasing;
use crate::model::{
    Base, Category, DateRole, GrammarRole, Language, Phrasing, Relation, RelationId, Slot, Takes, ValueSort,
};
use crate::tokens::{Phrases, word_hashes};

/// A language, ready for reading.
#[derive(Debug)]
pub struct CompiledLanguage {
    /// Its triggers.
    pub cues: CueSet,
    /// The phrasings of all relations.
    pub said: PatternSet,
    /// What says that one took another's place.
    pub transitions: TransitionSet,
    /// The relation and phrasing behind each pattern of `said`.
    pub phrasings: Vec<(RelationId, Phrasing)>,
    /// Words that stand for what was named before.
    pub pronouns: PatternSet,
    /// Words that say where something is from: "according to".
    pub citing: PatternSet,
    /// Its function words.
    pub grammar: Phrases<GrammarRole>,
    /// Endings of verbs in the past tense.
    pub past_endings: Vec<String>,
    /// Endings of adverbs.
    pub adverb_endings: Vec<String>,
    /// Words before such a verb that make it another tense.
    pub auxiliaries: Vec<u64>,
    /// Words before whom or what money goes to: "in".
    pub recipients: Vec<u64>,
    /// Words that join the parts of a list: "and".
    pub coordinators: Vec<u64>,
    /// Nouns of what a name names: "company", "city", "board".
    pub kind_nouns: Vec<u64>,
    /// Words that join a noun to whose it is: "of".
    pub joints: Vec<u64>,
    /// Nouns that may follow the name of a product: "the Nord browser".
    pub products: Vec<u64>,
    /// Nouns of which a thing is had: "a dose of Nord".
    pub portions: Vec<u64>,
    /// Names of days of the week.
    pub weekdays: Vec<u64>,
    /// Verbs that are no nouns, in the form that follows a name: "says".
    pub predicates: Vec<u64>,
    /// Adjectives that make no other thing of a noun: "current".
    pub neutral: Vec<u64>,
    /// Words behind an amount that compare it: "less".
    pub comparing: Vec<u64>,
    /// Words behind an amount that restrict for whom or when it is so: "for".
    pub restricting: Vec<u64>,
    /// Words before an actor in the passive: "by".
    pub actors: Vec<u64>,
    /// Copulas of one word; among the tags they are auxiliaries.
    pub copulas: Vec<u64>,
    /// Small classes of words by which a statement is seen to be restricted, imagined or past.
    pub classes: WordClasses,
    /// Beginnings of verbs: "meng".
    pub verb_beginnings: VerbBeginnings,
    /// What verbs in the present tense end with, after a name.
    pub present_endings: Vec<String>,
    /// Words that join predicates of one subject.
    pub joining: Vec<u64>,
    /// Endings of verbs as nouns: "ing".
    pub gerund_endings: Vec<String>,
    /// Endings by which a noun tells whose it is: "-nya".
    pub owned_endings: Vec<String>,
    /// Past forms that no ending tells: "led".
    pub past_forms: Vec<u64>,
    /// Whether what describes a noun stands behind it: "suami Ann".
    pub modifiers_follow: bool,
    /// Words before a noun that is described: "the", "its".
    pub determiners: Vec<u64>,
    /// Words with which begins what says as of when, or dates by a word that ages.
    pub dating: Vec<u64>,
    /// The words by which it tells names from other words.
    pub names: NameWords,
    /// Its words for dates.
    pub dates: DateLexicon,
    /// Its words for amounts.
    pub amounts: AmountLexicon,
    /// Its abbreviations.
    pub abbreviations: Abbreviations,
}

impl CompiledLanguage {
    /// A language in which the relations of `base` are said as the lexicalisation has it, which is made when first asked for; with
    /// verbs of plans before others, if wanted.
    #[must_use]
    pub fn new<'a>(
        pack: &Language,
        base: &Base,
        lexicalisation: impl Fn() -> &'a Lexicalisation<'a> + Sync,
        plans: bool,
    ) -> Self {
        let entity = |name: &str| base.entities.find(name);
        let builder = || {
            PatternSetBuilder::new(&pack.suffixes)
                .with_linking(linking(pack).chain(planning(pack).filter(|_| plans)))
                .with_grammar(
                    nondescribing(pack),
                    pack.grammar.of(GrammarRole::Coordinator),
                    [pack.class("kinds after names"), pack.class("belongings")],
                    [&pack.adverb_endings, pack.class("no adverbs")],
                )
        };
        let mut said = builder();
        let constructions = Constructions::new(pack);
        let of_relation = |(id, record): &(RelationId, &Relation)| {
            let (id, record) = (*id, *record);
            let own = record
                .phrasings
                .iter()
                .filter(|(code, _)| *code == pack.code)
                .map(|(_, phrasing)| as_meant(phrasing.clone(), pack.class("forms of be")));
            let takes_amounts = record.takes.and_then(Takes::value) == Some(ValueSort::Amount);
            let mut own: Vec<Phrasing> = own.collect();
            if !takes_amounts && own.iter().any(|phrasing| phrasing.has_slot(Slot::Value)) {
                own = own.into_iter().flat_map(|phrasing| lexicalisation().own(id, phrasing)).collect();
            }
            let made = if is_put_together(record, pack) {
                lexicalisation().phrasings(id, record, pack, &constructions)
            } else {
                Vec::new()
            };
            own.into_iter().chain(made).map(move |phrasing| (id, phrasing)).collect::<Vec<_>>()
        };
        let relations: Vec<(RelationId, &Relation)> = base.relations.described().collect();
        let phrasings = threads::in_order(&relations, of_relation).into_iter().flatten().collect::<Vec<_>>();
        for (_, phrasing) in &phrasings {
            said.add(phrasing, &entity);
        }
        let plain = |words: &[String]| {
            let mut set = PatternSetBuilder::new(&[]);
            for phrasing in words.iter().filter_map(|word| parse_phrasing(word).ok()) {
                set.add(&phrasing, &|_| None);
            }
            set.build()
        };
        Self {
            cues: CueSet::new(pack),
            said: said.build(),
            transitions: TransitionSet::new(pack, builder()),
            phrasings,
            pronouns: plain(&pack.pronouns),
            citing: plain(pack.words("citation")),
            grammar: grammar(pack),
            past_endings: pack.past_endings.clone(),
            adverb_endings: pack.adverb_endings.clone(),
            auxiliaries: word_hashes(&pack.auxiliaries),
            recipients: word_hashes(&pack.recipients),
            coordinators: [date_words(pack, DateRole::And), word_hashes(pack.class("correlatives"))].concat(),
            kind_nouns: word_hashes(pack.class("kinds")),
            joints: word_hashes(pack.class("joint")),
            products: word_hashes(pack.class("products")),
            portions: word_hashes(pack.class("portions")),
            weekdays: word_hashes(pack.words("weekdays")),
            predicates: word_hashes(pack.class("predicates")),
            neutral: word_hashes(pack.class("neutral")),
            comparing: word_hashes(pack.class("comparing")),
            restricting: word_hashes(pack.class("restricting")),
            actors: word_hashes(pack.class("by")),
            copulas: word_hashes(pack.grammar.of(GrammarRole::Copula)),
            classes: WordClasses::new(pack),
            verb_beginnings: VerbBeginnings::new(pack),
            present_endings: pack.class("present endings").to_vec(),
            joining: word_hashes(pack.class("joining")),
            gerund_endings: pack.class("gerund endings").to_vec(),
            owned_endings: pack.class("owned endings").to_vec(),
            past_forms: past_forms(pack),
            modifiers_follow: pack.dates.modifiers_follow,
            determiners: date_words(pack, DateRole::Determiner),
            dating: dating(pack),
            names: NameWords::new(pack),
            dates: DateLexicon::new(pack),
            amounts: AmountLexicon::new([pack]),
            abbreviations: Abbreviations::new(pack.words("abbreviations")).with_openers(&openers(pack)),
        }
    }
}

impl CompiledLanguage {
    /// Whether its verbs do not show when something is so.
    #[must_use]
    pub fn is_tenseless(&self) -> bool {
        self.past_endings.is_empty()
    }
}

/// Words with which sentences often begin, and names never.
fn openers(pack: &Language) -> Vec<String> {
    let pronouns = pack.pronouns.iter().filter(|words| !words.contains(' '));
    pack.common.iter().chain(pronouns).cloned().collect()
}

/// The function words of a pack.
fn grammar(pack: &Language) -> Phrases<GrammarRole> {
    let mut phrases = Phrases::default();
    // Copulas are auxiliaries as far as sentences are parsed.
    for (role, words) in pack.grammar.words.iter().filter(|(role, _)| *role != GrammarRole::Copula) {
        phrases.add_all(words, *role);
    }
    phrases
}

/// Past forms of irregular verbs that no other form is like.
fn past_forms(pack: &Language) -> Vec<u64> {
    let mut found: Vec<u64> = Vec::new();
    for row in &pack.inflection.irregular {
        for (verb, forms) in &row.words {
            let all = forms.iter().flat_map(|form| form.split('/')).filter(|form| *form != verb.as_str());
            found.extend(all.map(word_hash));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The first words of what says as of when, and of what dates by a word that ages.
fn dating(pack: &Language) -> Vec<u64> {
    let vague = pack.triggers.iter().filter(|trigger| trigger.category == Category::Vague);
    let vague = vague.map(|trigger| trigger.phrase.written.as_str());
    let rows = pack.dates.words.iter().filter(|(role, _)| *role == DateRole::AsOf);
    let phrases = rows.flat_map(|(_, words)| words.iter().map(String::as_str)).chain(vague);
    phrases.filter_map(|phrase| phrase.split([' ', '-']).next()).map(word_hash).collect()
}

/// The words of a role that dates share with other parts of a sentence.
fn date_words(pack: &Language, wanted: DateRole) -> Vec<u64> {
    let rows = pack.dates.words.iter().filter(|(role, _)| *role == wanted);
    word_hashes(rows.flat_map(|(_, words)| words))
}
