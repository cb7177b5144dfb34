//! The arguments of `reconcile`, and reports against each other: which drafts, with which dates, in which formats.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::cli::common::{ColorChoice, FileArgs, TimeArgs, UsageError};
use crate::cli::drafts::{DraftQueue, input, present};
use crate::cli::reconcile::base::RepairArgs;
use crate::cli::session::Session;
use crate::cli::{CommandError, INCOMPLETE, Surroundings, output};
use crate::engine::{self, CheckOptions, DraftOptions, Selection};
use crate::load::{Concept, shipped};
use crate::model::{Config, EntityId, Finding, PointKind, Reconciled, Relation, RelationId, ReportRead};
use crate::render::reconcile::{ReconcileFormat, claims_file, render};
use crate::text::{File, FileId};
use crate::time::{Bound, parse_date};
use crate::workspace::{self, WorkspaceError};

/// Arguments of `reconcile`.
#[derive(Debug, Args)]
#[command(
    long_about = "Compare reports: on which points they agree, on which one says more, and on which they differ \
                  by time, scope or source; what is true of both, and what each author should change. The claims of the \
                  workspace decide where they can; without any, the reports' dates, tenses and sources do.\n\n\
                  Without reports, compare the claims with each other: the least that must change so that no certain \
                  contradiction is left, which claims to drop and which to close, and why.",
    after_help = "Examples:
  erstwhile reconcile                              what to change so that the claims agree, as a diff
  erstwhile reconcile --apply                      write what is settled into the claims files
  erstwhile reconcile monday.md tuesday.md
  erstwhile reconcile old.txt new.txt --date old.txt=2024-03-01 --date new.txt=2025-06
  pandoc new.docx -t markdown | erstwhile reconcile old.md - --date -=2025-06
  erstwhile reconcile a.md b.md --output-format html=points.html
  erstwhile reconcile a.md b.md c.md --output-format json=points.json

Exit codes:
  0  no conflict, or none that --fail-on asks for
  1  at least one: a point on which reports contradict each other, or claims of which it is not settled which stay
  2  the result cannot be trusted: wrong usage, an unreadable report, claims or rules that cannot be used, nothing
     understood in any report, a repair that is not proven"
)]
pub struct ReconcileArgs {
    /// Reports, two or more, or folders of them; `-` is standard input [default: none; the claims are compared with each other]
    #[arg(value_name = "REPORT")]
    pub(super) reports: Vec<PathBuf>,

    /// The date of a report, such as a.md=2025-01-21; it comes before the one that the report states; may be repeated
    #[arg(
        long,
        value_name = "FILE=DATE",
        requires = "reports",
        allow_hyphen_values = true,
        help_heading = "Time"
    )]
    date: Vec<String>,

    #[command(flatten)]
    pub(super) repair: RepairArgs,

    #[command(flatten)]
    pub(super) time: TimeArgs,

    #[command(flatten)]
    pub(super) files: FileArgs,

    /// File name to show for standard input; its extension determines the markup
    #[arg(
        long,
        value_name = "NAME",
        default_value = "<stdin>.md",
        requires = "reports",
        help_heading = "Files"
    )]
    stdin_filename: String,

    /// Skip files that match this pattern, as in .gitignore; may be repeated
    #[arg(long, value_name = "PATTERN", requires = "reports", help_heading = "Files")]
    exclude: Vec<String>,

    /// Propose claims for what the reports agree on and no claim says, in a new file
    #[arg(long, value_name = "FILE", requires = "reports", help_heading = "Output")]
    write_claims: Option<PathBuf>,

    /// Which points of reports, or clusters of claims, give exit code 1
    #[arg(long, value_enum, default_value_t = ReconcileFailOn::Conflict, value_name = "KIND", help_heading = "Findings")]
    pub(super) fail_on: ReconcileFailOn,

    /// Output format, optionally with a file to write to: full, concise, markdown, html, json; without reports full, html or json;
    /// may be repeated
    #[arg(
        long,
        value_name = "FORMAT[=PATH]",
        env = "ERSTWHILE_OUTPUT_FORMAT",
        value_delimiter = ',',
        default_value = "full",
        help_heading = "Output"
    )]
    pub(super) output_format: Vec<String>,

    /// Print no summary, hints or progress
    #[arg(long, short, help_heading = "Output")]
    pub(super) quiet: bool,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN", help_heading = "Output")]
    pub(super) color: ColorChoice,
}

/// What makes a run fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReconcileFailOn {
    /// Points on which reports contradict each other and nothing decides; claims of which it is not settled which stay
    Conflict,
    /// Points on which they differ at all, by time, scope or source too; any change that claims need
    Difference,
    /// None
    Never,
}

