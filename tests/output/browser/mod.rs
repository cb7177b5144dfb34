//! The pages in a real browser. Skipped, with a line that says so, where there is no Chromium.

mod accessibility;
mod annotated;
mod chromium;
mod reconcile;
mod report;
