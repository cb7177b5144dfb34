//! How fast drafts are read, beside what it is compared with, in one run: `cargo bench --bench drafts [-- SECTION…]`.
//!
//! Sections: `aliases` (100 MB of Markdown against 100, 10,000 and 100,000 names, beside the Markdown parser's own pass
//! and an index of phrases; computing time of one thread), `start` (what the first sentence waits for: the words of the
//! relations on record, with the shipped lexicon), `page` (one page against the project's own claims as a process,
//! beside `rg`), `folder` (100 MB in files as a process: one core, two cores, memory), `reports` (two reports
//! of 2,000 and of 8,000 sentences reconciled, beside `lint` of the same), `odd` (one draft of 100 MB, a line of
//! 50 MB, a sentence of 1 MB, deep quotations: the time per byte stays the same).
//! `ERSTWHILE_BENCH_DRAFTS=FOLDER` reads the drafts there, and the phrases in `ERSTWHILE_BENCH_PHRASES`, one a line.
//! Asserts nothing: figures of one noisy machine are to be read, not trusted.

mod corpus;
mod processes;
mod random;
mod reading;
mod reports;

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use erstwhile::draft::{DraftReader, Format, MentionIndex, blocks};
use erstwhile::load::{self, Loaded};
use erstwhile::text::{File, FileId, Files};
use erstwhile::time::Day;
use erstwhile::workspace;

use corpus::Corpus;

/// The day by which drafts are judged; none of these says "today".
const TODAY: Day = Day::MAX;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let runs = |section: &str| wanted.is_empty() || wanted.iter().any(|word| word == section);
    if runs("aliases") {
        aliases();
    }
    if runs("start") {
        start();
    }
    if runs("page") {
        told("page", processes::page());
    }
    if runs("folder") {
        told("folder", processes::folder(&corpus_of(10_000)));
    }
    if runs("reports") {
        let sizes = [2_000, 8_000];
        told("reports", processes::reports(&sizes.map(|count| (count, reports::pair(count)))));
    }
    if runs("odd") {
        odd();
    }
}

fn told(section: &str, outcome: std::io::Result<()>) {
    if let Err(error) = outcome {
        println!("  {section}: could not be measured: {error}");
    }
}

/// Text that is not prose, at two sizes: what takes ten times as long for ten times the text is linear.
fn odd() {
    println!("odd: computing time for a megabyte of text, small and large");
    let loaded = loaded(&corpus::phrases(1000));
    let reader = DraftReader::new(&loaded.base);
    let name = &corpus::phrases(1)[0];
    let prose = "The company had acquired it in 2021 for $3 billion. ";
    let dense = format!("{name} will not have acquired {name} for $3 billion since 2019 and, ");
    let shapes: [(&str, String, [usize; 2]); 6] = [
        ("one draft of prose", format!("{name} is there. {prose}\n\n"), [10_000_000, 100_000_000]),
        ("one line of prose", prose.to_owned(), [5_000_000, 50_000_000]),
        ("one line of names", format!("{name} is there. {prose}"), [5_000_000, 50_000_000]),
        ("one sentence of names and triggers", dense, [1_000_000, 10_000_000]),
        ("quotations in quotations", "> ".to_owned(), [200_000, 2_000_000]),
        ("open brackets", "([".to_owned(), [1_000_000, 10_000_000]),
    ];
    for (what, piece, sizes) in shapes {
        let each = sizes.map(|size| {
            let text = piece.repeat(size / piece.len());
            let mut scratch = reader.scratch(true);
            let (took, _) = least(1, || {
                reader
                    .read(&mut scratch, FileId::new(0), "draft.md", &text, Format::Markdown, TODAY.into())
                    .sentences
                    .len()
            });
            #[expect(clippy::cast_precision_loss, reason = "sizes of a benchmark are small")]
            let per_byte = took.as_secs_f64() / text.len() as f64;
            per_byte * 1e9
        });
        println!("  {what:<36} {:>9.1} ms {:>9.1} ms", each[0], each[1]);
    }
}

/// What is compiled once for all drafts, with one relation that is only shipped, and with the project's own. Once each: the first
/// also parses what is shipped, which stays. By the clock, because relations are compiled on several threads.
fn start() {
    println!(
        "start: time until the first sentence of a language is read, on {} threads",
        rayon::current_num_threads()
    );
    let Ok(own) = workspace::gather(Path::new(env!("CARGO_MANIFEST_DIR")), &[], &Default::default()) else {
        return println!("  the project's own claims could not be read");
    };
    let shipped = "(claims: [(id: \"c\", statement: \"x\", subject: \"a\", relation: \"acquired\", object: \"b\", \
                   valid: \"2020\", sources: [])])";
    for (what, loaded) in
        [("one shipped relation", of_text(shipped)), ("the project's own", load::load(&own.files))]
    {
        let start = Instant::now();
        let reader = DraftReader::new(&loaded.base);
        let mut scratch = reader.scratch(true);
        let text = "Nothing is said of anything here.";
        black_box(reader.read(
            &mut scratch,
            FileId::new(0),
            "draft.md",
            text,
            Format::Markdown,
            TODAY.into(),
        ));
        println!("  {what:<24} {:>8.1?}", start.elapsed());
    }
}

