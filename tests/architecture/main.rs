//! The floor plan of DESIGN §5, enforced: which module may use which, where each library is used, and how files are kept.
//!
//! Reads the sources as text. What a rule permits beyond its wording is in a list of exceptions, each with its reason.

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use erstwhile::check::KINDS;
use erstwhile::model::Code;
use source::{Source, files, sources, test_only};

/// All modules and their floors, in the order in which `lib.rs` names them.
const FLOORS: [(&str, u8); 18] = [
    ("main", 10),
    ("cli", 9),
    ("lsp", 9),
    ("workspace", 8),
    ("engine", 7),
    ("check", 6),
    ("draft", 6),
    ("graph", 5),
    ("load", 4),
    ("render", 4),
    ("words", 3),
    ("amounts", 2),
    ("model", 1),
    ("time", 0),
    ("text", 0),
    ("tokens", 0),
    ("store", 0),
    ("repair", 0),
];

/// The floors of `draft`, lowest first. `allow` is beside the others and needs `markup` alone.
const DRAFT_FLOORS: [&str; 5] = ["markup", "allow", "segmentation", "mentions", "reading"];

/// The most lines of a file; its own tests are counted apart.
const LONGEST: usize = 400;

/// What only some may use: the word, the modules where it may be, and why.
const CONFINED: [(&str, &[&str], &str); 24] = [
    ("fluent_bundle", &["words"], "words are made in one place"),
    ("prefetch_index", &["store"], "how memory is used is decided in one place"),
    ("hashbrown", &["store"], "how memory is used is decided in one place"),
    ("petgraph", &["graph"], "the structure of the graph is its own business"),
    ("edtf_core", &["time"], "dates are read in one place"),
    ("jiff", &["time"], "the calendar is in one place"),
    ("pulldown_cmark", &["draft"], "markup is the drafts' business"),
    ("html5gum", &["draft"], "markup is the drafts' business"),
    ("saphyr_parser", &["draft"], "markup is the drafts' business"),
    ("toml::de", &["draft"], "markup is the drafts' business"),
    ("miette", &["render"], "how findings look is decided in one place"),
    ("std::fs", &["workspace", "cli", "main"], "the disk is read by `workspace` and written by `cli`"),
    ("std::env", &["workspace", "cli", "main"], "nothing below depends on the surroundings"),
    (
        "std::process",
        &["workspace", "main"],
        "only the program ends itself, and only `workspace` asks another",
    ),
    ("ignore", &["workspace"], "folders are searched in one place"),
    ("SystemTime", &["main"], "the clock is read once"),
    ("Instant", &["main"], "the clock is read once"),
    ("clap", &["cli", "main"], "arguments are the command line's"),
    ("println!", &["cli", "main"], "results are returned, not printed"),
    ("print!", &["cli", "main"], "results are returned, not printed"),
    ("eprintln!", &["cli", "main"], "results are returned, not printed"),
    ("eprint!", &["cli", "main"], "results are returned, not printed"),
    ("stdout", &["cli", "main"], "results are returned, not printed"),
    ("stderr", &["cli", "main"], "results are returned, not printed"),
];

/// Uses that break the floor plan and are meant to: the file, what it uses, and why. None.
const FLOOR_EXCEPTIONS: [(&str, &str, &str); 0] = [];

/// Words in places where [`CONFINED`] forbids them: the file, the word, and why.
const WORD_EXCEPTIONS: [(&str, &str, &str); 4] = [
    ("src/workspace/git/mod.rs", "stdout", "what git answers"),
    ("src/workspace/git/mod.rs", "stderr", "what git complains of"),
    ("src/workspace/git/objects.rs", "stdout", "what git answers"),
    ("src/workspace/git/objects.rs", "stderr", "what git complains of"),
];

/// Files longer than [`LONGEST`], and why.
const LENGTH_EXCEPTIONS: [(&str, &str); 0] = [];

fn floor(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor)
}

/// Fails with all breaches at once.
fn expect_none(breaches: &[String]) {
    assert!(breaches.is_empty(), "{} breaches:\n{}\n", breaches.len(), breaches.join("\n"));
}

/// The modules of the crate that a file names after `crate::`, with the line.
fn used_modules(source: &Source, root: &str) -> Vec<(usize, String)> {
    let mut used = Vec::new();
    for at in source.places_of(root) {
        let rest = source.code[at + root.len()..].trim_start();
        let line = source.line(at);
        match rest.strip_prefix('{') {
            None => used.push((line, first_word(rest))),
            Some(group) => used.extend(top_level(group).into_iter().map(|path| (line, first_word(path)))),
        }
    }
    used
}

