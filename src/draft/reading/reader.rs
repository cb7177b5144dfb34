//! Reads a draft from its text to its assertions: the only entry to this floor.
//!
//! Blocks without a known name are skipped after one quick look, so that cost follows what a draft says of known
//! things.

mod context;
mod citation;
mod sentence;
mod scanned_sentence;
mod short_names;
mod version_names;
mod statements;
mod table;
mod unread_ends;

use super::languages::{CompiledLanguages, SharedLanguages};
use super::records::Records;
use crate::draft::allow::{DraftAllows, allows};
use crate::draft::markup::{Block, BlockKind};
use crate::draft::markup::{Format, Metadata, blocks_below, dated_path, meta};
use crate::draft::mentions::{MentionIndex, Origin};
use crate::draft::segmentation::each_sentence;
use crate::graph::Broader;
use crate::model::{Base, Category, EntityId, ReadSentence, Reading, ReadingFact, Why};
use crate::text::FileId;
use crate::time::{Bound, Day};

use citation::SourceIndex;
use context::DiscourseContext;
use sentence::{Matchers, SentenceReader, SentenceSite};
use short_names::WordOwners;
use statements::{NotedStatement, StatedRows};
use table::TableContext;
pub use unread_ends::UnreadEnds;
use version_names::VersionOwners;

/// All that reading needs, compiled once for all drafts.
#[derive(Debug)]
pub struct DraftReader<'a> {
    records: Records<'a>,
    index: MentionIndex,
    languages: CompiledLanguages<'a>,
    broader: Broader,
    citing: SourceIndex,
    owners: WordOwners,
    versions: VersionOwners,
}

/// The days of a draft that its text does not state.
#[derive(Debug, Clone, Copy)]
pub struct DraftDays {
    /// The day by which it will be judged.
    pub today: Day,
    /// Its own date, if that is told from outside: it comes before what the draft states.
    pub told: Option<Bound>,
}

impl DraftDays {
    /// What dates a draft whose date is told from outside.
    pub const TOLD: &str = "--date";
}

impl From<Day> for DraftDays {
    fn from(today: Day) -> Self {
        Self { today, told: None }
    }
}

impl<'a> DraftReader<'a> {
    /// A reader of drafts against `base`.
    #[must_use]
    pub fn new(base: &'a Base) -> Self {
        Self {
            records: Records::new(base),
            index: MentionIndex::new(base),
            languages: CompiledLanguages::new(base),
            broader: Broader::new(&base.relations),
            citing: SourceIndex::new(base),
            owners: WordOwners::default(),
            versions: VersionOwners::default(),
        }
    }

    /// Reads verbs of plans before others too, before anything is read: "plans to acquire" says little of what is so, but that
    /// reports differ.
    pub fn read_plans(&mut self) {
        self.languages.read_plans();
    }

    /// What is compiled of languages, for a reader against the same languages, relations and claims.
    #[must_use]
    pub fn shared_languages(&self) -> SharedLanguages {
        self.languages.shared()
    }

    /// Takes what such a reader has compiled, or will; that it reads verbs of plans, too.
    pub fn share_languages(&mut self, shared: SharedLanguages) {
        self.languages.share(shared);
    }

