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
    assert_eq!(found[0], (BlockKind::Heading(1), "Background of it".to_owned()));
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
    assert_eq!(found[0].0, BlockKind::Heading(1));
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

#[test]
fn tables_and_definition_lists_of_a_wiki() {
    let text = "{| class=\"x\"\n|+ Firms\n! Firm !! Head\n|-\n| style=\"a\" | Nord || \n| Ann\nMeyer\n|-\n! rowspan=\"2\" | Ost\n| Bo\n|}\n;Head : Ann\n;Seat\n:Sandau\n{| not closed\n";
    let mut cells = Vec::new();
    read(text, 0, &mut |block| {
        cells.extend(block.cell_ranges().iter().map(|(cell, range)| {
            (cell.column, cell.names, cell.spans, block.text[range.clone()].to_owned())
        }));
    });
    let cell = |column, names, spans, text: &str| (column, names, spans, text.to_owned());
    assert_eq!(
        cells,
        [
            cell(0, true, false, "Firm"),
            cell(1, true, false, "Head"),
            cell(0, false, false, "Nord"),
            cell(2, false, false, "Ann\nMeyer"),
            cell(0, true, true, "Ost"),
            cell(1, false, false, "Bo"),
        ]
    );
    let is = |kind: BlockKind, text: &str| (kind, text.to_owned());
    let found = blocks(text);
    assert_eq!(found[0], is(BlockKind::Caption, "Firms"));
    assert_eq!(
        found[4..8],
        [
            is(BlockKind::Term, "Head"),
            is(BlockKind::Definition, "Ann"),
            is(BlockKind::Term, "Seat"),
            is(BlockKind::Definition, "Sandau"),
        ]
    );
}
