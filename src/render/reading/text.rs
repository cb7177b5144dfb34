//! Readings for people: each sentence as it stands, what was understood, why, and what the graph says.

use std::io::{self, Write};

use super::Days;
use crate::model::{Assertion, Base, ReadSentence, Reading};
use crate::render::{Style, plain};
use crate::text::{Files, Place};
use crate::time::Day;

/// Writes all readings, one draft after the other.
pub fn render(
    readings: &[Reading],
    days: Days<'_>,
    base: &Base,
    files: &Files,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (at, reading) in readings.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        head(reading, (days.of)(reading), files, out)?;
        for sentence in &reading.sentences {
            writeln!(out)?;
            read_sentence(reading, sentence, base, files, style, out)?;
        }
        if reading.sentences.is_empty() {
            writeln!(out, "\nNo sentence names anything that is on record.")?;
        }
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

fn read_sentence(
    reading: &Reading,
    sentence: &ReadSentence,
    base: &Base,
    files: &Files,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (start, _) = files.positions(Place { file: reading.file, span: sentence.span });
    let text = plain::one_line(&sentence.text);
    for (at, line) in wrapped(&text, style.width.saturating_sub(8)).iter().enumerate() {
        if at == 0 { writeln!(out, "{:>6}  {line}", start.line)? } else { writeln!(out, "        {line}")? }
    }
    for one in &sentence.assertions {
        assertion(one, base, out)?;
    }
    if let Some(silence) = &sentence.silence {
        let names: Vec<&str> = sentence.entities.iter().map(|entity| base.entities.name(*entity)).collect();
        writeln!(out, "        - nothing: {silence} (names {})", names.join(", "))?;
    }
    for cited in &sentence.citations {
        let known = cited
            .source
            .map_or("no known source".to_owned(), |source| format!("`{}`", base.sources.id(source)));
        writeln!(out, "          cites {}: {known}", plain::one_line(&cited.written))?;
    }
    Ok(())
}

fn assertion(one: &Assertion, base: &Base, out: &mut dyn Write) -> io::Result<()> {
    let subject = one.subject.map_or("something", |subject| base.entities.name(subject));
    let object = match (one.object, &one.value) {
        (Some(object), _) => base.entities.name(object).to_owned(),
        (None, Some((_, written))) => written.clone(),
        (None, None) => String::new(),
    };
    let denies = if one.polarity == crate::model::Polarity::Denies { "not: " } else { "" };
    let label = base.relations.label(one.relation);
    writeln!(out, "        - {}: {denies}{subject} {label} {object}", one.verdict.as_str())?;
    let mut facts = vec![format!("{}, {}", one.modality.as_str(), time(one))];
    if let Some(claim) = one.decided_by {
        facts.push(format!("decided by `{}`", base.claims.id(claim)));
    }
    if one.confidence != crate::model::Confidence::High {
        facts.push(format!("confidence {}", one.confidence.as_str()));
    }
    writeln!(out, "          {}", facts.join("; "))?;
    let why: Vec<&str> = one.why.iter().map(|why| why.what.as_str()).collect();
    writeln!(out, "          because of {}", plain::one_line(&why.join("; ")))
}

fn time(one: &Assertion) -> String {
    let time = one.time;
    let bound = crate::time::bound_words;
    match (time.from, time.until) {
        (Some(from), Some(_)) if time.within => format!("{} ({})", time.kind.as_str(), bound(from)),
        (Some(from), Some(until)) => {
            format!("{} (from {} until {})", time.kind.as_str(), bound(from), bound(until))
        }
        (Some(from), None) => format!("{} (since {})", time.kind.as_str(), bound(from)),
        (None, Some(until)) => format!("{} (until {})", time.kind.as_str(), bound(until)),
        (None, None) => time.kind.as_str().to_owned(),
    }
}

/// The words of a text in lines of at most so many characters.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut length = 0;
    for word in text.split(' ') {
        let more = word.chars().count();
        match lines.last_mut() {
            Some(line) if length + 1 + more <= width => {
                line.push(' ');
                line.push_str(word);
                length += 1 + more;
            }
            _ => {
                lines.push(word.to_owned());
                length = more;
            }
        }
    }
    lines
}