    /// The languages that drafts may be in.
    pub(super) const fn languages(&self) -> &CompiledLanguages<'a> {
        &self.languages
    }

    /// Takes these to be spoken of around every draft: what a relation concerns need not be named where other reports of the same do.
    pub fn speak_of(&mut self, entities: Vec<EntityId>) {
        self.records.spoken_of = entities;
    }

    /// What one thread keeps from one draft to the next; `keeps_unread`: sentences are wanted too that assert nothing.
    #[must_use]
    pub fn scratch(&self, keeps_unread: bool) -> Scratch {
        let mut matchers = Vec::new();
        matchers.resize_with(self.languages.len(), Matchers::default);
        Scratch { matchers, keeps_unread }
    }

    /// The first trigger of one of these categories in a few words of a language.
    #[must_use]
    pub fn trigger_in(&self, code: &str, text: &str, wanted: &[Category]) -> Option<String> {
        let language = self.languages.get(self.languages.named(code)?)?;
        language.cues.first_in(text, wanted)
    }

    /// When a draft was published, and what says so: a field of its head, or its path.
    #[must_use]
    pub fn date(&self, path: &str, text: &str, format: Format) -> Option<(Bound, String)> {
        let head = meta(text, format);
        dated(&head, self.own_date(&head), path).map(|DraftDate { date, from }| (date, from))
    }

    /// The date that the head of a draft states.
    fn own_date(&self, head: &Metadata) -> Option<DraftDate> {
        let date = self.languages.date(&head.date.as_ref()?.text)?;
        Some(DraftDate { date, from: head.date_from.clone() })
    }

    /// Reads a draft, with the days that its text does not state.
    #[must_use]
    pub fn read(
        &self,
        scratch: &mut Scratch,
        file: FileId,
        path: &str,
        text: &str,
        format: Format,
        DraftDays { today, told }: DraftDays,
    ) -> Reading {
        let head = meta(text, format);
        let own = self.own_date(&head);
        let told = told.map(|date| DraftDate { date, from: DraftDays::TOLD.to_owned() });
        let date = told.or_else(|| dated(&head, own.clone(), path));
        let stated = head.language.as_ref().and_then(|stated| self.languages.named(&stated.text));
        let mut pass = Pass {
            reader: self,
            sentences: SentenceReader::new(
                &self.records,
                &self.broader,
                &self.citing,
                &self.owners,
                &self.versions,
                &mut scratch.matchers,
                scratch.keeps_unread,
            ),
            context: DiscourseContext::default(),
            table: TableContext::default(),
            stated_rows: StatedRows::default(),
            date: date.as_ref().map(|date| date.date),
            today,
            stated,
            language: stated,
            blocks: vec![0; self.languages.len()],
            hits: Vec::new(),
            in_head: 0,
            length: 0,
            heading: None,
        };
        if let Some(title) = &head.title {
            pass.context.title(&self.index, &title.text, stated);
        }
        blocks_below(&head, text, format, &mut |block| pass.block(block));
        let language =
            pass.stated.or_else(|| most(&pass.blocks)).and_then(|language| self.languages.code(language));
        let language = language.unwrap_or_default().to_owned();
        let DraftAllows { allows, flaws: allow_flaws } = allows(file, text, format);
        let (length, naming) = (pass.length, pass.sentences.naming);
        let (in_head, heading) = (pass.in_head, pass.heading);
        let mut sentences = pass.sentences.finish();
        leave_out_repeated(&mut sentences, in_head);
        let undated = head.date.filter(|_| own.is_none()).map(|stated| {
            let fact = ReadingFact::Head { reason: "date", written: Some(stated.text) };
            Why { fact, span: stated.span }
        });
        let head_flaws = head.flaws.into_iter().chain(undated).collect();
        Reading {
            file,
            path: path.to_owned(),
            date: date.as_ref().map(|date| date.date),
            date_from: date.map(|date| date.from),
            language,
            title: head.title.map(|stated| stated.text),
            heading,
            url: head.url.map(|stated| stated.text),
            sentences,
            length,
            naming,
            head_flaws,
            allows,
            allow_flaws,
            as_of: None,
        }
    }
}

/// The date that counts of the one that the head states and the one in the path.
fn dated(head: &Metadata, own: Option<DraftDate>, path: &str) -> Option<DraftDate> {
    let by_path = || Some(DraftDate { date: dated_path(path)?, from: "path".to_owned() });
    if head.is_dated_worse_than_path() { by_path().or(own) } else { own.or_else(by_path) }
}

/// What reading learns of words, and its buffers.
#[derive(Debug)]
pub struct Scratch {
    matchers: Vec<Matchers>,
    keeps_unread: bool,
}

/// The place of the largest count that is not nought.
fn most(counts: &[usize]) -> Option<usize> {
    let best = counts.iter().enumerate().max_by_key(|(at, count)| (**count, std::cmp::Reverse(*at)))?;
    (*best.1 > 0).then_some(best.0)
}

/// Leaves out what the head says in the words of the text: it is judged once. The first `in_head` sentences are there.
fn leave_out_repeated(sentences: &mut Vec<ReadSentence>, in_head: usize) {
    let (head, rest) = sentences.split_at(in_head.min(sentences.len()));
    let is_said_below = |sentence: &ReadSentence| {
        let words = sentence.text.trim_end_matches('.');
        rest.iter().any(|other| other.text.trim_end_matches('.') == words)
    };
    let keeps: Vec<bool> = head.iter().map(|sentence| !is_said_below(sentence)).collect();
    let mut at = 0;
    sentences.retain(|_| {
        at += 1;
        keeps.get(at - 1).copied().unwrap_or(true)
    });
}

/// When a draft was published, and what says so.
#[derive(Clone)]
struct DraftDate {
    date: Bound,
    from: String,
}

/// Longer sentences are not labels or verdicts: "Hoaks!", "Verdict: false."; in bytes.
const LABEL: usize = 48;

