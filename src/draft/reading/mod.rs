//! What the sentences of a draft assert: phrasings of relations found, their places filled, with polarity, modality and
//! time.

mod assertion;
mod clause;
mod counted;
mod cue;
mod dating;
mod doubt;
mod fallback;
mod forms;
mod function_words;
mod given_date;
mod happened;
mod language;
mod languages;
mod lexicon;
mod modality;
mod naming;
mod pattern;
mod placeless;
mod polarity;
mod reader;
mod reasons;
mod realization;
mod records;
mod role;
mod sentence_view;
mod several;
mod shares;
mod strongest;
mod syntax;
mod tense;
mod threads;
mod transition;
mod unrecorded;
mod word_classes;

pub use forms::{lemmas, noun_forms, verb_forms};
pub use languages::SharedLanguages;
pub use lexicon::{Lexicalisation, SaidBy, Trial, TrialNames, WordOrigin, trials};
pub use naming::NamedThing;
pub use reader::{DraftDays, DraftReader, Scratch, UnreadEnds};
