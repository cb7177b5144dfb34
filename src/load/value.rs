//! Values from text: amounts, dates and words. What a value means is `model`'s business,
//! which of the three a relation takes is known only to those who have all rules.
//!
//! If the sort of a text is not known, the order is: a date if it is written as one (`2023`, `2023-01`, `202X`, but not
//! `2023%`, which is a percentage), else an amount if the whole text is one, else words. So a bare year is a date, and
//! is an amount only where the relation takes amounts.

use crate::amounts::{AmountLexicon, bare_amount, read_amount};
use crate::model::{Value, ValueSort};
use crate::time::{DateError, parse_date};

/// Reads a value as one of this sort, or, where that is not known, as what it looks like.
///
/// # Errors
///
/// Why it is not of the sort, in plain words. Without a sort there is always an answer.
pub fn read_value(text: &str, sort: Option<ValueSort>, words: &AmountLexicon) -> Result<Value, String> {
    let text = text.trim();
    match sort {
        Some(ValueSort::Amount) => {
            read_amount(&fold(text), words).map(Value::Amount).map_err(|reason| format!("“{text}” {reason}"))
        }
        Some(ValueSort::Date) => {
            parse_date(text).map(Value::Date).map_err(|error| format!("“{text}” {}", not_a_date(&error)))
        }
        Some(ValueSort::Text) => Ok(Value::Text(fold(text))),
        None => Ok(guess(text, words)),
    }
}

/// Reads a bare number as data formats write it: `.` is always the decimal point, and there may be an exponent.
///
/// # Errors
///
/// Why it cannot be counted, in plain words.
pub fn read_number(text: &str) -> Result<Value, String> {
    bare_amount(text.trim()).map(Value::Amount).map_err(|reason| format!("“{text}” {reason}"))
}

/// What is wrong with the text given as a date.
fn not_a_date(error: &DateError) -> String {
    match error {
        DateError::NotADate { .. } => "is not a date".to_owned(),
        _ => format!("is not a date: {error}"),
    }
}

fn guess(text: &str, words: &AmountLexicon) -> Value {
    if looks_like_a_date(text)
        && let Ok(date) = parse_date(text)
    {
        return Value::Date(date);
    }
    let folded = fold(text);
    match read_amount(&folded, words) {
        Ok(amount) if !may_be_years(&folded) => Value::Amount(amount),
        _ => Value::Text(folded),
    }
}

/// Whether an amount is only a bare year, or two: then only the relation can say that it is an amount.
fn may_be_years(folded: &str) -> bool {
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    folded.split(['–', '—', '-']).all(|part| is_year(part.trim()))
}

/// Lower case, and one space for any white space: how words are compared.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}

