//! Readings for people: each sentence as it stands, what was understood, why, and what the claims say.

use std::io::{self, Write};

use super::words::{manner, time};
use crate::model::{Assertion, Base, Confidence, Polarity, ReadSentence, Reading, Why};
use crate::render::{Style, plain};
use crate::text::{Files, Place};
use crate::time::Day;

/// Writes how one draft was read.
pub fn write(
    reading: &Reading,
    as_of: Day,
    base: &Base,
    files: &Files,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    head(reading, as_of, files, out)?;
    for sentence in &reading.sentences {
        writeln!(out)?;
        read_sentence(reading, sentence, base, files, style, out)?;
    }
    if reading.sentences.is_empty() {
        writeln!(out, "\nNo sentence names anything that is on record.")?;
    }
    Ok(())
}

fn head(reading: &Reading, as_of: Day, files: &Files, out: &mut dyn Write) -> io::Result<()> {
    let path = plain::one_line(files.get(reading.file).path());
    let date = reading.date.map_or_else(
        || "without a date".to_owned(),
        |date| format!("dated {}", crate::time::bound_words(date)),
    );
    let language = match reading.language.as_str() {
        "" => "in no language that is known".to_owned(),
        code => format!("language `{code}`"),
    };
    writeln!(out, "{path}: {date}, {language}, judged as of {}", crate::time::day_words(as_of))
}

/// Where what belongs to a sentence is written.
const INDENT: usize = 8;

/// Writes words behind `lead`, their further lines below the first, no line wider than the style allows.
fn paragraph(lead: &str, text: &str, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let indent = lead.chars().count();
    for (at, line) in plain::wrapped(text, style.width.saturating_sub(indent)).lines().enumerate() {
        if at == 0 { writeln!(out, "{lead}{line}")? } else { writeln!(out, "{:indent$}{line}", "")? }
    }
    Ok(())
}

fn read_sentence(
    reading: &Reading,
    sentence: &ReadSentence,
    base: &Base,
    files: &Files,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (start, _) = files.positions(Place { file: reading.file, span: sentence.span });
    paragraph(&format!("{:>6}  ", start.line), &plain::one_line(&sentence.text), style, out)?;
    for one in &sentence.assertions {
        assertion(one, reading, base, files, style, out)?;
    }
    if let Some(silence) = &sentence.silence {
        let names: Vec<&str> = sentence.entities.iter().map(|entity| base.entities.name(*entity)).collect();
        let silence = plain::one_line(silence);
        paragraph(
            &format!("{:INDENT$}- ", ""),
            &format!("not understood: {silence} (names {})", names.join(", ")),
            style,
            out,
        )?;
    }
    for cited in &sentence.citations {
        let known: Vec<String> =
            cited.sources.iter().map(|source| format!("`{}`", base.sources.id(*source))).collect();
        let known = if known.is_empty() { "not on record".to_owned() } else { known.join(" or ") };
        let written = plain::one_line(&cited.written);
        paragraph(&format!("{:INDENT$}- ", ""), &format!("cites {written}: {known}"), style, out)?;
    }
    Ok(())
}

fn assertion(
    one: &Assertion,
    reading: &Reading,
    base: &Base,
    files: &Files,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let subject = one.subject.map_or("something", |subject| base.entities.name(subject));
    let object = match (one.object, &one.value) {
        (Some(object), _) => base.entities.name(object).to_owned(),
        (None, Some((_, written))) => written.clone(),
        (None, None) => String::new(),
    };
    let denies = if one.polarity == Polarity::Denies { "not so that " } else { "" };
    let label = base.relations.label(one.relation);
    let said = format!("{}: {denies}{subject} {label} {object}", one.verdict.as_str());
    paragraph(&format!("{:INDENT$}- ", ""), &plain::one_line(&said), style, out)?;
    let lead = format!("{:INDENT$}  ", "");
    let mut facts = vec![format!("{} {}", manner(one.modality), time(one.time))];
    if one.confidence != Confidence::High {
        facts.push(format!("{} confidence", one.confidence.as_str()));
    }
    if let Some(claim) = one.decided_by {
        let period = crate::time::period_words(base.claims.period(claim));
        facts.push(format!("on record: `{}`, {period}", base.claims.id(claim)));
    }
    paragraph(&lead, &facts.join("; "), style, out)?;
    let why: Vec<String> = one.why.iter().map(|why| reason(why, reading, files)).collect();
    paragraph(&lead, &format!("because {}", why.join("; ")), style, out)
}

/// Why, in the draft's own words. How a phrasing is written is for those who write phrasings; the JSON has it.
fn reason(why: &Why, reading: &Reading, files: &Files) -> String {
    let what = plain::one_line(&why.what);
    if !what.starts_with("the phrasing “") {
        return what.into_owned();
    }
    let text = files.get(reading.file).text();
    let words = text.get(why.span.range()).unwrap_or_default();
    let words = plain::one_line(words);
    match words.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("“{}…” says so", words[..end].trim_end()),
        None => format!("“{words}” says so"),
    }
}

/// Characters of the draft that are quoted as a reason.
const QUOTED: usize = 80;
