//! Where the next byte of a class is, or the next pair of bytes: sixteen looked at in one step. The classes are the
//! callers' business.
//!
//! A class is to be written with `|` and `&` on comparisons, without short cuts, so that a step becomes a few vector
//! instructions. For up to three bytes, and bytes that are rare, `memchr` is faster.

/// How many bytes are looked at in one step.
const STEP: usize = 16;

/// The first byte at or after `from` that is sought.
#[inline]
pub fn find_byte(bytes: &[u8], from: usize, is_sought: impl Fn(u8) -> bool) -> Option<usize> {
    let flags = |at: usize| {
        let these: &[u8; STEP] = bytes.get(at..)?.first_chunk()?;
        let mut flags = [0; STEP];
        for (flag, byte) in flags.iter_mut().zip(these) {
            *flag = u8::from(is_sought(*byte));
        }
        Some(u128::from_le_bytes(flags))
    };
    let plain = |at: usize| bytes.get(at..)?.iter().position(|byte| is_sought(*byte));
    search(bytes.len(), from, flags, plain)
}

/// The same where the byte before each counts too, which `is_sought` is given second; the first one has `before`.
#[inline]
pub fn find_pair(bytes: &[u8], from: usize, before: u8, is_sought: impl Fn(u8, u8) -> bool) -> Option<usize> {
    if from == 0 && is_sought(*bytes.first()?, before) {
        return Some(0);
    }
    let flags = |at: usize| {
        let these: &[u8; STEP] = bytes.get(at..)?.first_chunk()?;
        let before: &[u8; STEP] = bytes.get(at.checked_sub(1)?..)?.first_chunk()?;
        let mut flags = [0; STEP];
        for (flag, (byte, before)) in flags.iter_mut().zip(these.iter().zip(before)) {
            *flag = u8::from(is_sought(*byte, *before));
        }
        Some(u128::from_le_bytes(flags))
    };
    let plain = |at: usize| {
        let mut pairs = bytes.get(at..)?.iter().zip(bytes.get(at - 1..)?);
        pairs.position(|(byte, before)| is_sought(*byte, *before))
    };
    search(bytes.len(), from.max(1), flags, plain)
}

/// The first place at or after `from`, by `flags`, which has a byte for each of the [`STEP`] places from one on, if
/// there are as many; in short texts by `plain`, counted from where it begins.
#[inline]
fn search(
    length: usize,
    from: usize,
    flags: impl Fn(usize) -> Option<u128>,
    plain: impl Fn(usize) -> Option<usize>,
) -> Option<usize> {
    let first = |flags: u128| (flags.trailing_zeros() / 8) as usize;
    let mut at = from;
    while let Some(flags) = flags(at) {
        if flags != 0 {
            return Some(at + first(flags));
        }
        at += STEP;
    }
    if at >= length {
        return None;
    }
    // The last places are looked at in one step too, together with some that were looked at before.
    let last = length.saturating_sub(STEP);
    match flags(last) {
        Some(flags) => {
            Some(flags >> (8 * (at - last))).filter(|flags| *flags != 0).map(|flags| at + first(flags))
        }
        None => plain(at).map(|found| at + found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn steps_find_what_a_plain_search_finds(text in "[a-h]{0,99}|[a-z]{0,99}", from in 0usize..99) {
            let bytes = text.as_bytes();
            let from = from.min(bytes.len());
            let plain = (from..bytes.len()).find(|at| bytes[*at] == b'a');
            prop_assert_eq!(find_byte(bytes, from, |byte| byte == b'a'), plain);
            let pair = |byte, before| (byte == b'b') & (before == b'a') | (byte == b'd');
            let plain = (from..bytes.len()).find(|at| pair(bytes[*at], if *at == 0 { b'a' } else { bytes[at - 1] }));
            prop_assert_eq!(find_pair(bytes, from, b'a', pair), plain);
        }
    }
}
