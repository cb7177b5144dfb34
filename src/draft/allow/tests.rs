//! What drafts accept, and where.

use super::*;

fn read(text: &str, format: Format) -> DraftAllows {
    allows(FileId::new(0), text, format)
}

/// Each acceptance as `code(claim) until date "the text in its scope"`.
fn shown(text: &str, format: Format) -> Vec<String> {
    let found = read(text, format);
    assert_eq!(found.flaws, []);
    let one = |one: &DraftAllow| {
        let claim = one.claim.as_deref().map_or(String::new(), |claim| format!("({claim})"));
        let until = one.allow.until.map_or(String::new(), |until| format!(" until {until}"));
        format!("{}{claim}{until}: {} {:?}", one.allow.code, one.allow.reason, &text[one.scope.range()])
    };
    found.allows.iter().map(one).collect()
}

fn reasons(found: DraftAllows) -> Vec<&'static str> {
    let reason = |why: Why| match why.fact {
        ReadingFact::Allow { reason, .. } => reason,
        fact => fact.key(),
    };
    found.flaws.into_iter().map(reason).collect()
}

#[track_caller]
fn flaw(text: &str) -> &'static str {
    let found = read(text, Format::Markdown);
    assert_eq!(found.allows, []);
    let reasons = reasons(found);
    assert_eq!(reasons.len(), 1, "{reasons:?}");
    reasons[0]
}

#[test]
fn a_comment_is_about_the_next_block() {
    let text = "One.\n\n<!-- erstwhile-ignore outdated(mill), stale: the archive says so until=2027-01-01 -->\nTwo\nthree.\n\nFour.\n";
    let expected = [
        "outdated(mill) until 2027-01-01: the archive says so \"Two\\nthree.\"",
        "stale until 2027-01-01: the archive says so \"Two\\nthree.\"",
    ];
    assert_eq!(shown(text, Format::Markdown), expected);
    let plain = text.replace("-->\nTwo", "-->\n\nTwo");
    assert_eq!(shown(&plain, Format::Plain), expected);
    let html = "<p>One.</p><!-- erstwhile-ignore outdated: why --><p>Two <b>three</b>.</p><p>Four.</p>";
    assert_eq!(shown(html, Format::Html), ["outdated: why \"Two <b>three</b>.\""]);
}

#[test]
fn a_comment_within_a_block_is_about_that_block() {
    let text = "One. <!-- erstwhile-ignore outdated: why -->\n\nTwo.\n";
    assert_eq!(
        shown(text, Format::Markdown),
        ["outdated: why \"One. <!-- erstwhile-ignore outdated: why -->\""]
    );
    let text = "- one\n- <!-- erstwhile-ignore outdated: why --> two\n";
    assert_eq!(shown(text, Format::Markdown).len(), 1);
}

#[test]
fn rows_and_items_are_one_block() {
    let text = "<!-- erstwhile-ignore outdated: why -->\n\n| a | b |\n|---|---|\n| c | d |\n\nText.\n";
    let found = shown(text, Format::Markdown);
    assert!(found[0].contains("d") && !found[0].contains("Text"), "{found:?}");
    let text = "<!-- erstwhile-ignore outdated: why -->\n\n- one\n- two\n\nText.\n";
    let found = shown(text, Format::Markdown);
    assert!(found[0].contains("two") && !found[0].contains("Text"), "{found:?}");
}

#[test]
fn comments_reach_around_blocks_and_over_files() {
    let text = "One.\n\n<!-- erstwhile-ignore-begin outdated: why -->\n\nTwo.\n\nThree.\n\n<!-- erstwhile-ignore-end -->\n\nFour.\n";
    assert_eq!(shown(text, Format::Markdown), ["outdated: why \"\\n\\nTwo.\\n\\nThree.\\n\\n\""]);
    let text = "One.\n\n<!-- erstwhile-ignore-file outdated(a:b): why: because -->\n";
    assert_eq!(shown(text, Format::Markdown), [format!("outdated(a:b): why: because {text:?}")]);
}

#[test]
fn mdx_has_comments_of_its_own() {
    let text = "{/* erstwhile-ignore outdated: why */}\n\nOne.\n";
    assert_eq!(shown(text, Format::Markdown), ["outdated: why \"One.\""]);
}

