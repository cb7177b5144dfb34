//! A language as drafts are read in it: its pack and the phrasings of all relations, compiled once.

mod detection;

use std::collections::HashMap;
use std::sync::OnceLock;

use rustc_hash::FxBuildHasher;

use super::cue::CueSet;
use super::function_words::{linking, nondescribing};
use super::lexicon::{Constructions, Lexicalisation, as_meant, is_put_together};
use super::pattern::{PatternSet, PatternSetBuilder};
use super::word_classes::{VerbBeginnings, WordClasses};
use crate::amounts::AmountLexicon;
use crate::draft::mentions::{DateLexicon, NameWords};
use crate::draft::segmentation::Abbreviations;
use crate::draft::segmentation::word_hash;
use crate::load::parse_phrasing;
use crate::model::{
    Base, Category, DateRole, GrammarRole, Language, Phrasing, RelationId, Slot, Takes, ValueSort,
};
use crate::time::{Bound, Day, parse_date};
use crate::tokens::{Phrases, word_hashes};

/// A language, ready for reading.
#[derive(Debug)]
pub struct CompiledLanguage {
    /// Its triggers.
    pub cues: CueSet,
    /// The phrasings of all relations.
    pub said: PatternSet,
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

/// All languages that there are packs for; each is compiled when the first text in it is read.
#[derive(Debug)]
pub struct CompiledLanguages<'a> {
    base: &'a Base,
    lexicalisation: OnceLock<Lexicalisation<'a>>,
    all: Vec<OnceLock<CompiledLanguage>>,
    /// By hash of a small word: the languages that it is frequent in, by their places.
    common: HashMap<u64, Vec<u16>, FxBuildHasher>,
}

impl CompiledLanguage {
    fn new<'a>(pack: &Language, base: &Base, lexicalisation: impl Fn() -> &'a Lexicalisation<'a>) -> Self {
        let entity = |name: &str| base.entities.find(name);
        let mut said = PatternSetBuilder::new(&pack.suffixes).with_linking(linking(pack)).with_grammar(
            nondescribing(pack),
            pack.grammar.of(GrammarRole::Coordinator),
            [pack.class("kinds after names"), pack.class("belongings")],
            &pack.adverb_endings,
        );
        let constructions = Constructions::new(pack);
        let mut phrasings = Vec::new();
        for (id, record) in base.relations.described() {
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
            for phrasing in own.into_iter().chain(made) {
                said.add(&phrasing, &entity);
                phrasings.push((id, phrasing));
            }
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
            phrasings,
            pronouns: plain(&pack.pronouns),
            citing: plain(pack.words("citation")),
            grammar: grammar(pack),
            past_endings: pack.past_endings.clone(),
            adverb_endings: pack.adverb_endings.clone(),
            auxiliaries: word_hashes(&pack.auxiliaries),
            recipients: word_hashes(&pack.recipients),
            coordinators: date_words(pack, DateRole::And),
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

/// The single words of a pack that any sentence of the language may have.
fn function_words(pack: &Language) -> impl Iterator<Item = &String> {
    use GrammarRole as Role;
    let is_common = |role: Role| {
        matches!(
            role,
            Role::Determiner
                | Role::Preposition
                | Role::Subordinator
                | Role::Complementizer
                | Role::Relativizer
                | Role::Auxiliary
        )
    };
    let rows = pack.grammar.words.iter().filter(move |(role, _)| is_common(*role));
    rows.flat_map(|(_, words)| words).filter(|word| word.chars().all(char::is_alphabetic))
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

impl<'a> CompiledLanguages<'a> {
    /// All packs of `base`.
    #[must_use]
    pub fn new(base: &'a Base) -> Self {
        let mut common: HashMap<u64, Vec<u16>, FxBuildHasher> = HashMap::default();
        for (place, pack) in (0..=u16::MAX).zip(&base.languages) {
            for word in pack.common.iter().chain(function_words(pack)) {
                let places = common.entry(word_hash(word)).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        let mut all = Vec::new();
        all.resize_with(base.languages.len(), OnceLock::new);
        Self { base, lexicalisation: OnceLock::new(), all, common }
    }

    /// A language by its place.
    #[must_use]
    pub fn get(&self, language: usize) -> Option<&CompiledLanguage> {
        let pack = self.base.languages.get(language)?;
        let compile = || CompiledLanguage::new(pack, self.base, || self.lexicalisation());
        Some(self.all.get(language)?.get_or_init(compile))
    }

    /// How all relations are said.
    #[must_use]
    pub fn lexicalisation(&self) -> &Lexicalisation<'a> {
        self.lexicalisation.get_or_init(|| Lexicalisation::new(self.base))
    }

    /// The code of a language.
    #[must_use]
    pub fn code(&self, language: usize) -> Option<&str> {
        self.base.languages.get(language).map(|pack| pack.code.as_str())
    }

    /// The date of a draft as its head states it: EDTF, or what begins so ("2025-01-21T10:00:00Z"), or a day with the name of
    /// its month in any of the languages ("May 3, 2022", "2 Februari 2020"). Days of the week and times are passed over.
    #[must_use]
    pub fn date(&self, text: &str) -> Option<Bound> {
        let text = text.trim();
        let day = text.get(..10).filter(|day| Day::parse(day).is_ok());
        day.or(Some(text)).and_then(|text| parse_date(text).ok()).or_else(|| self.date_in_words(text))
    }

    fn date_in_words(&self, text: &str) -> Option<Bound> {
        let slashed: Vec<&str> = text.split(['/', ' ', 'T']).take(3).collect();
        if let [year, month, day] = slashed.as_slice()
            && year.len() == 4
            && text.contains('/')
        {
            return parse_date(&format!("{year}-{month:0>2}-{day:0>2}")).ok();
        }
        let (mut year, mut month, mut day) = (None, None, None);
        for word in text.split([' ', ',']).filter(|word| !word.is_empty() && !word.contains(':')) {
            let word = word.trim_end_matches('.').to_lowercase();
            let digits = word.bytes().take_while(u8::is_ascii_digit).count();
            let place = match digits {
                4 if word.len() == 4 => &mut year,
                1 | 2 if day.is_none() => &mut day,
                0 => match self.month(&word) {
                    Some(_) if month.is_some() => return None,
                    Some(number) => {
                        month = Some(number);
                        continue;
                    }
                    None => continue,
                },
                _ => continue,
            };
            place.get_or_insert(word.get(..digits)?.parse::<u16>().ok()?);
        }
        let (year, month) = (year?, month?);
        match day {
            Some(day) => parse_date(&format!("{year}-{month:02}-{day:02}")).ok(),
            None => parse_date(&format!("{year}-{month:02}")).ok(),
        }
    }

    /// The number of the month that a word names in some language.
    fn month(&self, word: &str) -> Option<usize> {
        let months = self.base.languages.iter().flat_map(|pack| pack.months.iter().enumerate());
        let named = |names: &[String]| names.iter().any(|name| name.trim_end_matches('.') == word);
        months.into_iter().find(|(_, names)| named(names)).map(|(at, _)| at + 1)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The language that a draft says it is in; `en-GB` is `en`.
    #[must_use]
    pub fn named(&self, code: &str) -> Option<usize> {
        let main = code.trim().split(['-', '_']).next().unwrap_or_default();
        self.base.languages.iter().position(|pack| pack.code.eq_ignore_ascii_case(main))
    }
}
