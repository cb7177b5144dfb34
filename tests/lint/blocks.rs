//! Laws of reading drafts, for any text: every character of a block has its place in the file, and is found there.
//!
//! The oracle folds the bytes of the file that a word is mapped to, character by character, and compares.

use erstwhile::draft::{Abbreviations, Block, Format, blocks, meta, sentences};
use proptest::prelude::*;

const FORMATS: [Format; 3] = [Format::Markdown, Format::Html, Format::Plain];

/// What a stretch of a file is in a text, worked out naively: for words without any markup in them.
fn folded(written: &str) -> String {
    let mut out = String::new();
    for letter in written.chars() {
        match letter {
            '\u{2018}'..='\u{201b}' | '\u{2039}' | '\u{203a}' => out.push('\''),
            '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => out.push('"'),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            '\u{ad}' | '\u{200b}' | '\u{200d}' | '\u{feff}' => {}
            _ if letter.is_control() && !letter.is_whitespace() => {}
            _ if letter.is_whitespace() => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

/// Marks that may be within a word of the text although they are not part of it.
fn has_marks(written: &str) -> bool {
    written.contains([
        '*', '_', '~', '`', '<', '>', '&', '\\', '[', ']', '(', ')', '{', '|', '\u{1}', '\0', '!', '$',
    ]) || written.contains("://")
        || written.contains("www.")
        || written.contains("''")
}

fn check(text: &str, block: &Block) {
    let mut last = 0;
    for (at, letter) in block.text.char_indices() {
        let span = block.map.span(at..at + letter.len_utf8());
        assert!(span.end as usize <= text.len() && span.start <= span.end, "{letter:?} lies in the file");
        assert!(text.get(span.range()).is_some(), "{letter:?} at {span:?} is cut at characters");
        assert!(span.start >= last, "places are in order");
        last = span.start;
    }
    for word in block.text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let at = word.as_ptr() as usize - block.text.as_ptr() as usize;
        let written = &text[block.map.span(at..at + word.len()).range()];
        if !has_marks(written) && !word.contains('\u{fffc}') {
            assert_eq!(folded(written).trim(), word);
        }
    }
    for link in &block.links {
        assert!(!link.range.is_empty() && block.text.get(link.range.clone()).is_some());
    }
    assert!(block.notes.iter().all(|note| block.text.is_char_boundary(note.at)));
    assert_eq!(block.text.trim(), block.text);
    assert!(!block.text.is_empty() && !block.text.contains("  "));
}

fn check_all(text: &str, format: Format) {
    let told = meta(text, format);
    for stated in [&told.date, &told.language, &told.title, &told.url].into_iter().flatten() {
        assert!(text.get(stated.span.range()).is_some());
    }
    assert!(told.flaws.iter().all(|flaw| text.get(flaw.span.range()).is_some()));
    let forms = Abbreviations::new(&["Dr.".to_owned()]);
    let (mut out, mut before) = (Vec::new(), 0);
    blocks(text, format, &mut |block| {
        check(text, block);
        let span = block.map.span(0..block.text.len());
        assert!(span.start >= before, "blocks come in the order of the file");
        before = span.start;
        sentences(&block.text, &forms, &mut out);
        assert!(out.iter().all(|range| block.text.get(range.clone()).is_some()));
    });
}

/// Pieces of drafts, with and without meaning.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "word",
        "Azure",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\r\n\r\n",
        "\t",
        "  ",
        "\u{1f600}",
        "e\u{301}",
        "caf\u{e9}",
        "\u{201c}",
        "\u{201d}",
        "\u{2019}",
        "\u{a0}",
        "\u{ad}",
        "\u{200b}",
        "\u{2011}",
        "\u{feff}",
        "**",
        "*",
        "_",
        "~~",
        "`",
        "```\n",
        "[",
        "]",
        "(u)",
        "[x](http://y.org)",
        "https://z.org/a_b.",
        "www.z.org",
        "<https://z.org>",
        "![a](b)",
        "[^1]",
        "\n[^1]: ",
        "# ",
        "> ",
        "- ",
        "1. ",
        "    ",
        "| a | b |\n|---|---|\n",
        "| ",
        " |",
        "\\",
        "\\*",
        "&amp;",
        "&nbsp;",
        "&#8220;",
        "&copy",
        "&",
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<ul><li>",
        "</ul>",
        "<table><tr><td>",
        "<td>",
        "<th>",
        "</tr>",
        "</table>",
        "<br>",
        "<q>",
        "</q>",
        "<del>",
        "</del>",
        "<code>",
        "</code>",
        "<a href=\"#fn1\">",
        "<a href=x>",
        "</a>",
        "<sup>",
        "</sup>",
        "<li id=fn1>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<nav>",
        "</nav>",
        "<h2>",
        "</h2>",
        "<blockquote lang=id>",
        "</blockquote>",
        "<pre>",
        "</pre>",
        "{/*",
        "*/}",
        "<X a={",
        "}>",
        "import x from 'y'\n",
        "$",
        "$x^2$",
        "$1 ",
        "---\n",
        "+++\n",
        "title: x\n",
        "date = 1\n",
        "===\n",
        "\u{2022} ",
        "\u{2014} ",
        ".",
        ". ",
        "!",
        "\"",
        "'",
        ")",
        "\u{3002}",
        "\u{2028}",
        "\0",
        "\u{1}",
        "\r",
        "<title>",
        "<",
        "<time datetime=1>",
        "<meta name=date content='x'>",
        "<html lang=en>",
        "Dr. ",
        "J. ",
        "<\u{e9}",
        "&#x0;",
        "\u{fffc}",
        "</",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_pieces_of_drafts_keep_their_places(pieces in prop::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        for format in FORMATS {
            check_all(&text, format);
        }
    }

    #[test]
    fn any_text_keeps_its_places(text in any::<String>()) {
        for format in FORMATS {
            check_all(&text, format);
        }
    }
}

#[test]
fn signs_of_a_wiki_between_letters_of_many_bytes() {
    for text in ["\u{1ee79}''\u{ae}", "\u{e9}''\u{e9}''", "\u{1f600}[[\u{ae}]]''"] {
        FORMATS.iter().for_each(|format| check_all(text, *format));
    }
}

/// What has brought parsers down: a thing that opens and never closes, twenty thousand times.
const ENDLESS: [&str; 64] = [
    "> ",
    "- ",
    "*",
    "[",
    "<div>",
    "<a href=x>",
    "x <b ",
    "| a ",
    "={",
    "{/*",
    "$a ",
    "$$a",
    "https://",
    "<!-- ",
    "[^a]",
    "~~a ",
    "`",
    "&amp;",
    "(",
    "<A a={",
    "<blockquote><p>",
    "</p>",
    "www.",
    "<ul><li>",
    "<table><tr><td>",
    "<p><del>",
    "<code>",
    "<q>",
    "<b",
    "&",
    "<sup><a href=#fn1>",
    "<time ",
    "- a\n",
    "1) a\n",
    "a\n",
    ". (",
    "\"a. ",
    "---\n",
    "...)))",
    "<h1 lang=en>",
    "{{",
    "{{ ",
    "{% a",
    "{% comment %}",
    "{{< a >}}",
    "{{< a >}} ",
    "{#",
    "{# ",
    "%% ",
    "<%",
    "<?",
    "[[a]] ",
    "a[1]",
    "]{.a}",
    "{a}`",
    "=== \"a\"\n    ",
    "> [!a]\n",
    "::: a\n",
    "```{note}\n",
    "==a ",
    "''",
    "<ref>",
    "<div hidden>\n\n",
    "<br>A",
];

#[test]
fn deep_and_endless_input_is_read_in_time() {
    let forms = Abbreviations::new(&["Dr.".to_owned()]);
    for start in ENDLESS {
        let text = start.repeat(20_000);
        let begun = std::time::Instant::now();
        for format in FORMATS {
            assert!(meta(&text, format).flaws.len() < 10);
            let mut out = Vec::new();
            blocks(&text, format, &mut |block| sentences(&block.text, &forms, &mut out));
        }
        // Hundreds of times what it takes: this is about the square of the length, not about the machine.
        assert!(begun.elapsed().as_secs() < 60, "{start:?} took {:?}", begun.elapsed());
    }
}
