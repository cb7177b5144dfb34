//! Reports against each other, one line a point: where each report speaks of it, how they stand, and what is true of all.

use super::super::plain;
use super::words::Telling;

/// The points, a line each, and the summary.
pub(super) fn concise(telling: &Telling<'_>) -> String {
    let mut text = String::new();
    for point in &telling.reconciled.points {
        let mut places: Vec<String> = telling.items(point).iter().map(|item| telling.lines(item)).collect();
        places.dedup();
        let about = telling.about(point);
        let account = telling.account(point).map_or_else(String::new, |account| format!(" | {account}"));
        let line = format!("{}: {}: {about}{account}", places.join(" | "), point.kind.as_str());
        text.push_str(&plain::one_line(&line));
        text.push('\n');
    }
    text.push_str(&plain::one_line(&telling.summary()));
    text.push('\n');
    text
}
