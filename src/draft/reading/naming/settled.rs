//! Which of the names that were seen are names, and which are forms of one.

use std::collections::{BTreeMap, BTreeSet};

use super::seen::SeenNames;
use super::{CompiledLanguages, Format, SeenName};
use crate::draft::segmentation::word_hash;
use crate::text::{FileId, Place, Span};

/// Something that drafts name, with its names, the fullest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedThing {
    /// Its name.
    pub name: String,
    /// Other forms of it.
    pub aliases: Vec<String>,
    /// Where it is named first.
    pub place: Place,
}

/// A name, with all places where it was seen.
struct NameForm<'s> {
    seen: Vec<&'s SeenName>,
}

impl NameForm<'_> {
    fn name(&self) -> &str {
        &self.seen[0].name
    }

    fn words(&self) -> Vec<&str> {
        self.name().split_whitespace().collect()
    }

    fn may_be_person(&self) -> bool {
        self.seen.iter().any(|seen| seen.may_be_person)
    }

    fn is_placed(&self) -> bool {
        self.seen.iter().any(|seen| seen.is_placed)
    }

    fn only_opens(&self) -> bool {
        self.seen.iter().all(|seen| seen.opens)
    }

    fn drafts(&self) -> BTreeSet<usize> {
        self.seen.iter().map(|seen| seen.draft).collect()
    }
}

/// The things that were named, in the order of their names.
pub fn things(
    languages: &CompiledLanguages<'_>,
    seen: &SeenNames,
    drafts: &[(FileId, &str, Format)],
) -> Vec<NamedThing> {
    let is_small = |word: &str| seen.small.contains(&word_hash(word));
    let names: Vec<SeenName> = seen.names.iter().map(|name| behind_noun(name, &is_small)).collect();
    let mut forms: BTreeMap<String, NameForm<'_>> = BTreeMap::new();
    for name in &names {
        forms.entry(name.name.clone()).or_insert_with(|| NameForm { seen: Vec::new() }).seen.push(name);
    }
    let doubtful: Vec<String> = forms
        .values()
        .filter(|form| is_doubtful(form, &forms, &is_small))
        .map(|form| form.name().to_owned())
        .collect();
    doubtful.iter().for_each(|name| drop(forms.remove(name)));
    let mut forms = NameForms { forms, meant: BTreeMap::new() };
    forms.leave_out_runs();
    forms.leave_out_kinds(languages);
    forms.take_letters();
    forms.take_spellings();
    forms.take_short();
    forms.things(drafts)
}

/// A name without the noun before it that opens the sentence and is written small elsewhere: "Penduduk Karangsari".
fn behind_noun(name: &SeenName, is_small: &dyn Fn(&str) -> bool) -> SeenName {
    let noun = name.name.split_once(' ').filter(|(first, _)| name.opens && is_small(first));
    let Some((_, rest)) = noun else {
        return name.clone();
    };
    let start = name.span.end - u32::try_from(rest.len()).unwrap_or_default().min(name.span.end);
    let is_person = name.may_be_person && rest.contains(' ');
    SeenName {
        name: rest.to_owned(),
        span: Span::new(start as usize, name.span.end as usize),
        opens: false,
        may_be_person: is_person,
        letters: None,
        ..name.clone()
    }
}

/// Whether the capital of what only opens sentences may be no more than that: a common word, or one that nothing shows to be a name; or
/// several words of which all but the first are a name: "Yesterday Ann Weaver".
fn is_doubtful(
    form: &NameForm<'_>,
    forms: &BTreeMap<String, NameForm<'_>>,
    is_small: &dyn Fn(&str) -> bool,
) -> bool {
    let words = form.words();
    let is_common = || form.seen.iter().any(|seen| seen.is_common);
    if let [word] = words.as_slice()
        && form.seen.iter().any(|seen| seen.is_described)
    {
        return is_small(word) || is_common();
    }
    if !form.only_opens() {
        return false;
    }
    match words.as_slice() {
        [word] => {
            let is_shown = form.drafts().len() > 1 || form.seen.iter().any(|seen| seen.leads);
            is_small(word) || !is_shown || is_common()
        }
        [_, rest @ ..] => {
            let is_name = |form: &NameForm<'_>| rest.len() > 1 && !form.only_opens();
            forms.get(&rest.join(" ")).is_some_and(is_name)
        }
        [] => true,
    }
}

/// All names on their way to things.
struct NameForms<'s> {
    forms: BTreeMap<String, NameForm<'s>>,
    /// Names that are forms of others.
    meant: BTreeMap<String, String>,
}

impl<'s> NameForms<'s> {
    /// The names with several words that can be those of persons.
    fn persons(&self) -> Vec<&str> {
        let is_person = |form: &&NameForm<'_>| form.may_be_person() && form.words().len() > 1;
        self.forms.values().filter(is_person).map(NameForm::name).collect()
    }

    fn leave_out(&mut self, names: &[String]) {
        names.iter().for_each(|name| drop(self.forms.remove(name)));
    }

    /// Leaves out runs of capitals that begin with another name: "Bupati Sukamaju Budi Santoso".
    fn leave_out_runs(&mut self) {
        let is_run = |name: &&str| {
            let words: Vec<&str> = name.split_whitespace().collect();
            (1..words.len().saturating_sub(1)).any(|cut| self.forms.contains_key(&words[..cut].join(" ")))
        };
        let runs: Vec<String> = self.persons().into_iter().filter(is_run).map(str::to_owned).collect();
        self.leave_out(&runs);
    }

