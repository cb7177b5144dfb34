//! CSV text to records and cells, as bytes: quotes, doubled quotes, line breaks inside quotes. What cells mean is `csv`'s
//! business.

use std::borrow::Cow;

use crate::model::FileFact;
use crate::text::Span;

/// A cell, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvCell {
    /// Its bytes, with its quotes.
    pub span: Span,
    /// How its text is to be read.
    form: Quoting,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quoting {
    Bare,
    Quoted,
    /// Quoted, with doubled quotes that stand for one each.
    Doubled,
}

impl CsvCell {
    /// Whether its text is not simply a slice of the file.
    pub fn is_doubled(self) -> bool {
        self.form == Quoting::Doubled
    }

    /// Its bytes without its quotes.
    pub fn inner(self) -> Span {
        match self.form {
            Quoting::Bare => self.span,
            _ => Span::new(self.span.start as usize + 1, self.span.end as usize - 1),
        }
    }

    /// Its text.
    pub fn text(self, text: &str) -> Cow<'_, str> {
        let inner = text.get(self.inner().range()).unwrap_or_default();
        if self.is_doubled() { Cow::Owned(inner.replace("\"\"", "\"")) } else { Cow::Borrowed(inner) }
    }
}

/// What is wrong with the quotes of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuoteError {
    /// The quotation mark is never closed; else there is text after the closing one.
    pub is_open: bool,
    /// The faulty quotation mark.
    pub span: Span,
}

impl From<QuoteError> for FileFact {
    fn from(error: QuoteError) -> Self {
        if error.is_open { Self::QuoteOpen {} } else { Self::QuoteTail {} }
    }
}

/// Where a record ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvRecord {
    /// Its end, without the line break.
    pub end: usize,
    /// The start of the next one.
    pub next: usize,
}

/// Splits the record at `start`. `text` may continue after it.
///
/// A record with a fault is taken to be one line, so that the others can still be read.
pub fn split(
    text: &str,
    start: usize,
    delimiter: u8,
    cells: &mut Vec<CsvCell>,
) -> (CsvRecord, Option<QuoteError>) {
    cells.clear();
    let bytes = text.as_bytes();
    let line = line(bytes, start);
    if memchr::memchr(b'"', &bytes[start..line.end]).is_none() {
        let mut at = start;
        for found in memchr::memchr_iter(delimiter, &bytes[start..line.end]) {
            cells.push(CsvCell { span: Span::new(at, start + found), form: Quoting::Bare });
            at = start + found + 1;
        }
        cells.push(CsvCell { span: Span::new(at, line.end), form: Quoting::Bare });
        return (line, None);
    }
    match split_quoted(bytes, start, delimiter, cells) {
        Ok(record) => (record, None),
        Err(fault) => (line, Some(fault)),
    }
}

fn split_quoted(
    bytes: &[u8],
    start: usize,
    delimiter: u8,
    cells: &mut Vec<CsvCell>,
) -> Result<CsvRecord, QuoteError> {
    let mut at = start;
    loop {
        let (cell, end) = if bytes.get(at) == Some(&b'"') {
            quoted(bytes, at, delimiter)?
        } else {
            let rest = &bytes[at..];
            let stop = memchr::memchr2(delimiter, b'\n', rest).map_or(bytes.len(), |found| at + found);
            let end =
                if bytes.get(stop) == Some(&delimiter) { stop } else { without_return(bytes, at, stop) };
            (CsvCell { span: Span::new(at, end), form: Quoting::Bare }, stop)
        };
        cells.push(cell);
        match bytes.get(end) {
            Some(byte) if *byte == delimiter => at = end + 1,
            Some(b'\n') => return Ok(CsvRecord { end: without_return(bytes, at, end), next: end + 1 }),
            _ => return Ok(CsvRecord { end, next: end }),
        }
    }
}

