//! Rules from RON. Their kinds are read in `kind`.

use super::RecordReader;
use crate::load::ron::wire::RuleSchema;
use crate::load::suggest;
use crate::model::{Code, FileFact, Finding, Law, Rule, RuleScope, Site};
use crate::text::{Place, Span};

/// Reads the rule at `span`.
pub fn read(reader: &mut RecordReader<'_>, span: Span) {
    reader.record::<RuleSchema>(span, |reader, wire, place| {
        let Some(id) = reader.id("a rule", wire.id.as_deref(), place) else { return };
        let Some(kind) = wire.kind else {
            let fact = FileFact::KindMissing { rule: id.clone() };
            let finding =
                Finding::new(Code::MalformedRecord, fact, Site::field(place, "id")).about(&id).key("kind");
            reader.findings.push(finding);
            return;
        };
        let Some(kind) = reader.kind(&id, kind, place) else { return };
        let Some(scope) = reader.scope(&id, &wire.relations, wire.law.as_deref(), place) else { return };
        reader.base.rules.push(Rule {
            id,
            kind,
            scope,
            severity: wire.severity.map(Into::into),
            message: wire.message,
            help: wire.help,
            passes: wire.passes,
            fails: wire.fails,
            place,
        });
    });
}

impl RecordReader<'_> {
    fn scope(
        &mut self,
        id: &str,
        relations: &[String],
        law: Option<&str>,
        place: Place,
    ) -> Option<RuleScope> {
        let Some(word) = law else {
            let scope = if relations.is_empty() {
                RuleScope::All
            } else {
                RuleScope::Relations(self.relations(relations))
            };
            return Some(scope);
        };
        if let Some(law) = Law::named(word) {
            return Some(RuleScope::Law(law));
        }
        let names = || Law::ALL.iter().map(|law| law.as_str());
        let fact = FileFact::UnknownLaw {
            rule: id.to_owned(),
            law: word.to_owned(),
            near: suggest::near(word, names()),
            known: suggest::owned(names()),
        };
        let finding = Finding::new(Code::UnknownId, fact, Site::field(place, "law")).about(id).key("law");
        self.findings.push(finding);
        None
    }
}
