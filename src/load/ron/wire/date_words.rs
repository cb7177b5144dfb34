//! The shape of a language pack's `dates`, as it stands in RON. One field for each role, and no others.

use serde::Deserialize;

use crate::model::{DateRole, DateUnit};

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitWire {
    Day,
    Week,
    Month,
    Year,
}

impl From<UnitWire> for DateUnit {
    fn from(unit: UnitWire) -> Self {
        match unit {
            UnitWire::Day => Self::Day,
            UnitWire::Week => Self::Week,
            UnitWire::Month => Self::Month,
            UnitWire::Year => Self::Year,
        }
    }
}

/// `(phrase: "last year", unit: year, shift: -1)`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Relative")]
pub struct RelativeWire {
    pub phrase: String,
    pub unit: UnitWire,
    pub shift: i32,
}

/// The names of the units.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Units")]
pub struct UnitsWire {
    pub day: Vec<String>,
    pub week: Vec<String>,
    pub month: Vec<String>,
    pub year: Vec<String>,
}

/// Declares `DateWordsWire` with a list for each role.
macro_rules! date_words {
    ($($field:ident: $role:ident),* $(,)?) => {
        /// `dates` of a language pack.
        #[derive(Debug, Default, Deserialize)]
        #[serde(default, deny_unknown_fields, rename = "Dates")]
        pub struct DateWordsWire {
            pub day_first: Option<bool>,
            pub modifiers_follow: bool,
            pub from_to: Vec<Vec<String>>,
            pub from_on: Vec<Vec<String>>,
            pub relative: Vec<RelativeWire>,
            pub numbers: Vec<Vec<String>>,
            pub ordinals: Vec<Vec<String>>,
            pub units: UnitsWire,
            $(pub $field: Vec<String>,)*
        }

        impl DateWordsWire {
            /// Takes out the lists of words, each with what it is for.
            pub fn take_words(&mut self) -> Vec<(DateRole, Vec<String>)> {
                use std::mem::take;
                vec![
                    $((DateRole::$role, take(&mut self.$field)),)*
                    (DateRole::Day, take(&mut self.units.day)),
                    (DateRole::Week, take(&mut self.units.week)),
                    (DateRole::Month, take(&mut self.units.month)),
                    (DateRole::Year, take(&mut self.units.year)),
                ]
            }
        }
    };
}

date_words! {
    not_until: NotUntil,
    since: Since,
    until: Until,
    up_to: UpTo,
    before: Before,
    after: After,
    as_of: AsOf,
    by: By,
    on: On,
    on_day: OnDay,
    weak: Weak,
    determiners: Determiner,
    dated_nouns: DatedNoun,
    fillers: Filler,
    to: To,
    and: And,
    now: Now,
    of: Of,
    year_words: YearWord,
    early: Early,
    mid: Mid,
    late: Late,
    earlier: Earlier,
    later: Later,
    last: Last,
    this: This,
    next: Next,
    ago: Ago,
    ahead: Ahead,
    past_before: PastBefore,
    past_behind: PastBehind,
    quarter: Quarter,
    quarter_letters: QuarterLetter,
    half: Half,
    half_letters: HalfLetter,
    fiscal: Fiscal,
    fiscal_letters: FiscalLetter,
    decade: Decade,
    day_suffixes: DaySuffix,
    counted: Counted,
    capital_only: CapitalOnly,
}
