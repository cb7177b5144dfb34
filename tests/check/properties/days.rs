//! Dates and periods of the oracle: four days and plain arithmetic, written from DESIGN §3 and sharing no code with the
//! crate's own.
//!
//! Days are counted from 2000-01-01 by walking through the calendar; only years near it occur in the tests.

/// No start, or no beginning known.
pub const NEVER: i64 = i64::MIN / 4;
/// No end.
pub const ALWAYS: i64 = i64::MAX / 4;

/// A date as it is written: a year, perhaps a month, perhaps a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    pub year: i64,
    pub month: Option<i64>,
    pub day: Option<i64>,
    /// It is only about right (`~`).
    pub about: bool,
}

fn is_leap(year: i64) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

fn month_length(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The number of a day.
pub fn number(year: i64, month: i64, day: i64) -> i64 {
    let years =
        |from: i64, to: i64| (from..to).map(|year| if is_leap(year) { 366 } else { 365 }).sum::<i64>();
    let before = years(2000, year) - years(year, 2000);
    before + (1..month).map(|month| month_length(year, month)).sum::<i64>() + day - 1
}

impl Date {
    /// The first day that it may mean: about a year is one more, about a month one more, about a day a week more.
    pub fn earliest(self) -> i64 {
        match (self.about, self.month, self.day) {
            (true, Some(month), Some(day)) => number(self.year, month, day) - 7,
            (true, Some(1), None) => number(self.year - 1, 12, 1),
            (true, Some(month), None) => number(self.year, month - 1, 1),
            (true, None, _) => number(self.year - 1, 1, 1),
            (false, month, day) => number(self.year, month.unwrap_or(1), day.unwrap_or(1)),
        }
    }

    /// The last day that it may mean.
    pub fn latest(self) -> i64 {
        let last = |year: i64, month: i64| number(year, month, month_length(year, month));
        match (self.about, self.month, self.day) {
            (about, Some(month), Some(day)) => number(self.year, month, day) + if about { 7 } else { 0 },
            (true, Some(12), None) => last(self.year + 1, 1),
            (true, Some(month), None) => last(self.year, month + 1),
            (true, None, _) => last(self.year + 1, 12),
            (false, month, None) => last(self.year, month.unwrap_or(12)),
            (false, None, Some(_)) => last(self.year, 12),
        }
    }

    pub fn written(self) -> String {
        let about = if self.about { "~" } else { "" };
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}{about}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}{about}", self.year),
            _ => format!("{:04}{about}", self.year),
        }
    }
}

/// One end of a period as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Date(Date),
    /// `..`
    Open,
    /// Nothing.
    Unknown,
}

impl End {
    pub fn date(self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(date),
            _ => None,
        }
    }

    pub fn written(self) -> String {
        match self {
            Self::Date(date) => date.written(),
            Self::Open => "..".to_owned(),
            Self::Unknown => String::new(),
        }
    }
}

/// A period as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Valid {
    /// Nothing at all.
    Nothing,
    /// One date.
    On(Date),
    /// Not yet, and perhaps not before a date.
    Pending(Option<Date>),
    /// A start and an end, of which at least one says something.
    Between(End, End),
}

impl Valid {
    pub fn ends(self) -> (End, End) {
        match self {
            Self::Nothing | Self::Pending(_) => (End::Unknown, End::Unknown),
            Self::On(date) => (End::Date(date), End::Date(date)),
            Self::Between(start, end) => (start, end),
        }
    }

    /// No end is stated.
    pub fn is_open(self) -> bool {
        self.ends().1.date().is_none()
    }

    pub fn has_start(self) -> bool {
        self.ends().0.date().is_some()
    }

    /// Its earliest start lies after its latest end.
    pub fn is_inverted(self) -> bool {
        let (start, end) = self.ends();
        matches!((start.date(), end.date()), (Some(start), Some(end)) if start.earliest() > end.latest())
    }

    pub fn written(self) -> Option<String> {
        match self {
            Self::Nothing => None,
            Self::On(date) => Some(date.written()),
            Self::Pending(None) => Some("pending".to_owned()),
            Self::Pending(Some(date)) => Some(format!("[{}..]", date.written())),
            Self::Between(start, end) => Some(format!("{}/{}", start.written(), end.written())),
        }
    }

