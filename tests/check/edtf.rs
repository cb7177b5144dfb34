//! Date strings: agreement with three EDTF libraries where they agree, and our written stand where they differ.
//!
//! The strings are data, in `edtf/agreed.tsv` and `edtf/stands.tsv`; the reasons for the stands are in the
//! documentation of `erstwhile::time`. Fine points of parsing are tested beside the code.

use std::collections::BTreeMap;

use erstwhile::time::{Day, Period, parse_any};

const AGREED: &str = include_str!("edtf/agreed.tsv");
const STANDS: &str = include_str!("edtf/stands.tsv");
const MODEL: &str = include_str!("../../src/time/mod.rs");

/// Lines of fields; lines that begin with `#` are comments. Blanks count: some of the strings are nothing else.
fn rows<const FIELDS: usize>(table: &'static str) -> Vec<[&'static str; FIELDS]> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            fields.try_into().unwrap_or_else(|fields| panic!("fields of {fields:?}"))
        })
        .collect()
}

fn verdict(read: bool) -> &'static str {
    if read { "valid" } else { "invalid" }
}

/// First and last day on which the period may hold, as the tables write them.
fn days(period: Period) -> (String, String) {
    (period.fe().to_string(), period.ul().to_string())
}

/// What differs from the table, one line each.
fn differences(rows: &[(&str, &str, &str, &str)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for &(text, expected, earliest, latest) in rows {
        let read = parse_any(text);
        if verdict(read.is_ok()) != expected {
            wrong.push(format!("{text:?} should be {expected}: {read:?}"));
        }
        if let (Ok(period), false) = (read, earliest == "-") {
            let (first, last) = days(period);
            if (first.as_str(), last.as_str()) != (earliest, latest) {
                wrong.push(format!("{text:?} should be {earliest} to {latest}: {first} to {last}"));
            }
        }
    }
    wrong
}

#[test]
fn agrees_where_the_libraries_do() {
    let rows: Vec<_> = rows::<4>(AGREED).into_iter().map(|[t, v, e, l]| (t, v, e, l)).collect();
    assert_eq!(rows.len(), 446);
    assert_eq!(rows.iter().filter(|row| row.1 == "valid").count(), 356);
    assert_eq!(rows.iter().filter(|row| row.2 != "-").count(), 165);
    let wrong = differences(&rows);
    assert!(wrong.is_empty(), "{} rows differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn stands_by_its_word_where_they_do_not() {
    let rows: Vec<_> = rows::<5>(STANDS).into_iter().map(|[t, v, e, l, _]| (t, v, e, l)).collect();
    assert_eq!(rows.len(), 330);
    assert!(rows.iter().all(|row| (row.1 == "valid") == (row.2 != "-")), "days exactly where it is read");
    let wrong = differences(&rows);
    assert!(wrong.is_empty(), "{} rows differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_string_is_in_a_table_once() {
    let stands: BTreeMap<&str, &str> = rows::<5>(STANDS).into_iter().map(|row| (row[0], row[1])).collect();
    assert_eq!(stands.len(), 330, "each string once");
    let agreed: BTreeMap<&str, [&str; 4]> = rows::<4>(AGREED).into_iter().map(|row| (row[0], row)).collect();
    assert_eq!(agreed.len(), 446, "each string once");
    // A string agreed on in full needs no stand; one whose verdict alone is agreed on has a stand on its days.
    for (text, [_, verdict, earliest, _]) in agreed {
        let needs_stand = verdict == "valid" && earliest == "-";
        assert_eq!(stands.contains_key(text), needs_stand, "{text:?}");
    }
}

#[test]
fn every_reason_is_explained() {
    for [text, .., reason] in rows::<5>(STANDS) {
        assert!(
            MODEL.contains(&format!("`{reason}`")),
            "{text:?}: {reason} is not in the table of src/time/mod.rs"
        );
    }
}

#[test]
fn refusals_say_what_to_do() {
    let tables = rows::<4>(AGREED).into_iter().map(|row| (row[0], row[1]));
    for (text, _) in tables.chain(rows::<5>(STANDS).into_iter().map(|row| (row[0], row[1]))) {
        let Err(error) = parse_any(text) else { continue };
        let words = error.to_string();
        assert!(words.contains(' ') && !words.contains('\n'), "{text:?}: {words}");
        if let Some(suggestion) = error.suggestion() {
            assert!(parse_any(suggestion).is_ok(), "{text:?}: suggests {suggestion:?}, which is no date");
        }
    }
}

#[test]
fn days_in_the_tables_are_days() {
    let ends = rows::<4>(AGREED).into_iter().flat_map(|[_, _, e, l]| [e, l]);
    for end in ends.filter(|end| !["-", ".."].contains(end) && !end.starts_with('+')) {
        let far = end.trim_start_matches('-').len() > 10;
        assert!(far || Day::parse(end).is_ok(), "{end:?}");
    }
}
