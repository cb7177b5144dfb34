//! What must be so of every page: its tags close, its names are unique, its links lead somewhere, it asks for nothing.

use std::collections::BTreeSet;

use html5gum::{Token, Tokenizer};

/// Elements that have no end.
const EMPTY: [&str; 4] = ["meta", "link", "br", "input"];

/// Fails where a page is unsound.
#[track_caller]
pub fn is_sound(page: &str) {
    let mut open: Vec<String> = Vec::new();
    let (mut names, mut wanted, mut level) = (BTreeSet::new(), Vec::new(), 0);
    let mut scripts = 0;
    for token in Tokenizer::new(page) {
        match token.expect("no error of the tokenizer") {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                for (attribute, value) in &tag.attributes {
                    let (attribute, value) = (text(attribute), text(value));
                    assert!(!attribute.starts_with("on"), "`{name} {attribute}` is a script");
                    let asks =
                        attribute == "src" || (name == "link" && attribute == "href" && value != "data:,");
                    assert!(!asks, "`{name} {attribute}=\"{value}\"` asks for something");
                    match attribute.as_str() {
                        "id" => assert!(names.insert(value.clone()), "`{value}` names two things"),
                        "href" if value.starts_with('#') => wanted.push(value[1..].to_owned()),
                        "aria-labelledby" | "aria-describedby" => {
                            wanted.extend(value.split(' ').map(str::to_owned));
                        }
                        "href" if name == "a" => assert!(value.starts_with("http"), "{value}"),
                        _ => {}
                    }
                }
                if let Some(depth) = name.strip_prefix('h').and_then(|depth| depth.parse::<u32>().ok()) {
                    assert!(depth <= level + 1, "a heading of level {depth} below one of level {level}");
                    level = depth;
                }
                scripts += usize::from(name == "script");
                if !EMPTY.contains(&name.as_str()) && !tag.self_closing {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => assert_eq!(open.pop().as_deref(), Some(text(&tag.name).as_str())),
            _ => {}
        }
    }
    assert!(open.is_empty(), "not closed: {open:?}");
    assert_eq!(scripts, 1, "one script");
    for name in wanted {
        assert!(names.contains(&name), "there is no `{name}`");
    }
    let count = |part: &str| page.matches(part).count();
    assert_eq!(count("<table>"), count("<caption>"), "every table has a caption");
    assert_eq!(count("<figure>"), count("<figcaption>"), "every figure has a caption");
    assert_eq!(count("role=\"img\""), count("<desc "), "every drawing is told in words");
    assert!(page.contains("Content-Security-Policy") && page.contains("default-src 'none'"));
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}
