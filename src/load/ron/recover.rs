//! Reads one record; where `ron` refuses it, finds out which fields are to blame and reads the rest.

use ron::extensions::Extensions;
use serde::Deserialize;

use super::scan::Scanner;
use crate::load::suggest;
use crate::model::FileFact;
use crate::text::Span;

/// A sort of record that can be read.
pub trait Schema {
    /// As it is in the file. Every field may be left out, so that fields can be tried one by one.
    type Wire<'a>: Deserialize<'a>;
    /// What people call it, with its article.
    const NAME: &'static str;
    /// Required fields: if one of these cannot be read, the record is not used.
    const REQUIRED: &'static [&'static str] = &[];
}

/// What is wrong with a record, and the bytes to look at, counted from the start of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldError {
    /// What is wrong.
    pub fact: FileFact,
    /// Where.
    pub span: Span,
}

/// Reads the record at `span` of `text` and hands it to `take`; what of it cannot be read is left out and reported.
///
/// `take` is not called if the fields cannot be parsed.
pub fn read<S: Schema>(text: &str, span: Span, take: impl FnOnce(S::Wire<'_>)) -> Vec<FieldError> {
    let error = match options().from_str::<S::Wire<'_>>(&text[span.range()]) {
        Ok(wire) => {
            take(wire);
            return Vec::new();
        }
        Err(error) => error,
    };
    let (good, mut flaws) = recover::<S>(text, span);
    if flaws.is_empty() {
        let fact = FileFact::RecordUnparsable { record: S::NAME, reason: plain(&error) };
        flaws
            .push(FieldError { fact, span: following(text, span, &error).unwrap_or(first_line(text, span)) });
    }
    if let Some(wire) = good.as_deref().and_then(|good| options().from_str::<S::Wire<'_>>(good).ok()) {
        take(wire);
    }
    flaws
}

/// The text of the record without its bad fields, and what is wrong with those.
fn recover<S: Schema>(text: &str, span: Span) -> (Option<String>, Vec<FieldError>) {
    let fields = match Scanner::starting_at(text, span.start as usize).fields() {
        Ok(fields) => fields,
        Err(broken) => {
            let span = if broken.span.is_empty() { first_line(text, span) } else { broken.span };
            let fact = FileFact::RecordUnparsable { record: S::NAME, reason: broken.message };
            return (None, vec![FieldError { fact, span }]);
        }
    };
    let known = field_names::<S>();
    let mut flaws = Vec::new();
    let mut good = String::from("(");
    let mut seen: Vec<&str> = Vec::new();
    let mut kept: Vec<&str> = Vec::new();
    for field in &fields {
        let name = &text[field.name.range()];
        let value = &text[field.value.range()];
        let record = S::NAME;
        let flaw = if !known.contains(&name) {
            let near = suggest::near(name, known.iter().copied());
            let known = suggest::owned(known.iter().copied());
            let fact = FileFact::UnknownField { record, field: name.to_owned(), near, known };
            Some(FieldError { fact, span: field.name })
        } else if seen.contains(&name) {
            let fact = FileFact::FieldTwice { record, field: name.to_owned() };
            Some(FieldError { fact, span: field.name })
        } else {
            wrong_type::<S>(name, value).map(|fact| FieldError { fact, span: field.value })
        };
        seen.push(name);
        match flaw {
            Some(flaw) => flaws.push(flaw),
            None => {
                kept.push(name);
                good.extend([name, ":", value, ","]);
            }
        }
    }
    good.push(')');
    let read = |required: &&str| kept.contains(required) || !seen.contains(required);
    let usable = S::REQUIRED.iter().all(read);
    (usable.then_some(good), flaws)
}

/// The fields that such a record has, which `ron` lists in its error about one that it lacks.
fn field_names<S: Schema>() -> &'static [&'static str] {
    match options().from_str::<S::Wire<'_>>("(__unknown:0)").map_err(|error| error.code) {
        Err(ron::Error::NoSuchStructField { expected, .. }) => expected,
        _ => &[],
    }
}

/// Tries the field alone.
fn wrong_type<S: Schema>(name: &str, value: &str) -> Option<FileFact> {
    let error = options().from_str::<S::Wire<'_>>(&format!("({name}:{value})")).err()?;
    let (near, known) = match &error.code {
        ron::Error::NoSuchEnumVariant { expected, found, .. }
        | ron::Error::NoSuchStructField { expected, found, .. } => {
            let words = || expected.iter().copied();
            (suggest::near(found, words()), Some(suggest::owned(words())))
        }
        _ => (None, None),
    };
    let is_curly = matches!(error.code, ron::Error::UnexpectedChar('“' | '”' | '„' | '‘' | '’'));
    let (record, field, curly) = (S::NAME, name.to_owned(), usize::from(is_curly));
    Some(FileFact::FieldUnparsable { record, field, reason: plain(&error), near, known, curly })
}

/// The error of `ron` without its positions, which refer to a text that users do not see.
fn plain(error: &ron::error::SpannedError) -> String {
    match &error.code {
        ron::Error::ExpectedString => "expected text in straight quotation marks, `\"…\"`".to_owned(),
        ron::Error::ExpectedArray => "expected a list in square brackets".to_owned(),
        ron::Error::ExpectedBoolean => "expected `true` or `false`".to_owned(),
        ron::Error::ExpectedInteger => "expected a whole number".to_owned(),
        ron::Error::TrailingCharacters => "expected a comma before this".to_owned(),
        ron::Error::ExceededRecursionLimit => "it is nested too deeply".to_owned(),
        ron::Error::UnexpectedChar(found) => format!("unexpected `{found}`"),
        ron::Error::NoSuchEnumVariant { found, .. } => format!("unknown word `{found}`"),
        ron::Error::ExpectedIdentifier | ron::Error::SuggestRawIdentifier(_) => {
            "expected a word without quotation marks".to_owned()
        }
        ron::Error::NoSuchStructField { found, .. } => format!("unknown field `{found}`"),
        code => code.to_string(),
    }
}

/// What follows a record that is complete, up to the end of its line.
fn following(text: &str, span: Span, error: &ron::error::SpannedError) -> Option<Span> {
    if error.code != ron::Error::TrailingCharacters {
        return None;
    }
    let start = error.span.start;
    let lines = text[span.range()].split_inclusive('\n');
    let before: usize = lines.take(start.line.checked_sub(1)?).map(str::len).sum();
    let line = text[span.range()].get(before..)?;
    let (column, _) = line.char_indices().nth(start.col.checked_sub(1)?)?;
    let rest = text[span.range()].get(before + column..)?;
    let blanks = rest.len() - rest.trim_start().len();
    let from = u32::try_from(before + column + blanks).ok()? + span.start;
    Some(first_line(text, Span { start: from, end: span.end }))
}

/// The first line of a span: a whole record is too much to underline.
fn first_line(text: &str, span: Span) -> Span {
    let record = &text[span.range()];
    let length = record.find('\n').unwrap_or(record.len());
    Span::new(span.start as usize, span.start as usize + length)
}

/// How records are read: optional fields without `Some`, the parameters of a rule's kind in one pair of brackets.
pub fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}
