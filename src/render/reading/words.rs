//! How a sentence was read, in the words that all who show it share.

use crate::model::{AssertedTime, Modality, TimeKind};

/// How it is said.
#[must_use]
pub fn manner(modality: Modality) -> &'static str {
    match modality {
        Modality::Stated => "stated as a fact",
        Modality::Reported => "said by others",
        Modality::Quoted => "quoted",
        Modality::Forecast => "said of what is to come",
    }
}

/// What time it is said of.
#[must_use]
pub fn time(time: AssertedTime) -> String {
    let bound = crate::time::bound_words;
    match (time.from, time.until, time.kind) {
        (Some(from), Some(_), _) if time.within => format!("about {}", bound(from)),
        (Some(from), Some(until), _) => format!("about the time from {} until {}", bound(from), bound(until)),
        (Some(from), None, _) => format!("about the time since {}", bound(from)),
        (None, Some(until), _) => format!("about the time until {}", bound(until)),
        (None, None, TimeKind::Present) => "about the present".to_owned(),
        (None, None, TimeKind::Past) => "about the past".to_owned(),
        (None, None, TimeKind::Explicit) => "about a date that nothing places".to_owned(),
    }
}

/// Which time it is, by the word that messages select on.
pub fn span_of(time: AssertedTime) -> &'static str {
    match (time.from, time.until, time.kind) {
        (Some(_), Some(_), _) if time.within => "within",
        (Some(_), Some(_), _) => "between",
        (Some(_), None, _) => "since",
        (None, Some(_), _) => "until",
        (None, None, TimeKind::Present) => "present",
        (None, None, TimeKind::Past) => "past",
        (None, None, TimeKind::Explicit) => "unplaced",
    }
}
