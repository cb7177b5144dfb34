//! Filling elements against filling text: what is parsed once is what would be parsed each time.

use super::*;
use crate::draft::reading::lexicon::expansion::reversed;
use crate::draft::reading::lexicon::prepared::HeadRoom;
use crate::load;
use crate::model::{Frame, GrammarRole, Head};
use crate::text::{File, Files};

fn written(sequence: &[Element]) -> String {
    let one = |element: &Element| match element {
        Element::Word(word) => word.text.to_string(),
        Element::Linking(_) => "{linking}".to_owned(),
        Element::Modifiers(_) => "{modifiers}".to_owned(),
        Element::Choice(choices) => {
            format!("({})", choices.iter().map(|choice| written(choice)).collect::<Vec<_>>().join("|"))
        }
        Element::Optional(inner) => match &inner[..] {
            [Element::Choice(_)] => written(inner).replace('(', "[").replace(')', "]"),
            _ => format!("[{}]", written(inner)),
        },
        _ => "no form has this".to_owned(),
    };
    sequence.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// The same by putting text in the places.
fn replaced(classes: &[(String, String)], pattern: &str, head: &Prepared<'_>) -> Option<Phrasing> {
    let with_class = |text: String, (place, words): &(String, String)| text.replace(place, words);
    if pattern.contains("{topic}") {
        return None;
    }
    let mut text = classes.iter().fold(pattern.to_owned(), with_class);
    for (place, form) in [
        ("{head:lemma}", Form::Lemma),
        ("{head}", Form::Plain),
        ("{head:plain}", Form::Plain),
        ("{head:finite}", Form::Finite),
        ("{head:progressive}", Form::Progressive),
        ("{head:participle}", Form::Participle),
        ("{head:event}", Form::Event),
    ] {
        if text.contains(place) {
            text = text.replace(place, &written(head.form(form)?));
        }
    }
    let with = written(head.with.as_deref()?);
    let text = text.replace("{with}", &with).replace("{with!}", &with).replace("{value}", "");
    let is_reversed = head.head.reversed && text.contains("{object}");
    let text = if is_reversed { reversed(&text) } else { text };
    parse_phrasing(&format!("{} {{object=ost}}", text.replace("{object}", "{nord}"))).ok()
}

#[test]
fn filled_elements_are_those_of_filled_text() {
    let mut files = Files::default();
    for (path, text) in load::STANDARD_FILES {
        files.add(File::new(path, text));
    }
    let base = load::load(&files).base;
    let (nord, ost) = (fragment("{nord}"), fragment("{object=ost}"));
    let mut made = 0;
    for pack in &base.languages {
        let constructions = Constructions::new(pack);
        let classes = pack.classes.iter().map(|(name, words)| (format!("{{{name}}}"), choice(words)));
        let be = ("{be}".to_owned(), choice(pack.grammar.of(GrammarRole::Copula)));
        let classes: Vec<(String, String)> = classes.chain([be]).collect();
        for (frame, word, with) in [
            (Frame::Noun, "chief executive", "of"),
            (Frame::Adjective, "based", "in"),
            (Frame::Verb, "reach end of life", ""),
            (Frame::Verb, "invest", "in"),
            (Frame::Event, "acquisition", ""),
        ] {
            for reversed in [false, true] {
                let with = Some(with.to_owned()).filter(|with| !with.is_empty());
                let head = Head::new(frame, vec![word.to_owned()], with.into_iter().collect());
                let head = Head { reversed, ..head };
                let head = Prepared::new(pack, &head, HeadRoom::default());
                let (object, given) = (Some(&nord), Some(&ost));
                let filling =
                    Filling { head: &head, is_valueless: true, object, given, topic: &[], beside: None };
                for (at, construction) in constructions.iter() {
                    let filled = constructions.whole(at).and_then(|whole| whole.template.filled(&filling));
                    let wanted = replaced(&classes, &construction.pattern, &head);
                    let parts = |phrasing: Option<Phrasing>| phrasing.map(|one| (one.parts, one.absent));
                    made += usize::from(wanted.is_some());
                    assert_eq!(parts(filled), parts(wanted), "{} of {word}", construction.name);
                }
            }
        }
    }
    assert!(made > 500, "{made}");
}
