//! What drafts say of themselves.

use super::*;

fn said(stated: &Option<StatedText>) -> Option<&str> {
    stated.as_ref().map(|stated| stated.text.as_str())
}

#[test]
fn formats_by_extension() {
    assert_eq!(Format::of("a/b.MDX"), Some(Format::Markdown));
    assert_eq!(Format::of("a.xhtml"), Some(Format::Html));
    assert_eq!(Format::of("a.b/c"), None);
}

#[test]
fn yaml_front_matter() {
    let text = "\u{feff}---\r\ntitle: 'It''s'\r\ndate: 2024-03-01 # when\r\nlang: \"id\"\r\ntags:\r\n  - a\r\nseo:\r\n  title: no\r\nurl: >-\r\n  https://x.org\r\n---\r\nText\r\n";
    let found = meta(text, Format::Markdown);
    assert_eq!(said(&found.title), Some("It's"));
    assert_eq!(said(&found.date), Some("2024-03-01"));
    assert_eq!(said(&found.language), Some("id"));
    assert_eq!(said(&found.url), Some("https://x.org"));
    assert_eq!(found.flaws, []);
    let date = found.date.map(|date| date.span.range()).unwrap_or_default();
    assert_eq!(&text[date], "2024-03-01");
    let mut texts = Vec::new();
    blocks(text, Format::Markdown, &mut |block| texts.push((block.kind.clone(), block.map.span(0..4))));
    let shown: Vec<(&BlockKind, &str)> =
        texts.iter().map(|(kind, span)| (kind, &text[span.range()])).collect();
    assert_eq!(shown, [(&BlockKind::Title, "It''s"), (&BlockKind::Paragraph, "Text")]);
}

#[test]
fn toml_front_matter() {
    let text = "+++\ntitle = \"A\"\ndate = 2024-03-01T10:00:00Z\ntags = [\n \"x\",\n]\n[params]\nlang = 'no'\n+++\nText";
    let found = meta(text, Format::Plain);
    assert_eq!(said(&found.date), Some("2024-03-01T10:00:00Z"));
    assert_eq!(said(&found.title), Some("A"));
    assert_eq!(found.language, None);
    assert_eq!(found.flaws, []);
}

#[test]
fn broken_front_matter_is_told_and_the_rest_read() {
    let text = "---\ntitle: \"open\nno colon\ndate: 2024\n\nText, which: is read.\n";
    let found = meta(text, Format::Markdown);
    assert_eq!(found.flaws.len(), 2, "{:#?}", found.flaws);
    let mut texts = Vec::new();
    blocks(text, Format::Markdown, &mut |block| texts.push(block.text.clone()));
    assert!(texts.iter().any(|text| text.contains("which: is read")));
    let closed = meta("---\nno colon\ndate: 2024\nlang: en\n---\n", Format::Markdown);
    assert_eq!(closed.flaws.len(), 1);
    assert_eq!(said(&closed.date), Some("2024"));
    assert_eq!(meta("---\n\nA rule, and text.\n\n---\n", Format::Markdown), Metadata::default());
}

#[test]
fn a_line_that_is_no_yaml_is_named_and_read_as_far_as_it_can_be() {
    let text = "---\ntitle: One: two\ndate: 2024-03-01\nno colon\nlang: \u{fc}-en\n\tx: y\nurl: 'https://x.org'\n---\nText\n";
    let found = meta(text, Format::Markdown);
    assert_eq!(said(&found.title), Some("One: two"));
    assert_eq!(said(&found.date), Some("2024-03-01"));
    assert_eq!(said(&found.url), Some("https://x.org"));
    let lines: Vec<&str> = found.flaws.iter().map(|flaw| &text[flaw.span.range()]).collect();
    assert_eq!(lines, ["title: One: two", "no colon", "\tx: y"]);
    assert_eq!(found.url.map(|url| text[url.span.range()].to_owned()).as_deref(), Some("https://x.org"));
}

#[test]
fn a_line_that_is_no_toml_is_named_and_the_rest_read() {
    let text = "+++\nno key\ndate = 2024-03-01\ntitle = \"open\nlang = 'en'\n+++\nText\n";
    let found = meta(text, Format::Markdown);
    assert_eq!((said(&found.date), said(&found.language)), (Some("2024-03-01"), Some("en")));
    let lines: Vec<&str> = found.flaws.iter().map(|flaw| &text[flaw.span.range()]).collect();
    assert_eq!(lines, ["no key", "\"open"]);
}

