//! Versions that a sentence names by their number alone: "the latest version of Tern is 5.1", "Tern v5.1", of "Tern 5.1".
//!
//! A patch release is known by the version that it is one of: "Tern 5.1.2". Only beside the name of what it is a version of, and only where nothing else may be meant: a number that counts or measures
//! something, or is another product's, names nothing.

use std::collections::HashMap;
use std::sync::OnceLock;

use rustc_hash::FxBuildHasher;

use super::scanned_sentence::{ScannedSentence, put_in_order};
use crate::draft::mentions::EntityMention;
use crate::draft::segmentation::{TokenKind, bytes, tokenize};
use crate::model::{Base, Confidence, EntityId, GrammarRole};

/// The versions on record, by the name of what they are versions of and their number; made when a draft first needs them.
#[derive(Debug, Default)]
pub struct VersionOwners {
    versions: OnceLock<HashMap<(String, String), Option<EntityId>, FxBuildHasher>>,
}

impl VersionOwners {
    /// The one version with this number of what has this name, or the one that it is a patch release of: of 5.1.2, 5.1; with whether
    /// it is one.
    fn version(&self, base: &Base, product: &str, number: &str) -> Option<(EntityId, bool)> {
        let mut numbers =
            std::iter::successors(Some(number), |longer| longer.rsplit_once('.').map(|(line, _)| line));
        numbers.find_map(|line| Some((self.find(base, product, line)?, line != number)))
    }

    /// The one version with this number of what has this name.
    fn find(&self, base: &Base, product: &str, number: &str) -> Option<EntityId> {
        let versions = self.versions.get_or_init(|| {
            let mut versions: HashMap<(String, String), Option<EntityId>, FxBuildHasher> = HashMap::default();
            for (entity, record) in base.entities.described() {
                for (product, number) in record.names().filter_map(|name| split(name)) {
                    let owner = versions.entry((product, number)).or_insert(Some(entity));
                    *owner = owner.filter(|known| *known == entity);
                }
            }
            versions
        });
        versions.get(&(product.to_lowercase(), number.to_owned())).copied().flatten()
    }
}

/// The name of a product and the number of the version that a name ends with: "Tern 5.1", "Tern v5.1".
fn split(name: &str) -> Option<(String, String)> {
    name.ends_with(|sign: char| sign.is_ascii_digit()).then_some(())?;
    let mut tokens = Vec::new();
    tokenize(name, 0..name.len(), &mut tokens);
    let last = tokens.len().checked_sub(1).filter(|last| *last > 0)?;
    let number = number(tokens[last].text(name))?;
    Some((name.get(bytes(&tokens, &(0..last)))?.to_lowercase(), number.to_owned()))
}

/// The number of a version: "5.1", "v5".
fn number(word: &str) -> Option<&str> {
    // Most words end with letters, which is seen at once.
    word.ends_with(|sign: char| sign.is_ascii_digit()).then_some(())?;
    let number = word.strip_prefix(['v', 'V']).unwrap_or(word);
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    number.split('.').all(is_number).then_some(number)
}

/// A sentence in which versions are looked for.
pub struct VersionScan<'a> {
    pub owners: &'a VersionOwners,
    pub sentence: &'a ScannedSentence<'a>,
}

impl VersionScan<'_> {
    /// Adds the versions that a sentence names by their number to its names.
    pub fn find(&self, mentions: &mut Vec<EntityMention>) {
        if mentions.is_empty() {
            return;
        }
        let mut found: Vec<EntityMention> = Vec::new();
        for at in 0..self.sentence.tokens.len() {
            let Some(number) = number(self.sentence.word(at)) else { continue };
            if mentions.iter().any(|mention| mention.tokens.contains(&at)) {
                continue;
            }
            let behind = self.behind_name(at, mentions);
            let product = |mention: &EntityMention| {
                let name = self.sentence.text.get(bytes(self.sentence.tokens, &mention.tokens))?;
                self.owners.version(self.sentence.base, name, number)
            };
            let version = match behind {
                Some(name) => product(&mentions[name]).map(|entity| (mentions[name].tokens.start, entity)),
                None if self.stands_alone(at) => {
                    let mut products = mentions.iter().filter(|mention| self.is_of(mention, at));
                    products.find_map(product).map(|entity| (at, entity))
                }
                None => None,
            };
            let Some((start, (entity, is_patch))) = version else { continue };
            mentions.retain(|mention| mention.tokens.start < start || mention.tokens.start > at);
            found.push(EntityMention {
                tokens: start..at + 1,
                entity: Some(entity),
                certainty: Confidence::High,
                is_patch,
            });
        }
        put_in_order(found, mentions);
    }

    /// The name right before a number, perhaps with "version" between them: "Tern v5.1", "Tern version 5.1".
    fn behind_name(&self, at: usize, mentions: &[EntityMention]) -> Option<usize> {
        let end =
            if at.checked_sub(1).is_some_and(|before| self.is_version_word(before)) { at - 1 } else { at };
        mentions.iter().position(|mention| mention.tokens.end == end && !self.measures(at))
    }

    fn is_version_word(&self, at: usize) -> bool {
        self.sentence
            .tokens
            .get(at)
            .is_some_and(|token| self.sentence.language.classes.versions.contains(&token.hash))
    }

    /// Whether a number stands where a name would: behind "is" or "to" or the word "version", and before nothing that it counts.
    fn stands_alone(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let is_version = self.is_version_word(before);
        let looks_like_one =
            self.sentence.word(at).contains('.') || self.sentence.tokens[at].kind == TokenKind::Word;
        let roles = [GrammarRole::Auxiliary, GrammarRole::Preposition];
        let opens = self.has_role(before, &roles) || self.sentence.tokens[before].is_sign(':');
        (is_version || looks_like_one && opens) && !self.measures(at)
    }

    /// Whether a number that stands alone can be that of a version of what is named before it: "the latest version of Tern is 5.1",
    /// "Tern's latest version is 5.1", but not "of Tern for Windows" or "of Tern's parser".
    fn is_of(&self, product: &EntityMention, at: usize) -> bool {
        let end = product.tokens.end;
        let is_name = |at: usize| self.sentence.word(at).starts_with(char::is_uppercase);
        if end >= at || (end..at).any(is_name) {
            return false;
        }
        let is_whole =
            self.has_role(end, &[GrammarRole::Auxiliary]) || self.sentence.tokens[end].is_sign(',');
        is_whole || self.sentence.word(end) == "'s" && (end..at).any(|at| self.is_version_word(at))
    }

    /// Whether what follows a number is what it counts, or goes on with it: "5.1 times", "5.1 %", "5.1-beta".
    fn measures(&self, at: usize) -> bool {
        let Some(next) = self.sentence.tokens.get(at + 1) else { return false };
        let roles = [
            GrammarRole::Auxiliary,
            GrammarRole::Preposition,
            GrammarRole::Coordinator,
            GrammarRole::Subordinator,
            GrammarRole::Adverb,
            GrammarRole::Relativizer,
        ];
        match next.kind {
            TokenKind::Sign(sign) => {
                !next.spaced && !matches!(sign, '.' | ',' | ';' | ':' | ')' | '!' | '?' | '"')
            }
            TokenKind::Number => true,
            TokenKind::Word => next.hyphenated || !next.spaced || !self.has_role(at + 1, &roles),
        }
    }

    fn has_role(&self, at: usize, roles: &[GrammarRole]) -> bool {
        let mut has = false;
        self.sentence.language.grammar.each(self.sentence.tokens, at, |_, role| has |= roles.contains(&role));
        has
    }
}
