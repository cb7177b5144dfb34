//! The threads of a run: one for each core, or as many as the system grants; without any, the current thread does
//! everything.

use std::sync::mpsc::{self, Sender};
use std::thread::{self, available_parallelism};

use rayon::{ThreadBuilder, ThreadPoolBuilder};

/// The variable that sets the number of threads.
const VARIABLE: &str = "RAYON_NUM_THREADS";

/// Prepares the threads that share reading and checking. A system that grants too few is not a reason to
/// stop: they are begun first, and only those that are there get work.
pub fn start() {
    let wanted =
        std::env::var(VARIABLE).ok().and_then(|number| number.parse().ok()).filter(|number| *number > 0);
    let wanted = wanted.unwrap_or_else(|| available_parallelism().map_or(1, usize::from));
    let mut ready: Vec<Sender<ThreadBuilder>> = (0..wanted).map_while(|_| waiting()).collect();
    let count = ready.len().max(1);
    let pool = ThreadPoolBuilder::new().num_threads(count);
    // If a test has prepared threads before, those are used.
    let _ = if ready.is_empty() {
        pool.use_current_thread().build_global()
    } else {
        pool.spawn_handler(|work| {
            let taken = ready.pop().map(|ready| ready.send(work));
            taken.and_then(Result::ok).ok_or_else(|| std::io::ErrorKind::WouldBlock.into())
        })
        .build_global()
    };
}

/// A thread that waits for work.
fn waiting() -> Option<Sender<ThreadBuilder>> {
    let (give, take) = mpsc::channel::<ThreadBuilder>();
    let begun = thread::Builder::new().spawn(move || {
        if let Ok(work) = take.recv() {
            work.run();
        }
    });
    begun.is_ok().then_some(give)
}
