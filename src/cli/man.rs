//! `erstwhile man`: manual pages.

use std::path::{Path, PathBuf};

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;

use super::{Arguments, CommandError, Surroundings, output};

/// Arguments of `man`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  erstwhile man | man -l -
  erstwhile man --dir ~/.local/share/man/man1")]
pub struct ManArgs {
    /// Write the pages of all commands to this folder instead of printing the first one
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// Prints or writes the pages.
pub fn run(args: &ManArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    let mut command = Arguments::command();
    command.build();
    let Some(folder) = &args.dir else {
        output::write_text(&String::from_utf8_lossy(&page(command)?))?;
        return Ok(0);
    };
    let folder = surroundings.current.join(folder);
    std::fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
    let mut written = String::new();
    for command in all(command) {
        let path = folder.join(format!("{}.1", name(&command)));
        let page = page(command)?;
        std::fs::write(&path, page).map_err(|error| failed(&path, &error))?;
        written.push_str(&format!("{}\n", path.display()));
    }
    output::write_text(&written)?;
    Ok(0)
}

/// The command and its own commands. `help` needs no page.
fn all(command: Command) -> Vec<Command> {
    let own = command.get_subcommands().filter(|own| own.get_name() != "help" && !own.is_hide_set());
    let own: Vec<Command> = own.cloned().collect();
    std::iter::once(command).chain(own).collect()
}

/// What a page is called: `erstwhile`, `erstwhile-check`.
fn name(command: &Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

fn page(command: Command) -> Result<Vec<u8>, CommandError> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    Ok(page)
}

fn failed(path: &Path, error: &std::io::Error) -> CommandError {
    format!("`{}` cannot be written: {error}", path.display()).into()
}
