//! The real plan of Langfang, held against the copy of its source in `tests/sources/`: every sentence is
//! there, every figure of the two run-together tables, and every numeric target of its text.

mod support;

use std::collections::BTreeMap;
use std::fs;

use support::published::{essence, main_text, only, site, strip_tags};
use support::{TestSite, tests};

const PLAN: &str = "langfang-sti-2018-2020";

fn source() -> Vec<String> {
    let text = fs::read_to_string(tests("sources/langfang-2018-2020.txt")).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn every_sentence_of_the_source_is_published() {
    let site = site();
    site.build();
    let plan = essence(&main_text(&site.page(&format!("zh/plans/{PLAN}/index.html"))));
    let consultation =
        essence(&main_text(&site.page(&format!("zh/plans/{PLAN}/consultation/index.html"))));
    let lines = source();
    let mut at = 0;
    for line in lines[30..124].iter().filter(|line| !line.trim().is_empty()) {
        for sentence in line.split(['。', ':', ';']).map(essence).filter(|s| !s.is_empty()) {
            let found = plan[at..].find(&sentence);
            assert!(found.is_some(), "not published, or not in its place: {sentence}");
            // Headings and text follow each other; what belongs to a clause may stand in between.
            at += found.unwrap();
        }
    }
    for line in lines[17..26].iter().filter(|line| !line.trim().is_empty()) {
        assert!(consultation.contains(&essence(line)), "not in the notice: {line}");
    }
    assert!(consultation.contains(&essence(&lines[13])), "the title of the notice");
}

#[test]
fn the_two_languages_have_the_same_clauses() {
    let site = site();
    site.build();
    let anchors = |language: &str| -> Vec<String> {
        let page = site.page(&format!("{language}/plans/{PLAN}/index.html"));
        let ids =
            page.split("id=\"").skip(1).map(|rest| rest[..rest.find('"').unwrap()].to_owned());
        ids.filter(|id| id.starts_with(|c: char| c.is_ascii_digit()) || id == "annexes").collect()
    };
    let zh = anchors("zh");
    assert_eq!(zh, anchors("en"));
    let tasks: Vec<&String> = zh.iter().filter(|id| id.matches('.').count() == 2).collect();
    assert_eq!(tasks.len(), 27, "27 numbered tasks");
    assert_eq!(zh.iter().filter(|id| id.matches('.').count() == 1).count(), 6, "6 groups");
    assert_eq!(zh.last().map(String::as_str), Some("annexes"));
}

/// The digits of a target row as the source prints them, run together.
fn printed(row: &str) -> String {
    row.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect()
}

#[test]
fn every_figure_of_the_target_table_is_in_its_row() {
    let site = site();
    site.build();
    let page = site.page(&format!("zh/plans/{PLAN}/targets/index.html"));
    let tables: Vec<&str> =
        page.split("<table").skip(1).map(|t| &t[..t.find("</table>").unwrap()]).collect();
    assert_eq!(
        tables.len(),
        5 + OF_THE_TEXT.len(),
        "5 indicators of the annex, then those of the text"
    );
    let lines = source();
    // Of each row of the source: the line, the year, and what stands before the figures.
    let rows = [
        [(167, "2018"), (168, "2019"), (169, "2020")],
        [(170, "2018"), (171, "2019"), (172, "2020")],
        [(173, "2018"), (174, "2019"), (175, "2020")],
        [(176, "2018"), (177, "2019"), (178, "2020")],
        [(180, "2018"), (182, "2019"), (184, "2020")],
    ];
    for (table, rows) in tables.iter().zip(rows) {
        let columns = columns(table);
        for (line, year) in rows {
            let figures = printed(lines[line].split(year).nth(1).unwrap());
            assert_eq!(columns[year].join(""), figures, "{year} in {}", lines[line]);
        }
    }
}

/// What the text promises and Annex 2 does not have, in the order of the text: the indicator, the baseline, the bound,
/// the target (the two ends of a range), whether it holds for every year, and the words of the source that say so.
type Promise =
    (&'static str, &'static str, &'static str, &'static str, bool, &'static [&'static str]);

