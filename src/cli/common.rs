//! Flags that several commands share.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use super::Surroundings;
use crate::engine::{CheckOptions, Selection};
use crate::graph::AsOf;
use crate::load::{Loaded, nearest};
use crate::model::{Code, Severity};
use crate::render::OutputFormat;
use crate::time::{Day, parse_date};
use crate::words::{Choice, default_language, language, languages};
use crate::workspace::ReadOptions;

/// Which day is asked about and by when things were known.
#[derive(Debug, Args)]
pub struct TimeArgs {
    /// Judge as of this day: `today`, a date such as 2025-01-21, or `published` (each draft's own date)
    /// [default: today; for drafts, the setting in erstwhile.ron]
    #[arg(long, value_name = "DAY", help_heading = "Time")]
    pub as_of: Option<String>,

    /// Use only sources published by this day
    #[arg(long, value_name = "DATE", help_heading = "Time")]
    pub known_by: Option<String>,
}

/// Which configuration is used.
#[derive(Debug, Args)]
pub struct FileArgs {
    /// Use this configuration file instead of the workspace's erstwhile.ron
    #[arg(long, value_name = "FILE", help_heading = "Files")]
    pub config: Option<PathBuf>,

    /// Ignore erstwhile.ron
    #[arg(long, conflicts_with = "config", help_heading = "Files")]
    pub isolated: bool,

    /// Language of messages; auto uses that of each draft, otherwise that of the environment [default: auto]
    #[arg(long, value_name = "LANGUAGE", value_parser = spoken_languages(), default_value = "auto", hide_default_value = true, help_heading = "Output")]
    pub language: String,
}

/// Which day is asked about and which findings are wanted.
#[derive(Debug, Args)]
pub struct CommonArgs {
    #[command(flatten)]
    pub time: TimeArgs,

    /// Show only these codes or rules (comma-separated)
    #[arg(long, value_name = "CODE", value_delimiter = ',', help_heading = "Findings")]
    pub select: Vec<String>,

    /// Hide these codes or rules (comma-separated)
    #[arg(long, value_name = "CODE", value_delimiter = ',', help_heading = "Findings")]
    pub ignore: Vec<String>,

    /// Change the severity of a code or rule: error, warning, note or off
    #[arg(long, value_name = "CODE=LEVEL", value_delimiter = ',', help_heading = "Findings")]
    pub severity: Vec<String>,

    /// The lowest severity that gives exit code 1 [default: error]
    #[arg(long, value_name = "LEVEL", help_heading = "Findings")]
    pub fail_on: Option<FailOn>,

    /// Also show findings that claims and drafts accept
    #[arg(long, help_heading = "Findings")]
    pub no_ignores: bool,

    #[command(flatten)]
    pub files: FileArgs,
}

/// How output is written.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// Output format, optionally with a file to write to
    #[arg(
        long,
        help = format!("Output format, optionally with a file to write to: {}; may be repeated", formats()),
        value_name = "FORMAT[=PATH]",
        env = "ERSTWHILE_OUTPUT_FORMAT",
        value_delimiter = ',',
        default_value = "full",
        help_heading = "Output"
    )]
    pub output_format: Vec<String>,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN", help_heading = "Output")]
    pub color: ColorChoice,

    /// Print counts per code, the amount checked and the time taken to standard error
    #[arg(long, help_heading = "Output")]
    pub statistics: bool,

    /// Print no summary, hints or progress
    #[arg(long, short, help_heading = "Output")]
    pub quiet: bool,

    /// Show all records of each finding, and what to write to accept it
    #[arg(long, short, help_heading = "Output")]
    pub verbose: bool,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The least severity that makes a run fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Errors
    Error,
    /// Warnings and errors
    Warning,
    /// All findings
    Note,
    /// No finding
    Never,
}

impl FailOn {
    /// The severity; `None` is never.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Never => None,
        }
    }
}

/// Why arguments cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum UsageError {
    /// What should be a day is not one.
    #[error("`{flag} {written}`: {reason}")]
    Day {
        /// The flag.
        flag: &'static str,
        /// What was written.
        written: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A code that does not exist.
    #[error("`{flag} {written}`: there is no code or rule `{written}`{hint}")]
    Code {
        /// The flag.
        flag: &'static str,
        /// What was written.
        written: String,
        /// What may have been meant.
        hint: String,
    },
    /// A severity that is not `CODE=LEVEL`.
    #[error("`--severity {0}`: write CODE=LEVEL, with a level of error, warning, note or off")]
    Severity(String),
    /// Two formats that would be mixed on one output.
    #[error(
        "only one format can go to standard output; name a file for the others, as in `--output-format json=report.json`"
    )]
    Mixed,
    /// A page for a command that has none.
    #[error(
        "`--output-format html`: only `lint` writes annotated drafts (`erstwhile lint DRAFT --output-format html=draft.html`); \
         for outdated claims use `erstwhile report --output-format html`"
    )]
    Page,
    /// Two formats that would overwrite each other.
    #[error("two formats cannot be written to one file, `{}`", .0.display())]
    Twice(PathBuf),
    /// Standard output leads into a file that is named as well.
    #[error("standard output is redirected to `{}`, so no other format can be written there", .0.display())]
    Redirected(PathBuf),
    /// A format that does not exist.
    #[error("`--output-format {0}`: the formats are {formats}", formats = formats())]
    Format(String),
}