/// Rules out texts that cannot be dates by their ends, so that few texts are read twice.
fn looks_like_a_date(text: &str) -> bool {
    let starts = text.starts_with(|first: char| first.is_ascii_digit() || "-XY[{?~%".contains(first));
    let percentage =
        text.strip_suffix('%').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    starts && !percentage
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{STANDARD_FILES, load};
    use crate::model::{Amount, Comparison, MICRO};
    use crate::text::{File, Files};
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static WORDS: LazyLock<AmountLexicon> = LazyLock::new(|| {
        let mut files = Files::default();
        STANDARD_FILES.iter().for_each(|(path, text)| {
            files.add(File::new(*path, *text));
        });
        AmountLexicon::new(&load(&files).base.languages)
    });

    fn read(text: &str, sort: Option<ValueSort>) -> Result<Value, String> {
        read_value(text, sort, &WORDS)
    }

    fn amount(text: &str) -> Option<(Comparison, f64, f64, String)> {
        #[expect(clippy::cast_precision_loss, reason = "for comparing in tests")]
        let number = |micro: i128| micro as f64 / MICRO as f64;
        match read(text, Some(ValueSort::Amount)) {
            Ok(Value::Amount(Amount { low, high, comparison, unit })) => {
                Some((comparison, number(low), number(high), unit))
            }
            _ => None,
        }
    }

    #[test]
    fn amounts() {
        use Comparison::{About, AtLeast, AtMost, Exactly, LessThan, MoreThan};
        for (text, comparison, low, high, unit) in [
            ("10", Exactly, 10.0, 10.0, ""),
            ("2023", Exactly, 2023.0, 2023.0, ""),
            ("-5", Exactly, -5.0, -5.0, ""),
            ("−5,5 °C", Exactly, -5.5, -5.5, "°c"),
            ("10 billion USD", Exactly, 1e10, 1e10, "usd"),
            ("$10bn", Exactly, 1e10, 1e10, "usd"),
            ("US$ 10 billion", Exactly, 1e10, 1e10, "usd"),
            ("$10B", Exactly, 1e10, 1e10, "usd"),
            ("$10 billion USD", Exactly, 1e10, 1e10, "usd"),
            ("10 miliar dolar AS", Exactly, 1e10, 1e10, "usd"),
            ("10 billion US dollars", Exactly, 1e10, 1e10, "usd"),
            ("Rp 1,5 triliun", Exactly, 1.5e12, 1.5e12, "idr"),
            ("Rp1.500", Exactly, 1500.0, 1500.0, "idr"),
            ("Rp1.500.000", Exactly, 1.5e6, 1.5e6, "idr"),
            ("€2,5 million", Exactly, 2.5e6, 2.5e6, "eur"),
            ("€1.500,50", Exactly, 1500.5, 1500.5, "eur"),
            ("£1,500.50", Exactly, 1500.5, 1500.5, "gbp"),
            ("1.5", Exactly, 1.5, 1.5, ""),
            ("1,500", Exactly, 1500.0, 1500.0, ""),
            ("1.500,5", Exactly, 1500.5, 1500.5, ""),
            ("0.125", Exactly, 0.125, 0.125, ""),
            ("1.500 juta", Exactly, 1.5e9, 1.5e9, ""),
            ("1.500 million", Exactly, 1.5e6, 1.5e6, ""),
            ("1234.567", Exactly, 1234.567, 1234.567, ""),
            ("1,234,567", Exactly, 1_234_567.0, 1_234_567.0, ""),
            ("10 000 km", Exactly, 10_000.0, 10_000.0, "km"),
            ("5km", Exactly, 5.0, 5.0, "km"),
            ("60m users", Exactly, 6e7, 6e7, "users"),
            ("49%", Exactly, 49.0, 49.0, "percent"),
            ("49 percent", Exactly, 49.0, 49.0, "percent"),
            ("49,5 persen", Exactly, 49.5, 49.5, "percent"),
            ("2% of GDP", Exactly, 2.0, 2.0, "percent of gdp"),
            ("10 billion USD per year", Exactly, 1e10, 1e10, "usd per year"),
            ("$10 billion per year", Exactly, 1e10, 1e10, "usd per year"),
            ("about 60 regions", About, 60.0, 60.0, "regions"),
            ("nearly 2.5m", About, 2.5e6, 2.5e6, ""),
            ("2.5 m", Exactly, 2.5, 2.5, "m"),
            ("$2.5 m", Exactly, 2.5e6, 2.5e6, "usd"),
            ("10\u{a0}000 km", Exactly, 10_000.0, 10_000.0, "km"),
            ("86'205 orang", Exactly, 86_205.0, 86_205.0, "people"),
            ("1.500 orang", Exactly, 1500.0, 1500.0, "people"),
            ("60 regions or more", AtLeast, 60.0, 60.0, "regions"),
            ("puluhan juta dolar", Exactly, 1e7, 1e8, "usd"),
            ("half a million people", Exactly, 5e5, 5e5, "people"),
            ("~60", About, 60.0, 60.0, ""),
            ("sekitar 60 kawasan", About, 60.0, 60.0, "kawasan"),
            ("hampir 2 juta orang", About, 2e6, 2e6, "people"),
            ("More  than 10 billion USD", MoreThan, 1e10, 1e10, "usd"),
            ("over $10 billion", MoreThan, 1e10, 1e10, "usd"),
            ("> 10", MoreThan, 10.0, 10.0, ""),
            ("lebih dari Rp 5 triliun", MoreThan, 5e12, 5e12, "idr"),
            ("at least 3 years", AtLeast, 3.0, 3.0, "years"),
            (">=3", AtLeast, 3.0, 3.0, ""),
            ("60+ regions", AtLeast, 60.0, 60.0, "regions"),
            ("setidaknya 3 tahun", AtLeast, 3.0, 3.0, "years"),
            ("paling sedikit 3", AtLeast, 3.0, 3.0, ""),
            ("less than 5", LessThan, 5.0, 5.0, ""),
            ("kurang dari 5 persen", LessThan, 5.0, 5.0, "percent"),
            ("up to 5", AtMost, 5.0, 5.0, ""),
            ("at most 5", AtMost, 5.0, 5.0, ""),
            ("paling banyak 5 ribu", AtMost, 5000.0, 5000.0, ""),
            ("10–12 million USD", Exactly, 1e7, 1.2e7, "usd"),
            ("$10-12m", Exactly, 1e7, 1.2e7, "usd"),
            ("$10 million – $12 million", Exactly, 1e7, 1.2e7, "usd"),
            ("between 10 and 12 million", Exactly, 1e7, 1.2e7, ""),
            ("antara 10 dan 12 juta", Exactly, 1e7, 1.2e7, ""),
            ("from 10 to 12 km", Exactly, 10.0, 12.0, "km"),
            ("10 sampai 12 persen", Exactly, 10.0, 12.0, "percent"),
            ("10%–12%", Exactly, 10.0, 12.0, "percent"),
            ("800 million to 1.2 billion USD", Exactly, 8e8, 1.2e9, "usd"),
            ("900 to 1.2 million", Exactly, 900.0, 1.2e6, ""),
            ("-5–10 °C", Exactly, -5.0, 10.0, "°c"),
        ] {
            assert_eq!(amount(text), Some((comparison, low, high, unit.to_owned())), "{text}");
        }
    }

    #[test]
    fn no_amounts() {
        for (text, reason) in [
            ("", "is empty"),
            ("many", "is not an amount"),
            ("12–10", "higher number first"),
            ("1.500", "1500 or 1.5"),
            ("86.205 people", "86205 or 86.205"),
            ("€1.500", "1500 or 1.5"),
            ("1.5.0", "is not an amount"),
            ("1,50,000", "is not an amount"),
            ("0.0000001", "six decimals"),
            ("99999999999999999999999999999999999999999999 trillion", "too large"),
            ("$5 EUR", "two currencies"),
            ("$5–€6", "two currencies"),
            ("10-year lease", "is not an amount"),
            ("3 of 5 members", "is not an amount"),
            ("more than", "is not an amount"),
            ("10 USD (2020)", "is not an amount"),
        ] {
            let refused = read(text, Some(ValueSort::Amount)).unwrap_err();
            assert!(refused.contains(reason), "{text}: {refused}");
        }
    }

    #[test]
    fn guesses() {
        let date = |text| Value::Date(parse_date(text).unwrap());
        assert_eq!(guess("2023", &WORDS), date("2023"));
        assert_eq!(guess("2023-01", &WORDS), date("2023-01"));
        assert_eq!(guess("2010-12", &WORDS), date("2010-12"));
        assert_eq!(guess("202X", &WORDS), date("202X"));
        assert_eq!(guess("2023?", &WORDS), date("2023?"));
        for amount in ["2023 people", "about 2023", "50%", "1200%", "12345", "999", "$2023", "1000–1500 km"]
        {
            assert!(matches!(guess(amount, &WORDS), Value::Amount(_)), "{amount}");
        }
        for (text, folded) in [
            ("2023–2024", "2023–2024"),
            ("Sam  Altman", "sam altman"),
            ("1.500", "1.500"),
            ("over the moon", "over the moon"),
        ] {
            assert_eq!(guess(text, &WORDS), Value::Text(folded.to_owned()));
        }
    }

    #[test]
    fn a_relation_decides() {
        assert_eq!(read("  A  B ", Some(ValueSort::Text)), Ok(Value::Text("a b".to_owned())));
        assert_eq!(read("10", Some(ValueSort::Text)), Ok(Value::Text("10".to_owned())));
        assert!(read("soon", Some(ValueSort::Date)).unwrap_err().contains("not a date"));
    }

    #[test]
    fn bare_numbers() {
        for (text, micro) in [
            ("1.500", 1_500_000),
            ("-3", -3_000_000),
            ("1e3", 1_000_000_000),
            ("25E-1", 2_500_000),
            ("+.5", 500_000),
        ] {
            let read = read_number(text);
            assert!(
                matches!(&read, Ok(Value::Amount(amount)) if amount.low == micro && amount.high == micro),
                "{text} {read:?}"
            );
        }
        for text in ["", "1e", "1e99", "1e-99", "1e999999999999", "1,5", "e5", "--1", "inf", "1.2.3"] {
            assert!(read_number(text).is_err(), "{text}");
        }
        assert!(read_number("0e99").is_ok());
    }

    proptest! {
        #[test]
        fn any_text_gets_an_answer(text in "\\PC{0,40}") {
            prop_assert!(read(&text, None).is_ok());
            let _ = read(&text, Some(ValueSort::Amount));
        }

        #[test]
        fn nearly_amounts_never_panic(text in "(more than |between |[$>~-])?[0-9., ]{0,50}( ?[km%–-]| to | and |bn)?[0-9.,]{0,9}( [a-z]{0,5})?") {
            if let Ok(Value::Amount(amount)) = read(&text, Some(ValueSort::Amount)) {
                prop_assert!(amount.low <= amount.high);
                prop_assert!(amount.meets(&amount, Some(1.0)));
            }
        }

        #[test]
        fn numbers_are_exact(units in 0i64..10_000_000, micros in 0i64..1_000_000, point in any::<bool>()) {
            let text = format!("{units}{}{micros:06} km", if point { '.' } else { ',' });
            let micro = i128::from(units) * MICRO + i128::from(micros);
            let read = read(&text, Some(ValueSort::Amount));
            let is_exact = matches!(&read, Ok(Value::Amount(amount)) if amount.low == micro && amount.high == micro);
            prop_assert!(is_exact, "{} {:?}", text, read);
        }

        #[test]
        fn groups_do_not_matter(number in 1_000_000i64..1_000_000_000_000) {
            let plain = number.to_string();
            for separator in [",", ".", " ", "\u{a0}"] {
                let mut grouped = String::new();
                for (at, digit) in plain.chars().enumerate() {
                    if at > 0 && (plain.len() - at) % 3 == 0 {
                        grouped.push_str(separator);
                    }
                    grouped.push(digit);
                }
                prop_assert_eq!(
                    read(&grouped, Some(ValueSort::Amount)), read(&plain, Some(ValueSort::Amount)));
            }
        }

        #[test]
        fn case_and_white_space_do_not_matter(text in "(more than|about|\\$)? ?[0-9]{1,4} ?(million|juta|%)? ?[a-z]{0,4}") {
            let shouted = text.to_uppercase().replace(' ', " \t ");
            prop_assert_eq!(read(&text, Some(ValueSort::Amount)).ok(), read(&shouted, Some(ValueSort::Amount)).ok());
        }
    }
}
