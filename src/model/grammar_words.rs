//! The function words of a language, which show phrases and clauses. Data of a language pack.
//!
//! Closed classes only, by what they do; how a sentence is parsed with them is `draft::reading::syntax`'s business.

use serde::Deserialize;

/// Declares the roles, and how a language pack names the words of each.
macro_rules! grammar_roles {
    ($($(#[$doc:meta])* $role:ident $field:ident,)*) => {
        /// What a word or phrase does in a sentence.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum GrammarRole {
            $($(#[$doc])* $role,)*
        }

        /// `grammar` of a language pack, as written.
        #[derive(Default, Deserialize)]
        #[serde(default, deny_unknown_fields, rename = "Grammar")]
        struct GrammarWordsWire {
            $($field: Vec<String>,)*
        }

        impl From<GrammarWordsWire> for GrammarWords {
            fn from(written: GrammarWordsWire) -> Self {
                Self { words: vec![$((GrammarRole::$role, written.$field),)*] }
            }
        }
    };
}

grammar_roles! {
    /// "the", "its": precedes a noun.
    Determiner determiners,
    /// "of", "in".
    Preposition prepositions,
    /// "as": before what somebody or something is, does or is used for.
    As r#as,
    /// "and", "or", "nor".
    Coordinator coordinators,
    /// "after", "while": begins a clause of its own.
    Subordinator subordinators,
    /// "when": a clause that says in which past time something else happened.
    Temporal temporals,
    /// "that": begins what is said, denied or believed.
    Complementizer complementizers,
    /// "which", "who": begins a clause about a noun.
    Relativizer relativizers,
    /// "is", "has", "will": finite, alone or before a verb.
    Auxiliary auxiliaries,
    /// "is", "became", "served as": links a name with what somebody or something is.
    Copula copulas,
    /// "he", "it": stands for the subject of a clause.
    Pronoun pronouns,
    /// "officially", "ever": does not change what a verb governs.
    Adverb adverbs,
    /// "required to": a verb before another verb, which is what is meant.
    Raising raising,
    /// "deal", "status": a noun that says little beyond what it belongs to.
    LightNoun light_nouns,
    /// "deny", "false", "myth": says that its content is not so.
    Counterfactive counterfactives,
    /// "say", "claim", "report": its content is somebody's words.
    Speech speech,
    /// "False", "MYTH": a label before or a verdict after a statement says that it is not so.
    FalseLabel false_labels,
    /// "Rumour", "Gossip": a label before a statement says that nobody vouches for it.
    HearsayLabel hearsay_labels,
    /// "version of this article", "sebelumnya tertulis": what a text said before it was corrected.
    EarlierText earlier_texts,
    /// "former", "ex": the holder no longer is.
    Former former,
    /// "formerly": within a noun phrase, makes what follows it former.
    FormerAdverb former_adverbs,
    /// "vice", "candidate for", "nearly": another role or state than the one named.
    OtherRole other_roles,
    /// "husband", "rival": a person or thing identified by its owner.
    RelationalNoun relational_nouns,
    /// "third", "youngest": a date after such a noun belongs to the count, and whether somebody still is one is open.
    Ordinal ordinals,
    /// "largest": a date after such a noun belongs to the comparison.
    Superlative superlatives,
    /// "born", "founded": takes the date after it.
    DatedParticiple dated_participles,
}

/// The function words of a language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "GrammarWordsWire")]
pub struct GrammarWords {
    /// Words and phrases by what they do.
    pub words: Vec<(GrammarRole, Vec<String>)>,
}

impl GrammarWords {
    /// Whether a word does this, whatever its case.
    #[must_use]
    pub fn has(&self, role: GrammarRole, word: &str) -> bool {
        self.of(role).iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// The words and phrases that do this.
    #[must_use]
    pub fn of(&self, wanted: GrammarRole) -> &[String] {
        self.words.iter().find(|(role, _)| *role == wanted).map_or(&[], |(_, words)| words)
    }
}
