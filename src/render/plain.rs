//! Text made safe to print: one line where one is wanted, and nothing that moves the cursor or turns text around.
//! Not layout.

use std::borrow::Cow;

/// Stands for a character that must not reach a terminal.
const REPLACEMENT: char = '\u{fffd}';

/// What to print for `character` of a file's text; `None` for one that is never seen, as a byte order mark.
///
/// Control characters could command the terminal, and overrides of the writing direction could show another text than
/// the one that is there.
pub(super) fn visible(character: char) -> Option<char> {
    match character {
        '\t' => Some('\t'),
        '\u{feff}' => None,
        '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(REPLACEMENT),
        _ if character.is_control() => Some(REPLACEMENT),
        _ => Some(character),
    }
}

/// About how many columns `character` takes: enough for deciding where to cut, not for underlining.
pub(super) fn columns(character: char) -> usize {
    match character {
        '\t' => 4,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

/// What begins a workflow command anywhere in a line of a log, and what replaces it.
pub(super) const COMMAND: (&str, &str) = ("##[", "##\u{fffd}[");

/// `text` on one line: breaks and what surrounds them become one space, and nothing in it commands a terminal or a workflow.
#[must_use]
pub fn one_line(text: &str) -> Cow<'_, str> {
    let is_plain = |character: char| character != '\t' && visible(character) == Some(character);
    if (is_printable(text) || text.chars().all(is_plain)) && !text.contains(COMMAND.0) {
        return Cow::Borrowed(text);
    }
    let parts = text.split(['\n', '\r', '\t', '\u{2028}', '\u{2029}']).map(str::trim);
    let folded = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let shown: String = folded.chars().filter_map(visible).collect();
    Cow::Owned(shown.replace(COMMAND.0, COMMAND.1))
}

/// Whether a text is nothing but ASCII characters of one column each: most are, and need no closer look.
fn is_printable(text: &str) -> bool {
    text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

/// A path as servers compare it with those of a repository: without the `./` that a shell puts before it.
pub(super) fn bare_path(path: &str) -> &str {
    path.strip_prefix("./").unwrap_or(path)
}

/// Whether a line is a comment as drafts have them, ready to be copied.
pub(super) fn is_comment(line: &str) -> bool {
    line.starts_with("<!--") || line.starts_with("{/*")
}

/// `text` with its line breaks, but nothing else that is not seen.
pub(super) fn lines(text: &str) -> String {
    text.lines().map(one_line).collect::<Vec<_>>().join("\n")
}

/// The same for a log: nothing at the beginning of a line commands a workflow, which runners look for behind blanks too.
pub(super) fn log_lines(text: &str) -> String {
    let line = |line: &str| {
        let line = one_line(line);
        let commands = line.trim_start().starts_with("::");
        if commands { line.replacen("::", ":\u{fffd}:", 1) } else { line.into_owned() }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// `text` broken between words into lines of about `width` columns; a word that is longer stays whole.
pub(super) fn wrapped(text: &str, width: usize) -> String {
    let mut wrapped = String::with_capacity(text.len());
    let mut used = 0;
    for word in text.split(' ') {
        let long = if is_printable(word) { word.len() } else { word.chars().map(columns).sum() };
        // At the beginning of a line this would be a command of a workflow.
        if used > 0 && used + 1 + long > width && !word.starts_with("::") {
            wrapped.push('\n');
            used = 0;
        } else if used > 0 {
            wrapped.push(' ');
            used += 1;
        }
        wrapped.push_str(word);
        used += long;
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_become_one_space() {
        assert_eq!(one_line("one\r\n  two\n\nthree\t four"), "one two three four");
        assert_eq!(one_line("as  it is"), "as  it is");
        assert!(matches!(one_line("Bücher"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_terminal_gets_no_commands() {
        assert_eq!(one_line("\u{1b}[31mred\u{7}"), "\u{fffd}[31mred\u{fffd}");
        assert_eq!(one_line("\u{feff}start \u{202e}dne"), "start \u{fffd}dne");
        assert_eq!(lines("one\r\ntwo\u{1b}"), "one\ntwo\u{fffd}");
        assert_eq!(log_lines("one ::error::x\n  ::error::y::z"), "one ::error::x\n  :\u{fffd}:error::y::z");
        assert_eq!(one_line("a ##[error]b"), "a ##\u{fffd}[error]b");
        assert_eq!(wrapped("one two ::error::x", 9), "one two ::error::x");
    }

    #[test]
    fn wrapping_keeps_all_words() {
        assert_eq!(wrapped("one two three", 7), "one two\nthree");
        assert_eq!(wrapped("incomprehensibilities are", 7), "incomprehensibilities\nare");
        assert_eq!(wrapped("", 7), "");
    }
}
