//! The languages that drafts may be in: which one a text is in, and each compiled when first needed.
//!
//! What a compiled language is made of is `language`'s business.

mod detection;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxBuildHasher;

use super::language::CompiledLanguage;
use super::lexicon::Lexicalisation;
use crate::draft::segmentation::{HashFilter, word_hash};
use crate::model::{Base, GrammarRole, Language};
use crate::time::{Bound, Day, parse_date};

/// All languages that there are packs for; each is compiled when the first text in it is read.
#[derive(Debug)]
pub struct CompiledLanguages<'a> {
    base: &'a Base,
    lexicalisation: OnceLock<Lexicalisation<'a>>,
    shared: SharedLanguages,
    /// By hash of a small word: the languages that it is frequent in, by their places.
    common: HashMap<u64, Vec<u16>, FxBuildHasher>,
    /// The small words of all.
    may_be_common: HashFilter,
}

/// Languages as they are compiled, for all who read against the same languages, relations and claims: compiling takes longer than
/// reading a short text.
#[derive(Debug, Clone)]
pub struct SharedLanguages {
    compiled: Arc<FreedLater>,
    /// Whether verbs of plans may stand before others.
    plans: bool,
}

/// The languages, freed beside what comes next: that takes a while, and nothing has to wait for it.
#[derive(Debug, Default)]
struct FreedLater(Vec<OnceLock<CompiledLanguage>>);

impl Drop for FreedLater {
    fn drop(&mut self) {
        let all = std::mem::take(&mut self.0);
        if all.iter().any(|language| language.get().is_some()) {
            rayon::spawn(move || drop(all));
        }
    }
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
        let mut may_be_common = HashFilter::with_room(common.len());
        common.keys().for_each(|hash| may_be_common.add(*hash));
        let mut compiled = FreedLater::default();
        compiled.0.resize_with(base.languages.len(), OnceLock::new);
        let shared = SharedLanguages { compiled: Arc::new(compiled), plans: false };
        Self { base, lexicalisation: OnceLock::new(), shared, common, may_be_common }
    }

    /// Reads verbs of plans before others from now on, before which nothing was read: "plans to acquire".
    pub fn read_plans(&mut self) {
        self.shared.plans = true;
    }

    /// What is compiled of them, now or later.
    #[must_use]
    pub fn shared(&self) -> SharedLanguages {
        self.shared.clone()
    }

    /// Takes what another has compiled, or will, of the same languages, relations and claims.
    pub fn share(&mut self, shared: SharedLanguages) {
        if shared.compiled.0.len() == self.len() {
            self.shared = shared;
        }
    }

    /// A language by its place.
    #[must_use]
    pub fn get(&self, language: usize) -> Option<&CompiledLanguage> {
        let pack = self.base.languages.get(language)?;
        let compile = || CompiledLanguage::new(pack, self.base, || self.lexicalisation(), self.shared.plans);
        Some(self.shared.compiled.0.get(language)?.get_or_init(compile))
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
        self.shared.compiled.0.len()
    }

    /// The language that a draft says it is in; `en-GB` is `en`.
    #[must_use]
    pub fn named(&self, code: &str) -> Option<usize> {
        let main = code.trim().split(['-', '_']).next().unwrap_or_default();
        self.base.languages.iter().position(|pack| pack.code.eq_ignore_ascii_case(main))
    }
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
