//! The findings that a draft accepts: in comments before a block, around blocks, or for the whole file, and in its front
//! matter. Says where and what, not whether there is such a finding: `engine` does.

mod comment;
mod directive;
mod scope;
mod structure;

use memchr::memmem;

use crate::draft::markup::{Format, front_matter};
use crate::model::{Allow, DraftAllow, ReadingFact, Why};
use crate::text::{FileId, Place, Span};

use directive::{Accepted, DirectiveReach, flaw};
use scope::Scopes;

/// What every such comment begins with.
const MARK: &str = "erstwhile-ignore";

/// How comments meant for the program begin, spelled right or not.
const PREFIX: &str = "erstwhile-";

/// What a draft accepts, and what cannot be read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DraftAllows {
    /// What it accepts, in the order of the file.
    pub allows: Vec<DraftAllow>,
    /// What cannot be read.
    pub flaws: Vec<Why>,
}

/// Reads what a draft accepts. Nearly all accept nothing, which one quick look shows.
#[must_use]
pub fn allows(file: FileId, text: &str, format: Format) -> DraftAllows {
    let mut gathered = AllowCollector { file, found: DraftAllows::default() };
    if memmem::find(text.as_bytes(), PREFIX.as_bytes()).is_none() {
        return gathered.found;
    }
    let whole = Span::new(0, text.len());
    let entries = front_matter(text).entries;
    for value in entries.iter().filter(|entry| entry.key == MARK).flat_map(|entry| &entry.values) {
        match directive::accepted(&value.text) {
            Ok(accepted) => gathered.add(accepted, value.span, whole),
            Err(fact) => gathered.flaw(fact, value.span),
        }
    }
    let scopes = Scopes::new(text, format);
    let mut open: Vec<(Accepted<'_>, Span)> = Vec::new();
    for comment in comment::find(text, format) {
        let span = comment.span;
        match directive::read(comment.words) {
            Err(fact) => gathered.flaw(fact, span),
            Ok((DirectiveReach::File, accepted)) => gathered.add(accepted, span, whole),
            Ok((DirectiveReach::Block, accepted)) => match scopes.of(span) {
                Some(scope) => gathered.add(accepted, span, scope),
                None => gathered.flaw(flaw("nothing-follows"), span),
            },
            Ok((DirectiveReach::Begin, accepted)) => open.push((accepted, span)),
            // The one that was begun last is closed first.
            Ok((DirectiveReach::End, _)) => match open.pop() {
                Some((accepted, begun)) => {
                    let scope = Span::new(begun.range().end, span.range().start);
                    gathered.add(accepted, begun, scope);
                }
                None => gathered.flaw(flaw("closes-nothing"), span),
            },
        }
    }
    for (_, begun) in open {
        gathered.flaw(flaw("unclosed"), begun);
    }
    gathered.found
}

struct AllowCollector {
    file: FileId,
    found: DraftAllows,
}

impl AllowCollector {
    fn add(&mut self, accepted: Accepted<'_>, span: Span, scope: Span) {
        let place = Place { file: self.file, span };
        for (code, claim) in accepted.codes {
            let allow = Allow {
                code: code.to_owned(),
                reason: accepted.reason.to_owned(),
                until: accepted.until,
                place,
            };
            self.found.allows.push(DraftAllow { allow, claim: claim.map(str::to_owned), scope });
        }
    }

    fn flaw(&mut self, fact: ReadingFact, span: Span) {
        self.found.flaws.push(Why { fact, span });
    }
}

#[cfg(test)]
mod tests;
