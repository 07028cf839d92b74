//! In: a number of plans, a seed, which pages. Out: the folder of a site: each plan has two languages of some 12 kB, a
//! table of 5 indicators by 3 years and 12 areas that add up, five charts, and 30 tasks with their units.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use super::sentences::{INDICATORS, MEASURES, SAFEGUARDS, TASKS};

/// Which pages the site has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pages {
    /// Every kind of page, chart and download.
    All,
    /// One page for each plan and language, with all its tables, that of responsibilities as its annex, and with its
    /// charts; lists, site maps, feeds.
    Text,
}

impl Pages {
    pub const ALL: [Self; 2] = [Self::Text, Self::All];

    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Text => "text",
        }
    }
}

/// Random figures that are the same for the same seed on every machine (SplitMix64).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let z = z ^ (z >> 31);
        u32::try_from(z % u64::from(most)).expect("it is less than `most`")
    }
}

const AREAS: [(&str, &str, &str); 12] = [
    ("chengdong", "城东区", "Chengdong District"),
    ("chengxi", "城西区", "Chengxi District"),
    ("chengnan", "城南区", "Chengnan District"),
    ("chengbei", "城北区", "Chengbei District"),
    ("linhe", "临河县", "Linhe County"),
    ("qingshan", "青山县", "Qingshan County"),
    ("baishui", "白水县", "Baishui County"),
    ("changping", "长坪县", "Changping County"),
    ("daqiao", "大桥县", "Daqiao County"),
    ("fuchuan", "富川县", "Fuchuan County"),
    ("shimen", "石门县", "Shimen County"),
    ("yunling", "云岭县", "Yunling County"),
];

const BODIES: [(&str, &str, &str); 15] = [
    ("development", "发展和改革委员会", "Development and Reform Commission"),
    ("education", "教育局", "Education Bureau"),
    ("technology", "科学技术局", "Science and Technology Bureau"),
    ("industry", "工业和信息化局", "Industry and Information Technology Bureau"),
    ("civil", "民政局", "Civil Affairs Bureau"),
    ("finance", "财政局", "Finance Bureau"),
    ("personnel", "人力资源和社会保障局", "Human Resources and Social Security Bureau"),
    ("planning", "自然资源和规划局", "Natural Resources and Planning Bureau"),
    ("ecology", "生态环境局", "Ecology and Environment Bureau"),
    ("housing", "住房和城乡建设局", "Housing and Urban-Rural Development Bureau"),
    ("transport", "交通运输局", "Transport Bureau"),
    ("water", "水务局", "Water Bureau"),
    ("farming", "农业农村局", "Agriculture and Rural Affairs Bureau"),
    ("health", "卫生健康委员会", "Health Commission"),
    ("sport", "体育局", "Sports Bureau"),
];

const ALL: (&str, &str) = ("各县（市、区）政府", "Governments of all counties and districts");

/// How many clauses with tasks each measure has.
const TASKS_EACH: usize = 6;
const NUMERALS: [&str; 5] = ["一", "二", "三", "四", "五"];

/// Writes the site to `folder`, which must not exist.
pub fn write(folder: &Path, plans: usize, seed: u64, pages: Pages) -> io::Result<()> {
    let content = folder.join("content");
    fs::create_dir_all(content.join("plans"))?;
    fs::write(folder.join("site-config.toml"), config(pages))?;
    fs::write(content.join("areas.toml"), areas())?;
    fs::write(content.join("organisations.toml"), organisations())?;
    let mut random = Random::new(seed);
    for number in 1..=plans {
        let place = content.join(format!("plans/plan-{number:05}"));
        fs::create_dir(&place)?;
        let plan = Plan::new(number, &mut random);
        for (name, text) in plan.files(pages) {
            fs::write(place.join(name), text)?;
        }
    }
    Ok(())
}

/// What a site of texts does without; the table of the 30 tasks is in the texts.
const OFF: [&str; 13] = [
    "parallel",
    "targets",
    "indicator",
    "progress",
    "responsibilities",
    "awards",
    "changes",
    "consultations",
    "organisations",
    "areas",
    "missing-figures",
    "data",
    "downloads",
];

fn config(pages: Pages) -> String {
    let mut text = String::from(
        r#"base-url  = "https://bench.example.org"
languages = ["zh", "en"]
time-zone = "Asia/Shanghai"

title       = { zh = "示例市规划公开", en = "Plans of Example City" }
description = { zh = "用于测量速度的虚构站点。", en = "An invented site for measuring speed." }

[host]
name    = { zh = "示例市人民政府办公室", en = "General Office of the Example City People’s Government" }
contact = { telephone = "000-0000000" }
"#,
    );
    if pages == Pages::Text {
        text += "\n[pages]\n";
        for kind in OFF {
            let _ = writeln!(text, "{kind} = false");
        }
    }
    text
}

