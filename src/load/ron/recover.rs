//! Reads one record; where `ron` refuses it, finds out which fields are to blame and reads the rest.

use ron::extensions::Extensions;
use serde::Deserialize;

use super::scan::Scanner;
use crate::load::suggest;
use crate::text::Span;

/// A sort of record that can be read.
pub trait Schema {
    /// How it stands in the file. Every field may be left out, so that fields can be tried one by one.
    type Wire<'a>: Deserialize<'a>;
    /// What people call it, with its article.
    const NAME: &'static str;
    /// Fields without which nothing can be made of it: where one of these cannot be read, the record is not used.
    const REQUIRED: &'static [&'static str] = &[];
}

/// What is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// What is wrong, in plain words.
    pub message: String,
    /// What to do, if that can be said.
    pub help: Option<String>,
    /// The bytes to look at, counted from the start of the file.
    pub span: Span,
    /// A field has a name that such records do not know.
    pub unknown_field: bool,
}

/// Reads the record at `span` of `text` and hands it to `take`; what of it cannot be read is left out and told.
///
/// `take` is not called where not even the fields can be told apart.
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
        let message = format!("{} cannot be parsed: {}", S::NAME, plain(&error));
        flaws.push(FieldError { message, help: None, span: first_line(text, span), unknown_field: false });
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
            let help = Some(format!("write {} as `(id: \"…\", …)`, with a comma after each field", S::NAME));
            let span = if broken.span.is_empty() { first_line(text, span) } else { broken.span };
            return (None, vec![FieldError { message: broken.message, help, span, unknown_field: false }]);
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
        let flaw = if !known.contains(&name) {
            Some(unknown_field::<S>(name, known, field.name))
        } else if seen.contains(&name) {
            let message = format!("`{name}` is given twice in {}", S::NAME);
            let help = Some("keep one of them".to_owned());
            Some(FieldError { message, help, span: field.name, unknown_field: false })
        } else {
            wrong_type::<S>(name, value, field.value)
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

fn unknown_field<S: Schema>(name: &str, known: &[&str], span: Span) -> FieldError {
    let help = match suggest::nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the fields of {} are: {}", S::NAME, known.join(", ")),
    };
    FieldError {
        message: format!("{} has no field `{name}`", S::NAME),
        help: Some(help),
        span,
        unknown_field: true,
    }
}

/// The fields that such a record has, which `ron` tells of one that it has not.
fn field_names<S: Schema>() -> &'static [&'static str] {
    match options().from_str::<S::Wire<'_>>("(__unknown:0)").map_err(|error| error.code) {
        Err(ron::Error::NoSuchStructField { expected, .. }) => expected,
        _ => &[],
    }
}

/// Tries the field alone.
fn wrong_type<S: Schema>(name: &str, value: &str, span: Span) -> Option<FieldError> {
    let alone = format!("({name}:{value})");
    let error = options().from_str::<S::Wire<'_>>(&alone).err()?;
    let message = format!("`{name}` of {} cannot be parsed: {}", S::NAME, plain(&error));
    Some(FieldError { message, help: meant(&error), span, unknown_field: false })
}

/// What was probably meant, where the error names what there is.
fn meant(error: &ron::error::SpannedError) -> Option<String> {
    match &error.code {
        ron::Error::NoSuchEnumVariant { expected, found, .. }
        | ron::Error::NoSuchStructField { expected, found, .. } => {
            let near = suggest::nearest(found, expected.iter().copied());
            Some(near.map_or_else(
                || format!("expected one of: {}", expected.join(", ")),
                |near| format!("did you mean `{near}`?"),
            ))
        }
        ron::Error::UnexpectedChar('“' | '”' | '„' | '‘' | '’') => {
            Some("use straight quotation marks (\"…\"), not curly ones".to_owned())
        }
        _ => None,
    }
}

/// The error of `ron` without the places it counted in a piece of text that nobody sees.
fn plain(error: &ron::error::SpannedError) -> String {
    match &error.code {
        ron::Error::ExpectedString => "expected text in quotation marks".to_owned(),
        ron::Error::ExpectedArray => "expected a list in square brackets".to_owned(),
        ron::Error::ExpectedBoolean => "expected `true` or `false`".to_owned(),
        ron::Error::ExpectedInteger => "expected a whole number".to_owned(),
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

/// The first line of a span: a whole record is too much to underline.
fn first_line(text: &str, span: Span) -> Span {
    let record = &text[span.range()];
    let length = record.find('\n').unwrap_or(record.len());
    Span::new(span.start as usize, span.start as usize + length)
}

/// How records are read: optional fields without `Some`, the parameters of a rule's kind in one pair of brackets.
fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}
