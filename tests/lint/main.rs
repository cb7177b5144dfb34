//! Reading drafts and judging them: from the bytes of a file to blocks, dates, readings and verdicts.

#[path = "../common/mod.rs"]
mod common;

mod any_words;
mod asides;
mod beside;
mod blocks;
mod constructions;
mod dated_verdicts;
mod forms;
mod laws;
mod many;
mod narrower;
mod nearness;
mod oracle;
mod places;
mod presupposed;
mod readings;
mod unrecorded;
mod unsure;
mod trial;
mod verdicts;
mod when;
