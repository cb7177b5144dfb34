//! What stands around the list: the heading, the counts, the filters, what has changed, the foot.

use maud::{Markup, html};

use super::super::super::web::coded;
use super::super::changes;
use super::{Sheet, said, tone};
use crate::model::{Detail, Gone, Section, Trend};

impl Sheet<'_> {
    /// What the page is about, and how much each part lists.
    pub(super) fn top(&self) -> Markup {
        let (shown, outdated) = (self.shown, self.shown.outdated);
        let day = shown.phrase("as-of", &[("day", Detail::Day(outdated.as_of))]);
        html! {
            header .top {
                h1 { (shown.plain("heading")) " " span { (day) } }
                @for line in shown.introduction() { p { (coded(&line)) } }
                @if outdated.incomplete { p .warning { strong { (shown.plain("incomplete")) } } }
            }
            nav aria-label=(shown.plain("sections")) {
                ul .tiles {
                    @if outdated.drafts.is_some() {
                        (tile(outdated.to_change.len(), "change", "bad", &shown.plain("change"), &html! {}))
                    }
                    @for section in Section::ALL { (self.tile(section)) }
                }
                (self.jumps())
            }
        }
    }

    /// Ways to what stands below the list.
    fn jumps(&self) -> Markup {
        let (shown, outdated) = (self.shown, self.shown.outdated);
        let since = outdated.trend.as_ref().map(|trend| ("changes", self.since_words(trend)));
        let timelines = (!outdated.timelines.is_empty()).then(|| ("timelines", shown.plain("over-time")));
        let jumps: Vec<(&str, String)> = [since, timelines].into_iter().flatten().collect();
        html! {
            @if !jumps.is_empty() {
                ul .jump { @for (anchor, words) in jumps { li { a href={ "#" (anchor) } { (words) } } } }
            }
        }
    }

    fn tile(&self, section: Section) -> Markup {
        let change = self.shown.trend_of(section).map(|trend| self.moved(trend, section));
        let count = self.shown.listed(section).count();
        tile(
            count,
            section.as_str(),
            tone(section),
            &self.shown.name(section),
            &html! {
                @if let Some(change) = change { span .change { (change) } }
            },
        )
    }

    /// How a section has changed, in a few signs that are read out as words.
    fn moved(&self, trend: &Trend, section: Section) -> Markup {
        let (shown, then) = (self.shown, Detail::Count(trend.count(section)));
        let (new, gone) = (changes::new(shown.outdated, section), trend.gone_from(section).count());
        html! {
            span aria-hidden="true" {
                @match (new, gone) {
                    (0, 0) => (shown.plain("same")),
                    (new, 0) => { "+" (new) },
                    (0, gone) => { "−" (gone) },
                    (new, gone) => { "+" (new) " −" (gone) },
                }
                ", " (shown.phrase("was", &[("then", then)]))
            }
            span .hidden-to-sight { " " (shown.change(trend, section)) }
        }
    }

    /// What the list can be narrowed down by. Shown by the script that does it.
    pub(super) fn filters(&self) -> Markup {
        let (shown, outdated) = (self.shown, self.shown.outdated);
        if outdated.entries.is_empty() {
            return html! {};
        }
        let all = shown.plain("filter-all");
        let is_listed = |section: &Section| shown.listed(*section).next().is_some();
        html! {
            form #filters .filters role="search" aria-label=(shown.plain("filter")) hidden {
                label .wide {
                    span { (shown.plain("search")) } " "
                    input #search type="search" autocomplete="off" spellcheck="false"
                        placeholder=(shown.plain("search-in")) aria-describedby="keys";
                }
                label {
                    span { (shown.plain("filter-section")) } " "
                    select #section {
                        option value="" { (all) }
                        @if !outdated.to_change.is_empty() { option value="change" { (shown.plain("change")) } }
                        @for section in Section::ALL.into_iter().filter(is_listed) {
                            option value=(section.as_str()) { (shown.name(section)) }
                        }
                    }
                }
                label {
                    span { (shown.plain("filter-about")) } " "
                    select #subject {
                        option value="" { (all) }
                        @for (number, subject) in self.names.in_order.iter().enumerate() {
                            option value=(number) { (said(&subject.name)) }
                        }
                    }
                }
                @if outdated.drafts.is_some() {
                    label .check { input #in-drafts type="checkbox"; " " (shown.plain("filter-drafts")) }
                }
                @if outdated.trend.is_some() {
                    label .check { input #new type="checkbox"; " " (shown.plain("filter-new")) }
                }
                button #clear type="reset" { (shown.plain("clear")) }
                output #shown aria-live="polite" data-some=(shown.plain("shown")) data-all=(shown.plain("shown-all")) {}
                span #keys .keys { (coded(&shown.plain("keys"))) }
            }
        }
    }

    fn since_words(&self, trend: &Trend) -> String {
        self.shown.phrase("since", &[("since", Detail::Day(trend.since))])
    }

    /// How the list has changed since the earlier day.
    pub(super) fn since(&self) -> Markup {
        let shown = self.shown;
        let Some(trend) = &shown.outdated.trend else { return html! {} };
        html! {
            section #changes .part aria-labelledby="changes-title" {
                h2 #changes-title { (self.since_words(trend)) }
                div .scroll {
                    table {
                        caption { (shown.plain("since-about")) " " (shown.compared(trend)) }
                        thead {
                            tr {
                                th scope="col" { (shown.plain("filter-section")) }
                                @for key in ["then", "gone-count", "new-count", "now-count"] {
                                    th .number scope="col" { (shown.plain(key)) }
                                }
                            }
                        }
                        tbody { @for section in Section::ALL { (self.row(trend, section)) } }
                    }
                }
                @if !trend.gone.is_empty() {
                    h3 { (shown.gone_heading(trend)) }
                    ul .gone { @for gone in &trend.gone { (self.gone(gone)) } }
                }
            }
        }
    }

    fn row(&self, trend: &Trend, section: Section) -> Markup {
        let outdated = self.shown.outdated;
        let gone = trend.gone_from(section).count();
        let (new, now) = (changes::new(outdated, section), outdated.section(section).count());
        let word = Detail::Word(section.as_str());
        html! {
            tr {
                th scope="row" { (self.shown.phrase("section-word", &[("section", word)])) }
                @for number in [trend.count(section), gone, new, now] { td .number { (number) } }
            }
        }
    }

    fn gone(&self, gone: &Gone) -> Markup {
        let statement = said(&gone.mention.statement);
        html! {
            li {
                bdi {
                    @if let Some(name) = self.names.of_claim(&gone.mention.claim) {
                        a href={ "#" (name) } { (statement) }
                    } @else { (statement) }
                }
                " " code { (said(&gone.mention.claim)) } br;
                span .faint { (self.shown.went(gone)) }
            }
        }
    }

    /// Who made the page.
    pub(super) fn foot(&self) -> Markup {
        let until = ("until", Detail::Day(self.shown.outdated.until));
        let version = ("version", Detail::Text(env!("CARGO_PKG_VERSION")));
        html! { footer .foot { (coded(&self.shown.phrase("made-by", &[version, until]))) } }
    }
}

/// How many entries a part has; a link to them, if any.
fn tile(count: usize, anchor: &str, tone: &str, name: &str, change: &Markup) -> Markup {
    let inside = html! { span .count { (count) } " " span .name { (name) } (change) };
    html! {
        @if count == 0 {
            li .tile.none { (inside) }
        } @else {
            li .tile.(tone) { a href={ "#" (anchor) } { (inside) } }
        }
    }
}
