//! The cases of the gallery, which the tests draw, too.

use jiff::civil::{Date, date};
use lantu::charts::{
    AreaYears, Areas, Chart, DutyMatrix, DutyUnit, Overview, OverviewRow, PlanBars, PlanYears,
    Start, Trajectory,
};
use lantu::language::{Formats, Languages, Voice, Words};
use lantu::model::indicator::Direction;
use lantu::model::quantity::Quantity;
use rust_decimal::Decimal;

/// The two languages of the theme.
pub struct Speakers {
    languages: Languages,
    words: Words,
    formats: Formats,
}

impl Speakers {
    pub fn new() -> Self {
        let languages = Languages::new(vec!["zh".into(), "en".into()]);
        let texts = [
            vec![include_str!("../../themes/default/i18n/zh.ftl")],
            vec![include_str!("../../themes/default/i18n/en.ftl")],
        ];
        let words = Words::new(&languages, &texts).map_err(|(_, _, error)| error);
        let words = words.expect("the words of the theme can be read");
        let formats = Formats::new(&languages);
        Self { languages, words, formats }
    }

    pub fn voices(&self) -> Vec<Voice<'_>> {
        let voice = |lang| Voice { words: &self.words, formats: &self.formats, lang };
        self.languages.iter().map(voice).collect()
    }

    pub fn tag(&self, voice: &Voice<'_>) -> &str {
        self.languages.tag(voice.lang)
    }
}

