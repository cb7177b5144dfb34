//! Why `report` lists a claim.

use super::{Attested, facts};
use crate::model::ClaimId;
use crate::time::{Bound, Day, Length};

facts! {
    /// Why a claim is in the list of what is outdated.
    ReportFact {
        /// It is still open, and another has taken over.
        TakenOver "listed-taken-over" { newer: Attested }
        /// It and another are both open, and their dates do not say which took over.
        BothOpen "listed-both-open" { newer: ClaimId }
        /// It has ended; `next` is `nothing` if nothing took its place.
        Ended "listed-ended" { end: Bound, next: &'static str }
        /// It will end; `perhaps` is `over` if that day may have passed.
        Ends "listed-ends" { end: Bound, perhaps: &'static str }
        /// It was confirmed too long ago.
        Stale "listed-stale" { claim: Attested, confirmed: Bound, recheck: Option<Length> }
        /// It had not begun when it was last confirmed, which is too long ago, or may have begun since a day.
        Awaited "listed-awaited" {
            claim: Attested, confirmed: Option<Bound>, not_before: Option<Day>, recheck: Option<Length>,
        }
        /// It is pending, and another says that it has begun.
        Realised "listed-realised" { newer: Attested }
        /// It is pending and may begin from this day on.
        MayBegin "listed-may-begin" { not_before: Day }
        /// It is due for a recheck soon.
        Due "listed-due" { claim: Attested, confirmed: Bound, recheck: Length }
        /// It has this many sources, which is too few.
        Unsourced "listed-unsourced" { sources: usize, disputed: &'static str }
        /// Others exclude it: `certain` if all are known to hold, on these days.
        Excluded "listed-excluded" { how: &'static str, others: Box<[ClaimId]>, from: Option<Day>, to: Option<Day> }
    }
}
