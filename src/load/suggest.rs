//! "Did you mean": the known name nearest to a misspelt one.

/// How many findings of a kind get a suggestion: each is compared with all that is known, and whoever has more unknown
/// names than this has not misspelt each of them.
pub const SUGGESTED: usize = 100;

/// The candidate that is nearest to `name`, if one is near enough to be meant.
#[must_use]
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    /// Names as unlike as this share too little to be the same word misspelt.
    const LIKENESS: f64 = 0.8;
    /// Longer names are not compared, which takes as long as the product of their lengths.
    const LONGEST: usize = 256;
    if name.len() > LONGEST {
        return None;
    }
    let folded = |text: &str| text.to_lowercase().replace(['_', ' '], "-");
    let wanted = folded(name);
    candidates
        .filter(|candidate| candidate.len() <= LONGEST)
        .map(|candidate| (strsim::jaro_winkler(&wanted, &folded(candidate)), candidate))
        .filter(|(likeness, _)| *likeness >= LIKENESS)
        .max_by(|one, two| one.0.total_cmp(&two.0).then_with(|| two.1.cmp(one.1)))
        .map(|(_, candidate)| candidate)
}

/// Whether `name` is `known` but for a letter or two: enough where many known names end alike ("parent-of", "clone-of").
#[must_use]
pub fn is_misspelt(name: &str, known: &str) -> bool {
    /// Of so many letters one may be wrong, or left out, or two exchanged.
    const LETTERS: usize = 6;
    name.len().abs_diff(known.len()) <= known.len() / LETTERS
        && strsim::osa_distance(name, known) <= known.len() / LETTERS
}

/// What is [`nearest`], owned, for facts.
#[must_use]
pub fn near<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    nearest(name, candidates).map(str::to_owned)
}

/// Owned words, for facts.
#[must_use]
pub fn owned<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    words.map(str::to_owned).collect()
}
