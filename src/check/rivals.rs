//! Findings about claims that exclude each other: contradiction, possible contradiction, supersession.
//!
//! All kinds that compare claims over time share this wording, so that the same problem reads the same everywhere.

use std::fmt::{self, Display};
use std::sync::Arc;

use super::found::Found;
use super::law::LawWords;
use super::sweep;
use super::told::{authority, say, when};
use crate::graph::{Rivalry, Succession, View, ViewRow, taken_over};
use crate::model::{ClaimId, Code, Finding, Site, Text, words};
use crate::time::{Conflict, Day, Period, in_words, known_shared_days, shared_days};

/// What has become of the rivals within a group: what clashes, and what has been taken over.
pub fn within(view: &View<'_>, group: &[ViewRow], rivalry: &Rivalry<'_>) -> impl Iterator<Item = Found> {
    let clashes = sweep::clashes(group, rivalry).into_iter().filter_map(|clash| match clash {
        Found::Clash(one, two, _) if view.are_settled(one, two) => None,
        // The one that begins first comes first; ids decide where dates do not, never the order of files.
        Found::Clash(one, two, conflict) if view.begun_by(one) > view.begun_by(two) => {
            Some(Found::Clash(two, one, conflict))
        }
        other => Some(other),
    });
    clashes.chain(taken_over(view, group, rivalry).into_iter().map(Found::TakenOver))
}

/// Each of these claims with the first before it that excludes it, whatever the time.
pub fn whenever(rows: &[ViewRow], excludes: impl Fn(&ViewRow, &ViewRow) -> bool) -> Vec<Found> {
    /// The first one nearly always excludes it, unless they are parts of each other.
    const LOOK_BACK: usize = 100;
    let first = |(at, row): (usize, &ViewRow)| {
        let first = rows[..at].iter().take(LOOK_BACK).find(|earlier| excludes(earlier, row))?;
        Some(Found::NeverBoth(first.claim, row.claim))
    };
    rows.iter().enumerate().filter_map(first).collect()
}

/// The finding for two rivals whose periods clash.
pub fn clash(view: &View<'_>, older: ClaimId, newer: ClaimId, conflict: Conflict, law: &LawWords) -> Finding {
    let claims = view.claims();
    let (one, two) = (view.period(older), view.period(newer));
    let (first, second) = (say(view.graph.base, older), say(view.graph.base, newer));
    let (code, message, advice) = if conflict == Conflict::Certain {
        let when = match (known_shared_days(one, two), shared_days(one, two)) {
            (Some(known), _) => during("from", known, "to"),
            // Whichever days are meant, the two meet; which days those are cannot be said.
            (None, Some((from, until))) => ("at some time between", from, Some(("and", until))),
            (None, None) => NEVER,
        };
        let when = days(when);
        let message = words!("{second} and {first} cannot both be true, but both are known to hold{when}");
        (Code::Contradiction, message, &law.end_one)
    } else {
        let when = days(shared_days(one, two).map_or(NEVER, |shared| during("between", shared, "and")));
        let message = words!(
            "{second} and {first} cannot both be true, and their dates leave open whether both hold{when}"
        );
        (Code::PossibleContradiction, message, &law.be_exact)
    };
    Finding::new(code, message, Site::field(claims.place(newer), "valid"))
        .label(words!("holds {} ({})", when(view, newer), authority(view, newer)))
        .help(Arc::clone(advice))
        .about(claims.id(newer))
        .about(claims.id(older))
        .related(
            words!("`{}` holds {} ({})", claims.id(older), when(view, older), authority(view, older)),
            Site::field(claims.place(older), "valid"),
        )
}

/// A word and a day, perhaps with another word and day; nothing without a word.
type Days = (&'static str, Day, Option<(&'static str, Day)>);

const NEVER: Days = ("", Day::MIN, None);

fn during(word: &'static str, (from, until): (Day, Day), and: &'static str) -> Days {
    if from == until { ("on", from, None) } else { (word, from, Some((and, until))) }
}

/// Days in words, with a blank before them.
fn days((word, from, until): Days) -> impl Display {
    fmt::from_fn(move |f| match until {
        _ if word.is_empty() => Ok(()),
        None => write!(f, " {word} {}", in_words::day(from)),
        Some((and, until)) => write!(f, " {word} {} {and} {}", in_words::day(from), in_words::day(until)),
    })
}

