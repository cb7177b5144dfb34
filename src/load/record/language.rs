//! Language packs from RON.

use super::{Reader, language_words};
use crate::load::ron::wire::{CategoryWire, DirectionWire, LanguageShape, TriggerWire};
use crate::model::{Category, Code, Direction, Finding, Language, Site, Trigger};
use crate::text::{Place, Span};

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
            auxiliaries: wire.auxiliaries,
            recipients: wire.recipients,
            pronouns: wire.pronouns,
            triggers,
            dates,
            sums,
            words,
            place,
        });
    });
}

impl Reader<'_> {
    /// The triggers of a row; phrases that cannot be read become findings.
    fn triggers(&mut self, code: &str, row: TriggerWire, place: Place) -> Vec<Trigger> {
        let Some(category) = row.category else {
            let site = Site::field(place, "triggers");
            let message = format!("a row of triggers of the language pack `{code}` has no `category`");
            let names: Vec<&str> = Category::ALL.iter().map(|(name, _)| *name).collect();
            let finding = Finding::new(Code::MalformedRecord, message, site)
                .label("a row without a category is not used")
                .help(format!("the categories are {}", names.join(", ")))
                .about(code);
            self.findings.push(finding);
            return Vec::new();
        };
        let direction = row.direction.map_or(Direction::Both, direction);
        let reach = row.reach.unwrap_or(Trigger::USUAL_REACH);
        let phrases =
            row.phrases.into_iter().filter_map(|phrase| self.phrasing(code, &phrase, "triggers", place));
        phrases
            .map(|phrase| Trigger {
                phrase,
                category: self::category(category),
                direction,
                reach,
                priority: row.priority,
            })
            .collect()
    }
}

fn direction(wire: DirectionWire) -> Direction {
    match wire {
        DirectionWire::Forward => Direction::Forward,
        DirectionWire::Backward => Direction::Backward,
        DirectionWire::Both => Direction::Both,
    }
}

fn category(wire: CategoryWire) -> Category {
    match wire {
        CategoryWire::PseudoNegation => Category::PseudoNegation,
        CategoryWire::Negation => Category::Negation,
        CategoryWire::NotYet => Category::NotYet,
        CategoryWire::Cessation => Category::Cessation,
        CategoryWire::Hedging => Category::Hedging,
        CategoryWire::Reporting => Category::Reporting,
        CategoryWire::Past => Category::Past,
        CategoryWire::Present => Category::Present,
        CategoryWire::Future => Category::Future,
        CategoryWire::Ability => Category::Ability,
        CategoryWire::Condition => Category::Condition,
        CategoryWire::Question => Category::Question,
        CategoryWire::Command => Category::Command,
        CategoryWire::Termination => Category::Termination,
        CategoryWire::Aside => Category::Aside,
        CategoryWire::Resumption => Category::Resumption,
        CategoryWire::Exception => Category::Exception,
        CategoryWire::Vague => Category::Vague,
    }
}
