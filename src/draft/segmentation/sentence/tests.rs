//! Sentences by example, and one law for any text.

use super::*;
use proptest::prelude::*;

fn cut(text: &str) -> Vec<&str> {
    let forms = ["Dr.", "No.", "Jl.", "e.g.", "Inc.", "Rp.", "H.", "S.Kom.", "dll.", "U.S.", "p.m.", "Jan."];
    let forms: Vec<String> = forms.iter().map(|form| (*form).to_owned()).collect();
    let mut out = Vec::new();
    sentences(text, &Abbreviations::new(&forms), &mut out);
    out.into_iter().map(|range| &text[range]).collect()
}

/// Sentences are written with `#` between them.
fn parts(text: &str) {
    let wanted: Vec<&str> = text.split('#').map(str::trim).collect();
    assert_eq!(cut(&text.replace('#', "")), wanted);
}

#[test]
fn full_stops_end_sentences() {
    parts("Azure was exclusive. # It is no longer! # Is it? # No");
    parts("It grew by 16.5 percent to Rp 16.5 billion. # GPT-4.1 came next.");
    parts("He left… # Then he came back... but not for long.");
    parts("Node.js is used. # And www.x.org too.");
}

#[test]
fn abbreviations_and_initials_end_none() {
    parts("Dr. Ahmad lives in Jl. Sudirman No. 5 in Jakarta. # So does J. K. Rowling.");
    parts("OpenAI Inc. was founded in 2015. # OpenAI Inc. # The company grew.");
    parts("Some clouds, e.g. Azure, grew. # See Jan. 2023.");
    parts("Budi, S.Kom. dan H. Ali menulis. # Rp. 16 triliun, dll. # Lalu selesai.");
    parts("1. Infrastruktur GPU. # In the U.S. it is so. # It rains.");
}

#[test]
fn brackets_and_quotations_hold_sentences_together() {
    parts("He said \"No. Never.\" and left. # She stayed.");
    parts("It (see p. 3. Or 4.) was exclusive. # \"It is over.\" # They parted.");
    parts("\"What?\" he asked. # Fine.");
    parts("An open \" mark. # Goes no further.");
}

#[test]
fn a_source_in_brackets_belongs_to_the_sentence_before() {
    parts("Azure runs ChatGPT. (OpenAI Press Release, 2023) # It grew. [1] [2] # So.");
    parts("It was signed. # (It was signed in 2019.) # So.");
    parts("It was signed. # (AWS) is another. # End (OpenAI, 2023). # So.");
}

#[test]
fn breaks_and_cells_end_sentences() {
    assert_eq!(
        cut("OpenAI | Azure was. It is | 2019\nNext line"),
        ["OpenAI", "Azure was.", "It is", "2019", "Next line"]
    );
    parts("\u{7b2c}\u{4e00}\u{3002}#\u{7b2c}\u{4e8c}\u{3002}");
    parts("\"Together, we built it.\" \u{2014} OpenAI, Statement (2023)");
}

proptest! {
    #[test]
    fn sentences_cover_all_words_in_order(text in "([a-cA-C.!?()\"'|\n\\[\\] ]|Dr\\. |\u{2026}|\u{3002}|\u{e9}|[ -~]){0,80}") {
        let mut out = Vec::new();
        sentences(&text, &Abbreviations::new(&["Dr.".to_owned()]), &mut out);
        let mut from = 0;
        for range in &out {
            prop_assert!(range.start >= from && range.end > range.start);
            let between = &text[from..range.start];
            prop_assert!(between.chars().all(|letter| letter.is_whitespace() || letter == '|'), "{:?}", between);
            prop_assert_eq!(text[range.clone()].trim(), &text[range.clone()]);
            from = range.end;
        }
        prop_assert!(text[from..].trim().chars().all(|letter| letter == '|'));
    }
}

#[test]
fn what_is_too_long_is_cut_at_white_space() {
    let text = "azure ".repeat(3000);
    let cut = cut(text.trim());
    assert!(
        cut.len() > 3 && cut.iter().all(|piece| piece.len() <= 4096 && piece.starts_with("azure")),
        "{}",
        cut.len()
    );
    assert_eq!(cut.iter().map(|piece| piece.split(' ').count()).sum::<usize>(), 3000);
}
