//! JSON Lines: one claim a line. The usual shape, flat and without escapes, is read here byte by byte and without
//! allocating; every other line goes to `json`, which gives the same rows and knows the words for what is wrong.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::layout::LineLayout;
use super::reader::ChunkReader;
use super::row::{LATE_CONTROLS, TableColumn, TableRow, has_control};
use super::{json, members};
use crate::load::locate::FieldParts;
use crate::model::Field;
use crate::text::{Span, plain_length};

/// The shortest usual line, to guess how many there are.
pub const SHORT_LINE: usize = 100;

/// Reads the lines in `range`, which begins and ends at line breaks.
pub fn read(reader: &mut ChunkReader<'_>, text: &str, range: Range<usize>) {
    let mut row = TableRow::default();
    let mut layout = LineLayout::default();
    let mut controls = Controls { text, looked_to: 0, is_plain: false };
    let mut start = range.start;
    while start < range.end {
        let rest = &text[start..range.end];
        row.clear();
        let usual = Fast::new(rest).read(&mut row, &mut layout);
        let length = usual.unwrap_or_else(|| memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len()));
        let next = (start + length + 1).min(range.end);
        let returns = rest.as_bytes()[..length].iter().rev().take_while(|byte| **byte == b'\r').count();
        let line = &rest[..length - returns];
        if usual.is_some() {
            row.span = Span::new(start, start + line.len());
            row.is_plain = !controls.any_in(start, line);
            reader.take(&mut row, text);
        } else if !line.trim().is_empty() {
            slow(reader, text, line, start);
        }
        start = next;
    }
}

/// Looks for control characters in many lines at a time, which is much faster than in one after the other. It looks for
/// the late ones: a string of the usual shape ends before any that comes before the blank.
struct Controls<'a> {
    text: &'a str,
    /// How far was searched last, and whether nothing was found.
    looked_to: usize,
    is_plain: bool,
}

impl Controls<'_> {
    /// How many bytes are searched together.
    const TOGETHER: usize = 1 << 13;

    /// Whether there is one in the line that begins at `start`. Lines are asked about in their order.
    #[inline]
    fn any_in(&mut self, start: usize, line: &str) -> bool {
        let end = start + line.len();
        if end > self.looked_to {
            self.looked_to = (start + Self::TOGETHER).min(self.text.len());
            let chunk = &self.text.as_bytes()[start..self.looked_to];
            self.is_plain = memchr::memchr2(LATE_CONTROLS[0], LATE_CONTROLS[1], chunk).is_none();
        }
        (end > self.looked_to || !self.is_plain) && has_control(line)
    }
}

fn slow(reader: &mut ChunkReader<'_>, text: &str, line: &str, start: usize) {
    match json::read(line) {
        Ok(owned) => {
            let mut row = owned.row();
            row.span = Span::new(start, start + line.len());
            for (owner, name, span) in &owned.unknown {
                reader.unknown(*owner, name, reader.site(span.shifted(start)), row.get(TableColumn::Id));
            }
            reader.take(&mut row, text);
        }
        Err(flaw) => {
            let site = reader.site(flaw.span.shifted(start));
            reader.malformed(*flaw.fact, site, line);
        }
    }
}

/// Find the names of all columns, `source` being one of two for the last. Made once: making one takes longer than finding.
static FINDERS: LazyLock<[Finder<'static>; TableColumn::NAMES.len()]> = LazyLock::new(|| {
    TableColumn::NAMES.map(|name| Finder::new(if name == "sources" { "source" } else { name }))
});

/// The bytes of a field of `record` as written, quotes included: the value of a key, and its elements if one is asked for.
#[must_use]
pub fn parts(record: &str, field: Field) -> Option<FieldParts> {
    let column = TableColumn::named(field.name())?;
    // Names are compared as they are written. Most records that are asked have `from` and `until`, not `valid`.
    FINDERS[column as usize].find(record.as_bytes())?;
    let names = |span: Span| record[span.range()].trim_matches('"');
    let value =
        members::members(record).find(|member| TableColumn::named(names(member.name)) == Some(column))?.value;
    let Field::Element(..) = field else { return Some(FieldParts { value, elements: None }) };
    let text = &record[value.range()];
    let is_blank = |span: &Span| names(*span).trim().is_empty();
    let all: Vec<Span> = if text.starts_with('[') {
        members::elements(record, value).filter(|span| !is_blank(span)).collect()
    } else {
        let inner = text.trim_matches('"');
        super::cells::pieces(inner, &[';']).map(|span| span.shifted(value.start as usize + 1)).collect()
    };
    Some(FieldParts { value, elements: Some(all) })
}