fn areas() -> String {
    let mut text = String::from(
        "[[area]]\nid   = \"example-city\"\nname = { zh = \"示例市\", en = \"Example City\" }\nkind = \"city\"\n",
    );
    for (id, zh, en) in AREAS {
        let kind = if zh.ends_with('区') { "district" } else { "county" };
        let _ = writeln!(
            text,
            "\n[[area]]\nid     = \"{id}\"\nname   = {{ zh = \"{zh}\", en = \"{en}\" }}\nkind   = \"{kind}\"\nparent = \"example-city\""
        );
    }
    text
}

fn organisations() -> String {
    let mut text = String::from(
        "[[organisation]]\nid   = \"government\"\nname = { zh = \"示例市人民政府\", en = \"Example City People’s Government\" }\nkind = \"government\"\narea = \"example-city\"\n",
    );
    for (id, zh, en) in BODIES {
        let _ = writeln!(
            text,
            "\n[[organisation]]\nid    = \"{id}\"\nname  = {{ zh = \"示例市{zh}\", en = \"Example City {en}\" }}\nshort = {{ zh = \"市{zh}\", en = \"City {en}\" }}\nkind  = \"department\"\narea  = \"example-city\""
        );
    }
    let mut members = Vec::new();
    for (id, zh, en) in AREAS {
        members.push(format!("\"{id}-government\""));
        let _ = writeln!(
            text,
            "\n[[organisation]]\nid   = \"{id}-government\"\nname = {{ zh = \"{zh}人民政府\", en = \"{en} People’s Government\" }}\nkind = \"government\"\narea = \"{id}\""
        );
    }
    let _ = writeln!(
        text,
        "\n[[organisation]]\nid      = \"all-counties\"\nname    = {{ zh = \"各县（市、区）政府\", en = \"Governments of all counties and districts\" }}\nkind    = \"group\"\narea    = \"example-city\"\nmembers = [{}]",
        members.join(", ")
    );
    text
}

/// The targets of one indicator.
pub struct TargetRows {
    pub name: &'static str,
    pub unit: &'static str,
    pub areas: Vec<(&'static str, [u32; 3])>,
    pub total: [u32; 3],
}

/// A row of the table of responsibilities.
pub struct DutyRow {
    pub name: String,
    pub lead: &'static str,
    pub responsible: Vec<&'static str>,
}

/// One plan before it is written.
pub struct Plan {
    number: usize,
    /// By indicator, area and year.
    figures: Vec<Vec<[u32; 3]>>,
    /// The three figures of each task.
    tasks: Vec<[u32; 3]>,
    units: Vec<[usize; 3]>,
}

impl Plan {
    pub fn new(number: usize, random: &mut Random) -> Self {
        let figures = INDICATORS.iter().map(|(.., size)| {
            let rows = AREAS.iter().map(|_| {
                let first = size + random.below(*size);
                let second = first + 1 + random.below(*size);
                [first, second, second + 1 + random.below(*size)]
            });
            rows.collect()
        });
        let figures = figures.collect();
        let count = MEASURES.len() * TASKS_EACH;
        let tasks = (0..count)
            .map(|_| [120 + random.below(800), 5 + random.below(60), 2 + random.below(30)])
            .collect();
        let units = (0..count).map(|_| {
            let first = random.below(15) as usize;
            let second = (first + 1 + random.below(7) as usize) % 15;
            [first, second, (second + 1 + random.below(6) as usize) % 15]
        });
        Self { number, figures, tasks, units: units.collect() }
    }

