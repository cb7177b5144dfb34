//! A note: what is said of one sentence, with the record and its sources.

use std::io::{self, Write};

use super::Shown;
use super::words::{Look, classes, is_left_out, of_remark, signs};
use crate::model::{Authority, Confidence, HowRead, Part, Polarity, Record, Remark, SourceKind, Verdict};
use crate::render::plain;
use crate::render::reading::{manner, time};
use crate::render::web::{escaped, link, with_code};
use crate::time::{bound_words, period_words};

/// Writes the note with this number.
pub fn write(shown: Shown<'_>, at: usize, out: &mut dyn Write) -> io::Result<()> {
    let Some(note) = shown.draft.notes.get(at) else { return Ok(()) };
    let class = note.remarks.first().map(classes).unwrap_or_default();
    writeln!(
        out,
        "<div class=\"note {class}\" id=\"{}\" role=\"note\" aria-label=\"Note {number}\">\n<a class=\"back\" href=\"#{}\" \
         aria-label=\"back to sentence {number}\">{}{number}</a>",
        shown.note(at),
        shown.mark(at),
        signs(note),
        number = at + 1
    )?;
    let mut told = Vec::new();
    note.remarks.iter().try_for_each(|about| one(about, Some(shown), &mut told, out))?;
    writeln!(out, "</div>")
}

/// Writes a remark on no sentence.
pub fn remark(about: &Remark, out: &mut dyn Write) -> io::Result<()> {
    one(about, None, &mut Vec::new(), out)
}

/// Writes one remark; `shown` is the draft on whose sentence it is one, `told` the claims whose sources stand in the same
/// note already.
fn one<'a>(
    about: &'a Remark,
    shown: Option<Shown<'_>>,
    told: &mut Vec<&'a str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Look { sign, title, .. } = of_remark(about);
    write!(
        out,
        "<section class=\"remark {}\"><p class=\"verdict\"><span class=\"badge\" aria-hidden=\"true\">{sign}</span> {title}",
        classes(about)
    )?;
    if let Some((code, severity)) = about.found {
        write!(out, " <span class=\"code\">{severity} <code>{code}</code></span>")?;
    } else if about.accepted.is_some() {
        write!(out, " <span class=\"code\">accepted in the draft</span>")?;
    } else if is_left_out(about) {
        write!(out, " <span class=\"code\">not in the report of this run</span>")?;
    }
    writeln!(out, "</p>")?;
    let usual = usual(about);
    if let Some(message) = about.message.as_deref().or(usual) {
        // What begins with an id or with words of the draft keeps its small letter.
        paragraph(if message.starts_with('`') { "" } else { "message" }, message, out)?;
    }
    if let Some(reason) = &about.accepted {
        paragraph("", &format!("Accepted: {reason}"), out)?;
    }
    if let Some(text) = &about.help {
        help(text, out)?;
    }
    sentences(about, shown, out)?;
    for record in &about.records {
        let again = told.contains(&record.claim.as_str());
        told.push(&record.claim);
        on_record(record, about, again, out)?;
    }
    if !about.also.is_empty() {
        let ids: Vec<String> = about.also.iter().map(|id| format!("<code>{}</code>", escaped(id))).collect();
        writeln!(out, "<p class=\"faint\">Also on record: {}</p>", ids.join(", "))?;
    }
    if let Some(read) = &about.read {
        how_read(read, out)?;
    }
    writeln!(out, "</section>")
}

/// What to do, line by line; a comment to be copied is code.
fn help(text: &str, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "<p class=\"help\"><b>What to do:</b> ")?;
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            write!(out, "<br>")?;
        }
        if plain::is_comment(line) {
            write!(out, "<code>{}</code>", escaped(line))?;
        } else {
            write!(out, "{}", with_code(line))?;
        }
    }
    writeln!(out, "</p>")
}

/// What is said of a verdict that is no finding.
fn usual(about: &Remark) -> Option<&'static str> {
    let denies = about.read.as_ref().is_some_and(|read| read.polarity == Polarity::Denies);
    match about.verdict? {
        Verdict::Supported if denies => Some("The record agrees that this is not so."),
        // That it is on record is what stands below.
        Verdict::Supported if !about.records.is_empty() => None,
        Verdict::Supported => Some("The record says so too."),
        Verdict::Unclear => Some(
            "What decides about time or denial pulls both ways, so nothing is held against it: read it yourself.",
        ),
        Verdict::Unknown => Some("Nothing on record speaks of this."),
        _ => None,
    }
}

