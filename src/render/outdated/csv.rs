//! What is outdated, as CSV (RFC 4180): one row an entry, for spreadsheets and scripts. The names of the columns are a
//! contract; new ones come last.
//!
//! A cell of words that a spreadsheet would take for a formula (it begins with =, +, - or @, or with a tab or a line
//! break) gets an apostrophe before it. Numbers are left as they are. What has gone since an earlier day is not an
//! entry, and is in the other formats.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use super::super::plain;
use super::changes;
use super::words::Listing;
use crate::model::{InDraft, Mention, Outdated, OutdatedClaim};
use crate::time::{Bound, Day, Edge};

/// What is between the items of a list.
const BETWEEN: &str = "; ";

/// A cell: words, which are guarded, or a number, which is not.
enum ReportCell<'a> {
    Words(Cow<'a, str>),
    Number(Option<i32>),
}

/// The columns and what they hold.
type Column = (&'static str, for<'a> fn(&CsvRow<'a>) -> ReportCell<'a>);

/// What the cells of a row are made from.
struct CsvRow<'a> {
    listing: &'a Listing<'a>,
    outdated: &'a Outdated,
    entry: &'a OutdatedClaim,
}

const COLUMNS: [Column; 36] = [
    ("as_of", |row| owned(row.outdated.as_of.to_string())),
    ("known_by", |row| owned(row.outdated.known_by.map_or(String::new(), |day| day.to_string()))),
    ("section", |row| text(row.entry.section.as_str())),
    ("claim", |row| text(&row.entry.mention.claim)),
    ("statement", |row| owned(row.listing.statement(&row.entry.mention))),
    ("subject", |row| text(row.entry.mention.subject.as_ref().map_or("", |subject| &subject.id))),
    ("subject_name", |row| text(row.entry.mention.subject.as_ref().map_or("", |subject| &subject.name))),
    ("valid", |row| owned(row.entry.mention.period.to_string())),
    ("start_earliest", |row| day(start(&row.entry.mention).map(|bound| bound.earliest))),
    ("start_latest", |row| day(start(&row.entry.mention).map(|bound| bound.latest))),
    ("end_earliest", |row| day(end(&row.entry.mention).map(|bound| bound.earliest))),
    ("end_latest", |row| day(end(&row.entry.mention).map(|bound| bound.latest))),
    ("since", |row| owned(row.entry.since.map_or(String::new(), |since| since.to_string()))),
    ("since_earliest", |row| day(row.entry.since.map(|since| since.earliest))),
    ("since_latest", |row| day(row.entry.since.map(|since| since.latest))),
    ("days", |row| {
        ReportCell::Number(row.entry.since.and_then(|since| row.outdated.as_of.minus(since.latest)))
    }),
    ("code", |row| text(row.entry.code().map_or("", |code| code.as_str()))),
    ("severity", |row| text(row.entry.finding.as_ref().map_or("", |finding| finding.severity.as_str()))),
    ("why", |row| owned(row.listing.say.message(&row.entry.why))),
    ("help", |row| owned(row.listing.help(row.entry).unwrap_or_default())),
    ("sources", |row| listed(row.entry.mention.sources.iter().map(|source| source.source.as_str()))),
    ("authorities", |row| listed(row.entry.mention.sources.iter().map(|source| row.listing.source(source)))),
    ("source_urls", |row| {
        listed(row.entry.mention.sources.iter().filter_map(|source| source.url.as_deref()))
    }),
    ("replaced_by", |row| listed(row.entry.replaced_by.iter().map(|newer| newer.by.claim.as_str()))),
    ("replaced_how", |row| listed(row.entry.replaced_by.iter().map(|newer| newer.how.as_str()))),
    ("replaced_by_statements", |row| {
        listed(row.entry.replaced_by.iter().map(|newer| row.listing.statement(&newer.by)))
    }),
    ("now", |row| listed(row.entry.now.iter().map(|now| now.claim.as_str()))),
    ("now_statements", |row| listed(row.entry.now.iter().map(|now| row.listing.statement(now)))),
    ("against", |row| listed(row.entry.against.iter().map(|other| other.claim.as_str()))),
    ("in_drafts", |row| listed(row.entry.in_drafts.iter().map(changes::place_of))),
    ("draft_sentences", |row| listed(row.entry.in_drafts.iter().map(|said| said.sentence.as_str()))),
    ("draft_verdicts", |row| listed(row.entry.in_drafts.iter().map(verdict))),
    ("new", |row| text(row.entry.is_new().map_or("", |new| if new { "yes" } else { "no" }))),
    ("where", |row| owned(row.listing.place(&row.entry.mention))),
    ("earlier", |row| listed(row.entry.earlier.iter().map(|earlier| earlier.mention.claim.as_str()))),
    ("draft_confidences", |row| listed(row.entry.in_drafts.iter().map(|said| said.confidence.as_str()))),
];

/// Writes the list. Lines end as RFC 4180 has them.
pub(super) fn render(listing: &Listing<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    writer.write_record(COLUMNS.iter().map(|(name, _)| name)).map_err(io_error)?;
    let outdated = listing.outdated;
    for entry in &outdated.entries {
        let row = CsvRow { listing, outdated, entry };
        for (_, cell) in &COLUMNS {
            let written = match cell(&row) {
                ReportCell::Words(words) => guarded(words),
                ReportCell::Number(number) => {
                    number.map_or(String::new(), |number| number.to_string()).into()
                }
            };
            writer.write_field(written.as_bytes()).map_err(io_error)?;
        }
        writer.write_record(None::<&[u8]>).map_err(io_error)?;
    }
    writer.flush()
}

/// Gives back what the sink reported; nothing else can go wrong with rows of equal length.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Words escaped so that no spreadsheet takes them for a formula.
fn guarded(words: Cow<'_, str>) -> Cow<'_, str> {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        Cow::Owned(format!("'{words}"))
    } else {
        words
    }
}

fn text(words: &str) -> ReportCell<'_> {
    ReportCell::Words(plain::one_line(words))
}

fn owned<'a>(words: String) -> ReportCell<'a> {
    ReportCell::Words(Cow::Owned(plain::one_line(&words).into_owned()))
}

fn listed<'a>(items: impl Iterator<Item = impl AsRef<str>>) -> ReportCell<'a> {
    let items: Vec<String> = items.map(|item| plain::one_line(item.as_ref()).into_owned()).collect();
    owned(items.join(BETWEEN))
}

/// A day as in ISO 8601; what is not limited is left empty.
fn day<'a>(day: Option<Day>) -> ReportCell<'a> {
    owned(day.filter(|day| day.is_finite()).map_or(String::new(), |day| day.to_string()))
}

fn start(mention: &Mention) -> Option<Bound> {
    (mention.period.start_edge() == Edge::Stated).then(|| mention.period.start())
}

fn end(mention: &Mention) -> Option<Bound> {
    (mention.period.end_edge() == Edge::Stated).then(|| mention.period.end())
}

fn verdict(said: &InDraft) -> &'static str {
    said.code.map_or(said.verdict.as_str(), |code| code.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_a_formula() {
        for (words, cell) in [
            ("=1+1", "'=1+1"),
            ("+49", "'+49"),
            ("-0044-03-15", "'-0044-03-15"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("a = b", "a = b"),
            ("", ""),
        ] {
            assert_eq!(guarded(words.into()), cell);
        }
    }
}
