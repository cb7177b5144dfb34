//! The gate: what a content CI relies on. Runs the real program on newsrooms made for each test, some of them under git.

mod accepted;
mod baseline;
mod configured;
mod coverage;
mod fingerprints;
mod hostile;
mod incomplete;
mod loopholes;
mod newsroom;
mod ready;
mod revision;
mod unseen;