fn sentences(about: &Remark, shown: Option<Shown<'_>>, out: &mut dyn Write) -> io::Result<()> {
    for sentence in &about.sentences {
        let Some((shown, at)) = shown.zip(sentence.note) else { continue };
        writeln!(
            out,
            "<p>See {}: <a href=\"#{}\">note {}</a>.</p>",
            escaped(&sentence.message),
            shown.mark(at),
            at + 1
        )?;
    }
    Ok(())
}

/// A claim with when it holds and what vouches for it, unless that stands there already.
fn on_record(record: &Record, about: &Remark, again: bool, out: &mut dyn Write) -> io::Result<()> {
    let lead = match (record.part, about.verdict) {
        (Part::Decided, Some(Verdict::Contradicted)) => "On record instead",
        (Part::Decided, _) => "On record",
        (Part::After, _) => "What came after",
        (Part::Against, _) => "Against it",
        (Part::Same, _) => "On record of this",
    };
    writeln!(
        out,
        "<div class=\"record\"><p><b>{lead}:</b> {}</p>\n<p class=\"when\">{} <code class=\"id\">{}</code></p>",
        escaped(&record.statement),
        escaped(&period_words(record.period)),
        escaped(&record.claim)
    )?;
    if again {
        return writeln!(out, "<p class=\"faint\">Its sources stand above.</p></div>");
    }
    if record.sources.is_empty() {
        return writeln!(out, "<p class=\"faint\">No source on record.</p></div>");
    }
    writeln!(out, "<ul class=\"sources\">")?;
    for (left, source) in (0..record.sources.len()).rev().zip(&record.sources) {
        evidence(source, out)?;
        match record.more_sources {
            more if more > 0 && left == 0 => writeln!(out, "; and {more} more</li>")?,
            _ => writeln!(out, "</li>")?,
        }
    }
    writeln!(out, "</ul></div>")
}

/// A source: its title, a link where it has an address of the web, who published it, when, and what is taken from it.
fn evidence(source: &Authority, out: &mut dyn Write) -> io::Result<()> {
    let title = escaped(source.title.as_deref().unwrap_or(&source.source));
    match source.url.as_deref().and_then(link) {
        // No page learns where its reader came from, and no page opened from here can reach back.
        Some(address) => write!(out, "<li><a href=\"{address}\" rel=\"noopener noreferrer\">{title}</a>")?,
        None => write!(out, "<li>{title}")?,
    }
    let kind = source.kind.map(SourceKind::as_str);
    let published = source.published.map(bound_words);
    let passage = source.passages.first();
    let facts = [
        source.publisher.as_deref(),
        published.as_deref(),
        kind,
        passage.and_then(|passage| passage.locator.as_deref()),
    ];
    for fact in facts.into_iter().flatten() {
        write!(out, ", {}", escaped(fact))?;
    }
    if let Some(quote) = passage.and_then(|passage| passage.quote.as_ref()) {
        write!(out, ": <q>{}</q>", escaped(&shortened(quote)))?;
    }
    Ok(())
}

/// Characters of a quote that stand in a note.
const QUOTED: usize = 280;

fn shortened(quote: &str) -> String {
    match quote.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}\u{2026}", quote[..end].trim_end()),
        None => quote.to_owned(),
    }
}

fn how_read(read: &HowRead, out: &mut dyn Write) -> io::Result<()> {
    let doubt = match read.confidence {
        Confidence::High => "",
        Confidence::Medium => "; less sure, because part of it was taken from another clause",
        Confidence::Low => "; unsure, because part of it was taken from the sentences around",
    };
    let mut words = format!("{}: {}, {}{doubt}", read.said, manner(read.modality), time(read.time));
    for why in &read.why {
        words.push_str("; ");
        words.push_str(why);
    }
    writeln!(out, "<p class=\"read faint\"><b>Read as</b> {}.</p>", escaped(&words))
}

fn paragraph(class: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<p class=\"{class}\">{}</p>", with_code(text))
}
