//! The words of the project as plain data: claims, entities, relations, sources, rules, findings, reports.
//!
//! Nothing here decides anything: no check, no order of precedence, no wording beyond names.

mod allow;
mod annotated;
mod base;
mod citation;
mod claim;
mod claim_index;
mod claims;
pub mod code;
mod config;
mod date_words;
mod grammar_words;
mod entity;
mod example;
pub mod fact;
mod finding;
mod id;
mod inflection;
mod language;
mod lexicon;
mod named;
mod outdated;
mod phrasing;
mod point;
mod reading;
mod relation;
mod repair;
mod report;
mod rule;
mod severity;
mod source;
mod translations;
mod trigger;
mod unread_words;
mod unseen;
mod sum_words;
mod table_words;
mod value;
mod variant;

pub use allow::{Allow, DraftAllow};
pub use annotated::{
    Annotated, AnnotatedDraft, BlockShape, Coverage, Elsewhere, Note, Piece, PieceSort, Record, RecordReason,
    Remark, ShownBlock, TextStyle,
};
pub use base::{Base, Duplicates};
pub use citation::{Citation, CitationDetail, Stance};
pub use claim::{ClaimDetail, Link, LinkKind, NewClaim, Object};
pub use claim_index::ClaimIndex;
pub use claims::Claims;
pub use code::Code;
pub use config::{AsOfPolicy, Config, Override, Severities, set_severity};
pub use date_words::{DateRole, DateUnit, DateWords, RelativeDate};
pub use entity::{Entities, Entity, EntityKind};
pub use example::{Example, Reads};
pub use fact::{
    Attested, ClaimFact, Detail, DraftFact, Fact, FileFact, LawFact, PlaceFact, PointFact, ReadingFact,
    ReportFact, SaidValue, Suggestion, VerbatimFact,
};
pub use finding::{Edit, Field, Finding, Related, RuleWords, Site};
pub use grammar_words::{GrammarRole, GrammarWords};
pub use id::{ClaimId, EntityId, RelationId, SourceId, ValueId};
pub use inflection::{
    AffixJoint, Conjugation, Inflection, Irregular, Joints, LetterPattern, VerbForms, VerbVoice,
};
pub use language::Language;
pub use lexicon::{
    Construction, FarEnd, Frame, Head, LexicalEntry, Phase, READ_VALUES, SAMPLED_CLAIMS, SaidAs, Transition,
};
pub use outdated::{
    Authority, Bar, DraftCounts, Gone, Handover, InDraft, LeftOut, Mention, Outdated, OutdatedClaim, Passage,
    Replacement, Section, Subject, Takeover, Timeline, ToChange, Trend,
};
pub use phrasing::{Absent, Element, PatternWord, Phrasing, Sequence, Slot, USUAL_GAP, WIDEST_GAP};
pub use point::{Bearing, Point, PointEntry, PointKind, PointPlace, ProposedClaim, Reconciled, ReportRead};
pub use reading::{
    AssertedTime, Assertion, Assumed, Cited, Confidence, Modality, Polarity, ReadSentence, Reading, TimeKind,
    UnrecordedName, Verdict, Why,
};
pub use relation::{Law, Relation, Relations, Takes};
pub use repair::{
    Preference, RepairAction, RepairStep, RepairedCluster, Repairs, SourceAgreement, SourceEstimate,
};
pub use report::{Ground, Outcome, Report, Step, Summary, Unjudged};
pub use rule::{
    Companion, Incompatible, Kind, Limit, Matter, OrderRule, Per, Role, Rule, RuleScope, Sourcing, Terminal,
};
pub use severity::Severity;
pub use source::{Source, SourceKind, Sources, address, has_address};
pub use sum_words::{SumNoun, SumRole, SumScale, SumUnit, SumWords, VagueSum};
pub use table_words::{ColumnSort, FormPiece, TableForm, TablePlace, TableWords};
pub use translations::Translations;
pub use trigger::{Category, Direction, Trigger};
pub use unread_words::{UnreadSentence, UnreadWords};
pub use unseen::{Unseen, UnseenReason};
pub use value::{Amount, Comparison, MICRO, Value, ValueSort, Values};
pub use variant::{Variant, VariantOf};
