//! In: the configuration. Out: a finding where it does not say how to reach the host of the site.

use crate::diagnostic::publication::Publication;
use crate::diagnostic::{Diagnostics, Level, Problem};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "no-host-contact",
    family: Family::Publication,
    level: Level::Warning,
    checks: "The configuration says how to reach the host of the site: by telephone, mail or post.",
    why: "Every page of a Chinese government website names its host and a contact at its foot (国办发〔2017〕47号), and readers of any other look for it there.",
    fixed: None,
    fails: &[("site-config.toml", "base-url = \"https://www.example.gov.cn\"")],
    passes: &[(
        "site-config.toml",
        "base-url = \"https://www.example.gov.cn\"\n[host]\ncontact = { telephone = \"0316-5212180\" }",
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let config = &case.site.config;
    let contact = &config.host.contact;
    let none = contact.email.is_none() && contact.telephone.is_none() && contact.address.is_none();
    if none && !config.base_url.is_example() {
        let must = config.base_url.is_government();
        let problem = Publication::NoHostContact { must };
        found.report(Problem::Publication(problem), config.span);
    }
}
