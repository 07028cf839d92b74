//! In: cases worked out by hand, the sums beside them. Out: whether the methods find the same.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::diagnostic::{Files, Span, Spanned};
use crate::language::Text;
use crate::model::Id;
use crate::model::indicator::Baseline;

fn here() -> Span {
    Span::start_of(Files::default().add("targets.toml".into(), String::new()))
}

fn quantity(text: &str) -> Quantity {
    Quantity::parse(text).unwrap()
}

/// An indicator; the baseline is "318" or "318 2017", targets and actuals are given in the order of time.
fn indicator(baseline: &str, targets: &[(i16, &str)], actuals: &[(Date, &str)]) -> Indicator {
    let text = || Text::new(vec![String::new()]);
    let place = |value| Spanned::new(value, here());
    let mut parts = baseline.split(' ');
    let baseline = parts.next().filter(|value| !value.is_empty()).map(|value| Baseline {
        value: quantity(value),
        span: here(),
        year: parts.next().map(|year| year.parse().unwrap()),
    });
    let actual = |(as_of, value): &(Date, &str)| Actual {
        value: place(quantity(value)),
        as_of: Spanned::new(*as_of, here()),
        reported: None,
        source: text(),
        url: None,
        note: None,
        areas: Vec::new(),
    };
    Indicator {
        id: Id::new("x").unwrap(),
        name: text(),
        definition: None,
        unit: text(),
        direction: Direction::MoreIsBetter,
        measure: Measure::Level,
        method: None,
        baseline,
        target: targets.iter().map(|(year, value)| (*year, place(quantity(value)))).collect(),
        divisions: Vec::new(),
        clauses: Vec::new(),
        note: None,
        revisions: Vec::new(),
        actuals: actuals.iter().map(actual).collect(),
        span: here(),
    }
}

fn judged(indicator: &Indicator, method: Method) -> Outcome {
    assess(indicator, Some(method)).outcome
}

fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// 438 is the target of 2018, 520 that of 2019.
#[test]
fn yearly_milestone() {
    let targets = [(2018, "438"), (2019, "520"), (2020, ">=600")];
    let cases = [
        // 438 / 438 = 100 %
        (date(2018, 12, 31), "438", Status::Reached, Some("100")),
        // 437.9 / 438 = 99.977 %, which is not 100 %
        (date(2018, 12, 31), "437.9", Status::NotReached, Some("99.9")),
        // 400 / 438 = 91.324 %
        (date(2018, 12, 31), "400", Status::NotReached, Some("91.3")),
        // Half of 2019 is over: 452 / 520 = 86.923 %
        (date(2019, 6, 30), "452", Status::UnderWay, Some("86.9")),
        // Ahead of its time: 521 / 520 = 100.192 %
        (date(2019, 6, 30), "521", Status::Reached, Some("100.2")),
        // Behind the last year, the last target counts: 599 / 600 = 99.833 %
        (date(2021, 3, 31), "599", Status::NotReached, Some("99.8")),
        (date(2020, 12, 31), ">600", Status::Reached, Some("100")),
    ];
    for (day, value, status, share) in cases {
        let indicator = indicator("318", &targets, &[(date(2018, 6, 30), "330"), (day, value)]);
        let outcome = judged(&indicator, Method::YearlyMilestone);
        assert_eq!(outcome, Outcome::Milestone { status, share: share.map(dec) }, "{day} {value}");
    }
}

#[test]
fn yearly_milestone_where_less_is_better() {
    let mut one = indicator("50", &[(2020, "<=40")], &[(date(2020, 12, 31), "44")]);
    one.direction = Direction::LessIsBetter;
    // (50 − 44) / (50 − 40) = 60 %
    let expected = Outcome::Milestone { status: Status::NotReached, share: Some(dec("60")) };
    assert_eq!(judged(&one, Method::YearlyMilestone), expected);
    one.baseline = None;
    let expected = Outcome::Milestone { status: Status::NotReached, share: None };
    assert_eq!(judged(&one, Method::YearlyMilestone), expected);
    one.actuals[0].value.value = quantity("40");
    assert_eq!(assess(&one, Some(Method::YearlyMilestone)).status(), Status::Reached);
}

