//! `erstwhile config`: the settings that are in force, here or for one file, and where each comes from.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::common::{ColorChoice, FileArgs};
use super::drafts::DraftQueue;
use super::session::Session;
use super::{CommandError, Surroundings, output};
use crate::draft::{DraftReader, Format};
use crate::load::locate::{Locator, in_record};
use crate::model::{Config, Override, Severities, Severity, Site};
use crate::render::{Sheet, Tone};
use crate::text::{Patterns, Place};

/// Arguments of `config`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  erstwhile config                      show the settings and where they come from
  erstwhile config archive/2019/a.md    show the settings for one draft
  erstwhile config --output-format json

Flags override all of these settings.")]
pub struct ConfigArgs {
    /// Show the settings for this file
    #[arg(value_name = "FILE")]
    file: Option<String>,

    #[command(flatten)]
    files: FileArgs,

    /// Output format: text or json
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = "Output")]
    output_format: String,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN", help_heading = "Output")]
    color: ColorChoice,
}

/// The variable that names formats of output.
const FORMATS: &str = "ERSTWHILE_OUTPUT_FORMAT";

/// One setting.
#[derive(Debug, Serialize)]
struct Setting {
    name: &'static str,
    value: String,
    /// `default`, file and line, or what else says so.
    origin: String,
}

/// Shows the settings.
pub fn run(args: &ConfigArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    if !matches!(args.output_format.as_str(), "text" | "json") {
        return Err(format!("`--output-format {}`: the formats are text, json", args.output_format).into());
    }
    let mut session = Session::open_or_standard(&args.files, surroundings)?;
    let file = args.file.as_ref().map(|file| session.gathered.files.root().path(file).into_owned());
    let mut settings = Settings { session: &session, file }.all();
    if let Some(file) = &args.file {
        settings.extend(date_of(file, &mut session, surroundings));
    }
    if args.output_format == "json" {
        let shown = serde_json::json!({"schema_version": 1, "settings": settings});
        output::write_text(&format!("{shown}\n"))?;
    } else {
        let mut sheet = Sheet::new(output::style(args.color));
        let width = settings.iter().map(|setting| setting.name.len()).max().unwrap_or(0);
        for Setting { name, value, origin } in &settings {
            sheet.field(0, width + 1, name, Tone::Plain, value);
            sheet.field(0, width + 1, "", Tone::Faint, origin);
        }
        output::write_text(&sheet.finish())?;
    }
    let files = &session.gathered.files;
    let wrong: Vec<_> = session
        .loaded
        .findings
        .iter()
        .filter(|finding| crate::load::is_config(files.get(finding.site.place.file)))
        .collect();
    let locator = Locator::new(files);
    for finding in &wrong {
        let (start, _) = files.positions(locator.locate(finding.site));
        let path = files.get(finding.site.place.file).path();
        output::complain(&format!("{path}:{}: {}", start.line, session.words().of(finding).message));
    }
    Ok(if wrong.is_empty() { 0 } else { super::INCOMPLETE })
}

/// The date of a draft and what says so; nothing of what is there no draft.
fn date_of(path: &str, session: &mut Session, surroundings: &Surroundings) -> Option<Setting> {
    let mut queue = DraftQueue::of(&[PathBuf::from(path)], &[], session, surroundings).ok()?;
    let files = &mut session.gathered.files;
    let draft = *queue.next(files, &mut Vec::new())?.first()?;
    let text = files.get(draft);
    let format = Format::of(text.path()).filter(|_| text.is_read())?;
    let reader = DraftReader::new(&session.loaded.base);
    let date = reader.date(&files.path_from_root(draft), text.text(), format);
    let (value, origin) = match date {
        Some((date, from)) if from == "path" => (date.to_string(), "the path of the draft".to_owned()),
        Some((date, from)) => (date.to_string(), format!("`{from}` in the head of the draft")),
        None => ("none".to_owned(), "neither the head nor the path of the draft has one".to_owned()),
    };
    Some(Setting { name: "draft date", value, origin })
}

/// The settings of a session, perhaps as they are for one file.
struct Settings<'a> {
    session: &'a Session,
    /// The path from the root of the workspace.
    file: Option<String>,
}

