//! Ids that are used and that no record has. One finding an id, at its first use, however often it is used.

use std::collections::BTreeMap;

use crate::load::suggest::SUGGESTED;
use crate::load::{parse_phrasing, shipped, suggest};
use crate::model::{
    Base, ClaimId, ClaimIndex, Code, FileFact, Finding, Kind, Relation, RelationId, RuleScope, Site, Value,
};
use crate::store::{Register, RowId};

/// Findings for all ids without a record.
pub fn find(base: &Base, index: &ClaimIndex) -> Vec<Finding> {
    let mut findings = entities(base);
    findings.extend(sources(base));
    findings.extend(relations(base));
    findings.extend(links(base, index));
    findings.extend(allowed_codes(base));
    findings.extend(configured_codes(base));
    findings
}

/// Where an id is used first, by which record, and how often it is used.
type Use = (Site, Option<String>, usize);

/// Where ids without a record are used.
struct Uses<'a, Id, Record> {
    register: &'a Register<Id, Record>,
    uses: BTreeMap<usize, Use>,
}

impl<'a, Id: RowId, Record> Uses<'a, Id, Record> {
    fn new(register: &'a Register<Id, Record>) -> Self {
        Self { register, uses: BTreeMap::new() }
    }

    /// Whether there is any such id: most bases have none, and need not be searched.
    fn none_unknown(&self) -> bool {
        self.register.iter().all(|id| self.register.is_known(id))
    }

    fn note(&mut self, id: Id, site: impl FnOnce() -> Site, owner: impl FnOnce() -> Option<String>) {
        if self.register.is_known(id) {
            return;
        }
        match self.uses.get_mut(&id.row()) {
            Some((.., count)) => *count += 1,
            None => {
                self.uses.insert(id.row(), (site(), owner(), 1));
            }
        }
    }

    /// A finding for each, with what `fact` makes of its id, how often it is used and the nearest known id.
    fn findings(self, fact: impl Fn(String, usize, Option<String>) -> FileFact) -> Vec<Finding> {
        let Self { register, uses } = self;
        let known = || register.iter().filter(|id| register.is_known(*id)).map(|id| register.id(id));
        let finding = |(at, (row, (site, owner, count))): (usize, (usize, Use))| {
            let name = register.id(Id::from_row(row));
            let near = (at < SUGGESTED).then(|| suggest::near(name, known())).flatten();
            let fact = fact(name.to_owned(), count, near);
            let finding = Finding::new(Code::UnknownId, fact, site).key(name);
            match owner {
                Some(owner) => finding.about(owner),
                None => finding,
            }
        };
        uses.into_iter().enumerate().map(finding).collect()
    }
}

fn entities(base: &Base) -> Vec<Finding> {
    let mut uses = Uses::new(&base.entities);
    if uses.none_unknown() {
        return Vec::new();
    }
    let claims = &base.claims;
    for claim in claims.iter() {
        let owner = || Some(claims.id(claim).to_owned());
        if let Some(subject) = claims.subject(claim) {
            uses.note(subject, || Site::field(claims.place(claim), "subject"), owner);
        }
        if let Some(object) = claims.object(claim).entity {
            uses.note(object, || Site::field(claims.place(claim), "object"), owner);
        }
    }
    for (id, record) in base.entities.described() {
        for (at, whole) in record.part_of.iter().enumerate() {
            let owner = || Some(base.entities.id(id).to_owned());
            uses.note(*whole, || Site::element(record.place, "part_of", at), owner);
        }
    }
    for (id, record) in base.relations.described() {
        let owner = || Some(base.relations.id(id).to_owned());
        for (at, entity) in record.concerns.iter().enumerate() {
            uses.note(*entity, || Site::element(record.place, "concerns", at), owner);
        }
        for entity in &record.named {
            uses.note(*entity, || Site::field(record.place, "phrasings"), owner);
        }
    }
    for rule in &base.rules {
        let named: Vec<_> = match &rule.kind {
            Kind::Incompatible(kind) => kind.objects.iter().chain(&kind.with_objects).collect(),
            Kind::Companion(kind) => kind.objects.iter().collect(),
            _ => Vec::new(),
        };
        for id in named {
            uses.note(*id, || Site::field(rule.place, "kind"), || Some(rule.id.clone()));
        }
    }
    uses.findings(|id, count, near| FileFact::UnknownEntity { id, count, near })
}

