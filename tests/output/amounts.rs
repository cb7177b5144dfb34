//! Amounts told in another language than they were written in: what is written is read back as the same amount.

use std::sync::LazyLock;

use erstwhile::amounts::{AmountLexicon, AmountParser, written_amount};
use erstwhile::load::{STANDARD_FILES, load};
use erstwhile::model::{Amount, Comparison, Language, MICRO};
use erstwhile::text::{File, Files};
use erstwhile::tokens::tokenize;
use proptest::prelude::*;

static PACKS: LazyLock<Vec<(Language, AmountLexicon)>> = LazyLock::new(|| {
    let mut files = Files::default();
    STANDARD_FILES.iter().for_each(|(path, text)| {
        files.add(File::new(*path, *text));
    });
    let packs = load(&files).base.languages.into_iter();
    packs.map(|pack| (pack.clone(), AmountLexicon::new([&pack]))).collect()
});

/// What a sentence in the language of a pack says with this amount.
fn read(text: &str, words: &AmountLexicon) -> Option<Amount> {
    let mut tokens = Vec::new();
    tokenize(text, 0..text.len(), &mut tokens);
    let parser = AmountParser::of_sentence(text, &tokens, words);
    let expression = parser.expression(0).ok()?;
    (expression.end == tokens.len() && !expression.year && !expression.narrowed).then_some(expression.amount)
}

fn written(amount: &Amount, language: &str) -> Option<String> {
    let (pack, _) = PACKS.iter().find(|(pack, _)| pack.code == language)?;
    written_amount(amount, pack)
}

/// The names of all units that packs know, with and without a rate.
fn units() -> Vec<String> {
    let mut units = vec![String::new(), "regions".to_owned(), "mercusuar".to_owned()];
    for (pack, _) in PACKS.iter() {
        units.extend(pack.sums.units.iter().map(|unit| unit.name.clone()));
        units.extend(pack.sums.nouns.iter().map(|noun| noun.name.clone()));
        units.extend(pack.sums.per.iter().map(|rate| format!("usd {}", rate.name)));
    }
    units
}

fn amounts() -> impl Strategy<Value = Amount> {
    let number = prop_oneof![
        (0i128..2000).prop_map(|number| number * MICRO),
        (0i128..2_000_000).prop_map(|number| number * MICRO),
        (1i128..2000, 0u32..13).prop_map(|(number, zeros)| number * 10i128.pow(zeros) * MICRO),
        (1i128..100_000_000, 0u32..8).prop_map(|(number, zeros)| number * 10i128.pow(zeros)),
    ];
    let width = prop_oneof![4 => Just(None), 1 => (1i128..10).prop_map(Some)];
    let comparison = prop_oneof![
        Just(Comparison::Exactly),
        Just(Comparison::About),
        Just(Comparison::MoreThan),
        Just(Comparison::AtLeast),
        Just(Comparison::LessThan),
        Just(Comparison::AtMost),
    ];
    let unit = prop::sample::select(units());
    (number, width, comparison, unit, any::<bool>()).prop_map(|(low, width, comparison, unit, below)| {
        let high = width.map_or(low, |width| low + low / 10 * width);
        let sign = if below && width.is_none() { -1 } else { 1 };
        Amount { low: sign * low, high: sign * high, comparison, unit }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn what_is_written_is_read_as_the_same_amount(amount in amounts()) {
        for (pack, words) in PACKS.iter() {
            if let Some(text) = written_amount(&amount, pack) {
                let known = read(&text, words);
                prop_assert_eq!(known.as_ref(), Some(&amount), "{} in {}", text, pack.code);
            }
        }
    }
}

#[test]
fn every_unit_of_a_pack_is_written_and_read() {
    for (pack, words) in PACKS.iter() {
        let names = pack.sums.units.iter().map(|unit| &unit.name);
        for name in names.chain(pack.sums.nouns.iter().map(|noun| &noun.name)) {
            for number in [2, 1_500, 2_500_000_000] {
                let amount = exactly(number * MICRO, name);
                let text = written_amount(&amount, pack).unwrap_or_default();
                assert_eq!(read(&text, words), Some(amount), "{text} in {}", pack.code);
            }
            if let Some(text) = written_amount(&exactly(MICRO, name), pack) {
                assert_eq!(read(&text, words), Some(exactly(MICRO, name)), "{text} in {}", pack.code);
            }
        }
    }
}

fn exactly(micro: i128, unit: &str) -> Amount {
    Amount { low: micro, high: micro, comparison: Comparison::Exactly, unit: unit.to_owned() }
}

#[test]
fn amounts_read_as_an_editor_prints_them() {
    let million = 1_000_000 * MICRO;
    let amount = |low, high, comparison, unit: &str| Amount { low, high, comparison, unit: unit.to_owned() };
    use Comparison::{About, AtLeast, Exactly, MoreThan};
    for (amount, english, indonesian) in [
        (exactly(1000 * million, "usd"), "US$1 billion", "US$1 miliar"),
        (exactly(13_800 * million, "usd"), "US$13.8 billion", "US$13,8 miliar"),
        (exactly(600_000_000 * million, "idr"), "Rp600 trillion", "Rp600 triliun"),
        (exactly(12_345 * MICRO, "residents"), "12,345 residents", "12.345 penduduk"),
        (exactly(MICRO, "people"), "1 person", "1 orang"),
        (exactly(MICRO, "goals"), "1 goal", "1 gol"),
        (exactly(27 * MICRO + 500_000, "percent"), "27.5%", "27,5 persen"),
        (
            amount(60 * MICRO, 60 * MICRO, MoreThan, "countries"),
            "more than 60 countries",
            "lebih dari 60 negara",
        ),
        (amount(2 * million, 2 * million, About, "people"), "about 2 million people", "sekitar 2 juta orang"),
        (amount(70 * MICRO, 70 * MICRO, AtLeast, ""), "at least 70", "setidaknya 70"),
        (amount(10_000 * million, 12_000 * million, Exactly, "usd"), "US$10–12 billion", "US$10–12 miliar"),
        (
            amount(900_000 * MICRO, 1_200_000 * MICRO, Exactly, "users"),
            "900,000–1,200,000 users",
            "900.000–1.200.000 pengguna",
        ),
        (
            amount(10 * million, 100 * million, Exactly, "usd"),
            "tens of millions of dollars",
            "puluhan juta dolar AS",
        ),
        (exactly(60 * MICRO, "lighthouses"), "60 lighthouses", "60 lighthouses"),
        (exactly(5000 * million, "usd per year"), "US$5 billion per year", "US$5 miliar per tahun"),
    ] {
        assert_eq!(written(&amount, "en").as_deref(), Some(english));
        assert_eq!(written(&amount, "id").as_deref(), Some(indonesian));
    }
    assert_eq!(written(&exactly(MICRO, "regions"), "en"), None);
}
