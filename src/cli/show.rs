//! `erstwhile show`: what is recorded under an id: a claim, an entity, a source, a relation, a rule.

mod claim;
mod drawing;
mod entity;
mod relation;
mod source;
mod words;

use std::collections::BTreeMap;

use clap::Args;

use super::common::{ColorChoice, FileArgs, TimeArgs};
use super::explain::rule;
use super::session::Session;
use super::{CommandError, Surroundings, output};
use crate::engine::{self, CheckOptions, Selection};
use crate::graph::{Timelines, View};
use crate::load::nearest;
use crate::model::{Base, ClaimId, EntityId, Finding, RelationId, Report, Rule, SourceId};
use crate::render::Sheet;
use crate::words::Wording;

/// Arguments of `show`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  erstwhile show some-claim
  erstwhile show \"Some Name\"                 an entity by its name
  erstwhile show some-claim --as-of 2025-01-15 --known-by 2025-01-15")]
pub struct ShowArgs {
    /// Ids of claims, entities, sources, relations or rules, or names of entities
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,

    #[command(flatten)]
    time: TimeArgs,

    #[command(flatten)]
    files: FileArgs,

    /// Draw with ASCII characters only
    #[arg(long, help_heading = "Output")]
    ascii: bool,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN", help_heading = "Output")]
    color: ColorChoice,
}

/// Shows everything with one of the ids.
pub fn run(args: &ShowArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    let as_of = args.time.as_of(surroundings)?;
    let session = Session::open(&[], &args.files, surroundings)?;
    let options = CheckOptions { command: "show", as_of, selection: Selection::default() };
    let report = session.report(&options);
    let mut style = output::style(args.color);
    style.unicode = !args.ascii && output::draws_unicode();
    let mut sheet = Sheet::new(style);
    let unknown = engine::with_view(&session.loaded, as_of, |view| {
        let timelines = Timelines::new(view);
        let shown =
            ShownRecord { session: &session, findings: by_claim(&report), view, timelines: &timelines };
        args.ids
            .iter()
            .filter(|id| !shown.add(&mut sheet, id))
            .map(|id| shown.unknown(id))
            .collect::<Vec<_>>()
    });
    output::write_text(&sheet.finish())?;
    for message in &unknown {
        output::complain(message);
    }
    if report.incomplete {
        output::complain(
            "not all files could be read, so something may be missing; run `erstwhile check` for details",
        );
    }
    Ok(if unknown.is_empty() && !report.incomplete { 0 } else { super::INCOMPLETE })
}

/// What pages are made from.
struct ShownRecord<'a> {
    session: &'a Session,
    /// The findings as of the day, by each claim that they name.
    findings: BTreeMap<&'a str, Vec<&'a Finding>>,
    view: &'a View<'a>,
    timelines: &'a Timelines<'a>,
}

fn by_claim(report: &Report) -> BTreeMap<&str, Vec<&Finding>> {
    let mut findings: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &report.findings {
        for claim in &finding.claims {
            findings.entry(claim).or_default().push(finding);
        }
    }
    findings
}

/// What has an id.
#[derive(Clone, Copy)]
enum Thing<'a> {
    Claim(ClaimId),
    Entity(EntityId),
    Source(SourceId),
    Relation(RelationId),
    Rule(&'a Rule),
}

impl<'a> ShownRecord<'a> {
    /// What makes words of facts.
    fn words(&self) -> Wording<'_> {
        self.session.words().general()
    }

    /// A message without details.
    fn word(&self, key: &str) -> String {
        self.words().phrase(key, &[])
    }

    fn base(&self) -> &'a Base {
        self.view.graph.base
    }

    /// Adds everything with the id `id`, or says that there is nothing.
    fn add(&self, sheet: &mut Sheet, id: &str) -> bool {
        let mut things = self.with_id(id);
        if things.is_empty() {
            things = self.with_name(id);
        }
        for thing in &things {
            if !sheet.is_empty() {
                sheet.gap();
                sheet.gap();
            }
            match thing {
                Thing::Claim(claim) => self.add_claim(sheet, *claim),
                Thing::Entity(entity) => self.add_entity(sheet, *entity),
                Thing::Source(source) => self.add_source(sheet, *source),
                Thing::Relation(relation) => self.add_relation(sheet, *relation),
                Thing::Rule(found) => rule::add(sheet, self.session, found),
            }
        }
        !things.is_empty()
    }

    fn with_id(&self, id: &str) -> Vec<Thing<'a>> {
        let base = self.base();
        let claim = self.view.graph.index.find(&base.claims, id).map(Thing::Claim);
        let entity = base.entities.find(id).filter(|found| base.entities.is_known(*found)).map(Thing::Entity);
        let source = base.sources.find(id).filter(|found| base.sources.is_known(*found)).map(Thing::Source);
        let relation =
            base.relations.find(id).filter(|found| base.relations.is_known(*found)).map(Thing::Relation);
        let rule = base.rules.iter().find(|rule| rule.id == id).map(Thing::Rule);
        [claim, entity, source, relation, rule].into_iter().flatten().collect()
    }

    /// Entities with this name or alias, whatever the case of its letters.
    fn with_name(&self, name: &str) -> Vec<Thing<'a>> {
        let wanted = name.to_lowercase();
        let is_called = |entity: EntityId| {
            let Some(record) = self.base().entities.record(entity) else { return false };
            record.names().any(|other| other.to_lowercase() == wanted)
        };
        self.base().entities.iter().filter(|entity| is_called(*entity)).map(Thing::Entity).collect()
    }

    fn unknown(&self, id: &str) -> String {
        let base = self.base();
        let entities =
            base.entities.iter().filter(|id| base.entities.is_known(*id)).map(|id| base.entities.id(id));
        let sources =
            base.sources.iter().filter(|id| base.sources.is_known(*id)).map(|id| base.sources.id(id));
        let relations = base.relations.described().map(|(id, _)| base.relations.id(id));
        let claims = base.claims.iter().map(|claim| base.claims.id(claim));
        let rules = base.rules.iter().map(|rule| rule.id.as_str());
        let known = claims.chain(entities).chain(sources).chain(relations).chain(rules);
        let hint = nearest(id, known).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        format!("no claim, entity, source, relation or rule has the id `{id}`{hint}")
    }
}
