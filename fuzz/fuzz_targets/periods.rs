//! Dates and periods: read, or refused with a message; a day that was read is read again as the same.

#![no_main]

use erstwhile::time::{Day, Length, Period, parse_any, parse_date};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(day) = Day::parse(text) {
        assert_eq!(Day::parse(&day.to_string()), Ok(day));
    }
    let refused = [
        parse_date(text).err().map(|error| error.to_string()),
        Period::parse(text).err().map(|error| error.to_string()),
        parse_any(text).err().map(|error| error.to_string()),
        Length::parse(text).err().map(|error| error.to_string()),
    ];
    assert!(refused.iter().flatten().all(|message| !message.is_empty()));
    if let Ok(period) = Period::parse(text) {
        // Asked of every claim; none of it may overflow.
        let _ = (period.certainly_inverted(), period.to_string());
    }
});
