//! What reading drafts is compared with: the Markdown parser's own pass, and an index of phrases by their rarest words.

use std::collections::HashMap;
use std::time::Duration;

use pulldown_cmark::{Event, Options, Parser};

/// Parses the text and looks at each event.
pub fn markdown(text: &str) -> usize {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM;
    let events = Parser::new_ext(text, options).into_offset_iter();
    events.map(|(event, _)| if let Event::Text(text) = event { text.len() } else { 0 }).sum()
}

/// Phrases, each at that of its words which is rarest among them: every word of a text is hashed once, and a phrase is
/// compared only where its rarest word is. Finds phrases on one line, in code too: it knows no Markdown.
pub struct Anchors<'a> {
    phrases: &'a [String],
    /// One bit for each hash of a rarest word.
    bits: Vec<u64>,
    /// Open addressing: a hash, and the first of its rows, counted from 1.
    slots: Vec<(u64, u32)>,
    /// A phrase, where its rarest word begins in it, and the next row.
    rows: Vec<(u32, u32, u32)>,
}

impl<'a> Anchors<'a> {
    /// Indexes the phrases.
    pub fn new(phrases: &'a [String]) -> Self {
        let mut uses: HashMap<u64, u32> = HashMap::new();
        for phrase in phrases {
            words(phrase.as_bytes(), |start, end| {
                *uses.entry(hash(&phrase.as_bytes()[start..end])).or_default() += 1;
            });
        }
        let size = (phrases.len() * 4).next_power_of_two().max(64);
        let mut index =
            Self { phrases, bits: vec![0; size / 4], slots: vec![(0, 0); size], rows: Vec::new() };
        for (number, phrase) in phrases.iter().enumerate() {
            let mut best: Option<(u32, usize, u64)> = None;
            words(phrase.as_bytes(), |start, end| {
                let hash = hash(&phrase.as_bytes()[start..end]);
                let count = uses[&hash];
                if best.is_none_or(|(least, ..)| count < least) {
                    best = Some((count, start, hash));
                }
            });
            if let Some((_, start, hash)) = best {
                index.add(number, start, hash);
            }
        }
        index
    }

    fn add(&mut self, phrase: usize, start: usize, hash: u64) {
        let (word, bit) = self.bit(hash);
        self.bits[word] |= bit;
        let slot = self.slot(hash);
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        self.rows.push((narrow(phrase), narrow(start), self.slots[slot].1));
        self.slots[slot] = (hash, narrow(self.rows.len()));
    }

    fn bit(&self, hash: u64) -> (usize, u64) {
        let at = usize::try_from(hash >> 40).unwrap_or(0) & (self.bits.len() * 64 - 1);
        (at / 64, 1 << (at % 64))
    }

    fn slot(&self, hash: u64) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = usize::try_from(hash & last as u64).unwrap_or(0);
        while self.slots[slot].1 != 0 && self.slots[slot].0 != hash {
            slot = (slot + 1) & last;
        }
        slot
    }

    /// How many phrases occur in the text.
    pub fn count(&self, text: &str) -> usize {
        let bytes = text.as_bytes();
        let mut found = 0;
        words(bytes, |start, end| {
            let hash = hash(&bytes[start..end]);
            let (word, bit) = self.bit(hash);
            if self.bits[word] & bit == 0 {
                return;
            }
            let mut row = self.slots[self.slot(hash)].1;
            while row != 0 {
                let (phrase, offset, next) = self.rows[row as usize - 1];
                let phrase = self.phrases[phrase as usize].as_bytes();
                let from = start.checked_sub(offset as usize);
                found += usize::from(from.is_some_and(|from| {
                    let end = from + phrase.len();
                    let is_word =
                        |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|b| wordy(*b));
                    bytes[from..].starts_with(phrase) && !is_word(from.checked_sub(1)) && !is_word(Some(end))
                }));
                row = next;
            }
        });
        found
    }
}

fn wordy(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// Shows the bounds of each word.
fn words(bytes: &[u8], mut word: impl FnMut(usize, usize)) {
    let mut at = 0;
    while at < bytes.len() {
        if !wordy(bytes[at]) {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && wordy(bytes[at]) {
            at += 1;
        }
        word(start, at);
    }
}

fn hash(word: &[u8]) -> u64 {
    let mut sum = 0x9e37_79b9_7f4a_7c15_u64;
    for chunk in word.chunks(8) {
        let mut eight = [0; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        let factor = 0xa076_1d64_78bd_642f_u64 ^ chunk.len() as u64;
        let product = u128::from(sum ^ u64::from_le_bytes(eight)) * u128::from(factor);
        #[expect(clippy::cast_possible_truncation, reason = "the halves of the product are meant")]
        let halves = (product >> 64) as u64 ^ product as u64;
        sum = halves;
    }
    sum
}

/// The time that this thread, which must be the first one, has spent computing; where the system does not say, the time of
/// the clock.
pub fn spent() -> Duration {
    use std::sync::OnceLock;
    use std::time::Instant;
    static START: OnceLock<Instant> = OnceLock::new();
    let start = START.get_or_init(Instant::now);
    let told = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanos = told.and_then(|told| told.split(' ').next().and_then(|first| first.parse().ok()));
    nanos.map_or_else(|| start.elapsed(), Duration::from_nanos)
}