    /// Leaves out names that have only a word for a kind of thing more than another: "Nord" and "Nord Group" may be two or one. A place is
    /// something else than what is named for it.
    fn leave_out_kinds(&mut self, languages: &CompiledLanguages<'_>) {
        let telling = |seen: &&SeenName| {
            let words = &languages.get(seen.language)?.names;
            Some(words.telling(&seen.name)).filter(|telling| *telling != seen.name)
        };
        let is_like_other = |form: &&NameForm<'s>| {
            let mut others = form.seen.iter().filter_map(telling);
            others.any(|other| self.forms.get(&other).is_some_and(|other| !other.is_placed()))
        };
        let like: Vec<String> =
            self.forms.values().filter(is_like_other).map(|form| form.name().to_owned()).collect();
        self.leave_out(&like);
    }

    /// The letters in brackets behind a name mean it; if they are behind several, nobody.
    fn take_letters(&mut self) {
        let mut of: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for seen in self.forms.values().flat_map(|form| &form.seen) {
            if let Some(letters) = &seen.letters {
                of.entry(letters.clone()).or_default().insert(seen.name.clone());
            }
        }
        for (letters, names) in of {
            self.forms.remove(&letters);
            if let Some(name) = names.first().filter(|_| names.len() == 1) {
                self.meant.insert(letters, name.clone());
            }
        }
    }

    /// Takes two names of which no draft has both for one if they are spellings of it: "Ann Weaver", "A. Weaver", "Ann B. Weaver".
    fn take_spellings(&mut self) {
        let mut by_letter: BTreeMap<Option<char>, Vec<&str>> = BTreeMap::new();
        for name in self.persons() {
            by_letter.entry(name.chars().next()).or_default().push(name);
        }
        let mut meant: Vec<(String, String)> = Vec::new();
        let mut left_out: Vec<String> = Vec::new();
        for names in by_letter.values() {
            for name in names {
                let is_same = |other: &&&str| {
                    (other.len(), **other) > (name.len(), *name)
                        && self.forms[*name].drafts().is_disjoint(&self.forms[**other].drafts())
                        && is_spelling(name, other)
                };
                let same: Vec<&&str> = names.iter().filter(is_same).collect();
                match same.as_slice() {
                    [] => {}
                    [other] => meant.push(((*name).to_owned(), (**other).to_owned())),
                    _ => left_out.push((*name).to_owned()),
                }
            }
        }
        self.leave_out(&left_out);
        self.mean(meant);
    }

    /// Takes the last word of a person's name for it, if nobody else has it and no place: "Weaver". What may be the first word of one is
    /// left out.
    fn take_short(&mut self) {
        let mut last: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut within: BTreeSet<&str> = BTreeSet::new();
        for name in self.persons() {
            let words: Vec<&str> = name.split_whitespace().collect();
            let (end, others) = (words[words.len() - 1], &words[..words.len() - 1]);
            last.entry(end).or_default().push(name);
            within.extend(others);
        }
        let (mut meant, mut left_out) = (Vec::new(), Vec::new());
        for form in self.forms.values().filter(|form| form.words().len() == 1 && !form.is_placed()) {
            let name = form.name().to_owned();
            match last.get(form.name()).map(Vec::as_slice) {
                Some([owner]) if !within.contains(form.name()) => meant.push((name, (*owner).to_owned())),
                Some(_) => left_out.push(name),
                None if within.contains(form.name()) => left_out.push(name),
                None => {}
            }
        }
        self.leave_out(&left_out);
        self.mean(meant);
    }

    fn mean(&mut self, meant: Vec<(String, String)>) {
        for (name, other) in meant {
            self.forms.remove(&name);
            self.meant.insert(name, other);
        }
    }

    fn things(self, drafts: &[(FileId, &str, Format)]) -> Vec<NamedThing> {
        let mut aliases: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (name, mut other) in &self.meant {
            while let Some(fuller) = self.meant.get(other) {
                other = fuller;
            }
            aliases.entry(other).or_default().push(name.clone());
        }
        let thing = |form: &NameForm<'_>| NamedThing {
            name: form.name().to_owned(),
            aliases: aliases.remove(form.name()).unwrap_or_default(),
            place: Place { file: drafts[form.seen[0].draft].0, span: form.seen[0].span },
        };
        self.forms.values().map(thing).collect()
    }
}

/// Whether a shorter name may be another spelling of a longer one: the same last word, and all others the same, their first letters, or
/// left out of the middle.
fn is_spelling(short: &str, long: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        name.split_whitespace().map(|word| word.trim_end_matches('.').to_lowercase()).collect()
    };
    let (short, long) = (words(short), words(long));
    let ([first, middle @ .., last], [full, between @ .., end]) = (short.as_slice(), long.as_slice()) else {
        return false;
    };
    let is_initial = |one: &String, other: &String| {
        one == other || one.chars().count() == 1 && other.starts_with(one.as_str())
    };
    let mut rest = between.iter();
    last == end
        && is_initial(first, full)
        && middle.iter().all(|word| rest.any(|other| is_initial(word, other)))
}
