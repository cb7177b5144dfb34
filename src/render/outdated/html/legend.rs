//! What the signs of the timelines mean, and the hatchings that all drawings share.

use std::io::{self, Write};

/// The hatching of what may be, once for each colour.
const TONES: [&str; 6] = ["bad", "doubtful", "soon", "plain", "good", "past"];

/// The hatchings that the bars of all drawings use.
pub(super) fn patterns(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>")?;
    for tone in TONES {
        writeln!(
            out,
            "<pattern id=\"hatch-{tone}\" class=\"{tone}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><rect class=\"wash\" width=\"6\" height=\"6\"/><rect class=\"stripe\" width=\"2.5\" height=\"6\"/></pattern>"
        )?;
    }
    writeln!(out, "</defs></svg>")
}

/// What the signs mean.
pub(super) fn legend(out: &mut dyn Write) -> io::Result<()> {
    const SIGNS: [(&str, &str); 5] = [
        ("<rect class=\"known\" x=\"1\" width=\"34\" y=\"2\" height=\"16\"/>", "known to hold"),
        (
            "<rect class=\"presumed\" x=\"1\" width=\"34\" y=\"2\" height=\"16\"/>",
            "presumed to go on: nobody has vouched for it since",
        ),
        (
            "<rect class=\"perhaps\" x=\"1\" width=\"34\" y=\"2\" height=\"16\"/>",
            "perhaps: its dates are no more exact",
        ),
        ("<path class=\"known\" d=\"M18 1 25 10 18 19 11 10Z\"/>", "happened"),
        (
            "<g class=\"arrow\"><line x1=\"18\" x2=\"18\" y1=\"1\" y2=\"18\"/><path d=\"M13 11 18 19 23 11Z\"/></g>",
            "replaced by",
        ),
    ];
    const COLOURS: [(&str, &str); 5] = [
        ("bad", "superseded, in contradiction"),
        ("doubtful", "ended, stale"),
        ("soon", "coming up"),
        ("plain", "unsourced; over and not listed"),
        ("good", "in force, not listed"),
    ];
    writeln!(out, "<ul class=\"legend\" aria-label=\"What the signs mean\">")?;
    for (sign, words) in SIGNS {
        writeln!(
            out,
            "<li><svg class=\"doubtful\" width=\"36\" height=\"20\" aria-hidden=\"true\">{sign}</svg> {words}</li>"
        )?;
    }
    for (tone, words) in COLOURS {
        writeln!(
            out,
            "<li><svg class=\"{tone}\" width=\"16\" height=\"20\" aria-hidden=\"true\"><rect class=\"known\" width=\"16\" y=\"2\" \
             height=\"16\"/></svg> {words}</li>"
        )?;
    }
    writeln!(out, "</ul>")
}
