//! Writing: results to standard output or files, everything else to standard error.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::common::{ColorChoice, OutputArgs, UsageError};
use super::replaced::{FileReplacement, final_path};
use super::session::Session;
use super::step_summary;
use crate::engine;
use crate::model::{Report, Unseen};
use crate::render::{self, OutputFormat, Style, printable};
use crate::text::Files;

/// A format and the file it goes to; no file is standard output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputTarget {
    /// The format.
    pub format: OutputFormat,
    /// The file.
    pub path: Option<PathBuf>,
}

/// The word for the annotated draft, which is made of more than a report.
const PAGE: &str = "html";

impl OutputArgs {
    /// Where the result goes.
    ///
    /// # Errors
    ///
    /// A format that does not exist, or two of them on standard output.
    pub fn targets(&self) -> Result<Vec<OutputTarget>, UsageError> {
        let (targets, pages) = self.targets_and_pages()?;
        if pages.is_empty() { Ok(targets) } else { Err(UsageError::Page) }
    }

    /// The same, and where annotated drafts go: for the one command that can make a page of what it reads.
    ///
    /// # Errors
    ///
    /// As for [`Self::targets`].
    pub fn targets_and_pages(&self) -> Result<(Vec<OutputTarget>, Vec<Option<PathBuf>>), UsageError> {
        let (mut targets, mut pages) = (Vec::new(), Vec::new());
        for written in &self.output_format {
            let (word, path) = parted(written);
            if word == PAGE {
                pages.push(path);
                continue;
            }
            let format = OutputFormat::named(word).ok_or_else(|| UsageError::Format(word.to_owned()))?;
            targets.push(OutputTarget { format, path });
        }
        let paths = targets.iter().map(|target| target.path.as_deref());
        one_to_standard_output(paths.chain(pages.iter().map(Option::as_deref)))?;
        Ok((targets, pages))
    }

    /// How output to standard output looks.
    #[must_use]
    pub fn style(&self) -> Style {
        style(self.color)
    }
}

/// The parts of `FORMAT[=PATH]`: the word for the format, and the file.
#[must_use]
pub fn parted(written: &str) -> (&str, Option<PathBuf>) {
    match written.split_once('=') {
        Some((word, "-" | "/dev/stdout" | "/dev/fd/1" | "/proc/self/fd/1")) => (word, None),
        Some((word, path)) => (word, Some(PathBuf::from(path))),
        None => (written, None),
    }
}

/// Refuses several formats on standard output, or in one file: what reads one of them cannot read the others.
///
/// # Errors
///
/// More than one target without a file, or with the same one.
pub fn one_to_standard_output<'a>(paths: impl Iterator<Item = Option<&'a Path>>) -> Result<(), UsageError> {
    let mut seen = BTreeSet::new();
    for path in paths {
        // Many systems treat names that differ only in case as one.
        let file = path.map(|path| final_path(path).to_string_lossy().to_lowercase());
        if !seen.insert(file) {
            return Err(path.map_or(UsageError::Mixed, |path| UsageError::Twice(path.to_path_buf())));
        }
        if let Some(path) = path.filter(|path| is_standard_output(path)) {
            return Err(UsageError::Redirected(path.to_path_buf()));
        }
    }
    Ok(())
}

/// Whether standard output leads into this file.
#[cfg(unix)]
fn is_standard_output(path: &Path) -> bool {
    use std::os::fd::AsFd as _;
    use std::os::unix::fs::MetadataExt as _;
    let Ok(out) = io::stdout().as_fd().try_clone_to_owned() else { return false };
    match (std::fs::File::from(out).metadata(), path.metadata()) {
        (Ok(out), Ok(file)) => file.is_file() && (out.dev(), out.ino()) == (file.dev(), file.ino()),
        _ => false,
    }
}

/// Elsewhere there is no way to know where standard output leads.
#[cfg(not(unix))]
fn is_standard_output(_: &Path) -> bool {
    false
}

/// How output to standard output looks.
#[must_use]
pub fn style(color: ColorChoice) -> Style {
    let terminal = io::stdout().is_terminal();
    let color = match color {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
    };
    let width = if terminal { terminal_width() } else { Style::default().width };
    Style { color, width, ..Style::default() }
}

/// Whether lines may be drawn with more than ASCII: not where the language of the system is set to plain "C".
#[must_use]
pub fn draws_unicode() -> bool {
    let mut set = ["LC_ALL", "LC_CTYPE", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    let first = set.find(|value| !value.is_empty());
    !matches!(first.as_deref(), Some("C" | "POSIX"))
}

/// The terminal's width in columns: as the shell says, else as the terminal does.
fn terminal_width() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let measured = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    told.or_else(measured).unwrap_or(100)
}

/// Writes a report to all its targets, with the way from each finding back to the evidence where one of them shows it.
///
/// # Errors
///
/// A file or standard output that cannot be written. A reader that has gone away is not an error.
pub fn write_report(
    report: &mut Report,
    session: &Session,
    args: &OutputArgs,
) -> Result<(), super::CommandError> {
    let (targets, pages) = args.targets_and_pages()?;
    let files = &session.gathered.files;
    let paths = targets.iter().map(|target| target.path.as_deref()).chain(pages.iter().map(Option::as_deref));
    keep_inputs(paths.flatten(), files, &[])?;
    if targets.iter().any(|target| target.format.shows_trails()) {
        engine::add_trails(report, files, &session.loaded);
    }
    let context = session.context();
    for target in &targets {
        write_to(target.path.as_deref(), args.style(), |style, out| {
            let style = Style { quiet: args.quiet, verbose: args.verbose, ..style };
            render::render(target.format, report, &context, style, out)
        })?;
    }
    if targets.iter().any(|target| target.format == OutputFormat::Github) {
        step_summary::append(report, &context);
    }
    Ok(())
}

