//! Markdown and phrases made up from a seed: paragraphs, lists, quotations, headings, code, and in the prose about one of the
//! phrases per thousand bytes. Knows how many it planted where they are read.

use std::fmt::Write as _;

use crate::random::Random;

/// Words that prose is made of, the frequent ones first.
const WORDS: &str = "the of and to in a is that for it as was with be by on not he his but at are this have from or had an \
    they which one were all her she there would their we him been has when who will no more if out so up said what its \
    about than into them can only other time new some could these two may first then do any like my now over such our man \
    me even most made after also did many off before must well back through years much where your way down should because \
    long each just state those people too mr how little good make very still see work life being day same another between \
    while last might us great old year come since against go came right used take three states himself few house use \
    during without again place around however small found mrs thought went say part once general high upon school every \
    river garden winter market station village teacher kitchen mountain harbour library engine letter window answer \
    evening morning colour island forest bridge captain doctor farmer flower silver copper paper glass stone water \
    company agreement provider report office version release partner contract service history region country support";

/// Syllables of names that are not words.
const SYLLABLES: [&str; 20] = [
    "xal", "qur", "zev", "vok", "jil", "wex", "kez", "doj", "rux", "zim", "qan", "yov", "hax", "pez", "luq",
    "tiz", "goz", "nyx", "bux", "fiz",
];

impl Random {
    fn place(&mut self, limit: usize) -> usize {
        usize::try_from(self.below(limit as u64)).unwrap_or(0)
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        // Frequent words are drawn often: the smaller of two numbers.
        let at = self.place(words.len()).min(self.place(words.len()));
        words.get(at).copied().unwrap_or("the")
    }
}

/// Drafts and the phrases that are looked for in them.
pub struct Corpus {
    /// The phrases; each holds a name of its own, so that none is part of another.
    pub phrases: Vec<String>,
    /// The text of each draft.
    pub drafts: Vec<String>,
    /// How many phrases occur where text is read: not in code.
    pub planted: usize,
}

/// `count` phrases of one to four words.
pub fn phrases(count: usize) -> Vec<String> {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut random = Random(11);
    (0..count)
        .map(|number| {
            let mut name = String::from("X");
            let mut left = number;
            for _ in 0..4 {
                name.push_str(SYLLABLES[left % SYLLABLES.len()]);
                left /= SYLLABLES.len();
            }
            let before =
                if random.place(2) == 0 { format!("{} ", random.pick(&words)) } else { String::new() };
            match random.place(3) {
                0 => format!("{before}{name} {}", random.pick(&words)),
                _ => format!("{before}{name}"),
            }
        })
        .collect()
}

/// Drafts of about `bytes` together.
pub fn corpus(bytes: usize, phrases: Vec<String>) -> Corpus {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut writer = Writer { random: Random(5), words, phrases: &phrases, planted: 0, text: String::new() };
    let (mut drafts, mut total) = (Vec::new(), 0);
    while total < bytes {
        let draft = writer.draft();
        total += draft.len();
        drafts.push(draft);
    }
    let planted = writer.planted;
    Corpus { phrases, drafts, planted }
}

struct Writer<'a> {
    random: Random,
    words: Vec<&'a str>,
    phrases: &'a [String],
    planted: usize,
    text: String,
}

impl Writer<'_> {
    fn draft(&mut self) -> String {
        self.text = String::from("# A page of its own\n\n");
        let length = 4_000 + self.random.place(30_000);
        while self.text.len() < length {
            match self.random.place(20) {
                0 => self.code(),
                1 => {
                    self.text.push_str("## ");
                    self.words(5);
                    self.text.push_str("\n\n");
                }
                2..5 => self.list(),
                5 => self.paragraph("> "),
                _ => self.paragraph(""),
            }
        }
        std::mem::take(&mut self.text)
    }

    fn words(&mut self, count: usize) {
        for at in 0..count {
            let word = self.random.pick(&self.words);
            let _ = write!(self.text, "{}{word}", if at == 0 { "" } else { " " });
        }
    }

    fn paragraph(&mut self, lead: &str) {
        let sentences = 3 + self.random.place(4);
        self.text.push_str(lead);
        for at in 0..sentences {
            self.sentence();
            match at % 2 {
                _ if at + 1 == sentences => self.text.push_str("\n\n"),
                0 => {
                    self.text.push('\n');
                    self.text.push_str(lead);
                }
                _ => self.text.push(' '),
            }
        }
    }

    fn list(&mut self) {
        for _ in 0..3 {
            self.text.push_str("- ");
            self.sentence();
            self.text.push('\n');
        }
        self.text.push('\n');
    }

    fn sentence(&mut self) {
        self.text.push_str("Then ");
        let count = 4 + self.random.place(6);
        self.words(count);
        match self.random.place(20) {
            0 | 1 => {
                let phrase = self.random.place(self.phrases.len());
                let _ = write!(self.text, ", {},", self.phrases[phrase]);
                self.planted += 1;
            }
            2 => self.text.push_str(" `call(x)`"),
            3 => self.text.push_str(" [so](docs/so.md)"),
            4 => self.text.push_str(" **very** caf\u{e9}"),
            5 => self.text.push_str(" in 2021"),
            6 => self.text.push_str(" \u{201c}well\u{201d} \u{2014} it\u{2019}s"),
            _ => {}
        }
        self.text.push(' ');
        self.words(count);
        self.text.push('.');
    }

    /// A phrase in code is not read.
    fn code(&mut self) {
        let phrase = self.random.place(self.phrases.len());
        let _ =
            write!(self.text, "```rust\nlet x = call(y); // {}\nlet z = x;\n```\n\n", self.phrases[phrase]);
    }
}
