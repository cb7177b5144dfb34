//! HTML by example, well-formed and not.

use crate::draft::markup::{BlockKind, NoteRef};
use crate::draft::markup::{Format, blocks};

fn read(text: &str) -> Vec<(BlockKind, String)> {
    let mut out = Vec::new();
    blocks(text, Format::Html, &mut |block| out.push((block.kind.clone(), block.text.clone())));
    out
}

fn texts(text: &str) -> Vec<String> {
    read(text).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn inline_elements_join_and_blocks_part() {
    let text = "<p>No <b>lon</b>ger\n  the&nbsp;cloud &lt; x<br> next <q>so</q> <code>x</code><p>Second <s>gone</s>end<div>Third</div>";
    assert_eq!(texts(text), ["No longer the cloud < x\nnext \"so\" \u{fffc}", "Second end", "Third"]);
}

#[test]
fn what_nobody_reads_is_skipped() {
    let text = "<head><title>T</title><style>p{}</style></head><nav>Home</nav><header>Top</header><script>if (a<b) {}</script>\
                <template>x</template><pre>code</pre><p>Text<!-- c --></p><del><p>Gone</p></del><p>End";
    assert_eq!(texts(text), ["T", "Top", "Text", "End"]);
    assert_eq!(texts("<nav>Never closed<article>Text</article>"), ["Text"]);
}

#[test]
fn tables_lists_and_captions() {
    let text = "<table><caption>C</caption><thead><tr><th>A<th>B</tr></thead> <tr> <td>1</td> <td><p>x</p><p>y</p></td> </tr></table>\
                <ul><li>one<li>two<ul><li><p>deep</p></ul></ul><figure><img alt=n><figcaption>F</figcaption></figure>";
    let row = |header| BlockKind::Row { header };
    let wanted = [
        (BlockKind::Caption, "C"),
        (row(true), "A | B"),
        (row(false), "1 | x\ny"),
        (BlockKind::Item, "one"),
        (BlockKind::Item, "two"),
        (BlockKind::Item, "deep"),
        (BlockKind::Caption, "F"),
    ];
    assert_eq!(read(text), wanted.map(|(kind, text)| (kind, text.to_owned())));
}

#[test]
fn notes_are_told_by_their_names() {
    let text = "<p>Word<sup id=fnref1><a href=\"#fn1\">1</a></sup>. More.</p><ol><li id=fn1>Note <a href=#fnref1>back</a></ol>";
    let mut notes = Vec::new();
    blocks(text, Format::Html, &mut |block| notes.extend(block.notes.clone()));
    assert_eq!(notes, [NoteRef { at: 4, label: "fn1".to_owned(), is_remark: false }]);
    assert_eq!(read(text)[1], (BlockKind::Footnote("fn1".to_owned()), "Note".to_owned()));
}

#[test]
fn links_languages_and_quotations() {
    let text = "<html lang=en><body><a href='/c'><h3>Card</h3><p>text</p></a><blockquote lang=id><p>Kutipan</blockquote>";
    let mut seen = Vec::new();
    blocks(text, Format::Html, &mut |block| {
        let targets: Vec<String> = block.links.iter().map(|link| link.target.clone()).collect();
        seen.push((
            block.text.clone(),
            targets.join(","),
            block.language.clone().unwrap_or_default(),
            block.quoted,
        ));
    });
    let wanted = [("Card", "/c", "en", false), ("text", "/c", "en", false), ("Kutipan", "", "id", true)];
    assert_eq!(seen, wanted.map(|(a, b, c, d)| (a.to_owned(), b.to_owned(), c.to_owned(), d)));
}

#[test]
fn places_are_exact() {
    let text =
        "<p>\u{1f600} A &amp; B\u{a0}&hellip; &#8220;e\u{301}&#x201D; &copy 2024 &nope; <\u{e9}>\r\n x</p>";
    let pairs = [
        ("A & B", "A &amp; B"),
        ("\u{2026}", "&hellip;"),
        ("\"e\u{301}\"", "&#8220;e\u{301}&#x201D;"),
        ("2024", "2024"),
        ("\u{a9}", "&copy"),
        ("<\u{e9}> x", "<\u{e9}>\r\n x"),
        ("&nope;", "&nope;"),
    ];
    blocks(text, Format::Html, &mut |block| {
        for (words, written) in pairs {
            let at = block.text.find(words).unwrap_or_else(|| panic!("{words} in {}", block.text));
            assert_eq!(&text[block.map.span(at..at + words.len()).range()], written);
        }
    });
}
