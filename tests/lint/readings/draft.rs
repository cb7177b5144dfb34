//! A topic's workspace, and drafts as the library reads them, in the words of the tables.

use std::ops::Range;
use std::path::{Path, PathBuf};

use erstwhile::engine::{self, DraftOptions, Present as Judged};
use erstwhile::graph::AsOf;
use erstwhile::load;
use erstwhile::model::{Assertion, Assumed, Base, Code, Confidence, TimeKind};
use erstwhile::time::Day;
use erstwhile::workspace::{self, ReadOptions};

use super::table::Present;
use crate::common;

/// A folder of drafts with the claims that they are judged by.
#[derive(Debug)]
pub struct Topic {
    root: PathBuf,
}

/// Something that the program read.
#[derive(Debug, Clone)]
pub struct Read {
    /// The line on which its sentence begins.
    pub line: usize,
    /// The sentence, folded.
    pub sentence: String,
    /// Claims, polarity, modality, time, verdict, words.
    pub cells: [String; 6],
    /// All words that had a part in it, the dates and the tense among them.
    pub all_words: String,
    /// Whether a gate may fail on it.
    pub is_sure: bool,
}

impl Read {
    /// Whether no reader would ever hear of it: nothing on record says the same, and nothing is wrong with it.
    pub fn is_quiet(&self) -> bool {
        self.cells[0] == "-" && ["unknown", "supported", "unclear"].contains(&self.cells[4].as_str())
    }
}

/// What the program made of a draft.
#[derive(Debug, Clone, Default)]
pub struct ReadDraft {
    /// What it reads in it.
    pub assertions: Vec<Read>,
    /// Sentences that name something known and assert nothing: line and text.
    pub silent: Vec<(usize, String)>,
}

impl Topic {
    /// The topic of a folder, with its own workspace if it has one.
    pub fn open(folder: &Path) -> Self {
        let own = folder.join("claims").is_dir();
        Self { root: if own { folder.to_path_buf() } else { common::project() } }
    }

    /// Reads a draft of this topic.
    pub fn read(&self, path: &Path, text: &str, day: Present) -> ReadDraft {
        let gathered = workspace::gather(&self.root, &[], &ReadOptions::default());
        let mut gathered = gathered.unwrap_or_else(|error| panic!("{error}"));
        let loaded = load::load(&gathered.files);
        let words = common::words(&loaded);
        // A name that two have is what a topic may be about.
        let broken = loaded.findings.iter().filter(|finding| finding.code != Code::AmbiguousAlias);
        let broken: Vec<String> = broken.map(|finding| words.of(finding).message).collect();
        assert!(broken.is_empty(), "{}: {broken:#?}", self.root.display());
        let draft = gathered.add_draft(&path.to_string_lossy(), text.as_bytes().to_vec());
        let usual = Day::parse(common::USUAL_DAY).expect("a day");
        let (day, present) = match day {
            Present::Day(day) => (day, Judged::AsOf),
            Present::Published => (usual, Judged::Published),
        };
        let options = DraftOptions { check: common::options(AsOf { day, known_by: None }), present };
        let files = &gathered.files;
        let mut read = ReadDraft::default();
        for reading in engine::read_drafts(files, &loaded, &[draft], &options) {
            for sentence in &reading.sentences {
                let line = 1 + text[..sentence.span.range().start].matches('\n').count();
                if sentence.assertions.is_empty() {
                    read.silent.push((line, fold(&sentence.text)));
                }
                for one in &sentence.assertions {
                    let words: Vec<Range<usize>> = one.words.iter().map(|span| span.range()).collect();
                    let why = one.why.iter().map(|why| why.span.range());
                    let all = words.iter().cloned().chain(why).collect();
                    read.assertions.push(Read {
                        line,
                        sentence: fold(&sentence.text),
                        cells: cells(one, &loaded.base, joined(text, words)),
                        all_words: joined(text, all),
                        is_sure: one.confidence == Confidence::High && one.time.assumed != Assumed::Perhaps,
                    });
                }
            }
        }
        read
    }
}

fn cells(one: &Assertion, base: &Base, words: String) -> [String; 6] {
    let mut claims: Vec<&str> = one.claims.iter().map(|claim| base.claims.id(*claim)).collect();
    claims.sort_unstable();
    let claims = if claims.is_empty() { "-".to_owned() } else { claims.join(" ") };
    [
        claims,
        one.polarity.as_str().to_owned(),
        one.modality.as_str().to_owned(),
        time(one),
        one.verdict.as_str().to_owned(),
        words,
    ]
}

/// The kind of time and, where the sentence names one, the dates: `explicit 2019-07`, `explicit 2019/2025-01`.
fn time(one: &Assertion) -> String {
    let kind = one.time.kind.as_str();
    if one.time.kind != TimeKind::Explicit {
        return kind.to_owned();
    }
    match (one.time.from, one.time.until) {
        (Some(from), Some(until)) if from == until && one.time.within => format!("{kind} {from}"),
        (from, until) => {
            let side = |bound: Option<erstwhile::time::Bound>| {
                bound.map_or_else(|| "..".to_owned(), |bound| bound.to_string())
            };
            format!("{kind} {}/{}", side(from), side(until))
        }
    }
}

/// The words at these places, in order; … where something is between them.
fn joined(text: &str, mut places: Vec<Range<usize>>) -> String {
    places.sort_by_key(|place| (place.start, place.end));
    let mut out = String::new();
    let mut end = None;
    for place in places {
        let start = end.map_or(place.start, |end: usize| end.max(place.start));
        if start >= place.end {
            continue;
        }
        if let Some(end) = end {
            let between = &text[end..start];
            let apart = without_tags(between).chars().any(char::is_alphanumeric);
            out.push_str(if apart {
                " … "
            } else if between.is_empty() {
                ""
            } else {
                " "
            });
        }
        out.push_str(&text[start..place.end]);
        end = Some(place.end);
    }
    fold(&out).replace('|', "/")
}

/// A stretch of a draft without what is in angle brackets.
fn without_tags(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(letter),
            _ => {}
        }
    }
    out
}

/// Text with plain quotes and single spaces, for comparing words.
pub fn fold(text: &str) -> String {
    let plain = text.replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{201c}', '\u{201d}'], "\"");
    plain.replace("&nbsp;", " ").replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
