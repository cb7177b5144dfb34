//! `erstwhile` finds outdated statements in articles.
//!
//! It loads dated claims and rules as a dated graph and says which claims contradict each other, which have been
//! superseded and which have no source. This page is the map for whoever changes it.
//!
//! # The idea
//!
//! 1. A claim holds over a **validity period** and rests on **sources**. Periods have imprecise ends, and the program
//!    never pretends to more precision than it was given: a period has four days (see [`time`]).
//! 2. A claim is **known** to hold from its start to its last **attestation** or its stated end; after that an open claim is
//!    only **presumed** to go on.
//! 3. Two claims that cannot both be true are a **contradiction** where both are known to hold, and a **supersession** where
//!    a newer one begins in the presumed part of the other: old reporting was not wrong, it got old.
//! 4. Every **finding** can be followed back: claim, rule, dates, sources, each with file and line.
//!
//! # Floors
//!
//! Modules are on floors. Each uses only lower ones, and modules on one floor do not use each other;
//! `tests/architecture` enforces it. The list below goes from the top floor to the bottom one.
//!
//! | floor | module | what it is for |
//! |---|---|---|
//! | 10 | `main.rs` | arguments, the clock, the exit code |
//! | 9 | [`cli`] | one file a command: arguments in, text out |
//! | 8 | [`workspace`] | the only reader of disk: finds the files of a run |
//! | 7 | [`engine`] | files and options in, a report out; severities, accepted findings, order, identity |
//! | 6 | [`check`] | one kind of rule, one `.rs` and one `.md` beside it; pure functions from a view to findings |
//! | 6 | [`draft`] | the text of a draft to blocks, sentences, mentions and assertions, every character with its place |
//! | 5 | [`graph`] | the dated graph and the view of it at a day; the only user of `petgraph` |
//! | 4 | [`load`] | text to model and findings, and edits of claims back into their text; never stops at the first problem |
//! | 4 | [`render`] | report to text, one file a format; the only user of `miette` |
//! | 3 | [`words`] | facts to sentences, one file of messages a language; the only user of `fluent_bundle` |
//! | 2 | [`amounts`] | amounts in the words of language packs, in values and drafts alike, read and written |
//! | 1 | [`model`] | plain data, facts among it; the list of codes, each with its page |
//! | 0 | [`time`] | days, periods, three-valued answers; the only user of the date libraries |
//! | 0 | [`text`] | files, spans in bytes, lines and columns |
//! | 0 | [`tokens`] | the words, numbers and signs of a text, and phrases among them |
//! | 0 | [`store`] | packed strings and interned names, for millions of them |
//! | 0 | [`repair`] | minimum repairs of what excludes each other: an exact search over nodes, costs and limits |
//!
//! The editor server (`lsp`, floor 9) is to come.
//!
//! # Ways through
//!
//! - **check**: [`workspace`] gathers files → [`load`] → [`graph`] and its view at a day → [`check`] → [`engine`] settles
//!   severities, accepted findings, places, order and identity → [`model::Report`] → [`render`], and separately the exit code.
//! - **lint**: drafts come a few at a time; [`draft`] reads each into assertions, [`check`] judges them by the same view and
//!   the same laws, and what is found is settled in the same place. For a page, what was read and judged on the way is kept and
//!   laid out beside the sentences (`engine/annotated`, `render/annotated`).
//! - **words**: [`draft`] reads drafts as for `read`, looks for the ends of claims that nothing joined, and guesses the entry that
//!   would join them; `engine/unread_words` counts.
//! - **reconcile**: [`draft`] reads reports and [`check`] judges them as for `lint`; what they say becomes the claims of a base of its
//!   own, so that the same laws tell what excludes what (`engine/reconcile`), and points are told in facts (`render/reconcile`).
//! - **only what is new**: the same run over the files of a commit (`workspace/git`), or the lines of a baseline
//!   (`engine/baseline`), leave their findings out by identity (`engine/old`), before anything is rendered.
//! - **report**: what of [`check`]'s findings means that a claim is out of date, with what replaced it (`engine/outdated`), where
//!   drafts still say so, and what has changed since an earlier day.
//!
//! # What is absent
//!
//! - No reading of disk, clock or environment and no printing below `workspace`; the clock is read once, in `main`.
//! - No severity, order or exit code depends on the output format: [`model::Report::outcome`] alone decides.
//! - No comparison of all pairs: checks group and sweep, and very large clusters of conflicts are one finding.
//! - No iteration over hash maps reaches a user; the order of output is fixed.
//! - Nothing that is derived (supersession, contradiction) is ever written back, unless `reconcile --apply` asks for it.
//! - No `unsafe`, and no panic on anything that is in a file.
//!
//! # Words
//!
//! *Source* always means evidence; text on disk is a *file*. A *finding* is one reported problem, its *code* the
//! kebab-case word for it; a *rule* is a declared law, its *kind* one of a closed set. *As of* is the day whose truth is
//! asked about, *known by* the day up to which publications count.

pub mod cli;
pub mod workspace;
pub mod engine;
pub mod check;
pub mod draft;
pub mod graph;
pub mod load;
pub mod render;
pub mod words;
pub mod amounts;
pub mod model;
pub mod time;
pub mod text;
pub mod tokens;
pub mod store;
pub mod repair;
