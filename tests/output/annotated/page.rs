//! The annotated page as tests look at it: its blocks, marks and notes as text, its ids and links. A reader of the HTML that
//! the page is made of, not of HTML at large.

use std::collections::BTreeSet;

/// Stands for what is shown and not read.
pub const GAP: &str = "\u{fffc}";

/// Each text between `open` and `close`.
pub fn between<'a>(text: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let parts = text.split(open).skip(1);
    parts.filter_map(|part| part.split_once(close).map(|(inner, _)| inner)).collect()
}

/// The value of an attribute, each time.
pub fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    between(html, &format!(" {attribute}=\""), "\"")
}

/// `html` without the elements that begin with `open` and end with `close`, each replaced.
pub fn without(html: &str, open: &str, close: &str, instead: &str) -> String {
    let mut rest = html;
    let mut out = String::new();
    while let Some((before, behind)) = rest.split_once(open) {
        out.push_str(before);
        out.push_str(instead);
        rest = behind.split_once(close).expect("an element that ends").1;
    }
    out + rest
}

/// The text of `html`: without tags, entities decoded.
pub fn text(html: &str) -> String {
    let bare = without(html, "<", ">", "");
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(bare, |text, (entity, letter)| text.replace(entity, letter))
}

/// The text of the article in `html`: without what the page adds, a gap for what was not read.
pub fn read_text(html: &str) -> String {
    let html = without(html, "<a class=\"sign\"", "</a>", "");
    let html = without(&html, "<sup class=\"mark\">", "</sup>", "");
    text(&without(&html, "<code class=\"unread\">", "</code>", GAP))
}

/// As reading folds quotation marks and hyphens.
pub fn folded(text: &str) -> String {
    let fold = |letter: char| match letter {
        '\u{2018}'..='\u{201b}' | '\u{2039}' | '\u{203a}' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    };
    text.chars().map(fold).collect()
}

/// Each block of the article: its class and the HTML of its text.
pub fn blocks(page: &str) -> Vec<(&str, &str)> {
    let rows = page.split("<div class=\"block ").skip(1);
    let block = |row: &'_ str| -> Option<(usize, usize, usize)> {
        let class = row.find('"')?;
        let open = row.find(" class=\"text\"")?;
        let start = open + row[open..].find('>')? + 1;
        let end = ["</p>", "</pre>", "</h"].iter().filter_map(|close| row[start..].find(close)).min()?;
        Some((class, start, start + end))
    };
    rows.map(|row| {
        let (class, start, end) = block(row).expect("a block has text");
        (&row[..class], &row[start..end])
    })
    .collect()
}

/// The marked sentences, as HTML.
pub fn marks(page: &str) -> Vec<&str> {
    between(page, "<mark class=\"said", "</mark>")
}

/// What is wrong with a page whatever it shows: ids that are there twice, links into nowhere, marks without note.
pub fn faults(page: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    for id in values(page, "id") {
        if !ids.insert(id) {
            faults.push(format!("the id `{id}` is there twice"));
        }
    }
    for link in values(page, "href") {
        match link.strip_prefix('#') {
            Some(id) if !ids.contains(id) => faults.push(format!("`#{id}` is nowhere")),
            None if !link.starts_with("http") && link != "data:," => faults.push(format!("`{link}`")),
            _ => {}
        }
    }
    let (marks, notes) = (page.matches("<mark ").count(), page.matches("<div class=\"notes\">").count());
    if page.matches("class=\"back\"").count() != marks || notes > marks {
        faults.push(format!("{marks} marks, {} notes", page.matches("class=\"back\"").count()));
    }
    for handler in ["onclick", "onload", "onerror", "javascript:", "src=", "@import", "url("] {
        let outside = without(page, "<script>", "</script>", "");
        // What a draft says is text, and text has no bare angle brackets.
        if between(&outside, "<", ">").iter().any(|tag| tag.contains(handler)) {
            faults.push(format!("a tag has `{handler}`"));
        }
    }
    faults
}
