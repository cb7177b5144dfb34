//! Words of a finding: how they are made and how they are kept, of a hundred thousand findings at a time.

use std::cell::Cell;
use std::fmt::{self, Write as _};
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

/// A text as `format!` makes it, with no room to spare and by a single allocation: it is put together in memory that is
/// used again.
#[must_use]
pub fn worded(arguments: fmt::Arguments<'_>) -> String {
    thread_local! {
        static ROOM: Cell<String> = const { Cell::new(String::new()) };
    }
    // Taken out while it is in use, so that words made of words find another.
    let mut room = ROOM.take();
    room.clear();
    let written = room.write_fmt(arguments);
    debug_assert!(written.is_ok(), "writing to a string");
    let text = room.as_str().to_owned();
    ROOM.set(room);
    text
}

/// [`worded`], called like `format!`.
macro_rules! words {
    ($($words:tt)*) => {
        $crate::model::worded(format_args!($($words)*))
    };
}

pub(crate) use words;
