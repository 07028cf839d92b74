//! In: the `Site`. Out: findings. A rule is one file in this folder and a line in `RULES`; every rule
//! runs over the whole site, and none stops another.

mod areas_add_up;
mod clause_parity;
mod lead_and_responsible;
mod site_id_code;
mod unfinished;

use crate::diagnostic::Diagnostics;
use crate::model::Site;

/// One check.
pub struct Rule {
    /// In kebab-case; also the code of its findings.
    pub name: &'static str,
    /// What it checks, in a sentence.
    pub checks: &'static str,
    /// Why that matters.
    pub why: &'static str,
    pub run: fn(&Site, &mut Diagnostics),
}

/// Every rule.
pub static RULES: &[Rule] = &[
    areas_add_up::RULE,
    clause_parity::RULE,
    lead_and_responsible::RULE,
    site_id_code::RULE,
    unfinished::RULE,
];

/// Runs every rule.
pub fn check(site: &Site) -> Diagnostics {
    let mut found = Diagnostics::default();
    for rule in RULES {
        (rule.run)(site, &mut found);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn every_rule_has_a_name_of_its_own_a_text_and_a_fixture() {
        let mut names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), RULES.len());
        for rule in RULES {
            assert!(rule.checks.ends_with('.') && rule.why.ends_with('.'), "{}", rule.name);
            let fixture = format!("tests/diagnostics/{}", rule.name);
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(fixture);
            assert!(path.exists(), "{} has no fixture", rule.name);
        }
    }
}
