//! The README and the pages of `docs/`: their files load, their commands print what the page says, their links lead
//! somewhere. With ERSTWHILE_BLESS=1 the pages are rewritten with what the commands print now.
//!
//! A fenced block with `path=…` is a file of the page's workspace. A block `console` has commands after `$ ` and what
//! they print; with `exit=2` they may end so, with `in=project` they run in the folder of the project, and with `run=no`
//! they are only checked to be commands.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use erstwhile::time::Day;
use tempfile::TempDir;

use crate::common::{ENGLISH_MONTHS, Fence, fences, project};

/// The longest that the first page may be.
const README_LINES: usize = 250;

/// The pages, from the root of the project, in the order of their names.
fn pages() -> Vec<String> {
    let entries = fs::read_dir(project().join("docs")).expect("docs/");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut pages: Vec<String> =
        names.filter(|name| name.ends_with(".md")).map(|name| format!("docs/{name}")).collect();
    pages.extend(["README.md".to_owned(), "CONTRIBUTING.md".to_owned()]);
    pages.sort();
    pages
}

fn text(page: &str) -> String {
    fs::read_to_string(project().join(page)).unwrap_or_else(|error| panic!("{page}: {error}"))
}

/// The commands of a console block, each with what is printed below it.
fn commands(block: &str) -> Vec<(&str, String)> {
    let mut commands: Vec<(&str, String)> = Vec::new();
    for line in block.split_inclusive('\n') {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => commands.push((command.trim_end(), String::new())),
            (None, Some((_, output))) => output.push_str(line),
            (None, None) => panic!("a console block begins with a command:\n{block}"),
        }
    }
    commands
}

/// Where the commands of a page run: a folder of its own and the folder that `cd` has led to.
struct Shell {
    root: TempDir,
    current: PathBuf,
}

impl Shell {
    fn new() -> Self {
        let root = tempfile::tempdir().expect("a folder");
        let current = root.path().to_owned();
        Self { root, current }
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root.path().join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("its folder");
        fs::write(path, text).expect("the file");
    }

    /// Runs one line and gives its exit code and what it printed.
    fn run(&mut self, line: &str) -> (i32, String) {
        let line = line.split("  #").next().unwrap_or(line).trim();
        let mut printed = String::new();
        for command in line.split(" && ") {
            if let Some(folder) = command.strip_prefix("cd ") {
                self.current.push(folder);
                continue;
            }
            let output = self.command(command).output().expect("a shell");
            printed.push_str(&String::from_utf8_lossy(&output.stdout));
            printed.push_str(&String::from_utf8_lossy(&output.stderr));
            match output.status.code() {
                Some(0) => {}
                code => return (code.unwrap_or(-1), trimmed(&printed)),
            }
        }
        (0, trimmed(&printed))
    }

    fn command(&self, line: &str) -> Command {
        let program = assert_cmd::cargo::cargo_bin("erstwhile");
        let folder = program.parent().map(Path::to_string_lossy).unwrap_or_default();
        let path = std::env::var("PATH").unwrap_or_default();
        let mut command = Command::new("sh");
        command
            .args(["-c", line])
            .current_dir(&self.current)
            .env("PATH", format!("{folder}:{path}"))
            .env("COLUMNS", "80")
            .env("LC_ALL", "C.UTF-8")
            .env("LANG", "C.UTF-8")
            .env_remove("LANGUAGE")
            .env_remove("ERSTWHILE_OUTPUT_FORMAT")
            .env_remove("GITHUB_STEP_SUMMARY");
        command
    }
}

/// Whether what was printed shows the day on which the command ran: what a page shows must come out on any day.
fn tells_today(printed: &str) -> bool {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("after 1970");
    let days = i32::try_from(since.as_secs() / (24 * 60 * 60)).expect("a day");
    let today = Day::from_number(days).to_string();
    printed.contains(&today) || printed.contains(&in_words(&today))
}