fn sources(base: &Base) -> Vec<Finding> {
    let mut uses = Uses::new(&base.sources);
    if uses.none_unknown() {
        return Vec::new();
    }
    let claims = &base.claims;
    for claim in claims.iter() {
        for (at, citation) in claims.citations(claim).iter().enumerate() {
            let site = || Site::element(claims.place(claim), "sources", at);
            uses.note(citation.source, site, || Some(claims.id(claim).to_owned()));
        }
    }
    for (id, record) in base.sources.described() {
        for (at, origin) in record.derived_from.iter().enumerate() {
            let site = || Site::element(record.place, "derived_from", at);
            uses.note(*origin, site, || Some(base.sources.id(id).to_owned()));
        }
    }
    uses.findings(|id, count, near| FileFact::UnknownSource { id, count, near })
}

fn relations(base: &Base) -> Vec<Finding> {
    let likes = base.relations.described().flat_map(|(id, record)| unknown_likes(base, id, record));
    let likes: Vec<Finding> = likes.collect();
    let mut uses = Uses::new(&base.relations);
    if uses.none_unknown() {
        return likes;
    }
    let claims = &base.claims;
    let mut first: BTreeMap<&str, ClaimId> = BTreeMap::new();
    for claim in claims.iter() {
        if let Some(relation) = claims.relation(claim) {
            let site = || {
                first.insert(base.relations.id(relation), claim);
                Site::field(claims.place(claim), "relation")
            };
            uses.note(relation, site, || Some(claims.id(claim).to_owned()));
        }
    }
    for (id, record) in base.relations.described() {
        let owner = || Some(base.relations.id(id).to_owned());
        let lists = [
            ("narrower_than", &record.narrower_than),
            ("incompatible_with", &record.incompatible_with),
            ("excludes_others", &record.excludes_others),
            ("before", &record.before),
        ];
        for (field, list) in lists {
            for (at, other) in list.iter().enumerate() {
                uses.note(*other, || Site::element(record.place, field, at), owner);
            }
        }
        if let Some(inverse) = record.inverse {
            uses.note(inverse, || Site::field(record.place, "inverse"), owner);
        }
    }
    for rule in &base.rules {
        let owner = || Some(rule.id.clone());
        if let RuleScope::Relations(scope) = &rule.scope {
            for (at, relation) in scope.iter().enumerate() {
                uses.note(*relation, || Site::element(rule.place, "relations", at), owner);
            }
        }
        for relation in rule.kind.relations() {
            uses.note(relation, || Site::field(rule.place, "kind"), owner);
        }
    }
    let mut found = uses.findings(|id, count, near| {
        let takes = first.get(id.as_str()).and_then(|claim| taken(base, *claim));
        unknown_relation(id, count, near, takes)
    });
    found.extend(likes);
    found
}

/// What is said of a relation by the names of shipped ones that do not exist.
fn unknown_likes(base: &Base, id: RelationId, record: &Relation) -> Vec<Finding> {
    let like = record.like.iter().map(|like| ("like", like));
    let akin = record.akin.iter().map(|akin| ("akin", akin));
    let said_as = record.said_as.iter().map(|said| ("said_as", &said.id));
    let unknown = like.chain(said_as).chain(akin).filter(|(_, name)| shipped().concept(name).is_none());
    let finding = |(field, name): (&'static str, &String)| {
        let known = shipped().concepts.iter().map(|concept| concept.id.as_str());
        let fact = FileFact::UnknownShipped { id: name.clone(), near: suggest::near(name, known) };
        let site = Site::field(record.place, field);
        Finding::new(Code::UnknownId, fact, site).about(base.relations.id(id)).key(field)
    };
    unknown.map(finding).collect()
}

/// A relation without a record, the shipped one that its id has the words of, and the words that its record may have.
fn unknown_relation(id: String, count: usize, near: Option<String>, takes: Option<&'static str>) -> FileFact {
    let words = id.replace(['-', '_'], " ");
    let like = shipped().saying(&words).map(|concept| concept.id.clone());
    let mut ids = shipped().concepts.iter().map(|concept| &concept.id);
    let near = near.or_else(|| ids.find(|known| suggest::is_misspelt(&id, known)).cloned());
    // "captain of" and "owned by" lack their verb.
    let lacks_verb = [" of", " by"].iter().any(|end| words.ends_with(end)) && !words.starts_with("is ");
    let (relation_label, phrasing) = match lacks_verb {
        true => (format!("is {words}"), format!("{{subject}} (is|was) {words} {{object}}")),
        false => (words.clone(), format!("{{subject}} {words} {{object}}")),
    };
    let phrasing = parse_phrasing(&phrasing).is_ok().then_some(phrasing);
    FileFact::UnknownRelation { id, count, near, like, relation_label, phrasing, takes }
}

