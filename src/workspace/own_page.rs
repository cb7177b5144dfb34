//! Whether a page of HTML is one that the program made, of a draft or of claims: what it says there is no draft.

/// Elements that are in a head, or around it.
const HEAD: [&str; 9] = ["!doctype", "html", "head", "meta", "title", "link", "style", "script", "base"];
/// Those of them whose text is not markup.
const TEXT: [&str; 3] = ["title", "style", "script"];
/// How our own name begins in a page that we made.
const GENERATOR: &str = "erstwhile ";

/// Whether a `meta` element in the head of a page names this program as what generated it. A comment or a sentence that says
/// so does not count.
#[must_use]
pub fn is_own_page(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{feff}');
    loop {
        rest = rest.trim_start();
        if let Some(comment) = rest.strip_prefix("<!--") {
            let Some((_, behind)) = comment.split_once("-->") else { return false };
            rest = behind;
            continue;
        }
        let Some((tag, behind)) = rest.strip_prefix('<').and_then(|tag| tag.split_once('>')) else {
            return false;
        };
        let name = tag.split(|sign: char| sign.is_whitespace() || sign == '/').next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        let Some(name) = HEAD.into_iter().find(|known| *known == name) else { return false };
        if name == "meta" && tag.contains("name=\"generator\"") && content(tag).starts_with(GENERATOR) {
            return true;
        }
        rest = behind;
        if TEXT.contains(&name) {
            let Some((_, behind)) = behind.split_once(&format!("</{name}>")) else { return false };
            rest = behind;
        }
    }
}

/// What is in the attribute `content` of a tag.
fn content(tag: &str) -> &str {
    tag.split_once("content=\"").map_or("", |(_, content)| content)
}

#[cfg(test)]
mod tests {
    use super::is_own_page;

    #[test]
    fn only_a_meta_element_in_the_head_counts() {
        const MARK: &str = "<meta name=\"generator\" content=\"erstwhile 0.1.0\">";
        let page =
            |head: &str| format!("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">{head}");
        assert!(is_own_page(&page(MARK)));
        assert!(is_own_page(&page(&format!("\n<title>{}</title>\n<!-- x -->{MARK}", "a < b"))));
        for other in [
            page(&format!("<!-- {MARK} -->")),
            page(&format!("<title>{MARK}</title>")),
            page(&format!("</head><body>{MARK}")),
            page(&format!("</head><p>{MARK}")),
            page("<meta name=\"generator\" content=\"Hugo, not erstwhile 0.1\">"),
            format!("Text. {MARK}"),
            "<".to_owned(),
            String::new(),
        ] {
            assert!(!is_own_page(&other), "{other}");
        }
    }
}
