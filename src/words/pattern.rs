//! Messages that only put words in places, or choose by a word, written without the detour over arguments: a report of a
//! large base has several hundred thousand. Numbers and their plurals are left to the library.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

/// A part of a message.
#[derive(Debug)]
pub(super) enum PatternPiece {
    /// Words.
    Text(Box<str>),
    /// What a variable stands for.
    Variable(Box<str>),
    /// One of several, by what a variable stands for; the last number is that of the usual one.
    Select(Box<str>, Vec<(Box<str>, Vec<PatternPiece>)>, usize),
}

/// How a variable that a message selects by is resolved.
pub(super) enum Met<'a> {
    /// By this word.
    Word(&'a str),
    /// By nothing that a message could name.
    Other,
    /// By a number, whose plural the library knows.
    Number,
}

/// The parts of a message; `None` where it has more than words, variables and selections.
pub(super) fn pieces(pattern: &Pattern<&str>) -> Option<Vec<PatternPiece>> {
    pattern.elements.iter().map(piece).collect()
}

fn piece(element: &PatternElement<&str>) -> Option<PatternPiece> {
    let expression = match element {
        PatternElement::TextElement { value } => return Some(PatternPiece::Text((*value).into())),
        PatternElement::Placeable { expression } => expression,
    };
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) if !value.contains('\\') => {
            Some(PatternPiece::Text((*value).into()))
        }
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            Some(PatternPiece::Variable(id.name.into()))
        }
        Expression::Inline(_) => None,
        Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
            let usual = variants.iter().position(|variant| variant.default)?;
            let variants = variants.iter().map(|variant| {
                let VariantKey::Identifier { name } = variant.key else { return None };
                Some((name.into(), pieces(&variant.value)?))
            });
            Some(PatternPiece::Select(id.name.into(), variants.collect::<Option<_>>()?, usual))
        }
        Expression::Select { .. } => None,
    }
}

/// Writes the parts of a message, `word` writing the value of a variable and `met` giving what one is selected by.
/// Whether all could be written.
pub(super) fn write<'m>(
    pieces: &[PatternPiece],
    word: &mut dyn FnMut(&str, &mut String),
    met: &dyn Fn(&str) -> Met<'m>,
    out: &mut String,
) -> bool {
    pieces.iter().all(|piece| match piece {
        PatternPiece::Text(text) => {
            out.push_str(text);
            true
        }
        PatternPiece::Variable(name) => {
            word(name, out);
            true
        }
        PatternPiece::Select(name, variants, usual) => {
            let chosen = match met(name) {
                Met::Number => return false,
                Met::Word(word) => variants.iter().position(|(key, _)| **key == *word).unwrap_or(*usual),
                Met::Other => *usual,
            };
            write(&variants[chosen].1, word, met, out)
        }
    })
}
