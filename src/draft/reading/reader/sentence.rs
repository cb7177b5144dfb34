//! Reads one sentence: cuts it into tokens, finds names, dates, amounts and triggers, and matches its phrasings.

mod coordination;
mod figure;
mod gone;
mod label;
mod names;
mod nearness;
mod notes;
mod outcome;
mod pronouns;
mod stated;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::citation::SourceIndex;
use super::context::DiscourseContext;
use super::short_names::{ShortNames, WordOwners};
use super::version_names::VersionOwners;
use crate::draft::markup::{Block, NoteRef};
use crate::draft::mentions::{AmountExpression, EntityMention, MentionIndex};
use crate::draft::mentions::{Origin, TimeExpression, TimeReading};
use crate::draft::mentions::{amount_expressions, leave_out_earlier, time_expressions};
use crate::draft::reading::clause::{Clauses, part};
use crate::draft::reading::cue::Cue;
use crate::draft::reading::language::CompiledLanguage;
use crate::draft::reading::pattern::{ANY, Hit, MatchInput, Matcher};
use crate::draft::reading::records::Records;
use crate::draft::reading::sentence_view::quotes;
use crate::draft::reading::syntax::{Tags, is_of_earlier_text, tag};
use crate::draft::segmentation::{Token, TokenKind, bytes, tokenize};
use crate::graph::Broader;
use crate::model::{Category, Cited, EntityId, GrammarRole, ReadSentence, SourceId};
use crate::text::Span;
use crate::time::Bound;

use outcome::Outcomes;
pub use stated::Stated;

/// Where a sentence is.
#[derive(Clone, Copy)]
pub struct SentenceSite<'a> {
    /// Its block.
    pub block: &'a Block,
    /// Its language.
    pub language: &'a CompiledLanguage,
    /// Which of the languages that is.
    pub language_number: usize,
    /// The names of all entities.
    pub index: &'a MentionIndex,
    /// The days from which relative dates count.
    pub origin: Origin,
}

/// Reads sentences one after the other; keeps its buffers.
pub struct SentenceReader<'a, 'b> {
    records: &'a Records<'b>,
    broader: &'a Broader,
    source_index: &'a SourceIndex,
    owners: &'a WordOwners,
    versions: &'a VersionOwners,
    matchers: &'a mut [Matchers],
    /// The short forms that the draft has introduced.
    pub short_names: ShortNames,
    /// What was read.
    pub sentences: Vec<ReadSentence>,
    /// How many name known entities or assert something; headings are not counted.
    pub naming: usize,
    tokens: Vec<Token>,
    mentions: Vec<EntityMention>,
    cues: Vec<Cue>,
    clauses: Clauses,
    tags: Vec<Tags>,
    quotes: Vec<Range<usize>>,
    pronouns: Vec<Range<usize>>,
    hits: Vec<Hit>,
    context: Vec<EntityId>,
    /// Sentences that refer to notes, by their place and the notes' labels.
    pending: Vec<(usize, NoteRef)>,
    /// What each note cites.
    notes: HashMap<String, (Vec<SourceId>, String), FxBuildHasher>,
    block_start: usize,
    is_block_cited: bool,
    /// Whether sentences are recorded that assert nothing.
    keeps_unread: bool,
    /// Whether the sentence or heading before was a label alone that calls what follows false: "Hoaks!".
    is_labelled_false: bool,
    /// The paragraph that leads to the list that follows it.
    lead: String,
    /// Whether that tells of those who have left their offices, as a language reads it.
    lead_tells_of_gone: Option<(usize, bool)>,
    /// Whether the sentence lists those who have left their offices.
    is_of_gone: bool,
}

/// One for each set of patterns of a language, because each keeps what it learnt of words.
#[derive(Debug, Default)]
pub struct Matchers {
    cues: Matcher,
    said: Matcher,
    transitions: Matcher,
    pronouns: Matcher,
    citing: Matcher,
}