fn first_word(path: &str) -> String {
    path.trim_start().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

/// The paths of a `{…}` group, not those of groups within it.
fn top_level(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut paths) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                paths.push(&group[start..at]);
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    paths.retain(|path| !path.trim().is_empty());
    paths
}

#[test]
fn modules_use_only_lower_floors() {
    let mut breaches = Vec::new();
    for source in sources("src") {
        let own = source.module();
        if own == "lib" {
            continue;
        }
        let Some(floor_here) = floor(own) else {
            breaches.push(format!("{}: `{own}` has no floor in this test", source.path));
            continue;
        };
        let root = if own == "main" { "erstwhile::" } else { "crate::" };
        for (line, used) in used_modules(&source, root) {
            let excepted =
                FLOOR_EXCEPTIONS.iter().any(|(path, what, _)| *path == source.path && *what == used);
            match floor(&used) {
                _ if used == own || excepted => {}
                Some(there) if there < floor_here => {}
                Some(there) => {
                    let place = format!("{}:{line}", source.path);
                    breaches
                        .push(format!("{place}: `{own}` (floor {floor_here}) uses `{used}` (floor {there})"));
                }
                None => breaches.push(format!("{}:{line}: `{root}{used}` is no module", source.path)),
            }
        }
    }
    expect_none(&breaches);
}

#[test]
fn floors_of_draft_use_only_lower_ones() {
    let floor = |name: &str| DRAFT_FLOORS.iter().position(|known| *known == name);
    let mut breaches = Vec::new();
    for source in sources("src/draft") {
        let own = source.path.split('/').nth(2).unwrap_or_default();
        let Some(floor_here) = floor(own) else { continue };
        for (line, used) in used_modules(&source, "crate::draft::") {
            let lower = floor(&used).is_some_and(|there| there < floor_here);
            if used != own && !lower {
                breaches.push(format!("{}:{line}: `{own}` uses `{used}`", source.path));
            }
        }
    }
    expect_none(&breaches);
}

/// A path such as `super::super::model` would leave the module without naming it.
#[test]
fn nothing_leaves_its_module_by_super() {
    let mut breaches = Vec::new();
    for source in sources("src") {
        let parts = source.path.split('/').count() - 1;
        let depth = if source.path.ends_with("/mod.rs") { parts - 1 } else { parts };
        let inline =
            usize::from(source.code.lines().any(|line| line.starts_with("mod ") && line.ends_with('{')));
        for at in source.places_of("super::") {
            let steps = source.code[at..].split("super::").take_while(|between| between.is_empty()).count();
            let preceded = source.code[..at].ends_with("super::");
            if !preceded && steps >= depth + inline {
                breaches.push(format!(
                    "{}:{}: this path leads to the root of the crate",
                    source.path,
                    source.line(at)
                ));
            }
        }
    }
    expect_none(&breaches);
}

#[test]
fn the_library_names_its_modules_from_the_top() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let named: Vec<&str> =
        text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let order: Vec<&str> = FLOORS.iter().map(|(name, _)| *name).filter(|name| named.contains(name)).collect();
    assert_eq!(named, order, "`mod` lines are in the order of the floors, highest first");
    let folders = sources("src").into_iter().map(|source| source.module().to_owned());
    let there: BTreeSet<String> = folders.filter(|module| module != "lib" && module != "main").collect();
    assert_eq!(
        there,
        named.iter().map(|name| (*name).to_owned()).collect(),
        "each module is public and named once"
    );
}

