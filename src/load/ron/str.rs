//! Text of a record in RON, borrowed from the file where it has no escapes, in one language or in several. Not a text of
//! the model: that owns its words.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::model::Translations;

/// Text that borrows from the file where it has no escapes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Str<'a>(pub Cow<'a, str>);

impl Str<'_> {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Str<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct StrVisitor;
        impl<'de> Visitor<'de> for StrVisitor {
            type Value = Str<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("text in quotation marks")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Str(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Str(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(StrVisitor)
    }
}

/// Text in one language, or in several by their codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Translated<'a> {
    /// `"…"`
    One(Str<'a>),
    /// `{"en": "…", "id": "…"}`
    Several(BTreeMap<String, String>),
}

impl<'a> Translated<'a> {
    /// The text that is shown where none is in the language asked for, and those of other languages: English leads, else
    /// the first by code.
    pub fn led(self) -> (Cow<'a, str>, Vec<(String, String)>) {
        match self {
            Self::One(text) => (text.0, Vec::new()),
            Self::Several(texts) => {
                let texts = Translations::from(texts);
                (Cow::Owned(texts.text().clone()), texts.others().to_vec())
            }
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Translated<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TranslatedVisitor;
        impl<'de> Visitor<'de> for TranslatedVisitor {
            type Value = Translated<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(Translations::EXPECTED)
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Translated::One(Str(Cow::Borrowed(text))))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Translated::One(Str(Cow::Owned(text.to_owned()))))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                BTreeMap::deserialize(MapAccessDeserializer::new(map)).map(Translated::Several)
            }
        }
        deserializer.deserialize_any(TranslatedVisitor)
    }
}
