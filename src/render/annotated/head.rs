//! The top of the page and of each draft on it: what it is, the day by which it was judged, how much of it was, what
//! was found, and what signs and colours mean. Counts are links to the first sentence of their kind.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::note;
use super::words::{Look, Topic, VERDICTS, of_finding, of_remark, of_verdict};
use super::{Shown, name};
use crate::model::{Annotated, AnnotatedDraft, Code, Detail, Verdict};
use crate::render::plain;
use crate::render::web::coded;
use crate::words::{Wording, Words};

/// How often something is said, and where first.
struct Count {
    look: Look,
    times: usize,
    first: usize,
}

/// The top of a page of several drafts: which, and what was found in each.
pub fn contents(annotated: &Annotated, words: Words<'_>, frame: Wording<'_>) -> Markup {
    let count = Detail::Count(annotated.drafts.len());
    html! {
        header .page {
            h1 { (frame.phrase("annotated-pages", &[("count", count)])) }
            @if !annotated.by_own_date {
                p .faint { (judged(Detail::Day(annotated.as_of), annotated, frame)) }
            }
            nav aria-label=(frame.phrase("annotated-drafts", &[])) {
                ol .contents {
                    @for (draft, number) in annotated.drafts.iter().zip(1..) {
                        @let say = words.for_draft(Some(&draft.language));
                        li {
                            a href={ "#d" (number) } { bdi { (name(draft)) } } " "
                            @if draft.title.is_some() { code .faint { (plain::one_line(&draft.path)) } }
                            (chips(Shown { draft, number, alone: false, say }))
                        }
                    }
                }
            }
        }
    }
}

/// Messages about the run and about files that are not drafts.
pub fn warnings(annotated: &Annotated, frame: Wording<'_>) -> Markup {
    html! {
        @if annotated.incomplete {
            p .incomplete.bad { "! " (frame.phrase("incomplete", &[])) }
        }
        @for (path, about) in &annotated.elsewhere { (note::of_file(path, about, frame)) }
    }
}

/// What was found in a draft.
pub fn of_draft(shown: Shown<'_>, annotated: &Annotated) -> Markup {
    let Shown { draft, say, .. } = shown;
    let date = say.phrase("annotated-date", &[("date", Detail::from(&draft.date))]);
    html! {
        div .summary {
            p .faint {
                code { (plain::one_line(&draft.path)) } ", " (date) ". "
                (judged(Detail::Day(draft.as_of), annotated, say))
            }
            @for about in &draft.remarks { (note::of_draft(shown, about)) }
            p .coverage { (coverage(draft, say)) }
            (chips(shown))
            (legend(shown))
        }
    }
}

/// By which day.
fn judged(day: Detail<'_>, annotated: &Annotated, words: Wording<'_>) -> String {
    words.phrase("annotated-judged", &[("day", day), ("known", Detail::from(&annotated.known_by))])
}

fn coverage(draft: &AnnotatedDraft, words: Wording<'_>) -> String {
    if draft.blocks.is_empty() {
        return words.phrase("annotated-unread", &[]);
    }
    let attention = draft.notes.iter().filter(|note| note.needs_attention()).count();
    let details = [
        ("sentences", Detail::Count(draft.coverage.sentences)),
        ("naming", Detail::Count(draft.coverage.naming)),
        ("judged", Detail::Count(draft.coverage.judged)),
        ("attention", Detail::Count(attention)),
    ];
    words.phrase("annotated-coverage", &details)
}

/// How often each thing is said.
fn chips(shown: Shown<'_>) -> Markup {
    let counts = counts(shown.draft);
    html! {
        @if !counts.is_empty() {
            ul .chips {
                @for Count { look, times, first } in counts {
                    li {
                        a .chip.(look.tone) href={ "#" (shown.mark(first)) } {
                            span aria-hidden="true" { (look.sign) " " }
                            (times) " " (look.title(shown.say))
                        }
                    }
                }
            }
        }
    }
}

/// What the signs mean.
fn legend(shown: Shown<'_>) -> Markup {
    let (counts, say) = (counts(shown.draft), shown.say);
    html! {
        @if !counts.is_empty() {
            details .legend {
                summary { (say.phrase("annotated-legend", &[])) }
                dl {
                    @for Count { look, .. } in counts {
                        div {
                            dt class=(look.tone) {
                                span .badge aria-hidden="true" { (look.sign) } " " (look.title(say))
                            }
                            dd { (coded(&look.meaning(say))) }
                        }
                    }
                }
                p { (say.phrase("annotated-marks", &[])) }
            }
        }
    }
}

/// Each verdict and each other finding that occurs, with the number of sentences.
fn counts(draft: &AnnotatedDraft) -> Vec<Count> {
    let looks =
        VERDICTS.iter().flat_map(|verdict| [false, true].map(|probable| of_verdict(*verdict, probable)));
    let mut verdicts: Vec<Count> = looks.map(|look| Count { look, times: 0, first: 0 }).collect();
    let mut codes: BTreeMap<Code, Count> = BTreeMap::new();
    for (first, note) in draft.notes.iter().enumerate() {
        for count in &mut verdicts {
            if note.remarks.iter().any(|remark| remark.verdict.is_some() && of_remark(remark) == count.look) {
                count.first = if count.times == 0 { first } else { count.first };
                count.times += 1;
            }
        }
        let others = note.remarks.iter().filter(|remark| remark.verdict.is_none());
        let mut others: Vec<_> = others.filter_map(|remark| remark.finding.as_ref()).collect();
        others.sort_by_key(|finding| finding.code);
        others.dedup_by_key(|finding| finding.code);
        for finding in others {
            let look = of_finding(finding);
            codes.entry(finding.code).or_insert(Count { look, times: 0, first }).times += 1;
        }
    }
    let said = verdicts.into_iter().filter(|count| count.times > 0);
    let is_supported = |count: &Count| count.look.topic == Topic::Verdict(Verdict::Supported);
    let (supported, mut counts): (Vec<Count>, Vec<Count>) = said.partition(is_supported);
    counts.extend(codes.into_values());
    counts.extend(supported);
    counts
}
