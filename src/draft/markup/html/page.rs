//! What the tags of a page do to its text: where blocks begin and end, of which kind they are, and what is not read.
//!
//! Also reads the HTML inside Markdown: whole blocks, and single tags in a line.

use std::ops::Range;

use super::element::{ElementClass, HtmlElement};
use super::notes::{NoteLink, note_link};
use super::stack::Stack;
use super::tokens::{HtmlSink, Tag, run};
use crate::draft::markup::block::BlockKind;
use crate::draft::markup::block::{BlockBuilder, BlockProperties};

/// The state of the reader between tags.
#[derive(Default)]
pub struct PageReader {
    /// The kind of blocks that are in no element.
    root: BlockProperties,
    open: Stack,
    skip: Option<Skip>,
    row: Option<OpenRow>,
    raised: u32,
    muted: bool,
}

/// An element that is not read, up to its end tag.
struct Skip {
    name: Vec<u8>,
    depth: u32,
    /// Present but not shown; its content may continue in the next block of Markdown.
    hidden: bool,
    /// It ends with its block at the latest.
    inline: bool,
}

/// The row that is open.
#[derive(Default)]
struct OpenRow {
    header: bool,
    names: bool,
    values: bool,
}

impl PageReader {
    /// Reads a page, or a block of HTML in Markdown; `properties` is what is said about blocks in no element of it.
    /// Gives the name of an element that is not shown and was not closed.
    pub fn block(
        &mut self,
        text: &str,
        at: usize,
        properties: BlockProperties,
        builder: &mut BlockBuilder,
    ) -> Option<Vec<u8>> {
        *self = Self { root: properties, ..Self::default() };
        run(text, at, &mut TagHandler { page: self, builder, inline: false });
        let hidden = self.skip.take().filter(|skip| skip.hidden).map(|skip| skip.name);
        self.flush(builder);
        builder.close_link();
        *self = Self::default();
        hidden
    }

    /// Reads one tag in a line of Markdown.
    pub fn inline(&mut self, tag: &str, at: usize, builder: &mut BlockBuilder) {
        run(tag, at, &mut TagHandler { page: self, builder, inline: true });
    }

    /// A line of Markdown is over: what its tags opened ends.
    pub fn end_inline(&mut self) {
        self.skip = None;
        self.raised = 0;
    }

    /// Whether text is not read here.
    pub fn skips(&self) -> bool {
        self.skip.is_some() || self.muted
    }

    /// Reads nothing more, or reads again.
    pub fn mute(&mut self, muted: bool) {
        self.muted = muted;
    }

    /// Ends the block, if anything was written.
    fn flush(&mut self, builder: &mut BlockBuilder) {
        builder.finish(|| self.properties());
    }

    fn properties(&self) -> BlockProperties {
        let mut properties = self.open.properties(&self.root);
        if let Some(row) = self.row.as_ref().filter(|_| !matches!(properties.kind, BlockKind::Footnote(_))) {
            properties.kind = BlockKind::Row { header: row.header || (row.names && !row.values) };
        }
        properties
    }

    /// Whether the tag was inside something that is not read.
    fn skipped(&mut self, name: &[u8], element: Option<HtmlElement>, starts: bool) -> bool {
        let Some(skip) = &mut self.skip else { return false };
        let class = element.map(HtmlElement::class);
        if name == skip.name {
            skip.depth = if starts { skip.depth.saturating_add(1) } else { skip.depth - 1 };
            if skip.depth == 0 {
                self.skip = None;
            }
            return true;
        }
        // The end of a paragraph, or the beginning of an article, closes what was left open.
        let ends = if skip.inline {
            class.is_some_and(ElementClass::parts)
        } else {
            starts && class == Some(ElementClass::Article)
        };
        if ends {
            self.skip = None;
        }
        !ends
    }

    /// What follows is not read, up to the end of the element.
    fn skip(&mut self, tag: &Tag, inline: bool, hidden: bool) {
        self.skip = Some(Skip { name: tag.name.clone(), depth: 1, hidden, inline });
    }

    fn start(&mut self, tag: &Tag, builder: &mut BlockBuilder) {
        let element = HtmlElement::of(&tag.name);
        if self.skipped(&tag.name, element, true) {
            return;
        }
        if is_hidden(tag) {
            let parts = element.is_some_and(|element| element.class().parts());
            if parts {
                self.part(builder);
            }
            self.skip(tag, !parts, true);
            return;
        }
        if tag.name == b"img" {
            self.image(tag, builder);
        }
        let Some(element) = element else { return };
        match element.class() {
            ElementClass::Hidden => {
                if !matches!(tag.name.as_slice(), b"noscript" | b"script" | b"style" | b"template" | b"svg") {
                    self.part(builder);
                }
                self.skip(tag, false, false);
            }
            ElementClass::Rule => self.part(builder),
            ElementClass::Table | ElementClass::Heading(_) => {
                self.flush(builder);
                self.row = None;
                self.open.push(element, tag);
                if element.class() == ElementClass::Table {
                    builder.table();
                }
            }
            ElementClass::Row => self.start_row(element, tag, builder),
            ElementClass::Cell(names) => self.start_cell(element, names, tag, builder),
            class if class.parts() => {
                self.part(builder);
                self.open.push(element, tag);
            }
            class => self.start_inline(class, tag, builder),
        }
    }

