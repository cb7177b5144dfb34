//! Plain text: its lines to blocks, by the conventions of writing without markup.
//!
//! Blank lines separate blocks. Lines that were wrapped at a width are joined, and nothing else is: where every
//! paragraph is one long line, each line is a block. Bullets make items, `>` makes quotations, and a short line over
//! longer text a heading.

mod line;
mod wiki;

use std::ops::Range;

use super::block::{Block, BlockKind};
use super::block::{BlockBuilder, BlockProperties};
use super::dialect;
use line::{LineStart, PlainLine};

/// The longest line that counts as wrapped, in characters: a little more than usual widths.
const WIDEST: usize = 110;

/// The narrowest usual width for wrapping.
const NARROWEST: usize = 40;

/// A heading is shorter than this, in characters.
const HEADING: usize = 90;

/// Reads the draft that begins at byte `body` of `text`.
pub fn read(text: &str, body: usize, visit: &mut dyn FnMut(&Block)) {
    let prepared = dialect::wikitext(text);
    let text = &*prepared;
    let mut reader = PlainReader {
        text,
        builder: BlockBuilder::new(visit),
        group: Vec::new(),
        held: None,
        indents: Vec::new(),
        has_no_more_tables: false,
    };
    let mut at = body;
    while let Some(line) = PlainLine::read(text, at) {
        if let Some(next) = reader.wiki(at) {
            at = next;
            continue;
        }
        at = line.next;
        reader.line(line);
    }
    reader.paragraph();
    reader.release(None);
}

struct PlainReader<'t, 'v> {
    text: &'t str,
    builder: BlockBuilder<'v>,
    /// The lines since the last blank one.
    group: Vec<PlainLine>,
    /// A block that may turn out to be a heading.
    held: Option<PendingBlock>,
    /// How far the items around are indented.
    indents: Vec<usize>,
    /// No table of a wiki ends behind here.
    has_no_more_tables: bool,
}

/// A block, as lines.
#[derive(Debug, Clone)]
struct PendingBlock {
    lines: Vec<Range<usize>>,
    properties: BlockProperties,
    characters: usize,
}

impl PlainReader<'_, '_> {
    fn line(&mut self, line: PlainLine) {
        let parted = match line.mark {
            LineStart::Blank | LineStart::Rule => true,
            _ => self.group.last().is_some_and(|last| last.quoted != line.quoted),
        };
        if parted {
            self.paragraph();
        }
        if !matches!(line.mark, LineStart::Blank | LineStart::Rule) {
            self.group.push(line);
        }
    }

    /// The lines up to here belong together: cuts them into blocks.
    fn paragraph(&mut self) {
        let group = std::mem::take(&mut self.group);
        let widest = group.iter().map(|line| line.characters).max().unwrap_or(0);
        let width = (NARROWEST..=WIDEST).contains(&widest).then_some(widest);
        let mut from = 0;
        while from < group.len() {
            let rest = group.get(from..).unwrap_or_default();
            let joined = rest
                .windows(2)
                .take_while(|pair| matches!(pair, [one, two] if self.joins(rest, one, two, width)));
            let length = 1 + joined.count();
            self.piece(rest.get(..length).unwrap_or_default());
            from += length;
        }
        // The memory of the group is reused.
        self.group = group;
        self.group.clear();
    }

    /// Whether the second of two lines goes on where the first one ends.
    fn joins(&self, piece: &[PlainLine], one: &PlainLine, two: &PlainLine, width: Option<usize>) -> bool {
        let words = two.words(self.text);
        if matches!(two.mark, LineStart::Item) {
            return false;
        }
        let in_item = piece
            .first()
            .is_some_and(|first| matches!(first.mark, LineStart::Item) && two.indent > first.indent);
        // The source under a paragraph, and who said what is quoted above.
        let source = words.starts_with('(') && words.ends_with([')', '.']) || words.starts_with("\u{2014} ");
        let goes_on = words.starts_with(char::is_lowercase)
            && !one.words(self.text).ends_with(['.', '!', '?', ':', ';']);
        let first_word = words.split(' ').next().map_or(0, |word| word.chars().count());
        let wrapped = width.is_some_and(|width| one.characters + 1 + first_word > width);
        in_item || source || goes_on || wrapped
    }

    /// A block is found.
    fn piece(&mut self, lines: &[PlainLine]) {
        let Some(first) = lines.first() else { return };
        let mut properties = BlockProperties { quoted: first.quoted, ..BlockProperties::default() };
        if matches!(first.mark, LineStart::Item) {
            self.indents.retain(|indent| *indent < first.indent);
            self.indents.push(first.indent);
            properties.kind = BlockKind::Item;
            properties.depth = u8::try_from(self.indents.len()).unwrap_or(u8::MAX);
        } else {
            self.indents.clear();
        }
        let characters = lines.iter().map(|line| line.characters).sum();
        // A line that introduces what follows counts as the text that follows.
        let introduces = lines.last().is_some_and(|last| last.words(self.text).ends_with(':'));
        self.release(Some(if introduces { usize::MAX } else { characters }));
        let could_head = lines.len() == 1
            && properties.kind == BlockKind::Paragraph
            && first.could_head(self.text, HEADING);
        if could_head {
            let lines = lines.iter().map(|line| line.words.clone()).collect();
            self.held = Some(PendingBlock { lines, properties, characters });
        } else {
            self.write(lines.iter().map(|line| line.words.clone()), properties);
        }
    }

    /// Writes the block that was held back: a heading, if more text follows than it has itself.
    fn release(&mut self, next: Option<usize>) {
        if let Some(mut held) = self.held.take() {
            if next.is_some_and(|next| next > held.characters) {
                held.properties.kind = BlockKind::Heading(2);
            }
            self.write(held.lines.iter().cloned(), held.properties);
        }
    }

    fn write(&mut self, lines: impl Iterator<Item = Range<usize>>, properties: BlockProperties) {
        let mut end = None;
        for words in lines {
            if let Some(end) = end {
                self.builder.decoded(" ", end..words.start);
            }
            self.builder.verbatim(self.text.get(words.clone()).unwrap_or_default(), words.start);
            end = Some(words.end);
        }
        self.builder.finish(|| properties);
    }
}

#[cfg(test)]
mod tests;