impl Settings<'_> {
    fn all(&self) -> Vec<Setting> {
        let config = &self.session.loaded.base.config;
        let root = self.session.gathered.root.as_ref();
        let root = root.map_or_else(|| "none".to_owned(), |root| root.display().to_string());
        let mut all = vec![Setting {
            name: "workspace",
            value: root,
            origin: "found around the current folder".to_owned(),
        }];
        all.extend(self.severities(config));
        let fail_on = config.fail_on.map(|least| least.map_or("never", Severity::as_str).to_owned());
        all.push(self.of("fail_on", fail_on, |_| None).or("error"));
        all.push(self.of("select", listed(&config.select), |_| None).or("all"));
        all.push(self.of("ignore", listed(&config.ignore), |_| None).or("none"));
        all.push(self.of("drafts", listed(&config.drafts), |_| None).or("none: name them"));
        all.push(self.of("exclude", listed(&config.exclude), |_| None).or("none"));
        all.push(
            self.of("as_of", config.as_of.map(|day| day.to_string()), |one| {
                one.as_of.map(|day| day.to_string())
            })
            .or("today"),
        );
        let sure = config.min_confidence.map(|least| least.as_str().to_owned());
        all.push(
            self.of("min_confidence", sure, |one| one.min_confidence.map(|least| least.as_str().to_owned()))
                .or("low"),
        );
        all.push(self.of("baseline", config.baseline.clone(), |_| None).or("none"));
        let formats = std::env::var(FORMATS).ok().filter(|formats| !formats.is_empty());
        let origin = if formats.is_some() { FORMATS } else { "default" }.to_owned();
        let value = formats.unwrap_or_else(|| "full".to_owned());
        all.push(Setting { name: "output format", value, origin });
        match &self.file {
            None => {
                all.extend(config.overrides.iter().enumerate().map(|(at, one)| self.override_of(at, one)))
            }
            Some(file) => all.extend(self.for_file(config, file)),
        }
        all
    }

    /// A setting: what the last override that fits says, else what is set for everything.
    fn of(
        &self,
        name: &'static str,
        value: Option<String>,
        says: impl Fn(&Override) -> Option<String>,
    ) -> Setting {
        let overrides = self.session.loaded.base.config.overrides.iter().enumerate().rev();
        let fitting = overrides.filter(|(_, one)| self.file.as_ref().is_some_and(|file| fits(one, file)));
        if let Some((at, value)) = fitting.filter_map(|(at, one)| Some((at, says(one)?))).next() {
            return Setting {
                name,
                value,
                origin: self.place(|place| Site::element(place, "overrides", at)),
            };
        }
        let origin = match &value {
            Some(_) => self.place(|place| Site::field(place, name)),
            None => "default".to_owned(),
        };
        Setting { name, value: value.unwrap_or_default(), origin }
    }

    fn override_of(&self, at: usize, one: &Override) -> Setting {
        let says = [
            severities(&one.severities),
            one.as_of.map(|day| format!("as_of {day}")),
            one.min_confidence.map(|least| format!("min_confidence {}", least.as_str())),
        ];
        let says: Vec<String> = says.into_iter().flatten().collect();
        let value = format!("{}: {}", one.paths.join(", "), says.join("; "));
        Setting { name: "override", value, origin: self.place(|place| Site::element(place, "overrides", at)) }
    }

    /// A row for each code whose severity is set: of those that are, the last counts.
    fn severities(&self, config: &Config) -> Vec<Setting> {
        let mut set: BTreeMap<&str, (Option<Severity>, String)> = BTreeMap::new();
        for (code, level) in &config.severities {
            set.insert(code, (*level, self.place(|place| Site::field(place, "severities"))));
        }
        let overrides = config.overrides.iter().enumerate();
        for (at, one) in overrides.filter(|(_, one)| self.file.as_ref().is_some_and(|file| fits(one, file))) {
            for (code, level) in &one.severities {
                set.insert(code, (*level, self.place(|place| Site::element(place, "overrides", at))));
            }
        }
        if set.is_empty() {
            return vec![Setting {
                name: "severities",
                value: "as the codes have them".to_owned(),
                origin: "default".to_owned(),
            }];
        }
        let row = |(code, (level, origin)): (&str, (Option<Severity>, String))| Setting {
            name: "severities",
            value: format!("{code} {}", level.map_or("off", Severity::as_str)),
            origin,
        };
        set.into_iter().map(row).collect()
    }

    /// Whether a file is looked at.
    fn for_file(&self, config: &Config, file: &str) -> Vec<Setting> {
        let mut found = Vec::new();
        let patterns = config.exclude.iter().map(String::as_str);
        if Patterns::new(patterns).is_ok_and(|patterns| patterns.fit(file)) {
            let origin = self.place(|place| Site::field(place, "exclude"));
            found.push(Setting { name: "left out", value: "yes".to_owned(), origin });
        }
        found
    }

    /// File and line of a part of the configuration.
    fn place(&self, site: impl FnOnce(Place) -> Site) -> String {
        let files = &self.session.gathered.files;
        let Some(place) = self.session.loaded.base.config.place else { return "default".to_owned() };
        let file = files.get(place.file);
        let span = in_record(file.text(), site(place)).unwrap_or(place.span);
        let (start, _) = files.positions(Place { span, ..place });
        format!("{}:{}", file.path(), start.line)
    }
}

impl Setting {
    /// The same with what holds where nothing is set.
    fn or(self, default: &str) -> Self {
        if self.value.is_empty() { Self { value: default.to_owned(), ..self } } else { self }
    }
}

fn fits(one: &Override, file: &str) -> bool {
    Patterns::new(one.paths.iter().map(String::as_str)).is_ok_and(|patterns| patterns.fit(file))
}

fn listed(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join(", "))
}

fn severities(severities: &Severities) -> Option<String> {
    let shown =
        severities.iter().map(|(name, level)| format!("{name} {}", level.map_or("off", Severity::as_str)));
    let shown = shown.collect::<Vec<_>>().join(", ");
    (!shown.is_empty()).then_some(shown)
}
