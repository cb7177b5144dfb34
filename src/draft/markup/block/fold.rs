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

/// How many bytes are looked at in one step: a loop over them without branches becomes a few vector instructions.
const STEP: usize = 32;

/// Where the next byte at or after `from` is that needs a closer look: it may begin a character that does not simply
/// stay, it is a second space, or it may belong to an address or a formula ([`is_suspicious`]). `before` is the byte that
/// is before the first one.
pub fn next_special(bytes: &[u8], from: usize, before: u8) -> Option<usize> {
    let mut at = from;
    if at == 0 {
        if special(*bytes.first()?, before) {
            return Some(0);
        }
        at = 1;
    }
    while at + STEP <= bytes.len() {
        if any_special(bytes, at) {
            return scan(bytes, at);
        }
        at += STEP;
    }
    // The last bytes are looked at in one step too, together with some that were looked at before.
    let last = bytes.len().saturating_sub(STEP);
    if at >= bytes.len() || (last > 0 && !any_special(bytes, last)) {
        return None;
    }
    scan(bytes, at)
}

/// Whether one of the [`STEP`] bytes from `at` on, which is not 0, is special.
fn any_special(bytes: &[u8], at: usize) -> bool {
    let (Some(these), Some(before)) = (bytes.get(at..at + STEP), bytes.get(at - 1..at - 1 + STEP)) else {
        return false;
    };
    these.iter().zip(before).fold(false, |found, (byte, before)| found | special(*byte, *before))
}

/// The search byte by byte, from `at`, which is not 0.
fn scan(bytes: &[u8], at: usize) -> Option<usize> {
    let pairs = bytes.get(at..)?.iter().zip(bytes.get(at - 1..)?);
    let found = pairs.into_iter().position(|(byte, before)| {
        let pair = PAIRS[usize::from(*byte)];
        ALONE[usize::from(*byte)] || (pair != 0 && pair == *before)
    });
    found.map(|found| at + found)
}

/// Whether a letter is one of those by which addresses, formulas, highlights and marks of notes are found.
pub fn is_suspicious(letter: char) -> bool {
    matches!(letter, '$' | '/' | 'w' | ':' | '.' | '[' | '=')
}

/// [`special`] for each byte after a zero: quicker than it where one byte is looked at.
const ALONE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = special(byte as u8, 0);
        byte += 1;
    }
    table
};

/// What must be before a byte to make it special; 0 for nothing.
const PAIRS: [u8; 256] = {
    let mut table = [0; 256];
    table[b' ' as usize] = b' ';
    table[b'/' as usize] = b':';
    table[b'w' as usize] = b'w';
    table[b'=' as usize] = b'=';
    table
};

/// The first bytes of the characters that [`fold`] changes, and those that make a text suspicious. Written without short
/// cuts, for the sake of vectors.
const fn special(byte: u8, before: u8) -> bool {
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
    use proptest::prelude::*;

    #[test]
    fn no_character_that_changes_is_missed() {
        for letter in ('\0'..=char::MAX).filter(|letter| *letter != ' ' && fold(*letter) != Fold::Keep) {
            let mut buffer = [0; 4];
            let bytes = letter.encode_utf8(&mut buffer).as_bytes();
            assert_eq!(next_special(bytes, 0, 0), Some(0), "{letter:?}");
        }
    }

    proptest! {
        #[test]
        fn the_search_in_steps_finds_what_a_plain_one_finds(text in "[a-cw$:/=\\[ \n\u{e9}\u{201c}]{0,99}|[a-z ]{0,99}", from in 0usize..99) {
            let bytes = text.as_bytes();
            let from = from.min(bytes.len());
            let plain = (from..bytes.len()).find(|at| special(bytes[*at], if *at == 0 { b' ' } else { bytes[at - 1] }));
            prop_assert_eq!(next_special(bytes, from, b' '), plain);
        }
    }
}
