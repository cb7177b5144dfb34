//! Two reports made up from a seed, with the base that they are reconciled against: each sentence of a company, a town or a person
//! of its own choice, one in five different in the second report, which tells them in another order. Half of what the first says
//! is on record.

use std::fmt::Write as _;

use crate::corpus::phrases;
use crate::random::Random;

/// A base and two reports.
pub struct Pair {
    /// The claims file.
    pub claims: String,
    /// The reports.
    pub reports: [String; 2],
}

/// What a sentence says: which relation, of which names.
#[derive(Clone, Copy)]
struct Said {
    relation: usize,
    subject: usize,
    object: usize,
}

/// Relations with the words of a sentence between its two names.
const RELATIONS: [(&str, &str); 4] = [
    ("headquartered-in", "is headquartered in"),
    ("chief-executive-of", "is the chief executive of"),
    ("provider-of", "is a provider of"),
    ("located-in", "is located in"),
];

/// Two reports of `count` sentences each.
pub fn pair(count: usize) -> Pair {
    let mut random = Random(17);
    let names = phrases(count / 2);
    let name = |random: &mut Random| usize::try_from(random.below(names.len() as u64)).unwrap_or(0);
    let first: Vec<Said> = (0..count)
        .map(|at| Said { relation: at % 4, subject: name(&mut random), object: name(&mut random) })
        .collect();
    let mut second: Vec<Said> = first
        .iter()
        .enumerate()
        .map(|(at, said)| if at % 5 == 0 { Said { object: name(&mut random), ..*said } } else { *said })
        .collect();
    for at in (1..second.len()).rev() {
        second.swap(at, usize::try_from(random.below(at as u64 + 1)).unwrap_or(at));
    }
    Pair {
        claims: claims(&names, &first),
        reports: [report("2024-03-01", &names, &first), report("2025-03-01", &names, &second)],
    }
}

fn report(date: &str, names: &[String], all: &[Said]) -> String {
    let mut text = format!("---\ndate: {date}\n---\n");
    for said in all {
        let (subject, object) = (&names[said.subject], &names[said.object]);
        let _ = write!(text, "\n{subject} {} {object}.\n", RELATIONS[said.relation].1);
    }
    text
}

fn claims(names: &[String], said: &[Said]) -> String {
    let mut text = String::from("(\nentities: [\n");
    for (number, name) in names.iter().enumerate() {
        let _ = writeln!(text, "(id: \"e{number}\", name: \"{name}\"),");
    }
    text.push_str("],\nsources: [(id: \"s\", title: \"List\", published: \"2023\")],\nclaims: [\n");
    for (number, said) in said.iter().enumerate().step_by(2) {
        let Said { relation, subject, object } = *said;
        let relation = RELATIONS[relation].0;
        let from = 2000 + number % 20;
        let _ = writeln!(
            text,
            "(id: \"c{number}\", subject: \"e{subject}\", relation: \"{relation}\", object: \"e{object}\", \
             valid: \"{from}/..\", sources: [\"s\"]),"
        );
    }
    text.push_str("])\n");
    text
}
