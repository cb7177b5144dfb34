//! Edits of claims in the text of their files, as data: each file of `tests/edits/` has the texts before, what becomes of
//! which claims, and the texts after, or why it cannot be done.
//!
//! A case is one or more fenced files with `path=`, a block `edits` with lines `drop ID` and `close ID END`, and the files
//! that change, with `new=` instead of `path=`, or a block `refused`. What Markdown cannot show is said by attributes: of the
//! first file `lines=crlf` and `mark=yes` (a byte order mark), of any file `last=open` (no line break at the end).
//! `ERSTWHILE_BLESS=1 cargo test --test check edits` writes what comes out now.

use std::fs;

use erstwhile::load::edit::{ClaimEdit, EditError, refusal, rewrite};
use erstwhile::load::{Loaded, load};
use erstwhile::text::{File, Files};
use erstwhile::time::parse_date;

use crate::common::{self, Fence, fences};

/// One case: the files before, the edits, what is expected.
#[derive(Default)]
struct Case {
    old: Vec<Fence>,
    edits: Vec<String>,
    expected: Vec<Fence>,
}

fn cases(page: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for fence in fences(page) {
        let is_old = fence.attributes.contains_key("path");
        if is_old && cases.last().is_none_or(|case| !case.edits.is_empty()) {
            cases.push(Case::default());
        }
        let case = cases.last_mut().expect("a case begins with a file");
        match fence.language.as_str() {
            "edits" => case.edits = fence.text.lines().map(str::to_owned).collect(),
            _ if is_old => case.old.push(fence),
            _ => case.expected.push(fence),
        }
    }
    cases
}

impl Case {
    /// A text as it is in the file.
    fn raw(&self, fence: &Fence) -> String {
        let said = |name: &str| self.old[0].attributes.contains_key(name);
        let mut text = fence.text.clone();
        if fence.attributes.contains_key("last") {
            text.truncate(text.trim_end_matches('\n').len());
        }
        if said("lines") {
            text = text.replace('\n', "\r\n");
        }
        if said("mark") { format!("\u{feff}{text}") } else { text }
    }

    fn files(&self) -> Files {
        let mut files = Files::default();
        for fence in &self.old {
            files.add(File::new(fence.attributes["path"].as_str(), self.raw(fence)));
        }
        files
    }

    fn edits(&self, loaded: &Loaded) -> Vec<ClaimEdit> {
        let edit = |line: &String| {
            let words: Vec<&str> = line.split(' ').collect();
            let claim = loaded.index.find(&loaded.base.claims, words[1]);
            let claim = claim.unwrap_or_else(|| panic!("no claim `{}`: {:?}", words[1], loaded.findings));
            match words[0] {
                "drop" => ClaimEdit::Drop(claim),
                "close" => ClaimEdit::Close { claim, end: parse_date(words[2]).expect("a date") },
                other => panic!("`{other}` is no edit"),
            }
        };
        self.edits.iter().map(edit).collect()
    }

    /// What comes out: a text for each expected block.
    fn outcome(&self) -> Vec<String> {
        let files = self.files();
        let loaded = load(&files);
        match rewrite(&files, &loaded, &self.edits(&loaded)) {
            Err(error) => vec![format!("{error}\n")],
            Ok(rewritten) => {
                assert_eq!(rewritten.len(), self.expected.len(), "files changed by {:?}", self.edits);
                let named = |fence: &Fence| {
                    let new =
                        rewritten.iter().find(|new| files.get(new.file).path() == fence.attributes["new"]);
                    new.expect("a file that changes").text(&files)
                };
                self.expected.iter().map(named).collect()
            }
        }
    }
}

