//! Words of a record in one language, or in several by their codes. Of those in several languages the English ones lead, else the
//! first by code: they are shown where there are none in the language asked for.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Words, perhaps in several languages; by themselves, the leading ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Translations {
    text: String,
    /// Those in other languages: language code and words.
    others: Vec<(String, String)>,
}

impl Translations {
    /// Words, and those in other languages by their codes.
    #[must_use]
    pub fn new(text: String, others: Vec<(String, String)>) -> Self {
        Self { text, others }
    }

    /// The words in the language with this code, else the leading ones.
    #[must_use]
    pub fn in_language(&self, code: &str) -> &str {
        self.others.iter().find(|(language, _)| language == code).map_or(self.text.as_str(), |(_, text)| text)
    }

    /// The same with the translations of `lent`, if its leading words are these: else the two may not say the same.
    #[must_use]
    pub fn or_from(mut self, lent: &Self) -> Self {
        if self.text == lent.text && self.others.is_empty() {
            self.others.clone_from(&lent.others);
        }
        self
    }

    /// The leading words.
    #[must_use]
    pub fn text(&self) -> &String {
        &self.text
    }

    /// Those in other languages: language code and words.
    #[must_use]
    pub fn others(&self) -> &[(String, String)] {
        &self.others
    }
}

impl Deref for Translations {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl From<BTreeMap<String, String>> for Translations {
    fn from(mut texts: BTreeMap<String, String>) -> Self {
        let first = texts.keys().next().cloned();
        let lead = if texts.contains_key("en") { Some("en".to_owned()) } else { first };
        let text = lead.and_then(|lead| texts.remove(&lead)).unwrap_or_default();
        Self { text, others: texts.into_iter().collect() }
    }
}

impl From<&str> for Translations {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), others: Vec::new() }
    }
}

impl<'de> Deserialize<'de> for Translations {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Translations;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(Translations::EXPECTED)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(text.into())
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                BTreeMap::deserialize(MapAccessDeserializer::new(map)).map(Translations::from)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

impl Translations {
    /// What can be written.
    pub const EXPECTED: &'static str =
        "text in quotation marks, or texts by language: `{\"en\": \"…\", \"id\": \"…\"}`";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_leads_else_the_first() {
        let of = |texts: &[(&str, &str)]| {
            let texts = texts.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned()));
            Translations::from(texts.collect::<BTreeMap<_, _>>())
        };
        let both = of(&[("id", "kilang"), ("en", "mill"), ("de", "Mühle")]);
        assert_eq!((&*both, both.in_language("id"), both.in_language("fr")), ("mill", "kilang", "mill"));
        assert_eq!(&*of(&[("id", "kilang"), ("de", "Mühle")]), "Mühle");
        assert_eq!(Translations::from("mill").in_language("id"), "mill");
    }
}
