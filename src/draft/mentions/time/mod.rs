//! Time expressions in a sentence: dates, ranges, "since", "until", and dates counted from the draft's own.
//!
//! Reads what is written and nothing else: what tense says, and which claim a date belongs to, is decided elsewhere.
//! All words come from the language pack. Where it is not clear that something is a date, there is none.
//!
//! # What is meant by what
//!
//! | written | reading |
//! |---|---|
//! | "in 2023", "on 22 July 2019", "Q3 2025", "by 2028" | on some day of that |
//! | "since", "from … on", "not until" | from some day of it on |
//! | "after 2024" | from some day of 2024, or the day after it, on |
//! | "until", "through" | until some day of it |
//! | "before 2025" | until the day before it |
//! | "early", "mid", "late 2025" | January to April, May to August, September to December; ten days of a month |
//! | "fiscal 2023", "FY2023" | some day from July 2022 to December 2023: companies differ, and it is not guessed which |
//! | "last year", "bulan ini" | that year or month, counted from the draft's date |
//! | "two years ago" | that year, and half a year about the day that lies two years back |
//! | "in the past two years" | from then to the draft's date |
//! | "spring 2025", "winter 2025/26" | the season of the north, with the days on which people differ |
//! | "Easter 2021", "Lebaran 2025" | any day on which that may be |
//! | "the nineteenth century", "the 90s" | 1800 to 1900, 1990 to 1999 |
//! | "1/3/2015" where either number may be the month | from the earlier of the two days to the later |
//! | "about 2018", "c. May 2019" | a year, a month, for a day a week more on either side, as `~` on record |
//! | "in January" | that month of the year of the heading, else the latest one that has begun; of what will be, the next (`ahead`) |

mod calendar;
mod preposition;
mod lexicon;
mod named;
mod year_context;
mod numeric;
mod range;
mod resolve;
mod parser;
mod written;

use std::ops::Range;

use crate::draft::segmentation::token_boundary;
use crate::draft::segmentation::{Token, TokenKind};
use crate::time::{Bound, BoundShape};

pub use lexicon::DateLexicon;
pub use resolve::Origin;

use lexicon::Kinds;
use parser::TimeParser;
use preposition::ParsedTime;

/// A time expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeExpression {
    /// Its tokens, the preposition included.
    pub tokens: Range<usize>,
    /// What it says.
    pub reading: TimeReading,
    /// What it says of what is to come, where that is another year: "in May".
    pub ahead: Option<TimeReading>,
    /// Whether something is said as of that date: "as of March 2023", "per 15 Februari 2024".
    pub as_of: bool,
    /// Whether it is counted from the draft's own date.
    pub relative: bool,
    /// Whether it is the day or week in which the draft was written: what is so then is so now, as its author sees it.
    pub now: bool,
    /// Whether the date may be the very one on which something began or ended: of "since", "until", "from … to", of "in"
    /// after "became"; not of "before", "after", "by", "during", "between", "at least until".
    pub names_ends: bool,
    /// Whether it dates something else than what the sentence says, such as an earlier figure.
    pub of_another: bool,
}

impl TimeExpression {
    /// A date that is not understood.
    fn unread(tokens: Range<usize>) -> Self {
        Self {
            tokens,
            reading: TimeReading::Unread,
            ahead: None,
            as_of: false,
            relative: false,
            now: false,
            names_ends: false,
            of_another: false,
        }
    }
}

/// What a time expression says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeReading {
    /// At some time within: "in 2023", "Q3 2025".
    On(Bound),
    /// From then on: "since July 2019".
    Since(Bound),
    /// Until then: "hingga Januari 2025".
    Until(Bound),
    /// At some time up to then: "before 2025".
    Before(Bound),
    /// From the one to the other.
    Range(Bound, Bound),
    /// "Today", "this year" in a draft without a date: of the day by which it is judged.
    Current(Bound),
    /// Any other date that is counted from the draft's own, which the draft does not give; never guessed.
    Unanchored,
    /// A date that does not exist: "30 February 2025".
    Unread,
}

/// The time expressions among the tokens of a sentence, in order, none overlapping another.
///
/// Takes time linear in the number of tokens: no expression is longer than a few phrases of the pack.
#[must_use]
pub fn time_expressions(
    text: &str,
    tokens: &[Token],
    words: &DateLexicon,
    origin: Origin,
) -> Vec<TimeExpression> {
    if !tokens.iter().any(|token| words.may_date(text, token)) {
        return Vec::new();
    }
    let kinds: Vec<Kinds> = tokens.iter().map(|token| words.kinds(token)).collect();
    all(TimeParser { text, tokens, words, kinds: &kinds }, origin)
}

fn all(parser: TimeParser<'_>, origin: Origin) -> Vec<TimeExpression> {
    let TimeParser { text, tokens, words, kinds } = parser;
    let origin = Origin { anchor: origin.anchor.filter(|day| day.is_finite()), ..origin };
    let mut found: Vec<TimeExpression> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let may_begin = token.kind == TokenKind::Number
            || kinds.get(at).is_some_and(|kinds| *kinds != 0)
            || words.is_fiscal(text, token);
        if !may_begin || !token_boundary::may_begin(tokens, at) {
            at += 1;
            continue;
        }
        match parser.expression(at, origin).filter(|when| token_boundary::may_end(tokens, when.end)) {
            Some(when) => at = take(parser, origin, at, when, &mut found),
            None => match parser.impossible(at, origin) {
                Some(end) => {
                    found.push(TimeExpression::unread(at..end));
                    at = end;
                }
                None => at += 1,
            },
        }
    }
    look_ahead(parser, origin, &mut found);
    leave_year_open(parser, origin, &mut found);
    found
}

