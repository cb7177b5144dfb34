//! `erstwhile report`: which claims are outdated as of a day, where drafts still rely on them, and what has changed since
//! an earlier day.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use super::common::{ColorChoice, CommonArgs, FailOn, UsageError, day};
use super::drafts::DraftQueue;
use super::progress::Progress;
use super::session::Session;
use super::{CommandError, Surroundings, output, statistics};
use crate::draft::Format;
use crate::engine::{self, CheckOptions, DraftOptions, DraftsToRead, OutdatedOptions, Present, Selection};
use crate::graph::AsOf;
use crate::model::{Finding, Outdated, Report, Severity};
use crate::render::outdated::{OutdatedFormat, render};
use crate::text::{FileId, Files};
use crate::time::Length;
use crate::workspace::{self, WorkspaceError};

/// Arguments of `report`.
#[derive(Debug, Args)]
#[command(
    mut_arg("fail_on", |flag| flag.help("The lowest severity of a listed finding that gives exit code 1 [default: never]")),
    long_about = "List what is outdated, for whoever maintains texts that rely on the claims. First the sentences of drafts \
                  that are no longer true, with what to write instead; then the claims that need attention: superseded \
                  and still open, not confirmed recently, coming up, without a source, contradicted; last, what has \
                  ended and no draft says. The longest overdue come first.\n\n\
                  `html` is a page to read, search and print: one file that needs no network. `csv` has one row per \
                  entry; a cell that begins with =, +, - or @ gets an apostrophe before it, so that spreadsheets do \
                  not read it as a formula.",
    after_help = "Exit codes:
  0  also if claims are outdated
  1  --fail-on is given, and a listed finding reaches it
  2  not everything could be read or used, or there are no claims

Examples:
  erstwhile report
  erstwhile report --drafts content/ --output-format html=report.html
  erstwhile report --since 2026-08-01              what was added and removed since then
  erstwhile report --as-of 2025-01-21 --known-by 2025-01-21
  erstwhile report --within 6m --output-format text --output-format csv=outdated.csv"
)]
pub struct ReportArgs {
    /// Folders or files [default: the workspace around the current folder]
    paths: Vec<PathBuf>,

    /// How far to look ahead for claims that end or are due for review, in d, w, m or y
    #[arg(long, value_name = "LENGTH", default_value = "90d", help_heading = "Time")]
    within: Length,

    /// Compare with the list as of this earlier day, using sources published by then
    #[arg(long, value_name = "DATE", help_heading = "Time")]
    since: Option<String>,

    /// List sentences in these drafts or folders that still rely on the listed claims; may be repeated
    /// [default: `drafts` in erstwhile.ron, where no path is named]
    #[arg(long, value_name = "PATH", help_heading = "Files")]
    drafts: Vec<PathBuf>,

    /// Skip drafts that match this pattern, as in .gitignore; may be repeated
    #[arg(long, value_name = "PATTERN", help_heading = "Files")]
    exclude: Vec<String>,

    #[command(flatten)]
    common: CommonArgs,

    /// Also list what has ended and no draft says, instead of only counting it (text)
    #[arg(long, help_heading = "Output")]
    ended: bool,

    /// List at most so many entries, of each section the longest overdue; 0 lists all. What drafts say is always listed
    #[arg(long, value_name = "NUMBER", default_value_t = 2000, help_heading = "Output")]
    limit: usize,

    /// Output format, optionally with a file to write to: text, markdown, html, csv, json; may be repeated
    #[arg(
        long,
        value_name = "FORMAT[=PATH]",
        env = "ERSTWHILE_OUTPUT_FORMAT",
        value_delimiter = ',',
        default_value = "text",
        help_heading = "Output"
    )]
    output_format: Vec<String>,

    /// Print counts and the time taken to standard error
    #[arg(long, help_heading = "Output")]
    statistics: bool,

    /// Print no progress
    #[arg(long, short, help_heading = "Output")]
    quiet: bool,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN", help_heading = "Output")]
    color: ColorChoice,
}

