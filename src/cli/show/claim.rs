//! The page of a claim: what it says, when, on whose authority, what came before and after, what contradicts it.

use super::ShownRecord;
use crate::engine::stated_period;
use crate::model::{Citation, ClaimDetail, ClaimId, Code, Detail, Finding, LinkKind, Stance, Takeover};
use crate::render::{Sheet, Tone};

/// The width of the column of labels.
pub(super) const LABEL: usize = 11;

impl ShownRecord<'_> {
    /// Adds the page of a claim.
    pub(super) fn add_claim(&self, sheet: &mut Sheet, claim: ClaimId) {
        let claims = self.view.claims();
        sheet.heading(&self.statement(claim));
        sheet.paragraph(0, Tone::Faint, &self.headed("claim", claims.id(claim), Some(claims.place(claim))));
        sheet.gap();
        if let Some(says) = self.says(claim) {
            sheet.field(2, LABEL, &self.word("show-says"), Tone::Plain, &says);
            sheet.field(2, LABEL, "", Tone::Faint, &self.says_in_ids(claim));
        }
        let detail = claims.details(claim);
        sheet.field(2, LABEL, &self.word("show-valid"), Tone::Plain, &self.holds(claim));
        let (tone, standing) = self.standing(claim);
        sheet.field(2, LABEL, &self.word("show-as-of"), tone, &format!("{}: {standing}", self.as_of()));
        self.draw(sheet, claim);
        self.add_sources(sheet, claim);
        self.add_links(sheet, claim);
        self.add_findings(sheet, claim);
        if let Some(detail) = detail {
            self.add_details(sheet, detail);
        }
    }

    fn holds(&self, claim: ClaimId) -> String {
        let claims = self.view.claims();
        if claims.is_malformed(claim) {
            return self.word("show-unreadable-dates");
        }
        let announced = claims.announced(claim);
        let valid = Detail::Period(stated_period(self.view, claim));
        self.words().phrase("show-period", &[("valid", valid), ("announced", Detail::from(&announced))])
    }

    fn add_sources(&self, sheet: &mut Sheet, claim: ClaimId) {
        let citations = self.view.claims().citations(claim);
        let known: Vec<Citation> = self.view.supports(claim).collect();
        sheet.heading(&self.word("show-sources"));
        if citations.is_empty() {
            sheet.paragraph(2, Tone::Doubtful, &self.word("no-source"));
        }
        for citation in citations {
            self.add_citation(sheet, *citation, known.contains(citation));
        }
    }

    fn add_citation(&self, sheet: &mut Sheet, citation: Citation, known: bool) {
        let base = self.base();
        let detail = base.claims.citation_detail(citation);
        let record = base.sources.record(citation.source);
        let mut facts: Vec<String> = Vec::new();
        facts.extend(record.and_then(|record| record.publisher.clone()));
        facts.push(match base.sources.published(citation.source) {
            Some(date) => self.words().date(date),
            None => self.word("show-undated"),
        });
        facts.extend(record.and_then(|record| record.kind).map(|kind| self.kind(kind)));
        let disputes = detail.is_some_and(|detail| detail.stance == Stance::Disputes);
        let title = base.sources.title(citation.source);
        let title = match disputes {
            true => self.words().phrase("show-disputes", &[("title", Detail::Text(title))]),
            false => title.to_owned(),
        };
        sheet.item(2, "-", Tone::Plain, &title);
        let unknown =
            if known || disputes { String::new() } else { format!("; {}", self.word("show-not-published")) };
        sheet.paragraph(
            4,
            Tone::Faint,
            &format!("{} [{}]{unknown}", facts.join(", "), base.sources.id(citation.source)),
        );
        if let Some(url) = record.and_then(|record| record.url.as_deref()) {
            sheet.paragraph(4, Tone::Link, url);
        }
        let Some(detail) = detail else { return };
        let place = detail.locator.as_deref().map_or_else(String::new, |locator| format!(" ({locator})"));
        match &detail.quote {
            Some(quote) => sheet.paragraph(4, Tone::Plain, &format!("“{quote}”{place}")),
            None if !place.is_empty() => sheet.paragraph(4, Tone::Plain, place.trim()),
            None => {}
        }
        if let Some(attests) = detail.attests {
            let confirms = self.words().phrase("show-confirms", &[("date", Detail::Date(attests))]);
            sheet.paragraph(4, Tone::Plain, &confirms);
        }
    }

    fn add_links(&self, sheet: &mut Sheet, claim: ClaimId) {
        let mut lines: Vec<(&str, String)> = Vec::new();
        for (older, how) in self.timelines.before(claim) {
            let label = match how {
                Takeover::Declared => "show-supersedes",
                Takeover::Follows => "show-follows",
                Takeover::Continues => "show-continues",
            };
            lines.push((label, self.in_a_line(older)));
        }
        let mut after = self.timelines.after(claim);
        let inferred =
            self.taken_over_by(claim).filter(|newer| !after.iter().any(|(known, _)| known == newer));
        after.extend(inferred.map(|newer| (newer, Takeover::Follows)));
        for (newer, how) in &after {
            let label = match how {
                Takeover::Declared => "show-superseded-by",
                Takeover::Follows => "show-followed-by",
                Takeover::Continues => "show-continued-by",
            };
            lines.push((label, self.in_a_line(*newer)));
        }
        let links = &self.view.graph.supersession;
        for (kind, other) in links.links_from(claim) {
            match kind {
                LinkKind::Corrects => lines.push(("show-corrects", self.in_a_line(*other))),
                LinkKind::Repeats => lines.push(("show-repeats", self.in_a_line(*other))),
                LinkKind::Supersedes => {}
            }
        }
        for (kind, other) in links.links_to(claim) {
            match kind {
                LinkKind::Corrects => lines.push(("show-corrected-by", self.in_a_line(*other))),
                LinkKind::Repeats => lines.push(("show-repeated-by", self.in_a_line(*other))),
                LinkKind::Supersedes if after.iter().any(|(newer, _)| newer == other) => {}
                LinkKind::Supersedes => lines.push((
                    "show-superseded-by",
                    format!("{}; {}", self.in_a_line(*other), self.word("show-not-begun")),
                )),
            }
        }
        if !lines.is_empty() {
            sheet.heading(&self.word("show-before-and-after"));
        }
        let lines: Vec<_> = lines.into_iter().map(|(label, text)| (self.word(label), text)).collect();
        let width = lines.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(LABEL);
        for (label, text) in lines {
            sheet.field(2, width, &label, Tone::Plain, &text);
        }
    }

    fn add_findings(&self, sheet: &mut Sheet, claim: ClaimId) {
        let against =
            |finding: &&Finding| matches!(finding.code, Code::Contradiction | Code::PossibleContradiction);
        let (against, others): (Vec<&Finding>, Vec<&Finding>) = self.involving(claim).partition(against);
        if !against.is_empty() {
            sheet.heading(&self.word("show-contradicted-by"));
        }
        for (at, finding) in against.iter().enumerate() {
            let sure = if finding.code == Code::Contradiction { Tone::Bad } else { Tone::Doubtful };
            let worded = self.session.words().of(finding);
            sheet.item(2, "-", sure, &worded.message);
            let ids = finding.claims.iter().filter(|id| *id != self.view.claims().id(claim));
            sheet.paragraph(4, Tone::Faint, &format!("[{}]", ids.cloned().collect::<Vec<_>>().join(", ")));
            // Findings of one law have one remedy: it is said once, below the last of them.
            let next = against.get(at + 1).and_then(|next| self.session.words().of(next).help);
            if let Some(help) = worded.help.filter(|help| next.as_ref() != Some(help)) {
                sheet.paragraph(4, Tone::Plain, &help);
            }
        }
        if !others.is_empty() {
            sheet.heading(&self.word("show-findings"));
        }
        for finding in others {
            sheet.item(
                2,
                "-",
                Tone::Plain,
                &format!(
                    "{}[{}]: {}",
                    finding.severity,
                    finding.code,
                    self.session.words().of(finding).message
                ),
            );
        }
    }

    /// The findings that name the claim.
    pub(super) fn involving(&self, claim: ClaimId) -> impl Iterator<Item = &Finding> {
        self.findings.get(self.view.claims().id(claim)).into_iter().flatten().copied()
    }

    /// The claim that has taken over although this one is still open, as far as that is certain.
    pub(super) fn taken_over_by(&self, claim: ClaimId) -> Option<ClaimId> {
        let open = self.view.period(claim).is_open() && self.view.is_live(claim);
        let declared = self.timelines.after(claim).first().map(|(newer, _)| *newer);
        let inferred = || {
            let id = self.view.claims().id(claim);
            let taken = |finding: &&Finding| {
                finding.code == Code::Superseded && finding.claims.first().is_some_and(|older| older == id)
            };
            let newer = self.involving(claim).find(taken)?.claims.get(1)?;
            let newer = self.view.graph.index.find(self.view.claims(), newer)?;
            (self.view.period(newer).fe() > self.view.period(claim).fl()).then_some(newer)
        };
        open.then(|| declared.or_else(inferred)).flatten()
    }

    fn add_details(&self, sheet: &mut Sheet, detail: &ClaimDetail) {
        if !detail.allows.is_empty() {
            sheet.heading(&self.word("show-accepted"));
        }
        for allow in &detail.allows {
            let details = [
                ("code", Detail::Text(&allow.code)),
                ("until", Detail::from(&allow.until)),
                ("reason", Detail::Text(&allow.reason)),
            ];
            sheet.item(2, "-", Tone::Plain, &self.words().phrase("show-acceptance", &details));
        }
        if let Some(note) = &detail.note {
            sheet.heading(&self.word("show-note"));
            sheet.paragraph(2, Tone::Plain, note);
        }
    }

    /// The claim that says that this one was never true.
    pub(super) fn correction(&self, claim: ClaimId) -> Option<ClaimId> {
        let links = self.view.graph.supersession.links_to(claim).iter();
        links
            .filter(|(kind, other)| *kind == LinkKind::Corrects && *other != claim)
            .map(|(_, other)| *other)
            .next()
    }
}
