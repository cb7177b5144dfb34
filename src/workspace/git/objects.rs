//! The contents of files of a repository, asked of one git process after the other.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use super::{GitError, command};

/// A git process that gives objects.
#[derive(Debug)]
pub struct Objects {
    process: Child,
    /// Closed at the end, so that git ends too.
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Objects {
    /// Begins to ask in the repository around `folder`.
    ///
    /// # Errors
    ///
    /// Git cannot be run.
    pub fn open(folder: &Path) -> Result<Self, GitError> {
        let mut process = command(folder)
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(GitError::NoGit)?;
        let questions = process.stdin.take();
        let Some(answers) = process.stdout.take() else {
            return Err(failed("its answers cannot be read"));
        };
        Ok(Self { process, questions, answers: BufReader::with_capacity(1 << 16, answers) })
    }

    /// The contents of an object.
    ///
    /// # Errors
    ///
    /// It is not there, or git fails.
    pub fn read(&mut self, object: &str) -> Result<Vec<u8>, GitError> {
        self.answer(object).map_err(|error| failed(&error.to_string()))
    }

    fn answer(&mut self, object: &str) -> io::Result<Vec<u8>> {
        let questions = self.questions.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        writeln!(questions, "{object}")?;
        questions.flush()?;
        let mut head = String::new();
        self.answers.read_line(&mut head)?;
        let length = head.trim_end().rsplit_once(' ').and_then(|(_, length)| length.parse().ok());
        let length: usize = length.ok_or_else(|| io::Error::other(head.trim_end().to_owned()))?;
        let mut bytes = vec![0; length + 1];
        self.answers.read_exact(&mut bytes)?;
        // A line break closes each answer.
        bytes.pop();
        Ok(bytes)
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        self.questions = None;
        // Only that it has ended matters here.
        let _ = self.process.wait();
    }
}

fn failed(reason: &str) -> GitError {
    GitError::Failed("read a file of a commit", reason.to_owned())
}
