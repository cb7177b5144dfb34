//! What a finding is known by: its identity (code, claims and whatever else distinguishes it) and its fingerprint,
//! which is that and the path of its file. Never a line number or a date, and never what other files hold.

use std::borrow::Cow;

use xxhash_rust::xxh3::xxh3_128;

use crate::model::Finding;

/// Buffer for what is hashed, reused from finding to finding.
pub type Room = Vec<u8>;

/// The identity of a finding as a number: its code, the claims that it is about, and the sentence or field. The path of
/// the file counts only where there is neither, so that a draft that is moved keeps its findings.
#[must_use]
pub fn identity<'p>(finding: &Finding, path: impl FnOnce() -> Cow<'p, str>, room: &mut Room) -> u128 {
    room.clear();
    room.extend_from_slice(finding.code.as_str().as_bytes());
    let mut sorted: Vec<&str> = finding.claims.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    for claim in sorted {
        room.push(0x1f);
        room.extend_from_slice(claim.as_bytes());
    }
    room.push(0x1e);
    if finding.claims.is_empty() && finding.key.is_empty() {
        room.extend_from_slice(path().as_bytes());
    }
    room.push(0x1e);
    room.extend_from_slice(finding.key.as_bytes());
    xxh3_128(room)
}

/// The fingerprint of a finding with this identity in the file at `path`, as a number.
#[must_use]
pub fn fingerprint(identity: u128, path: &str, room: &mut Room) -> u128 {
    room.clear();
    room.extend_from_slice(&identity.to_be_bytes());
    room.extend_from_slice(path.as_bytes());
    xxh3_128(room)
}

/// An identity or a fingerprint as it is written: 32 hexadecimal digits.
#[must_use]
pub fn digits(number: u128) -> String {
    let mut digits = String::with_capacity(32);
    for byte in number.to_be_bytes() {
        for half in [byte >> 4, byte & 0xf] {
            digits.push(char::from(b"0123456789abcdef"[usize::from(half)]));
        }
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_of_the_number() {
        for number in [0, 1, u128::MAX, 0x0123_4567_89ab_cdef_0f1e_2d3c_4b5a_6978] {
            assert_eq!(digits(number), format!("{number:032x}"));
        }
    }
}
