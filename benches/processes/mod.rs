//! The program as a process: a page of the project's own beside `rg`, and many drafts on one core and on two.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::corpus::Corpus;
use crate::reports::Pair;

const OWN: &str = env!("CARGO_BIN_EXE_erstwhile");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A page against the project's own claims, and `rg` over the same file.
pub fn page() -> io::Result<()> {
    const RUNS: usize = 41;
    let folder = temporary()?;
    let path = folder.join("page.md");
    let text = "Microsoft Azure was the exclusive cloud provider of OpenAI until January 2025. ".to_owned()
        + "Since then OpenAI also uses Oracle and Google Cloud. Nobody knows how that will end.\n\n";
    std::fs::write(&path, text.repeat(20))?;
    let own = |command: &mut Command| {
        command.args(["lint", "--as-of", "2025-11-30"]).arg(&path).current_dir(ROOT);
    };
    let peer = |command: &mut Command| {
        command.args(["-n", "Azure"]).arg(&path);
    };
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        ours.push(wall(OWN, &own)?);
        theirs.extend(wall("rg", &peer).ok());
    }
    ours.sort_unstable();
    theirs.sort_unstable();
    let median = ours[RUNS / 2];
    println!("page: {} bytes, whole processes, median of {RUNS}", text.len() * 20);
    println!("  erstwhile lint   {median:>8.1?}");
    match theirs.get(theirs.len() / 2) {
        Some(other) => {
            println!("  rg               {other:>8.1?}   {:.1} times less", ratio(median, *other));
        }
        None => println!("  rg: not there"),
    }
    std::fs::remove_dir_all(folder)
}

/// Drafts on disk, with one core and with two: time and the most memory.
pub fn folder(corpus: &Corpus) -> io::Result<()> {
    let folder = temporary()?;
    std::fs::create_dir_all(folder.join("claims"))?;
    std::fs::create_dir_all(folder.join("drafts"))?;
    let mut claims = String::from("(entities: [\n");
    for (number, phrase) in corpus.phrases.iter().enumerate() {
        claims.push_str(&format!("(id: \"e{number}\", name: \"{phrase}\"),\n"));
    }
    claims.push_str(
        "], claims: [(id: \"c\", statement: \"x\", subject: \"e0\", relation: \"acquired\", object: \"e1\", \
         valid: \"2020\", sources: [])])\n",
    );
    std::fs::write(folder.join("claims/bench.ron"), claims)?;
    for (number, draft) in corpus.drafts.iter().enumerate() {
        std::fs::write(folder.join(format!("drafts/{number:05}.md")), draft)?;
    }
    let bytes: usize = corpus.drafts.iter().map(String::len).sum();
    println!("folder: {} MB in {} drafts, whole processes", bytes / 1_000_000, corpus.drafts.len());
    for command in ["lint", "read"] {
        let run = |threads: &str| best(3, || watched(&folder, &[command, "drafts"], threads));
        let (one, memory) = run("1")?;
        let (two, memory_of_two) = run("2")?;
        println!(
            "  {command}: one core {one:>8.0?} and {memory} MB, two cores {two:>8.0?} and {memory_of_two} MB, {:.2} times \
             as fast",
            ratio(one, two)
        );
    }
    std::fs::remove_dir_all(folder)
}

/// Pairs of reports, by how many sentences each of the two has: time and memory of `reconcile`, beside `lint`.
pub fn reports(pairs: &[(usize, Pair)]) -> io::Result<()> {
    println!("reports: two of them, whole processes, one core");
    for (count, pair) in pairs {
        let folder = temporary()?;
        std::fs::create_dir_all(folder.join("claims"))?;
        std::fs::write(folder.join("claims/bench.ron"), &pair.claims)?;
        for (name, report) in ["a.md", "b.md"].iter().zip(&pair.reports) {
            std::fs::write(folder.join(name), report)?;
        }
        let run = |command: &str| best(3, || watched(&folder, &[command, "a.md", "b.md"], "1"));
        let (lint, memory_of_lint) = run("lint")?;
        let (reconcile, memory) = run("reconcile")?;
        println!(
            "  {count} sentences each: lint {lint:>8.0?} and {memory_of_lint} MB, reconcile {reconcile:>8.0?} and {memory} MB, \
             {:.2} times as long",
            ratio(reconcile, lint)
        );
        std::fs::remove_dir_all(folder)?;
    }
    Ok(())
}

fn ratio(one: Duration, two: Duration) -> f64 {
    one.as_secs_f64() / two.as_secs_f64()
}

fn temporary() -> io::Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("erstwhile-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn wall(program: &str, set: &dyn Fn(&mut Command)) -> io::Result<Duration> {
    let mut command = Command::new(program);
    set(&mut command);
    let start = Instant::now();
    command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    Ok(start.elapsed())
}

/// The shortest time, with the memory of that run.
fn best(runs: usize, mut run: impl FnMut() -> io::Result<(Duration, u64)>) -> io::Result<(Duration, u64)> {
    let mut best = run()?;
    for _ in 1..runs {
        best = best.min(run()?);
    }
    Ok(best)
}

/// A run over the folder: its time, and the most memory in MB, as far as the system says.
fn watched(folder: &Path, command: &[&str], threads: &str) -> io::Result<(Duration, u64)> {
    let start = Instant::now();
    let mut child = Command::new(OWN)
        .args(command)
        .args(["--output-format", "json=/dev/null", "--as-of", "2025-11-30"])
        .current_dir(folder)
        .env("RAYON_NUM_THREADS", threads)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let mut most = 0;
    while child.try_wait()?.is_none() {
        most = most.max(memory(child.id()).unwrap_or(0));
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok((start.elapsed(), most / 1024))
}

/// The most memory that a process has had so far, in KB.
fn memory(process: u32) -> Option<u64> {
    let mut told = String::new();
    std::fs::File::open(format!("/proc/{process}/status")).ok()?.read_to_string(&mut told).ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
