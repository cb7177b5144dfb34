//! How fast `check` is, beside what it is compared with, in one run: `cargo bench --bench speed [-- SECTION…]`.
//!
//! Sections: `ron` (100,000 claims against plain deserialising), `jsonl` (1,000,000 claims, phase by phase, with the
//! memory that a run as a process of its own takes, and DuckDB beside it if Python has it), `growth` (checking alone from
//! 10,000 to 1,000,000 claims, or to 10,000,000 with `growth-10m`), `hot` (one subject with 100,000 overlapping claims),
//! `memory` (what findings say of claims that lie anywhere among 1,000,000, with and without asking memory for it first).
//! Asserts nothing: figures of one noisy machine are to be read, not trusted.

mod generator;
mod peers;
mod random;

use std::hint::black_box;
use std::time::{Duration, Instant};

use erstwhile::check;
use erstwhile::engine::{self, CheckOptions, Selection};
use erstwhile::graph::{AsOf, Graph, View};
use erstwhile::load::{self, Loaded};
use erstwhile::model::ClaimId;
use erstwhile::render::{self, Context, OutputFormat, Style};
use erstwhile::store::prefetch_text;
use erstwhile::text::{File, Files};
use erstwhile::time::Day;
use erstwhile::words::{Choice, Words};
use erstwhile::workspace;

use generator::{Claims, Form};
use random::Random;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let runs = |section: &str| {
        wanted.is_empty() && section != "growth-10m" || wanted.iter().any(|word| word == section)
    };
    if runs("ron") {
        ron();
    }
    if runs("jsonl") {
        jsonl();
    }
    if runs("growth") || runs("growth-10m") {
        growth(if runs("growth-10m") { 10_000_000 } else { 1_000_000 });
    }
    if runs("hot") {
        hot();
    }
    if runs("memory") {
        memory();
    }
}

fn options() -> CheckOptions {
    let day = Day::from_ymd(2026, 11, 23).unwrap_or(Day::MAX);
    CheckOptions { command: "check", as_of: AsOf { day, known_by: None }, selection: Selection::default() }
}

/// The claims with the rules they need, as files of a run.
fn files(name: &str, claims: &str) -> Files {
    let mut files = Files::default();
    files.add(File::new(name, claims));
    files.add(File::new("rules/bench.ron", generator::rules()));
    for (path, text) in load::STANDARD_FILES {
        files.add(File::new(path, text));
    }
    files
}

/// The shortest of several runs, and what it gave.
fn best<T>(runs: usize, mut work: impl FnMut() -> T) -> Duration {
    let once = |_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    (0..runs).map(once).min().unwrap_or_default()
}

fn ron() {
    let text = Claims::new(100_000, 1).text(Form::Ron);
    println!("ron: 100,000 claims, {} MB", text.len() / 1_000_000);
    // In turn, so that a machine that slows down slows down both.
    let mut plain = Duration::MAX;
    let mut whole = Duration::MAX;
    for _ in 0..7 {
        plain = plain.min(best(1, || peers::deserialise(&text)));
        whole = whole.min(best(1, || {
            let files = files("claims/bench.ron", &text);
            let loaded = load::load(&files);
            let report = engine::check_loaded(&files, &loaded, &options());
            let context = context(&files, &loaded);
            let mut sink = Vec::new();
            let written = render::render(OutputFormat::Json, &report, &context, Style::default(), &mut sink);
            (written.is_ok(), sink.len())
        }));
    }
    println!("  `ron` into plain structs   {plain:>10.1?}");
    println!(
        "  the whole check            {whole:>10.1?}   {:.2} times as long",
        whole.as_secs_f64() / plain.as_secs_f64()
    );
}

/// What a report is written with.
fn context<'a>(files: &'a Files, loaded: &'a Loaded) -> Context<'a> {
    Context { files, words: Words::new(&loaded.base, Choice::default()), style: Style::default() }
}

fn jsonl() {
    let text = match std::env::var("ERSTWHILE_BENCH_CLAIMS") {
        Ok(path) => std::fs::read_to_string(path).unwrap_or_default(),
        Err(_) => Claims::new(1_000_000, 1).text(Form::JsonLines),
    };
    println!("jsonl: {} claims, {} MB", text.lines().count(), text.len() / 1_000_000);
    let folder = match peers::workspace(&text, &generator::rules()) {
        Ok(folder) => folder,
        Err(error) => return println!("  the files could not be written: {error}"),
    };
    let mut phases = [Duration::MAX; PHASES.len()];
    let mut findings = 0;
    for _ in 0..5 {
        let mut lap = Lap::new(&mut phases);
        let Ok(gathered) = workspace::gather(&folder, &[], &workspace::ReadOptions::default()) else {
            return;
        };
        let files = &gathered.files;
        lap.take(0);
        let loaded = load::load(files);
        lap.take(1);
        let graph = Graph::new(&loaded.base, &loaded.index);
        lap.take(2);
        let view = View::new(&graph, options().as_of);
        lap.take(3);
        let found = check::check(&view);
        lap.take(4);
        findings = found.len();
        let report = engine::settle_findings(files, &loaded, &options(), found);
        lap.take(5);
        let mut sink = Vec::new();
        let written = render::render(
            OutputFormat::Json,
            &report,
            &context(files, &loaded),
            Style::default(),
            &mut sink,
        );
        lap.take(6);
        black_box((written.is_ok(), sink.len()));
    }
    for (name, phase) in PHASES.iter().zip(phases) {
        println!("  {name:<26} {phase:>10.1?}");
    }
    println!("  {:<26} {:>10.1?}   {findings} findings", "all phases", phases.iter().sum::<Duration>());
    peers::processes(&folder);
}