impl ReconcileFailOn {
    fn is_met(self, reconciled: &Reconciled) -> bool {
        reconciled.points.iter().any(|point| match self {
            Self::Conflict => point.kind == PointKind::Conflict,
            Self::Difference => point.kind.is_difference(),
            Self::Never => false,
        })
    }
}

/// Runs the command and gives its exit code.
pub fn run(args: &ReconcileArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    let targets = args.output_format.iter().map(|written| target(written)).collect::<Result<Vec<_>, _>>()?;
    output::one_to_standard_output(targets.iter().map(|(_, path)| path.as_deref()))?;
    present(&args.time, &Config::default(), surroundings)?;
    let dates = args.date.iter().map(|written| dated(written)).collect::<Result<Vec<_>, _>>()?;
    if let Some(path) = args.write_claims.as_deref().filter(|path| path.symlink_metadata().is_ok()) {
        return Err(format!("`{}` exists and is not overwritten; name another file", path.display()).into());
    }
    let mut session = open(args, surroundings)?;
    let (as_of, present) = present(&args.time, &session.loaded.base.config, surroundings)?;
    let check = CheckOptions { command: "reconcile", as_of, selection: Selection::default() };
    let options = DraftOptions { check, present };
    let mut unread = Vec::new();
    let reports = args.read(&mut session, &mut unread, surroundings)?;
    if reports.len() + unread.len() < 2 {
        return Err(TOO_FEW.into());
    }
    let told = told(&dates, &reports, &session, args, surroundings)?;
    let shared = engine::name_entities(&session.gathered.files, &mut session.loaded, &reports, None);
    let files = &session.gathered.files;
    let mut reconciled = engine::reconcile(files, &session.loaded, &reports, told, shared, &options);
    engine::choose_words(&session.gathered.files, &mut session.loaded.base, &reports);
    let files = &session.gathered.files;
    let mut missing = engine::missing(files, &session.loaded, &options.check);
    missing.extend(unread);
    // Names that the reports tell by themselves need not be of anything that relations are known of.
    let named = engine::named_entities(&session.loaded.base, &reports);
    let is_unread =
        reconciled.is_unread() && session.loaded.base.entities.iter().next().is_some() && named.is_empty();
    reconciled.incomplete |= !missing.is_empty() || is_unread;
    output::keep_inputs(targets.iter().filter_map(|(_, path)| path.as_deref()), files, &[])?;
    let context = session.context();
    for (format, path) in &targets {
        output::write_to(path.as_deref(), output::style(args.color), |style, out| {
            let style = crate::render::Style { quiet: args.quiet, ..style };
            render(*format, &reconciled, &context, style, out)
        })?;
    }
    if let Some(path) = &args.write_claims {
        write_claims(path, &session, &named, &reconciled)?;
    }
    if is_unread {
        output::complain("nothing to reconcile: no sentence of the reports was understood");
    } else if !args.quiet {
        hint_unread(&reconciled);
    }
    if !named.is_empty() && !args.quiet {
        output::hint("your records hold no entity: what the reports name counts");
    }
    if !args.quiet && session.loaded.base.entities.described().next().is_none() {
        output::hint(
            "your records hold no entity, and the reports name nothing that is sure to be one; add some",
        );
    }
    session.complain_of(&missing);
    Ok(match reconciled.incomplete {
        true => INCOMPLETE,
        false => u8::from(args.fail_on.is_met(&reconciled)),
    })
}

/// Says of which reports nothing was understood: that they differ on nothing means nothing then.
fn hint_unread(reconciled: &Reconciled) {
    for ReportRead { path, .. } in reconciled.reports.iter().filter(|report| report.understood == 0) {
        output::hint(&format!(
            "`{path}`: no sentence was understood; `erstwhile read {path}` shows how each was read"
        ));
    }
}

