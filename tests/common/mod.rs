//! What the data-driven tests share: Markdown split into sections and fenced files, and a workspace made of these.
//!
//! Knows no expectation: what a page or a case should say is written in the page or the case, and compared by the tests.

#![allow(dead_code, reason = "each test binary uses its own part of this")]

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use erstwhile::draft;
use erstwhile::engine::{self, Baseline, CheckOptions, DraftOptions, Present, Selection};
use erstwhile::graph::AsOf;
use erstwhile::load::{self, Loaded, STANDARD_FILES};
use erstwhile::model::{Reading, Report};
use erstwhile::render::{self, Context, OutputFormat, Style};
use erstwhile::text::{File, Files};
use erstwhile::time::Day;
use erstwhile::words::{Choice, Words};
use erstwhile::workspace::{self, ReadOptions};

/// The months as English messages name them.
pub const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The day on which an example is looked at that names none.
pub const USUAL_DAY: &str = "2026-01-01";

/// A fenced block.
#[derive(Debug, Clone)]
pub struct Fence {
    /// The first word after the opening fence.
    pub language: String,
    /// What follows it, as `name=value`.
    pub attributes: BTreeMap<String, String>,
    /// What is between the fences.
    pub text: String,
    /// Where that is, in bytes.
    pub range: Range<usize>,
}

impl Fence {
    /// The path of the file that it holds, if it holds one; `usual` is that of a RON block that names none.
    pub fn path(&self, usual: &str) -> Option<String> {
        match self.attributes.get("path") {
            Some(path) => Some(path.clone()),
            None => (self.language == "ron").then(|| usual.to_owned()),
        }
    }

    /// Whether it holds a draft, judging by its path.
    pub fn is_draft(&self) -> bool {
        self.attributes.get("path").is_some_and(|path| draft::Format::of(path).is_some())
    }
}

/// The run of three or more backticks or tildes that a line begins with, and what follows it.
fn fence_line(line: &str) -> Option<(&str, &str)> {
    let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let rest = line.trim_start_matches(sign);
    let run = &line[..line.len() - rest.len()];
    (run.len() >= 3).then_some((run, rest.trim()))
}

/// Whether a line closes what `run` has opened: the same sign, as often or more, and nothing else.
fn closes(line: &str, run: &str) -> bool {
    fence_line(line).is_some_and(|(found, rest)| found.starts_with(run) && rest.is_empty())
}

/// All fenced blocks, in order. A block between four backticks or tildes may hold one between three.
pub fn fences(markdown: &str) -> Vec<Fence> {
    let mut fences = Vec::new();
    let mut open: Option<(&str, Fence)> = None;
    let mut at = 0;
    for line in markdown.split_inclusive('\n') {
        let end = at + line.len();
        match &mut open {
            None => open = fence_line(line).map(|(run, info)| (run, opened(info, end))),
            Some((run, fence)) if closes(line, run) => {
                fence.range.end = at;
                fences.extend(open.take().map(|(_, fence)| fence));
            }
            Some((_, fence)) => fence.text.push_str(line),
        }
        at = end;
    }
    assert!(open.is_none(), "a fence is not closed");
    fences
}

fn opened(info: &str, start: usize) -> Fence {
    let mut words = info.split_whitespace();
    let language = words.next().unwrap_or("").to_owned();
    let pairs = words.filter_map(|word| word.split_once('='));
    let attributes = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    Fence { language, attributes, text: String::new(), range: start..start }
}

/// The headings of the second level, each with what is below it; what is above the first is under "".
pub fn sections(markdown: &str) -> Vec<(String, String)> {
    let mut sections = vec![(String::new(), String::new())];
    let mut within: Option<&str> = None;
    for line in markdown.split_inclusive('\n') {
        let heading = line.strip_prefix("## ").filter(|_| within.is_none());
        within = match within {
            None => fence_line(line).map(|(run, _)| run),
            Some(run) => (!closes(line, run)).then_some(run),
        };
        match heading {
            Some(heading) => sections.push((heading.trim().to_owned(), String::new())),
            None => {
                if let Some((_, body)) = sections.last_mut() {
                    body.push_str(line);
                }
            }
        }
    }
    sections
}

/// What is under a heading.
pub fn section<'a>(sections: &'a [(String, String)], heading: &str) -> &'a str {
    sections.iter().find(|(name, _)| name == heading).map_or("", |(_, body)| body.as_str())
}

/// What is set by `name: value` on a line of its own, or by `--name value` in running text.
pub fn setting(markdown: &str, name: &str) -> Option<String> {
    let line = markdown.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    let flag = || markdown.split_once(&format!("--{name} ")).map(|(_, rest)| rest);
    let value = line.or_else(flag)?.trim_start();
    Some(value.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect())
}

/// The days that a text asks about.
pub fn as_of(markdown: &str) -> AsOf {
    let day = |written: &str| Day::parse(written).unwrap_or_else(|error| panic!("`{written}`: {error}"));
    let asked = setting(markdown, "as-of").filter(|written| written != "published");
    AsOf {
        day: day(&asked.unwrap_or_else(|| USUAL_DAY.to_owned())),
        known_by: setting(markdown, "known-by").map(|written| day(&written)),
    }
}

/// Which day is the present of the drafts that a text shows.
pub fn present(markdown: &str) -> Present {
    match setting(markdown, "as-of").as_deref() {
        Some("published") => Present::Published,
        _ => Present::AsOf,
    }
}

/// Whether expectations are to be rewritten.
pub fn blessing() -> bool {
    std::env::var_os("ERSTWHILE_BLESS").is_some_and(|value| value != "0")
}

