//! Small classes of words of a language pack, by which a statement is seen to be restricted, imagined, or of the past.

use std::collections::BTreeSet;

use crate::model::Language;
use crate::tokens::word_hashes;

/// The words of each class, as their hashes.
#[derive(Debug)]
pub struct WordClasses {
    /// Words between alternatives: "or".
    pub alternatives: Vec<u64>,
    /// Participles of those who are given an office: "elected".
    pub appointed: Vec<u64>,
    /// Words before whose words are told: "according".
    pub attributing: Vec<u64>,
    /// Words before a clause that, of what is to come, say when: "after".
    pub awaiting: Vec<u64>,
    /// Nouns of those who act for a body, or belong to it: "board".
    pub bodies: Vec<u64>,
    /// Prepositions of the place where something is: "in".
    pub locatives: Vec<u64>,
    /// Words for a part of a place: "southern".
    pub regions: Vec<u64>,
    /// Words by which something is so once more: "never again".
    pub repeating: Vec<u64>,
    /// Words of groups, for each of which there is one of a kind: "women".
    pub groups: Vec<u64>,
    /// Words that open a correction, before a colon: "correction".
    pub corrections: Vec<u64>,
    /// Words before an example: "like".
    pub exemplifying: Vec<u64>,
    /// Words before a verb that is not finite: "to".
    pub infinitive: Vec<u64>,
    /// Verbs with which a condition begins: "had".
    pub inverting: Vec<u64>,
    /// Auxiliaries that make what they are said of a mere thought: "would".
    pub supposing: Vec<u64>,
    /// Who had an office before somebody: "predecessor".
    pub predecessors: Vec<u64>,
    /// Articles and their like before nouns that are no names: "a", "each".
    pub indefinite: Vec<u64>,
    /// Words before how long something lasts: "for".
    pub lasting: Vec<u64>,
    /// Words for how long something lasts: "years", "terms".
    pub lengths: Vec<u64>,
    /// Prepositions before the one with whom a deed is done, wherever they stand: "dengan".
    pub partnering: Vec<u64>,
    /// Parts in which all of something is paid or done: "tranches".
    pub tranches: Vec<u64>,
    /// Words behind a noun and its name that say that it is one of before: "terdahulu".
    pub former_behind: Vec<u64>,
    /// Words there that say that it is one to come: "berikutnya".
    pub next_behind: Vec<u64>,
    /// Auxiliaries of what was before something past: "had".
    pub pluperfect: Vec<u64>,
    /// Auxiliaries of the perfect: "has".
    pub perfect: Vec<u64>,
    /// The copula behind them: "been".
    pub been: Vec<u64>,
    /// Words that restrict what follows: "only".
    pub only: Vec<u64>,
    /// Words behind "or" that go on from what is named: "later".
    pub onward: Vec<u64>,
    /// Nouns of some of a thing: "part".
    pub parts: Vec<u64>,
    /// Words before a reason: "because".
    pub reasons: Vec<u64>,
    /// Words between an article and a name that say which of several is meant: "old".
    pub telling_apart: Vec<u64>,
    /// "The", "this": by which a noun means what was spoken of.
    pub definite: Vec<u64>,
    /// Nouns before the number of a version: "version".
    pub versions: Vec<u64>,
    /// Words that set what follows against what was denied: "but".
    pub contrasting: Vec<u64>,
    /// Words of a date from which on something decided before takes effect: "effective".
    pub effective: Vec<u64>,
    /// Verbs and nouns of who is to be something, from some later day on: "elected".
    pub choosing: Vec<u64>,
    /// Nouns of the end of who has an office: "resignation".
    pub exits: Vec<u64>,
    /// Words before a clause that the sentence holds in spite of, or because of: "although".
    pub conceding: Vec<u64>,
    /// Words before what something is likened to: "unlike".
    pub likening: Vec<u64>,
    /// Words before a year that only bounds a time: "since".
    pub bounding: Vec<u64>,
    /// Prepositions before what somebody leaves: "from".
    pub sources: Vec<u64>,
    /// Those before where somebody goes: "to".
    pub outward: Vec<u64>,
    /// Those of how, where and with whom: "with".
    pub circumstances: Vec<u64>,
    /// Words for the time in which somebody is something: "stint".
    pub tenures: Vec<u64>,
    /// Units of time: "day" in "the next day".
    pub time_units: Vec<u64>,
    /// Nouns of a time that is not now: "years" in "in the war years".
    pub times: Vec<u64>,
    /// Verbs right behind a name in what somebody wants: "be".
    pub subjunctive: Vec<u64>,
    /// Verbs of those who are in an office no more: "dicopot".
    pub gone: Vec<u64>,
    /// Words by which they are not gone: "akan".
    pub not_gone: Vec<u64>,
    /// Words of the legal form of a firm behind its name: "Tbk".
    pub legal_forms: Vec<u64>,
    /// Words before a unit of time that count nothing: "near" of "near-term".
    pub loose_lengths: Vec<u64>,
    /// Words with which a list of those who are meant begins: "namely".
    pub listing: Vec<u64>,
    /// Words of all of something: "whole".
    pub wholes: Vec<u64>,
    /// Nouns of what has a title or is quoted as a whole: "song".
    pub works: Vec<u64>,
    /// Nouns of what shows somebody as of its day: "photo".
    pub pictures: Vec<u64>,
    /// Words with which the name of another place begins: "New".
    pub name_openers: Vec<u64>,
    /// Verbs of what happens in each place or to each group on a day of its own: "released".
    pub by_place: Vec<u64>,
    /// Words of the time of day: "midnight".
    pub hours: Vec<u64>,
    /// Words for the present day: "now".
    pub now: Vec<u64>,
    /// Words that only end as adverbs do: "family".
    pub no_adverbs: Vec<u64>,
    /// Words before what comes again and again: "every".
    pub recurring: Vec<u64>,
    /// Words before the version with which something ends: "until".
    pub ceilings: Vec<u64>,
    /// Words before what something is done for, which is no condition of it: "agar".
    pub purposes: Vec<u64>,
    /// Verbs without the form of one: "kata" in "kata Ann".
    pub bare_verbs: Vec<u64>,
}

