//! What may be in a JSON string as it is: asked when claims are read and when findings are written.

/// How many bytes are before the first quote, backslash or control character: eight at a time.
#[inline]
#[must_use]
pub fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = ONES << 7;
    // Each sets the high bit of the bytes that are zero, or below 0x20; wrong only after the first that is.
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & HIGHS;
    let low = |word: u64| word.wrapping_sub(ONES * 0x20) & !word & HIGHS;
    let mut at = 0;
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let word = u64::from_le_bytes(*chunk);
        let stops =
            zeros(word ^ (ONES * u64::from(b'"'))) | zeros(word ^ (ONES * u64::from(b'\\'))) | low(word);
        if stops != 0 {
            return at + (stops.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| !may_stand(*byte)).unwrap_or(rest.len())
}

/// Whether all of these bytes may be as they are. Testing all, unlike searching, handles many at once.
#[inline]
#[must_use]
pub fn is_plain(bytes: &[u8]) -> bool {
    bytes.iter().fold(true, |plain, byte| plain & may_stand(*byte))
}

/// Whether a byte may be as it is.
fn may_stand(byte: u8) -> bool {
    !matches!(byte, b'"' | b'\\' | 0..0x20)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn eight_at_a_time_is_one_at_a_time(bytes in proptest::collection::vec(prop_oneof![any::<u8>(), 0x20..0x24u8, Just(b'a')], 0..40)) {
            let stops = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
            prop_assert_eq!(plain_length(&bytes), bytes.iter().position(stops).unwrap_or(bytes.len()));
            prop_assert_eq!(is_plain(&bytes), !bytes.iter().any(stops));
        }
    }
}