#[test]
fn bounds_say_when_a_target_is_reached() {
    let cases = [
        (">500", "500", Status::NotReached),
        (">500", "501", Status::Reached),
        (">500", ">500", Status::Reached),
        (">500", ">=500", Status::NotReached),
        (">=500", "500", Status::Reached),
        ("~30", "30", Status::Reached),
        ("3-5", "3", Status::Reached),
        ("3-5", "2", Status::NotReached),
        ("3-5", "7", Status::Reached),
        ("0", "0", Status::Reached),
        ("-5", "-6", Status::NotReached),
    ];
    for (target, value, status) in cases {
        let indicator = indicator("", &[(2020, target)], &[(date(2020, 12, 31), value)]);
        assert_eq!(
            assess(&indicator, Some(Method::YearlyMilestone)).status(),
            status,
            "{value} of {target}"
        );
    }
    for value in ["3-5", "<=9", "<9"] {
        let indicator = indicator("", &[(2020, "4")], &[(date(2020, 12, 31), value)]);
        let outcome = judged(&indicator, Method::YearlyMilestone);
        assert_eq!(outcome, Outcome::NotAssessable(Reason::Vague), "{value}");
    }
}

/// From 318 at the end of 2017 to 600 at the end of 2020: 282 in 36 months.
#[test]
fn time_proportional() {
    let cases = [
        // (424 − 318) / 282 = 37.589 %; 12 / 36 = 33.333 %
        (date(2018, 12, 31), "424", Status::Ahead, "37.6", "33.3", 12),
        // (412 − 318) / 282 = 33.333 %
        (date(2018, 12, 31), "412", Status::OnSchedule, "33.3", "33.3", 12),
        // (411 − 318) / 282 = 32.979 %
        (date(2018, 12, 31), "411", Status::Behind, "33.0", "33.3", 12),
        // 30 of 36 months; the last day of June has come: (300 − 318) / 282 = −6.383 %
        (date(2020, 6, 30), "300", Status::Behind, "-6.4", "83.3", 30),
        // One day earlier June does not count: 29 / 36 = 80.556 %
        (date(2020, 6, 29), "300", Status::Behind, "-6.4", "80.6", 29),
        (date(2019, 12, 31), "600", Status::Completed, "100", "66.7", 24),
        // Time does not run beyond the target: (599 − 318) / 282 = 99.645 %
        (date(2021, 12, 31), "599", Status::Behind, "99.6", "100", 36),
    ];
    for (day, value, status, done, time, months) in cases {
        let indicator = indicator("318 2017", &[(2019, "520"), (2020, "600")], &[(day, value)]);
        let (done, time) = (dec(done), dec(time));
        let expected = Outcome::Proportional { status, done, time, months, of_months: 36 };
        assert_eq!(judged(&indicator, Method::TimeProportional), expected, "{day} {value}");
    }
}

#[test]
fn time_proportional_within_a_year() {
    let mut flow = indicator("", &[(2018, "80"), (2019, "80")], &[(date(2018, 11, 30), "70")]);
    flow.measure = Measure::YearlyFlow;
    // 70 / 80 = 87.5 %; eleven months of a year are 91.667 %
    let expected = Outcome::Proportional {
        status: Status::Behind,
        done: dec("87.5"),
        time: dec("91.7"),
        months: 11,
        of_months: 12,
    };
    assert_eq!(judged(&flow, Method::TimeProportional), expected);
    flow.actuals[0].as_of.value = date(2020, 11, 30);
    assert_eq!(
        judged(&flow, Method::TimeProportional),
        Outcome::NotAssessable(Reason::NoTargetForYear)
    );
    assert_eq!(
        judged(&flow, Method::YearlyMilestone),
        Outcome::NotAssessable(Reason::NoTargetForYear)
    );
}

