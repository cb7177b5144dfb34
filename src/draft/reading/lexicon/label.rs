//! Other ways to take the words of a label, by which only its concept is looked up: "has a contract with" is of a contract, "is
//! under the leadership of" of who leads, "stands at the head of" of what "is at the head of" is.

use super::analysis::Grammar;
use crate::model::{FarEnd, Frame, GrammarRole, Head};

impl Grammar<'_> {
    /// The heads that a label may have besides those of its verb or copula.
    pub fn other_heads(&self, far: FarEnd, label: &str) -> Vec<Head> {
        let words: Vec<&str> = label.split_whitespace().collect();
        let mut found = Vec::new();
        if far == FarEnd::Value {
            found.extend(self.measured(&words));
        } else if far != FarEnd::None {
            found.extend(self.had(&words));
            found.extend(self.light_event(&words));
        }
        found.extend(self.in_state(&words));
        found.extend(self.placed_in(&words));
        found.extend(self.as_it_stands(&words));
        found
    }

    /// The nouns that a label may be, without a verb: "release date", "harganya"; of two entities, what the subject has the object as:
    /// "headquarters".
    pub fn nominal(&self, far: FarEnd, label: &str) -> Vec<Head> {
        let words: Vec<&str> = label.split_whitespace().collect();
        let is_of_clause =
            |word: &&str| self.is(GrammarRole::Copula, word) || self.is(GrammarRole::Auxiliary, word);
        let Some(head) = words.first().filter(|first| !is_of_clause(first)).and_then(|_| self.noun(&words))
        else {
            return Vec::new();
        };
        let endings = self.class("owned endings");
        let owned =
            |noun: &String| endings.iter().find_map(|end| noun.strip_suffix(end.as_str())).map(str::to_owned);
        let owned: Vec<String> = head.heads.iter().filter_map(owned).collect();
        let reversed = far == FarEnd::Entity && head.with.is_empty();
        let heads = [head.heads.clone(), owned].into_iter().filter(|heads| !heads.is_empty());
        heads.map(|heads| Head { heads, reversed, ..head.clone() }).collect()
    }

    /// Words that say something by themselves in a language without a copula: "hadir di", "rilis pada".
    fn as_it_stands(&self, words: &[&str]) -> Vec<Head> {
        if !self.pack.dates.modifiers_follow {
            return Vec::new();
        }
        let is_auxiliary =
            |word: &&&str| self.is(GrammarRole::Auxiliary, word) || self.is_in_class("still", word);
        let words = self.past_placing(words);
        let words = &words[words.iter().take_while(is_auxiliary).count()..];
        let both = [Some(words), self.past_lying(words)].into_iter().flatten();
        both.filter_map(|words| self.core(words))
            .flat_map(|(core, with)| self.uninflected(&core, &with))
            .collect()
    }

    /// The heads that words have as they stand: those of verbs that are never inflected, and an adjective.
    fn uninflected(&self, core: &str, with: &[String]) -> Vec<Head> {
        let marks = self.pack.inflection.verbs.iter().map(|conjugation| conjugation.mark.as_str());
        let marked =
            marks.filter(|mark| !mark.is_empty() && !mark.ends_with('-')).map(|mark| format!("{core}{mark}"));
        let verbs = marked.map(|verb| Head::new(Frame::Verb, vec![verb], with.to_vec()));
        verbs.chain([Head::new(Frame::Adjective, vec![core.to_owned()], with.to_vec())]).collect()
    }

    /// What something has another as, with an article between: "has the subsidiary".
    fn had(&self, words: &[&str]) -> Option<Head> {
        let (first, behind) =
            words.split_first().filter(|(first, _)| self.is_in_class("possessing", first))?;
        let is_told = self.pack.dates.modifiers_follow
            || behind.first().is_some_and(|word| self.is(GrammarRole::Determiner, word));
        let head = self.noun(behind).filter(|head| is_told && head.with.is_empty() && !first.is_empty())?;
        Some(Head { reversed: true, ..head })
    }

    /// What an amount is of, behind any verb: "reaches a height of".
    fn measured(&self, words: &[&str]) -> Option<Head> {
        let (first, behind) = words.split_first()?;
        let is_verb = !self.verb(&[first]).is_empty();
        self.noun(behind)
            .filter(|head| is_verb && head.with.iter().any(|with| self.is_in_class("joint", with)))
    }

    /// What somebody does or has with a verb that says little by itself: "made an acquisition of".
    fn light_event(&self, words: &[&str]) -> Option<Head> {
        let at =
            words.iter().position(|word| !self.is(GrammarRole::Auxiliary, word) || self.is_light(word))?;
        let (first, behind) = words[at..].split_first()?;
        let is_light = self.is_light(first)
            || ["obtaining", "completing", "possessing"].iter().any(|class| self.is_in_class(class, first));
        let head = self.noun(behind).filter(|head| is_light && !head.with.is_empty())?;
        Some(Head { frame: Frame::Event, ..head })
    }

    /// The event that a phrase behind a copula puts something in: "under the leadership of" somebody who leads, "in partnership
    /// with" a partner.
    fn in_state(&self, words: &[&str]) -> Option<Head> {
        let (first, behind) = self.past_copula(words).or_else(|| self.past_lying(words))?.split_first()?;
        let head = self.noun(behind).filter(|_| self.is(GrammarRole::Preposition, first))?;
        let is_of =
            head.with.iter().any(|with| self.is_in_class("joint", with) || self.is_in_class("by", with));
        let is_joined = is_of || !head.with.is_empty() || self.pack.dates.modifiers_follow;
        let reversed = is_of || head.with.is_empty();
        is_joined.then_some(Head { frame: Frame::Event, reversed, ..head })
    }

    /// The phrase behind a verb that only says that something is in it: "stands at the head of".
    fn placed_in(&self, words: &[&str]) -> Vec<Head> {
        self.past_lying(words).map_or_else(Vec::new, |behind| self.copular(behind))
    }

    fn past_lying<'b, 't>(&self, words: &'b [&'t str]) -> Option<&'b [&'t str]> {
        let (_, behind) = words.split_first().filter(|(first, _)| self.is_in_class("lying", first))?;
        behind.first().filter(|word| self.is(GrammarRole::Preposition, word)).map(|_| behind)
    }
}
