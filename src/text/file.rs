//! The files of a run, with their text in memory. Does not read them: `workspace` does.

use std::borrow::Cow;
use std::sync::OnceLock;

use bytestring::ByteString;

use super::{Change, FileId, LineIndex, Place, Position, Root, change_in_place, undoing};

/// One file: the path as people will see it and its text.
#[derive(Debug)]
pub struct File {
    path: String,
    text: ByteString,
    /// The text is not all of the file, and is kept only to show where it stops.
    unread: bool,
    /// Its text is wanted until the end of the run.
    kept: bool,
    /// It holds settings, whatever its name.
    config: bool,
    lines: OnceLock<LineIndex>,
}

impl File {
    /// A file with `path` as it is to be shown (relative, with `/`) and its whole text.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<ByteString>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            unread: false,
            kept: false,
            config: false,
            lines: OnceLock::new(),
        }
    }

    /// A file that could not be read further than `text`; it holds no data.
    #[must_use]
    pub fn unread(path: impl Into<String>, text: impl Into<ByteString>) -> Self {
        Self { unread: true, ..Self::new(path, text) }
    }

    /// The same file as one that holds settings, whatever its name.
    #[must_use]
    pub fn as_config(self) -> Self {
        Self { config: true, ..self }
    }

    /// Whether it holds settings although its name may not say so.
    #[must_use]
    pub fn is_config(&self) -> bool {
        self.config
    }

    /// Whether its text may be taken for data.
    #[must_use]
    pub fn is_read(&self) -> bool {
        !self.unread
    }

    /// The path as shown.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same file with another text.
    fn with_text(&self, text: ByteString) -> Self {
        let (path, lines) = (self.path.clone(), OnceLock::new());
        Self { path, text, unread: self.unread, kept: self.kept, config: self.config, lines }
    }

    /// Frees its text, of which nothing is to be shown any more.
    fn forget(&mut self) {
        self.text = ByteString::new();
        self.unread = true;
        self.lines = OnceLock::new();
    }

    /// Where its lines begin; built at the first call, because most files of a large run have no finding.
    pub fn lines(&self) -> &LineIndex {
        // On one core: others may be waiting for it here.
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// Builds it on all cores, if that is worthwhile: for callers that know it will be needed.
    pub fn index_lines(&self) {
        const LARGE: usize = 1 << 20;
        if self.text.len() >= LARGE && self.lines.get().is_none() {
            // If another thread was faster, its result is the same.
            let _ = self.lines.set(LineIndex::on_all_cores(&self.text));
        }
    }
}

/// All files of a run, in the order of their paths.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<File>,
    root: Root,
    repository: Root,
}

impl Files {
    /// Adds a file and gives it its id.
    pub fn add(&mut self, file: File) -> FileId {
        self.files.push(file);
        FileId::new(self.files.len() - 1)
    }

    /// Says where the workspace begins.
    pub fn set_root(&mut self, root: Root) {
        self.root = root;
    }

    /// Where the workspace begins.
    #[must_use]
    pub fn root(&self) -> &Root {
        &self.root
    }

    /// The path of a file from the root of the workspace, whatever folder the program was started in.
    #[must_use]
    pub fn path_from_root(&self, id: FileId) -> Cow<'_, str> {
        self.root.path(self.get(id).path())
    }

    /// Says where the repository begins, for those who know files by their paths from there.
    pub fn set_repository(&mut self, top: Root) {
        self.repository = top;
    }

    /// The path of a file from the top of the repository; as it is shown, without a leading `./`, if there is none.
    #[must_use]
    pub fn path_from_repository(&self, id: FileId) -> Cow<'_, str> {
        self.repository.path(self.get(id).path())
    }

    /// Adds all of `other` after these; their ids grow by how many there were.
    pub fn append(&mut self, mut other: Self) {
        self.files.append(&mut other.files);
    }

    /// The file with this id; ids come only from [`Files::add`] of the same run.
    #[must_use]
    pub fn get(&self, id: FileId) -> &File {
        &self.files[id.index()]
    }

    /// Keeps the text of a file whatever [`Self::forget`] is asked: all of it is to be shown at the end of the run.
    pub fn keep(&mut self, id: FileId) {
        if let Some(file) = self.files.get_mut(id.index()) {
            file.kept = true;
        }
    }

    /// The same files, some of them with another text. The texts of the others are shared, not copied.
    #[must_use]
    pub fn with_texts(&self, texts: impl IntoIterator<Item = (FileId, ByteString)>) -> Self {
        let same = self.files.iter().map(|file| file.with_text(file.text.clone())).collect();
        let mut files = Self { files: same, root: self.root.clone(), repository: self.repository.clone() };
        for (id, text) in texts {
            if let Some(file) = files.files.get_mut(id.index()) {
                file.text = text;
            }
        }
        files
    }

    /// Makes changes, which are in order, in the text of a file, and gives those that take them back: only one of the two texts is
    /// in memory.
    pub fn change(&mut self, id: FileId, changes: &[Change]) -> Vec<Change> {
        let Some(file) = self.files.get_mut(id.index()) else { return Vec::new() };
        let undo = undoing(&file.text, changes);
        file.lines = OnceLock::new();
        let bytes = std::mem::take(&mut file.text).into_bytes();
        let text = String::from_utf8(bytes.into()).unwrap_or_default();
        file.text = change_in_place(text, changes).into();
        undo
    }

    /// Frees the text of a file of which nothing is to be shown any more, so that many drafts take the memory of a few.
    pub fn forget(&mut self, id: FileId) {
        if let Some(file) = self.files.get_mut(id.index()).filter(|file| !file.kept) {
            file.forget();
        }
    }

    /// All files with their ids, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (FileId, &File)> {
        self.files.iter().enumerate().map(|(index, file)| (FileId::new(index), file))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The text at a place; empty when the place lies outside its file.
    #[must_use]
    pub fn slice(&self, place: Place) -> &str {
        self.get(place.file).text().get(place.span.range()).unwrap_or("")
    }

    /// The first and the last position of a place.
    #[must_use]
    pub fn positions(&self, place: Place) -> (Position, Position) {
        let file = self.get(place.file);
        file.lines().positions(file.text(), place.span.start as usize, place.span.end as usize)
    }
}

#[cfg(test)]
mod tests {
    use rayon::prelude::*;

    use super::*;

    /// Many ask for the lines of one large file at once, in the middle of work that is shared out.
    #[test]
    fn lines_are_asked_for_by_all_cores_at_once() {
        let text = "a line\n".repeat(1 << 19);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(8).build().unwrap();
        for _ in 0..50 {
            let mut files = Files::default();
            let id = files.add(File::new("a.md", text.as_str()));
            let all = pool.install(|| {
                let starts = (0..text.len()).into_par_iter().step_by(7 << 10);
                starts.map(|byte| files.positions(Place::new(id, byte, byte)).0.line).max()
            });
            assert_eq!(all, Some(1 + (text.len() - 1) / (7 << 10) * (1 << 10)));
        }
    }
}
