//! Amounts in the words of a language pack, as an editor would print them: "US$1.5 billion", "more than 60%", "1,5 miliar
//! orang". The other way round from the readers beside it, which read what is written here as the same amount.
//!
//! What a pack has no words for is not written: the caller has it as it was said.

use crate::model::{Amount, Comparison, Language, MICRO, SumRole, SumUnit, SumWords};

/// The rate of a unit begins so: "usd per year".
const RATE: &str = " per ";

/// The amount in the words of a language; `None` where the pack has no words for its unit, or none that would be read as it.
#[must_use]
pub fn written_amount(amount: &Amount, pack: &Language) -> Option<String> {
    AmountWriter { sums: &pack.sums }.amount(amount)
}

/// The words of one language.
struct AmountWriter<'p> {
    sums: &'p SumWords,
}

/// A number with its word of scale.
#[derive(Clone, Copy)]
struct Scaled<'p> {
    /// In millionths, after division by the scale.
    micro: i128,
    scale: Option<&'p str>,
}

/// How a unit is written.
struct UnitForms<'p> {
    /// With a number, which goes for the `*`.
    with_number: String,
    /// After a number in words.
    in_words: &'p str,
}

impl<'p> AmountWriter<'p> {
    fn amount(&self, amount: &Amount) -> Option<String> {
        let is_one = amount.low == MICRO && amount.high == MICRO;
        let (unit, rate) = self.rated(&amount.unit)?;
        let is_known = self.sums.units.iter().any(|known| known.name == unit);
        if !is_known && [amount.low, amount.high].into_iter().any(looks_like_thousands) {
            return None;
        }
        let unit = self.unit(unit, is_one)?;
        let number = match amount.low == amount.high {
            true => unit.with_number.replacen('*', &self.spoken(self.scaled(amount.low)), 1),
            false => self
                .vague(amount, unit.in_words)
                .or_else(|| Some(unit.with_number.replacen('*', &self.range(amount)?, 1)))?,
        };
        let minus = if amount.low < 0 { "-" } else { "" };
        Some(format!("{}{minus}{number}{rate}", self.comparison(amount.comparison)?))
    }

