//! The standard rules and language packs, embedded so that a folder with nothing but `claims/` works.

use super::shipped::{CONCEPTS, CONCEPTS_PATH};

/// The embedded files: the path under which they are shown, and their text.
pub const STANDARD_FILES: [(&str, &str); 4] = [
    (CONCEPTS_PATH, CONCEPTS),
    ("<standard>/rules/standard.ron", include_str!("../../rules/standard.ron")),
    ("<standard>/rules/languages/en.ron", include_str!("../../rules/languages/en.ron")),
    ("<standard>/rules/languages/id.ron", include_str!("../../rules/languages/id.ron")),
];

/// Whether a path is that of an embedded file.
#[must_use]
pub fn is_standard(path: &str) -> bool {
    path.starts_with("<standard>/")
}
