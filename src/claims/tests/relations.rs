//! In: sentences of plans whose figures follow from each other. Out: what they are held against; and that what only looks
//! so is not.

use super::*;

/// `whole = part + part`, with `?` where nobody knows whether these are all parts.
fn wholes(text: &str) -> Vec<String> {
    let show = |one: &Whole| {
        let parts: Vec<String> = one.parts.iter().map(|part| part.value.to_string()).collect();
        let open = if one.extent == Extent::All { "" } else { "?" };
        format!("{}={}{open}", one.whole.value, parts.join("+"))
    };
    said(text).wholes.iter().filter(|one| one.years.is_some()).map(show).collect()
}

#[test]
fn years_are_parts_of_a_whole() {
    for (text, expected) in [
        (
            "五年改造老旧小区340个，其中2026年60个，2027年70个，2028年80个，2029年75个，2030年60个。",
            "340=60+70+80+75+60",
        ),
        ("改造老旧小区340个，其中2026年60个，2027年280个。", "340=60+280?"),
        ("改造老旧小区340个。其中，2026年60个；2027年280个。", "340=60+280?"),
        (
            "对老年人家庭实施改造，2026年改造1200户，2027年改造1300户，2028年改造1500户，三年共4000户。",
            "4000=1200+1300+1500",
        ),
        ("2026年新增床位600张，2027年新增800张，两年共新增2400张。", "2400=600+800"),
        (
            "五年共更新200公里，其中2026年40公里，2027年和2028年各45公里，2029年40公里，2030年30公里。",
            "200=40+45+45+40+30",
        ),
        ("三年更新100公里，其中2026年40公里，2027—2028年每年30公里。", "100=40+30+30"),
        (
            "2026年、2027年、2028年分别培训护理员800人次、900人次、1000人次，三年共2700人次。",
            "2700=800+900+1000",
        ),
    ] {
        assert_eq!(wholes(text), [expected], "{text}");
    }
}

#[test]
fn years_that_are_no_parts() {
    for text in [
        // How many there are by then.
        "改造老旧小区340个，其中2026年达到60个，2027年达到130个。",
        "改造老旧小区340个，其中到2026年60个，到2027年130个。",
        "改造老旧小区340个，其中2026年底60个，2027年底130个。",
        "改造小区340个，其中2026年累计60个，2027年累计130个。",
        // Some years of several.
        "五年改造老旧小区340个，其中2026年60个，2027年70个。",
        // Years that do not follow each other, and other things.
        "改造老旧小区340个，其中2026年60个，2028年70个。",
        "改造老旧小区340个，其中2026年60个，2027年70户。",
        "全市小区340个，2026年改造60个，2027年改造70个。",
        "覆盖率90%，其中2026年60%，2027年70%。",
        "三年改造100公里，其中2026年40公里，2027—2028年30公里。",
        "五年改造340个。2026年60个，2027年70个，三年共200个。",
    ] {
        assert_eq!(wholes(text), [""; 0], "{text}");
    }
}

#[test]
fn lists_of_parts() {
    let listed = |text: &str| -> Vec<usize> {
        let all = said(text).wholes.into_iter();
        let open = |one: &Whole| matches!(one.extent, Extent::Listed | Extent::Named);
        all.filter(open).map(|one| one.parts.len()).collect()
    };
    assert_eq!(
        listed("投入54亿元，其中省级1.2亿元，市级1.8亿元，县级1.5亿元，社会资本0.9亿元。"),
        [4]
    );
    assert_eq!(listed("小区340个，其中城东区146个、城西区121个、临河县73个；"), [3]);
    for text in [
        "投入54亿元，其中省级1.2亿元，市级1.8亿元，新增就业3万人。",
        "投入54亿元，其中省级1.2亿元，市级1.8亿元。",
        "投入54亿元，其中省级1.2亿元，市级1.8亿元，到年底，全部到位，共3亿元。",
    ] {
        assert_eq!(listed(text), [0; 0], "{text}");
    }
}

/// `from>to by rate`, with `-` for what is not there.
fn rates(text: &str) -> Vec<String> {
    let show = |one: &Option<Figure>| {
        one.as_ref().map_or_else(|| "-".to_owned(), |figure| figure.value.to_string())
    };
    let shown = |one: &Rate| {
        let (from, to, by) = (show(&one.from), show(&one.to), show(&one.by));
        format!("{from}>{to} {by} {}", &text[one.range.clone()])
    };
    said(text).rates.iter().map(shown).collect()
}

