//! In: the table of rules. Out: what people are told about a rule, in parts that the command line and `docs/rules.md`
//! print each in its own way; and `docs/rules.md`.

use std::fmt::Write;

use crate::diagnostic::{Level, RuleText};

use super::{Family, RULES, Rule};

/// A piece of an explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A paragraph.
    Text(String),
    /// Lines of a file.
    Lines { file: String, text: String },
}

/// The rules of a family, by name.
pub fn of_family(family: Family) -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = RULES.iter().filter(|rule| rule.family == family).collect();
    rules.sort_by_key(|rule| rule.name);
    rules
}

/// What a rule checks, why, and its examples.
pub fn about(rule: &Rule) -> Vec<Part> {
    let lines = |(file, text): &(&str, &str)| Part::Lines {
        file: (*file).to_owned(),
        text: (*text).to_owned(),
    };
    let mut parts = vec![Part::Text(rule.checks.to_owned()), Part::Text(rule.why.to_owned())];
    parts.push(Part::Text("Fails, with only the lines that matter:".into()));
    parts.extend(rule.fails.iter().map(lines));
    // Files that are the same in both examples are shown once.
    let complete =
        rule.fails.iter().all(|(file, _)| rule.passes.iter().any(|(one, _)| one == file));
    let changed = rule.passes.iter().filter(|one| !complete || !rule.fails.contains(one));
    let changed: Vec<Part> = changed.map(lines).collect();
    let others = if changed.len() < rule.passes.len() { ", with the rest as above" } else { "" };
    parts.push(Part::Text(format!("Passes{others}:")));
    parts.extend(changed);
    if let Some(why) = rule.fixed {
        parts.push(Part::Text(format!(
            "This rule is fixed: nobody can change its level or acknowledge its findings, because {why}."
        )));
    }
    parts
}

/// How to change the level of a rule and how to acknowledge its findings, where that can be done.
pub fn choices(rule: &Rule) -> Vec<Part> {
    if rule.fixed.is_some() {
        return Vec::new();
    }
    let (name, family) = (rule.name, rule.family.name());
    let level = if rule.level == Level::Error { "warning" } else { "off" };
    let acknowledged = acknowledgement(rule);
    let (reach, files) = match acknowledged {
        Some(_) => (" or for one plan", "site-config.toml or plan.toml"),
        None => ("", "site-config.toml"),
    };
    let mut parts = vec![
        Part::Text(format!(
            "To give it another level, for the whole site{reach}: `error`, `warning`, `info` or `off`. With `{family}` instead of the name, it holds for all rules of the family."
        )),
        Part::Lines { file: files.into(), text: format!("[rules]\n{name} = \"{level}\"") },
    ];
    match acknowledged {
        Some((file, text)) => {
            parts.push(Part::Text(
                "Where the document itself is so, acknowledge the finding; readers see the reason as an editor's note:".into(),
            ));
            parts.push(Part::Lines { file: file.into(), text });
        }
        None => parts.push(Part::Text(
            "Its findings are about the site and not about a plan: they cannot be acknowledged, but the rule can be switched off.".into(),
        )),
    }
    parts
}

/// The lines that acknowledge a finding of a rule, and their file: where the example of the rule has its mistake. `None`
/// for a rule that looks at no plan.
pub fn acknowledgement(rule: &Rule) -> Option<(&'static str, String)> {
    let has = |name: &str| rule.fails.iter().any(|(file, _)| file.starts_with(name));
    let of_site =
        ["site-config.toml", "organisations.toml", "areas.toml", "concepts.toml", "glossary.toml"];
    if rule.fails.iter().all(|(file, _)| of_site.contains(file)) {
        return None;
    }
    let entry = |head: &str, place: &str| {
        let reason = "{ zh = \"原文如此。\", en = \"The document says so.\" }";
        format!("{head}\nrule   = \"{}\"\n{place}reason = {reason}", rule.name)
    };
    Some(if has("text.") {
        ("acknowledged.toml", entry("[[acknowledged]]", "clause = \"2.1.1\"\n"))
    } else if has("targets.toml") && !has("progress.toml") {
        ("targets.toml", entry("[[indicator]]\n\n[[indicator.acknowledged]]", ""))
    } else if has("duties.toml") {
        ("duties.toml", entry("[[group]]\n[[group.task]]\n\n[[group.task.acknowledged]]", ""))
    } else {
        ("acknowledged.toml", entry("[[acknowledged]]", ""))
    })
}

