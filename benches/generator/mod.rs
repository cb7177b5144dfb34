//! Claims made up from a seed: about eight on a timeline, subjects of very different size, two in a hundred
//! contradicting, dates of every precision.

use std::fmt::Write as _;

use crate::random::Random;

/// How many relations there are, and how many of them are functional.
const RELATIONS: u64 = 200;
const FUNCTIONAL: u64 = 150;
/// The most claims on a timeline.
const LONGEST: u64 = 1000;
/// Near enough: dates only have to be valid.
const DAYS_A_YEAR: u64 = 365;
/// The first and the last year of dates.
const YEARS: (u64, u64) = (1890, 2030);

impl Random {
    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// A form in which claims are written.
#[derive(Clone, Copy)]
pub enum Form {
    /// As records of a RON file.
    Ron,
    /// As lines of JSON.
    JsonLines,
}

struct Row {
    subject: u64,
    relation: u64,
    object: u64,
    from: String,
    until: String,
    source: Option<u64>,
}

/// Claims on their timelines.
pub struct Claims {
    rows: Vec<Row>,
    objects: u64,
    sources: u64,
    subjects: u64,
}

impl Claims {
    /// `count` claims from `seed`.
    pub fn new(count: usize, seed: u64) -> Self {
        let mut random = Random(seed);
        let size = count as u64;
        let (objects, sources) = ((size / 10).max(50), (size / 10).max(20));
        let mut rows = Vec::with_capacity(count);
        let mut subject = 0;
        while rows.len() < count {
            subject += 1;
            // Zipf: a few subjects have all relations and long timelines, most have one short one.
            let claims = (size / (10 * subject)).max(4);
            let timelines = (claims / 8).clamp(1, RELATIONS);
            let length = (claims / timelines).clamp(4, LONGEST);
            for at in 0..timelines {
                let relation = (subject * 7 + at) % RELATIONS;
                timeline(&mut random, (subject, relation, length), (objects, sources), &mut rows);
            }
        }
        rows.truncate(count);
        // Shuffled: files are rarely in the order that suits the reader.
        for at in (1..rows.len()).rev() {
            let other = usize::try_from(random.below(at as u64 + 1)).unwrap_or(at);
            rows.swap(at, other);
        }
        Self { rows, objects, sources, subjects: subject }
    }

    /// All claims as text, in RON with the records of what they name.
    pub fn text(&self, form: Form) -> String {
        let mut text = String::new();
        if matches!(form, Form::Ron) {
            self.records(&mut text);
        }
        for (at, row) in self.rows.iter().enumerate() {
            let id = at + 1;
            let Row { subject, relation, object, from, until, source } = row;
            let written = match form {
                Form::Ron => {
                    let source = source.map_or(String::new(), |source| format!("\"src{source}\""));
                    writeln!(
                        text,
                        "        (id: \"c{id}\", subject: \"s{subject}\", relation: \"r{relation}\", \
                         object: \"o{object}\", valid: \"{from}/{until}\", sources: [{source}]),"
                    )
                }
                Form::JsonLines => {
                    let source = source.map_or(String::new(), |source| format!("\"src{source}\""));
                    let until = if until == ".." { String::new() } else { format!("\"until\":\"{until}\",") };
                    writeln!(
                        text,
                        "{{\"id\":\"c{id}\",\"subject\":\"s{subject}\",\"relation\":\"r{relation}\",\
                         \"object\":\"o{object}\",\"from\":\"{from}\",{until}\"sources\":[{source}]}}"
                    )
                }
            };
            debug_assert!(written.is_ok(), "writing to a string");
        }
        if matches!(form, Form::Ron) {
            text.push_str("    ],\n)\n");
        }
        text
    }

