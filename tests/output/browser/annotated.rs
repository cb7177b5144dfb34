//! The annotated draft in a real browser: it asks nothing of any server, breaks no policy, throws nothing; its notes
//! are beside their sentences and not over each other, in wide and narrow windows; the keyboard reaches all of them.

use assert_cmd::Command;

use super::chromium::Browser;

/// The page of a draft of the project's own, whose text goes beyond what is usual.
pub fn page() -> String {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut command = Command::cargo_bin("erstwhile").expect("the program");
    command
        .current_dir(root)
        .env_remove("ERSTWHILE_OUTPUT_FORMAT")
        .args(["lint", "--as-of", "2025-11-30", "--output-format", "html"])
        .args(["tests/drafts/cloud-explainer.md", "tests/readings/openai/news-en.md"])
        .args(["tests/readings/openai/page-en.html", "tests/readings/openai/catatan-id.txt"]);
    let page = command.output().expect("the program runs").stdout;
    let page = String::from_utf8(page).expect("text");
    assert!(page.contains("<mark "), "there is something to look at");
    page
}

/// Reports how notes are placed beside their sentences and each other, and whether they split the text.
const LAYOUT: &str = "
    const wide = matchMedia('(min-width: 66rem)').matches;
    tell(wide ? 'wide' : 'narrow');
    if (document.documentElement.scrollWidth > innerWidth) tell('wider than the window: ' + document.documentElement.scrollWidth);
    document.querySelectorAll('.text-column').forEach((column) => {
      let bottom = -Infinity;
      column.querySelectorAll('.notes > .note').forEach((note) => {
        const box = note.getBoundingClientRect();
        const block = note.closest('.block');
        const text = block.querySelector('.text').getBoundingClientRect();
        const mark = document.getElementById(note.id.replace('n', 'm'));
        const top = mark.getClientRects()[0].top;
        if (box.top < bottom) tell(note.id + ' covers the note above');
        if (wide && box.left < column.getBoundingClientRect().right) tell(note.id + ' covers the text');
        if (!wide && box.top < text.bottom - 4) tell(note.id + ' covers the text above');
        if (wide && box.top < top - 4) tell(note.id + ' is above its sentence');
        if (wide && bottom < top - 24 && Math.abs(box.top - top) > 24) tell(note.id + ' is ' + (box.top - top) + ' below its sentence');
        if (wide && block.getBoundingClientRect().bottom > text.bottom + 40) tell(note.id + ' parts the text');
        bottom = box.bottom;
      });
      if (column.getBoundingClientRect().bottom < bottom - 1) tell('notes reach below their draft');
    });
    const closed = Array.from(document.querySelectorAll('.note.quiet summary'));
    if (closed.length === 0) tell('nothing is in order');
    if (wide) closed.filter((line) => line.getBoundingClientRect().height > 30).forEach((line) => tell(line.textContent + ' takes more than a line'));
    if (Array.from(document.querySelectorAll('.note details')).some((details) => details.open)) tell('something on demand is open');
";

/// Presses keys and follows links; reports where the focus went.
const KEYS: &str = "
    const at = () => document.activeElement.closest('mark, .note')?.id;
    const press = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const marks = Array.from(document.querySelectorAll('mark.said'));
    const all = marks.map((mark) => mark.id);
    const some = marks.filter((mark) => mark.matches('.attention')).map((mark) => mark.id);
    tell(some.length > 1 && some.length < all.length);
    press('n'); tell(at() === some[0]);
    press('n'); tell(at() === some[1]);
    press('p'); tell(at() === some[0]);
    press('p'); tell(at() === some[some.length - 1]);
    press('n'); press('N'); tell(at() === all[all.indexOf(some[0]) + 1]);
    press('P'); tell(at() === some[0]);
    document.activeElement.click(); tell(at() === some[0].replace('m', 'n'));
    tell(document.querySelectorAll('.lit').length === 2);
    document.activeElement.click(); tell(at() === some[0]);
    tell(getComputedStyle(document.activeElement).outlineStyle !== 'none');
";

/// Reports words whose contrast with their background is too low.
const CONTRAST: &str = "
    const parts = (color) => color.match(/[0-9.]+/g).map(Number);
    const light = (color) => parts(color).slice(0, 3).map((part) => part / 255)
      .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
      .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
    const behind = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const color = getComputedStyle(at).backgroundColor;
        if (parts(color)[3] !== 0) return color;
      }
      return 'rgb(255, 255, 255)';
    };
    const poor = new Set();
    document.querySelectorAll('p, a, code, dt, dd, mark, li, h1, h2, .badge, .meaning, .code').forEach((element) => {
      const [one, two] = [light(getComputedStyle(element).color), light(behind(element))];
      const contrast = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
      if (contrast < 4.5) poor.add(element.tagName + '.' + element.className + ' ' + contrast.toFixed(2));
    });
    poor.forEach(tell);
    tell(light(getComputedStyle(document.documentElement).backgroundColor) > 0.5 ? 'light' : 'dark');
";

/// What `probe` reports about a page in a window of this width.
fn observe(browser: &Browser, page: &str, width: u32, probe: &str) -> Vec<String> {
    let window = format!("--window-size={width},1200");
    // The script of the page places the notes once they are laid out.
    let probe = format!(
        "const told = []; const tell = (text) => told.push(String(text)); \
         await new Promise((done) => setTimeout(done, 300)); {probe} return told;"
    );
    let told = browser.ask(page, &probe, &[&window, "--hide-scrollbars"]);
    serde_json::from_value(told).expect("lines")
}

#[test]
fn the_annotated_draft_in_a_browser() {
    let Some(browser) = Browser::found() else { return };
    let page = page();
    assert_eq!(observe(&browser, &page, 1300, LAYOUT), ["wide"]);
    assert_eq!(observe(&browser, &page, 500, LAYOUT), ["narrow"]);
    assert_eq!(observe(&browser, &page, 1300, KEYS), ["true"; 11]);
    assert_eq!(observe(&browser, &page, 1300, CONTRAST), ["light"]);
    let dark = page.replacen("prefers-color-scheme: dark", "min-width: 1px", 1);
    assert_eq!(observe(&browser, &dark, 1300, CONTRAST), ["dark"]);
}

#[test]
fn the_watch_sees_what_a_page_must_not_do() {
    let Some(browser) = Browser::found() else { return };
    let bad = page().replacen(
        "<footer",
        "<img src=\"https://example.invalid/x.png\"><script>nothing.there()</script><footer",
        1,
    );
    let told = browser.look(&bad, "return 'done'", &[]);
    let wrong = told["wrong"].to_string();
    assert!(wrong.contains("policy: img-src") && wrong.contains("nothing is not defined"), "{wrong}");
    assert_eq!(told["found"], "done");
}
