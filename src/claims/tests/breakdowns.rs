//! In: sentences of plans in which wholes are divided, shared or changed. Out: what they are held against; and that what only
//! looks so is not.

use rust_decimal::Decimal;

use super::*;

/// `whole=part+part`, with `?` where only the names tell whether these are all.
fn wholes(text: &str) -> Vec<String> {
    let show = |one: &Whole| {
        let plain = |value: Decimal| value.normalize().to_string();
        let parts: Vec<String> = one.parts.iter().map(|part| plain(part.value)).collect();
        let open = match one.extent {
            Extent::All => String::new(),
            Extent::Named => format!("?{}", one.names.join("/")),
            Extent::Some => "?".to_owned(),
            Extent::Listed => "??".to_owned(),
        };
        format!("{}={}{open}", plain(one.whole.value), parts.join("+"))
    };
    let all = said(text).wholes.into_iter().filter(|one| one.extent != Extent::Some);
    all.map(|one| show(&one)).collect()
}

#[test]
fn parts_with_names() {
    for (text, expected) in [
        (
            "建设充电站30座，其中东湖区12座、西山区10座、南河县7座，全市充电站达到90座。",
            "30=12+10+7?东湖区/西山区/南河县",
        ),
        (
            "新增的2400个学位中，东湖区900个、西山区700个、南河县700个。",
            "2400=900+700+700?东湖区/西山区/南河县",
        ),
        ("现有学校120所，其中小学80所、初中25所、其他学校16所。", "120=80+25+16"),
        (
            "改造道路200公里，占15%。按等级分，主干路60公里，次干路80公里，支路50公里。",
            "200=60+80+50",
        ),
        (
            "签约项目15个，投资80亿元，其中制造业项目6个、40亿元，文旅项目5个、25亿元，农业项目5个、15亿元。",
            "15=6+5+5",
        ),
        // The nearest figure need not be the whole.
        (
            "企业达到9万户，比2025年净增1万户，其中东湖区4万户、西山区3万户、南河县2.2万户。",
            "90000=40000+30000+22000?东湖区/西山区/南河县",
        ),
        ("续建和新建项目40个，其中续建项目18个、新建项目23个。", "40=18+23"),
    ] {
        assert_eq!(wholes(text), [expected], "{text}");
    }
}

#[test]
fn what_is_no_division() {
    for text in [
        // Averages, and figures of something else.
        "每千人口床位6.60张，其中东湖区7.50张、西山区7.00张、南河县5.28张。",
        "培训教师900人，东湖区、西山区分别培训300人、400人。",
        "建设公园20个，其中东湖区每年3个、西山区每年2个。",
        "到2030年，泵站达到40座，比2025年增加9座、水闸增加5座。",
    ] {
        let named: Vec<String> =
            wholes(text).into_iter().filter(|one| !one.ends_with("??")).collect();
        assert_eq!(named, [""; 0], "{text}");
    }
}

