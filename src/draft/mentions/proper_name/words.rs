//! The words of a language by which names are told from other words with capitals, and kinds of names from each other.

use crate::model::Language;
use crate::tokens::{word_hash, word_hashes};

/// Such words, as hashes.
#[derive(Debug, Clone, Default)]
pub struct NameWords {
    /// Small words within names: "van", "bin".
    pub particles: Vec<u64>,
    /// Words behind the name of a person: "Jr", "III".
    pub suffixes: Vec<u64>,
    /// Titles and posts before the name of a person: "Dr", "President".
    pub titles: Vec<u64>,
    /// Words of the names of organisations: "Inc", "Ministry".
    pub bodies: Vec<u64>,
    /// Words of the names of places: "City", "River".
    pub places: Vec<u64>,
    /// Words with a capital that are no names: months, nationalities.
    pub no_names: Vec<u64>,
    /// Endings of such words.
    pub no_name_endings: Vec<String>,
    /// Endings of nouns that are no names.
    pub noun_endings: Vec<String>,
    /// Whether a person is also called by the first word of the name alone.
    pub short_by_first: bool,
    /// Prepositions of place: what is in a city is also in its country.
    pub locatives: Vec<u64>,
}

impl NameWords {
    /// Those of a pack.
    #[must_use]
    pub fn new(pack: &Language) -> Self {
        let dates = pack
            .months
            .iter()
            .flatten()
            .map(String::as_str)
            .chain(pack.words("weekdays").iter().map(String::as_str));
        let dates = dates.map(|word| word_hash(word.trim_end_matches('.')));
        Self {
            particles: word_hashes(pack.class("name particles")),
            suffixes: word_hashes(pack.class("name suffixes")),
            titles: word_hashes(pack.class("name titles")),
            bodies: word_hashes(pack.class("name bodies")),
            places: word_hashes(pack.class("name places")),
            no_name_endings: pack.class("no name endings").to_vec(),
            noun_endings: pack.class("noun endings").to_vec(),
            short_by_first: pack.class("short names").iter().any(|end| end == "first"),
            locatives: word_hashes(pack.class("locatives")),
            no_names: word_hashes(pack.class("no names")).into_iter().chain(dates).collect(),
        }
    }

    /// Whether many names share a word.
    #[must_use]
    pub fn is_common(&self, word: &str) -> bool {
        let hash = word_hash(word.trim_end_matches(['.', ',']));
        [&self.particles, &self.suffixes, &self.titles, &self.bodies, &self.places]
            .iter()
            .any(|class| class.contains(&hash))
    }

    /// A name without the words that many names share; all of it, if it has no others.
    #[must_use]
    pub fn telling(&self, name: &str) -> String {
        let words: Vec<&str> = name.split_whitespace().filter(|word| !self.is_common(word)).collect();
        if words.is_empty() { name.to_owned() } else { words.join(" ") }
    }

    /// Whether a name on record can be that of a person by its words: it has a family name and no word of a body or place.
    #[must_use]
    pub fn may_be_person(&self, name: &str) -> bool {
        /// Longer names are mostly of other things.
        const WORDS: usize = 6;
        let is_of_thing = |word: &str| {
            let hash = word_hash(word.trim_end_matches(['.', ',']));
            self.bodies.contains(&hash) || self.places.contains(&hash)
        };
        let is_small = |word: &str| self.particles.contains(&word_hash(word));
        let words = || name.split_whitespace();
        (2..=WORDS).contains(&words().count())
            && words().all(|word| word.starts_with(char::is_uppercase) || is_small(word))
            && !words().any(is_of_thing)
            && !name.contains(|sign: char| sign.is_ascii_digit() || sign == '&')
    }
}