/// One draft being read.
struct Pass<'a, 'b> {
    reader: &'a DraftReader<'b>,
    sentences: SentenceReader<'a, 'b>,
    context: DiscourseContext,
    table: TableContext,
    stated_rows: StatedRows,
    date: Option<Bound>,
    today: Day,
    /// The language that the draft states.
    stated: Option<usize>,
    /// The language of the last block that had one.
    language: Option<usize>,
    /// How many blocks there are in each language.
    blocks: Vec<usize>,
    hits: Vec<usize>,
    /// How many of the sentences are in the head.
    in_head: usize,
    /// How many sentences there were, except headings.
    length: usize,
    /// The first heading.
    heading: Option<String>,
}

impl Pass<'_, '_> {
    fn block(&mut self, block: &Block) {
        self.sentences.note_lead(block);
        self.hits.clear();
        let hits = &mut self.hits;
        self.reader.index.scan(&block.text, |at| {
            hits.push(at);
            true
        });
        self.sentences.short_names.scan(&block.text, &mut |at| hits.push(at));
        hits.sort_unstable();
        let language = if self.hits.is_empty() { self.language.or(Some(0)) } else { self.language(block) };
        self.table.see(block, !self.hits.is_empty());
        if let BlockKind::Heading(level) = block.kind {
            let pack = language.and_then(|language| self.reader.languages.get(language));
            let bounding = pack.map_or(&[][..], |pack| &pack.classes.bounding);
            self.context.heading(level, &block.text, bounding);
            self.heading.get_or_insert_with(|| block.text.clone());
        }
        // What stands for something named before may open the block after it.
        let is_idle = self.hits.is_empty() && !self.context.is_fresh() && !self.table.speaks_of(block);
        if is_idle && block.text.len() > LABEL {
            self.reader.citing.note(block, &mut self.sentences);
            let language = language.and_then(|language| self.reader.languages.get(language));
            if let (Some(language), false) = (language, block.kind.is_headline()) {
                each_sentence(&block.text, &language.abbreviations, |_| {
                    self.length += 1;
                    true
                });
            }
            return;
        }
        let Some(language) =
            language.and_then(|language| Some((language, self.reader.languages.get(language)?)))
        else {
            return;
        };
        let site = SentenceSite {
            block,
            language: language.1,
            language_number: language.0,
            index: &self.reader.index,
            origin: Origin {
                anchor: self.date.map(|date| if date.is_finite() { date.latest } else { date.earliest }),
                today: Some(self.today),
                ..Origin::default()
            },
        };
        let before = self.sentences.sentences.len();
        self.context.begin(block);
        self.sentences.begin_block();
        let mut stated = self.statements(&site).into_iter().peekable();
        let mut taken = Vec::new();
        let Self { sentences, context, hits, length, .. } = self;
        let mut hits = hits.iter().peekable();
        let mut is_over = false;
        each_sentence(&block.text, &language.1.abbreviations, |cut| {
            *length += usize::from(!block.kind.is_headline());
            if is_over {
                return true;
            }
            while hits.next_if(|hit| **hit < cut.start).is_some() {}
            let named = hits.peek().is_some_and(|hit| **hit < cut.end);
            if let Some(statement) = stated.next_if(|statement| statement.place.start <= cut.start) {
                taken.push(statement.take_down(&site, sentences));
            }
            if taken.last().is_some_and(|last: &NotedStatement| cut.end <= last.place.end) {
                context.sentence(&[]);
            } else if named || context.is_fresh() && sentences.may_speak(&site, &cut) {
                sentences.read(&site, &cut, context);
            } else {
                if cut.len() <= LABEL {
                    sentences.label(&site, &cut);
                }
                if context.is_fresh() {
                    context.sentence(&[]);
                }
            }
            // What names nothing, and is not near enough to what does, is only counted.
            is_over = hits.peek().is_none() && !context.is_fresh() && !is_idle && stated.peek().is_none();
            true
        });
        self.compete(taken);
        self.context.end(block);
        if block.kind.is_in_head() && before == self.in_head {
            self.in_head = self.sentences.sentences.len();
        }
        self.sentences.end_block();
        self.reader.citing.note(block, &mut self.sentences);
    }

    /// The language of a block; where nothing else tells, one in which it or its table may say something.
    fn language(&mut self, block: &Block) -> Option<usize> {
        let told = self.reader.languages.of_block(block, self.stated, self.language);
        let language =
            told.or_else(|| self.matched(&block.text)).or_else(|| self.matched(&self.table.header_words()));
        if let Some(language) = language {
            self.blocks[language] += 1;
            self.language = Some(language);
        }
        language.or(Some(0))
    }

    /// The first language with a phrasing that may be in a text.
    fn matched(&mut self, text: &str) -> Option<usize> {
        let Self { reader, sentences, .. } = self;
        let may_be_said = |language: &usize| {
            reader.languages.get(*language).is_some_and(|words| sentences.may_say(words, *language, text))
        };
        (0..reader.languages.len()).find(may_be_said)
    }
}