#[test]
fn years_and_rests() {
    for (text, expected) in [
        (
            "五年铺设燃气管道300公里，占总长的12%。分年度安排为：2026年60公里，2027年70公里，2028年至2030年各50公里。",
            "300=60+70+50+50+50",
        ),
        ("河道沿线的60座泵站，2026年改造20座，2027年和2028年各改造15座。", "60=20+15+15"),
        ("规划区内的60眼机井，2026年封填20眼，2027年和2028年各封填15眼。", "60=20+15+15"),
        (
            "2026年、2027年、2028年，全市绿色贷款余额分别净增30亿元、40亿元、40亿元，三年共净增120亿元。",
            "12000000000=3000000000+4000000000+4000000000",
        ),
        ("全市250个社区，已有180个建成食堂，占72%，其余60个于2028年底前建成。", "250=180+60"),
        ("规模为十一项指标，其中约束性指标六项，预期性指标四项。", "11=6+4"),
        ("考核实行百分制：任务完成50分，资金使用25分，公众满意度30分。", "100=50+25+30"),
        ("总分100分，其中制度建设40分、现场管理35分、档案资料20分。", "100=40+35+20"),
        (
            "实行百分制，生产35分、生活30分、生态25分；90分以上为优秀，不足60分为不合格。",
            "100=35+30+25",
        ),
        ("共收到建议90条，其中采纳60条、部分采纳20条、未采纳11条。", "90=60+20+11"),
    ] {
        assert_eq!(wholes(text), [expected], "{text}");
    }
    // The figure in brackets is not the whole of the years.
    let text = "尚未建成的31个社区（东湖区18个、西山区13个），其中2026年建成10个，2027年和2028年各建成10个。";
    assert_eq!(wholes(text), ["31=18+13?东湖区/西山区"]);
    for text in [
        "全市泵站60座，2026年改造20座，2027年改造25座。",
        "沿线的60座泵站，2026年改造20座，2027年改造25座，其余15座另行安排。",
        "全市250个社区，180个建成食堂，20个在建，其余60个于2028年底前建成。",
        "考核实行百分制。得分90分以上的为优秀，75分以上不足90分的为良好，60分以上的为合格。",
        "共九项指标，其中环境类五项，能耗类三项。",
        "平台建设费210万元，2027年和2028年运行费每年40万元，合计290万元。",
    ] {
        assert_eq!(wholes(text), [""; 0], "{text}");
    }
}

/// `part of whole: share`
fn shares(text: &str) -> Vec<String> {
    let show = |one: &Share| {
        let wholes: Vec<String> = one.wholes.iter().map(|one| one.value.to_string()).collect();
        format!("{} of {}: {}", one.part.value, wholes.join(" or "), one.share.value)
    };
    said(text).shares.iter().map(show).collect()
}

#[test]
fn shares_in_other_words() {
    for (text, expected) in [
        (
            "收入200人，其中甲类120人、乙类80人，分别占60%和40%。",
            vec!["120 of 200: 60", "80 of 200: 40"],
        ),
        (
            "绿地由30万亩增加到45万亩，占规划面积90万亩的比重由33.3%提高到50%。",
            vec!["300000 of 900000: 33.3", "450000 of 900000: 50"],
        ),
        ("建成45万亩，占规划面积90万亩的50%。", vec!["450000 of 900000: 50"]),
        ("结余资金20万元，2026年安排70%，即15万元。", vec!["150000 of 200000: 70"]),
        // The third amount does not have its share of the 20 that the others agree on.
        (
            "资金来源：省级5亿元，占25%；市级4亿元，占20%；债券9亿元，占40%；企业3亿元，占15%。",
            vec!["900000000 of 2000000000: 40"],
        ),
    ] {
        assert_eq!(shares(text), expected, "{text}");
    }
    for text in [
        "资金来源：省级5亿元，占25%；市级4亿元，占20%；债券8亿元，占40%；企业3亿元，占15%。",
        "产值20亿元，增长70%，即34亿元。",
        "结余资金20万元，按面积的70%，即900平方米。",
        "甲类120人、乙类80人，分别占本类人员的60%和40%。",
        "共480个小区，两项分别达到95%和75%，即456个和360个。",
    ] {
        assert_eq!(shares(text), [""; 0], "{text}");
    }
}

/// `from>to by`, with `@year` for what another place says.
fn gains(text: &str) -> Vec<String> {
    let show = |one: &Gain| {
        let from = one.from.as_ref().map(|from| from.value.to_string());
        let since = one.since.map(|year| format!("@{year}"));
        let sign = if one.falls { "-" } else { "+" };
        format!("{}>{} {sign}{}", from.or(since).unwrap_or_default(), one.to.value, one.by.value)
    };
    said(text).gains.iter().map(show).collect()
}

