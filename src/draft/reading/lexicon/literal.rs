//! Words of records as phrasings write them.

/// What stands in forms for determiners and adjectives.
pub const ROOM: &str = "{linking} {modifiers}";

/// One of these, in a phrasing.
#[must_use]
pub fn choice(words: &[String]) -> String {
    let plain = |words: &String| {
        let parts: Vec<String> = words.split(ROOM).map(literal).collect();
        parts.join(&format!(" {ROOM} "))
    };
    let words: Vec<String> = words.iter().map(plain).filter(|words| !words.is_empty()).collect();
    if words.is_empty() { String::new() } else { format!("({})", words.join("|")) }
}

/// Without the signs that mean something in phrasings.
#[must_use]
pub fn literal(text: &str) -> String {
    let words = text
        .split(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '\'' | '-' | '+' | '/' | ':' | '.'));
    words.filter(|word| word.chars().any(char::is_alphanumeric)).collect::<Vec<_>>().join(" ")
}
