//! In: the configuration. Out: a finding for each number of registration that is malformed, and for each that a Chinese
//! website lacks.

use crate::diagnostic::publication::{Filing, Publication};
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::model::Config;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "site-filings",
    family: Family::Publication,
    level: Level::Warning,
    checks: "The numbers of the ICP filing and of the public-security filing are given, and in their form.",
    why: "Every website in mainland China is registered twice and prints both numbers on its pages; a mistyped number is that of somebody else.",
    fixed: None,
    fails: &[("site-config.toml", "[identifiers]\nicp = \"冀ICP12345678\"")],
    passes: &[(
        "site-config.toml",
        "[identifiers]\nicp = \"冀ICP备12345678号-1\"\npublic-security = \"冀公网安备13100002000001号\"",
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    let config = &case.site.config;
    let ids = &config.identifiers;
    let numbers = [
        (Filing::Icp, &ids.icp, is_icp as fn(&str) -> bool),
        (Filing::PublicSecurity, &ids.public_security, is_public_security),
    ];
    for (filing, number, is_well_formed) in numbers {
        match number {
            Some(number) if !is_well_formed(&number.value) => {
                let text = number.value.clone();
                let problem = Publication::BadFiling { filing, text };
                found.report(Problem::Publication(problem), number.span);
            }
            None if is_in_china(config) => {
                found.report(Problem::Publication(Publication::NoFiling { filing }), config.span);
            }
            _ => {}
        }
    }
}

/// Whether the site is one of mainland China, as far as its configuration tells.
fn is_in_china(config: &Config) -> bool {
    let zone = ["Asia/Shanghai", "Asia/Urumqi", "Asia/Chongqing", "PRC"]
        .contains(&config.time_zone_name.as_str());
    zone && config.languages.is_chinese(config.languages.first()) && !config.base_url.is_example()
}

/// The short names of provinces, autonomous regions and municipalities.
const PROVINCES: &str = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川蜀贵黔云滇陕秦甘陇青蒙桂宁新藏";

/// 冀ICP备12345678号, 冀ICP备2021012345号-3, 京ICP证030173号; also 粤B2-20090059, the licence of a carrier.
fn is_icp(text: &str) -> bool {
    let Some(rest) = text.trim().strip_prefix(|c| PROVINCES.contains(c)) else { return false };
    if let Some(licence) =
        ["A1-", "A2-", "B1-", "B2-"].iter().find_map(|kind| rest.strip_prefix(kind))
    {
        return is_number(licence, 6, 10);
    }
    let rest = rest.strip_prefix("ICP备").or_else(|| rest.strip_prefix("ICP证"));
    let Some((number, site)) = rest.and_then(|rest| rest.split_once('号')) else { return false };
    let site = site.is_empty()
        || site
            .strip_prefix('-')
            .is_some_and(|site| is_number(site.trim_end_matches(['A', 'X']), 1, 4));
    is_number(number, 6, 10) && site
}

/// 冀公网安备13100002000001号; older ones have fewer digits, and often a space.
fn is_public_security(text: &str) -> bool {
    let rest = text.trim().strip_prefix(|c| PROVINCES.contains(c));
    let rest = rest.and_then(|rest| rest.strip_prefix("公网安备"));
    let number = rest.and_then(|rest| rest.trim_start().strip_suffix('号'));
    number.is_some_and(|number| is_number(number.trim_end(), 11, 14))
}

fn is_number(text: &str, least: usize, most: usize) -> bool {
    (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_filings() {
        for text in [
            "冀ICP备12345678号-1",
            "冀ICP备12345678号",
            "京ICP备2021012345号-3A",
            "京ICP证030173号",
            "粤B2-20090059",
        ] {
            assert!(is_icp(text), "{text}");
        }
        for text in [
            "",
            "…",
            "ICP备12345678号",
            "河北ICP备12345678号",
            "冀ICP备12345678",
            "冀icp备12345678号",
            "冀ICP备1234号",
            "冀ICP备12345678号1",
        ] {
            assert!(!is_icp(text), "{text}");
        }
        for text in [
            "冀公网安备13100002000001号",
            "京公网安备 11010802020134号",
            "京公网安备110105000501号",
        ] {
            assert!(is_public_security(text), "{text}");
        }
        for text in [
            "…",
            "冀公网安备13100002000001",
            "公网安备13100002000001号",
            "冀公安备13100002000001号",
            "冀公网安备131号",
        ] {
            assert!(!is_public_security(text), "{text}");
        }
    }
}
