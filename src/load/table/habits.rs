//! How the lines of a table are written beside their values, learnt from the lines before.

use super::row::Column;

/// What stood between the value of each column (the last one: before all) and the next value when it was read last:
/// `,"relation":`. Whoever writes a table writes it the same way on every line, and comparing all of that with what is
/// expected is much faster than reading it.
#[derive(Default)]
pub struct Habits<'a> {
    next: [Option<Habit<'a>>; Column::NAMES.len() + 1],
}

/// What stood before a value.
#[derive(Clone, Copy)]
struct Habit<'a> {
    between: &'a str,
    column: Column,
    /// The bytes of a short one as a number, and which bits of it count: one comparison instead of a call.
    short: u128,
    mask: u128,
}

/// The most bytes that fit in a number.
const SHORT: usize = size_of::<u128>();

impl Habit<'_> {
    #[inline]
    fn begins(&self, rest: &[u8]) -> bool {
        match rest.first_chunk::<SHORT>() {
            Some(chunk) if self.mask != 0 => u128::from_le_bytes(*chunk) & self.mask == self.short,
            _ => rest.starts_with(self.between.as_bytes()),
        }
    }
}

impl<'a> Habits<'a> {
    /// Stands for the column before the first one.
    pub const START: usize = Column::NAMES.len();

    /// How many bytes of `rest` lead to the next value as they did before, and whose value that is.
    #[inline]
    pub fn usual(&self, from: usize, rest: &[u8]) -> Option<(usize, Column)> {
        let habit = self.next[from].as_ref()?;
        habit.begins(rest).then_some((habit.between.len(), habit.column))
    }

    /// Remembers what stood between the value of the column `from` and that of `column`.
    pub fn learn(&mut self, from: usize, between: &'a str, column: Column) {
        let mut bytes = [[0; SHORT]; 2];
        if between.len() <= SHORT {
            bytes[0][..between.len()].copy_from_slice(between.as_bytes());
            bytes[1][..between.len()].fill(u8::MAX);
        }
        let [short, mask] = bytes.map(u128::from_le_bytes);
        self.next[from] = Some(Habit { between, column, short, mask });
    }
}
