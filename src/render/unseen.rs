//! What was not looked at, in a sentence for each reason. About files, and so in English.

use super::plain::one_line;
use crate::model::{Unseen, UnseenReason};

/// Paths that a sentence names.
const NAMED: usize = 3;

/// What was not looked at for one reason, and what to do if that was not meant.
///
/// `2 drafts were skipped because of --exclude or the configuration: a.md, b.md`
#[must_use]
pub fn sentence(unseen: &Unseen) -> String {
    let Unseen { reason, count, paths } = unseen;
    let (was, them) = if *count == 1 { ("was", "it") } else { ("were", "them") };
    let many = |one: &str, others: &str| format!("{count} {}", if *count == 1 { one } else { others });
    let named: Vec<String> = paths.iter().take(NAMED).map(|path| format!("`{}`", one_line(path))).collect();
    let more = if *count > named.len() { " …" } else { "" };
    let named = format!("{}{more}", named.join(", "));
    match reason {
        UnseenReason::OtherKind => format!(
            "{} {was} not read, being neither Markdown nor HTML nor plain text: {named}; convert {them}, or name {them} to read as plain \
             text",
            many("document", "documents")
        ),
        UnseenReason::OtherData => format!(
            "{} among claims and rules {was} not read: {named}; claims are read from .ron, .jsonl, .csv and .tsv",
            many("file", "files")
        ),
        UnseenReason::Ignored => {
            format!(
                "{} {was} skipped because git ignores {them}: {named}",
                many("file or folder", "files or folders")
            )
        }
        UnseenReason::Excluded => {
            format!(
                "{} {was} skipped because of `--exclude` or the configuration: {named}",
                many("draft", "drafts")
            )
        }
        UnseenReason::Hidden => {
            format!(
                "{} {was} skipped because of a dot in front: {named}; name {them} to read",
                many("file or folder", "files or folders")
            )
        }
        UnseenReason::OwnPage => {
            format!("{} {was} skipped: written by erstwhile itself: {named}", many("page", "pages"))
        }
        UnseenReason::NoFile => {
            format!(
                "{} {was} skipped, leading to no regular file: {named}",
                many("link or special file", "links or special files")
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_are_named_and_all_are_counted() {
        let mut list = Vec::new();
        for path in ["a.rst", "b\u{1b}\n.rst"] {
            Unseen::note(&mut list, UnseenReason::OtherKind, path);
        }
        let said = sentence(&list[0]);
        assert!(said.starts_with("2 documents were not read"), "{said}");
        assert!(said.contains(": `a.rst`, `b\u{fffd} .rst`;"), "{said}");
        let paths = (0..5).map(|at| at.to_string()).collect();
        let many = Unseen { reason: UnseenReason::Hidden, count: 12, paths };
        assert!(sentence(&many).contains("12 files or folders were skipped"), "{}", sentence(&many));
        assert!(sentence(&many).contains("`0`, `1`, `2` …"), "{}", sentence(&many));
    }
}