    fn files(&self, pages: Pages) -> [(&'static str, String); 5] {
        let text = |lang: usize| match pages {
            Pages::All => self.text(lang),
            Pages::Text => self.text_with_annex(lang),
        };
        [
            ("plan.toml", self.plan()),
            ("targets.toml", self.targets()),
            ("duties.toml", self.duties()),
            ("text.zh.md", text(0)),
            ("text.en.md", text(1)),
        ]
    }

    fn plan(&self) -> String {
        let (Self { number, .. }, published) = (self, self.published());
        let [zh, en] = [0, 1].map(|lang| self.title_of(lang));
        format!(
            r#"title     = {{ zh = "{zh}", en = "{en}" }}
short     = {{ zh = "民生实事计划第{number}批", en = "Public services plan, batch {number}" }}
summary   = {{ zh = "用于测量速度的虚构计划，共30项任务。", en = "An invented plan for measuring speed, with 30 tasks." }}
issuer    = "government"
area      = "example-city"
status    = "in-force"
published = {published}
period    = {{ start = 2026, end = 2028 }}
keywords  = {{ zh = ["民生实事", "行动计划"], en = ["public services", "action plan"] }}
"#
        )
    }

    /// The title in Chinese (0) or English (1).
    pub fn title_of(&self, lang: usize) -> String {
        let number = self.number;
        if lang == 0 {
            format!("示例市民生实事三年行动计划（2026—2028年）（第{number}批）")
        } else {
            format!(
                "Example City Three-Year Action Plan for Public Services (2026–2028), Batch {number}"
            )
        }
    }

    pub fn published(&self) -> String {
        let (month, day) = (1 + self.number % 12, 1 + self.number / 12 % 28);
        format!("2025-{month:02}-{day:02}")
    }

    /// The target tables in one language.
    pub fn target_rows(&self, lang: usize) -> Vec<TargetRows> {
        let pick = |pair: (&'static str, &'static str)| if lang == 0 { pair.0 } else { pair.1 };
        let rows = INDICATORS.iter().enumerate().map(|(at, (_, name, unit, _))| TargetRows {
            name: pick(*name),
            unit: pick(*unit),
            areas: AREAS
                .iter()
                .zip(&self.figures[at])
                .map(|((_, zh, en), years)| (pick((*zh, *en)), *years))
                .collect(),
            total: [0, 1, 2].map(|year| self.total(at, year)),
        });
        rows.collect()
    }

    /// The table of responsibilities in one language.
    pub fn duty_rows(&self, lang: usize) -> Vec<DutyRow> {
        let pick = |pair: (&'static str, &'static str)| if lang == 0 { pair.0 } else { pair.1 };
        let name = |unit: usize| pick((BODIES[unit].1, BODIES[unit].2));
        let rows = self.units.iter().enumerate().map(|(at, units)| {
            let (zh, en) = self.title(at);
            DutyRow {
                name: if lang == 0 { zh } else { en },
                lead: name(units[0]),
                responsible: vec![name(units[1]), name(units[2]), pick(ALL)],
            }
        });
        rows.collect()
    }

    fn total(&self, indicator: usize, year: usize) -> u32 {
        self.figures[indicator].iter().map(|row| row[year]).sum()
    }

    fn targets(&self) -> String {
        let mut text =
            String::from("title = { zh = \"目标任务分解\", en = \"Breakdown of targets\" }\n");
        for (at, (id, name, unit, size)) in INDICATORS.iter().enumerate() {
            let [first, second, third] = [0, 1, 2].map(|year| self.total(at, year));
            let _ = write!(
                text,
                "\n[[indicator]]\nid       = \"{id}\"\nname     = {{ zh = \"{}\", en = \"{}\" }}\nunit     = {{ zh = \"{}\", en = \"{}\" }}\ntotal    = \"sum\"\nbaseline = {{ value = {}, year = 2025 }}\ntarget   = {{ 2026 = {first}, 2027 = {second}, 2028 = {third} }}\nclauses  = [\"2\"]\n[indicator.areas]\n",
                name.0,
                name.1,
                unit.0,
                unit.1,
                size * 6
            );
            for ((id, ..), [first, second, third]) in AREAS.iter().zip(&self.figures[at]) {
                let _ =
                    writeln!(text, "{id} = {{ 2026 = {first}, 2027 = {second}, 2028 = {third} }}");
            }
        }
        text
    }

    fn duties(&self) -> String {
        let mut text =
            String::from("title = { zh = \"责任分工\", en = \"Division of responsibilities\" }\n");
        for (measure, (zh, en)) in MEASURES.iter().enumerate() {
            let clause = format!("3.{}", measure + 1);
            let _ = writeln!(
                text,
                "\n[[group]]\nclause = \"{clause}\"\nname   = {{ zh = \"{zh}\", en = \"{en}\" }}"
            );
            for within in 0..TASKS_EACH {
                let at = measure * TASKS_EACH + within;
                let (zh, en) = self.title(at);
                let [lead, second, third] = self.units[at].map(|unit| BODIES[unit].0);
                let _ = writeln!(
                    text,
                    "\n[[group.task]]\nnumber      = {}\nname        = {{ zh = \"{zh}\", en = \"{en}\" }}\nclauses     = [\"{clause}.{}\"]\nlead        = [\"{lead}\"]\nresponsible = [\"{second}\", \"{third}\", \"all-counties\"]",
                    at + 1,
                    at + 1,
                );
            }
        }
        text
    }

    /// The title of a task; the same work is done in several areas.
    fn title(&self, at: usize) -> (String, String) {
        let (zh, en) = TASKS[at % TASKS.len()].title;
        let (_, area, area_en) = AREAS[(at / TASKS.len() * 5 + self.number) % AREAS.len()];
        (format!("{area}{zh}"), format!("{en} in {area_en}"))
    }

    /// The text with the table of responsibilities as its annex.
    pub fn text_with_annex(&self, lang: usize) -> String {
        let heading = if lang == 0 { "附件" } else { "Annex" };
        format!("{}\n## {heading} {{#annex}}\n\n{{{{ duties }}}}\n", self.text(lang))
    }

    /// The text in Chinese (0) or English (1).
    fn text(&self, lang: usize) -> String {
        let pick =
            |pair: (&str, &str)| if lang == 0 { pair.0.to_owned() } else { pair.1.to_owned() };
        let mut text = pick((
            "为办好民生实事，补齐公共服务短板，制定本计划。（本计划为虚构，用于测量速度。）\n",
            "This plan is made to improve public services and close gaps in them. (The plan is invented and serves to measure speed.)\n",
        ));
        text += &pick((
            "\n## 一、总体要求\n\n坚持从实际出发，尽力而为、量力而行，集中力量解决群众最关心的问题。实施过程公开透明，每年听取社会意见，接受群众评价。\n",
            "\n## I. General requirements\n\nProceeding from reality and doing what is possible with the means at hand, the city will concentrate on the problems that matter most to the public. Implementation is open and transparent; every year the views of the public are heard and its assessment accepted.\n",
        ));
        text += &pick(("\n## 二、主要目标\n", "\n## II. Main targets\n"));
        for (at, (id, name, unit, _)) in INDICATORS.iter().enumerate() {
            let last = self.total(at, 2);
            let name = if lang == 0 { name.0.trim_end_matches("（累计）") } else { name.1 };
            let _ = if lang == 0 {
                write!(text, "\n到2028年，全市{name}达到{last}{}。\n", unit.0)
            } else {
                write!(
                    text,
                    "\nBy 2028, the target for the city is {} {}: {name}.\n",
                    grouped(last),
                    unit.1
                )
            };
            let _ = write!(text, "\n{{{{ table {id} }}}}\n\n{{{{ chart trajectory {id} }}}}\n");
        }
        text += &pick(("\n## 三、重点任务\n", "\n## III. Key tasks\n"));
        for (measure, names) in MEASURES.iter().enumerate() {
            let numeral = NUMERALS[measure];
            let _ = if lang == 0 {
                writeln!(text, "\n### （{numeral}）{}", names.0)
            } else {
                writeln!(text, "\n### ({}) {}", measure + 1, names.1)
            };
            for at in measure * TASKS_EACH..(measure + 1) * TASKS_EACH {
                self.task(&mut text, at, lang);
            }
        }
        text += &pick(("\n## 四、保障措施\n", "\n## IV. Safeguards\n"));
        for (at, (title, body)) in SAFEGUARDS.iter().enumerate() {
            let _ = if lang == 0 {
                write!(text, "\n### （{}）{}\n\n{}\n", NUMERALS[at], title.0, body.0)
            } else {
                write!(text, "\n### ({}) {}\n\n{}\n", at + 1, title.1, body.1)
            };
        }
        text
    }

    fn task(&self, text: &mut String, at: usize, lang: usize) {
        let (zh, en) = self.title(at);
        let body = TASKS[at % TASKS.len()].body;
        let [a, b, c] = self.tasks[at];
        let filled = |body: &str| {
            body.replace("{a}", &a.to_string())
                .replace("{b}", &b.to_string())
                .replace("{c}", &c.to_string())
                .replace("{A}", &grouped(a * 10_000))
                .replace("{B}", &grouped(b * 10_000))
        };
        let _ = if lang == 0 {
            write!(text, "\n#### {}.{zh}\n\n{}\n", at + 1, filled(body.0))
        } else {
            write!(text, "\n#### {}. {en}\n\n{}\n", at + 1, filled(body.1))
        };
    }
}

/// `1,234,567`
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
