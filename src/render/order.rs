//! In which order and in which groups several formats show findings: the worst first, and file by file.
//!
//! Takes the findings as the engine put them in order, by file and place, and moves none of them.

use crate::model::{Finding, Severity};

/// The numbers of all findings: errors before warnings before notes, and each in their order.
pub(super) fn worst_first(findings: &[Finding]) -> impl Iterator<Item = usize> {
    Severity::WORST_FIRST.into_iter().flat_map(move |severity| of(findings, severity))
}

/// The numbers of the findings of one severity.
pub(super) fn of(findings: &[Finding], severity: Severity) -> impl Iterator<Item = usize> {
    let numbered = findings.iter().enumerate();
    numbered.filter(move |(_, finding)| finding.severity == severity).map(|(row, _)| row)
}

/// Whether a finding is the first one of its file.
pub(super) fn opens(findings: &[Finding], row: usize) -> bool {
    row == 0 || !same_file(findings, row - 1, row)
}

/// Whether a finding is the last one of its file.
pub(super) fn closes(findings: &[Finding], row: usize) -> bool {
    row + 1 >= findings.len() || !same_file(findings, row, row + 1)
}

/// How many findings its file has from this one on.
pub(super) fn of_its_file(findings: &[Finding], row: usize) -> usize {
    let file = findings.get(row).map(|finding| finding.site.place.file);
    findings.iter().skip(row).take_while(|finding| Some(finding.site.place.file) == file).count()
}

fn same_file(findings: &[Finding], one: usize, two: usize) -> bool {
    findings[one].site.place.file == findings[two].site.place.file
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, Site};
    use crate::text::{FileId, Place};

    #[test]
    fn worst_first_and_file_by_file() {
        let finding = |(file, severity)| {
            let mut finding = Finding::new(Code::Stale, "", Site::exact(Place::new(FileId::new(file), 0, 0)));
            finding.severity = severity;
            finding
        };
        let findings: Vec<_> = [
            (0, Severity::Note),
            (0, Severity::Error),
            (2, Severity::Warning),
            (3, Severity::Error),
            (3, Severity::Note),
        ]
        .map(finding)
        .into();
        assert_eq!(worst_first(&findings).collect::<Vec<_>>(), [1, 3, 2, 0, 4]);
        let opening: Vec<_> = (0..5).filter(|row| opens(&findings, *row)).collect();
        let closing: Vec<_> = (0..5).filter(|row| closes(&findings, *row)).collect();
        assert_eq!((opening.as_slice(), closing.as_slice()), ([0, 2, 3].as_slice(), [1, 2, 4].as_slice()));
        assert_eq!([0, 2, 3].map(|row| of_its_file(&findings, row)), [2, 1, 2]);
    }
}
