//! Reconciled reports and the repair of claims in a real browser: nothing goes wrong or is asked for, nothing sticks out, lines join
//! the signs of a point, keys go through the points, text can be copied, and it prints.

use assert_cmd::Command;
use serde_json::{Value, json};
use std::path::Path;

use super::chromium::{Browser, DARK, LIGHT};
use crate::common::{fences, held, project};
use crate::report::folder::write;

fn run(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::cargo_bin("erstwhile").expect("the program");
    command.current_dir(folder).env_remove("ERSTWHILE_OUTPUT_FORMAT").args([
        "reconcile",
        "--as-of",
        "2026-06-01",
    ]);
    let page = command.args(["--fail-on", "never", "--output-format", "html"]).args(args).output();
    String::from_utf8(page.expect("the program runs").stdout).expect("text")
}

/// The page of three reports against the project's own claims.
pub fn reports() -> String {
    let drafts =
        ["news-en.md", "page-en.html", "catatan-id.txt"].map(|name| format!("tests/readings/openai/{name}"));
    let page = run(&project(), &drafts.each_ref().map(String::as_str));
    assert!(page.contains("<table>") && page.contains("class=\"timeline\""), "there is something to look at");
    page
}

/// The page of the claims of the example in the documentation.
pub fn claims() -> String {
    let text = std::fs::read_to_string(project().join("docs/repair.md")).expect("the page");
    let folder = tempfile::tempdir().expect("a folder");
    held(&fences(&text)).iter().for_each(|(path, text)| write(folder.path(), path, text));
    let page = run(folder.path(), &[]);
    assert!(page.contains("Bo Dahl") && page.contains("<del>"), "there is something to look at");
    page
}

/// What sticks out of its card or of the page.
const LAYOUT: &str = r"
const frame = document.querySelector('iframe[srcdoc]');
const inside = frame ? frame.contentDocument : document;
inside.querySelectorAll('details').forEach((details) => { details.open = true; });
const wide = inside.documentElement.scrollWidth - inside.documentElement.clientWidth;
const out = Array.from(inside.querySelectorAll('.point *, .said *'))
  .filter((one) => !one.closest('svg') || one.matches('text'))
  .filter((one) => {
    const card = one.closest('.point, .said').getBoundingClientRect();
    const box = one.getBoundingClientRect();
    return box.width > 0 && (box.left < card.left - 1 || box.right > card.right + 1);
  });
return { wide, out: out.map((one) => one.outerHTML.slice(0, 120)), lines: inside.querySelectorAll('.lines path').length };";

#[test]
fn nothing_sticks_out() {
    let Some(browser) = Browser::found() else { return };
    for (page, is_joined) in [(reports(), true), (claims(), false)] {
        for (width, flag) in [(1300, LIGHT), (1300, DARK), (400, LIGHT)] {
            let shown = super::accessibility::framed(&page, width);
            let found = browser.ask(&shown, LAYOUT, &[flag, "--window-size=1400,1300"]);
            assert_eq!((&found["wide"], &found["out"]), (&json!(0), &json!([])), "{width}");
            let lines = found["lines"].as_u64().expect("a number");
            assert_eq!(lines > 0, is_joined && width > 1000, "{width}: {lines} lines");
        }
    }
}

#[test]
fn keys_lines_and_copies() {
    let Some(browser) = Browser::found() else { return };
    let found = browser.ask(
        &reports(),
        r"
        const press = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        const shared = Array.from(document.querySelectorAll('.point:not(.plain)')).map((point) => point.id);
        const found = { shared: shared.length };
        press('n');
        found.first = document.activeElement.id === shared[0];
        press('n');
        press('p');
        found.back = document.activeElement.id === shared[0];
        press('p');
        found.around = document.activeElement.id === shared.at(-1);
        const line = document.querySelector('.lines path');
        document.querySelector('.mark[data-point=\'' + line.dataset.point + '\']').focus();
        found.lit = Array.from(document.querySelectorAll('.lines .lit')).every((path) => path.dataset.point === line.dataset.point)
          && line.matches('.lit');
        const button = document.querySelector('.copy');
        found.shown = button.checkVisibility();
        button.click();
        found.selected = getSelection().toString().trim() === button.parentElement.querySelector('.text').innerText.trim();
        found.lost = Array.from(document.querySelectorAll('a[href^=\'#\']')).filter((link) => !document.querySelector(link.hash)).length;
        return found;",
        &["--window-size=1300,1200"],
    );
    assert!(found["shared"].as_u64().is_some_and(|shared| shared > 1), "{found}");
    for key in ["first", "back", "around", "lit", "shown", "selected"] {
        assert_eq!(found[key], Value::Bool(true), "{key}: {found}");
    }
    assert_eq!(found["lost"], 0);
}

#[test]
fn it_prints() {
    let Some(browser) = Browser::found() else { return };
    for page in [reports(), claims()] {
        assert!(browser.print(&page).starts_with(b"%PDF-"));
    }
}