type Draw = Box<dyn Fn(&Voice<'_>) -> Vec<Option<Chart>>>;

/// One chart, or several where it is cut into sheets.
pub struct Case {
    pub kind: &'static str,
    pub name: &'static str,
    draw: Draw,
}

impl Case {
    pub fn draw(&self, voice: &Voice<'_>) -> Vec<Chart> {
        (self.draw)(voice).into_iter().flatten().collect()
    }
}

fn case(
    kind: &'static str,
    name: &'static str,
    draw: impl Fn(&Voice<'_>) -> Vec<Option<Chart>> + 'static,
) -> Case {
    Case { kind, name, draw: Box::new(draw) }
}

pub fn q(text: &str) -> Quantity {
    Quantity::parse(text).expect("cases are written well")
}

pub fn max() -> Quantity {
    Quantity::exactly(Decimal::MAX)
}

pub fn min() -> Quantity {
    Quantity::exactly(Decimal::MIN)
}

/// Where the figures are said to come from.
pub fn source(tag: &str) -> &'static str {
    match tag {
        "zh" => {
            "廊坊市科技创新三年行动计划（2018—2020年） https://plans.example/zh/plans/langfang-sti-2018-2020/targets/"
        }
        _ => {
            "Langfang Three-Year Action Plan for Science and Technology Innovation (2018–2020) https://plans.example/en/plans/langfang-sti-2018-2020/targets/"
        }
    }
}

/// All cases with the texts of one language.
pub fn all(tag: &str) -> Vec<Case> {
    let zh = tag == "zh";
    let mut cases = trajectories(zh);
    cases.extend(areas(zh));
    cases.extend(marked_areas(zh));
    cases.extend(area_years(zh));
    cases.extend(overviews(zh));
    cases.extend(matrices(zh));
    cases.extend(plan_years(zh));
    cases
}

fn say(zh: bool, chinese: &str, english: &str) -> String {
    if zh { chinese } else { english }.to_owned()
}

fn day(text: &str) -> Date {
    text.parse().unwrap_or(date(2018, 12, 31))
}

fn years(targets: &[(i16, &str)]) -> Vec<(i16, Quantity)> {
    targets.iter().map(|(year, value)| (*year, q(value))).collect()
}

fn days(actuals: &[(&str, &str)]) -> Vec<(Date, Quantity)> {
    actuals.iter().map(|(at, value)| (day(at), q(value))).collect()
}

fn trajectory(
    zh: bool,
    baseline: Option<(&str, Option<i16>)>,
    targets: &[(i16, &str)],
    earlier: &[(i16, &str)],
    actuals: &[(&str, &str)],
) -> Trajectory {
    Trajectory {
        title: say(zh, "高新技术企业数量", "High-tech enterprises"),
        unit: say(zh, "家", "enterprises"),
        baseline: baseline.map(|(value, year)| Start { value: q(value), year }),
        targets: years(targets),
        earlier: years(earlier),
        actuals: days(actuals),
        direction: Direction::MoreIsBetter,
        yearly: false,
    }
}

fn trajectories(zh: bool) -> Vec<Case> {
    let targets = [(2018, "400"), (2019, "500"), (2020, "600")];
    let twelve = [
        ("2016-03-31", "318"),
        ("2016-06-30", "322"),
        ("2016-09-30", "331"),
        ("2016-12-31", "340"),
        ("2017-03-31", "344"),
        ("2017-06-30", "352"),
        ("2017-09-30", "367"),
        ("2017-12-31", "371"),
        ("2018-03-31", "382"),
        ("2018-06-30", "396"),
        ("2018-09-30", "431"),
        ("2018-12-31", "452"),
    ];
    let all: [(&'static str, Trajectory); 16] = [
        (
            "normal",
            trajectory(
                zh,
                Some(("318", Some(2017))),
                &targets,
                &[],
                &[("2018-06-30", "352"), ("2018-12-31", "371")],
            ),
        ),
        (
            "long-unit",
            Trajectory {
                unit: say(
                    zh,
                    "家（规模以上工业企业，含开发区、空港新区和综合保税区内注册的全部企业）",
                    "enterprises above the designated size, registered in the development zone",
                ),
                ..trajectory(zh, None, &targets, &[], &[("2018-12-31", "352")])
            },
        ),
        (
            "mid-year",
            trajectory(
                zh,
                Some(("318", Some(2017))),
                &targets,
                &[],
                &[("2018-03-31", "330"), ("2018-06-30", "352")],
            ),
        ),
        (
            "no-year",
            trajectory(
                zh,
                Some(("318", None)),
                &targets,
                &[(2020, "650")],
                &[("2018-12-31", "452")],
            ),
        ),
        (
            "bounds",
            trajectory(
                zh,
                Some(("40", Some(2014))),
                &[
                    (2015, "50"),
                    (2016, ">=60"),
                    (2017, ">70"),
                    (2018, "<=75"),
                    (2019, "<90"),
                    (2020, "~100"),
                    (2021, "105-120"),
                ],
                &[(2019, "70"), (2020, "85")],
                &[("2016-12-31", "58"), ("2018-12-31", "66")],
            ),
        ),
        (
            "twelve",
            trajectory(
                zh,
                Some(("310", Some(2015))),
                &[
                    (2016, ">=330"),
                    (2017, ">=380"),
                    (2018, ">=430"),
                    (2019, ">=500"),
                    (2020, ">=600"),
                ],
                &[],
                &twelve,
            ),
        ),
        ("one-target", trajectory(zh, None, &[(2020, "600")], &[], &[])),
        ("one-actual", trajectory(zh, None, &[], &[], &[("2018-06-30", "352")])),
        ("only-baseline", trajectory(zh, Some(("318", None)), &[], &[], &[])),
        ("none", trajectory(zh, None, &[], &[], &[])),
        (
            "equal",
            trajectory(
                zh,
                Some(("100", Some(2017))),
                &[(2018, "100"), (2019, "100"), (2020, "100")],
                &[],
                &[("2018-12-31", "100"), ("2019-12-31", "100")],
            ),
        ),
        (
            "zero",
            trajectory(
                zh,
                Some(("0", Some(2017))),
                &[(2018, "0"), (2020, "<=5")],
                &[],
                &[("2018-12-31", "0")],
            ),
        ),
        (
            "negative",
            trajectory(
                zh,
                Some(("-3.5", Some(2017))),
                &[(2018, "-2"), (2019, "-1.25--0.5"), (2020, "2")],
                &[],
                &[("2018-12-31", "-2.75")],
            ),
        ),
        (
            "small-gap",
            trajectory(
                zh,
                Some(("97.1", Some(2017))),
                &[(2018, ">=97.5"), (2019, ">=98"), (2020, ">=98.60")],
                &[],
                &[("2018-12-31", "97.48")],
            ),
        ),
        (
            "many-years",
            trajectory(
                zh,
                Some(("12,5".replace(',', ".").as_str(), Some(1999))),
                &[(2005, "20"), (2010, "30"), (2020, "55"), (2035, ">=80")],
                &[],
                &[("2001-12-31", "14"), ("2009-12-31", "24"), ("2018-12-31", "49.5")],
            ),
        ),
        (
            "huge",
            Trajectory {
                targets: vec![(i16::MIN, min()), (i16::MAX, max())],
                baseline: Some(Start { value: max(), year: None }),
                actuals: vec![(day("2018-12-31"), max())],
                ..trajectory(zh, None, &[], &[], &[])
            },
        ),
    ];
    all.into_iter()
        .map(|(name, data)| case("trajectory", name, move |voice| vec![data.draw(voice)]))
        .collect()
}

const SHORT: [(&str, &str); 11] = [
    ("广阳区", "Guangyang"),
    ("安次区", "Anci"),
    ("三河市", "Sanhe"),
    ("霸州市", "Bazhou"),
    ("香河县", "Xianghe"),
    ("永清县", "Yongqing"),
    ("固安县", "Gu'an"),
    ("文安县", "Wen'an"),
    ("大城县", "Dacheng"),
    ("大厂县", "Dachang"),
    ("开发区", "Development Zone"),
];

pub fn name(zh: bool, at: usize, long: bool) -> String {
    let (chinese, english) = SHORT[at % SHORT.len()];
    match long {
        false if at < SHORT.len() => say(zh, chinese, english),
        false => format!("{}{}", say(zh, chinese, english), at + 1),
        true => say(
            zh,
            &format!("{chinese}第{}高新技术产业开发区管理委员会", at + 1),
            &format!("{english} High-Tech Industrial Development Area No. {}", at + 1),
        ),
    }
}

fn area(zh: bool, count: usize, long: bool, value: impl Fn(usize) -> Option<Quantity>) -> Areas {
    Areas {
        title: say(
            zh,
            "2020年各地高新技术企业数量目标",
            "High-tech enterprises by area, target for 2020",
        ),
        unit: say(zh, "家", "enterprises"),
        rows: (0..count).map(|at| (name(zh, at, long), value(at))).collect(),
        marked: None,
        total: None,
        scale: None,
        rank: None,
    }
}

fn spread(at: usize) -> Option<Quantity> {
    let value = (at * 7919 + 31) % 613 + 12;
    (at % 9 != 8).then(|| Quantity::exactly(Decimal::from(value)))
}

fn areas(zh: bool) -> Vec<Case> {
    let texts = ["120", ">=80", ">500", "<=5", "<3", "~30", "30-55", "0", "3-5", "0-40", "12.50"];
    let below = ["12", "-4", "-8.5", "0", "-6--2", "-3-4", ">=-1", "7", "3-9"];
    let pick = |texts: &'static [&'static str]| move |at: usize| Some(q(texts[at % texts.len()]));
    let texts: &'static [&'static str] = Box::leak(Box::new(texts));
    let below: &'static [&'static str] = Box::leak(Box::new(below));
    let total = Some((say(zh, "全市", "Whole city"), q(">=6893")));
    let all: [(&'static str, Areas); 12] = [
        ("normal", Areas { total: total.clone(), ..area(zh, 11, false, spread) }),
        ("bounds", area(zh, 11, false, pick(texts))),
        ("negative", area(zh, 9, false, pick(below))),
        ("long-names", Areas { total, ..area(zh, 11, true, spread) }),
        ("long-bounds", area(zh, 11, true, pick(texts))),
        ("sixty-long", area(zh, 60, true, spread)),
        ("one", area(zh, 1, false, spread)),
        ("one-missing", area(zh, 1, false, |_| None)),
        ("none", area(zh, 0, false, spread)),
        ("equal", area(zh, 5, false, |_| Some(q("25")))),
        ("zeros", area(zh, 3, false, |_| Some(q("0")))),
        ("huge", area(zh, 3, false, |at| Some([max(), min(), q("0")][at]))),
    ];
    all.into_iter()
        .map(|(name, data)| case("areas", name, move |voice| vec![data.draw(voice)]))
        .collect()
}

