//! JSON objects that are put together where their fields are listed, and written in that order. For all of the output
//! but the findings of `json`, of which there may be too many (`found`).

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::Value;

/// A JSON value whose objects keep the order of their fields.
#[derive(Debug, Clone)]
pub enum Json<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A text.
    Text(Cow<'a, str>),
    /// `[…]`
    List(Vec<Self>),
    /// `{…}`
    Object(Vec<(&'static str, Self)>),
    /// A value of the library.
    Value(Value),
}

/// An object: `object! { "name": value, … }`.
macro_rules! object {
    ($($name:literal: $value:expr),* $(,)?) => {
        $crate::render::object::Json::Object(vec![$(($name, $crate::render::object::Json::from($value))),*])
    };
}
pub(crate) use object;

impl<'a> Json<'a> {
    /// A list of these.
    pub fn list<T: Into<Self>>(values: impl IntoIterator<Item = T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }

    /// An object with the fields of another one after its own.
    #[must_use]
    pub fn and(self, more: Self) -> Self {
        match (self, more) {
            (Self::Object(mut fields), Self::Object(more)) => {
                fields.extend(more);
                Self::Object(fields)
            }
            (other, _) => other,
        }
    }

    /// An object without its empty fields: `null` and empty lists.
    #[must_use]
    pub fn filled(self) -> Self {
        match self {
            Self::Object(mut fields) => {
                fields.retain(|(_, value)| match value {
                    Self::Null => false,
                    Self::List(values) => !values.is_empty(),
                    _ => true,
                });
                Self::Object(fields)
            }
            other => other,
        }
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(values) => serializer.collect_seq(values),
            Self::Object(fields) => serializer.collect_map(fields.iter().map(|(name, value)| (name, value))),
            Self::Value(value) => value.serialize(serializer),
        }
    }
}

/// Declares what becomes a JSON value, and how.
macro_rules! from {
    ($($from:ty: $value:ident => $json:expr,)*) => {
        $(impl<'a> From<$from> for Json<'a> {
            fn from($value: $from) -> Self {
                $json
            }
        })*
    };
}

from! {
    bool: flag => Self::Flag(flag),
    i32: number => Self::Number(number.into()),
    u32: number => Self::Number(number.into()),
    usize: number => Self::Number(i64::try_from(number).unwrap_or(i64::MAX)),
    &'a str: text => Self::Text(Cow::Borrowed(text)),
    &'a String: text => Self::Text(Cow::Borrowed(text)),
    String: text => Self::Text(Cow::Owned(text)),
    Cow<'a, str>: text => Self::Text(text),
    Value: value => Self::Value(value),
}

impl<'a, T: Into<Json<'a>>> From<Option<T>> for Json<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
