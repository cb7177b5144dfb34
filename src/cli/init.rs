//! `erstwhile init`: a small commented workspace to begin with.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{CommandError, Surroundings, output};

/// The files of the example: where they go, and what stands in them.
const TEMPLATES: [(&str, &str); 3] = [
    ("erstwhile.ron", include_str!("init/erstwhile.ron")),
    ("claims/library.ron", include_str!("init/claims.ron")),
    ("rules/library.ron", include_str!("init/rules.ron")),
];

/// Arguments of `init`.
#[derive(Debug, Args)]
#[command(
    after_help = "Nothing is ever overwritten: if one of the files is there already, nothing is written at all."
)]
pub struct InitArgs {
    /// The folder to begin in; it is made if it does not exist
    #[arg(default_value = ".")]
    folder: PathBuf,
}

/// Writes the files.
pub fn run(args: &InitArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    let folder = surroundings.current.join(&args.folder);
    let existing: Vec<String> = TEMPLATES
        .iter()
        .filter(|(path, _)| folder.join(path).symlink_metadata().is_ok())
        .map(|(path, _)| shown(args, path))
        .collect();
    if !existing.is_empty() {
        let are = if existing.len() == 1 { "is" } else { "are" };
        return Err(format!("nothing was written: {} {are} there already", existing.join(", ")).into());
    }
    let mut said = String::new();
    for (path, text) in TEMPLATES {
        write_new(&folder.join(path), text)?;
        said.push_str(&format!("wrote {}\n", shown(args, path)));
    }
    output::write_text(&said)?;
    output::hint(&next(args));
    Ok(0)
}

/// Writes a file that does not exist yet, and the folders that it lies in.
fn write_new(path: &Path, text: &str) -> Result<(), CommandError> {
    let failed = |error: std::io::Error| format!("`{}` cannot be written: {error}", path.display());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = std::fs::File::create_new(path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    Ok(())
}

/// The path as people see it from where they are.
fn shown(args: &InitArgs, path: &str) -> String {
    let path = if args.folder == Path::new(".") { PathBuf::from(path) } else { args.folder.join(path) };
    format!("`{}`", path.display())
}

fn next(args: &InitArgs) -> String {
    let there = if args.folder == Path::new(".") {
        String::new()
    } else {
        format!("  cd {}\n", args.folder.display())
    };
    format!(
        "\nNext:\n{there}  erstwhile check                       everything in order?\n  \
         erstwhile show library-in-mill-lane   one claim with its sources and what came after\n  \
         erstwhile report                      what is outdated today\n\n\
         Then open `claims/library.ron`; its comments say how claims are written."
    )
}
