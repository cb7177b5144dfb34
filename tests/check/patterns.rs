//! Patterns for paths are those of `.gitignore`: the library that reads such files is the oracle.

use std::path::Path;

use erstwhile::text::Patterns;
use ignore::gitignore::GitignoreBuilder;
use proptest::prelude::*;

/// Whether a file is left out by git with this line in the `.gitignore` at the root.
fn ignored(pattern: &str, path: &str) -> bool {
    let mut builder = GitignoreBuilder::new("/root");
    builder.add_line(None, pattern).expect("a pattern");
    let rules = builder.build().expect("rules");
    let whole = Path::new(path);
    let above = whole.ancestors().filter(|part| !part.as_os_str().is_empty());
    above.into_iter().any(|part| rules.matched(part, part != whole).is_ignore())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn patterns_fit_what_gitignore_leaves_out(
        parts in prop::collection::vec(prop::sample::select(vec!["a", "b", "*", "**", "a*", "*.md", "?", "ab"]), 1..4),
        root in any::<bool>(),
        folder in any::<bool>(),
        path in prop::collection::vec(prop::sample::select(vec!["a", "b", "ab", "a.md", "c"]), 1..5),
    ) {
        let pattern = format!("{}{}{}", if root { "/" } else { "" }, parts.join("/"), if folder { "/" } else { "" });
        let path = path.join("/");
        // Git gives a lone `**` and one after a name a meaning of its own, and not the same in every version.
        prop_assume!(!pattern.trim_matches('/').ends_with("**") && pattern.trim_matches('/') != "**");
        let fits = Patterns::new([pattern.as_str()]).expect("a pattern").fit(&path);
        prop_assert_eq!(fits, ignored(&pattern, &path), "{} {}", pattern, path);
    }
}
