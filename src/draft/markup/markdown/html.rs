//! The HTML inside Markdown: what of the draft is handed to the reader of HTML, and elements that are not shown and go on
//! over several blocks.

use std::ops::Range;

use super::MarkdownReader;

impl MarkdownReader<'_, '_> {
    pub(super) fn inline_html(&mut self, range: Range<usize>) {
        let tag = self.source.get(range.clone()).unwrap_or_default();
        self.page.inline(tag, self.base + range.start, &mut self.builder);
    }

    /// The block that ends is read as HTML. What Markdown put between its lines (`>`, indentation) is overwritten.
    pub(super) fn html_block(&mut self, range: &Range<usize>) {
        let (Some(first), Some(last)) = (self.html.first(), self.html.last()) else { return };
        let whole = first.start..last.end.max(first.start).min(range.end.max(last.end));
        if let Some((name, depth)) = &mut self.hidden {
            *depth = still_open(name, *depth, self.source.get(whole).unwrap_or_default());
            if *depth == 0 {
                self.hidden = None;
                self.skipped = self.skipped.saturating_sub(1);
            }
            return;
        }
        let contiguous = self.html.windows(2).all(|pair| matches!(pair, [one, two] if one.end == two.start));
        let properties = self.properties();
        if contiguous {
            let piece = self.source.get(whole.clone()).unwrap_or_default();
            let hidden = self.page.block(piece, self.base + whole.start, properties, &mut self.builder);
            self.hide(hidden, piece);
            return;
        }
        let mut piece = String::with_capacity(whole.len());
        for line in &self.html {
            piece.extend(std::iter::repeat_n(' ', line.start.saturating_sub(whole.start + piece.len())));
            piece.push_str(self.source.get(line.clone()).unwrap_or_default());
        }
        let hidden = self.page.block(&piece, self.base + whole.start, properties, &mut self.builder);
        self.hide(hidden, &piece);
    }

    /// What follows a block that opened an element which is not shown is not shown either, up to its end.
    fn hide(&mut self, element: Option<Vec<u8>>, piece: &str) {
        let Some(name) = element else { return };
        let depth = still_open(&name, 0, piece);
        if depth > 0 {
            self.skipped += 1;
            self.hidden = Some((name, depth));
        }
    }
}

/// How many elements of a name are open after `piece`, of which `depth` were before.
fn still_open(name: &[u8], depth: usize, piece: &str) -> usize {
    let bytes = piece.as_bytes();
    let named = |at: usize| {
        let behind = bytes.get(at + name.len());
        bytes.get(at..at + name.len()).is_some_and(|there| there.eq_ignore_ascii_case(name))
            && behind.is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-')
    };
    memchr::memchr_iter(b'<', bytes).fold(depth, |depth, at| match bytes.get(at + 1) {
        Some(b'/') if named(at + 2) => depth.saturating_sub(1),
        _ if named(at + 1) => depth + 1,
        _ => depth,
    })
}