#[test]
fn libraries_and_the_outside_world_stay_in_their_places() {
    let mut breaches = Vec::new();
    for source in sources("src") {
        for (word, modules, reason) in CONFINED {
            let excepted =
                WORD_EXCEPTIONS.iter().any(|(path, what, _)| *path == source.path && *what == word);
            if modules.contains(&source.module()) || excepted {
                continue;
            }
            let places = source.places_of(word);
            // `.ignore` is a field of options, `ignore::` the library.
            let meant =
                places.filter(|at| word != "ignore" || source.code[at + word.len()..].starts_with("::"));
            for at in meant {
                breaches.push(format!("{}:{}: `{word}`: {reason}", source.path, source.line(at)));
            }
        }
    }
    expect_none(&breaches);
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() {
    let mut breaches = Vec::new();
    for source in ["src", "tests", "benches", "fuzz/src", "fuzz/fuzz_targets"].into_iter().flat_map(sources) {
        if !source.text.starts_with("//! ") {
            breaches.push(format!("{}: begins with a `//!` line that says what it is for", source.path));
        }
        let (program, tests) = source.lengths();
        let excepted = LENGTH_EXCEPTIONS.iter().any(|(path, _)| *path == source.path);
        if program.max(tests) > LONGEST && !excepted {
            breaches.push(format!(
                "{}: {program} lines and {tests} lines of tests, where {LONGEST} may be",
                source.path
            ));
        }
    }
    expect_none(&breaches);
}

#[test]
fn each_type_has_a_name_of_its_own() {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    let mut breaches = Vec::new();
    for source in sources("src") {
        for (line, name) in source.types() {
            let place = format!("{}:{line}", source.path);
            if let Some(other) = first.get(&name) {
                breaches.push(format!("{place}: `{name}` is also at {other}"));
            } else {
                first.insert(name, place);
            }
        }
    }
    assert!(first.len() > 500, "the types are found: {}", first.len());
    expect_none(&breaches);
}

#[test]
fn nothing_is_left_to_do_or_to_fall_over() {
    // A method called `expect` that takes something else than words is not the one that panics.
    let words = ["todo!", "unimplemented!", "dbg!", "panic!", "unreachable!", ".unwrap()", ".expect( "];
    let all = sources("src");
    let only_tested = test_only(&all);
    let mut breaches = Vec::new();
    for source in all.iter().filter(|source| !only_tested.contains(&source.path)) {
        for word in words {
            let places = source.program().match_indices(word);
            breaches.extend(places.map(|(at, _)| format!("{}:{}: `{word}`", source.path, source.line(at))));
        }
    }
    expect_none(&breaches);
}

#[test]
fn every_code_has_its_page_and_every_page_its_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model/code");
    assert_eq!(stems(&folder, "md"), Code::ALL.iter().map(|code| code.as_str().to_owned()).collect());
    for code in Code::ALL {
        assert!(code.page().contains(code.as_str()), "the page of `{code}` names it");
    }
}

#[test]
fn every_kind_has_its_code_and_its_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check");
    let kinds: BTreeSet<String> = KINDS.iter().map(|kind| kind.name.to_owned()).collect();
    assert_eq!(kinds.len(), KINDS.len(), "each kind is listed once");
    assert_eq!(stems(&folder, "md"), kinds);
    let code = stems(&folder, "rs");
    expect_none(
        &kinds.difference(&code).map(|kind| format!("src/check/{kind}.rs is missing")).collect::<Vec<_>>(),
    );
}

/// The names of the files in a folder that have this extension.
fn stems(folder: &Path, extension: &str) -> BTreeSet<String> {
    let paths =
        files(folder).into_iter().filter(|path| path.extension().is_some_and(|found| found == extension));
    paths.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned())).collect()
}

#[test]
fn every_dependency_gives_its_reason_and_is_used() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let program = sources("src");
    let mut all = ["tests", "benches"].map(sources).concat();
    all.extend(program.iter().cloned());
    let mut breaches = Vec::new();
    let (mut section, mut before) = ("", "");
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if let Some((name, rest)) = line.split_once('=').filter(|_| section.ends_with("dependencies]"))
        {
            let reason = before.starts_with('#')
                || rest.split_once('#').is_some_and(|(_, reason)| !reason.trim().is_empty());
            if !reason {
                breaches.push(format!("Cargo.toml: `{line}` has no comment that says what it is for"));
            }
            let name = name.trim().replace('-', "_");
            let users = if section == "[dependencies]" { &program } else { &all };
            if !users.iter().any(|source| source.places_of(&name).next().is_some()) {
                breaches.push(format!("Cargo.toml: `{name}` is used nowhere"));
            }
        }
        before = line;
    }
    expect_none(&breaches);
}

/// Each test program is relinked after every change.
#[test]
fn there_is_one_test_program_an_area() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut breaches = Vec::new();
    let mut programs = 0;
    for path in fs::read_dir(&tests).unwrap().map(|entry| entry.unwrap().path()) {
        programs += usize::from(path.join("main.rs").exists());
        if path.extension().is_some_and(|extension| extension == "rs") {
            breaches.push(format!("{}: belongs into the folder of an area, as a module", path.display()));
        }
    }
    if programs > 6 {
        breaches.push(format!("{programs} programs of tests, where 6 may be"));
    }
    expect_none(&breaches);
}
