//! All pages held against axe-core: in light, in dark and 400 pixels wide, nothing serious or critical is found.
//!
//! Skipped, with a line that says so, without axe-core (`.ci/run` gets it from npm) or a browser. What is minor or moderate is
//! only printed; `cargo test --test output accessibility -- --nocapture` shows it.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::chromium::{Browser, DARK, LIGHT};
use super::{annotated, reconcile, report};

/// Rules of axe's that hold although it calls a breach of them moderate.
const ALSO: [&str; 1] = ["heading-order"];

/// How a page is looked at: its name, flags of the browser, and the width of a frame that it is in.
const LOOKS: [(&str, &[&str], Option<u32>); 3] = [
    ("light", &[LIGHT, "--window-size=1300,1200"], None),
    ("dark", &[DARK, "--window-size=1300,1200"], None),
    // No window of Chromium is narrower than 500 pixels; a frame is.
    ("400 px", &[LIGHT, "--window-size=1300,1200"], Some(400)),
];

/// Opens all that is folded, for axe does not look at what is hidden, and gives back what it finds: one line a rule.
const PROBE: &str = "
    const frame = document.querySelector('iframe[srcdoc]');
    const inside = frame ? frame.contentWindow : window;
    inside.document.querySelectorAll('details').forEach((details) => { details.open = true; });
    await new Promise((done) => setTimeout(done, 300));
    const results = await inside.axe.run(inside.document, { resultTypes: ['violations'] });
    const shown = (node) => node.target.join(' ') + ': ' + node.html.slice(0, 160) + '\\n      ' + node.failureSummary.replace(/\\s+/g, ' ');
    return {
      width: inside.innerWidth,
      charset: inside.document.characterSet,
      dark: inside.matchMedia('(prefers-color-scheme: dark)').matches,
      passes: results.passes.length,
      found: results.violations.map((rule) => ({
        id: rule.id,
        impact: rule.impact,
        text: rule.id + ' (' + rule.impact + ', ' + rule.nodes.length + ' places): ' + rule.help
          + rule.nodes.slice(0, 4).map((node) => '\\n    ' + shown(node)).join(''),
      })),
    };";

/// The text of axe-core on this machine; without it, says so, and the test has nothing to do.
fn axe() -> Option<String> {
    let usual = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/axe-core/package/axe.min.js");
    let path = std::env::var_os("ERSTWHILE_AXE").map_or_else(usual, PathBuf::from);
    let text = fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("SKIPPED: no axe-core at {}; ERSTWHILE_AXE can name axe.min.js", path.display());
    }
    text
}

/// A page with nothing but another one in a frame of this width.
pub fn framed(page: &str, width: u32) -> String {
    let page = page.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Frame</title><style></style></head><body>\
         <iframe title=\"Page\" width=\"{width}\" height=\"1200\" srcdoc=\"{page}\"></iframe></body></html>"
    )
}

/// What axe finds in a page, one look after the other: what must not be, and what is only reported.
fn faults(browser: &Browser, axe: &str, name: &str, page: &str) -> (Vec<String>, Vec<String>) {
    let (mut bad, mut minor) = (Vec::new(), Vec::new());
    let page = page.replacen("</body>", &format!("<script>{axe}</script></body>"), 1);
    for (look, flags, width) in LOOKS {
        let shown = width.map_or_else(|| page.clone(), |width| framed(&page, width));
        let told = browser.ask(&shown, PROBE, flags);
        assert_eq!(told["dark"], look == "dark", "{look}");
        assert_eq!(told["width"], width.unwrap_or(1300), "{look}");
        // Without a charset of its own a frame's page takes one that the browser guesses, not always the same one.
        assert_eq!(told["charset"], "UTF-8", "{name}, {look}");
        assert!(
            told["passes"].as_u64().is_some_and(|passes| passes > 10),
            "{name}, {look}: axe looked at it"
        );
        for fault in told["found"].as_array().expect("a list") {
            let is_bad = matches!(fault["impact"].as_str(), Some("serious" | "critical"))
                || ALSO.iter().any(|rule| fault["id"] == *rule);
            let line = format!("{name}, {look}: {}", fault["text"].as_str().expect("words"));
            if is_bad { bad.push(line) } else { minor.push(line) }
        }
    }
    (bad, minor)
}

#[test]
fn axe_finds_nothing_serious() {
    let (Some(browser), Some(axe)) = (Browser::found(), axe()) else { return };
    let mut bad = Vec::new();
    let pages = [
        ("report", report::own()),
        ("annotated draft", annotated::page()),
        ("reconciled reports", reconcile::reports()),
        ("repair", reconcile::claims()),
    ];
    for (name, page) in pages {
        let (serious, minor) = faults(&browser, &axe, name, &page);
        bad.extend(serious);
        minor.iter().for_each(|line| println!("{line}"));
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn axe_sees_what_is_wrong() {
    let (Some(browser), Some(axe)) = (Browser::found(), axe()) else { return };
    let page = "<!DOCTYPE html><html lang=\"en\"><head><title>Bad</title><style></style></head><body><main><h1>Bad</h1>\
                <button></button><p style=\"color: #ccc; background: #fff\">Words</p></main></body></html>";
    let page = page.replacen("</body>", &format!("<script>{axe}</script></body>"), 1);
    for shown in [page.clone(), framed(&page, 400)] {
        let told: Value = browser.ask(&shown, PROBE, &[LIGHT]);
        let ids: Vec<&str> = told["found"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|fault| fault["id"].as_str())
            .collect();
        assert_eq!(ids, ["button-name", "color-contrast"]);
    }
}
