//! What a sentence names: entities, amounts and time expressions. What it says about them is read in `reading`.

mod amount;
mod entity;
mod proper_name;
mod time;

pub use amount::{AmountExpression, Counted, amount_expressions, leave_out_earlier};
pub use entity::{EntityMention, MentionIndex};
pub use proper_name::{NameScan, NameWords, ProperName, is_acronym, may_be_same};
pub use time::{DateLexicon, Origin, TimeExpression, TimeReading, looks_like_year, time_expressions};
