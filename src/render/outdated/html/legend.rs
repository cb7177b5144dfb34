//! What the signs of the timelines mean, and the hatchings that all drawings share.

use maud::{Markup, html};

use super::ReportPage;

/// The hatching of what may be, once for each colour.
const TONES: [&str; 6] = ["bad", "doubtful", "soon", "plain", "good", "past"];

/// The hatchings that the bars of all drawings use.
pub(super) fn patterns() -> Markup {
    html! {
        svg .patterns width="0" height="0" aria-hidden="true" {
            defs {
                @for tone in TONES {
                    pattern id={ "hatch-" (tone) } .(tone) width="6" height="6" patternUnits="userSpaceOnUse"
                        patternTransform="rotate(45)" {
                        rect .wash width="6" height="6" {}
                        rect .stripe width="2.5" height="6" {}
                    }
                }
            }
        }
    }
}

impl ReportPage<'_> {
    /// What the signs mean.
    pub(super) fn legend(&self) -> Markup {
        let bar = |class: &str| html! { rect class=(class) x="1" width="34" y="2" height="16" {} };
        let diamond = html! { path .known d="M18 1 25 10 18 19 11 10Z" {} };
        let arrow = html! {
            g .arrow { line x1="18" x2="18" y1="1" y2="18" {} path d="M13 11 18 19 23 11Z" {} }
        };
        let signs = [
            ("known", bar("known")),
            ("presumed", bar("presumed")),
            ("perhaps", bar("perhaps")),
            ("happened", diamond),
            ("arrow", arrow),
        ];
        html! {
            ul .legend aria-label=(self.listing.plain("legend")) {
                @for (key, sign) in signs {
                    li {
                        svg .doubtful width="36" height="20" aria-hidden="true" { (sign) } " "
                        (self.listing.plain(&format!("sign-{key}")))
                    }
                }
                @for tone in ["bad", "doubtful", "soon", "plain", "good"] {
                    li {
                        svg .(tone) width="16" height="20" aria-hidden="true" {
                            rect .known width="16" y="2" height="16" {}
                        }
                        " " (self.listing.plain(&format!("colour-{tone}")))
                    }
                }
            }
        }
    }
}