/// The names as entities, with the standard rules.
fn loaded(phrases: &[String]) -> Loaded {
    let mut text = String::from("(entities: [\n");
    for (number, phrase) in phrases.iter().enumerate() {
        text.push_str(&format!("(id: \"e{number}\", name: \"{phrase}\"),\n"));
    }
    text.push_str("])\n");
    of_text(&text)
}

/// Claims, with the standard rules.
fn of_text(text: &str) -> Loaded {
    let mut files = Files::default();
    files.add(File::new("claims/bench.ron", text));
    for (path, text) in load::STANDARD_FILES {
        files.add(File::new(path, text));
    }
    load::load(&files)
}

/// The least computing time of a few rounds.
fn least<T>(rounds: usize, mut work: impl FnMut() -> T) -> (Duration, T) {
    let mut best = None;
    for _ in 0..rounds.max(1) {
        let start = reading::spent();
        let made = black_box(work());
        let took = reading::spent().saturating_sub(start);
        if best.as_ref().is_none_or(|(least, _)| took < *least) {
            best = Some((took, made));
        }
    }
    best.unwrap_or_else(|| (Duration::MAX, work()))
}

fn aliases() {
    const ROUNDS: usize = 3;
    for count in [100, 10_000, 100_000] {
        let corpus = corpus_of(count);
        let bytes: usize = corpus.drafts.iter().map(String::len).sum();
        println!("aliases: {} MB in {} drafts, {count} names", bytes / 1_000_000, corpus.drafts.len());
        let (parse, _) =
            least(ROUNDS, || corpus.drafts.iter().map(|draft| reading::markdown(draft)).sum::<usize>());
        let anchors = reading::Anchors::new(&corpus.phrases);
        let (scan, _) =
            least(ROUNDS, || corpus.drafts.iter().map(|draft| anchors.count(draft)).sum::<usize>());
        let loaded = loaded(&corpus.phrases);
        let (cut, _) = least(ROUNDS, || cut(&corpus, None));
        let index = MentionIndex::new(&loaded.base);
        let (look, _) = least(ROUNDS, || self::cut(&corpus, Some(&index)));
        let reader = DraftReader::new(&loaded.base);
        let (whole, found) = least(ROUNDS, || read(&corpus, &reader));
        let both = parse + scan;
        println!("  the Markdown parser's pass       {parse:>8.0?}");
        println!("  an index by rarest words         {scan:>8.0?}");
        println!("  blocks alone                     {cut:>8.0?}");
        println!("  blocks and a look for names      {look:>8.0?}");
        println!(
            "  reading                          {whole:>8.2?}   {:.2} times the first two; {} of {} phrases, {} sentences",
            whole.as_secs_f64() / both.as_secs_f64(),
            found.0,
            corpus.planted,
            found.1
        );
    }
}

fn cut(corpus: &Corpus, index: Option<&MentionIndex>) -> usize {
    let mut seen = 0;
    for draft in &corpus.drafts {
        blocks(draft, Format::Markdown, &mut |block| {
            seen += block.text.len();
            if let Some(index) = index {
                index.scan(&block.text, |_| {
                    seen += 1;
                    true
                });
            }
        });
    }
    seen
}

/// How many names were found, and in how many sentences.
fn read(corpus: &Corpus, reader: &DraftReader<'_>) -> (usize, usize) {
    let (mut names, mut sentences) = (0, 0);
    let mut scratch = reader.scratch(true);
    for (at, draft) in corpus.drafts.iter().enumerate() {
        let reading =
            reader.read(&mut scratch, FileId::new(at), "draft.md", draft, Format::Markdown, TODAY.into());
        names += reading.sentences.iter().map(|sentence| sentence.entities.len()).sum::<usize>();
        sentences += reading.sentences.len();
    }
    (names, sentences)
}

fn corpus_of(count: usize) -> Corpus {
    let (Ok(folder), Ok(list)) =
        (std::env::var("ERSTWHILE_BENCH_DRAFTS"), std::env::var("ERSTWHILE_BENCH_PHRASES"))
    else {
        return corpus::corpus(100_000_000, corpus::phrases(count));
    };
    let list = std::fs::read_to_string(list).unwrap_or_default();
    let phrases = list.lines().take(count).map(str::to_owned).collect();
    let walk = ignore::WalkBuilder::new(folder).build().flatten();
    let drafts = walk.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "md"));
    let drafts = drafts.filter_map(|entry| std::fs::read_to_string(entry.path()).ok()).collect();
    Corpus { phrases, drafts, planted: 0 }
}
