//! One number with what stands right before and behind it: "US$13.8 billion", "27%", "Rp600 triliun", "60 regions".

use std::borrow::Cow;

use super::lexicon::{AmountLexicon, AmountMeaning};
use crate::draft::segmentation::word_hash;
use crate::draft::segmentation::{Token, TokenKind};
use crate::load::read_figure;

/// The tokens up to the next date, and the words of their language.
#[derive(Clone, Copy)]
pub struct AmountParser<'a> {
    /// The text in which the tokens lie.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// The words of its language.
    pub words: &'a AmountLexicon,
}

/// A number with its surroundings.
#[derive(Debug, Clone)]
pub struct Quantity {
    /// The digits.
    digits: String,
    negative: bool,
    /// The scale, where one is written.
    pub scale: Option<i128>,
    /// Its unit, by place in the list.
    pub unit: Option<u16>,
    /// "13+".
    pub plus: bool,
    /// Whether it is a word that makes a amount only as the first half of a range: "three" of "three to four billion".
    pub weak: bool,
    /// The token behind it.
    pub end: usize,
}

impl Quantity {
    /// The number in millionths, with that scale.
    pub fn micro(&self, words: &AmountLexicon, scale: Option<i128>) -> Option<i128> {
        let number = read_figure(&self.digits, words.decimal_comma, scale.unwrap_or(1))?;
        Some(if self.negative { -number } else { number })
    }

    /// Whether it is nothing but four digits that may be a year.
    pub fn may_be_year(&self) -> bool {
        let plain = self.digits.len() == 4 && self.digits.bytes().all(|byte| byte.is_ascii_digit());
        plain && (self.digits.starts_with("19") || self.digits.starts_with("20")) && self.is_bare()
    }

    /// Whether nothing but digits are written.
    pub fn is_bare(&self) -> bool {
        self.scale.is_none() && self.unit.is_none()
    }
}

