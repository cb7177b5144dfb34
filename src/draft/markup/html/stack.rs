//! The elements of a page that are open, and what is said of a block in the innermost.
//!
//! What is said of it is worked out once, when an element opens; end tags without a start tag cost nothing.

use super::element::{COUNT, Class, Element};
use super::notes::note_label;
use super::tokens::Tag;
use crate::draft::block::BlockKind;
use crate::draft::writer::Standing;

/// The open elements, the innermost last.
pub struct Stack {
    open: Vec<Open>,
    /// How many of each element are open: an end tag without a start tag is not searched for.
    counts: [u32; COUNT],
    languages: Vec<String>,
    labels: Vec<String>,
}

struct Open {
    element: Element,
    context: Context,
}

/// What is said of blocks in an element; worked out once, when it opens.
#[derive(Debug, Clone, Copy, Default)]
struct Context {
    kind: Kind,
    quoted: bool,
    depth: u8,
    language: Option<usize>,
    label: Option<usize>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Root,
    Paragraph,
    Heading(u8),
    Item,
    Caption,
}

impl Default for Stack {
    fn default() -> Self {
        Self { open: Vec::new(), counts: [0; COUNT], languages: Vec::new(), labels: Vec::new() }
    }
}

impl Stack {
    fn context(&self) -> Context {
        self.open.last().map_or(Context::default(), |open| open.context)
    }

    /// The class of the innermost element.
    pub fn innermost(&self) -> Option<Class> {
        self.open.last().map(|open| open.element.class())
    }

    /// Whether the innermost row stands in the head of its table.
    pub fn in_header(&self) -> bool {
        // A row lies directly in its group, or nearly so.
        let near = self.open.iter().rev().take(4).map(|open| open.element.class());
        near.into_iter().find_map(|class| match class {
            Class::Group(header) => Some(header),
            _ => None,
        }) == Some(true)
    }

    /// What is said of a block here, if `root` is said of one in no element.
    pub fn standing(&self, root: &Standing) -> Standing {
        let context = self.context();
        let kind = match (context.label.and_then(|label| self.labels.get(label)), context.kind) {
            (Some(label), _) => BlockKind::Footnote(label.clone()),
            (None, Kind::Root) => root.kind.clone(),
            (None, Kind::Paragraph) => BlockKind::Paragraph,
            (None, Kind::Heading(level)) => BlockKind::Heading(level),
            (None, Kind::Item) => BlockKind::Item,
            (None, Kind::Caption) => BlockKind::Caption,
        };
        let language = context.language.and_then(|language| self.languages.get(language)).cloned();
        Standing {
            kind,
            quoted: context.quoted || root.quoted,
            depth: root.depth.saturating_add(context.depth),
            language: language.or_else(|| root.language.clone()),
        }
    }

    /// Opens an element, and closes those that it ends without an end tag.
    pub fn push(&mut self, element: Element, tag: &Tag) {
        let class = element.class();
        self.pop_last(|last| last == Class::Paragraph);
        match class {
            Class::Heading(_) => self.pop_last(|last| matches!(last, Class::Heading(_))),
            Class::Item => self.pop_last(|last| last == Class::Item),
            Class::Cell(_) => self.pop_last(|last| matches!(last, Class::Cell(_))),
            Class::Row | Class::Group(_) => {
                self.pop_last(|last| matches!(last, Class::Cell(_)));
                self.pop_last(|last| last == Class::Row);
                if class != Class::Row {
                    self.pop_last(|last| matches!(last, Class::Group(_)));
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

    /// What is said of blocks in an element that opens now.
    fn inner(&mut self, class: Class, tag: &Tag) -> Context {
        let mut context = self.context();
        match class {
            Class::Heading(level) => context.kind = Kind::Heading(level),
            Class::Item => context.kind = Kind::Item,
            Class::Caption => context.kind = Kind::Caption,
            Class::Paragraph if matches!(context.kind, Kind::Heading(_)) => context.kind = Kind::Paragraph,
            Class::List => {
                context.depth = context.depth.saturating_add(1);
                context.kind = Kind::Paragraph;
            }
            Class::Table => context.kind = Kind::Paragraph,
            Class::Quote => context.quoted = true,
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

    fn pop_last(&mut self, fits: impl Fn(Class) -> bool) {
        if let Some(open) = self.open.pop_if(|open| fits(open.element.class())) {
            self.count_down(open.element);
        }
    }

    /// Closes the innermost element of this name, and what is open in it.
    pub fn pop(&mut self, element: Element) {
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

    fn count_down(&mut self, element: Element) {
        if let Some(count) = self.counts.get_mut(element.index()) {
            *count = count.saturating_sub(1);
        }
    }
}
