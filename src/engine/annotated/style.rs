//! Where in a block words are set in another way: emphasis and links.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::draft::{Block, Emphasis};
use crate::model::TextStyle;
use crate::text::Span;

/// Where each style of `block` begins, in order. `emphasis` is that of the draft, from which what lies before the end of the
/// block is taken.
#[must_use]
pub fn styles_of(block: &Block, emphasis: &mut VecDeque<(Span, Emphasis)>) -> Vec<(usize, TextStyle)> {
    let length = block.text.len();
    let whole = block.map.span(0..length);
    let mut changes: Vec<(usize, StyleChange)> = Vec::new();
    while let Some((span, kind)) = emphasis.pop_front_if(|(span, _)| span.start < whole.end) {
        if span.end > whole.start {
            let range = block.map.text(span, length);
            changes.push((range.start, StyleChange::Emphasis(kind, 1)));
            changes.push((range.end, StyleChange::Emphasis(kind, -1)));
        }
    }
    for link in &block.links {
        changes.push((link.range.start, StyleChange::Link(Some(link.target.as_str().into()))));
        changes.push((link.range.end, StyleChange::Link(None)));
    }
    changes.sort_by_key(|(at, _)| *at);
    let (mut emphasized, mut strong, mut link) = (0, 0, None);
    let mut styles: Vec<(usize, TextStyle)> = Vec::new();
    for (at, change) in changes {
        match change {
            StyleChange::Emphasis(Emphasis::Emphasized, by) => emphasized += by,
            StyleChange::Emphasis(Emphasis::Strong, by) => strong += by,
            StyleChange::Link(target) => link = target,
        }
        let style = TextStyle { is_emphasized: emphasized > 0, is_strong: strong > 0, link: link.clone() };
        match styles.last_mut().filter(|(last, _)| *last == at) {
            Some((_, last)) => *last = style,
            None => styles.push((at, style)),
        }
    }
    styles
}

/// What begins or ends somewhere.
enum StyleChange {
    Emphasis(Emphasis, i32),
    Link(Option<Arc<str>>),
}
