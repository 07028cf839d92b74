//! In: rounds with a minimum period. Out: those that are open for a shorter time without saying why. Where the rule
//! came later than the round, that is only information.

use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::model::Site;
use crate::model::consultation::Round;
use crate::model::minimum::{Length, Profile};

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "short-period",
    family: Family::Consultations,
    level: Level::Error,
    checks: "A consultation is open for the minimum period of its profile, or says why it is shorter.",
    why: "For drafts of major decisions 30 days are the rule since September 2019, and a shorter period has to be explained when it is published.",
    fixed: None,
    fails: &[(
        "consultation.toml",
        r#"[[round]]
start = 2026-01-05
end   = 2026-01-16
profile = "major-decision""#,
    )],
    passes: &[(
        "consultation.toml",
        r#"[[round]]
start = 2026-01-05
end   = 2026-01-16
profile = "major-decision"
shorter-period = { zh = "防汛急需。", en = "It is needed before the floods." }"#,
    )],
    run: Run::Site(run),
};

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for (_, round) in case.site.rounds().filter(|(_, round)| round.shorter.is_none()) {
        check(case.site, round, found);
    }
}

fn check(site: &Site, round: &Round, found: &mut Diagnostics) {
    let Some((least, measured)) = site.shorter_than(round) else { return };
    let profile = site.profile(round);
    let start = round.period.start.date;
    let since = profile.filter(|profile| !profile.binds(start));
    let problem = Problem::ShortPeriod {
        days: measured.number(),
        least: least.number(),
        working: matches!(least, Length::WorkingDays(_)),
        profile: profile.map_or_else(String::new, written),
        since: since.and_then(|profile| profile.since()).map(|since| since.to_string()),
    };
    found.report(problem, round.period.span);
}

/// The rule as authors write it.
fn written(profile: &Profile) -> String {
    match profile {
        Profile::MajorDecision => "`profile = \"major-decision\"`",
        Profile::Rules => "`profile = \"rules\"`",
        Profile::NormativeDocument => "`profile = \"normative-document\"`",
        Profile::None | Profile::Custom(_) => "its `profile`",
    }
    .to_owned()
}
