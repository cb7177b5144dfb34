//! Tables as spreadsheets save them: lines that end with a carriage return alone, tabs, Windows-1252, numbers of days.

use super::bad_input::{STILL, beside};

#[test]
fn what_spreadsheets_save() {
    let mac = "id,subject,from,until\rone,a,2020,\rtwo,a,45292,\rthree,a,2020,present\r";
    for path in ["claims/mac.csv", "claims/tabs.tsv", "claims/TABS.TSV"] {
        let text = if path.ends_with("csv") { mac.to_owned() } else { mac.replace(',', "\t") };
        let days: &[&str] = &[path, ":3:", "error[malformed-date]", "spreadsheets", "2024-01-01"];
        let present: &[&str] = &[path, ":4:", "error[malformed-date]", "write .."];
        beside(path, text).says(1, &[days, present, STILL]);
    }
    let bytes = b"id,statement\na,\"caf\xe9 \x93open\x94\"\n";
    beside("claims/excel.csv", bytes)
        .says(2, &[&["claims/excel.csv:2:7:", "E9 is “é” in Windows-1252"], STILL]);
    let ran = beside("claims/empty.csv", "id,subject\r\n");
    ran.says(1, &[&["claims/empty.csv:1:1:", "warning[malformed-record]", "no records"], STILL]);
    let ran = beside("claims/names.csv", "id,entity\na,b\n");
    for (path, text) in
        [("claims/none.csv", ""), ("claims/none.jsonl", "\n"), ("claims/none.tsv", "\u{feff}")]
    {
        let told = format!("{path}:1:1:");
        beside(path, text).says(1, &[&[&told, "note[malformed-record]", "this table is empty"], STILL]);
    }
    ran.says(1, &[&["claims/names.csv:1:4:", "warning[unknown-field]", "no column `entity`"], STILL]);
}
