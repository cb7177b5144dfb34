//! Markdown made readable in a terminal: headings stand out, code is set in, lines are wrapped. Enough for the pages
//! that the program brings with it; no general reader of Markdown.

use super::sheet::{Sheet, Tone};

/// Adds `page` to `sheet`.
pub fn markdown(sheet: &mut Sheet, page: &str) {
    let mut paragraph = String::new();
    let mut code = false;
    let mut table: Vec<Vec<String>> = Vec::new();
    for line in page.lines() {
        if !code && line.trim_start().starts_with('|') {
            flush(sheet, &mut paragraph);
            table.push(cells(line));
            continue;
        }
        add_table(sheet, &mut table);
        if line.trim_start().starts_with("```") {
            flush(sheet, &mut paragraph);
            sheet.gap();
            code = !code;
        } else if code {
            sheet.line(&format!("    {}", Tone::Link.paint(&safe(line), sheet.style().color)));
        } else if line.trim().is_empty() {
            flush(sheet, &mut paragraph);
            sheet.gap();
        } else if let Some(heading) = heading(line) {
            flush(sheet, &mut paragraph);
            sheet.heading(&inline(heading));
        } else {
            if item(line).is_some() {
                flush(sheet, &mut paragraph);
            }
            if !paragraph.is_empty() {
                paragraph.push(' ');
                paragraph.push_str(line.trim());
            } else {
                paragraph.push_str(line.trim_end());
            }
        }
    }
    flush(sheet, &mut paragraph);
    add_table(sheet, &mut table);
}

/// The cells of a row of a table.
fn cells(line: &str) -> Vec<String> {
    line.trim().trim_matches('|').split('|').map(|cell| inline(cell.trim())).collect()
}

/// A table as a list: the first cell of each row with the second beside it, the others below with their headings.
fn add_table(sheet: &mut Sheet, table: &mut Vec<Vec<String>>) {
    let rows = std::mem::take(table);
    let is_rule =
        |row: &[String]| row.iter().all(|cell| !cell.is_empty() && cell.chars().all(|at| "-: ".contains(at)));
    let Some((headings, rows)) = rows.split_first() else { return };
    let rows = || rows.iter().filter(|row| !is_rule(row));
    let width = rows().filter_map(|row| row.first()).map(|cell| cell.chars().count()).max().unwrap_or(0) + 1;
    for row in rows() {
        let (label, text) = (row.first().map_or("", String::as_str), row.get(1).map_or("", String::as_str));
        sheet.field(2, width, label, Tone::Plain, text);
        let others = headings.iter().zip(row).skip(2).filter(|(_, cell)| !cell.is_empty());
        let others: Vec<String> = others.map(|(heading, cell)| format!("{heading}: {cell}")).collect();
        if !others.is_empty() {
            sheet.field(2, width, "", Tone::Faint, &others.join("; "));
        }
    }
}

/// The words of a heading.
fn heading(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    (words.len() < line.len() && words.starts_with(' ')).then(|| words.trim())
}

/// The indent, mark and words of an item of a list.
fn item(line: &str) -> Option<(usize, &str, &str)> {
    let words = line.trim_start();
    let indent = line.len() - words.len();
    let (mark, rest) = words.split_once(' ')?;
    let number =
        mark.strip_suffix('.').is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()));
    (matches!(mark, "-" | "*" | "+") || (number && mark.len() > 1)).then_some((indent, mark, rest))
}

fn flush(sheet: &mut Sheet, paragraph: &mut String) {
    if paragraph.is_empty() {
        return;
    }
    match item(paragraph) {
        Some((indent, mark, words)) => sheet.item(indent, mark, Tone::Plain, &inline(words)),
        None => sheet.paragraph(0, Tone::Plain, &inline(paragraph)),
    }
    paragraph.clear();
}

/// Without the stars of emphasis, and with links as words and address. Backticks stay: they distinguish names from
/// words. What is between backticks is left alone.
fn inline(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (at, part) in text.split('`').enumerate() {
        if at > 0 {
            shown.push('`');
        }
        match at % 2 {
            0 => shown.push_str(&links(&part.replace("**", "")).replace('*', "")),
            _ => shown.push_str(part),
        }
    }
    shown
}

/// `[words](address)` as `words (address)`.
fn links(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        shown.push_str(before);
        match after.split_once("](").and_then(|(words, more)| Some((words, more.split_once(')')?))) {
            Some((words, (address, more))) => {
                shown.push_str(&format!("{words} ({address})"));
                rest = more;
            }
            None => {
                shown.push('[');
                rest = after;
            }
        }
    }
    shown.push_str(rest);
    shown
}

/// A line of code: made safe for the terminal, with its blanks kept.
fn safe(line: &str) -> String {
    line.chars().filter_map(super::plain::visible).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Style;
    use super::*;

    fn shown(page: &str) -> String {
        let mut sheet = Sheet::new(Style { width: 44, ..Style::default() });
        markdown(&mut sheet, page);
        sheet.finish()
    }

    #[test]
    fn a_page() {
        let page = "# stale\n\nA claim that *nobody* confirms,\nwith a **bold** word.\n\n```ron\n(id: \"a\")\n```\n\n\
                    - one item that is quite long indeed so\n  that it wraps\n- `a * b`\n1. see [there](x.md)\n";
        assert_eq!(
            shown(page),
            "stale\n\nA claim that nobody confirms, with a bold\nword.\n\n    (id: \"a\")\n\n- one item that is \
             quite long indeed so that\n  it wraps\n- `a * b`\n1. see there (x.md)\n"
        );
    }

    #[test]
    fn what_is_no_markdown_stays() {
        assert_eq!(shown("#hash and [brackets] and 3. dots"), "#hash and [brackets] and 3. dots\n");
    }
}
