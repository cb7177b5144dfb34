//! What a terminal shows during a long run: one line on standard error that is gone before the result comes. Nothing
//! where nobody watches: in a pipe, in a CI.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// A run quicker than this shows nothing, and the line is not redrawn more often.
const PAUSE: Duration = Duration::from_millis(400);

/// The line of a run; it is taken away when this is dropped.
pub struct Progress {
    shown: Option<ProgressLine>,
}

struct ProgressLine {
    says: Arc<Mutex<String>>,
    /// Closed when the run is over.
    over: Option<Sender<()>>,
    drawer: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins to show `says`, if the output is a terminal.
    #[must_use]
    pub fn start(says: &str, quiet: bool) -> Self {
        let in_ci = std::env::var_os("CI").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
        if quiet || in_ci || dumb || !io::stderr().is_terminal() {
            return Self { shown: None };
        }
        let says = Arc::new(Mutex::new(says.to_owned()));
        let (over, ends) = mpsc::channel();
        let told = Arc::clone(&says);
        // Without another thread, no line is shown.
        let drawer = std::thread::Builder::new().spawn(move || {
            let mut drawn = false;
            // A failure to show progress does not stop the run.
            while ends.recv_timeout(PAUSE) == Err(RecvTimeoutError::Timeout) {
                if let Ok(says) = told.lock() {
                    let _ = write!(io::stderr(), "\r\u{1b}[K{says}…");
                    let _ = io::stderr().flush();
                    drawn = true;
                }
            }
            if drawn {
                let _ = write!(io::stderr(), "\r\u{1b}[K");
                let _ = io::stderr().flush();
            }
        });
        Self {
            shown: drawer.ok().map(|drawer| ProgressLine { says, over: Some(over), drawer: Some(drawer) }),
        }
    }

    /// Shows something else.
    pub fn say(&self, says: impl FnOnce() -> String) {
        if let Some(shown) = &self.shown
            && let Ok(mut line) = shown.says.lock()
        {
            *line = says();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(shown) = &mut self.shown {
            shown.over = None;
            if let Some(drawer) = shown.drawer.take() {
                let _ = drawer.join();
            }
        }
    }
}
