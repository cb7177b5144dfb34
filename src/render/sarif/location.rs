//! Places as SARIF writes them: a file as a URI, and a region in lines and columns.

use super::text;
use crate::render::escape::uri_path;
use crate::render::object::{Json, object};
use crate::text::{Files, Place};

/// The name of the folder that relative paths start from. GitHub takes it for the root of the repository.
const ROOT: &str = "%SRCROOT%";

/// The folder that paths start from. Its place on this machine is kept private.
pub(super) fn bases<'a>() -> Json<'a> {
    let words = "The top of the repository; without one, the folder in which erstwhile was run.";
    object! { "%SRCROOT%": object! { "description": text(words) } }
}

/// A place, with its number among the places of its result and what is said about it, if these are given.
pub(super) fn location<'a>(
    place: Place,
    files: &Files,
    number: Option<usize>,
    message: Option<String>,
) -> Json<'a> {
    let (start, end) = files.positions(place);
    let (uri, base) = artifact(&files.path_from_repository(place.file));
    let location = object! {
        "id": number,
        "physicalLocation": object! {
            "artifactLocation": object! { "uri": uri, "uriBaseId": base }.filled(),
            // The end is the place after the last character.
            "region": object! {
                "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
            },
        },
        "message": message.map(text),
    };
    location.filled()
}

/// A file: a path from the root, which is named too, or a whole address for one that is not below it.
fn artifact(path: &str) -> (String, Option<&'static str>) {
    let has_drive = matches!(path.as_bytes(), [letter, b':', b'/', ..] if letter.is_ascii_alphabetic());
    if has_drive {
        let (drive, rest) = path.split_at(2);
        (format!("file:///{drive}{}", uri_path(rest)), None)
    } else if path.starts_with('/') {
        (format!("file://{}", uri_path(path)), None)
    } else {
        (uri_path(path).into_owned(), Some(ROOT))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_addresses() {
        let of = |path| {
            let (uri, base) = artifact(path);
            (uri, base.is_some())
        };
        assert_eq!(of("claims/a b.ron"), ("claims/a%20b.ron".to_owned(), true));
        assert_eq!(of("a:b/c.ron"), ("a%3Ab/c.ron".to_owned(), true));
        assert_eq!(of("/home/é/c.ron"), ("file:///home/%C3%A9/c.ron".to_owned(), false));
        assert_eq!(of("C:/my desk/c.ron"), ("file:///C:/my%20desk/c.ron".to_owned(), false));
    }
}