impl<'a, 'b> SentenceReader<'a, 'b> {
    /// A reader of one draft; `matchers` has one for each language.
    #[must_use]
    pub fn new(
        records: &'a Records<'b>,
        broader: &'a Broader,
        source_index: &'a SourceIndex,
        owners: &'a WordOwners,
        versions: &'a VersionOwners,
        matchers: &'a mut [Matchers],
        keeps_unread: bool,
    ) -> Self {
        Self {
            records,
            broader,
            source_index,
            owners,
            versions,
            matchers,
            short_names: ShortNames::default(),
            sentences: Vec::new(),
            naming: 0,
            tokens: Vec::new(),
            mentions: Vec::new(),
            cues: Vec::new(),
            clauses: Clauses::default(),
            tags: Vec::new(),
            quotes: Vec::new(),
            pronouns: Vec::new(),
            hits: Vec::new(),
            context: Vec::new(),
            pending: Vec::new(),
            notes: HashMap::default(),
            block_start: 0,
            is_block_cited: false,
            keeps_unread,
            is_labelled_false: false,
            lead: String::new(),
            lead_tells_of_gone: None,
            is_of_gone: false,
        }
    }

    /// What was read.
    #[must_use]
    pub fn finish(mut self) -> Vec<ReadSentence> {
        let noted = self.notes.drain().map(|(label, (sources, written))| {
            (label, (Arc::<[SourceId]>::from(sources), Arc::<str>::from(written)))
        });
        let noted: HashMap<String, _, FxBuildHasher> = noted.collect();
        for (at, note) in self.pending.drain(..) {
            let Some(sentence) = self.sentences.get_mut(at) else { continue };
            let (sources, written) = noted.get(&note.label).cloned().unwrap_or_default();
            let end = sentence.span.end as usize;
            sentence.citations.push(Cited { sources, written, span: Span::new(end, end) });
            sentence.is_cited_near = true;
        }
        self.sentences
    }

    /// A block begins.
    pub fn begin_block(&mut self) {
        self.block_start = self.sentences.len();
        self.is_block_cited = false;
    }

    /// A block ends: a source that one of its sentences cites is in reach of all.
    pub fn end_block(&mut self) {
        let sentences = self.sentences.get_mut(self.block_start..).unwrap_or_default();
        if self.is_block_cited {
            sentences.iter_mut().for_each(|sentence| sentence.is_cited_near = true);
        }
    }

    /// Reads the sentence at `cut` of its block.
    pub fn read(&mut self, around: &SentenceSite<'_>, cut: &Range<usize>, context: &mut DiscourseContext) {
        let text = around.block.text.as_str();
        tokenize(text, cut.clone(), &mut self.tokens);
        if self.is_label_or_verdict(around) {
            return;
        }
        self.is_of_gone = self.lists_gone(around, cut);
        self.find_names(around);
        // A word of a name is not the name; without one, and nothing near that pronouns stand for, nothing is said of anything.
        if self.mentions.is_empty() && !context.is_fresh() {
            context.sentence(&[]);
            return;
        }
        let mut found = self.find_contents(around, context.year());
        let is_text = !around.block.kind.is_headline();
        found.setting = around.origin.today.filter(|_| is_text).and_then(|day| context.setting(day));
        if self.mentions.is_empty() && !found.may_assert {
            context.sentence(&self.mentions);
            return;
        }
        let mut outcomes = Outcomes::default();
        if found.may_assert {
            context.entities(&mut self.context);
            self.find_pronouns(around, &found.counted);
            outcomes = self.outcomes(around, &found);
            self.read_coordinated(around, context.year(), &found.dates, &mut outcomes);
        }
        self.take_down(around, cut, outcomes, &found.dates);
        self.is_labelled_false = false;
        context.sentence(&self.mentions);
    }

    /// Finds what the tokens name, and what else is there.
    fn find(&mut self, around: &SentenceSite<'_>, year: Option<i32>) -> SentenceContents {
        self.find_names(around);
        self.find_contents(around, year)
    }

    /// Finds dates, amounts and triggers, if a phrasing may fit or something is dated. `year` is the year of what is around.
    fn find_contents(&mut self, around: &SentenceSite<'_>, year: Option<i32>) -> SentenceContents {
        let mut found = SentenceContents {
            may_assert: self.may_assert(around) || self.has_figure(),
            ..SentenceContents::default()
        };
        self.cues.clear();
        self.pronouns.clear();
        if found.may_assert || self.tokens.iter().any(|token| around.language.dating.contains(&token.hash)) {
            self.find_words(around, year, &mut found);
        }
        found
    }

