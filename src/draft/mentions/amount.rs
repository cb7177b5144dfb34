//! Amounts and counts in a sentence: "more than US$13 billion", "27 persen", "10–12 billion", "60 regions".
//!
//! Finds where they are; what they say is read as in claims. Dates are not amounts and are left out first. The unit of
//! a count is the one word after the number, that of money its currency, of shares "percent".

use std::ops::Range;

use super::time::TimeExpression;
use crate::amounts::{AmountLexicon, AmountMeaning, AmountParser, Expression};
use crate::draft::segmentation::token_boundary;
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::Amount;

/// An amount or count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmountExpression {
    /// Its tokens, with words of comparison, currency, scale and unit.
    pub tokens: Range<usize>,
    /// What it says.
    pub amount: Amount,
    /// How certain it is what is counted.
    pub counted: Counted,
    /// Whether it is a figure of an earlier day, beside that of the day spoken of: "down from 5,230 people in 2023".
    pub earlier: bool,
}

/// How certain it is what an amount counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// What its unit says.
    AsSaid,
    /// That, or only part of it ("registered people"), or something unnamed ("86,205").
    Perhaps,
    /// That only if the name at this token is whose count it is: "86,205 people in Eastport", but "900 people in research".
    In(usize),
    /// What is added or taken away, unless the word at this token is one by which the relation speaks: "lost 500 people".
    Change(usize),
}

/// The amounts among the tokens of a sentence that are outside its dates, in order, none overlapping another.
///
/// Takes time linear in the number of tokens.
#[must_use]
pub fn amount_expressions(
    text: &str,
    tokens: &[Token],
    words: &AmountLexicon,
    times: &[TimeExpression],
) -> Vec<AmountExpression> {
    if !tokens.iter().any(|token| words.may_count(text, token)) {
        return Vec::new();
    }
    all(text, tokens, words, times)
}

