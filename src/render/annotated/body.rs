//! The article as it reads: block by block, sentences that have a note in a mark, and the notes of a block below it, from
//! where the script puts them beside their sentences.

use maud::{Markup, html};

use super::words::{classes, of_remark, signs, titles};
use super::{Shown, note};
use crate::model::{BlockShape, Detail, Note, Piece, PieceSort, ShownBlock};
use crate::render::web::web_address;

/// Lays out the blocks of a draft, one after another.
pub struct Body<'a> {
    shown: Shown<'a>,
    /// The level of the last heading.
    level: u8,
    /// The next heading is the title.
    is_title_next: bool,
}

impl<'a> Body<'a> {
    pub fn new(shown: Shown<'a>) -> Self {
        Self { shown, level: shown.title_level(), is_title_next: shown.draft.title_block.is_some() }
    }

    /// Blocks below each other; the items of a list are in one, and a list in an item is in that item.
    pub fn blocks(&mut self, blocks: &[ShownBlock]) -> Markup {
        let together =
            |one: &ShownBlock, two: &ShownBlock| is_item(one) && is_item(two) && one.quoted == two.quoted;
        html! {
            @for some in blocks.chunk_by(together) {
                @if some.iter().any(is_item) {
                    (self.lists(some, true))
                } @else {
                    @for block in some { (self.block(block)) }
                }
            }
        }
    }

    /// The items of the least depth, each with what is deeper and follows it. Outer lists keep the indent of their depth.
    fn lists(&mut self, blocks: &[ShownBlock], is_outer: bool) -> Markup {
        let depth = blocks.iter().map(|block| block.depth).min().unwrap_or_default();
        let starts = |block: &ShownBlock| begins(block) && block.depth == depth;
        let items: Vec<&[ShownBlock]> = blocks.chunk_by(|_, two| !starts(two)).collect();
        let is_numbered = |item: &&[ShownBlock]| item.first().and_then(number).is_some();
        let class = is_outer.then(|| format!("depth-{}", depth.clamp(1, 6)));
        html! {
            @for list in items.chunk_by(|one, two| is_numbered(one) == is_numbered(two)) {
                @let inside = html! { @for item in list { (self.item(item, depth)) } };
                @if list.first().is_some_and(is_numbered) {
                    ol class=[&class] { (inside) }
                } @else {
                    ul class=[&class] { (inside) }
                }
            }
        }
    }

    /// An item of a list of this depth, with the lists inside it.
    fn item(&mut self, blocks: &[ShownBlock], depth: u8) -> Markup {
        let first = blocks.first().filter(|first| first.depth == depth && begins(first));
        let class = first.is_none().then_some("goes-on");
        html! {
            li value=[first.and_then(number)] class=[class] {
                @for some in blocks.chunk_by(|one, two| (one.depth > depth) == (two.depth > depth)) {
                    @if some.iter().any(|block| block.depth > depth) {
                        (self.lists(some, false))
                    } @else {
                        @for block in some { (self.block(block)) }
                    }
                }
            }
        }
    }

    /// A block and its notes.
    fn block(&mut self, block: &ShownBlock) -> Markup {
        let mut notes: Vec<usize> = block.pieces.iter().filter_map(|piece| piece.note).collect();
        notes.dedup();
        html! {
            div .block .(class(&block.shape)) {
                @if block.quoted { blockquote { (self.text(block)) } } @else { (self.text(block)) }
                @if !notes.is_empty() {
                    div .notes { @for at in notes { (note::of_sentence(self.shown, at, self.level + 1)) } }
                }
            }
        }
    }

    /// The text of a block, in the element that it is.
    fn text(&mut self, block: &ShownBlock) -> Markup {
        let stated = block.language.as_deref().or(Some(self.shown.draft.language.as_str()));
        let language = stated.filter(|language| !language.is_empty());
        let pieces = self.pieces(&block.pieces);
        match &block.shape {
            BlockShape::Heading(level) => {
                let is_title = std::mem::take(&mut self.is_title_next);
                self.level = if is_title { self.shown.title_level() } else { self.next_level(*level) };
                let text = html! { span .text dir="auto" lang=[language] { (pieces) } };
                super::heading(self.level, &text)
            }
            BlockShape::Code => html! { pre .text dir="auto" tabindex="0" { (pieces) } },
            BlockShape::Footnote(label) => html! {
                p .text dir="auto" lang=[language] data-label=(label) { (pieces) }
            },
            _ => html! { p .text dir="auto" lang=[language] { (pieces) } },
        }
    }

