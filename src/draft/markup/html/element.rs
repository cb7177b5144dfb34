//! The elements of HTML that matter to reading, and how. All others are inline: their tags are dropped, their text joins.

/// What an element does to the text around and in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Parts its text from what is around it.
    Block,
    /// A paragraph.
    Paragraph,
    /// A heading of this level.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A list.
    List,
    /// A block quotation.
    Quote,
    /// A table.
    Table,
    /// A part of a table; whether its rows name the columns.
    Group(bool),
    /// A row.
    Row,
    /// A cell; whether it names its row or column.
    Cell(bool),
    /// A caption.
    Caption,
    /// Nobody reads what is in it.
    Hidden,
    /// Withdrawn by the author.
    Struck,
    /// A word of a machine's: not read, but something stands there.
    Code,
    /// A line break.
    Break,
    /// Parts what is around it, and holds nothing.
    Rule,
    /// Stands in quotation marks.
    Quotation,
    /// A link.
    Anchor,
    /// Raised: the mark of a note, perhaps.
    Raised,
    /// Where the article begins at the latest.
    Article,
}

impl Class {
    /// Whether it parts blocks.
    pub fn parts(self) -> bool {
        !matches!(
            self,
            Self::Hidden
                | Self::Struck
                | Self::Code
                | Self::Break
                | Self::Quotation
                | Self::Anchor
                | Self::Raised
        )
    }
}

/// The elements by name, in alphabetical order.
const ELEMENTS: [(&str, Class); COUNT] = [
    ("a", Class::Anchor),
    ("address", Class::Block),
    ("article", Class::Article),
    ("aside", Class::Block),
    ("audio", Class::Hidden),
    ("blockquote", Class::Quote),
    ("body", Class::Block),
    ("br", Class::Break),
    ("button", Class::Hidden),
    ("canvas", Class::Hidden),
    ("caption", Class::Caption),
    ("center", Class::Block),
    ("code", Class::Code),
    ("dd", Class::Item),
    ("del", Class::Struck),
    ("details", Class::Block),
    ("dialog", Class::Block),
    ("div", Class::Block),
    ("dl", Class::List),
    ("dt", Class::Item),
    ("fieldset", Class::Block),
    ("figcaption", Class::Caption),
    ("figure", Class::Block),
    ("footer", Class::Block),
    ("form", Class::Block),
    ("h1", Class::Heading(1)),
    ("h2", Class::Heading(2)),
    ("h3", Class::Heading(3)),
    ("h4", Class::Heading(4)),
    ("h5", Class::Heading(5)),
    ("h6", Class::Heading(6)),
    ("header", Class::Block),
    ("hgroup", Class::Block),
    ("hr", Class::Rule),
    ("html", Class::Block),
    ("iframe", Class::Hidden),
    ("kbd", Class::Code),
    ("legend", Class::Block),
    ("li", Class::Item),
    ("main", Class::Article),
    ("math", Class::Code),
    ("menu", Class::List),
    ("nav", Class::Hidden),
    ("noscript", Class::Hidden),
    ("object", Class::Hidden),
    ("ol", Class::List),
    ("p", Class::Paragraph),
    ("pre", Class::Hidden),
    ("q", Class::Quotation),
    ("s", Class::Struck),
    ("samp", Class::Code),
    ("script", Class::Hidden),
    ("section", Class::Block),
    ("select", Class::Hidden),
    ("strike", Class::Struck),
    ("style", Class::Hidden),
    ("summary", Class::Block),
    ("sup", Class::Raised),
    ("svg", Class::Hidden),
    ("table", Class::Table),
    ("tbody", Class::Group(false)),
    ("td", Class::Cell(false)),
    ("template", Class::Hidden),
    ("textarea", Class::Hidden),
    ("tfoot", Class::Group(false)),
    ("th", Class::Cell(true)),
    ("thead", Class::Group(true)),
    ("title", Class::Hidden),
    ("tr", Class::Row),
    ("ul", Class::List),
    ("video", Class::Hidden),
];

/// How many elements are known.
pub const COUNT: usize = 71;

/// An element that is known, by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element(u8);

impl Element {
    /// The element of this name, in lower case.
    pub fn of(name: &[u8]) -> Option<Self> {
        let found = ELEMENTS.binary_search_by(|(known, _)| known.as_bytes().cmp(name)).ok()?;
        u8::try_from(found).ok().map(Self)
    }

    /// What it does.
    pub fn class(self) -> Class {
        ELEMENTS.get(self.index()).map_or(Class::Block, |(_, class)| *class)
    }

    /// Its place in the list.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_stand_in_order() {
        assert!(ELEMENTS.is_sorted_by(|one, two| one.0 < two.0));
        assert_eq!(Element::of(b"td").map(Element::class), Some(Class::Cell(false)));
        assert_eq!(Element::of(b"span"), None);
    }
}