    /// A unit and, in words, its rate.
    fn rated<'u>(&self, unit: &'u str) -> Option<(&'u str, String)> {
        let Some(at) = unit.find(RATE) else { return Some((unit, String::new())) };
        let (unit, rate) = unit.split_at(at);
        let known = self.sums.per.iter().find(|known| known.name == rate.trim_start())?;
        (!unit.is_empty()).then(|| Some((unit, format!(" {}", known.behind.first()?))))?
    }

    /// Whether nouns have a form of their own for one.
    fn has_singular(&self) -> bool {
        self.sums.nouns.iter().any(|noun| noun.one.is_some())
    }

    fn unit(&self, name: &str, is_one: bool) -> Option<UnitForms<'p>> {
        let form = |usual: Option<&'p String>, one: Option<&'p String>| {
            let form = if is_one && self.has_singular() { one } else { usual };
            form.map(|form| UnitForms { with_number: format!("* {form}"), in_words: form })
        };
        if name.is_empty() {
            return Some(UnitForms { with_number: "*".to_owned(), in_words: "" });
        }
        if let Some(noun) = self.sums.nouns.iter().find(|noun| noun.name == name) {
            return form(noun.words.first(), noun.one.as_ref());
        }
        let Some(unit) = self.sums.units.iter().find(|unit| unit.name == name) else {
            // A noun that no pack has stays as it was said.
            let is_noun = is_plain_noun(name) && !(is_one && self.has_singular());
            return is_noun.then(|| UnitForms { with_number: format!("* {name}"), in_words: "" });
        };
        match &unit.written {
            Some(written) => {
                Some(UnitForms { with_number: written.clone(), in_words: in_words(unit, written) })
            }
            None => form(unit.behind.first(), unit.one.as_ref()),
        }
    }

    /// The words before an amount, with the space after them.
    fn comparison(&self, comparison: Comparison) -> Option<String> {
        let role = match comparison {
            Comparison::Exactly => return Some(String::new()),
            Comparison::About => SumRole::About,
            Comparison::MoreThan => SumRole::MoreThan,
            Comparison::AtLeast => SumRole::AtLeast,
            Comparison::LessThan => SumRole::LessThan,
            Comparison::AtMost => SumRole::AtMost,
        };
        let (_, words) = self.sums.words.iter().find(|(known, _)| *known == role)?;
        Some(format!("{} ", words.first()?))
    }

    /// A number by its size: "tens of millions of users".
    fn vague(&self, amount: &Amount, noun: &str) -> Option<String> {
        let is_same = |low: i128, high: i128| (low * MICRO, high * MICRO) == (amount.low, amount.high);
        let row = self.sums.vague.iter().find(|row| is_same(row.low, row.high))?;
        (!noun.is_empty()).then(|| format!("{} {noun}", row.phrase))
    }

    /// Two numbers, of which the scale is said once: "10–12 billion".
    fn range(&self, amount: &Amount) -> Option<String> {
        let is_plain = matches!(amount.comparison, Comparison::Exactly | Comparison::About);
        if !is_plain || amount.low < 0 {
            return None;
        }
        let (low, high) = (self.scaled(amount.low), self.scaled(amount.high));
        let plain = |micro| Scaled { micro, scale: None };
        let (low, high) = match low.scale == high.scale {
            true => (low, high),
            false => (plain(amount.low), plain(amount.high)),
        };
        Some(format!("{}–{}", self.digits(low.micro), self.spoken(high)))
    }

    /// A number by the largest word of scale with which it needs at most two decimals.
    fn scaled(&self, micro: i128) -> Scaled<'p> {
        /// What is smaller is written in digits.
        const LEAST: i128 = 1_000_000;
        let fits = |factor: i128| micro.abs() >= factor * MICRO && micro % (factor * MICRO / 100) == 0;
        let scales = self.sums.scales.iter().filter(|row| !row.money && !row.borrowed && row.factor >= LEAST);
        let words =
            scales.filter_map(|row| Some((row.factor, row.words.iter().find(|word| word.len() > 1)?)));
        match words.filter(|(factor, _)| fits(*factor)).max_by_key(|(factor, _)| *factor) {
            Some((factor, word)) => Scaled { micro: micro / factor, scale: Some(word) },
            None => Scaled { micro, scale: None },
        }
    }

    fn spoken(&self, number: Scaled<'_>) -> String {
        let digits = self.digits(number.micro);
        number.scale.map_or_else(|| digits.clone(), |scale| format!("{digits} {scale}"))
    }

    /// The digits of a number without its sign, thousands set apart.
    fn digits(&self, micro: i128) -> String {
        let (decimal, between) = if self.sums.decimal_comma == Some(true) { (',', '.') } else { ('.', ',') };
        let (whole, parts) = (micro.abs() / MICRO, micro.abs() % MICRO);
        let whole = whole.to_string();
        let mut written = String::with_capacity(whole.len() * 2);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                written.push(between);
            }
            written.push(digit);
        }
        if parts > 0 {
            written.push(decimal);
            written.push_str(format!("{parts:06}").trim_end_matches('0'));
        }
        written
    }
}

/// Whether a unit is a noun of one word.
fn is_plain_noun(name: &str) -> bool {
    /// Shorter ones are abbreviations.
    const SHORTEST: usize = 4;
    name.len() >= SHORTEST && name.chars().all(char::is_alphabetic)
}

/// Whether a number has three decimals, which those who write numbers the other way read as thousands.
fn looks_like_thousands(micro: i128) -> bool {
    micro % 1000 == 0 && micro % 10_000 != 0
}

/// The form of a unit after a number in words.
fn in_words<'p>(unit: &'p SumUnit, written: &'p str) -> &'p str {
    let usual = written.strip_prefix("* ").or(unit.behind.first().map(String::as_str));
    unit.in_words.as_deref().or(usual).unwrap_or_default()
}
