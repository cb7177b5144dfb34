//! The gate: what a content CI relies on. Runs the real program on newsrooms made for each test, some of them under git.

#[path = "gate/accepted.rs"]
mod accepted;
#[path = "gate/baseline.rs"]
mod baseline;
#[path = "gate/configured.rs"]
mod configured;
#[path = "cli/folder.rs"]
#[allow(dead_code, reason = "each test binary uses its own part of this")]
mod folder;
#[path = "gate/loopholes.rs"]
mod loopholes;
#[path = "gate/newsroom.rs"]
mod newsroom;
#[path = "gate/ready.rs"]
mod ready;
#[path = "gate/revision.rs"]
mod revision;
