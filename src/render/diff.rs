//! The difference between two texts of a file, as `diff -u` and git write it. The changes are known, so nothing has to be
//! searched for, which libraries are for: only the lines around them are put together. What must not reach a terminal is
//! left out, carriage returns too.

use super::plain::{COMMAND, visible};
use super::sheet::Tone;
use crate::text::{Change, changed};

/// Lines that are shown before and after a change.
const CONTEXT: usize = 3;

/// Whole lines that give way to others.
struct ReplacedLines<'a> {
    /// The number of the first, from 0.
    first: usize,
    old: Vec<&'a str>,
    new: Vec<String>,
}

/// The difference that `changes`, which are in order, make to the `old` text of the file at `path`; empty if they make none.
#[must_use]
pub fn unified(path: &str, old: &str, changes: &[Change], color: bool) -> String {
    let blocks = blocks(old, changes);
    if blocks.is_empty() {
        return String::new();
    }
    let lines: Vec<&str> = old.split_inclusive('\n').collect();
    let path = safe(path);
    let mut out = Tone::Strong.paint(&format!("--- a/{path}\n+++ b/{path}"), color) + "\n";
    let mut shift = 0;
    let is_near = |one: &ReplacedLines<'_>, two: &ReplacedLines<'_>| {
        two.first <= one.first + one.old.len() + 2 * CONTEXT
    };
    for hunk in blocks.chunk_by(is_near) {
        out.push_str(&hunk_shown(hunk, &lines, &mut shift, color));
    }
    out
}

/// Lines that are near each other, with those around them. `shift` is by how many lines the new text is longer so far.
fn hunk_shown(hunk: &[ReplacedLines<'_>], lines: &[&str], shift: &mut isize, color: bool) -> String {
    let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else { return String::new() };
    let start = first.first.saturating_sub(CONTEXT);
    let end = (last.first + last.old.len() + CONTEXT).min(lines.len());
    let grown = |block: &ReplacedLines<'_>| block.new.len().cast_signed() - block.old.len().cast_signed();
    let growth: isize = hunk.iter().map(grown).sum();
    let (old_count, new_count) = (end - start, (end - start).saturating_add_signed(growth));
    let range = |start: usize, count: usize| match count {
        0 => format!("{start},0"),
        1 => format!("{}", start + 1),
        count => format!("{},{count}", start + 1),
    };
    let new_start = start.saturating_add_signed(*shift);
    *shift += growth;
    let head = format!("@@ -{} +{} @@", range(start, old_count), range(new_start, new_count));
    let mut out = Tone::Faint.paint(&head, color) + "\n";
    let mut at = start;
    for block in hunk {
        lines[at..block.first].iter().for_each(|line| out.push_str(&shown(' ', line, color)));
        block.old.iter().for_each(|line| out.push_str(&shown('-', line, color)));
        block.new.iter().for_each(|line| out.push_str(&shown('+', line, color)));
        at = block.first + block.old.len();
    }
    lines[at..end].iter().for_each(|line| out.push_str(&shown(' ', line, color)));
    out
}

fn shown(sign: char, line: &str, color: bool) -> String {
    let whole = line.strip_suffix('\n');
    let text = format!("{sign}{}", safe(whole.unwrap_or(line)));
    let text = match sign {
        '-' => Tone::Bad.paint(&text, color),
        '+' => Tone::Good.paint(&text, color),
        _ => text,
    };
    let end = if whole.is_none() { "\n\\ No newline at end of file" } else { "" };
    format!("{text}{end}\n")
}

/// A line with its indentation, and nothing in it that commands a terminal or a workflow.
fn safe(line: &str) -> String {
    let shown: String = line.trim_end_matches('\r').chars().filter_map(visible).collect();
    shown.replace(COMMAND.0, COMMAND.1)
}

/// The lines that change.
fn blocks<'a>(old: &'a str, changes: &[Change]) -> Vec<ReplacedLines<'a>> {
    let mut wholes: Vec<(usize, usize, Vec<&Change>)> = Vec::new();
    for change in changes {
        let (start, end) = line_range(old, change);
        match wholes.last_mut() {
            Some((_, before, these)) if start < *before || start == *before && start == end => {
                *before = end.max(*before);
                these.push(change);
            }
            _ => wholes.push((start, end, vec![change])),
        }
    }
    let mut blocks: Vec<ReplacedLines<'a>> = Vec::new();
    let (mut counted, mut line) = (0, 0);
    for (start, end, these) in wholes {
        line += old[counted..start].matches('\n').count();
        counted = start;
        let these: Vec<Change> = these.into_iter().map(|change| within(change, start)).collect();
        let new = changed(&old[start..end], &these);
        let Some(block) = block(line, &old[start..end], &new) else { continue };
        match blocks.last_mut() {
            Some(last) if last.first + last.old.len() == block.first => {
                last.old.extend(block.old);
                last.new.extend(block.new);
            }
            _ => blocks.push(block),
        }
    }
    blocks
}

