//! What is said about a sentence: of each assertion its verdict with the finding of the settled report, and of each
//! other finding what it says.

use crate::check::verdict_code;
use crate::model::{Base, Elsewhere, Finding, Remark, Severity, Verdict};
use crate::text::{FileId, Span};

/// A remark with the words that it is about.
pub type Placed = (Remark, Vec<Span>);

/// All remarks on a sentence, the gravest first: those on its assertions, and the findings of the report about it. What is
/// said twice is said once, of the words of both.
#[must_use]
pub fn joined(base: &Base, remarks: Vec<Remark>, findings: Vec<&Finding>) -> Vec<Placed> {
    let mut findings = findings;
    let mut joined: Vec<Placed> = Vec::with_capacity(remarks.len() + findings.len());
    for mut remark in remarks {
        let own = findings.iter().position(|finding| is_of(base, finding, &remark));
        remark.finding = own.map(|own| findings.remove(own).clone());
        let words = remark.assertion.as_ref().map(|assertion| assertion.words.clone()).unwrap_or_default();
        match joined.iter_mut().find(|(known, _)| says_the_same(known, &remark)) {
            // The report tells the surer of two readings, and the page need not tell the other.
            Some(known) if known.0.finding.is_some() != remark.finding.is_some() => {
                if remark.finding.is_some() {
                    *known = (remark, words);
                }
            }
            Some((_, known)) => known.extend(words),
            None => joined.push((remark, words)),
        }
    }
    joined.extend(
        findings
            .into_iter()
            .map(|finding| (of_finding_in(finding, finding.site.place.file), vec![finding.site.place.span])),
    );
    joined.sort_by_key(|(remark, _)| gravity(remark));
    joined
}

fn says_the_same(one: &Remark, two: &Remark) -> bool {
    let alike = match (&one.finding, &two.finding) {
        (Some(one), Some(two)) => (one.code, one.severity) == (two.code, two.severity),
        _ => true,
    };
    alike && one.verdict == two.verdict && one.fact == two.fact && one.accepted == two.accepted
}

/// Whether `finding` is the one for the verdict of `remark`.
fn is_of(base: &Base, finding: &Finding, remark: &Remark) -> bool {
    let Some(assertion) = &remark.assertion else { return false };
    if finding.site.place.span != assertion.span || Some(finding.code) != verdict_code(assertion.verdict) {
        return false;
    }
    let decided = assertion.decided_by.or_else(|| assertion.claims.first().copied());
    finding.claims.first().map(String::as_str) == decided.map(|claim| base.claims.id(claim))
}

/// What a finding says that comes from no verdict.
#[must_use]
pub fn of_finding(finding: &Finding) -> Remark {
    Remark { finding: Some(finding.clone()), ..Remark::default() }
}

/// The same of a finding in the draft `file`, with the other sentences that it speaks of.
#[must_use]
pub fn of_finding_in(finding: &Finding, file: FileId) -> Remark {
    let here = finding.related.iter().filter(|related| related.site.place.file == file);
    let sentences = here.map(|related| Elsewhere {
        fact: related.fact.clone(),
        span: related.site.place.span,
        note: None,
    });
    Remark { sentences: sentences.collect(), ..of_finding(finding) }
}

/// The order of remarks on one sentence: the gravest first, what the report leaves out after what it says.
fn gravity(remark: &Remark) -> (u8, u8) {
    let verdict = match remark.verdict {
        Some(Verdict::Contradicted) => 0,
        Some(Verdict::Outdated) => 1,
        Some(Verdict::Misdated) => 2,
        Some(Verdict::Premature) => 3,
        Some(Verdict::Disputed) => 4,
        Some(Verdict::Presumed) => 5,
        Some(Verdict::Unsourced) => 6,
        Some(Verdict::Unclear) => 8,
        Some(Verdict::Unknown) => 9,
        Some(Verdict::Supported) => 10,
        None => 7,
    };
    let first = match remark.finding.as_ref().map(|finding| finding.severity) {
        Some(Severity::Error) => 0,
        Some(Severity::Warning) => 1,
        Some(Severity::Note) => 2,
        None => 3,
    };
    (first, verdict)
}
