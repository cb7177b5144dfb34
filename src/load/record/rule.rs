//! Rules from RON. Their kinds are read in `kind`.

use super::RecordReader;
use crate::load::ron::wire::RuleSchema;
use crate::load::suggest;
use crate::model::{Code, Finding, Law, Rule, RuleScope, Site};
use crate::text::{Place, Span};

/// Reads the rule at `span`.
pub fn read(reader: &mut RecordReader<'_>, span: Span) {
    reader.record::<RuleSchema>(span, |reader, wire, place| {
        let Some(id) = reader.id("a rule", wire.id.as_deref(), place) else { return };
        let Some(kind) = wire.kind else {
            let finding = Finding::new(
                Code::MalformedRecord,
                format!("the rule `{id}` has no `kind`"),
                Site::field(place, "id"),
            )
            .label("this rule is ignored")
            .help("add one, such as `kind: single_value(per: subject)`; `erstwhile rules` lists them")
            .about(&id)
            .key("kind");
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
        let names: Vec<&str> = Law::ALL.iter().map(|law| law.as_str()).collect();
        let near = suggest::nearest(word, names.iter().copied());
        let help = near.map_or_else(
            || format!("the laws are: {}", names.join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        let message = format!("the rule `{id}` names an unknown law `{word}`");
        let finding = Finding::new(Code::UnknownId, message, Site::field(place, "law"))
            .label("this rule is ignored")
            .help(help)
            .about(id)
            .key("law");
        self.findings.push(finding);
        None
    }
}