fn marked_areas(zh: bool) -> Vec<Case> {
    let marked = |at: usize, areas: Areas| Areas { marked: Some(at), ..areas };
    let bounds = |at: usize| Some(q(["120", ">=80", "30-55", "0-40", "<3"][at % 5]));
    let below = |at: usize| Some(q(["12", "-4", "-6--2", "-3-4", "0"][at % 5]));
    let tie = |at: usize| Some(q(["9", "25", "3", "25", "7"][at]));
    // By size, the second row is the largest and the first the smallest; the ninth has no figure.
    let all: [(&'static str, Areas); 10] = [
        ("marked-first", marked(1, area(zh, 11, false, spread))),
        ("marked-middle", marked(5, area(zh, 11, false, spread))),
        ("marked-last", marked(0, area(zh, 8, false, spread))),
        ("marked-missing", marked(8, area(zh, 11, false, spread))),
        ("marked-tie", marked(3, area(zh, 5, false, tie))),
        ("marked-bounds", marked(2, area(zh, 11, false, bounds))),
        ("marked-negative", marked(2, area(zh, 9, false, below))),
        ("marked-long", marked(10, area(zh, 11, true, spread))),
        ("marked-sixty-long", marked(30, area(zh, 60, true, spread))),
        ("marked-sheets", marked(70, area(zh, 130, false, spread))),
    ];
    let draw = |data: Areas| {
        let sheets = data.sheets();
        move |voice: &Voice<'_>| sheets.iter().map(|sheet| sheet.draw(voice)).collect()
    };
    all.into_iter().map(|(name, data)| case("areas", name, draw(data))).collect()
}

fn heat(
    zh: bool,
    count: usize,
    first: i16,
    years: i16,
    long: bool,
    value: impl Fn(usize) -> Option<Quantity>,
) -> AreaYears {
    let row = |at: usize| {
        let cells = (0..years as usize).map(|year| value(at * years as usize + year));
        (name(zh, at, long), cells.collect())
    };
    AreaYears {
        title: say(
            zh,
            "各地高新技术企业数量分年目标",
            "High-tech enterprises: targets by area and year",
        ),
        unit: say(zh, "家", "enterprises"),
        years: (first..first + years).collect(),
        rows: (0..count).map(row).collect(),
    }
}

fn area_years(zh: bool) -> Vec<Case> {
    let texts: [&str; 10] =
        ["120", ">=80", ">500", "<=5", "<3", "~30", "30-55", "0", "-5", "12.50"];
    let all: [(&'static str, AreaYears); 12] = [
        ("normal", heat(zh, 11, 2018, 3, false, spread)),
        ("bounds", heat(zh, 11, 2018, 3, false, move |at| Some(q(texts[at % texts.len()])))),
        ("long-names", heat(zh, 11, 2018, 3, true, spread)),
        ("sixty-long", heat(zh, 60, 2018, 3, true, spread)),
        ("many-cells", heat(zh, 30, 2001, 10, false, spread)),
        ("too-many", heat(zh, 50, 1990, 40, false, spread)),
        ("wide", heat(zh, 2, 1900, 120, false, spread)),
        ("one", heat(zh, 1, 2018, 1, false, spread)),
        ("missing", heat(zh, 2, 2018, 2, false, |_| None)),
        ("none", heat(zh, 0, 2018, 0, false, spread)),
        ("equal", heat(zh, 4, 2018, 3, false, |_| Some(q("0")))),
        ("huge", heat(zh, 3, 2018, 3, false, |at| Some(if at % 2 == 0 { max() } else { min() }))),
    ];
    all.into_iter()
        .map(|(name, data)| case("area-years", name, move |voice| vec![data.draw(voice)]))
        .collect()
}

fn row(
    zh: bool,
    at: usize,
    long: bool,
    values: (Option<&str>, Option<&str>, Option<&str>),
    less: bool,
) -> OverviewRow {
    const NAMES: [(&str, &str); 4] = [
        ("高新技术企业数量", "High-tech enterprises"),
        ("研发经费占生产总值比重", "R&D spending as a share of GDP"),
        ("单位生产总值能耗", "Energy use per unit of GDP"),
        ("技术合同成交额", "Value of technology contracts"),
    ];
    let (chinese, english) = NAMES[at % NAMES.len()];
    let more = (
        "（规模以上工业企业，含开发区、空港新区和综合保税区）",
        " of industrial enterprises above the designated size, including the development zone and the airport zone",
    );
    let name =
        say(zh, chinese, english) + &if long { say(zh, more.0, more.1) } else { String::new() };
    OverviewRow {
        name,
        unit: if at % 4 == 1 { "%".to_owned() } else { say(zh, "家", "enterprises") },
        baseline: values.0.map(q),
        latest: values.1.map(|value| (date(2018, 12, 31), q(value))),
        target: values.2.map(|value| (2020, q(value))),
        direction: if less { Direction::LessIsBetter } else { Direction::MoreIsBetter },
        yearly: false,
    }
}

fn overviews(zh: bool) -> Vec<Case> {
    let title = say(zh, "各项指标进展", "Progress of all indicators");
    let title = move || title.clone();
    let kinds = vec![
        row(zh, 0, false, (Some("318"), Some("452"), Some("600")), false),
        row(zh, 1, false, (Some("1.20"), Some("2.65"), Some(">=2.5")), false),
        row(zh, 2, false, (Some("0.80"), Some("0.85"), Some("<=0.70")), true),
        row(zh, 3, false, (None, Some("12"), Some("30")), false),
        row(zh, 4, false, (Some("318"), None, Some("600")), false),
        row(zh, 5, false, (Some("2"), Some("9.9"), Some("4-5")), false),
        row(zh, 6, false, (Some("10"), Some("30"), Some("<5")), true),
        row(zh, 7, false, (Some("600"), Some("610"), Some("600")), false),
        row(zh, 8, false, (Some("600"), Some("610"), Some("500")), false),
        row(zh, 9, false, (None, None, Some("<=3")), true),
        row(zh, 10, false, (Some("5"), Some("6"), None), false),
        row(zh, 11, false, (None, None, None), false),
        row(zh, 12, false, (Some("-5"), Some("-5"), Some("5")), false),
        row(zh, 13, false, (Some("12"), Some("8-10"), Some("<=8")), true),
        row(zh, 14, false, (Some("12"), Some("10-99"), Some("<=8")), true),
        row(zh, 15, false, (Some("8"), Some("<=9"), Some("10")), false),
        OverviewRow {
            yearly: true,
            ..row(zh, 16, false, (Some("8"), Some("8"), Some(">=10")), false)
        },
    ];
    let long: Vec<_> = (0..20)
        .map(|at| row(zh, at, true, (Some("1318"), Some("1452"), Some(">=2600")), false))
        .collect();
    let many: Vec<_> =
        (0..45).map(|at| row(zh, at, false, (Some("0"), Some("3"), Some("~6")), false)).collect();
    let mut huge = row(zh, 0, false, (None, None, None), false);
    huge.baseline = Some(min());
    huge.target = Some((i16::MIN, max()));
    huge.latest = Some((date(-9999, 1, 1), max()));
    let all: [(&'static str, Vec<OverviewRow>); 6] = [
        ("normal", kinds.clone()),
        ("one", kinds[..1].to_vec()),
        ("none", Vec::new()),
        ("twenty-long", long),
        ("sheets", many),
        ("huge", vec![huge]),
    ];
    let draw = |rows: Vec<OverviewRow>, title: String| {
        move |voice: &Voice<'_>| {
            let sheets = Overview { title: title.clone(), rows: rows.clone() }.sheets();
            sheets.iter().map(|sheet| sheet.draw(voice)).collect()
        }
    };
    all.into_iter().map(|(name, rows)| case("overview", name, draw(rows, title()))).collect()
}

fn matrix(
    zh: bool,
    units: usize,
    groups: usize,
    long: bool,
    tasks: impl Fn(usize, usize) -> (usize, usize),
) -> DutyMatrix {
    const UNITS: [(&str, &str); 4] = [
        ("市科技局", "Science Bureau"),
        ("市发展改革委", "Development and Reform Commission"),
        ("市财政局", "Finance Bureau"),
        ("市教育局", "Education Bureau"),
    ];
    let unit = |at: usize| {
        let (chinese, english) = UNITS[at % UNITS.len()];
        let (chinese, english) = if long {
            (
                format!("{chinese}第{}综合管理与产业促进办公室", at + 1),
                format!("Langfang {english}, General Office No. {}", at + 1),
            )
        } else {
            (chinese.to_owned(), english.to_owned())
        };
        let tasks = (0..groups).map(|group| tasks(at, group)).collect();
        DutyUnit { name: say(zh, &chinese, &english), link: None, tasks }
    };
    let group = |at: usize| {
        say(
            zh,
            &format!("第{}类：培育壮大创新主体，完善以企业为主体的技术创新体系", at + 1),
            &format!(
                "Group {}: foster the players of innovation and build a system of technological innovation led by enterprises",
                at + 1
            ),
        )
    };
    DutyMatrix {
        title: say(zh, "任务分工", "Who does what"),
        groups: (0..groups).map(group).collect(),
        units: (0..units).map(unit).collect(),
    }
}

/// All rows but the third lead somewhere.
fn linked(mut matrix: DutyMatrix) -> DutyMatrix {
    for (at, unit) in matrix.units.iter_mut().enumerate().filter(|(at, _)| *at != 2) {
        unit.link = Some(format!("#unit-{at}"));
    }
    matrix
}

fn matrices(zh: bool) -> Vec<Case> {
    let some = |unit: usize, group: usize| match (unit * 5 + group * 3) % 7 {
        0 => (1, 0),
        1 => (0, 2),
        2 => (unit % 4, 1),
        _ => (0, 0),
    };
    type Build = Box<dyn Fn() -> DutyMatrix>;
    let all: [(&'static str, Build); 11] = [
        ("normal", Box::new(move || matrix(zh, 4, 8, false, some))),
        ("forty-long", Box::new(move || matrix(zh, 40, 8, true, some))),
        ("many", Box::new(move || matrix(zh, 60, 20, false, some))),
        ("dense", Box::new(move || matrix(zh, 40, 12, true, |_, _| (12, 15)))),
        ("one", Box::new(move || matrix(zh, 1, 1, false, |_, _| (1, 1)))),
        ("none", Box::new(move || matrix(zh, 3, 3, false, |_, _| (0, 0)))),
        ("empty", Box::new(move || matrix(zh, 0, 0, false, |_, _| (0, 0)))),
        (
            "counts",
            Box::new(move || {
                matrix(zh, 4, 6, false, |unit, group| (unit * group, unit + group * 4))
            }),
        ),
        ("huge", Box::new(move || matrix(zh, 2, 2, false, |_, _| (usize::MAX / 8, 1)))),
        ("links", Box::new(move || linked(matrix(zh, 5, 8, false, some)))),
        ("links-long", Box::new(move || linked(matrix(zh, 12, 12, true, some)))),
    ];
    let draw = |build: Build| {
        move |voice: &Voice<'_>| build().sheets().iter().map(|sheet| sheet.draw(voice)).collect()
    };
    all.into_iter().map(|(name, build)| case("duty-matrix", name, draw(build))).collect()
}

/// Plans with so many years each.
fn bars(
    zh: bool,
    count: usize,
    years: usize,
    long: bool,
    value: impl Fn(usize) -> Quantity,
) -> PlanYears {
    let plan = |at: usize| {
        let name = match (at, long) {
            (0, false) => say(zh, "示例省", "Example Province"),
            (1, false) => say(zh, "示例市（2018—2020年）", "Example City (2018–2020)"),
            (_, false) => say(zh, &format!("第{at}区"), &format!("District {at}")),
            (_, true) => say(
                zh,
                "示例市第一经济技术开发区管理委员会科技创新和产业升级三年行动计划（2018—2020年）",
                "Three-Year Action Plan of the Administrative Committee of the First Economic and Technological Development Zone",
            ),
        };
        let bar = |year: usize| (2018 + year as i16, value(at * years + year));
        PlanBars { name, bars: (0..years).map(bar).collect() }
    };
    PlanYears {
        title: say(
            zh,
            "高新技术企业：各规划各年应达到的目标值",
            "High-tech enterprises: targets of the plans to be reached by each year",
        ),
        unit: say(zh, "家", "enterprises"),
        plans: (0..count).map(plan).collect(),
        scale: None,
    }
}

fn plan_years(zh: bool) -> Vec<Case> {
    let real =
        |at: usize| q(["2100", ">=3000", "3500", "429", "500", ">=580", "24", "~30", "36"][at]);
    let bounds = |at: usize| q(["120", ">=80", ">500", "<=5", "<3", "~30", "30-55", "0"][at % 8]);
    let below = |at: usize| q(["12", "-4", "-8.5", "0", "-6--2", "-3-4"][at % 6]);
    let huge = |at: usize| [max(), min(), q("0")][at % 3];
    let all: [(&'static str, PlanYears); 10] = [
        ("normal", bars(zh, 3, 3, false, real)),
        ("bounds", bars(zh, 4, 4, false, bounds)),
        ("negative", bars(zh, 4, 3, false, below)),
        ("long-names", bars(zh, 3, 3, true, bounds)),
        ("sixty", bars(zh, 60, 1, false, bounds)),
        ("sixty-by-three", bars(zh, 60, 3, false, bounds)),
        ("one", bars(zh, 1, 1, false, real)),
        ("zeros", bars(zh, 2, 2, false, |_| q("0"))),
        ("huge", bars(zh, 2, 3, false, huge)),
        ("none", bars(zh, 3, 0, false, real)),
    ];
    let draw = |data: PlanYears| {
        let sheets = data.sheets();
        move |voice: &Voice<'_>| sheets.iter().map(|sheet| sheet.draw(voice)).collect()
    };
    all.into_iter().map(|(name, data)| case("plan-years", name, draw(data))).collect()
}
