//! Which entries are told, where there are more than anybody reads: what drafts say in any case, then of each section those that
//! are longest overdue, contradictions that are certain first. What has ended gets what the open sections leave.

use super::candidate::VersionedCandidate;
use crate::model::{Code, Finding, LeftOut, Section};

/// Whether each head is told, of which no more than `limit` are unless `keep` asks for it; and how many are not.
pub(super) fn told(
    heads: &[VersionedCandidate],
    findings: &[Finding],
    limit: Option<usize>,
    keep: &dyn Fn(&VersionedCandidate) -> bool,
) -> (Vec<bool>, LeftOut) {
    let Some(limit) = limit.filter(|limit| *limit < heads.len()) else {
        return (vec![true; heads.len()], LeftOut::default());
    };
    let is_certain = |head: &VersionedCandidate| {
        head.own.finding(findings).is_none_or(|finding| finding.code != Code::PossibleContradiction)
    };
    let mut told: Vec<bool> = heads.iter().map(keep).collect();
    let mut waiting: [Vec<usize>; Section::ALL.len()] = Default::default();
    for (section, waiting) in Section::ALL.into_iter().zip(&mut waiting) {
        let of_section =
            heads.iter().enumerate().filter(|(at, head)| head.own.section == section && !told[*at]);
        let of_section: Vec<usize> = of_section.map(|(at, _)| at).collect();
        let (certain, possible): (Vec<usize>, Vec<usize>) =
            of_section.into_iter().partition(|at| is_certain(&heads[*at]));
        *waiting = [certain, possible].concat();
    }
    let mut room = limit.saturating_sub(told.iter().filter(|told| **told).count());
    let [open @ .., ended] = &mut waiting;
    // The shortest section first, so that what it leaves goes to the others.
    open.sort_by_key(Vec::len);
    let mut sections = open.len();
    for waiting in open.iter().chain([&*ended]) {
        let share = room / sections.max(1);
        sections = sections.saturating_sub(1);
        for at in waiting.iter().take(share) {
            told[*at] = true;
        }
        room -= share.min(waiting.len());
    }
    let mut left_out = LeftOut::default();
    for (head, _) in heads.iter().zip(&told).filter(|(_, told)| !**told) {
        left_out.add(head.own.section, is_certain(head));
    }
    (told, left_out)
}

#[cfg(test)]
mod tests {
    use super::super::candidate::{Candidate, CandidateOrigin};
    use super::*;
    use crate::model::ClaimId;

    fn heads(counts: [usize; 6]) -> Vec<VersionedCandidate> {
        let mut heads = Vec::new();
        for (section, count) in Section::ALL.into_iter().zip(counts) {
            for _ in 0..count {
                let claim = ClaimId::new(heads.len());
                let own =
                    Candidate { section, claim, since: None, against: None, origin: CandidateOrigin::Due };
                heads.push(VersionedCandidate { own, earlier: Vec::new() });
            }
        }
        heads
    }

    fn kept(counts: [usize; 6], limit: usize, keep: &dyn Fn(&VersionedCandidate) -> bool) -> [usize; 6] {
        let heads = heads(counts);
        let (told, left_out) = told(&heads, &[], Some(limit), keep);
        Section::ALL.map(|section| {
            let all = heads.iter().zip(&told).filter(|(head, _)| head.own.section == section);
            let count = all.clone().filter(|(_, told)| **told).count();
            assert_eq!(count + left_out.count(section), all.count());
            count
        })
    }

    #[test]
    fn open_sections_share_and_what_has_ended_gets_the_rest() {
        let none = |_: &VersionedCandidate| false;
        assert_eq!(kept([1, 2, 3, 4, 5, 6], 100, &none), [1, 2, 3, 4, 5, 6]);
        assert_eq!(kept([1, 2, 3, 4, 5, 6], 17, &none), [1, 2, 3, 4, 5, 2]);
        assert_eq!(kept([10, 0, 100, 1, 100, 100], 50, &none), [10, 0, 19, 1, 20, 0]);
        assert_eq!(kept([10, 0, 100, 1, 100, 100], 0, &none), [0; 6]);
        assert_eq!(
            kept([4, 0, 0, 0, 0, 9], 2, &|head| head.own.section == Section::Ended),
            [0, 0, 0, 0, 0, 9]
        );
    }

    #[test]
    fn the_first_of_a_section_are_told() {
        let heads = heads([5, 0, 0, 0, 0, 0]);
        let (told, _) = told(&heads, &[], Some(2), &|_| false);
        assert_eq!(told, [true, true, false, false, false]);
    }
}
