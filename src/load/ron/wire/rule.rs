//! The shapes of rules as they stand in RON, with the parameters of each kind. What they mean is in `record/kind.rs`.

use serde::Deserialize;

/// A rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Rule")]
pub struct RuleWire {
    pub id: Option<String>,
    pub kind: Option<KindWire>,
    pub relations: Vec<String>,
    pub law: Option<String>,
    pub severity: Option<SeverityWire>,
    pub message: Option<String>,
    pub help: Option<String>,
    pub passes: Vec<String>,
    pub fails: Vec<String>,
    pub note: Option<String>,
}

/// A severity, or none.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeverityWire {
    Error,
    Warning,
    Note,
    Off,
}

/// An end of a claim.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoleWire {
    Subject,
    Object,
}

/// An end of a period.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TerminalWire {
    Start,
    End,
}

/// A rule's kind with its parameters.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum KindWire {
    SingleValue {
        per: Option<RoleWire>,
        at_most: Option<usize>,
        #[serde(default)]
        ever: bool,
        #[serde(default)]
        best: bool,
    },
    Incompatible {
        #[serde(default)]
        with: Vec<String>,
        #[serde(default)]
        same: Vec<RoleWire>,
        different: Option<RoleWire>,
        #[serde(default)]
        objects: Vec<String>,
        #[serde(default)]
        with_objects: Vec<String>,
        #[serde(default)]
        ever: bool,
    },
    Order {
        first: Option<TerminalWire>,
        #[serde(default)]
        then: Vec<String>,
        its: Option<TerminalWire>,
        of: Option<RoleWire>,
        at_least: Option<String>,
        at_most: Option<String>,
    },
    Contemporary {
        #[serde(default)]
        begins: Vec<String>,
        #[serde(default)]
        ends: Vec<String>,
        #[serde(default)]
        cover: bool,
    },
    Companion {
        of: Option<RoleWire>,
        #[serde(default)]
        requires: Vec<String>,
        #[serde(default)]
        objects: Vec<String>,
        #[serde(default)]
        same_time: bool,
    },
    Mirror {
        by: Option<String>,
    },
    ValueRange {
        min: Option<String>,
        max: Option<String>,
        #[serde(default)]
        one_of: Vec<String>,
        #[serde(default)]
        none_of: Vec<String>,
    },
    Qualifier {
        #[serde(default)]
        requires: Vec<MatterWire>,
    },
    Sourcing {
        #[serde(default)]
        at_least: usize,
        #[serde(default)]
        independent: usize,
        #[serde(default)]
        primary: bool,
        #[serde(default)]
        dated: bool,
        #[serde(default)]
        in_time: bool,
    },
    Freshness {
        review_every: Option<String>,
        #[serde(default)]
        expires: bool,
    },
}

/// What a qualifier rule requires.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatterWire {
    Start,
    End,
    Quote,
    Locator,
    Statement,
    Source,
}
