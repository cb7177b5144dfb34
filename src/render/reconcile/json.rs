//! Reports against each other as one JSON object, as `schema.json` beside this file describes it. For programs: a contract.

use std::io::{self, Write};

use super::words::{Telling, account};
use crate::model::{Assertion, Fact, Point, PointEntry, PointPlace, ReportRead, Role};
use crate::render::fact;
use crate::render::json::{ends, tool};
use crate::render::object::{Json, object};
use crate::words::{language, languages};

/// The schema of this output: JSON Schema, draft 2020-12.
pub const SCHEMA: &str = include_str!("schema.json");

const SCHEMA_VERSION: u32 = 1;

/// Writes all points on one line.
pub(super) fn render(telling: &Telling<'_>, out: &mut dyn Write) -> io::Result<()> {
    let reconciled = telling.reconciled;
    let whole = object! {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(),
        "command": "reconcile",
        "as_of": reconciled.as_of.to_string(),
        "known_by": reconciled.known_by.map(|day| day.to_string()),
        "reports": Json::list(reconciled.reports.iter().map(report)),
        "points": Json::list(reconciled.points.iter().map(|one| point(telling, one))),
        "incomplete": reconciled.incomplete,
    };
    serde_json::to_writer(&mut *out, &whole)?;
    out.write_all(b"\n")
}

fn report(report: &ReportRead) -> Json<'_> {
    object! {
        "path": &report.path,
        "title": report.title.as_deref(),
        "url": report.url.as_deref(),
        "date": report.date.map(|date| date.to_string()),
        "language": &report.language,
        "coverage": object! {
            "sentences": report.coverage.sentences, "naming": report.coverage.naming, "judged": report.coverage.judged,
            "understood": report.understood,
        },
    }
}

fn point<'a>(telling: &Telling<'a>, point: &'a Point) -> Json<'a> {
    let base = telling.words.base();
    let about = point.first().and_then(|entry| entry.assertion.as_ref());
    let accounts = languages().filter_map(|code| {
        let say = telling.words.in_language(language(code)?);
        Some((code, Json::from(account(point, say))))
    });
    object! { "kind": point.kind.as_str() }.and(ends_of(telling, about)).and(object! {
        "about": Json::list(point.about.iter().map(|one| telling.say.message(one))),
        "reports": Json::list(point.entries.iter().map(|one| entry(telling, one))),
        "claims": Json::list(point.claims.iter().map(|claim| base.claims.id(*claim))),
        "decided": Json::list(point.decided.iter().map(|one| stated(telling, one))),
        "account": Json::Object(accounts.collect()),
        "account_facts": Json::list(point.account.iter().map(|one| Json::from(fact::json(base, one)))),
    })
}

/// What an assertion is about; without one, nothing.
fn ends_of<'a>(telling: &Telling<'a>, one: Option<&'a Assertion>) -> Json<'a> {
    let base = telling.words.base();
    let Some(one) = one else { return object! {} };
    let head = object! {
        "subject": one.subject.map(|subject| base.entities.id(subject)),
        "subject_name": one.unrecorded_in(Role::Subject),
        "relation": base.relations.id(one.relation),
        "object": one.object.map(|object| base.entities.id(object)),
        "object_name": one.unrecorded_in(Role::Object),
        "value": one.value.as_ref().map(|(_, written)| written).or(one.text.as_ref()),
    };
    head.filled()
}

fn stated<'a>(telling: &Telling<'a>, one: &Fact) -> Json<'a> {
    object! { "what": telling.say.message(one), "fact": fact::json(telling.words.base(), one) }
}

fn entry<'a>(telling: &Telling<'a>, entry: &'a PointEntry) -> Json<'a> {
    let report = telling.report(entry);
    let one = entry.assertion.as_ref();
    let first = entry.places.first().map_or(object! {}, |first| place(telling, first));
    let advice = || {
        let (_, message, help) = telling.advice(entry)?;
        let finding = entry.advice.as_ref()?;
        Some(object! {
            "code": finding.code.as_str(), "severity": finding.severity.as_str(), "message": message, "help": help,
        })
    };
    let head = object! { "path": &report.path, "date": report.date.map(|date| date.to_string()) };
    head.and(first).and(ends_of(telling, one)).and(object! {
        "bearing": entry.bearing.as_str(),
        "sure": entry.is_sure,
        "said": telling.say.message(&entry.said),
        "polarity": one.map(|one| one.polarity.as_str()),
        "modality": one.map(|one| one.modality.as_str()),
        "time": one.map(|one| object! {
            "kind": one.time.kind.as_str(),
            "from": one.time.from.map(|bound| bound.to_string()),
            "until": one.time.until.map(|bound| bound.to_string()),
        }),
        "confidence": one.map(|one| one.confidence.as_str()),
        "verdict": one.map(|one| one.verdict.as_str()),
        "verdict_then": entry.verdict_then.map(|verdict| verdict.as_str()),
        "more": Json::list(entry.places.iter().skip(1).map(|one| place(telling, one))),
        "advice": advice(),
    })
}

fn place<'a>(telling: &Telling<'a>, place: &'a PointPlace) -> Json<'a> {
    let base = telling.words.base();
    let citations = place.citations.iter().map(|cited| {
        let sources = Json::list(cited.sources.iter().map(|source| base.sources.id(*source)));
        object! { "written": &*cited.written, "sources": sources }
    });
    object! { "sentence": &place.text }
        .and(ends(telling.files.positions(place.sentence)))
        .and(object! { "citations": Json::list(citations) })
}
