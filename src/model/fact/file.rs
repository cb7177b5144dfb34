//! What is wrong with a file of claims, rules or settings. Worded in English only, as the words that files are written with.
//!
//! `record` is what people call the sort of a record, with its article; `reason` is what a parser says; `near` is the known
//! word that is nearest to an unknown one, and `known` are all of them.

use super::facts;

facts! {
    /// What is wrong with a file or a record of it.
    FileFact {
        /// A file cannot be read.
        Unreadable "unreadable-file" { reason: String }
        /// A file cannot be cut into records.
        Unparsable "unparsable-file" { reason: String }

        /// A list that no file has.
        UnknownList "unknown-list" { list: String, near: Option<String> }
        /// A list that only the files embedded in the program have, in another text than theirs.
        ShippedList "shipped-list" { list: String }
        /// A record cannot be cut into fields.
        RecordUnparsable "record-unparsable" { record: &'static str, reason: String }
        /// A field that such records do not have.
        UnknownField "unknown-field" { record: &'static str, field: String, near: Option<String>, known: Vec<String> }
        /// A field cannot be read.
        FieldUnparsable "field-unparsable" {
            record: &'static str, field: String, reason: String, near: Option<String>, known: Option<Vec<String>>, curly: usize,
        }
        /// A field is given twice.
        FieldTwice "field-twice" { record: &'static str, field: String }

        /// A record has no id.
        IdMissing "id-missing" { record: &'static str }
        /// An id that cannot be one.
        IdInvalid "id-invalid" { record: &'static str }
        /// An id that several records have.
        DuplicateId "duplicate-id" { records: &'static str, id: String, count: usize }
        /// The first of several records with an id.
        FirstWithId "first-with-id" {}
        /// A name that two entities have.
        AmbiguousAlias "ambiguous-alias" { alias: String, one: String, two: String }
        /// The other entity with a name.
        OtherWithAlias "other-with-alias" {}

        /// An invalid date.
        DateInvalid "date-invalid" {
            owner: String, field: &'static str, written: String, reason: Option<String>, suggestion: Option<String>,
        }
        /// The present of drafts is given as a date of several days, or as something else than a date.
        PresentInvalid "present-invalid" { written: String, is_date: usize }
        /// An invalid length of time.
        LengthInvalid "length-invalid" { owner: String, field: &'static str, written: String, reason: String }
        /// A tolerance that is not a fraction.
        ToleranceInvalid "tolerance-invalid" { relation: String, tolerance: String }
        /// A value that cannot be read.
        ValueInvalid "value-invalid" { claim: String, reason: String }
        /// A far side of another sort than the relation takes.
        WrongFarSide "wrong-far-side" {
            claim: String, relation: String, takes: &'static str, given: &'static str, written: Option<String>,
            reason: Option<String>,
        }
        /// A phrasing that cannot be read.
        PhrasingInvalid "phrasing-invalid" { owner: String, phrasing: String, reason: String }
        /// An invalid pattern of paths.
        PathPatternInvalid "path-pattern-invalid" { pattern: String, reason: String }

        /// A claim with both an object and a value.
        /// A citation without a source.
        CitationWithoutSource "citation-without-source" { claim: String }
        /// An `allow` without its code or its reason.
        AllowIncomplete "allow-incomplete" { claim: String, missing: &'static str }
        /// A rule without a kind.
        KindMissing "kind-missing" { rule: String }
        /// A rule whose parameters make no sense.
        RuleInvalid "rule-invalid" { rule: String, reason: String }
        /// A rule about a law that does not exist.
        UnknownLaw "unknown-law" { rule: String, law: String, near: Option<String>, known: Vec<String> }
        /// A language pack without the code of its language.
        LanguageWithoutCode "language-without-code" {}
        /// A language pack without twelve months.
        MonthCount "month-count" { language: String, count: usize }
        /// A trigger without a category.
        TriggerWithoutCategory "trigger-without-category" { language: String, known: Vec<String> }
        /// An override without paths.
        OverrideWithoutPaths "override-without-paths" {}

        /// An id that no record has.
        UnknownEntity "unknown-entity" { id: String, count: usize, near: Option<String> }
        /// The same of a source.
        UnknownSource "unknown-source" { id: String, count: usize, near: Option<String> }
        /// The same of a relation, with the words that its record may have.
        UnknownRelation "unknown-relation" {
            id: String, count: usize, near: Option<String>, like: Option<String>, relation_label: String,
            phrasing: Option<String>, takes: Option<&'static str>,
        }
        /// A relation that is like one that is not shipped.
        UnknownShipped "unknown-shipped" { id: String, near: Option<String> }
        /// A relation that is narrower than itself, perhaps through others.
        NarrowerCircle "narrower-circle" { relation: String, more: usize }
        /// A claim that refers to one that does not exist.
        UnknownLink "unknown-link" { claim: String, link: &'static str, to: String, near: Option<String> }
        /// A code that does not exist, and what names it: `claim`, `severities`, `select` or `ignore`.
        UnknownCode "not-a-code" { code: String, used_by: &'static str, claim: Option<String>, near: Option<String> }

        /// A line that is not JSON.
        JsonUnparsable "json-unparsable" { reason: String }
        /// A line that is JSON, but no object.
        JsonNotObject "json-not-object" {}
        /// A text with an escape that stands for nothing.
        JsonEscape "json-escape" {}
        /// A member that is given twice.
        MemberTwice "member-twice" { field: &'static str }
        /// A member of another type than is expected; `quote` is a number that should have been in quotation marks.
        MemberType "member-type" { field: &'static str, expected: &'static str, number: Option<String> }
        /// A citation in a table that names no source.
        MemberWithoutSource "member-without-source" {}
        /// A name that tables do not know; `elsewhere` counts one if records in RON know it.
        UnknownColumn "unknown-column" {
            owner: &'static str, name: Option<String>, elsewhere: usize, near: Option<String>, known: Vec<String>,
        }

        /// A record of a table without an id.
        RowWithoutId "row-without-id" {}
        /// A record of a table with two fields that exclude each other.
        RowHasBoth "row-has-both" { one: &'static str, other: &'static str }
        /// A control character in a field.
        RowControl "row-control" { field: &'static str }
        /// A duplicate column.
        ColumnTwice "column-twice" { column: &'static str }
        /// A table without a column of ids.
        NoIdColumn "no-id-column" {}
        /// A table with a header and nothing below.
        NoRows "no-rows" {}
        /// A table with nothing in it.
        EmptyTable "empty-table" {}
        /// A quotation mark that is never closed, in a header or in a row.
        QuoteOpen "quote-open" {}
        /// Text after a closing quotation mark.
        QuoteTail "quote-tail" {}
        /// A row with more or fewer cells than the header.
        CellCount "cell-count" { count: usize, columns: usize, delimiter: String }
    }
}
