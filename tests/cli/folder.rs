//! A folder made for one test, and the program run in it.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use tempfile::TempDir;

/// A claim whose period is the wrong way round: what is found wherever it is still looked for.
pub const TURNED: &str = r#"(
    claims: [(id: "turned", statement: "The mill stood still", valid: "2005/2004", sources: ["chronicle"])],
    sources: [(id: "chronicle", title: "Chronicle", published: "2010", kind: primary)],
)
"#;

/// A claim base without a fault.
pub const GOOD: &str = r#"(
    entities: [(id: "mill", name: "the mill"), (id: "ann", name: "Ann Weaver")],
    sources: [(id: "chronicle", title: "Chronicle", published: "2024-05-01", kind: primary)],
    relations: [(id: "run-by", label: "is run by", functional: true)],
    claims: [(id: "mill-run-by-ann", subject: "mill", relation: "run-by", object: "ann", valid: "2020/..", sources: ["chronicle"])],
)
"#;

/// The result of a run of the program.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub struct Folder(TempDir);

impl Folder {
    /// An empty one.
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    /// One with these files.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self::new();
        for (path, text) in files {
            folder.write(path, text);
        }
        folder
    }

    pub fn path(&self, inside: &str) -> PathBuf {
        self.0.path().join(inside)
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("its folder");
        fs::write(path, bytes).expect("the file");
    }

    /// The program in this folder, on a day that does not change.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::cargo_bin("erstwhile").expect("the program");
        command
            .current_dir(self.0.path())
            .env_remove("ERSTWHILE_OUTPUT_FORMAT")
            .env_remove("NO_COLOR")
            .env_remove("GITHUB_STEP_SUMMARY")
            .args(args);
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        ran(&mut self.command(args))
    }

    /// `check` with one line a finding.
    pub fn check(&self, args: &[&str]) -> Ran {
        let usual = ["check", "--output-format", "concise", "--as-of", "2026-01-01"];
        self.run(&[usual.as_slice(), args].concat())
    }
}

pub fn ran(command: &mut Command) -> Ran {
    let output = command.output().expect("the program runs");
    let code = output.status.code().expect("the program ends by itself");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    let ran = Ran { code, out: text(output.stdout), err: text(output.stderr) };
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    ran
}

impl Ran {
    /// Ends with this code and has these words in a line of its output, one line for each.
    pub fn says(&self, code: i32, lines: &[&[&str]]) {
        for words in lines {
            let found = self.out.lines().any(|line| words.iter().all(|word| line.contains(word)));
            assert!(found, "no line with {words:?}\nout: {}\nerr: {}", self.out, self.err);
        }
        self.ends(code);
    }

    pub fn ends(&self, code: i32) {
        assert_eq!(self.code, code, "out: {}\nerr: {}", self.out, self.err);
    }
}
