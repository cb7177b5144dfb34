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
}
