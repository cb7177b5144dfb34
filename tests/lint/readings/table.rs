//! The tables of expectations: read, written, and what is missing in them. Knows nothing of how drafts are read.

use std::fs;
use std::path::{Path, PathBuf};

use erstwhile::time::Day;

/// The reason that a gap has until somebody writes one.
const NO_REASON: &str = "?";

/// A line of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the draft on which the sentence begins.
    pub line: usize,
    /// Whether it may as well not be read: it follows from what the sentence says, or editors differ over it.
    pub optional: bool,
    /// What is expected of it.
    pub what: What,
    /// Why it is not so yet; only in `.gaps`.
    pub reason: String,
}

/// What is expected of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// That it asserts this: claims, polarity, modality, time, verdict, words.
    Asserts([String; 6]),
    /// That the sentence with these words asserts nothing.
    Silent(String),
    /// That the line asserts nothing but what is listed. Only in `.gaps`: everywhere else it goes without saying.
    NothingElse,
}

/// Which day is the present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Present {
    /// This one.
    Day(Day),
    /// The draft's own.
    Published,
}

/// The expectations about one draft.
#[derive(Debug, Clone)]
pub struct Tables {
    /// Which day is the present.
    pub day: Present,
    /// What is so.
    pub expected: Vec<Row>,
    /// What is right and not so yet.
    pub gaps: Vec<Row>,
    /// Whether there is no table yet, or one with its day alone.
    pub new: bool,
}

const HEAD: &str =
    "# line | claims | asserts/denies | modality | time | verdict | words that decide (… between them)";

fn beside(draft: &Path, ending: &str) -> PathBuf {
    let mut name = draft.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

impl Tables {
    /// The tables beside a draft.
    pub fn open(draft: &Path) -> Result<Self, String> {
        let Ok(expected) = fs::read_to_string(beside(draft, ".expected")) else {
            let day = Day::parse(crate::common::USUAL_DAY).expect("a day");
            return Ok(Self { day: Present::Day(day), expected: Vec::new(), gaps: Vec::new(), new: true });
        };
        let first = expected.lines().next().and_then(|line| line.strip_prefix("as-of: ")).map(str::trim);
        let day = match first {
            Some("published") => Present::Published,
            Some(day) => Present::Day(Day::parse(day).map_err(|error| format!("  line 1: {error}"))?),
            None => {
                return Err("  the first line must be `as-of: 2026-01-01`, or `as-of: published`".to_owned());
            }
        };
        let gaps = fs::read_to_string(beside(draft, ".gaps")).unwrap_or_default();
        let (expected, gaps) = (rows(expected.lines().skip(1), false)?, rows(gaps.lines(), true)?);
        let new = expected.is_empty() && gaps.is_empty();
        Ok(Self { day, expected, gaps, new })
    }

    /// Gaps without a reason.
    pub fn unexplained(&self) -> Vec<String> {
        let bare = self.gaps.iter().filter(|row| row.reason.is_empty() || row.reason == NO_REASON);
        bare.map(|row| format!("  line {}: this gap needs a reason (last column of .gaps)", row.line))
            .collect()
    }

    /// Writes the tables beside a draft.
    pub fn write(&self, draft: &Path) {
        let day = match self.day {
            Present::Day(day) => day.to_string(),
            Present::Published => "published".to_owned(),
        };
        let text = format!("as-of: {day}\n{HEAD}\n{}", lines(&self.expected, false));
        fs::write(beside(draft, ".expected"), text).expect("the expectations written");
        let path = beside(draft, ".gaps");
        if self.gaps.is_empty() {
            let _ = fs::remove_file(path);
        } else {
            let text = format!("{HEAD} | why it is not so yet\n{}", lines(&self.gaps, true));
            fs::write(path, text).expect("the gaps written");
        }
    }
}

fn lines(rows: &[Row], gaps: bool) -> String {
    let mut rows: Vec<&Row> = rows.iter().collect();
    rows.sort_by_key(|row| row.line);
    rows.iter().map(|row| format!("{}\n", row.written(gaps))).collect()
}

fn rows<'a>(lines: impl Iterator<Item = &'a str>, gaps: bool) -> Result<Vec<Row>, String> {
    let lines = lines.filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines
        .map(|line| Row::read(line, gaps).ok_or_else(|| format!("  not a line of this table: {line}")))
        .collect()
}

impl Row {
    fn read(line: &str, gaps: bool) -> Option<Self> {
        let mut cells: Vec<String> = line.split('|').map(|cell| cell.trim().to_owned()).collect();
        let reason = if gaps { cells.pop()? } else { String::new() };
        let optional = cells.first()?.ends_with('?');
        let line = cells.first()?.trim_end_matches('?').parse().ok()?;
        let what = match cells.get(1)?.as_str() {
            "- silent -" if cells.len() == 3 => What::Silent(cells.pop()?),
            "- nothing else -" if cells.len() == 2 && gaps => What::NothingElse,
            _ if cells.len() == 7 => What::Asserts(cells[1..].to_vec().try_into().ok()?),
            _ => return None,
        };
        Some(Self { line, optional, what, reason })
    }

    /// As it is in a table.
    pub fn written(&self, gap: bool) -> String {
        let what = match &self.what {
            What::Asserts(cells) => cells.join(" | "),
            What::Silent(words) => format!("- silent - | {words}"),
            What::NothingElse => "- nothing else -".to_owned(),
        };
        let reason = if self.reason.is_empty() { NO_REASON } else { &self.reason };
        let line = format!("{}{}", self.line, if self.optional { "?" } else { "" });
        if gap { format!("{line} | {what} | {reason}") } else { format!("{line} | {what}") }
    }
}