    /// Whether there is a number beside a name that has amounts on record.
    fn has_figure(&self) -> bool {
        self.mentions.iter().filter_map(|name| name.entity).any(|entity| self.records.has_amounts(entity))
            && self.tokens.iter().any(|token| token.kind == TokenKind::Number)
    }

    fn find_words(&mut self, around: &SentenceSite<'_>, year: Option<i32>, found: &mut SentenceContents) {
        let text = around.block.text.as_str();
        let origin = Origin { year, ..around.origin };
        found.dates = time_expressions(text, &self.tokens, &around.language.dates, origin);
        unread_within_names(&mut found.dates, &self.mentions);
        found.counted = amount_expressions(text, &self.tokens, &around.language.amounts, &found.dates);
        let SentenceContents { dates, counted, .. } = found;
        leave_out_earlier(text, &self.tokens, &around.language.amounts, counted, dates);
        self.find_cues(around, &found.counted, &found.dates);
    }

    /// Whether a sentence without a name is worth reading for what its pronouns may stand for.
    pub fn may_speak(&mut self, around: &SentenceSite<'_>, cut: &Range<usize>) -> bool {
        let words = around.block.text.get(cut.clone()).unwrap_or_default();
        self.may_say(around.language, around.language_number, words)
    }

    /// Whether a text may hold a phrasing of a language.
    pub fn may_say(&mut self, language: &CompiledLanguage, number: usize, text: &str) -> bool {
        let matchers = self.matchers.get_mut(number);
        matchers.is_some_and(|matchers| matchers.said.may_be_anchored(&language.said, text))
    }

    /// Whether a phrasing may fit: most sentences have no word of any.
    fn may_assert(&mut self, around: &SentenceSite<'_>) -> bool {
        let Some(matchers) = self.matchers.get_mut(around.language_number) else { return false };
        let (language, text) = (around.language, &around.block.text);
        let may_say = matchers.said.look(&language.said, text, &self.tokens);
        let may_change = self.mentions.len() > 1
            && matchers.transitions.look(&language.transitions.patterns, text, &self.tokens);
        may_say || may_change
    }

    fn find_cues(
        &mut self,
        around: &SentenceSite<'_>,
        counted: &[AmountExpression],
        dates: &[TimeExpression],
    ) {
        let Some(matchers) = self.matchers.get_mut(around.language_number) else { return };
        self.clauses.chains.clear();
        self.clauses.chains.resize(self.tokens.len(), 0);
        let words = MatchInput::of_words(&around.block.text, &self.tokens, &self.clauses.chains);
        let match_input = MatchInput { mentions: &self.mentions, amounts: counted, ..words };
        around.language.cues.find(&mut matchers.cues, &match_input, &mut self.hits, &mut self.cues);
        // "The end of 2022" ends nothing, "in May 2022" is not a guess, and "no more than" of an amount denies nothing.
        let loose = [Category::Ability, Category::Cessation, Category::Future, Category::Hedging];
        let within = |cue: &Cue, tokens: &Range<usize>| {
            tokens.start <= cue.tokens.start && cue.tokens.end <= tokens.end
        };
        let dated = |cue: &Cue| dates.iter().any(|when| within(cue, &when.tokens));
        let compares = |cue: &Cue| counted.iter().any(|amount| within(cue, &amount.tokens));
        // "No, it is not" denies once.
        let answers = |cue: &Cue| {
            let next = self.tokens.get(cue.tokens.end);
            cue.tokens.start == 0
                && cue.category == Category::Negation
                && next.is_some_and(|next| next.is_sign(','))
        };
        // "Lund Trading" trades nothing in.
        let is_named = |cue: &Cue| {
            let names = |at: &usize| self.mentions.iter().any(|mention| mention.tokens.contains(at));
            cue.words.iter().any(names)
        };
        let is_of_other = |cue: &Cue| loose.contains(&cue.category) && dated(cue) || is_named(cue);
        self.cues.retain(|cue| !(answers(cue) || compares(cue) || is_of_other(cue)));
        part(&self.tokens, &self.cues, &mut self.clauses);
        quotes(&self.tokens, &mut self.quotes);
        // A short sentence has its tags already, from being looked at as a label.
        if self.tags.is_empty() {
            tag(around.language, &around.block.text, &self.tokens, &mut self.tags);
        }
        self.cues.retain(|cue| !is_of_earlier_text(&self.tags, cue));
        // "Opened in May 2018" has one verb.
        for when in dates {
            let within = self.tags.get_mut(when.tokens.clone()).unwrap_or_default();
            within.iter_mut().for_each(|tags| tags.remove(GrammarRole::Auxiliary));
        }
    }

