//! In: nothing. Out: the rules whose findings come from the stages before: they stand in the table like all others, so
//! that sites can set their levels and plans can acknowledge their findings.

use crate::diagnostic::Level;

use super::{Family, Rule, Run};

/// What a rule has that an earlier stage looks after; the constants below fill in the rest.
const EARLIER: Rule = Rule {
    name: "",
    family: Family::Structure,
    level: Level::Error,
    checks: "",
    why: "",
    fixed: None,
    fails: &[],
    passes: &[],
    run: Run::Earlier,
};

pub const BAD_SITE_ID_CODE: Rule = Rule {
    name: "bad-site-id-code",
    family: Family::Publication,
    checks: "The website identification code (网站标识码) has ten letters and digits.",
    why: "Every page carries the code; directories of government websites take a page with a wrong one for that of somebody else.",
    fixed: Some(
        "a wrong code must not stand in every page; take the key out until the code is known",
    ),
    fails: &[("site-config.toml", "[identifiers]\nsite-id-code = \"123\"")],
    passes: &[("site-config.toml", "[identifiers]\nsite-id-code = \"1310000001\"")],
    ..EARLIER
};

pub const DEAD_ANCHOR: Rule = Rule {
    name: "dead-anchor",
    family: Family::Publication,
    checks: "A link to a place within a page leads to a place that is there.",
    why: "Readers who follow it are left at the top of a long page.",
    fails: &[("text.zh.md", "见[指标](targets/#nowhere)。")],
    passes: &[("text.zh.md", "见[指标](targets/#pipes)。")],
    ..EARLIER
};

pub const DEAD_LINK: Rule = Rule {
    name: "dead-link",
    family: Family::Publication,
    checks: "A link within the site leads to a page or file that is there.",
    why: "Readers who follow it find nothing, and inspections of Chinese government websites count such links.",
    fails: &[("text.zh.md", "见[说明](files/none.pdf)。")],
    passes: &[("text.zh.md", "见[指标](targets/)。")],
    ..EARLIER
};

pub const DRAFT_LATER: Rule = Rule {
    name: "draft-later",
    family: Family::Consultations,
    level: Level::Warning,
    checks: "A draft was published before the plan that came of it.",
    why: "Readers are shown what changed between the two, and it must not be the wrong way round.",
    fails: &[
        ("plan.toml", "draft = \"draft\"\npublished = 2026-01-05"),
        ("content/plans/draft/plan.toml", "status = \"draft\"\npublished = 2026-02-05"),
    ],
    passes: &[
        ("plan.toml", "draft = \"draft\"\npublished = 2026-02-05"),
        ("content/plans/draft/plan.toml", "status = \"draft\"\npublished = 2026-01-05"),
    ],
    ..EARLIER
};

pub const DRAFT_TWICE: Rule = Rule {
    name: "draft-twice",
    family: Family::Consultations,
    level: Level::Warning,
    checks: "A draft is that of one plan only.",
    why: "The comments on a draft belong to the plan that came of it.",
    fails: &[
        ("plan.toml", "draft = \"draft\""),
        ("content/plans/final/plan.toml", "draft = \"draft\""),
        ("content/plans/draft/plan.toml", "status = \"draft\""),
    ],
    passes: &[
        ("plan.toml", "draft = \"draft\""),
        ("content/plans/draft/plan.toml", "status = \"draft\""),
    ],
    ..EARLIER
};

pub const DUPLICATE_ACTUAL: Rule = Rule {
    name: "duplicate-actual",
    family: Family::Figures,
    checks: "For one day there is one reported figure of an indicator.",
    why: "Of two figures for one day nobody can tell which one holds.",
    fails: &[(
        "progress.toml",
        r#"[[actual]]
indicator = "pipes"
value = 4
as-of = 2026-01-15
source = { zh = "月报", en = "Monthly report" }

[[actual]]
indicator = "pipes"
value = 5
as-of = 2026-01-15
source = { zh = "月报", en = "Monthly report" }"#,
    )],
    passes: &[(
        "progress.toml",
        r#"[[actual]]
indicator = "pipes"
value = 4
as-of = 2026-01-15
source = { zh = "月报", en = "Monthly report" }

[[actual]]
indicator = "pipes"
value = 5
as-of = 2026-02-15
source = { zh = "月报", en = "Monthly report" }"#,
    )],
    ..EARLIER
};