impl AmountParser<'_> {
    /// The token behind a phrase with this meaning at `at`.
    pub fn means(&self, at: usize, wanted: AmountMeaning) -> Option<usize> {
        let pick = |means| (means == wanted).then_some(());
        self.words.longest(self.tokens, at, pick).map(|(end, ())| end)
    }

    /// Whether the token at `at` is that sign.
    pub fn is_sign(&self, at: usize, sign: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_sign(sign))
    }

    /// Whether the token at `at` follows the one before without white space.
    pub fn is_tight(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// The number at `at`.
    pub fn quantity(&self, at: usize) -> Option<Quantity> {
        let minus = (self.is_sign(at, '-') || self.is_sign(at, '−')) && self.is_tight(at + 1);
        let at = if minus { at + 1 } else { at };
        let (at, currency) = self.currency(at);
        if let Some((digits, unit, end)) = self.joined_currency(at).filter(|_| currency.is_none()) {
            return self.scaled(Quantity {
                digits,
                negative: minus,
                scale: None,
                unit: Some(unit),
                plus: false,
                weak: false,
                end,
            });
        }
        let quantity = |digits: Cow<'_, str>, end| Quantity {
            digits: digits.into_owned(),
            negative: minus,
            scale: None,
            unit: currency,
            plus: false,
            weak: false,
            end,
        };
        if let Some(token) = self.tokens.get(at).filter(|token| token.kind == TokenKind::Number) {
            let (digits, end) = self.grouped(token.text(self.text), at + 1)?;
            return self.scaled(quantity(digits, end));
        }
        // "two billion", "a million": a number in words only where a scale or a unit makes it one.
        let pick = |means| match means {
            AmountMeaning::Number(number) => Some(number),
            _ => None,
        };
        let (end, number) = self.words.longest(self.tokens, at, pick)?;
        let quantity = self.scaled(quantity(number.to_string().into(), end))?;
        // "A dollar" is no amount, "a billion" and "two dollars" are.
        let weak = quantity.scale.is_none() && (quantity.unit.is_none() || number == 1);
        Some(Quantity { weak, ..quantity })
    }

    /// With the groups of three digits that follow behind narrow or unbreakable spaces; `None` where a plain space
    /// leaves open whether they belong together.
    fn grouped<'t>(&self, first: &'t str, mut end: usize) -> Option<(Cow<'t, str>, usize)> {
        /// More groups than any amount has.
        const GROUPS: usize = 8;
        let mut digits = Cow::Borrowed(first);
        for _ in 0..GROUPS {
            let next = self.tokens.get(end).filter(|next| next.kind == TokenKind::Number && next.spaced);
            let Some(next) = next.filter(|next| next.end - next.start == 3 && first.len() <= 3) else {
                break;
            };
            let space =
                self.text.get(self.tokens.get(end.checked_sub(1)?)?.end as usize..next.start as usize)?;
            if !matches!(space, "\u{a0}" | "\u{202f}" | "\u{2009}") {
                return None;
            }
            digits.to_mut().push_str(next.text(self.text));
            end += 1;
        }
        Some((digits, end))
    }

    /// A currency in front.
    fn currency(&self, at: usize) -> (usize, Option<u16>) {
        let pick = |means| match means {
            AmountMeaning::Before(unit) => Some(unit),
            _ => None,
        };
        self.words.longest(self.tokens, at, pick).map_or((at, None), |(end, unit)| (end, Some(unit)))
    }

    /// A currency and digits in one word, as in `Rp600` and `Rp1.500.000`, of which the rest are tokens of their own.
    fn joined_currency(&self, at: usize) -> Option<(String, u16, usize)> {
        /// More pieces than any amount has.
        const PIECES: usize = 8;
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
        let word = token.text(self.text);
        let (letters, number) = word.split_at(word.find(|sign: char| sign.is_ascii_digit())?);
        if number.bytes().any(|byte| !byte.is_ascii_digit()) {
            return None;
        }
        let unit = self.words.currency(word_hash(letters))?;
        let (mut digits, mut end) = (number.to_owned(), at + 1);
        for _ in 0..PIECES {
            let joins = self.is_tight(end) && (self.is_sign(end, '.') || self.is_sign(end, ','));
            let next = self.tokens.get(end + 1).filter(|next| next.kind == TokenKind::Number && !next.spaced);
            let (true, Some(next)) = (joins, next) else { break };
            digits.push_str(self.text.get(self.tokens.get(end)?.range()).unwrap_or_default());
            digits.push_str(next.text(self.text));
            end += 2;
        }
        Some((digits, unit, end))
    }

    /// With the scale and the unit that follow.
    fn scaled(&self, mut quantity: Quantity) -> Option<Quantity> {
        self.take_plus(&mut quantity);
        let pick = |means| match means {
            AmountMeaning::Scale(factor, money) => Some((factor, money)),
            _ => None,
        };
        let has_currency = quantity.unit.is_some();
        /// "Hundred thousand million" is as far as anybody goes.
        const SCALES: usize = 3;
        for _ in 0..SCALES {
            let Some((end, (factor, money))) = self.words.longest(self.tokens, quantity.end, pick) else {
                break;
            };
            let before_money = self.behind(end).is_some_and(|(_, unit)| self.is_money(unit));
            // "100m users" are millions, "100 m" are metres, "13B" may be anything but money.
            let hyphenated = self.tokens.get(quantity.end).is_some_and(|token| token.hyphenated);
            let joined = !self.is_letter(quantity.end) || self.is_tight(quantity.end) && !hyphenated;
            if !(has_currency || before_money || !money && joined) {
                break;
            }
            (quantity.scale, quantity.end) = (Some(quantity.scale.unwrap_or(1).checked_mul(factor)?), end);
            self.take_plus(&mut quantity);
        }
        // "Rp10 M": a scale that the pack does not know.
        let unknown =
            quantity.scale.is_none() && self.is_letter(quantity.end) && self.is_capital(quantity.end);
        if has_currency && unknown {
            return None;
        }
        if let Some((end, unit)) = self.behind(quantity.end) {
            match quantity.unit {
                None => (quantity.unit, quantity.end) = (Some(unit), end),
                Some(known) if self.name(known) == self.name(unit) => quantity.end = end,
                // "$5 EUR" is nobody's amount.
                Some(_) => return None,
            }
        }
        Some(quantity)
    }

    /// Whether the token at `at` is one letter.
    fn is_letter(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && token.end - token.start == 1)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.text(self.text).starts_with(char::is_uppercase))
    }

    fn take_plus(&self, quantity: &mut Quantity) {
        if self.is_tight(quantity.end) && self.is_sign(quantity.end, '+') {
            quantity.plus = true;
            quantity.end += 1;
        }
    }

    /// A unit behind.
    pub fn behind(&self, at: usize) -> Option<(usize, u16)> {
        let pick = |means| match means {
            AmountMeaning::Behind(unit) => Some(unit),
            _ => None,
        };
        let (end, unit) = self.words.longest(self.tokens, at, pick)?;
        // A sign that stands off belongs to what follows it: "5 $7".
        let is_sign = matches!(self.tokens.get(at).map(|token| token.kind), Some(TokenKind::Sign(_)));
        let next_is_number =
            self.tokens.get(end).is_some_and(|next| next.kind == TokenKind::Number && !next.spaced);
        (!is_sign || !next_is_number).then_some((end, unit))
    }

    /// The name of a unit.
    pub fn name(&self, unit: u16) -> &str {
        self.words.unit(unit).map_or("", |unit| unit.name.as_str())
    }

    fn is_money(&self, unit: u16) -> bool {
        self.words.unit(unit).is_some_and(|unit| unit.money)
    }

    /// The noun that is counted, right behind a number.
    pub fn noun(&self, at: usize) -> Option<(usize, String)> {
        let at = self.means(at, AmountMeaning::Adjective).unwrap_or(at);
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word && !token.hyphenated)?;
        let is_scale = |means| matches!(means, AmountMeaning::Scale(_, false)).then_some(());
        if self.means(at, AmountMeaning::NoUnit).is_some()
            || token.end - token.start > 1 && self.words.longest(self.tokens, at, is_scale).is_some()
        {
            return None;
        }
        let word = token.text(self.text);
        let mut letters = word.chars();
        let lower = letters.next().is_some_and(char::is_lowercase);
        // Names are no units, but abbreviations are: GPUs, GW.
        let short = letters.next().is_some_and(char::is_uppercase);
        let known = self.means(at, AmountMeaning::Counted).is_some();
        (lower || short || known).then(|| (at + 1, word.to_lowercase()))
    }
}
