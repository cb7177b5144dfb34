//! What was read compared with what is right: which lines match, which do not, which gaps are closed.
//!
//! Every expected line takes one assertion of its line that fits it. What is left over is an error, unless a gap of the
//! same line accounts for it.

use super::draft::{Read, ReadDraft, fold};
use super::table::{Row, Tables, What};

const NAMES: [&str; 6] = ["claims", "polarity", "modality", "time", "verdict", "words"];

/// How the tables and the reading agree.
#[derive(Debug, Default)]
pub struct Outcome {
    /// How many expected lines match.
    pub met: usize,
    /// How many gaps are open.
    pub open_gaps: usize,
    /// Expected lines that were not matched, with the nearest that was read.
    unmet: Vec<(Row, Option<Read>)>,
    /// Gaps that no longer exist.
    closed: Vec<Row>,
    /// What was read and nobody expects.
    extra: Vec<Read>,
    /// Lines whose words are not where the table says.
    lost: Vec<String>,
    /// Sentences that are silent although they name something known.
    silent: Vec<(usize, String)>,
}

/// Compares a reading with the tables.
pub fn compare(tables: &Tables, text: &str, read: &ReadDraft) -> Outcome {
    let mut outcome = Outcome { silent: read.silent.clone(), ..Outcome::default() };
    let mut left: Vec<&Read> = read.assertions.iter().collect();
    let lines: Vec<String> = text.lines().map(fold).collect();
    let mut unmet = Vec::new();
    for row in &tables.expected {
        let met = match &row.what {
            What::Asserts(cells) => take(&mut left, row.line, cells),
            What::Silent(words) => is_silent(read, row.line, words),
            What::NothingElse => true,
        };
        if met {
            outcome.met += 1;
        } else if !row.optional {
            unmet.push(row);
        }
    }
    // What is left over on a line is known only when all else has been matched.
    let (last, first): (Vec<&Row>, Vec<&Row>) =
        tables.gaps.iter().partition(|row| row.what == What::NothingElse);
    for row in first.into_iter().chain(last) {
        let closed = match &row.what {
            What::Asserts(cells) => take(&mut left, row.line, cells),
            What::Silent(words) => is_silent(read, row.line, words),
            What::NothingElse => !left.iter().any(|one| one.line == row.line && !one.is_quiet()),
        };
        if closed {
            outcome.closed.push(row.clone());
        } else {
            outcome.open_gaps += 1;
        }
    }
    for row in tables.expected.iter().chain(&tables.gaps) {
        outcome.lost.extend(lost(row, &lines));
    }
    for row in unmet {
        let nearest = match &row.what {
            What::Asserts(cells) => nearest(&left, row.line, cells),
            What::Silent(_) | What::NothingElse => {
                left.iter().position(|one| one.line == row.line && !one.is_quiet())
            }
        };
        outcome.unmet.push((row.clone(), nearest.map(|at| left.remove(at).clone())));
    }
    left.retain(|one| !one.is_quiet());
    let open = tables.gaps.iter().filter(|gap| !outcome.closed.contains(gap));
    let lines_with_gaps: Vec<usize> = open.map(|gap| gap.line).collect();
    left.retain(|one| !lines_with_gaps.contains(&one.line));
    // A silent sentence that is not silent was reported already.
    left.retain(|one| !outcome.unmet.iter().any(|(row, _)| is_about(row, one)));
    outcome.extra = left.into_iter().cloned().collect();
    outcome
}

fn is_about(row: &Row, one: &Read) -> bool {
    matches!(&row.what, What::Silent(words) if one.line == row.line && one.sentence.contains(&fold(words)))
}

fn is_silent(read: &ReadDraft, line: usize, words: &str) -> bool {
    let words = fold(words);
    !read.assertions.iter().any(|one| !one.is_quiet() && one.line == line && one.sentence.contains(&words))
}

/// Takes an assertion of the line that fits.
fn take(left: &mut Vec<&Read>, line: usize, cells: &[String; 6]) -> bool {
    let at = left.iter().position(|one| one.line == line && differing(one, cells).is_empty());
    at.map(|at| left.remove(at)).is_some()
}

/// The assertion of the line that differs least.
fn nearest(left: &[&Read], line: usize, cells: &[String; 6]) -> Option<usize> {
    let here = left.iter().enumerate().filter(|(_, one)| one.line == line);
    here.min_by_key(|(_, one)| {
        let differing = differing(one, cells);
        (differing.contains(&0), differing.len())
    })
    .map(|(at, _)| at)
}

/// The columns in which a reading differs from what is expected.
fn differing(one: &Read, cells: &[String; 6]) -> Vec<usize> {
    (0..6).filter(|at| !fits(*at, &cells[*at], one)).collect()
}

