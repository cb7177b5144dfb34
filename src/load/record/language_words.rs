//! The words for dates and sums of a language pack, from RON.

use super::Reader;
use crate::load::ron::wire::{DateWordsWire, DecimalWire, SumUnitWire, SumWordsWire};
use crate::model::{
    Code, DateWords, Finding, RelativeDate, Site, SumRole, SumScale, SumUnit, SumWords, VagueSum,
};
use crate::text::Place;

/// The words for dates of the pack `code`; pairs that are none become findings.
pub fn dates(reader: &mut Reader<'_>, code: &str, mut wire: DateWordsWire, place: Place) -> DateWords {
    let words = wire.take_words();
    let relative = |row: crate::load::ron::wire::RelativeWire| RelativeDate {
        phrase: row.phrase,
        unit: row.unit.into(),
        shift: row.shift,
    };
    DateWords {
        day_first: wire.day_first,
        modifiers_follow: wire.modifiers_follow,
        words,
        from_to: pairs(reader, code, ("dates", "from_to"), wire.from_to, place),
        from_on: pairs(reader, code, ("dates", "from_on"), wire.from_on, place),
        relative: wire.relative.into_iter().map(relative).collect(),
        numbers: wire.numbers,
        ordinals: wire.ordinals,
    }
}

/// The words for sums of the pack `code`.
pub fn sums(reader: &mut Reader<'_>, code: &str, wire: SumWordsWire, place: Place) -> SumWords {
    let between = pairs(reader, code, ("sums", "between"), wire.between, place);
    let scale = |row: crate::load::ron::wire::ScaleWire| SumScale {
        words: row.words,
        factor: i128::from(row.factor),
        money: row.money,
    };
    let vague = |row: crate::load::ron::wire::VagueWire| VagueSum {
        phrase: row.phrase,
        low: i128::from(row.low.min(row.high)),
        high: i128::from(row.high.max(row.low)),
    };
    let currencies = wire.currencies.into_iter().map(|row| unit(row, true));
    SumWords {
        decimal_comma: wire.decimal.map(|sign| matches!(sign, DecimalWire::Comma)),
        words: vec![
            (SumRole::MoreThan, wire.more_than),
            (SumRole::AtLeast, wire.at_least),
            (SumRole::LessThan, wire.less_than),
            (SumRole::AtMost, wire.at_most),
            (SumRole::About, wire.about),
            (SumRole::OrMore, wire.or_more),
            (SumRole::To, wire.to),
            (SumRole::From, wire.from),
            (SumRole::NoUnit, wire.no_units),
            (SumRole::Adjective, wire.adjectives),
            (SumRole::Label, wire.labels),
        ],
        between,
        per: wire.per,
        scales: wire.scales.into_iter().map(scale).collect(),
        units: currencies.chain(wire.units.into_iter().map(|row| unit(row, false))).collect(),
        vague: wire.vague.into_iter().map(vague).collect(),
    }
}

fn unit(row: SumUnitWire, money: bool) -> SumUnit {
    SumUnit { name: row.name, before: row.before, behind: row.behind, money }
}

/// Lists of two as pairs.
fn pairs(
    reader: &mut Reader<'_>,
    code: &str,
    (field, list): (&'static str, &'static str),
    written: Vec<Vec<String>>,
    place: Place,
) -> Vec<(String, String)> {
    let mut pairs = Vec::with_capacity(written.len());
    for row in written {
        match <[String; 2]>::try_from(row) {
            Ok([before, between]) => pairs.push((before, between)),
            Err(row) => {
                let message = format!("`{list}` of the language pack `{code}` has a row of {}", row.len());
                let finding = Finding::new(Code::MalformedRecord, message, Site::field(place, field))
                    .label("this row is not used")
                    .help("each row has two phrases, as in `[\"from\", \"to\"]`")
                    .about(code);
                reader.findings.push(finding);
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use crate::load::load;
    use crate::model::{Code, DateRole};
    use crate::text::{File, Files};

    fn read(pack: &str) -> (Vec<String>, crate::model::Base) {
        let mut files = Files::default();
        files.add(File::new("rules/x.ron", format!("(languages: [(code: \"x\", {pack})])")));
        let loaded = load(&files);
        assert!(
            loaded
                .findings
                .iter()
                .all(|finding| [Code::MalformedRecord, Code::UnknownField].contains(&finding.code))
        );
        let words = crate::words::Words::new(&loaded.base, crate::words::Choice::default());
        (loaded.findings.iter().map(|finding| words.of(finding).message).collect(), loaded.base)
    }

    #[test]
    fn words_of_a_new_language() {
        let (messages, base) = read(
            "dates: (since: [\"seit\"], from_to: [[\"von\", \"bis\"]], relative: [(phrase: \"gestern\", unit: day, shift: -1)]), \
             sums: (decimal: comma, scales: [(words: [\"Milliarde\"], factor: 1000000000)])",
        );
        assert!(messages.is_empty(), "{messages:?}");
        let dates = &base.languages[0].dates;
        assert!(dates.words.contains(&(DateRole::Since, vec!["seit".to_owned()])));
        assert_eq!(dates.from_to, [("von".to_owned(), "bis".to_owned())]);
        assert_eq!(dates.relative[0].shift, -1);
        assert_eq!(base.languages[0].sums.decimal_comma, Some(true));
    }

    #[test]
    fn flaws_are_told() {
        for (pack, part) in [
            ("dates: (sinse: [\"seit\"])", "sinse"),
            ("dates: (from_to: [[\"von\"]])", "a row of 1"),
            ("dates: (relative: [(phrase: \"gestern\", unit: decade, shift: -1)])", "decade"),
            ("sums: (between: [[\"a\", \"b\", \"c\"]])", "a row of 3"),
            ("sums: (scales: [(word: [\"Milliarde\"], factor: 1)])", "word"),
            ("since: [\"seit\"]", "since"),
        ] {
            let (messages, _) = read(pack);
            assert!(messages.iter().any(|message| message.contains(part)), "{pack}: {messages:?}");
        }
    }
}
