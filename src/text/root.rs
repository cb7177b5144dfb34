//! Paths from the root of the workspace, whatever folder the program was started in. Text only.

use std::borrow::Cow;

/// Where paths that are shown begin, and where the workspace does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Root {
    /// The root itself, from `/` on; empty if it is not known.
    absolute: String,
    /// The folder that the program was started in, from the root on: empty, or with a closing `/`; none if it lies elsewhere.
    started: Option<String>,
}

impl Root {
    /// The root at `absolute`, with the program started in `current`; both from `/` on, written with `/`.
    #[must_use]
    pub fn new(absolute: &str, current: &str) -> Self {
        let absolute = absolute.trim_end_matches('/').to_owned();
        let started = below(current.trim_end_matches('/'), &absolute)
            .map(|path| if path.is_empty() { String::new() } else { format!("{path}/") });
        Self { absolute, started }
    }

    /// A path that is shown, from the root on. One that lies elsewhere stays as it is.
    #[must_use]
    pub fn path<'a>(&self, shown: &'a str) -> Cow<'a, str> {
        if shown.starts_with('/') || shown.get(1..3) == Some(":/") {
            return Cow::Borrowed(below(shown, &self.absolute).unwrap_or(shown));
        }
        match self.started.as_deref() {
            None | Some("") => Cow::Borrowed(shown),
            Some(started) => Cow::Owned(format!("{started}{shown}")),
        }
    }
}

/// What of a path lies below a folder.
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
    }
}
