//! Titles that are made from the name of a body: who heads a Kementerian Keuangan is a Menteri Keuangan.

use super::expansion::Expansion;
use super::shape::Shape;
use crate::model::{Base, Frame, Head, Language, Phase};

/// Adds the titles that the names of the objects of a relation give, where its words have the title's noun.
pub fn add(base: &Base, shape: &Shape, pack: &Language, expansion: &mut Expansion<'_>) {
    if pack.titles.is_empty() {
        return;
    }
    for object in &shape.objects {
        let Some(record) = base.entities.record(*object) else { continue };
        let mut heads: Vec<String> = Vec::new();
        for (body, title, noun) in &pack.titles {
            if !expansion.has_noun(noun) {
                continue;
            }
            for name in record.names() {
                if let Some(rest) = strip_prefix(name, body).filter(|rest| rest.len() > 1) {
                    heads.push(format!("{title}{rest}"));
                }
            }
        }
        if heads.is_empty() {
            continue;
        }
        let head = Head {
            frame: Frame::Noun,
            heads,
            with: Vec::new(),
            reversed: false,
            when: Phase::Holds,
            weak: false,
        };
        expansion.title(&head, base.entities.id(*object));
    }
}

/// What is behind the beginning of a name, whatever its case.
fn strip_prefix<'a>(name: &'a str, prefix: &str) -> Option<&'a str> {
    let head = name.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &name[prefix.len()..])
}