    /// The description of a picture that is in no line of text, if it is more than a name.
    fn image(&mut self, tag: &Tag, builder: &mut BlockBuilder) {
        let Some((words, range)) = tag.get("alt") else { return };
        if builder.is_empty() && self.row.is_none() && words.split_whitespace().count() >= STATEMENT {
            if range.len() == words.len() {
                builder.verbatim(words, range.start);
            } else {
                builder.decoded(words, range);
            }
            builder.finish(|| BlockProperties { kind: BlockKind::Caption, ..self.properties() });
        }
    }

    /// The tags that are in a line of text.
    fn start_inline(&mut self, class: ElementClass, tag: &Tag, builder: &mut BlockBuilder) {
        match class {
            ElementClass::Struck => {
                // Between blocks it strikes out blocks.
                let top = self.open.innermost();
                let within = matches!(top, Some(ElementClass::Paragraph | ElementClass::Heading(_)));
                self.skip(tag, within || !builder.is_empty(), false);
            }
            ElementClass::Code => {
                builder.gap(tag.range.clone());
                self.skip(tag, true, false);
            }
            ElementClass::Break => builder.line(tag.range.clone()),
            ElementClass::Quotation => builder.decoded("\"", tag.range.clone()),
            ElementClass::Raised => self.raised = self.raised.saturating_add(1),
            ElementClass::Anchor => match note_link(tag, self.raised > 0) {
                NoteLink::None => match tag.get("href") {
                    Some((target, _)) => builder.open_link(target.trim()),
                    None => builder.close_link(),
                },
                link => {
                    if let NoteLink::Reference(label) = link {
                        builder.note(label);
                    }
                    builder.close_link();
                    self.skip(tag, true, false);
                }
            },
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8], range: Range<usize>, builder: &mut BlockBuilder) {
        let element = HtmlElement::of(name);
        if self.skipped(name, element, false) {
            return;
        }
        let Some(element) = element else { return };
        match element.class() {
            ElementClass::Quotation => builder.decoded("\"", range),
            ElementClass::Anchor => builder.close_link(),
            ElementClass::Raised => self.raised = self.raised.saturating_sub(1),
            ElementClass::Cell(_) => {
                builder.cell();
                self.open.pop(element);
            }
            ElementClass::Row | ElementClass::Table | ElementClass::Group(_) | ElementClass::Heading(_) => {
                self.flush(builder);
                self.row = None;
                self.open.pop(element);
            }
            class if class.parts() => {
                self.part(builder);
                self.open.pop(element);
            }
            _ => {}
        }
    }

    /// Separates what follows from what came before: into blocks or, within a cell of a table, into lines.
    fn part(&mut self, builder: &mut BlockBuilder) {
        self.raised = 0;
        if self.row.is_some() { builder.line_here() } else { self.flush(builder) }
    }

    fn start_row(&mut self, element: HtmlElement, tag: &Tag, builder: &mut BlockBuilder) {
        self.flush(builder);
        self.open.push(element, tag);
        let header = self.open.in_header();
        self.row = Some(OpenRow { header, ..OpenRow::default() });
    }

    fn start_cell(&mut self, element: HtmlElement, names: bool, tag: &Tag, builder: &mut BlockBuilder) {
        match &mut self.row {
            None => self.flush(builder),
            Some(row) => {
                builder.cell();
                builder.open_cell(names, extent(tag, "colspan"), extent(tag, "rowspan"));
                row.names |= names;
                row.values |= !names;
            }
        }
        self.open.push(element, tag);
    }
}

/// How many columns or rows a cell goes over.
fn extent(tag: &Tag, attribute: &str) -> u16 {
    tag.get(attribute).and_then(|(written, _)| written.trim().parse().ok()).unwrap_or(1)
}

/// Text with fewer words than this says nothing.
const STATEMENT: usize = 3;

/// Void elements.
const VOID: [&[u8]; 14] = [
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param",
    b"source", b"track", b"wbr",
];

/// Whether an element is there and not shown.
fn is_hidden(tag: &Tag) -> bool {
    let by_style = |style: &str| {
        let plain: String =
            style.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase();
        plain.contains("display:none") || plain.contains("visibility:hidden")
    };
    (tag.get("hidden").is_some() || tag.get("style").is_some_and(|(style, _)| by_style(style)))
        && !VOID.contains(&tag.name.as_slice())
}

/// A page that is being read, as the tokens see it.
struct TagHandler<'p, 'w, 'v> {
    page: &'p mut PageReader,
    builder: &'w mut BlockBuilder<'v>,
    /// Whether it is only a tag in a line of Markdown.
    inline: bool,
}

impl HtmlSink for TagHandler<'_, '_, '_> {
    fn text(&mut self, piece: &str, at: usize) {
        if !self.inline && !self.page.skips() {
            self.builder.verbatim(piece, at);
        }
    }

    fn decoded(&mut self, text: &str, from: Range<usize>) {
        if !self.inline && !self.page.skips() {
            self.builder.decoded(text, from);
        }
    }

    fn start(&mut self, tag: &Tag) {
        if !self.inline
            || HtmlElement::of(&tag.name)
                .is_some_and(|element| !element.class().parts() && element.class() != ElementClass::Hidden)
            || is_hidden(tag)
        {
            self.page.start(tag, self.builder);
        }
    }

    fn end(&mut self, name: &[u8], from: Range<usize>) {
        let ends_skip = self.page.skip.as_ref().is_some_and(|skip| skip.name == name);
        if !self.inline || ends_skip || HtmlElement::of(name).is_some_and(|element| !element.class().parts())
        {
            self.page.end(name, from, self.builder);
        }
    }
}
