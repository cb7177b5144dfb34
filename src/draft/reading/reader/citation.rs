//! Which sources a sentence cites: links, notes, sources in brackets, and names after "according to".

use std::collections::HashMap;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::sentence::{SentenceReader, SentenceSite};
use crate::draft::markup::{Block, BlockKind};
use crate::draft::reading::pattern::{ANY, Hit, MatchInput, Matcher};
use crate::draft::segmentation::{Token, TokenKind, bytes, tokenize};
use crate::model::{Base, Cited, SourceId, address};

/// The sources on record, by address and by publisher.
#[derive(Debug)]
pub struct SourceIndex {
    by_address: HashMap<String, Vec<SourceId>, FxBuildHasher>,
    by_publisher: Vec<Publisher>,
}

/// A source as prose names it: who published it, in which years.
#[derive(Debug)]
struct Publisher {
    source: SourceId,
    /// The hashes of the publisher's words.
    words: Vec<u64>,
    first_year: i32,
    last_year: i32,
}

impl Publisher {
    fn is_dated(&self) -> bool {
        self.first_year > i32::MIN
    }
}

/// Words in brackets that are a source; more are an aside.
const LONGEST: usize = 16;

/// How many words after "according to" may name the source.
const NAMED: usize = 6;

impl SourceIndex {
    /// Indexes the sources of `base`.
    #[must_use]
    pub fn new(base: &Base) -> Self {
        let mut by_address: HashMap<String, Vec<SourceId>, FxBuildHasher> = HashMap::default();
        let mut by_publisher = Vec::new();
        let mut tokens = Vec::new();
        for (source, record) in base.sources.described() {
            if let Some(url) = &record.url {
                by_address.entry(address(url)).or_default().push(source);
            }
            let Some(name) = &record.publisher else { continue };
            tokenize(name, 0..name.len(), &mut tokens);
            let words: Vec<u64> =
                tokens.iter().filter(|token| token.is_wordy()).map(|token| token.hash).collect();
            let year = |day: crate::time::Day| day.calendar().map(|(year, ..)| year);
            let published = record.published;
            let first_year = published.and_then(|date| year(date.earliest)).unwrap_or(i32::MIN);
            let last_year = published.and_then(|date| year(date.latest)).unwrap_or(i32::MAX);
            if !words.is_empty() {
                by_publisher.push(Publisher { source, words, first_year, last_year });
            }
        }
        Self { by_address, by_publisher }
    }

    /// Records what a note cites, for the sentences that refer to it.
    pub fn note(&self, block: &Block, reader: &mut SentenceReader<'_, '_>) {
        let BlockKind::Footnote(label) = &block.kind else { return };
        let mut sources: Vec<SourceId> = block.links.iter().flat_map(|link| self.at(&link.target)).collect();
        let mut tokens = Vec::new();
        tokenize(&block.text, 0..block.text.len(), &mut tokens);
        sources.extend(self.published_by(&block.text, &tokens));
        reader.note(label, &sources, &block.text);
    }

    /// What the sentence at `cut` cites.
    #[must_use]
    pub fn cited(
        &self,
        around: &SentenceSite<'_>,
        cut: &Range<usize>,
        tokens: &[Token],
        matcher: &mut Matcher,
    ) -> Vec<Cited> {
        let block = around.block;
        let mut cited = Vec::new();
        for link in block.links.iter().filter(|link| link.range.start < cut.end && cut.start < link.range.end)
        {
            cited.push(Cited {
                sources: self.at(&link.target).into(),
                written: link.target.as_str().into(),
                span: block.map.span(link.range.clone()),
            });
        }
        for inside in brackets(tokens) {
            self.bracket(block, &tokens[inside], &mut cited);
        }
        self.attributed(around, tokens, matcher, &mut cited);
        cited
    }

    /// The sources at an address.
    fn at(&self, url: &str) -> Vec<SourceId> {
        self.by_address.get(&address(url)).cloned().unwrap_or_default()
    }

    /// A source in brackets: "(Reuters, 2023)". What has no year is an aside.
    fn bracket(&self, block: &Block, inside: &[Token], cited: &mut Vec<Cited>) {
        let text = block.text.as_str();
        if inside.len() > LONGEST || years(text, inside).is_empty() {
            return;
        }
        let named = inside
            .iter()
            .any(|token| token.kind == TokenKind::Word && token.text(text).starts_with(char::is_uppercase));
        let sources = self.published_by(text, inside);
        // Without a known publisher it is a source only if it looks like one: a name, a comma, a year.
        if sources.is_empty() && !(named && inside.iter().any(|token| token.is_sign(','))) {
            return;
        }
        cited.push(named_by(block, inside, sources));
    }

