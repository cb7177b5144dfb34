//! Words of a finding: how they are kept, of a hundred thousand findings at a time.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A text of a finding: one that stands in the program, one that many findings share, or one of its own.
#[derive(Debug, Clone)]
pub enum Text {
    /// Stands in the program.
    Fixed(&'static str),
    /// Many findings have it.
    Shared(Arc<str>),
    /// Only this finding has it.
    Own(Box<str>),
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Fixed(text) => text,
            Self::Shared(text) => text,
            Self::Own(text) => text,
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self)
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Text {}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self::Fixed(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Own(text.into())
    }
}

impl From<Arc<str>> for Text {
    fn from(text: Arc<str>) -> Self {
        Self::Shared(text)
    }
}
