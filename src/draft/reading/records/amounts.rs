//! The amounts on record: which units a relation takes, and which claims give an amount. How amounts are written is not its
//! business.

use super::Records;
use crate::model::{Amount, Base, ClaimId, EntityId, Object, RelationId, Role, Value};

impl Records<'_> {
    /// A unit without the "per month" that the label of the relation says.
    #[must_use]
    pub fn unit_within<'u>(&self, relation: RelationId, unit: &'u str) -> &'u str {
        let rate = self.rates.get(relation.index()).copied().flatten();
        rate.and_then(|rate| unit.strip_suffix(rate)).map_or(unit, str::trim_end)
    }

    /// Whether amounts of this unit are in the relation or one akin to it.
    #[must_use]
    pub fn takes_unit(&self, relation: RelationId, unit: &str) -> bool {
        let unit = self.unit_within(relation, unit);
        self.place(relation).is_some_and(|place| place.units.iter().any(|known| same_unit(known, unit)))
    }

    /// Whether what is in the relation may be counted by this unit, without its being the same: residents are people,
    /// and a bare number may count anything.
    #[must_use]
    pub fn may_take_unit(&self, relation: RelationId, unit: &str) -> bool {
        let unit = self.unit_within(relation, unit);
        self.place(relation)
            .is_some_and(|place| place.units.iter().any(|known| self.may_be_unit(known, unit)))
    }

    /// Whether the relation, or one akin to it, declares this unit, and no claim gives any.
    #[must_use]
    pub fn declares_unit(&self, relation: RelationId, unit: &str) -> bool {
        self.place(relation).is_some_and(|place| place.declared.iter().any(|known| known == unit))
    }

    /// What an amount of a relation counts: where no claim says it, the first of its units for all that may be that: "12,000" and
    /// "12,000 residents" are both people.
    #[must_use]
    pub fn counted_as<'u>(&'u self, relation: RelationId, unit: &'u str) -> &'u str {
        let unit = self.unit_within(relation, unit);
        let may_be_it = |first: &&str| !unit.contains(RATE) && self.may_be_unit(first, unit);
        let first = self.place(relation).and_then(|place| place.declared.first());
        first.map(String::as_str).filter(may_be_it).unwrap_or(unit)
    }

    fn may_be_unit(&self, one: &str, two: &str) -> bool {
        let is_kind = |one: &str, two: &str| self.kinds.contains(&(one, two));
        let counts = |unit: &str| !self.measures(unit);
        // "€5 per person", where the record leaves the rate unsaid.
        let without_rate =
            |unit: &str| unit.split_once(RATE).map_or(unit.to_owned(), |(unit, _)| unit.to_owned());
        same_unit(one, two)
            || !one.is_empty() && !one.contains(RATE) && same_unit(one, &without_rate(two))
            || is_kind(one, two)
            || is_kind(two, one)
            || (one.is_empty() || two.is_empty()) && counts(one) && counts(two)
    }

    /// Whether the subject has amounts on record.
    #[must_use]
    pub fn has_amounts(&self, subject: EntityId) -> bool {
        self.measured.contains_key(&subject)
    }

    /// The relations in which the subject has this amount on record, in the same unit.
    #[must_use]
    pub fn with_amount(&self, subject: EntityId, amount: &Amount) -> Vec<RelationId> {
        let relations = self.measured.get(&subject).into_iter().flatten().copied();
        let same = |relation: &RelationId| {
            self.takes_unit(*relation, &amount.unit)
                && !self.giving(*relation, Some(subject), None, amount).is_empty()
        };
        relations.filter(same).collect()
    }

    /// Whether a unit is one of measure or money, and not the noun that is counted.
    #[must_use]
    pub fn measures(&self, unit: &str) -> bool {
        self.measures.iter().any(|measure| unit.split(' ').next() == Some(measure))
    }

    /// The claims that give the subject this amount in the relation, whatever their period: of this object, where they give
    /// it of one.
    #[must_use]
    pub fn giving(
        &self,
        relation: RelationId,
        subject: Option<EntityId>,
        object: Option<EntityId>,
        amount: &Amount,
    ) -> Vec<ClaimId> {
        let tolerance = self.base.relations.record(relation).and_then(|record| record.tolerance);
        let unit = self.unit_within(relation, &amount.unit).to_owned();
        let amount = &Amount { unit, ..amount.clone() };
        let same = |claim: &ClaimId| {
            let Object { entity, value } = self.base.claims.object(*claim);
            let of_it = match (entity, object) {
                (Some(known), Some(named)) => self.is_meant(relation, Role::Object, known, named),
                _ => true,
            };
            let so_much =
                |known: &Amount| self.may_be_unit(&known.unit, &amount.unit) && known.says(amount, tolerance);
            of_it
                && match value.map(|value| self.base.values.get(value)) {
                    Some(Value::Amount(known)) => so_much(known),
                    // Who denies it of an object denies every amount of it.
                    None => self.base.claims.denies(*claim),
                    _ => false,
                }
        };
        self.about(relation, subject).into_iter().filter(same).collect()
    }
}

/// What a unit of a rate has.
pub(super) const RATE: &str = " per ";

/// Units as amounts have them: `money` is every currency that a language pack has a word for.
pub(super) fn declared_units(base: &Base, declared: &[String]) -> Vec<String> {
    const MONEY: &str = "money";
    let units = base.languages.iter().flat_map(|pack| &pack.sums.units);
    let mut currencies: Vec<&str> =
        units.filter(|unit| unit.money).map(|currency| currency.name.as_str()).collect();
    currencies.sort_unstable();
    currencies.dedup();
    let of = |unit: &String| match unit.strip_prefix(MONEY) {
        Some(rate) => currencies.iter().map(|currency| format!("{currency}{rate}")).collect(),
        None => vec![unit.clone()],
    };
    declared.iter().flat_map(of).collect()
}

/// The "per month" in the label of a relation, by its name in units.
pub(super) fn rate_of(base: &Base, relation: RelationId) -> Option<&str> {
    let label = base.relations.record(relation)?.label.as_ref()?;
    base.languages.iter().find_map(|pack| {
        let label = label.in_language(&pack.code).to_lowercase();
        let says = |form: &String| {
            let spaced = format!(" {form}");
            label.ends_with(&spaced) || label.contains(&format!("{spaced} "))
        };
        let rate = pack.sums.per.iter().find(|rate| rate.behind.iter().any(says))?;
        Some(rate.name.as_str())
    })
}

/// Whether two units are the same, one of them perhaps in the plural or with more words after: "region", "regions".
fn same_unit(one: &str, two: &str) -> bool {
    let is_rate = |unit: &str| unit.contains(RATE);
    let first = |unit: &str| unit.split(' ').next().unwrap_or_default().trim_end_matches('s').to_owned();
    one == two
        || is_rate(one) == is_rate(two) && !one.is_empty() && !two.is_empty() && first(one) == first(two)
}
