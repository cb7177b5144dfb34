//! Markdown: the events of the CommonMark parser, one after another, to blocks.
//!
//! Holds no tree and no list of events. HTML inside Markdown is handed to the reader of HTML, with its places.

mod html;

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::block::{Block, BlockKind};
use super::block::{BlockBuilder, BlockProperties};
use super::dialect::{self, QUOTED_TITLE, TITLE};
use super::html::PageReader;

/// Which Markdown it is. `{#id}` after a heading is a mark, not a word.
pub const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// Reads the draft that begins at byte `body` of `text`.
pub fn read(text: &str, body: usize, visit: &mut dyn FnMut(&Block)) {
    let source = dialect::prepared(text.get(body..).unwrap_or_default());
    let mut reader = MarkdownReader::new(&source, body, visit);
    for (event, range) in Parser::new_ext(&source, OPTIONS).into_offset_iter() {
        reader.event(event, range);
    }
    reader.flush();
}

struct MarkdownReader<'t, 'v> {
    source: &'t str,
    /// Where `source` begins in the file.
    base: usize,
    builder: BlockBuilder<'v>,
    page: PageReader,
    /// The enclosing block quotations; a note or warning in their form is not a quotation.
    quotes: Vec<bool>,
    quoted: usize,
    /// The enclosing lists and items; the head of an admonition is not one, though it looks like one.
    lists: Vec<bool>,
    listed: u8,
    items: Vec<bool>,
    in_item: usize,
    /// A title is being read, which ends with its line.
    in_title: bool,
    /// What is said about a picture is being read.
    in_image: bool,
    footnote: Option<String>,
    heading: Option<u8>,
    row: Option<bool>,
    /// The part of a definition list that is open.
    part: Option<BlockKind>,
    /// How many open things are not read: pictures, code blocks, what is struck out.
    skipped: usize,
    /// For each open pair of tildes, whether it strikes text out.
    struck: Vec<bool>,
    /// The paragraph is code.
    code: bool,
    /// The pieces of the HTML block that is open.
    html: Vec<Range<usize>>,
    /// The element of HTML that is not shown and was opened in a block before, and how many of its name are open.
    hidden: Option<(Vec<u8>, usize)>,
}

impl<'t, 'v> MarkdownReader<'t, 'v> {
    fn new(source: &'t str, base: usize, visit: &'v mut dyn FnMut(&Block)) -> Self {
        Self {
            source,
            base,
            builder: BlockBuilder::new(visit),
            page: PageReader::default(),
            quotes: Vec::new(),
            quoted: 0,
            lists: Vec::new(),
            listed: 0,
            items: Vec::new(),
            in_item: 0,
            in_title: false,
            in_image: false,
            footnote: None,
            heading: None,
            row: None,
            part: None,
            skipped: 0,
            struck: Vec::new(),
            code: false,
            html: Vec::new(),
            hidden: None,
        }
    }