    fn records(&self, text: &mut String) {
        text.push_str("(\n    entities: [\n");
        for subject in 1..=self.subjects {
            let _ = writeln!(text, "        (id: \"s{subject}\"),");
        }
        for object in 0..self.objects {
            let _ = writeln!(text, "        (id: \"o{object}\"),");
        }
        text.push_str("    ],\n    sources: [\n");
        for source in 0..self.sources {
            // Newer than all that begins: what a source confirms has begun when it says so.
            let month = 1 + source % 12;
            let _ = writeln!(
                text,
                "        (id: \"src{source}\", published: \"{}-{month:02}\", kind: primary),",
                YEARS.1 + 1
            );
        }
        text.push_str("    ],\n    claims: [\n");
    }
}

/// One timeline of claims that hand over to each other; two in a hundred have a rival. Dates are never so
/// coarse that neighbours might overlap: that would be more rivals than two in a hundred.
fn timeline(random: &mut Random, key: (u64, u64, u64), pools: (u64, u64), rows: &mut Vec<Row>) {
    let (subject, relation, length) = key;
    let days = (YEARS.1 - YEARS.0) * DAYS_A_YEAR;
    let step = (days / (length + 1)).max(2);
    let mut start = YEARS.0 * DAYS_A_YEAR + random.below(step);
    // The last day that the one before may have held.
    let mut held = 0;
    for at in 0..length {
        let end = start + step - 1 - random.below(step / 4 + 1);
        let from = date(random, start.max(held + 1), step, |first, _| first > held);
        let is_last = at + 1 == length;
        let until = date(random, end.max(held + 1), step, |_, last| is_last || last < start + step);
        held = until.last;
        let until = if is_last && random.chance(60) { "..".to_owned() } else { until.text };
        let object = random.below(pools.0);
        let source = (!random.chance(3)).then(|| random.below(pools.1));
        let row = |object, source| Row {
            subject,
            relation,
            object,
            from: from.text.clone(),
            until: until.clone(),
            source,
        };
        rows.push(row(object, source));
        if random.chance(2) {
            rows.push(row((object + 1) % pools.0, source));
        }
        start += step;
    }
}

/// A date and the last day that it may mean.
struct Date {
    text: String,
    last: u64,
}

/// A date on or near a day, the less exact the more time there is, if `fits` the first and the last day that it may mean.
fn date(random: &mut Random, day: u64, step: u64, fits: impl Fn(u64, u64) -> bool) -> Date {
    let (year, rest) = (day / DAYS_A_YEAR, day % DAYS_A_YEAR);
    let (month, date) = (1 + rest / 31, 1 + (rest % 31).min(27));
    let of_year = (year * DAYS_A_YEAR, (year + 1) * DAYS_A_YEAR - 1);
    let of_month = (of_year.0 + rest / 31 * 31, (of_year.0 + rest / 31 * 31 + 30).min(of_year.1));
    match random.below(3) {
        0 if step > 4 * DAYS_A_YEAR && fits(of_year.0, of_year.1) => {
            Date { text: format!("{year}"), last: of_year.1 }
        }
        1 if step > 120 && fits(of_month.0, of_month.1) => {
            Date { text: format!("{year}-{month:02}"), last: of_month.1 }
        }
        // The days at the end of a month are all written as its 28th.
        _ => Date {
            text: format!("{year}-{month:02}-{date:02}"),
            last: of_month.0 + (rest % 31).max(30 * u64::from(date == 28)),
        },
    }
}

/// One subject with `count` claims that all hold at the same time, about a thousand different objects.
pub fn hot(count: usize) -> String {
    let mut random = Random(7);
    let mut text = String::new();
    for id in 0..count {
        let (from, until) = (1900 + random.below(20), 2000 + random.below(20));
        let object = random.below(1000);
        let _ = writeln!(
            text,
            "{{\"id\":\"h{id}\",\"subject\":\"hot\",\"relation\":\"r1\",\"object\":\"o{object}\",\
             \"from\":\"{from}\",\"until\":\"{until}\",\"sources\":[\"src1\"]}}"
        );
    }
    text
}

/// The relations: the first are functional, and some of them exclude one of the others.
pub fn rules() -> String {
    let mut text = String::from("(\n    relations: [\n");
    for relation in 0..RELATIONS {
        let functional = if relation < FUNCTIONAL { ", functional: true" } else { "" };
        let other = relation + FUNCTIONAL;
        let incompatible =
            if relation < 40 { format!(", incompatible_with: [\"r{other}\"]") } else { String::new() };
        let _ = writeln!(text, "        (id: \"r{relation}\"{functional}{incompatible}),");
    }
    text.push_str("    ],\n)\n");
    text
}
