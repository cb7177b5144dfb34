//! The end of a period, put into what is written. Where that is in a file is the formats' business.

use super::EditError;
use crate::model::{ClaimId, Claims};
use crate::time::{Bound, Edge, Period};

/// The period of a claim with this end.
pub fn closed(claims: &Claims, claim: ClaimId, end: Bound) -> Result<Period, EditError> {
    let id = || claims.id(claim).to_owned();
    let period = claims.period(claim);
    if claims.is_malformed(claim) {
        return Err(EditError::Undatable { claim: id() });
    }
    if period.is_pending() {
        return Err(EditError::NotBegun { claim: id() });
    }
    let start = (period.start_edge() == Edge::Stated).then_some(period.start());
    let closed = Period::from_parts(start, period.start_edge(), Some(end), Edge::Stated);
    // One date says its start and its end at once.
    let closed = if period.is_single_date() && period.end() == end { period } else { closed };
    if closed.certainly_inverted() {
        return Err(EditError::EndsBeforeStart { claim: id(), end });
    }
    Ok(closed)
}

/// What was `written` for a period, so that it says `period`: the start stays as it is written.
pub fn with_end(written: &str, period: Period) -> String {
    let inner = written.trim();
    if Period::parse(inner) == Ok(period) {
        return written.to_owned();
    }
    let start = inner.split_once('/').map_or(inner, |(start, _)| start);
    let kept = format!("{start}/{}", end(period));
    let text = if Period::parse(&kept) == Ok(period) { kept } else { period.to_string() };
    let blank = written.len() - written.trim_start().len();
    let after = written.trim_end().len().max(blank);
    format!("{}{text}{}", &written[..blank], &written[after..])
}

/// The end of a period, as files write it.
pub fn end(period: Period) -> String {
    let alone = Period::from_parts(None, Edge::Unknown, Some(period.end()), Edge::Stated);
    alone.to_string().trim_start_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_date;

    #[test]
    fn the_start_stays_as_it_is_written() {
        for (written, end, new) in [
            ("2023/..", "2025-01-21", "2023/2025-01-21"),
            ("2023/", "2025", "2023/2025"),
            ("2023", "2025-01", "2023/2025-01"),
            ("2023", "2023", "2023"),
            (" 2023~/.. ", "2025", " 2023~/2025 "),
            ("../..", "2025", "../2025"),
            ("/..", "2025", "/2025"),
            ("2019/2026", "2025-01-21", "2019/2025-01-21"),
            ("[2019,2020]/..", "2025", "[2019,2020]/2025"),
            ("2023/..", "2025~", "2023/[2024-01-01..2026-12-31]"),
            ("2023/..", "202X", "2023/202X"),
            ("2023-21/..", "[2025-06..]", "2023-21/2025-06-01.."),
        ] {
            let period = Period::parse(written.trim()).expect(written);
            let mut claims = Claims::default();
            let place = crate::text::Place::new(crate::text::FileId::new(0), 0, 0);
            let row = crate::model::NewClaim {
                id: "a",
                statement: "",
                subject: None,
                relation: None,
                object: crate::model::Object::NONE,
                period: Some(period),
                denies: false,
                preferred: false,
                place,
            };
            let claim = claims.push(&row);
            let closed = closed(&claims, claim, parse_date(end).expect(end)).expect(written);
            assert_eq!(with_end(written, closed), new, "{written}");
            assert_eq!(Period::parse(new.trim()), Ok(closed), "{written}");
        }
    }
}