/// Reads the first line of a text, if it has the usual shape.
struct Fast<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Fast<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Fills `row` and gives the length of the line; `None` (and anything in `row`) if it has another shape.
    #[inline]
    fn read(&mut self, row: &mut TableRow<'a>, layout: &mut LineLayout<'a>) -> Option<usize> {
        let mut seen = 0u32;
        let mut from = LineLayout::START;
        while let Some(column) = self.column(from, layout)? {
            let bit = 1 << column as u32;
            if seen & bit != 0 {
                return None;
            }
            seen |= bit;
            self.skip_white();
            self.value(column, row)?;
            from = column as usize;
        }
        self.skip_white();
        matches!(self.peek(), None | Some(b'\n')).then_some(self.at)
    }

    /// Goes to the next value, and says whose it is; `Some(None)` after the last one.
    #[inline]
    fn column(&mut self, from: usize, layout: &mut LineLayout<'a>) -> Option<Option<TableColumn>> {
        if let Some((length, column)) = layout.predict(from, self.text.as_bytes().get(self.at..)?) {
            self.at += length;
            return Some(Some(column));
        }
        let start = self.at;
        self.skip_white();
        match (self.next()?, from) {
            (b'{', LineLayout::START) => {}
            (b',', 0..LineLayout::START) => {}
            (b'}', 0..LineLayout::START) => return Some(None),
            _ => return None,
        }
        self.skip_white();
        let column = TableColumn::named(self.string()?)?;
        self.expect(b':')?;
        layout.learn(from, self.text.get(start..self.at)?, column);
        Some(Some(column))
    }

    #[inline]
    fn value(&mut self, column: TableColumn, row: &mut TableRow<'a>) -> Option<()> {
        match self.peek()? {
            b'n' => return self.word("null"),
            b't' if column == TableColumn::Not => {
                row.denies = true;
                return self.word("true");
            }
            b'f' if column == TableColumn::Not => return self.word("false"),
            b'"' if column == TableColumn::Sources => self.string()?.split(';').for_each(|id| row.cite(id)),
            b'[' if column == TableColumn::Sources => return self.list(row),
            b'"' if column != TableColumn::Not => row.set(column, self.string()?),
            _ => return None,
        }
        Some(())
    }

    #[inline]
    fn list(&mut self, row: &mut TableRow<'a>) -> Option<()> {
        self.at += 1;
        self.skip_white();
        if self.peek()? == b']' {
            self.at += 1;
            return Some(());
        }
        loop {
            self.skip_white();
            row.cite(self.string()?);
            self.skip_white();
            match self.next()? {
                b',' => {}
                b']' => return Some(()),
                _ => return None,
            }
        }
    }

    /// The string that begins here, if it has no escapes.
    #[inline]
    fn string(&mut self) -> Option<&'a str> {
        if self.next()? != b'"' {
            return None;
        }
        let start = self.at;
        let length = plain_length(self.text.as_bytes().get(start..)?);
        self.at = start + length + 1;
        (self.text.as_bytes().get(start + length) == Some(&b'"'))
            .then(|| self.text.get(start..start + length))?
    }

    #[inline]
    fn word(&mut self, word: &str) -> Option<()> {
        let rest = self.text.as_bytes().get(self.at..)?;
        rest.starts_with(word.as_bytes()).then(|| self.at += word.len())
    }

    #[inline]
    fn expect(&mut self, wanted: u8) -> Option<()> {
        self.skip_white();
        (self.next()? == wanted).then_some(())
    }

    #[inline]
    fn skip_white(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r')) {
            self.at += 1;
        }
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline]
    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;
    use proptest::prelude::*;

    fn fast(line: &str) -> Option<TableRow<'_>> {
        let mut row = TableRow::default();
        Fast::new(line).read(&mut row, &mut LineLayout::default()).map(|_| row)
    }

    #[test]
    fn the_usual_shape_is_read_fast() {
        let line =
            r#"{"id":"c1", "subject" : "é","object":null,"not":true,"from":"1943","sources":["s1", " s2 "]}"#;
        let row = fast(line).unwrap();
        assert_eq!(row.get(TableColumn::Subject), Some("é"));
        assert_eq!((row.get(TableColumn::Object), row.denies, row.cited.len()), (None, true, 2));
        assert_eq!(row.cited[1].source, "s2");
    }

    #[test]
    fn a_line_ends_where_it_ends() {
        let read = |text| Fast::new(text).read(&mut TableRow::default(), &mut LineLayout::default());
        assert_eq!(read("{\"id\":\"a\"} \r\n{\"id\":\"b\"}"), Some("{\"id\":\"a\"} \r".len()));
        for broken in ["{\n\"id\":\"a\"}", "{\"id\":\"a\"\n}", "{\"id\":\n\"a\"}", "{\"id\":\"a\nb\"}"] {
            assert_eq!(read(broken), None, "{broken}");
        }
    }

    proptest! {
        #[test]
        fn fast_and_slow_read_alike(
            members in proptest::collection::vec((
                "id|subject|relation|object|value|from|valid|sources|source|statement|not|note|idd|i\\\\u0064",
                r#""[a-c ;é]{0,12}"|null|true|false|-?[0-9]{1,2}(\.5)?|\["a;b", ?"c"\]|\[\]|\["x",\]|\[1\]|\{\}|"\\u00e9|"\\n\\"x"|"	"|\[\{"source":"s"\}\]"#,
                "[ \t\r]{0,2}",
            ), 0..6),
            end in "\\}|\\} |\\}\\}|,\\}|",
        ) {
            let members: Vec<_> = members.iter().map(|(key, value, gap)| format!("{gap}\"{key}\"{gap}:{gap}{value}")).collect();
            let line = format!("{{{}{end}", members.join(","));
            if let Some(row) = fast(&line) {
                let slow = json::read(&line);
                prop_assert!(slow.is_ok(), "{:?}", slow);
                let slow = slow.unwrap_or_default();
                prop_assert!(slow.unknown.is_empty());
                prop_assert_eq!(slow.row(), row);
            }
        }

        /// Earlier lines do not affect the result.
        #[test]
        fn lines_are_read_alike_whatever_came_before(
            lines in proptest::collection::vec(
                proptest::collection::vec((
                    "id|from|until|sources|note|idd",
                    r#""[a-c\}, ]{0,4}"|null|true|\["a", ?"c"\]|\[\]"#,
                    "[ \t]?",
                ), 0..4),
                1..8,
            ),
        ) {
            let mut layout = LineLayout::default();
            let line = |members: &Vec<(String, String, String)>| {
                let members: Vec<_> = members.iter().map(|(key, value, gap)| format!("{gap}\"{key}\"{gap}:{gap}{value}")).collect();
                format!("{{{}}}", members.join(","))
            };
            let lines: Vec<String> = lines.iter().map(line).collect();
            for line in &lines {
                let mut row = TableRow::default();
                let again = Fast::new(line).read(&mut row, &mut layout).map(|_| row);
                prop_assert_eq!(again, fast(line), "{:?}", lines);
            }
        }

        #[test]
        fn what_is_left_to_the_slow_way_is_not_usual(id in "[a-z;é]{1,9}", source in "[a-z]{0,9}", gap in " ?") {
            let line = format!("{{\"id\":{gap}\"{id}\",\"sources\":[\"{source}\"]{gap}}}");
            let slow = json::read(&line).unwrap();
            prop_assert_eq!(fast(&line), Some(slow.row()));
        }

        #[test]
        fn plain_text_ends_at_the_first_special_byte(text in "[a-z\"\\\\\u{1}é ]{0,40}") {
            let naive = text.bytes().position(|byte| byte == b'"' || byte == b'\\' || byte < 0x20);
            prop_assert_eq!(plain_length(text.as_bytes()), naive.unwrap_or(text.len()));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[\\[\\]{}\":,a-z0-9\\\\ \u{1f600}]{0,60}", index in 0u32..3) {
            let words = crate::amounts::AmountLexicon::default();
            let mut reader = ChunkReader::new(FileId::new(0), &words);
            read(&mut reader, &text, 0..text.len());
            let chunk = reader.chunk();
            let records = text.lines().filter(|line| !line.trim().is_empty()).count();
            prop_assert!(chunk.claims.len() + chunk.findings.len() >= records);
            for finding in &chunk.findings {
                prop_assert!(text.get(finding.site.place.span.range()).is_some());
            }
            let _ = parts(&text, Field::Element("sources", index));
        }
    }

    #[test]
    fn fields_are_found_again() {
        let record = r#"{"id": "c1", "fr\u006fm": "x", "from": "2023-99", "sources": [" ", "a", {"source": "b}"}], "n": {"until": 1}}"#;
        let find = |field| parts(record, field)?.of(field).map(|span| &record[span.range()]);
        assert_eq!(find(Field::Named("from")), Some("\"2023-99\""));
        assert_eq!(find(Field::Named("until")), None);
        assert_eq!(find(Field::Element("sources", 1)), Some("{\"source\": \"b}\"}"));
        let record = r#"{"source": "a; b ;c"}"#;
        let field = Field::Element("sources", 1);
        let span = parts(record, field).unwrap().of(field).unwrap();
        assert_eq!(&record[span.range()], "b");
    }
}
