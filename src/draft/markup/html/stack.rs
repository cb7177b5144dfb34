//! The elements of a page that are open, and what is said about a block in the innermost.
//!
//! What is said about it is worked out once, when an element opens; end tags without a start tag cost nothing.

use super::element::{COUNT, ElementClass, HtmlElement};
use super::notes::note_label;
use super::tokens::Tag;
use crate::draft::markup::block::BlockKind;
use crate::draft::markup::block::BlockProperties;

/// The open elements, the innermost last.
pub struct Stack {
    open: Vec<Open>,
    /// How many of each element are open: an end tag without a start tag is not searched for.
    counts: [u32; COUNT],
    languages: Vec<String>,
    labels: Vec<String>,
}

struct Open {
    element: HtmlElement,
    context: ElementContext,
}

/// What is said about blocks in an element; worked out once, when it opens.
#[derive(Debug, Clone, Copy, Default)]
struct ElementContext {
    kind: ElementKind,
    quoted: bool,
    depth: u8,
    language: Option<usize>,
    label: Option<usize>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum ElementKind {
    #[default]
    Root,
    Paragraph,
    Heading(u8),
    Item,
    Term,
    Definition,
    Caption,
}

impl Default for Stack {
    fn default() -> Self {
        Self { open: Vec::new(), counts: [0; COUNT], languages: Vec::new(), labels: Vec::new() }
    }
}

impl Stack {
    fn context(&self) -> ElementContext {
        self.open.last().map_or(ElementContext::default(), |open| open.context)
    }

    /// The class of the innermost element.
    pub fn innermost(&self) -> Option<ElementClass> {
        self.open.last().map(|open| open.element.class())
    }

    /// Whether the innermost row is in the head of its table.
    pub fn in_header(&self) -> bool {
        // A row lies directly in its group, or nearly so.
        let near = self.open.iter().rev().take(4).map(|open| open.element.class());
        near.into_iter().find_map(|class| match class {
            ElementClass::Group(header) => Some(header),
            _ => None,
        }) == Some(true)
    }

    /// What is said about a block here, if `root` is said about one in no element.
    pub fn properties(&self, root: &BlockProperties) -> BlockProperties {
        let context = self.context();
        let kind = match (context.label.and_then(|label| self.labels.get(label)), context.kind) {
            (Some(label), _) => BlockKind::Footnote(label.clone()),
            (None, ElementKind::Root) => root.kind.clone(),
            (None, ElementKind::Paragraph) => BlockKind::Paragraph,
            (None, ElementKind::Heading(level)) => BlockKind::Heading(level),
            (None, ElementKind::Item) => BlockKind::Item,
            (None, ElementKind::Term) => BlockKind::Term,
            (None, ElementKind::Definition) => BlockKind::Definition,
            (None, ElementKind::Caption) => BlockKind::Caption,
        };
        let language = context.language.and_then(|language| self.languages.get(language)).cloned();
        BlockProperties {
            kind,
            quoted: context.quoted || root.quoted,
            depth: root.depth.saturating_add(context.depth),
            language: language.or_else(|| root.language.clone()),
        }
    }

    /// Opens an element, and closes those that it ends without an end tag.
    pub fn push(&mut self, element: HtmlElement, tag: &Tag) {
        let class = element.class();
        self.pop_last(|last| last == ElementClass::Paragraph);
        match class {
            ElementClass::Heading(_) => self.pop_last(|last| matches!(last, ElementClass::Heading(_))),
            ElementClass::Item => self.pop_last(|last| last == ElementClass::Item),
            ElementClass::Term | ElementClass::Definition => {
                self.pop_last(|last| matches!(last, ElementClass::Term | ElementClass::Definition));
            }
            ElementClass::Cell(_) => self.pop_last(|last| matches!(last, ElementClass::Cell(_))),
            ElementClass::Row | ElementClass::Group(_) => {
                self.pop_last(|last| matches!(last, ElementClass::Cell(_)));
                self.pop_last(|last| last == ElementClass::Row);
                if class != ElementClass::Row {
                    self.pop_last(|last| matches!(last, ElementClass::Group(_)));
                }
            }
            _ => {}
        }
        let context = self.inner(class, tag);
        self.open.push(Open { element, context });
        if let Some(count) = self.counts.get_mut(element.index()) {
            *count += 1;
        }
    }

    /// What is said about blocks in an element that opens now.
    fn inner(&mut self, class: ElementClass, tag: &Tag) -> ElementContext {
        let mut context = self.context();
        match class {
            ElementClass::Heading(level) => context.kind = ElementKind::Heading(level),
            ElementClass::Item => context.kind = ElementKind::Item,
            ElementClass::Term => context.kind = ElementKind::Term,
            ElementClass::Definition => context.kind = ElementKind::Definition,
            ElementClass::Caption => context.kind = ElementKind::Caption,
            ElementClass::Paragraph if matches!(context.kind, ElementKind::Heading(_)) => {
                context.kind = ElementKind::Paragraph
            }
            ElementClass::List => {
                context.depth = context.depth.saturating_add(1);
                context.kind = ElementKind::Paragraph;
            }
            ElementClass::Table => context.kind = ElementKind::Paragraph,
            ElementClass::Quote => context.quoted = true,
            _ => {}
        }
        let known = context.language.and_then(|known| self.languages.get(known));
        if let Some((language, _)) = tag.get("lang").or_else(|| tag.get("xml:lang"))
            && known.is_none_or(|known| known != language)
        {
            context.language = Some(self.languages.len());
            self.languages.push(language.to_owned());
        }
        if let Some(label) = note_label(tag.text("id")) {
            context.label = Some(self.labels.len());
            self.labels.push(label.to_owned());
        }
        context
    }

    fn pop_last(&mut self, fits: impl Fn(ElementClass) -> bool) {
        if let Some(open) = self.open.pop_if(|open| fits(open.element.class())) {
            self.count_down(open.element);
        }
    }

    /// Closes the innermost element of this name, and what is open in it.
    pub fn pop(&mut self, element: HtmlElement) {
        if self.counts.get(element.index()).is_none_or(|count| *count == 0) {
            return;
        }
        while let Some(open) = self.open.pop() {
            self.count_down(open.element);
            if open.element == element {
                return;
            }
        }
    }

    fn count_down(&mut self, element: HtmlElement) {
        if let Some(count) = self.counts.get_mut(element.index()) {
            *count = count.saturating_sub(1);
        }
    }
}