#[test]
fn rates_and_what_they_follow_from() {
    for (text, expected) in [
        ("全年受理投诉4200件，比2024年的4380件减少180件，下降4.1%；", "4380>- 180 下降4.1%"),
        ("与2020年底的40万人相比，老年人口五年增加8万人，增长20%。", "400000>- 80000 增长20%"),
        (
            "床位由8000张增加到10000张，净增2000张，增长25%，年均增长7.7%左右",
            "8000>10000 2000 增长25%",
        ),
        ("床位由2025年的8000张增加到10000张，增长25%", "8000>10000 - 增长25%"),
        ("受理投诉4200件，比上年减少180件，同比下降4.1%。", "->4200 180 下降4.1%"),
        ("满意度由82.5%提高到90%以上，提高7.5个百分点以上。", "82.5>90 - 提高7.5个百分点以上"),
        ("空气优良率达到86.3%，同比提高1.2%；", "->86.3 - 提高1.2%"),
        ("研发投入占GDP比重达到2.5%，比上年提高0.5%；", "->2.5 - 比上年提高0.5%"),
        ("占全部小区的72.5%，比2024年提高2.7%；", "->72.5 - 比2024年提高2.7%"),
        ("覆盖率达到72.5%，比上年提高2.7%；", "->72.5 - 比上年提高2.7%"),
        ("培训由800人次增加到1000人次，增长25%。", "800>1000 - 增长25%"),
    ] {
        assert_eq!(rates(text), [expected], "{text}");
    }
}

#[test]
fn rates_of_something_else() {
    for text in [
        "床位由8000张增加到10000张，年均增长7.7%。",
        "床位由8000张增加到10000张，护理型床位增长25%。",
        "床位由8000张增加到10000张。增长25%。",
        "床位达到10000张，增长25%。",
        "企业1000家，增加80家，增长25%。",
        "受理投诉4200件，增长率5%。",
        "地区生产总值由500亿元增加到800亿元，增长50%。",
        "收入由500亿元增加到800亿元，增长50%，按可比价格计算。",
        // A rate of a rate, and a share of something else.
        "生产总值增长5.2%，比上年提高0.3%。",
        "产值增速5.2%，比上年提高0.3%。",
        "减排10%，比上年提高0.3%。",
        "由2000元、3000元、5000元增长25%。",
        "占72.5%；比2024年提高2.7个百分点。",
        "甲比2024年的4380件，乙减少180户，下降4.1%。",
    ] {
        assert_eq!(rates(text), [""; 0], "{text}");
    }
}

#[test]
fn times_as_much() {
    let times = |text: &str| -> Vec<(u32, String)> {
        let all = said(text).times;
        all.iter()
            .map(|one| {
                (u32::try_from(one.percent).unwrap_or(0), text[one.range.clone()].to_owned())
            })
            .collect()
    };
    for (text, percent, words) in [
        ("志愿者由5000人增加到10000人，翻两番。", 400, "翻两番"),
        ("办理时限由20个工作日缩短到10个工作日以内，压缩一半。", 50, "压缩一半"),
        ("志愿者由5000人增加到10000人，实现翻番；", 200, "翻番"),
    ] {
        assert_eq!(times(text), [(percent, words.to_owned())], "{text}");
    }
    for text in [
        "志愿者由5000人增加到12000人，翻一番以上。",
        "志愿者达到10000人，翻一番。",
        "志愿者由5000人增加到10000人，队伍翻两番。",
    ] {
        assert_eq!(times(text), [], "{text}");
    }
}

#[test]
fn shares_and_their_wholes() {
    let shares = |text: &str| -> Vec<String> {
        let show = |one: &Share| {
            let wholes: Vec<String> = one.wholes.iter().map(|one| one.value.to_string()).collect();
            format!("{}/{}={}", one.part.value, wholes.join("|"), one.share.value)
        };
        said(text).shares.iter().map(show).collect()
    };
    assert_eq!(shares("床位8000张，其中护理型床位4160张，占52%。"), ["4160/8000=52"]);
    assert_eq!(shares("床位8000张，其中护理型床位4160张（占52%）。"), ["4160/8000=52"]);
    // The amounts add up to one of the figures before them.
    assert_eq!(
        shares(
            "小区40个，总投资100万元，平均每个25万元。其中，省级60万元，占60%；市级40万元，占40%。"
        ),
        ["600000/1000000=60", "400000/1000000=40"]
    );
    assert_eq!(
        shares("企业100家。其中，大型20家，占20%；中型30家，占30%。"),
        ["20/100=20", "30/100|20=30"]
    );
    assert_eq!(shares("改造的330处路口中临河县146处，占44.2%。"), ["146/330=44.2"]);
    assert_eq!(shares("68家医院中，47家实行按病组付费，占69.1%。"), ["47/68=69.1"]);
    assert_eq!(shares("检测8640人次，查获酒后驾驶518起，查获率为6.6%。"), ["518/8640=6.6"]);
    assert_eq!(
        shares("耕地54万亩，其中城东区22.5万亩、临河县31.5万亩，临河县占53.8%。"),
        ["315000.0/540000=53.8"]
    );
    for text in [
        // The whole of the last ones is not said.
        "共11人，其中甲类9人、乙类2人。乙类中，城东区3人、临河县2人，临河县占40%。",
        "改造的330处路口中，临河县146处，货车占44.2%。",
        "检测8640人次，查获酒后驾驶518起，查获率为60%。",
        "检测8640人次，查获酒后驾驶518起，合格率为6.6%。",
    ] {
        assert_eq!(shares(text), [""; 0], "{text}");
    }
    let funds = "投入5.4亿元，其中省级补助1.2亿元，市级财政1.8亿元，社会资本2.4亿元。";
    let of_funds = |text: &str| shares(&format!("{funds}{text}"));
    assert_eq!(of_funds("市级财政资金占总投入的四分之一。"), ["180000000.0/540000000.0=25"]);
    for text in [
        "中央资金占总投入的四分之一。",
        "市级财政资金占总投入的四分之一以上。",
        "市级财政资金不低于总投入的四分之一。",
        "财政占总投入的四分之一。",
    ] {
        assert_eq!(of_funds(text), [""; 0], "{text}");
    }
    for text in [
        "企业100家，其中大型20家，占全省的10%。",
        "企业100家，大型20家，占10%。",
        "企业100家，其中大型20户，占10%。",
        "企业100家，其中大型20家，产值占10%。",
        "覆盖率100%，其中大型20家，占10%。",
    ] {
        assert_eq!(shares(text), [""; 0], "{text}");
    }
}

