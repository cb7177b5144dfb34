//! What is around the list: the heading, the counts, the filters, what has changed, the foot.

use maud::{Markup, html};

use super::super::super::web::coded;
use super::{ReportPage, said, tone};
use crate::model::{Detail, Gone, Section, Trend};

impl ReportPage<'_> {
    /// What the page is about, and how much each part lists.
    pub(super) fn top(&self) -> Markup {
        let (listing, outdated) = (self.listing, self.listing.outdated);
        let day = listing.phrase("as-of", &[("day", Detail::Day(outdated.as_of))]);
        html! {
            header .top {
                h1 { (listing.plain("heading")) " " span { (day) } }
                @for line in listing.introduction() { p { (coded(&line)) } }
                @if outdated.incomplete { p .warning { strong { (listing.plain("incomplete")) } } }
            }
            nav aria-label=(listing.plain("sections")) {
                ul .tiles {
                    @for (key, sentences) in listing.sentence_counts() {
                        @let tone = if key == "change" { "bad" } else { "doubtful" };
                        (tile(sentences.len(), key, tone, &listing.plain(key), &html! {}))
                    }
                    @for section in Section::ALL { (self.tile(section)) }
                }
                (self.jumps())
            }
        }
    }

    /// Links to what is below the list.
    fn jumps(&self) -> Markup {
        let (listing, outdated) = (self.listing, self.listing.outdated);
        let since = outdated.trend.as_ref().map(|trend| ("changes", self.since_words(trend)));
        let timelines = (!outdated.timelines.is_empty()).then(|| ("timelines", listing.plain("over-time")));
        let jumps: Vec<(&str, String)> = [since, timelines].into_iter().flatten().collect();
        html! {
            @if !jumps.is_empty() {
                ul .jump { @for (anchor, words) in jumps { li { a href={ "#" (anchor) } { (words) } } } }
            }
        }
    }

    fn tile(&self, section: Section) -> Markup {
        let change = self.listing.trend_of(section).map(|trend| self.moved(trend, section));
        let count = self.listing.count(section);
        tile(
            count,
            section.as_str(),
            tone(section),
            &self.listing.name(section),
            &html! {
                @if let Some(change) = change { span .change { (change) } }
            },
        )
    }

    /// How a section has changed, in a few signs that are read out as words.
    fn moved(&self, trend: &Trend, section: Section) -> Markup {
        let (listing, then) = (self.listing, Detail::Count(trend.count(section)));
        let (new, gone) = (trend.new_in(section), trend.gone_from(section));
        html! {
            span aria-hidden="true" {
                @match (new, gone) {
                    (0, 0) => (listing.plain("same")),
                    (new, 0) => { "+" (new) },
                    (0, gone) => { "−" (gone) },
                    (new, gone) => { "+" (new) " −" (gone) },
                }
                ", " (listing.phrase("was", &[("then", then)]))
            }
            span .hidden-to-sight { " " (listing.change(trend, section)) }
        }
    }

    /// The filters of the list, shown by the script that applies them.
    pub(super) fn filters(&self) -> Markup {
        let (listing, outdated) = (self.listing, self.listing.outdated);
        if outdated.entries.is_empty() {
            return html! {};
        }
        let all = listing.plain("filter-all");
        let is_listed = |section: &Section| listing.listed(*section).next().is_some();
        html! {
            form #filters .filters role="search" aria-label=(listing.plain("filter")) hidden {
                label .wide {
                    span { (listing.plain("search")) } " "
                    input #search type="search" autocomplete="off" spellcheck="false"
                        placeholder=(listing.plain("search-in")) aria-describedby="keys";
                }
                label {
                    span { (listing.plain("filter-section")) } " "
                    select #section {
                        option value="" { (all) }
                        @for (key, _) in listing.sentence_counts().filter(|(_, sentences)| !sentences.is_empty()) {
                            option value=(key) { (listing.plain(key)) }
                        }
                        @for section in Section::ALL.into_iter().filter(is_listed) {
                            option value=(section.as_str()) { (listing.name(section)) }
                        }
                    }
                }
                label {
                    span { (listing.plain("filter-about")) } " "
                    select #subject {
                        option value="" { (all) }
                        @for (number, subject) in self.names.in_order.iter().enumerate() {
                            option value=(number) { (said(&subject.name)) }
                        }
                    }
                }
                @if outdated.drafts.is_some() {
                    label .check { input #in-drafts type="checkbox"; " " (listing.plain("filter-drafts")) }
                }
                @if outdated.trend.is_some() {
                    label .check { input #new type="checkbox"; " " (listing.plain("filter-new")) }
                }
                button #clear type="reset" { (listing.plain("clear")) }
                output #shown aria-live="polite" data-some=(listing.plain("shown")) data-all=(listing.plain("shown-all")) {}
                span #keys .keys { (coded(&listing.plain("keys"))) }
            }
        }
    }

    fn since_words(&self, trend: &Trend) -> String {
        self.listing.phrase("since", &[("since", Detail::Day(trend.since))])
    }

    /// How the list has changed since the earlier day.
    pub(super) fn since(&self) -> Markup {
        let listing = self.listing;
        let Some(trend) = &listing.outdated.trend else { return html! {} };
        html! {
            section #changes .part aria-labelledby="changes-title" {
                h2 #changes-title { (self.since_words(trend)) }
                div .scroll {
                    table {
                        caption { (listing.plain("since-about")) " " (listing.compared(trend)) }
                        thead {
                            tr {
                                th scope="col" { (listing.plain("filter-section")) }
                                @for key in ["then", "gone-count", "new-count", "now-count"] {
                                    th .number scope="col" { (listing.plain(key)) }
                                }
                            }
                        }
                        tbody { @for section in Section::ALL { (self.row(trend, section)) } }
                    }
                }
                @if !trend.gone.is_empty() {
                    h3 { (listing.gone_heading(trend)) }
                    ul .gone { @for gone in &trend.gone { (self.gone(gone)) } }
                }
            }
        }
    }

    fn row(&self, trend: &Trend, section: Section) -> Markup {
        let outdated = self.listing.outdated;
        let gone = trend.gone_from(section);
        let (new, now) = (trend.new_in(section), outdated.count(section));
        let word = Detail::Word(section.as_str());
        html! {
            tr {
                th scope="row" { (self.listing.phrase("section-word", &[("section", word)])) }
                @for number in [trend.count(section), gone, new, now] { td .number { (number) } }
            }
        }
    }

    fn gone(&self, gone: &Gone) -> Markup {
        let statement = self.listing.statement(&gone.mention);
        html! {
            li {
                bdi {
                    @if let Some(name) = self.names.of_claim(&gone.mention.claim) {
                        a href={ "#" (name) } { (statement) }
                    } @else { (statement) }
                }
                " " code { (said(&gone.mention.claim)) } br;
                span .faint { (self.listing.went(gone)) }
            }
        }
    }

    /// Who made the page.
    pub(super) fn foot(&self) -> Markup {
        let until = ("until", Detail::Day(self.listing.outdated.until));
        let version = ("version", Detail::Text(env!("CARGO_PKG_VERSION")));
        html! { footer .foot { (coded(&self.listing.phrase("made-by", &[version, until]))) } }
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
