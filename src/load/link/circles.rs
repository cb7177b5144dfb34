//! Relations that are narrower than each other in a circle: each would say what the others say. An error; the links of the
//! circle are left out, so that nothing follows from it.

use crate::model::{Base, Code, FileFact, Finding, RelationId, Site};

/// Takes the links within circles out of the relations, and says which they are.
pub fn break_up(base: &mut Base) -> Vec<Finding> {
    let relations = &base.relations;
    let mut broader: Vec<Vec<usize>> = vec![Vec::new(); relations.len()];
    for (id, record) in relations.described() {
        broader[id.index()] = record.narrower_than.iter().map(|other| other.index()).collect();
    }
    let circle_of = circles(&broader);
    let is_link = |one: usize, two: usize| circle_of[one].is_some() && circle_of[one] == circle_of[two];
    let mut members: Vec<(usize, RelationId)> =
        relations.iter().filter_map(|id| Some((circle_of[id.index()]?, id))).collect();
    members.sort_by_key(|(circle, id)| (*circle, relations.id(*id)));
    let found = members.chunk_by(|one, two| one.0 == two.0).filter_map(|circle| {
        let place = relations.record(circle.first()?.1)?.place;
        let id = relations.id(circle[0].1);
        let fact = FileFact::NarrowerCircle { relation: id.to_owned(), more: circle.len() - 1 };
        Some(Finding::new(Code::MalformedRecord, fact, Site::field(place, "narrower_than")).about(id).key(id))
    });
    let found = found.collect();
    for (_, id) in members {
        if let Some(record) = base.relations.record_mut(id) {
            record.narrower_than.retain(|other| !is_link(id.index(), other.index()));
        }
    }
    found
}

/// For each node the number of the circle that it is in, if it is in one: its strongly connected component (Kosaraju and
/// Sharir 1981), if that has a link.
fn circles(links: &[Vec<usize>]) -> Vec<Option<usize>> {
    if links.iter().all(Vec::is_empty) {
        return vec![None; links.len()];
    }
    let mut order = Vec::with_capacity(links.len());
    let mut seen = vec![false; links.len()];
    for start in 0..links.len() {
        walk(links, start, &mut seen, &mut |node| order.push(node));
    }
    let mut back: Vec<Vec<usize>> = vec![Vec::new(); links.len()];
    for (from, to) in links.iter().enumerate().flat_map(|(from, to)| to.iter().map(move |to| (from, *to))) {
        back[to].push(from);
    }
    let mut found = vec![None; links.len()];
    let mut seen = vec![false; links.len()];
    let mut component = Vec::new();
    for start in order.into_iter().rev() {
        component.clear();
        walk(&back, start, &mut seen, &mut |node| component.push(node));
        if component.len() > 1 || links[start].contains(&start) {
            component.iter().for_each(|node| found[*node] = Some(start));
        }
    }
    found
}

/// Visits what can be reached from a node and was not seen, each behind all that it leads to.
fn walk(links: &[Vec<usize>], start: usize, seen: &mut [bool], visit: &mut dyn FnMut(usize)) {
    if std::mem::replace(&mut seen[start], true) {
        return;
    }
    let mut path = vec![(start, 0)];
    while let Some((node, next)) = path.last_mut() {
        match links[*node].get(*next) {
            Some(to) => {
                *next += 1;
                if !std::mem::replace(&mut seen[*to], true) {
                    path.push((*to, 0));
                }
            }
            None => {
                visit(*node);
                path.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whether `to` can be reached from `from` by at least one link.
    fn reaches(links: &[Vec<usize>], from: usize, to: usize) -> bool {
        let mut seen = vec![false; links.len()];
        let mut open = links[from].clone();
        while let Some(node) = open.pop() {
            if node == to {
                return true;
            }
            if !std::mem::replace(&mut seen[node], true) {
                open.extend(&links[node]);
            }
        }
        false
    }

    proptest! {
        #[test]
        fn nodes_of_a_circle_reach_each_other(links in prop::collection::vec(prop::collection::vec(0usize..7, 0..3), 7)) {
            let found = circles(&links);
            for one in 0..links.len() {
                prop_assert_eq!(found[one].is_some(), reaches(&links, one, one));
                for two in (0..links.len()).filter(|two| *two != one) {
                    let together = reaches(&links, one, two) && reaches(&links, two, one);
                    prop_assert_eq!(found[one].is_some() && found[one] == found[two], together);
                }
            }
        }
    }
}
