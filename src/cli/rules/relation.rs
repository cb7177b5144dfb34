//! `erstwhile rules ID`: the words by which drafts say a relation, by language, and where each comes from.

use crate::cli::session::Session;
use crate::draft::{Lexicalisation, SaidBy, WordOrigin};
use crate::load::{Concept, is_standard, nearest, shipped};
use crate::model::{Head, Language, LexicalEntry, Phase, RelationId};
use crate::render::object::{Json, object};
use crate::render::{Sheet, Tone};

/// The width of the column of labels.
const LABEL: usize = 10;

/// Of phrasings from one origin, more than these are only counted.
const PHRASINGS: usize = 6;

/// A relation that was asked for.
pub struct Asked<'a> {
    session: &'a Session,
    /// Its record in the workspace, or that of the shipped relation that claims of the workspace use.
    recorded: Option<RelationId>,
    /// The shipped relation with its id.
    concept: Option<&'static Concept>,
}

/// Words from one origin.
type WordsByOrigin = (WordOrigin, Vec<LexicalEntry>);

impl<'a> Asked<'a> {
    /// The relation with this id or this property of Wikidata.
    ///
    /// # Errors
    ///
    /// There is none; the text says what may be meant.
    pub fn named(session: &'a Session, name: &str) -> Result<Self, String> {
        let relations = &session.loaded.base.relations;
        let recorded = |id: &str| relations.find(id).filter(|id| relations.record(*id).is_some());
        let has_property = |id: &RelationId| {
            relations.record(*id).is_some_and(|record| record.property.as_deref() == Some(name))
        };
        let found = recorded(name).or_else(|| relations.iter().find(has_property));
        let concept = shipped().concept(found.map_or(name, |id| relations.id(id)));
        if found.is_none() && concept.is_none() {
            return Err(unknown(session, name));
        }
        Ok(Self { session, recorded: found, concept })
    }

    /// The page for people.
    pub fn add(&self, sheet: &mut Sheet) {
        sheet.heading(&format!("Relation {}", self.id()));
        sheet.gap();
        if let Some(label) = self.label() {
            sheet.field(2, LABEL, "Label", Tone::Plain, label);
        }
        if let Some(property) = self.property() {
            sheet.field(2, LABEL, "Property", Tone::Plain, property);
        }
        let record = match (self.recorded, self.concept) {
            (Some(id), Some(_)) if self.has_own_laws(id) => {
                "of this workspace, under the id of a shipped one: it has the words of that, but only its own laws; `like` adds those"
            }
            (Some(_), Some(_)) => "in force here, shipped under the same id",
            (Some(_), None) => "of this workspace",
            (None, _) => "shipped, not in use here",
        };
        sheet.field(2, LABEL, "Record", Tone::Plain, record);
        for (pack, groups) in self.words() {
            sheet.heading(&format!("Words in {}", pack.name.as_deref().unwrap_or(&pack.code)));
            sheet.gap();
            if groups.is_empty() {
                sheet.paragraph(
                    2,
                    Tone::Plain,
                    "none: no sentence in this language is read as this relation",
                );
            }
            for (origin, entries) in groups {
                sheet.paragraph(2, Tone::Plain, &self.heading(&origin));
                add_entries(sheet, &entries);
            }
        }
        sheet.gap();
        let forms =
            "The language adds what words share: their forms, tenses, negations, dates and qualifiers.";
        sheet.paragraph(0, Tone::Faint, forms);
    }

    /// Whether a record of the workspace has the laws that it declares and no others.
    fn has_own_laws(&self, relation: RelationId) -> bool {
        let record = self.session.loaded.base.relations.record(relation);
        record.is_some_and(|record| {
            let path = self.session.gathered.files.get(record.place.file).path();
            record.like.is_none() && !is_standard(path)
        })
    }

