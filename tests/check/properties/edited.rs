//! Random claims dropped and closed in random claim bases, written in every format and with random comments: what is loaded
//! afterwards is what is meant, and the rest of the text is as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use erstwhile::load::edit::{ClaimEdit, EditError, Rewritten, files_after, refusal, rewrite};
use erstwhile::load::{Loaded, load};
use erstwhile::model::{ClaimId, Claims};
use erstwhile::text::Files;
use erstwhile::time::{Bound, Edge, Period, parse_date};
use proptest::prelude::*;

use super::world::World;
use super::{broken, draw, drawn, files, whole};
use crate::edits::comments;

/// White space and comments that may be between any two tokens of RON.
const GAPS: [&str; 10] = [
    "",
    "",
    "",
    " ",
    "\n",
    "\n        ",
    "\t",
    " // no, )]\n",
    " /* it's /* \"so\" */ , */ ",
    "\n// one\n    // two\n",
];

/// A text in RON with random gaps where it had none or blanks; every comment gets a number.
fn scattered(text: &str, seed: &mut u64, most: usize) -> String {
    let mut out = String::new();
    let (mut quoted, mut count) = (false, 0);
    for sign in text.chars() {
        quoted ^= sign == '"';
        let may_gap = !quoted && matches!(sign, ',' | '(' | '[' | ']' | ')' | ':');
        let gap = |seed: &mut u64| if drawn(seed, most) == 0 { GAPS[drawn(seed, GAPS.len())] } else { "" };
        for around in [false, true] {
            if around {
                out.push(sign);
            }
            if may_gap {
                let gap = gap(seed);
                count += 1;
                out.push_str(&gap.replace("so", &count.to_string()).replace("no", &count.to_string()));
            }
        }
    }
    out
}

/// Random edits: each claim is dropped, closed or left alone.
fn edits(loaded: &Loaded, seed: &mut u64) -> Vec<ClaimEdit> {
    let ends = ["2022-06-15", "2023", "2022-12", "2024~", "2021"];
    let claims: Vec<ClaimId> = loaded.base.claims.iter().collect();
    let edit = |claim: ClaimId| {
        let end = parse_date(ends[drawn(seed, ends.len())]).expect("a date");
        match drawn(seed, 4) {
            0 => Some(ClaimEdit::Drop(claim)),
            1 => Some(ClaimEdit::Close { claim, end }),
            _ => None,
        }
    };
    claims.into_iter().filter_map(edit).collect()
}

/// What must be said of a claim afterwards.
type Said = (String, Period, Vec<String>, bool, usize);

fn said(claims: &Claims, claim: ClaimId) -> Said {
    let links = claims.details(claim).into_iter().flat_map(|detail| &detail.links);
    let links = links.map(|link| format!("{} {}", link.kind.as_str(), link.to)).collect();
    let (id, period) = (claims.id(claim).to_owned(), claims.period(claim));
    (id, period, links, claims.denies(claim), claims.citations(claim).len())
}

/// A period with another end.
fn ended(period: Period, end: Bound) -> Period {
    let start = (period.start_edge() == Edge::Stated).then_some(period.start());
    if period.is_single_date() && period.end() == end {
        return period;
    }
    Period::from_parts(start, period.start_edge(), Some(end), Edge::Stated)
}

/// The claims as they should be.
fn expected(loaded: &Loaded, edits: &[ClaimEdit]) -> Vec<Said> {
    let claims = &loaded.base.claims;
    let mut ends: BTreeMap<ClaimId, Bound> = BTreeMap::new();
    let mut gone: BTreeSet<&str> = BTreeSet::new();
    for edit in edits {
        match *edit {
            ClaimEdit::Drop(claim) => drop(gone.insert(claims.id(claim))),
            ClaimEdit::Close { claim, end } => drop(ends.insert(claim, end)),
        }
    }
    let kept = claims.iter().filter(|claim| !gone.contains(claims.id(*claim)));
    kept.map(|claim| {
        let (id, period, mut links, denies, cited) = said(claims, claim);
        let period = ends.get(&claim).map_or(period, |end| ended(period, *end));
        links.retain(|link| link.split_once(' ').is_none_or(|(_, to)| !gone.contains(to)));
        (id, period, links, denies, cited)
    })
    .collect()
}

/// Makes the edits that can be made: those that are refused are left out one by one.
fn made(files: &Files, loaded: &Loaded, mut edits: Vec<ClaimEdit>) -> (Vec<ClaimEdit>, Vec<Rewritten>) {
    loop {
        let error = match rewrite(files, loaded, &edits) {
            Ok(rewritten) => return (edits, rewritten),
            Err(error) => error,
        };
        let (EditError::NotBegun { claim } | EditError::EndsBeforeStart { claim, .. }) = &error else {
            panic!("{error}\n{}", files.iter().map(|(_, file)| file.text()).next().unwrap_or_default());
        };
        edits.retain(|edit| match edit {
            ClaimEdit::Close { claim: other, .. } => loaded.base.claims.id(*other) != claim,
            ClaimEdit::Drop(_) => true,
        });
    }
}

