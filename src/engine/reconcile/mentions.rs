//! Sentences that use the words of a relation without asserting anything, because they suppose it: they are shown beside what
//! others say of the same, and where nobody says more, as a point of their own. They decide nothing.

use rustc_hash::FxHashMap;

use super::account::tense;
use super::ends::Ends;
use crate::graph::View;
use crate::model::{
    Bearing, ClaimId, EntityId, Fact, Point, PointEntry, PointFact, PointKind, PointPlace, ReadSentence,
    Reading, ReadingFact,
};
use crate::text::Place;

/// Adds what is only mentioned.
pub fn add(points: &mut Vec<Point>, readings: &[Reading], records: &View<'_>) {
    let mut known: FxHashMap<Ends, Vec<usize>> = FxHashMap::default();
    for (at, point) in points.iter().enumerate() {
        for ends in point.about.iter().filter_map(about_ends) {
            known.entry(ends).or_default().push(at);
        }
    }
    for (report, reading) in readings.iter().enumerate() {
        for sentence in &reading.sentences {
            let Some(claim) = mentioned(sentence, records) else { continue };
            let Some(said) = said(claim, records) else { continue };
            let entry = entry(report, reading, sentence, said.clone());
            let near = about_ends(&said).map(|ends| known.entry(ends).or_default());
            let same = near.iter().flat_map(|near| near.iter()).copied();
            match same.filter(|at| points[*at].about.contains(&said)).min() {
                Some(at) if points[at].has_report(report) => {}
                Some(at) => {
                    let point = &mut points[at];
                    let at = point.entries.partition_point(|known| known.report <= report);
                    point.entries.insert(at, entry);
                }
                None => {
                    near.into_iter().for_each(|near| near.push(points.len()));
                    points.push(Point {
                        kind: PointKind::Single,
                        about: vec![said],
                        entries: vec![entry],
                        claims: vec![claim],
                        decided: Vec::new(),
                        account: vec![
                            PointFact::TrueAt {
                                claim: records.attested(claim),
                                tense: tense(records, claim),
                            }
                            .into(),
                        ],
                    });
                }
            }
        }
    }
}

/// What a point is about, roughly: its two ends.
pub fn about_ends(about: &Fact) -> Option<Ends> {
    match about {
        Fact::PointFact(fact) => match **fact {
            PointFact::Said { subject, object, .. } => Some([subject, object]),
            _ => None,
        },
        _ => None,
    }
}

/// The claim on record that a sentence supposes: one of the relation whose words it uses, with both ends named there.
fn mentioned(sentence: &ReadSentence, records: &View<'_>) -> Option<ClaimId> {
    let Some(ReadingFact::Unread { relation, reason: "condition", .. }) = &sentence.unread_reason else {
        return None;
    };
    let named = |entity: Option<EntityId>| entity.is_some_and(|entity| sentence.entities.contains(&entity));
    let mut rows = records.rows_of(*relation).iter();
    Some(rows.find(|row| named(row.subject) && named(row.object.entity))?.claim)
}

fn said(claim: ClaimId, records: &View<'_>) -> Option<Fact> {
    let claims = records.claims();
    let said = PointFact::Said {
        polarity: "asserts",
        manner: "stated",
        subject: claims.subject(claim),
        subject_name: None,
        relation: claims.relation(claim)?,
        object: claims.object(claim).entity,
        object_name: None,
        value: None,
        far: "side",
        time: "none",
        tense: "present",
        from: None,
        until: None,
        record: Some(claim).filter(|claim| !claims.statement(*claim).is_empty()),
    };
    Some(said.into())
}

fn entry(report: usize, reading: &Reading, sentence: &ReadSentence, said: Fact) -> PointEntry {
    let place = Place { file: reading.file, span: sentence.span };
    PointEntry {
        report,
        bearing: Bearing::Mentions,
        is_sure: false,
        said,
        assertion: None,
        verdict_then: None,
        places: vec![PointPlace {
            sentence: place,
            words: place,
            text: sentence.text.clone(),
            citations: sentence.citations.clone(),
        }],
        advice: None,
    }
}