/// Notes what dates without a year say of what is to come.
fn look_ahead(parser: TimeParser<'_>, origin: Origin, found: &mut [TimeExpression]) {
    for when in found.iter_mut().filter(|when| when.relative) {
        let ahead = parser.expression(when.tokens.start, Origin { ahead: true, ..origin });
        let ahead = ahead.filter(|ahead| ahead.end == when.tokens.end).map(|ahead| ahead.reading);
        when.ahead = ahead.filter(|ahead| *ahead != when.reading);
    }
}

/// Takes a day or month without a year for one of no known year where another in the sentence has one that it may share: "was to come
/// on 1 March 2021 but came on 30 March".
fn leave_year_open(parser: TimeParser<'_>, origin: Origin, found: &mut [TimeExpression]) {
    let year = |when: &TimeExpression| match when.reading {
        TimeReading::On(bound) if !when.relative => match bound.shape() {
            BoundShape::Day(year, ..) | BoundShape::Month(year, _) => Some(year),
            _ => None,
        },
        _ => None,
    };
    let Some(year) = found.iter().find_map(year) else { return };
    for when in found.iter_mut().filter(|when| when.relative) {
        let shared = parser.expression(when.tokens.start, Origin { year: Some(year), ..origin });
        if shared.is_some_and(|shared| !shared.relative && shared.reading != when.reading) {
            when.reading = TimeReading::Unanchored;
        }
    }
}

/// Whether a number looks like a year, whatever the context: what is not read as a date may still be one.
#[must_use]
pub fn looks_like_year(text: &str, tokens: &[Token], words: &DateLexicon, at: usize) -> bool {
    token_boundary::may_begin(tokens, at)
        && token_boundary::may_end(tokens, at + 1)
        && TimeParser { text, tokens, words, kinds: &[] }.looks_like_year(at)
}

/// Adds what was found at `start`, and the further years of its list; gives the token to go on with.
fn take(
    parser: TimeParser<'_>,
    origin: Origin,
    start: usize,
    first: ParsedTime,
    found: &mut Vec<TimeExpression>,
) -> usize {
    let (mut start, mut next) = (start, Some(first));
    let mut end = start;
    while let Some(when) = next.take() {
        end = when.end.max(start + 1);
        found.push(TimeExpression {
            tokens: start..end,
            reading: when.reading,
            ahead: None,
            as_of: when.as_of,
            relative: when.relative,
            now: when.now,
            names_ends: when.names_ends,
            of_another: false,
        });
        let further = if when.listed { parser.listed(end, origin) } else { None };
        if let Some((at, when)) = further.filter(|(_, when)| token_boundary::may_end(parser.tokens, when.end))
        {
            start = at;
            next = Some(when);
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::segmentation::tokenize;
    use crate::load;
    use crate::model::Language;
    use crate::text::{File, Files};
    use proptest::prelude::*;

    fn packs() -> Vec<(Vec<String>, DateLexicon)> {
        let mut files = Files::default();
        load::STANDARD_FILES.iter().for_each(|(path, text)| {
            files.add(File::new(*path, *text));
        });
        let packs = load::load(&files).base.languages;
        packs.iter().map(|pack| (phrases(pack), DateLexicon::new(pack))).collect()
    }

    /// All phrases of dates of a pack, and what else dates are made of.
    fn phrases(pack: &Language) -> Vec<String> {
        let dates = &pack.dates;
        let words = dates.words.iter().flat_map(|(_, words)| words);
        let lists = [&pack.months, &dates.decade_names, &dates.numbers, &dates.ordinals];
        let names = dates.parts_of_year.iter().flat_map(|row| &row.names);
        let pairs = dates.from_to.iter().chain(&dates.between).chain(&dates.from_on);
        let pairs = pairs.flat_map(|(one, two)| [one, two]);
        let all = words.chain(lists.into_iter().flatten().flatten()).chain(names).chain(pairs);
        let relative = dates.relative.iter().map(|row| &row.phrase);
        let others =
            ["2019", "1990", "15", "3", "21.1.2025", "FY24", "cat", "Q3", ",", "-", "'", "(", "%", "s"];
        all.chain(relative).cloned().chain(others.map(str::to_owned)).collect()
    }

    proptest! {
        /// What a phrase at a token may mean only rules out what would not be found.
        #[test]
        fn no_date_is_lost(choice in prop::collection::vec(any::<prop::sample::Index>(), 1..9)) {
            thread_local!(static PACKS: Vec<(Vec<String>, DateLexicon)> = packs());
            PACKS.with(|packs| {
                for (phrases, words) in packs {
                    let text = choice.iter().map(|at| at.get(phrases).as_str()).collect::<Vec<_>>().join(" ");
                    let mut tokens = Vec::new();
                    tokenize(&text, 0..text.len(), &mut tokens);
                    let any = |token: &Token| if words.kinds(token) == 0 { 0 } else { Kinds::MAX };
                    let kinds: Vec<Kinds> = tokens.iter().map(any).collect();
                    let parser = TimeParser { text: &text, tokens: &tokens, words, kinds: &kinds };
                    let origin = Origin::default();
                    prop_assert_eq!(time_expressions(&text, &tokens, words, origin), all(parser, origin), "{}", text);
                }
                Ok(())
            })?;
        }
    }
}
