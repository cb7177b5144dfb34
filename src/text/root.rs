//! Paths from a root, that of the workspace or of the repository, whatever folder the program was started in. Text only.

use std::borrow::Cow;

/// Where shown paths start, and where paths that are the same everywhere start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Root {
    /// The root itself, from `/` on; empty if it is not known.
    absolute: String,
    /// The folder that the program was started in, from the root on: empty, or with a closing `/`; none if it lies elsewhere.
    started: Option<String>,
    /// The same from `/` on.
    current: String,
}

impl Root {
    /// The root at `absolute`, with the program started in `current`; both from `/` on, written with `/`.
    #[must_use]
    pub fn new(absolute: &str, current: &str) -> Self {
        let whole = |path: &str| tidy(path.trim_end_matches('/')).into_owned();
        let (absolute, current) = (whole(absolute), whole(current));
        let started = below(&current, &absolute)
            .map(|path| if path.is_empty() { String::new() } else { format!("{path}/") });
        Self { absolute, started, current }
    }

    /// The root itself, if it is known.
    #[must_use]
    pub fn folder(&self) -> Option<&str> {
        (!self.absolute.is_empty()).then_some(self.absolute.as_str())
    }

    /// Whether a path that is shown lies below the root, by its name.
    #[must_use]
    pub fn is_within(&self, shown: &str) -> bool {
        self.within(shown).is_some()
    }

    /// The part of a shown path below the root.
    fn within(&self, shown: &str) -> Option<String> {
        let whole = if is_absolute(shown) { shown.to_owned() } else { format!("{}/{shown}", self.current) };
        below(&tidy(&whole), &self.absolute).map(str::to_owned)
    }

    /// A path that is shown, from the root on. One that lies elsewhere stays as it is.
    #[must_use]
    pub fn path<'a>(&self, shown: &'a str) -> Cow<'a, str> {
        let tidy = tidy(shown);
        let started = self.started.as_deref().filter(|_| !is_absolute(shown));
        if started == Some("") {
            return tidy;
        }
        match (self.within(shown), started) {
            (Some(path), _) => Cow::Owned(path),
            (None, Some(started)) => Cow::Owned(self::tidy(&format!("{started}{shown}")).into_owned()),
            (None, None) => tidy,
        }
    }
}

fn is_absolute(path: &str) -> bool {
    path.starts_with('/') || path.get(1..3) == Some(":/")
}

/// A path without `.` and without `..` after a folder: the same file has one name, however it was reached.
#[must_use]
pub fn tidy(path: &str) -> Cow<'_, str> {
    if !path.split('/').any(|part| matches!(part, "." | "..")) && !path.contains("//") {
        return Cow::Borrowed(path);
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').filter(|part| !matches!(*part, "" | ".")) {
        match parts.last() {
            Some(last) if part == ".." && *last != ".." => drop(parts.pop()),
            None if part == ".." && path.starts_with('/') => {}
            _ => parts.push(part),
        }
    }
    let root = if path.starts_with('/') { "/" } else { "" };
    Cow::Owned(format!("{root}{}", parts.join("/")))
}

/// The part of a path below a folder.
fn below<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    if folder.is_empty() {
        return None;
    }
    let rest = path.strip_prefix(folder)?;
    if rest.is_empty() { Some("") } else { rest.strip_prefix('/') }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_the_same_from_every_folder() {
        let root = Root::new("/desk", "/desk");
        assert_eq!(root.path("content/a.md"), "content/a.md");
        let root = Root::new("/desk", "/desk/content/");
        assert_eq!(root.path("a.md"), "content/a.md");
        assert_eq!(root.path("/desk/claims/a.ron"), "claims/a.ron");
        let root = Root::new("/desk", "/desks");
        assert_eq!(root.path("/desk/content/a.md"), "content/a.md");
        assert_eq!(root.path("/desks/a.md"), "/desks/a.md");
        assert_eq!(root.path("a.md"), "a.md");
        assert_eq!(Root::default().path("/a/b.md"), "/a/b.md");
        let root = Root::new("/desk", "/desk/tools");
        assert_eq!(root.path("../content/a.md"), "content/a.md");
        assert_eq!(root.path("../content/../content/./a.md"), "content/a.md");
        assert_eq!(root.path("/desk/tools/../content//a.md"), "content/a.md");
        assert_eq!(root.path("../../other/a.md"), "../other/a.md");
        let root = Root::new("/work/desk/../desk/", "/work/./");
        assert_eq!(root.path("desk/../desk/content/a.md"), "content/a.md");
        let root = Root::new("/work/desk", "/work");
        assert_eq!(root.path("desk/content/a.md"), "content/a.md");
        assert_eq!(root.path("./desk/../desk/a.md"), "a.md");
        assert_eq!(root.path("other/a.md"), "other/a.md");
        assert!(root.is_within("desk/a.md") && !root.is_within("desks/a.md"));
    }
}