/// Writes what the reports agree on and no claim says into a new file, with the entities that only they name.
fn write_claims(
    path: &Path,
    session: &Session,
    named: &[EntityId],
    reconciled: &Reconciled,
) -> Result<(), CommandError> {
    let claims = engine::proposed(&session.loaded, reconciled);
    if claims.is_empty() {
        output::hint("no claim to propose: the reports agree on nothing that your records lack");
        return Ok(());
    }
    let base = &session.loaded.base;
    let files = &session.gathered.files;
    let is_taken = |relation: &Relation| files.get(relation.place.file).path() == TAKEN;
    let taken: Vec<RelationId> =
        base.relations.described().filter(|(_, record)| is_taken(record)).map(|(id, _)| id).collect();
    let text = claims_file(&claims, reconciled, base, named, &taken);
    let failed = |error: std::io::Error| format!("`{}` cannot be written: {error}", path.display());
    let mut file = std::fs::File::create_new(path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    output::hint(&format!("{} proposed in `{}`: read before you accept them", claims.len(), path.display()));
    Ok(())
}

/// Where the shipped relations are that no file declares.
const TAKEN: &str = "<standard>/rules/all.ron";

const TOO_FEW: &str = "name at least two reports";

/// The claims around the current folder, or else around the first report; where there are none, the standard rules.
fn open(args: &ReconcileArgs, surroundings: &Surroundings) -> Result<Session, CommandError> {
    if args.reports.is_empty() {
        return Err(TOO_FEW.into());
    }
    let gathered = workspace::gather_around(&surroundings.current, &args.reports, &args.files.read_options());
    match gathered {
        Ok(gathered) => Ok(with_relations(Session::load(gathered, args.files.spoken()))),
        Err(WorkspaceError::NoWorkspace(_) | WorkspaceError::Empty(_)) => {
            Ok(with_relations(Session::standard(args.files.spoken())))
        }
        Err(error) => Err(error.into()),
    }
}

/// The same with the shipped relations that the workspace has not and that none of its own is like: what it names can be read of
/// all the same.
fn with_relations(session: Session) -> Session {
    let relations = &session.loaded.base.relations;
    let likes = relations.described().filter_map(|(_, record)| shipped().concept(record.like.as_deref()?));
    let liked: BTreeSet<&str> = likes.map(|concept| concept.id.as_str()).collect();
    let is_there =
        |concept: &Concept| relations.find(&concept.id).is_some() || liked.contains(concept.id.as_str());
    let missing = shipped().relations(|concept| !is_there(concept));
    let Session { mut gathered, choice, .. } = session;
    gathered.files.add(File::new(TAKEN, missing));
    Session::load(gathered, choice)
}

impl ReconcileArgs {
    /// Reads the reports, in the order in which they are named; one that is named twice is read twice.
    fn read(
        &self,
        session: &mut Session,
        unread: &mut Vec<Finding>,
        surroundings: &Surroundings,
    ) -> Result<Vec<FileId>, CommandError> {
        let mut reports = Vec::new();
        if self.reports.iter().filter(|path| is_input(path)).count() > 1 {
            return Err("standard input can be read once: name `-` once".into());
        }
        for path in &self.reports {
            if is_input(path) {
                reports.push(session.gathered.add_draft(&self.stdin_filename, input(false)?));
                session.loaded.findings.append(&mut session.gathered.findings);
                continue;
            }
            let path = std::slice::from_ref(path);
            let mut queue = DraftQueue::of(path, &self.exclude, session, surroundings)?;
            while let Some(some) = queue.next(&mut session.gathered.files, unread) {
                reports.extend(some);
            }
            if !self.quiet {
                queue.empty_drafts().iter().for_each(|hint| output::hint(hint));
            }
        }
        reports.retain(|report| session.gathered.files.get(*report).is_read());
        Ok(reports)
    }
}

fn is_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The file and the date of `FILE=DATE`.
fn dated(written: &str) -> Result<(&str, Bound), CommandError> {
    let wrong = |reason: String| UsageError::Day { flag: "--date", written: written.to_owned(), reason };
    let (file, date) = written
        .rsplit_once('=')
        .ok_or_else(|| wrong("write FILE=DATE, such as a.md=2025-01-21".to_owned()))?;
    let date = parse_date(date).map_err(|error| wrong(error.to_string()))?;
    Ok((file, date))
}

/// The dates that are told, each of the report that it is for.
fn told(
    dates: &[(&str, Bound)],
    reports: &[FileId],
    session: &Session,
    args: &ReconcileArgs,
    surroundings: &Surroundings,
) -> Result<BTreeMap<FileId, Bound>, CommandError> {
    let real = |path: &Path| surroundings.current.join(path).canonicalize().ok();
    let mut told = BTreeMap::new();
    for (file, date) in dates {
        let wanted = real(Path::new(file));
        let named = |report: &&FileId| {
            let path = session.gathered.files.get(**report).path();
            let is_meant = path == *file || *file == "-" && path == args.stdin_filename;
            is_meant || wanted.is_some() && real(Path::new(path)) == wanted
        };
        let of_file: Vec<FileId> = reports.iter().filter(named).copied().collect();
        if of_file.is_empty() {
            return Err(format!("`--date {file}=…`: `{file}` is none of the reports").into());
        }
        told.extend(of_file.into_iter().map(|report| (report, *date)));
    }
    Ok(told)
}

/// A format and the file it goes to.
fn target(written: &str) -> Result<(ReconcileFormat, Option<PathBuf>), CommandError> {
    let (word, path) = output::parted(written);
    let known = ReconcileFormat::ALL.map(|(name, _)| name).join(", ");
    let format = ReconcileFormat::named(word)
        .ok_or_else(|| format!("`--output-format {word}`: the formats of this command are {known}"))?;
    Ok((format, path))
}
