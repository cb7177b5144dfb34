//! The page of a code or kind as it is printed: of the fixed example only the lines that differ from the failing one.
//!
//! Both examples stay whole in the page itself, because the tests run them.

use crate::render::{Sheet, Tone, markdown};

/// A fenced block: its info string and its lines.
type CodeFence<'a> = (&'a str, Vec<&'a str>);

/// Unchanged lines that are shown around a change.
const CONTEXT: usize = 1;

/// Adds a page.
pub fn add(sheet: &mut Sheet, page: &str) {
    let mut section = "";
    let mut examples: Vec<CodeFence> = Vec::new();
    let mut open: Option<CodeFence> = None;
    let mut fixed = 0;
    let mut pending = String::new();
    for line in page.lines() {
        let fence = line.strip_prefix("```");
        if let (None, None, Some(heading)) = (&open, fence, line.strip_prefix("## ")) {
            section = heading;
        }
        match (&mut open, fence) {
            (None, Some(info)) => open = Some((info, Vec::new())),
            (Some(_), Some(_)) => {
                let closed = open.take();
                if section == "Example" {
                    examples.extend(closed);
                } else if let Some((info, lines)) = closed.filter(|_| section == "Fixed") {
                    markdown(sheet, &std::mem::take(&mut pending));
                    add_difference(
                        sheet,
                        examples.get(fixed).filter(|(of, _)| file(of) == file(info)),
                        &lines,
                    );
                    fixed += 1;
                    continue;
                }
            }
            (Some((_, lines)), None) => lines.push(line),
            (None, None) => {}
        }
        if section != "Fixed" || (open.is_none() && fence.is_none()) {
            pending.push_str(line);
            pending.push('\n');
        }
    }
    markdown(sheet, &pending);
}

/// Language and path of a fenced block, without what else its info string says.
fn file(info: &str) -> (Option<&str>, Option<&str>) {
    let mut words = info.split_whitespace();
    (words.next(), words.find(|word| word.starts_with("path=")))
}

/// Adds the changed lines with a little context, and nothing if there are none.
fn add_difference(sheet: &mut Sheet, before: Option<&CodeFence>, after: &[&str]) {
    let rows = difference(before.map_or(&[], |(_, lines)| lines), after);
    let changed: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].0 != ' ').collect();
    let near = |at: usize| changed.iter().any(|change| change.abs_diff(at) <= CONTEXT);
    let color = sheet.style().color;
    let mut last = None;
    let is_blank = |(sign, line): &(char, &str)| *sign == ' ' && line.is_empty();
    let shown = rows.iter().enumerate().filter(|(at, _)| near(*at)).skip_while(|(_, row)| is_blank(row));
    for (at, (sign, line)) in shown {
        if last.is_none() {
            sheet.gap();
        }
        if last.is_some_and(|last: usize| last + 1 < at) {
            sheet.line("      …");
        }
        last = Some(at);
        let tone = match sign {
            '-' => Tone::Bad,
            '+' => Tone::Good,
            _ => Tone::Faint,
        };
        sheet.line(&format!("    {}", tone.paint(format!("{sign} {line}").trim_end(), color)));
    }
}

/// The lines of both texts, each with `-` for one that was removed, `+` for one that was added and ` ` for one that
/// stayed: what is left of the longest common subsequence. Pages are short, so a table of all pairs is small.
fn difference<'a>(before: &[&'a str], after: &[&'a str]) -> Vec<(char, &'a str)> {
    let mut common = vec![vec![0_usize; after.len() + 1]; before.len() + 1];
    for (i, old) in before.iter().enumerate().rev() {
        for (j, new) in after.iter().enumerate().rev() {
            common[i][j] =
                if old == new { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let mut rows = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < before.len() || j < after.len() {
        if i < before.len() && j < after.len() && before[i] == after[j] {
            rows.push((' ', before[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == after.len() || (i < before.len() && common[i + 1][j] >= common[i][j + 1]) {
            rows.push(('-', before[i]));
            i += 1;
        } else {
            rows.push(('+', after[j]));
            j += 1;
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Style;

    #[test]
    fn only_the_change_is_shown_of_what_was_fixed() {
        let page = "# a\n\nWords.\n\n## Example\n\n```ron\none\ntwo\nthree\nfour\n```\n\n```markdown path=a.md\n## b\n```\n\n\
                    ## Fixed\n\nWhy.\n\n```ron\none\ntwo\n3\nfour\n```\n\n```markdown path=a.md\n## b\n```\n\n## What to do\n\nIt.\n";
        let mut sheet = Sheet::new(Style::default());
        add(&mut sheet, page);
        assert_eq!(
            sheet.finish(),
            "a\n\nWords.\n\nExample\n\n    one\n    two\n    three\n    four\n\n    ## b\n\n\
             Fixed\n\nWhy.\n\n      two\n    - three\n    + 3\n      four\n\nWhat to do\n\nIt.\n"
        );
    }
}
