//! Integers in place of names: one type per kind of thing, so that they cannot be mixed up.

use std::num::NonZeroU32;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(NonZeroU32);

        impl $name {
            /// The first row of its table.
            pub const FIRST: Self = Self(NonZeroU32::MIN);

            /// The id at `index` of its table. Tables end at 4,294,967,293 rows, far above what fits in memory.
            #[must_use]
            pub fn new(index: usize) -> Self {
                let number = u32::try_from(index).unwrap_or(u32::MAX - 1);
                Self(NonZeroU32::MIN.saturating_add(number))
            }

            /// The row of its table.
            #[must_use]
            pub fn index(self) -> usize {
                (self.0.get() - 1) as usize
            }
        }

        impl crate::store::RowId for $name {
            fn from_row(row: usize) -> Self {
                Self::new(row)
            }

            fn row(self) -> usize {
                self.index()
            }
        }
    };
}

id!(
    /// A claim, by its row in [`super::Claims`].
    ClaimId
);
id!(
    /// An entity, by its row in [`super::Entities`].
    EntityId
);
id!(
    /// A relation, by its row in [`super::Relations`].
    RelationId
);
id!(
    /// A source, by its row in [`super::Sources`].
    SourceId
);
id!(
    /// A value (amount, date or text), by its row in [`super::Values`].
    ValueId
);
