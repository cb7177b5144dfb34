//! Dates and sums in sentences: tables of marked sentences with what they should be read as, one file a language.
//!
//! To add a row or a language, edit the tables under `when/` and `sum/`; their first lines say how they are written. What is
//! said here beyond the tables holds for any text: no panic, order, bounds, and that written dates come back.

use std::ops::Range;

use erstwhile::amounts::AmountLexicon;
use erstwhile::draft::{
    AmountExpression, DateLexicon, Origin, TimeExpression, TimeReading, Token, amount_expressions,
    time_expressions, tokenize,
};
use erstwhile::load::{STANDARD_FILES, load, read_value};
use erstwhile::model::{Language, Value, ValueSort};
use erstwhile::text::{File, Files};
use erstwhile::time::{Bound, Day};
use proptest::prelude::*;

use crate::common::ENGLISH_MONTHS;

/// The tables, each with the code of its language.
const WHENS: [(&str, &str); 2] = [("en", include_str!("when/en.tsv")), ("id", include_str!("when/id.tsv"))];
const SUMS: [(&str, &str); 2] = [("en", include_str!("sum/en.tsv")), ("id", include_str!("sum/id.tsv"))];

fn packs() -> Vec<Language> {
    let mut files = Files::default();
    for (path, text) in STANDARD_FILES {
        files.add(File::new(path, text));
    }
    load(&files).base.languages
}

/// The day by which drafts are judged, for those without a date.
const TODAY: Option<Day> = Day::from_calendar(2026, 11, 29);

struct Reader {
    dates: DateLexicon,
    sums: AmountLexicon,
}

impl Reader {
    fn new(code: &str) -> Self {
        let packs = packs();
        let pack = packs.iter().find(|pack| pack.code == code).unwrap();
        Self { dates: DateLexicon::new(pack), sums: AmountLexicon::new([pack]) }
    }

    fn whens(&self, text: &str, anchor: Option<Day>, year: Option<i32>) -> (Vec<Token>, Vec<TimeExpression>) {
        let mut tokens = Vec::new();
        tokenize(text, 0..text.len(), &mut tokens);
        let found =
            time_expressions(text, &tokens, &self.dates, Origin { anchor, today: TODAY, year, ahead: false });
        (tokens, found)
    }

    fn sums(&self, text: &str) -> (Vec<Token>, Vec<AmountExpression>) {
        let (tokens, whens) = self.whens(text, None, None);
        let found = amount_expressions(text, &tokens, &self.sums, &whens);
        (tokens, found)
    }
}

/// A sentence without its marks, and what they mark.
fn unmarked(marked: &str) -> (String, Vec<String>) {
    let marks = marked.split('‹').skip(1).map(|rest| rest.split('›').next().unwrap().to_owned());
    (marked.replace(['‹', '›'], ""), marks.collect())
}

/// The sentence with marks around those tokens.
fn marked(text: &str, tokens: &[Token], found: impl Iterator<Item = Range<usize>>) -> String {
    let mut out = String::new();
    let mut at = 0;
    for range in found {
        let (start, end) = (tokens[range.start].range().start, tokens[range.end - 1].range().end);
        out += &format!("{}‹{}›", &text[at..start], &text[start..end]);
        at = end;
    }
    out + &text[at..]
}

fn words(when: &TimeExpression) -> String {
    let reading = match when.reading {
        TimeReading::On(bound) => format!("on {bound}"),
        TimeReading::Since(bound) => format!("since {bound}"),
        TimeReading::Until(bound) => format!("until {bound}"),
        TimeReading::Before(bound) => format!("up to {bound}"),
        TimeReading::Current(bound) => format!("current {bound}"),
        TimeReading::Range(from, to) => format!("range {from} to {to}"),
        TimeReading::Unanchored => "unanchored".to_owned(),
        TimeReading::Unread => "unread".to_owned(),
    };
    let is_stretch =
        matches!(when.reading, TimeReading::Since(_) | TimeReading::Until(_) | TimeReading::Range(..));
    let reading = if is_stretch && !when.names_ends { format!("{reading}, no end") } else { reading };
    let reading = if when.as_of { format!("as of, {reading}") } else { reading };
    if when.relative { format!("relative, {reading}") } else { reading }
}