/// What a run of `check` does, one after the other.
const PHASES: [&str; 7] = ["read", "load", "graph", "view", "check", "settle", "render"];

/// Takes the time from one phase to the next, and keeps the shortest of each.
struct Lap<'a> {
    phases: &'a mut [Duration; PHASES.len()],
    last: Instant,
}

impl<'a> Lap<'a> {
    fn new(phases: &'a mut [Duration; PHASES.len()]) -> Self {
        Self { phases, last: Instant::now() }
    }

    fn take(&mut self, phase: usize) {
        self.phases[phase] = self.phases[phase].min(self.last.elapsed());
        self.last = Instant::now();
    }
}

fn growth(most: usize) {
    println!("growth: checking alone (graph, view and check), without loading");
    let mut count = 10_000;
    while count <= most {
        let files = files("claims/bench.jsonl", &Claims::new(count, 1).text(Form::JsonLines));
        let loaded = load::load(&files);
        let runs = if count > 1_000_000 { 2 } else { 5 };
        let took = best(runs, || {
            let graph = Graph::new(&loaded.base, &loaded.index);
            check::check(&View::new(&graph, options().as_of)).len()
        });
        #[expect(clippy::cast_precision_loss, reason = "counts of a benchmark are small")]
        let each = took.as_secs_f64() * 1e9 / (count as f64 * (count as f64).log2());
        println!("  {count:>10} claims  {took:>10.1?}   {each:.2} ns per n log2 n");
        count *= 10;
    }
}

fn hot() {
    let files = files("claims/hot.jsonl", &generator::hot(100_000));
    let mut pairs = 0;
    let mut findings = 0;
    let took = best(3, || {
        let report = engine::check(&files, &options());
        let clashes = report.findings.iter().filter(|finding| finding.code.as_str() == "contradiction");
        pairs = clashes.map(|finding| finding.pairs).sum();
        findings = report.findings.len();
    });
    println!("hot: one subject with 100,000 overlapping claims");
    println!("  the whole check            {took:>10.1?}   {findings} findings, {pairs} contradicting pairs");
}

/// As checks, words (`Base::prefetch`) and places (`prefetch_text`) do it.
fn memory() {
    const CLAIMS: usize = 1_000_000;
    const TOGETHER: usize = 16;
    println!("memory: 100,000 of 1,000,000 claims in any order");
    let files = files("claims/bench.jsonl", &Claims::new(CLAIMS, 1).text(Form::JsonLines));
    let loaded = load::load(&files);
    let (base, claims) = (&loaded.base, &loaded.base.claims);
    let all: Vec<ClaimId> = claims.iter().collect();
    let mut random = Random(1);
    let some: Vec<ClaimId> = (0..CLAIMS / 10).map(|_| all[random.below(all.len() as u64) as usize]).collect();
    let said = |claim: ClaimId| {
        let ends = [claims.subject(claim), claims.object(claim).entity];
        claims.id(claim).len()
            + ends.into_iter().flatten().map(|end| base.entities.id(end).len()).sum::<usize>()
    };
    let record = |claim: ClaimId| files.slice(claims.place(claim)).as_bytes();
    let length = |claim: ClaimId| record(claim).iter().filter(|byte| **byte == b',').count();
    for asks in [false, true] {
        let saying = best(5, || {
            let chunks = some.chunks(TOGETHER).map(|chunk| {
                if asks {
                    base.prefetch(chunk);
                }
                chunk.iter().map(|claim| said(*claim)).sum::<usize>()
            });
            chunks.sum::<usize>()
        });
        let placing = best(5, || {
            let chunks = some.chunks(TOGETHER).map(|chunk| {
                if asks {
                    chunk.iter().for_each(|claim| prefetch_text(record(*claim), 0..256));
                }
                chunk.iter().map(|claim| length(*claim)).sum::<usize>()
            });
            chunks.sum::<usize>()
        });
        let how = if asks { "asked for first" } else { "as it is needed" };
        println!("  {how}: what claims are about {saying:>8.1?}, their records {placing:>8.1?}");
    }
}
