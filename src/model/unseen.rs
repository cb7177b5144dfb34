//! What a run did not look at, and why, so that silence is not taken for a pass.

/// Why something was not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnseenReason {
    /// A document of a kind that is not read.
    OtherKind,
    /// A file among claims and rules of a kind that is not read.
    OtherData,
    /// Git ignores it.
    Ignored,
    /// A pattern of the command line or the settings leaves it out.
    Excluded,
    /// Its name begins with a dot.
    Hidden,
    /// A page that the program made.
    OwnPage,
    /// A link that leads nowhere, or a pipe or device.
    NoFile,
}

impl UnseenReason {
    /// The word for it in output.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OtherKind => "other-kind",
            Self::OtherData => "other-data",
            Self::Ignored => "ignored",
            Self::Excluded => "excluded",
            Self::Hidden => "hidden",
            Self::OwnPage => "own-page",
            Self::NoFile => "no-file",
        }
    }
}

/// Files and folders that were not looked at for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unseen {
    /// Why.
    pub reason: UnseenReason,
    /// How many.
    pub count: usize,
    /// The paths of the first of them.
    pub paths: Vec<String>,
}

impl Unseen {
    /// How many are named.
    const NAMED: usize = 10;

    /// Adds to a list something that was not looked at.
    pub fn note(list: &mut Vec<Self>, reason: UnseenReason, path: impl Into<String>) {
        let at = list.iter().position(|one| one.reason == reason).unwrap_or_else(|| {
            list.push(Self { reason, count: 0, paths: Vec::new() });
            list.len() - 1
        });
        let one = &mut list[at];
        one.count += 1;
        if one.paths.len() < Self::NAMED {
            one.paths.push(path.into());
        }
    }

    /// Two lists as one, in the order of reasons.
    #[must_use]
    pub fn together(mut list: Vec<Self>, other: Vec<Self>) -> Vec<Self> {
        for Self { reason, count, paths } in other {
            match list.iter_mut().find(|one| one.reason == reason) {
                Some(one) => {
                    one.count += count;
                    one.paths.extend(paths);
                    one.paths.truncate(Self::NAMED);
                }
                None => list.push(Self { reason, count, paths }),
            }
        }
        list.sort_by_key(|one| one.reason);
        list
    }
}
