//! Language packs from RON.

use super::{Reader, language_words};
use crate::load::ron::wire::LanguageShape;
use crate::model::{Code, Finding, Language, Site};
use crate::text::Span;

/// Reads the language pack at `span`.
pub fn read(reader: &mut Reader<'_>, span: Span) {
    reader.record::<LanguageShape>(span, |reader, wire, place| {
        let Some(code) = wire.code else {
            let site = Site::field(place, "code");
            let finding = Finding::new(Code::MalformedRecord, "a language pack has no `code`", site)
                .label("this record is not used")
                .help("give it the code of its language, as in `code: \"en\"`");
            reader.findings.push(finding);
            return;
        };
        if !matches!(wire.months.len(), 0 | 12) {
            let message = format!("the language pack `{code}` names {} months", wire.months.len());
            let site = Site::field(place, "months");
            reader.findings.push(
                Finding::new(Code::MalformedRecord, message, site).label("a year has twelve").about(&code),
            );
        }
        let dates = language_words::dates(reader, &code, wire.dates, place);
        let sums = language_words::sums(reader, &code, wire.sums, place);
        let lists = [
            wire.weekdays,
            wire.negation,
            wire.pseudo_negation,
            wire.cessation,
            wire.hedging,
            wire.reporting,
            wire.past,
            wire.future,
            wire.citation,
            wire.abbreviations,
        ];
        let words = Language::CATEGORIES.into_iter().zip(lists).collect();
        reader.base.languages.push(Language {
            code,
            name: wire.name,
            months: wire.months,
            dates,
            sums,
            words,
            place,
        });
    });
}