#[rustfmt::skip]
const OF_THE_TEXT: [Promise; 45] = [
    ("industrial-enterprises-with-rd-institutions", "", "at-least", "80", false, &["规模以上工业企业设立研发机构的比例达到80%以上", "力争2020年规模以上工业企业设立研发机构的比例达到80%"]),
    ("new-research-platforms", "", "exactly", "165", false, &["市级以上研发平台新增165家"]),
    ("new-provincial-research-platforms", "", "exactly", "42", false, &["省级以上重点实验室、技术创新中心、产业技术研究院新增42家"]),
    ("rd-expenditure-share", "1.05", "exactly", "1.8", false, &["全社会研发经费支出占GDP比重由1.05%提高到1.8%"]),
    ("high-tech-value-added-share", "26.2", "about", "30", false, &["规模以上高新技术产业增加值占工业增加值的比重由26.2%提高到30%左右"]),
    ("incubators-makerspaces", "85", "exactly", "100", false, &["市级以上孵化器、众创空间由85家增加到100家"]),
    ("national-xingchuang-tiandi", "8", "exactly", "12", false, &["国家级星创天地由8家增加到12家"]),
    ("academician-workstations", "28", "exactly", "40", false, &["院士工作站由28家增加到40家"]),
    ("innovation-teams", "15", "exactly", "18", false, &["高层次产业创新创业团队由15个增加到18个"]),
    ("new-high-tech-enterprises", "", "exactly", "80", true, &["每年新增高新技术企业80家"]),
    ("new-technology-smes", "", "exactly", "1000", true, &["每年新增科技型中小企业1000家"]),
    ("research-platforms-growth", "", "exactly", "10", true, &["市级以上研发平台年增速10%"]),
    ("new-type-rd-institutions", "", "at-least", "20", false, &["重点支持打造20家以上新型研发机构"]),
    ("makerspaces-per-county", "", "at-least", "2", false, &["支持每个县(市、区)建设2家以上众创空间(星创天地)"]),
    ("makerspaces-per-university", "", "at-least", "1", false, &["支持每所高等学校建设1家以上众创空间"]),
    ("incubators", "", "exactly", "48", false, &["市级以上孵化器、众创空间(星创天地)分别达到48家"]),
    ("makerspaces", "", "exactly", "52", false, &["52家,吸纳"]),
    ("incubated-enterprises-teams", "", "at-least", "3000", false, &["入孵企业和创业团队达到3000家(个)以上"]),
    ("innovation-alliances", "", "more-than", "40", false, &["市级以上产业技术创新联盟超过40个"]),
    ("provincial-innovation-alliances", "", "at-least", "5", false, &["省级以上产业技术创新联盟5个以上"]),
    ("agricultural-innovation-platforms", "", "exactly", "20", false, &["打造农业科技创新平台20家"]),
    ("agricultural-little-giants", "", "exactly", "100", false, &["培育农业科技小巨人企业100家"]),
    ("improved-varieties-coverage", "", "at-least", "99", false, &["主要农作物良种覆盖率稳定在99%以上"]),
    ("farming-mechanisation", "", "at-least", "85", false, &["主要农作物耕种收综合机械化水平达到85%以上"]),
    ("agricultural-progress-contribution", "", "at-least", "60", false, &["农业科技进步贡献率达到60%以上"]),
    ("demonstration-zone-transfer-platforms", "", "exactly", "11", false, &["示范区建设技术转移平台11个"]),
    ("agricultural-collaboration-platforms", "", "exactly", "20", false, &["建设20个京津冀农业协同创新平台"]),
    ("demonstration-belt-little-giants", "", "exactly", "50", false, &["培育50个农业科技小巨人企业"]),
    ("agricultural-industry-clusters", "", "exactly", "6", false, &["壮大6个农业创新型产业集群"]),
    ("international-cooperation-bases", "", "exactly", "13", false, &["省级以上国际科技合作基地13个"]),
    ("beijing-tianjin-achievements", "", "at-least", "300", false, &["力争3年内引进转化京津科技成果300项以上"]),
    ("technology-transfer-institutions", "", "exactly", "16", false, &["省级以上技术转移服务机构达到16家"]),
    ("beijing-tianjin-contracts-share", "", "at-least", "50", false, &["吸纳京津技术合同交易额占50%以上"]),
    ("counties-with-agricultural-parks", "", "exactly", "10", false, &["所辖10个县(市、区)农业科技园区全覆盖"]),
    ("agricultural-parks", "", "exactly", "40", false, &["市级以上农业科技园区达到40家"]),
    ("ip-standard-certification", "", "range", "2-3", true, &["每年组织2—3家企业开展《企业知识产权管理规范》贯标认证"]),
    ("ip-finance-enterprises", "", "at-least", "5", true, &["支持5家以上企业开展专利权质押贷款"]),
    ("ip-model-enterprises", "", "exactly", "1", true, &["培育1家国家级知识产权优势示范企业"]),
    ("patents-funded", "", "at-least", "500", true, &["资助授权发明、实用新型及外观设计专利500件以上"]),
    ("ip-training-bases", "", "exactly", "1", false, &["建设1家省级知识产权培训基地"]),
    ("patent-applications-increase", "", "at-least", "200", true, &["每年专利申请量增长200件以上"]),
    ("invention-patents-granted", "", "more-than", "500", false, &["全市授权发明专利超过500件"]),
    ("new-innovation-teams", "", "exactly", "2", true, &["每年争取支持引进2个高层次产业创新创业团队"]),
    ("outstanding-innovators", "", "exactly", "20", true, &["20名科技型中小企业创新英才"]),
    ("new-academician-workstations", "", "exactly", "3", true, &["新建3家院士工作站"]),
];

