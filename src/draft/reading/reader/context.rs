//! What the text around a sentence speaks of: the sentences before it, the headings above it, the title.

use crate::draft::markup::{Block, BlockKind};
use crate::draft::mentions::{EntityMention, MentionIndex};
use crate::draft::segmentation::{TokenKind, tokenize};
use crate::model::EntityId;
use crate::time::{Bound, Day};

/// What was named around, kept up as a draft is read.
#[derive(Debug, Default)]
pub struct DiscourseContext {
    /// The entities of the title.
    title: Vec<EntityId>,
    /// The headings above: their level, their entities, and the year that they name.
    headings: Vec<Heading>,
    /// The entities of the sentences before, in this block and those before it, nearest first.
    recent: Vec<EntityId>,
    /// Those of the paragraph that leads to a list.
    lead: Vec<EntityId>,
    /// How many sentences ago something was named.
    age: usize,
    in_heading: bool,
}

#[derive(Debug)]
struct Heading {
    level: u8,
    entities: Vec<EntityId>,
    year: Option<i32>,
}

/// How many earlier entities are remembered.
const REMEMBERED: usize = 8;

/// For how many sentences after one that names something a pronoun may still stand for it.
const FRESH: usize = 2;

impl DiscourseContext {
    /// Records what the title names, in this language by its number, where that is stated.
    pub fn title(&mut self, index: &MentionIndex, title: &str, language: Option<usize>) {
        let (mut tokens, mut mentions) = (Vec::new(), Vec::new());
        tokenize(title, 0..title.len(), &mut tokens);
        index.find(title, &tokens, language, &mut mentions);
        self.title = mentions.into_iter().filter_map(|mention| mention.entity).collect();
    }

    /// A heading begins: those of its level and below are over. `bounding` are the words before a year in which what follows is
    /// not set: "since".
    pub fn heading(&mut self, level: u8, text: &str, bounding: &[u64]) {
        self.headings.retain(|heading| heading.level < level);
        self.headings.push(Heading { level, entities: Vec::new(), year: year(text, bounding) });
        self.recent.clear();
        self.lead.clear();
        self.age = FRESH + 1;
    }

    /// A block begins.
    pub fn begin(&mut self, block: &Block) {
        self.in_heading = block.kind.is_headline() || block.kind.is_in_head();
        if !block.kind.is_listed() {
            self.lead.clear();
        }
    }

    /// A block ends.
    pub fn end(&mut self, block: &Block) {
        if matches!(block.kind, BlockKind::Paragraph) {
            self.lead = self.recent.clone();
        }
    }

    /// A sentence was read that names these.
    pub fn sentence(&mut self, mentions: &[EntityMention]) {
        if mentions.is_empty() {
            self.age += 1;
            return;
        }
        self.age = 0;
        let named = mentions.iter().filter_map(|mention| mention.entity);
        if self.in_heading {
            if let Some(heading) = self.headings.last_mut() {
                heading.entities.extend(named);
            }
            return;
        }
        let mut recent: Vec<EntityId> = Vec::with_capacity(REMEMBERED);
        for entity in named.chain(self.recent.iter().copied()) {
            if !recent.contains(&entity) && recent.len() < REMEMBERED {
                recent.push(entity);
            }
        }
        self.recent = recent;
    }

    /// Whether what was named last is near enough for a pronoun.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.age < FRESH && !self.recent.is_empty()
    }

    /// All that is spoken of around, nearest first.
    pub fn entities(&self, out: &mut Vec<EntityId>) {
        out.clear();
        let headings = self.headings.iter().rev().flat_map(|heading| &heading.entities);
        for entity in self.recent.iter().chain(&self.lead).chain(headings).chain(&self.title) {
            if !out.contains(entity) {
                out.push(*entity);
            }
        }
    }

    /// The year that the nearest heading of a section names, if it ended before `today`. What a title names says what the whole
    /// draft is about, not when.
    #[must_use]
    pub fn setting(&self, today: Day) -> Option<Bound> {
        let sections = self.headings.iter().rev().filter(|heading| heading.level > 1);
        let year = sections.filter_map(|heading| heading.year).next()?;
        Bound::years(year, year).filter(|bound| bound.latest < today)
    }

    /// The year that the nearest heading names.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        self.headings.iter().rev().find_map(|heading| heading.year)
    }
}

/// The only year in a heading, unless it only bounds a time.
fn year(text: &str, bounding: &[u64]) -> Option<i32> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut tokens = Vec::new();
    tokenize(text, 0..text.len(), &mut tokens);
    let numbers = tokens.iter().filter(|token| token.kind == TokenKind::Number).map(|token| token.text(text));
    let mut years = numbers.filter(|number| number.len() == 4).filter_map(|number| number.parse().ok());
    let first = years.next().filter(|year| (1900..2100).contains(year));
    let is_bound = tokens.iter().any(|token| bounding.contains(&token.hash));
    if is_bound || years.next().is_some() { None } else { first }
}
