//! Markdown by example: what is read, as what, and where it is.

use crate::draft::markup::{BlockKind, NoteRef};
use crate::draft::markup::{Format, blocks};

/// Each block's kind and text.
fn read(text: &str) -> Vec<(BlockKind, String)> {
    let mut out = Vec::new();
    blocks(text, Format::Markdown, &mut |block| out.push((block.kind.clone(), block.text.clone())));
    out
}

fn texts(text: &str) -> Vec<String> {
    read(text).into_iter().map(|(_, text)| text).collect()
}

/// What `words` of the blocks' texts are in the file; each must occur once.
fn place<'t>(text: &'t str, words: &str) -> &'t str {
    let mut found = Vec::new();
    blocks(text, Format::Markdown, &mut |block| {
        if let Some(at) = block.text.find(words) {
            found.push(block.map.span(at..at + words.len()));
        }
    });
    assert_eq!(found.len(), 1, "{words:?} occurs once");
    &text[found[0].range()]
}

#[test]
fn marks_in_a_line_are_dropped_and_text_joins() {
    let text = "Azure is **no longer** the exclu*sive* [cloud\nprovider](http://a.org) of OpenAI.\n";
    assert_eq!(texts(text), ["Azure is no longer the exclusive cloud provider of OpenAI."]);
    assert_eq!(place(text, "no longer"), "no longer");
    assert_eq!(place(text, "exclusive"), "exclu*sive");
    assert_eq!(place(text, "cloud provider"), "cloud\nprovider");
}

#[test]
fn what_is_not_read() {
    let text = "A ~~gone~~ b `x * y` c ![alt](i.png) d <!-- no --> e &amp; \\* f.\n\n```\ncode\n```\n\n    code\n\n<script>\nx\n</script>\n";
    assert_eq!(texts(text), ["A b \u{fffc} c d e & * f."]);
    assert_eq!(place(text, "&"), "&amp;");
    assert_eq!(
        texts("Costs $1 billion, not $10 billion, and $x^2$."),
        ["Costs $1 billion, not $10 billion, and \u{fffc}."]
    );
    assert_eq!(
        texts("{/* note */}Text <Tag a={{b: 1}}>in</Tag>.\n\nimport X from 'y'\n\nimport duties rose.\n"),
        ["Text in.", "import duties rose."]
    );
}

#[test]
fn kinds_and_where_blocks_stand() {
    let text = "# H {#id}\n\n- a\n\n  b\n  - c\n\n> q\n\n| x | y |\n|--|--|\n| *1* | 2 |\n\nt[^n].\n\n[^n]: Note.\n\nS\n=\n";
    let kinds: Vec<BlockKind> = read(text).into_iter().map(|(kind, _)| kind).collect();
    let row = |header| BlockKind::Row { header };
    assert_eq!(
        kinds,
        [
            BlockKind::Heading(1),
            BlockKind::Item,
            BlockKind::Item,
            BlockKind::Item,
            BlockKind::Paragraph,
            row(true),
            row(false),
            BlockKind::Paragraph,
            BlockKind::Footnote("n".to_owned()),
            BlockKind::Heading(1),
        ]
    );
    assert_eq!(texts(text)[6], "1 | 2");
    blocks(text, Format::Markdown, &mut |block| {
        assert_eq!(block.quoted, block.text == "q");
        assert_eq!(
            block.depth,
            match block.text.as_str() {
                "c" => 2,
                "a" | "b" => 1,
                _ => 0,
            }
        );
        if block.text == "t." {
            assert_eq!(block.notes, [NoteRef { at: 1, label: "n".to_owned(), is_remark: false }]);
        }
    });
}

#[test]
fn addresses_become_links() {
    let text = "See https://a.org/b_c_(d). [Text](x.md), <https://e.org> and [https://f.org](https://f.org).";
    let mut links = Vec::new();
    blocks(text, Format::Markdown, &mut |block| {
        links.extend(
            block.links.iter().map(|link| (block.text[link.range.clone()].to_owned(), link.target.clone())),
        );
        assert_eq!(block.text, "See \u{fffc}. Text, \u{fffc} and \u{fffc}.");
    });
    let links: Vec<(&str, &str)> =
        links.iter().map(|(text, target)| (text.as_str(), target.as_str())).collect();
    let gap = "\u{fffc}";
    assert_eq!(
        links,
        [(gap, "https://a.org/b_c_(d)"), ("Text", "x.md"), (gap, "https://e.org"), (gap, "https://f.org")]
    );
}

#[test]
fn places_are_exact_among_odd_characters() {
    let text = "\u{feff}\u{1f600} Caf\u{e9} e\u{301}t\u{e9}\tis\r\n\u{201c}no\u{a0}longer\u{201d} it\u{2019}s non\u{2011}stop.\r\n\r\n1. x\r\n   wrapped\r\n";
    assert_eq!(
        texts(text),
        ["\u{1f600} Caf\u{e9} e\u{301}t\u{e9} is \"no longer\" it's non-stop.", "x wrapped"]
    );
    assert_eq!(place(text, "is"), "is");
    assert_eq!(place(text, "\"no longer\""), "\u{201c}no\u{a0}longer\u{201d}");
    assert_eq!(place(text, "non-stop"), "non\u{2011}stop");
    assert_eq!(place(text, "x wrapped"), "x\r\n   wrapped");
}

#[test]
fn html_blocks_are_read_as_html() {
    let text = "> <div>In <b>a</b>\n> quote &amp; more</div>\n\n<p>Second</p>\n\nA<br>b <del>not</del> c.\n";
    assert_eq!(texts(text), ["In a quote & more", "Second", "A\nb c."]);
    assert_eq!(place(text, "a quote"), "a</b>\n> quote");
    assert_eq!(place(text, "&"), "&amp;");
}

#[test]
fn cells_know_their_columns_and_definitions_their_terms() {
    let text = "| A | | C |\n|---|---|---|\n| a | | c |\n| | b | |\n\nTerm\n: What it *is*\n";
    let mut columns = Vec::new();
    blocks(text, Format::Markdown, &mut |block| {
        columns.extend(
            block
                .cell_ranges()
                .iter()
                .map(|(cell, range)| (cell.column, block.text[range.clone()].to_owned())),
        );
    });
    let columns: Vec<(u16, &str)> = columns.iter().map(|(column, text)| (*column, text.as_str())).collect();
    assert_eq!(columns, [(0, "A"), (2, "C"), (0, "a"), (2, "c"), (1, "b")]);
    let found = read(text);
    assert_eq!(found[3], (BlockKind::Term, "Term".to_owned()));
    assert_eq!(found[4], (BlockKind::Definition, "What it is".to_owned()));
}