    /// The same as other programs read it.
    pub fn json(&self) -> Json<'_> {
        let language = |(pack, groups): (&'a Language, Vec<WordsByOrigin>)| {
            let entries = groups.iter().flat_map(|(origin, entries)| {
                entries.iter().map(move |entry| origin_json(origin).and(entry_json(entry)))
            });
            object! { "language": &pack.code, "entries": Json::list(entries) }
        };
        object! {
            "schema_version": 1,
            "relation": self.id(),
            "label": self.label(),
            "property": self.property(),
            "shipped": self.concept.is_some(),
            "in_force": self.recorded.is_some(),
            "words": Json::list(self.words().into_iter().map(language)),
        }
    }

    /// What is said by words from an origin.
    fn heading(&self, origin: &WordOrigin) -> String {
        let base = &self.session.loaded.base;
        match origin {
            WordOrigin::Phrasings => "Its `phrasings`".to_owned(),
            WordOrigin::Words => "Its `words`".to_owned(),
            WordOrigin::Label => "Its label".to_owned(),
            WordOrigin::Statements => "Statements of its claims".to_owned(),
            WordOrigin::Shipped(id) if *id == self.id() => format!("Shipped words of {id}"),
            WordOrigin::Shipped(id) => format!("Shipped words of {id}, which it is like"),
            WordOrigin::SaidAs(id) => format!("Shipped words of {id}, as which it is said"),
            WordOrigin::Akin(id) => {
                format!("Shipped words of {id}, akin to it; sure only where the record says the same")
            }
            WordOrigin::Wider(id) => {
                format!("Shipped words of {id}, which is more specific; read only of what is in your records")
            }
            WordOrigin::Title(entity) => {
                let name = base.entities.find(entity).map_or(entity.as_str(), |id| base.entities.name(id));
                format!("Titles made from the name of {name}")
            }
        }
    }

    /// The words by language, and by origin, in the order in which they are read.
    fn words(&self) -> Vec<(&'a Language, Vec<WordsByOrigin>)> {
        let base = &self.session.loaded.base;
        let known = Lexicalisation::new(base);
        let of = |pack: &Language| match (self.recorded, self.concept) {
            (Some(id), _) => known.words(id, pack),
            (None, Some(concept)) => known.shipped_words(concept, pack),
            (None, None) => Vec::new(),
        };
        base.languages.iter().map(|pack| (pack, grouped(of(pack)))).collect()
    }

    fn id(&self) -> &str {
        match (self.recorded, self.concept) {
            (Some(id), _) => self.session.loaded.base.relations.id(id),
            (None, concept) => concept.map_or("", |concept| &concept.id),
        }
    }

    fn label(&self) -> Option<&str> {
        let record = self.recorded.and_then(|id| self.session.loaded.base.relations.record(id));
        let own = record.and_then(|record| record.label.as_deref());
        own.or_else(|| self.concept.and_then(shipped_label))
    }

    fn property(&self) -> Option<&str> {
        let record = self.recorded.and_then(|id| self.session.loaded.base.relations.record(id));
        let own = record.and_then(|record| record.property.as_deref());
        own.or_else(|| self.concept?.property.as_deref())
    }
}

/// Adds all shipped relations: their number and ids, or `in_full` each with its label and property.
pub fn add_shipped(sheet: &mut Sheet, in_full: bool) {
    let concepts = &shipped().concepts;
    sheet.heading(&format!("Shipped relations ({}), for claims to use", concepts.len()));
    if !in_full {
        let ids: Vec<&str> = concepts.iter().map(|concept| concept.id.as_str()).collect();
        sheet.paragraph(2, Tone::Plain, &ids.join(", "));
        return;
    }
    let width = concepts.iter().map(|concept| concept.id.len()).max().unwrap_or(0) + 1;
    for concept in concepts {
        let property = concept.property.as_ref().map(|property| format!(" ({property})"));
        let label = shipped_label(concept).unwrap_or_default();
        let text = format!("{label}{}", property.unwrap_or_default());
        sheet.field(2, width, &concept.id, Tone::Plain, &text);
    }
}

/// All shipped relations as other programs read them.
pub fn listed_shipped() -> Json<'static> {
    let listed = |concept: &'static Concept| {
        object! {
            "relation": &concept.id,
            "label": shipped_label(concept),
            "property": concept.property.as_deref(),
        }
    };
    Json::list(shipped().concepts.iter().map(listed))
}

