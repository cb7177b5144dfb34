//! The page of `report`: nothing goes wrong, nothing is asked for, filters and keys work, words can be read in light and dark,
//! and it prints.

use std::path::Path;

use super::chromium::{Browser, DARK, LIGHT};
use crate::report::folder::{Run, folder, project, report, write};
use serde_json::{Value, json};

/// What probes need: how many entries are shown, a pause until the filter has done its work, a key.
const TOOLS: &str = r"
const all = (selector) => Array.from(document.querySelectorAll(selector));
const shown = () => all('.entry').filter((entry) => entry.checkVisibility());
const ids = () => shown().map((entry) => entry.querySelector('.where code, dd.write + dt + dd a')).map((id) => id.hash ? id.hash.slice(1) : id.textContent);
const pause = (time = 500) => new Promise((done) => setTimeout(done, time));
const press = (key, target = document.body) => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const set = async (id, value) => {
  const field = document.getElementById(id);
  if (field.type === 'checkbox') field.checked = value; else field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await pause();
};
";

/// The page of a folder.
fn page(folder: &Path, more: &[&str]) -> String {
    let Run(code, out, error) = report(folder, &[more, &["--output-format", "html"]].concat());
    assert_eq!(code, 0, "{error}");
    out
}

/// The page of our own claims.
pub fn own() -> String {
    page(&project(), &["--drafts", "tests/drafts", "--since", "2026-03-01"])
}

fn probe(browser: &Browser, page: &str, probe: &str, flags: &[&str]) -> Value {
    browser.ask(page, &format!("{TOOLS}{probe}"), flags)
}

#[test]
fn filters_and_search() {
    let Some(browser) = Browser::found() else { return };
    let folder = folder();
    let page = page(folder.path(), &["--drafts", "content", "--since", "2025-01-15"]);
    let found = probe(
        &browser,
        &page,
        r"
        const found = { all: shown().length, total: all('.entry').length, form: document.getElementById('filters').checkVisibility() };
        await set('search', '2001 DONAUDAMPFSCHIFFFAHRTSGESELLSCHAFTSKAPITANSMÜTZEN');
        found.searched = ids();
        found.said = document.getElementById('shown').textContent;
        found.sections = all('[data-list]').filter((section) => section.checkVisibility()).map((section) => section.dataset.list);
        found.open = document.querySelector('#ended details').open;
        press('Escape');
        await pause();
        found.escaped = shown().length;
        found.closed = !document.querySelector('#ended details').open;
        await set('section', 'ended');
        found.ended = new Set(shown().map((entry) => entry.closest('section').id)).size;
        const rome = all('#subject option').find((option) => option.textContent.includes('Rome'));
        found.name = rome.textContent;
        await set('subject', rome.value);
        found.rome = ids().sort();
        document.querySelector('#timelines details').open = true;
        found.timelines = all('.timeline').filter((timeline) => timeline.checkVisibility()).length;
        document.getElementById('clear').click();
        await pause();
        found.cleared = shown().length;
        await set('new', true);
        found.news = ids();
        await set('new', false);
        await set('in-drafts', true);
        found.drafts = ids();
        found.lists = shown().map((entry) => entry.closest('[data-list]').dataset.list);
        await set('search', 'no such word');
        found.none = [shown().length, document.getElementById('shown').textContent];
        return found;",
        &[],
    );
    let all = found["all"].as_u64().expect("a number");
    let total = found["total"].as_u64().expect("a number");
    assert!(total > all && all > 4 && found["form"] == true, "{found}");
    assert_eq!((&found["escaped"], &found["cleared"]), (&json!(all), &json!(all)));
    assert_eq!(found["searched"], json!(["long"]));
    assert_eq!(found["said"], format!("1 of {total} entries"));
    assert_eq!(
        (&found["open"], &found["closed"]),
        (&json!(true), &json!(true)),
        "it opens for what is looked for"
    );
    assert_eq!(found["sections"], json!(["ended"]));
    assert_eq!((&found["ended"], &found["timelines"]), (&json!(1), &json!(1)));
    assert_eq!(found["name"], "<b>Rome</b> & Co \"שלום\"");
    assert_eq!(found["rome"], json!(["caesar-rules", "hebrew"]));
    assert!(found["news"].as_array().expect("a list").contains(&json!("bob-leads")), "{found}");
    assert_eq!(found["drafts"][2], "bob-leads");
    assert_eq!(found["lists"], json!(["change", "change", "superseded", "expiring", "expiring"]));
    assert_eq!(found["none"], json!([0, format!("0 of {total} entries")]));
}

#[test]
fn keys_and_links() {
    let Some(browser) = Browser::found() else { return };
    let found = probe(
        &browser,
        &own(),
        r"
        const found = { folded: document.querySelector('#ended details').open };
        press('/');
        found.slash = document.activeElement.id;
        const typed = press('/', document.activeElement);
        found.typed = typed;
        found.first = (() => { const first = document.querySelector('a, button, input, select, summary'); return first.className; })();
        await set('section', 'stale');
        const link = all('#timelines a').find((anchor) => !document.getElementById(anchor.hash.slice(1)).checkVisibility());
        link.click();
        await pause();
        found.back = document.getElementById(link.hash.slice(1)).checkVisibility();
        const over = document.querySelector('#attention a[href*=timeline-]');
        over.click();
        found.unfolded = document.querySelector(over.hash).checkVisibility();
        const tile = document.querySelector('.tile a[href$=ended]');
        tile.click();
        found.opened = document.querySelector('#ended details').open;
        found.focus = (() => { const link = document.querySelector('.tile a'); link.focus({ focusVisible: true }); return getComputedStyle(link).outlineStyle; })();
        return found;",
        &[],
    );
    assert_eq!(found["slash"], "search");
    assert_eq!(found["typed"], true, "a slash that is being written stays one");
    assert_eq!(found["first"], "skip", "the first thing that tabs reach");
    assert_eq!(found["back"], true, "a link to what is hidden shows it");
    assert_eq!(
        (&found["folded"], &found["opened"], &found["unfolded"]),
        (&json!(false), &json!(true), &json!(true))
    );
    assert_eq!(found["focus"], "solid");
}

