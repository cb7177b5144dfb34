//! `erstwhile completions`: what a shell needs to complete commands and flags.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Arguments, CommandError, output};

/// Arguments of `completions`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  erstwhile completions bash > ~/.local/share/bash-completion/completions/erstwhile
  erstwhile completions fish > ~/.config/fish/completions/erstwhile.fish
  erstwhile completions zsh > ~/.zfunc/_erstwhile")]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the completions.
pub fn run(args: &CompletionsArgs) -> Result<u8, CommandError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Arguments::command(), "erstwhile", &mut script);
    output::write_text(&String::from_utf8_lossy(&script))?;
    Ok(0)
}
