//! Claims from tables, JSON Lines and CSV: cut into chunks at line ends, which are read on all cores.
//!
//! A table has claims only. Entities and sources that it names need no record; whether relations are declared and ids
//! are unique is for those to find who have all files. Blank cells and empty strings count as absent everywhere.

mod cells;
pub mod csv;
mod dates;
mod layout;
mod json;
pub mod jsonl;
mod members;
mod reader;
mod batches;
mod row;
mod chunk;

use std::ops::Range;

use crate::amounts::AmountLexicon;
use crate::load::LoadedPart;
use crate::load::locate::FieldParts;
use crate::model::{Code, Field, FileFact, Finding, Severity, Site};
use crate::text::{FileId, Place, Span};

use batches::CHUNK;
pub use csv::TableHeader;
pub use members::{Member, members};

/// Reads claims from JSON Lines.
#[must_use]
pub fn jsonl(file: FileId, text: &str, words: &AmountLexicon) -> LoadedPart {
    let chunks = lines_cut(text, after_mark(text), CHUNK);
    let rows = text.len() / jsonl::SHORT_LINE;
    if text[after_mark(text)..].trim().is_empty() {
        return empty(file);
    }
    batches::read(file, words, rows, &chunks, |reader, range| jsonl::read(reader, text, range))
}

/// Reads claims from CSV.
#[must_use]
pub fn csv(file: FileId, text: &str, words: &AmountLexicon) -> LoadedPart {
    let Some(table) = csv::Table::new(text) else { return empty(file) };
    let mut findings = table.header_findings(file, words);
    let mut part = LoadedPart::default();
    if table.can_be_read() {
        let chunks = table.cut(CHUNK);
        let rows = text.len() / csv::SHORT_RECORD;
        part = batches::read(file, words, rows, &chunks, |reader, range| table.read(reader, range));
        if part.base.claims.is_empty() && part.findings.is_empty() {
            findings.push(table.without_rows(file));
        }
    }
    findings.append(&mut part.findings);
    LoadedPart { findings, ..part }
}

/// The parts of a field of the JSON record at `record`; `None` if it has no such field.
#[must_use]
pub fn jsonl_parts(text: &str, record: Span, field: Field) -> Option<FieldParts> {
    jsonl::parts(text.get(record.range())?, field).map(|parts| parts.shifted(record.start as usize))
}

/// The parts of a cell of the CSV record at `record`; `None` if the table has no such column.
#[must_use]
pub fn csv_parts(header: &TableHeader, text: &str, record: Span, field: Field) -> Option<FieldParts> {
    csv::parts(header, text.get(record.range())?, field).map(|parts| parts.shifted(record.start as usize))
}

/// What a table with nothing in it gives: an export has failed, or somebody has not filled it yet.
fn empty(file: FileId) -> LoadedPart {
    let place = Place { file, span: Span::new(0, 0) };
    let finding = Finding::new(Code::MalformedRecord, FileFact::EmptyTable {}, Site::exact(place));
    let finding = Finding { severity: Severity::Note, ..finding };
    LoadedPart { findings: vec![finding], ..LoadedPart::default() }
}