    /// Who is named after "according to".
    fn attributed(
        &self,
        around: &SentenceSite<'_>,
        tokens: &[Token],
        matcher: &mut Matcher,
        cited: &mut Vec<Cited>,
    ) {
        let text = around.block.text.as_str();
        let clauses = vec![0; tokens.len()];
        let match_input = MatchInput::of_words(text, tokens, &clauses);
        let mut hits: Vec<Hit> = Vec::new();
        matcher.find(&around.language.citing, &match_input, ANY, &mut hits);
        for hit in hits {
            let end = (hit.tokens.end + NAMED).min(tokens.len());
            let behind = &tokens[hit.tokens.end..end];
            let sources = self.published_by(text, behind);
            if !sources.is_empty() {
                cited.push(named_by(around.block, behind, sources));
            }
        }
    }

    /// The sources whose publisher these tokens name, of the year that they name if they name one. Pages without a date
    /// are meant only where no dated source fits.
    fn published_by(&self, text: &str, tokens: &[Token]) -> Vec<SourceId> {
        let years = years(text, tokens);
        let hashes: Vec<u64> =
            tokens.iter().filter(|token| token.is_wordy()).map(|token| token.hash).collect();
        let fits = |publisher: &&Publisher| {
            let named = hashes.windows(publisher.words.len()).any(|window| window == publisher.words);
            let then = years.is_empty()
                || years.iter().any(|year| (publisher.first_year..=publisher.last_year).contains(year));
            named && then
        };
        let (dated, undated): (Vec<&Publisher>, Vec<&Publisher>) =
            self.by_publisher.iter().filter(fits).partition(|publisher| publisher.is_dated());
        let meant = if years.is_empty() || dated.is_empty() { [dated, undated].concat() } else { dated };
        meant.iter().map(|publisher| publisher.source).collect()
    }
}

/// Sources that these tokens of a block name.
fn named_by(block: &Block, tokens: &[Token], sources: Vec<SourceId>) -> Cited {
    let range = bytes(tokens, &(0..tokens.len()));
    let written = block.text.get(range.clone()).unwrap_or_default().into();
    Cited { sources: sources.into(), written, span: block.map.span(range) }
}

/// What is between brackets, as tokens.
fn brackets(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, token) in tokens.iter().enumerate() {
        if token.is_sign('(') || token.is_sign('[') {
            open = Some(at + 1);
        } else if token.is_sign(')') || token.is_sign(']') {
            found.extend(open.take().map(|start| start..at));
        }
    }
    found
}

/// The numbers that are years.
fn years(text: &str, tokens: &[Token]) -> Vec<i32> {
    let numbers = tokens.iter().filter(|token| token.kind == TokenKind::Number).map(|token| token.text(text));
    numbers
        .filter(|number| number.len() == 4)
        .filter_map(|number| number.parse().ok())
        .filter(|year| (1900..2200).contains(year))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;
    use crate::text::{File, Files};

    fn named(citation: &str) -> Vec<String> {
        let sources = r#"(sources: [
            (id: "page", publisher: "The Mill"), (id: "post", publisher: "The Mill", published: "2019-07-22"),
            (id: "report", publisher: "The Mill", published: "2023"), (id: "list", publisher: "The Guild"),
        ])"#;
        let mut files = Files::default();
        files.add(File::new("claims/a.ron", sources));
        let base = load::load(&files).base;
        let mut tokens = Vec::new();
        tokenize(citation, 0..citation.len(), &mut tokens);
        let found = SourceIndex::new(&base).published_by(citation, &tokens);
        found.iter().map(|source| base.sources.id(*source).to_owned()).collect()
    }

    #[test]
    fn a_page_without_a_date_is_meant_only_where_no_dated_source_fits() {
        assert_eq!(named("The Mill, 22 July 2019"), ["post"]);
        assert_eq!(named("The Mill, 2021"), ["page"]);
        assert_eq!(named("The Guild, 2021"), ["list"]);
        assert_eq!(named("The Mill").len(), 3);
    }
}