/// Fails with all cases that differ, as `run` tells of each; there must be at least so many.
pub fn all_agree(paths: &[PathBuf], least: usize, run: impl Fn(&Path) -> Option<String>) {
    assert!(paths.len() >= least, "{} cases", paths.len());
    let wrong: Vec<String> = paths.iter().filter_map(|path| run(path)).collect();
    assert!(
        wrong.is_empty(),
        "{} cases differ (ERSTWHILE_BLESS=1 rewrites them)\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// The options of a run that wants everything.
pub fn options(as_of: AsOf) -> CheckOptions {
    CheckOptions { command: "check", as_of, selection: Selection::default() }
}

/// A workspace of these files in the order in which the program reads them: by path, the embedded ones last.
pub fn workspace(mut own: Vec<(String, String)>) -> Files {
    own.sort();
    let mut files = Files::default();
    for (path, text) in own {
        files.add(File::new(path, text));
    }
    for (path, text) in STANDARD_FILES {
        files.add(File::new(path, text));
    }
    files
}

/// One draft, read against one file of claims.
pub fn read_draft(claims: &str, draft: &str, day: &str) -> (Loaded, Reading) {
    let mut files = workspace(vec![("claims/a.ron".to_owned(), claims.to_owned())]);
    let loaded = load::load(&files);
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    let draft = files.add(File::new("a.md", draft));
    let as_of = AsOf { day: Day::parse(day).expect("a day"), known_by: None };
    let options = DraftOptions { check: options(as_of), present: Present::AsOf };
    let mut readings = engine::read_drafts(&files, &loaded, &[draft], &options);
    (loaded, readings.remove(0))
}

/// The files that fenced blocks hold.
pub fn held(fences: &[Fence]) -> Vec<(String, String)> {
    fences.iter().filter_map(|fence| Some((fence.path("claims/example.ron")?, fence.text.clone()))).collect()
}

/// Checks the files that fenced blocks hold. Where one asks for an `encoding`, they go by way of a folder on disk.
pub fn check(fences: &[Fence], as_of: AsOf) -> (Report, Run) {
    if fences.iter().any(|fence| fence.attributes.contains_key("encoding")) {
        return check_on_disk(fences, as_of);
    }
    Run::check(workspace(held(fences)), &options(as_of))
}

/// Lints the drafts that fenced blocks hold against the claims and rules that others hold.
pub fn lint(fences: &[Fence], options: &DraftOptions) -> (Report, Run) {
    let (baselines, fences): (Vec<Fence>, Vec<Fence>) =
        fences.iter().cloned().partition(|fence| fence.language == "baseline");
    let (drafts, claims): (Vec<Fence>, Vec<Fence>) = fences.into_iter().partition(Fence::is_draft);
    let mut files = workspace(held(&claims));
    let loaded = load::load(&files);
    let drafts: Vec<_> =
        held(&drafts).into_iter().map(|(path, text)| files.add(File::new(path, text))).collect();
    let mut report = engine::lint(&files, &loaded, &drafts, options);
    for (path, text) in held(&baselines) {
        let baseline = Baseline::parse(&text).unwrap_or_else(|error| panic!("{error}"));
        let met = engine::leave_out(&mut report, &files, &baseline.findings());
        let file = files.add(File::new(path, text));
        let unused = baseline.entries.iter().zip(met).filter(|(_, met)| !met).map(|(entry, _)| entry);
        engine::report_unused(&mut report, &files, &loaded, &options.check, file, unused);
    }
    (report, Run { files, loaded })
}

fn check_on_disk(fences: &[Fence], as_of: AsOf) -> (Report, Run) {
    let folder = tempfile::tempdir().expect("a folder for the example");
    for fence in fences {
        let Some(path) = fence.path("claims/example.ron") else { continue };
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the folder of the example");
        let bytes = match fence.attributes.get("encoding").map(String::as_str) {
            None => fence.text.clone().into_bytes(),
            Some("latin-1") => {
                fence.text.chars().map(|letter| u8::try_from(letter).expect("a Latin letter")).collect()
            }
            Some(other) => panic!("there is no encoding `{other}`"),
        };
        fs::write(path, bytes).expect("the file of the example");
    }
    let gathered = workspace::gather(folder.path(), &[], &ReadOptions::default());
    let mut gathered = gathered.unwrap_or_else(|error| panic!("{error}"));
    let mut loaded = load::load(&gathered.files);
    loaded.findings.append(&mut gathered.findings);
    let report = engine::check_loaded(&gathered.files, &loaded, &options(as_of));
    (report, Run { files: gathered.files, loaded })
}

/// What a report is about: its words are made from both.
pub struct Run {
    /// The files.
    pub files: Files,
    /// What they hold.
    pub loaded: Loaded,
}

impl Run {
    /// Checks files.
    pub fn check(files: Files, options: &CheckOptions) -> (Report, Self) {
        let loaded = load::load(&files);
        let report = engine::check_loaded(&files, &loaded, options);
        (report, Self { files, loaded })
    }

    /// What the report is shown with, in English.
    pub fn context(&self) -> Context<'_> {
        Context { files: &self.files, words: self.words(), style: Style::default() }
    }

    /// What makes words of facts, in English.
    pub fn words(&self) -> Words<'_> {
        words(&self.loaded)
    }
}

/// What makes words of facts, in English.
pub fn words(loaded: &Loaded) -> Words<'_> {
    Words::new(&loaded.base, Choice::default())
}

/// A report, one line each finding.
pub fn concise(report: &Report, run: &Run) -> String {
    let mut text = Vec::new();
    render::render(OutputFormat::Concise, report, &run.context(), Style::default(), &mut text)
        .expect("memory to write to");
    String::from_utf8(text).expect("text")
}

/// The folder of the project.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
