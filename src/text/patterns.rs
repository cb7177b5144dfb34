//! Patterns that choose files by their path, as `.gitignore` writes them. Looks at text only: whether a file is there is
//! not checked.

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};

/// Patterns, of which a path has to fit one.
#[derive(Debug, Clone, Default)]
pub struct Patterns {
    /// Some at a time: a set of all of thousands would be too large for the library.
    sets: Vec<GlobSet>,
    /// Of each form of a pattern in the sets, the number of the pattern.
    numbers: Vec<usize>,
}

/// How many patterns are compiled together.
const TOGETHER: usize = 200;

impl Patterns {
    /// Patterns as `.gitignore` writes them: one with a slash counts from the root, one without fits at any depth, and
    /// what fits a folder fits everything in it.
    ///
    /// # Errors
    ///
    /// An invalid pattern, in words.
    pub fn new<'a>(patterns: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let (mut globs, mut numbers) = (Vec::new(), Vec::new());
        for (number, pattern) in patterns.into_iter().enumerate() {
            if pattern.starts_with('!') {
                return Err("it starts with `!`, which has no meaning here".to_owned());
            }
            if pattern.trim_matches(['.', '/', ' ']).is_empty() {
                return Err("it names no file".to_owned());
            }
            for form in forms(pattern) {
                let glob = GlobBuilder::new(&form).literal_separator(true).backslash_escape(true).build();
                globs.push(glob.map_err(|error| error.kind().to_string())?);
                numbers.push(number);
            }
        }
        let set = |globs: &[Glob]| {
            let mut set = GlobSetBuilder::new();
            for glob in globs {
                set.add(glob.clone());
            }
            set.build().map_err(|error| error.to_string())
        };
        Ok(Self { sets: globs.chunks(TOGETHER).map(set).collect::<Result<_, _>>()?, numbers })
    }

    /// Whether a path fits one of them.
    #[must_use]
    pub fn fit(&self, path: &str) -> bool {
        self.sets.iter().any(|set| set.is_match(path))
    }

    /// The numbers of all that a path fits, in order, each once.
    #[must_use]
    pub fn fitting(&self, path: &str) -> Vec<usize> {
        let sets = self.sets.iter().enumerate();
        let found = sets.flat_map(|(at, set)| {
            set.matches(path)
                .into_iter()
                .filter_map(move |glob| self.numbers.get(at * TOGETHER + glob).copied())
        });
        let mut found: Vec<usize> = found.collect();
        found.dedup();
        found
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sets.is_empty()
    }
}

/// What a pattern means as patterns for whole paths: the file or folder itself, unless only folders are meant, and what
/// lies in it.
fn forms(pattern: &str) -> Vec<String> {
    let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
    let folder = pattern.ends_with('/');
    let bare = pattern.trim_end_matches('/');
    let anchored = bare.contains('/');
    let bare = bare.trim_start_matches('/');
    let whole = if anchored { bare.to_owned() } else { format!("**/{bare}") };
    let within = format!("{whole}/**");
    if folder { vec![within] } else { vec![whole, within] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(pattern: &str, path: &str) -> bool {
        Patterns::new([pattern]).expect("a pattern").fit(path)
    }

    #[test]
    fn patterns_are_those_of_gitignore() {
        for (pattern, path, expected) in [
            ("archive/", "archive/2024/a.md", true),
            ("archive/", "content/archive/a.md", true),
            ("archive/", "archive", false),
            ("/archive", "content/archive/a.md", false),
            ("content/archive", "content/archive/a.md", true),
            ("content/archive", "x/content/archive/a.md", false),
            ("archive/**", "archive/2024/a.md", true),
            ("*.txt", "deep/down/a.txt", true),
            ("content/*.md", "content/a.md", true),
            ("content/*.md", "content/deep/a.md", false),
            ("content/**/*.md", "content/deep/er/a.md", true),
            ("./a.md", "a.md", true),
            ("draft-?.md", "x/draft-1.md", true),
            ("{a,b}.md", "b.md", true),
        ] {
            assert_eq!(fits(pattern, path), expected, "{pattern} {path}");
        }
        let some = Patterns::new(["b/", "*.md", "a.md", "a*"]).expect("patterns");
        assert_eq!(some.fitting("a.md"), [1, 2, 3]);
        assert_eq!(some.fitting("b/a.md"), [0, 1, 2, 3]);
        assert_eq!(some.fitting("b/c"), [0]);
        assert!(!Patterns::default().fit("a.md"));
        for wrong in ["a[.md", "!keep/", "", "./", "/"] {
            assert!(Patterns::new([wrong]).is_err(), "{wrong}");
        }
        let many: Vec<String> = (0..9_000).map(|number| format!("**/x{number}/**/y*{number}.md")).collect();
        let many = Patterns::new(many.iter().map(String::as_str)).expect("patterns");
        assert!(many.fit("a/x8999/b/y-8999.md") && !many.fit("a/x1/b/y-2.md"));
        assert_eq!(many.fitting("a/x8999/b/y-8999.md"), [8999]);
    }
}