/// What holds in every format; gives the texts of the claims before and after.
fn holds(path: &str, world: &World, text: String, seed: &mut u64) -> Result<(String, String), TestCaseError> {
    let own = if path.ends_with(".ron") { vec![] } else { vec![("claims/frame.ron", whole(world, &[]))] };
    let files = files(own.into_iter().chain([(path, text)]).collect());
    let loaded = load(&files);
    prop_assert_eq!(rewrite(&files, &loaded, &[]), Ok(Vec::new()));
    let (edits, rewritten) = made(&files, &loaded, edits(&loaded, seed));
    let after = files_after(&files, &rewritten);
    let reread = load(&after);
    let claims = &reread.base.claims;
    let found: Vec<Said> = claims.iter().map(|claim| said(claims, claim)).collect();
    prop_assert_eq!(found, expected(&loaded, &edits));
    for new in &rewritten {
        prop_assert_eq!(new.text(&files), after.get(new.file).text());
    }
    // Once more changes nothing.
    let again = edits.iter().filter_map(|edit| match *edit {
        ClaimEdit::Drop(_) => None,
        ClaimEdit::Close { claim, end } => {
            let claim = reread.index.find(claims, loaded.base.claims.id(claim)).expect("a claim that stayed");
            Some(ClaimEdit::Close { claim, end })
        }
    });
    prop_assert_eq!(rewrite(&after, &reread, &again.collect::<Vec<_>>()), Ok(Vec::new()));
    let text = |files: &Files| {
        let file = files.iter().find(|(_, file)| file.path() == path).expect("the file");
        file.1.text().to_owned()
    };
    let (old, new) = (text(&files), text(&after));
    prop_assert_eq!(loaded.base.claims.len(), world.claims.len());
    let wanted = expected(&loaded, &edits);
    let touched =
        loaded.base.claims.iter().filter(|claim| !wanted.contains(&said(&loaded.base.claims, *claim)));
    let touched: Vec<Range<usize>> =
        touched.map(|claim| loaded.base.claims.place(claim).span.range()).collect();
    // Of a table without rows nothing is left.
    for change in rewritten.iter().flat_map(|new| &new.changes).filter(|_| !claims.is_empty()) {
        let beside = change.span.range().filter(|at| !touched.iter().any(|record| record.contains(at)));
        let beside: Vec<u8> = beside.map(|at| old.as_bytes()[at]).collect();
        let beside = without_comments(&String::from_utf8_lossy(&beside));
        prop_assert!(beside.chars().all(|sign| sign == ','), "{beside:?} went with its neighbour:\n{old}");
    }
    Ok((old, new))
}

proptest! {
    #![proptest_config(super::cases(400))]

    #[test]
    fn claims_in_ron_are_edited_in_place(world in draw::world(), mut seed: u64, most in 2usize..12, crlf: bool) {
        let text = scattered(&whole(&world, &world.claims_as_ron()), &mut seed, most);
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        let (old, new) = holds("claims/all.ron", &world, text, &mut seed)?;
        prop_assert_eq!(comments(&old), comments(&new));
        let without_breaks = new.replace("\r\n", "");
        prop_assert!(!crlf || !without_breaks.contains('\n'));
    }

    #[test]
    fn claims_in_lines_are_edited_in_place(
        world in draw::world().prop_map(World::without_links), mut seed: u64, end in "(\r?\n)?",
    ) {
        let lines = world.claims_as_json();
        let (old, new) = holds("claims/some.jsonl", &world, lines.join("\n") + &end, &mut seed)?;
        prop_assert!(new.lines().count() <= old.lines().count());
    }

    #[test]
    fn claims_in_tables_are_edited_in_place(
        world in draw::world().prop_map(World::without_links).prop_map(World::without_details),
        mut seed: u64,
        end in "(\r\n)?",
    ) {
        let rows = world.claims_as_rows().join("\r\n");
        let table = format!("\u{feff}Object;Value;Not;ID;Valid;Sources;Relation;Subject\r\n{rows}{end}");
        holds("claims/some.csv", &world, table, &mut seed)?;
    }
}

proptest! {
    #![proptest_config(super::cases(300))]

    /// Whatever a file holds, the claims in it are edited or the edit is refused; nobody falls over.
    #[test]
    fn claims_in_broken_files_are_edited_or_refused(
        world in draw::world(), form in 0..3usize, mut seed: u64, turns in 1..6usize,
    ) {
        let (path, text) = match form {
            0 => ("claims/a.ron", scattered(&whole(&world, &world.claims_as_ron()), &mut seed, 9)),
            1 => ("claims/a.jsonl", world.claims_as_json().join("\n")),
            _ => ("claims/a.csv", format!("object;value;not;id;valid;sources;relation;subject\n{}", world.claims_as_rows().join("\n"))),
        };
        let files = files(vec![(path, broken(&text, seed, turns))]);
        let loaded = load(&files);
        for edit in edits(&loaded, &mut seed) {
            let refused = refusal(&files, &loaded, edit);
            let made = rewrite(&files, &loaded, &[edit]);
            // An open quote of a table reaches to other rows when those between go.
            let is_read_back = !matches!(made, Err(EditError::Misread { .. } | EditError::Unparsable { .. }));
            prop_assert!(form == 2 || is_read_back, "{edit:?} {made:?}\n{:?}", files);
            prop_assert!(refused.is_none() || made.is_err());
        }
    }
}

/// A text without comments and white space.
fn without_comments(text: &str) -> String {
    let mut text = text.to_owned();
    for comment in comments(&text) {
        text = text.replacen(&comment, "", 1);
    }
    text.retain(|sign| !sign.is_whitespace());
    text
}