/// Figures of the text that Annex 2 has, too.
const OF_THE_ANNEX: [&str; 9] = [
    "高新技术企业由318家增加到600家",
    "科技型中小企业由5740家增加到9103家",
    "总数由429家增加到580家",
    "总数由15家增加到57家",
    "万人发明专利拥有量由4.8件增加到5.9件",
    "技术合同交易额由31.6亿元提高到40亿元",
    "高新技术企业总数达到600家",
    "总数达到580家",
    "全市技术交易总额达到40亿元",
];

/// Figures that promise nothing.
const NO_TARGETS: [&str; 6] = [
    "《河北省科技创新三年行动计划(2018—2020年)》",
    "研发费用75%税前加计扣除",
    "20项民心工程",
    "1—2个主导产业",
    "从现在到2020年",
    "2018年6月底前",
];

#[test]
fn every_numeric_target_of_the_text_is_an_indicator() {
    // The lines of a task are its clause; before the first, figures stand in the action goals only.
    let mut clause = "2".to_owned();
    let mut lines: Vec<(String, String)> = Vec::new();
    for line in &source()[30..117] {
        let number = line.chars().take_while(char::is_ascii_digit).count();
        let heading = number > 0 && line[number..].starts_with('.');
        if heading {
            clause = format!(".{}", &line[..number]);
        }
        lines.push((clause.clone(), essence(if heading { &line[number..] } else { line })));
    }
    // What is found is taken away, so that no figure counts for two; none may be left.
    let mut text = lines.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join("\n");
    let of_the_text = OF_THE_TEXT.iter().flat_map(|(.., words)| words.iter());
    for words in of_the_text.chain(&OF_THE_ANNEX).chain(&NO_TARGETS) {
        let words = essence(words);
        assert!(text.contains(&words), "the source does not say: {words}");
        text = text.replacen(&words, "\n", 1);
    }
    text = text.replace("到2020年", "\n");
    let left: Vec<&str> =
        text.lines().filter(|line| line.contains(|c: char| c.is_ascii_digit())).collect();
    assert_eq!(left, Vec::<&str>::new(), "figures of the text that are no indicators");

    let site = site();
    site.build();
    let page = site.page(&format!("zh/plans/{PLAN}/targets/index.html"));
    let mut at = page.find("id=\"research-platforms\"").expect("the last one of the annex");
    let plan_link = format!("/plans/{PLAN}/#");
    for (id, baseline, bound, target, every_year, words) in OF_THE_TEXT {
        let found = page[at..].find(&format!("id=\"{id}\""));
        at += found.unwrap_or_else(|| panic!("{id} is not there, or not in its place"));
        let of_it = site.page(&format!("zh/plans/{PLAN}/targets/{id}/index.html"));
        for words in words {
            let (clause, _) =
                lines.iter().find(|(_, line)| line.contains(&essence(words))).unwrap();
            let mut links = of_it.split(&plan_link).skip(1);
            let names_it = links.any(|link| {
                let address = &link[..link.find('"').unwrap()];
                address == clause || clause.starts_with('.') && address.ends_with(clause.as_str())
            });
            assert!(names_it, "{id}: {words}: no link to {clause}");
        }
        let table: serde_json::Value =
            serde_json::from_str(&site.page(&format!("zh/plans/{PLAN}/targets/{id}/figures.json")))
                .unwrap();
        let figures: Vec<String> = table["rows"].as_array().unwrap().iter().map(figure).collect();
        let years: &[u16] = if every_year { &[2018, 2019, 2020] } else { &[2020] };
        let known =
            Some(format!("baseline null exactly {baseline}")).filter(|_| !baseline.is_empty());
        let targets = years.iter().map(|year| format!("target {year} {bound} {target}"));
        assert_eq!(figures, known.into_iter().chain(targets).collect::<Vec<_>>(), "{id}");
    }
}

