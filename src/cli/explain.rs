//! `erstwhile explain`: the page of a code, a kind of rule, a rule, a relation, or of `reconcile`. Works offline.

mod page;
mod relation;
pub mod rule;

use std::borrow::Cow;

use clap::Args;

use super::common::{ColorChoice, FileArgs};
use super::session::Session;
use super::{CommandError, Surroundings, output};
use crate::check::{KINDS, KindPage};
use crate::engine::RECONCILE_PAGE;
use crate::load::{nearest, shipped};
use crate::model::Code;
use crate::render::{Sheet, Tone};

/// Arguments of `explain`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  erstwhile explain superseded
  erstwhile explain single_value
  erstwhile explain excludes-others")]
pub struct ExplainArgs {
    /// A code, a kind of rule, the id of a rule or of a relation, or `reconcile` [default: list codes, kinds and rules]
    name: Option<String>,

    #[command(flatten)]
    files: FileArgs,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN", help_heading = "Output")]
    color: ColorChoice,
}

/// The command whose method has a page of its own.
const RECONCILE: &str = "reconcile";

/// Prints the page.
pub fn run(args: &ExplainArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    let mut sheet = Sheet::new(output::style(args.color));
    match &args.name {
        None => list(&mut sheet, &Session::open_or_standard(&args.files, surroundings)?),
        Some(name) => pages(&mut sheet, name, args, surroundings)?,
    }
    output::write_text(&sheet.finish())?;
    Ok(0)
}

/// All pages with this name: a rule may have the name of a code or a kind.
fn pages(
    sheet: &mut Sheet,
    name: &str,
    args: &ExplainArgs,
    surroundings: &Surroundings,
) -> Result<(), CommandError> {
    let word = name.trim().to_lowercase();
    if word == RECONCILE {
        page::add(sheet, RECONCILE_PAGE);
        return Ok(());
    }
    let code = Code::named(&word).or_else(|| Code::named(&word.replace('_', "-")));
    let kind = KINDS.iter().find(|kind| kind.name == word || kind.name == word.replace('-', "_"));
    let is_both = code.is_some() && kind.is_some();
    if let Some(code) = code {
        page::add(sheet, &titled(code.page(), "a code of findings", is_both));
        sheet.gap();
        sheet.paragraph(0, Tone::Faint, &format!("Code {code}. {}", severity_words(code)));
    }
    if let Some(kind) = kind {
        sheet.gap();
        page::add(sheet, &titled(kind.page, "a kind of rule", is_both));
    }
    let concept = shipped().concept(name);
    if let Some(concept) = concept {
        sheet.gap();
        relation::add(sheet, concept);
    }
    let session = match Session::open_or_standard(&args.files, surroundings) {
        Ok(session) => session,
        // The pages of codes, kinds and shipped relations need no workspace.
        Err(_) if code.is_some() || kind.is_some() || concept.is_some() => return Ok(()),
        Err(error) => return Err(error),
    };
    let base = &session.loaded.base;
    let recorded = base.relations.find(name).filter(|_| concept.is_none());
    let recorded = recorded.and_then(|id| Some((id, base.relations.record(id)?)));
    if let Some((id, record)) = recorded {
        sheet.gap();
        relation::add_recorded(sheet, &session, id, record);
    }
    let rules = &base.rules;
    match rules.iter().find(|rule| rule.id == name) {
        Some(found) => rule::add(sheet, &session, found),
        None if code.is_some() || kind.is_some() || concept.is_some() || recorded.is_some() => {}
        None => {
            let relations = base.relations.described().map(|(id, _)| base.relations.id(id));
            return Err(unknown(name, rules.iter().map(|rule| rule.id.as_str()), relations).into());
        }
    }
    Ok(())
}

/// A page; where another page has the same name, its title says what it is about.
fn titled<'a>(page: &'a str, of: &str, is_ambiguous: bool) -> Cow<'a, str> {
    match page.split_once('\n') {
        Some((title, rest)) if is_ambiguous => Cow::Owned(format!("{title}: {of}\n{rest}")),
        _ => Cow::Borrowed(page),
    }
}

fn severity_words(code: Code) -> String {
    match code.spoils_run() {
        true => format!("Severity: {}, exit code 2. It cannot be turned off.", code.severity()),
        false if code.is_on_request() => format!(
            "Off by default; turn it on with --select {code} or in the configuration. Its severity is then {}.",
            code.severity()
        ),
        false => format!(
            "Default severity: {}. Rules, the configuration and flags can change it.",
            code.severity()
        ),
    }
}

fn unknown<'a>(
    name: &str,
    rules: impl Iterator<Item = &'a str>,
    relations: impl Iterator<Item = &'a str>,
) -> String {
    let known =
        Code::ALL.iter().map(|code| code.as_str()).chain(KINDS.iter().map(|kind| kind.name)).chain(rules);
    let known = known
        .chain([RECONCILE])
        .chain(shipped().concepts.iter().map(|concept| concept.id.as_str()))
        .chain(relations);
    let hint = nearest(name, known).map_or_else(
        || "`erstwhile explain` lists them all".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    format!("there is no code, kind, rule or relation named `{name}`; {hint}")
}

/// Everything that can be explained, each with a sentence.
fn list(sheet: &mut Sheet, session: &Session) {
    let rules = &session.loaded.base.rules;
    let longest =
        Code::ALL.iter().map(|code| code.as_str().len()).chain(KINDS.iter().map(|kind| kind.name.len()));
    let width = longest.max().unwrap_or(0) + 1;
    let (drafts, claims): (Vec<Code>, Vec<Code>) = Code::ALL.iter().partition(|code| code.is_about_drafts());
    for (heading, codes) in
        [("Codes of findings about claims", claims), ("Codes of findings about drafts", drafts)]
    {
        sheet.heading(heading);
        for code in codes {
            sheet.field(2, width, code.as_str(), Tone::Plain, code.summary());
        }
    }
    sheet.heading("Kinds of rules");
    for kind in &KINDS {
        sheet.field(2, width, kind.name, Tone::Plain, &kind_summary(kind));
    }
    sheet.heading("Rules in force");
    for found in rules {
        sheet.field(2, width, &found.id, Tone::Plain, &rule::summary(session, found));
    }
    sheet.gap();
    sheet.paragraph(0, Tone::Faint, "erstwhile explain NAME shows the page of any of these.");
}

/// The first sentence of a kind's page.
#[must_use]
pub fn kind_summary(kind: &KindPage) -> String {
    let lines = kind.page.lines().skip_while(|line| line.starts_with('#') || line.trim().is_empty());
    let paragraph = lines.take_while(|line| !line.trim().is_empty()).collect::<Vec<_>>().join(" ");
    let end = paragraph.find(". ").map_or(paragraph.len(), |at| at + 1);
    paragraph[..end].to_owned()
}