fn all(
    text: &str,
    tokens: &[Token],
    words: &AmountLexicon,
    times: &[TimeExpression],
) -> Vec<AmountExpression> {
    let mut found = Vec::new();
    let mut times = times.iter().peekable();
    let (mut at, mut earlier, mut change) = (0, None, None);
    while let Some(token) = tokens.get(at) {
        while times.next_if(|when| when.tokens.end <= at).is_some() {}
        let limit = times.peek().map_or(tokens.len(), |when| when.tokens.start.min(tokens.len()));
        if let Some(when) = times.peek().filter(|_| limit <= at) {
            at = when.tokens.end.max(at + 1);
            continue;
        }
        let may_begin = token.kind == TokenKind::Number
            || words.begins(token)
            || token.is_sign('-')
            || token.is_sign('−')
            || token.text(text).ends_with(|last: char| last.is_ascii_digit());
        let parser = AmountParser::of_sentence(text, tokens.get(..limit).unwrap_or(tokens), words);
        earlier = parser.means(at, AmountMeaning::Earlier).or(earlier);
        change = parser.means(at, AmountMeaning::Change).map(|behind| (at, behind)).or(change);
        let may_begin = may_begin && token_boundary::may_begin(tokens, at);
        let read = may_begin.then(|| parser.expression(at).ok()).flatten();
        match read.filter(|read| is_amount(&parser, at, read) && token_boundary::may_end(tokens, read.end)) {
            Some(read) => {
                let counted = match change.filter(|(_, behind)| read.counts && *behind == at) {
                    Some((word, _)) => Counted::Change(word),
                    None => counted(&parser, &read),
                };
                let Expression { end, amount, .. } = read;
                found.push(AmountExpression {
                    tokens: at..end,
                    amount,
                    counted,
                    earlier: earlier == Some(at),
                });
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// So many tokens may be between a figure and what it became.
const CHANGED: usize = 3;

/// Leaves out figures of an earlier day, and marks the dates that are right after them or after "than" as theirs.
pub fn leave_out_earlier(
    text: &str,
    tokens: &[Token],
    words: &AmountLexicon,
    amounts: &mut Vec<AmountExpression>,
    times: &mut [TimeExpression],
) {
    let parser = AmountParser::of_sentence(text, tokens, words);
    let compared = |when: &TimeExpression| {
        let start = when.tokens.start;
        // A preposition may be between: "300 fewer than in 2024".
        let behind = [Some(start), start.checked_sub(1)].into_iter().flatten();
        behind
            .flat_map(|end| (end.saturating_sub(3)..end).map(move |at| (at, end)))
            .any(|(at, end)| parser.means(at, AmountMeaning::Earlier) == Some(end))
    };
    for when in times.iter_mut().filter(|when| compared(when)) {
        (when.of_another, when.as_of) = (true, false);
    }
    // "From €4 to €5" tells both.
    let nexts: Vec<usize> = amounts.iter().map(|amount| amount.tokens.start).collect();
    let changes = |end: usize| nexts.iter().any(|next| (end + 1..=end + CHANGED).contains(next));
    for figure in amounts.extract_if(.., |amount| amount.earlier && !changes(amount.tokens.end)) {
        let behind = figure.tokens.end..=figure.tokens.end + 1;
        for when in times.iter_mut().filter(|when| behind.contains(&when.tokens.start)) {
            (when.of_another, when.as_of) = (true, false);
        }
    }
}

/// Whether the number at `at` is an amount, and no year, name or label.
fn is_amount(parser: &AmountParser<'_>, at: usize, read: &Expression) -> bool {
    let is_unnamed =
        read.bare && (is_name(parser, at) || read.amount.unit.is_empty() && !ends_there(parser, read.end));
    !is_unnamed && !read.year
}

/// Whether no word follows that a bare number may count.
fn ends_there(parser: &AmountParser<'_>, end: usize) -> bool {
    let Some(next) = parser.tokens.get(end) else { return true };
    match next.kind {
        TokenKind::Sign(sign) => matches!(sign, '.' | ',' | ';' | ')' | '!' | '?' | '|' | '–' | '—'),
        _ => {
            parser.means(end, AmountMeaning::NoUnit).is_some()
                && parser.means(end, AmountMeaning::Narrowing).is_none()
        }
    }
}

fn counted(parser: &AmountParser<'_>, read: &Expression) -> Counted {
    let longest = |meaning| parser.means(read.end, meaning);
    match longest(AmountMeaning::Narrowing).filter(|_| read.counts) {
        Some(behind) if longest(AmountMeaning::Overall).is_none_or(|overall| overall < behind) => {
            Counted::In(behind)
        }
        _ if read.narrowed || read.amount.unit.is_empty() => Counted::Perhaps,
        _ => Counted::AsSaid,
    }
}

/// Whether the number at `at` belongs to the name or label before it: "Windows 11 users", "page 5 says".
fn is_name(parser: &AmountParser<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let Some(token) = parser.tokens.get(before) else { return false };
    // A label may have a full stop: "No. 5".
    let labels = [Some(before), before.checked_sub(1)];
    let labelled =
        labels.into_iter().flatten().any(|label| parser.means(label, AmountMeaning::Label) == Some(at));
    let name = token.text(parser.text).contains(char::is_uppercase);
    labelled
        || token.kind == TokenKind::Number
        || name && parser.means(before, AmountMeaning::NoUnit).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::segmentation::tokenize;
    use crate::load;
    use crate::model::Language;
    use crate::text::{File, Files};
    use proptest::prelude::*;

    /// All phrases of amounts of a pack, and what else amounts are made of.
    fn phrases(pack: &Language) -> Vec<String> {
        let sums = &pack.sums;
        let words = sums.words.iter().flat_map(|(_, words)| words);
        let scales = sums.scales.iter().flat_map(|row| &row.words);
        let units = sums.units.iter().flat_map(|row| row.before.iter().chain(&row.behind));
        let vague = sums.vague.iter().map(|row| &row.phrase);
        let pairs = sums.between.iter().flat_map(|(one, two)| [one, two]);
        let lists = pack.dates.numbers.iter().flatten().chain(sums.per.iter().flat_map(|rate| &rate.behind));
        let all = words.chain(scales).chain(units).chain(vague).chain(pairs).chain(lists);
        let others = ["13.8", "5", "Rp600", "-", "%", "cats", "Anna", ",", "–"];
        all.cloned().chain(others.map(str::to_owned)).collect()
    }

    fn packs() -> Vec<(Vec<String>, AmountLexicon)> {
        let mut files = Files::default();
        load::STANDARD_FILES.iter().for_each(|(path, text)| {
            files.add(File::new(*path, *text));
        });
        let packs = load::load(&files).base.languages;
        packs.iter().map(|pack| (phrases(pack), AmountLexicon::new([pack]))).collect()
    }

    proptest! {
        #[test]
        fn no_amount_is_lost(choice in prop::collection::vec(any::<prop::sample::Index>(), 1..7)) {
            thread_local!(static PACKS: Vec<(Vec<String>, AmountLexicon)> = packs());
            PACKS.with(|packs| {
                for (phrases, words) in packs {
                    let text = choice.iter().map(|at| at.get(phrases).as_str()).collect::<Vec<_>>().join(" ");
                    let mut tokens = Vec::new();
                    tokenize(&text, 0..text.len(), &mut tokens);
                    prop_assert_eq!(
                        amount_expressions(&text, &tokens, words, &[]),
                        all(&text, &tokens, words, &[]),
                        "{}",
                        text
                    );
                }
                Ok(())
            })?;
        }
    }
}
