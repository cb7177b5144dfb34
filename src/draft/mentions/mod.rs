//! What a sentence names: entities, amounts and time expressions. What it says about them is read in `reading`.

mod amount;
mod entity;
mod time;

pub use amount::{AmountExpression, Counted, amount_expressions, leave_out_earlier};
pub use entity::{EntityMention, MentionIndex};
pub use time::{DateLexicon, Origin, TimeExpression, TimeReading, looks_like_year, time_expressions};
