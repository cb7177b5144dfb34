//! What each character becomes in a block's text, and the search for those that change.
//!
//! Neither case nor letters are folded: that is left to the code that compares words.

use crate::text::find_pair;

/// What becomes of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// It stays.
    Keep,
    /// White space of any kind.
    Space,
    /// It is invisible.
    Drop,
    /// It is replaced by this one.
    As(char),
}

/// What becomes of `letter`.
pub fn fold(letter: char) -> Fold {
    match letter {
        '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | ' ' => Fold::Space,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' => Fold::Drop,
        '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' => Fold::Space,
        '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Fold::Space,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => Fold::Drop,
        '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' => Fold::Drop,
        '\u{2018}'..='\u{201b}' | '\u{2039}' | '\u{203a}' => Fold::As('\''),
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => Fold::As('"'),
        '\u{2010}' | '\u{2011}' => Fold::As('-'),
        _ => Fold::Keep,
    }
}

/// Where the next byte at or after `from` is that needs a closer look: it may begin a character that does not simply
/// stay, it is a second space, or it may belong to an address or a formula ([`is_suspicious`]). `before` is the byte that
/// is before the first one.
pub fn next_special(bytes: &[u8], from: usize, before: u8) -> Option<usize> {
    find_pair(bytes, from, before, special)
}

/// Whether a letter is one of those by which addresses, formulas, highlights and marks of notes are found.
pub fn is_suspicious(letter: char) -> bool {
    matches!(letter, '$' | '/' | 'w' | ':' | '.' | '[' | '=')
}

/// The first bytes of the characters that [`fold`] changes, and those that make a text suspicious. Written without short
/// cuts, for [`find_pair`].
#[inline]
fn special(byte: u8, before: u8) -> bool {
    (byte < b' ')
        | (byte == 0x7f)
        | (byte == 0xc2)
        | (byte == 0xd8)
        | (byte == 0xe1)
        | (byte == 0xe2)
        | (byte == 0xe3)
        | (byte == 0xef)
        | (byte == b'$')
        | (byte == b'[')
        | ((byte == b'=') & (before == b'='))
        | ((byte == b' ') & (before == b' '))
        | ((byte == b'/') & (before == b':'))
        | ((byte == b'w') & (before == b'w'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_that_changes_is_missed() {
        for letter in ('\0'..=char::MAX).filter(|letter| *letter != ' ' && fold(*letter) != Fold::Keep) {
            let mut buffer = [0; 4];
            let bytes = letter.encode_utf8(&mut buffer).as_bytes();
            assert_eq!(next_special(bytes, 0, 0), Some(0), "{letter:?}");
        }
    }
}
