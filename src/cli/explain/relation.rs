//! The page of a relation: what it says, the laws that it brings, and, of a shipped one, a few of the words by which it is
//! said.

use crate::cli::session::Session;
use crate::load::{Concept, record_of, shipped};
use crate::model::{Law, LexicalEntry, Relation, RelationId, Relations};
use crate::render::{Sheet, Tone};

/// The width of the column of labels.
const LABEL: usize = 9;

/// How many words of a language are shown.
const WORDS: usize = 6;

/// Adds the page of a shipped relation.
pub fn add(sheet: &mut Sheet, concept: &Concept) {
    sheet.heading(&format!("Relation {}", concept.id));
    sheet.gap();
    for (language, label) in &concept.label {
        sheet.field(2, LABEL, "Label", Tone::Plain, &format!("{label} ({language})"));
    }
    if let Some(takes) = concept.takes {
        sheet.field(2, LABEL, "Takes", Tone::Plain, takes.as_str());
    }
    if let Some(base) = record_of(concept)
        && let Some(record) = base.relations.find(&concept.id).and_then(|id| base.relations.record(id))
    {
        let laws = laws(&base.relations, record);
        sheet.field(2, LABEL, "Laws", Tone::Plain, if laws.is_empty() { "none" } else { &laws });
    }
    if let Some(property) = &concept.property {
        sheet.field(2, LABEL, "Wikidata", Tone::Plain, property);
    }
    if let Some(note) = &concept.note {
        sheet.field(2, LABEL, "Note", Tone::Plain, note);
    }
    for lexicon in shipped().lexica() {
        let heads = lexicon.of(&concept.id).iter().filter_map(|entry| match entry {
            LexicalEntry::Head(head) if !head.weak => Some(&head.heads),
            _ => None,
        });
        let words: Vec<&str> = heads.flatten().take(WORDS).map(String::as_str).collect();
        if !words.is_empty() {
            let words = format!("{} ({})", words.join(", "), lexicon.language);
            sheet.field(2, LABEL, "Words", Tone::Plain, &words);
        }
    }
    sheet.gap();
    let id = &concept.id;
    let more = format!(
        "Shipped: a claim can use it without a record. erstwhile rules {id} lists all its words, and where each comes from."
    );
    sheet.paragraph(0, Tone::Faint, &more);
}

/// Adds the page of a relation of the workspace.
pub fn add_recorded(sheet: &mut Sheet, session: &Session, id: RelationId, record: &Relation) {
    let relations = &session.loaded.base.relations;
    let name = relations.id(id);
    sheet.heading(&format!("Relation {name}"));
    sheet.gap();
    sheet.field(2, LABEL, "Label", Tone::Plain, &relations.label(id));
    if let Some(like) = &record.like {
        sheet.field(2, LABEL, "Like", Tone::Plain, like);
    }
    if let Some(takes) = record.takes {
        sheet.field(2, LABEL, "Takes", Tone::Plain, takes.as_str());
    }
    let laws = laws(relations, record);
    sheet.field(2, LABEL, "Laws", Tone::Plain, if laws.is_empty() { "none" } else { &laws });
    for (label, value) in [("Wikidata", &record.property), ("Note", &record.note)] {
        if let Some(value) = value {
            sheet.field(2, LABEL, label, Tone::Plain, value);
        }
    }
    let files = &session.gathered.files;
    let (start, _) = files.positions(record.place);
    let place = format!("{}:{}", files.get(record.place.file).path(), start.line);
    sheet.field(2, LABEL, "Record", Tone::Plain, &place);
    sheet.gap();
    let more = format!("erstwhile rules {name} lists its words, and where each comes from.");
    sheet.paragraph(0, Tone::Faint, &more);
}

/// The laws that a record declares, as they are written in a file.
fn laws(relations: &Relations, record: &Relation) -> String {
    let names = |ids: &[RelationId]| {
        let names: Vec<&str> = ids.iter().map(|id| relations.id(*id)).collect();
        names.join(", ")
    };
    let declared = Law::ALL.iter().filter(|law| record.obeys(**law)).map(|law| {
        let of = match law {
            Law::Inverse => record.inverse.map(|id| relations.id(id).to_owned()),
            Law::IncompatibleWith => Some(names(&record.incompatible_with)),
            Law::ExcludesOthers => Some(names(&record.excludes_others)),
            Law::Before => Some(names(&record.before)),
            Law::ReviewEvery => record.review_every.map(|length| length.to_string()),
            Law::Functional
            | Law::Exclusive
            | Law::OneValue
            | Law::Figure
            | Law::Once
            | Law::Symmetric
            | Law::Event => None,
        };
        of.map_or_else(|| law.as_str().to_owned(), |of| format!("{} {of}", law.as_str()))
    });
    let narrower =
        (!record.narrower_than.is_empty()).then(|| format!("narrower_than {}", names(&record.narrower_than)));
    let tolerance = record.tolerance.map(|share| format!("tolerance {share}"));
    declared.chain(narrower).chain(tolerance).collect::<Vec<_>>().join("; ")
}
