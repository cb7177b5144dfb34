//! What a draft says of itself, as it was written; interpreting dates and languages is left to other code.

use std::ops::Range;

use super::block::BlockKind;
use super::front_matter::FrontMatterEntry;
use crate::model::Why;
use crate::text::Span;

/// What a draft says of itself: front matter, or the head of a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Metadata {
    /// When it was published.
    pub date: Option<StatedText>,
    /// What says so: a key of front matter, a tag.
    pub date_from: String,
    /// How reliable that is; the lower the better.
    pub(super) date_rank: u8,
    /// The language it is written in.
    pub language: Option<StatedText>,
    /// Its title.
    pub title: Option<StatedText>,
    /// Where it is published.
    pub url: Option<StatedText>,
    /// Its titles and descriptions, which readers see as well as the text, each once, in the order of the file.
    pub statements: Vec<(BlockKind, StatedText)>,
    /// What is broken in it; the rest is still read.
    pub flaws: Vec<Why>,
}

/// Something stated, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedText {
    /// What, without quotation marks and escapes.
    pub text: String,
    /// Its bytes in the file.
    pub span: Span,
}

impl Metadata {
    /// Whether the path of a draft is a better source for its date.
    #[must_use]
    pub fn is_dated_worse_than_path(&self) -> bool {
        self.date.is_none() || self.date_rank > BY_PATH
    }

    /// Records a title or description, unless it is there already.
    pub(super) fn add_statement(&mut self, kind: BlockKind, text: &str, span: Span) {
        let text = text.trim();
        if !text.is_empty() && self.statements.iter().all(|(_, known)| known.text != text) {
            self.statements.push((kind, StatedText { text: text.to_owned(), span }));
        }
    }

    /// What the keys of front matter say.
    pub(super) fn of(entries: &[FrontMatterEntry], flaws: Vec<Why>) -> Self {
        let mut fields = HeadFields::default();
        for entry in entries.iter().filter(|entry| !entry.is_nested) {
            if let (Some((field, rank)), Some(value)) = (field(&entry.key), entry.values.first()) {
                let (start, end) = (value.span.start as usize, value.span.end as usize);
                fields.state_as(field, rank, &entry.key, &value.text, start..end);
            }
        }
        // Docusaurus: `last_update: {date: …}`.
        let nested = entries.iter().filter(|entry| entry.is_nested && plain_key(&entry.key) == "lastupdate");
        for value in nested.flat_map(|entry| &entry.values) {
            let written = value.text.trim();
            if let Some(date) =
                written.strip_prefix("date:").map(|date| date.trim().trim_matches(['"', '\'']))
            {
                let range = value.span.range();
                fields.state_as(HeadField::Date, CHANGED, "last_update", date, range);
            }
        }
        let mut meta = Self { flaws, ..Self::default() };
        for entry in entries.iter().filter(|entry| !entry.is_nested) {
            if let (Some(kind), Some(value)) = (statement(&plain_key(&entry.key)), entry.values.first()) {
                meta.add_statement(kind, &value.text, value.span);
            }
        }
        fields.into(&mut meta);
        meta
    }
}

/// The rank of the date of a last change: everything else is a better source for the date of publication.
pub(super) const CHANGED: u8 = 6;

/// The rank of a date in the name of a file or folder.
pub(super) const BY_PATH: u8 = 3;

/// What is known so far, each with its rank: the statement with the lower rank counts, then the first.
#[derive(Debug, Default)]
pub struct HeadFields {
    date: Option<(u8, StatedText)>,
    date_from: String,
    language: Option<(u8, StatedText)>,
    title: Option<(u8, StatedText)>,
    url: Option<(u8, StatedText)>,
}

/// One of the things that a draft may say of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadField {
    /// When.
    Date,
    /// In which language.
    Language,
    /// Under which title.
    Title,
    /// Where.
    Url,
}

impl HeadFields {
    /// The same, with the name of what states it.
    pub fn state_as(&mut self, topic: HeadField, rank: u8, from: &str, text: &str, place: Range<usize>) {
        let is_better = self.date.as_ref().is_none_or(|(known, _)| rank < *known);
        if topic == HeadField::Date && is_better && !text.trim().is_empty() {
            self.date_from = from.to_owned();
        }
        self.state(topic, rank, text, place.start, place.end);
    }

    /// Records a statement, unless a better one is known.
    pub fn state(&mut self, topic: HeadField, rank: u8, text: &str, start: usize, end: usize) {
        let place = match topic {
            HeadField::Date => &mut self.date,
            HeadField::Language => &mut self.language,
            HeadField::Title => &mut self.title,
            HeadField::Url => &mut self.url,
        };
        let text = text.trim();
        if !text.is_empty() && place.as_ref().is_none_or(|(known, _)| rank < *known) {
            *place = Some((rank, StatedText { text: text.to_owned(), span: Span::new(start, end) }));
        }
    }

    /// Whether anything was said about it.
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
        let fill = |place: &mut Option<StatedText>, found: Option<(u8, StatedText)>| {
            if place.is_none() {
                *place = found.map(|(_, stated)| stated);
            }
        };
        if meta.date.is_none() {
            meta.date_rank = self.date.as_ref().map_or(0, |(rank, _)| *rank);
            meta.date_from = self.date_from;
        }
        fill(&mut meta.date, self.date);
        fill(&mut meta.language, self.language);
        fill(&mut meta.title, self.title);
        fill(&mut meta.url, self.url);
    }
}

/// A key in small letters, without signs.
fn plain_key(key: &str) -> String {
    key.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The kind of statement that a key's value is, if readers see it.
fn statement(key: &str) -> Option<BlockKind> {
    match key {
        "title" | "judul" | "headline" | "subtitle" | "subjudul" | "seotitle" | "metatitle" | "ogtitle" => {
            Some(BlockKind::Title)
        }
        "description" | "deskripsi" | "summary" | "ringkasan" | "excerpt" | "abstract" | "lead"
        | "seodescription" | "metadescription" | "ogdescription" => Some(BlockKind::Description),
        _ => None,
    }
}

/// What a key is about, and its rank among keys for the same.
fn field(key: &str) -> Option<(HeadField, u8)> {
    let known = match plain_key(key).as_str() {
        "date" => (HeadField::Date, 0),
        "published" | "publishedat" | "publishdate" | "pubdate" | "datepublished" | "publisheddate" => {
            (HeadField::Date, 1)
        }
        "publishedtime" | "publishedon" | "tanggal" => (HeadField::Date, 2),
        "created" | "createdat" | "datecreated" => (HeadField::Date, 5),
        "lastmod" | "lastmodified" | "lastmodifiedat" | "modified" | "datemodified" | "modifieddate"
        | "updated" | "updatedat" | "updateddate" | "updatedate" | "dateupdated" | "lastupdate"
        | "lastupdated" | "diperbarui" => (HeadField::Date, CHANGED),
        "lang" => (HeadField::Language, 0),
        "language" | "locale" | "languagecode" | "bahasa" => (HeadField::Language, 1),
        "title" => (HeadField::Title, 0),
        "judul" | "headline" => (HeadField::Title, 1),
        "url" => (HeadField::Url, 1),
        "canonical" | "canonicalurl" => (HeadField::Url, 0),
        "permalink" | "link" => (HeadField::Url, 2),
        _ => return None,
    };
    Some(known)
}
