//! From the text of a block back to the bytes of the file: segments, not bytes, so that plain text costs one entry.

use std::ops::Range;

use crate::text::Span;

/// Where each segment of a block's text came from.
#[derive(Debug, Default, Clone)]
pub struct SourceMap {
    segments: Vec<Segment>,
}

/// Text from byte `text` on, up to where the next segment begins.
#[derive(Debug, Clone, Copy)]
struct Segment {
    text: u32,
    file: u32,
    /// Where the bytes of the file end that the segment stands for as a whole; or [`SAME`].
    end: u32,
}

/// The segment is the same, byte for byte, as in the file. (Files are refused before they are as long as this.)
const SAME: u32 = u32::MAX;

impl SourceMap {
    /// The bytes of the file that the bytes `range` of the text came from: exactly the words, from the first byte of the
    /// first character to the last byte of the last.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.at(range.start).map_or(0, |(segment, into)| match segment.end {
            SAME => segment.file as usize + into,
            _ => segment.file as usize,
        });
        if range.end <= range.start {
            return Span::new(start, start);
        }
        let end = self.at(range.end - 1).map_or(start, |(segment, into)| match segment.end {
            SAME => segment.file as usize + into + 1,
            end => end as usize,
        });
        Span::new(start, end)
    }

    /// The way back: the bytes of a text of `length` bytes that the bytes `span` of the file became. What stands for more
    /// of the file than that is taken whole.
    #[must_use]
    pub fn text(&self, span: Span, length: usize) -> Range<usize> {
        let (from, until) = (span.start as usize, span.end as usize);
        // Of several letters that one segment of the file became, the first.
        let next = self.segments.partition_point(|segment| (segment.file as usize) < from);
        let covers = next.checked_sub(1).filter(|last| self.file_end(*last, length) > from);
        let start = match covers {
            Some(last) => self.behind(last, from, length, self.text_start(last, length)),
            None => self.text_start(next, length),
        };
        if until <= from {
            return start..start;
        }
        let last = self.segments.partition_point(|segment| (segment.file as usize) < until).checked_sub(1);
        let end =
            last.map_or(start, |last| self.behind(last, until, length, self.text_start(last + 1, length)));
        start..end.max(start)
    }

    /// Where byte `file` of the file lies in a segment that is the same in both; `whole` in any other.
    fn behind(&self, at: usize, file: usize, length: usize, whole: usize) -> usize {
        match self.segments.get(at) {
            Some(segment) if segment.end == SAME => {
                let into = file.saturating_sub(segment.file as usize);
                (segment.text as usize + into).min(self.text_start(at + 1, length))
            }
            _ => whole,
        }
    }

    /// Where a segment begins in a text of `length` bytes; the end, after the last one.
    fn text_start(&self, at: usize, length: usize) -> usize {
        self.segments.get(at).map_or(length, |segment| segment.text as usize)
    }

    /// Where a segment ends in the file.
    fn file_end(&self, at: usize, length: usize) -> usize {
        self.segments.get(at).map_or(0, |segment| match segment.end {
            SAME => segment.file as usize + (self.text_start(at + 1, length) - segment.text as usize),
            end => end as usize,
        })
    }

    /// The segment that a byte of the text lies in, and how far into it.
    fn at(&self, byte: usize) -> Option<(Segment, usize)> {
        let next = self.segments.partition_point(|segment| segment.text as usize <= byte);
        let segment = self.segments.get(next.checked_sub(1)?)?;
        Some((*segment, byte - segment.text as usize))
    }

    /// The text from byte `text` on is the file from byte `file` on.
    pub(super) fn same(&mut self, text: usize, file: usize) {
        if let Some(last) = self.segments.last()
            && last.end == SAME
            && last.file as usize + (text - last.text as usize) == file
        {
            return;
        }
        self.push(text, file, SAME);
    }

    /// The text from byte `text` on stands for the bytes `file`, as a whole.
    pub(super) fn whole(&mut self, text: usize, file: Range<usize>) {
        self.push(text, file.start, narrow(file.end.max(file.start)));
    }

    fn push(&mut self, text: usize, file: usize, end: u32) {
        self.segments.push(Segment { text: narrow(text), file: narrow(file), end });
    }

    /// The text ends at byte `text` now.
    pub(super) fn truncate(&mut self, text: usize) {
        while self.segments.last().is_some_and(|last| last.text as usize >= text) {
            self.segments.pop();
        }
    }

    /// Clears everything, keeping the memory.
    pub(super) fn clear(&mut self) {
        self.segments.clear();
    }

    /// Copies what `other` has for its bytes `range`, for the text from byte `text` on.
    pub(super) fn extend(&mut self, text: usize, other: &Self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let Some((first, into)) = other.at(range.start) else { return };
        match first.end {
            SAME => self.same(text, first.file as usize + into),
            end => self.whole(text, first.file as usize..end as usize),
        }
        let next = other.segments.partition_point(|segment| segment.text as usize <= range.start);
        let rest = other.segments.get(next..).unwrap_or_default();
        for segment in rest.iter().take_while(|segment| (segment.text as usize) < range.end) {
            let at = text + (segment.text as usize - range.start);
            self.push(at, segment.file as usize, segment.end);
        }
    }
}

fn narrow(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(SAME)
}
