//! Phrasings from their text form: words, `(a|b)`, `[perhaps]`, `…`, `{subject}`, `{linking}`, `&` and `!`.
//!
//! Only reads the text and says exactly where it goes wrong; matching sentences is `draft`'s business.

use std::ops::Range;

use crate::model::{Absent, Element, PatternWord, Phase, Phrasing, Sequence, Slot, USUAL_GAP, WIDEST_GAP};

/// Why a text is not a phrasing, and where in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct PhrasingError {
    /// What is wrong, in plain words.
    pub message: String,
    /// The bytes of the text concerned.
    pub range: Range<usize>,
}

/// How deeply brackets may nest.
const DEEPEST: usize = 8;

/// The most words and brackets that one phrasing may have.
const LONGEST: usize = 2000;

/// How many phrases `{linking}` stands for at the most.
const LINKING: u8 = 5;

/// How many words `{modifiers}` stands for at the most.
const MODIFIERS: u8 = 4;

/// So many words `{predicate}` may pass.
const PREDICATE: u8 = 12;

/// The starts of phrasings that state what they say of their relation.
const DECLARED: [(&str, Phase); 4] = [
    ("asserts:", Phase::Holds),
    ("ended:", Phase::Ends),
    ("denies:", Phase::Denies),
    ("planned:", Phase::Plans),
];

/// Reads a phrasing.
///
/// # Errors
///
/// What is wrong with it, and the bytes concerned.
pub fn parse_phrasing(text: &str) -> Result<Phrasing, PhrasingError> {
    let declared = DECLARED.into_iter().find(|(word, _)| text.trim_start().starts_with(word));
    let start = declared.map_or(0, |(word, _)| text.len() - text.trim_start().len() + word.len());
    let mut parser = Parser { text, at: start, depth: 0, elements: 0 };
    let mut parts = Vec::new();
    let mut absent = Vec::new();
    loop {
        let start = parser.skip_space();
        let excludes = parser.take("!");
        let in_clause = excludes && parser.take("!");
        let sequence = parser.sequence()?;
        if !sequence.iter().any(says_something) {
            let end = parser.at.max(start + 1).min(text.len());
            return Err(parser.error(start..end.max(start), "expected a word"));
        }
        if excludes {
            absent.push(Absent { words: sequence, in_clause });
        } else {
            parts.push(sequence);
        }
        match parser.peek() {
            None => break,
            Some('&') => parser.at += 1,
            Some('!') => {}
            Some(sign) => {
                let range = parser.at..parser.at + sign.len_utf8();
                return Err(parser.error(range, &format!("unmatched `{sign}`")));
            }
        }
    }
    if parts.is_empty() {
        return Err(parser.error(0..text.len(), "it has only exclusions; add words that must be there"));
    }
    if !parts.iter().any(|part| has_word(part)) {
        let what = if parts.iter().map(Vec::len).sum::<usize>() == 1 { "a place" } else { "places" };
        let message = format!("{what} without a word would match every sentence");
        return Err(parser.error(0..text.len(), &message));
    }
    Ok(Phrasing {
        written: text.to_owned(),
        phase: declared.map_or(Phase::Holds, |(_, phase)| phase),
        is_declared: declared.is_some(),
        ..Phrasing::of(parts, absent)
    })
}

/// Whether parts and what must not be there, made of elements, are a phrasing.
#[must_use]
pub fn is_whole(parts: &[Sequence], absent: &[Absent]) -> bool {
    let mut all = parts.iter().chain(absent.iter().map(|absent| &absent.words));
    all.all(|sequence| sequence.iter().any(says_something)) && parts.iter().any(|part| has_word(part))
}

fn says_something(element: &Element) -> bool {
    !matches!(
        element,
        Element::Gap(_)
            | Element::Linking(_)
            | Element::Modifiers(_)
            | Element::Predicate(_)
            | Element::Belonging
            | Element::Aside
            | Element::Start
            | Element::Sign(_)
    )
}

/// Whether a sequence can only match a sentence that has some word of it.
fn has_word(sequence: &[Element]) -> bool {
    sequence.iter().any(|element| match element {
        Element::Word(_) | Element::Entity(_) => true,
        Element::Choice(choices) => choices.iter().all(|choice| has_word(choice)),
        _ => false,
    })
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    elements: usize,
}