    /// The level of a heading that its author gave `level`: below the title, and never more than one below the one before.
    fn next_level(&self, level: u8) -> u8 {
        let below_title = level.saturating_sub(1).max(1) + self.shown.title_level();
        below_title.min(self.level + 1).min(6)
    }

    /// The pieces of a block, those of one sentence in one mark.
    fn pieces(&self, pieces: &[Piece]) -> Markup {
        html! {
            @for sentence in pieces.chunk_by(|one, two| one.note == two.note) {
                @let noted = sentence.first().and_then(|first| first.note);
                @match noted.and_then(|at| Some((at, self.shown.draft.notes.get(at)?))) {
                    Some((at, note)) => (self.mark(at, note, sentence)),
                    None => (linked(sentence, None)),
                }
            }
        }
    }

    /// A sentence that has a note, and the way to it.
    fn mark(&self, at: usize, note: &Note, sentence: &[Piece]) -> Markup {
        let details =
            [("number", Detail::Count(at + 1)), ("titles", Detail::Text(&titles(note, self.shown.say)))];
        let label = self.shown.say.phrase("annotated-note", &details);
        let attention = if note.needs_attention() { "attention" } else { "passes" };
        html! {
            mark .said.(classes(note)).(attention) #(self.shown.mark(at)) {
                (linked(sentence, Some(note)))
                a .sign href={ "#" (self.shown.note(at)) } aria-label=(label) { (signs(note)) (at + 1) }
            }
        }
    }
}

fn is_item(block: &ShownBlock) -> bool {
    matches!(block.shape, BlockShape::Item { .. })
}

fn begins(block: &ShownBlock) -> bool {
    matches!(block.shape, BlockShape::Item { begins: true, .. })
}

fn number(block: &ShownBlock) -> Option<u64> {
    match block.shape {
        BlockShape::Item { number, .. } => number,
        _ => None,
    }
}

fn class(shape: &BlockShape) -> &'static str {
    match shape {
        BlockShape::Heading(_) => "heading",
        BlockShape::Paragraph => "paragraph",
        BlockShape::Item { .. } => "item",
        BlockShape::Row { header: true } => "cells header",
        BlockShape::Row { header: false } => "cells",
        BlockShape::Footnote(_) => "footnote",
        BlockShape::Caption => "caption",
        BlockShape::Code => "code",
    }
}

/// Pieces, each link wrapped once around all its pieces.
fn linked(pieces: &[Piece], note: Option<&Note>) -> Markup {
    html! {
        @for some in pieces.chunk_by(|one, two| one.style.link == two.style.link) {
            @let link = some.first().and_then(|first| first.style.link.as_deref());
            @match link.and_then(web_address) {
                Some(address) => a href=(address) rel="noopener noreferrer" {
                    @for piece in some { (decisive(piece, note)) }
                },
                None => @for piece in some { (decisive(piece, note)) },
            }
        }
    }
}

/// A piece, underlined if it decided.
fn decisive(piece: &Piece, note: Option<&Note>) -> Markup {
    let remark = piece.remark.zip(note).and_then(|(at, note)| note.remarks.get(at));
    html! {
        @match remark {
            Some(remark) => {
                @let quiet = if remark.needs_attention() { "" } else { " quiet" };
                span class={ "words " (of_remark(remark).tone) (quiet) } { (styled(piece)) }
            }
            None => (styled(piece)),
        }
    }
}

fn styled(piece: &Piece) -> Markup {
    let text = match piece.sort {
        PieceSort::Read => visible(&piece.text),
        PieceSort::Unread => html! { code .unread { (visible(&piece.text)) } },
        PieceSort::Mark => html! { sup .mark { (visible(&piece.text)) } },
    };
    let text = if piece.style.is_strong {
        html! { strong { (text) } }
    } else {
        text
    };
    if piece.style.is_emphasized {
        html! { em { (text) } }
    } else {
        text
    }
}

/// Text of the draft, without the characters that no browser shows.
fn visible(text: &str) -> Markup {
    let is_seen = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    html! { (text.chars().filter(is_seen).collect::<String>()) }
}