/// How verbs are told from other words by how they begin.
#[derive(Debug)]
pub struct VerbBeginnings {
    /// "meng".
    beginnings: Vec<String>,
    /// Words that only begin so: "direktur".
    no_verbs: BTreeSet<String>,
}

impl VerbBeginnings {
    /// Those of a pack.
    #[must_use]
    pub fn new(pack: &Language) -> Self {
        let beginnings = pack.class("verb beginnings").to_vec();
        Self { beginnings, no_verbs: pack.inflection.no_verbs.clone() }
    }

    /// Whether a word begins as verbs do.
    #[must_use]
    pub fn fit(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let begins = self.beginnings.iter().any(|beginning| word.starts_with(beginning.as_str()));
        begins && !self.no_verbs.contains(&word)
    }
}

impl WordClasses {
    /// Those of a pack.
    #[must_use]
    pub fn new(pack: &Language) -> Self {
        let class = |name: &str| word_hashes(pack.class(name));
        Self {
            alternatives: class("alternatives"),
            appointed: class("appointed"),
            attributing: class("attributing"),
            awaiting: class("awaiting"),
            bodies: class("bodies"),
            locatives: class("locatives"),
            regions: class("regions"),
            repeating: class("repeating"),
            groups: class("groups"),
            exemplifying: class("exemplifying"),
            infinitive: class("infinitive"),
            inverting: class("inverting"),
            supposing: class("supposing"),
            predecessors: class("predecessors"),
            indefinite: class("indefinite"),
            lasting: class("lasting"),
            lengths: class("lengths"),
            partnering: class("partnering"),
            tranches: class("tranches"),
            former_behind: class("former behind"),
            next_behind: class("next behind"),
            pluperfect: class("pluperfect"),
            perfect: class("perfect"),
            been: class("been"),
            only: class("only"),
            onward: class("onward"),
            parts: class("parts"),
            reasons: class("reasons"),
            telling_apart: class("telling apart"),
            contrasting: class("contrasting"),
            corrections: class("corrections"),
            definite: class("definite"),
            versions: class("versions"),
            effective: class("effective"),
            choosing: class("choosing"),
            exits: class("exits"),
            conceding: class("conceding"),
            likening: class("likening"),
            bounding: class("bounding"),
            sources: class("sources"),
            outward: class("outward"),
            circumstances: class("circumstances"),
            tenures: class("tenures"),
            time_units: class("time units"),
            times: class("times"),
            subjunctive: class("subjunctive"),
            gone: class("gone"),
            not_gone: class("not gone"),
            legal_forms: class("legal forms"),
            loose_lengths: class("loose lengths"),
            listing: class("listing"),
            wholes: class("wholes"),
            works: class("works"),
            pictures: class("pictures"),
            name_openers: class("name openers"),
            by_place: class("by place"),
            hours: class("hours"),
            now: class("now"),
            no_adverbs: class("no adverbs"),
            recurring: class("recurring"),
            ceilings: class("ceilings"),
            purposes: class("purposes"),
            bare_verbs: class("bare verbs"),
        }
    }
}