#[test]
fn front_matter_is_about_the_whole_draft() {
    let one = "---\ntitle: T\nerstwhile-ignore: \"outdated(mill): why\"\ndate: 2020\n---\nOne.\n";
    let list = "---\nerstwhile-ignore:\n  - \"outdated(mill): why\"\n  - stale: for long until=2027\ntitle: T\n---\nOne.\n";
    let toml = "+++\nerstwhile-ignore = [\"outdated(mill): why\", 'stale: for long until=2027']\n+++\nOne.\n";
    assert_eq!(shown(one, Format::Markdown), [format!("outdated(mill): why {one:?}")]);
    for text in [list, toml] {
        let expected =
            [format!("outdated(mill): why {text:?}"), format!("stale until 2027: for long {text:?}")];
        assert_eq!(shown(text, Format::Markdown), expected);
        let found = read(text, Format::Markdown).allows;
        assert_eq!(&text[found[1].allow.place.span.range()], "stale: for long until=2027");
    }
}

#[test]
fn what_is_shown_as_code_is_no_comment() {
    let text = "Write `<!-- erstwhile-ignore outdated: why -->`.\n\n```html\n<!-- erstwhile-ignore outdated: why -->\n```\n\nOne erstwhile-ignore.\n";
    assert_eq!(read(text, Format::Markdown), DraftAllows::default());
}

#[test]
fn what_cannot_be_read_is_told() {
    assert_eq!(flaw("<!-- erstwhile-ignore -->\n\nOne."), "empty");
    assert_eq!(flaw("<!-- erstwhile-ignore outdated -->\n\nOne."), "no-reason");
    assert_eq!(flaw("<!-- erstwhile-ignore outdated: -->\n\nOne."), "no-reason");
    assert_eq!(flaw("<!-- erstwhile-ignore outdated: until=2027 -->\n\nOne."), "no-reason");
    assert_eq!(flaw("<!-- erstwhile-ignore : why -->\n\nOne."), "no-code");
    assert_eq!(flaw("<!-- erstwhile-ignore outdated(: why -->\n\nOne."), "no-reason");
    assert_eq!(flaw("<!-- erstwhile-ignore outdated(): why -->\n\nOne."), "claim");
    assert_eq!(flaw("<!-- erstwhile-ignore one two: why -->\n\nOne."), "several-codes");
    assert_eq!(flaw("<!-- erstwhile-ignore outdated: why until=soon -->\n\nOne."), "until-date");
    assert_eq!(flaw("<!-- erstwhile-ignore-next outdated: why -->\n\nOne."), "unknown-name");
    assert_eq!(flaw("One.\n\n<!-- erstwhile-ignore-begin outdated: why -->\n\nTwo."), "unclosed");
    assert_eq!(flaw("One.\n\n<!-- erstwhile-ignore-end -->\n"), "closes-nothing");
    assert_eq!(flaw("One.\n\n<!-- erstwhile-ignore outdated: why -->\n"), "nothing-follows");
}

/// What a comment of a draft with a second paragraph, list or table is about.
#[track_caller]
fn about(text: &str, format: Format) -> String {
    let found = read(text, format);
    let scopes: Vec<&str> = found.allows.iter().map(|one| &text[one.scope.range()]).collect();
    scopes.join("|") + &reasons(found).concat()
}

const MARKED: &str = "<!-- erstwhile-ignore outdated: why -->\n";

#[test]
fn two_lists_are_two_blocks() {
    for between in ["\n---\n\n- two", "\n```\ncode\n```\n\n- two", "* two", "\ntext\n\n- two"] {
        let text = format!("{MARKED}- one\n{between}\n");
        assert_eq!(about(&text, Format::Markdown), "- one", "{between:?}");
    }
    let table = "| a |\n|---|\n| b |\n";
    let text = format!("{MARKED}\n{table}\n---\n\n{table}");
    assert_eq!(about(&text, Format::Markdown), table.trim_end());
    for between in ["</ul><hr><ul>", "</ul><ul>", "</ul><img src='x'><ul>"] {
        let text = format!("{MARKED}<ul><li>one</li>{between}<li>two</li></ul>");
        assert_eq!(about(&text, Format::Html), "one", "{between}");
    }
    let text = format!("{MARKED}<ul><li>one</li>\n<li><b>two</b></li></ul>");
    assert_eq!(about(&text, Format::Html), "one</li>\n<li><b>two");
    assert_eq!(about(&format!("{MARKED}- one\n- two\n\n- three\n"), Format::Plain), "one\n- two");
}

