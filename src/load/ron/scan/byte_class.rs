//! What each byte means where RON is split into values.

/// What a byte means for splitting values.
#[derive(Clone, Copy)]
pub enum ByteClass {
    Plain,
    Blank,
    Quote,
    Apostrophe,
    Open,
    Close,
    Slash,
    Separator,
}

/// The class of each byte: looked up, because every byte of every file goes through it.
pub const CLASS: [ByteClass; 256] = {
    let mut classes = [ByteClass::Plain; 256];
    let listed: [(&[u8], ByteClass); 7] = [
        (b" \t\r\n\x0c", ByteClass::Blank),
        (b"\"", ByteClass::Quote),
        (b"'", ByteClass::Apostrophe),
        (b"([{", ByteClass::Open),
        (b")]}", ByteClass::Close),
        (b"/", ByteClass::Slash),
        (b",:", ByteClass::Separator),
    ];
    let mut at = 0;
    while at < listed.len() {
        let mut byte = 0;
        while byte < listed[at].0.len() {
            classes[listed[at].0[byte] as usize] = listed[at].1;
            byte += 1;
        }
        at += 1;
    }
    classes
};
