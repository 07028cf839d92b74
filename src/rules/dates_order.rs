//! In: the dates of every plan. Out: a finding for each two that are in the wrong order, and for a date under the text
//! that is another one than in `plan.toml`.

use jiff::civil::Date;

use crate::diagnostic::publication::{Dates, Publication};
use crate::diagnostic::{Diagnostic, Diagnostics, Level, Problem, Span, Spanned};
use crate::language::ascii_digit;
use crate::language::numeral::chinese;
use crate::model::Plan;
use crate::model::basis::Basis;
use crate::model::plan::Status;

use super::reading::Reading;
use super::{Family, PlanCase, Rule, Run};

pub const RULE: Rule = Rule {
    name: "dates-order",
    family: Family::Publication,
    level: Level::Warning,
    checks: "A plan is signed before it is published and before it is in force, is not published in the future, and its period ends after that; the page that it was taken from is not older, and no plan that it is based on is younger; the date under the text is that of `signed`.",
    why: "From these dates readers judge whether a document holds; two that cannot both be true make them doubt all.",
    fixed: None,
    fails: &[("plan.toml", "signed = 2026-01-08\npublished = 2026-01-05")],
    passes: &[("plan.toml", "signed = 2026-01-05\npublished = 2026-01-08\nin-force = 2026-02-01")],
    run: Run::Plan(run),
};

fn run(case: &PlanCase<'_>, found: &mut Diagnostics) {
    let first = case.site.config.languages.first();
    let plan = case.plan;
    order(plan, case.today, found);
    let place = case.site.plan_index.place(plan.id.as_str());
    let parents = place.map_or(&[][..], |place| case.site.genealogy.parents(place));
    parents.iter().for_each(|parent| basis(plan, &case.site.plans[*parent], found));
    for reading in case.readings.iter().filter(|one| one.lang == first) {
        signature(reading, found);
    }
}

fn order(plan: &Plan, today: Date, found: &mut Diagnostics) {
    let mut report = |dates: Dates, place: Span, other: Option<Span>| {
        let mut finding = Diagnostic::new(Problem::Publication(Publication::Dates(dates)), place);
        finding.related = other;
        found.push(finding);
    };
    if let Some(signed) = &plan.signed {
        let date = signed.value.to_string();
        if let Some(published) = plan.published.as_ref().filter(|one| signed.value > one.value) {
            let dates = Dates::SignedAfterPublished {
                signed: date.clone(),
                published: published.value.to_string(),
            };
            report(dates, signed.span, Some(published.span));
        } else if signed.value > today {
            let today = today.to_string();
            report(Dates::InFuture { key: "signed", date: date.clone(), today }, signed.span, None);
        }
        if let Some(in_force) = plan.in_force.as_ref().filter(|one| one.value < signed.value) {
            let in_force_date = in_force.value.to_string();
            let dates = Dates::InForceBeforeSigned { in_force: in_force_date, signed: date };
            report(dates, in_force.span, Some(signed.span));
        }
    }
    if let Some(published) = &plan.published {
        if published.value > today && plan.status != Status::Draft {
            let (date, today) = (published.value.to_string(), today.to_string());
            report(Dates::InFuture { key: "published", date, today }, published.span, None);
        }
        if let Some(period) = plan.period.filter(|one| one.end < published.value.year()) {
            let published_on = published.value.to_string();
            let dates = Dates::PeriodOver { end: period.end, published: published_on };
            report(dates, period.span, Some(published.span));
        }
    }
    if let Some(date) = plan.source.as_ref().and_then(|source| source.date.as_ref()) {
        of_source(plan, date, today, report);
    }
}

/// Nobody can have copied the plan from a page before it was signed or published.
fn of_source(
    plan: &Plan,
    source: &Spanned<Date>,
    today: Date,
    mut report: impl FnMut(Dates, Span, Option<Span>),
) {
    let date = source.value.to_string();
    if source.value > today {
        let today = today.to_string();
        report(Dates::InFuture { key: "date", date, today }, source.span, None);
        return;
    }
    let steps = [("published", &plan.published), ("signed", &plan.signed)];
    let later = |one: &Option<Spanned<Date>>| one.clone().filter(|one| one.value > source.value);
    if let Some((key, other)) = steps.into_iter().find_map(|(key, one)| Some((key, later(one)?))) {
        let dates = Dates::SourceBefore { source: date, key, date: other.value.to_string() };
        report(dates, source.span, Some(other.span));
    }
}

/// A plan is not based on one that was not there yet.
fn basis(plan: &Plan, parent: &Plan, found: &mut Diagnostics) {
    let (Some(own), Some(date)) = (&plan.published, &parent.published) else { return };
    let named = plan.basis.iter().filter_map(Basis::plan).find(|id| id.value == parent.id);
    if let Some(named) = named.filter(|_| date.value > own.value) {
        let dates =
            Dates::BasisLater { basis: parent.id.to_string(), published: date.value.to_string() };
        let problem = Problem::Publication(Publication::Dates(dates));
        found.push(Diagnostic::new(problem, named.span).with_related(own.span));
    }
}

/// A paragraph that is nothing but a date is the date of the signature.
fn signature(reading: &Reading<'_>, found: &mut Diagnostics) {
    let Some(signed) = reading.plan.signed.as_ref().filter(|_| reading.chinese) else { return };
    let dates = reading.paragraphs.iter().filter(|one| !one.is_heading()).filter_map(|one| {
        let text = one.prose.text().trim();
        Some((date(text)?, text, one.span))
    });
    let dates: Vec<(Date, &str, Span)> = dates.collect();
    // A notice and what it issues may be signed on two days.
    if dates.iter().any(|(date, ..)| *date == signed.value) {
        return;
    }
    if let Some((_, text, span)) = dates.last() {
        let (text, date) = ((*text).to_owned(), signed.value.to_string());
        let problem = Publication::Dates(Dates::OtherSignature { text, signed: date });
        found.push(Diagnostic::new(Problem::Publication(problem), *span).with_related(signed.span));
    }
}

/// 2016年8月23日, 二〇一六年八月二十三日; nothing before and nothing behind.
fn date(text: &str) -> Option<Date> {
    // The longest one has twelve characters.
    if text.len() > 60 || !text.ends_with('日') {
        return None;
    }
    let (year, rest) = text.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let day = rest.strip_suffix('日')?;
    let small = |text: &str| number(text).or_else(|| chinese(text.trim()));
    let (month, day) = (i8::try_from(small(month)?).ok()?, i8::try_from(small(day)?).ok()?);
    Date::new(i16::try_from(number(year)?).ok()?, month, day).ok()
}

/// Digits one by one, in any width or in Chinese: 2016, 二〇一六.
fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 4 {
        return None;
    }
    text.chars().try_fold(0, |value: u32, c| {
        let digit = match c {
            '○' | '〇' | '零' | 'Ｏ' | 'O' => 0,
            _ => match "一二三四五六七八九".chars().position(|known| known == c) {
                Some(at) => u32::try_from(at).ok()? + 1,
                None => ascii_digit(c)?.to_digit(10)?,
            },
        };
        Some(value * 10 + digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_signatures() {
        for text in [
            "2016年8月23日",
            "二〇一六年八月二十三日",
            "二○一六年八月二十三日",
            "２０１６年８月２３日",
            "2016 年 8 月 23 日",
        ] {
            assert_eq!(date(text), Some(Date::constant(2016, 8, 23)), "{text}");
        }
        for text in [
            "2016年8月",
            "到2016年8月23日",
            "2016年8月23日印发",
            "8月23日",
            "2016年13月1日",
            "（2016年8月23日）",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
