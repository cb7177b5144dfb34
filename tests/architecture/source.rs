//! Source files as the architecture tests look at them: without comments and texts, and cut at their tests.
//!
//! A reader of Rust that knows only where comments, texts and characters begin and end; no syntax tree, no types.

use std::fs;
use std::path::{Path, PathBuf};

/// One `.rs` file.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its path from the project's folder, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
    /// All of it but comments, texts and characters, which are blanks; line breaks stay.
    pub code: String,
}

impl Source {
    /// The module on the floor plan that it belongs to: `check` for `src/check/say.rs`, `main` for `src/main.rs`.
    pub fn module(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
    }

    /// The code above its own tests.
    pub fn program(&self) -> &str {
        &self.code[..self.tests_at()]
    }

    /// The types that are declared here, with their lines; none that belong to an implementation.
    pub fn types(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (at, line) in self.code.lines().enumerate() {
            let is_indented = line.starts_with(' ');
            let mut words = line.split_whitespace().skip_while(|word| word.starts_with("pub"));
            let declares = match words.next() {
                Some("struct" | "enum" | "trait") => true,
                Some("type") => !is_indented,
                _ => false,
            };
            if let Some(name) = words.next().filter(|name| declares && !name.starts_with('$')) {
                let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
                found.push((at + 1, name[..end].to_owned()));
            }
        }
        found
    }

    /// How many lines the program has, and how many its own tests.
    pub fn lengths(&self) -> (usize, usize) {
        let program = self.text[..self.tests_at()].lines().count();
        (program, self.text.lines().count() - program)
    }

    /// Where `#[cfg(test)] mod tests {` begins; the end, if it has no tests of its own.
    fn tests_at(&self) -> usize {
        let marker = "#[cfg(test)]\nmod ";
        let inline = |at: &usize| {
            self.code[*at + marker.len()..].split_once('\n').is_some_and(|line| line.0.ends_with('{'))
        };
        self.code.match_indices(marker).map(|(at, _)| at).find(inline).unwrap_or(self.code.len())
    }

    /// The line of a byte, from 1.
    pub fn line(&self, byte: usize) -> usize {
        self.text[..byte].matches('\n').count() + 1
    }

    /// The places of a word that is not part of a longer one.
    pub fn places_of<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
        self.code.match_indices(word).map(|(at, _)| at).filter(move |at| {
            let before = self.code[..*at].chars().next_back();
            let after = self.code[at + word.len()..].chars().next();
            let goes_on = word.ends_with(is_part) && after.is_some_and(is_part);
            !before.is_some_and(is_part) && !goes_on
        })
    }
}

/// All `.rs` files below a folder of the project, in the order of their paths.
pub fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = files(&root.join(folder));
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let shown = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        Source { path: shown, code: without_words(&text), text }
    };
    paths.into_iter().map(read).collect()
}

/// The paths of the files that are modules for tests alone: `#[cfg(test)] mod laws;`.
pub fn test_only(sources: &[Source]) -> Vec<String> {
    let mut paths = Vec::new();
    for source in sources {
        let folder = source.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let behind = source.code.split("#[cfg(test)]\nmod ").skip(1);
        let names = behind
            .filter_map(|rest| rest.split_once(';').map(|(name, _)| name).filter(|name| !name.contains('{')));
        paths.extend(names.map(|name| format!("{folder}/{name}.rs")));
    }
    paths
}

/// All files below a folder, in order; none if there is no such folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// The text with blanks for all that the compiler does not read as code, byte for byte in place.
fn without_words(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = word_length(rest, code.chars().next_back()).unwrap_or(0);
        if length == 0 {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            code.extend(rest[..length].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
            rest = &rest[length..];
        }
    }
    code
}

/// How long the comment, text or character is that begins here; none if none does.
fn word_length(rest: &str, before: Option<char>) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(rest.find("*/").map_or(rest.len(), |at| at + 2));
    }
    if let Some(text) = rest.strip_prefix('"') {
        return Some(1 + quoted(text, '"'));
    }
    if let Some(raw) = rest
        .strip_prefix('r')
        .filter(|_| !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_'))
    {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let body = raw[hashes..].strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        return Some(1 + hashes + 1 + body.find(&end).map_or(body.len(), |at| at + end.len()));
    }
    // A lifetime has no closing quote after its first letter; a character has, or begins with a backslash.
    let inner = rest.strip_prefix('\'')?;
    let letter = inner.chars().next()?;
    let is_character = letter == '\\' || inner[letter.len_utf8()..].starts_with('\'');
    is_character.then(|| 1 + quoted(inner, '\''))
}

/// How long a text is up to and with the quote that closes it.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}
