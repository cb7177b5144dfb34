//! `erstwhile rules`: the codes, the kinds of rules, the rules in force and the shipped relations; and the words of a relation.

mod relation;

use clap::{Args, ValueEnum};

use self::relation::Asked;
use super::common::{ColorChoice, FileArgs};
use super::explain::{kind_summary, rule};
use super::session::Session;
use super::{CommandError, Surroundings, output};
use crate::check::{KINDS, KindPage};
use crate::load::is_standard;
use crate::model::{Code, Rule};
use crate::render::object::{Json, object};
use crate::render::{Sheet, Tone};

/// Arguments of `rules`.
#[derive(Debug, Args)]
pub struct RulesArgs {
    /// A relation, of the workspace or shipped, by its id or Wikidata's property: its words [default: list all]
    relation: Option<String>,

    /// List the shipped relations with labels and Wikidata's properties
    #[arg(long, conflicts_with = "relation")]
    shipped: bool,

    #[command(flatten)]
    files: FileArgs,

    /// Output format
    #[arg(long, value_enum, default_value_t = RulesFormat::Text, value_name = "FORMAT", help_heading = "Output")]
    output_format: RulesFormat,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN", help_heading = "Output")]
    color: ColorChoice,
}

/// A format of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RulesFormat {
    /// For people
    Text,
    /// One JSON object with `codes`, `kinds`, `rules` and `shipped`, or the relation with its `words`
    Json,
}

/// Prints the list.
pub fn run(args: &RulesArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    let session = Session::open_or_standard(&args.files, surroundings)?;
    let asked = args.relation.as_deref().map(|name| Asked::named(&session, name)).transpose()?;
    let text = match args.output_format {
        RulesFormat::Text => {
            let mut sheet = Sheet::new(output::style(args.color));
            match &asked {
                Some(asked) => asked.add(&mut sheet),
                None => add(&mut sheet, &session, args.shipped),
            }
            sheet.finish()
        }
        RulesFormat::Json => {
            let json = asked.as_ref().map_or_else(|| listed(&session), Asked::json);
            format!("{}\n", serde_json::to_string(&json)?)
        }
    };
    output::write_text(&text)?;
    let spoilt = session.loaded.findings.iter().any(|finding| finding.code.spoils_run());
    if spoilt {
        output::complain(
            "not all files could be read, so rules may be missing; run `erstwhile check` for details",
        );
    }
    Ok(if spoilt { super::INCOMPLETE } else { 0 })
}

fn add(sheet: &mut Sheet, session: &Session, in_full: bool) {
    let width = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or(0) + 1;
    sheet.heading("Codes of findings about claims, with their severities");
    let (drafts, claims): (Vec<Code>, Vec<Code>) = Code::ALL.iter().partition(|code| code.is_about_drafts());
    let list = |sheet: &mut Sheet, codes: &[Code]| {
        for code in codes {
            let severity = severity_set(session, *code);
            sheet.field(2, width, code.as_str(), Tone::Plain, &format!("{severity:<8} {}", code.summary()));
        }
    };
    list(sheet, &claims);
    sheet.heading("Codes of findings about drafts; turn on those that are off with --select CODE");
    list(sheet, &drafts);
    sheet.heading("Kinds of rules");
    for kind in &KINDS {
        sheet.field(2, width, kind.name, Tone::Plain, &kind_summary(kind));
    }
    let (standard, own): (Vec<&Rule>, Vec<&Rule>) =
        session.loaded.base.rules.iter().partition(|rule| from_program(session, rule));
    for (heading, rules) in [("Rules of this workspace", own), ("Standard rules", standard)] {
        if rules.is_empty() {
            continue;
        }
        sheet.heading(heading);
        for found in rules {
            let severity = found.severity.map(|_| format!("severity {}", rule::severity(found)));
            let place = (!from_program(session, found)).then(|| rule::place(session, found));
            let details: Vec<String> = severity.into_iter().chain(place).collect();
            sheet.field(2, width, &found.id, Tone::Plain, &rule::summary(session, found));
            if !details.is_empty() {
                sheet.field(2, width, "", Tone::Faint, &details.join(", "));
            }
        }
    }
    relation::add_shipped(sheet, in_full);
    sheet.gap();
    sheet.paragraph(
        0,
        Tone::Faint,
        "erstwhile explain NAME shows the page of a code, kind or rule, erstwhile rules ID the words of a relation.",
    );
}

/// The severity of a code here: the configuration may have changed it.
fn severity_set(session: &Session, code: Code) -> &'static str {
    match session.loaded.base.config.severity(code, None) {
        None if code.is_on_request() => "off",
        None => code.severity().as_str(),
        Some(None) => "off",
        Some(Some(severity)) => severity.as_str(),
    }
}

fn from_program(session: &Session, rule: &Rule) -> bool {
    is_standard(session.gathered.files.get(rule.place.file).path())
}

/// The list as other programs read it.
fn listed(session: &Session) -> Json<'_> {
    let code = |code: &Code| {
        object! {
            "code": code.as_str(),
            // By itself, and as the configuration has it; `off` is not a severity.
            "severity": code.severity().as_str(),
            "in_force": severity_set(session, *code),
            "summary": code.summary(),
        }
    };
    let kind = |kind: &KindPage| object! { "kind": kind.name, "summary": kind_summary(kind) };
    object! {
        "schema_version": 1,
        "codes": Json::list(Code::ALL.iter().map(code)),
        "kinds": Json::list(KINDS.iter().map(kind)),
        "rules": Json::list(session.loaded.base.rules.iter().map(|rule| listed_rule(session, rule))),
        "shipped": relation::listed_shipped(),
    }
}

fn listed_rule<'a>(session: &'a Session, found: &'a Rule) -> Json<'a> {
    let files = &session.gathered.files;
    object! {
        "rule": &found.id,
        "kind": found.kind.as_str(),
        "asks": rule::asks(session, found),
        "scope": rule::scope(session, found),
        "severity": found.severity.map(|severity| severity.map_or("off", |severity| severity.as_str())),
        "message": found.message.as_deref(),
        "help": found.help.as_deref(),
        "standard": from_program(session, found),
        "path": files.get(found.place.file).path(),
        "line": files.positions(found.place).0.line,
    }
}
