//! The dates of one row, and the one finding for all that are not dates. How dates are read is `time`'s business.

use super::reader::shortened;
use super::row::{TableColumn, TableRow};
use crate::load::record::date_invalid;
use crate::model::{Code, Finding, Site};
use crate::text::Place;
use crate::time::{Bound, DateError, Period, Which, parse_date};

/// Reads the dates of one row and keeps what is wrong with them, for one finding.
#[derive(Default)]
pub struct Dates {
    wrong: Vec<(Wrong, String, DateError)>,
}

/// Which date is wrong.
#[derive(Clone, Copy)]
enum Wrong {
    Cell(TableColumn),
    Attested(usize),
}

impl Dates {
    /// When the claim holds; `None` if what is written is not a date.
    pub fn period(&mut self, row: &TableRow<'_>) -> Option<Period> {
        if let Some(text) = row.get(TableColumn::Valid) {
            return Period::parse(text)
                .map_err(|error| self.note(Wrong::Cell(TableColumn::Valid), text, error))
                .ok();
        }
        let (from, until) = (row.get(TableColumn::From), row.get(TableColumn::Until));
        match Period::from_until(from, until) {
            Ok(period) => Some(period),
            Err((Which::Start, error)) => {
                self.note(Wrong::Cell(TableColumn::From), from.unwrap_or_default(), error);
                if let Err((_, error)) = Period::from_until(None, until) {
                    self.note(Wrong::Cell(TableColumn::Until), until.unwrap_or_default(), error);
                }
                None
            }
            Err((Which::End, error)) => {
                self.note(Wrong::Cell(TableColumn::Until), until.unwrap_or_default(), error);
                None
            }
        }
    }

    /// A date in a cell.
    pub fn one(&mut self, column: TableColumn, text: &str) -> Option<Bound> {
        parse_date(text).map_err(|error| self.note(Wrong::Cell(column), text, error)).ok()
    }

    /// The day on which the source at `index` of the row confirms the claim.
    pub fn attested(&mut self, index: usize, text: &str) -> Option<Bound> {
        parse_date(text).map_err(|error| self.note(Wrong::Attested(index), text, error)).ok()
    }

    fn note(&mut self, wrong: Wrong, text: &str, error: DateError) {
        self.wrong.push((wrong, shortened(text), error));
    }

    /// What is wrong with them, if anything is: the first as the finding, the others as places that belong to it.
    pub fn finding(self, id: &str, place: Place) -> Option<Finding> {
        let mut keys = Vec::new();
        let mut all = self.wrong.into_iter().map(|(wrong, text, error)| {
            let (field, site) = match wrong {
                Wrong::Cell(column) => (column.name(), Site::field(place, column.name())),
                Wrong::Attested(index) => {
                    ("attests", Site::element(place, TableColumn::Sources.name(), index))
                }
            };
            keys.push(match wrong {
                Wrong::Cell(column) => column.name().to_owned(),
                Wrong::Attested(index) => format!("sources {index}"),
            });
            (date_invalid(id, field, text, &error), site)
        });
        let (fact, site) = all.next()?;
        let finding = Finding::new(Code::MalformedDate, fact, site).about(id);
        let finding = all.fold(finding, |finding, (fact, site)| finding.related(fact, site));
        Some(finding.key(keys.join(" ")))
    }
}
