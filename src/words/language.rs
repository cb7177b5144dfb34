//! The languages that the program speaks: each a file of messages, parsed when it is first needed.

use std::collections::HashMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use rustc_hash::FxBuildHasher;

use super::calendar::Calendar;
use super::pattern::{PatternPiece, pieces};

/// The files of messages: the language's code, and its text. The first is the default.
const FILES: [(&str, &str); 2] =
    [("en", include_str!("messages/en.ftl")), ("id", include_str!("messages/id.ftl"))];

static LANGUAGES: [OnceLock<SpokenLanguage>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];

/// A language that the program speaks.
pub struct SpokenLanguage {
    /// Its code, as in BCP 47.
    pub code: &'static str,
    pub(super) calendar: Calendar,
    bundle: FluentBundle<FluentResource>,
    /// The messages by their keys, an attribute after a `.`.
    messages: HashMap<String, Message, FxBuildHasher>,
}

/// What is known of a message before it is written.
struct Message {
    /// The variables that it uses.
    variables: Vec<String>,
    /// Its parts, where it has none that only the library knows.
    pieces: Option<Vec<PatternPiece>>,
}

impl std::fmt::Debug for SpokenLanguage {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.code)
    }
}

/// The codes of all languages.
pub fn languages() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(code, _)| *code)
}

/// The language with this code; of a code with a region (`en-GB`), the language without it.
#[must_use]
pub fn language(code: &str) -> Option<&'static SpokenLanguage> {
    let plain = code.split(['-', '_', '.']).next().unwrap_or_default();
    let at = FILES.iter().position(|(known, _)| known.eq_ignore_ascii_case(plain))?;
    Some(LANGUAGES[at].get_or_init(|| SpokenLanguage::parse(FILES[at].0, FILES[at].1)))
}

/// The default language.
#[must_use]
pub fn default_language() -> &'static SpokenLanguage {
    LANGUAGES[0].get_or_init(|| SpokenLanguage::parse(FILES[0].0, FILES[0].1))
}

impl SpokenLanguage {
    /// Of an incomplete file, what can be used is used; the tests refuse such a file.
    fn parse(code: &'static str, text: &str) -> Self {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partly, _)| partly);
        let messages = messages(&resource);
        let mut bundle = FluentBundle::new_concurrent(code.parse().into_iter().collect());
        // Marks around what is filled in are for mixed directions of writing; terminals show them as boxes.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        let mut language = Self { code, calendar: Calendar::default(), bundle, messages };
        language.calendar = Calendar::of(&language);
        language
    }

    /// Whether there is such a message, or attribute of one.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.messages.contains_key(key)
    }

    /// All messages and attributes, each with the variables that it uses.
    pub fn messages(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.messages.iter().map(|(key, message)| (key.as_str(), message.variables.as_slice()))
    }

    /// The parts of a message, where it can be written without the library.
    pub(super) fn pieces(&self, key: &str) -> Option<&[PatternPiece]> {
        self.messages.get(key)?.pieces.as_deref()
    }

    /// Writes a message, each variable having the value that `value` gives it. Whether there is such a message.
    pub(super) fn write<'v>(
        &self,
        key: &str,
        value: &mut dyn FnMut(&str) -> FluentValue<'v>,
        out: &mut String,
    ) -> bool {
        let Some(Message { variables, .. }) = self.messages.get(key) else { return false };
        let (message, attribute) = match key.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (key, None),
        };
        let message = self.bundle.get_message(message);
        let pattern = message.and_then(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else { return false };
        let mut arguments: FluentArgs<'_> = FluentArgs::with_capacity(variables.len());
        for variable in variables {
            arguments.set(variable.as_str(), value(variable));
        }
        // What is missing in a message is shown by its name; a file with such a message does not pass the tests.
        let _ = self.bundle.write_pattern(out, pattern, Some(&arguments), &mut Vec::new());
        true
    }
}

/// The messages and attributes of a file.
fn messages(resource: &FluentResource) -> HashMap<String, Message, FxBuildHasher> {
    use fluent_syntax::ast::Entry;
    let mut found: HashMap<String, Message, FxBuildHasher> = HashMap::default();
    let mut add = |key: String, pattern: &Pattern<&str>| {
        let mut variables = Vec::new();
        in_pattern(pattern, &mut variables);
        found.insert(key, Message { variables, pieces: pieces(pattern) });
    };
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        for attribute in &message.attributes {
            add(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
        }
        if let Some(value) = &message.value {
            add(message.id.name.to_owned(), value);
        }
    }
    found
}

fn in_pattern(pattern: &Pattern<&str>, used: &mut Vec<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => in_expression(expression, used),
        }
    }
}

fn in_expression(expression: &Expression<&str>, used: &mut Vec<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, used),
        Expression::Select { selector, variants } => {
            in_inline(selector, used);
            variants.iter().for_each(|variant| in_pattern(&variant.value, used));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, used: &mut Vec<String>) {
    match inline {
        InlineExpression::VariableReference { id } if !used.iter().any(|one| one == id.name) => {
            used.push(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, used),
        _ => {}
    }
}
