//! One number with what is right before and after it: "US$13.8 billion", "27%", "Rp600 triliun", "60 regions".

use super::NoAmount;
use super::lexicon::{AmountLexicon, AmountMeaning};
use super::number::{self, DecimalMark, Number};
use crate::tokens::{Token, TokenKind, word_hash};

/// The tokens among which an amount is looked for, and the words of their language.
#[derive(Clone, Copy)]
pub struct AmountParser<'a> {
    /// The text in which the tokens lie.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// The words of its language.
    pub words: &'a AmountLexicon,
    /// How its numbers are written.
    pub(super) decimal: DecimalMark,
    /// Whether the tokens are an amount as a whole, and not a sentence with amounts in it.
    pub(super) whole: bool,
}

/// A number with its surroundings.
#[derive(Debug, Clone)]
pub struct Quantity<'a> {
    number: Number,
    /// As it is written.
    written: &'a str,
    /// The scale, where one is written.
    pub scale: Option<i128>,
    /// Its unit, by place in the list.
    pub unit: Option<u16>,
    /// "13+".
    pub plus: bool,
    /// Whether it is a word that makes an amount only as the first half of a range: "three" of "three to four billion".
    pub weak: bool,
    /// The token after it.
    pub end: usize,
}

/// A noun that is counted.
pub struct Noun {
    /// The token after it.
    pub end: usize,
    /// Its name in amounts, or itself.
    pub name: String,
    /// Whether the packs know it.
    pub known: bool,
    /// Whether words are before it that may narrow what is counted.
    pub narrowed: bool,
}

impl Quantity<'_> {
    /// The number in millionths, with that scale.
    pub fn micro(&self, scale: Option<i128>) -> Result<i128, NoAmount> {
        self.number.micro(scale.unwrap_or(1))
    }

    /// Whether it is nothing but four digits that may be a year.
    pub fn may_be_year(&self) -> bool {
        let is_plain = self.written.len() == 4 && self.written.bytes().all(|byte| byte.is_ascii_digit());
        is_plain && (self.written.starts_with("19") || self.written.starts_with("20")) && self.is_bare()
    }

    /// Why it is not a count: its decimals may be thousands, and what is counted has none.
    pub fn as_count(&self) -> Result<(), NoAmount> {
        let is_ambiguous = self.number.like_thousands && self.is_bare();
        if is_ambiguous { Err(NoAmount::Ambiguous(self.written.to_owned())) } else { Ok(()) }
    }

    /// Whether only digits are written.
    pub fn is_bare(&self) -> bool {
        self.scale.is_none() && self.unit.is_none()
    }
}

impl<'a> AmountParser<'a> {
    /// For the tokens of a sentence.
    #[must_use]
    pub fn of_sentence(text: &'a str, tokens: &'a [Token], words: &'a AmountLexicon) -> Self {
        Self { text, tokens, words, decimal: words.decimal, whole: false }
    }

    /// The token after a phrase with this meaning at `at`.
    #[must_use]
    pub fn means(&self, at: usize, wanted: AmountMeaning) -> Option<usize> {
        let pick = |means| (means == wanted).then_some(());
        self.words.longest(self.tokens, at, pick).map(|(end, ())| end)
    }

