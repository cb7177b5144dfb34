//! The verdict on a sentence by the dates that it gives: beginnings and ends, never, denials for all time, others on
//! record, and dates that are not understood. `oracle` has the law after it for any dates.

use crate::verdicts::{EXCLUSIVE, claim, verdict};

/// A date on record that the sentence contradicts is a wrong date, even where the time that it speaks of lies within.
#[test]
fn beginnings_and_ends_are_held_against_those_on_record() {
    let two = claim("ines", "ines", "2015-03-01/2020-05-10", "s25", "")
        + &claim("tom", "tom", "2020-05-10/..", "s25", "");
    let on = |sentence: &str| verdict(EXCLUSIVE, &two, sentence, "2026-01-01");
    for right in [
        "Until May 2020 Ines led the Museum.",
        "Until 2020 Ines led the Museum.",
        "Ines led the Museum from 2015 to 2020.",
        "In 2017 Ines led the Museum.",
        "Before 2018 Ines led the Museum.",
        "Between 2016 and 2018 Ines led the Museum.",
        "At least until 2018 Ines led the Museum.",
        "In 2015 Ines became who led the Museum.",
        "Around 2016 Ines became who led the Museum.",
    ] {
        assert_eq!(on(right), "supported by ines", "{right}");
    }
    for wrong in [
        "Until June 2018 Ines led the Museum.",
        "Until 2012 Ines led the Museum.",
        "Before 2012 Ines led the Museum.",
        "Until June 2021 Ines led the Museum.",
        "Ines led the Museum from 2015 to 2018.",
        "Ines led the Museum from 2017 to 2020.",
        "Between 2018 and 2023 Ines led the Museum.",
        "In 2018 Ines became who led the Museum.",
    ] {
        assert_eq!(on(wrong), "misdated by ines", "{wrong}");
    }
    assert_eq!(on("Since May 2020 Tom leads the Museum."), "supported by tom");
    assert_eq!(on("At least since 2022 Tom leads the Museum."), "supported by tom");
    assert_eq!(on("Since 2022 Tom leads the Museum."), "misdated by tom");
    // A source confirms that he goes on.
    assert_eq!(on("Until 2023 Tom led the Museum."), "misdated by tom");
    // What is on record of a narrower relation need not be all of it.
    let run = claim("ines", "ines", "2015/2020", "s25", "");
    assert_eq!(
        verdict(
            r#"narrower_than: ["may-run"],"#,
            &run,
            "From 2016 to 2018 Ines run the Museum.",
            "2026-01-01"
        ),
        "supported by ines"
    );
}

#[test]
fn never_and_denials_without_dates() {
    let one = claim("ines", "ines", "2015/2020", "s25", "")
        + r#"(id: "no", subject: "uma", relation: "leads", object: "museum", not: true, sources: ["now"]),"#;
    let on = |sentence: &str, day: &str| verdict("", &one, sentence, day);
    assert_eq!(on("Ines never led the Museum.", "2026-01-01"), "contradicted by ines");
    assert_eq!(on("At no time has Ines led the Museum.", "2026-01-01"), "contradicted by ines");
    assert_eq!(on("Ines never led the Museum in 2022.", "2026-01-01"), "supported by ines");
    assert_eq!(on("Ines has never led the Museum.", "2014-01-01"), "supported by ines");
    assert_eq!(on("Ines does not lead the Museum.", "2026-01-01"), "supported by ines");
    for day in ["2010-01-01", "2026-01-01"] {
        for sentence in
            ["Uma leads the Museum.", "Uma led the Museum in 2003.", "Last spring Uma led the Museum."]
        {
            assert_eq!(on(sentence, day), "contradicted by no", "{sentence}");
        }
        assert_eq!(on("Uma never led the Museum.", day), "supported by no");
        assert_eq!(on("Uma did not lead the Museum in 2003.", day), "supported by no");
    }
}

/// Others exclude who is on record nowhere only where they leave no day.
#[test]
fn others_on_record_leave_no_day() {
    let two = claim("ines", "ines", "2015-03-01/2020-05-10", "s25", "")
        + &claim("tom", "tom", "2020-05-10/..", "s25", "");
    let on = |sentence: &str| verdict(EXCLUSIVE, &two, sentence, "2026-01-01");
    for (sentence, by) in [
        ("Uma leads the Museum.", "tom"),
        ("Since 2018 Uma leads the Museum.", "tom"),
        ("Since 2010 Uma leads the Museum.", "tom"),
        ("In 2020 Uma led the Museum.", "ines"),
        ("From 2010 to 2016 Uma led the Museum.", "ines"),
        ("Until 2018 Uma led the Museum.", "ines"),
    ] {
        assert_eq!(on(sentence), format!("contradicted by {by}"), "{sentence}");
    }
    for sentence in [
        "Uma once led the Museum.",
        "In 2015 Uma led the Museum.",
        "Until 2015 Uma led the Museum.",
        "Before 2018 Uma led the Museum.",
    ] {
        assert_eq!(on(sentence), "unknown by nothing", "{sentence}");
    }
}

/// A date that is not understood is not silently ignored.
#[test]
fn dates_that_are_not_understood() {
    let one = claim("ines", "ines", "2015/2020", "s25", "");
    let on = |sentence: &str| verdict("", &one, sentence, "2026-01-01");
    for sentence in [
        "On 30 February 2018 Ines led the Museum.",
        "On 31/31/2018 Ines led the Museum.",
        "Come Goose Fair 2018, Ines led the Museum.",
        "Last year Ines led the Museum.",
    ] {
        assert_eq!(on(sentence), "unclear by nothing", "{sentence}");
    }
    // What "is" so is not so until a day that is past.
    assert_eq!(on("Until 2012 Ines is who leads the Museum."), "unclear by nothing");
    // A draft without a date speaks of the day by which it is judged.
    for sentence in [
        "Today Ines leads the Museum.",
        "This year Ines leads the Museum.",
        "As of today Ines leads the Museum.",
    ] {
        assert_eq!(verdict("", &one, sentence, "2026-01-01"), "outdated by ines", "{sentence}");
        assert_eq!(verdict("", &one, sentence, "2018-01-01"), "supported by ines", "{sentence}");
    }
}
