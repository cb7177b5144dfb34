//! `erstwhile reconcile` without reports: the least that must change so that the claims agree with themselves.

use std::path::{Path, PathBuf};

use clap::Args;

use super::edits::CheckedEdits;
use super::reports::{ReconcileArgs, ReconcileFailOn};
use crate::cli::apply::WriteArgs;
use crate::cli::progress::Progress;
use crate::cli::session::Session;
use crate::cli::{CommandError, INCOMPLETE, Surroundings, output};
use crate::engine::{self, CheckOptions, RepairOptions, Selection};
use crate::load;
use crate::model::{Preference, Repairs};
use crate::render::{Context, repair as render};
use crate::repair::Effort;

/// How claims are repaired.
#[derive(Debug, Args)]
pub struct RepairArgs {
    /// What makes a claim better than one that excludes it, what counts more first: rank, correction, first-hand, origins,
    /// fewest, newer, precision; and agreement, which --estimate-sources adds as the last
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = preference, help_heading = "Repair of claims")]
    prefer: Vec<Preference>,

    /// Estimate how often each source agrees with others, and prefer, where nothing else decides, claims of sources that do
    #[arg(long, help_heading = "Repair of claims")]
    estimate_sources: bool,

    /// Repair possible contradictions too, which coarse dates leave open
    #[arg(long, help_heading = "Repair of claims")]
    possible: bool,

    /// Only drop claims, and never close one
    #[arg(long, help_heading = "Repair of claims")]
    drop_only: bool,

    /// How many steps of search a cluster is worth; beyond it the best repair found is given with the proven bound
    #[arg(long, value_name = "STEPS", default_value_t = Effort::default().search, help_heading = "Repair of claims")]
    effort: usize,

    #[command(flatten)]
    write: WriteArgs,
}

impl RepairArgs {
    /// Whether any of it was asked for.
    pub fn is_used(&self) -> bool {
        let is_effort = self.effort != Effort::default().search;
        !self.prefer.is_empty()
            || self.estimate_sources
            || self.possible
            || self.drop_only
            || is_effort
            || self.write.apply
    }

    fn order(&self) -> Vec<Preference> {
        let mut order: Vec<Preference> =
            if self.prefer.is_empty() { Preference::usual().collect() } else { distinct(&self.prefer) };
        if self.estimate_sources && !order.contains(&Preference::Agreement) {
            order.push(Preference::Agreement);
        }
        order
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RepairFormat {
    Full,
    Html,
    Json,
}

/// A format and the file it goes to.
fn target(written: &str) -> Result<(RepairFormat, Option<PathBuf>), CommandError> {
    let (word, path) = output::parted(written);
    match word {
        "full" => Ok((RepairFormat::Full, path)),
        "html" => Ok((RepairFormat::Html, path)),
        "json" => Ok((RepairFormat::Json, path)),
        _ => {
            Err(format!("`--output-format {word}`: without reports, the formats are full, html, json").into())
        }
    }
}

fn preference(word: &str) -> Result<Preference, String> {
    let known = || Preference::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(", ");
    Preference::named(word).ok_or_else(|| format!("the preferences are {}", known()))
}

/// Runs the command and gives its exit code.
pub fn run(args: &ReconcileArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    let targets = args.output_format.iter().map(|written| target(written)).collect::<Result<Vec<_>, _>>()?;
    output::one_to_standard_output(targets.iter().map(|(_, path)| path.as_deref()))?;
    let as_of = args.time.as_of(surroundings)?;
    let progress = Progress::start("reading claims", args.quiet);
    let mut session = Session::open(&[], &args.files, surroundings)?;
    let base = &session.loaded.base;
    progress.say(|| format!("reconciling {} claims", base.claims.len()));
    let RepairArgs { drop_only, effort, possible, .. } = args.repair;
    let effort = Effort { search: effort, settle: effort };
    let options = RepairOptions { as_of, order: args.repair.order(), closes: !drop_only, possible, effort };
    let repairs = engine::repairs(&session.loaded, &options);
    let check = CheckOptions { command: "reconcile", as_of, selection: Selection::default() };
    let missing = engine::missing(&session.gathered.files, &session.loaded, &check);
    drop(progress);
    let nothing = base.claims.is_empty();
    let incomplete = !missing.is_empty() || nothing || !is_decided(&repairs);
    output::keep_inputs(
        targets.iter().filter_map(|(_, path)| path.as_deref()),
        &session.gathered.files,
        &[],
    )?;
    let (pages, plain): (Vec<_>, Vec<_>) =
        targets.into_iter().partition(|(format, _)| *format == RepairFormat::Html);
    for (format, path) in &plain {
        let context = session.context();
        output::write_to(path.as_deref(), output::style(args.color), |style, out| match format {
            RepairFormat::Json => {
                let json = render::json(&repairs, &as_of.day.to_string(), incomplete, &context);
                writeln!(out, "{}", serde_json::to_string(&json)?)
            }
            _ => out.write_all(render::text(&repairs, &context, style).as_bytes()),
        })?;
    }
    session.complain_of(&missing);
    let writes = args.repair.write.apply;
    if writes && !missing.is_empty() {
        return Err(
            "nothing was written: not all claims could be used, and what is missing may decide otherwise"
                .into(),
        );
    }
    let is_shown = plain.contains(&(RepairFormat::Full, None));
    if is_shown || writes || !pages.is_empty() {
        let loaded = std::mem::take(&mut session.loaded);
        let edits = CheckedEdits::new(&mut session.gathered.files, loaded, &repairs, &check)?;
        if !pages.is_empty() {
            session.loaded = load::load(&session.gathered.files);
            let diff =
                edits.as_ref().map_or_else(String::new, |edits| edits.diff(&session.gathered.files, false));
            let page = render::RepairPage { as_of: as_of.day, diff: &diff, incomplete };
            let paths = pages.iter().map(|(_, path)| path.as_deref());
            write_pages(paths, &repairs, page, &session.context(), args)?;
        }
        if let Some(edits) = edits {
            let diff = is_shown.then(|| output::style(args.color).color);
            edits.show_and_write(
                &session.gathered,
                diff,
                missing.is_empty(),
                args.repair.write,
                surroundings,
            )?;
        }
    }
    if nothing {
        output::complain("nothing to reconcile: the files contain no claims");
    }
    if !args.quiet {
        output::hint_unseen(&session.gathered.unseen);
    }
    Ok(if incomplete { INCOMPLETE } else { exit_code(&repairs, args.fail_on) })
}

fn write_pages<'p>(
    paths: impl Iterator<Item = Option<&'p Path>>,
    repairs: &Repairs,
    page: render::RepairPage<'_>,
    context: &Context<'_>,
    args: &ReconcileArgs,
) -> Result<(), CommandError> {
    for path in paths {
        let style = output::style(args.color);
        output::write_to(path, style, |_, out| render::html(repairs, page, context, out))?;
    }
    Ok(())
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

fn exit_code(repairs: &Repairs, fail_on: ReconcileFailOn) -> u8 {
    let open = repairs.clusters.iter().any(|one| !one.undetermined.is_empty() || !one.undecided.is_empty());
    let changes = open || repairs.settled().next().is_some();
    match fail_on {
        ReconcileFailOn::Conflict => u8::from(open),
        ReconcileFailOn::Difference => u8::from(changes),
        ReconcileFailOn::Never => 0,
    }
}
