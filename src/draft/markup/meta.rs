//! What a draft says of itself, as it was written; dates and languages are made sense of by whoever needs them.

use crate::text::Span;

/// What a draft says of itself: front matter, or the head of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// TimeExpression it was published.
    pub date: Option<Stated>,
    /// The language it is written in.
    pub language: Option<Stated>,
    /// Its title.
    pub title: Option<Stated>,
    /// Where it is published.
    pub url: Option<Stated>,
    /// What is broken in it; the rest is read all the same.
    pub flaws: Vec<Flaw>,
}

/// Something stated, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// What, without quotation marks and escapes.
    pub text: String,
    /// Its bytes in the file.
    pub span: Span,
}

/// Something that is broken, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// What is wrong, in plain words.
    pub message: String,
    /// Its bytes in the file.
    pub span: Span,
}

/// More flaws than this in one head tell nobody anything new.
const MOST_FLAWS: usize = 5;

impl Metadata {
    /// Notes a flaw, unless enough are known.
    pub(super) fn flaw(&mut self, message: impl Into<String>, start: usize, end: usize) {
        if self.flaws.len() < MOST_FLAWS {
            self.flaws.push(Flaw { message: message.into(), span: Span::new(start, end) });
        }
    }
}

/// What is known so far, each with its rank: of two statements the one of the lower rank counts, then the first.
#[derive(Debug, Default)]
pub struct HeadFields {
    date: Option<(u8, Stated)>,
    language: Option<(u8, Stated)>,
    title: Option<(u8, Stated)>,
    url: Option<(u8, Stated)>,
}

/// One of the things that a draft may say of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadField {
    /// TimeExpression.
    Date,
    /// In which language.
    Language,
    /// Under which title.
    Title,
    /// Where.
    Url,
}

impl HeadFields {
    /// Takes a statement down, unless a better one is known.
    pub fn state(&mut self, topic: HeadField, rank: u8, text: &str, start: usize, end: usize) {
        let place = match topic {
            HeadField::Date => &mut self.date,
            HeadField::Language => &mut self.language,
            HeadField::Title => &mut self.title,
            HeadField::Url => &mut self.url,
        };
        let text = text.trim();
        if !text.is_empty() && place.as_ref().is_none_or(|(known, _)| rank < *known) {
            *place = Some((rank, Stated { text: text.to_owned(), span: Span::new(start, end) }));
        }
    }

    /// Whether anything was said of it.
    pub fn knows(&self, topic: HeadField) -> bool {
        match topic {
            HeadField::Date => self.date.is_some(),
            HeadField::Language => self.language.is_some(),
            HeadField::Title => self.title.is_some(),
            HeadField::Url => self.url.is_some(),
        }
    }

    /// Fills in what `meta` does not say yet.
    pub fn into(self, meta: &mut Metadata) {
        let fill = |place: &mut Option<Stated>, found: Option<(u8, Stated)>| {
            if place.is_none() {
                *place = found.map(|(_, stated)| stated);
            }
        };
        fill(&mut meta.date, self.date);
        fill(&mut meta.language, self.language);
        fill(&mut meta.title, self.title);
        fill(&mut meta.url, self.url);
    }
}
