//! `erstwhile lint`: drafts against the claim base.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::common::{CommonArgs, OutputArgs};
use super::drafts::{DraftArgs, OpenDrafts, present};
use super::old::{KnownBefore, Looked, OldArgs, warn_of_unread};
use super::progress::Progress;
use super::session::Session;
use super::{CommandError, Surroundings, compare, output, statistics};
use crate::engine::{self, DraftOptions, JudgedDraft, OldFinding};
use crate::model::{Base, Confidence, Config, Coverage, Finding, Report, Unjudged};
use crate::render;
use crate::text::{FileId, Files};
use crate::workspace::Revision;

/// Arguments of `lint`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  erstwhile lint article.md
  erstwhile lint drafts/ --exclude 'old/**'
  erstwhile lint article.md --as-of published      was it right when it was written?
  erstwhile lint --compare before.json             what an upgrade changes, after
                                                   lint --output-format json=before.json
  erstwhile lint article.md --output-format html=article.html
                                                   an annotated page of the draft
  pandoc article.docx -t markdown | erstwhile lint - --stdin-filename article.md

Exit codes:
  0  no findings at or above --fail-on
  1  at least one such finding
  2  the result cannot be trusted: wrong usage, an unreadable draft, no draft, claims or rules that cannot be used")]
pub struct LintArgs {
    #[command(flatten)]
    drafts: DraftArgs,

    #[command(flatten)]
    common: CommonArgs,

    /// Hide findings with lower confidence than this [default: low]
    #[arg(long, value_enum, value_name = "LEVEL", help_heading = "Findings")]
    min_confidence: Option<Sureness>,

    /// Exit with 2 if less than this per cent of the sentences that name something in your records
    /// were judged
    #[arg(long, value_name = "PERCENT", value_parser = percent, help_heading = "Findings")]
    require_coverage: Option<usize>,

    /// Instead of the findings, show what differs from an earlier report in JSON, such as that of an older version
    #[arg(long, value_name = "FILE", help_heading = "Findings")]
    compare: Option<PathBuf>,

    #[command(flatten)]
    old: OldArgs,

    #[command(flatten)]
    output: OutputArgs,
}

/// How sure a reading must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sureness {
    /// Also findings that use words from surrounding sentences
    Low,
    /// Also findings that use words from another clause
    Medium,
    /// Only findings whose words are all in one clause
    High,
}

impl Sureness {
    fn confidence(self) -> Confidence {
        match self {
            Self::Low => Confidence::Low,
            Self::Medium => Confidence::Medium,
            Self::High => Confidence::High,
        }
    }
}

/// Runs the command and gives its exit code.
pub fn run(args: &LintArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    let (_, pages) = args.output.targets_and_pages()?;
    present(&args.common.time, &Config::default(), surroundings)?;
    let progress = Progress::start("reading claims", args.output.quiet);
    let (mut session, mut drafts) = args.drafts.open(&args.common.files, surroundings)?;
    let options = args.options(&session, surroundings)?;
    let (mut report, linted) = lint(&mut session, &mut drafts, &options, !pages.is_empty(), &progress);
    if report.summary.files == 0 && !args.drafts.allow_empty && !report.incomplete {
        return Err("nothing to lint: the only drafts are pages written by erstwhile itself".into());
    }
    report.unseen = drafts.queue.unseen(&session);
    let against_nothing = report.summary.claims == 0 && !report.incomplete;
    report.incomplete |= against_nothing;
    let too_little = args.too_little(&report);
    report.incomplete |= too_little.is_some();
    progress.say(|| "comparing with what was there before".to_owned());
    let mut run = KnownBefore {
        report: &mut report,
        session: &mut session,
        options: &options.check,
        looked: Looked::AtDrafts(drafts.first),
        surroundings,
    };
    args.old.leave_out(&mut run, &|session, revision| {
        lint_at(session, revision, &drafts, &options, surroundings)
    })?;
    drop(progress);
    if against_nothing {
        output::complain("nothing to lint against: the files contain no claims");
    }
    too_little.iter().for_each(|reason| output::complain(reason));
    if !args.output.quiet {
        output::hint_unseen(&report.unseen);
        let hint = drafts.queue.empty_drafts().or_else(|| unjudged(&report));
        hint.into_iter().chain(only_statements(&session.loaded.base)).for_each(|hint| output::hint(&hint));
    }
    if let Some(earlier) = &args.compare {
        let differs = compare::tell(earlier, &report, &session, surroundings)?;
        return Ok(if report.incomplete { super::INCOMPLETE } else { u8::from(differs) });
    }
    output::write_report(&mut report, &session, &args.output)?;
    if !pages.is_empty() {
        let Linted { drafts, judged } = linted;
        let annotated = engine::annotated(&session.gathered.files, &session.loaded, &drafts, judged, &report);
        for path in &pages {
            output::write_to(path.as_deref(), args.output.style(), |_, out| {
                render::annotated::render(&annotated, session.words(), out)
            })?;
        }
    }
    if args.output.statistics {
        statistics::tell(&report, (surroundings.since_start)());
    }
    let code = report.outcome(args.common.least(&session.loaded)).exit_code();
    // The program ends: what it has in memory need not be freed.
    std::mem::forget(session);
    Ok(code)
}

