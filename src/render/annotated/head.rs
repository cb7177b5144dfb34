//! The top of the page and of each draft on it: what it is, by which day it was judged, what came of it, and what signs and
//! colours mean. Counts are links to the first sentence of their kind.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::note::remark;
use super::words::{Look, VERDICTS, of_code, of_remark, of_verdict};
use super::{Shown, name};
use crate::model::{Annotated, AnnotatedDraft, Code, Verdict};
use crate::render::web::{escaped, with_code};
use crate::time::{bound_words, day_words};

/// How often something is said, and where first.
struct Count {
    look: Look,
    times: usize,
    first: usize,
}

/// Writes the top of the page: of one draft there is none, because its own head says it all.
pub fn write(annotated: &Annotated, out: &mut dyn Write) -> io::Result<()> {
    if annotated.drafts.len() != 1 {
        writeln!(out, "<header class=\"page\">\n<h1>{} drafts, annotated</h1>", annotated.drafts.len())?;
        if !annotated.by_own_date {
            writeln!(out, "<p class=\"faint\">{}</p>", judged(&day_words(annotated.as_of), annotated))?;
        }
        contents(annotated, out)?;
        writeln!(out, "</header>")?;
    }
    if annotated.incomplete {
        writeln!(
            out,
            "<p class=\"warning bad\"><strong>! Not everything could be read</strong>, so there may be more to say than \
             stands here.</p>"
        )?;
    }
    for (path, about) in &annotated.elsewhere {
        writeln!(
            out,
            "<div class=\"note whole {}\"><p><code>{}</code></p>",
            of_remark(about).tone,
            escaped(path)
        )?;
        remark(about, out)?;
        writeln!(out, "</div>")?;
    }
    Ok(())
}

fn contents(annotated: &Annotated, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<nav aria-label=\"Drafts\"><ol class=\"contents\">")?;
    for (at, draft) in annotated.drafts.iter().enumerate() {
        let (number, title) = (at + 1, escaped(name(draft)));
        writeln!(out, "<li><a href=\"#d{number}\">{title}</a>")?;
        if draft.title.is_some() {
            writeln!(out, "<code class=\"faint\">{}</code>", escaped(&draft.path))?;
        }
        for Count { look: Look { sign, tone, title, .. }, times, first } in counts(draft) {
            let title = title.to_lowercase();
            writeln!(
                out,
                "<a class=\"chip {tone}\" href=\"#m{number}-{}\"><span aria-hidden=\"true\">{sign}</span> {times} {title}</a>",
                first + 1
            )?;
        }
        writeln!(out, "</li>")?;
    }
    writeln!(out, "</ol></nav>")
}

/// Writes the head of a draft.
pub fn draft(shown: Shown<'_>, annotated: &Annotated, out: &mut dyn Write) -> io::Result<()> {
    let draft = shown.draft;
    let level = if shown.alone { 1 } else { 2 };
    writeln!(out, "<header class=\"draft\">\n<h{level}>{}</h{level}>", escaped(name(draft)))?;
    let date = draft.date.map_or_else(
        || "without a date of its own".to_owned(),
        |date| format!("dated {}", bound_words(date)),
    );
    writeln!(
        out,
        "<p class=\"faint\"><code>{}</code>, {date}. {}</p>",
        escaped(&draft.path),
        judged(&day_words(draft.as_of), annotated)
    )?;
    for about in &draft.remarks {
        let tone = of_remark(about).tone;
        writeln!(out, "<div class=\"note whole {tone}\">")?;
        remark(about, out)?;
        writeln!(out, "</div>")?;
    }
    legend(shown, out)?;
    writeln!(out, "</header>")
}

/// By which day, and by which tool.
fn judged(day: &str, annotated: &Annotated) -> String {
    let known = annotated
        .known_by
        .map_or_else(String::new, |day| format!(", by what had been published by {}", day_words(day)));
    format!(
        "Judged as of <strong>{day}</strong>{known}, by erstwhile {}.",
        escaped(env!("CARGO_PKG_VERSION"))
    )
}

/// Counts, signs and their meanings in one list.
fn legend(shown: Shown<'_>, out: &mut dyn Write) -> io::Result<()> {
    let counts = counts(shown.draft);
    if counts.is_empty() {
        let none = if shown.draft.blocks.is_empty() {
            "Nothing of it was read."
        } else {
            "No sentence of it says anything that the record could judge."
        };
        return writeln!(out, "<p>{none}</p>");
    }
    writeln!(out, "<dl class=\"legend\">")?;
    for Count { look: Look { sign, tone, title, meaning }, times, first } in counts {
        let sentences = if times == 1 { "sentence" } else { "sentences" };
        writeln!(
            out,
            "<div><dt class=\"{tone}\"><span class=\"badge\" aria-hidden=\"true\">{sign}</span> {title}</dt><dd><a \
             href=\"#{}\">{times} {sentences}</a><span class=\"meaning\">",
            shown.mark(first)
        )?;
        writeln!(out, "{}</span></dd></div>", with_code(meaning))?;
    }
    writeln!(
        out,
        "</dl>\n<p class=\"faint\">A marked sentence has its note beside it, under the same number; the words that decided \
         are underlined. What is marked with a thin line only is not in the report of this run.</p>"
    )
}

/// Each verdict and each other finding that occurs, with the number of sentences.
fn counts(draft: &AnnotatedDraft) -> Vec<Count> {
    let mut verdicts: [Option<Count>; VERDICTS.len()] = [const { None }; VERDICTS.len()];
    let mut codes: BTreeMap<Code, Count> = BTreeMap::new();
    for (at, note) in draft.notes.iter().enumerate() {
        let mut seen = [false; VERDICTS.len()];
        for verdict in note.remarks.iter().filter_map(|remark| remark.verdict) {
            let Some(place) = VERDICTS.iter().position(|known| *known == verdict) else { continue };
            if !std::mem::replace(&mut seen[place], true) {
                add(verdicts[place].get_or_insert_with(|| empty(of_verdict(verdict), at)));
            }
        }
        let mut last: Vec<Code> = Vec::new();
        for remark in note.remarks.iter().filter(|remark| remark.verdict.is_none()) {
            let Some((code, severity)) = remark.found.filter(|(code, _)| !last.contains(code)) else {
                continue;
            };
            last.push(code);
            add(codes.entry(code).or_insert_with(|| empty(of_code(code, severity), at)));
        }
    }
    let mut counts: Vec<Count> = verdicts.into_iter().flatten().collect();
    let supported = counts.pop_if(|last| last.look == of_verdict(Verdict::Supported));
    counts.extend(codes.into_values());
    counts.extend(supported);
    counts
}

fn empty(look: Look, first: usize) -> Count {
    Count { look, times: 0, first }
}

fn add(count: &mut Count) {
    count.times += 1;
}
