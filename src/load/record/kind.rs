//! Kinds of rules from RON, with the defaults of their parameters.

use super::RecordReader;
use crate::amounts::AmountLexicon;
use crate::load::value::read_value;
use crate::model::{Code, FileFact, Finding, Kind, Limit, Role, Site, Value};
use crate::text::Place;

impl RecordReader<'_> {
    /// The kind with its parameters; a parameter that makes no sense becomes a finding, and there is no rule then.
    pub(super) fn kind(
        &mut self,
        id: &str,
        mut kind: Kind<String, String, String>,
        place: Place,
    ) -> Option<Kind> {
        if let Kind::Incompatible(kind) = &mut kind
            && kind.same.is_empty()
            && kind.different.is_none()
        {
            kind.same = vec![Role::Subject, Role::Object];
        }
        let mut fault = fault(&kind).map(str::to_owned);
        let Self { base, words, .. } = self;
        let kind = kind.translate(
            |name| base.relations.intern(&name),
            |name| base.entities.intern(&name),
            |written| {
                limit(written, words).unwrap_or_else(|reason| {
                    fault.get_or_insert(reason);
                    Limit::Now
                })
            },
        );
        let Some(reason) = fault else { return Some(kind) };
        let fact = FileFact::RuleInvalid { rule: id.to_owned(), reason };
        let finding =
            Finding::new(Code::MalformedRecord, fact, Site::field(place, "kind")).about(id).key("kind");
        self.findings.push(finding);
        None
    }
}

/// Why the parameters make no sense.
fn fault<R, E, L>(kind: &Kind<R, E, L>) -> Option<&'static str> {
    let (is_fault, reason) = match kind {
        Kind::SingleValue { at_most, .. } => (*at_most == 0, "`at_most` must be 1 or more"),
        Kind::Incompatible(kind) => (
            kind.different.is_some_and(|end| kind.same.contains(&end)),
            "an end cannot be both `same` and `different`",
        ),
        Kind::Contemporary { begins, ends, .. } => (
            begins.is_empty() && ends.is_empty(),
            "it needs `begins` or `ends`, the relations that begin and end an existence",
        ),
        Kind::Companion(kind) => {
            (kind.requires.is_empty(), "it needs `requires`, the relations of which one must be recorded")
        }
        Kind::Qualifier { requires } => {
            (requires.is_empty(), "it needs `requires`, what each claim must say")
        }
        _ => return None,
    };
    is_fault.then_some(reason)
}

fn limit(written: String, words: &AmountLexicon) -> Result<Limit, String> {
    if written.trim() == "now" {
        return Ok(Limit::Now);
    }
    match read_value(&written, None, words) {
        Ok(Value::Text(_)) => Err(format!("`{written}` is not a limit; write an amount, a date or `now`")),
        Ok(value) => Ok(Limit::Value(value, written)),
        Err(reason) => Err(format!("`{written}` is not a limit: {reason}")),
    }
}
