//! In: the titles, short titles and periods of plans. Out: a finding where they name other years.

use std::ops::Range;

use crate::diagnostic::publication::Publication;
use crate::diagnostic::{Diagnostics, Level, Problem};
use crate::language::Lang;
use crate::model::Plan;

use super::{Case, Family, Rule, Run};

pub const RULE: Rule = Rule {
    name: "title-period",
    family: Family::Publication,
    level: Level::Warning,
    checks: "The title of a plan, its short title and its `period` name the same years.",
    why: "Lists show the short title and search goes by the period; readers take two plans for what is one.",
    fixed: None,
    fails: &[(
        "plan.toml",
        "title = { zh = \"节水规划（2026—2030年）\", en = \"Water Plan (2026–2030)\" }\nperiod = { start = 2026, end = 2030 }\nshort = { zh = \"节水规划（2026—2029年）\", en = \"Water Plan 2026–2030\" }",
    )],
    passes: &[(
        "plan.toml",
        "title = { zh = \"《节水规划（2021—2030年）》2026年方案\", en = \"Water Plan (2026–2030)\" }\nperiod = { start = 2026, end = 2030 }\nshort = { zh = \"节水方案\", en = \"Water Plan 2026–2030\" }",
    )],
    run: Run::Site(run),
};

/// The first and the last year.
type Period = (i16, i16);

/// The years of a title, those of something else, and the keys of both.
type Differing = (Period, Period, &'static str, &'static str);

fn run(case: &Case<'_>, found: &mut Diagnostics) {
    for plan in &case.site.plans {
        // A slip in both languages is one slip.
        let mut known = Vec::new();
        for lang in case.site.config.languages.iter() {
            check(plan, lang, case, &mut known, found);
        }
    }
}

fn check(
    plan: &Plan,
    lang: Lang,
    case: &Case<'_>,
    known: &mut Vec<Differing>,
    found: &mut Diagnostics,
) {
    let (title, short) = (plan.title.get(lang), plan.short.get(lang));
    let (of_title, of_short) = (years(title), years(short));
    let period = plan.period.and_then(|period| Some((period.start?, period.end)));
    let language = case.site.config.languages.name(lang);
    let mut differ = |years: Period, others: Period, key, than| {
        let differing = (years, others, key, than);
        if years != others && !known.contains(&differing) {
            known.push(differing);
            let [years, others] = [years, others].map(|(start, end)| format!("{start}–{end}"));
            let language = language.clone();
            let problem = Publication::OtherYears { key, than, language, years, others };
            let place = if key == "short" { plan.places.short } else { plan.places.title };
            found.report(Problem::Publication(problem), place);
        }
    };
    if let (Some(years), Some(others)) = (of_short, of_title) {
        differ(years, others, "short", "title");
    } else if let (Some(years), Some(others)) = (of_short, period) {
        differ(years, others, "short", "period");
    }
    if let (Some(years), Some(others)) = (of_title, period) {
        differ(years, others, "title", "period");
    }
}

/// The years that a title says it is for, where it is one range of years; those of a title in it are not its own.
fn years(title: &str) -> Option<Period> {
    /// No title is longer.
    const LONGEST: usize = 600;
    let title = &title[..title.floor_char_boundary(LONGEST)];
    let mut ranges = title.match_indices("20").filter_map(|(at, _)| {
        let quoted = title[..at].rfind('《') > title[..at].rfind('》')
            || title[..at].rfind('“') > title[..at].rfind('”');
        range_at(title, at).filter(|_| !quoted)
    });
    let range = ranges.next()?;
    ranges.next().is_none().then_some(range)
}

/// `2026—2030`, `2026-2030`, `2026年至2030`, `2026 to 2030`
fn range_at(title: &str, at: usize) -> Option<Period> {
    let inside = title[..at].ends_with(|c: char| c.is_ascii_digit());
    let start = year(title, at..at + 4).filter(|_| !inside)?;
    let rest = &title[at + 4..];
    let dash = rest.trim_start_matches('年').trim_start();
    let dash = ["——", "—", "–", "-", "－", "～", "~", "至", "到", "to "]
        .iter()
        .find_map(|mark| dash.strip_prefix(mark))?;
    let end = dash.trim_start();
    let place = title.len() - end.len();
    let end = year(title, place..place + 4)?;
    let longer = title[place + 4..].starts_with(|c: char| c.is_ascii_digit());
    (start <= end && !longer).then_some((start, end))
}

fn year(title: &str, place: Range<usize>) -> Option<i16> {
    title.get(place).filter(|text| text.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::years;

    #[test]
    fn years_of_titles() {
        for title in [
            "节水规划（2026—2030年）",
            "2026-2030年节水规划",
            "节水规划（2026年至2030年）",
            "Water Plan, 2026–2030, draft",
            "Water Plan for 2026 to 2030",
        ] {
            assert_eq!(years(title), Some((2026, 2030)), "{title}");
        }
        for title in [
            "节水规划",
            "2026年节水方案",
            "《节水规划（2026—2030年）》实施方案",
            "2020—2025年和2026—2030年节水规划",
            "第12026-2030号",
            "2026-20301",
            "2026-20",
        ] {
            assert_eq!(years(title), None, "{title}");
        }
    }
}