/// Lines without blanks at their ends.
fn trimmed(printed: &str) -> String {
    printed.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// A day as English messages have it: “1 June 2026”.
fn in_words(day: &str) -> String {
    let parts: Vec<usize> = day.split('-').filter_map(|part| part.parse().ok()).collect();
    let [year, month, day] = parts[..] else { panic!("`{day}` is not a day") };
    format!("{day} {} {year}", ENGLISH_MONTHS[month - 1])
}

/// Runs a console block: the block as it should be, and what is wrong with it.
fn ran(shell: &mut Shell, fence: &Fence) -> (String, Vec<String>) {
    let (mut block, mut wrong) = (String::new(), Vec::new());
    let may_fail = fence.attributes.get("exit").map(String::as_str) == Some("2");
    for (command, shown) in commands(&fence.text) {
        let (code, printed) = shell.run(command);
        if !(0..=1).contains(&code) && !may_fail {
            wrong.push(format!("`{command}` ends with {code}:\n{printed}"));
        } else if tells_today(&printed) {
            wrong.push(format!("`{command}` tells the day on which it ran; give it `--as-of`"));
        } else if printed != shown {
            wrong.push(format!("`{command}` prints\n{printed}and the page says\n{shown}"));
        }
        block.push_str(&format!("$ {command}\n{printed}"));
    }
    (block, wrong)
}

/// Runs the commands of a page in the workspace of its files; what is printed is compared, or written into the page.
fn examples(page: &str) -> Vec<String> {
    let before = text(page);
    let bless = std::env::var_os("ERSTWHILE_BLESS").is_some();
    let mut shell = Shell::new();
    let (mut after, mut wrong, mut at) = (String::new(), Vec::new(), 0);
    for fence in fences(&before) {
        after.push_str(&before[at..fence.range.start]);
        at = fence.range.start;
        if let Some(path) = fence.attributes.get("path") {
            shell.write(path, &fence.text);
        } else if fence.language == "console" && !fence.attributes.contains_key("run") {
            let kept = shell.current.clone();
            if fence.attributes.contains_key("in") {
                shell.current = project();
            }
            let (block, amiss) = ran(&mut shell, &fence);
            if fence.attributes.contains_key("in") {
                shell.current = kept;
            }
            wrong.extend(amiss.into_iter().filter(|_| !bless));
            after.push_str(&block);
            at = fence.range.end;
        }
    }
    after.push_str(&before[at..]);
    if bless && after != before {
        fs::write(project().join(page), after).expect("the page");
    }
    wrong.extend(faults_of_files(&mut shell));
    wrong.into_iter().map(|fault| format!("{page}: {fault}")).collect()
}

/// What is wrong with how the files of a page are written.
fn faults_of_files(shell: &mut Shell) -> Vec<String> {
    shell.current = shell.root.path().to_owned();
    let mut wrong = Vec::new();
    if shell.current.join("claims").is_dir() || shell.current.join("rules").is_dir() {
        let (_, printed) = shell.run("erstwhile check --output-format concise --quiet");
        let about_writing = |line: &&str| {
            ["[malformed", "[unknown-", "[unparsable", "[duplicate-id"].iter().any(|code| line.contains(code))
        };
        wrong.extend(printed.lines().filter(about_writing).map(str::to_owned));
    }
    if shell.current.join("erstwhile.ron").is_file() {
        let (code, printed) = shell.run("erstwhile config");
        wrong.extend((code != 0).then_some(printed));
    }
    wrong
}

#[test]
fn examples_do_what_the_pages_say() {
    let wrong: Vec<String> = pages().iter().flat_map(|page| examples(page)).collect();
    assert!(wrong.is_empty(), "ERSTWHILE_BLESS=1 writes what is printed now\n{}", wrong.join("\n"));
}

#[test]
fn commands_that_are_not_run_are_commands() {
    let mut shell = Shell::new();
    let mut wrong = Vec::new();
    for page in pages() {
        for fence in fences(&text(&page)).iter().filter(|fence| fence.attributes.contains_key("run")) {
            for (command, _) in commands(&fence.text) {
                let words = command.split([';', '|', '&', '#']).next().unwrap_or(command);
                if words.starts_with("erstwhile ") && shell.run(&format!("{words} --help")).0 != 0 {
                    wrong.push(format!("{page}: {command}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn snippets_are_yaml() {
    for page in pages() {
        for fence in fences(&text(&page)).iter().filter(|fence| fence.language == "yaml") {
            let snippet = fence.text.replace("<this repository>", "owner/erstwhile");
            yaml_rust2::YamlLoader::load_from_str(&snippet).unwrap_or_else(|error| panic!("{page}: {error}"));
        }
    }
}

#[test]
fn ron_is_a_file_of_the_page() {
    let shown = |page: &String| {
        fences(&text(page)).into_iter().map(|fence| (page.clone(), fence)).collect::<Vec<_>>()
    };
    for (page, fence) in pages().iter().flat_map(shown) {
        let whole = fence.language != "ron" || fence.attributes.contains_key("path");
        assert!(whole, "{page}: without `path=` nothing tests this:\n{}", fence.text);
    }
}

#[test]
fn every_page_is_in_the_table_of_contents() {
    let contents = text("docs/README.md");
    for page in
        pages().iter().filter_map(|page| page.strip_prefix("docs/")).filter(|page| *page != "README.md")
    {
        assert!(contents.contains(&format!("({page})")), "docs/README.md does not name {page}");
    }
    let lines = text("README.md").lines().count();
    assert!(lines <= README_LINES, "README.md has {lines} lines; the rest belongs in docs/");
}

/// The targets of the links of a page, without those to the web.
fn links(text: &str) -> Vec<String> {
    let prose: Vec<&str> = text.split("```").step_by(2).collect();
    let rest = prose.join("\n");
    let targets = rest.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned()));
    targets.filter(|target| !target.contains("://")).collect()
}

/// The anchors of a page's headings, as GitHub makes them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let slug = |heading: &str| -> String {
        let words = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = words.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
        kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
    };
    headings.map(slug).collect()
}

#[test]
fn links_lead_somewhere() {
    let mut wrong = Vec::new();
    for page in pages() {
        let from = Path::new(&page).parent().map(Path::to_owned).unwrap_or_default();
        for target in links(&text(&page)) {
            let (path, anchor) = target.split_once('#').unwrap_or((&target, ""));
            let path = if path.is_empty() { PathBuf::from(&page) } else { from.join(path) };
            let there = project().join(&path);
            let known = |anchor: &str| {
                let text = fs::read_to_string(&there).unwrap_or_default();
                anchors(&text).contains(anchor)
            };
            if !there.exists() || !(anchor.is_empty() || known(anchor)) {
                wrong.push(format!("{page}: {target}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn recipes_name_files_that_exist() {
    let page = text("CONTRIBUTING.md");
    let named = page.split('`').skip(1).step_by(2);
    let paths = named
        .filter(|word| ["src/", "tests/", "rules/", "docs/"].iter().any(|folder| word.starts_with(folder)));
    // A word in capitals or a star stands for what the reader adds.
    let fixed = paths.filter(|path| {
        !path.contains('*')
            && !path
                .split(['/', '.'])
                .any(|part| part.len() > 1 && part.chars().all(|letter| letter.is_ascii_uppercase()))
    });
    let missing: Vec<&str> = fixed.filter(|path| !project().join(path).exists()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
