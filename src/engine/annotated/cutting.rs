//! Cuts the text of a block where something is said of it, and puts back what the author wrote where reading had put
//! something in its place. Nothing is lost and nothing is told twice.

use std::ops::Range;

use crate::draft::{AsWritten, NoteRef};
use crate::model::{Piece, PieceSort};

/// A stretch of a block's text that has a note.
#[derive(Debug, Clone)]
pub struct Cut {
    /// Its bytes.
    pub range: Range<usize>,
    /// The note.
    pub note: usize,
    /// The words that decided, in order, each with the remark for which it did.
    pub words: Vec<(Range<usize>, usize)>,
}

/// The pieces of `text`; `cuts`, what was `written` and the `marks` of footnotes stand in order, and no two cuts overlap.
#[must_use]
pub fn cut(text: &str, cuts: &[Cut], written: &[AsWritten], marks: &[NoteRef]) -> Vec<Piece> {
    let mut knife = Knife { text, written, marks, at: 0, pieces: Vec::new() };
    for cut in cuts {
        knife.take(cut.range.start, None, None);
        for (words, remark) in &cut.words {
            knife.take(words.start.min(cut.range.end), Some(cut.note), None);
            knife.take(words.end.min(cut.range.end), Some(cut.note), Some(*remark));
        }
        knife.take(cut.range.end, Some(cut.note), None);
    }
    knife.take(text.len(), None, None);
    knife.pieces
}

struct Knife<'a> {
    text: &'a str,
    written: &'a [AsWritten],
    marks: &'a [NoteRef],
    /// Where the text goes on.
    at: usize,
    pieces: Vec<Piece>,
}

impl Knife<'_> {
    /// Takes the text up to byte `until`, if that is further on; marks that stand there come with it.
    fn take(&mut self, until: usize, note: Option<usize>, remark: Option<usize>) {
        let until = self.text.floor_char_boundary(until);
        let mut read = String::new();
        while self.at < until {
            let next = self.written.first().map_or(until, |next| next.range.start);
            let mark = self.marks.first().map_or(until, |mark| mark.at);
            let stop = next.min(mark).clamp(self.at, until);
            read.push_str(self.text.get(self.at..stop).unwrap_or_default());
            self.at = stop;
            if self.marks.first().is_some_and(|mark| mark.at <= stop) {
                self.push(std::mem::take(&mut read), PieceSort::Read, note, remark);
                self.mark(note);
            } else if let Some((first, rest)) = self.written.split_first()
                && first.range.start <= stop
                && stop < until
            {
                self.at = first.range.end;
                self.written = rest;
                if first.is_read {
                    read.push_str(&first.text);
                } else {
                    self.push(std::mem::take(&mut read), PieceSort::Read, note, remark);
                    self.push(first.text.clone(), PieceSort::Unread, note, remark);
                }
            }
        }
        self.push(read, PieceSort::Read, note, remark);
        // What stands behind the last word of a sentence belongs to it.
        while self.marks.first().is_some_and(|mark| mark.at <= self.at && self.at == until) {
            self.mark(note);
        }
    }

    /// The next mark of a footnote.
    fn mark(&mut self, note: Option<usize>) {
        if let Some((first, rest)) = self.marks.split_first() {
            self.marks = rest;
            self.push(first.label.clone(), PieceSort::Mark, note, None);
        }
    }

    fn push(&mut self, text: String, sort: PieceSort, note: Option<usize>, remark: Option<usize>) {
        if !text.is_empty() {
            self.pieces.push(Piece { text, sort, note, remark });
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
        let marks =
            [NoteRef { at: end, label: "1".to_owned() }, NoteRef { at: text.len(), label: "2".to_owned() }];
        let cut = |words: Vec<(Range<usize>, usize)>| {
            shown(&super::cut(text, &[Cut { range: 0..end, note: 7, words }], &written, &marks))
        };
        assert_eq!(cut(vec![]), "[7:It \u{201c}is\u{201d} ][7:{x}][7: so.][7:^1] And not.^2");
        assert_eq!(
            cut(vec![(4..6, 1), (5..6, 2), (3..8, 3)]),
            "[7:It \u{201c}][7:*1:is*][7:*3:\u{201d} *][7:{x}][7: so.][7:^1] And not.^2"
        );
        assert_eq!(shown(&super::cut(text, &[], &[], &[])), text);
    }
}
