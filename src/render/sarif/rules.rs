//! The codes as SARIF's rules: all of them, each with its page.

use super::text;
use crate::model::Code;
use crate::render::object::{Json, object};
use crate::render::{Sheet, Style, markdown};

/// All codes in their order, so that the number of a code is its place here.
pub(super) fn rules<'a>() -> Vec<Json<'a>> {
    Code::ALL.iter().map(|code| rule(*code)).collect()
}

/// The place of a code among the rules.
pub(super) fn index(code: Code) -> usize {
    code as usize
}

fn rule<'a>(code: Code) -> Json<'a> {
    let mut page = Sheet::new(Style::default());
    markdown(&mut page, code.page());
    let rule = object! {
        "id": code.as_str(),
        // None for a code of one word: a name should say more than the id.
        "name": code.as_str().contains('-').then(|| format!("{code:?}")),
        "shortDescription": text(code.summary()),
        "fullDescription": text(full_description(code)),
        "defaultConfiguration": object! {
            "level": code.severity().as_str(), "enabled": !code.is_on_request(),
        },
        "help": object! { "text": page.finish(), "markdown": code.page() },
    };
    rule.filled()
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

    /// The longest full description that GitHub accepts.
    const LONGEST: usize = 1024;

    #[test]
    fn every_code_is_a_rule_at_its_number() {
        let rules = serde_json::to_value(rules()).expect("JSON");
        assert_eq!(rules.as_array().map(Vec::len), Some(Code::ALL.len()));
        for code in Code::ALL {
            let rule = &rules[index(*code)];
            assert_eq!(rule["id"], code.as_str());
            let words = |field: &str, part: &str| rule[field][part].as_str().unwrap_or_default().to_owned();
            let long = words("fullDescription", "text");
            assert!(
                long.len() > code.summary().len() + 20,
                "the page of `{code}` says why it matters: {long}"
            );
            assert!(long.chars().count() <= LONGEST, "{long}");
            assert!(
                !words("help", "text").contains("```") && words("help", "markdown").contains("```"),
                "{code}"
            );
        }
        assert_eq!(rules[index(Code::VagueTime)]["name"], "VagueTime");
        assert_eq!(rules[index(Code::Stale)].get("name"), None);
        assert_eq!(rules[index(Code::VagueTime)]["defaultConfiguration"]["enabled"], false);
    }
}