/// What a page needs of drafts besides the report.
#[derive(Default)]
struct Linted {
    /// The drafts, in order.
    drafts: Vec<FileId>,
    judged: Vec<JudgedDraft>,
}

/// Lints the drafts a few at a time; where they are shown as a whole, their text is kept, and they are named.
fn lint(
    session: &mut Session,
    drafts: &mut OpenDrafts,
    options: &DraftOptions,
    keeps: bool,
    progress: &Progress,
) -> (Report, Linted) {
    let mut linted = Linted::default();
    let next = |files: &mut Files, findings: &mut Vec<Finding>| {
        let some = drafts.queue.next_telling(progress, files, findings)?;
        if keeps {
            some.iter().for_each(|draft| files.keep(*draft));
            linted.drafts.extend_from_slice(&some);
        }
        Some(some)
    };
    let (files, loaded) = (&mut session.gathered.files, &session.loaded);
    if !keeps {
        return (engine::lint_in_turn(files, loaded, options, next), linted);
    }
    let (report, judged) = engine::lint_in_turn_for_page(files, loaded, options, next);
    (report, Linted { judged, ..linted })
}

/// The hint about drafts in which nothing was judged: finding nothing wrong there means nothing.
fn unjudged(report: &Report) -> Option<String> {
    /// Drafts that are named.
    const NAMED: usize = 3;
    let Unjudged { count, paths } = &report.unjudged;
    let first = paths.first().filter(|_| !report.incomplete)?;
    let shows = format!("`erstwhile read {first}` shows how each was understood");
    if *count == 1 {
        return Some(format!("`{first}`: no sentence was judged; {shows}"));
    }
    let named: Vec<String> = paths.iter().take(NAMED).map(|path| format!("`{path}`")).collect();
    let more = if *count > NAMED { " …" } else { "" };
    let (named, files) = (named.join(", "), report.summary.files);
    Some(format!("in {count} of {files} drafts no sentence was judged: {named}{more}; {shows}"))
}

/// The hint about claims that no sentence can match, since they are only statements.
fn only_statements(base: &Base) -> Option<String> {
    let count = base.claims.iter().filter(|claim| base.claims.relation(*claim).is_none()).count();
    let claims = match count {
        0 => return None,
        1 => "1 claim is only a statement".to_owned(),
        _ => format!("{count} claims are only statements"),
    };
    Some(format!("{claims}, which no sentence can match: add a `subject` and a `relation`"))
}

/// Per cent, with the sign or without.
fn percent(written: &str) -> Result<usize, String> {
    let number = written.strip_suffix('%').unwrap_or(written).trim().parse();
    number.ok().filter(|percent| (1..=100).contains(percent)).ok_or_else(|| "write 1 to 100".to_owned())
}

impl LintArgs {
    /// Why too little of the drafts was judged, if it was.
    fn too_little(&self, report: &Report) -> Option<String> {
        let required = self.require_coverage.filter(|percent| !report.coverage.reaches(*percent))?;
        let Coverage { naming, judged, .. } = report.coverage;
        let found = match naming {
            0 => "no sentence names anything in your records".to_owned(),
            _ => format!("{judged} of {naming} sentences that name something in your records were judged"),
        };
        Some(format!("{found}, and --require-coverage wants {required} %"))
    }

    fn options(&self, session: &Session, surroundings: &Surroundings) -> Result<DraftOptions, CommandError> {
        let (as_of, present) = present(&self.common.time, &session.loaded.base.config, surroundings)?;
        let mut check = self.common.options_as_of("lint", as_of, &session.loaded)?;
        check.selection.min_confidence = self.min_confidence.map(Sureness::confidence);
        Ok(DraftOptions { check, present })
    }
}

/// What the same command would have found at a revision.
fn lint_at(
    now: &Session,
    revision: &Revision,
    drafts: &OpenDrafts,
    options: &DraftOptions,
    surroundings: &Surroundings,
) -> Result<Vec<OldFinding>, CommandError> {
    let current = &surroundings.current;
    let mut then = Session::load(revision.gather(current, &now.gathered)?, now.choice);
    warn_of_unread(&then, revision);
    let looked = Looked::AtDrafts(drafts.first).paths(now);
    let mut drafts = revision.drafts(current, now.gathered.files.root(), &drafts.paths, &looked)?;
    let mut failed = None;
    let mut next = |files: &mut Files, _: &mut Vec<Finding>| match drafts.read_some(files) {
        Ok(batch) => batch.map(|batch| batch.drafts),
        Err(error) => {
            failed = Some(error);
            None
        }
    };
    let report = engine::lint_in_turn(&mut then.gathered.files, &then.loaded, options, &mut next);
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(engine::old_findings(&report, &then.gathered.files)),
    }
}