    /// The four days, with what sources confirm: the attestations as first and last day each.
    ///
    /// A missing end is not before the latest of the days for which some source confirms it at the earliest, a missing start
    /// not after the earliest of the days for which one confirms it at the latest. That somebody confirms an event later does
    /// not make it last until then.
    pub fn days(self, attested: &[(i64, i64)], event: bool) -> Days {
        if let Self::Pending(not_before) = self {
            return pending_days(not_before.map_or(NEVER, Date::earliest), attested, event);
        }
        let (start, end) = self.ends();
        let mut fe = start.date().map_or(NEVER, Date::earliest);
        let mut fl = start.date().map_or(ALWAYS, Date::latest);
        let mut ue = end.date().map_or(NEVER, Date::earliest);
        let ul = end.date().map_or(ALWAYS, Date::latest);
        if start.date().is_none() {
            fe = NEVER;
            fl = attested.iter().map(|(_, latest)| *latest).min().unwrap_or(ALWAYS);
        }
        if end.date().is_none() && !event {
            ue = attested.iter().map(|(earliest, _)| *earliest).max().unwrap_or(NEVER);
        }
        Days { fe, fl: fl.min(ul), ue: ue.max(fe), ul }
    }

    /// Says the same with finer dates.
    pub fn refines(self, coarse: Self) -> bool {
        let kind = |end: End| match end {
            End::Date(_) => 0,
            End::Open => 1,
            End::Unknown => 2,
        };
        let within = |fine: End, coarse: End| match (fine, coarse) {
            (End::Date(fine), End::Date(coarse)) => {
                coarse.earliest() <= fine.earliest() && fine.latest() <= coarse.latest()
            }
            _ => kind(fine) == kind(coarse),
        };
        let (fine, wide) = (self.ends(), coarse.ends());
        within(fine.0, wide.0) && within(fine.1, wide.1) && fine != wide
    }
}

/// The days of what is pending: it begins after the last attestation, unless that is from the earliest day on or later and
/// so says that it had begun.
fn pending_days(not_before: i64, attested: &[(i64, i64)], event: bool) -> Days {
    let last = |end: fn(&(i64, i64)) -> i64| attested.iter().map(end).max().unwrap_or(NEVER);
    let (earliest, latest) = (last(|days| days.0), last(|days| days.1));
    if not_before != NEVER && earliest >= not_before {
        let ue = if event { not_before } else { earliest };
        return Days { fe: not_before, fl: latest, ue, ul: ALWAYS };
    }
    let undecided = not_before != NEVER && latest >= not_before;
    let fe = if undecided || earliest == NEVER { not_before } else { not_before.max(earliest + 1) };
    Days { fe, fl: ALWAYS, ue: fe, ul: ALWAYS }
}

/// Start and end, each at the earliest and at the latest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    pub fe: i64,
    pub fl: i64,
    pub ue: i64,
    pub ul: i64,
}

/// Whether two rivals with these periods clash: certainly, possibly or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    Certain,
    Possible,
    None,
}

/// The law of DESIGN §3: states that share only the day of a hand-over do not clash, events do. Of a claim without an end
/// its first day counts.
pub fn clash(one: (Valid, Days), two: (Valid, Days), closed: bool) -> Clash {
    let meets = |from: i64, to: i64| if closed { from <= to } else { from < to };
    let ((valid, a), (other, b)) = (one, two);
    let into = |first: Valid, second: Valid| {
        first.ends().1.date().is_some() && same_days(first.ends().1, second.ends().0)
    };
    // A state without an end holds on its first day, so it has not ended before the next.
    let goes_on = |valid: Valid, days: Days| {
        if valid.is_open() && !closed { days.ue.max(days.fe + 1) } else { days.ue }
    };
    let begins_within = |open: Days, shut: Days| {
        let last = if closed { shut.ul } else { shut.ul - 1 };
        open.fe.max(shut.fe) <= open.fl.min(last)
    };
    let perhaps = match (valid.is_open(), other.is_open()) {
        (true, true) => false,
        (true, false) => begins_within(a, b),
        (false, true) => begins_within(b, a),
        (false, false) => meets(a.fe, b.ul) && meets(b.fe, a.ul),
    };
    // What was pending and takes part has begun.
    let begins = |valid: Valid| valid.ends().0 != End::Unknown || matches!(valid, Valid::Pending(_));
    if meets(a.fl, goes_on(other, b)) && meets(b.fl, goes_on(valid, a)) {
        Clash::Certain
    } else if begins(valid)
        && begins(other)
        && perhaps
        && (closed || !into(valid, other) && !into(other, valid))
    {
        Clash::Possible
    } else {
        Clash::None
    }
}

fn same_days(one: End, two: End) -> bool {
    match (one, two) {
        (End::Date(one), End::Date(two)) => (one.earliest(), one.latest()) == (two.earliest(), two.latest()),
        _ => false,
    }
}