#[test]
fn edits_make_of_files_what_they_say() {
    let blessing = common::blessing();
    let folder = common::project().join("tests/edits");
    let (mut count, mut wrong) = (0, Vec::new());
    for entry in fs::read_dir(folder).expect("the folder of edits") {
        let path = entry.expect("an entry").path();
        let mut page = fs::read_to_string(&path).expect("a page");
        for case in cases(&page).iter().rev() {
            count += 1;
            for (fence, text) in case.expected.iter().zip(case.outcome()).rev() {
                let is_refusal = fence.language == "refused";
                let expected = if is_refusal { fence.text.clone() } else { case.raw(fence) };
                if text == expected {
                    continue;
                }
                wrong.push(format!("{:?}\n--- expected\n{expected}\n--- got\n{text}", case.edits));
                if blessing {
                    let shown = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
                    let end = if shown.is_empty() || shown.ends_with('\n') { "" } else { "\n" };
                    page.replace_range(fence.range.clone(), &format!("{shown}{end}"));
                }
            }
        }
        if blessing {
            fs::write(&path, page).expect("the page rewritten");
        }
    }
    assert!(count >= 30, "{count} cases");
    assert!(blessing || wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n"));
}

/// Comments of a RON file, found without the scanner of the program.
pub fn comments(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < signs.len() {
        let start = at;
        match (signs[at], signs.get(at + 1)) {
            ('"', _) => {
                at += 1;
                while signs[at] != '"' {
                    at += if signs[at] == '\\' { 2 } else { 1 };
                }
            }
            ('/', Some('/')) => {
                while at < signs.len() && signs[at] != '\n' {
                    at += 1;
                }
                found.push(signs[start..at].iter().collect::<String>().trim_end().to_owned());
            }
            ('/', Some('*')) => {
                let mut depth = 0;
                loop {
                    match (signs[at], signs[at + 1]) {
                        ('/', '*') => (depth, at) = (depth + 1, at + 2),
                        ('*', '/') => (depth, at) = (depth - 1, at + 2),
                        _ => at += 1,
                    }
                    if depth == 0 {
                        break;
                    }
                }
                found.push(signs[start..at].iter().collect());
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// All files of this project that hold claims: its own, those of the documentation, those of `explain`, those of `init`.
fn written_ones() -> Vec<(String, String)> {
    let project = common::project();
    let folders = ["claims", "docs", "src/model/code", "src/check", "src/cli/init", "tests/cases", "."];
    let paths = folders.into_iter().flat_map(|folder| fs::read_dir(project.join(folder)).expect("a folder"));
    let mut all = Vec::new();
    for path in paths.map(|entry| entry.expect("an entry").path()) {
        let kind = path.extension().map(|extension| extension.to_string_lossy().into_owned());
        let text = || fs::read_to_string(&path).expect("text");
        let name = path.display().to_string();
        match kind.as_deref() {
            Some("ron") => all.push((name, text())),
            Some("md") => all.extend(fences(&text()).into_iter().filter_map(|fence| {
                let kind = fence.path("a.ron")?.rsplit_once('.')?.1.to_owned();
                ["ron", "csv", "tsv", "jsonl"]
                    .contains(&kind.as_str())
                    .then(|| (format!("{name}.{kind}"), fence.text))
            })),
            _ => {}
        }
    }
    all
}

#[test]
fn every_claim_that_is_written_anywhere_can_be_dropped_and_closed() {
    let mut made = 0;
    for (path, text) in written_ones() {
        let mut files = Files::default();
        files.add(File::new(path.as_str(), text.as_str()));
        let loaded = load(&files);
        for claim in loaded.base.claims.iter() {
            let end = loaded.base.claims.period(claim).start();
            let closed = ClaimEdit::Close { claim, end };
            for edit in [ClaimEdit::Drop(claim), closed] {
                let refused = refusal(&files, &loaded, edit);
                let new = match rewrite(&files, &loaded, &[edit]) {
                    Ok(rewritten) => {
                        assert_eq!(refused, None);
                        rewritten.into_iter().next().map_or(text.clone(), |new| new.text(&files))
                    }
                    Err(error) if refused == Some(error.clone()) => continue,
                    // Without its start it would end on any day.
                    Err(EditError::Misread { .. }) if !end.earliest.is_finite() => continue,
                    Err(error) => panic!("{path}: {error}\n{text}"),
                };
                if path.ends_with(".ron") {
                    assert_eq!(comments(&text), comments(&new), "{path}");
                }
                made += 1;
            }
        }
    }
    assert!(made > 400, "{made} edits");
}