/// Where the text begins after a byte order mark.
fn after_mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// Divides `text` from `start` on after line breaks, into chunks of about `length` bytes.
fn lines_cut(text: &str, start: usize, length: usize) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut at = start;
    while at < text.len() {
        let wanted = (at + length).min(text.len());
        let end =
            memchr::memchr(b'\n', &text.as_bytes()[wanted..]).map_or(text.len(), |found| wanted + found + 1);
        parts.push(at..end);
        at = end;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, Finding, Severity, Stance, Value};
    use crate::words::{Choice, Worded, Words};
    use proptest::prelude::*;

    fn json(text: &str) -> LoadedPart {
        jsonl(FileId::new(0), text, &AmountLexicon::default())
    }

    fn table(text: &str) -> LoadedPart {
        csv(FileId::new(0), text, &AmountLexicon::default())
    }

    /// Code, the bytes it points at, and the message of each finding.
    fn found<'a>(
        text: &'a str,
        findings: &[Finding],
        find: impl Fn(&str, Span, Field) -> Option<FieldParts>,
    ) -> Vec<(Code, &'a str, String)> {
        let place = |finding: &Finding| {
            let span = finding.site.place.span;
            finding.site.field.and_then(|field| find(text, span, field)?.of(field)).unwrap_or(span).range()
        };
        findings.iter().map(|finding| (finding.code, &text[place(finding)], said(finding).message)).collect()
    }

    fn csv_parts_of(text: &str, record: Span, field: Field) -> Option<FieldParts> {
        csv_parts(&TableHeader::of(text)?, text, record, field)
    }

    fn said(finding: &Finding) -> Worded {
        Words::new(&crate::model::Base::default(), Choice::default()).of(finding)
    }

    fn told(text: &str) -> Vec<(Code, &str, String)> {
        found(text, &json(text).findings, jsonl_parts)
    }

    fn told_of_table(text: &str) -> Vec<(Code, &str, String)> {
        found(text, &table(text).findings, csv_parts_of)
    }

    #[test]
    fn a_line_is_a_claim() {
        let text = "\u{feff}{\"id\":\"c1\",\"subject\":\"s\",\"relation\":\"r\",\"object\":\"o\",\"from\":\"2023\",\"until\":\"2025-01\",\"sources\":[\"a\",\"b\"],\"statement\":\"It \\\"is\\\"\",\"note\":\"n\"}\r\n\r\n{\"id\":\" c2 \",\"value\":1.500,\"sources\":[{\"source\":\"a\",\"stance\":\"disputes\",\"attests\":\"2024\"}]}";
        let LoadedPart { base, findings } = json(text);
        assert_eq!(findings, []);
        let [one, two] = base.claims.iter().collect::<Vec<_>>()[..] else { panic!("two claims") };
        assert_eq!((base.claims.id(one), base.claims.id(two)), ("c1", "c2"));
        assert_eq!(base.claims.statement(one), "It \"is\"");
        assert_eq!(base.claims.period(one).to_string(), "2023/2025-01");
        assert!(text[base.claims.place(one).span.range()].ends_with("\"n\"}"));
        assert!(base.entities.find("o").is_some_and(|id| base.entities.is_known(id)));
        assert_eq!(base.claims.citations(one).len(), 2);
        let Some(value) = base.claims.object(two).value else { panic!("a value") };
        assert!(matches!(base.values.get(value), Value::Amount(amount) if amount.low == 1_500_000));
        let detail = base.claims.citation_detail(base.claims.citations(two)[0]).unwrap();
        assert!(detail.stance == Stance::Disputes && detail.attests.is_some());
    }

    #[test]
    fn what_is_wrong_with_a_line() {
        use Code::{MalformedDate, MalformedRecord, UnknownField};
        for (text, code, place, words) in [
            (r#"{"id":"a","objct":"x"}"#, UnknownField, "objct", "no field `objct`"),
            (
                r#"{"id":"a","sources":[{"source":"s","qoute":"x"}]}"#,
                UnknownField,
                "qoute",
                "citations have no field",
            ),
            (r#"{"id":"a","subject":7}"#, MalformedRecord, "7", "`subject` must be text"),
            (r#"{"id":"a","not":"yes"}"#, MalformedRecord, "\"yes\"", "true or false"),
            (r#"{"id":"a","sources":["s",7]}"#, MalformedRecord, "7", "list of source ids"),
            (r#"{"id":"a","id":"b"}"#, MalformedRecord, "\"id\"", "twice"),
            (r#"{"id":"a","note":"\ud800"}"#, MalformedRecord, "\"\\ud800\"", "escape"),
            (r#"{"subject":"a"}"#, MalformedRecord, r#"{"subject":"a"}"#, "no `id`"),
            (r#"{"id":"a\u0000b"}"#, MalformedRecord, r#""a\u0000b""#, "control character"),
            (
                r#"{"id":"a","valid":"2023","from":"2022"}"#,
                MalformedRecord,
                "\"2022\"",
                "both `valid` and `from`",
            ),
            (r#"["a"]"#, MalformedRecord, r#"["a"]"#, "not a JSON object"),
            (r#"{"id":"a" "b"}"#, MalformedRecord, "\"", "not valid JSON: expected `,` or `}`"),
            (r#"{"id":"a""#, MalformedRecord, "\"", "not valid JSON: EOF"),
            (r#"{"id":"a","from":"2023-13"}"#, MalformedDate, "\"2023-13\"", "2023-13"),
            (
                r#"{"id":"a","from":"x","until":"y"}"#,
                MalformedDate,
                "\"x\"",
                "`from: \"x\"` of `a` is not a date",
            ),
            (r#"{"id":"a","valid":"2023/x"}"#, MalformedDate, "\"2023/x\"", "`valid: \"2023/x\"` of `a`"),
            (r#"{"id":"a","announced":"soon"}"#, MalformedDate, "\"soon\"", "announced"),
        ] {
            let text = format!("{{\"id\":\"before\"}}\n{text}\n{{\"id\":\"after\"}}\n");
            let told = told(&text);
            assert_eq!(told.len(), 1, "{told:?}");
            assert_eq!((told[0].0, told[0].1), (code, place), "{told:?}");
            assert!(told[0].2.contains(words), "{told:?}");
            let claims = json(&text).base.claims.len();
            assert_eq!(claims, if code == MalformedRecord { 2 } else { 3 }, "{text}");
        }
        assert!(
            said(&json("{\"id\":\"a\",\"objct\":1}").findings[0]).help.as_deref()
                == Some("did you mean `object`?")
        );
    }

    #[test]
    fn a_table_in_any_order() {
        for (text, sources) in [
            ("\u{feff}ID,Sources,from,Valid\r\nc1,a;b,2023,\r\n,,,\r\nc2,,,2024/..\r\n", 2),
            ("id; from ;sources\nc1;2023;\"a;b\"\n\nc2;;\n", 2),
            ("from\tid\tsource\n2023\tc1\ta|b\n\tc2\t", 2),
            ("id,statement,sources\nc1,\"a, \"\"b\"\"\nc\",\"a|b\"\nc2,,\n", 2),
        ] {
            let LoadedPart { base, findings } = table(text);
            assert_eq!(findings, [], "{text}");
            let ids: Vec<_> = base.claims.iter().map(|claim| base.claims.id(claim)).collect();
            assert_eq!(ids, ["c1", "c2"], "{text}");
            let first = base.claims.iter().next().unwrap();
            assert_eq!(base.claims.citations(first).len(), sources, "{text}");
            assert!(!text[base.claims.place(first).span.range()].ends_with(['\r', '\n']));
        }
    }

    #[test]
    fn what_is_wrong_with_a_table() {
        use Code::{MalformedDate, MalformedRecord, UnknownField};
        for (text, code, place, words, claims) in [
            ("id,subjct\na,b\n", UnknownField, "subjct", "no column `subjct`", 1),
            ("id,id\na,b\n", MalformedRecord, "id", "two columns", 1),
            ("subject,object\na,b\n", MalformedRecord, "subject,object", "no column `id`", 0),
            ("id,from\na\nb,2023\n", MalformedRecord, "a", "one cell,", 1),
            ("id,from\na,2023,x\nb,2023\n", MalformedRecord, "a,2023,x", "3 cells", 1),
            ("id,from\na,\"2023\nb,2023\n", MalformedRecord, "\"", "never closed", 1),
            ("id,from\na,\"2023\"x\nb,2023\n", MalformedRecord, "\"", "after", 1),
            ("id,not\na,maybe\nb,yes\n", MalformedRecord, "maybe", "true or false", 1),
            ("id,from\n,2023\nb,2023\n", MalformedRecord, ",2023", "no `id`", 1),
            ("id,from\n", MalformedRecord, "id,from", "no records", 0),
            ("id,from\n,\n", MalformedRecord, "id,from", "no records", 0),
            ("id,from\na,45292\n", MalformedDate, "45292", "2024-01-01", 1),
            ("id,until\na,present\n", MalformedDate, "present", "write ..", 1),
            ("id,from\na,\"20-3\"\n", MalformedDate, "\"20-3\"", "`from: \"20-3\"` of `a`", 1),
        ] {
            let told = told_of_table(text);
            assert_eq!(told.len(), 1, "{told:?}");
            assert_eq!((told[0].0, told[0].1), (code, place), "{told:?}");
            assert!(told[0].2.contains(words), "{told:?}");
            assert_eq!(table(text).base.claims.len(), claims, "{text}");
        }
        assert_eq!(table("id,colour\na,b\n").findings[0].severity, Severity::Warning);
        for (header, column) in
            [("Entity", "subject"), ("Start_Date", "from"), ("sumber", "sources"), ("subjct", "subject")]
        {
            let told = table(&format!("id,{header}\na,b\n")).findings.remove(0);
            assert_eq!(said(&told).help.as_deref(), Some(&*format!("did you mean `{column}`?")), "{header}");
        }
        assert_eq!(told_of_table("key,subject\na,b\n").len(), 2);
    }

    #[test]
    fn sources_in_cells_are_found_again() {
        let text = "id;sources\nc1;\"a; b|c\"\n";
        let record = Span::new(11, text.len() - 1);
        let field = Field::Element("sources", 2);
        let place = csv_parts_of(text, record, field).unwrap().of(field).unwrap();
        assert_eq!(&text[place.range()], "c");
    }

    #[test]
    fn nothing_is_told() {
        let is_told =
            |part: &LoadedPart| matches!(part.findings.as_slice(), [one] if one.severity == Severity::Note);
        for text in ["", "\u{feff}", "\n \n\r\n"] {
            assert!(is_told(&json(text)) && is_told(&table(text)));
        }
    }

    proptest! {
        /// Where a text is cut does not affect the result.
        #[test]
        fn cutting_changes_nothing(
            lines in proptest::collection::vec("\\{\"id\":\"[a-c]\"(,\"object\":\"[a-d]\"|,\"value\":\"[1-3x]?\")?(,\"from\":\"[0-9x]{4}\")?(,\"source\":\"[ab];[a-c]{9}\")?(,\"relation\":\"[ab]\",\"note\":\"\\\\\"\")?\\}|\r?", 0..12),
            rows in proptest::collection::vec("[a-c],[a-d]|\"a\nb\",\"[a-d]\"|a|a,\"x|a,b\"", 1..12),
            length in 1usize..60,
        ) {
            let (file, words) = (FileId::new(0), AmountLexicon::default());
            let text = lines.join("\n");
            let cut = lines_cut(&text, 0, length);
            let part = batches::read(file, &words, 0, &cut, |reader, range| jsonl::read(reader, &text, range));
            if !text.trim().is_empty() {
                prop_assert_eq!(shown(&part), shown(&json(&text)));
            }
            let text = format!("id,object\n{}", rows.join("\n"));
            let cut = csv::Table::new(&text).unwrap();
            let part = batches::read(file, &words, 0, &cut.cut(length), |reader, range| cut.read(reader, range));
            prop_assert_eq!(shown(&part), shown(&table(&text)));
        }

        #[test]
        fn any_table_is_read_or_refused(text in "(id,from,sources)?[a\",;|\t\r\n é]{0,60}") {
            for finding in table(&text).findings {
                let span = finding.site.place.span;
                prop_assert!(text.get(span.range()).is_some());
                if let Some(field) = finding.site.field {
                    let place = csv_parts_of(&text, span, field).and_then(|parts| parts.of(field));
                    prop_assert!(place.is_none_or(|span| text.get(span.range()).is_some()));
                }
            }
        }
    }

    fn shown(part: &LoadedPart) -> String {
        let base = &part.base;
        let claims: Vec<_> = base
            .claims
            .iter()
            .map(|claim| {
                (
                    (base.claims.id(claim).to_owned(), base.claims.object(claim)),
                    (base.claims.relation(claim), base.claims.citations(claim).to_vec()),
                    (
                        base.claims.period(claim),
                        base.claims.place(claim),
                        base.claims.details(claim).cloned(),
                    ),
                )
            })
            .collect();
        let entities: Vec<_> = base.entities.iter().map(|id| base.entities.id(id)).collect();
        let relations: Vec<_> = base.relations.iter().map(|id| base.relations.id(id)).collect();
        let sources: Vec<_> = base.sources.iter().map(|id| base.sources.id(id)).collect();
        let values: Vec<_> = base.values.iter().collect();
        format!("{claims:?} {entities:?} {relations:?} {sources:?} {values:?} {:?}", part.findings)
    }
}
