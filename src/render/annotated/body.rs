//! The article as it reads: block by block, sentences that have a note in a mark, and the notes of a block beside it.

use std::io::{self, Write};

use super::Shown;
use super::note;
use super::words::{classes, signs, titles};
use crate::model::{Piece, PieceSort, Shape, ShownBlock};
use crate::render::web::escaped;

/// Writes the blocks of a draft with their notes. Blocks of which nothing is said stand below one of which something is,
/// beside its notes, so that long notes leave no hole in the text; what heads others stays with what follows it.
pub fn write(shown: Shown<'_>, out: &mut dyn Write) -> io::Result<()> {
    let begins = |block: &ShownBlock| {
        is_noted(block) || matches!(block.shape, Shape::Heading(_) | Shape::Row { header: true })
    };
    shown.draft.blocks.chunk_by(|_, next| !begins(next)).try_for_each(|blocks| row(shown, blocks, out))
}

fn is_noted(block: &ShownBlock) -> bool {
    block.pieces.iter().any(|piece| piece.note.is_some())
}

/// A block, its notes beside it, and what else stands there.
fn row(shown: Shown<'_>, all: &[ShownBlock], out: &mut dyn Write) -> io::Result<()> {
    let Some((first, rest)) = all.split_first() else { return Ok(()) };
    let mut notes: Vec<usize> = first.pieces.iter().filter_map(|piece| piece.note).collect();
    notes.dedup();
    writeln!(
        out,
        "<div class=\"row{}\">\n<div class=\"lead\">",
        if notes.is_empty() { "" } else { " noted" }
    )?;
    blocks(shown, std::slice::from_ref(first), out)?;
    writeln!(out, "</div>")?;
    if !notes.is_empty() {
        writeln!(out, "<div class=\"notes\">")?;
        notes.into_iter().try_for_each(|at| note::write(shown, at, out))?;
        writeln!(out, "</div>")?;
    }
    if !rest.is_empty() {
        writeln!(out, "<div class=\"rest\">")?;
        blocks(shown, rest, out)?;
        writeln!(out, "</div>")?;
    }
    writeln!(out, "</div>")
}

/// Blocks below each other; the items of a list stand in one.
fn blocks(shown: Shown<'_>, all: &[ShownBlock], out: &mut dyn Write) -> io::Result<()> {
    let is_item = |block: &ShownBlock| block.shape == Shape::Item;
    for some in all.chunk_by(|one, two| is_item(one) == is_item(two)) {
        let in_list = some.first().is_some_and(is_item);
        if in_list {
            writeln!(out, "<div role=\"list\">")?;
        }
        for block in some {
            let role = if in_list { " role=\"listitem\"" } else { "" };
            writeln!(
                out,
                "<div class=\"block {} depth-{}\"{role}>",
                class(&block.shape),
                block.depth.min(6)
            )?;
            text(shown, block, out)?;
            writeln!(out, "</div>")?;
        }
        if in_list {
            writeln!(out, "</div>")?;
        }
    }
    Ok(())
}

fn class(shape: &Shape) -> &'static str {
    match shape {
        Shape::Heading(_) => "heading",
        Shape::Paragraph => "paragraph",
        Shape::Item => "item",
        Shape::Row { header: true } => "cells header",
        Shape::Row { header: false } => "cells",
        Shape::Footnote(_) => "footnote",
        Shape::Caption => "caption",
        Shape::Code => "code",
    }
}

/// The text of a block, in the element that it is.
fn text(shown: Shown<'_>, block: &ShownBlock, out: &mut dyn Write) -> io::Result<()> {
    let stated = block.language.as_deref().or(Some(shown.draft.language.as_str()));
    let language = stated.filter(|language| !language.is_empty());
    let language = language.map_or_else(String::new, |language| format!(" lang=\"{}\"", escaped(language)));
    let label = match &block.shape {
        Shape::Footnote(label) => format!(" data-label=\"{}\"", escaped(label)),
        _ => String::new(),
    };
    let below = if shown.alone { 1 } else { 2 };
    let (open, close) = match &block.shape {
        Shape::Heading(level) => {
            let level = (level + below).min(6);
            (format!("h{level}"), format!("</h{level}>"))
        }
        Shape::Code => ("pre".to_owned(), "</pre>".to_owned()),
        _ => ("p".to_owned(), "</p>".to_owned()),
    };
    let (quote, unquote) = if block.quoted { ("<blockquote>", "</blockquote>") } else { ("", "") };
    write!(out, "{quote}<{open} class=\"text\" dir=\"auto\"{language}{label}>")?;
    pieces(shown, &block.pieces, out)?;
    writeln!(out, "{close}{unquote}")
}

/// The pieces of a block, those of one sentence in one mark.
fn pieces(shown: Shown<'_>, pieces: &[Piece], out: &mut dyn Write) -> io::Result<()> {
    for sentence in pieces.chunk_by(|one, two| one.note == two.note) {
        let noted = sentence.first().and_then(|first| first.note);
        let Some((at, note)) = noted.and_then(|at| Some((at, shown.draft.notes.get(at)?))) else {
            sentence.iter().try_for_each(|piece| plain(piece, out))?;
            continue;
        };
        let class = note.remarks.first().map(classes).unwrap_or_default();
        write!(out, "<mark class=\"said {class}\" id=\"{}\">", shown.mark(at))?;
        for piece in sentence {
            match piece.remark.and_then(|remark| note.remarks.get(remark)) {
                Some(remark) => {
                    write!(out, "<span class=\"words {}\">", classes(remark))?;
                    plain(piece, out)?;
                    write!(out, "</span>")?;
                }
                None => plain(piece, out)?,
            }
        }
        write!(
            out,
            "<a class=\"sign\" href=\"#{}\" aria-label=\"note {}: {}\">{}{}</a></mark>",
            shown.note(at),
            at + 1,
            escaped(&titles(note)),
            signs(note),
            at + 1
        )?;
    }
    Ok(())
}

fn plain(piece: &Piece, out: &mut dyn Write) -> io::Result<()> {
    let text = escaped(&piece.text);
    match piece.sort {
        PieceSort::Read => write!(out, "{text}"),
        PieceSort::Unread => write!(out, "<code class=\"unread\">{text}</code>"),
        PieceSort::Mark => write!(out, "<sup class=\"mark\">{text}</sup>"),
    }
}