/// The rows of a table: its fields, comments and empty lines left out.
fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

#[test]
fn dates_of_the_tables() {
    let (mut wrong, mut count) = (Vec::new(), 0);
    for (code, table) in WHENS {
        let reader = Reader::new(code);
        for row in rows(table) {
            let [sentence, anchor, expected] = row[..] else { panic!("{code}: fields of {row:?}") };
            count += 1;
            let (day, year) = match anchor.split_once(' ') {
                Some((day, year)) => (day, Some(year.parse().unwrap())),
                None => (anchor, None),
            };
            let day = (day != "-").then(|| Day::parse(day).unwrap());
            let text = unmarked(sentence).0;
            let (tokens, found) = reader.whens(&text, day, year);
            let read = found.iter().map(words).collect::<Vec<_>>().join("; ");
            let read = if read.is_empty() { "-".to_owned() } else { read };
            let shown = marked(&text, &tokens, found.iter().map(|when| when.tokens.clone()));
            if (shown.as_str(), read.as_str()) != (sentence, expected) {
                wrong.push(format!("{code}: {sentence}\t{expected}\n    {shown}\t{read}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} rows differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 350, "{count} rows");
}

#[test]
fn sums_of_the_tables() {
    let (mut wrong, mut count) = (Vec::new(), 0);
    let all = AmountLexicon::new(&packs());
    for (code, table) in SUMS {
        let reader = Reader::new(code);
        for row in rows(table) {
            let [sentence, expected] = row[..] else { panic!("{code}: fields of {row:?}") };
            count += 1;
            let text = unmarked(sentence).0;
            let (tokens, found) = reader.sums(&text);
            let shown = marked(&text, &tokens, found.iter().map(|sum| sum.tokens.clone()));
            let wanted: Vec<Value> = expected
                .split("; ")
                .filter(|amount| *amount != "-")
                .map(|amount| read_value(amount, Some(ValueSort::Amount), &all).unwrap())
                .collect();
            let read: Vec<Value> = found.iter().map(|sum| Value::Amount(sum.amount.clone())).collect();
            if shown != sentence || read != wanted {
                wrong.push(format!("{code}: {sentence}\t{expected}\n    {shown}\n    {read:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} rows differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 150, "{count} rows");
}

/// A text of hundreds of thousands of numbers is read in the time that its length takes.
#[test]
fn a_very_long_sentence_is_no_trap() {
    for code in ["en", "id"] {
        let reader = Reader::new(code);
        for piece in [
            "2019 ",
            "2019-",
            "2019–",
            "1,",
            "in 2019 and ",
            "between 2019 ",
            "$1 to ",
            "12 ",
            "Rp1.",
            "9",
            "more than ",
        ] {
            let text = piece.repeat(300_000 / piece.len());
            let (tokens, found) = reader.whens(&text, None, None);
            let _ = amount_expressions(&text, &tokens, &reader.sums, &found);
        }
    }
}

/// Dates as people write them: the format, its language, and the date of a day in it.
fn written(format: usize, year: i32, month: u8, day: u8) -> Option<(&'static str, String, Bound)> {
    const INDONESIAN: &str =
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember";
    let exact = Bound::day(Day::from_calendar(year, month, day)?);
    let whole = Bound::month(year, month)?;
    let en = ENGLISH_MONTHS[usize::from(month) - 1];
    let id = INDONESIAN.split(' ').nth(usize::from(month) - 1)?;
    let short = &en[..3];
    Some(match format {
        0 => ("en", format!("{day} {en} {year}"), exact),
        1 => ("en", format!("{en} {day}, {year}"), exact),
        2 => ("en", format!("{short}{} {day}, {year}", if month == 5 { "" } else { "." }), exact),
        3 => ("en", format!("{year}-{month:02}-{day:02}"), exact),
        4 => ("en", format!("the {day}th of {en} {year}"), exact),
        5 => ("en", format!("{en} {year}"), whole),
        6 => ("en", format!("in {en} of {year}"), whole),
        7 => ("id", format!("{day} {id} {year}"), exact),
        8 => ("id", format!("Selasa ({day}/{month}/{year})"), exact),
        9 => ("id", format!("{day}-{month:02}-{year}"), exact),
        10 => ("id", format!("pada {id} {year}"), whole),
        11 => ("id", format!("{day}.{month}.{year}"), exact),
        12 => ("id", format!("tahun {year}"), Bound::years(year, year)?),
        _ => ("en", format!("{day}-{short}-{year}"), exact),
    })
}

/// Pieces of dates and sums, to be put together at random.
const PIECES: &[&str] = &[
    "2019",
    "1",
    "31",
    "2",
    "13.8",
    "1.500,5",
    "in ",
    "since ",
    "hingga ",
    "dari ",
    "from ",
    "between ",
    "and ",
    "dan ",
    "to ",
    "January",
    "Mei",
    "may",
    "Sept.",
    "–",
    "-",
    "/",
    " ",
    ", ",
    "(",
    ")",
    "$",
    "Rp",
    "US$",
    "%",
    "billion",
    "miliar",
    "puluhan ",
    "last ",
    "lalu",
    "tahun ",
    "year",
    "Q3 ",
    "FY",
    "FY24",
    "ago",
    "three ",
    "st",
    "s",
    "'s",
    "é",
    "🦀",
    ":",
    "T10",
    "mid-",
    "awal ",
    "as of ",
    "per ",
    "more than ",
    "+",
    "~",
    "now",
    "99999999999999999999",
    "0",
    "\u{a0}",
    "\u{202e}",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_panic(
        text in prop_oneof!["\\PC{0,60}", prop::collection::vec(prop::sample::select(PIECES), 0..25).prop_map(|pieces| pieces.concat())],
        indonesian in any::<bool>(), anchor in prop::option::of(any::<i32>()), year in prop::option::of(any::<i32>()),
    ) {
        let reader = reader(indonesian);
        let (tokens, found) = reader.whens(&text, anchor.map(Day::from_number), year);
        let mut last = 0;
        for when in &found {
            prop_assert!(last <= when.tokens.start && when.tokens.start < when.tokens.end && when.tokens.end <= tokens.len());
            last = when.tokens.end;
            match when.reading {
                TimeReading::On(bound) | TimeReading::Since(bound) | TimeReading::Until(bound)
                | TimeReading::Before(bound) | TimeReading::Current(bound) => {
                    prop_assert!(bound.earliest <= bound.latest, "{:?}", when);
                }
                TimeReading::Range(from, to) => prop_assert!(from.earliest <= to.latest, "{:?}", when),
                TimeReading::Unanchored => prop_assert!(when.relative),
                TimeReading::Unread => {}
            }
            prop_assert!(!when.relative || anchor.is_some() || when.reading == TimeReading::Unanchored);
        }
        let mut last = 0;
        for sum in amount_expressions(&text, &tokens, &reader.sums, &found) {
            prop_assert!(last <= sum.tokens.start && sum.tokens.start < sum.tokens.end && sum.tokens.end <= tokens.len());
            prop_assert!(found.iter().all(|when| when.tokens.end <= sum.tokens.start || sum.tokens.end <= when.tokens.start));
            prop_assert!(sum.amount.low <= sum.amount.high);
            last = sum.tokens.end;
        }
    }

    #[test]
    fn written_dates_come_back(format in 0usize..14, year in 1900i32..=2100, month in 1u8..=12, day in 1u8..=31) {
        if let Some((code, date, bound)) = written(format, year, month, day) {
            let text = format!("X {date} Y.");
            let found = reader(code == "id").whens(&text, None, None).1;
            prop_assert_eq!(found.len(), 1, "{}", text);
            prop_assert_eq!(found[0].reading, TimeReading::On(bound), "{}", text);
        }
    }
}

/// The readers, made once.
fn reader(indonesian: bool) -> &'static Reader {
    use std::sync::LazyLock;
    static EN: LazyLock<Reader> = LazyLock::new(|| Reader::new("en"));
    static ID: LazyLock<Reader> = LazyLock::new(|| Reader::new("id"));
    if indonesian { &ID } else { &EN }
}
