//! The codes as SARIF's rules: all of them, each with its page.

use serde::Serialize;

use super::Text;
use crate::model::Code;
use crate::render::{Sheet, Style, markdown};

/// A rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifRule {
    id: &'static str,
    /// None for a code of one word: a name should say more than the id.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    short_description: Text<&'static str>,
    full_description: Text<String>,
    default_configuration: Configuration,
    help: Help,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
    enabled: bool,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: &'static str,
}

/// All codes in their order, so that the number of a code is its place here.
pub(super) fn rules() -> Vec<SarifRule> {
    Code::ALL.iter().map(|code| rule(*code)).collect()
}

/// The place of a code among the rules.
pub(super) fn index(code: Code) -> usize {
    code as usize
}

fn rule(code: Code) -> SarifRule {
    let mut page = Sheet::new(Style::default());
    markdown(&mut page, code.page());
    SarifRule {
        id: code.as_str(),
        name: code.as_str().contains('-').then(|| format!("{code:?}")),
        short_description: Text { text: code.summary() },
        full_description: Text { text: full_description(code) },
        default_configuration: Configuration {
            level: code.severity().as_str(),
            enabled: !code.is_on_request(),
        },
        help: Help { text: page.finish(), markdown: code.page() },
    }
}

/// What a code means, and the reason that its page gives.
fn full_description(code: Code) -> String {
    let reason = code.page().split_once("## Why it matters").map_or("", |(_, rest)| rest);
    let lines = reason.lines().skip_while(|line| line.trim().is_empty());
    let paragraph = lines.take_while(|line| !line.trim().is_empty());
    let words = std::iter::once(code.summary()).chain(paragraph.map(str::trim));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What GitHub takes of a full description.
    const LONGEST: usize = 1024;

    #[test]
    fn every_code_is_a_rule_at_its_number() {
        let rules = rules();
        assert_eq!(rules.len(), Code::ALL.len());
        for code in Code::ALL {
            let rule = &rules[index(*code)];
            assert_eq!(rule.id, code.as_str());
            let long = &rule.full_description.text;
            assert!(
                long.len() > code.summary().len() + 20,
                "the page of `{code}` says why it matters: {long}"
            );
            assert!(long.chars().count() <= LONGEST, "{long}");
            assert!(!rule.help.text.contains("```") && rule.help.markdown.contains("```"), "{code}");
        }
        assert_eq!(rules[index(Code::VagueTime)].name.as_deref(), Some("VagueTime"));
        assert_eq!(rules[index(Code::Stale)].name, None);
        assert!(!rules[index(Code::VagueTime)].default_configuration.enabled);
    }
}