impl Parser<'_> {
    fn peek(&mut self) -> Option<char> {
        self.skip_space();
        self.rest().chars().next()
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_space(&mut self) -> usize {
        self.at += self.rest().len() - self.rest().trim_start().len();
        self.at
    }

    fn take(&mut self, sign: &str) -> bool {
        self.skip_space();
        let there = self.rest().starts_with(sign);
        if there {
            self.at += sign.len();
        }
        there
    }

    #[expect(clippy::unused_self, reason = "reads as one family with the other methods")]
    fn error(&self, range: Range<usize>, message: &str) -> PhrasingError {
        PhrasingError { message: message.to_owned(), range }
    }

    /// Elements up to `&`, `!`, `|`, a closing bracket or the end.
    fn sequence(&mut self) -> Result<Sequence, PhrasingError> {
        let mut sequence = Sequence::new();
        while let Some(sign) = self.peek() {
            if matches!(sign, '&' | '!' | '|' | ')' | ']' | '}') {
                break;
            }
            let start = self.at;
            self.elements += 1;
            if self.elements > LONGEST {
                return Err(self.error(start..self.text.len(), "it is too long; split it into several"));
            }
            sequence.push(self.element(sign)?);
        }
        if sequence.iter().all(|element| matches!(element, Element::Optional(_) | Element::Gap(_)))
            && self.depth > 0
        {
            let end = (self.at + 1).min(self.text.len());
            return Err(self.error(self.at.min(end)..end, "expected a word between these brackets"));
        }
        Ok(sequence)
    }

    fn element(&mut self, sign: char) -> Result<Element, PhrasingError> {
        match sign {
            '(' => self.bracket(')').map(|choices| Element::Choice(choices.into())),
            '[' => {
                let mut choices = self.bracket(']')?;
                let alone = if choices.len() == 1 { choices.pop() } else { None };
                let whole = alone.unwrap_or_else(|| vec![Element::Choice(choices.into())]);
                Ok(Element::Optional(whole.into()))
            }
            '{' => self.place(),
            '…' => {
                self.at += sign.len_utf8();
                self.gap()
            }
            '.' if self.rest().starts_with("...") => {
                self.at += 3;
                self.gap()
            }
            ',' => {
                self.at += 1;
                Ok(Element::Sign(','))
            }
            _ => self.word(),
        }
    }

    /// What is between brackets: one or more sequences separated by `|`.
    fn bracket(&mut self, close: char) -> Result<Vec<Sequence>, PhrasingError> {
        let open = self.at;
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.error(open..open + 1, "brackets are nested too deeply"));
        }
        let mut choices = vec![self.sequence()?];
        while self.take("|") {
            choices.push(self.sequence()?);
        }
        self.depth -= 1;
        match self.peek() {
            Some(sign) if sign == close => {
                self.at += 1;
                Ok(choices)
            }
            Some(sign) => {
                let message = format!("expected `{close}` to close this bracket, found `{sign}`");
                Err(self.error(self.at..self.at + sign.len_utf8(), &message))
            }
            None => Err(self.error(open..open + 1, &format!("this bracket is never closed; add `{close}`"))),
        }
    }

    fn place(&mut self) -> Result<Element, PhrasingError> {
        let open = self.at;
        let Some(length) = self.rest().find('}') else {
            return Err(self.error(open..open + 1, "this bracket is never closed; add `}`"));
        };
        let name = self.text[open + 1..open + length].trim();
        self.at = open + length + 1;
        if name.is_empty() || name.contains(['{', '(', '[', ' ', '|']) {
            let message = "expected `subject`, `object`, `value` or the id of an entity between { and }";
            return Err(self.error(open..self.at, message));
        }
        if let Some((slot, entity)) = name.split_once('=') {
            return match Slot::named(slot) {
                Some(slot) if slot != Slot::Value && !entity.is_empty() => {
                    Ok(Element::Given(slot, entity.to_owned()))
                }
                _ => Err(self.error(
                    open..self.at,
                    "expected `subject` or `object` before `=`, and the id of an entity after it",
                )),
            };
        }
        Ok(match name {
            "linking" => Element::Linking(LINKING),
            "modifiers" => Element::Modifiers(MODIFIERS),
            "predicate" => Element::Predicate(PREDICATE),
            "belonging" => Element::Belonging,
            "aside" => Element::Aside,
            "start" => Element::Start,
            _ => Slot::named(name).map_or_else(|| Element::Entity(name.to_owned()), Element::Slot),
        })
    }

    /// The number after `…`, if there is one.
    fn gap(&mut self) -> Result<Element, PhrasingError> {
        let start = self.at;
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        self.at += digits;
        if digits == 0 {
            return Ok(Element::Gap(USUAL_GAP));
        }
        match self.text[start..self.at].parse::<u8>() {
            Ok(words) if (1..=WIDEST_GAP).contains(&words) => Ok(Element::Gap(words)),
            _ => {
                let message = format!("a gap is from 1 to {WIDEST_GAP} words long");
                Err(self.error(start..self.at, &message))
            }
        }
    }

    fn word(&mut self) -> Result<Element, PhrasingError> {
        let start = self.at;
        let ends = |sign: char| {
            sign.is_whitespace() || matches!(sign, '(' | ')' | '[' | ']' | '{' | '}' | '|' | '&' | '!' | '…')
        };
        let rest = self.rest();
        let mut length = rest.find(ends).unwrap_or(rest.len());
        if let Some(dots) = rest[..length].find("...") {
            length = dots;
        }
        let written = &self.text[start..start + length];
        self.at += length;
        let any_start = written.starts_with('*');
        let any_end = written.len() > 1 && written.ends_with('*');
        let text = written.trim_matches('*');
        let letters = text.chars().filter(|sign| sign.is_alphanumeric()).count();
        let range = start..start + length;
        if text.contains('*') {
            return Err(self.error(range, "`*` is only allowed at the start or end of a word"));
        }
        if letters == 0 && !matches!(text, "%" | "$" | "+" | "/") {
            return Err(self.error(range, &format!("`{written}` is not a word")));
        }
        if (any_start || any_end) && text.chars().count() < 3 {
            return Err(self.error(range, "`*` needs at least three letters beside it"));
        }
        Ok(Element::Word(PatternWord { text: text.into(), any_start, any_end }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn word(text: &str) -> Element {
        Element::Word(PatternWord { text: text.into(), any_start: false, any_end: false })
    }

    #[test]
    fn all_forms() {
        let read = parse_phrasing(
            "{subject} is [the|a] (sole|only) … cloud …8 provid* of {openai} & now !(api|licence)",
        )
        .unwrap();
        assert_eq!(read.parts.len(), 2);
        let words = vec![Element::Choice([vec![word("api")], vec![word("licence")]].into())];
        assert_eq!(read.absent, [Absent { words, in_clause: false }]);
        let phase = |text: &str| parse_phrasing(text).unwrap().phase;
        assert_eq!((read.phase, phase("ended: {subject} left {object}")), (Phase::Holds, Phase::Ends));
        assert_eq!(
            (phase("denies: {subject} lacks {object}"), phase("planned: eyes")),
            (Phase::Denies, Phase::Plans)
        );
        assert!(
            parse_phrasing("asserts: {subject} is no longer bound").unwrap().is_declared && !read.is_declared
        );
        assert!(parse_phrasing("cloud !!api").unwrap().absent[0].in_clause);
        assert_eq!(read.parts[0][0], Element::Slot(Slot::Subject));
        assert_eq!(
            read.parts[0][2],
            Element::Optional([Element::Choice([vec![word("the")], vec![word("a")]].into())].into())
        );
        assert_eq!(read.parts[0][4], Element::Gap(USUAL_GAP));
        assert_eq!(read.parts[0][6], Element::Gap(8));
        assert!(read.has_slot(Slot::Subject) && !read.has_slot(Slot::Value));
        assert_eq!(read.entities(), ["openai"]);
    }

    #[test]
    fn precise_errors() {
        for (text, at, part) in [
            ("", 0..0, "a word"),
            ("a & ", 4..4, "a word"),
            ("(a|b", 0..1, "never closed"),
            ("a )", 2..3, "unmatched"),
            ("(a]", 2..3, "expected `)`"),
            ("{subject", 0..1, "never closed"),
            ("a {value=b}", 2..11, "before `=`"),
            ("a {}", 2..4, "between { and }"),
            ("{subject} {object}", 0..18, "without a word"),
            ("!api", 0..4, "only exclusions"),
            ("a …40 b", 5..7, "from 1 to 12"),
            ("in*vest", 0..7, "only allowed"),
            ("x* y", 0..2, "at least three letters"),
            ("a ; b", 2..3, "not a word"),
            ("(a|)", 3..4, "between these brackets"),
        ] {
            let error = parse_phrasing(text).unwrap_err();
            assert!(error.message.contains(part), "{text}: {error}");
            assert_eq!(error.range, at, "{text}: {error}");
        }
        assert!(parse_phrasing(&"(".repeat(100_000)).is_err());
    }

    proptest! {
        #[test]
        fn never_panics(text in "[a-c*&!|(){}\\[\\]… .0-9é]{0,40}") {
            if let Err(error) = parse_phrasing(&text) {
                prop_assert!(text.get(error.range.clone()).is_some(), "{:?}", error);
            }
        }
    }
}
