//! Escapes text of files for languages with markup: nothing in it may become markup. One function for each
//! language.
//!
//! What must not reach a terminal is `plain`'s business, and HTML that of the pages for a browser.

use std::borrow::Cow;

/// Stands for a character that XML cannot hold.
const REPLACEMENT: char = '\u{fffd}';

/// Escapes words for Markdown: nothing in them makes headings, links, emphasis, formulas or tags. What is between
/// backticks is code already, and stays as it is; only where they are in pairs, one by one, is it certain that they
/// pair off so for a reader too.
pub(super) fn markdown(text: &str) -> String {
    let whole = !text.contains("``") && text.matches('`').count().is_multiple_of(2);
    let mut shown = String::with_capacity(text.len());
    let mut code = false;
    for character in text.chars() {
        match character {
            '`' if whole => {
                code = !code;
                shown.push('`');
            }
            // A dollar begins a formula on GitHub, and articles are full of dollars.
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '^' if !code => {
                shown.push('\\');
                shown.push(character);
            }
            _ => shown.push(character),
        }
    }
    shown
}

/// Formats words of one line as code in Markdown, whatever backticks they contain.
pub(super) fn markdown_code(text: &str) -> String {
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // Markdown readers strip blanks beside the fence.
    let room = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{room}{text}{room}{fence}")
}

/// What stands for a character that would be markup in XML and HTML, between tags and in quoted attributes.
pub(super) fn entity(character: char) -> Option<&'static str> {
    match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ => None,
    }
}

/// Text as it is written between tags and in quoted attributes of XML 1.0.
///
/// Line breaks and tabs are written as numbers: in an attribute they would be read as blanks.
pub(super) fn xml(text: &str) -> Cow<'_, str> {
    let is_plain = |character: char| {
        entity(character).is_none()
            && !matches!(character, '\u{fffe}' | '\u{ffff}')
            && !character.is_control()
    };
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        if let Some(entity) = entity(character) {
            safe.push_str(entity);
            continue;
        }
        match character {
            '\n' => safe.push_str("&#10;"),
            '\r' => safe.push_str("&#13;"),
            '\t' => safe.push_str("&#9;"),
            '\u{fffe}' | '\u{ffff}' => safe.push(REPLACEMENT),
            _ if character.is_control() => safe.push(REPLACEMENT),
            _ => safe.push(character),
        }
    }
    Cow::Owned(safe)
}

/// A path as the path of a URI: all but letters, digits and a few signs as the numbers of their bytes.
///
/// The colon goes too: in the first part of a relative path it would make a scheme.
pub(super) fn uri_path(path: &str) -> Cow<'_, str> {
    let is_plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~');
    if path.bytes().all(is_plain) {
        return Cow::Borrowed(path);
    }
    let mut safe = String::with_capacity(path.len() + 16);
    for byte in path.bytes() {
        if is_plain(byte) {
            safe.push(char::from(byte));
        } else {
            safe.push('%');
            for half in [byte >> 4, byte & 0xf] {
                safe.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
            }
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_stay_words() {
        assert_eq!(markdown("a *b* <c> [d](e) `f_g` ~h"), "a \\*b\\* \\<c\\> \\[d\\](e) `f_g` \\~h");
        assert_eq!(markdown("one ` alone_"), "one \\` alone\\_");
        assert_eq!(markdown("`` ` `` <b> `"), "\\`\\` \\` \\`\\` \\<b\\> \\`");
        assert_eq!(markdown("$1 billion &lt; $2 billion"), "\\$1 billion \\&lt; \\$2 billion");
    }

    #[test]
    fn code_stays_code() {
        assert_eq!(markdown_code("a|b.md"), "`a|b.md`");
        assert_eq!(markdown_code("a`b``c"), "```a`b``c```");
        assert_eq!(markdown_code("`a"), "`` `a ``");
    }

    #[test]
    fn paths_become_addresses() {
        assert_eq!(uri_path("claims/azure-2_1.ron"), "claims/azure-2_1.ron");
        assert_eq!(uri_path("a b/ü%:#?.md"), "a%20b/%C3%BC%25%3A%23%3F.md");
        assert_eq!(uri_path("<stdin>.md"), "%3Cstdin%3E.md");
    }

    proptest! {
        #[test]
        fn xml_gives_the_words_back(words in any::<String>()) {
            let page = format!("<a b=\"{0}\">{0}</a>", xml(&words));
            let read = roxmltree::Document::parse(&page).expect("well-formed");
            let legal: String = words
                .chars()
                .map(|letter| match letter {
                    '\t' | '\n' | '\r' => letter,
                    '\u{fffe}' | '\u{ffff}' => REPLACEMENT,
                    _ if letter.is_control() => REPLACEMENT,
                    _ => letter,
                })
                .collect();
            prop_assert_eq!(read.root_element().attribute("b"), Some(legal.as_str()));
            prop_assert_eq!(read.root_element().text().unwrap_or(""), legal);
        }
    }
}
