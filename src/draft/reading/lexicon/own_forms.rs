//! What phrasings of their authors mean beyond their letters: who lists "is" and "was" means the verb, and "has been" with it;
//! and a subject may be described between commas before what is said of it.
//!
//! Says nothing of other verbs: their forms are the author's choice.

use std::sync::Arc;

use crate::model::{Element, PatternWord, Phrasing, Sequence, Slot};

/// The phrasing with all `forms` of a verb wherever it gives the choice between two of them, and with room for an aside between
/// its subject and a gap: "Ann Meyer, a former judge, is …".
#[must_use]
pub fn as_meant(mut phrasing: Phrasing, forms: &[String]) -> Phrasing {
    for part in &mut phrasing.parts {
        complete(part, forms);
        let leads = matches!(part.as_slice(), [Element::Slot(Slot::Subject), Element::Gap(_), ..]);
        if leads {
            part.insert(1, Element::Aside);
        }
    }
    phrasing
}

fn complete(elements: &mut [Element], forms: &[String]) {
    for element in elements {
        match element {
            Element::Choice(choices)
                if choices.iter().filter(|choice| is_form(choice, forms)).count() > 1 =>
            {
                let lacks =
                    |form: &&String| !choices.iter().any(|choice| word(choice) == Some(form.as_str()));
                let more: Vec<Sequence> =
                    forms.iter().filter(lacks).map(|form| vec![form_word(form)]).collect();
                *choices = choices.iter().cloned().chain(more).collect();
            }
            Element::Optional(inner) => {
                let mut inside = inner.to_vec();
                complete(&mut inside, forms);
                *inner = Arc::from(inside);
            }
            _ => {}
        }
    }
}

fn is_form(choice: &Sequence, forms: &[String]) -> bool {
    word(choice).is_some_and(|word| forms.iter().any(|form| form == word))
}

fn form_word(form: &str) -> Element {
    Element::Word(PatternWord { text: form.into(), any_start: false, any_end: false })
}

/// The one word that a choice is.
fn word(choice: &Sequence) -> Option<&str> {
    match choice.as_slice() {
        [Element::Word(word)] if !word.any_start && !word.any_end => Some(&word.text),
        _ => None,
    }
}
