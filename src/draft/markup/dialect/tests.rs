//! What is read of each construct, by example, and what holds of any text.

use proptest::prelude::*;

use super::{page, prepared, wikitext};
use crate::draft::markup::{Format, blocks};

fn texts(text: &str, format: Format) -> Vec<String> {
    let mut found = Vec::new();
    blocks(text, format, &mut |block| {
        // Words are where their places say.
        for (at, word) in block.text.split(' ').scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        }) {
            if !word.is_empty()
                && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && !block.text.contains("As of")
            {
                assert_eq!(&text[block.map.span(at..at + word.len()).range()], word, "{text}");
            }
        }
        found.push(block.text.clone());
    });
    found
}

/// Markdown, and the texts of its blocks.
fn reads(text: &str, wanted: &[&str]) {
    assert_eq!(texts(text, Format::Markdown), wanted, "{text}");
}

#[test]
fn bodies_of_admonitions_are_prose() {
    reads(
        "!!! note \"Old *names*\"\n\n    One.\n\n    - two\n\n        three\n\nFour.\n",
        &["Old names", "One.", "two", "three", "Four."],
    );
    reads("!!! note\n    One\n    more.\n\nFour.\n", &["One more.", "Four."]);
    reads(
        "???+ warning \"T\"\n    One.\n\n        code\n\n    ```\n    code\n\n    code\n    ```\n",
        &["T", "One."],
    );
    reads(
        "Zero.\n\n=== \"A\"\n\n    One.\n\n=== \"B\"\n\n    !!! tip inline end \"C\"\n\n        Two.\n",
        &["Zero.", "A", "One.", "B", "C", "Two."],
    );
    reads("- a\n\n    !!! note\n\n        b\n", &["a", "b"]);
    // Code, an underlined heading, a cry.
    reads("Look:\n\n    !!! note\n        One.\n", &["Look:"]);
    reads("```\n!!! note\n    One.\n```\n\nHead\n===\n\n!!! Really?\n\n    code\n", &["Head", "!!! Really?"]);
}

#[test]
fn containers_and_directives_keep_their_titles() {
    reads(
        "::: tip Old names\nOne.\n:::\n\n:::note[A title]\n\nTwo.\n\n:::\n",
        &["Old names", "One.", "A title", "Two."],
    );
    reads(
        "::: {.callout-note title=\"A\"}\nOne.\n:::\n\n:::{math}\nx\n:::\n\nTwo.\n",
        &["A", "One.", "Two."],
    );
    reads(
        "```{note} A title\n:class: dropdown\n\nOne.\n```\n\n```{python}\ncode\n```\n",
        &["A title", "One."],
    );
}

#[test]
fn callouts_have_titles() {
    let quoted = |text: &str| {
        let mut found = Vec::new();
        blocks(text, Format::Markdown, &mut |block| found.push((block.text.clone(), block.quoted)));
        found
    };
    let own = |text: &str| (text.to_owned(), false);
    assert_eq!(
        quoted("> [!note]- A *title*\n> One\n> two.\n>\n> Three.\n"),
        [own("A title"), own("One two."), own("Three.")]
    );
    assert_eq!(quoted("> [!NOTE]\n> One.\n"), [own("One.")]);
    assert_eq!(quoted("> [!quote] A\n> One.\n"), [("A".to_owned(), true), ("One.".to_owned(), true)]);
    assert!(quoted("> [!x](a.png) One.\n")[0].1);
}

#[test]
fn templates_are_passed_over() {
    reads("{% comment %}\nOne.\n\nTwo.\n{% endcomment %}\n{% if a %}Three.{% endif %}\n", &["Three."]);
    reads(
        "{# one\n\ntwo #}\n\n# Head {#name}\n\n{{/* three */}}{{!-- four --}}<%-- five --%>\nSix.\n",
        &["Head", "Six."],
    );
    reads("{{< highlight go >}}\ncode\n{{< /highlight >}}\n{{% tip %}}\n- One.\n{{% /tip %}}\n", &["One."]);
    reads(
        "Of {{ site.name }} and {{< param \"x\" >}}, {{< abbr \"y\" >}}Z{{< /abbr >}}.\n",
        &["Of \u{fffc} and \u{fffc}, Z."],
    );
    reads("[one]({{ site.url }}/a) [two]({% link b.md %}) <?php echo 1 > 0 ?>three\n", &["one two three"]);
    reads("{% unclosed\n\n{{ unclosed\n\n{# unclosed\n", &["{% unclosed", "{{ unclosed", "{# unclosed"]);
    reads(
        "Write `{% comment %}` before and `{% endcomment %}` behind.\n",
        &["Write \u{fffc} before and \u{fffc} behind."],
    );
    reads("```\n{% comment %}\n```\n\nOne.\n\n{% endcomment %}\n", &["One."]);
    assert_eq!(
        texts("<p>{% comment %}one{% endcomment %}two {{ x }} <%= y %> {# z #}three</p>", Format::Html),
        ["two \u{fffc} \u{fffc} three"]
    );
}

