//! Plain text by example.

use super::*;

fn blocks(text: &str) -> Vec<(BlockKind, String)> {
    let mut out = Vec::new();
    read(text, 0, &mut |block| out.push((block.kind.clone(), block.text.clone())));
    out
}

fn texts(text: &str) -> Vec<String> {
    blocks(text).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn wrapped_lines_are_joined_and_long_ones_are_not() {
    let wrapped = "Azure was the exclusive cloud provider of OpenAI from the\nbeginning of 2023 until the January of 2025, and since then it\nhas only a right.\n";
    assert_eq!(texts(wrapped).len(), 1);
    let long = "Azure was the exclusive provider. ".repeat(6);
    assert_eq!(texts(&format!("{long}\n{long}\r\n{long}")).len(), 3);
}

#[test]
fn headings_items_and_quotations() {
    let text = "Background of it\nOpenAI is a company that builds large models. ".to_owned()
        + &"It grew and grew. ".repeat(9)
        + "\n\n  1. First\n     of all things\n  \u{2022} Second\n> It was said.\n> And done.\n===\n(x) no item\n";
    let found = blocks(&text);
    assert_eq!(found[0], (BlockKind::Heading(2), "Background of it".to_owned()));
    assert_eq!(found[1].0, BlockKind::Paragraph);
    assert_eq!(found[2], (BlockKind::Item, "First of all things".to_owned()));
    assert_eq!(found[3], (BlockKind::Item, "Second".to_owned()));
    assert_eq!(found[4].1, "It was said.");
    assert_eq!(found.last().map(|last| last.1.as_str()), Some("(x) no item"));
}

#[test]
fn a_heading_may_stand_over_an_introduction() {
    let found = blocks(
        "What it means for everybody\nFor some:\nA longer line about what it means, in all its glory, at last, and so on and on, until it is long enough.\n",
    );
    assert_eq!(found[0].0, BlockKind::Heading(2));
    assert_eq!(found[1].0, BlockKind::Paragraph);
}

#[test]
fn a_source_under_a_paragraph_belongs_to_it() {
    let line = "Azure is the only cloud. ".repeat(8);
    let text = format!("{line}\n(Microsoft, 2023)\n\n\u{201c}{line}\u{201d}\n\u{2014} OpenAI\n");
    let found = texts(&text);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].ends_with(". (Microsoft, 2023)"));
}
