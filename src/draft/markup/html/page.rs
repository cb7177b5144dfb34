//! What the tags of a page do to its text: where blocks begin and end, of which kind they are, and what is not read.
//!
//! Also reads the HTML inside Markdown: whole blocks, and single tags in a line.

use std::ops::Range;

use super::element::{Class, Element};
use super::notes::{NoteLink, note_link};
use super::stack::Stack;
use super::tokens::{Sink, Tag, run};
use crate::draft::block::BlockKind;
use crate::draft::writer::{Standing, Writer};

/// The state of the reader between tags.
#[derive(Default)]
pub struct Page {
    /// What blocks are that stand in no element.
    root: Standing,
    open: Stack,
    skip: Option<Skip>,
    row: Option<Row>,
    raised: u32,
    muted: bool,
}

/// An element that is not read, up to its end tag.
struct Skip {
    element: Element,
    depth: u32,
    /// It ends with its block at the latest.
    inline: bool,
}

/// The row that is open.
#[derive(Default)]
struct Row {
    header: bool,
    names: bool,
    values: bool,
}

impl Page {
    /// Reads a page, or a block of HTML in Markdown; `standing` is what is said of blocks in no element of it.
    pub fn block(&mut self, text: &str, at: usize, standing: Standing, writer: &mut Writer) {
        *self = Self { root: standing, ..Self::default() };
        run(text, at, &mut Reading { page: self, writer, inline: false });
        self.skip = None;
        self.flush(writer);
        writer.close_link();
        *self = Self::default();
    }

    /// Reads one tag in a line of Markdown.
    pub fn inline(&mut self, tag: &str, at: usize, writer: &mut Writer) {
        run(tag, at, &mut Reading { page: self, writer, inline: true });
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

    /// Whatever was written is a block.
    fn flush(&mut self, writer: &mut Writer) {
        writer.finish(|| self.standing());
    }

    fn standing(&self) -> Standing {
        let mut standing = self.open.standing(&self.root);
        if let Some(row) = self.row.as_ref().filter(|_| !matches!(standing.kind, BlockKind::Footnote(_))) {
            standing.kind = BlockKind::Row { header: row.header || (row.names && !row.values) };
        }
        standing
    }

    /// Whether the tag was inside something that is not read.
    fn skipped(&mut self, element: Option<Element>, starts: bool) -> bool {
        let Some(skip) = &mut self.skip else { return false };
        let class = element.map(Element::class);
        if element == Some(skip.element) {
            skip.depth = if starts { skip.depth.saturating_add(1) } else { skip.depth - 1 };
            if skip.depth == 0 {
                self.skip = None;
            }
            return true;
        }
        // A paragraph that ends, or an article that begins, ends what somebody forgot to close.
        let ends = if skip.inline {
            class.is_some_and(Class::parts)
        } else {
            starts && class == Some(Class::Article)
        };
        if ends {
            self.skip = None;
        }
        !ends
    }

    fn start(&mut self, tag: &Tag, writer: &mut Writer) {
        let element = Element::of(&tag.name);
        if self.skipped(element, true) {
            return;
        }
        let Some(element) = element else { return };
        match element.class() {
            Class::Hidden => {
                if !matches!(tag.name.as_slice(), b"noscript" | b"script" | b"style" | b"template" | b"svg") {
                    self.part(writer);
                }
                self.skip = Some(Skip { element, depth: 1, inline: false });
            }
            Class::Rule => self.part(writer),
            Class::Table | Class::Heading(_) => {
                self.flush(writer);
                self.row = None;
                self.open.push(element, tag);
            }
            Class::Row => self.start_row(element, tag, writer),
            Class::Cell(names) => self.start_cell(element, names, tag, writer),
            class if class.parts() => {
                self.part(writer);
                self.open.push(element, tag);
            }
            class => self.start_inline(element, class, tag, writer),
        }
    }

    /// The tags that stand in a line of text.
    fn start_inline(&mut self, element: Element, class: Class, tag: &Tag, writer: &mut Writer) {
        match class {
            Class::Struck => {
                // Between blocks it strikes out blocks.
                let top = self.open.innermost();
                let within = matches!(top, Some(Class::Paragraph | Class::Heading(_)));
                self.skip = Some(Skip { element, depth: 1, inline: within || !writer.is_empty() });
            }
            Class::Code => {
                writer.gap(tag.range.clone());
                self.skip = Some(Skip { element, depth: 1, inline: true });
            }
            Class::Break => writer.line(tag.range.clone()),
            Class::Quotation => writer.decoded("\"", tag.range.clone()),
            Class::Raised => self.raised = self.raised.saturating_add(1),
            Class::Anchor => match note_link(tag, self.raised > 0) {
                NoteLink::None => match tag.get("href") {
                    Some((target, _)) => writer.open_link(target.trim()),
                    None => writer.close_link(),
                },
                link => {
                    if let NoteLink::Reference(label) = link {
                        writer.note(label);
                    }
                    writer.close_link();
                    self.skip = Some(Skip { element, depth: 1, inline: true });
                }
            },
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8], range: Range<usize>, writer: &mut Writer) {
        let element = Element::of(name);
        if self.skipped(element, false) {
            return;
        }
        let Some(element) = element else { return };
        match element.class() {
            Class::Quotation => writer.decoded("\"", range),
            Class::Anchor => writer.close_link(),
            Class::Raised => self.raised = self.raised.saturating_sub(1),
            Class::Cell(_) => {
                writer.cell();
                self.open.pop(element);
            }
            Class::Row | Class::Table | Class::Group(_) | Class::Heading(_) => {
                self.flush(writer);
                self.row = None;
                self.open.pop(element);
            }
            class if class.parts() => {
                self.part(writer);
                self.open.pop(element);
            }
            _ => {}
        }
    }

    /// Parts what comes from what was: into blocks, or, within a cell of a table, into lines.
    fn part(&mut self, writer: &mut Writer) {
        self.raised = 0;
        if self.row.is_some() { writer.line_here() } else { self.flush(writer) }
    }

    fn start_row(&mut self, element: Element, tag: &Tag, writer: &mut Writer) {
        self.flush(writer);
        self.open.push(element, tag);
        let header = self.open.in_header();
        self.row = Some(Row { header, ..Row::default() });
    }

    fn start_cell(&mut self, element: Element, names: bool, tag: &Tag, writer: &mut Writer) {
        match &mut self.row {
            None => self.flush(writer),
            Some(row) => {
                writer.cell();
                row.names |= names;
                row.values |= !names;
            }
        }
        self.open.push(element, tag);
    }
}

/// A page that is being read, as the tokens see it.
struct Reading<'p, 'w, 'v> {
    page: &'p mut Page,
    writer: &'w mut Writer<'v>,
    /// Only a tag in a line of Markdown.
    inline: bool,
}

impl Sink for Reading<'_, '_, '_> {
    fn text(&mut self, piece: &str, at: usize) {
        if !self.inline && !self.page.skips() {
            self.writer.verbatim(piece, at);
        }
    }

    fn decoded(&mut self, text: &str, from: Range<usize>) {
        if !self.inline && !self.page.skips() {
            self.writer.decoded(text, from);
        }
    }

    fn start(&mut self, tag: &Tag) {
        if !self.inline
            || Element::of(&tag.name)
                .is_some_and(|element| !element.class().parts() && element.class() != Class::Hidden)
        {
            self.page.start(tag, self.writer);
        }
    }

    fn end(&mut self, name: &[u8], from: Range<usize>) {
        if !self.inline || Element::of(name).is_some_and(|element| !element.class().parts()) {
            self.page.end(name, from, self.writer);
        }
    }
}