#[test]
fn comments_and_tags_of_other_kinds() {
    reads(
        "One %% two %% three. 50%% or 60%%.\n\n%%\nfour\n\nfive\n%%\n\nsix\n",
        &["One three. 50%% or 60%%.", "six"],
    );
    reads(
        "{/* note */}Text <Tag a={{b: 1}}>in</Tag>.\n\nimport X from 'y'\n\nimport duties rose.\n",
        &["Text in.", "import duties rose."],
    );
    reads(
        "Before.\n\n<div hidden>\n\nOne.\n\n<div>x</div>\n\nTwo.\n\n</div>\n\nBehind <span style=\"display: none\">a *b*</span> it.\n",
        &["Before.", "Behind it."],
    );
}

#[test]
fn marks_within_a_phrase() {
    reads("[[One]] and [[a/b|Two]] and [[C#d]] ![[e.png]].\n", &["One and Two and C ."]);
    reads("[[1]](http://a.org) a [[2]][x]\n\n[x]: http://b.org\n", &["[1] a [2]"]);
    reads("The ==*chief* officer== of a == b, x==y==z.\n", &["The chief officer of a == b, x==y==z."]);
    reads(
        "An [officer]{.a b=\"c\"}, {term}`boss`, {ref}`words <target>`, {math}`x`.\n\n{: .note}\n",
        &["An officer, boss, words, \u{fffc}."],
    );
    reads("Officer[6] of it.[a][nb 2] Not [7], b [8](x), c[9](y).\n", &["Officer of it. Not [7], b 8, c."]);
    reads(
        "`Azure Cloud 4` and `x.y()`, `true`, `Foo.bar()`.\n",
        &["Azure Cloud 4 and \u{fffc}, \u{fffc}, \u{fffc}."],
    );
}

#[test]
fn the_source_of_a_wiki() {
    let text = "{{Short description|Firm}}\n'''One''' is [[a|two]] {{nowrap|three}}.{{sfn|x}}<ref name=a>No.</ref> [[File:x.png|thumb|no]]{{As of|2023|3}}, it is {{x|{{y}}}} four.\n\n== Head ==\nWords and words and words.\n";
    assert_eq!(
        texts(text, Format::Plain),
        ["One is two three. As of Mar 2023, it is \u{fffc} four.", "Head", "Words and words and words."]
    );
}

proptest! {
    #[test]
    fn every_byte_stays_in_its_place(parts in proptest::collection::vec(proptest::sample::select(vec![
        "{% comment %}", "{% endcomment %}", "{{", "}}", "{#", "#}", "{/*", "*/}", "{{< a >}}", "{{< /a >}}", "%%", "!!! note", "=== \"T\"",
        "> [!note]", "```", "```{note}", ":::", "[[", "]]", "|", "]{.a}", "{a}`", "`", "\n", "\n\n", "    ", "- ", "> ", "\u{e9}", "a", " ", "<A b={",
        "<%", "%>", "<?", "?>", "<!--", "-->", "''", "<ref>", "</ref>", "==", "](", ")", "\\", "{{As of|2023|3}}", "\r\n",
    ]), 0..30)) {
        let text = parts.concat();
        for prepared in [prepared(&text), page(&text), wikitext(&text)] {
            prop_assert_eq!(prepared.len(), text.len());
            for (one, two) in prepared.bytes().zip(text.bytes()) {
                prop_assert_eq!(one == b'\n', two == b'\n');
            }
        }
        for format in [Format::Markdown, Format::Html, Format::Plain] {
            blocks(&text, format, &mut |block| {
                for (at, letter) in block.text.char_indices() {
                    let span = block.map.span(at..at + letter.len_utf8());
                    assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
                }
            });
        }
    }
}