/// The bytes of the lines that a change is in.
fn line_range(old: &str, change: &Change) -> (usize, usize) {
    let range = change.span.range();
    let start = old[..range.start].rfind('\n').map_or(0, |found| found + 1);
    let is_whole = |at: usize| at == 0 || old[..at].ends_with('\n');
    if start == range.start && is_whole(range.end) && (change.text.is_empty() || change.text.ends_with('\n'))
    {
        return (start, range.end);
    }
    (start, old[range.end..].find('\n').map_or(old.len(), |found| range.end + found + 1))
}

/// The same change of a text that begins at `start`.
fn within(change: &Change, start: usize) -> Change {
    let range = change.span.range();
    Change::new(range.start - start, range.end - start, change.text.as_str())
}

/// Lines before and after, without those at both ends that stay.
fn block<'a>(first: usize, old: &'a str, new: &str) -> Option<ReplacedLines<'a>> {
    let mut old: Vec<&str> = old.split_inclusive('\n').collect();
    let mut new: Vec<String> = new.split_inclusive('\n').map(str::to_owned).collect();
    let same = old.iter().zip(&new).take_while(|(one, two)| *one == two).count();
    old.drain(..same);
    new.drain(..same);
    while old.last().is_some_and(|last| new.last().is_some_and(|other| other == last)) {
        old.pop();
        new.pop();
    }
    (!old.is_empty() || !new.is_empty()).then_some(ReplacedLines { first: first + same, old, new })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::in_order;

    /// What a patch makes of a text, hunk after hunk.
    fn patched(old: &str, patch: &str) -> String {
        let old: Vec<&str> = old.split_inclusive('\n').collect();
        let (mut new, mut at) = (String::new(), 0);
        let mut lines = patch.split_inclusive('\n').skip(2).peekable();
        while let Some(line) = lines.next() {
            let (sign, text) = line.split_at(1);
            let is_open = lines.next_if(|next| next.starts_with('\\')).is_some();
            let text = if is_open { text.trim_end_matches('\n') } else { text };
            match sign {
                "@" => {
                    let range = text.split(' ').nth(1).expect("a range").trim_start_matches('-');
                    let (start, count) = range.split_once(',').unwrap_or((range, "1"));
                    let start: usize = start.parse().expect("a number");
                    let start = if count == "0" { start } else { start - 1 };
                    old[at..start].iter().for_each(|line| new.push_str(line));
                    at = start;
                }
                "+" => new.push_str(text),
                _ => {
                    assert_eq!(old[at], text, "in {patch}");
                    at += 1;
                    new.push_str(if sign == " " { text } else { "" });
                }
            }
        }
        old[at..].iter().for_each(|line| new.push_str(line));
        new
    }

    proptest! {
        #[test]
        fn a_patch_makes_the_new_text(
            lines in proptest::collection::vec("[a-c]{0,2}", 0..30),
            drawn in proptest::collection::vec((0usize..80, 0usize..9, "[x\n]{0,4}"), 0..5),
            open: bool,
        ) {
            let old = lines.join("\n") + if open || lines.is_empty() { "" } else { "\n" };
            let change = |(at, length, text): (usize, usize, String)| {
                let at = at.min(old.len());
                Change::new(at, (at + length).min(old.len()), text)
            };
            let changes = in_order(drawn.into_iter().map(change).collect());
            let new = changed(&old, &changes);
            let patch = unified("a", &old, &changes, false);
            prop_assert_eq!(patch.is_empty(), old == new);
            prop_assert_eq!(patched(&old, &patch), new, "{}", patch);
        }
    }

    #[test]
    fn only_lines_around_changes_are_shown() {
        let old = (1..=20).map(|line| format!("\tline {line}\r\n")).collect::<String>();
        let at = old.find("line 10\r").expect("it is there");
        let changes = [Change::new(at, at + 4, "\u{1b}[31m"), Change::new(old.len(), old.len(), "end")];
        let expected = "--- a/x.ron\n+++ b/x.ron\n@@ -7,7 +7,7 @@\n \tline 7\n \tline 8\n \tline 9\n-\tline 10\n\
                        +\t\u{fffd}[31m 10\n \tline 11\n \tline 12\n \tline 13\n\
                        @@ -18,3 +18,4 @@\n \tline 18\n \tline 19\n \tline 20\n+end\n\\ No newline at end of file\n";
        assert_eq!(unified("x.ron", &old, &changes, false), expected);
        assert!(unified("x.ron", &old, &changes, true).contains("\u{1b}[31m-\tline 10\u{1b}[0m\n"));
    }
}
