//! Reports against each other, for people at a terminal: each point with what every report says of it, sentence by sentence.

use super::super::sheet::{Sheet, Tone};
use super::super::{Style, plain};
use super::words::Telling;
use crate::model::{Point, PointKind};

/// The points as text.
pub(super) fn text(telling: &Telling<'_>, style: Style) -> String {
    let mut sheet = Sheet::new(style);
    for (at, point) in telling.reconciled.points.iter().enumerate() {
        sheet.gap();
        of_point(&mut sheet, telling, at + 1, point);
    }
    sheet.gap();
    if !style.quiet {
        for line in telling.coverage() {
            sheet.paragraph(0, Tone::Faint, &line);
        }
    }
    if telling.reconciled.incomplete {
        sheet.paragraph(0, Tone::Bad, &telling.say.phrase("incomplete", &[]));
    }
    sheet.paragraph(0, Tone::Plain, &telling.summary());
    sheet.finish()
}

fn of_point(sheet: &mut Sheet, telling: &Telling<'_>, number: usize, point: &Point) {
    let about = telling.about(point);
    let heading = format!("{}: {about}", telling.kind(point.kind));
    sheet.item(0, &format!("{number}."), tone(point.kind), &heading);
    for item in telling.items(point) {
        sheet.item(3, "-", Tone::Plain, &format!("{}: {}", telling.lines(&item), item.stance));
        for place in item.quotes {
            let cites = telling.cites(place).map_or_else(String::new, |cites| format!(" ({cites})"));
            sheet.paragraph(5, Tone::Faint, &format!("“{}”{cites}", plain::one_line(&place.text)));
        }
    }
    for reason in telling.reasons(point) {
        sheet.paragraph(3, Tone::Plain, &format!("{}: {reason}", telling.phrase("why", &[])));
    }
    if let Some(account) = telling.account(point) {
        sheet.paragraph(3, Tone::Strong, &format!("{}: {account}", telling.account_label(point)));
    }
    for change in telling.changes(point) {
        sheet.paragraph(3, Tone::Plain, &change);
    }
}

fn tone(kind: PointKind) -> Tone {
    match kind {
        PointKind::Conflict => Tone::Bad,
        PointKind::Time | PointKind::Scope | PointKind::Source => Tone::Doubtful,
        PointKind::Agree | PointKind::More => Tone::Good,
        PointKind::Single => Tone::Plain,
    }
}