#[test]
fn changes_beside_their_steps() {
    for (text, expected) in [
        ("平均年龄由2020年的71.5岁提高到2025年的73.0岁，五年提高1.5岁。", "71.5>73.0 +1.5"),
        ("用时由12分钟缩短到9分钟，缩短3分钟。", "12>9 -3"),
        ("学校由30所增加到42所，五年共增加12所。", "30>42 +12"),
        ("用时压缩到9分钟以内，比2024年至少缩短3分钟。", "@2024>9 -3"),
        ("护士达到900名，较2025年末增加120名。", "@2025>900 +120"),
    ] {
        assert_eq!(gains(text), [expected], "{text}");
    }
    for text in [
        "补助由99元提高到119元，每年提高4元。",
        "学校由30所增加到42所，新增教师120名。",
        "学校由30所增加到42所，比2024年增加5所。",
        "学校42所，增加12所。",
        "覆盖率由30%提高到42%，提高12个百分点。",
    ] {
        assert_eq!(gains(text), [""; 0], "{text}");
    }
}

#[test]
fn additions_of_years() {
    let shown = |text: &str| -> Vec<String> {
        let show = |one: &Additions| {
            let values: Vec<String> = one.figures.iter().map(|one| one.value.to_string()).collect();
            format!("{} {:?} {}", one.name, one.years, values.join("+"))
        };
        said(text).additions.iter().map(show).collect()
    };
    for (text, expected) in [
        (
            "2026年新增示范学校12所，2027年、2028年各新增15所。",
            "示范学校 [2026, 2027, 2028] 12+15+15",
        ),
        ("2026年、2027年，绿色工厂分别净增5家、6家。", "绿色工厂 [2026, 2027] 5+6"),
    ] {
        assert_eq!(shown(text), [expected], "{text}");
    }
    for text in ["2026年改造学校12所，2027年改造15所。", "2026年12所，2027年15所。"]
    {
        assert_eq!(shown(text), [""; 0], "{text}");
    }
}

#[test]
fn bodies_behind_a_list() {
    let shown = |text: &str| -> Vec<(usize, (usize, usize))> {
        said(text).counted.iter().map(|one| (one.said, one.named)).collect()
    };
    let text =
        "成员为市教育局、市财政局等8个市级部门，东湖区、西山区政府以及市公交集团，共12家单位。";
    assert!(shown(text).contains(&(12, (11, 11))), "{:?}", shown(text));
    let text =
        "成员为市教育局、市财政局等8个市级部门，东湖区、西山区政府以及市公交集团，共11家单位。";
    assert!(shown(text).iter().all(|(said, named)| (named.0..=named.1).contains(said)));
}

#[test]
fn counts_of_groups_and_of_all_their_items() {
    let shown = |text: &str| -> Vec<(usize, usize)> {
        said(text).grouped.iter().map(|one| (one.groups, one.items)).collect()
    };
    assert_eq!(shown("本计划部署五个方面、18项任务。"), [(5, 18)]);
    assert_eq!(shown("制定以下措施，共6个方面30条。"), [(6, 30)]);
    assert_eq!(shown("提出共六个方面28条政策措施。"), [(6, 28)]);
    assert_eq!(shown("围绕五个方面，12项指标。"), [(0, 0); 0]);
}

#[test]
fn what_is_compared_with_is_no_year_of_a_figure() {
    let year = |text: &str| said(text).claims.iter().filter_map(|one| one.year).next_back();
    assert_eq!(year("2025年末，床位200张，比2020年增加50张，医师达到80名。"), Some(2025));
    assert_eq!(year("到2030年，床位达到200张，较2025年增加50张，医师达到80名。"), Some(2030));
}

#[test]
fn a_name_without_the_words_that_say_of_what() {
    assert!(is_end_of("管网漏损率", "公共供水管网漏损率"));
    assert!(is_end_of("森林覆盖率", "全域森林覆盖率"));
    for (short, long) in [
        ("灌溉面积", "新增高效灌溉面积"),
        ("科技园区", "农业科技园区"),
        ("覆盖率", "森林覆盖率"),
        ("技术交易额", "省级技术交易额"),
    ] {
        assert!(!is_end_of(short, long), "{short} {long}");
    }
}