/// The cell whose quote opens at `open`, and where the delimiter, line break or end of text after it is.
fn quoted(bytes: &[u8], open: usize, delimiter: u8) -> Result<(CsvCell, usize), QuoteError> {
    let fault = |is_open| QuoteError { is_open, span: Span::new(open, open + 1) };
    let mut form = Quoting::Quoted;
    let mut at = open + 1;
    let close = loop {
        let found = bytes.get(at..).and_then(|rest| memchr::memchr(b'"', rest));
        at += found.ok_or(fault(true))?;
        if bytes.get(at + 1) != Some(&b'"') {
            break at;
        }
        form = Quoting::Doubled;
        at += 2;
    };
    let mut end = close + 1;
    while bytes.get(end) == Some(&b' ') {
        end += 1;
    }
    let cell = CsvCell { span: Span::new(open, close + 1), form };
    match bytes.get(end) {
        None => Ok((cell, end)),
        Some(byte) if *byte == delimiter || *byte == b'\n' => Ok((cell, end)),
        Some(b'\r') if matches!(bytes.get(end + 1), None | Some(b'\n')) => {
            Ok((cell, (end + 1).min(bytes.len())))
        }
        _ => Err(fault(false)),
    }
}

/// The line that begins at `start`.
fn line(bytes: &[u8], start: usize) -> CsvRecord {
    let stop = memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |found| start + found);
    CsvRecord { end: without_return(bytes, start, stop), next: (stop + 1).min(bytes.len()) }
}

/// `end`, or one less if a carriage return is before it.
fn without_return(bytes: &[u8], start: usize, end: usize) -> usize {
    if end > start && bytes[end - 1] == b'\r' { end - 1 } else { end }
}

/// The pieces of `text` between separators, trimmed, without blank ones.
pub fn pieces<'a>(text: &'a str, separators: &'a [char]) -> impl Iterator<Item = Span> + 'a {
    let mut at = 0;
    text.split(separators).filter_map(move |piece| {
        let start = at + piece.len() - piece.trim_start().len();
        at += piece.len() + 1;
        let length = piece.trim().len();
        (length > 0).then(|| Span::new(start, start + length))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn records(text: &str) -> Vec<Vec<String>> {
        let (mut all, mut cells, mut at) = (Vec::new(), Vec::new(), 0);
        while at < text.len() {
            let (record, fault) = split(text, at, b',', &mut cells);
            assert_eq!(fault, None, "{text:?}");
            all.push(cells.iter().map(|cell| cell.text(text).into_owned()).collect());
            at = record.next;
        }
        all
    }

    proptest! {
        /// Compared with the usual library, on its own output.
        #[test]
        fn as_the_library_writes(
            rows in proptest::collection::vec(proptest::collection::vec("[ab\",;\r\n é]{0,6}", 3), 1..5),
            quoted in any::<bool>(),
            crlf in any::<bool>(),
        ) {
            let style = if quoted { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
            let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
            let mut writer = csv::WriterBuilder::new().quote_style(style).terminator(end).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            prop_assert_eq!(records(&text), rows);
        }

        #[test]
        fn any_text_comes_to_an_end(text in "[a\",\r\n é]{0,40}") {
            let (mut cells, mut at) = (Vec::new(), 0);
            while at < text.len() {
                let (record, fault) = split(&text, at, b',', &mut cells);
                prop_assert!(record.next > at && record.end <= record.next && record.next <= text.len());
                prop_assert!(text.get(at..record.end).is_some());
                prop_assert!(fault.is_some() || cells.iter().all(|cell| text.get(cell.inner().range()).is_some()));
                at = record.next;
            }
        }

        #[test]
        fn pieces_are_trimmed(text in "[ab;| é]{0,20}") {
            let found: Vec<_> = pieces(&text, &[';', '|']).map(|span| &text[span.range()]).collect();
            let naive: Vec<_> = text.split([';', '|']).map(str::trim).filter(|piece| !piece.is_empty()).collect();
            prop_assert_eq!(found, naive);
        }
    }

    #[test]
    fn a_stray_quote_spoils_one_line() {
        let text = "\"open,1\nb,2\n";
        let mut cells = Vec::new();
        let (record, fault) = split(text, 0, b',', &mut cells);
        assert_eq!((record.end, record.next), (7, 8));
        assert_eq!(fault.unwrap().span, Span::new(0, 1));
    }
}
