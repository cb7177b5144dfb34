//! What a sentence names: entities, amounts and time expressions. What it says of them is read a floor above.

mod amount;
mod entity;
mod time;

pub use amount::{AmountExpression, Counted, amount_expressions, leave_out_earlier};
pub use entity::{EntityMention, MentionIndex};
pub use time::{DateLexicon, Origin, TimeExpression, TimeReading, looks_like_year, time_expressions};