    fn take_down(
        &mut self,
        around: &SentenceSite<'_>,
        cut: &Range<usize>,
        outcomes: Outcomes,
        dates: &[TimeExpression],
    ) {
        let Outcomes { candidates, unread_reason } = outcomes;
        if self.mentions.is_empty() && candidates.is_empty() {
            return;
        }
        self.naming += usize::from(!around.block.kind.is_headline());
        // Sentences that assert nothing may still cite for those beside them.
        let may_cite = !candidates.is_empty()
            || !around.block.links.is_empty()
            || self.tokens.iter().any(|token| token.is_sign('('));
        let citations = match self.matchers.get_mut(around.language_number).filter(|_| may_cite) {
            Some(matchers) => self.source_index.cited(around, cut, &self.tokens, &mut matchers.citing),
            None => Vec::new(),
        };
        let place = |tokens: &Range<usize>| place(around.block, &self.tokens, tokens);
        let vague =
            self.cues.iter().find(|cue| cue.category == Category::Vague).map(|cue| place(&cue.tokens));
        let as_of = dates.iter().filter(|when| when.as_of).find_map(|when| match when.reading {
            TimeReading::On(bound) => Some((bound, place(&when.tokens))),
            _ => None,
        });
        let notes = notes::within(around.block, cut);
        self.is_block_cited |= !citations.is_empty() || !notes.is_empty();
        if !self.keeps_unread && candidates.is_empty() && vague.is_none() && as_of.is_none() {
            return;
        }
        let mut entities: Vec<EntityId> = self.mentions.iter().filter_map(|mention| mention.entity).collect();
        entities.dedup();
        let unread_reason = candidates.is_empty().then(|| self.nearest(around, unread_reason));
        let assertions = candidates.into_iter().map(|candidate| candidate.placed(&place)).collect();
        self.pending.extend(notes.into_iter().map(|label| (self.sentences.len(), label)));
        self.sentences.push(ReadSentence {
            span: around.block.map.span(cut.clone()),
            text: around.block.text.get(cut.clone()).unwrap_or_default().replace('\n', " "),
            is_heading: around.block.kind.is_headline(),
            entities,
            assertions,
            unread_reason,
            is_cited_near: !citations.is_empty(),
            citations,
            vague,
            as_of,
        });
    }
}

/// What is in a sentence beside names.
#[derive(Debug, Default)]
struct SentenceContents {
    /// A phrasing may fit.
    may_assert: bool,
    dates: Vec<TimeExpression>,
    counted: Vec<AmountExpression>,
    /// The year that the heading of its section names, if it is past.
    setting: Option<Bound>,
}

/// A date that begins within a name is none that can be read: "Kestrel 8 in May 2024".
fn unread_within_names(dates: &mut [TimeExpression], mentions: &[EntityMention]) {
    for when in dates {
        let name = mentions.iter().find(|mention| mention.tokens.contains(&when.tokens.start));
        if let Some(name) = name.filter(|name| name.tokens.end < when.tokens.end) {
            when.tokens.start = name.tokens.end;
            when.reading = TimeReading::Unread;
        }
    }
}

/// The bytes of the file that these tokens came from.
fn place(block: &Block, tokens: &[Token], range: &Range<usize>) -> Span {
    block.map.span(bytes(tokens, range))
}