#[test]
fn the_head_of_a_page() {
    let text = "<html lang=en-GB><head><title> A &amp;\n B </title><link rel=canonical href=\"https://x.org\"></head><body>\
                <time datetime=2023-01-01>then</time><time itemprop=datePublished datetime=2024-01-01>";
    let found = meta(text, Format::Html);
    assert_eq!(said(&found.language), Some("en-GB"));
    assert_eq!(said(&found.title), Some("A & B"));
    assert_eq!(said(&found.date), Some("2024-01-01"));
    assert_eq!(said(&found.url), Some("https://x.org"));
    let with = meta(
        "<meta property='article:published_time' content='2022-02-02'><p><time datetime=2020>",
        Format::Html,
    );
    assert_eq!(said(&with.date), Some("2022-02-02"));
}

#[test]
fn dates_where_generators_keep_them() {
    let date = |text: &str, format: Format| {
        let found = meta(text, format);
        let stated = found.date.as_ref().map(|date| text[date.span.range()].to_owned());
        (stated.unwrap_or_default(), found.date_from.clone(), found.is_dated_worse_than_path())
    };
    let is = |date: &str, from: &str, worse: bool| (date.to_owned(), from.to_owned(), worse);
    let markdown = |text: &str| date(text, Format::Markdown);
    assert_eq!(
        markdown("---\nlastmod: 2024-02-01\npubDate: 2024-01-01\n---\n"),
        is("2024-01-01", "pubDate", false)
    );
    assert_eq!(markdown("---\nupdated: 2024-02-01\n---\n"), is("2024-02-01", "updated", true));
    assert_eq!(markdown("---\nlast_update:\n  date: 2024-02-01\n  author: x\n---\n").1, "last_update");
    assert_eq!(
        markdown("{\n \"title\": \"x\",\n \"date\": \"2024-03-01\"\n}\n\nText"),
        is("2024-03-01", "date", false)
    );
    assert_eq!(markdown("{\n  not json }\n"), is("", "", true));
    let page = |text: &str| date(text, Format::Html);
    let linked = "<body><p>x</p><script type='application/ld+json'>{\"@graph\":[{\"dateModified\":\"2024-05-01\",\"datePublished\":\"2024-04-01\"}]}</script>";
    assert_eq!(page(linked), is("2024-04-01", "datePublished", false));
    assert_eq!(
        page("<body><span itemprop=\"datePublished\" content=\"2024-06-01\">x</span>"),
        is("2024-06-01", "datePublished", false)
    );
    assert!(page("<meta property='article:modified_time' content='2024-07-01'>").2);
    assert_eq!(page("<p><time datetime=2024-08-01>x</time>"), is("2024-08-01", "time", true));
}

#[test]
fn titles_and_descriptions_are_statements() {
    let shown = |text: &str, format: Format| {
        let mut found = Vec::new();
        blocks(text, format, &mut |block| found.push((block.kind.clone(), block.text.clone())));
        found
    };
    let is = |kind: BlockKind, text: &str| (kind, text.to_owned());
    let front = "---\ntitle: 'It''s A'\ndescription: >-\n  B\n  c.\nseo: {title: no}\n---\nD.\n\n![E is f](x.png) g ![no](y.png)\n";
    let wanted = [
        is(BlockKind::Title, "It's A"),
        is(BlockKind::Description, "B c."),
        is(BlockKind::Paragraph, "D."),
        is(BlockKind::Caption, "E is f"),
        is(BlockKind::Paragraph, "g"),
    ];
    assert_eq!(shown(front, Format::Markdown), wanted);
    let page = "<title>A</title><meta name=description content='B &amp; c'><meta property=og:title content=A><body><img alt='D is e'><p>F <img alt='g h i'>";
    let wanted = [
        is(BlockKind::Title, "A"),
        is(BlockKind::Description, "B & c"),
        is(BlockKind::Caption, "D is e"),
        is(BlockKind::Paragraph, "F"),
    ];
    assert_eq!(shown(page, Format::Html), wanted);
}

proptest::proptest! {
    #[test]
    fn any_front_matter_is_read(words in proptest::collection::vec(proptest::sample::select(vec![
        "title", "date", "erstwhile-ignore", ": ", " = ", ":", "\n", "\n  ", "\n- ", "[", "]", "{", "}", "\"", "'", "'''", " #", "&a ", "*a",
        "!!str ", "|\n  ", ">", "%", "@", "\t", "\u{e9}", "\u{85}", "\r\n", "2024-01-01", "2024-13-01T10", ",", "\\", "[x]\n", "\u{0}",
    ]), 0..24)) {
        for fence in ["---", "+++"] {
            let text = format!("{fence}\n{}\n{fence}\nText.\n", words.concat());
            let front = front_matter(&text);
            let values = front.entries.iter().flat_map(|entry| &entry.values).map(|value| value.span);
            for span in values.chain(front.flaws.iter().map(|flaw| flaw.span)) {
                assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
            }
        }
    }
}
