//! Whether two names may be written forms of one: a surname alone, initials, an acronym, another spelling.
//!
//! Says yes too often rather than too seldom: names that may be the same contradict nothing.

/// Whether a name may be another form of one on record: they share a word, or one that differs by a few letters, or one of them is
/// made of the first letters of the other.
#[must_use]
pub fn may_be_same(one: &str, other: &str) -> bool {
    let (one, other) = (folded_words(one), folded_words(other));
    let shares = one.iter().any(|word| other.iter().any(|known| is_variant(word, known)));
    shares
        || is_acronym(&one, &other)
        || is_acronym(&other, &one)
        || is_variant(&one.concat(), &other.concat())
}

/// The words of a name in small letters without accents.
fn folded_words(name: &str) -> Vec<Vec<char>> {
    let words = name.split(|sign: char| !sign.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(|word| word.chars().flat_map(folded).collect()).collect()
}

/// A letter in small letters, without its accent, as several letters where it stands for them.
fn folded(letter: char) -> Vec<char> {
    let letter = letter.to_lowercase().next().unwrap_or(letter);
    let plain = match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'į' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ß' => "ss",
        'ś' | 'š' | 'ş' => "s",
        'ť' | 'ţ' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return vec![letter],
    };
    plain.chars().collect()
}

/// Whether two words may be spellings of one, or one is short for the other: "Zelensky" and "Zelenskyy", "Joko" and "Jokowi".
fn is_variant(one: &[char], other: &[char]) -> bool {
    /// Shorter words are within many others.
    const PIECE: usize = 3;
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let common = short.iter().zip(long).take_while(|(one, other)| one == other).count();
    let holds = short.len() >= PIECE && long.windows(short.len()).any(|piece| piece == short);
    let begins_alike = common > PIECE || common == PIECE && short.len() <= PIECE + 1;
    let allowed = match long.len() {
        0..=2 => 0,
        3..=5 => 1,
        6..=7 => 2,
        _ => 3,
    };
    short == long || holds || begins_alike || long.len() > 2 && distance(short, long) <= allowed
}

/// Whether the words of `short` are, or begin with, the first letters of words of `long`: "IBM", "A. Meyer".
fn is_acronym(short: &[Vec<char>], long: &[Vec<char>]) -> bool {
    let [letters] = short else { return false };
    let initials: Vec<char> = long.iter().filter_map(|word| word.first().copied()).collect();
    let mut rest = initials.iter();
    initials.len() > 1 && letters.iter().all(|letter| rest.any(|initial| initial == letter))
}

/// How many letters must be put in, left out or replaced to make one word of the other.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (place, known) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != known);
            diagonal = row[place + 1];
            row[place + 1] = replaced.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn forms_of_one_name_may_be_the_same() {
        let pairs = [
            ("Meyer", "Ann Meyer"),
            ("A. Meyer", "Ann Meyer"),
            ("Anne Meier", "Ann Meyer"),
            ("Ann Schulz", "Ann Meyer"),
            ("Jokowi", "Joko Widodo"),
            ("Sukarno", "Soekarno"),
            ("Zelensky", "Volodymyr Zelenskyy"),
            ("BPOM", "Badan Pengawas Obat dan Makanan"),
            ("Badan Pengawas Obat dan Makanan", "BPOM"),
            ("Mohamed Bello", "Muhammad Buhari"),
            ("Nord Werft", "Nordwerft"),
            ("Łukasz Müller", "Lukas Muller"),
            ("Gus Dur", "Abdurrahman Wahid"),
        ];
        for (one, other) in pairs {
            assert!(may_be_same(one, other) && may_be_same(other, one), "{one} / {other}");
        }
    }

    #[test]
    fn names_of_others_are_told_apart() {
        let pairs = [
            ("Peter Lang", "Ann Meyer"),
            ("Maria Stone", "Jan Brandt"),
            ("Rina Wulandari", "Budi Santoso"),
            ("Hamburg", "Kiel"),
            ("Seelinie", "Blue Harbour"),
            ("Carlos Ortega", "Mira Solheim"),
        ];
        for (one, other) in pairs {
            assert!(!may_be_same(one, other) && !may_be_same(other, one), "{one} / {other}");
        }
    }

    /// The textbook recurrence.
    fn naive(one: &[char], other: &[char]) -> usize {
        match (one, other) {
            ([], rest) | (rest, []) => rest.len(),
            ([first, one_rest @ ..], [second, other_rest @ ..]) => {
                let replaced = naive(one_rest, other_rest) + usize::from(first != second);
                replaced.min(naive(one_rest, other) + 1).min(naive(one, other_rest) + 1)
            }
        }
    }

    proptest! {
        #[test]
        fn distances_are_as_counted(one in "[ab]{0,5}", other in "[abc]{0,5}") {
            let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
            prop_assert_eq!(distance(&one, &other), naive(&one, &other));
        }

        #[test]
        fn a_name_may_be_itself_and_each_of_its_words(words in prop::collection::vec("[A-Z][a-zäöü]{2,8}", 1..4)) {
            let name = words.join(" ");
            for word in &words {
                prop_assert!(may_be_same(word, &name) && may_be_same(&name, word));
            }
        }
    }
}
