//! For people: by relation, how often the words are there, the line to paste, and where they stand.

use super::entry::line;
use crate::model::{Detail, UnreadSentence, UnreadWords};
use crate::render::{Sheet, Style, Tone, plain};
use crate::words::Words;

/// Of the words that one entry would read, and of the sentences with them, only so many are shown.
const SHOWN: usize = 3;

/// The page.
#[must_use]
pub fn text(found: &[UnreadWords], words: Words<'_>, style: Style) -> String {
    let wording = words.general();
    let mut sheet = Sheet::new(style);
    if found.is_empty() {
        sheet.paragraph(0, Tone::Plain, &wording.phrase("words-none", &[]));
        return sheet.finish();
    }
    for some in found.chunk_by(|one, two| one.relation == two.relation) {
        sheet.heading(&wording.phrase("words-of", &[("relation", Detail::Relation(some[0].relation))]));
        for one in some {
            add(&mut sheet, one, words);
        }
    }
    sheet.gap();
    sheet.paragraph(0, Tone::Faint, &wording.phrase("words-advice", &[]));
    sheet.finish()
}

fn add(sheet: &mut Sheet, found: &UnreadWords, words: Words<'_>) {
    let mut said: Vec<String> = Vec::new();
    for UnreadSentence { words, .. } in &found.sentences {
        let quoted = format!("“{words}”");
        if !said.contains(&quoted) && said.len() < SHOWN {
            said.push(quoted);
        }
    }
    let details =
        [("count", Detail::Count(found.sentences.len())), ("words", Detail::Text(&said.join(", ")))];
    sheet.gap();
    sheet.paragraph(2, Tone::Plain, &words.general().phrase("words-found", &details));
    // It is to be pasted, so it is not wrapped.
    let line = line(&found.language, &found.entry);
    sheet.line(&format!("      {}", Tone::Strong.paint(&plain::one_line(&line), sheet.style().color)));
    for UnreadSentence { path, at, text, .. } in found.sentences.iter().take(SHOWN) {
        sheet.paragraph(6, Tone::Faint, &format!("{path}:{}: {text}", at.0.line));
    }
}