#[test]
fn nothing_reaches_over_a_rule_or_code() {
    for between in ["---\n", "```\ncode\n```\n"] {
        assert!(
            about(&format!("{MARKED}\n{between}\nText.\n"), Format::Markdown).contains("nothing-follows")
        );
    }
    assert!(about(&format!("{MARKED}<hr><p>Text.</p>"), Format::Html).contains("nothing-follows"));
    assert!(about(&format!("{MARKED}\n-----\n\nText.\n"), Format::Plain).contains("nothing-follows"));
    // Another comment is skipped.
    assert_eq!(
        about(&format!("{MARKED}{}\nText.\n", MARKED.replace("outdated", "stale")), Format::Markdown),
        "Text.|Text."
    );
}

#[test]
fn what_readers_see_is_no_comment() {
    let comment = "<!-- erstwhile-ignore-file outdated: why -->";
    for text in [
        format!("<p title=\"{comment}\">One.</p>"),
        format!("<head><title>{comment}</title></head><p>One.</p>"),
        format!("<script>var s = '{comment}';</script><p>One.</p>"),
        format!("<!-- to accept: {comment} <p>One.</p>"),
    ] {
        assert_eq!(read(&text, Format::Html), DraftAllows::default(), "{text}");
    }
    for text in [
        format!("\\{comment}\n\nOne.\n"),
        format!("[a](b \"{comment}\")\n"),
        format!("One.\n\n    {comment}\n"),
        format!("<!-- to accept: {comment}\n\nOne.\n"),
        "`{/* erstwhile-ignore outdated: why */}`\n\nOne.\n".to_owned(),
        "+++\n[extra]\nerstwhile-ignore = \"outdated: why\"\n+++\nOne.\n".to_owned(),
        "+++\ntitle = '''\nerstwhile-ignore = \"outdated: why\"\n'''\n+++\nOne.\n".to_owned(),
    ] {
        assert_eq!(read(&text, Format::Markdown).allows, [], "{text}");
    }
}

#[test]
fn any_blank_parts_words() {
    for blank in ["\u{a0}", "\u{3000}", "\u{85}", "\u{2003}"] {
        let text = format!("<!-- erstwhile-ignore outdated: a letter to{blank}Ann -->\n\nOne.\n");
        assert_eq!(read(&text, Format::Markdown).allows.len(), 1, "{blank:?}");
        let text = format!("<!-- erstwhile-ignore outdated: a letter{blank}until=2027 -->\n\nOne.\n");
        assert!(read(&text, Format::Markdown).allows[0].allow.until.is_some(), "{blank:?}");
        assert!(
            flaw(&format!("<!-- erstwhile-ignore outdated: until={blank}2027 -->\n\nOne.\n"))
                .contains("until-not-last")
        );
    }
}

#[test]
fn an_end_that_would_be_passed_over_is_told() {
    for words in [
        "until=2025-12-31 the letter",
        "the letter (until=2025-12-31)",
        "UNTIL=2025-12-31",
        "x until= 2025-12-31",
    ] {
        let text = format!("<!-- erstwhile-ignore outdated: {words} -->\n\nOne.\n");
        assert_eq!(flaw(&text), "until-not-last", "{words}");
    }
    let until = |head: &str| {
        let text = format!("---\nerstwhile-ignore: {head}\n---\nOne.\n");
        let found = read(&text, Format::Markdown);
        assert_eq!(found.flaws, [], "{head}");
        found.allows[0].allow.until.map(|until| until.to_string())
    };
    for head in [
        "outdated: the letter until=2025-12-31 # then look",
        "'outdated: the author''s letter until=2025-12-31'",
        "\"outdated: the \\\"letter\\\" until=2025-12-31\"",
        "[\"outdated: the letter until=2025-12-31\"]",
    ] {
        assert_eq!(until(head).as_deref(), Some("2025-12-31"), "{head}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(words in proptest::collection::vec(proptest::sample::select(vec![
        "<!-- erstwhile-ignore", "<!--", "-->", " outdated", ":", " why", " until=2027", "\u{a0}", "\n", "\n\n", "{/*", "*/}", "- a", "> ",
        "erstwhile-ignore: \"", "---\n", "<p title=\"", "é", "|", "<script>", "'", "```", "-begin x: y -->", "<!-- erstwhile-ignore-end -->",
    ]), 0..24)) {
        let text = words.concat();
        for format in [Format::Markdown, Format::Html, Format::Plain] {
            for one in read(&text, format).allows {
                assert!(text.get(one.scope.range()).is_some() && text.get(one.allow.place.span.range()).is_some());
            }
        }
    }
}
