//! How the rows of a table say something in a language: as sentences of their headers. Data of a language pack.
//!
//! Which cells belong together is `draft::reading`'s business.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// What stands in a place of a [`TableForm`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TablePlace {
    /// The header of a column, or what labels a row.
    Header,
    /// What the row is about.
    Key,
    /// The cell.
    Cell,
    /// A date of the row: its beginning.
    From,
    /// Its end.
    Until,
    /// All of its time.
    During,
}

/// A piece of a [`TableForm`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormPiece {
    /// Words as they are.
    Words(String),
    /// What stands in the table.
    Place(TablePlace),
}

/// A sentence with places: `{cell} is the {header} of {key}`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableForm(pub Vec<FormPiece>);

impl<'de> Deserialize<'de> for TableForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let written = String::deserialize(from)?;
        let mut pieces = Vec::new();
        let mut rest = written.as_str();
        while let Some((words, behind)) = rest.split_once('{') {
            let (place, behind) = behind
                .split_once('}')
                .ok_or_else(|| D::Error::custom(format_args!("`{written}` has a `{{` without `}}`")))?;
            if !words.trim().is_empty() {
                pieces.push(FormPiece::Words(words.trim().to_owned()));
            }
            pieces.push(FormPiece::Place(match place {
                "header" => TablePlace::Header,
                "key" => TablePlace::Key,
                "cell" => TablePlace::Cell,
                "from" => TablePlace::From,
                "until" => TablePlace::Until,
                "during" => TablePlace::During,
                other => return Err(D::Error::unknown_variant(other, PLACES)),
            }));
            rest = behind;
        }
        if !rest.trim().is_empty() {
            pieces.push(FormPiece::Words(rest.trim().to_owned()));
        }
        Ok(Self(pieces))
    }
}

const PLACES: &[&str] = &["header", "key", "cell", "from", "until", "during"];

/// What the header of a column says that names no relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColumnSort {
    /// What the row is about is described: "Role".
    Description,
    /// Since when.
    From,
    /// Until when.
    Until,
    /// When.
    During,
    /// Dates of something else: "Founded".
    OtherDate,
    /// Numbers of rows.
    Number,
}

/// `tables` of a language pack.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Tables")]
pub struct TableWords {
    /// What a cell says of what its row is about, by its header.
    pub statements: Vec<TableForm>,
    /// What a cell says beside a label or a term alone.
    pub descriptions: Vec<TableForm>,
    /// What the dates of a row add: a beginning alone.
    pub since: TableForm,
    /// An end alone.
    pub until: TableForm,
    /// Both.
    pub from_until: TableForm,
    /// A time.
    pub during: TableForm,
    /// What stands where there is no end yet: "present".
    pub still: Vec<String>,
    /// Headers of columns that describe.
    pub description_columns: Vec<String>,
    /// Headers of beginnings.
    pub from_columns: Vec<String>,
    /// Headers of ends.
    pub until_columns: Vec<String>,
    /// Headers of times.
    pub during_columns: Vec<String>,
    /// Headers of dates that say nothing of when the rest is so.
    pub other_date_columns: Vec<String>,
    /// Headers over numbers of rows.
    pub number_columns: Vec<String>,
    /// Words over a table whose rows are not what is so now: "history", "examples".
    pub set_apart: Vec<String>,
}

impl TableWords {
    /// What the header of a column says, if it names no relation.
    #[must_use]
    pub fn sort(&self, header: &str) -> Option<ColumnSort> {
        let header = header.trim().trim_end_matches([':', '.']);
        let is_among =
            |words: &[String]| words.iter().any(|word| word.to_lowercase() == header.to_lowercase());
        let sorts = [
            (ColumnSort::Description, &self.description_columns),
            (ColumnSort::From, &self.from_columns),
            (ColumnSort::Until, &self.until_columns),
            (ColumnSort::During, &self.during_columns),
            (ColumnSort::OtherDate, &self.other_date_columns),
            (ColumnSort::Number, &self.number_columns),
        ];
        sorts.into_iter().find(|(_, words)| is_among(words)).map(|(sort, _)| sort)
    }

    /// Whether a word over a table says that its rows are not what is so now.
    #[must_use]
    pub fn sets_apart(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let mut words = text.split(|sign: char| !sign.is_alphanumeric());
        words.any(|word| self.set_apart.iter().any(|known| known.as_str() == word))
    }

    /// Whether a cell says that there is no end yet.
    #[must_use]
    pub fn goes_on(&self, cell: &str) -> bool {
        self.still.iter().any(|word| word.to_lowercase() == cell.trim().to_lowercase())
    }
}
