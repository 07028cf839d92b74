//! In: the configuration. Out: a reminder where a website with a Chinese government domain carries no
//! website identification code.

use crate::diagnostic::{Diagnostics, Level, Problem};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "no-site-id-code",
    family: Family::Publication,
    level: Level::Warning,
    checks: "A site under `.gov.cn` gives its website identification code (网站标识码).",
    why: "Every page of a Chinese government website must carry the code (国办发〔2017〕47号).",
    fixed: None,
    fails: &[("site-config.toml", r#"base-url = "https://plans.example.gov.cn""#)],
    passes: &[(
        "site-config.toml",
        r#"base-url = "https://plans.example.gov.cn"

[identifiers]
site-id-code = "0000000000""#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let config = &case.site.config;
    let government = config.base_url.domain().ends_with(".gov.cn");
    if government && config.identifiers.site_id_code.is_none() {
        found.report(Problem::NoSiteIdCode, config.span);
    }
}
