//! In: every plan. Out: a finding for each without keywords, on a Chinese government website.

use crate::diagnostic::publication::Publication;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::language::Lang;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "no-keywords",
    family: Family::Publication,
    level: Level::Info,
    checks: "On a site under `.gov.cn`, every plan has keywords.",
    why: "The pages of Chinese government websites carry keywords (国办发〔2017〕47号), by which directories and search engines find them.",
    fixed: None,
    fails: &[
        ("site-config.toml", "base-url = \"https://www.example.gov.cn\""),
        ("plan.toml", "keywords = { zh = [], en = [] }"),
    ],
    passes: &[("site-config.toml", "base-url = \"https://www.example.gov.cn\"")],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let config = &case.site.config;
    for plan in case.site.plans.iter().filter(|_| config.base_url.is_government()) {
        let lacks = |lang: &Lang| plan.keywords[lang.index()].is_empty();
        if let Some(lang) = config.languages.iter().find(lacks) {
            let language = config.languages.name(lang);
            found.report(Problem::Publication(Publication::NoKeywords { language }), plan.span);
        }
    }
}