/// Measures the contrast of every piece of text with what lies after it.
const CONTRAST: &str = r"
const parts = (color) => color.match(/[\d.]+/g).map(Number);
const light = ([red, green, blue]) => {
  const part = (value) => { value /= 255; return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
};
const behind = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const color = parts(getComputedStyle(at).backgroundColor);
    if (color.length < 4 || color[3] === 1) return color;
  }
  return [255, 255, 255];
};
const found = { least: 99, paper: getComputedStyle(document.documentElement).backgroundColor, count: 0 };
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node; (node = walker.nextNode());) {
  const element = node.parentElement;
  if (!node.data.trim() || element.closest('script, style, title, desc, option')) continue;
  const style = getComputedStyle(element);
  const ink = parts(element.closest('svg') ? style.fill : style.color);
  const [one, two] = [light(ink), light(behind(element))];
  const contrast = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  found.count += 1;
  if (contrast < found.least) { found.least = contrast; found.where = element.outerHTML.slice(0, 200) + ' ' + style.color; }
}
return found;";

#[test]
fn light_and_dark_can_be_read() {
    let Some(browser) = Browser::found() else { return };
    let folder = folder();
    let page = page(folder.path(), &["--drafts", "content", "--since", "2025-01-15"]);
    let look = |flag: &str| probe(&browser, &page, CONTRAST, &[flag]);
    let (light, dark) = (look(LIGHT), look(DARK));
    assert_ne!(light["paper"], dark["paper"]);
    for found in [light, dark] {
        assert!(found["count"].as_u64().is_some_and(|count| count > 100), "{found}");
        assert!(found["least"].as_f64().is_some_and(|least| least >= 4.5), "{found}");
    }
}

#[test]
fn bad_words_do_no_harm() {
    let Some(browser) = Browser::found() else { return };
    let folder = folder();
    let page = page(folder.path(), &["--drafts", "content", "--since", "2025-01-15"]);
    let found = probe(
        &browser,
        &page,
        r"
        all('details').forEach((details) => { details.open = true; });
        await pause();
        const root = document.documentElement;
        const bars = all('.chart rect, .chart svg svg').map((bar) => bar.getBoundingClientRect());
        return {
          harmed: window.harmed ?? null,
          wide: root.scrollWidth - root.clientWidth,
          bars: bars.length,
          lost: bars.filter((bar) => !(bar.width >= 0 && Number.isFinite(bar.left) && bar.right <= innerWidth + 4)).length,
          direction: getComputedStyle(all('.entry h3').find((heading) => heading.textContent.startsWith('החברה'))).direction,
        };",
        &["--window-size=500,900"],
    );
    assert_eq!(found["harmed"], Value::Null);
    assert_eq!(found["wide"], 0, "nothing sticks out to the right");
    assert!(found["bars"].as_u64().is_some_and(|bars| bars > 5) && found["lost"] == 0, "{found}");
    assert_eq!(found["direction"], "rtl");
}

#[test]
fn thousands_of_entries_open_and_can_be_filtered() {
    let Some(browser) = Browser::found() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let claim = |at: usize| {
        let (subject, year) = (at % 250, 1980 + at / 250 * 3);
        format!(
            "(id: \"c{at}\", subject: \"e{subject}\", relation: \"led-by\", object: \"e{}\", valid: \"{year}/{}\"),",
            at / 250,
            year + 3
        )
    };
    let claims: String = (0..2000).map(claim).collect();
    let entities: String = (0..250).map(|at| format!("(id: \"e{at}\", name: \"Entity {at}\"),")).collect();
    write(folder.path(), "claims/a.ron", &format!("(entities: [{entities}], claims: [{claims}])"));
    write(
        folder.path(),
        "rules/r.ron",
        "(relations: [(id: \"led-by\", label: \"is led by\", functional: true)])",
    );
    let page = page(folder.path(), &["--ignore", "unsourced"]);
    let found = probe(
        &browser,
        &page,
        r"
        const total = all('.entry').length;
        await set('search', 'c1234');
        const one = ids();
        await set('search', '');
        return { total, one, back: document.getElementById('shown').textContent };",
        &[],
    );
    let total = found["total"].as_u64().expect("a number");
    assert!(total >= 2000, "{found}");
    assert_eq!(found["one"], json!(["c1234"]));
    assert_eq!(found["back"], format!("{total} entries"));
}

/// How many pages a PDF has: the objects that are one.
fn pages(paper: &[u8]) -> usize {
    let text = String::from_utf8_lossy(paper);
    text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()
}

#[test]
fn it_prints_what_is_open_on_about_two_pages() {
    let Some(browser) = Browser::found() else { return };
    let paper = browser.print(&own());
    assert!(paper.starts_with(b"%PDF-"));
    assert!((1..=3).contains(&pages(&paper)), "{} pages", pages(&paper));
}