pub const DUPLICATE_CLAUSE: Rule = Rule {
    name: "duplicate-clause",
    checks: "No two clauses under one heading have the same number.",
    why: "Clauses are cited, linked to and commented on by their numbers.",
    fixed: Some("links, tables and comments cannot tell two clauses with one number apart"),
    fails: &[("text.zh.md", "## 一、目标\n\n节水。\n\n## 一、任务\n\n修管道。")],
    passes: &[("text.zh.md", "## 一、目标\n\n节水。\n\n## 二、任务\n\n修管道。")],
    ..EARLIER
};

pub const HTML_REMOVED: Rule = Rule {
    name: "html-removed",
    family: Family::Publication,
    level: Level::Warning,
    checks: "Texts hold no HTML but what lantu keeps.",
    why: "What is taken out may have been meant for readers.",
    fails: &[("text.zh.md", "节水<iframe>很</iframe>重要。")],
    passes: &[("text.zh.md", "节水**很**重要。")],
    ..EARLIER
};

pub const INDENTED_CODE: Rule = Rule {
    name: "indented-code",
    level: Level::Warning,
    checks: "Paragraphs do not begin with four spaces or a tab.",
    why: "Markdown takes them for the code of a program: readers see them in another type, and none of the checks of texts reads them.",
    fails: &[("text.zh.md", "    节水很重要。")],
    passes: &[("text.zh.md", "节水很重要。")],
    ..EARLIER
};

pub const MISSING_ALT: Rule = Rule {
    name: "missing-alt",
    family: Family::Publication,
    checks: "Every picture has a description.",
    why: "People who cannot see it are read the description; without one they do not learn what the picture says.",
    fails: &[("text.zh.md", "![](files/map.png)"), ("files/map.png", "(1 kB)")],
    passes: &[("text.zh.md", "![管网图](files/map.png)"), ("files/map.png", "(1 kB)")],
    ..EARLIER
};

pub const NO_CHANNEL: Rule = Rule {
    name: "no-channel",
    family: Family::Consultations,
    checks: "A call for comments says how to send them.",
    why: "A call that nobody can answer is none.",
    fails: &[("consultation.toml", "[[round]]\n[[round.channel]]\npurpose = \"information\"")],
    passes: &[("consultation.toml", "[[round]]\n[[round.channel]]\npurpose = \"comments\"")],
    ..EARLIER
};

pub const NO_DRAFT_STATUS: Rule = Rule {
    name: "no-draft-status",
    family: Family::Consultations,
    level: Level::Warning,
    checks: "What a plan names as its draft has the status `draft`.",
    why: "Readers of the draft must see that it is not what holds.",
    fails: &[
        ("plan.toml", "draft = \"draft\""),
        ("content/plans/draft/plan.toml", "status = \"in-force\""),
    ],
    passes: &[
        ("plan.toml", "draft = \"draft\""),
        ("content/plans/draft/plan.toml", "status = \"draft\""),
    ],
    ..EARLIER
};

pub const NO_LEAD: Rule = Rule {
    name: "no-lead",
    family: Family::Responsibilities,
    checks: "Every task of a table names the unit that leads, or, in a table without lead units, a responsible unit.",
    why: "A task for which nobody answers is the first that falls behind.",
    fails: &[("duties.toml", "[[group]]\n[[group.task]]\nlead = []")],
    passes: &[("duties.toml", "[[group]]\n[[group.task]]\nlead = [\"water\"]")],
    ..EARLIER
};

pub const NO_DATE: Rule = Rule {
    name: "no-date",
    family: Family::Publication,
    level: Level::Info,
    checks: "Every plan has a date of publication, or its source has a date.",
    why: "Readers want to know how old a plan is; it is easily forgotten. Where the document gives no date, acknowledge the finding: its reason tells readers so.",
    fails: &[(
        "plan.toml",
        r#"title   = { zh = "节水规划", en = "Water Saving Plan" }
summary = { zh = "到2028年节水。", en = "Saving water by 2028." }
issuer  = "water"
status  = "unknown""#,
    )],
    passes: &[(
        "plan.toml",
        r#"title   = { zh = "节水规划", en = "Water Saving Plan" }
summary = { zh = "到2028年节水。", en = "Saving water by 2028." }
issuer  = "water"
status  = "unknown"

[source]
name = { zh = "示例市新闻网", en = "Example City News" }
date = 2026-01-05"#,
    )],
    ..EARLIER
};