/// A row of the file of an indicator: what it is, the year, the bound and the value, a range with both ends.
fn figure(row: &serde_json::Value) -> String {
    assert!(row["area"] == "langfang" && row["part"].is_null(), "{row}");
    let to = &row["value_to"];
    let to = if to.is_null() { String::new() } else { format!("-{to}") };
    let kind = row["kind"].as_str().unwrap();
    format!("{kind} {} {} {}{to}", row["year"], row["bound"].as_str().unwrap(), row["value"])
}

/// The figures of each year, area by area and the whole city last, as a table of the source has them.
fn columns(table: &str) -> BTreeMap<&'static str, Vec<String>> {
    let parts = table.contains("colgroup");
    let mut columns: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let body = &table[table.find("<tbody").unwrap()..];
    let rows: Vec<Vec<String>> = body.split("<tr").skip(1).map(cells).collect();
    let areas = rows.iter().take(11);
    for cells in areas.chain(rows.get(11)) {
        let per_year = cells.len() / 3;
        assert!(per_year == 1 || (parts && per_year == 2), "{cells:?}");
        for (year, values) in ["2018", "2019", "2020"].into_iter().zip(cells.chunks(per_year)) {
            columns.entry(year).or_default().extend(values.iter().cloned());
        }
    }
    columns
}

fn cells(row: &str) -> Vec<String> {
    let row = &row[..row.find("</tr>").unwrap_or(row.len())];
    let cells = row.split("<td").skip(1);
    cells
        .map(|cell| printed(&strip_tags(&format!("<td{}", &cell[..cell.find("</td>").unwrap()]))))
        .collect()
}

#[test]
fn all_thirty_rows_of_the_responsibilities_are_there() {
    let site = site();
    site.build();
    let page =
        essence(&main_text(&site.page(&format!("zh/plans/{PLAN}/responsibilities/index.html"))));
    let lines = source();
    let duties =
        fs::read_to_string(site.root().join(format!("content/plans/{PLAN}/duties.toml"))).unwrap();
    assert_eq!(duties.matches("[[group.task]]").count(), 30);
    for line in &lines[129..159] {
        // The task stands at the end of what comes before the first unit.
        let number: String = line.chars().take_while(char::is_ascii_digit).collect();
        let name = task_name(&duties, &number);
        assert!(essence(line).contains(&essence(&name)), "row {number}: {name} is not in {line}");
        assert!(page.contains(&essence(&name)), "row {number} is not published: {name}");
    }
}

fn task_name(duties: &str, number: &str) -> String {
    let task = duties.split("[[group.task]]").skip(1).find(|task| {
        task.lines().any(|l| l.starts_with("number") && l.ends_with(&format!("= {number}")))
    });
    let task = task.unwrap_or_else(|| panic!("there is no task {number}"));
    let name = task.split("zh = \"").nth(1).unwrap();
    name[..name.find('"').unwrap()].to_owned()
}

#[test]
fn the_consultation_has_its_channels_and_its_state() {
    let site = only(&[PLAN]);
    let states = [
        ((2018, 4, 10), "not-open"),
        ((2018, 4, 11), "open"),
        ((2018, 4, 25), "open"),
        ((2018, 4, 26), "closed"),
    ];
    for ((year, month, day), state) in states {
        site.build_on(jiff::civil::date(year, month, day));
        for language in ["zh", "en"] {
            let page = site.page(&format!("{language}/plans/{PLAN}/consultation/index.html"));
            let page = page.replace("<wbr>", "");
            assert!(page.contains(">lfskjjbgs@163.com<"));
            // Letters need the Chinese address, whatever their writer reads.
            assert!(page.contains("华园里1号"));
            assert_eq!(page.contains("1 Huayuanli"), language == "en");
            // A mail link is an invitation to write: not when comments are no longer taken.
            let mail_link = page.contains("mailto:lfskjjbgs@163.com");
            assert_eq!(mail_link, state != "closed", "{language} {state}");
            assert!(page.contains("0316-5212180"));
            assert!(
                page.contains(&format!("round-box {state}")),
                "{language} {month}-{day}: {state}"
            );
        }
    }
}

