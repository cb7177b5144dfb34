//! Footnotes in HTML have no element of their own: links and their targets are recognised by naming conventions.

use super::tokens::Tag;

/// The role of a link for the notes of the page.
#[derive(Debug, PartialEq, Eq)]
pub enum NoteLink<'a> {
    /// The mark of the note with this label.
    Reference(&'a str),
    /// The way back from a note to its mark.
    Back,
    /// Nothing.
    None,
}

/// How names of notes begin, before a number or a sign.
const NOTES: [&str; 9] = ["fn", "footnote", "cite_note", "endnote", "_ftn", "ftn", "_edn", "note", "ref"];

/// What names of the marks hold.
const MARKS: [&str; 6] = ["fnref", "cite_ref", "ftnref", "ednref", "footnote-ref", "footnoteref"];

/// The role of an `<a>` for notes; `raised` if it is in a `<sup>`.
pub fn note_link(tag: &Tag, raised: bool) -> NoteLink<'_> {
    let Some(name) = tag.text("href").strip_prefix('#') else { return NoteLink::None };
    let says = |what: &str| {
        ["role", "class", "epub:type"].iter().any(|attribute| tag.text(attribute).contains(what))
    };
    if MARKS.iter().any(|mark| name.contains(mark)) || says("backlink") || says("backref") {
        return NoteLink::Back;
    }
    let told = says("noteref") || says("footnote-ref");
    // "#note-on-method" may be a chapter as well as a note, unless it is superscript.
    let named =
        note_label(name).is_some() && (raised || !name.starts_with("note") && !name.starts_with("ref"));
    if !name.is_empty() && (raised || told || named) { NoteLink::Reference(name) } else { NoteLink::None }
}

/// The label of the note that an element with this `id` is, if it is one.
pub fn note_label(id: &str) -> Option<&str> {
    let name = id.strip_prefix("user-content-").unwrap_or(id);
    let is_note = NOTES.iter().any(|note| {
        name.strip_prefix(note).is_some_and(|rest| {
            let rest = rest.trim_start_matches([':', '-', '_', '.']);
            rest.starts_with(|first: char| first.is_ascii_digit())
                || (rest.len() < name.len() - note.len() && !rest.is_empty())
        })
    });
    (is_note && !MARKS.iter().any(|mark| name.contains(mark))).then_some(id)
}
