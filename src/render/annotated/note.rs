//! A note: the remarks on one sentence. What needs attention is open; what is in order is one line that opens on a
//! click.

use maud::{Markup, html};

use super::words::{classes, is_left_out, of_remark, signs, titles};
use super::{Shown, heading, record};
use crate::model::{Detail, DraftFact, Fact, Note, Remark, Verdict};
use crate::render::plain;
use crate::render::web::coded;
use crate::words::Wording;

/// The note with this number, under headings of this level.
pub fn of_sentence(shown: Shown<'_>, at: usize, level: u8) -> Markup {
    let Some(note) = shown.draft.notes.get(at) else { return Markup::default() };
    let number = Detail::Count(at + 1);
    let details = [("number", number), ("titles", Detail::Text(&titles(note, shown.say)))];
    let (label, back) = (
        shown.say.phrase("annotated-note", &details),
        shown.say.phrase("annotated-back", &[("number", Detail::Count(at + 1))]),
    );
    html! {
        div .note.(classes(note)) #(shown.note(at)) role="note" aria-label=(label) {
            a .back href={ "#" (shown.mark(at)) } aria-label=(back) { (signs(note)) (at + 1) }
            @if note.needs_attention() {
                (open(shown, note, level))
            } @else {
                (closed(shown, note, level))
            }
        }
    }
}

/// A note that needs attention: what is wrong and what to do, the rest on demand.
fn open(shown: Shown<'_>, note: &Note, level: u8) -> Markup {
    let say = shown.say;
    let (wrong, passes): (Vec<&Remark>, Vec<&Remark>) =
        note.remarks.iter().partition(|remark| remark.needs_attention());
    html! {
        @for alike in wrong.chunk_by(|one, two| of_remark(one) == of_remark(two)) {
            @if let Some(first) = alike.first() { (title(first, level, say)) }
            @for (at, remark) in alike.iter().enumerate() {
                @if !alike[..at].iter().any(|earlier| says_the_same(earlier, remark)) {
                    (message(remark, say))
                    (todo(remark, say))
                }
                (sentences(shown, remark))
            }
        }
        @for alike in passes.chunk_by(|one, two| of_remark(one) == of_remark(two)) {
            @if let Some(first) = alike.first() { (title(first, level, say)) }
            @for line in alike.iter().filter_map(|remark| line(remark, say)) { p { (coded(&line)) } }
        }
        details .more {
            summary { (say.phrase("annotated-more", &[])) }
            (record::of_note(shown, &note.remarks))
        }
    }
}

/// Whether two findings about one sentence, such as two readings of it, say the same.
fn says_the_same(one: &Remark, other: &Remark) -> bool {
    one.fact == other.fact
        && one.finding.as_ref().map(|finding| &finding.fact)
            == other.finding.as_ref().map(|finding| &finding.fact)
}

/// A note of one line.
fn closed(shown: Shown<'_>, note: &Note, level: u8) -> Markup {
    let say = shown.say;
    let first = note.remarks.first();
    let lines: Vec<String> = note.remarks.iter().filter_map(|remark| line(remark, say)).collect();
    html! {
        details {
            summary {
                (heading(level, &html! {
                    (titles(note, say))
                    @if first.is_some_and(is_left_out) { " (" (left_out(note, say)) ")" }
                }))
                " " span .line { (coded(&lines.join("; "))) }
            }
            @for remark in &note.remarks {
                // The line above says it of these.
                @if !matches!(remark.verdict, Some(Verdict::Supported | Verdict::Unclear)) { (message(remark, say)) }
                (accepted(remark, say))
            }
            (record::of_note(shown, &note.remarks))
        }
    }
}

/// Why the report of the run leaves it out.
fn left_out(note: &Note, say: Wording<'_>) -> String {
    let is_accepted = note.remarks.iter().any(|remark| remark.accepted.is_some());
    say.phrase(
        "annotated-left-out",
        &[("why", Detail::Word(if is_accepted { "accepted" } else { "unlisted" }))],
    )
}

/// What is said about the draft as a whole.
pub fn of_draft(shown: Shown<'_>, remark: &Remark) -> Markup {
    let say = shown.say;
    html! {
        div .note.whole.(of_remark(remark).tone) {
            (title(remark, shown.title_level() + 1, say))
            (message(remark, say))
            (accepted(remark, say))
            (todo(remark, say))
            (record::accepting(remark, &shown.draft.path, say))
        }
    }
}

/// Messages about a file that is not a draft.
pub fn of_file(path: &str, remark: &Remark, say: Wording<'_>) -> Markup {
    html! {
        div .note.whole.(of_remark(remark).tone) {
            (title(remark, 2, say))
            p { code { (plain::one_line(path)) } }
            (message(remark, say))
            (todo(remark, say))
        }
    }
}

fn title(remark: &Remark, level: u8, say: Wording<'_>) -> Markup {
    let look = of_remark(remark);
    heading(
        level,
        &html! {
            span .verdict.(look.tone) {
                span .badge aria-hidden="true" { (look.sign) } " " (look.title(say))
            }
        },
    )
}

/// What is wrong, or what the verdict says, unless the heading says as much.
fn message(remark: &Remark, say: Wording<'_>) -> Markup {
    let message = match (&remark.finding, &remark.fact) {
        (Some(finding), _) if !is_said_by_title(&finding.fact) => say.certain(finding),
        (None, Some(fact)) if !is_said_by_title(fact) => say.message(fact),
        _ => return Markup::default(),
    };
    html! {
        // A message that begins with an id or with words of the draft keeps its small letter.
        p .message[!message.starts_with('`')] { (coded(&message)) }
    }
}

fn is_said_by_title(fact: &Fact) -> bool {
    let Fact::DraftFact(fact) = fact else { return false };
    matches!(**fact, DraftFact::Unknown {} | DraftFact::Uncited { .. })
}

/// Why the draft accepts it.
fn accepted(remark: &Remark, say: Wording<'_>) -> Markup {
    html! {
        @if let Some(reason) = &remark.accepted {
            p { (coded(&say.phrase("annotated-accepted", &[("reason", Detail::Text(reason))]))) }
        }
    }
}

/// What to do.
fn todo(remark: &Remark, say: Wording<'_>) -> Markup {
    let help = remark.finding.as_ref().and_then(|finding| say.finding(finding).help);
    html! {
        @if let Some(help) = help {
            p .help { b { (say.phrase("annotated-todo", &[])) } " " (coded(&help)) }
        }
    }
}

/// The line for a verdict that is in order: the claim that says the same, and when it holds.
fn line(remark: &Remark, say: Wording<'_>) -> Option<String> {
    let fact = remark.fact.as_ref()?;
    match (fact, remark.verdict) {
        (Fact::DraftFact(draft), _) if let DraftFact::Supported { claim } = &**draft => {
            Some(say.phrase("annotated-line", &[("claim", Detail::Attested(*claim))]))
        }
        (_, Some(Verdict::Unclear)) => Some(say.message(fact)),
        _ => None,
    }
}

/// The other sentences that it speaks of.
fn sentences(shown: Shown<'_>, remark: &Remark) -> Markup {
    let said = remark.sentences.iter().filter_map(|sentence| Some((sentence, sentence.note?)));
    html! {
        @for (sentence, at) in said {
            @let what = shown.say.message(&sentence.fact);
            p {
                a href={ "#" (shown.mark(at)) } {
                    (shown.say.phrase("annotated-see", &[("what", Detail::Text(&what)), ("number", Detail::Count(at + 1))]))
                }
            }
        }
    }
}