#[test]
fn every_indicator_has_its_page_with_charts_clauses_and_files() {
    let site = site();
    site.build();
    // Areas and area × year for each breakdown: one, or one for the provincial and one for the municipal level.
    let indicators = [
        ("invention-patents-per-10k", 1, false, &["2"][..]),
        ("technology-transactions", 1, true, &["2", "3.4.14"]),
        ("high-tech-enterprises", 1, true, &["2", "3.1.1"]),
        ("technology-smes", 1, true, &["2", "3.1.2"]),
        ("research-platforms", 2, true, &["2", "3.1.3"]),
    ];
    for language in ["zh", "en"] {
        for (id, breakdowns, adds_up, clauses) in indicators {
            let folder = format!("{language}/plans/{PLAN}/targets/{id}");
            let page = site.page(&format!("{folder}/index.html"));
            assert_eq!(page.matches("<svg class=\"chart trajectory\"").count(), 1, "{folder}");
            for kind in ["areas", "area-years"] {
                let charts = page.matches(&format!("<svg class=\"chart {kind}\"")).count();
                assert_eq!(charts, breakdowns, "{folder} {kind}");
            }
            // The document does not say of which year its baselines are, and the chart does not pretend to know.
            let unknown = if language == "zh" { "基期年份不详" } else { "year not stated" };
            assert!(page.contains(unknown), "{folder}");
            let svg = page.split("<svg class=\"chart areas\"").nth(1).unwrap();
            let svg = &svg[..svg.find("</svg>").unwrap()];
            let total =
                if language == "zh" { "廊坊市合计" } else { "Total for Langfang City" };
            assert_eq!(svg.contains(total), adds_up, "{folder}");
            for clause in clauses {
                assert!(page.contains(&format!("/plans/{PLAN}/#{clause}\"")), "{folder} {clause}");
            }
            assert!(site.page(&format!("{folder}/trajectory.svg")).contains("lantu.example"));
            // 3 years of 11 areas for each breakdown, 3 of the city, and the baseline.
            let rows = site.page(&format!("{folder}/figures.csv")).lines().count() - 1;
            let totals = if breakdowns == 2 { 3 } else { 0 };
            assert_eq!(rows, 33 * breakdowns + totals + 3 + 1, "{folder}");
        }
        let page = site.page(&format!("{language}/plans/{PLAN}/progress/index.html"));
        assert!(page.contains("<svg class=\"chart overview\""));
        let page = site.page(&format!("{language}/plans/{PLAN}/responsibilities/index.html"));
        assert!(page.contains("<svg class=\"chart duty-matrix\""));
    }
}

/// The tasks on the page of an organisation: those it leads and those it shares in.
fn tasks_of(site: &TestSite, organisation: &str) -> (Vec<u32>, Vec<u32>) {
    let table: serde_json::Value =
        serde_json::from_str(&site.page(&format!("zh/organisations/{organisation}/tasks.json")))
            .unwrap();
    let page = site.page(&format!("zh/organisations/{organisation}/index.html"));
    let (mut leads, mut shares) = (Vec::new(), Vec::new());
    for row in table["rows"].as_array().unwrap() {
        let number = u32::try_from(row["task"].as_u64().unwrap()).unwrap();
        let link = format!("/zh/plans/{PLAN}/responsibilities/#task-{number}\"");
        assert!(page.contains(&link), "{organisation}: row {number} is not on the page");
        if row["role"] == "responsible" { &mut shares } else { &mut leads }.push(number);
    }
    (leads, shares)
}

