//! Patterns that choose files by their path, as `.gitignore` writes them. Looks at text only: whether a file is there is
//! nothing that is asked here.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// Patterns, of which a path has to fit one.
#[derive(Debug, Clone, Default)]
pub struct Patterns {
    set: GlobSet,
    is_empty: bool,
}

impl Patterns {
    /// Patterns as `.gitignore` writes them: one with a slash counts from the root, one without fits at any depth, and
    /// what fits a folder fits everything in it.
    ///
    /// # Errors
    ///
    /// A pattern that is none, in words.
    pub fn new<'a>(patterns: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let mut set = GlobSetBuilder::new();
        let mut is_empty = true;
        for pattern in patterns {
            is_empty = false;
            for form in forms(pattern) {
                let glob = GlobBuilder::new(&form).literal_separator(true).backslash_escape(true).build();
                set.add(glob.map_err(|error| error.kind().to_string())?);
            }
        }
        Ok(Self { set: set.build().map_err(|error| error.to_string())?, is_empty })
    }

    /// Whether a path fits one of them.
    #[must_use]
    pub fn fit(&self, path: &str) -> bool {
        !self.is_empty && self.set.is_match(path)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.is_empty
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
        assert!(!Patterns::default().fit("a.md"));
        assert!(Patterns::new(["a[.md"]).is_err());
    }
}
