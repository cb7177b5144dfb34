//! `erstwhile reconcile` without reports: the least that must change so that the claims agree with themselves.

use clap::{Args, ValueEnum};

use super::super::apply::WriteArgs;
use super::super::common::{ColorChoice, FileArgs, TimeArgs};
use super::super::progress::Progress;
use super::super::session::Session;
use super::super::{CommandError, INCOMPLETE, Surroundings, output};
use super::edits;
use crate::engine::{self, CheckOptions, RepairOptions, Selection};
use crate::model::{Preference, Repairs};
use crate::render::repair as render;
use crate::repair::Effort;

/// Arguments of `reconcile` without reports.
#[derive(Debug, Args)]
pub struct BaseArgs {
    /// What makes a claim better than one that excludes it, what counts more first: rank, correction, first-hand, origins,
    /// fewest, newer, precision
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = preference, help_heading = "Repair")]
    prefer: Vec<Preference>,

    /// Estimate how often each source agrees with others, and prefer, where nothing else decides, claims of sources that do
    #[arg(long, help_heading = "Repair")]
    estimate_sources: bool,

    /// Only drop claims, and never close one
    #[arg(long, help_heading = "Repair")]
    drop_only: bool,

    /// How many steps of search a cluster is worth; beyond it the best repair found is given with the proven bound
    #[arg(long, value_name = "STEPS", default_value_t = Effort::default().search, help_heading = "Repair")]
    effort: usize,

    #[command(flatten)]
    write: WriteArgs,

    #[command(flatten)]
    time: TimeArgs,

    #[command(flatten)]
    files: FileArgs,

    /// What gives exit code 1: a cluster that is not settled, any change that is proposed, or nothing
    #[arg(long, value_enum, default_value_t = FailOnRepair::Conflict, value_name = "WHAT", help_heading = "Output")]
    fail_on: FailOnRepair,

    /// Output format
    #[arg(long, value_enum, default_value_t = RepairFormat::Full, value_name = "FORMAT", help_heading = "Output")]
    output_format: RepairFormat,

    /// Print no progress
    #[arg(long, short, help_heading = "Output")]
    quiet: bool,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN", help_heading = "Output")]
    color: ColorChoice,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RepairFormat {
    /// For people
    Full,
    /// One JSON object, after a published schema
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOnRepair {
    /// A cluster that is not settled
    Conflict,
    /// Any change that is proposed
    Difference,
    /// Nothing
    Never,
}

fn preference(word: &str) -> Result<Preference, String> {
    let usual = || Preference::ALL.iter().filter(|one| **one != Preference::Agreement);
    let known = || usual().map(|one| one.as_str()).collect::<Vec<_>>().join(", ");
    let named = Preference::named(word).filter(|one| *one != Preference::Agreement);
    named.ok_or_else(|| format!("the preferences are {}", known()))
}

/// Runs the command and gives its exit code.
pub fn run(args: &BaseArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    let as_of = args.time.as_of(surroundings)?;
    let progress = Progress::start("reading claims", args.quiet);
    let session = Session::open(&[], &args.files, surroundings)?;
    let base = &session.loaded.base;
    progress.say(|| format!("reconciling {} claims", base.claims.len()));
    let usual = || Preference::ALL.iter().copied().filter(|one| *one != Preference::Agreement);
    let mut order: Vec<Preference> =
        if args.prefer.is_empty() { usual().collect() } else { distinct(&args.prefer) };
    if args.estimate_sources {
        order.push(Preference::Agreement);
    }
    let effort = Effort { search: args.effort, settle: args.effort };
    let repairs =
        engine::repairs(&session.loaded, &RepairOptions { as_of, order, closes: !args.drop_only, effort });
    let check = CheckOptions { command: "reconcile", as_of, selection: Selection::default() };
    let missing = engine::missing(&session.gathered.files, &session.loaded, &check);
    drop(progress);
    let nothing = base.claims.is_empty();
    let incomplete = !missing.is_empty() || nothing || !is_decided(&repairs);
    let style = output::style(args.color);
    match args.output_format {
        RepairFormat::Full => {
            output::write_text(&render::text(&repairs, &session.context(), style))?;
        }
        RepairFormat::Json => {
            let context = session.context();
            let json = render::json(&repairs, &as_of.day.to_string(), incomplete, &context);
            output::write_text(&format!("{}\n", serde_json::to_string(&json)?))?;
        }
    }
    let diff = (args.output_format == RepairFormat::Full).then_some(style.color);
    edits::show_and_write(&session, &repairs, &check, &args.write, diff, surroundings)?;
    if nothing {
        output::complain("nothing to reconcile: the files contain no claims");
    }
    output::hint_unseen(&session.gathered.unseen);
    session.complain_of(&missing);
    Ok(if incomplete { INCOMPLETE } else { exit_code(&repairs, args.fail_on) })
}

/// Each of these once, where it is named first.
fn distinct(named: &[Preference]) -> Vec<Preference> {
    let mut found: Vec<Preference> = Vec::new();
    for one in named {
        if !found.contains(one) {
            found.push(*one);
        }
    }
    found
}

/// Whether all of it is proven.
fn is_decided(repairs: &Repairs) -> bool {
    repairs.too_large.is_empty() && repairs.clusters.iter().all(|cluster| cluster.optimal)
}

fn exit_code(repairs: &Repairs, fail_on: FailOnRepair) -> u8 {
    let open = repairs.clusters.iter().any(|one| !one.undetermined.is_empty() || !one.undecided.is_empty());
    let changes = open || repairs.settled().next().is_some();
    match fail_on {
        FailOnRepair::Conflict => u8::from(open),
        FailOnRepair::Difference => u8::from(changes),
        FailOnRepair::Never => 0,
    }
}