    fn event(&mut self, event: Event<'t>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Html(_) => self.html.push(range),
            Event::Rule => self.flush(),
            Event::TaskListMarker(_) => {}
            Event::InlineHtml(_) if self.skipped == 0 && !self.code => self.inline_html(range),
            _ if self.skipped > 0 || self.code || self.page.skips() => {}
            Event::Text(text) => self.text(&text, range),
            Event::Code(code) => self.code(&code, range),
            Event::InlineMath(_) | Event::DisplayMath(_) => self.builder.gap(self.place(&range)),
            Event::FootnoteReference(label) => self.builder.note(&label),
            Event::SoftBreak | Event::HardBreak if self.in_title => self.flush(),
            Event::SoftBreak => self.builder.decoded(" ", self.place(&range)),
            Event::HardBreak => self.builder.line(self.place(&range)),
            Event::InlineHtml(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'t>, range: Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Superscript | Tag::Subscript => {}
            Tag::TableCell => self.builder.open_cell(false, 1, 1),
            Tag::Strikethrough => self.strike(&range),
            Tag::Image { .. } => self.image(),
            Tag::Link { .. } if self.skipped > 0 => {}
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url, range),
            _ => {
                self.flush();
                self.start_block(tag, &range);
            }
        }
    }

    /// What is said about a picture is read where the picture begins a paragraph; within a line it is an aside.
    fn image(&mut self) {
        let is_read = self.skipped == 0 && !self.code && !self.page.skips();
        if is_read && self.builder.is_empty() && self.heading.is_none() && self.row.is_none() {
            self.in_image = true;
        } else {
            self.skipped += 1;
        }
    }

    /// Two tildes strike text out; a single one means "about" ("~27 %").
    fn strike(&mut self, range: &Range<usize>) {
        let struck = self.source.get(range.clone()).is_some_and(|text| text.starts_with("~~"));
        self.struck.push(struck);
        if struck {
            self.skipped += 1;
        } else if self.skipped == 0 {
            self.builder.decoded("~", self.place(&(range.start..range.start + 1)));
        }
    }

    fn end_strike(&mut self, range: &Range<usize>) {
        if self.struck.pop().unwrap_or(true) {
            self.skipped = self.skipped.saturating_sub(1);
        } else if self.skipped == 0 {
            self.builder.decoded("~", self.place(&(range.end.saturating_sub(1)..range.end)));
        }
    }

    fn start_block(&mut self, tag: Tag<'t>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => self.code = self.source.get(range.clone()).is_some_and(is_code),
            Tag::Heading { level, .. } => self.heading = Some(level as u8),
            Tag::BlockQuote(_) => {
                let quotes = !self.starts_with(range, TITLE);
                self.quotes.push(quotes);
                self.quoted += usize::from(quotes);
            }
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => self.skipped += 1,
            Tag::HtmlBlock => self.html.clear(),
            Tag::List(_) => {
                let is_list = !self.source.get(range.clone()).is_some_and(dialect::is_admonition);
                self.lists.push(is_list);
                self.listed = self.listed.saturating_add(u8::from(is_list));
            }
            Tag::Item => {
                let is_item = !self.source.get(range.clone()).is_some_and(dialect::is_admonition);
                self.items.push(is_item);
                self.in_item += usize::from(is_item);
            }
            Tag::FootnoteDefinition(label) => self.footnote = Some(label.to_string()),
            Tag::DefinitionListTitle => self.part = Some(BlockKind::Term),
            Tag::DefinitionListDefinition => self.part = Some(BlockKind::Definition),
            Tag::Table(_) => self.builder.table(),
            Tag::TableHead => self.row = Some(true),
            Tag::TableRow => self.row = Some(false),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Strikethrough => self.end_strike(&range),
            TagEnd::Image if self.in_image => self.flush(),
            TagEnd::Image => self.skipped = self.skipped.saturating_sub(1),
            TagEnd::Link => self.end_link(),
            TagEnd::TableCell => self.builder.cell(),
            TagEnd::HtmlBlock => self.html_block(&range),
            _ => {
                self.flush();
                self.end_block(tag);
            }
        }
    }

    fn end_block(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.code = false,
            TagEnd::Heading(_) => self.heading = None,
            TagEnd::BlockQuote(_) => {
                let real = self.quotes.pop().unwrap_or(false);
                self.quoted = self.quoted.saturating_sub(usize::from(real));
            }
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => self.skipped = self.skipped.saturating_sub(1),
            TagEnd::List(_) => {
                let is_list = self.lists.pop().unwrap_or(false);
                self.listed = self.listed.saturating_sub(u8::from(is_list));
            }
            TagEnd::Item => {
                let is_item = self.items.pop().unwrap_or(false);
                self.in_item = self.in_item.saturating_sub(usize::from(is_item));
            }
            TagEnd::FootnoteDefinition => self.footnote = None,
            TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition => self.part = None,
            TagEnd::TableHead | TagEnd::TableRow => self.row = None,
            _ => {}
        }
    }

    fn link(&mut self, kind: LinkType, target: &str, range: Range<usize>) {
        match kind {
            // The text is only an address.
            LinkType::Autolink | LinkType::Email => {
                let place = self.place(&range);
                self.builder.open_link(target);
                if !self.page.skips() {
                    self.builder.gap(place);
                }
                self.builder.close_link();
                self.page.mute(true);
            }
            _ => match self.mark_in(&range) {
                Some(label) => {
                    self.builder.mark(label, target);
                    self.page.mute(true);
                }
                None => self.builder.open_link(target),
            },
        }
    }

    /// The number of a note, if that is all of a link that is right after a word: `word[3](address)`.
    fn mark_in(&self, link: &Range<usize>) -> Option<&'t str> {
        let source: &'t str = self.source;
        let label = source.get(link.clone())?.strip_prefix('[')?.split(']').next()?;
        let is_behind_word = source.get(..link.start)?.ends_with(|letter: char| {
            letter.is_alphanumeric()
                || matches!(letter, '.' | ',' | ';' | ':' | '!' | '?' | '"' | ')' | ']' | '*' | '_')
        });
        let is_number = (1..=3).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_digit());
        (is_behind_word && is_number).then_some(label)
    }

    fn end_link(&mut self) {
        self.page.mute(false);
        if self.skipped == 0 {
            self.builder.close_link();
        }
    }

    /// Whether a sign is first in a quotation, after the marks of the quotation.
    fn starts_with(&self, range: &Range<usize>, sign: char) -> bool {
        /// At most this many bytes of marks precede it.
        const MARKS: usize = 40;
        let words = self.source.as_bytes().get(range.start..range.end.min(range.start + MARKS));
        let first = words.unwrap_or_default().iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'>'));
        first.copied().map(char::from) == Some(sign)
    }

    /// A name set as code is read, other code is not.
    fn code(&mut self, code: &str, range: Range<usize>) {
        let written = self.source.get(range.clone()).unwrap_or_default();
        match written.find(code).filter(|_| is_name(code)) {
            Some(at) => self.builder.verbatim(code, self.base + range.start + at),
            None => self.builder.gap(self.place(&range)),
        }
    }

    fn text(&mut self, text: &CowStr<'t>, range: Range<usize>) {
        self.in_title |= text.starts_with([TITLE, QUOTED_TITLE]);
        // Mostly the event is a piece of the source, and where it begins says which.
        if let CowStr::Borrowed(piece) = text {
            let at = (piece.as_ptr() as usize).wrapping_sub(self.source.as_ptr() as usize);
            if at.checked_add(piece.len()).is_some_and(|end| end <= self.source.len()) {
                self.builder.verbatim(piece, self.base + at);
                return;
            }
        }
        self.builder.decoded(text, self.place(&range));
    }

    fn place(&self, range: &Range<usize>) -> Range<usize> {
        self.base + range.start..self.base + range.end
    }

    fn properties(&self) -> BlockProperties {
        let kind = match (&self.footnote, self.heading, self.row) {
            (Some(label), ..) => BlockKind::Footnote(label.clone()),
            (None, Some(level), _) => BlockKind::Heading(level),
            (None, None, Some(header)) => BlockKind::Row { header },
            _ if self.in_image => BlockKind::Caption,
            _ if self.in_item > 0 => BlockKind::Item,
            _ => self.part.clone().unwrap_or(BlockKind::Paragraph),
        };
        BlockProperties { kind, quoted: self.quoted > 0, depth: self.listed, language: None }
    }

    /// Ends the block, if anything was written.
    fn flush(&mut self) {
        self.in_title = false;
        self.page.end_inline();
        if !self.builder.is_empty() {
            let properties = self.properties();
            self.builder.finish(|| properties);
        } else {
            self.builder.finish(BlockProperties::default);
        }
        self.in_image = false;
    }
}

/// Whether text set as code is a name rather than code: a few words with capital letters or digits, or a single word, as
/// programs are named (`curl`).
pub fn is_name(code: &str) -> bool {
    /// Constants of many programming languages.
    const CONSTANTS: [&str; 7] = ["true", "false", "null", "nil", "none", "undefined", "NaN"];
    /// The most words in a name.
    const WORDS: usize = 4;
    let mut words = code.split(' ');
    let is_word = |word: &str| {
        word.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
            && word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '.' | '\''))
            && !word.ends_with('.')
    };
    let is_program = code.len() > 1
        && !CONSTANTS.contains(&code)
        && code.starts_with(char::is_alphabetic)
        && code.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '+'));
    is_program
        || code.starts_with(char::is_uppercase)
            && words.by_ref().take(WORDS).all(is_word)
            && words.next().is_none()
}

/// Paragraphs are looked at closely only if they begin as code does.
fn is_code(paragraph: &str) -> bool {
    (paragraph.starts_with("import ") || paragraph.starts_with("export "))
        && dialect::is_module_code(paragraph)
}

#[cfg(test)]
mod tests;
