//! Kinds of rules from RON, with what each takes where a parameter is not written.

use super::Reader;
use crate::load::ron::wire::{KindWire, MatterWire, RoleWire, TerminalWire};
use crate::load::value::read_value;
use crate::model::{
    Code, Companion, EntityId, Finding, Incompatible, Kind, Limit, Matter, OrderRule, Role, Site, Sourcing,
    Terminal, Value,
};
use crate::text::Place;

impl Reader<'_> {
    /// The kind with its parameters; a parameter that makes no sense becomes a finding, and there is no rule then.
    pub(super) fn kind(&mut self, id: &str, wire: KindWire, place: Place) -> Option<Kind> {
        Some(match wire {
            KindWire::SingleValue { per, at_most, ever, best } => {
                let at_most = at_most.unwrap_or(1);
                if at_most == 0 {
                    return self.refuse(id, "`at_most` must be 1 or more", place);
                }
                Kind::SingleValue { per: per.map_or(Role::Subject, role), at_most, ever, best }
            }
            KindWire::Incompatible { with, same, different, objects, with_objects, ever } => {
                let same: Vec<Role> = same.into_iter().map(role).collect();
                let different = different.map(role);
                if different.is_some_and(|end| same.contains(&end)) {
                    return self.refuse(id, "an end cannot be both the `same` and `different`", place);
                }
                Kind::Incompatible(Incompatible {
                    with: self.relations(&with),
                    same: if same.is_empty() && different.is_none() {
                        vec![Role::Subject, Role::Object]
                    } else {
                        same
                    },
                    different,
                    objects: self.entities(&objects),
                    with_objects: self.entities(&with_objects),
                    ever,
                })
            }
            KindWire::Order { first, then, its, of, at_least, at_most } => Kind::Order(OrderRule {
                first: first.map_or(Terminal::Start, terminal),
                then: self.relations(&then),
                its: its.map_or(Terminal::Start, terminal),
                of: of.map_or(Role::Subject, role),
                at_least: self.length(id, "kind", at_least.as_deref(), place),
                at_most: self.length(id, "kind", at_most.as_deref(), place),
            }),
            KindWire::Contemporary { begins, ends, cover } => {
                if begins.is_empty() && ends.is_empty() {
                    return self.refuse(
                        id,
                        "it needs `begins` or `ends`: the relations that begin and end an existence",
                        place,
                    );
                }
                Kind::Contemporary { begins: self.relations(&begins), ends: self.relations(&ends), cover }
            }
            KindWire::Companion { of, requires, objects, same_time } => {
                if requires.is_empty() {
                    return self.refuse(
                        id,
                        "it needs `requires`: the relations of which one must be on record",
                        place,
                    );
                }
                Kind::Companion(Companion {
                    of: of.map_or(Role::Subject, role),
                    requires: self.relations(&requires),
                    objects: self.entities(&objects),
                    same_time,
                })
            }
            KindWire::Mirror { by } => Kind::Mirror { by: by.map(|by| self.base.relations.intern(&by)) },
            KindWire::ValueRange { min, max, one_of, none_of } => Kind::ValueRange {
                min: self.limit(id, min, place)?,
                max: self.limit(id, max, place)?,
                one_of,
                none_of,
            },
            KindWire::Qualifier { requires } => {
                if requires.is_empty() {
                    return self.refuse(id, "it needs `requires`: what each claim must say", place);
                }
                Kind::Qualifier { requires: requires.into_iter().map(matter).collect() }
            }
            KindWire::Sourcing { at_least, independent, primary, dated, in_time } => {
                Kind::Sourcing(Sourcing { at_least, independent, primary, dated, in_time })
            }
            KindWire::Freshness { review_every, expires } => Kind::Freshness {
                review_every: self.length(id, "kind", review_every.as_deref(), place),
                expires,
            },
        })
    }

    fn refuse(&mut self, id: &str, reason: &str, place: Place) -> Option<Kind> {
        let finding = Finding::new(
            Code::MalformedRecord,
            format!("the rule `{id}` makes no sense: {reason}"),
            Site::field(place, "kind"),
        )
        .label("this rule is not used")
        .about(id)
        .key("kind");
        self.findings.push(finding);
        None
    }

    fn entities(&mut self, ids: &[String]) -> Vec<EntityId> {
        ids.iter().map(|id| self.base.entities.intern(id)).collect()
    }

    /// The outer `None` means that the limit was written and cannot be read.
    #[expect(clippy::option_option, reason = "left out and unreadable are told apart only here")]
    fn limit(&mut self, id: &str, written: Option<String>, place: Place) -> Option<Option<Limit>> {
        let Some(written) = written else { return Some(None) };
        if written.trim() == "now" {
            return Some(Some(Limit::Now));
        }
        match read_value(&written, None) {
            Ok(Value::Text(_)) => {
                self.refuse(id, &format!("`{written}` is no limit: write an amount, a date or `now`"), place);
                None
            }
            Ok(value) => Some(Some(Limit::Value(value, written))),
            Err(reason) => {
                self.refuse(id, &format!("`{written}` is no limit: {reason}"), place);
                None
            }
        }
    }
}

fn role(wire: RoleWire) -> Role {
    match wire {
        RoleWire::Subject => Role::Subject,
        RoleWire::Object => Role::Object,
    }
}

fn terminal(wire: TerminalWire) -> Terminal {
    match wire {
        TerminalWire::Start => Terminal::Start,
        TerminalWire::End => Terminal::End,
    }
}

fn matter(wire: MatterWire) -> Matter {
    match wire {
        MatterWire::Start => Matter::Start,
        MatterWire::End => Matter::End,
        MatterWire::Quote => Matter::Quote,
        MatterWire::Locator => Matter::Locator,
        MatterWire::Statement => Matter::Statement,
        MatterWire::Source => Matter::Source,
    }
}
