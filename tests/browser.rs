//! The pages in a real browser. Skipped, with a line that says so, where there is no Chromium.

#[path = "browser/annotated.rs"]
mod annotated;
#[path = "browser/chromium.rs"]
mod chromium;
#[path = "report/folder.rs"]
#[allow(dead_code, reason = "each test binary uses its own part of this")]
mod folder;
#[path = "browser/report.rs"]
mod report;
