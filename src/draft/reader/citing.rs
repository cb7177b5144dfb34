//! Citations: stub
use super::sentence::{SentenceReader, Surroundings};
use crate::draft::block::Block;
use crate::model::{Base, Cited};
use std::ops::Range;
/// x
#[derive(Debug)]
pub struct Citing;
impl Citing {
    /// x
    #[must_use]
    pub fn new(_base: &Base) -> Self {
        Self
    }
    /// x
    pub fn note(&self, _block: &Block, _reader: &mut SentenceReader<'_, '_>) {}
    /// x
    pub fn cited(&self, _around: &Surroundings<'_>, _cut: &Range<usize>) -> Vec<Cited> {
        Vec::new()
    }
}
