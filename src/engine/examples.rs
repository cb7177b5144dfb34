//! The examples of relations and claims, read like sentences of drafts: those that are not read as they say are findings.
//!
//! *Law.* An example of a relation must be read as an assertion of that relation, one of a claim as an assertion that the claim
//! says the same as; what is denied may have ended. Where nothing must be read, no such assertion may be there.

use std::sync::Arc;

use rayon::prelude::*;

use super::options::CheckOptions;
use crate::draft::{DraftReader, Format, Scratch};
use crate::load::Loaded;
use crate::model::{
    Assertion, Base, ClaimId, Code, Example, Finding, Modality, Polarity, ReadSentence, ReadingFact, Reads,
    RelationId, Verdict,
};
use crate::text::FileId;
use crate::time::Day;

/// What an example belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    Relation(RelationId),
    Claim(ClaimId),
}

/// All examples that are not read as they say.
#[must_use]
pub fn misread(loaded: &Loaded, options: &CheckOptions) -> Vec<Finding> {
    let base = &loaded.base;
    let relations = base.relations.described();
    let of_relations = relations
        .flat_map(|(id, record)| record.reads.iter().map(move |example| (Owner::Relation(id), example)));
    let of_claims = base
        .claims
        .detailed()
        .flat_map(|(id, detail)| detail.reads.iter().map(move |example| (Owner::Claim(id), example)));
    let all: Vec<(Owner, &Example)> = of_relations.chain(of_claims).collect();
    if all.is_empty() {
        return Vec::new();
    }
    let trial = ExampleTrial { base, reader: DraftReader::new(base), today: options.as_of.day };
    let tried = all.par_iter().map_init(
        || trial.reader.scratch(true),
        |scratch, (owner, example)| trial.finding(scratch, *owner, example),
    );
    tried.flatten_iter().collect()
}

struct ExampleTrial<'a> {
    base: &'a Base,
    reader: DraftReader<'a>,
    today: Day,
}

impl ExampleTrial<'_> {
    fn finding(&self, scratch: &mut Scratch, owner: Owner, example: &Example) -> Option<Finding> {
        let text = (example.language.as_str(), example.text.as_str());
        let sentences = read_alone(&self.reader, scratch, text, self.today);
        let assertions = || sentences.iter().flat_map(|sentence| &sentence.assertions);
        let own = |assertion: &&Assertion| match owner {
            Owner::Relation(relation) => assertion.relation == relation,
            Owner::Claim(claim) => assertion.claims.contains(&claim),
        };
        let is_met = match example.reads {
            Reads::Unread => !assertions().any(|one| own(&one)),
            wanted => assertions().filter(own).any(|one| meets(one, wanted)),
        };
        if is_met {
            return None;
        }
        let found = assertions().find(own).map(|one| (one, "this"));
        let found = found.or_else(|| assertions().next().map(|one| (one, "other")));
        let reason = sentences.iter().find_map(|sentence| sentence.unread_reason.clone());
        let (relation, claim) = match owner {
            Owner::Relation(relation) => (Some(relation), None),
            Owner::Claim(claim) => (self.base.claims.relation(claim), Some(claim)),
        };
        let fact = ReadingFact::MisreadExample {
            sentence: example.text.clone(),
            expected: example.reads.as_str(),
            found: found.map_or(Reads::Unread.as_str(), |(one, _)| read_as(one)),
            of: found.map_or("this", |(_, of)| of),
            subject: found.and_then(|(one, _)| one.subject),
            said: found.map(|(one, _)| one.relation),
            object: found.and_then(|(one, _)| one.object),
            value: found.and_then(|(one, _)| one.value.as_ref()).map(|(_, written)| written.clone()),
            reason: reason.filter(|_| found.is_none()).map(|fact| Arc::new(fact.into())),
            relation,
        };
        let id = match (claim, relation) {
            (Some(claim), _) => self.base.claims.id(claim),
            (None, relation) => relation.map_or("", |relation| self.base.relations.id(relation)),
        };
        Some(Finding::new(Code::MisreadExample, fact, example.site).about(id).key(&example.text))
    }
}

/// A text of one sentence or more that stands in no file, read as a draft in a language.
pub fn read_alone(
    reader: &DraftReader<'_>,
    scratch: &mut Scratch,
    (language, text): (&str, &str),
    today: Day,
) -> Vec<ReadSentence> {
    let draft = format!("---\nlang: {language}\n---\n\n{text}\n");
    // The file is named nowhere: places in it are of no interest.
    reader.read(scratch, FileId::new(0), "example.md", &draft, Format::Markdown, today.into()).sentences
}

/// What an assertion says, in the words of examples; `unclear` is none of them.
pub fn read_as(one: &Assertion) -> &'static str {
    match one.polarity {
        _ if one.verdict == Verdict::Unclear || one.time.unplaced => "unclear",
        _ if one.possible || one.modality == Modality::Forecast => Reads::Planned.as_str(),
        Polarity::Denies if one.ceased => Reads::Ended.as_str(),
        Polarity::Denies => Reads::Denied.as_str(),
        Polarity::Asserts => Reads::Asserted.as_str(),
    }
}

fn meets(one: &Assertion, wanted: Reads) -> bool {
    let read = read_as(one);
    read == wanted.as_str() || wanted == Reads::Denied && read == Reads::Ended.as_str()
}