/// A division that the notes of the text give.
const NOTES: &str = r#"title = { zh = "责任分工", en = "Responsibilities" }
[notes]
responsible = { zh = "责任单位", en = "Responsible unit" }"#;

pub const NOTES_DIFFER: Rule = Rule {
    name: "notes-differ",
    family: Family::Translation,
    checks: "The notes at the end of a clause name the same units in every language.",
    why: "Who answers for a task must not depend on the language in which it is read.",
    fails: &[
        ("duties.toml", NOTES),
        ("text.zh.md", "## 一、任务\n\n修管道。（责任单位：水利局、财政局）"),
        ("text.en.md", "## I. Tasks\n\nPipes are repaired. (Responsible units: Water Bureau)"),
    ],
    passes: &[
        ("duties.toml", NOTES),
        ("text.zh.md", "## 一、任务\n\n修管道。（责任单位：水利局、财政局）"),
        (
            "text.en.md",
            "## I. Tasks\n\nPipes are repaired. (Responsible units: Water Bureau, Finance Bureau)",
        ),
    ],
    ..EARLIER
};

pub const NOTHING_TO_ACCEPT: Rule = Rule {
    name: "nothing-to-accept",
    family: Family::Translation,
    level: Level::Warning,
    checks: "A difference that is accepted between two languages is there.",
    why: "An acceptance that is left over would hide the next mistake at its place.",
    fails: &[(
        "plan.toml",
        "summary = { zh = \"到2028年节水。\", en = \"Saving water by 2028.\", differs = \"来源如此\" }",
    )],
    passes: &[(
        "plan.toml",
        "summary = { zh = \"到2028年节水。\", en = \"Saving water by 2027.\", differs = \"来源如此\" }",
    )],
    ..EARLIER
};

pub const TASK_WITHOUT_CLAUSE: Rule = Rule {
    name: "task-without-clause",
    family: Family::Responsibilities,
    level: Level::Warning,
    checks: "Every task of the table of responsibilities names a clause of the text.",
    why: "Readers get from the task to what was promised, and back.",
    fails: &[("duties.toml", "[[group]]\n[[group.task]]\nclauses = []")],
    passes: &[("duties.toml", "[[group]]\n[[group.task]]\nclauses = [\"2.1.1\"]")],
    ..EARLIER
};

pub const TOO_MANY_STALE: Rule = Rule {
    name: "too-many-stale",
    family: Family::Translation,
    checks: "A plan has no more stale translations than `most-stale` of `site-config.toml` allows.",
    why: "A translation of which a good part is out of date misleads more than it helps.",
    fails: &[
        ("site-config.toml", "[translation]\nmost-stale = 1"),
        ("confirmed.toml", "[en]\n\"1\" = \"2222222222222222\"\n\"2\" = \"1111111111111111\""),
    ],
    passes: &[
        ("site-config.toml", "[translation]\nmost-stale = 2"),
        ("confirmed.toml", "[en]\n\"1\" = \"2222222222222222\"\n\"2\" = \"1111111111111111\""),
    ],
    ..EARLIER
};

pub const UNEXPECTED_FILE: Rule = Rule {
    name: "unexpected-file",
    family: Family::Publication,
    level: Level::Warning,
    checks: "Every file of the site folder has a place in it.",
    why: "A file that lantu does not know is not published, whatever its author thinks.",
    fails: &[("target.toml", "title = \"?\"")],
    passes: &[("files/target.csv", "2026,10")],
    ..EARLIER
};

pub const UNUSED_CONFIRMATION: Rule = Rule {
    name: "unused-confirmation",
    family: Family::Translation,
    level: Level::Warning,
    checks: "What `confirmed.toml` confirms is there.",
    why: "A confirmation that is left over would hold for the next clause with its number.",
    fails: &[("confirmed.toml", "[en]\n\"9.9\" = \"2222222222222222\"")],
    passes: &[("confirmed.toml", "[en]")],
    ..EARLIER
};
