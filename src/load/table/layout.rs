//! What is between the values of a line of JSON, predicted from the lines before.

use super::row::TableColumn;

/// What was between the value of each column (the last one: before all) and the next value when it was read last:
/// `,"relation":`. Lines of one table are written alike, and comparing a line with its prediction is much faster than
/// parsing it.
#[derive(Default)]
pub struct LineLayout<'a> {
    next: [Option<Separator<'a>>; TableColumn::NAMES.len() + 1],
}

/// What is expected before a value.
#[derive(Clone, Copy)]
struct Separator<'a> {
    between: &'a str,
    column: TableColumn,
    /// The bytes of a short one as a number, and which bits of it count: one comparison instead of a call.
    short: u128,
    mask: u128,
}

/// The most bytes that fit in a number.
const SHORT: usize = size_of::<u128>();

impl Separator<'_> {
    #[inline]
    fn begins(&self, rest: &[u8]) -> bool {
        match rest.first_chunk::<SHORT>() {
            Some(chunk) if self.mask != 0 => u128::from_le_bytes(*chunk) & self.mask == self.short,
            _ => rest.starts_with(self.between.as_bytes()),
        }
    }
}

impl<'a> LineLayout<'a> {
    /// Stands for the column before the first one.
    pub const START: usize = TableColumn::NAMES.len();

    /// If `rest` begins as predicted: the length of the separator, and the column of the value after it.
    #[inline]
    pub fn predict(&self, from: usize, rest: &[u8]) -> Option<(usize, TableColumn)> {
        let separator = self.next[from].as_ref()?;
        separator.begins(rest).then_some((separator.between.len(), separator.column))
    }

    /// Remembers what was between the value of the column `from` and that of `column`.
    pub fn learn(&mut self, from: usize, between: &'a str, column: TableColumn) {
        let mut bytes = [[0; SHORT]; 2];
        if between.len() <= SHORT {
            bytes[0][..between.len()].copy_from_slice(between.as_bytes());
            bytes[1][..between.len()].fill(u8::MAX);
        }
        let [short, mask] = bytes.map(u128::from_le_bytes);
        self.next[from] = Some(Separator { between, column, short, mask });
    }
}