/// At most 60 accidents in 2020, after 80 in 2017.
#[test]
fn a_limit_is_only_kept_when_its_year_is_over() {
    let limit = |day, value: &str| {
        let mut one = indicator("80 2017", &[(2019, "70"), (2020, "<=60")], &[(day, value)]);
        (one.measure, one.direction) = (Measure::YearlyFlow, Direction::LessIsBetter);
        one
    };
    let (june, december) = (date(2020, 6, 30), date(2020, 12, 31));
    let cases = [
        // Half of the year: 29 / 60 = 48.333 %, 30 / 60 = 50 %, 31 / 60 = 51.667 %
        (june, "29", Status::UnderWay, None, Status::Ahead, "48.3"),
        (june, "30", Status::UnderWay, None, Status::OnSchedule, "50"),
        (june, "31", Status::UnderWay, None, Status::Behind, "51.7"),
        (june, "60", Status::UnderWay, None, Status::Behind, "100"),
        (june, "61", Status::NotReached, None, Status::Behind, "101.7"),
        // The whole year: (80 − 60) / (80 − 60) = 100 %, (80 − 70) / 20 = 50 %; 70 / 60 = 116.667 %
        (december, "60", Status::Reached, Some("100"), Status::Completed, "100"),
        (december, "70", Status::NotReached, Some("50"), Status::Behind, "116.7"),
    ];
    for (day, value, status, share, timely, done) in cases {
        let one = limit(day, value);
        let expected = Outcome::Milestone { status, share: share.map(dec) };
        assert_eq!(judged(&one, Method::YearlyMilestone), expected, "{day} {value}");
        let months = if day == june { 6 } else { 12 };
        let (time, of_months) = (dec(if day == june { "50" } else { "100" }), 12);
        let expected =
            Outcome::Proportional { status: timely, done: dec(done), time, months, of_months };
        assert_eq!(judged(&one, Method::TimeProportional), expected, "{day} {value}");
    }
    let growth = |day, value| judged(&limit(day, value), Method::GrowthRate);
    assert_eq!(growth(june, "30"), Outcome::NotAssessable(Reason::YearNotOver));
    assert!(matches!(growth(december, "60"), Outcome::Growth { status: Status::Reached, .. }));
    // More is better: what came in is there, whatever comes in later.
    let mut flow = indicator("80 2017", &[(2019, "90"), (2020, "100")], &[(june, "100")]);
    flow.measure = Measure::YearlyFlow;
    assert_eq!(assess(&flow, Some(Method::YearlyMilestone)).status(), Status::Reached);
    assert_eq!(assess(&flow, Some(Method::GrowthRate)).status(), Status::Reached);
    flow.actuals[0].value.value = Quantity::exactly(dec("99"));
    assert_eq!(judged(&flow, Method::GrowthRate), Outcome::NotAssessable(Reason::YearNotOver));
}

/// From 100 at the end of 2015 to 200 at the end of 2025: 2^(1/10) − 1 = 0.0717735 a year.
#[test]
fn growth_rate() {
    let cases = [
        // 1.31^(1/4) − 1 = 0.0698375; / 0.0717735 = 0.97303
        (date(2019, 12, 31), "131", Status::OnTrack, "0.97"),
        // 1.30^(1/4) − 1 = 0.0677900; / 0.0717735 = 0.94450
        (date(2019, 12, 31), "130", Status::Moderate, "0.94"),
        // 1.15^(1/4) − 1 = 0.0355581; / 0.0717735 = 0.49542
        (date(2019, 12, 31), "115", Status::Limited, "0.49"),
        (date(2019, 12, 31), "100", Status::Limited, "0"),
        // 0.95^(1/4) − 1 = −0.0127414; / 0.0717735 = −0.17752, rounded down
        (date(2019, 12, 31), "95", Status::MovingAway, "-0.18"),
        // 42 months: 1.31^(1/3.5) − 1 = 0.0802039; / 0.0717735 = 1.11745
        (date(2019, 6, 30), "131", Status::OnTrack, "1.11"),
        // 2.5^(1/4) − 1 = 0.2574334; / 0.0717735 = 3.58675
        (date(2019, 12, 31), "250", Status::Reached, "3.58"),
    ];
    for (day, value, status, ratio) in cases {
        let indicator = indicator("100 2015", &[(2025, "200")], &[(day, value)]);
        let expected = Outcome::Growth { status, ratio: Some(dec(ratio)) };
        assert_eq!(judged(&indicator, Method::GrowthRate), expected, "{day} {value}");
    }
}

