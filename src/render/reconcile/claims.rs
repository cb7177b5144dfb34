//! Proposed claims as a file of claims: what only the reports name and the relations that nothing declares, the reports as sources,
//! then the claims.

use std::fmt::Write as _;

use crate::model::{Base, EntityId, ProposedClaim, Reconciled, RelationId, ReportRead};

/// The file. `named` are the entities that only the reports name, `taken` the relations that no file declares.
#[must_use]
pub fn file(
    claims: &[ProposedClaim],
    reconciled: &Reconciled,
    base: &Base,
    named: &[EntityId],
    taken: &[RelationId],
) -> String {
    // Writing into a `String` cannot fail, so what `write!` returns is let go.
    let mut text = String::from(
        "// Proposed by `erstwhile reconcile`: what the reports agree on and no claim says yet. Read before you accept it.\n(\n",
    );
    let ends = |entity: &&EntityId| {
        claims.iter().any(|claim| [claim.subject, claim.object].contains(&Some(**entity)))
    };
    let entities = named.iter().filter(ends).map(|entity| self::entity(*entity, base));
    add_list(&mut text, "entities", entities.collect());
    let is_said = |relation: &&RelationId| claims.iter().any(|claim| claim.relation == **relation);
    let relation = |relation: &RelationId| {
        let id = quoted(base.relations.id(*relation));
        format!("id: {id}, like: {id}")
    };
    add_list(&mut text, "relations", taken.iter().filter(is_said).map(relation).collect());
    text.push_str("    sources: [\n");
    let ids = source_ids(reconciled, base);
    for (at, report) in reconciled.reports.iter().enumerate() {
        if claims.iter().any(|claim| claim.reports.contains(&at)) {
            let _ = writeln!(text, "        ({}),", source(&ids[at], report));
        }
    }
    text.push_str("    ],\n    claims: [\n");
    for claim in claims {
        add(&mut text, claim, &ids, base);
    }
    text.push_str("    ],\n)\n");
    text
}

/// Adds a list of records, each on a line; none if there are none.
fn add_list(text: &mut String, name: &str, records: Vec<String>) {
    if !records.is_empty() {
        let _ = writeln!(text, "    {name}: [");
        for record in records {
            let _ = writeln!(text, "        ({record}),");
        }
        text.push_str("    ],\n");
    }
}

fn entity(entity: EntityId, base: &Base) -> String {
    let mut fields = vec![
        format!("id: {}", quoted(base.entities.id(entity))),
        format!("name: {}", quoted(base.entities.name(entity))),
    ];
    let aliases = base.entities.record(entity).map_or(&[][..], |record| &record.aliases);
    if !aliases.is_empty() {
        let aliases: Vec<String> = aliases.iter().map(|alias| quoted(alias)).collect();
        fields.push(format!("aliases: [{}]", aliases.join(", ")));
    }
    fields.join(", ")
}

/// The ids of the reports as sources, which no source on record has.
fn source_ids(reconciled: &Reconciled, base: &Base) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for report in &reconciled.reports {
        let name = report.path.rsplit(['/', '\\']).next().unwrap_or(&report.path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
        let stem: String =
            stem.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
        let stem = format!("report-{}", stem.trim_matches('-'));
        let mut id = stem.clone();
        let mut number = 2;
        while base.sources.find(&id).is_some() || ids.contains(&id) {
            id = format!("{stem}-{number}");
            number += 1;
        }
        ids.push(id);
    }
    ids
}

fn source(id: &str, report: &ReportRead) -> String {
    let mut fields = vec![
        format!("id: {}", quoted(id)),
        format!("title: {}", quoted(report.title.as_deref().unwrap_or(&report.path))),
    ];
    fields.extend(report.url.as_deref().map(|url| format!("url: {}", quoted(url))));
    fields.extend(report.date.map(|date| format!("published: {}", quoted(&date.to_string()))));
    fields.join(", ")
}

fn add(text: &mut String, claim: &ProposedClaim, ids: &[String], base: &Base) {
    let mut fields = vec![format!("id: {}", quoted(&claim.id))];
    fields.extend(claim.subject.map(|subject| format!("subject: {}", quoted(base.entities.id(subject)))));
    fields.push(format!("relation: {}", quoted(base.relations.id(claim.relation))));
    fields.extend(claim.object.map(|object| format!("object: {}", quoted(base.entities.id(object)))));
    fields.extend(claim.value.as_deref().map(|value| format!("value: {}", quoted(value))));
    fields.extend(claim.denies.then(|| "not: true".to_owned()));
    fields.extend(claim.period.map(|period| format!("valid: {}", quoted(&period.to_string()))));
    let attests = claim.attests.map(|date| date.to_string());
    let cite = |report: &usize| match &attests {
        Some(date) => format!("(source: {}, attests: {})", quoted(&ids[*report]), quoted(date)),
        None => quoted(&ids[*report]),
    };
    let sources: Vec<String> = claim.reports.iter().map(cite).collect();
    fields.push(format!("sources: [{}]", sources.join(", ")));
    text.push_str("        (\n");
    for field in fields {
        let _ = writeln!(text, "            {field},");
    }
    text.push_str("        ),\n");
}

/// A text as files of claims write it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => quoted.push(' '),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
