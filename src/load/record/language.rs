//! Language packs from RON.

use super::RecordReader;
use crate::load::ron::wire::{LanguageSchema, TriggerWire};
use crate::load::suggest;
use crate::model::{Category, Code, Direction, FileFact, Finding, Language, Site, Trigger};
use crate::text::{Place, Span};

/// Reads the language pack at `span`.
pub fn read(reader: &mut RecordReader<'_>, span: Span) {
    reader.record::<LanguageSchema>(span, |reader, wire, place| {
        let Some(code) = wire.code else {
            let site = Site::field(place, "code");
            let fact = FileFact::LanguageWithoutCode {};
            let finding = Finding::new(Code::MalformedRecord, fact, site);
            reader.findings.push(finding);
            return;
        };
        if !matches!(wire.months.len(), 0 | 12) {
            let fact = FileFact::MonthCount { language: code.clone(), count: wire.months.len() };
            let finding = Finding::new(Code::MalformedRecord, fact, Site::field(place, "months"));
            reader.findings.push(finding.about(&code));
        }
        let lists = [wire.weekdays, wire.citation, wire.abbreviations];
        let words = Language::CATEGORIES.into_iter().zip(lists).collect();
        let triggers = wire.triggers.into_iter().flat_map(|row| reader.triggers(&code, row, place)).collect();
        reader.base.languages.push(Language {
            code,
            name: wire.name,
            months: wire.months,
            common: wire.common,
            suffixes: wire.suffixes,
            past_endings: wire.past_endings,
            inflection: wire.inflection,
            adverb_endings: wire.adverb_endings,
            auxiliaries: wire.auxiliaries,
            recipients: wire.recipients,
            pronouns: wire.pronouns,
            triggers,
            grammar: wire.grammar,
            constructions: wire.constructions,
            transitions: wire.transitions,
            variants: wire.variants,
            titles: wire.titles,
            classes: wire.classes.into_iter().collect(),
            dates: wire.dates,
            sums: wire.sums,
            tables: wire.tables,
            words,
            place,
        });
    });
}

impl RecordReader<'_> {
    /// The triggers of a row; phrases that cannot be read become findings.
    fn triggers(&mut self, code: &str, row: TriggerWire, place: Place) -> Vec<Trigger> {
        let Some(category) = row.category else {
            let site = Site::field(place, "triggers");
            let known = suggest::owned(Category::ALL.iter().map(|category| category.as_str()));
            let fact = FileFact::TriggerWithoutCategory { language: code.to_owned(), known };
            let finding = Finding::new(Code::MalformedRecord, fact, site).about(code);
            self.findings.push(finding);
            return Vec::new();
        };
        let direction = row.direction.unwrap_or(Direction::Both);
        let reach = row.reach.unwrap_or(Trigger::USUAL_REACH);
        let read = |phrase: &String| self.phrasing(code, phrase, "triggers", place);
        let phrases = row.phrases.iter().filter_map(read);
        let mut triggers: Vec<Trigger> = phrases
            .map(|phrase| Trigger { phrase, category, direction, reach, priority: row.priority })
            .collect();
        for also in row.also {
            triggers.extend(self.triggers(code, TriggerWire { phrases: row.phrases.clone(), ..also }, place));
        }
        triggers
    }
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
            ("dates: (relative: [(phrase: \"gestern\", unit: century, shift: -1)])", "century"),
            ("sums: (between: [[\"a\", \"b\", \"c\"]])", "a row of 3"),
            ("sums: (scales: [(word: [\"Milliarde\"], factor: 1)])", "word"),
            ("since: [\"seit\"]", "since"),
        ] {
            let (messages, _) = read(pack);
            assert!(messages.iter().any(|message| message.contains(part)), "{pack}: {messages:?}");
        }
    }
}