/// The names of all formats, and of the one that only drafts have.
fn formats() -> String {
    let names: Vec<&str> = OutputFormat::ALL.iter().map(|format| format.as_str()).collect();
    format!("{}, and html (only `lint`)", names.join(", "))
}

impl TimeArgs {
    /// The days asked about.
    ///
    /// # Errors
    ///
    /// What is written is not a day.
    pub fn as_of(&self, surroundings: &Surroundings) -> Result<AsOf, UsageError> {
        let known_by =
            self.known_by.as_deref().map(|written| day("--known-by", written, surroundings)).transpose()?;
        Ok(AsOf { day: day("--as-of", self.as_of.as_deref().unwrap_or("today"), surroundings)?, known_by })
    }
}

/// `auto`, and the languages that the program speaks.
fn spoken_languages() -> PossibleValuesParser {
    PossibleValuesParser::new(std::iter::once("auto").chain(languages()))
}

impl FileArgs {
    /// Which language is spoken.
    #[must_use]
    pub fn spoken(&self) -> Choice {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        let default = set.and_then(|code| language(&code)).unwrap_or_else(default_language);
        Choice { forced: language(&self.language), default }
    }

    /// What to read besides claims and rules.
    #[must_use]
    pub fn read_options(&self) -> ReadOptions {
        ReadOptions { config: self.config.clone(), isolated: self.isolated }
    }
}

impl CommonArgs {
    /// The least severity that fails the run: the flag's, else the configuration's, else error.
    #[must_use]
    pub fn least(&self, loaded: &Loaded) -> Option<Severity> {
        match self.fail_on {
            Some(flag) => flag.severity(),
            None => loaded.base.config.fail_on.unwrap_or(Some(Severity::Error)),
        }
    }

    /// The options of a `check`.
    ///
    /// # Errors
    ///
    /// Days, codes or severities that are not valid.
    pub fn options(
        &self,
        command: &'static str,
        surroundings: &Surroundings,
        loaded: &Loaded,
    ) -> Result<CheckOptions, UsageError> {
        self.options_as_of(command, self.time.as_of(surroundings)?, loaded)
    }

    /// The same with the days already determined.
    ///
    /// # Errors
    ///
    /// Codes or severities that are not valid.
    pub fn options_as_of(
        &self,
        command: &'static str,
        as_of: AsOf,
        loaded: &Loaded,
    ) -> Result<CheckOptions, UsageError> {
        let rules: Vec<&str> = loaded.base.rules.iter().map(|rule| rule.id.as_str()).collect();
        for (flag, names) in [("--select", &self.select), ("--ignore", &self.ignore)] {
            for name in names {
                known_code(flag, name, &rules)?;
            }
        }
        let severities =
            self.severity.iter().map(|written| severity(written, &rules)).collect::<Result<_, _>>()?;
        Ok(CheckOptions {
            command,
            as_of,
            selection: Selection {
                select: set_or(&self.select, &loaded.base.config.select),
                ignore: set_or(&self.ignore, &loaded.base.config.ignore),
                severities,
                min_confidence: None,
                shows_accepted: self.no_ignores,
            },
        })
    }
}

/// The flag, or else the configuration.
fn set_or(flag: &[String], config: &[String]) -> Vec<String> {
    if flag.is_empty() { config.to_vec() } else { flag.to_vec() }
}

/// A day from a flag. A month or a year is not a day: which of its days is meant decides the answer.
///
/// # Errors
///
/// What is written is not a day.
pub fn day(flag: &'static str, written: &str, surroundings: &Surroundings) -> Result<Day, UsageError> {
    let error = |reason: String| UsageError::Day { flag, written: written.to_owned(), reason };
    match written {
        "today" => return Ok(surroundings.today),
        "published" => {
            return Err(error(
                "`published` is the date of a draft; claims need a date or `today`".to_owned(),
            ));
        }
        _ => {}
    }
    let bound = parse_date(written).map_err(|wrong| error(wrong.to_string()))?;
    if bound.is_point() {
        Ok(bound.earliest)
    } else {
        Err(error(format!("name a day of it, for example {}", bound.latest)))
    }
}

fn severity(written: &str, rules: &[&str]) -> Result<(String, Option<Severity>), UsageError> {
    let wrong = || UsageError::Severity(written.to_owned());
    let (code, level) = written.split_once('=').ok_or_else(wrong)?;
    known_code("--severity", code, rules)?;
    let level = match level {
        "off" => None,
        word => Some(Severity::named(word).ok_or_else(wrong)?),
    };
    Ok((code.to_owned(), level))
}

fn known_code(flag: &'static str, name: &str, rules: &[&str]) -> Result<(), UsageError> {
    if Code::named(name).is_some() || rules.contains(&name) {
        return Ok(());
    }
    let known = Code::ALL.iter().map(|code| code.as_str()).chain(rules.iter().copied());
    let hint = nearest(name, known).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Err(UsageError::Code { flag, written: name.to_owned(), hint })
}
