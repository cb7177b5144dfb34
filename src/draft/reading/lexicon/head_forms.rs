//! The forms of a head in the places that constructions have for them.
//!
//! Which constructions take a head is `expansion`'s business; the forms of a single word are those of `forms`.

use crate::draft::reading::forms::{noun_forms, verb_forms};
use crate::load::parse_phrasing;
use crate::model::{Confidence, Frame, GrammarRole, Head, Language, Phrasing, VerbForms};

/// The forms of heads, as choices in a phrasing.
pub struct Forms {
    plain: String,
    finite: String,
    progressive: String,
    participle: String,
    event: String,
}

impl Forms {
    /// Those of a head; `is_open`: there is room between the words of a noun: "sole gas supplier".
    #[must_use]
    pub fn new(pack: &Language, head: &Head, is_open: bool) -> Self {
        let join = |mut forms: Vec<String>| {
            forms.sort_unstable();
            forms.dedup();
            choice(&forms)
        };
        if head.frame != Frame::Verb {
            let room = |form: String| if is_open { form.replace(' ', &format!(" {ROOM} ")) } else { form };
            let plain = join(head.heads.iter().flat_map(|lemma| noun_forms(pack, lemma)).map(room).collect());
            let adjective = choice(&head.heads);
            let plain = if head.frame == Frame::Adjective { adjective } else { plain };
            return Self {
                plain,
                finite: String::new(),
                progressive: String::new(),
                participle: String::new(),
                event: String::new(),
            };
        }
        let mut all = VerbForms::default();
        for lemma in &head.heads {
            let forms =
                verb_forms(pack, lemma).map(|forms| forms.iter().map(|form| opened(pack, form)).collect());
            all.plain.extend(forms.plain);
            all.finite.extend(forms.finite.into_iter().chain(forms.perfect));
            all.progressive.extend(forms.progressive);
            all.participle.extend(forms.participle);
            all.event.extend(forms.event);
        }
        Self {
            plain: join(all.plain),
            finite: join(all.finite),
            progressive: join(all.progressive),
            participle: join(all.participle),
            event: join(all.event),
        }
    }

    /// The head alone, with its ends anywhere in its clause: what is left where no construction fits.
    #[must_use]
    pub fn bare(&self, head: &Head, infinitive: &[String], has_text: bool, topic: &str) -> Option<Phrasing> {
        let forms = if self.finite.is_empty() {
            [&self.plain, &self.plain]
        } else {
            [&self.finite, &self.participle]
        };
        let forms: Vec<&str> =
            forms.iter().filter(|form| !form.is_empty()).map(|form| form.as_str()).collect();
        // "To buy" is no deed.
        let marked = !self.finite.is_empty() && !infinitive.is_empty();
        let absent =
            if marked { format!(" !({}) {}", infinitive.join("|"), self.plain) } else { String::new() };
        let value = if has_text { " & {value}" } else { "" };
        let parsed = parse_phrasing(&format!(
            "{}{absent}",
            with_part(&format!("({}){value}", forms.join("|")), topic)
        ))
        .ok()?;
        Some(Phrasing {
            written: head.heads.join(" | "),
            phase: head.when,
            is_declared: head.is_declared,
            confidence: Confidence::Low,
            is_made: true,
            ..parsed
        })
    }

    /// A pattern with the forms in their places; `None` if the head has no such form.
    #[must_use]
    pub fn fill(&self, pattern: &str, with: &str) -> Option<String> {
        let forms = [
            ("{head}", &self.plain),
            ("{head:plain}", &self.plain),
            ("{head:finite}", &self.finite),
            ("{head:progressive}", &self.progressive),
            ("{head:participle}", &self.participle),
            ("{head:event}", &self.event),
        ];
        let mut filled = pattern.replace("{with}", with).replace("{with!}", with);
        for (place, form) in forms {
            if filled.contains(place) {
                if form.is_empty() {
                    return None;
                }
                filled = filled.replace(place, form);
            }
        }
        Some(filled)
    }
}

/// A phrasing with one more part, if there is one.
#[must_use]
pub fn with_part(pattern: &str, part: &str) -> String {
    if part.is_empty() { pattern.to_owned() } else { format!("{pattern} & {part}") }
}

/// A verb of several words with room before the noun that it has: "reach an early end of life".
fn opened(pack: &Language, form: &str) -> String {
    let Some((verb, rest)) = form.split_once(' ') else { return form.to_owned() };
    let first = rest.split(' ').next().unwrap_or_default();
    let is_particle = [GrammarRole::Preposition, GrammarRole::Adverb]
        .iter()
        .any(|role| pack.grammar.of(*role).iter().any(|known| known == first));
    if is_particle || rest.is_empty() { form.to_owned() } else { format!("{verb} {ROOM} {rest}") }
}

/// What stands in forms for determiners and adjectives.
const ROOM: &str = "{linking} {modifiers}";

/// One of these, in a phrasing.
#[must_use]
pub fn choice(words: &[String]) -> String {
    let plain = |words: &String| {
        let parts: Vec<String> = words.split(ROOM).map(literal).collect();
        parts.join(&format!(" {ROOM} "))
    };
    let words: Vec<String> = words.iter().map(plain).filter(|words| !words.is_empty()).collect();
    if words.is_empty() { String::new() } else { format!("({})", words.join("|")) }
}

/// Without the signs that mean something in phrasings.
#[must_use]
pub fn literal(text: &str) -> String {
    let words = text
        .split(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '\'' | '-' | '+' | '/' | ':' | '.'));
    words.filter(|word| word.chars().any(char::is_alphanumeric)).collect::<Vec<_>>().join(" ")
}