/// Refuses to write over a file of the run: an article, claims, the settings. `waiting` are those that are still to be read.
///
/// # Errors
///
/// A target is one of the files.
pub fn keep_inputs<'a>(
    targets: impl Iterator<Item = &'a Path>,
    files: &Files,
    waiting: &[&Path],
) -> Result<(), super::CommandError> {
    for target in targets {
        let Ok(real) = target.canonicalize() else { continue };
        let name = real.file_name();
        let read = files.iter().map(|(_, file)| Path::new(file.path()));
        let mut same_name = read.chain(waiting.iter().copied()).filter(|path| path.file_name() == name);
        if same_name.any(|path| path.canonicalize().is_ok_and(|path| path == real)) {
            let target = target.display();
            let message =
                format!("`{target}` is an input of this run and is not overwritten; name another file");
            return Err(message.into());
        }
    }
    Ok(())
}

/// Writes to a file, or to standard output in `style` if there is none.
///
/// # Errors
///
/// A file or standard output that cannot be written. A reader that has gone away is not an error.
pub fn write_to(
    path: Option<&Path>,
    style: Style,
    write: impl FnOnce(Style, &mut dyn Write) -> io::Result<()>,
) -> Result<(), super::CommandError> {
    let mut sink = Sink::open(path, style)?;
    let style = sink.style;
    sink.write(|out| write(style, out))?;
    sink.finish()
}

/// A file or standard output that is being written, in large pieces: a result is made of very many small ones.
pub struct Sink {
    /// The file; none is standard output.
    path: Option<PathBuf>,
    /// How what is written there looks.
    pub style: Style,
    out: io::BufWriter<Out>,
    /// The reader has gone away.
    abandoned: bool,
}

impl Sink {
    /// Opens a file, or standard output, which is written in `style`.
    ///
    /// # Errors
    ///
    /// A file that cannot be written.
    pub fn open(path: Option<&Path>, style: Style) -> Result<Self, super::CommandError> {
        const PIECE: usize = 1 << 16;
        let (out, style) = match path {
            None => (Out::Standard(io::stdout().lock()), style),
            Some(path) => {
                let file = FileReplacement::begin(path).map_err(|error| failed(path, &error))?;
                (Out::File(file), Style::default())
            }
        };
        let out = io::BufWriter::with_capacity(PIECE, out);
        Ok(Self { path: path.map(Path::to_path_buf), style, out, abandoned: false })
    }

    /// Writes something; nothing, once the reader has gone away.
    ///
    /// # Errors
    ///
    /// What is written there cannot be written.
    pub fn write(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), super::CommandError> {
        if self.abandoned {
            return Ok(());
        }
        let result = write(&mut self.out);
        self.settled(result)
    }

    /// Writes what is still held back, and puts a file in its place.
    ///
    /// # Errors
    ///
    /// As for writing.
    pub fn finish(self) -> Result<(), super::CommandError> {
        let Self { path, out, abandoned, .. } = self;
        let result = match (abandoned, out.into_inner()) {
            (true, _) => Ok(()),
            (false, Ok(Out::Standard(mut out))) => out.flush(),
            (false, Ok(Out::File(file))) => file.finish(),
            (false, Err(error)) => Err(error.into_error()),
        };
        settled(result, path.as_deref()).map(|_| ())
    }

    fn settled(&mut self, result: io::Result<()>) -> Result<(), super::CommandError> {
        self.abandoned |= settled(result, self.path.as_deref())?;
        Ok(())
    }
}

/// Where a result is written.
enum Out {
    Standard(io::StdoutLock<'static>),
    File(FileReplacement),
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(out) => out.write(bytes),
            Self::File(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.flush(),
            Self::File(out) => out.flush(),
        }
    }
}

/// Whether the reader of standard output has gone away, which is not an error.
fn settled(result: io::Result<()>, path: Option<&Path>) -> Result<bool, super::CommandError> {
    match (result, path) {
        (Err(error), Some(path)) => Err(failed(path, &error)),
        (Err(error), None) if error.kind() == io::ErrorKind::BrokenPipe => Ok(true),
        (Err(error), None) => Err(error.into()),
        (Ok(()), _) => Ok(false),
    }
}

fn failed(path: &Path, error: &io::Error) -> super::CommandError {
    format!("`{}` cannot be written: {error}", path.display()).into()
}

/// Writes text to standard output.
///
/// # Errors
///
/// Standard output cannot be written; a reader that has gone away is not an error.
pub fn write_text(text: &str) -> Result<(), super::CommandError> {
    let mut out = io::stdout().lock();
    quiet_pipe(out.write_all(text.as_bytes()).and_then(|()| out.flush()))?;
    Ok(())
}

fn quiet_pipe(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Says on standard error what stopped the run.
pub fn complain(message: &str) {
    // If standard error is gone too, only the exit code is left.
    let _ = writeln!(io::stderr(), "erstwhile: {}", printable(message));
}

/// Says on standard error what may help, after the result.
pub fn hint(text: &str) {
    let _ = writeln!(io::stderr(), "{}", printable(text));
}

/// The same of words with line breaks of their own.
pub fn hint_lines(text: &str) {
    text.lines().for_each(hint);
}

/// Says on standard error what was not looked at.
pub fn hint_unseen(unseen: &[Unseen]) {
    unseen.iter().for_each(|one| hint(&render::unseen_sentence(one)));
}