/// What a relation takes by a claim of it, where its record would have to say so.
fn taken(base: &Base, claim: ClaimId) -> Option<&'static str> {
    let object = base.claims.object(claim);
    let value = object.value.map(|value| base.values.get(value));
    match (object.entity, value) {
        (None, Some(Value::Amount(_))) => Some("amount"),
        (None, Some(Value::Date(_))) => Some("date"),
        (Some(_), Some(Value::Amount(_))) => Some("entity_and_amount"),
        (None, None) => Some("nothing"),
        _ => None,
    }
}

/// Claims that a claim refers to.
fn links(base: &Base, index: &ClaimIndex) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (claim, detail) in base.claims.detailed() {
        let mut at = 0;
        let mut before = None;
        for link in &detail.links {
            at = if before == Some(link.kind) { at + 1 } else { 0 };
            before = Some(link.kind);
            if index.find(&base.claims, &link.to).is_some() {
                continue;
            }
            let owner = base.claims.id(claim);
            let ids = || base.claims.iter().map(|claim| base.claims.id(claim));
            let near = (findings.len() < SUGGESTED).then(|| suggest::near(&link.to, ids())).flatten();
            let fact = FileFact::UnknownLink {
                claim: owner.to_owned(),
                link: link.kind.as_str(),
                to: link.to.clone(),
                near,
            };
            let site = Site::element(base.claims.place(claim), link.kind.as_str(), at);
            findings.push(Finding::new(Code::UnknownId, fact, site).about(owner).key(&link.to));
        }
    }
    findings
}

/// An `allow` must name a code or the id of a rule.
fn allowed_codes(base: &Base) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (claim, detail) in base.claims.detailed() {
        for allow in &detail.allows {
            if !base.has_code(&allow.code) {
                let claim = base.claims.id(claim);
                let site = Site::exact(allow.place);
                let near = near_code(base, &allow.code, findings.len());
                findings.push(unknown_code(&allow.code, near, ("claim", Some(claim)), site).about(claim));
            }
        }
    }
    findings
}

/// Names in the configuration must be codes or the ids of rules.
fn configured_codes(base: &Base) -> Vec<Finding> {
    let config = &base.config;
    let Some(place) = config.place else { return Vec::new() };
    let mut named: Vec<(&str, Site, &'static str)> = Vec::new();
    for (code, _) in &config.severities {
        named.push((code, Site::field(place, "severities"), "severities"));
    }
    named.extend(config.select.iter().map(|code| (code.as_str(), Site::field(place, "select"), "select")));
    named.extend(config.ignore.iter().map(|code| (code.as_str(), Site::field(place, "ignore"), "ignore")));
    for (at, one) in config.overrides.iter().enumerate() {
        let site = Site::element(place, "overrides", at);
        named.extend(one.severities.iter().map(|(code, _)| (code.as_str(), site, "severities")));
    }
    let unknown = named.into_iter().filter(|(code, ..)| !base.has_code(code));
    let finding = |(at, (code, site, used_by)): (usize, (&str, Site, &'static str))| {
        unknown_code(code, near_code(base, code, at), (used_by, None), site)
    };
    unknown.enumerate().map(finding).collect()
}

/// The code or rule whose name is most like this one.
#[must_use]
pub fn nearest_code<'b>(base: &'b Base, name: &str) -> Option<&'b str> {
    let codes = Code::ALL.iter().map(|code| code.as_str());
    suggest::nearest(name, codes.chain(base.rules.iter().map(|rule| rule.id.as_str())))
}

/// The same for the unknown code number `at`, from 0; for the first ones only.
fn near_code(base: &Base, name: &str, at: usize) -> Option<String> {
    (at < SUGGESTED).then(|| nearest_code(base, name)).flatten().map(str::to_owned)
}

/// The finding for a name that is not a code; `used_by` says what speaks of it, and which claim if it is one.
fn unknown_code(
    name: &str,
    near: Option<String>,
    (used_by, claim): (&'static str, Option<&str>),
    site: Site,
) -> Finding {
    let fact =
        FileFact::UnknownCode { code: name.to_owned(), used_by, claim: claim.map(str::to_owned), near };
    Finding::new(Code::UnknownId, fact, site).key(name)
}