/// Runs the command and gives its exit code.
pub fn run(args: &ReportArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    let targets = args.output_format.iter().map(|written| target(written)).collect::<Result<Vec<_>, _>>()?;
    output::one_to_standard_output(targets.iter().map(|(_, path)| path.as_deref()))?;
    let as_of = args.common.time.as_of(surroundings)?;
    let earlier = args.since.as_deref().map(|written| earlier(written, as_of, surroundings)).transpose()?;
    let progress = Progress::start("reading claims", args.quiet);
    let mut session = open(args, surroundings)?;
    let options = args.common.options_as_of("report", as_of, &session.loaded)?;
    let drawn = targets.iter().any(|(format, _)| *format == OutdatedFormat::Html);
    progress.say(|| format!("checking {} claims", session.loaded.base.claims.len()));
    let report = session.report(&options);
    let before = earlier.map(|as_of| session.report(&CheckOptions { as_of, ..options.clone() }));
    let missing = engine::missing(&session.gathered.files, &session.loaded, &options);
    let reports = (&report, before.as_ref());
    let mut outdated = list(args, surroundings, &mut session, &options, reports, drawn, &progress)?;
    outdated.incomplete |= !missing.is_empty() || session.loaded.base.claims.is_empty();
    drop(progress);
    let files = &session.gathered.files;
    output::keep_inputs(targets.iter().filter_map(|(_, path)| path.as_deref()), files, &[])?;
    let context = session.context();
    for (format, path) in &targets {
        output::write_to(path.as_deref(), output::style(args.color), |style, out| {
            render(*format, &outdated, &context, args.ended, style, out)
        })?;
    }
    if args.statistics {
        statistics::tell_outdated(&outdated, (surroundings.since_start)());
    }
    if !args.quiet {
        output::hint_unseen(&outdated.unseen);
        let left_out = outdated.left_out.total();
        let is_told =
            targets.iter().all(|(format, _)| !matches!(format, OutdatedFormat::Csv | OutdatedFormat::Json));
        if left_out > 0 && !is_told {
            output::hint(&format!("{left_out} entries beyond --limit {} are left out", args.limit));
        }
    }
    session.complain_of(&missing);
    if session.loaded.base.claims.is_empty() {
        output::complain("nothing to report: the files contain no claims");
    }
    Ok(exit_code(&outdated, args.common.fail_on.and_then(FailOn::severity)))
}

/// The claims that are named, else those around the current folder or the first draft.
fn open(args: &ReportArgs, surroundings: &Surroundings) -> Result<Session, CommandError> {
    // "--drafts A B" names one draft: what stands behind it is looked in for claims.
    let hint =
        |path: &Path| format!("`{}` holds no claims; name drafts with `--drafts`, each", path.display());
    if let Some(draft) = args.paths.iter().find(|path| Format::of(&path.to_string_lossy()).is_some()) {
        return Err(hint(draft).into());
    }
    if args.paths.is_empty() && !args.drafts.is_empty() {
        let options = args.common.files.read_options();
        let gathered = workspace::gather_around(&surroundings.current, &args.drafts, &options)?;
        return Ok(Session::load(gathered, args.common.files.spoken()));
    }
    Session::open(&args.paths, &args.common.files, surroundings).map_err(|error| {
        let is_empty = matches!(error.downcast_ref(), Some(WorkspaceError::Empty(_)));
        if is_empty && !args.drafts.is_empty() {
            return format!("{error}; to look for drafts there, write `--drafts` before it, too").into();
        }
        error
    })
}

/// The drafts that are looked in: those that are named, else, where nothing else is, those of the configuration.
fn drafts(args: &ReportArgs, session: &Session) -> Vec<PathBuf> {
    match &session.gathered.root {
        Some(root) if args.drafts.is_empty() && args.paths.is_empty() => {
            session.loaded.base.config.drafts.iter().map(|path| root.join(path)).collect()
        }
        _ => args.drafts.clone(),
    }
}

