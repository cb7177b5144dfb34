//! Excerpts as `miette` reads them: one source in which those of several files lie one after the other.
//!
//! `miette`'s own sources scan a file from its start for every label, which takes minutes for thousands of findings.
//! Here a label finds its excerpt by a search among a few.

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::excerpt::Excerpt;

/// The excerpts of one finding, each at an offset of its own.
#[derive(Debug)]
pub(super) struct Excerpts {
    /// In order, with where they begin.
    placed: Vec<(usize, Excerpt)>,
}

/// Bytes between two excerpts: a span that reaches from one to another cannot be read, so they are never drawn as one.
const APART: usize = 2;

impl Excerpts {
    /// Lays the excerpts out.
    pub(super) fn new(excerpts: Vec<Excerpt>) -> Self {
        let mut next = 0;
        let placed = excerpts.into_iter().map(|excerpt| {
            let base = next;
            next += excerpt.text.len() + APART;
            (base, excerpt)
        });
        Self { placed: placed.collect() }
    }

    /// All marks, in the order in which they are drawn.
    pub(super) fn labels(&self) -> Vec<LabeledSpan> {
        let labels = self.placed.iter().flat_map(|(base, excerpt)| {
            excerpt.labels.iter().map(move |label| {
                let text = (!label.text.is_empty()).then(|| label.text.clone());
                let span = base + label.range.start..base + label.range.end;
                if label.primary {
                    LabeledSpan::new_primary_with_span(text, span)
                } else {
                    LabeledSpan::new_with_span(text, span)
                }
            })
        });
        let mut labels: Vec<_> = labels.collect();
        labels.sort_by_key(LabeledSpan::offset);
        labels
    }
}

impl SourceCode for Excerpts {
    /// The whole excerpt with the span in it; without context lines, which is how the place for the heading is asked
    /// for, only the span.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let at = self.placed.partition_point(|(base, _)| *base <= span.offset());
        let (base, excerpt) =
            at.checked_sub(1).and_then(|at| self.placed.get(at)).ok_or(MietteError::OutOfBounds)?;
        let start = span.offset() - base;
        let part = excerpt.text.get(start..start + span.len()).ok_or(MietteError::OutOfBounds)?;
        let name = excerpt.path.clone();
        let label =
            excerpt.labels.iter().find(|label| label.range.start == start && label.range.len() == span.len());
        let contents = match label {
            Some(label) if lines_before == 0 => {
                let (line, column) = (label.position.line - 1, label.position.column - 1);
                MietteSpanContents::new_named(name, part.as_bytes(), *span, line, column, 1)
            }
            _ => {
                let text = excerpt.text.as_bytes();
                let whole = (*base, text.len()).into();
                let count = memchr::memchr_iter(b'\n', text).count() + 1;
                MietteSpanContents::new_named(name, text, whole, excerpt.first_line - 1, 0, count)
            }
        };
        Ok(Box::new(contents))
    }
}

#[cfg(test)]
mod tests {
    use super::super::excerpt::Label;
    use super::*;
    use crate::text::Position;

    fn excerpt(path: &str, text: &str, range: std::ops::Range<usize>) -> Excerpt {
        let position = Position { line: 7, column: 3, byte: 0 };
        let label = Label { range, text: "here".to_owned(), primary: true, position };
        Excerpt { path: path.to_owned(), text: text.to_owned(), first_line: 6, labels: vec![label] }
    }

    #[test]
    fn each_label_is_read_from_its_own_file() -> Result<(), MietteError> {
        let source = Excerpts::new(vec![excerpt("a", "one\ntwo", 4..7), excerpt("b", "three", 0..5)]);
        let labels = source.labels();
        let (first, second) = (labels[0].inner(), labels[1].inner());
        let whole = source.read_span(first, 1, 1)?;
        assert_eq!((whole.name(), whole.data(), whole.line()), (Some("a"), &b"one\ntwo"[..], 5));
        let label = source.read_span(second, 0, 0)?;
        assert_eq!((label.name(), label.data()), (Some("b"), &b"three"[..]));
        assert_eq!((label.line(), label.column()), (6, 2));
        Ok(())
    }

    #[test]
    fn no_span_reaches_from_one_file_to_another() {
        let source = Excerpts::new(vec![excerpt("a", "one", 0..3), excerpt("b", "two", 0..3)]);
        assert!(source.read_span(&(0, 5 + APART).into(), 1, 1).is_err());
        assert!(source.read_span(&(90, 1).into(), 1, 1).is_err());
    }
}
