//! A real browser for tests of pages, without a driver: headless Chromium prints the page as it stands after its scripts
//! have run, and a script that is put into a copy of the page writes down what it saw.
//!
//! `ERSTWHILE_CHROMIUM` names another browser. Where there is none, tests say that they are skipped.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Where browsers usually lie.
const USUAL: [&str; 4] =
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome"];

/// No network, no first steps, no sandbox (which root may not have), and nothing of the machine's own profile.
const FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--virtual-time-budget=5000",
];

/// A page that takes longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(90);

/// Counts what a page must not do, before anything else of it runs.
const WATCH: &str = "<script>window.seen = [];\
    addEventListener('error', (event) => seen.push('error: ' + (event.message || event.target.outerHTML)), true);\
    addEventListener('unhandledrejection', (event) => seen.push('rejection: ' + event.reason));\
    addEventListener('securitypolicyviolation', (event) => seen.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI));\
    </script>";

/// A browser that was found.
pub struct Chromium {
    program: PathBuf,
    folder: TempDir,
}

impl Chromium {
    /// The browser; without one, says on standard error that the test called `test` is skipped.
    pub fn find(test: &str) -> Option<Self> {
        let named = std::env::var_os("ERSTWHILE_CHROMIUM").map(PathBuf::from);
        let program = named.or_else(|| USUAL.iter().map(PathBuf::from).find(|path| path.exists()));
        let Some(program) = program else {
            eprintln!("{test}: skipped, because there is no Chromium (ERSTWHILE_CHROMIUM may name one)");
            return None;
        };
        Some(Self { program, folder: tempfile::tempdir().expect("a folder for the browser") })
    }

    /// What a page comes to on a window of this width: what it did that no page may, then what `probe` writes down, a line
    /// each. The probe runs when the page is ready; it calls `tell(text)`.
    pub fn observe(&self, page: &str, width: u32, probe: &str) -> Vec<String> {
        let end = format!(
            "<script>addEventListener('load', () => setTimeout(() => {{\
             const told = []; const tell = (text) => told.push(String(text));\
             try {{ {probe} }} catch (error) {{ tell('probe: ' + error); }}\
             performance.getEntriesByType('resource').forEach((entry) => seen.push('fetched: ' + entry.name));\
             const out = document.createElement('pre'); out.id = 'told';\
             out.textContent = JSON.stringify(seen.concat(told)); document.body.append(out); }}, 300));</script></body>"
        );
        assert!(page.contains("</title>"), "a page has a title");
        let watched = page.replacen("</title>", &format!("</title>{WATCH}"), 1).replacen("</body>", &end, 1);
        let path = self.folder.path().join("page.html");
        fs::write(&path, watched).expect("the copy of the page");
        let dom = self.run(&path, width);
        let told = dom.split("<pre id=\"told\">").nth(1).and_then(|rest| rest.split("</pre>").next());
        let told = told.unwrap_or_else(|| panic!("the probe did not end:\n{dom}"));
        let told = told.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        serde_json::from_str(&told).expect("what was told")
    }

    /// The page as it stands after its scripts.
    fn run(&self, path: &Path, width: u32) -> String {
        let profile = tempfile::tempdir_in(self.folder.path()).expect("a profile");
        let out = self.folder.path().join("dom.html");
        let mut child = Command::new(&self.program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg(format!("--window-size={width},1200"))
            .arg("--dump-dom")
            .arg(format!("file://{}", path.display()))
            .stdout(fs::File::create(&out).expect("a file for the page"))
            .stderr(Stdio::null())
            .spawn()
            .expect("the browser starts");
        let begun = Instant::now();
        loop {
            match child.try_wait().expect("the browser") {
                Some(_) => break,
                None if begun.elapsed() > PATIENCE => {
                    child.kill().expect("the browser that was started here");
                    panic!("the browser did not end within {PATIENCE:?}");
                }
                None => std::thread::sleep(Duration::from_millis(50)),
            }
        }
        fs::read_to_string(out).expect("the page")
    }
}