/// What is outdated by the reports, and what drafts say of it. Reports drafts that could not be read.
fn list(
    args: &ReportArgs,
    surroundings: &Surroundings,
    session: &mut Session,
    options: &CheckOptions,
    reports: (&Report, Option<&Report>),
    drawn: bool,
    progress: &Progress,
) -> Result<Outdated, CommandError> {
    let wanted: BTreeSet<FileId> = session.gathered.wanted.iter().copied().collect();
    let asked = OutdatedOptions {
        within: args.within,
        wanted: &wanted,
        selection: &options.selection,
        timelines: drawn,
        limit: (args.limit > 0).then_some(args.limit),
    };
    let drafts = drafts(args, session);
    if drafts.is_empty() && !args.exclude.is_empty() {
        return Err("`--exclude` leaves out drafts, and none are read: name them with `--drafts`".into());
    }
    if drafts.is_empty() {
        let Session { gathered, loaded, .. } = session;
        let (mut outdated, _) = engine::outdated(&mut gathered.files, loaded, reports, asked, None);
        outdated.unseen.clone_from(&session.gathered.unseen);
        return Ok(outdated);
    }
    let mut queue = DraftQueue::of(&drafts, &args.exclude, session, surroundings)?;
    // Which sections are selected says nothing of which verdicts matter in drafts.
    let selection = Selection { select: Vec::new(), ..options.selection.clone() };
    let check = CheckOptions { command: "lint", as_of: options.as_of, selection };
    // Archived drafts need only have been right when they were written, and do not count as still saying so.
    let present = if args.common.time.as_of.is_some() { Present::AsOf } else { Present::Configured };
    let options = DraftOptions { check, present };
    let mut next =
        |files: &mut Files, findings: &mut Vec<Finding>| queue.next_telling(progress, files, findings);
    let drafts = DraftsToRead { options: &options, next: &mut next };
    let Session { gathered, loaded, .. } = session;
    let (mut outdated, unread) = engine::outdated(&mut gathered.files, loaded, reports, asked, Some(drafts));
    for finding in unread {
        let path = session.gathered.files.get(finding.site.place.file).path();
        output::complain(&format!("{path}: {}", session.words().of(&finding).message));
    }
    if !args.quiet {
        queue.empty_drafts().iter().for_each(|hint| output::hint(hint));
    }
    outdated.unseen = queue.unseen(session);
    Ok(outdated)
}

/// The earlier day to compare with. Only what had been published by then counts.
fn earlier(written: &str, as_of: AsOf, surroundings: &Surroundings) -> Result<AsOf, UsageError> {
    const FLAG: &str = "--since";
    let since = day(FLAG, written, surroundings)?;
    if since >= as_of.day {
        let reason = format!("name a day before {}, the day of the report", as_of.day);
        return Err(UsageError::Day { flag: FLAG, written: written.to_owned(), reason });
    }
    let known_by = as_of.known_by.map_or(since, |known_by| known_by.min(since));
    Ok(AsOf { day: since, known_by: Some(known_by) })
}

/// A format and the file it goes to.
fn target(written: &str) -> Result<(OutdatedFormat, Option<PathBuf>), CommandError> {
    let (word, path) = output::parted(written);
    let known = OutdatedFormat::ALL.map(|(name, _)| name).join(", ");
    let format = OutdatedFormat::named(word)
        .ok_or_else(|| format!("`--output-format {word}`: the formats of this command are {known}"))?;
    Ok((format, path))
}

fn exit_code(outdated: &Outdated, fail_on: Option<Severity>) -> u8 {
    match fail_on {
        _ if outdated.incomplete => 2,
        Some(least) if outdated.worst.is_some_and(|worst| worst >= least) => 1,
        _ => 0,
    }
}
