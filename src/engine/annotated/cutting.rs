//! Cuts the text of a block where something is said about it or its style changes, and puts back what the author wrote
//! where reading had put something in its place. Nothing is lost and nothing is shown twice.

use std::ops::Range;

use crate::draft::{AsWritten, NoteRef};
use crate::model::{Piece, PieceSort, TextStyle};

/// A part of a block's text that has a note.
#[derive(Debug, Clone)]
pub struct NotedRange {
    /// Its bytes.
    pub range: Range<usize>,
    /// The note.
    pub note: usize,
    /// The words that decided, in order, each with the remark for which it did.
    pub words: Vec<(Range<usize>, usize)>,
}

/// What a block's text is besides letters.
#[derive(Debug, Clone, Copy, Default)]
pub struct WrittenText<'a> {
    /// What is in the file for some of its letters.
    pub letters: &'a [AsWritten],
    /// The marks of footnotes.
    pub marks: &'a [NoteRef],
    /// Where another style begins, and which.
    pub styles: &'a [(usize, TextStyle)],
}

/// The pieces of `text`. All is in order, and no two cuts overlap.
#[must_use]
pub fn cut(text: &str, cuts: &[NotedRange], written: WrittenText<'_>) -> Vec<Piece> {
    let mut cutter = Cutter { text, written, style: TextStyle::default(), at: 0, pieces: Vec::new() };
    for cut in cuts {
        cutter.take(cut.range.start, None, None);
        for (words, remark) in &cut.words {
            cutter.take(words.start.min(cut.range.end), Some(cut.note), None);
            cutter.take(words.end.min(cut.range.end), Some(cut.note), Some(*remark));
        }
        cutter.take(cut.range.end, Some(cut.note), None);
    }
    cutter.take(text.len(), None, None);
    cutter.pieces
}

struct Cutter<'a> {
    text: &'a str,
    /// What is still to come.
    written: WrittenText<'a>,
    /// How words are set here.
    style: TextStyle,
    /// Where the text goes on.
    at: usize,
    pieces: Vec<Piece>,
}

impl Cutter<'_> {
    /// Takes the text up to byte `until`, if that is further on, in one piece for each style.
    fn take(&mut self, until: usize, note: Option<usize>, remark: Option<usize>) {
        let until = self.text.floor_char_boundary(until);
        while let Some(((start, style), rest)) = self.written.styles.split_first()
            && *start < until
        {
            self.take_styled(*start, note, remark);
            self.style = style.clone();
            self.written.styles = rest;
        }
        self.take_styled(until, note, remark);
    }

    /// Takes the text up to byte `until`, which is all of one style; marks that are there come with it.
    fn take_styled(&mut self, until: usize, note: Option<usize>, remark: Option<usize>) {
        let mut read = String::new();
        while self.at < until {
            let next = self.written.letters.first().map_or(until, |next| next.range.start);
            let mark = self.written.marks.first().map_or(until, |mark| mark.at);
            let stop = next.min(mark).clamp(self.at, until);
            read.push_str(self.text.get(self.at..stop).unwrap_or_default());
            self.at = stop;
            if self.written.marks.first().is_some_and(|mark| mark.at <= stop) {
                self.push(std::mem::take(&mut read), PieceSort::Read, note, remark);
                self.mark(note);
            } else if let Some((first, rest)) = self.written.letters.split_first()
                && first.range.start <= stop
                && stop < until
            {
                self.at = first.range.end;
                self.written.letters = rest;
                if first.is_read {
                    read.push_str(&first.text);
                } else {
                    self.push(std::mem::take(&mut read), PieceSort::Read, note, remark);
                    self.push(first.text.clone(), PieceSort::Unread, note, remark);
                }
            }
        }
        self.push(read, PieceSort::Read, note, remark);
        // What is after the last word of a sentence belongs to it.
        while self.written.marks.first().is_some_and(|mark| mark.at <= self.at && self.at == until) {
            self.mark(note);
        }
    }

    /// The next mark of a footnote.
    fn mark(&mut self, note: Option<usize>) {
        if let Some((first, rest)) = self.written.marks.split_first() {
            self.written.marks = rest;
            self.push(first.label.clone(), PieceSort::Mark, note, None);
        }
    }

    fn push(&mut self, text: String, sort: PieceSort, note: Option<usize>, remark: Option<usize>) {
        if !text.is_empty() {
            self.pieces.push(Piece { text, sort, style: self.style.clone(), note, remark });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `read`, `{unread}`, `^mark`, each sentence in `[…]` with its note, its words in `*…*` with their remark.
    fn shown(pieces: &[Piece]) -> String {
        let one = |piece: &Piece| {
            let text = match piece.sort {
                PieceSort::Read => piece.text.clone(),
                PieceSort::Unread => format!("{{{}}}", piece.text),
                PieceSort::Mark => format!("^{}", piece.text),
            };
            let text = if piece.style.is_strong { format!("<{text}>") } else { text };
            let text = piece.remark.map_or(text.clone(), |remark| format!("*{remark}:{text}*"));
            piece.note.map_or(text.clone(), |note| format!("[{note}:{text}]"))
        };
        pieces.iter().map(one).collect()
    }

    #[test]
    fn text_is_cut_where_something_is_said() {
        let text = "It \"is\" \u{fffc} so. And not.";
        let gap = text.find('\u{fffc}').expect("a gap");
        let written = [
            AsWritten { range: 3..4, text: "\u{201c}".to_owned(), is_read: true },
            AsWritten { range: 6..7, text: "\u{201d}".to_owned(), is_read: true },
            AsWritten { range: gap..gap + 3, text: "x".to_owned(), is_read: false },
        ];
        let end = text.find(" And").expect("it is there");
        let marks = [
            NoteRef { at: end, label: "1".to_owned(), is_remark: false },
            NoteRef { at: text.len(), label: "2".to_owned(), is_remark: false },
        ];
        let cut = |words: Vec<(Range<usize>, usize)>| {
            let written = WrittenText { letters: &written, marks: &marks, styles: &[] };
            shown(&super::cut(text, &[NotedRange { range: 0..end, note: 7, words }], written))
        };
        assert_eq!(cut(vec![]), "[7:It \u{201c}is\u{201d} ][7:{x}][7: so.][7:^1] And not.^2");
        assert_eq!(
            cut(vec![(4..6, 1), (5..6, 2), (3..8, 3)]),
            "[7:It \u{201c}][7:*1:is*][7:*3:\u{201d} *][7:{x}][7: so.][7:^1] And not.^2"
        );
        let strong = TextStyle { is_strong: true, ..TextStyle::default() };
        let styles = [(3, strong), (7, TextStyle::default())];
        let written = WrittenText { styles: &styles, ..WrittenText::default() };
        let pieces = super::cut(text, &[NotedRange { range: 0..5, note: 7, words: vec![] }], written);
        assert_eq!(shown(&pieces[..4]), "[7:It ][7:<\"i>]<s\"> \u{fffc} so. And not.");
        assert_eq!(shown(&super::cut(text, &[], WrittenText::default())), text);
    }
}