#[test]
fn growth_rate_where_less_is_better_and_below_zero() {
    // From 100 down to 50 in ten years: 0.5^(1/10) − 1 = −0.0669670;
    // 85 after four years: 0.85^(1/4) − 1 = −0.0398146; R = 0.59453
    let mut one = indicator("100 2015", &[(2025, "50")], &[(date(2019, 12, 31), "85")]);
    one.direction = Direction::LessIsBetter;
    let expected = Outcome::Growth { status: Status::Limited, ratio: Some(dec("0.59")) };
    assert_eq!(judged(&one, Method::GrowthRate), expected);
    // From −100 up to −50: the same quotients, and more is better.
    let below = indicator("-100 2015", &[(2025, "-50")], &[(date(2019, 12, 31), "-85")]);
    assert_eq!(judged(&below, Method::GrowthRate), expected);
    let worse = indicator("-100 2015", &[(2025, "-50")], &[(date(2019, 12, 31), "-110")]);
    assert_eq!(assess(&worse, Some(Method::GrowthRate)).status(), Status::MovingAway);
}

#[test]
fn what_cannot_be_judged_says_why() {
    use Method::{GrowthRate, TimeProportional};
    let day = date(2019, 12, 31);
    let cases = [
        (TimeProportional, "", "200", "130", Reason::NoBaseline),
        (TimeProportional, "100", "200", "130", Reason::BaselineYearUnknown),
        (TimeProportional, "100 2015", "100", "130", Reason::TargetNotBeyondBaseline),
        (TimeProportional, "100 2015", "90", "130", Reason::TargetNotBeyondBaseline),
        (TimeProportional, "3-5 2015", "90", "30", Reason::Vague),
        (GrowthRate, "", "200", "130", Reason::NoBaseline),
        (GrowthRate, "100", "200", "130", Reason::BaselineYearUnknown),
        (GrowthRate, "0 2015", "200", "130", Reason::ZeroBaseline),
        (GrowthRate, "-1 2015", "200", "130", Reason::SignChange),
        (GrowthRate, "100 2015", "200", "-3", Reason::SignChange),
        (GrowthRate, "100 2015", "100", "130", Reason::TargetNotBeyondBaseline),
        (GrowthRate, "100 2019", "200", "130", Reason::NoTimePassed),
    ];
    for (method, baseline, target, value, reason) in cases {
        let indicator = indicator(baseline, &[(2025, target)], &[(day, value)]);
        let outcome = judged(&indicator, method);
        assert_eq!(outcome, Outcome::NotAssessable(reason), "{method:?} {baseline} {target}");
    }
    let without_target = indicator("100 2015", &[], &[(day, "130")]);
    assert_eq!(
        judged(&without_target, Method::GrowthRate),
        Outcome::NotAssessable(Reason::NoTarget)
    );
    let without_actual = indicator("100 2015", &[(2025, "200")], &[]);
    assert_eq!(judged(&without_actual, Method::GrowthRate), Outcome::NoData);
}

#[test]
fn statuses_are_counted_by_their_order() {
    for (at, status) in STATUSES.into_iter().enumerate() {
        assert_eq!(status as usize, at);
    }
}

#[test]
fn the_method_is_the_indicators_then_the_sites_then_what_the_targets_allow() {
    let mut one = indicator("1", &[(2018, "1"), (2019, "2")], &[]);
    assert_eq!(assess(&one, None).method, Method::YearlyMilestone);
    assert_eq!(assess(&one, Some(Method::GrowthRate)).method, Method::GrowthRate);
    one.method = Some(Method::TimeProportional);
    assert_eq!(assess(&one, Some(Method::GrowthRate)).method, Method::TimeProportional);
    for targets in [vec![(2018, "1"), (2020, "2")], vec![(2020, "2")]] {
        assert_eq!(assess(&indicator("1", &targets, &[]), None).method, Method::TimeProportional);
    }
}

proptest! {
    #[test]
    fn any_figures_are_judged_without_panic(
        baseline in any::<i64>(),
        target in any::<i64>(),
        actual in any::<i64>(),
        scale in 0u32..28,
        months in 0i16..40,
        less in any::<bool>(),
    ) {
        let text = |value| Decimal::from_i128_with_scale(i128::from(value), scale).to_string();
        let day = date(2016 + months / 12, i8::try_from(months % 12).unwrap() + 1, 28);
        let mut one =
            indicator(&format!("{} 2015", text(baseline)), &[(2018, &text(target))], &[(day, &text(actual))]);
        if less {
            one.direction = Direction::LessIsBetter;
        }
        for method in [Method::YearlyMilestone, Method::TimeProportional, Method::GrowthRate] {
            let assessment = assess(&one, Some(method));
            prop_assert!(STATUSES.contains(&assessment.status()));
        }
    }
}
