//! A real browser without a window: finds Chromium, opens a page with a probe in it, and gives back what the probe found.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// Where it usually is. The variable `ERSTWHILE_CHROMIUM` names another one.
const PLACES: [&str; 4] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
];

/// No window, no sandbox (which `root` cannot have), and nothing that a browser asks of the web by itself.
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
    "--enable-logging=stderr",
    "--v=0",
];

/// The flag for a reader who wants dark pages.
pub const DARK: &str = "--blink-settings=preferredColorScheme=0";

/// The flag for one who wants light pages.
pub const LIGHT: &str = "--blink-settings=preferredColorScheme=1";

/// Longer than this no page takes, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(240);

/// Records what goes wrong, before anything else of the page runs.
const WATCH: &str = r"<script>
window.wrong = [];
addEventListener('error', (event) => window.wrong.push('error: ' + (event.message || event.target)), true);
addEventListener('unhandledrejection', (event) => window.wrong.push('rejected: ' + event.reason));
document.addEventListener('securitypolicyviolation', (event) => window.wrong.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
</script>";

/// A browser and a folder for its pages and its own files.
pub struct Browser {
    program: PathBuf,
    folder: TempDir,
}

impl Browser {
    /// The browser of this machine; without one, says so, and the test has nothing to do.
    pub fn found() -> Option<Self> {
        let named = std::env::var_os("ERSTWHILE_CHROMIUM").map(PathBuf::from);
        let usual = || PLACES.into_iter().map(PathBuf::from).find(|path| path.exists());
        let Some(program) = named.or_else(usual) else {
            eprintln!("SKIPPED: no Chromium on this machine; ERSTWHILE_CHROMIUM can name one");
            return None;
        };
        Some(Self { program, folder: tempfile::tempdir().expect("a folder") })
    }

    /// Opens a page, runs `probe` in it once it is loaded (the body of an async function), and gives back what it returns.
    /// Fails if anything went wrong in the page or if it asked for anything.
    pub fn ask(&self, page: &str, probe: &str, flags: &[&str]) -> Value {
        let told = self.look(page, probe, flags);
        assert_eq!(told["wrong"], serde_json::json!([]), "something went wrong in the page");
        assert_eq!(told["asked"], serde_json::json!([]), "the page asked for something");
        assert_eq!(told["console"], serde_json::json!([]));
        told["found"].clone()
    }

    /// The same with what went wrong, what was asked for and what the browser's console says.
    pub fn look(&self, page: &str, probe: &str, flags: &[&str]) -> Value {
        let ask = format!(
            "<script>addEventListener('load', async () => {{ let found; try {{ found = await (async () => {{ {probe} }})(); }} \
             catch (error) {{ window.wrong.push(String(error)); }} \
             const asked = performance.getEntriesByType('resource').map((entry) => entry.name); \
             const told = JSON.stringify({{ found, wrong: window.wrong, asked }}); \
             document.body.replaceChildren(); document.title = 'told:' + encodeURIComponent(told); }});</script>"
        );
        let page = page.replacen("<style>", &format!("{WATCH}<style>"), 1).replacen(
            "</body>",
            &format!("{ask}</body>"),
            1,
        );
        let (dom, log) = self.run(&page, &[&["--virtual-time-budget=20000", "--dump-dom"], flags].concat());
        let told = dom.split_once("<title>told:").and_then(|(_, rest)| rest.split_once("</title>"));
        let (told, _) =
            told.unwrap_or_else(|| panic!("the probe told nothing:\n{log}\n{}", &dom[..dom.len().min(2000)]));
        let mut told: Value = serde_json::from_str(&decoded(told)).expect("JSON");
        told["console"] = log.lines().filter(|line| line.contains("CONSOLE")).collect();
        told
    }

    /// Prints a page and gives back the bytes of the PDF.
    pub fn print(&self, page: &str) -> Vec<u8> {
        let paper = self.folder.path().join("paper.pdf");
        let to = format!("--print-to-pdf={}", paper.display());
        let (_, log) = self.run(page, &[&to, "--no-pdf-header-footer"]);
        fs::read(paper).unwrap_or_else(|error| panic!("{error}\n{log}"))
    }

    /// Runs the browser on a page and gives back what it writes and its log.
    fn run(&self, page: &str, flags: &[&str]) -> (String, String) {
        let folder = self.folder.path();
        let (path, out, log) = (folder.join("page.html"), folder.join("out"), folder.join("log"));
        fs::write(&path, page).expect("written");
        let own = tempfile::tempdir().expect("a folder for the browser");
        let file = |path: &Path| Stdio::from(fs::File::create(path).expect("a file"));
        let mut child = Command::new(&self.program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", own.path().display()))
            .args(flags)
            .arg(format!("file://{}", path.display()))
            .stdin(Stdio::null())
            .stdout(file(&out))
            .stderr(file(&log))
            .spawn()
            .expect("the browser runs");
        let start = Instant::now();
        while child.try_wait().expect("the browser").is_none() {
            if start.elapsed() > PATIENCE {
                let _ = child.kill();
                let _ = child.wait();
                panic!("the browser did not come to an end:\n{}", read(&log));
            }
            sleep(Duration::from_millis(20));
        }
        (read(&out), read(&log))
    }
}

fn read(path: &Path) -> String {
    String::from_utf8_lossy(&fs::read(path).unwrap_or_default()).into_owned()
}

/// The text of `encodeURIComponent`.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte.expect("two digits")).to_digit(16).expect("a digit");
        let (high, low) = (digit(rest.next()), digit(rest.next()));
        bytes.push(u8::try_from(high * 16 + low).expect("a byte"));
    }
    String::from_utf8(bytes).expect("text")
}
