//! Forms of verbs and nouns: tables of base forms with all that should be made of them, one file a language.
//!
//! To add a row or a language, edit the tables under `forms/`; their first lines say how they are written. What is said here
//! beyond the tables holds for any word: no panic, and that base forms are found again.

use erstwhile::draft::{lemmas, noun_forms, verb_forms};
use erstwhile::load::{STANDARD_FILES, load};
use erstwhile::model::{Language, VerbForms};
use erstwhile::text::{File, Files};
use proptest::prelude::*;

/// The tables, each with the code of its language.
const TABLES: [(&str, &str); 2] =
    [("en", include_str!("forms/en.tsv")), ("id", include_str!("forms/id.tsv"))];

fn pack(code: &str) -> Language {
    let mut files = Files::default();
    for (path, text) in STANDARD_FILES {
        files.add(File::new(path, text));
    }
    let loaded = load(&files);
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    loaded.base.languages.into_iter().find(|pack| pack.code == code).unwrap()
}

/// The rows of a sort in a table: what is asked, and what is expected.
fn rows<'a>(table: &'a str, sort: &'a str) -> impl Iterator<Item = (&'a str, Vec<Vec<String>>)> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.filter_map(move |line| {
        let mut cells = line.split('\t');
        if cells.next() != Some(sort) {
            return None;
        }
        let base = cells.next().unwrap();
        let choices = |cell: &str| match cell {
            "-" => Vec::new(),
            cell => cell.split('/').map(|form| form.trim().to_owned()).collect(),
        };
        Some((base, cells.map(choices).collect()))
    })
}

fn fields(forms: &VerbForms) -> Vec<Vec<String>> {
    let VerbForms { finite, plain, progressive, perfect, participle, event } = forms.clone();
    vec![finite, plain, progressive, perfect, participle, event]
}

#[test]
fn verbs_of_the_tables() {
    let mut wrong = Vec::new();
    for (code, table) in TABLES {
        let pack = pack(code);
        let mut count = 0;
        for (base, expected) in rows(table, "verb") {
            count += 1;
            let found = fields(&verb_forms(&pack, base));
            if found != expected {
                wrong.push(format!("{code}: {base}: {found:?} and not {expected:?}"));
            }
        }
        if count < 150 {
            wrong.push(format!("{code}: only {count} verbs"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nouns_of_the_tables() {
    for (code, table) in TABLES {
        let pack = pack(code);
        for (base, expected) in rows(table, "noun") {
            assert_eq!(vec![noun_forms(&pack, base)], expected, "{code}: {base}");
        }
    }
}

#[test]
fn base_forms_of_the_tables() {
    let mut wrong = Vec::new();
    for (code, table) in TABLES {
        let pack = pack(code);
        for (word, expected) in rows(table, "lemmas") {
            let found = lemmas(&pack, word);
            let has_all = expected[0].iter().all(|base| found.contains(base));
            if !has_all || expected[0].is_empty() && !found.is_empty() {
                wrong.push(format!("{code}: {word}: {found:?} and not {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The pack of the documentation is enough for the verbs that it speaks of.
#[test]
fn verbs_of_a_new_language() {
    let page = include_str!("../../docs/reading.md");
    let (_, behind) = page.rsplit_once("path=rules/languages/de.ron\n").unwrap();
    let mut files = Files::default();
    files.add(File::new("rules/languages/de.ron", behind.split_once("```").unwrap().0));
    let loaded = load(&files);
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    let pack = &loaded.base.languages[0];
    for (verb, finite, participle) in [
        ("leiten", ["leitet", "leiten", "leitete"], "geleitet"),
        ("kaufen", ["kauft", "kaufen", "kaufte"], "gekauft"),
        ("nehmen", ["nimmt", "nehmen", "nahm"], "genommen"),
    ] {
        let forms = verb_forms(pack, verb);
        assert_eq!(
            (forms.finite, forms.participle),
            (finite.map(str::to_owned).to_vec(), vec![participle.to_owned()])
        );
        assert!(finite.iter().chain([&participle]).all(|form| lemmas(pack, form).contains(&verb.to_owned())));
    }
    assert_eq!(noun_forms(pack, "Leiter"), ["Leiter"]);
}

/// The forms of a verb that have an affix, and from which no base form with the same forms is found.
fn lost(pack: &Language, base: &str) -> Vec<String> {
    let forms = verb_forms(pack, base);
    let letters = |text: &str| text.replace(['-', ' '], "");
    let inflected = forms.active().chain(&forms.participle).filter(|form| letters(form) != letters(base));
    let is_lost = |form: &&String| lemmas(pack, form).iter().all(|base| verb_forms(pack, base) != forms);
    inflected.filter(is_lost).cloned().collect()
}

#[test]
fn base_forms_are_found_again() {
    for (code, table) in TABLES {
        let pack = pack(code);
        // What is bare does not show its base form.
        for base in rows(table, "verb").map(|(base, _)| base).filter(|base| !base.contains('°')) {
            assert_eq!(lost(&pack, base), Vec::<String>::new(), "{code}: {base}");
        }
    }
}

/// The pack without what it says of words that are no verbs.
fn boundless(mut pack: Language) -> Language {
    pack.inflection.no_verbs.clear();
    pack.inflection.never_begins.clear();
    pack.inflection.never_ends.clear();
    pack
}

proptest! {
    #[test]
    fn any_base_form_is_found_again(base in "[a-z]{3,9}") {
        thread_local! {
            static PACKS: Vec<Language> = TABLES.iter().map(|(code, _)| boundless(pack(code))).collect();
        }
        PACKS.with(|packs| for pack in packs {
            assert_eq!(lost(pack, &base), Vec::<String>::new(), "{}: {base}", pack.code);
        });
    }

    #[test]
    fn any_words_have_forms(words in "(\\PC| |-|°|…|=){0,12}") {
        thread_local! {
            static PACKS: Vec<Language> = TABLES.iter().map(|(code, _)| pack(code)).collect();
        }
        PACKS.with(|packs| for pack in packs {
            let forms = verb_forms(pack, &words);
            assert_eq!(fields(&forms).len(), 6);
            assert!(noun_forms(pack, &words).contains(&words.trim().to_owned()));
            assert!(lemmas(pack, &words).iter().all(|base| !base.is_empty()));
        });
    }
}
