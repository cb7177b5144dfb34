//! Places as SARIF writes them: a file as a URI, and a region in lines and columns.

use serde::Serialize;

use super::Text;
use crate::render::escape::uri_path;
use crate::text::{Files, Place};

/// The name of the folder that relative paths start from. GitHub takes it for the root of the repository.
const ROOT: &str = "%SRCROOT%";

/// What the names of folders stand for.
#[derive(Serialize)]
pub(super) struct Bases {
    #[serde(rename = "%SRCROOT%")]
    root: UriBase,
}

#[derive(Serialize)]
struct UriBase {
    description: Text<&'static str>,
}

/// The one folder that paths start from. Where it lies on this machine is nobody's business.
pub(super) fn bases() -> Bases {
    Bases {
        root: UriBase {
            description: Text {
                text: "The top of the repository; without one, the folder in which erstwhile was run.",
            },
        },
    }
}

/// A place with what is said about it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifLocation {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text<String>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

/// The end is the place after the last character.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

impl SarifLocation {
    /// A place.
    pub(super) fn new(place: Place, files: &Files) -> Self {
        let (start, end) = files.positions(place);
        let region = Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        };
        let physical_location =
            Physical { artifact_location: artifact(&files.path_from_repository(place.file)), region };
        Self { id: None, physical_location, message: None }
    }

    /// The same with a number among the places of its result.
    pub(super) fn numbered(self, id: usize) -> Self {
        Self { id: Some(id), ..self }
    }

    /// The same with what is said about it.
    pub(super) fn with(self, message: impl Into<String>) -> Self {
        Self { message: Some(Text { text: message.into() }), ..self }
    }
}

/// A file: a path from the root, or a whole address for one that is not below it.
fn artifact(path: &str) -> Artifact {
    let has_drive = matches!(path.as_bytes(), [letter, b':', b'/', ..] if letter.is_ascii_alphabetic());
    if has_drive {
        let (drive, rest) = path.split_at(2);
        Artifact { uri: format!("file:///{drive}{}", uri_path(rest)), uri_base_id: None }
    } else if path.starts_with('/') {
        Artifact { uri: format!("file://{}", uri_path(path)), uri_base_id: None }
    } else {
        Artifact { uri: uri_path(path).into_owned(), uri_base_id: Some(ROOT) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_addresses() {
        let of = |path| {
            let Artifact { uri, uri_base_id } = artifact(path);
            (uri, uri_base_id.is_some())
        };
        assert_eq!(of("claims/a b.ron"), ("claims/a%20b.ron".to_owned(), true));
        assert_eq!(of("a:b/c.ron"), ("a%3Ab/c.ron".to_owned(), true));
        assert_eq!(of("/home/é/c.ron"), ("file:///home/%C3%A9/c.ron".to_owned(), false));
        assert_eq!(of("C:/my desk/c.ron"), ("file:///C:/my%20desk/c.ron".to_owned(), false));
    }
}