/// The label in English, the language of this command.
fn shipped_label(concept: &Concept) -> Option<&str> {
    concept.label.get("en").or_else(|| concept.label.values().next()).map(String::as_str)
}

fn grouped(words: Vec<SaidBy>) -> Vec<WordsByOrigin> {
    let mut groups: Vec<WordsByOrigin> = Vec::new();
    for SaidBy { entry, origin, .. } in words {
        match groups.iter_mut().find(|(known, _)| *known == origin) {
            Some((_, entries)) => entries.push(entry),
            None => groups.push((origin, vec![entry])),
        }
    }
    groups
}

fn add_entries(sheet: &mut Sheet, entries: &[LexicalEntry]) {
    let mut phrasings: Vec<&String> = Vec::new();
    for entry in entries {
        match entry {
            LexicalEntry::Head(head) => {
                sheet.field(4, LABEL, head.frame.as_str(), Tone::Plain, &head_text(head));
            }
            LexicalEntry::Other(words) => sheet.field(4, LABEL, "not", Tone::Plain, &words.join(", ")),
            LexicalEntry::Idiom(written) => phrasings.extend(written),
        }
    }
    for written in phrasings.iter().take(PHRASINGS) {
        sheet.field(4, LABEL, "phrasing", Tone::Plain, written);
    }
    if phrasings.len() > PHRASINGS {
        sheet.field(4, LABEL, "", Tone::Faint, &format!("and {} more", phrasings.len() - PHRASINGS));
    }
}

/// A head in one line: "join, enter (with: as; begins)".
fn head_text(head: &Head) -> String {
    let with = (!head.with.is_empty()).then(|| format!("with: {}", head.with.join(", ")));
    let when = (head.when != Phase::Holds).then(|| head.when.as_str().to_owned());
    let reversed = head.reversed.then(|| "object before subject".to_owned());
    let weak = head.weak.then(|| "unsure".to_owned());
    let marks: Vec<String> = [with, when, reversed, weak].into_iter().flatten().collect();
    let heads = head.heads.join(", ");
    if marks.is_empty() { heads } else { format!("{heads} ({})", marks.join("; ")) }
}

fn origin_json(origin: &WordOrigin) -> Json<'static> {
    let (word, of) = match origin {
        WordOrigin::Phrasings => ("phrasings", None),
        WordOrigin::Words => ("words", None),
        WordOrigin::Label => ("label", None),
        WordOrigin::Statements => ("statements", None),
        WordOrigin::Shipped(id) => ("shipped", Some((*id).to_owned())),
        WordOrigin::SaidAs(id) => ("said_as", Some((*id).to_owned())),
        WordOrigin::Akin(id) => ("akin", Some((*id).to_owned())),
        WordOrigin::Wider(id) => ("wider", Some((*id).to_owned())),
        WordOrigin::Title(entity) => ("title", Some(entity.clone())),
    };
    object! { "origin": word, "of": of }
}

fn entry_json(entry: &LexicalEntry) -> Json<'static> {
    let all = |words: &[String]| Json::list(words.iter().cloned());
    match entry {
        LexicalEntry::Head(head) => object! {
            "entry": head.frame.as_str(),
            "words": all(&head.heads),
            "with": all(&head.with),
            "reversed": head.reversed,
            "when": head.when.as_str(),
            "unsure": head.weak,
        },
        LexicalEntry::Other(words) => object! { "entry": "other", "words": all(words) },
        LexicalEntry::Idiom(written) => object! { "entry": "phrasing", "words": all(written) },
    }
}

fn unknown(session: &Session, name: &str) -> String {
    let base = &session.loaded.base;
    if base.rules.iter().any(|rule| rule.id == name) {
        return format!("`{name}` is a rule, no relation; `erstwhile explain {name}` shows it");
    }
    let recorded = base.relations.described().map(|(id, _)| base.relations.id(id));
    let known = recorded.chain(shipped().concepts.iter().map(|concept| concept.id.as_str()));
    let hint = nearest(name, known).map_or_else(
        || "`erstwhile rules` lists those shipped".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    format!("there is no relation `{name}`; {hint}")
}