#[test]
fn prices_and_numbers() {
    let prices = |text: &str| -> Vec<String> {
        let show = |one: &Price| {
            let numbers: Vec<String> =
                one.numbers.iter().map(|one| one.value.to_string()).collect();
            format!("{}*{}={}", numbers.join("|"), one.each.value, one.sum.value)
        };
        said(text).prices.iter().map(show).collect()
    };
    for (text, expected) in [
        (
            "改造1200户，三年共4000户。每户改造费用平均4000元，三年共需1600万元。",
            "4000|1200*4000=16000000",
        ),
        (
            "改造面积420万平方米。补助每平方米60元，五年共需补助资金2.52亿元，",
            "4200000*60=252000000.00",
        ),
        ("新建食堂100个，每个食堂补助10万元，三年共1000万元。", "100*100000=10000000"),
        ("加装电梯500部，每部补助15万元，共7500万元。", "500*150000=75000000"),
        (
            "建筑面积9600平方米，其中用房4800平方米。总投资5280万元，平均每平方米5500元；",
            "4800|9600*5500=52800000",
        ),
    ] {
        assert_eq!(prices(text), [expected], "{text}");
    }
    for text in [
        "补助500户，每户每月200元，共120万元。",
        "补助500户，每年200元，共120万元。",
        "补助500户，每人200元，共120万元。",
        "补助500户，每户200元，总投资中财政占120万元。",
        "补助500户，每户200元。总投资120万元。",
        "补助500户，每户200元，最高2000元。",
        "建筑面积9600平方米。总投资5280万元，平均每平方米设备费500元。",
        "建筑面积9600平方米。总投资5280万元。平均每户5500元。",
    ] {
        assert_eq!(prices(text), [""; 0], "{text}");
    }
}

#[test]
fn counts_that_announce_a_list() {
    let announced = |text: &str| -> Vec<(usize, String)> {
        let all = said(text).announced;
        all.iter().map(|one| (one.said, text[one.range.clone()].to_owned())).collect()
    };
    assert_eq!(announced("坚持以下五项原则："), [(5, "五项原则".to_owned())]);
    assert_eq!(announced("重点做好以下3项工作。"), [(3, "3项工作".to_owned())]);
    for text in
        ["坚持五项原则。", "坚持节约、依法两项原则：", "三个月内完成：", "坚持五项原则：甲。"]
    {
        assert_eq!(announced(text), [], "{text}");
    }
}

#[test]
fn figures_know_their_last_place() {
    let place = |text: &str| {
        let figure = figure::figures(text).remove(0);
        figure.last_place(&text[figure.range.clone()]).to_string()
    };
    assert_eq!(place("老年人48万人"), "10000");
    assert_eq!(place("投诉4380件"), "0");
    assert_eq!(place("下降4.1%"), "0.1");
    assert_eq!(place("投资4.08亿元"), "1000000.00");
}

#[test]
fn groups_and_what_they_have_together() {
    let grouped = |text: &str| -> Vec<(usize, usize, String)> {
        let all = said(text).grouped;
        all.iter().map(|one| (one.groups, one.items, text[one.range.clone()].to_owned())).collect()
    };
    for (text, groups, items, words) in [
        ("重点实施五个方面16项任务。", 5, 16, "五个方面16项任务"),
        ("本计划提出的四个方面13项重点任务，按照附件落实。", 4, 13, "四个方面13项重点任务"),
        ("提出六方面共二十条具体措施。", 6, 20, "六方面共二十条具体措施"),
    ] {
        assert_eq!(grouped(text), [(groups, items, words.to_owned())], "{text}");
    }
    for text in
        ["从五个方面推进16项任务。", "五个方面16个项目。", "五个方面问题。", "第五方面16项任务。"]
    {
        assert_eq!(grouped(text), [], "{text}");
    }
}
