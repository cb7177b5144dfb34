//! `erstwhile init`: writes a small commented workspace, with a sample draft in which `lint` finds something.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{CommandError, Surroundings, output};
use crate::workspace;

/// The files of the example: paths and contents.
const TEMPLATES: [(&str, &str); 4] = [
    ("erstwhile.ron", include_str!("init/erstwhile.ron")),
    ("claims/library.ron", include_str!("init/claims.ron")),
    ("rules/library.ron", include_str!("init/rules.ron")),
    ("drafts/weekend.md", include_str!("init/weekend.md")),
];

/// Arguments of `init`.
#[derive(Debug, Args)]
#[command(
    after_help = "If one of the files already exists, or the folder is a workspace already, nothing is written."
)]
pub struct InitArgs {
    /// The folder to write to; it is created if it does not exist
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
        let exist = if existing.len() == 1 { "exists" } else { "exist" };
        return Err(format!("nothing was written: {} already {exist}", existing.join(", ")).into());
    }
    if workspace::find_root(&folder).is_some_and(|root| shares_files(&root, &folder)) {
        let place = args.folder.display();
        return Err(format!(
            "nothing was written: `{place}` belongs to a workspace, whose claims would be mixed with the example; \
             name a new folder: `erstwhile init FOLDER`"
        )
        .into());
    }
    let mut said = String::new();
    for (path, text) in TEMPLATES {
        write_new(&folder.join(path), text)?;
        said.push_str(&format!("wrote {}\n", shown(args, path)));
    }
    output::write_text(&said)?;
    output::hint_lines(&next(args));
    Ok(0)
}

/// Whether what is written to `folder` would be read with the workspace at `root`.
fn shares_files(root: &Path, folder: &Path) -> bool {
    let below = folder.strip_prefix(root).unwrap_or(folder);
    below.as_os_str().is_empty() || below.starts_with("claims") || below.starts_with("rules")
}

/// Writes a file that does not exist yet, and its folders.
fn write_new(path: &Path, text: &str) -> Result<(), CommandError> {
    let failed = |error: std::io::Error| format!("`{}` cannot be written: {error}", path.display());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = std::fs::File::create_new(path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    Ok(())
}

/// The path relative to the current folder.
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
        "\nNext:\n{there}  erstwhile lint                        find the outdated sentence in `drafts/weekend.md`\n  \
         erstwhile check                       check the claims against each other\n  \
         erstwhile show library-in-mill-lane   show a claim, its sources and what came after\n\n\
         Then open `claims/library.ron`; its comments explain how to write claims."
    )
}