/// Whether a column fits: `*` is anything, `a or b` either.
fn fits(column: usize, expected: &str, one: &Read) -> bool {
    let found = one.cells[column].as_str();
    expected.split(" or ").map(str::trim).any(|expected| match column {
        _ if expected == "*" => true,
        0 => same_claims(expected, found),
        3 => found == expected || (expected == "explicit" && found.starts_with(expected)),
        5 => has_words(&one.all_words, expected),
        _ => found == expected,
    })
}

/// Whether the claims are the same; `id*` stands for all claims whose ids begin so.
fn same_claims(expected: &str, found: &str) -> bool {
    let fits = |pattern: &str, id: &str| match pattern.strip_suffix('*') {
        Some(start) => id.starts_with(start),
        None => pattern == id,
    };
    let all = |one: &str, other: &str, fits: &dyn Fn(&str, &str) -> bool| {
        one.split_whitespace().all(|one| other.split_whitespace().any(|other| fits(one, other)))
    };
    all(expected, found, &fits) && all(found, expected, &|id, pattern| fits(pattern, id))
}

/// Whether all words of `expected` are among `all`.
fn has_words(all: &str, expected: &str) -> bool {
    let words = |text: &str| {
        let text = fold(text).to_lowercase();
        let words = text.split(|letter: char| !letter.is_alphanumeric() && !"$%".contains(letter));
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let all = words(all);
    words(expected).iter().all(|word| all.contains(word))
}

/// What of a row is not in the draft where the row says.
fn lost(row: &Row, lines: &[String]) -> Option<String> {
    let first = match &row.what {
        What::Silent(words) => fold(words),
        What::Asserts(_) | What::NothingElse => String::new(),
    };
    if lines
        .get(row.line.wrapping_sub(1))
        .is_some_and(|line| line.contains(&first) && !line.trim().is_empty())
    {
        return None;
    }
    let at = lines.iter().position(|line| !first.is_empty() && line.contains(&first));
    let now = at.map_or_else(String::new, |at| format!("; it is on line {} now", at + 1));
    Some(format!("  line {}: the draft has no “{first}” there{now}", row.line))
}

impl Outcome {
    /// What is wrong, in words.
    pub fn complaints(&self) -> Vec<String> {
        let mut wrong = self.lost.clone();
        for (row, nearest) in &self.unmet {
            wrong.push(format!("  - {}", row.written(false)));
            match (nearest, &row.what) {
                (Some(read), What::Asserts(cells)) => {
                    let differing: Vec<&str> =
                        differing(read, cells).into_iter().map(|at| NAMES[at]).collect();
                    wrong.push(format!("  + {}   <- {}", written(read), differing.join(", ")));
                }
                (Some(read), _) => wrong.push(format!("  + {}   <- not silent", written(read))),
                (None, _) => wrong.push("  + (nothing is read there)".to_owned()),
            }
        }
        for read in &self.extra {
            wrong.push(format!("  + {}   <- nobody expects it: “{}”", written(read), read.sentence));
        }
        for row in &self.closed {
            wrong.push(format!("  this gap is closed, move it to .expected: {}", row.written(false)));
        }
        wrong
    }

    /// The tables with closed gaps and unmet expectations moved; a new draft gets what is read today.
    pub fn blessed(&self, tables: &Tables) -> Tables {
        let mut blessed = tables.clone();
        blessed.new = false;
        blessed.gaps.retain(|gap| !self.closed.contains(gap));
        let closed = self.closed.iter().filter(|row| row.what != What::NothingElse);
        blessed.expected.extend(closed.cloned().map(|row| Row { reason: String::new(), ..row }));
        for (row, _) in &self.unmet {
            blessed.expected.retain(|kept| kept != row);
            blessed.gaps.push(row.clone());
        }
        for read in &self.extra {
            if tables.new {
                let what = What::Asserts(read.cells.clone());
                blessed.expected.push(listed(read.line, what));
            } else if !blessed.gaps.iter().any(|gap| gap.line == read.line) {
                blessed.gaps.push(listed(read.line, What::NothingElse));
            }
        }
        if tables.new {
            for (line, sentence) in &self.silent {
                let words = sentence.split(' ').take(6).collect::<Vec<_>>().join(" ").replace('|', "/");
                blessed.expected.push(listed(*line, What::Silent(words)));
            }
        }
        blessed
    }
}

/// What was read, as a line of a table.
fn written(read: &Read) -> String {
    format!("{} | {}", read.line, read.cells.join(" | "))
}

fn listed(line: usize, what: What) -> Row {
    Row { line, optional: false, what, reason: String::new() }
}
