//! What each character becomes in a block's text, and the search for those that do not stay as they are.
//!
//! Case is not folded, and neither are letters: that is up to whoever compares words.

/// What becomes of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// It stays.
    Keep,
    /// White space of any kind.
    Space,
    /// Nothing is seen of it.
    Drop,
    /// This one stands for it.
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

/// How many bytes are looked at in one step: a loop over so many without branches becomes a few vector instructions.
const STEP: usize = 32;

/// Where the next byte at or after `from` stands that may begin a character that does not simply stay; a second space too.
pub fn next_special(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    if at == 0 {
        if special(*bytes.first()?, 0) {
            return Some(0);
        }
        at = 1;
    }
    while let (Some(these), Some(before)) = (bytes.get(at..at + STEP), bytes.get(at - 1..at - 1 + STEP)) {
        let found =
            these.iter().zip(before).fold(false, |found, (byte, before)| found | special(*byte, *before));
        if found {
            break;
        }
        at += STEP;
    }
    let rest = bytes.get(at..)?.iter().zip(bytes.get(at - 1..)?);
    rest.into_iter().position(|(byte, before)| special(*byte, *before)).map(|found| at + found)
}

/// The first bytes of the characters that [`fold`] changes. Written without short cuts, for the sake of vectors.
fn special(byte: u8, before: u8) -> bool {
    (byte < b' ')
        | (byte == 0x7f)
        | (byte == 0xc2)
        | (byte == 0xd8)
        | (byte == 0xe1)
        | (byte == 0xe2)
        | (byte == 0xe3)
        | (byte == 0xef)
        | ((byte == b' ') & (before == b' '))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_character_that_changes_is_missed() {
        for letter in ('\0'..=char::MAX).filter(|letter| *letter != ' ' && fold(*letter) != Fold::Keep) {
            let mut buffer = [0; 4];
            let bytes = letter.encode_utf8(&mut buffer).as_bytes();
            assert_eq!(next_special(bytes, 0), Some(0), "{letter:?}");
        }
    }

    proptest! {
        #[test]
        fn the_search_in_steps_finds_what_a_plain_one_finds(text in "[a-c \n\u{e9}\u{201c}]{0,99}", from in 0usize..99) {
            let bytes = text.as_bytes();
            let from = from.min(bytes.len());
            let plain = (from..bytes.len()).find(|at| special(bytes[*at], if *at == 0 { 0 } else { bytes[at - 1] }));
            prop_assert_eq!(next_special(bytes, from), plain);
        }
    }
}
