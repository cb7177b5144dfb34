//! The words of amounts in English and Indonesian, as tables. How they are put together is `amount`'s business.

use crate::model::Comparison::{self, About, AtLeast, AtMost, LessThan, MoreThan};

use super::number::DecimalMark::{self, Comma, Point, Unknown};

/// Words of comparison, which language they are of, and what they mean.
pub const COMPARISONS: &[(&str, DecimalMark, Comparison)] = &[
    ("more than", Point, MoreThan),
    ("over", Point, MoreThan),
    (">", Unknown, MoreThan),
    ("lebih dari", Comma, MoreThan),
    ("di atas", Comma, MoreThan),
    ("at least", Point, AtLeast),
    ("no less than", Point, AtLeast),
    (">=", Unknown, AtLeast),
    ("≥", Unknown, AtLeast),
    ("setidaknya", Comma, AtLeast),
    ("sedikitnya", Comma, AtLeast),
    ("paling sedikit", Comma, AtLeast),
    ("sekurang-kurangnya", Comma, AtLeast),
    ("less than", Point, LessThan),
    ("fewer than", Point, LessThan),
    ("under", Point, LessThan),
    ("<", Unknown, LessThan),
    ("kurang dari", Comma, LessThan),
    ("di bawah", Comma, LessThan),
    ("up to", Point, AtMost),
    ("at most", Point, AtMost),
    ("no more than", Point, AtMost),
    ("<=", Unknown, AtMost),
    ("≤", Unknown, AtMost),
    ("paling banyak", Comma, AtMost),
    ("tidak lebih dari", Comma, AtMost),
    ("hingga", Comma, AtMost),
    ("about", Point, About),
    ("around", Point, About),
    ("approximately", Point, About),
    ("roughly", Point, About),
    ("almost", Point, About),
    ("nearly", Point, About),
    ("~", Unknown, About),
    ("≈", Unknown, About),
    ("sekitar", Comma, About),
    ("kira-kira", Comma, About),
    ("kurang lebih", Comma, About),
    ("hampir", Comma, About),
];

/// Words of scale.
pub const SCALES: &[(&str, DecimalMark, i128)] = &[
    ("thousand", Point, 1_000),
    ("million", Point, 1_000_000),
    ("billion", Point, 1_000_000_000),
    ("trillion", Point, 1_000_000_000_000),
    ("k", Unknown, 1_000),
    ("m", Unknown, 1_000_000),
    ("mn", Point, 1_000_000),
    ("bn", Point, 1_000_000_000),
    ("tn", Point, 1_000_000_000_000),
    ("ribu", Comma, 1_000),
    ("juta", Comma, 1_000_000),
    ("miliar", Comma, 1_000_000_000),
    ("milyar", Comma, 1_000_000_000),
    ("triliun", Comma, 1_000_000_000_000),
];

/// Letters that are a scale only behind an amount of money: "$10b", but not "10 t" of wheat.
pub const MONEY_SCALES: &[(&str, i128)] = &[("b", 1_000_000_000), ("t", 1_000_000_000_000)];

/// What stands in front of an amount of money; longer ones before their own beginnings.
pub const CURRENCIES: &[(&str, DecimalMark, &str)] = &[
    ("us$", Unknown, "usd"),
    ("usd", Unknown, "usd"),
    ("$", Unknown, "usd"),
    ("eur", Unknown, "eur"),
    ("€", Unknown, "eur"),
    ("gbp", Unknown, "gbp"),
    ("£", Unknown, "gbp"),
    ("idr", Unknown, "idr"),
    ("rp.", Comma, "idr"),
    ("rp", Comma, "idr"),
];

/// Names of units that are the same unit.
pub const UNITS: &[(&str, DecimalMark, &str)] = &[
    ("us dollars", Point, "usd"),
    ("us dollar", Point, "usd"),
    ("u.s. dollars", Point, "usd"),
    ("u.s. dollar", Point, "usd"),
    ("dollars", Point, "usd"),
    ("dollar", Point, "usd"),
    ("dolar as", Comma, "usd"),
    ("dolar amerika serikat", Comma, "usd"),
    ("us$", Unknown, "usd"),
    ("$", Unknown, "usd"),
    ("euros", Point, "eur"),
    ("euro", Unknown, "eur"),
    ("€", Unknown, "eur"),
    ("pounds sterling", Point, "gbp"),
    ("£", Unknown, "gbp"),
    ("rupiah", Comma, "idr"),
    ("percent", Point, "percent"),
    ("per cent", Point, "percent"),
    ("persen", Comma, "percent"),
    ("%", Unknown, "percent"),
];

/// What stands between the two numbers of a range; words with a space behind them.
pub const BETWEEN: &[(&str, DecimalMark)] = &[
    ("–", Unknown),
    ("-", Unknown),
    ("to ", Point),
    ("sampai ", Comma),
    ("hingga ", Comma),
    ("s.d. ", Comma),
];

/// Words around a range: before the first number, between the two.
pub const FRAMES: &[(&str, &str, DecimalMark)] = &[
    ("between ", "and ", Point),
    ("antara ", "dan ", Comma),
    ("from ", "to ", Point),
    ("dari ", "sampai ", Comma),
    ("dari ", "hingga ", Comma),
];

/// Which way the words of a text say that numbers are written.
#[must_use]
pub fn mark(folded: &str) -> DecimalMark {
    let (mut point, mut comma) = (false, false);
    let mut note = |mark: DecimalMark| match mark {
        Point => point = true,
        Comma => comma = true,
        Unknown => {}
    };
    let words: Vec<&str> =
        folded.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let has = |phrase: &str| {
        let phrase: Vec<&str> =
            phrase.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        !phrase.is_empty() && words.windows(phrase.len()).any(|window| window == phrase)
    };
    COMPARISONS.iter().filter(|row| row.1 != Unknown && has(row.0)).for_each(|row| note(row.1));
    SCALES.iter().filter(|row| row.1 != Unknown && has(row.0)).for_each(|row| note(row.1));
    CURRENCIES.iter().filter(|row| row.1 != Unknown && has(row.0)).for_each(|row| note(row.1));
    UNITS.iter().filter(|row| row.1 != Unknown && has(row.0)).for_each(|row| note(row.1));
    BETWEEN.iter().filter(|row| row.1 != Unknown && has(row.0)).for_each(|row| note(row.1));
    FRAMES.iter().filter(|row| has(row.0) && has(row.1)).for_each(|row| note(row.2));
    match (point, comma) {
        (true, false) => Point,
        (false, true) => Comma,
        _ => Unknown,
    }
}