    /// The number at `at`, which may be one in words.
    pub(super) fn quantity(&self, at: usize) -> Result<Quantity<'a>, NoAmount> {
        let (at, minus) = self.minus(at);
        let (at, currency) = match self.before(at) {
            Some((end, unit)) => (end, Some(unit)),
            None => (at, None),
        };
        let (at, minus_behind) = if currency.is_some() { self.minus(at) } else { (at, false) };
        let negative = minus != minus_behind;
        let read = |(number, written, end): (Number, &'a str, usize), unit| Quantity {
            number: if negative { number.negated() } else { number },
            written,
            scale: None,
            unit,
            plus: false,
            weak: false,
            end,
        };
        let token = self.tokens.get(at).ok_or(NoAmount::NotOne)?;
        if currency.is_none()
            && let Some((start, unit)) = self.joined_currency(token)
        {
            return self.scaled(read(self.digits(at, start)?, Some(unit)));
        }
        if token.kind == TokenKind::Number {
            return self.scaled(read(self.digits(at, token.start as usize)?, currency));
        }
        // "two billion", "a million": a number in words only where a scale or a unit makes it one.
        let pick = |means| match means {
            AmountMeaning::Number(number) => Some(number),
            _ => None,
        };
        let (end, number) = self.words.longest(self.tokens, at, pick).ok_or(NoAmount::NotOne)?;
        let quantity = self.scaled(read((Number::whole(number.into()), "", end), currency))?;
        // "A dollar" is not an amount, "a billion" and "two dollars" are.
        let weak = quantity.scale.is_none() && (quantity.unit.is_none() || number == 1);
        Ok(Quantity { weak, ..quantity })
    }

    /// The number whose digits begin at the byte `start` of the token at `at`, as written, and the token after it.
    fn digits(&self, at: usize, start: usize) -> Result<(Number, &'a str, usize), NoAmount> {
        let stop = self.tokens.last().map_or(start, |last| last.end as usize);
        let text = self.text.get(start..stop).unwrap_or_default();
        let (number, rest) = number::read(text, self.decimal)?;
        let written = &text[..text.len() - rest.len()];
        let behind = start + written.len();
        let within = self.tokens.iter().skip(at).take_while(|token| (token.start as usize) < behind);
        Ok((number, written, at + within.count()))
    }

    /// After a minus sign that belongs to what follows it.
    fn minus(&self, at: usize) -> (usize, bool) {
        let minus = (self.is_sign(at, '-') || self.is_sign(at, '−')) && self.is_tight(at + 1);
        (at + usize::from(minus), minus)
    }

    /// A currency in front.
    fn before(&self, at: usize) -> Option<(usize, u16)> {
        let pick = |means| match means {
            AmountMeaning::Before(unit) => Some(unit),
            _ => None,
        };
        self.words.longest(self.tokens, at, pick)
    }

    /// The currency of a word that ends with digits, as in `Rp600` and `Rp1.500.000`, and where these begin.
    fn joined_currency(&self, token: &Token) -> Option<(usize, u16)> {
        let word = token.text(self.text);
        let letters = word.find(|sign: char| sign.is_ascii_digit())?;
        let has_more = word[letters..].bytes().any(|byte| !byte.is_ascii_digit());
        if token.kind != TokenKind::Word || has_more {
            return None;
        }
        Some((token.start as usize + letters, self.words.currency(word_hash(&word[..letters]))?))
    }

    /// With the scale and the unit that follow.
    fn scaled(&self, mut quantity: Quantity<'a>) -> Result<Quantity<'a>, NoAmount> {
        self.take_plus(&mut quantity);
        let pick = |means| match means {
            AmountMeaning::Scale(factor, money) => Some((factor, money)),
            _ => None,
        };
        let has_currency = quantity.unit.is_some();
        /// "Hundred thousand million" is the longest in use.
        const SCALES: usize = 3;
        for _ in 0..SCALES {
            let Some((end, (factor, money))) = self.words.longest(self.tokens, quantity.end, pick) else {
                break;
            };
            let before_money = self.behind(end).is_some_and(|(_, unit)| self.is_money(unit));
            // "100m users" are millions, "100 m" are metres, "13B" may be anything but money.
            let is_tight = self.is_tight(quantity.end) && !self.is_hyphenated(quantity.end);
            let joined = !self.is_letter(quantity.end) || is_tight;
            if !(has_currency || before_money || !money && joined) {
                break;
            }
            let scale = quantity.scale.unwrap_or(1).checked_mul(factor).ok_or(NoAmount::TooLarge)?;
            (quantity.scale, quantity.end) = (Some(scale), end);
            self.take_plus(&mut quantity);
        }
        // "Rp10 M": a scale that the pack does not know.
        let unknown =
            quantity.scale.is_none() && self.is_letter(quantity.end) && self.is_capital(quantity.end);
        if has_currency && unknown {
            return Err(NoAmount::NotOne);
        }
        if let Some((end, unit)) = self.behind(quantity.end) {
            match quantity.unit {
                None => (quantity.unit, quantity.end) = (Some(unit), end),
                Some(known) if known == unit => quantity.end = end,
                // "$5 EUR" is not an amount.
                Some(_) => return Err(NoAmount::TwoUnits),
            }
        }
        // On record, "5,000 rupiah" would be five rupiah by the language of its unit: nobody writes money so.
        let is_money = quantity.unit.is_some_and(|unit| self.is_money(unit));
        if self.whole && is_money && quantity.scale.is_none() && quantity.number.like_thousands {
            return Err(NoAmount::Ambiguous(quantity.written.to_owned()));
        }
        Ok(quantity)
    }

    fn take_plus(&self, quantity: &mut Quantity<'_>) {
        if self.is_tight(quantity.end) && self.is_sign(quantity.end, '+') {
            quantity.plus = true;
            quantity.end += 1;
        }
    }

    /// A unit after.
    pub(super) fn behind(&self, at: usize) -> Option<(usize, u16)> {
        let pick = |means| match means {
            AmountMeaning::Behind(unit) => Some(unit),
            _ => None,
        };
        let (end, unit) = self.words.longest(self.tokens, at, pick)?;
        // A sign set off by a space belongs to what follows it: "5 $7".
        let is_sign = matches!(self.tokens.get(at).map(|token| token.kind), Some(TokenKind::Sign(_)));
        let next_is_number =
            self.tokens.get(end).is_some_and(|next| next.kind == TokenKind::Number && !next.spaced);
        (!is_sign || !next_is_number).then_some((end, unit))
    }

    /// The noun that is counted, after a number.
    pub(super) fn noun(&self, at: usize) -> Option<Noun> {
        /// With more words before the noun, it is a sentence.
        const BETWEEN: usize = 3;
        if self.is_hyphenated(at) {
            return None;
        }
        let number = at;
        let at = self.means(at, AmountMeaning::Adjective).unwrap_or(at);
        for behind in at..=at + BETWEEN {
            if let Some((end, name)) = self.named_noun(behind) {
                return Some(Noun { end, name, known: true, narrowed: behind > number });
            }
            let is_word = self.tokens.get(behind).is_some_and(|token| token.kind == TokenKind::Word);
            if !is_word || self.means(behind, AmountMeaning::NoUnit).is_some() {
                break;
            }
        }
        self.any_noun(at).map(|(end, name)| Noun { end, name, known: false, narrowed: at > number })
    }

    /// A noun that the packs know, by its name in amounts.
    pub(super) fn named_noun(&self, at: usize) -> Option<(usize, String)> {
        let pick = |means| match means {
            AmountMeaning::Noun(noun) => Some(noun),
            _ => None,
        };
        let (end, noun) = self.words.longest(self.tokens, at, pick).filter(|_| !self.is_hyphenated(at))?;
        Some((end, self.words.noun(noun).to_owned()))
    }

    fn any_noun(&self, at: usize) -> Option<(usize, String)> {
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
        // Names are not units, but abbreviations are: GPUs, GW.
        let short = letters.next().is_some_and(char::is_uppercase);
        (lower || short || self.counts(at)).then(|| (at + 1, word.to_lowercase()))
    }

    /// Whether a noun that is counted is there.
    #[must_use]
    pub fn counts(&self, at: usize) -> bool {
        self.means(at, AmountMeaning::Counted).is_some() || self.named_noun(at).is_some()
    }

    /// The name of a unit.
    pub(super) fn name(&self, unit: u16) -> &str {
        self.words.unit(unit).map_or("", |unit| unit.name.as_str())
    }

    fn is_money(&self, unit: u16) -> bool {
        self.words.unit(unit).is_some_and(|unit| unit.money)
    }

    fn is_sign(&self, at: usize, sign: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_sign(sign))
    }

    /// Whether the token at `at` follows the one before without white space.
    fn is_tight(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    fn is_hyphenated(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.hyphenated)
    }

    /// Whether the token at `at` is one letter.
    fn is_letter(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && token.end - token.start == 1)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.text(self.text).starts_with(char::is_uppercase))
    }
}