/// The finding for two claims of which only one can be true, whatever their dates.
pub fn never_both(view: &View<'_>, first: ClaimId, claim: ClaimId, law: &LawWords) -> Finding {
    let claims = view.claims();
    let base = view.graph.base;
    let message =
        words!("{} and {} cannot both be true, at whatever time", say(base, claim), say(base, first));
    Finding::new(Code::Contradiction, message, Site::field(claims.place(claim), "valid"))
        .label(words!("{} ({})", when(view, claim), authority(view, claim)))
        .help(words!(
            "{}. Correct the one that is wrong, or let the right one say `corrects: [\"…\"]`",
            law.words()
        ))
        .about(claims.id(claim))
        .about(claims.id(first))
        .related(
            words!("`{}`: {} ({})", claims.id(first), when(view, first), authority(view, first)),
            Site::field(claims.place(first), "valid"),
        )
}

/// Many claims at once: all of them named in the data, a few of them shown.
pub fn cluster(view: &View<'_>, members: &[ClaimId], pairs: usize, law: &LawWords) -> Option<Finding> {
    const SHOWN: usize = 3;
    let claims = view.claims();
    let mut members = members.to_vec();
    members.sort_by_key(|claim| (view.period(*claim).fl(), claims.id(*claim).to_owned()));
    let first = *members.first()?;
    let count = members.len();
    let message = words!(
        "{count} claims exclude each other in {pairs} pairs, among them {}",
        say(view.graph.base, first)
    );
    let mut finding = Finding::new(Code::Contradiction, message, Site::field(claims.place(first), "valid"))
        .label(words!("the first of {count} claims that hold at the same time"))
        .help(words!(
            "{}. So many at once are rarely single mistakes: look at where these claims come from",
            law.words()
        ));
    finding.pairs = pairs;
    for claim in &members {
        finding = finding.about(claims.id(*claim));
    }
    for claim in members.iter().skip(1).take(SHOWN) {
        let label = words!("`{}` holds {}", claims.id(*claim), when(view, *claim));
        finding = finding.related(label, Site::field(claims.place(*claim), "valid"));
    }
    Some(finding)
}

/// The finding for a claim that is still open although another has taken over.
pub fn superseded(view: &View<'_>, taken: Succession, law: &LawWords) -> Finding {
    let claims = view.claims();
    let Succession { older, newer, certain, .. } = taken;
    let start = claims.period(newer).start();
    let (old, new) = (say(view.graph.base, older), say(view.graph.base, newer));
    let since = in_words::when(start);
    let says = fmt::from_fn(|f| match view.supports(newer).next() {
        Some(_) => write!(f, ", says {}", authority(view, newer)),
        None => Ok(()),
    });
    let (message, help) = if certain {
        (
            words!("{old} is still open, but {new} took over {since}{says}"),
            Text::from(words!(
                "{}. Close `{}` on that day: `valid: \"{}\"`",
                law.words(),
                claims.id(older),
                closed(view, older, newer)
            )),
        )
    } else {
        (
            if claims.period(newer).is_open() {
                words!(
                    "{old} and {new} are both still open, and their dates do not say which of them took over"
                )
            } else {
                words!(
                    "{old} is still open, and its dates do not say whether it began before {new} or after it"
                )
            },
            Text::from(Arc::clone(&law.close_one)),
        )
    };
    Finding::new(Code::Superseded, message, Site::field(claims.place(older), "valid"))
        .label(words!("open: holds {} ({})", when(view, older), authority(view, older)))
        .help(help)
        .about(claims.id(older))
        .about(claims.id(newer))
        .related(
            words!("`{}` holds {} ({})", claims.id(newer), when(view, newer), authority(view, newer)),
            Site::field(claims.place(newer), "valid"),
        )
}

/// The period of the older claim, ended where the newer one begins.
fn closed(view: &View<'_>, older: ClaimId, newer: ClaimId) -> Period {
    let claims = view.claims();
    claims.period(older).ended_on(claims.period(newer).start())
}
