//! Changes of a text: bytes that give way to others. Knows nothing of why.

use super::Span;

/// Bytes of a text, and what stands in their place afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What gives way; where it has no length, something is put in.
    pub span: Span,
    /// What comes there.
    pub text: String,
}

impl Change {
    /// `text` in place of the bytes from `start` to `end`.
    #[must_use]
    pub fn new(start: usize, end: usize, text: impl Into<String>) -> Self {
        Self { span: Span::new(start, end), text: text.into() }
    }
}

/// Sorts changes by place and makes one of those that overlap. What is put in comes before what gives way at the same byte.
#[must_use]
pub fn in_order(mut changes: Vec<Change>) -> Vec<Change> {
    changes.sort_by_key(|change| (change.span.start, change.span.end));
    let mut ordered: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        match ordered.last_mut() {
            Some(last) if change.span.start < last.span.end => {
                last.span.end = last.span.end.max(change.span.end);
                last.text.push_str(&change.text);
            }
            _ => ordered.push(change),
        }
    }
    ordered
}

/// The text after `changes`, which are in order.
#[must_use]
pub fn changed(text: &str, changes: &[Change]) -> String {
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for change in changes {
        let range = change.span.range();
        new.push_str(text.get(at..range.start).unwrap_or_default());
        new.push_str(&change.text);
        at = range.end;
    }
    new.push_str(text.get(at..).unwrap_or_default());
    new
}

/// Makes `changes`, which are in order, in a text where it lies: for texts that are too large to be there twice.
pub fn change_in_place(text: String, changes: &[Change]) -> String {
    let mut bytes = text.into_bytes();
    let mut growth = 0;
    let mut most = 0;
    for change in changes {
        growth += change.text.len().cast_signed() - change.span.range().len().cast_signed();
        most = growth.max(most);
    }
    // So far to the right, what is still to be read is never written over.
    let (length, shift) = (bytes.len(), most.unsigned_abs());
    if shift > 0 {
        bytes.resize(length + shift, 0);
        bytes.copy_within(..length, shift);
    }
    let (mut read, mut written) = (shift, 0);
    let mut put = |bytes: &mut Vec<u8>, kept: std::ops::Range<usize>, new: &str| {
        let count = kept.len();
        bytes.copy_within(kept, written);
        written += count;
        bytes[written..written + new.len()].copy_from_slice(new.as_bytes());
        written += new.len();
    };
    for change in changes {
        let range = change.span.range();
        put(&mut bytes, read..range.start + shift, &change.text);
        read = range.end + shift;
    }
    put(&mut bytes, read..length + shift, "");
    bytes.truncate(length.saturating_add_signed(growth));
    // It is text still: whole letters gave way to others.
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// The changes of the new text that bring the old one back.
#[must_use]
pub fn undoing(text: &str, changes: &[Change]) -> Vec<Change> {
    let (mut at, mut kept) = (0, 0);
    let undone = |change: &Change| {
        let range = change.span.range();
        kept += range.start - at;
        at = range.end;
        let start = kept;
        kept += change.text.len();
        Change::new(start, kept, text.get(range).unwrap_or_default())
    };
    changes.iter().map(undone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_made_in_the_order_of_the_text() {
        let changes = vec![
            Change::new(6, 9, ""),
            Change::new(2, 4, "x"),
            Change::new(2, 2, "new "),
            Change::new(3, 5, "y"),
            Change::new(9, 9, "!"),
        ];
        assert_eq!(changed("0123456789", &in_order(changes)), "01new xy5!9");
        assert_eq!(changed("abc", &[]), "abc");
    }

    #[test]
    fn changes_are_undone() {
        let old = "0123456789";
        let changes =
            in_order(vec![Change::new(0, 2, "öx"), Change::new(4, 4, "new"), Change::new(6, 10, "")]);
        let new = changed(old, &changes);
        let undo = undoing(old, &changes);
        assert_eq!(changed(&new, &undo), old);
        assert_eq!(change_in_place(old.to_owned(), &changes), new);
        assert_eq!(change_in_place(new, &undo), old);
    }
}
