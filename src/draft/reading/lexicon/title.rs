//! Titles that are made from the name of a body: who heads a Kementerian Keuangan is a Menteri Keuangan.

use super::entry::{SaidBy, WordOrigin};
use super::shape::Shape;
use crate::model::{Base, Frame, Head, Language, LexicalEntry};

/// Adds the titles that the names of the objects of a relation give, where its words have the title's noun.
pub fn add(base: &Base, shape: &Shape, pack: &Language, said: &mut Vec<SaidBy>) {
    if pack.titles.is_empty() {
        return;
    }
    let nouns: Vec<String> = said.iter().flat_map(|said| nouns(&said.entry)).collect();
    for object in &shape.objects {
        let Some(record) = base.entities.record(*object) else { continue };
        let mut heads: Vec<String> = Vec::new();
        let is_body = base.languages.iter().flat_map(|pack| &pack.titles).any(|(body, ..)| {
            !body.is_empty() && record.names().any(|name| without_body(name, body).is_some())
        });
        for (body, title, noun) in &pack.titles {
            if !nouns.contains(noun) || body.is_empty() && !is_body {
                continue;
            }
            // "Kemen" begins an abbreviation, which is one word, "Kemenkeu"; a body may be known by such a word alone.
            let is_whole = body.contains(' ');
            for name in record.names().filter(|name| is_whole || !name.contains(' ')) {
                if let Some(rest) = without_body(name, body).filter(|rest| rest.len() > 1) {
                    heads.push(match title.strip_prefix('…') {
                        Some(behind) => format!("{rest}{behind}"),
                        None => format!("{title}{rest}"),
                    });
                }
            }
        }
        if heads.is_empty() {
            continue;
        }
        let head = Head::new(Frame::Noun, heads, Vec::new());
        said.push(SaidBy::head(head, WordOrigin::Title(base.entities.id(*object).to_owned()), false));
    }
}

/// The nouns that say the relation for sure, in small letters.
fn nouns(entry: &LexicalEntry) -> Vec<String> {
    match entry {
        LexicalEntry::Head(head) if head.frame == Frame::Noun && !head.weak => {
            head.heads.iter().map(|noun| noun.to_lowercase()).collect()
        }
        _ => Vec::new(),
    }
}

/// A name without the word for a body that it begins with, or ends with where that begins with "…".
fn without_body<'a>(name: &'a str, body: &str) -> Option<&'a str> {
    let Some(ending) = body.strip_prefix('…') else { return strip_prefix(name, body) };
    let at = name.len().checked_sub(ending.len())?;
    name.get(at..)?.eq_ignore_ascii_case(ending).then(|| &name[..at])
}

/// What is behind the beginning of a name, whatever its case.
fn strip_prefix<'a>(name: &'a str, prefix: &str) -> Option<&'a str> {
    let head = name.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &name[prefix.len()..])
}
