//! Statements on their way into groups: which are joined so far, and which reports make those. Which are to be joined is decided in
//! `grouping`.

/// Groups of statements, each known by one of its statements.
pub struct Joined {
    /// The group of each statement.
    roots: Vec<usize>,
    /// The statements of each group; none where a group went into another.
    members: Vec<Vec<usize>>,
    /// The reports that make any of them, in order.
    reports: Vec<Vec<usize>>,
}

impl Joined {
    /// Each statement alone, with the reports that make it.
    pub fn new(reports: Vec<Vec<usize>>) -> Self {
        let all = 0..reports.len();
        Self { roots: all.clone().collect(), members: all.map(|at| vec![at]).collect(), reports }
    }

    /// Joins the groups of two statements. The smaller goes into the larger, so that no statement moves often.
    pub fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.roots[one], self.roots[other]);
        let (small, large) =
            if self.members[one].len() < self.members[other].len() { (one, other) } else { (other, one) };
        if small == large {
            return;
        }
        let moved = std::mem::take(&mut self.members[small]);
        moved.iter().for_each(|at| self.roots[*at] = large);
        self.members[large].extend(moved);
        let mut reports = std::mem::take(&mut self.reports[small]);
        reports.append(&mut self.reports[large]);
        reports.sort_unstable();
        reports.dedup();
        self.reports[large] = reports;
    }

    /// Whether two statements are in one group.
    pub fn are_joined(&self, one: usize, other: usize) -> bool {
        self.roots[one] == self.roots[other]
    }

    /// The statements of the group of a statement.
    pub fn members(&self, of: usize) -> &[usize] {
        &self.members[self.roots[of]]
    }

    /// The reports that make a statement or one that was joined with it.
    pub fn reports(&self, of: usize) -> &[usize] {
        &self.reports[self.roots[of]]
    }

    /// Whether no report makes both, with all that was joined with each.
    pub fn are_apart(&self, one: usize, other: usize) -> bool {
        let others = self.reports(other);
        !self.are_joined(one, other) && !self.reports(one).iter().any(|report| others.contains(report))
    }

    /// The statements of each group in order, the groups by their first ones.
    pub fn groups(self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> =
            self.members.into_iter().filter(|members| !members.is_empty()).collect();
        groups.iter_mut().for_each(|statements| statements.sort_unstable());
        groups.sort_unstable();
        groups
    }
}
