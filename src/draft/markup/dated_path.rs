//! The date in the path of a draft, where generators of sites keep it: `2024-05-01-title.md`, `2024-05-01-title/index.md`,
//! `2024/05/01/title.md`. Dates in folders farther away are not the draft's.

use crate::time::Bound;
use crate::time::parse_date;

/// The date that the name of the file states, or that of its folder, or of the three folders around it.
#[must_use]
pub fn dated_path(path: &str) -> Option<Bound> {
    let mut parts = path.rsplit(['/', '\\']);
    let (file, folder) = (parts.next()?, parts.next().unwrap_or_default());
    let dated = begins_with_date(file).or_else(|| begins_with_date(folder));
    dated.or_else(|| {
        let (month, year) = (parts.next()?, parts.next()?);
        let is_date = year.len() == 4 && month.len() == 2 && folder.len() == 2;
        is_date.then(|| day(&format!("{year}-{month}-{folder}"))).flatten()
    })
}

/// The date at the start of a name, separated from what follows.
fn begins_with_date(name: &str) -> Option<Bound> {
    let rest = name.get(10..)?;
    let parted = rest.chars().next().is_none_or(|next| !next.is_alphanumeric());
    name.get(..10).filter(|_| parted).and_then(day)
}

fn day(text: &str) -> Option<Bound> {
    let is_plain = text.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_plain.then(|| parse_date(text).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_files_and_folders() {
        let date = |path: &str| dated_path(path).map(|date| date.to_string());
        for path in [
            "_posts/2024-05-01-title.md",
            "blog/2024-05-01-title/index.md",
            "blog/2024/05/01/title.md",
            "2024-05-01.txt",
        ] {
            assert_eq!(date(path).as_deref(), Some("2024-05-01"), "{path}");
        }
        for path in [
            "a/2024-05-01/b/c.md",
            "a/2024-13-01-b.md",
            "a/20240501.md",
            "a/v2024-05-01.md",
            "2024-05-011.md",
            "2024/05/x/a.md",
        ] {
            assert_eq!(date(path), None, "{path}");
        }
    }
}
