//! In: the table of rules, and what a site says about their levels. Out: the list of all rules, and what one of them is
//! about, for people.

use std::path::{Path, PathBuf};

use rayon::iter::ParallelIterator;
use textwrap::{Options, fill};

use crate::diagnostic::OUTSIDE_RULES;
use crate::diagnostic::nearest::nearest;
use crate::model::rule_level::{RuleLevel, Setting};
use crate::parse::{self, PlanContent, PlanFolders, config::ConfigFile};
use crate::rules::guide::{self, Part};
use crate::rules::{Family, RULES, Rule, setting};
use crate::source;

use super::args::Format;
use super::{FINE, USAGE, report};

/// How wide the text is.
const COLUMNS: usize = 80;

/// Where a site changes levels: who says so, and what.
struct Levels {
    site: Vec<RuleLevel>,
    /// By the names of the plans.
    plans: Vec<(String, Vec<RuleLevel>)>,
}

/// Prints all rules; with the levels of a site where one was named, or where this folder is one.
pub fn list(site: Option<PathBuf>) -> u8 {
    let here = Path::new("site-config.toml").exists().then(|| PathBuf::from("."));
    let levels = match site.or(here) {
        None => None,
        Some(site) => match Levels::read(&site) {
            Ok(levels) => Some(levels),
            Err(code) => return code,
        },
    };
    for family in Family::ALL {
        print_family(family, levels.as_ref());
    }
    report::say(&paragraph(
        "`lantu explain NAME` says why a rule matters, shows an example that fails and one that passes, and how to change its level or acknowledge a finding. The names of the families can be used in `[rules]`, too, in small letters.",
        "",
    ));
    FINE
}

/// Prints what a rule is about; or the rules of a family, or why a name is no rule.
pub fn explain(name: &str) -> u8 {
    if let Some(rule) = RULES.iter().find(|rule| rule.name == name) {
        print_rule(rule);
    } else if let Some(family) = Family::ALL.into_iter().find(|family| family.name() == name) {
        print_family(family, None);
    } else if OUTSIDE_RULES.contains(&name) {
        report::say(&paragraph(&outside(name), ""));
    } else {
        let families = Family::ALL.iter().map(|family| family.name());
        let names = RULES.iter().map(|rule| rule.name).chain(families);
        let known = names.chain(OUTSIDE_RULES.iter().copied());
        let help = match nearest(name, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`lantu rules` lists them all".to_owned(),
        };
        report::error(&format!("there is no rule `{name}`; {help}"));
        return USAGE;
    }
    FINE
}

/// What can be said of a finding that comes from no rule.
fn outside(name: &str) -> String {
    format!(
        "`{name}` is no rule: such a finding is about something in the files that cannot be read, found or used as it is written. It cannot be switched off or acknowledged. `lantu check` shows the line, and the finding itself says what to do."
    )
}

fn print_family(family: Family, levels: Option<&Levels>) {
    let head = format!("{}: {}", family.title(), family.about());
    report::say(&format!("{}\n", paragraph(&head, "")));
    for rule in guide::of_family(family) {
        let by_itself = rule.level.name();
        let level = match levels.and_then(|levels| setting(rule, &levels.site)) {
            Some(here) if word(here) != by_itself => {
                format!("{} here, by itself {by_itself}", word(here))
            }
            _ if rule.fixed.is_some() => format!("{by_itself}, fixed"),
            _ => by_itself.to_owned(),
        };
        report::say(&format!("  {:<27} {level}", rule.name));
        for (plan, levels) in levels.iter().flat_map(|levels| &levels.plans) {
            if let Some(there) = setting(rule, levels) {
                report::say(&format!("      in the plan `{plan}`: {}", word(there)));
            }
        }
        report::say(&format!("{}\n", paragraph(rule.checks, "      ")));
    }
}

fn print_rule(rule: &Rule) {
    let fixed = if rule.fixed.is_some() { ", fixed" } else { "" };
    let (name, family, level) = (rule.name, rule.family.name(), rule.level.name());
    report::say(&format!("{name}: {level}{fixed}, of the family {family}\n"));
    for part in guide::about(rule).into_iter().chain(guide::choices(rule)) {
        match part {
            Part::Text(text) => report::say(&format!("{}\n", paragraph(&text, ""))),
            Part::Lines { file, text } => {
                report::say(&format!("  {file}"));
                report::say(&format!("{}\n", textwrap::indent(&text, "    ")));
            }
        }
    }
}

impl Levels {
    /// Of a folder that is a site; what else is wrong with it is for `lantu check`.
    fn read(site: &Path) -> Result<Self, u8> {
        let (sources, found) = source::read(site);
        let (config, of_config) = parse::config(&sources);
        let Some(ConfigFile { config, .. }) = config else {
            report::findings(&found, &sources.files, Format::Text);
            return Err(USAGE);
        };
        let site = config.rules.clone();
        let languages = config.languages.clone();
        let (_, of_content) = parse::content(&sources, config);
        let folders = PlanFolders::new(&sources, |_| false);
        let levels = |plan: PlanContent| {
            (plan.found.has_errors(), plan.plan.map(|file| (plan.name, file.rules)))
        };
        let (broken, plans): (Vec<bool>, Vec<_>) = folders.read(&languages).map(levels).unzip();
        let broken = broken.contains(&true);
        if broken || of_config.has_errors() || of_content.has_errors() {
            report::error("this site has errors, so levels may be missing here; see `lantu check`");
        }
        Ok(Self { site, plans: plans.into_iter().flatten().collect() })
    }
}

fn word(setting: Setting) -> &'static str {
    match setting {
        Setting::Level(level) => level.name(),
        Setting::Off => "off",
    }
}

fn paragraph(text: &str, indent: &str) -> String {
    fill(text, Options::new(COLUMNS).initial_indent(indent).subsequent_indent(indent))
}
