//! In: nothing. Out: the rule about bounds in two languages; `quantity_parity.rs` compares them together with the figures.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "bound-parity",
    family: Family::Translation,
    level: Level::Warning,
    checks: "A figure that is the same in both languages has the same bound, too: at least, at most, more than, less than, about.",
    why: "Who reads `80%` where the plan says `at least 80%` takes a floor for the target. It is a warning, because good translations sometimes leave a bound to other words.",
    fixed: None,
    fails: &[
        ("text.zh.md", r#"到2028年，污水处理率不低于96%。"#),
        ("text.en.md", r#"By 2028, 96% of sewage will be treated."#),
    ],
    passes: &[
        ("text.zh.md", r#"到2028年，污水处理率不低于96%。"#),
        ("text.en.md", r#"By 2028, at least 96% of sewage will be treated."#),
    ],
    run: Run::Together,
};
