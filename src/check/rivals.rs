//! Findings about claims that exclude each other: contradiction, possible contradiction, supersession.
//!
//! All kinds that compare claims over time share this wording, so that the same problem reads the same everywhere.

use std::fmt::{self, Display};
use std::sync::Arc;

use super::law::LawWords;
use super::succession::{self, Succession};
use super::sweep::{self, Clash, Rivalry};
use super::told::{authority, say, when};
use crate::graph::{Row, View};
use crate::model::{ClaimId, Code, Finding, LinkKind, Site, Text, words};
use crate::time::{Conflict, Day, Period, in_words, known_shared_days, shared_days};

/// What has become of rivals.
#[derive(Debug, Clone)]
pub enum Rivals {
    /// They clash.
    Clash(Clash),
    /// One has taken over.
    TakenOver(Succession),
}

/// What has become of the rivals within a group: what clashes, and what has been taken over.
pub fn within(view: &View<'_>, group: &[Row], rivalry: &Rivalry<'_>) -> impl Iterator<Item = Rivals> {
    let clashes = sweep::clashes(group, rivalry).into_iter().map(Rivals::Clash);
    clashes.chain(succession::inferred(view, group, rivalry).into_iter().map(Rivals::TakenOver))
}

/// The findings about what has become of rivals.
pub fn findings(view: &View<'_>, rivals: &[Rivals], law: &LawWords) -> Vec<Finding> {
    let claims = |rivals: &Rivals, wanted: &mut Vec<ClaimId>| match rivals {
        Rivals::Clash(Clash::Pair(one, two, _)) => wanted.extend([one, two]),
        Rivals::Clash(Clash::Cluster(..)) => {}
        Rivals::TakenOver(Succession { older, newer, .. }) => wanted.extend([older, newer]),
    };
    let words = |rivals: &Rivals, found: &mut Vec<Finding>| match rivals {
        Rivals::Clash(clash) => found.extend(clash_finding(view, clash, law)),
        Rivals::TakenOver(taken) => found.push(superseded(view, *taken, law)),
    };
    view.fetching(rivals, claims, words)
}

/// Findings about rivals within a group whatever the time: each claim with the first rival before it.
pub fn whenever(view: &View<'_>, group: &[Row], rivalry: &Rivalry<'_>, law: &LawWords) -> Vec<Finding> {
    /// More claims of one group that are no rivals of each other than this are not looked through one by one.
    const LOOK_BACK: usize = 100;
    let mut rows = group.to_vec();
    rows.sort_by_key(|row| (row.period.fl(), view.claims().id(row.claim)));
    let mut found = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let excluded =
            |earlier: &&Row| rivalry.excludes(earlier, row) && !are_settled(view, earlier.claim, row.claim);
        let first = rows[..at].iter().take(LOOK_BACK).find(excluded);
        found.extend(first.map(|first| never_both(view, first.claim, row.claim, law)));
    }
    found
}

fn clash_finding(view: &View<'_>, clash: &Clash, law: &LawWords) -> Option<Finding> {
    match *clash {
        Clash::Pair(one, two, conflict) => {
            let (older, newer) = in_order(view, one, two);
            if are_settled(view, one, two) {
                return None;
            }
            Some(if conflict == Conflict::Certain {
                contradiction(view, older, newer, law)
            } else {
                perhaps(view, older, newer, law)
            })
        }
        Clash::Cluster(ref claims, pairs) => cluster(view, claims, pairs, law),
    }
}

/// Whether a link says how two claims stand to each other: a declared supersession of an open claim is told as such, and
/// a repetition contradicts nothing.
pub fn are_settled(view: &View<'_>, one: ClaimId, two: ClaimId) -> bool {
    settled(view, one, two) || settled(view, two, one)
}

fn settled(view: &View<'_>, older: ClaimId, newer: ClaimId) -> bool {
    view.graph.supersession.links_from(newer).iter().any(|(kind, other)| {
        *other == older
            && match kind {
                LinkKind::Supersedes => view.period(older).is_open(),
                LinkKind::Corrects | LinkKind::Repeats => true,
            }
    })
}

/// The one that begins first comes first; the ids decide where the dates do not, never the order of files.
pub fn in_order(view: &View<'_>, one: ClaimId, two: ClaimId) -> (ClaimId, ClaimId) {
    let key = |claim: ClaimId| {
        let period = view.period(claim);
        (period.fl(), period.fe(), view.claims().id(claim))
    };
    if key(one) <= key(two) { (one, two) } else { (two, one) }
}

fn contradiction(view: &View<'_>, older: ClaimId, newer: ClaimId, law: &LawWords) -> Finding {
    let (one, two) = (view.period(older), view.period(newer));
    let when = match (known_shared_days(one, two), shared_days(one, two)) {
        (Some((from, until)), _) if from == until => ("on", from, None),
        (Some((from, until)), _) => ("from", from, Some(("to", until))),
        // Whichever days are meant, the two meet; which days those are cannot be said.
        (None, Some((from, until))) => ("at some time between", from, Some(("and", until))),
        (None, None) => ("", Day::MIN, None),
    };
    let when = days(when);
    let (first, second) = (say(view.graph.base, older), say(view.graph.base, newer));
    let message = words!("{second} and {first} cannot both be true, but both are known to hold{when}");
    pair(view, Code::Contradiction, message, older, newer).help(Arc::clone(&law.end_one))
}

fn perhaps(view: &View<'_>, older: ClaimId, newer: ClaimId, law: &LawWords) -> Finding {
    let when = match shared_days(view.period(older), view.period(newer)) {
        Some((from, until)) if from == until => ("on", from, None),
        Some((from, until)) => ("between", from, Some(("and", until))),
        None => ("", Day::MIN, None),
    };
    let when = days(when);
    let (first, second) = (say(view.graph.base, older), say(view.graph.base, newer));
    let message = words!(
        "{second} and {first} cannot both be true, and their dates leave open whether both hold{when}"
    );
    pair(view, Code::PossibleContradiction, message, older, newer).help(Arc::clone(&law.be_exact))
}

/// A word and a day, perhaps with another word and day, and a blank before all; without the first word nothing.
fn days((word, from, until): (&'static str, Day, Option<(&'static str, Day)>)) -> impl Display {
    fmt::from_fn(move |f| match until {
        _ if word.is_empty() => Ok(()),
        None => write!(f, " {word} {}", in_words::day(from)),
        Some((and, until)) => write!(f, " {word} {} {and} {}", in_words::day(from), in_words::day(until)),
    })
}

fn pair(view: &View<'_>, code: Code, message: String, older: ClaimId, newer: ClaimId) -> Finding {
    let claims = view.claims();
    Finding::new(code, message, Site::field(claims.place(newer), "valid"))
        .label(words!("holds {} ({})", when(view, newer), authority(view, newer)))
        .about(claims.id(newer))
        .about(claims.id(older))
        .related(
            words!("`{}` holds {} ({})", claims.id(older), when(view, older), authority(view, older)),
            Site::field(claims.place(older), "valid"),
        )
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
fn cluster(view: &View<'_>, members: &[ClaimId], pairs: usize, law: &LawWords) -> Option<Finding> {
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
    let Succession { older, newer, certain } = taken;
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
