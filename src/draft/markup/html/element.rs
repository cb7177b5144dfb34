//! The elements of HTML that matter to reading, and how. All others are inline: their tags are dropped, their text joins.

/// What an element does to the text around and in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ElementClass {
    /// Separates its text from what is around it.
    Block,
    /// A paragraph.
    Paragraph,
    /// A heading of this level.
    Heading(u8),
    /// An item of a list.
    Item,
    /// What a definition list explains.
    Term,
    /// What it says of that.
    Definition,
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
    /// What is in it is not read.
    Hidden,
    /// Withdrawn by the author.
    Struck,
    /// Code: not read, but something is there.
    Code,
    /// A line break.
    Break,
    /// Separates what is around it, and is empty.
    Rule,
    /// Is in quotation marks.
    Quotation,
    /// A link.
    Anchor,
    /// Superscript: perhaps the mark of a note.
    Raised,
    /// Where the article begins at the latest.
    Article,
}

impl ElementClass {
    /// Whether it separates blocks.
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
const ELEMENTS: [(&str, ElementClass); COUNT] = [
    ("a", ElementClass::Anchor),
    ("address", ElementClass::Block),
    ("article", ElementClass::Article),
    ("aside", ElementClass::Block),
    ("audio", ElementClass::Hidden),
    ("blockquote", ElementClass::Quote),
    ("body", ElementClass::Block),
    ("br", ElementClass::Break),
    ("button", ElementClass::Hidden),
    ("canvas", ElementClass::Hidden),
    ("caption", ElementClass::Caption),
    ("center", ElementClass::Block),
    ("code", ElementClass::Code),
    ("dd", ElementClass::Definition),
    ("del", ElementClass::Struck),
    ("details", ElementClass::Block),
    ("dialog", ElementClass::Block),
    ("div", ElementClass::Block),
    ("dl", ElementClass::List),
    ("dt", ElementClass::Term),
    ("fieldset", ElementClass::Block),
    ("figcaption", ElementClass::Caption),
    ("figure", ElementClass::Block),
    ("footer", ElementClass::Block),
    ("form", ElementClass::Block),
    ("h1", ElementClass::Heading(1)),
    ("h2", ElementClass::Heading(2)),
    ("h3", ElementClass::Heading(3)),
    ("h4", ElementClass::Heading(4)),
    ("h5", ElementClass::Heading(5)),
    ("h6", ElementClass::Heading(6)),
    ("header", ElementClass::Block),
    ("hgroup", ElementClass::Block),
    ("hr", ElementClass::Rule),
    ("html", ElementClass::Block),
    ("iframe", ElementClass::Hidden),
    ("kbd", ElementClass::Code),
    ("legend", ElementClass::Block),
    ("li", ElementClass::Item),
    ("main", ElementClass::Article),
    ("math", ElementClass::Code),
    ("menu", ElementClass::List),
    ("nav", ElementClass::Hidden),
    ("noscript", ElementClass::Hidden),
    ("object", ElementClass::Hidden),
    ("ol", ElementClass::List),
    ("p", ElementClass::Paragraph),
    ("pre", ElementClass::Hidden),
    ("q", ElementClass::Quotation),
    ("s", ElementClass::Struck),
    ("samp", ElementClass::Code),
    ("script", ElementClass::Hidden),
    ("section", ElementClass::Block),
    ("select", ElementClass::Hidden),
    ("strike", ElementClass::Struck),
    ("style", ElementClass::Hidden),
    ("summary", ElementClass::Block),
    ("sup", ElementClass::Raised),
    ("svg", ElementClass::Hidden),
    ("table", ElementClass::Table),
    ("tbody", ElementClass::Group(false)),
    ("td", ElementClass::Cell(false)),
    ("template", ElementClass::Hidden),
    ("textarea", ElementClass::Hidden),
    ("tfoot", ElementClass::Group(false)),
    ("th", ElementClass::Cell(true)),
    ("thead", ElementClass::Group(true)),
    ("title", ElementClass::Hidden),
    ("tr", ElementClass::Row),
    ("ul", ElementClass::List),
    ("video", ElementClass::Hidden),
];

/// How many elements are known.
pub const COUNT: usize = 71;

/// An element that is known, by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HtmlElement(u8);

impl HtmlElement {
    /// The element of this name, in lower case.
    pub fn of(name: &[u8]) -> Option<Self> {
        let found = ELEMENTS.binary_search_by(|(known, _)| known.as_bytes().cmp(name)).ok()?;
        u8::try_from(found).ok().map(Self)
    }

    /// What it does.
    pub fn class(self) -> ElementClass {
        ELEMENTS.get(self.index()).map_or(ElementClass::Block, |(_, class)| *class)
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
        assert_eq!(HtmlElement::of(b"td").map(HtmlElement::class), Some(ElementClass::Cell(false)));
        assert_eq!(HtmlElement::of(b"span"), None);
    }
}