/// What other programs are told about every rule.
pub fn texts() -> Vec<RuleText> {
    let text = |rule: &'static Rule| {
        let parts: Vec<Part> = about(rule).into_iter().chain(choices(rule)).collect();
        let joined =
            |form: fn(&Part) -> String| parts.iter().map(form).collect::<Vec<_>>().join("\n\n");
        RuleText {
            name: rule.name,
            family: rule.family.name(),
            level: rule.level,
            checks: rule.checks,
            why: rule.why,
            help: joined(as_text),
            markdown: joined(as_markdown),
        }
    };
    RULES.iter().map(text).collect()
}

/// What stands at the head of `docs/rules.md`.
const HEAD: &str = "\
# The rules

<!-- This file is made from src/rules/: LANTU_BLESS=1 cargo test --test rules -->

`lantu check` holds a site against these rules. `lantu rules` prints the list, `lantu explain NAME` what is said here about one of them.

An **error** must not be published: it stops the build. A **warning** is what an editor would correct, or would at least look at. An **info** may be right as it is. How much a rule or a family weighs can be changed in `site-config.toml`, and for one plan in its `plan.toml`:

```toml
[rules]
figures      = \"info\"      # a family: all its rules
areas-add-up = \"warning\"   # a rule; it counts before its family
```

`off` switches a rule or a family off. Rules that are marked as fixed cannot be changed.

Where the document itself is wrong, it stays as it was issued. The finding is then acknowledged, with a reason that readers see as an editor's note: `[[acknowledged]]` in `acknowledged.toml` of the plan, `[[indicator.acknowledged]]` in `targets.toml`, `[[group.task.acknowledged]]` in `duties.toml`, `[[organisation.acknowledged]]` and `[[area.acknowledged]]` in the registers. `lantu explain NAME` shows the lines.

Findings about files that cannot be read as they are written, such as `unknown-key`, do not come from rules and cannot be switched off.

The examples show only the lines that matter. Today is 20 January 2026 in them.
";

/// The text of `docs/rules.md`.
pub fn markdown() -> String {
    let mut out = HEAD.to_owned();
    let mut put = |text: &str| {
        out.push('\n');
        out.push_str(text);
        out.push('\n');
    };
    let mut contents = String::new();
    for family in Family::ALL {
        let link = |rule: &&Rule| format!("[{0}](#{0})", rule.name);
        let links: Vec<String> = of_family(family).iter().map(link).collect();
        let (title, name) = (family.title(), family.name());
        let _ = writeln!(contents, "- [{title}](#{name}): {}", links.join(", "));
    }
    put(contents.trim_end());
    for family in Family::ALL {
        put(&format!("## {}", family.title()));
        put(&format!("`{}`: {}", family.name(), family.about()));
        for rule in of_family(family) {
            put(&format!("### {}", rule.name));
            let fixed = if rule.fixed.is_some() { ", fixed" } else { "" };
            put(&format!("**{}**{fixed}", rule.level.name()));
            for part in about(rule) {
                put(&as_markdown(&part));
            }
        }
    }
    out
}

fn as_text(part: &Part) -> String {
    match part {
        Part::Text(text) => text.clone(),
        Part::Lines { file, text } if text.starts_with('(') => format!("{file} {text}"),
        Part::Lines { file, text } => format!("{file}\n{text}"),
    }
}

fn as_markdown(part: &Part) -> String {
    match part {
        Part::Text(text) => text.clone(),
        // Of a file that is no text, its size.
        Part::Lines { file, text } if text.starts_with('(') => format!("`{file}` {text}"),
        Part::Lines { file, text } => {
            let language = match file.rsplit_once('.') {
                Some((_, "md")) => "markdown",
                Some((_, "csv")) => "csv",
                _ => "toml",
            };
            // A fence is longer than any within the lines.
            let fence = if text.contains("```") { "````" } else { "```" };
            format!("`{file}`\n\n{fence}{language}\n{text}\n{fence}")
        }
    }
}
