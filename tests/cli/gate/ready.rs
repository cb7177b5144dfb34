//! What is ready to use: hooks and action are what their readers take, and call the program as it is. The snippets of the
//! documentation are tested with it.

use std::fs;
use std::path::Path;

use yaml_rust2::{Yaml, YamlLoader};

use crate::folder::Folder;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[track_caller]
fn yaml(text: &str) -> Yaml {
    let mut documents = YamlLoader::load_from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(documents.len(), 1, "{text}");
    documents.remove(0)
}

/// Whether the program takes these words as a command and flags.
#[track_caller]
fn is_taken(words: &str) {
    let args: Vec<&str> = words.split_whitespace().skip(1).chain(["--help"]).collect();
    Folder::new().run(&args).ends(0);
}

#[test]
fn hooks_call_the_program_as_it_is() {
    let hooks = yaml(&read(".pre-commit-hooks.yaml"));
    let hooks = hooks.as_vec().expect("a list");
    let ids: Vec<&str> = hooks.iter().filter_map(|hook| hook["id"].as_str()).collect();
    assert_eq!(ids, ["erstwhile-claims", "erstwhile-drafts", "erstwhile-all-drafts"]);
    for hook in hooks {
        is_taken(hook["entry"].as_str().expect("an entry"));
        let takes_names = hook["pass_filenames"].as_bool().unwrap_or(true);
        assert_eq!(takes_names, hook["id"].as_str() == Some("erstwhile-drafts"));
    }
}

#[test]
fn the_action_is_one() {
    let action = yaml(&read("action.yml"));
    assert_eq!(action["runs"]["using"].as_str(), Some("composite"));
    let steps = action["runs"]["steps"].as_vec().expect("steps");
    for step in steps {
        assert!(step["shell"].as_str().is_some(), "a step of a composite action names its shell");
        let script = step["run"].as_str().expect("a script");
        assert!(!script.contains("${{"), "what people write must not become part of a script: {script}");
    }
    for flag in ["--fail-on error", "--new-from-merge-base main", "--output-format full"] {
        is_taken(&format!("erstwhile lint {flag}"));
        is_taken(&format!("erstwhile check {flag}"));
    }
}
