//! Reports against each other, as Markdown: for an issue or a message. With three reports or more, a table of points and
//! reports comes first.

use std::fmt::Write as _;

use super::super::escape::markdown as escaped;
use super::super::plain;
use super::words::Telling;
use crate::model::Point;

/// The points as Markdown.
pub(super) fn markdown(telling: &Telling<'_>) -> String {
    // Writing into a `String` cannot fail, so what `write!` returns is let go.
    let mut page = format!("# {}\n\n{}\n", telling.title(), escaped(&telling.summary()));
    if telling.reconciled.incomplete {
        let _ = write!(page, "\n**{}**\n", telling.say.phrase("incomplete", &[]));
    }
    page.push('\n');
    for report in &telling.reconciled.reports {
        let title = report.title.as_deref().map_or_else(String::new, |title| format!(": {title}"));
        let line = format!("{}{title} ({})", report.path, telling.date(report));
        let _ = writeln!(page, "- {}", escaped(&plain::one_line(&line)));
    }
    if telling.reconciled.reports.len() > 2 {
        add_matrix(&mut page, telling);
    }
    for (at, point) in telling.reconciled.points.iter().enumerate() {
        add_point(&mut page, telling, at + 1, point);
    }
    page
}

fn add_matrix(page: &mut String, telling: &Telling<'_>) {
    let reports = &telling.reconciled.reports;
    let heads: Vec<String> = reports.iter().map(|report| escaped(&plain::one_line(&report.path))).collect();
    let _ = write!(page, "\n| | | {} |\n|---|---|{}\n", heads.join(" | "), "---|".repeat(reports.len()));
    for (at, point) in telling.reconciled.points.iter().enumerate() {
        let cell = |report: usize| {
            let stances = telling.stances_in(point, report);
            if stances.is_empty() { "–".to_owned() } else { escaped(&stances.join("; ")) }
        };
        let cells: Vec<String> = (0..reports.len()).map(cell).collect();
        let about = telling.about(point);
        let about = escaped(&plain::one_line(&about));
        let _ =
            writeln!(page, "| {}. {about} | {} | {} |", at + 1, telling.kind(point.kind), cells.join(" | "));
    }
}

fn add_point(page: &mut String, telling: &Telling<'_>, number: usize, point: &Point) {
    let about = telling.about(point);
    let heading = format!("{number}. {}: {about}", telling.kind(point.kind));
    let _ = write!(page, "\n## {}\n\n", escaped(&plain::one_line(&heading)));
    for item in telling.items(point) {
        let head = format!("{}: {}", telling.lines(&item), item.stance);
        let _ = writeln!(page, "- {}", escaped(&plain::one_line(&head)));
        for place in item.quotes {
            let cites = telling.cites(place).map_or_else(String::new, |cites| format!(" ({cites})"));
            let _ = writeln!(
                page,
                "  - “{}”{}",
                escaped(&plain::one_line(&place.text)),
                escaped(&plain::one_line(&cites))
            );
        }
    }
    for reason in telling.reasons(point) {
        let _ = write!(page, "\n{}: {}\n", telling.phrase("why", &[]), escaped(&plain::one_line(&reason)));
    }
    if let Some(account) = telling.account(point) {
        let label = telling.account_label(point);
        let _ = write!(page, "\n**{label}**: {}\n", escaped(&plain::one_line(&account)));
    }
    for change in telling.changes(point) {
        let _ = write!(page, "\n{}\n", escaped(&plain::one_line(&change)));
    }
}