#[test]
fn the_page_of_a_unit_lists_every_row_of_the_source_that_names_it() {
    let site = site();
    site.build();
    let duties =
        fs::read_to_string(site.root().join(format!("content/plans/{PLAN}/duties.toml"))).unwrap();
    let mut rows: Vec<(u32, String)> = Vec::new();
    for line in &source()[129..159] {
        let number: String = line.chars().take_while(char::is_ascii_digit).collect();
        let name = essence(&task_name(&duties, &number));
        let units = essence(line).split_once(&name).unwrap().1.to_owned();
        rows.push((number.parse().unwrap(), units));
    }
    for (unit, id) in [
        ("市科技局", "langfang-science"),
        ("市财政局", "langfang-finance"),
        ("市发改委", "langfang-development-reform"),
        ("市教育局", "langfang-education"),
        ("市国税局", "langfang-state-taxation"),
        ("市地税局", "langfang-local-taxation"),
        ("市委组织部", "langfang-organisation-department"),
    ] {
        let (leads, shares) = tasks_of(&site, id);
        let named =
            rows.iter().filter(|(_, units)| units.contains(unit)).map(|(number, _)| *number);
        let mut all = [leads.clone(), shares].concat();
        all.sort_unstable();
        assert_eq!(all, named.collect::<Vec<_>>(), "{unit}");
        // Whoever stands first in the source leads; four rows have doubtful borders and joint leads.
        let first =
            rows.iter().filter(|(_, units)| units.starts_with(unit)).map(|(number, _)| *number);
        assert!(first.clone().all(|number| leads.contains(&number)), "{unit}");
        assert!(
            leads
                .iter()
                .all(|one| first.clone().any(|number| number == *one)
                    || [3, 21, 22, 23].contains(one)),
            "{unit}"
        );
    }
    assert_eq!(tasks_of(&site, "langfang-science").0.len(), 23);
}

#[test]
fn counties_and_the_zone_are_reached_from_the_names_of_the_table() {
    let site = site();
    site.build();
    let counties = [
        "sanhe",
        "dachang",
        "xianghe",
        "guangyang",
        "anci",
        "yongqing",
        "guan",
        "bazhou",
        "wenan",
        "dacheng",
    ];
    for language in ["zh", "en"] {
        let table = site.page(&format!("{language}/plans/{PLAN}/responsibilities/index.html"));
        let group = format!("/{language}/organisations/langfang-county-governments/");
        assert!(table.contains(&format!("href=\"{group}\"")));
        let group = site.page(&format!("{}index.html", &group[1..]));
        for county in counties {
            let page = format!("/{language}/organisations/{county}-government/");
            assert!(group.contains(&format!("href=\"{page}\"")), "{county}");
            let page = site.page(&format!("{}index.html", &page[1..]));
            assert!(page.contains(&format!("href=\"/{language}/areas/{county}/\"")), "{county}");
        }
        let zone = format!("/{language}/organisations/langfang-edz-committee/");
        assert!(table.contains(&format!("href=\"{zone}\"")));
    }
    // 25 rows name the group and the zone; rows 12 and 13 name counties one by one.
    let group = tasks_of(&site, "langfang-county-governments").1;
    assert_eq!(group.len(), 25);
    assert_eq!(tasks_of(&site, "langfang-edz-committee").1, group);
    for (county, own) in
        [("sanhe", &[13][..]), ("yongqing", &[12]), ("guan", &[12, 13]), ("wenan", &[])]
    {
        let mut all = [&group[..], own].concat();
        all.sort_unstable();
        assert_eq!(tasks_of(&site, &format!("{county}-government")).1, all, "{county}");
    }
    // All eleven areas have six rows of targets over three years and six charts.
    for area in counties.into_iter().chain(["langfang-edz"]) {
        let page = site.page(&format!("en/areas/{area}/index.html"));
        assert_eq!(page.matches("<svg class=\"chart areas\"").count(), 6, "{area}");
        assert_eq!(page.matches("data-label=\"2018\"").count(), 6, "{area}");
        let figures = site.page(&format!("en/areas/{area}/figures.csv"));
        assert_eq!(figures.lines().count() - 1, 18, "{area}");
    }
}

#[test]
fn the_two_tax_bureaux_keep_their_names_and_lead_to_their_successor() {
    let site = only(&[PLAN]);
    let page = format!("zh/plans/{PLAN}/responsibilities/index.html");
    site.build_on(jiff::civil::date(2018, 4, 20));
    assert!(site.page(&page).contains("市国税局</a>") && !site.page(&page).contains("（现："));
    site.build_on(jiff::civil::date(2026, 1, 20));
    let table = site.page(&page);
    for name in ["市国税局", "市地税局"] {
        let now = "（现：<a href=\"/zh/organisations/langfang-taxation/\">市税务局</a>）";
        assert_eq!(
            table.matches(&format!("{name}</a><span class=\"now\">{now}")).count(),
            2,
            "{name}"
        );
    }
    let (leads, shares) = tasks_of(&site, "langfang-taxation");
    assert_eq!((leads, shares), (vec![], vec![1, 2]));
}
