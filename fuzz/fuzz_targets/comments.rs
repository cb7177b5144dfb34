//! The comments by which drafts accept findings, and the same in front matter. The input is what is in the comment.

#![no_main]

use erstwhile::draft::Format;
use libfuzzer_sys::fuzz_target;

const BODY: &str = "Mill House is run by Ann Weaver.\n\nMill House cost 12 dollars.\n";

fuzz_target!(|words: &str| {
    erstwhile_fuzz::lint(&format!("<!-- {words} -->\n\n{BODY}"), Format::Markdown);
    erstwhile_fuzz::lint(&format!("---\nerstwhile-ignore: {words}\n---\n\n{BODY}"), Format::Markdown);
});
